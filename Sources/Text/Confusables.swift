internal import Foundation

/// The skeletons of UTS 39, section 4: what looks the same has the same one.
enum Confusables {
    /// - Parameter text: of bounded length.
    static func skeleton(of text: String) -> String {
        var mapped = String.UnicodeScalarView()
        for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars
        where !scalar.properties.isDefaultIgnorableCodePoint {
            if let prototype = prototypes[scalar] {
                mapped.append(contentsOf: prototype)
            } else {
                mapped.append(scalar)
            }
        }
        return String(mapped).decomposedStringWithCanonicalMapping
    }

    /// What stands for a scalar in a skeleton; itself where it is not in here.
    private static let prototypes: [Unicode.Scalar: [Unicode.Scalar]] = {
        var prototypes: [Unicode.Scalar: [Unicode.Scalar]] = [:]
        for line in table.utf8.split(separator: UInt8(ascii: "\n")) {
            let sides = line.split(separator: UInt8(ascii: ":"), maxSplits: 1).map(scalars)
            for scalar in sides[1] { prototypes[scalar] = sides[0] }
        }
        return prototypes
    }()

    private static func scalars(_ side: Substring.UTF8View) -> [Unicode.Scalar] {
        side.split(separator: UInt8(ascii: " ")).compactMap { number in
            UInt32(String(decoding: number, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
        }
    }
}
