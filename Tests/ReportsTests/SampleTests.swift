import StaffOptTestSupport
import Testing

@Suite struct SampleTests {
  @Test func `the festival sample has what reports show`() throws {
    let sample = try #require(ReportSamples.springFestival())
    #expect(sample.plan.employees.count == 12)
    #expect(sample.audit.violations.isEmpty)
    #expect(sample.audit.shortfallHours > 0)
    #expect(sample.audit.people.contains { $0.nights > 0 })
    #expect(sample.audit.people.contains { $0.wishesMet < $0.wishesAsked })
  }
}
