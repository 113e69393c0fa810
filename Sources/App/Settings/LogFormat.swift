/// How a log line is written: an object for machines, or a line for people.
package enum LogFormat: String, Sendable, CaseIterable {
    case json
    case text
}
