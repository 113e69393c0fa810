// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "hummingbird-fixed",
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1", traits: [])
    ],
    targets: [
        .executableTarget(
            name: "HummingbirdFixed", dependencies: [.product(name: "Hummingbird", package: "hummingbird")])
    ]
)
