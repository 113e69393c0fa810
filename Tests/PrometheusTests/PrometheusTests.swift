import CoreMetrics
import Testing

@testable import Prometheus

@Suite struct PrometheusTests {
    @Test func aSmallRegistryPrintsThisPage() {
        let registry = PrometheusRegistry(help: ["requests_total": "Requests answered.", "wait_seconds": "Waiting."])
        Counter(label: "requests_total", dimensions: [("route", "/b"), ("status", "200")], factory: registry)
            .increment(by: 3)
        Counter(label: "requests_total", dimensions: [("route", "/a"), ("status", "404")], factory: registry)
            .increment()
        let meter = Meter(label: "queue", factory: registry)
        meter.set(4)
        meter.increment(by: 1.5)
        meter.decrement(by: 3)
        let timer = Timer(label: "wait_seconds", dimensions: [("kind", "disk")], factory: registry)
        timer.recordMilliseconds(1)
        timer.recordMilliseconds(2)
        timer.recordMilliseconds(250)
        timer.recordSeconds(11)
        registry.computed("answer", type: "gauge") { 42 }
        #expect(
            String(decoding: registry.page(), as: UTF8.self) == """
                # HELP answer answer
                # TYPE answer gauge
                answer 42
                # HELP queue queue
                # TYPE queue gauge
                queue 2.5
                # HELP requests_total Requests answered.
                # TYPE requests_total counter
                requests_total{route="/a",status="404"} 1
                requests_total{route="/b",status="200"} 3
                # HELP wait_seconds Waiting.
                # TYPE wait_seconds histogram
                wait_seconds_bucket{kind="disk",le="0.001"} 1
                wait_seconds_bucket{kind="disk",le="0.0025"} 2
                wait_seconds_bucket{kind="disk",le="0.005"} 2
                wait_seconds_bucket{kind="disk",le="0.01"} 2
                wait_seconds_bucket{kind="disk",le="0.025"} 2
                wait_seconds_bucket{kind="disk",le="0.05"} 2
                wait_seconds_bucket{kind="disk",le="0.075"} 2
                wait_seconds_bucket{kind="disk",le="0.1"} 2
                wait_seconds_bucket{kind="disk",le="0.25"} 3
                wait_seconds_bucket{kind="disk",le="0.5"} 3
                wait_seconds_bucket{kind="disk",le="0.75"} 3
                wait_seconds_bucket{kind="disk",le="1"} 3
                wait_seconds_bucket{kind="disk",le="2.5"} 3
                wait_seconds_bucket{kind="disk",le="5"} 3
                wait_seconds_bucket{kind="disk",le="7.5"} 3
                wait_seconds_bucket{kind="disk",le="10"} 3
                wait_seconds_bucket{kind="disk",le="+Inf"} 4
                wait_seconds_sum{kind="disk"} 11.253
                wait_seconds_count{kind="disk"} 4

                """)
    }

    @Test func anOlderNameStandsOnThePageOnceMore() {
        let registry = PrometheusRegistry(
            help: ["math_waits_total": "Waits."], aliases: ["math_waits_total": "waits_total", "math_other": "other"])
        registry.counter("math_waits_total", [("for", "disk")]).increment(by: 2)
        registry.counter("requests_total").increment(by: 1)
        #expect(
            String(decoding: registry.page(), as: UTF8.self) == """
                # HELP math_waits_total Waits.
                # TYPE math_waits_total counter
                math_waits_total{for="disk"} 2
                # HELP requests_total requests_total
                # TYPE requests_total counter
                requests_total 1
                # HELP waits_total The older name of math_waits_total.
                # TYPE waits_total counter
                waits_total{for="disk"} 2

                """)
    }

    @Test func theSameNameAndLabelsAreTheSameHandler() {
        let registry = PrometheusRegistry(help: [:])
        #expect(registry.counter("c", [("a", "1")]) === registry.counter("c", [("a", "1")]))
        #expect(registry.counter("c", [("a", "1")]) !== registry.counter("c", [("a", "2")]))
        #expect(registry.histogram("h") === registry.histogram("h"))
        #expect(registry.gauge("g") === registry.gauge("g"))
    }

    @Test func aNameHasOneTypeForGood() {
        let registry = PrometheusRegistry(help: [:])
        registry.counter("c").increment(by: 1)
        registry.gauge("c").set(7.0)
        registry.histogram("c", [("a", "1")]).recordNanoseconds(1)
        #expect(String(decoding: registry.page(), as: UTF8.self) == "# HELP c c\n# TYPE c counter\nc 1\n")
    }

    @Test func namesAndLabelValuesAreMadeSafe() {
        let registry = PrometheusRegistry(help: [:])
        registry.counter("1http.requests-total", [("content-type", "a\\b\"c\nd é")]).increment(by: 2)
        #expect(
            String(decoding: registry.page(), as: UTF8.self) == #"""
                # HELP _http_requests_total _http_requests_total
                # TYPE _http_requests_total counter
                _http_requests_total{content_type="a\\b\"c\nd é"} 2

                """#)
    }

    @Test(arguments: [
        (0, "0"), (-3, "-3"), (0.25, "0.25"), (1e15, "1000000000000000"), (1e16, "1e+16"),
        (123_456_789_012, "123456789012"), (1e300, "1e+300"),
        (.nan, "NaN"), (.infinity, "+Inf"), (-.infinity, "-Inf"), (1.0 / 3, "0.3333333333333333"),
    ])
    func numbersAreWrittenAsPrometheusReadsThem(number: Double, text: String) {
        #expect(PrometheusText.number(number) == text)
    }

    @Test func nothingIsLostBetweenThreads() async {
        let registry = PrometheusRegistry(help: [:])
        await withTaskGroup(of: Void.self) { group in
            for worker in 0..<8 {
                group.addTask {
                    for round in 0..<2_000 {
                        registry.counter("c", [("n", String(round % 10))]).increment(by: 1)
                        registry.histogram("h").recordNanoseconds(Int64(worker) * 1_000_000)
                        registry.gauge("g").increment(by: 0.5)
                    }
                }
            }
        }
        for label in 0..<10 { #expect(registry.counter("c", [("n", String(label))]).value == 1_600) }
        #expect(registry.histogram("h").cumulative.last == 16_000)
        #expect(registry.histogram("h").seconds == 56)
        #expect(registry.gauge("g").value == 8_000)
    }

    @Test func aNegativeOrHugeDurationIsCountedAndHarmsNothing() {
        let histogram = PrometheusHistogram()
        histogram.recordNanoseconds(-5)
        histogram.recordNanoseconds(.max)
        #expect(histogram.cumulative.first == 1)
        #expect(histogram.cumulative.last == 2)
    }
}
