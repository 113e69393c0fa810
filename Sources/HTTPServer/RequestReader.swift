import NIOCore

/// Reads the requests of a connection from its bytes, part by part, as they are asked for.
struct RequestReader {
    /// A piece of a request.
    enum Part {
        case head(RequestHead)
        case body(ByteBuffer)
        case end
    }

    private enum Phase {
        case head
        /// So many bytes of the body are missing.
        case body(Int)
        case chunks(ChunkReader)
    }

    private let limits: ServerLimits
    private var bytes = ByteBuffer()
    private var phase = Phase.head
    /// Up to where the end of the head has been sought in vain.
    private var sought = 0

    init(limits: ServerLimits) {
        self.limits = limits
    }

    /// How many bytes have come and have not been read.
    var waitingBytes: Int { bytes.readableBytes }

    mutating func append(_ more: ByteBuffer) {
        if bytes.readableBytes == 0 { bytes = more } else { bytes.writeImmutableBuffer(more) }
    }

    /// The next part; nil when more bytes have to come first.
    /// - Throws: the answer to what is no request.
    mutating func next() throws(RequestFault) -> Part? {
        let part: Part?
        switch phase {
        case .head: part = try readHead()
        case .body(0): part = end()
        case .body(let missing):
            part = bytes.readSlice(length: min(missing, bytes.readableBytes)).flatMap { slice in
                phase = .body(missing - slice.readableBytes)
                return slice.readableBytes > 0 ? .body(slice) : nil
            }
        case .chunks(var reader):
            switch try reader.next(&bytes, limits: limits) {
            case .data(let slice): part = .body(slice)
            case .end: part = end()
            case nil: part = nil
            }
            if case .end? = part {} else { phase = .chunks(reader) }
        }
        if part == nil { keepNoMoreThanNeeded() }
        return part
    }

    private mutating func end() -> Part {
        phase = .head
        return .end
    }

    private mutating func readHead() throws(RequestFault) -> Part? {
        // RFC 9112, section 2.2: an empty line before a request is passed over.
        while sought == 0, bytes.getInteger(at: bytes.readerIndex, as: UInt16.self) == 0x0D0A {
            bytes.moveReaderIndex(forwardBy: 2)
        }
        let end = bytes.withUnsafeReadableBytes { Self.endOfHead(in: $0, from: sought) }
        guard let end else {
            guard bytes.readableBytes <= limits.addressBytes + limits.headBytes else { throw tooLarge() }
            sought = max(0, bytes.readableBytes - 3)
            return nil
        }
        sought = 0
        let head = try bytes.withUnsafeReadableBytes { all throws(RequestFault) in
            try RequestHeadParser.parse(UnsafeRawBufferPointer(rebasing: all[..<end]), limits: limits)
        }
        bytes.moveReaderIndex(forwardBy: end)
        switch head.framing {
        case .length(let length): phase = .body(length)
        case .chunks: phase = .chunks(ChunkReader())
        }
        return .head(head)
    }

    /// Behind the first empty line; a line that ends without a carriage return, which is no line, ends here too.
    private static func endOfHead(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var position = start
        while true {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[position...])
            guard let end = rest.firstIndex(ofByte: UInt8(ascii: "\n")) else { return nil }
            position += end + 1
            guard position < bytes.count else { return nil }
            if bytes[position] == UInt8(ascii: "\n") { return position + 1 }
            if bytes[position] == UInt8(ascii: "\r"), position + 1 < bytes.count,
                bytes[position + 1] == UInt8(ascii: "\n")
            {
                return position + 2
            }
        }
    }

    private func tooLarge() -> RequestFault {
        let lineEnd = bytes.withUnsafeReadableBytes { $0.firstIndex(ofByte: UInt8(ascii: "\n")) }
        return lineEnd.map { $0 < limits.addressBytes } ?? false
            ? .headTooLarge(limits.headBytes) : .addressTooLong(limits.addressBytes)
    }

    /// What came is a slice of a larger buffer, which a connection that waits for the rest must not hold.
    private mutating func keepNoMoreThanNeeded() {
        if bytes.readableBytes == 0 {
            bytes = ByteBuffer()
        } else if bytes.storageCapacity > 2 * bytes.readableBytes + 512 {
            bytes = ByteBuffer(bytes: bytes.readableBytesView)
        }
    }
}

/// The parts of a body that comes in chunks (RFC 9112, section 7.1).
struct ChunkReader {
    enum Part {
        case data(ByteBuffer)
        case end
    }

    private enum Phase {
        case size
        case data(Int)
        case lineEnd
        case trailers
    }

    /// Bytes of a line with a chunk's size, whose extensions nobody uses.
    private static let longestSizeLine = 256

    private var phase = Phase.size
    private var trailerBytes = 0

    /// The next part; nil when more bytes have to come first.
    mutating func next(_ bytes: inout ByteBuffer, limits: ServerLimits) throws(RequestFault) -> Part? {
        while true {
            switch phase {
            case .size:
                guard let line = try line(of: &bytes, atMost: Self.longestSizeLine) else { return nil }
                let size = try Self.size(line.readableBytesView)
                phase = size == 0 ? .trailers : .data(size)
            case .data(let missing):
                guard bytes.readableBytes > 0,
                    let slice = bytes.readSlice(length: min(missing, bytes.readableBytes))
                else { return nil }
                phase = missing > slice.readableBytes ? .data(missing - slice.readableBytes) : .lineEnd
                return .data(slice)
            case .lineEnd:
                guard let end = bytes.readInteger(as: UInt16.self) else { return nil }
                guard end == 0x0D0A else { throw .malformedRequest }
                phase = .size
            case .trailers:
                // Nothing here looks at what they say, not even at a length.
                guard let line = try line(of: &bytes, atMost: limits.headBytes - trailerBytes) else { return nil }
                trailerBytes += line.readableBytes + 2
                if line.readableBytes == 0 { return .end }
            }
        }
    }

    private func line(of bytes: inout ByteBuffer, atMost limit: Int) throws(RequestFault) -> ByteBuffer? {
        let end = bytes.withUnsafeReadableBytes { $0.firstIndex(ofByte: UInt8(ascii: "\n")) }
        guard end ?? bytes.readableBytes <= limit else { throw .malformedRequest }
        guard let end else { return nil }
        guard end > 0, let line = bytes.readSlice(length: end - 1), bytes.readInteger(as: UInt16.self) == 0x0D0A else {
            throw .malformedRequest
        }
        return line
    }

    /// A size beyond every limit is as large as a number can be.
    private static func size(_ line: ByteBufferView) throws(RequestFault) -> Int {
        var size = 0
        var rest = line[...]
        while let digit = rest.first.flatMap(Self.hexadecimal) {
            let (product, overflow) = size.multipliedReportingOverflow(by: 16)
            size = overflow || size == .max ? .max : product + digit
            rest = rest.dropFirst()
        }
        guard rest.startIndex > line.startIndex,
            rest.isEmpty || rest.first == UInt8(ascii: ";") || rest.first == 0x20 || rest.first == 0x09
        else { throw .malformedRequest }
        return size
    }

    private static func hexadecimal(_ byte: UInt8) -> Int? {
        if byte.isDigit { return Int(byte) - 48 }
        let letter = (byte | 0x20) &- 97
        return letter < 6 ? Int(letter) + 10 : nil
    }
}
