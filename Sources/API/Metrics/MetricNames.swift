/// The service's metrics by name, with their help texts. Ours begin with `math_`; `process_…` are those of every program
/// that Prometheus watches, `app_…` those of the legacy service.
enum MetricNames {
    /// What each metric is.
    static let help = [
        "app_cpu_percent":
            "CPU time used since the page before, in percent of one core (name of the legacy service).",
        "app_memory_percent": "Resident memory in percent of the machine's (name of the legacy service).",
        "app_requests_total": "Requests answered (name of the legacy service).",
        "app_uptime_seconds": "Seconds since the start (name of the legacy service).",
        "math_build_info": "The version that runs; always 1.",
        "math_consumer_lag": "Messages on the topic that the event store does not have yet; 0 without Kafka.",
        "math_data_disk_available_bytes": "What may still be written to the disk that holds the journal.",
        "math_data_disk_size_bytes": "Size of the disk that holds the journal.",
        "math_database_size_bytes": "Size of a database's file, and of the log of what has not been moved into it.",
        "math_evaluation_duration_seconds": "Time of a calculation with its event.",
        "math_event_publish_failures_total": "How often the Kafka producer had to begin anew.",
        "math_events_appended_total": "Events that are durable in the journal.",
        "math_events_dead_lettered_total": "What was on the topic and is no event.",
        "math_events_lost_total":
            "Events that the topic lost before they were stored; they are carried to it again.",
        "math_events_pending": "Journal rows not yet carried on.",
        "math_events_pending_age_seconds":
            "Age of the oldest event that waits in the journal to be carried on; 0 when none does.",
        "math_events_published_total": "Events that the Kafka broker has acknowledged.",
        "math_events_stored_total": "Rows written to the event store; with Kafka all that it holds.",
        "math_http_connections": "Connections that are open.",
        "math_http_request_duration_seconds": "Time from the request's arrival to its answer.",
        "math_http_requests_total": "Requests answered, refused ones too.",
        "math_journal_commits_total": "Transactions of the journal; each holds all events that waited.",
        "math_logins_total": "Attempts to sign in.",
        "math_operations_total": "Calculations asked for.",
        "math_password_hashes_waiting": "Passwords that wait for a thread to be hashed.",
        "math_worker_jobs_waiting": "Calculations that wait for a worker process.",
        "math_worker_restarts_total": "Worker processes that were replaced, by what ended them.",
        "math_workers": "Worker processes that calculate at a time.",
        "math_workers_busy": "Worker processes that calculate.",
        "process_cpu_seconds_total": "CPU time used, user and system.",
        "process_max_fds": "How many files may be open.",
        "process_open_fds": "How many files are open.",
        "process_resident_memory_bytes": "Resident memory.",
        "process_start_time_seconds": "When the process started, in seconds since 1970.",
        "process_virtual_memory_bytes": "Virtual memory.",
    ]

    /// The names that metrics had before they began with `math_`: dashboards and alerts that ask for them find the same
    /// numbers. What has come since has one name.
    static let aliases = Dictionary(uniqueKeysWithValues: older.map { ("math_\($0)", $0) })

    private static let older = [
        "build_info",
        "consumer_lag",
        "data_disk_available_bytes",
        "data_disk_size_bytes",
        "event_publish_failures_total",
        "events_appended_total",
        "events_dead_lettered_total",
        "events_lost_total",
        "events_pending",
        "events_published_total",
        "events_stored_total",
        "http_request_duration_seconds",
        "http_requests_total",
        "journal_commits_total",
        "logins_total",
    ]
}
