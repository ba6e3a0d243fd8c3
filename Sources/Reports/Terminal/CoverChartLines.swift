import PlainText

/// Need against cover over the hours of each day, all skills together, as
/// lines of blocks; below them a mark under each hour in which a skill is
/// short.
struct CoverChartLines {
  let report: TerminalReport

  var lines: [String] {
    let facts = report.facts
    let horizon = facts.plan.horizon
    guard facts.covers.contains(where: { cover in cover.need.contains { $0 > 0 } }) else {
      return []
    }
    let perHour = 60 / horizon.intervalMinutes
    let needs = hourly(\.need, groupsOf: perHour)
    let covers = hourly(\.onDuty, groupsOf: perHour)
    let shorts = shortHours(groupsOf: perHour)
    let top = (needs + covers).max() ?? 0
    let labels = facts.days.map { report.language.shortDate($0.date) }
    let names = [Phrase.need, .cover, .shortfall].map(report.say)
    let labelWidth = labels.map(DisplayWidth.columns).max() ?? 0
    let nameWidth = names.map(DisplayWidth.columns).max() ?? 0
    let margin = String(repeating: " ", count: labelWidth + nameWidth + 6)
    let peak = NumberText.fixed(top, decimals: 1)
    var lines = [
      report.heading(.allSkills) + "  █ = \(peak)",
      margin + "00    06    12    18",
    ]
    for day in facts.days.indices {
      let hours = (day * 24)..<(day * 24 + 24)
      let rows = [
        BlockChart.bars(Array(needs[hours]), top: top),
        BlockChart.bars(Array(covers[hours]), top: top),
        String(shorts[hours].map { $0 ? Character("▲") : " " }),
      ]
      for (index, row) in rows.enumerated() where index < 2 || row.contains("▲") {
        let label = DisplayWidth.padded(index == 0 ? labels[day] : "", to: labelWidth)
        let name = DisplayWidth.padded(names[index], to: nameWidth)
        var line = "  \(label)  \(name)  \(row)"
        while line.hasSuffix(" ") { line.removeLast() }
        lines.append(index == 2 ? report.style.paint(line, .bad) : line)
      }
    }
    return lines
  }

  /// Agents of all skills, the mean of each hour of the horizon.
  private func hourly(_ figure: KeyPath<SkillCover, [Double]>, groupsOf size: Int) -> [Double] {
    var sums = Array(repeating: 0.0, count: report.facts.plan.horizon.dayCount * 24)
    for cover in report.facts.covers {
      let means = BlockChart.means(cover[keyPath: figure][...], groupsOf: size)
      for (hour, mean) in zip(sums.indices, means) { sums[hour] += mean }
    }
    return sums
  }

  /// For each hour of the horizon, true if a skill is short in it.
  private func shortHours(groupsOf size: Int) -> [Bool] {
    var short = Array(repeating: false, count: report.facts.plan.horizon.dayCount * 24)
    for cover in report.facts.covers {
      for (interval, need) in cover.need.enumerated()
      where need - cover.onDuty[interval] >= CoverGap.leastAgents {
        short[interval / size] = true
      }
    }
    return short
  }
}
