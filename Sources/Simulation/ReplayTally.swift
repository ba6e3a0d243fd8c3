/// Sums over replications; adding tallies in the order of their replications
/// gives the same sums on any number of cores.
struct ReplayTally: Sendable {
  private struct Cell: Sendable {
    var inTime = RatioSums()
    var abandoned = RatioSums()
    var waited = RatioSums()
    var handled = 0.0

    mutating func add(_ other: Cell) {
      inTime.add(other.inTime)
      abandoned.add(other.abandoned)
      waited.add(other.waited)
      handled += other.handled
    }
  }

  private let model: ReplayModel
  /// For each class its intervals, then its days, then the total.
  private var cells: [Cell]
  /// For each class and interval the tickets waiting, summed.
  private var backlog: [Double]
  /// For each class and day the tickets waiting, by replication.
  private var backlogByDay: [[Float]]
  /// For each class and day in how many replications no ticket waited at some
  /// moment of it.
  private var cleared: [Int]
  private var replications = 0
  /// For each class and interval the seconds that agents who serve it were
  /// there, and busy, with whatever they serve.
  private var there: [Double]
  private var busy: [Double]
  /// For each class the groups that serve it.
  private let groups: [[Int]]

  private var intervalCount: Int { model.intervalCount }
  private var dayCount: Int { model.dayCount }
  private var cellsPerClass: Int { intervalCount + dayCount + 1 }

  init(_ compiled: CompiledReplay) {
    let model = compiled.model
    self.model = model
    groups = compiled.serversOfClass
    there = Array(repeating: 0, count: model.classes.count * model.intervalCount)
    busy = there
    let classes = model.classes.count
    cells = Array(
      repeating: Cell(), count: classes * (model.intervalCount + model.dayCount + 1))
    backlog = Array(repeating: 0, count: classes * model.intervalCount)
    backlogByDay = Array(repeating: [], count: classes * model.dayCount)
    cleared = Array(repeating: 0, count: classes * model.dayCount)
  }

  // MARK: Adding

  private struct Sums {
    var offered = 0.0
    var inTime = 0.0
    var abandoned = 0.0
    var waitBase = 0.0
    var waited = 0.0
    var handled = 0.0

    mutating func add(_ other: Sums) {
      offered += other.offered
      inTime += other.inTime
      abandoned += other.abandoned
      waitBase += other.waitBase
      waited += other.waited
      handled += other.handled
    }
  }

  /// Adds what one replay counted.
  mutating func add(_ counts: ReplayCounts, duty: DutyTime) {
    replications += 1
    for (kind, groups) in groups.enumerated() {
      for interval in 0..<intervalCount {
        for group in groups {
          there[kind * intervalCount + interval] += duty.there[group * intervalCount + interval]
          busy[kind * intervalCount + interval] += duty.busy[group * intervalCount + interval]
        }
      }
    }
    for (kind, workload) in model.classes.enumerated() {
      let isTicket = workload.deadline != nil
      var total = Sums()
      for day in 0..<dayCount {
        var ofDay = Sums()
        let first = day * model.intervalsPerDay
        for interval in first..<min(intervalCount, first + model.intervalsPerDay) {
          let sums = self.sums(counts, kind, interval, isTicket: isTicket)
          add(sums, to: kind * cellsPerClass + interval)
          ofDay.add(sums)
          if isTicket {
            backlog[kind * intervalCount + interval] += counts.value(
              .backlog, class: kind, interval: interval)
          }
        }
        add(ofDay, to: kind * cellsPerClass + intervalCount + day)
        total.add(ofDay)
        if isTicket {
          let last = min(intervalCount, first + model.intervalsPerDay) - 1
          backlogByDay[kind * dayCount + day].append(
            Float(counts.value(.backlog, class: kind, interval: last)))
          let isCleared = (first...last).contains { interval in
            counts.value(.cleared, class: kind, interval: interval) > 0
              || counts.value(.backlog, class: kind, interval: interval) == 0
          }
          if isCleared { cleared[kind * dayCount + day] += 1 }
        }
      }
      add(total, to: (kind + 1) * cellsPerClass - 1)
    }
  }

  private func sums(
    _ counts: ReplayCounts, _ kind: Int, _ interval: Int, isTicket: Bool
  ) -> Sums {
    func value(_ figure: ReplayCounts.Figure) -> Double {
      counts.value(figure, class: kind, interval: interval)
    }
    let offered = value(.offered)
    return Sums(
      offered: offered, inTime: isTicket ? offered - value(.late) : value(.inTime),
      abandoned: value(.abandoned), waitBase: isTicket ? value(.answered) : offered,
      waited: value(.waited), handled: value(.handled))
  }

  private mutating func add(_ sums: Sums, to cell: Int) {
    cells[cell].inTime.add(x: sums.offered, y: sums.inTime)
    cells[cell].abandoned.add(x: sums.offered, y: sums.abandoned)
    cells[cell].waited.add(x: sums.waitBase, y: sums.waited)
    cells[cell].handled += sums.handled
  }

  /// Adds the sums of later replications.
  mutating func add(_ other: ReplayTally) {
    replications += other.replications
    for index in cells.indices { cells[index].add(other.cells[index]) }
    for index in backlog.indices { backlog[index] += other.backlog[index] }
    for index in backlogByDay.indices { backlogByDay[index] += other.backlogByDay[index] }
    for index in cleared.indices { cleared[index] += other.cleared[index] }
    for index in there.indices {
      there[index] += other.there[index]
      busy[index] += other.busy[index]
    }
  }

  // MARK: Result

  /// The estimates so far.
  var result: ReplayResult {
    let n = Double(max(1, replications))
    let classes = model.classes.enumerated().map { kind, workload in
      let base = kind * cellsPerClass
      return ClassReplay(
        name: workload.name,
        intervals: (0..<intervalCount).map {
          estimates(base + $0, n, occupancy: occupancy(kind, $0..<($0 + 1)))
        },
        days: (0..<dayCount).map { day in
          let first = day * model.intervalsPerDay
          let last = min(intervalCount, first + model.intervalsPerDay)
          return estimates(
            base + intervalCount + day, n, occupancy: occupancy(kind, first..<last))
        },
        total: estimates(
          base + cellsPerClass - 1, n, occupancy: occupancy(kind, 0..<intervalCount)),
        backlog: workload.deadline == nil ? nil : backlogReplay(kind, n))
    }
    let contacts = classes.reduce(0) { $0 + $1.total.offered.value * n }
    return ReplayResult(replications: replications, contacts: contacts.rounded(), classes: classes)
  }

  private func occupancy(_ kind: Int, _ intervals: Range<Int>) -> Double? {
    let places = intervals.map { kind * intervalCount + $0 }
    let present = places.reduce(0) { $0 + there[$1] }
    return present > 0 ? places.reduce(0) { $0 + busy[$1] } / present : nil
  }

  private func estimates(_ index: Int, _ n: Double, occupancy: Double?) -> ReplayCell {
    let cell = cells[index]
    var offered = RatioSums()
    offered.count = cell.inTime.count
    offered.y = cell.inTime.x
    offered.yy = cell.inTime.xx
    return ReplayCell(
      offered: offered.mean, serviceLevel: cell.inTime.ratio, abandonment: cell.abandoned.ratio,
      meanWaitSeconds: cell.waited.ratio, handledSeconds: cell.handled / n,
      occupancy: occupancy)
  }

  private func backlogReplay(_ kind: Int, _ n: Double) -> BacklogReplay {
    let bands = (0..<dayCount).map { day in
      let sorted = backlogByDay[kind * dayCount + day].sorted()
      func percentile(_ share: Double) -> Double {
        guard let last = sorted.last else { return 0 }
        let rank = Int((share * Double(sorted.count)).rounded(.up)) - 1
        return Double(sorted.indices.contains(rank) ? sorted[rank] : last)
      }
      let mean = sorted.reduce(0.0) { $0 + Double($1) } / n
      return BacklogBand(low: percentile(0.1), mean: mean, high: percentile(0.9))
    }
    return BacklogReplay(
      byInterval: (0..<intervalCount).map { backlog[kind * intervalCount + $0] / n },
      byDay: bands,
      clearedOn: (0..<dayCount).map { Double(cleared[kind * dayCount + $0]) / n })
  }
}
