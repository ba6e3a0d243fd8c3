import CivilTime
import Rostering
import Workload

extension CalendarSection {
  /// What each special day is for demand, the past ones too.
  ///
  /// A holiday's days count from 1 in each run of consecutive dates with its
  /// name. One that is worked throughout is an observance and has no eve or
  /// other neighbours, unless the plan calls it `demand: holiday`. The day before is its eve; a single working day between it and
  /// days without work is a bridge day; the first other working day after it
  /// is the day after. An adjusted workday works like the nearest weekday
  /// that is no rest day. What the plan says itself goes first.
  var labels: [CivilDate: DayLabel] {
    var labels: [CivilDate: DayLabel] = [:]
    for (date, word) in demandWords { labels[date] = stated(word, on: date) }
    for (date, day) in calendar.days where labels[date] == nil {
      if let weekday = worksLike[date] {
        labels[date] = .worksLike(weekday)
      } else if day.dayClass == .adjustedWorkday, day.holiday == nil {
        labels[date] = .worksLike(usualWorkday(near: date))
      }
    }
    for run in holidayRuns {
      for (index, date) in run.dates.enumerated() where labels[date] == nil {
        labels[date] =
          isObservance(run)
          ? .observance(name: run.name, position: index + 1)
          : .holiday(name: run.name, position: index + 1)
      }
    }
    for run in holidayRuns where !isObservance(run) { labelNeighbours(of: run, in: &labels) }
    return labels.filter { $0.value != .ordinary }
  }

  private struct HolidayRun {
    var name: String
    var dates: [CivilDate]
  }

  /// The runs of consecutive dates of each holiday, by date.
  private var holidayRuns: [HolidayRun] {
    var runs: [HolidayRun] = []
    for (date, day) in calendar.days.sorted(by: { $0.key < $1.key }) {
      guard let name = day.holiday else { continue }
      let last = runs.lastIndex { $0.name == name }
      if let last, runs[last].dates.last?.days(until: date) == 1 {
        runs[last].dates.append(date)
      } else {
        runs.append(HolidayRun(name: name, dates: [date]))
      }
    }
    return runs
  }

  private func isObservance(_ run: HolidayRun) -> Bool {
    run.dates.allSatisfy { isWorked($0) && demandWords[$0] != .holiday }
  }

  private func isWorked(_ date: CivilDate) -> Bool {
    switch calendar.dayClass(on: date) {
    case .workday, .adjustedWorkday: true
    case .restDay, .statutoryDay: false
    }
  }

  private func labelNeighbours(of run: HolidayRun, in labels: inout [CivilDate: DayLabel]) {
    guard let first = run.dates.first, let last = run.dates.last else { return }
    let eve = first.adding(days: -1)
    if labels[eve] == nil, demandWords[eve] == nil {
      let isBridge = isWorked(eve) && !isWorked(eve.adding(days: -1))
      labels[eve] = isBridge ? .bridge(of: run.name) : .eve(of: run.name)
    }
    // A fortnight is longer than any run of days off after a holiday.
    for offset in 1...14 {
      let date = last.adding(days: offset)
      guard isWorked(date) else { continue }
      guard labels[date] == nil, demandWords[date] == nil else { return }
      if offset == 1, !isWorked(date.adding(days: 1)) {
        labels[date] = .bridge(of: run.name)
        continue
      }
      labels[date] = .dayAfter(run.name)
      return
    }
  }

  private func stated(_ word: DemandWord, on date: CivilDate) -> DayLabel? {
    guard let name = namedHolidays[date] else { return word == .ordinary ? .ordinary : nil }
    switch word {
    case .ordinary: return .ordinary
    case .eve: return .eve(of: name)
    case .bridge: return .bridge(of: name)
    case .dayAfter: return .dayAfter(name)
    case .holiday: return nil
    }
  }

  private func usualWorkday(near date: CivilDate) -> Weekday {
    for distance in 1...6 {
      for sign in [-1, 1] {
        let weekday = date.adding(days: sign * distance).weekday
        if !calendar.restWeekdays.contains(weekday) { return weekday }
      }
    }
    return date.weekday
  }
}
