import HTTPTypes
import HummingbirdCore

/// The head of a request, and what it says of the body and the connection (RFC 9112).
struct RequestHead {
    /// How the end of the body is known.
    enum Framing: Equatable {
        /// So many bytes; 0 where there is no body. More than fit into a number are as many as do.
        case length(Int)
        case chunks
    }

    let request: HTTPRequest
    let framing: Framing
    /// Whether the client speaks HTTP/1.0, and is answered so.
    let isHTTP10: Bool
    /// Whether the client goes on with the connection after the answer.
    let keepsAlive: Bool
    /// Whether the client waits to be told to send its body.
    let expectsContinue: Bool
}

/// Reads a head from its bytes, once they are all there.
///
/// Everything is held to the letter of RFC 9112: another program between the client and this one may have read the same
/// bytes more leniently, and taken them for another request. `Upgrade` is a field like any other: nothing is upgraded to,
/// and the connection goes on (RFC 9110, section 7.8).
struct RequestHeadParser {
    private let bytes: UnsafeRawBufferPointer
    private let limits: ServerLimits
    private var position = 0

    private var method = HTTPRequest.Method.get
    private var authority: String?
    private var path = ""
    private var isHTTP10 = false
    private var fields = HTTPFields()
    private var hosts = 0
    private var length: Int?
    private var codings: [String] = []
    private var asksToClose = false
    private var asksToKeepAlive = false
    private var expectsContinue = false

    /// - Parameter bytes: the head with the empty line that ends it.
    /// - Throws: the answer to what is no request, or none that the service takes.
    static func parse(_ bytes: UnsafeRawBufferPointer, limits: ServerLimits) throws(RequestFault) -> RequestHead {
        var parser = RequestHeadParser(bytes: bytes, limits: limits)
        try parser.readRequestLine()
        try parser.readFields()
        return try parser.head()
    }

    private init(bytes: UnsafeRawBufferPointer, limits: ServerLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    /// The next line without its end, which is a carriage return and a line feed, never one of them alone.
    private mutating func nextLine() throws(RequestFault) -> UnsafeRawBufferPointer {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[position...])
        guard let end = rest.firstIndex(ofByte: UInt8(ascii: "\n")), end > 0, rest[end - 1] == UInt8(ascii: "\r")
        else { throw .malformedRequest }
        position += end + 1
        return UnsafeRawBufferPointer(rebasing: rest[..<(end - 1)])
    }
}

// MARK: - The first line

extension RequestHeadParser {
    private mutating func readRequestLine() throws(RequestFault) {
        let line = try nextLine()
        guard let first = line.firstIndex(ofByte: UInt8(ascii: " ")), let last = line.lastIndex(of: UInt8(ascii: " ")),
            first > 0, last > first + 1
        else { throw .malformedRequest }
        let target = UnsafeRawBufferPointer(rebasing: line[(first + 1)..<last])
        guard target.count <= limits.addressBytes else { throw .addressTooLong(limits.addressBytes) }
        // 0 for the byte of a blank and of what controls; above 127 are the letters that people type into a command.
        guard target.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { throw .malformedRequest }
        try readVersion(UnsafeRawBufferPointer(rebasing: line[(last + 1)...]))
        method = try Self.method(UnsafeRawBufferPointer(rebasing: line[..<first]))
        try readTarget(target)
    }

    /// Of version 1 every one from 1.1 on is read as 1.1 (RFC 9110, section 2.5).
    private mutating func readVersion(_ text: UnsafeRawBufferPointer) throws(RequestFault) {
        guard text.count == 8, text.starts(with: "HTTP/".utf8), text[6] == UInt8(ascii: "."), text[5].isDigit,
            text[7].isDigit
        else { throw .malformedRequest }
        guard text[5] == UInt8(ascii: "1") else { throw .unsupportedVersion }
        isHTTP10 = text[7] == UInt8(ascii: "0")
    }

    private static func method(_ text: UnsafeRawBufferPointer) throws(RequestFault) -> HTTPRequest.Method {
        for method in methods where text.elementsEqual(method.rawValue.utf8) { return method }
        guard text.allSatisfy({ FieldNames.lowercase($0) != 0 }) else { throw .malformedRequest }
        throw .unknownMethod
    }

    /// Those of RFC 9110 and PATCH, the most frequent first. The service is no proxy: it has no CONNECT.
    private static let methods: [HTTPRequest.Method] = [.get, .post, .head, .options, .delete, .patch, .put, .trace]

    /// A path, or as proxies are asked, a whole address, whose host comes before the field `Host` (RFC 9112, 3.2.2).
    private mutating func readTarget(_ target: UnsafeRawBufferPointer) throws(RequestFault) {
        let slash = UInt8(ascii: "/")
        if target[0] == slash || target.elementsEqual("*".utf8) {
            path = target.address
            return
        }
        let schemes = ["http://", "https://"]
        guard
            let scheme = schemes.first(where: { scheme in
                target.count > scheme.utf8.count && zip(target, scheme.utf8).allSatisfy { $0 | 0x20 == $1 }
            })
        else { throw .malformedRequest }
        let rest = target.dropFirst(scheme.utf8.count)
        let end = rest.firstIndex { $0 == slash || $0 == UInt8(ascii: "?") } ?? rest.endIndex
        let host = UnsafeRawBufferPointer(rebasing: rest[..<end])
        guard !host.isEmpty, host.isHost else { throw .malformedRequest }
        authority = String(decoding: host, as: UTF8.self)
        path = UnsafeRawBufferPointer(rebasing: rest[end...]).address
        if path.utf8.first != slash { path = "/" + path }
    }
}

// MARK: - The fields

extension RequestHeadParser {
    private mutating func readFields() throws(RequestFault) {
        guard bytes.count - position <= limits.headBytes + 2 else { throw .headTooLarge(limits.headBytes) }
        fields.reserveCapacity(12)
        while true {
            let line = try nextLine()
            if line.isEmpty { break }
            guard fields.count + hosts < limits.headerFields else { throw .headTooLarge(limits.headBytes) }
            // A line that begins with a blank goes on the one before, as nobody writes any more: its name is no name.
            guard let colon = line.firstIndex(ofByte: UInt8(ascii: ":")),
                let (name, meaning) = FieldNames.name(UnsafeRawBufferPointer(rebasing: line[..<colon]))
            else { throw .malformedRequest }
            let value = UnsafeRawBufferPointer(rebasing: line[(colon + 1)...]).trimmed
            guard value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else { throw .malformedRequest }
            try heed(meaning, value)
            if meaning != .host { fields.append(HTTPField(name: name, value: String(decoding: value, as: UTF8.self))) }
        }
    }

    private mutating func readHost(_ value: UnsafeRawBufferPointer) throws(RequestFault) {
        hosts += 1
        guard value.isHost else { throw .malformedRequest }
        if authority == nil { authority = String(decoding: value, as: UTF8.self) }
    }

    /// What the server itself goes by.
    private mutating func heed(_ meaning: FieldNames.Meaning, _ value: UnsafeRawBufferPointer) throws(RequestFault) {
        switch meaning {
        case .none: break
        case .host: try readHost(value)
        case .length: try readLength(value)
        case .coding: codings += value.listItems
        case .connection: readConnection(value)
        case .expectation: expectsContinue = value.listItems.contains("100-continue")
        }
    }

    private mutating func readConnection(_ value: UnsafeRawBufferPointer) {
        // Which most clients send with every request.
        if value.elementsEqual("keep-alive".utf8) {
            asksToKeepAlive = true
            return
        }
        let items = value.listItems
        if items.contains("close") { asksToClose = true }
        if items.contains("keep-alive") { asksToKeepAlive = true }
    }

    /// The same length may be given several times (RFC 9112, section 6.3).
    private mutating func readLength(_ value: UnsafeRawBufferPointer) throws(RequestFault) {
        for item in value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            let digits = UnsafeRawBufferPointer(rebasing: item).trimmed
            guard !digits.isEmpty, digits.allSatisfy(\.isDigit) else { throw .malformedRequest }
            let number = digits.reduce(0) { number, digit in
                let (product, overflow) = number.multipliedReportingOverflow(by: 10)
                let (sum, carry) = product.addingReportingOverflow(Int(digit - 48))
                return overflow || carry || number == .max ? .max : sum
            }
            guard length == nil || length == number else { throw .malformedRequest }
            length = number
        }
    }

    /// What only all fields together say.
    private func head() throws(RequestFault) -> RequestHead {
        // RFC 9112, section 3.2: another proxy may have taken it for a request to another host.
        guard hosts == 1 || isHTTP10 && hosts == 0 else { throw .malformedRequest }
        let framing = try framing()
        return RequestHead(
            request: HTTPRequest(
                method: method, scheme: "http", authority: authority, path: path, headerFields: fields),
            framing: framing, isHTTP10: isHTTP10, keepsAlive: !asksToClose && (!isHTTP10 || asksToKeepAlive),
            // RFC 9110, section 10.1.1: HTTP/1.0 has no such answer.
            expectsContinue: expectsContinue && !isHTTP10 && framing != .length(0))
    }

    private func framing() throws(RequestFault) -> RequestHead.Framing {
        if codings.isEmpty { return .length(length ?? 0) }
        // Whoever speaks HTTP/1.0 has no codings, and something between it and here may not know of them.
        guard !isHTTP10, length == nil, codings.last == "chunked", !codings.dropLast().contains("chunked")
        else { throw .malformedRequest }
        guard codings.count == 1 else { throw .unsupportedCoding }
        return .chunks
    }
}
