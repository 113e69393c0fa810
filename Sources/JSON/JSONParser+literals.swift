extension JSONParser {
    /// A number's literal: `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`
    mutating func number() throws(JSONSyntaxError) -> String {
        let start = position
        if current == UInt8(ascii: "-") { position += 1 }
        let first = position
        try digits(of: start)
        if bytes[first] == UInt8(ascii: "0"), position > first + 1 {
            throw JSONSyntaxError(.invalidNumber, at: start, "A JSON number does not begin with 0 before other digits")
        }
        if current == UInt8(ascii: ".") {
            position += 1
            try digits(of: start)
        }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            position += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
            try digits(of: start)
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func digits(of start: Int) throws(JSONSyntaxError) {
        let first = position
        while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        guard position > first else {
            throw JSONSyntaxError(
                .invalidNumber, at: start, "Not a JSON number: a digit is missing at byte \(position)")
        }
    }

    /// The text between quotes, with its escapes resolved.
    mutating func string() throws(JSONSyntaxError) -> String {
        position += 1
        let first = position
        var start = position
        var resolved: [UInt8] = []
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                let tail = bytes[start..<position]
                position += 1
                let text: String?
                if resolved.isEmpty {
                    text = String(validating: tail, as: UTF8.self)
                } else {
                    resolved.append(contentsOf: tail)
                    text = String(validating: resolved, as: UTF8.self)
                }
                guard let text else { throw invalidUTF8(from: first) }
                return text
            case UInt8(ascii: "\\"):
                resolved.append(contentsOf: bytes[start..<position])
                try escape(into: &resolved)
                start = position
            case 0..<0x20:
                throw JSONSyntaxError(
                    .invalidString, at: position, "A control character in text is written with a backslash, as \\n")
            default: position += 1
            }
        }
        throw unexpected("the quote that ends the text")
    }

    private mutating func escape(into resolved: inout [UInt8]) throws(JSONSyntaxError) {
        position += 1
        guard let byte = current else { throw unexpected("the rest of an escape") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): resolved.append(byte)
        case UInt8(ascii: "b"): resolved.append(0x08)
        case UInt8(ascii: "f"): resolved.append(0x0C)
        case UInt8(ascii: "n"): resolved.append(0x0A)
        case UInt8(ascii: "r"): resolved.append(0x0D)
        case UInt8(ascii: "t"): resolved.append(0x09)
        case UInt8(ascii: "u"): resolved.append(contentsOf: try scalar().utf8)
        default: throw JSONSyntaxError(.invalidString, at: position - 2, "There is no such escape in JSON text")
        }
    }

    /// What `\u` stands for, with the second half of a surrogate pair.
    private mutating func scalar() throws(JSONSyntaxError) -> Unicode.Scalar {
        let start = position - 2
        var value = try codeUnit()
        if (0xD800..<0xDC00).contains(value), stands("\\u") {
            position += 2
            let low = try codeUnit()
            guard (0xDC00..<0xE000).contains(low) else { throw loneSurrogate(start) }
            value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(value) else { throw loneSurrogate(start) }
        return scalar
    }

    private func loneSurrogate(_ offset: Int) -> JSONSyntaxError {
        JSONSyntaxError(.invalidString, at: offset, "Half of a surrogate pair stands alone in a \\u escape")
    }

    private mutating func codeUnit() throws(JSONSyntaxError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = hexadecimalDigit else { throw unexpected("a hexadecimal digit") }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }

    private var hexadecimalDigit: UInt8? {
        switch current {
        case let byte? where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte): byte - UInt8(ascii: "0")
        case let byte? where (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte): byte - UInt8(ascii: "a") + 10
        case let byte? where (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
