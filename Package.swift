// swift-tools-version: 6.2
import PackageDescription

// The GLPK trait links libglpk (GPL-3). Without it every target still builds
// and the pure-Swift solvers do the work:
//     swift build --disable-default-traits
let glpkTrait = TargetDependencyCondition.when(traits: ["GLPK"])

// Unsafe code belongs in GLPKBackend alone; everywhere else it is an error.
let safe: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatWarning("StrictMemorySafety", as: .error),
]

let package = Package(
  name: "staffopt",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "StaffOptKit", targets: ["StaffOptKit"]),
    .executable(name: "staffopt", targets: ["StaffOptCLI"]),
  ],
  traits: [
    .trait(name: "GLPK", description: "Solve integer programs with GLPK (links libglpk, GPL-3)."),
    .default(enabledTraits: ["GLPK"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    .package(url: "https://github.com/pointfreeco/swift-custom-dump", from: "1.7.0"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    // Values: dates, clock times and spans. Knows nothing of staffing.
    .target(name: "CivilTime", swiftSettings: safe),
    // Values as text: numbers, columns, CSV and JSON, the same on every machine.
    .target(name: "PlainText", swiftSettings: safe),
    // Linear and integer programs. Knows nothing of staffing.
    .target(name: "LinearModel", swiftSettings: safe),
    .target(
      name: "CGLPK",
      cSettings: [.define("GLPK", .when(traits: ["GLPK"]))],
      linkerSettings: [.linkedLibrary("glpk", .when(traits: ["GLPK"]))]
    ),
    .target(
      name: "GLPKBackend",
      dependencies: ["LinearModel", "CGLPK"],
      swiftSettings: [.strictMemorySafety()]
    ),
    .target(name: "Workload", dependencies: ["CivilTime"], swiftSettings: safe),
    .target(name: "Rostering", dependencies: ["CivilTime"], swiftSettings: safe),
    // A roster replayed against random arrivals, event by event.
    .target(
      name: "Simulation", dependencies: ["CivilTime", "Workload", "Rostering"],
      swiftSettings: safe),
    .target(
      name: "RosterSolvers",
      dependencies: ["Rostering", "LinearModel"],
      swiftSettings: safe
    ),
    // Which shifts to have: distinct shifts and heads for a need.
    .target(name: "ShiftDesign", dependencies: ["LinearModel"], swiftSettings: safe),
    .target(
      name: "PlanFiles",
      dependencies: [
        "CivilTime", "PlainText", "Rostering", "ShiftDesign", "Workload",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: safe
    ),
    .target(
      name: "Reports",
      dependencies: [
        "CivilTime", "PlainText", "Rostering", "ShiftDesign", "Simulation", "Workload",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: safe
    ),
    .target(
      name: "StaffOptKit",
      dependencies: [
        "CivilTime", "LinearModel", "Workload", "Rostering", "RosterSolvers", "PlanFiles",
        "Reports", "ShiftDesign", "Simulation",
        .target(name: "GLPKBackend", condition: glpkTrait),
      ],
      swiftSettings: safe
    ),
    .executableTarget(
      name: "StaffOptCLI",
      dependencies: [
        "StaffOptKit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: safe
    ),
    .target(
      name: "StaffOptTestSupport",
      dependencies: ["LinearModel", "Rostering", "RosterSolvers", "CivilTime"],
      path: "Tests/StaffOptTestSupport",
      swiftSettings: safe
    ),
    .testTarget(
      name: "CivilTimeTests", dependencies: ["CivilTime", "StaffOptTestSupport"]),
    .testTarget(name: "PlainTextTests", dependencies: ["PlainText"]),
    .testTarget(
      name: "LinearModelTests", dependencies: ["LinearModel", "StaffOptTestSupport"]),
    .testTarget(
      name: "GLPKBackendTests",
      dependencies: ["GLPKBackend", "LinearModel", "StaffOptTestSupport"]),
    .testTarget(
      name: "WorkloadTests", dependencies: ["Workload", "CivilTime", "StaffOptTestSupport"]),
    .testTarget(
      name: "SimulationTests",
      dependencies: ["Simulation", "Workload", "Rostering", "CivilTime", "StaffOptTestSupport"]),
    .testTarget(
      name: "RosteringTests",
      dependencies: ["Rostering", "RosterSolvers", "CivilTime", "StaffOptTestSupport"]),
    .testTarget(
      name: "RosterSolversTests",
      dependencies: [
        "RosterSolvers", "Rostering", "LinearModel", "CivilTime", "StaffOptTestSupport",
        .target(name: "GLPKBackend", condition: glpkTrait),
      ]),
    .testTarget(
      name: "ShiftDesignTests",
      dependencies: [
        "ShiftDesign", "PlanFiles", "LinearModel", "StaffOptTestSupport",
        .target(name: "GLPKBackend", condition: glpkTrait),
      ]),
    .testTarget(
      name: "PlanFilesTests",
      dependencies: [
        "PlanFiles", "PlainText", "Rostering", "ShiftDesign", "Workload", "CivilTime",
        "StaffOptTestSupport",
        .product(name: "CustomDump", package: "swift-custom-dump"),
      ],
      resources: [.copy("Fixtures")]),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Reports", "PlainText", "Rostering", "Workload", "CivilTime", "StaffOptTestSupport",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      exclude: ["Goldens"]),
    .testTarget(
      name: "StaffOptKitTests",
      dependencies: [
        "StaffOptKit", "CivilTime", "LinearModel", "PlanFiles", "PlainText", "Rostering",
        "RosterSolvers", "StaffOptTestSupport",
        .target(name: "GLPKBackend", condition: glpkTrait),
      ]),
    .testTarget(
      name: "StaffOptCLITests",
      dependencies: ["StaffOptCLI", "StaffOptKit", "StaffOptTestSupport"],
      exclude: ["Goldens"]),
  ],
  swiftLanguageModes: [.v6]
)
