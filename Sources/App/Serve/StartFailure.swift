import API
import Accounts
import NIOCore
import Glibc
import Kafka
import Store

/// What stopped the service, for the person who started it: a line, and whether trying again unchanged can help.
package struct StartFailure {
    package let status: ExitStatus
    package let text: String

    package init(_ error: any Error, settings: Settings) {
        switch error {
        case let error as SettingFaults:
            self.init(.configuration, error.description)
        case let error as KafkaError:
            self.init(error.isSetting ? .configuration : .failure, "math: \(error).")
        case let error as StoreError:
            self.init(Self.isPassing(error.kind) ? .failure : .configuration, "math: \(error.message).")
        case let error as SecretKey.Problem:
            self.init(.configuration, "math: \(error).")
        case let error as ControlSocket.Unusable:
            self.init(.configuration, "math: \(error).")
        case let error as IOError where Self.addressErrors.contains(error.errnoCode):
            self.init(error, settings, Settings.declared.port.name, settings.port)
        case let error as HTTPService.MetricsPortError:
            self.init(error.reason, settings, Settings.declared.metricsPort.name, error.port)
        case is SocketAddressError.UnknownHost:
            self.init(.configuration, "math: HOST \(quoted(settings.host)) has no address.")
        default:
            self.init(.failure, "math: \(error)")
        }
    }

    private init(_ error: IOError, _ settings: Settings, _ variable: String, _ port: Int) {
        let reason = String(cString: strerror(error.errnoCode))
        self.init(
            error.errnoCode == EADDRINUSE ? .failure : .configuration,
            "math: cannot listen on HOST \(settings.host), \(variable) \(port): \(reason).")
    }

    private init(_ status: ExitStatus, _ text: String) {
        self.status = status
        self.text = text
    }

    private static let addressErrors = [EADDRINUSE, EADDRNOTAVAIL, EACCES, EAFNOSUPPORT]

    private static func isPassing(_ kind: StoreError.Kind) -> Bool {
        switch kind {
        case .inUse, .locked, .diskFull, .overloaded, .backlogFull, .closed: true
        case .readOnly, .corrupt, .vanished, .newerVersion, .journalLost, .other: false
        }
    }
}
