/// A key of plan.yaml: its form, its default and its meaning.
///
/// The reader takes the known keys from here, and the reference that users
/// read is made from here, so the two cannot differ.
public struct PlanKey: Sendable {
  /// The key as it is written.
  public let name: String
  /// The form of its value, as the end of a sentence: `a percentage`.
  public let form: String
  /// The default as it would be written; empty where the absence of the key
  /// is a meaning of its own, which `summary` then says.
  public let defaultText: String
  /// What it means, without a full stop.
  public let summary: String
  /// True if a plan must have it.
  public let isRequired: Bool
  /// True if the keys below it are names of the planner's choice.
  public let hasFreeKeys: Bool
  /// The keys below it.
  public let children: [PlanKey]

  init(
    _ name: String, form: String, default defaultText: String = "", _ summary: String,
    isRequired: Bool = false, hasFreeKeys: Bool = false, children: [PlanKey] = []
  ) {
    self.name = name
    self.form = form
    self.defaultText = defaultText
    self.summary = summary
    self.isRequired = isRequired
    self.hasFreeKeys = hasFreeKeys
    self.children = children
  }

  /// A key that holds a map of the given keys.
  static func section(
    _ name: String, _ summary: String, isRequired: Bool = false, _ children: [PlanKey]
  ) -> PlanKey {
    PlanKey(name, form: "a map of keys", summary, isRequired: isRequired, children: children)
  }

  /// A key that holds a list of maps of the given keys.
  static func sections(_ name: String, _ summary: String, _ children: [PlanKey]) -> PlanKey {
    PlanKey(name, form: "a list of maps", summary, children: children)
  }

  /// The key at a path such as `pay.overtime`, or nil.
  public func key(at path: String) -> PlanKey? {
    var key = self
    for name in path.split(separator: ".") {
      guard let child = key.children.first(where: { $0.name == name }) else { return nil }
      key = child
    }
    return key
  }
}
