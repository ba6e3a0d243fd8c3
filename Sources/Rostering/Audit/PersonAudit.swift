/// What one line adds up to and costs, counted minute by minute.
struct PersonAudit {
  let plan: RosterPlan
  let line: PersonLine

  func summary(adding cost: inout RosterCost) -> PersonSummary {
    let employee = line.employee
    var summary = PersonSummary(employeeID: employee.id)
    let planned = line.planned
    summary.shiftCount = planned.count
    let workDays = Set(planned.map(\.day))
    summary.daysOff = line.horizonDays.count { !workDays.contains($0) }
    var owedHours = 0.0
    for shift in planned {
      countPay(of: shift, into: &summary, owedHours: &owedHours)
      summary.premiumDays += premiumDays(of: shift)
      summary.nights += isNight(shift) ? 1 : 0
    }
    summary.weekends = weekendsWorked
    cost.wages += summary.pay + owedHours * employee.hourlyWage
    cost.wishes += wishes(into: &summary)
    burdens(of: summary, adding: &cost)
    summary.choiceMet = choiceMet(by: summary)
    return summary
  }

  // MARK: Pay

  private func countPay(
    of shift: ShiftAssignment, into summary: inout PersonSummary, owedHours: inout Double
  ) {
    let employee = line.employee
    let pay = plan.pay
    // Factor -> minutes, so that sums do not depend on the order of minutes.
    var paidMinute = 0
    var weighted: [Double: Int] = [:]
    var owed = 0
    // Minutes that follow each other mostly have one day and one factor.
    var day = Int.min
    var dayClass = DayClass.workday
    var run = (dayClass: DayClass.workday, factor: 0.0, minutes: 0)
    func endRun() {
      guard run.minutes > 0 else { return }
      summary.paidMinutes[run.dayClass, default: 0] += run.minutes
      weighted[run.factor, default: 0] += run.minutes
    }
    for minute in shift.minutes {
      if shift.breaks.contains(where: { !$0.isPaid && $0.minutes.contains(minute) }) { continue }
      if plan.horizon.day(ofMinute: minute) != day {
        day = plan.horizon.day(ofMinute: minute)
        dayClass = plan.calendar.dayClass(on: plan.horizon.date(ofDay: day))
      }
      var factor: Double
      switch dayClass {
      case .statutoryDay:
        factor = pay.statutoryDay
      case .restDay:
        if pay.restDayTimeBack && employee.choice == .rest {
          factor = pay.workday
          owed += 1
        } else {
          factor = pay.restDay
        }
      case .workday, .adjustedWorkday:
        factor = paidMinute < pay.standardDayMinutes ? pay.workday : pay.overtime
        if paidMinute >= pay.standardDayMinutes { summary.overtimeMinutes += 1 }
      }
      if isInNightWindow(minute) { factor += pay.nightSupplement }
      if factor != run.factor || dayClass != run.dayClass {
        endRun()
        run = (dayClass, factor, 0)
      }
      run.minutes += 1
      paidMinute += 1
    }
    endRun()
    summary.timeBackMinutes += owed
    owedHours += Double(owed) / 60
    for factor in weighted.keys.sorted() {
      summary.pay += factor * Double(weighted[factor] ?? 0) / 60 * employee.hourlyWage
    }
  }

  private func isInNightWindow(_ minute: Int) -> Bool {
    let night = plan.night
    let minuteOfDay = minute - plan.horizon.day(ofMinute: minute) * 1_440
    func isInside(_ minute: Int) -> Bool { minute >= night.startMinute && minute < night.endMinute }
    return isInside(minuteOfDay) || isInside(minuteOfDay + 1_440)
  }

  private func isNight(_ shift: ShiftAssignment) -> Bool {
    shift.minutes.count(where: isInNightWindow) >= plan.night.leastMinutes
  }

  private func premiumDays(of shift: ShiftAssignment) -> Int {
    var minutesOn: [Int: Int] = [:]
    for span in shift.paidSpans where touchesPremiumDay(span) {
      for minute in span { minutesOn[plan.horizon.day(ofMinute: minute), default: 0] += 1 }
    }
    return minutesOn.count { day, minutes in
      plan.isPremium(day: day) && minutes >= plan.fairness.premiumLeastMinutes
    }
  }

  private func touchesPremiumDay(_ minutes: Range<Int>) -> Bool {
    guard let first = minutes.first, let last = minutes.last else { return false }
    return (plan.horizon.day(ofMinute: first)...plan.horizon.day(ofMinute: last)).contains {
      plan.isPremium(day: $0)
    }
  }

  private var weekendsWorked: Int {
    plan.weekends.count { weekend in line.shifts.contains { weekend.contains($0.day) } }
  }

  // MARK: Wishes

  private func wishes(into summary: inout PersonSummary) -> Double {
    var price = 0.0
    for request in plan.requests where request.employeeID == line.employee.id {
      let days = request.days.clamped(to: line.horizonDays)
      if request.kind == .approvedLeave { continue }
      if request.kind == .askedLeave {
        // The last night shift touches leave that begins after the horizon.
        let touching = line.planned.filter { $0.minutes.overlaps(request.minutes) }
        price += Double(touching.count) * request.price
        for day in days {
          let midnight = day * 1_440
          let asked = request.minutes.clamped(to: midnight..<(midnight + 1_440))
          summary.wishesAsked += 1
          summary.wishesMet += touching.contains { $0.minutes.overlaps(asked) } ? 0 : 1
        }
        continue
      }
      for day in days {
        let shift = line.planned.first { $0.day == day }
        let isMet: Bool
        switch request.kind {
        case .dayOff: isMet = shift == nil
        case .dayOn: isMet = shift != nil
        case .shiftOn(let pattern): isMet = shift?.pattern == pattern
        case .shiftOff(let pattern): isMet = shift?.pattern != pattern
        case .approvedLeave, .askedLeave: continue
        }
        summary.wishesAsked += 1
        summary.wishesMet += isMet ? 1 : 0
        price += isMet ? 0 : request.price
      }
    }
    return price
  }

  // MARK: Burdens

  private func burdens(of summary: PersonSummary, adding cost: inout RosterCost) {
    let fairness = plan.fairness
    let carried = line.employee.carried
    cost.fairness += rising(fairness.night, from: carried.nights, count: summary.nights)
    cost.fairness += rising(fairness.weekend, from: carried.weekends, count: summary.weekends)
    if fairness.hours > 0 {
      let units =
        Double(summary.totalPaidMinutes) / Double(plan.hoursUnitMinutes(of: line.employee))
      let whole = units.rounded(.down)
      cost.fairness += fairness.hours * (whole * (whole + 1) / 2 + (units - whole) * (whole + 1))
    }
    let premiumDays = plan.premiumDays.count
    guard premiumDays > 0 else { return }
    switch line.employee.choice {
    case .either:
      cost.fairness += rising(
        fairness.premiumDay, from: carried.premiumDays, count: summary.premiumDays)
    case .rest:
      cost.choice += rising(
        plan.choice.restBroken, from: carried.premiumDays, count: summary.premiumDays)
    case .pay:
      let missing = max(0, min(plan.choice.payTargetDays, premiumDays) - summary.premiumDays)
      cost.choice += rising(plan.choice.payShortfall, from: 0, count: missing)
    }
  }

  /// The sum of a price that rises by itself with each unit.
  private func rising(_ price: Double, from start: Int, count: Int) -> Double {
    guard count > 0 else { return 0 }
    return (1...count).reduce(0) { $0 + price * Double(start + $1) }
  }

  private func choiceMet(by summary: PersonSummary) -> Double? {
    let days = plan.premiumDays
    switch line.employee.choice {
    case .either:
      return nil
    case .pay:
      let target = min(plan.choice.payTargetDays, days.count)
      return target == 0 ? 1 : min(1, Double(summary.premiumDays) / Double(target))
    case .rest:
      guard !days.isEmpty else { return 1 }
      return max(0, 1 - Double(summary.premiumDays) / Double(days.count))
    }
  }
}
