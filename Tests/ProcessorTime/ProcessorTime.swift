import Glibc

/// How much of a processor something takes: what else the machine does is no matter.
public enum ProcessorTime {
    /// The seconds that this thread spends on it.
    public static func seconds<Failure>(of body: () throws(Failure) -> Void) throws(Failure) -> Double {
        let start = ofThisThread
        try body()
        return ofThisThread - start
    }

    private static var ofThisThread: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
