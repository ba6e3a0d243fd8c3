// swift-tools-version: 6.2
import PackageDescription

// Speed (`make bench`) and quality (`make bench-quality`), in a package of
// their own so that users of staffopt build neither. The GLPK trait is handed
// on: `--disable-default-traits` measures the pure-Swift solvers.
let package = Package(
  name: "staffopt-benchmarks",
  platforms: [.macOS(.v15)],
  traits: [
    .trait(name: "GLPK", description: "Measure the solvers that work through GLPK too."),
    .default(enabledTraits: ["GLPK"]),
  ],
  dependencies: [
    .package(
      name: "staffopt", path: "..",
      traits: [.trait(name: "GLPK", condition: .when(traits: ["GLPK"]))]),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    // Without its default trait it needs no jemalloc, and counts no mallocs.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.0", traits: []),
  ],
  targets: [
    // Value, bound and gap of solvers on the sample plans.
    .executableTarget(
      name: "QualityTable",
      dependencies: [
        .product(name: "StaffOptKit", package: "staffopt"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // Contacts a second of the simulation, and its agreement with formulas.
    .executableTarget(
      name: "ReplaySpeed",
      dependencies: [
        .product(name: "StaffOptKit", package: "staffopt"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // The search for shifts on the shift design benchmark.
    .executableTarget(
      name: "ShiftDesignTable",
      dependencies: [
        .product(name: "StaffOptKit", package: "staffopt"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // Wall clock of the parts that everything else waits for.
    .executableTarget(
      name: "StaffOptBenchmarks",
      dependencies: [
        .product(name: "StaffOptKit", package: "staffopt"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/StaffOptBenchmarks",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ],
  swiftLanguageModes: [.v6]
)
