package import HTTPTypes

/// The fields that the server knows and HTTPTypes does not.
extension HTTPField.Name {
    package static let xRequestID = HTTPField.Name(validated: "X-Request-ID")
    package static let traceParent = HTTPField.Name(validated: "traceparent")
    package static let xForwardedFor = HTTPField.Name(validated: "X-Forwarded-For")
    package static let lastEventID = HTTPField.Name(validated: "Last-Event-ID")

    /// A name written in this source, known to be one.
    package init(validated name: StaticString) {
        guard let field = HTTPField.Name("\(name)") else { preconditionFailure("no header field name: \(name)") }
        self = field
    }
}
