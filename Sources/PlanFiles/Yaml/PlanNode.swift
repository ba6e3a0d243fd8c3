/// A part of plan.yaml with the place it begins at.
struct PlanNode {
  /// What stands there.
  enum Content {
    /// A single value as it is written; nil for nothing, `~` and `null`.
    case scalar(String?)
    /// A list.
    case list([PlanNode])
    /// A map, in the order it is written.
    case map([PlanEntry])
  }

  /// What stands there.
  var content: Content
  /// The place; its field is the path of keys.
  var place: SourcePlace

  /// What the part is, for messages.
  var form: String {
    switch content {
    case .scalar(nil): "nothing"
    case .scalar: "a single value"
    case .list: "a list"
    case .map: "a map of keys"
    }
  }

  /// True where nothing stands.
  var isNull: Bool {
    if case .scalar(nil) = content { return true }
    return false
  }
}

/// A key of a map and its value.
struct PlanEntry {
  /// The key as it is written.
  var key: SourceText
  /// What stands under it.
  var value: PlanNode
}
