/// Laying the keys of a scenario over those of a plan.
extension PlanNode {
  /// This part with another laid over it: maps are joined key by key, lists of
  /// named maps (shifts) by name, everything else is replaced. Each value
  /// keeps its place, so that a complaint names the file it stands in.
  func overlaid(by other: PlanNode) -> PlanNode {
    switch (content, other.content) {
    case (.map(let own), .map(let others)):
      var entries = own
      for entry in others {
        if let index = entries.firstIndex(where: { $0.key.text == entry.key.text }) {
          entries[index].value = entries[index].value.overlaid(by: entry.value)
        } else {
          entries.append(entry)
        }
      }
      return PlanNode(content: .map(entries), place: place)
    case (.list(let own), .list(let others))
    where others.allSatisfy({ $0.nameEntry != nil }) && own.allSatisfy({ $0.nameEntry != nil }):
      var items = own
      for item in others {
        if let index = items.firstIndex(where: { $0.nameEntry == item.nameEntry }) {
          items[index] = items[index].overlaid(by: item)
        } else {
          items.append(item)
        }
      }
      return PlanNode(content: .list(items), place: place)
    default:
      return other
    }
  }

  /// The value of a map's key `name`.
  private var nameEntry: String? {
    guard case .map(let entries) = content,
      let value = entries.first(where: { $0.key.text == "name" })?.value,
      case .scalar(let text?) = value.content
    else { return nil }
    return text
  }

  /// What stands under a key of a map.
  func child(_ key: String) -> PlanNode? {
    guard case .map(let entries) = content else { return nil }
    return entries.first { $0.key.text == key && !$0.value.isNull }?.value
  }
}
