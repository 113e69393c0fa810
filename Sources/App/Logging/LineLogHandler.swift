package import Logging

/// Writes each log message as one line to a ``LogOutput``.
package struct LineLogHandler: LogHandler {
    package var logLevel: Logger.Level
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?
    private let format: LogFormat
    private let output: LogOutput

    package init(format: LogFormat, level: Logger.Level, output: LogOutput) {
        self.format = format
        self.logLevel = level
        self.output = output
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let line = LogLine(
            timestamp: output.timestamp(), level: event.level, message: event.message.description,
            fields: fields(of: event))
        switch format {
        case .json: output.write(line.json())
        case .text: output.write(line.text())
        }
    }

    /// The message's metadata over the provider's over the logger's, in the order of their names, the request first.
    private func fields(of event: LogEvent) -> [LogLine.Field] {
        var all = metadata
        if let provided = metadataProvider?.get(), !provided.isEmpty {
            all.merge(provided) { $1 }
        }
        if let own = event.metadata, !own.isEmpty {
            if all.isEmpty { all = own } else { all.merge(own) { $1 } }
        }
        if let error = event.error {
            all["error"] = .string("\(error)")
        }
        guard all.count > 1 else { return Array(all) }
        return all.sorted { left, right in
            if left.key == LogLine.requestKey { return right.key != LogLine.requestKey }
            return right.key != LogLine.requestKey && left.key < right.key
        }
    }
}
