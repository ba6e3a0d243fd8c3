/// The program's version.
public enum StaffOptVersion {
  /// The version, as in the changelog.
  public static let current = "0.1.0"

  /// True if this build can use GLPK.
  public static var hasGLPK: Bool { SolverCatalogue.linearSolver != nil }
}
