import ArgumentParser
import Logging
import ServiceLifecycle

/// Runs the service until it is told to stop.
///
/// - Throws: the exit code, when something has to be said about it first.
func serve(_ settings: Settings) async throws(ExitCode) {
    Processors.setUpEventLoops()
    let logger = ProcessSetup.logger(settings)
    do {
        try await serve(settings, logger: logger)
    } catch {
        let failure = StartFailure(error, settings: settings)
        throw failure.status.after(failure.text)
    }
    logger.info("stopped")
}

private func serve(_ settings: Settings, logger: Logger) async throws {
    let portFile = settings.portFile.map(PortFile.init)
    portFile?.remove()
    let composition = try await Composition(settings, workerExecutable: "/proc/self/exe", logger: logger) { port in
        portFile?.write(port, logger: logger)
        let url = ServiceAddress.url(host: settings.host, port: port)
        logger.info(
            "listening",
            metadata: [
                "host": .string(settings.host), "port": .stringConvertible(port), "url": .string(url),
                "version": .string(Version.current),
            ])
    }
    defer {
        portFile?.remove()
        composition.close()
    }
    if let (name, passwordFile) = composition.firstAdministrator {
        StandardError.write(FirstAdministrator.notice(name: name, passwordFile: passwordFile))
    }
    let signals = StopSignals {
        logger.info("stopping")
        composition.stop()
    }
    try await composition.group.run()
    signals.cancel()
}
