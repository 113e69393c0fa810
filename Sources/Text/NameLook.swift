internal import Foundation

/// How a name looks, so that nobody takes one that is easily taken for another.
///
/// Names that differ in letter case alone are one name. Beyond ASCII letters of several scripts look the same, so there
/// the skeletons of UTS 39 are compared as well. Among names in ASCII they are not: `m` and `rn`, `l` and `1` have the
/// same skeleton, and anybody can tell them apart.
public struct NameLook: Sendable, Equatable {
    /// One of the things that two names may have in common.
    public struct Feature: Sendable, Hashable {
        /// What they have in common: `=` and the name in one letter case, or `~` and a skeleton.
        public let text: String
        /// Whether no other name may have it. One that is not exclusive keeps away only names for which it is.
        public let isExclusive: Bool
    }

    /// Everything that keeps another name away, or is kept away by one.
    public let features: Set<Feature>

    /// - Parameter name: of bounded length, in NFC.
    public init(_ name: String) {
        let folded = Self.folding(name)
        let isPlain = name.utf8.allSatisfy { $0 < 0x80 }
        // `В` in Cyrillic looks like the Latin `B`, `в` like no Latin letter; with `І` and `і` it is the other way.
        // What stands for a letter by its own definition, as one of full width, UTS 39 need not list.
        let skeletons = [name, folded].map {
            Self.folding(Confusables.skeleton(of: $0.precomposedStringWithCompatibilityMapping))
        }
        features = Set(
            [Feature(text: "=" + folded, isExclusive: true)]
                + skeletons.map { Feature(text: "~" + $0, isExclusive: !isPlain) })
    }

    /// Whether one is easily taken for the other.
    public func resembles(_ other: NameLook) -> Bool {
        features.contains { one in
            other.features.contains { $0.text == one.text && ($0.isExclusive || one.isExclusive) }
        }
    }

    /// Case folding as near as `String` has it: by way of capitals, which are one for `ς` and `σ`, `ß` and `ss`.
    private static func folding(_ name: String) -> String {
        name.uppercased().lowercased().precomposedStringWithCanonicalMapping
    }
}
