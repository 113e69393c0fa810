/// What this build calls itself: printed by `--version`, in the OpenAPI document and in `build_info`.
package enum Version {
    package static let current = "0.1.0"
}
