import Rostering
import StaffOptTestSupport
import Testing

@testable import Reports

@Suite("Prices of rules")
struct RulePriceTests {
  @Test("What would decide an open price: a proof of the plan, or of the looser one")
  func decision() {
    var (base, looser) = (
      CaseFacts(name: "plan", status: .solved, note: "", people: 1, days: 1),
      CaseFacts(name: "looser", status: .solved, note: "", people: 1, days: 1)
    )
    func price(_ cost: Double, _ bound: Double, _ other: Double, _ otherBound: Double) -> RulePrice
    {
      (base.cost.wages, base.bound) = (cost, bound)
      (looser.cost.wages, looser.bound) = (other, otherBound)
      return RulePrice(
        facts: SweepFacts(kind: .rulePrices, plan: PlanSamples.plan(), cases: [base, looser]),
        base: base,
        looser: looser)
    }
    let saving = price(10_000, 9_800, 9_900, 9_700)
    #expect(saving.isUndecided && saving.decidedBy?.isOfPlan == true)
    #expect(((saving.decidedBy?.needed ?? 0) - 0.01).magnitude < 1e-12)
    #expect(((saving.decidedBy?.now ?? 0) - 0.02).magnitude < 1e-12)
    let none = price(10_000, 9_900, 10_000, 9_900)
    #expect(none.isUndecided && none.decidedBy?.isOfPlan == false)
    #expect(none.decidedBy?.needed == SweepFacts.nothingShare)
    #expect(price(10_000, 9_950, 9_900, 9_850).decidedBy == nil)
    #expect(price(10_000, 9_000, 10_000, 9_995).isNothing)
  }

  @Test("What saves nothing closes nothing, though another roster of that cost may")
  func nothingClosed() {
    var base = CaseFacts(name: "plan", status: .solved, note: "", people: 1, days: 1)
    var looser = base
    (base.cost.wages, base.shortfallHours) = (10_000, 8)
    (looser.cost.wages, looser.shortfallHours) = (10_000, 6.7)
    func price() -> RulePrice {
      RulePrice(
        facts: SweepFacts(kind: .rulePrices, plan: PlanSamples.plan(), cases: [base, looser]),
        base: base, looser: looser)
    }
    #expect(price().hours == 0)
    looser.cost.wages = 9_900
    #expect((price().hours - 1.3).magnitude < 1e-9)
  }
}
