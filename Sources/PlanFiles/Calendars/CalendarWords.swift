/// The words a person's calendar uses.
public struct CalendarWords: Hashable, Sendable {
  /// In front of the unpaid breaks.
  public var breaks: String
  /// Behind a paid break.
  public var paid: String
  /// In front of the paid hours.
  public var paidHours: String
  /// The entry of a calendar without any shift.
  public var noShifts: String

  /// Words.
  public init(breaks: String, paid: String, paidHours: String, noShifts: String) {
    self.breaks = breaks
    self.paid = paid
    self.paidHours = paidHours
    self.noShifts = noShifts
  }

  /// English.
  public static let english = CalendarWords(
    breaks: "Breaks", paid: "paid", paidHours: "Paid hours", noShifts: "No shifts")
  /// Chinese in simplified characters.
  public static let simplifiedChinese = CalendarWords(
    breaks: "休息", paid: "带薪", paidHours: "计薪工时", noShifts: "无班次")
  /// Chinese in traditional characters.
  public static let traditionalChinese = CalendarWords(
    breaks: "休息", paid: "有薪", paidHours: "計薪工時", noShifts: "無班次")
}
