import Accounts
import HTTPServer
import HTTPTypes
import JSON
import Testing

@testable import API

@Suite struct AccountRoutesTests {
    private static let ada =
        #"{"username":"ada","email":"ada@example.org","password":"correct horse 3","confirm_password":"correct horse 3"}"#

    @Test func aNewUserRegistersSignsInAndSeesTheirAccount() async throws {
        let service = try await TestService()
        let registered = try await service.post("/register", Self.ada)
        #expect(registered.status == 200)
        #expect(
            registered.body
                == #"{"message":"User registered successfully","id":1,"username":"ada","role":"user"}"#)
        let signedIn = try await service.send(
            .post, "/token", contentType: "application/x-www-form-urlencoded",
            body: "username=ada&password=correct+horse+3")
        #expect(signedIn.status == 200)
        #expect(signedIn.json["token_type"] == .string("bearer"))
        #expect(signedIn.json["expires_in"] == .number("1800"))
        let me = try await service.get("/me", token: signedIn.json["access_token"]?.asText)
        #expect(me.json["username"] == .string("ada"))
        #expect(me.json["email"] == .string("ada@example.org"))
        #expect(me.json["disabled"] == .bool(false))
    }

    @Test func aTakenNameAndATakenAddressAreRefused() async throws {
        let service = try await TestService()
        _ = try await service.post("/register", Self.ada)
        let name = try await service.post("/register", #"{"username":"ada","password":"correct horse 3"}"#)
        #expect(name.status == 400)
        #expect(name.json["detail"] == .string("Username already exists"))
        let address = try await service.post(
            "/register", #"{"username":"bob","email":"ADA@example.org","password":"correct horse 3"}"#)
        #expect(address.status == 400)
        #expect(address.json["detail"] == .string("Email already registered"))
    }

    @Test func everyFaultOfARegistrationIsToldAndNoPasswordIsEchoed() async throws {
        let service = try await TestService()
        let reply = try await service.post(
            "/register", #"{"username":"","email":"nowhere","password":"secret1","nickname":"x"}"#)
        #expect(reply.status == 422)
        #expect(!reply.body.contains("secret1"))
        let missing = try await service.post("/register", "{}")
        #expect(missing.body.contains(#"{"type":"missing","loc":["body","username"],"msg":"Field required"}"#))
        #expect(missing.body.contains(#"{"type":"missing","loc":["body","password"],"msg":"Field required"}"#))
    }

    @Test func wrongNameAndWrongPasswordGetTheSameAnswer() async throws {
        let service = try await TestService()
        _ = try await service.post("/register", Self.ada)
        var answers: Set<String> = []
        for form in ["username=ada&password=wrong", "username=nobody&password=wrong"] {
            let reply = try await service.send(
                .post, "/token", headers: [.xRequestID: "same"], contentType: "application/x-www-form-urlencoded",
                body: form)
            #expect(reply.status == 401)
            #expect(reply.headers[.wwwAuthenticate] == "Bearer")
            answers.insert(reply.body)
        }
        #expect(
            answers == [
                #"{"detail":"Incorrect username or password","code":"invalid_credentials","request_id":"same"}"#
            ])
    }

    @Test func aRefreshTokenUsedTwiceEndsItsFamily() async throws {
        let service = try await TestService()
        _ = try await service.post("/register", Self.ada)
        let first = try await service.post("/token", #"{"username":"ada","password":"correct horse 3"}"#)
        let refresh = try #require(first.json["refresh_token"]?.asText)
        let body = #"{"grant_type":"refresh_token","refresh_token":"\#(refresh)"}"#
        let second = try await service.post("/token", body)
        #expect(second.status == 200)
        let token = try #require(second.json["access_token"]?.asText)
        #expect(try await service.get("/me", token: token).status == 200)
        // As another tab does, which has renewed at the same moment.
        #expect(try await service.post("/token", body).status == 200)
        let successor = try #require(second.json["refresh_token"]?.asText)
        let next = #"{"grant_type":"refresh_token","refresh_token":"\#(successor)"}"#
        #expect(try await service.post("/token", next).status == 200)
        #expect(try await service.post("/token", body).status == 401)
        #expect(try await service.get("/me", token: token).status == 401)
    }

    @Test func logoutEndsTheTokenAtOnce() async throws {
        let service = try await TestService()
        let token = try await service.signIn()
        #expect(try await service.post("/logout", "", token: token).status == 200)
        let after = try await service.get("/me", token: token)
        #expect(after.status == 401)
        #expect(after.json["detail"] == .string("Invalid token"))
        #expect(after.headers[.wwwAuthenticate] == #"Bearer error="invalid_token""#)
    }

    @Test(arguments: ["", "Basic YWRhOng=", "Bearer", "Bearer ", "bearer"])
    func withoutABearerTokenNobodyIsAuthenticated(header: String) async throws {
        let service = try await TestService()
        let reply = try await service.get("/me", headers: header.isEmpty ? [:] : [.authorization: header])
        #expect(reply.status == 401)
        #expect(reply.json["detail"] == .string("Not authenticated"))
        #expect(reply.headers[.wwwAuthenticate] == "Bearer")
    }

    @Test func onesOwnPasswordNeedsTheCurrentOne() async throws {
        let service = try await TestService()
        let token = try await service.signIn()
        let without = try await service.post(
            "/reset-password", #"{"username":"alice","new_password":"another horse"}"#, token: token)
        #expect(without.status == 422)
        let wrong = try await service.post(
            "/reset-password",
            #"{"username":"alice","new_password":"another horse","current_password":"wrong"}"#, token: token)
        #expect(wrong.status == 400)
        let right = try await service.post(
            "/reset-password",
            #"{"username":"alice","new_password":"another horse","current_password":"correct horse 5"}"#, token: token)
        #expect(right.status == 200)
        let old = try await service.post("/token", #"{"username":"alice","password":"correct horse 5"}"#)
        #expect(old.status == 401)
        let new = try await service.post("/token", #"{"username":"alice","password":"another horse"}"#)
        #expect(new.status == 200)
    }

    @Test func usersAreForAdministrators() async throws {
        let service = try await TestService()
        let alice = try await service.signIn("alice")
        let root = try await service.signIn("root", as: .admin)
        for (method, path) in [(HTTPRequest.Method.get, "/users"), (.patch, "/users/alice"), (.delete, "/users/alice")]
        {
            let reply = try await service.send(
                method, path, token: alice, contentType: "application/json", body: #"{"role":"admin"}"#)
            #expect(reply.status == 403)
        }
        let changed = try await service.send(
            .patch, "/users/alice", token: root, contentType: "application/json", body: #"{"role":"admin"}"#)
        #expect(changed.json["role"] == .string("admin"))
        #expect(try await service.get("/users", token: alice).status == 200)
        let disabled = try await service.send(
            .patch, "/users/alice", token: root, contentType: "application/json", body: #"{"disabled":true}"#)
        #expect(disabled.json["disabled"] == .bool(true))
        #expect(try await service.get("/me", token: alice).status == 401)
        #expect(try await service.send(.delete, "/users/alice", token: root).status == 200)
        #expect(try await service.send(.delete, "/users/alice", token: root).status == 404)
        let last = try await service.send(.delete, "/users/root", token: root)
        #expect(last.status == 409)
    }

    @Test func tooManyFailedLoginsHaveToWait() async throws {
        let service = try await TestService(loginRateLimitPerMinute: 3)
        _ = try await service.post("/register", Self.ada)
        let wrong = #"{"username":"ada","password":"wrong"}"#
        for _ in 0..<3 { #expect(try await service.post("/token", wrong).status == 401) }
        let refused = try await service.post("/token", wrong)
        #expect(refused.status == 429)
        #expect(Int(refused.headers[.retryAfter] ?? "") ?? 0 > 0)
    }

    @Test func requestsOverTheLimitHaveToWait() async throws {
        let service = try await TestService(rateLimitPerMinute: 2)
        let token = try await service.signIn()
        for _ in 0..<2 { #expect(try await service.get("/me", token: token).status == 200) }
        let refused = try await service.get("/me", token: token)
        #expect(refused.status == 429)
        #expect(Int(refused.headers[.retryAfter] ?? "") ?? 0 > 0)
    }
}
