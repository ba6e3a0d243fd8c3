import Dispatch
import Rostering
import Synchronization

/// Finds everybody's cheapest line at prices of the master's rows, on one or
/// several threads. A person is always priced in the same scratch memory, which
/// remembers what helped last time; so the number of cores does not change the result.
final class LinePricer: Sendable {
  /// A person's cheapest line.
  struct Found: Sendable {
    /// Its cost, prices included.
    var cost: Double
    /// What it costs by itself.
    var ownCost: Double
    /// The option of each day, -1 for a day off.
    var line: [Int32]
    /// No line costs less.
    var bound: Double
  }

  private struct Worker {
    var workspace = LineWorkspace()
    var found: [(person: Int, line: Found?)] = []
  }

  private final class Slot: Sendable {
    let worker = Mutex(Worker())
  }

  let task: ColumnTask
  let layout: MasterLayout
  private let slots: [Slot]
  /// The cover classes of the task's people.
  private let classes: [Int]

  /// A pricer of a task's lines.
  ///
  /// - Parameter threadCount: The most threads to use.
  init(_ task: ColumnTask, layout: MasterLayout, threadCount: Int) {
    self.task = task
    self.layout = layout
    let count = max(1, min(threadCount, task.people.count / 4))
    slots = (0..<count).map { _ in Slot() }
    classes = Set(task.people.map { task.roster.tables.classOfPerson[$0] }).sorted()
  }

  private init(_ other: LinePricer, layout: MasterLayout) {
    task = other.task
    self.layout = layout
    slots = other.slots
    classes = other.classes
  }

  /// A pricer of the same lines for other rows, in the same scratch memory: not
  /// to be used at the same time.
  func pricing(_ layout: MasterLayout) -> LinePricer { LinePricer(self, layout: layout) }

  /// People up to whom one thread prices all.
  private static let fewPeople = 8

  /// The cheapest lines.
  ///
  /// - Parameters:
  ///   - prices: A price for a head on each row of the master.
  ///   - patterns: What each person's days may be; nil for the task's.
  ///   - people: Who is priced, as indices within the task; nil for all.
  /// - Returns: A line for each person asked for; nil where there is none.
  func cheapestLines(
    at prices: [Double], patterns: [LinePattern]? = nil, people: [Int]? = nil
  ) -> [Found?] {
    let people = people ?? Array(task.people.indices)
    let patterns = patterns ?? task.patterns
    let optionPrices = optionPrices(at: prices)
    @Sendable func price(inSlot index: Int) {
      slots[index].worker.withLock { worker in
        worker.found.removeAll(keepingCapacity: true)
        for (place, person) in people.enumerated() where person % slots.count == index {
          let found = cheapestLine(
            of: person, at: optionPrices, pattern: patterns[person],
            workspace: &worker.workspace)
          worker.found.append((place, found))
        }
      }
    }
    if people.count > Self.fewPeople {
      DispatchQueue.concurrentPerform(iterations: slots.count, execute: price)
    } else {
      slots.indices.forEach(price)
    }
    var all = [Found?](repeating: nil, count: people.count)
    for slot in slots {
      slot.worker.withLock { worker in
        for (place, found) in worker.found { all[place] = found }
      }
    }
    return all
  }

  private func cheapestLine(
    of person: Int, at optionPrices: [Int: [Double]], pattern: LinePattern,
    workspace: inout LineWorkspace
  ) -> Found? {
    let whole = task.people[person]
    guard let prices = optionPrices[task.roster.tables.classOfPerson[whole]],
      let cost = task.roster.optimizers[whole].solve(
        optionPrices: prices, pattern: pattern, workspace: &workspace)
    else { return nil }
    var own = cost
    for option in workspace.line where option >= 0 { own -= prices[Int(option)] }
    return Found(
      cost: cost, ownCost: own, line: workspace.line, bound: min(cost, workspace.lowerBound))
  }

  /// For each cover class the price of every option.
  private func optionPrices(at prices: [Double]) -> [Int: [Double]] {
    let tables = task.roster.tables
    var all: [Int: [Double]] = [:]
    for coverClass in classes {
      let table = tables.classes[coverClass]
      var prefix: [Double] = []
      prefix.reserveCapacity(table.usedUnits.count * table.prefixStride)
      for value in table.usedUnits {
        let heads = Double(tables.unitValues[Int(value)]) / layout.unitsPerHead
        var sum = 0.0
        for cover in table.rows {
          prefix.append(sum)
          let row = layout.rowOfCover[Int(cover)]
          if row >= 0 { sum += heads * prices[Int(row)] }
        }
        prefix.append(sum)
      }
      var options = [Double](repeating: 0, count: tables.optionCount)
      for day in task.openDays {
        let dutyPrice = layout.duty.map { prices[$0.row(ofClass: coverClass, day: day)] } ?? 0
        for option in tables.optionsOfDay[day] {
          var price = dutyPrice
          let segments = Int(table.segmentStart[option])..<Int(table.segmentStart[option + 1])
          for segment in segments {
            price +=
              prefix[Int(table.segmentTo[segment])] - prefix[Int(table.segmentFrom[segment])]
          }
          options[option] = price
        }
      }
      all[coverClass] = options
    }
    return all
  }
}

extension LinePricer {
  /// What prices come to when everybody takes the cheapest line.
  struct Evaluation {
    /// The Lagrangian bound of the task at the prices.
    var bound: Double
    /// The heads on each row of the master, those that stand included.
    var heads: [Double]
    /// Everybody's cheapest line.
    var columns: [LineColumn]
  }

  /// Evaluates prices; nil if somebody has no line.
  ///
  /// - Parameters:
  ///   - patterns: What each person's days may be; nil for the task's.
  ///   - settled: The lines of people who have no other; empty for nobody's.
  func evaluate(
    _ prices: [Double], patterns: [LinePattern]? = nil, settled: [LineColumn?] = [],
    maker: ColumnMaker
  ) -> Evaluation? {
    var evaluation = Evaluation(
      bound: layout.poolBound(prices), heads: layout.standing, columns: [])
    let open = settled.isEmpty ? nil : settled.indices.filter { settled[$0] == nil }
    let lines = cheapestLines(at: prices, patterns: patterns, people: open)
    for column in settled {
      guard let column else { continue }
      evaluation.bound += column.cost(at: prices)
      evaluation.columns.append(column)
    }
    for (place, found) in lines.enumerated() {
      guard let found else { return nil }
      evaluation.bound += found.bound
      let person = open.map { $0[place] } ?? place
      evaluation.columns.append(
        maker.column(found.line, person: person, ownCost: found.ownCost))
    }
    for column in evaluation.columns {
      for index in column.rows.indices {
        evaluation.heads[Int(column.rows[index])] += column.heads[index]
      }
    }
    return evaluation
  }
}
