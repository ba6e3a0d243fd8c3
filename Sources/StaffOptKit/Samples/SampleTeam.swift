/// A team of invented people: who they are and what they can do.
struct SampleTeam {
  /// The team's name.
  var name: String
  /// People in it.
  var size: Int
  /// The skill all of them have.
  var skill: String
  /// A second skill, and how many in a hundred have it.
  var secondSkill: (name: String, percent: Int)?
  /// Base pay of an hour: the least and the most.
  var wages: ClosedRange<Int>
  /// Contract hours a week.
  var contractHours = 40
}

/// One invented person.
struct SamplePerson {
  var id: String
  var name: String
  var team: String
  var skills: [String]
  var contractHours: Int
  var wage: Int
  /// `pay`, `rest` or `either`.
  var choice: String
  /// Written into the file as it is; empty for people of long standing.
  var startDate = ""
  var carriedPremiumDays: Int
  var carriedNights: Int
  var carriedWeekends: Int

  /// The people of some teams; a third wants pay, a third rest. The ledger of
  /// earlier holidays is uneven, as it is in life.
  static func draw(
    teams: [SampleTeam], hasNights: Bool, using generator: inout some RandomNumberGenerator
  ) -> [SamplePerson] {
    let names = SampleNames.draw(teams.reduce(0) { $0 + $1.size }, using: &generator)
    var people: [SamplePerson] = []
    for team in teams {
      for _ in 0..<team.size {
        var skills = [team.skill]
        if let second = team.secondSkill,
          Int.random(in: 0..<100, using: &generator) < second.percent
        {
          skills.append(second.name)
        }
        let number = String(people.count + 1)
        people.append(
          SamplePerson(
            id: "A" + String(repeating: "0", count: max(0, 3 - number.count)) + number,
            name: names[people.count], team: team.name, skills: skills,
            contractHours: team.contractHours,
            wage: Int.random(in: team.wages, using: &generator),
            choice: ["pay", "rest", "either"][people.count % 3],
            carriedPremiumDays: Int.random(in: 0...3, using: &generator),
            carriedNights: hasNights ? Int.random(in: 0...6, using: &generator) : 0,
            carriedWeekends: Int.random(in: 0...4, using: &generator)))
      }
    }
    return people
  }

  /// The people as a staff file.
  static func staffFile(_ people: [SamplePerson]) -> String {
    let header =
      "id,name,team,skills,contract-hours,wage,choice,start-date,"
      + "carried-premium-days,carried-nights,carried-weekends\n"
    return header
      + people.map { person in
        [
          person.id, person.name, person.team, person.skills.joined(separator: "|"),
          "\(person.contractHours)", "\(person.wage)", person.choice, person.startDate,
          "\(person.carriedPremiumDays)", "\(person.carriedNights)", "\(person.carriedWeekends)",
        ].joined(separator: ",") + "\n"
      }.joined()
  }
}
