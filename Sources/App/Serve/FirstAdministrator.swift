import Accounts
import Logging

/// The administrator that is there from the start: the one of the settings, or `admin` where nobody has an account yet.
enum FirstAdministrator {
    /// Makes the administrator if there is need. Nothing slow happens otherwise.
    ///
    /// - Returns: where the password is kept when it was made up here. A log would keep it too, for whoever reads logs.
    /// - Throws: ``SettingFaults`` when the settings name one that may not be.
    static func ensure(
        _ settings: Settings, accounts: AccountService, logger: Logger
    ) async throws -> (name: String, passwordFile: String)? {
        if let configured = settings.administrator {
            try await ensure(configured, accounts: accounts, logger: logger)
            return nil
        }
        let (event, path) = (event(for: "admin"), settings.firstPasswordPath)
        let made = try await accounts.bootstrapAdministrator { password in
            do throws(FileProblem) {
                try FileSystem.put(password + "\n", into: path)
            } catch {
                throw PasswordNotKept(path: path, problem: error)
            }
        } event: {
            event.succeeded($0.username)
        }
        return made.map { ($0.username, path) }
    }

    /// The first administrator's password cannot be handed over.
    struct PasswordNotKept: Error, CustomStringConvertible {
        let path: String
        let problem: FileProblem

        var description: String { "\(path), for the first administrator's password, cannot be written: \(problem)." }
    }

    private static func ensure(
        _ configured: Settings.Administrator, accounts: AccountService, logger: Logger
    ) async throws {
        let event = event(for: configured.username)
        do {
            let made = try await accounts.ensureAdministrator(
                username: configured.username, password: configured.password.reveal()
            ) { event.succeeded($0.username) }
            let present = try await accounts.account(named: configured.username)
            if made == nil, present.role != .admin || present.isDisabled {
                logger.warning(
                    "ADMIN_USERNAME names an account that is there and administers nothing; it was left as it is",
                    metadata: ["user": .string(present.username), "change": "math user role NAME admin"])
            }
        } catch let error as AccountError {
            throw SettingFaults(faults(of: error))
        }
    }

    private static func faults(of error: AccountError) -> [SettingFault] {
        let (username, password) = (Settings.declared.adminUsername.name, Settings.declared.adminPassword.name)
        guard !error.faults.isEmpty else { return [SettingFault(username, "\(error.message).")] }
        return error.faults.map { fault in
            SettingFault(fault.field == "password" ? password : username, "\(fault.message).")
        }
    }

    private static func event(for name: String) -> LocalEvent {
        LocalEvent("register", input: [("username", name), ("role", Role.admin.rawValue)])
    }

    /// What the person who started the service reads, this once.
    static func notice(name: String, passwordFile: String) -> String {
        """

        This is the first start. An administrator was made:

            user name:  \(name)
            password:   in the file \(passwordFile)

        Sign in, change the password, and remove the file.


        """
    }
}
