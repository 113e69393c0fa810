import HTTPTypes
import JSON

/// What the document says of one endpoint; the path and the method in it are those that the router gets.
struct EndpointDescription: Sendable {
    /// Who may call.
    enum Security: Sendable {
        case none
        case user
        case admin
    }

    /// A value in the path, the query or the head.
    struct Parameter: Sendable {
        enum Place: String, Sendable {
            case path, query, header
        }

        let name: String
        let place: Place
        let schema: JSONSchema
        var isRequired = false
        let text: String
        var example: JSONValue?
        /// Whether the name may be given several times.
        var isList = false
    }

    /// The body of a request.
    struct Body: Sendable {
        let contentType: String
        let schema: JSONSchema
        var example: JSONValue?
        var isRequired = true
    }

    /// One kind of answer.
    struct Answer: Sendable {
        let status: Int
        let text: String
        /// Content types with their schemas; none for an answer without a body.
        var content: [(type: String, schema: JSONSchema)] = []
        var headers: [String] = []
        /// The name in `components/responses` of an answer that many endpoints have.
        var name: String?
    }

    var method: HTTPRequest.Method
    /// With parameters in braces: `/users/{username}`.
    let path: String
    /// The name by which clients that are made from the document call it.
    let name: String
    let tag: String
    let summary: String
    var text: String?
    private(set) var security = Security.none
    var parameters: [Parameter] = []
    var bodies: [Body] = []
    var answers: [Answer]

    init(
        _ method: HTTPRequest.Method, _ path: String, name: String, tag: String, summary: String, text: String? = nil,
        parameters: [Parameter] = [], bodies: [Body] = [], answers: [Answer]
    ) {
        self.method = method
        self.path = path
        self.name = name
        self.tag = tag
        self.summary = summary
        self.text = text
        self.parameters = parameters
        self.bodies = bodies
        self.answers = answers
    }

    /// The same with who may call, which the endpoint's handler says.
    func secured(_ security: Security) -> EndpointDescription {
        var description = self
        description.security = security
        return description
    }
}

extension EndpointDescription.Answer {
    static func json(_ text: String, _ schema: JSONSchema, status: Int = 200) -> Self {
        Self(status: status, text: text, content: [("application/json", schema)])
    }

    /// A refusal in one sentence.
    static func error(_ status: Int, _ text: String, headers: [String] = [], name: String? = nil) -> Self {
        Self(
            status: status, text: text, content: [("application/json", .reference("ServiceError"))], headers: headers,
            name: name)
    }

    /// Bad input, fault by fault.
    static let invalid = Self(
        status: 422, text: "The input is wrong: every fault with its place",
        content: [("application/json", .reference("ValidationError"))], name: "Invalid")
}
