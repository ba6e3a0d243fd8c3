import Foundation

extension ContinuousClock {
  /// Cores that the process may use.
  static var coreCount: Int { ProcessInfo.processInfo.activeProcessorCount }
}
