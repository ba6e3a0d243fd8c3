import ArgumentParser

/// What the program tells the shell.
enum ExitStatus {
  /// Something failed; for `audit`, a rule is broken.
  static let failure = ExitCode(1)
  /// The input is invalid.
  static let invalidInput = ExitCode(2)
  /// It is proven that no roster can satisfy the hard rules.
  static let impossible = ExitCode(3)
  /// A limit stopped the work before there was anything to show.
  static let nothingFound = ExitCode(4)
}

/// Does work that writes files; what goes wrong is told and ends the command.
func writing<Value>(_ work: () throws -> Value) throws -> Value {
  do {
    return try work()
  } catch {
    Console.say("error: \(error)")
    throw ExitStatus.failure
  }
}
