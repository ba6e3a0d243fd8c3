/// Writes what a line costs: wages and wishes by option, burdens and choices
/// as priced totals.
struct LineCostCompiler {
  let plan: RosterPlan
  let table: OptionTable
  /// Premium days that each option counts for.
  private let premiumWeights: [Int]

  init(plan: RosterPlan, table: OptionTable) {
    self.plan = plan
    self.table = table
    premiumWeights = table.options.map { option in
      plan.premiumDayCount(of: option.asShift(of: ""))
    }
  }

  func encode(into encoder: inout LineEncoder) {
    wages(into: &encoder)
    wishes(into: &encoder)
    premiumDays(into: &encoder)
    burdens(into: &encoder)
  }

  private func wages(into encoder: inout LineEncoder) {
    let employee = encoder.employee
    let pay = table.pay(of: employee, plan: plan)
    for option in encoder.rules.allowed.joined() {
      encoder.rules.optionCost[option] += pay[option].costHours * employee.hourlyWage
    }
  }

  private func wishes(into encoder: inout LineEncoder) {
    let names = plan.patterns.map(\.name)
    let horizon = 0..<plan.horizon.dayCount
    for request in plan.requests where request.employeeID == encoder.employee.id {
      let price = request.price
      if request.kind == .askedLeave {
        for option in encoder.rules.allowed.joined()
        where table.options[option].minutes.overlaps(request.minutes) {
          encoder.rules.optionCost[option] += price
        }
        continue
      }
      for day in request.days.clamped(to: horizon) {
        let allowed = encoder.rules.allowed[day]
        switch request.kind {
        case .approvedLeave, .askedLeave:
          continue
        case .dayOff:
          for option in allowed { encoder.rules.optionCost[option] += price }
        case .dayOn:
          encoder.rules.dayOffCost[day] += price
        case .shiftOn(let pattern):
          encoder.rules.dayOffCost[day] += price
          for option in allowed where names[table.options[option].pattern] != pattern {
            encoder.rules.optionCost[option] += price
          }
        case .shiftOff(let pattern):
          for option in allowed where names[table.options[option].pattern] == pattern {
            encoder.rules.optionCost[option] += price
          }
        }
      }
    }
  }

  /// Premium days: a burden, a broken promise of rest, or what someone who
  /// chose pay is owed.
  private func premiumDays(into encoder: inout LineEncoder) {
    let days = plan.premiumDays.count
    guard days > 0 else { return }
    let carried = encoder.employee.carried.premiumDays
    let prices: [Double]
    let part: TotalPrice.Part
    // A shift over midnight may count for two dates, so a line may have more
    // units than there are premium days.
    let most = zip(table.options, premiumWeights).reduce(
      into: Array(repeating: 0, count: plan.horizon.dayCount)
    ) { $0[$1.0.day] = max($0[$1.0.day], $1.1) }.reduce(0, +)
    switch encoder.employee.choice {
    case .either:
      prices = growing(plan.fairness.premiumDay, carried: carried, count: most + 1)
      part = .fairness
    case .rest:
      prices = growing(plan.choice.restBroken, carried: carried, count: most + 1)
      part = .choice
    case .pay:
      let target = min(plan.choice.payTargetDays, days)
      prices = (0...(target + 1)).map { worked in
        let missing = Double(max(0, target - worked))
        return plan.choice.payShortfall * missing * (missing + 1) / 2
      }
      part = .choice
    }
    guard prices.contains(where: { $0 != 0 }) else { return }
    encoder.add(TotalPrice(weights: premiumWeights, step: 1, prices: prices, part: part))
  }

  private func burdens(into encoder: inout LineEncoder) {
    let employee = encoder.employee
    let dayCount = plan.horizon.dayCount
    if plan.fairness.night > 0, table.isNight.contains(true) {
      encoder.add(
        TotalPrice(
          weights: table.isNight.map { $0 ? 1 : 0 }, step: 1,
          prices: growing(
            plan.fairness.night, carried: employee.carried.nights, count: dayCount + 1),
          part: .fairness))
    }
    let weekends = plan.weekends.count
    if plan.fairness.weekend > 0, weekends > 0 {
      encoder.add(
        encoder.weekendPeriods(
          most: .max,
          prices: growing(
            plan.fairness.weekend, carried: employee.carried.weekends, count: weekends + 1),
          rule: "fairness"))
    }
    if plan.fairness.hours > 0 {
      let step = plan.hoursUnitMinutes(of: employee)
      // Pinned shifts may be longer than any pattern.
      let longest = table.paidMinutes.max() ?? 0
      encoder.add(
        TotalPrice(
          weights: table.paidMinutes, step: step,
          prices: growing(
            plan.fairness.hours, carried: 0, count: dayCount * longest / step + 2),
          part: .fairness))
    }
  }

  /// Prices of 0, 1, ... units, of which the n-th costs `carried + n` times
  /// the first.
  private func growing(_ price: Double, carried: Int, count: Int) -> [Double] {
    (0...max(1, count)).map { units in
      price * Double(units * (units + 1) / 2 + units * carried)
    }
  }
}

extension ShiftOption {
  /// The option as a shift of somebody, without the pattern's name.
  func asShift(of employeeID: String) -> ShiftAssignment {
    ShiftAssignment(
      employeeID: employeeID, day: day, pattern: "", minutes: minutes, breaks: breaks)
  }
}

extension RosterPlan {
  /// Minutes that make one unit of hours in `FairnessPrices.hours`: eight
  /// hours for a contract of 40 hours a week, in proportion for others, at
  /// least a quarter of an hour.
  func hoursUnitMinutes(of employee: Employee) -> Int {
    max(15, 480 * employee.contractMinutesPerWeek / 2_400)
  }
}
