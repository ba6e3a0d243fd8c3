import LinearModel
import Rostering

/// Writes a problem's variables and rows.
struct RosterProgramBuilder {
  let problem: RosterProblem
  let names: RosterNames
  let arcs: [PersonArcs]
  let representatives: [Int]

  private(set) var program = LinearProgram(name: "roster")
  private(set) var variables: [PersonVariables] = []
  private(set) var auxiliaries: [AuxiliaryVariables] = []
  private(set) var cover: [RosterProgram.PoolVariables] = []

  init(
    problem: RosterProblem, names: RosterNames, arcs: [PersonArcs], representatives: [Int]
  ) {
    self.problem = problem
    self.names = names
    self.arcs = arcs
    self.representatives = representatives
  }

  mutating func build() {
    for person in problem.lines.indices { addVariables(of: person) }
    for person in problem.lines.indices {
      addDays(of: person)
      let rows = LineRows(
        problem: problem, rules: problem.lines[person], arcs: arcs[person],
        variables: variables[person], name: names.people[person])
      auxiliaries += rows.add(to: &program)
    }
    addOrder()
    addCover()
  }

  // MARK: People

  private mutating func addVariables(of person: Int) {
    let rules = problem.lines[person]
    var own = PersonVariables()
    program.objectiveConstant += rules.constantCost
    for day in 0..<problem.dayCount {
      // What a day off costs is paid unless some option is worked.
      program.objectiveConstant += rules.dayOffCost[day]
      let dayArcs = arcs[person].arcs[day]
      let arcVariables = dayArcs.map { arc in
        program.addVariable(
          upper: 1, objective: rules.optionCost[arc.option] - rules.dayOffCost[day],
          isInteger: true, name: "x_\(names.people[person])_\(names.options[arc.option])")
      }
      own.groups.append(
        arcs[person].groups[day].enumerated().map { group, option in
          let members = dayArcs.indices.filter { dayArcs[$0].group == group }
          if members.count == 1 { return arcVariables[members[0]] }
          return program.addVariable(
            upper: 1, isInteger: true,
            name: "z_\(names.people[person])_\(names.options[option])")
        })
      own.arcs.append(arcVariables)
    }
    variables.append(own)
  }

  /// One option a day at most, exactly one where the person has to work; and
  /// what the variables of groups stand for.
  private mutating func addDays(of person: Int) {
    let name = names.people[person]
    for day in 0..<problem.dayCount {
      let groups = variables[person].groups[day]
      let mayBeOff = problem.lines[person].mayBeOff[day]
      if groups.isEmpty {
        if !mayBeOff { program.addContradiction(name: "\(name)_day\(day)") }
        continue
      }
      program.addRow(
        lower: mayBeOff ? -.infinity : 1, upper: 1, name: "\(name)_day\(day)",
        terms: groups.map { LinearTerm(1, $0) })
      let dayArcs = arcs[person].arcs[day]
      for (group, variable) in groups.enumerated() {
        let members = dayArcs.indices.filter { dayArcs[$0].group == group }
        guard members.count > 1 else { continue }
        program.addRow(
          lower: 0, upper: 0, name: "\(name)_day\(day)_group\(group)",
          terms: members.map { LinearTerm(1, variables[person].arcs[day][$0]) }
            + [LinearTerm(-1, variable)])
      }
    }
  }

  // MARK: Order of alike people

  /// Days that the order looks at; more would need coefficients that no
  /// simplex method likes.
  private static let rankedDays = 8

  /// A number that grows with the early days worked.
  static func rank(_ line: Line) -> Int {
    line.prefix(rankedDays).reduce(0) { $0 * 2 + ($1 == nil ? 0 : 1) }
  }

  private mutating func addOrder() {
    var previous: [Int: Int] = [:]
    for (person, first) in representatives.enumerated() {
      defer { previous[first] = person }
      guard let before = previous[first] else { continue }
      let days = min(Self.rankedDays, problem.dayCount)
      var terms: [LinearTerm] = []
      for day in 0..<days {
        let weight = Double(1 << (days - 1 - day))
        terms += variables[before].groups[day].map { LinearTerm(weight, $0) }
        terms += variables[person].groups[day].map { LinearTerm(-weight, $0) }
      }
      guard !terms.isEmpty else { continue }
      program.addRow(lower: 0, name: "\(names.people[person])_order", terms: terms)
    }
  }

  // MARK: Cover

  private mutating func addCover() {
    var units = [[LinearTerm]](repeating: [], count: problem.rows.count)
    for person in problem.lines.indices {
      let contributions = problem.contributions(ofPerson: person)
      for day in 0..<problem.dayCount {
        for (arc, variable) in zip(arcs[person].arcs[day], variables[person].arcs[day]) {
          for entry in contributions[arc.option] {
            units[entry.row].append(LinearTerm(Double(entry.units), variable))
          }
        }
      }
    }
    for (index, pool) in problem.pools.enumerated() {
      let network = PoolNetwork(pool, rows: problem.rows[pool.rows])
      program.objectiveConstant += network.constant
      if pool.rows.allSatisfy({ units[$0].isEmpty }),
        let settled = network.settle(Array(repeating: 0, count: network.nodeCount))
      {
        // Nobody can change what this pool costs.
        program.objectiveConstant += settled.cost - network.constant
        continue
      }
      addPool(index, network: network, units: pool.rows.map { units[$0] })
    }
  }

  private mutating func addPool(
    _ index: Int, network: PoolNetwork, units: [[LinearTerm]]
  ) {
    var sums = [AffineSum](repeating: AffineSum(), count: network.nodeCount)
    for (node, terms) in zip(network.nodeOfRow, units) { sums[node].terms += terms }
    let flows = network.flows.map { flow in
      program.addVariable(name: "cover_\(index)_flow\(flow.from)_\(flow.to)")
    }
    let pieces = network.pieces.enumerated().map { number, piece in
      program.addVariable(
        upper: piece.length, objective: piece.slope,
        name: "cover_\(index)_target\(piece.target)_piece\(number)")
    }
    for node in 0..<network.nodeCount {
      var balance = sums[node]
      balance.constant = Double(network.fixedUnits[node])
      for (flow, variable) in zip(network.flows, flows) {
        if flow.from == node { balance.terms.append(LinearTerm(-1, variable)) }
        if flow.to == node { balance.terms.append(LinearTerm(1, variable)) }
      }
      for (piece, variable) in zip(network.pieces, pieces) where piece.node == node {
        balance.terms.append(LinearTerm(-1, variable))
      }
      program.addRow(lower: 0, upper: 0, name: "cover_\(index)_\(node)", sum: balance)
    }
    cover.append(
      RosterProgram.PoolVariables(network: network, units: sums, flows: flows, pieces: pieces))
  }
}
