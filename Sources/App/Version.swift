internal import CVersion

/// What this build calls itself.
package enum Version {
    /// The number in the file `VERSION`: in the OpenAPI document.
    package static let number = String(String(cString: math_version_number()).prefix { !$0.isWhitespace })

    /// The number and, where a release build was told, the commit behind it: printed by `--version`, in `build_info`,
    /// in the log's first line and in the package's name.
    package static let current = number + String(cString: math_version_commit())
}
