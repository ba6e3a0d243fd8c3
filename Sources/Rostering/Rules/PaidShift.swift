/// The pay of one shift, cut at midnight and at the end of the standard day.
///
/// Paid minutes are numbered from the start of the shift. Those on a workday
/// or adjusted workday cost the workday factor up to the standard day and the
/// overtime factor beyond it; rest days and statutory days have one factor
/// for all minutes. Minutes in the night window add the night supplement.
struct PaidShift {
  /// Paid minutes by the class of their date.
  private(set) var minutes: [DayClass: Int] = [:]
  /// Paid minutes beyond the standard day on workdays.
  private(set) var overtimeMinutes = 0
  /// Rest-day minutes given back instead of paid double.
  private(set) var timeBackMinutes = 0
  /// Pay in base hours: multiplied by the hourly wage it is money.
  private(set) var paidHours = 0.0
  /// Base hours the objective counts: pay plus the time owed.
  private(set) var costHours = 0.0

  init(_ shift: ShiftAssignment, employee: Employee, plan: RosterPlan) {
    self.init(shift, givesTimeBack: plan.givesTimeBack(employee), plan: plan)
  }

  /// - Parameter givesTimeBack: Rest days are given back as time off.
  init(_ shift: ShiftAssignment, givesTimeBack: Bool, plan: RosterPlan) {
    let pay = plan.pay
    var paidBefore = 0
    for span in shift.paidSpans {
      var start = span.lowerBound
      while start < span.upperBound {
        let day = floorDivide(start, 1_440)
        let end = min(span.upperBound, (day + 1) * 1_440)
        let count = end - start
        let dayClass = plan.calendar.dayClass(on: plan.horizon.date(ofDay: day))
        minutes[dayClass, default: 0] += count
        var hours = 0.0
        switch dayClass {
        case .workday, .adjustedWorkday:
          let standard = min(count, max(0, pay.standardDayMinutes - paidBefore))
          overtimeMinutes += count - standard
          hours = Double(standard) * pay.workday + Double(count - standard) * pay.overtime
        case .restDay where givesTimeBack:
          timeBackMinutes += count
          hours = Double(count) * pay.workday
          costHours += Double(count) / 60
        case .restDay:
          hours = Double(count) * pay.restDay
        case .statutoryDay:
          hours = Double(count) * pay.statutoryDay
        }
        if pay.nightSupplement != 0 {
          hours += Double(plan.night.overlapMinutes(of: start..<end)) * pay.nightSupplement
        }
        paidHours += hours / 60
        costHours += hours / 60
        paidBefore += count
        start = end
      }
    }
  }

  /// Minutes that count towards a monthly overtime cap: beyond the standard
  /// day on workdays, and rest-day minutes that are paid, not given back.
  var cappedOvertimeMinutes: Int {
    overtimeMinutes + (minutes[.restDay] ?? 0) - timeBackMinutes
  }
}

extension RosterPlan {
  /// Whether work of somebody on rest days is given back as time off.
  func givesTimeBack(_ employee: Employee) -> Bool {
    pay.restDayTimeBack && employee.choice == .rest
  }
}
