import HTTPServer
import HTTPTypes
import JSON
import Store
import Testing

@testable import API

@Suite struct EvaluateRoutesTests {
    @Test func oneExpressionIsAnswered() async throws {
        let service = try await TestService()
        let token = try await service.signIn()
        let reply = try await service.post(
            "/math/evaluate", #"{"expr": "1/3 + 1/6", "precision": 30}"#, token: token)
        #expect(reply.status == 200)
        #expect(
            reply.body == #"""
                {"operation":"evaluate","input":{"expr":"1/3 + 1/6"},"result":0.5,"exact":"1/2","decimal":"0.5",\#
                "precision":30,"type":"rational","latex":"\\frac{1}{2}",\#
                "input_latex":"\\frac{1}{3} + \\frac{1}{6}"}
                """#)
    }

    @Test func ofSeveralStatementsAllAreAnsweredThatNoSemicolonHides() async throws {
        let service = try await TestService()
        let reply = try await service.post(
            "/math/evaluate", #"{"expr": "a = 2; b = a^3\nb / 3"}"#, token: try await service.signIn())
        #expect(reply.json["exact"] == .string("8/3"))
        guard case .array(let values)? = reply.json["values"] else {
            Issue.record("no values in \(reply.body)")
            return
        }
        #expect(values.map { $0.member("exact") } == [.string("8"), .string("8/3")])
        #expect(values.map { $0.member("latex") } == [.string("8"), .string(#"\frac{8}{3}"#)])
        #expect(values.map { $0.member("type") } == [.string("integer"), .string("rational")])
    }

    @Test func expressionsOfAListShareTheirVariablesAndFailEachForItself() async throws {
        let service = try await TestService()
        let body = #"{"expr": ["f(x) = x^2", "n = 7", "f(n)", "1/0", "n + 1", "fctorial(3)"]}"#
        let reply = try await service.post("/math/evaluate", body, token: try await service.signIn())
        #expect(reply.status == 200)
        let answers = reply.array
        #expect(answers.count == 6)
        #expect(answers[2].member("exact") == .string("49"))
        #expect(answers[3].member("input") == .members(("expr", .string("1/0"))))
        #expect(
            answers[3].member("error")?.text == #"""
                {"type":"division_by_zero","loc":["body","expr",3],"msg":"Division by zero","input":"1/0",\#
                "offset":2,"length":1}
                """#)
        #expect(answers[4].member("exact") == .string("8"))
        #expect(answers[5].member("error")?.member("hint") == .string("did you mean factorial?"))
        #expect(answers[5].member("error")?.member("loc")?.text == #"["body","expr",5]"#)
    }

    @Test func aSingleFailureIsARefusalWithItsPlace() async throws {
        let service = try await TestService()
        let reply = try await service.send(
            .post, "/math/evaluate", token: try await service.signIn(), headers: [.xRequestID: "r-1"],
            contentType: "application/json", body: #"{"expr": "2 * fctorial(5)"}"#)
        #expect(reply.status == 422)
        #expect(reply.json["code"] == .string("undefined_function"))
        #expect(reply.json["request_id"] == .string("r-1"))
        let fault = try #require(reply.faults.first)
        #expect(fault.member("loc")?.text == #"["body","expr"]"#)
        #expect(fault.member("input") == .string("2 * fctorial(5)"))
        #expect(fault.member("offset") == .number("4"))
        #expect(fault.member("length") == .number("8"))
        #expect(fault.member("hint") == .string("did you mean factorial?"))
    }

    @Test(arguments: [
        (#"{}"#, #"["body","expr"]"#, "missing"), (#"{"expr": 5}"#, #"["body","expr"]"#, "text_expected"),
        (#"{"expr": null}"#, #"["body","expr"]"#, "text_expected"),
        (#"{"expr": []}"#, #"["body","expr"]"#, "too_short"),
        (#"{"expr": ["1", 2]}"#, #"["body","expr",1]"#, "text_expected"),
        (#"{"expr": ""}"#, #"["body","expr"]"#, "syntax_error"),
        (#"{"expr": "1", "precision": 0}"#, #"["body","precision"]"#, "precision_bounds"),
        (#"{"expr": "1", "precision": "many"}"#, #"["body","precision"]"#, "precision_bounds"),
        (#"{"expr": "1", "scope": {}}"#, #"["body","scope"]"#, "extra_forbidden"),
    ])
    func aBodyThatCannotBeMeantIsRefused(body: String, place: String, code: String) async throws {
        let service = try await TestService()
        let reply = try await service.post("/math/evaluate", body, token: try await service.signIn())
        #expect(reply.status == 422)
        #expect(reply.json["code"] == .string(code))
        #expect(reply.faults.first?.member("loc")?.text == place)
    }

    @Test func aThousandExpressionsAreTakenAndNotOneMore() async throws {
        let service = try await TestService()
        let token = try await service.signIn()
        func body(_ count: Int) -> String {
            #"{"expr": ["# + (0..<count).map { "\"\($0) + 1\"" }.joined(separator: ",") + "]}"
        }
        let reply = try await service.post("/math/evaluate", body(1000), token: token)
        #expect(reply.array.count == 1000)
        #expect(reply.array.last?.member("exact") == .string("1000"))
        #expect(try await service.post("/math/evaluate", body(1001), token: token).json["code"] == .string("too_long"))
    }

    @Test func aRequestHasOneEventAnsweredOrRefused() async throws {
        let service = try await TestService()
        let token = try await service.signIn()
        _ = try await service.post("/math/evaluate", #"{"expr": "2^0.5"}"#, token: token)
        _ = try await service.post("/math/evaluate", #"{"expr": ["1/2", "1/0"]}"#, token: token)
        _ = try await service.post("/math/evaluate", #"{"expr": "1 +"}"#, token: token)
        _ = try await service.post("/math/evaluate", #"{"expr": 1}"#, token: token)
        _ = try await service.post("/math/parse", #"{"expr": "1"}"#, token: token)
        let history = try await service.get("/history", token: token).array
        #expect(history.map { $0.member("operation") } == [.string("evaluate"), .string("evaluate")])
        #expect(history.map { $0.member("result")?.text } == [#"["0.5",null]"#, #""1.4142135623730950488""#])
        #expect(
            history.map { $0.member("input")?.text } == [#"{"expr":["1/2","1/0"]}"#, #"{"expr":"2^0.5"}"#])
        let page = try await service.get("/metrics").body
        #expect(page.contains(#"math_operations_total{operation="evaluate",outcome="success"} 2"#))
        #expect(page.contains(#"math_operations_total{operation="evaluate",outcome="refused"} 1"#))
        #expect(service.services.database.statistics.events >= 5)
    }

    @Test func anExpressionIsTypesetWithoutBeingEvaluated() async throws {
        let service = try await TestService()
        let token = try await service.signIn()
        let reply = try await service.post("/math/parse", #"{"expr": "sqrt(x) / 0"}"#, token: token)
        #expect(
            reply.body
                == #"{"expr":"sqrt(x) / 0","latex":"\\frac{\\sqrt{x}}{0}","defines":[],"uses":["sqrt","x"]}"#)
        let refused = try await service.post("/math/parse", #"{"expr": "1 + (2"}"#, token: token)
        #expect(refused.status == 422)
        #expect(refused.faults.first?.member("offset") == .number("4"))
    }

    @Test func ofAListEachExpressionIsTypesetOrHasItsOwnFault() async throws {
        let service = try await TestService()
        let token = try await service.signIn()
        let reply = try await service.post("/math/parse", #"{"expr": ["[[1, 2], [3, 4]]", "1 + (2"]}"#, token: token)
        #expect(reply.status == 200)
        #expect(reply.array.count == 2)
        #expect(
            reply.array.first?.member("latex") == .string(#"\begin{bmatrix}1 & 2\\3 & 4\end{bmatrix}"#))
        #expect(reply.array.last?.member("error")?.member("offset") == .number("4"))
        let empty = try await service.post("/math/parse", #"{"expr": []}"#, token: token)
        #expect(empty.status == 422)
    }

    @Test func neitherIsForStrangers() async throws {
        let service = try await TestService()
        for path in ["/math/evaluate", "/math/parse"] {
            #expect(try await service.post(path, #"{"expr": "1"}"#).status == 401)
        }
    }
}

extension Reply {
    /// The body as a list; empty when it is none.
    var array: [JSONValue] {
        guard case .array(let values)? = try? JSONValue(parsing: Array(body.utf8)) else { return [] }
        return values
    }

    /// The faults of a refusal.
    var faults: [JSONValue] {
        guard case .array(let faults)? = json["detail"] else { return [] }
        return faults
    }
}

extension JSONValue {
    /// The member of that name, where the value is an object that has one.
    func member(_ name: String) -> JSONValue? {
        if case .object(let object) = self { object[name] } else { nil }
    }
}
