internal import CBrotli
internal import CZlib

extension ContentCoding {
    /// The bytes in this form; `nil` where there was no memory for it. Levels at which half a megabyte of text takes
    /// some milliseconds: the highest would take half a second for a tenth less.
    func packed(_ bytes: [UInt8]) -> [UInt8]? {
        switch self {
        case .brotli: Self.brotli(bytes, quality: 6)
        case .gzip: Self.gzip(bytes, level: 9)
        }
    }

    private static func brotli(_ bytes: [UInt8], quality: Int32) -> [UInt8]? {
        var size = BrotliEncoderMaxCompressedSize(bytes.count)
        guard size > 0 else { return nil }
        var packed = [UInt8](repeating: 0, count: size)
        let done = BrotliEncoderCompress(
            quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.count, bytes, &size, &packed)
        guard done != 0 else { return nil }
        return Array(packed.prefix(size))
    }

    /// Without name and time, so that the same bytes are packed alike in every process.
    private static func gzip(_ bytes: [UInt8], level: Int32) -> [UInt8]? {
        var stream = z_stream()
        let gzipWindow: Int32 = 15 + 16
        guard
            deflateInit2_(
                &stream, level, Z_DEFLATED, gzipWindow, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        var bytes = bytes
        var packed = [UInt8](repeating: 0, count: Int(deflateBound(&stream, uLong(bytes.count))))
        let isWhole = bytes.withUnsafeMutableBufferPointer { input in
            packed.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = uInt(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = uInt(output.count)
                return deflate(&stream, Z_FINISH) == Z_STREAM_END
            }
        }
        return isWhole ? Array(packed.prefix(Int(stream.total_out))) : nil
    }
}
