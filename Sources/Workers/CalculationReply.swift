package import Calculator
import JSON

/// What a worker found for one call or one expression.
package enum CalculationReply: Sendable, Equatable {
    /// The answer to an operation or an expression, ready to be sent.
    case answer(WrittenAnswer)
    /// A value as mathjs writes it.
    case text(String)
    /// Everything that is wrong.
    case failure(CalculationFailure)
}

extension CalculationReply {
    /// How many bytes of an answer it is.
    var length: Int {
        switch self {
        case .answer(let answer): answer.json.count
        case .text(let text): text.utf8.count
        case .failure: 512
        }
    }

    /// The first byte of a frame.
    private enum Kind: UInt8 {
        case answer, definingAnswer, text, failure
    }

    /// The parts of the frame for the service: its kind and, of an answer, how long its text is; the text; what is sent on
    /// as it is.
    var frame: [[UInt8]] {
        switch self {
        case .answer(let answer):
            let kind = answer.defines ? Kind.definingAnswer : .answer
            let text = Array(answer.text.utf8)
            return [[kind.rawValue] + FrameChannel.bytes(of: text.count), text, answer.json]
        case .text(let text): return [[Kind.text.rawValue], Array(text.utf8)]
        case .failure(let failure):
            var json = JSONWriter(capacity: 512)
            json.beginObject()
            json.key("faults")
            json.beginArray()
            for fault in failure.faults { fault.write(to: &json) }
            json.endArray()
            json.key("untold")
            json.number(failure.untold)
            json.endObject()
            return [[Kind.failure.rawValue], json.bytes]
        }
    }

    /// The reply of a frame; nil for what is no such frame.
    init?(_ frame: [UInt8]) {
        guard let kind = frame.first.flatMap(Kind.init) else { return nil }
        let rest = frame.dropFirst()
        switch kind {
        case .answer, .definingAnswer:
            guard rest.count >= 4 else { return nil }
            let (count, bytes) = (FrameChannel.count(rest.prefix(4)), rest.dropFirst(4))
            guard bytes.count >= count else { return nil }
            self = .answer(
                WrittenAnswer(
                    json: Array(bytes.dropFirst(count)), text: String(decoding: bytes.prefix(count), as: UTF8.self),
                    defines: kind == .definingAnswer))
        case .text: self = .text(String(decoding: rest, as: UTF8.self))
        case .failure:
            guard case .object(let object)? = try? JSONValue(parsing: Array(rest), maximumDepth: 512),
                case .array(let values)? = object["faults"]
            else { return nil }
            let faults = values.compactMap(Fault.init)
            guard let first = faults.first else { return nil }
            self = .failure(CalculationFailure(first, Array(faults.dropFirst()), untold: object["untold"]?.asInt ?? 0))
        }
    }
}

extension Fault {
    fileprivate func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("code")
        json.string(code.rawValue)
        json.key("parameter")
        json.optional(parameter)
        json.key("message")
        json.string(message)
        json.key("input")
        json.optional(input)
        json.key("offset")
        json.optional(place?.offset)
        json.key("length")
        json.optional(place?.length)
        json.key("hint")
        json.optional(hint)
        json.endObject()
    }

    fileprivate init?(_ value: JSONValue) {
        guard case .object(let object) = value, let code = object["code"]?.asString.flatMap(FaultCode.init),
            let message = object["message"]?.asString
        else { return nil }
        var place: SourceRange?
        if let offset = object["offset"]?.asInt, let length = object["length"]?.asInt {
            place = SourceRange(offset: offset, length: length)
        }
        self.init(
            code, parameter: object["parameter"]?.asString, message, input: object["input"]?.asString, at: place,
            hint: object["hint"]?.asString)
    }
}
