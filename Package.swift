// swift-tools-version: 6.2

import Glibc
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = [], linking libraries: [String] = []) -> Target {
    .target(
        name: name, dependencies: dependencies, swiftSettings: settings,
        linkerSettings: libraries.map { .linkedLibrary($0) })
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies, resources: resources,
        swiftSettings: settings)
}

let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let coreMetrics = Target.Dependency.product(name: "CoreMetrics", package: "swift-metrics")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")

/// With this variable set, only the targets that need no other package: they and their tests compile in seconds
/// (`make unit-pure`).
let isPure = Context.environment["MATH_PURE"] != nil

/// FLINT 3 is one library; before it, Arb, Antic and Calcium are libraries of their own.
let isFlintWhole = access("/usr/include/flint/arb.h", F_OK) == 0
let besideFlint = isFlintWhole ? [] : ["calcium", "antic", "flint-arb"]

let pureTargets: [Target] = [
    .systemLibrary(
        name: "CFlint", providers: [.apt(["libflint-dev", "libflint-arb-dev", "libcalcium-dev", "libantic-dev"])]),
    library("Text"),
    library("JSON", ["Text"]),
    library("Numbers", ["CFlint"], linking: besideFlint),
    library("Calculator", ["Text", "Numbers"]),
    library("Events", ["Text", "JSON"]),

    .target(name: "ProcessorTime", path: "Tests/ProcessorTime", swiftSettings: settings),
    tests("Text", []),
    tests("JSON", []),
    tests("Numbers", ["ProcessorTime"], resources: [.copy("Reference")]),
    tests("Calculator", ["Numbers", "ProcessorTime"], resources: [.copy("Reference")]),
    tests("Events", ["JSON"]),
]

/// A release build is told its version with the commit behind it (scripts/version.sh); one small file depends on it.
let commit = Context.environment["MATH_VERSION"].flatMap { version in
    version.firstIndex(of: "+").map { version[$0...] }
}

let serviceTargets: [Target] = [
    .target(name: "CVersion", cSettings: commit.map { [.define("MATH_COMMIT", to: String($0))] } ?? []),
    .systemLibrary(name: "CRdKafka", pkgConfig: "rdkafka", providers: [.apt(["librdkafka-dev"])]),
    .systemLibrary(name: "CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
    .systemLibrary(name: "CCrypt", pkgConfig: "libcrypt", providers: [.apt(["libcrypt-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"])]),

    library("Store", ["Text", "Events", grdb, .product(name: "GRDBSQLite", package: "GRDB.swift")]),
    library(
        "Accounts",
        [
            "Text", "Store", "Events", "CArgon2", "CCrypt", grdb,
            .product(name: "JWTKit", package: "jwt-kit"), .product(name: "Crypto", package: "swift-crypto"),
        ]),
    library("Kafka", ["CRdKafka", lifecycle, logging]),
    library("Pipeline", ["Events", "Store", "Kafka", lifecycle, logging]),
    library("Workers", ["JSON", "Numbers", "Calculator", logging]),
    library("Prometheus", [coreMetrics]),
    library(
        "HTTPServer",
        [
            hummingbirdCore, lifecycle, logging, .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
            .product(name: "NIOExtras", package: "swift-nio-extras"),
        ]),
    library(
        "API",
        [
            "Text", "JSON", "Calculator", "Workers", "HTTPServer", "Prometheus", "Accounts", "Events", "Store",
            "CZlib", "CBrotli", hummingbird, hummingbirdCore, lifecycle, logging, coreMetrics,
            .product(name: "Crypto", package: "swift-crypto"),
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
            .product(name: "NIOExtras", package: "swift-nio-extras"),
        ]),
    .executableTarget(
        name: "App",
        dependencies: [
            "CVersion", "JSON", "Calculator", "Workers", "HTTPServer", "Accounts", "Events", "Store", "Kafka",
            "Pipeline", "API",
            lifecycle, logging,
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
            .product(name: "Crypto", package: "swift-crypto"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOPosix", package: "swift-nio"),
        ],
        swiftSettings: settings,
        // Its malloc is quicker than the system's under many short-lived allocations on several threads.
        linkerSettings: [.linkedLibrary("jemalloc", .when(platforms: [.linux], configuration: .release))]),

    // librdkafka's mock cluster, and what tests with it need.
    .target(
        name: "MockCluster", dependencies: ["CRdKafka", logging], path: "Tests/MockCluster", swiftSettings: settings),
    tests("Kafka", ["MockCluster"]),
    tests("Store", ["Events", grdb]),
    tests("Accounts", ["Store", "Events", grdb, .product(name: "Crypto", package: "swift-crypto")]),
    tests(
        "Pipeline",
        [
            "Store", "Events", "Kafka", "MockCluster", grdb, lifecycle, logging,
            .product(name: "ServiceLifecycleTestKit", package: "swift-service-lifecycle"),
        ]),
    tests("Workers", ["Calculator"]),
    tests("Prometheus", [coreMetrics]),
    tests(
        "HTTPServer",
        [
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
        ]),
    tests(
        "API",
        [
            "JSON", "Calculator", "Workers", "HTTPServer", "Accounts", "Events", "Store", "Pipeline", hummingbird,
            lifecycle, logging,
            coreMetrics, .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
        ]),
    tests(
        "App",
        [
            "Calculator", "Accounts", "Events", "Store", lifecycle, logging,
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
            .product(name: "NIOCore", package: "swift-nio"),
        ]),
]

let package = Package(
    name: "math-microservice",
    products: isPure ? [] : [.executable(name: "math", targets: ["App"])],
    dependencies: isPure
        ? []
        : [
            .package(url: "https://github.com/apple/swift-argument-parser.git", exact: "1.8.2"),
            .package(url: "https://github.com/apple/swift-crypto.git", exact: "4.5.2"),
            .package(url: "https://github.com/apple/swift-http-types.git", exact: "1.8.0"),
            .package(url: "https://github.com/apple/swift-log.git", exact: "1.16.2"),
            .package(url: "https://github.com/apple/swift-metrics.git", exact: "2.13.0"),
            .package(url: "https://github.com/apple/swift-nio.git", exact: "2.101.2"),
            .package(url: "https://github.com/apple/swift-nio-extras.git", exact: "1.35.2"),
            .package(url: "https://github.com/groue/GRDB.swift.git", exact: "7.10.0"),
            .package(url: "https://github.com/hummingbird-project/hummingbird.git", exact: "2.28.1", traits: []),
            .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", exact: "2.13.0"),
            .package(url: "https://github.com/vapor/jwt-kit.git", exact: "5.7.1"),
        ],
    targets: isPure ? pureTargets : pureTargets + serviceTargets
)
