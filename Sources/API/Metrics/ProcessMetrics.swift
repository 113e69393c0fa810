import Events
import Glibc
import Prometheus
import Synchronization

/// What the system knows of the process, read when the page is made.
final class ProcessMetrics: Sendable {
    private let startTime = Double(Event.now()) / 1_000_000
    private let start = ContinuousClock.now
    /// CPU seconds and moment of the page before.
    private let before = Mutex((cpu: ProcessMetrics.cpuSeconds(), at: ContinuousClock.now))

    func register(in registry: PrometheusRegistry) {
        registry.computed("process_cpu_seconds_total", type: "counter") { Self.cpuSeconds() }
        registry.computed("process_start_time_seconds", type: "gauge") { self.startTime }
        registry.computed("process_resident_memory_bytes", type: "gauge") { Double(Self.pages(1) * Self.pageSize) }
        registry.computed("process_virtual_memory_bytes", type: "gauge") { Double(Self.pages(0) * Self.pageSize) }
        registry.computed("process_open_fds", type: "gauge") { Double(Self.openFiles()) }
        registry.computed("process_max_fds", type: "gauge") { Double(Self.maximumFiles()) }
        registry.computed("app_uptime_seconds", type: "gauge") {
            (ContinuousClock.now - self.start) / .seconds(1)
        }
        registry.computed("app_cpu_percent", type: "gauge") { self.cpuPercent() }
        registry.computed("app_memory_percent", type: "gauge") {
            100 * Double(Self.pages(1)) / Double(max(1, sysconf(Int32(_SC_PHYS_PAGES))))
        }
    }

    private func cpuPercent() -> Double {
        let cpu = Self.cpuSeconds()
        let now = ContinuousClock.now
        return before.withLock { before in
            defer { before = (cpu, now) }
            return now > before.at ? 100 * (cpu - before.cpu) / ((now - before.at) / .seconds(1)) : 0
        }
    }

    private static let pageSize = Int(sysconf(Int32(_SC_PAGESIZE)))

    /// Column 0 of `/proc/self/statm` is the virtual size, column 1 the resident one, in pages.
    private static func pages(_ column: Int) -> Int {
        let columns = contents(of: "/proc/self/statm").split(separator: " ")
        return columns.count > column ? Int(columns[column]) ?? 0 : 0
    }

    private static func openFiles() -> Int {
        guard let directory = opendir("/proc/self/fd") else { return 0 }
        defer { closedir(directory) }
        var count = 0
        while readdir(directory) != nil { count += 1 }
        return max(0, count - 3)  // ".", ".." and the directory itself
    }

    private static func maximumFiles() -> UInt64 {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        return UInt64(limit.rlim_cur)
    }

    private static func contents(of path: String) -> String {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return "" }
        defer { close(file) }
        return withUnsafeTemporaryAllocation(byteCount: 256, alignment: 1) { buffer in
            let count = read(file, buffer.baseAddress, buffer.count)
            return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
        }
    }

    /// CPU seconds of the process, user and system.
    private static func cpuSeconds() -> Double {
        Double(Glibc.clock()) / Double(CLOCKS_PER_SEC)
    }
}
