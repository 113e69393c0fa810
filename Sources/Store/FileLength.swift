internal import Glibc

/// Whether a database file is as long as it says itself.
///
/// SQLite takes what is missing at its end for zeros, and notices only when it comes to read there.
enum FileLength: Equatable {
    /// All of its pages are there, or in the WAL.
    case whole
    /// Some are missing, and nothing can bring them back.
    case cutShort
    /// A process ended while it moved pages out of the WAL, and some are in neither: those without content are nowhere.
    case doubtful

    /// To be asked before SQLite has the file open: closing any descriptor of a file drops the locks on it.
    init(of path: String) {
        // What a transaction that broke off has left beside puts the file in order when it is opened.
        let isUndone = (Self.size(of: path + "-journal") ?? 0) > 0
        guard !isUndone, let size = Self.size(of: path) else {
            self = .whole
            return
        }
        let wal = WALFile(path + "-wal")
        guard size > 0 else {
            self = wal.isEmpty ? .whole : .cutShort
            return
        }
        let header = Self.bytes(of: path, at: 0, count: 100)
        guard header.starts(with: "SQLite format 3\0".utf8) else {
            self = .whole  // SQLite itself says that it is none.
            return
        }
        guard header.count == 100 else {
            self = .cutShort
            return
        }
        self = Self.judge(header, size: size, wal)
    }

    private static func judge(_ header: [UInt8], size: Int, _ wal: WALFile) -> FileLength {
        let pageSize = header[16] == 0 && header[17] == 1 ? 65_536 : Int(header[16]) << 8 | Int(header[17])
        guard pageSize >= 512 else { return .whole }
        // Programs older than SQLite 3.7 did not write the number of pages, and it is worth nothing.
        let isCounted = header[24..<28] == header[92..<96]
        let pages = isCounted ? header.number(at: 28) : size / pageSize
        if size >= pages * pageSize { return size % pageSize == 0 || !wal.isEmpty ? .whole : .cutShort }
        if wal.isEmpty { return .cutShort }
        let present = wal.pages(ofSize: pageSize)
        let missing = (size / pageSize + 1...pages).lazy.filter { !present.contains($0) }
        // At one gigabyte there is a page that is never written: locks are there.
        return missing.allSatisfy { $0 == (1 << 30) / pageSize + 1 } ? .whole : .doubtful
    }

    fileprivate static func size(of path: String) -> Int? {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : nil
    }

    fileprivate static func bytes(of path: String, at offset: Int, count: Int) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        return bytes(of: descriptor, at: offset, count: count)
    }

    fileprivate static func bytes(of descriptor: CInt, at offset: Int, count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
            length = max(0, pread(descriptor, buffer.baseAddress, count, off_t(offset)))
        }
    }
}

/// A write-ahead log as it lies beside its database (<https://www.sqlite.org/fileformat2.html#walformat>).
private struct WALFile {
    private static let headerSize = 32
    private static let frameHeaderSize = 24

    let path: String
    let size: Int

    init(_ path: String) {
        self.path = path
        size = FileLength.size(of: path) ?? 0
    }

    /// Whether it holds no page.
    var isEmpty: Bool { size <= Self.headerSize }

    /// The numbers of the pages in it.
    func pages(ofSize pageSize: Int) -> Set<Int> {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        let header = FileLength.bytes(of: descriptor, at: 0, count: Self.headerSize)
        guard header.count == Self.headerSize else { return [] }
        var pages: Set<Int> = []
        for offset in stride(from: Self.headerSize, to: size, by: Self.frameHeaderSize + pageSize) {
            let frame = FileLength.bytes(of: descriptor, at: offset, count: Self.frameHeaderSize)
            // The salts of the log's present round; behind its end stand frames of earlier ones.
            guard frame.count == Self.frameHeaderSize, frame[8..<16] == header[16..<24] else { break }
            pages.insert(frame.number(at: 0))
        }
        return pages
    }
}

extension [UInt8] {
    /// Four bytes, most significant first.
    fileprivate func number(at index: Int) -> Int {
        self[index..<index + 4].reduce(0) { $0 << 8 | Int($1) }
    }
}
