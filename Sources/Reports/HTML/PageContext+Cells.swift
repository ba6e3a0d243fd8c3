import Mustache

// A large roster has ten thousands of cells, and looking properties up by
// reflection takes longer than everything else about them.

extension PageContext.Cell: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "style": style
    case "hint": hint
    case "words": words
    case "pattern": pattern
    case "hasNote": hasNote
    case "signs": signs
    default: nil
    }
  }
}

extension PageContext.Sign: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "kind": kind
    case "sign": sign
    case "meaning": meaning
    default: nil
    }
  }
}
