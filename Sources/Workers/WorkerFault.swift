/// Why a job has no reply: nothing that the calculation has done.
package enum WorkerFault: Error {
    /// Too many jobs wait, or no worker can be started: it is worth trying again.
    case overloaded
    /// The job's worker was killed, twice: it is worth trying again.
    case interrupted
}
