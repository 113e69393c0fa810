import Calculator
import HTTPTypes
import Testing

@testable import API

@Suite struct ServiceMetricsTests {
    @Test func aRouteCountsItsAnswersByStatus() {
        let metrics = ServiceMetrics(version: "1.2.3")
        let route = metrics.route(method: "GET", path: "/me")
        for status in [200, 200, 401] { route.record(status: status, nanoseconds: 3_000_000) }
        metrics.route(method: "GET", path: "/me").record(status: 401, nanoseconds: 3_000_000)
        #expect(
            metrics.samples("math_http_requests_total", #"method="GET",route="/me""#) == [
                #"math_http_requests_total{method="GET",route="/me",status="200"} 2"#,
                #"math_http_requests_total{method="GET",route="/me",status="401"} 2"#,
            ])
        #expect(
            metrics.samples("math_http_request_duration_seconds_count", #"route="/me""#) == [
                #"math_http_request_duration_seconds_count{method="GET",route="/me"} 4"#
            ])
        #expect(metrics.samples("app_requests_total") == ["app_requests_total 4"])
        #expect(metrics.samples("math_build_info") == [#"math_build_info{version="1.2.3"} 1"#])
    }

    @Test func allOperationsAreOneRouteAndCountedApart() {
        let metrics = ServiceMetrics(version: "test")
        for operation in Catalogue.operations {
            metrics.route(method: "GET", path: "/math/\(operation.name)").record(status: 200, nanoseconds: 0)
            metrics.calculationFinished(operation.name, .success, nanoseconds: 0)
            metrics.calculationFinished(operation.name, .refused, nanoseconds: 0)
        }
        metrics.calculationFinished("evaluate", .success, nanoseconds: 0)
        metrics.calculationFinished("evaluate", .refused, nanoseconds: 0)
        metrics.route(method: "GET", path: "/math/operations").record(status: 200, nanoseconds: 0)
        let count = Catalogue.operations.count
        #expect(
            metrics.samples("math_http_requests_total", #"route="/math/"#) == [
                #"math_http_requests_total{method="GET",route="/math/operations",status="200"} 1"#,
                #"math_http_requests_total{method="GET",route="/math/{operation}",status="200"} \#(count)"#,
            ])
        let counted = metrics.samples("math_operations_total")
        #expect(counted.count == 2 * (count + 1))
        #expect(counted.allSatisfy { $0.hasSuffix("} 1") })
        #expect(
            metrics.samples("math_evaluation_duration_seconds_count") == [
                "math_evaluation_duration_seconds_count \(2 * (count + 1))"
            ])
    }

    @Test func loginsAreCountedByTheirOutcome() {
        let metrics = ServiceMetrics(version: "test")
        metrics.loginFinished(.success)
        metrics.loginFinished(.failure)
        metrics.loginFinished(.failure)
        #expect(
            metrics.samples("math_logins_total") == [
                #"math_logins_total{outcome="failure"} 2"#, #"math_logins_total{outcome="success"} 1"#,
                #"math_logins_total{outcome="throttled"} 0"#,
            ])
    }

    @Test func theProcessIsMeasured() throws {
        let metrics = ServiceMetrics(version: "test")
        func value(_ name: String) throws -> Double {
            let line = try #require(metrics.samples(name).first)
            return try #require(Double(line.dropFirst(name.count + 1)))
        }
        #expect(try value("process_resident_memory_bytes") > 1_000_000)
        #expect(try value("process_virtual_memory_bytes") > value("process_resident_memory_bytes"))
        #expect(try value("process_open_fds") >= 1)
        #expect(try value("process_max_fds") >= value("process_open_fds"))
        #expect(try value("process_cpu_seconds_total") > 0)
        #expect(try value("process_start_time_seconds") > 1_700_000_000)
        #expect(try value("app_uptime_seconds") >= 0)
        #expect(try (0...100).contains(value("app_memory_percent")))
        #expect(try value("app_cpu_percent") >= 0)
    }

    @Test func everyMetricOfTheServiceSaysWhatItIs() async throws {
        let service = try await TestService()
        let page = try await service.get("/metrics")
        #expect(page.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
        let helps = page.body.split(separator: "\n").filter { $0.hasPrefix("# HELP ") }.map { $0.split(separator: " ") }
        #expect(!helps.isEmpty)
        for help in helps {
            #expect(help.count > 4, "\(help) has no text of its own")
        }
    }

    @Test func pathsAndUsersOfTheClientsMakeNoSeries() async throws {
        let service = try await TestService()
        func series() -> Set<Substring> {
            let lines = String(decoding: service.services.metrics.page(), as: UTF8.self).split(separator: "\n")
            return Set(
                lines.filter { !$0.hasPrefix("#") }.map { $0.prefix(upTo: $0.lastIndex(of: " ") ?? $0.endIndex) })
        }
        _ = try await service.get("/nowhere")
        _ = try await service.get("/math/nothing?a=1")
        _ = try await service.get("/users/nobody")
        let before = series()
        for number in 0..<1_000 {
            _ = try await service.get("/nowhere/\(number)?x=\(number)")
            _ = try await service.get("/math/nothing\(number)")
            _ = try await service.get("/users/user\(number)")
        }
        #expect(series() == before)
        #expect(before.count < 3_000)
    }
}

extension ServiceMetrics {
    /// The lines of the page that begin with this name and hold this text.
    fileprivate func samples(_ name: String, _ text: String = "") -> [String] {
        String(decoding: page(), as: UTF8.self).split(separator: "\n").map(String.init).filter { line in
            line.prefix { $0 != "{" && $0 != " " } == name && (text.isEmpty || line.contains(text))
        }
    }
}
