"""The whole page of metrics: every name, type and label of the contract, nothing else, and the right numbers."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from broker import Consumer, MockBroker, wait_until_stored
from metrics import Family, parse, value
from service import ADMIN, ROOT, Service, assert_error, free_port, run, wait_until

# Takes longer than any test.
ENDLESS = "f(n) = n <= 1 ? 1 : f(n - 1) + f(n - 2); f(100)"
PROMTOOL = ROOT / ".build-tools/usr/bin/promtool"

# name: (type, labels)
PAGE = {
    "app_cpu_percent": ("gauge", set()),
    "app_memory_percent": ("gauge", set()),
    "app_requests_total": ("counter", set()),
    "app_uptime_seconds": ("gauge", set()),
    "math_build_info": ("gauge", {"version"}),
    "math_consumer_lag": ("gauge", set()),
    "math_data_disk_available_bytes": ("gauge", set()),
    "math_data_disk_size_bytes": ("gauge", set()),
    "math_database_size_bytes": ("gauge", {"file"}),
    "math_evaluation_duration_seconds": ("histogram", set()),
    "math_event_publish_failures_total": ("counter", set()),
    "math_events_appended_total": ("counter", set()),
    "math_events_dead_lettered_total": ("counter", set()),
    "math_events_lost_total": ("counter", set()),
    "math_events_pending": ("gauge", set()),
    "math_events_pending_age_seconds": ("gauge", set()),
    "math_events_published_total": ("counter", set()),
    "math_events_stored_total": ("counter", set()),
    "math_http_connections": ("gauge", set()),
    "math_http_request_duration_seconds": ("histogram", {"method", "route"}),
    "math_http_requests_total": ("counter", {"method", "route", "status"}),
    "math_journal_commits_total": ("counter", set()),
    "math_logins_total": ("counter", {"outcome"}),
    "math_operations_total": ("counter", {"operation", "outcome"}),
    "math_password_hashes_waiting": ("gauge", set()),
    "math_worker_jobs_waiting": ("gauge", set()),
    "math_worker_restarts_total": ("counter", {"cause"}),
    "math_workers": ("gauge", set()),
    "math_workers_busy": ("gauge", set()),
    "process_cpu_seconds_total": ("counter", set()),
    "process_max_fds": ("gauge", set()),
    "process_open_fds": ("gauge", set()),
    "process_resident_memory_bytes": ("gauge", set()),
    "process_start_time_seconds": ("gauge", set()),
    "process_virtual_memory_bytes": ("gauge", set()),
}
# The names from before they began with math_, which dashboards elsewhere ask for.
OLDER = """
    build_info consumer_lag data_disk_available_bytes data_disk_size_bytes event_publish_failures_total
    events_appended_total events_dead_lettered_total events_lost_total events_pending events_published_total
    events_stored_total http_request_duration_seconds http_requests_total journal_commits_total logins_total
""".split()
PAGE |= {name: PAGE["math_" + name] for name in OLDER}


def page(service: Service) -> dict[str, Family]:
    return parse(httpx.get(service.url + "/metrics").text)


@pytest.fixture(scope="module")
def pages(service):
    """The page before and after a session that is known to the last request."""
    before = parse(httpx.get(service.url + "/metrics").text)
    with service.user("metered") as user:
        assert user.get("/math/add?a=1&b=2").status_code == 200
        assert user.get("/math/add?a=1&b=3").status_code == 200
        assert user.get("/math/divide?a=1&b=0").status_code == 422
        assert user.post("/math/evaluate", json={"expr": "1 + 1"}).status_code == 200
        assert user.get("/nowhere").status_code == 404
        assert user.get("/events").status_code == 200
    form = {"username": "metered", "password": "not the password"}
    assert httpx.post(service.url + "/token", data=form).status_code == 401
    with service.administrator() as admin:
        assert admin.get("/events").status_code == 200, "waits until all of it is stored"
    text = httpx.get(service.url + "/metrics").text
    return before, parse(text), text


def test_the_page_has_every_metric_of_the_contract_and_nothing_else(pages):
    _, after, _ = pages
    assert {name: (family.type, family.labels) for name, family in after.items()} == PAGE
    assert all(family.help.endswith((".", ").")) or "; " in family.help for family in after.values())


def test_the_numbers_are_those_of_the_session(pages):
    before, after, _ = pages

    def grown(name: str, **labels: str) -> float:
        return value(after, name, **labels) - value(before, name, **labels)

    operation = {"method": "GET", "route": "/math/{operation}"}
    assert grown("math_http_requests_total", **operation, status="200") == 2
    assert grown("math_http_requests_total", **operation, status="422") == 1
    assert grown("math_http_requests_total", method="POST", route="/math/evaluate", status="200") == 1
    assert grown("math_http_requests_total", method="any", route="unmatched", status="404") == 1
    assert grown("math_http_requests_total", method="POST", route="/token", status="401") == 1
    assert grown("math_http_request_duration_seconds_count", **operation) == 3
    assert grown("math_operations_total", operation="add", outcome="success") == 2
    assert grown("math_operations_total", operation="divide", outcome="refused") == 1
    assert grown("math_operations_total", operation="evaluate", outcome="success") == 1
    assert grown("math_evaluation_duration_seconds_count") == 4
    assert grown("math_logins_total", outcome="success") == 2
    assert grown("math_logins_total", outcome="failure") == 1
    # Registration, three sign-ins, four calculations.
    assert grown("math_events_appended_total") == grown("math_events_stored_total") == 8
    assert value(after, "math_events_pending") == value(after, "math_consumer_lag") == 0
    assert 1 <= grown("math_journal_commits_total") <= 8
    assert value(after, "math_data_disk_available_bytes") < value(after, "math_data_disk_size_bytes")


def test_the_older_names_give_the_same_numbers(pages):
    _, after, _ = pages
    for name in OLDER:
        current = after["math_" + name].samples.items()
        samples = {(sample.removeprefix("math_"), labels): number for (sample, labels), number in current}
        assert samples == after[name].samples, name


def test_open_connections_are_counted(service):
    before = value(page(service), "math_http_connections")
    sockets = [socket.create_connection(("127.0.0.1", service.port)) for _ in range(5)]
    wait_until(lambda: value(page(service), "math_http_connections") == before + 5, what="five more being counted")
    for one in sockets:
        one.close()
    wait_until(lambda: value(page(service), "math_http_connections") == before, what="none being left")


def test_the_sizes_of_the_databases_are_those_of_their_files(service):
    samples = page(service)["math_database_size_bytes"].samples.items()
    sizes = {dict(labels)["file"]: size for (_, labels), size in samples}
    files = ["service.db", "service.db-wal", "events.db", "events.db-wal"]
    assert sizes == {name: (service.data_dir / name).stat().st_size for name in files}


def test_workers_are_counted_while_they_calculate_and_when_they_are_replaced(start_service):
    service = start_service(EVALUATION_WORKERS="1", EVALUATION_TIME_LIMIT_MS="3000")

    def number(name: str, **labels: str) -> float:
        return value(page(service), name, **labels)

    def restarts() -> dict[str, float]:
        samples = page(service)["math_worker_restarts_total"].samples.items()
        return {dict(labels)["cause"]: count for (_, labels), count in samples}

    with service.user("metered") as user, ThreadPoolExecutor(2) as pool:
        assert number("math_workers") == 2, "one more than is set, for what is short"
        assert number("math_workers_busy") == number("math_worker_jobs_waiting") == 0
        never = dict.fromkeys(["worn", "time_limit", "memory_limit", "crashed", "killed"], 0)
        assert restarts() == never
        asked = [pool.submit(user.post, "/math/evaluate", json={"expr": ENDLESS}) for _ in range(2)]
        wait_until(lambda: number("math_workers_busy") == 1 == number("math_worker_jobs_waiting"), what="one waiting")
        found = subprocess.run(["pgrep", "-P", str(service.process.pid)], capture_output=True, text=True)
        for identifier in found.stdout.split():
            os.kill(int(identifier), signal.SIGKILL)
        wait_until(lambda: restarts() == never | {"killed": 1}, what="its end being counted")
        assert {answer.result().status_code for answer in asked} <= {422, 503}
        assert number("math_workers_busy") == number("math_worker_jobs_waiting") == 0


def test_the_age_of_the_oldest_waiting_event_is_told(start_service):
    service = start_service(KAFKA_BROKER="127.0.0.1:1")
    with service.user("metered") as user:
        first = time.time()
        assert user.get("/math/add?a=1&b=2").status_code == 200
    age = value(page(service), "math_events_pending_age_seconds")
    assert time.time() - first <= age <= 60, "the administrator and the user were made before"
    later = value(page(service), "math_events_pending_age_seconds")
    assert later > age
    assert value(page(start_service("embedded")), "math_events_pending_age_seconds") == 0


def test_buckets_only_grow_and_end_in_the_count(pages):
    _, after, _ = pages
    for name in ("math_http_request_duration_seconds", "math_evaluation_duration_seconds"):
        series: dict[frozenset, list[tuple[float, float]]] = {}
        for (sample, labels), number in after[name].samples.items():
            if sample.endswith("_bucket"):
                bound = dict(labels)["le"]
                rest = frozenset(label for label in labels if label[0] != "le")
                series.setdefault(rest, []).append((float(bound.replace("+Inf", "inf")), number))
        for labels, buckets in series.items():
            counts = [number for _, number in sorted(buckets)]
            assert counts == sorted(counts)
            assert counts[-1] == after[name].samples[(name + "_count", labels)]


def test_promtool_finds_nothing_to_say(pages):
    *_, text = pages
    checked = subprocess.run([PROMTOOL, "check", "metrics"], input=text, capture_output=True, text=True)
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", "")


def test_the_legacy_address_gives_the_same_page(service):
    old = parse(httpx.get(service.url + "/monitor/metrics").text)
    assert {name: (family.type, family.labels) for name, family in old.items()} == PAGE


def test_with_kafka_the_page_tells_how_far_events_are(start_service):
    broker = MockBroker(logs=3)
    service = start_service(KAFKA_BROKER=broker.servers)
    consumer = Consumer(service.data_dir, service.settings)
    try:
        with service.user("metered") as user:
            for number in range(10):
                assert user.get(f"/math/add?a={number}&b=1").status_code == 200
        wait_until(
            lambda: value(page(service), "math_events_published_total") == 13, what="the broker having acknowledged all"
        )
        before = page(service)
        # The administrator was made, somebody registered and signed in, and there were ten calculations.
        assert value(before, "math_consumer_lag") == value(before, "math_events_appended_total") == 13
        consumer.start()
        wait_until_stored(service)
        after = page(service)
    finally:
        consumer.kill()
        broker.stop()
    assert {name: (family.type, family.labels) for name, family in after.items()} == PAGE
    assert [value(after, f"math_events_{step}_total") for step in ("appended", "published", "stored")] == [13, 13, 13]
    waiting = ("math_events_pending", "math_consumer_lag", "math_events_dead_lettered_total")
    assert [value(after, name) for name in waiting] == [0, 0, 0]
    assert value(after, "math_event_publish_failures_total") == 0


def test_a_token_is_asked_for_where_there_is_one(start_service, tmp_path):
    (tmp_path / "token").write_text("a-token-for-prometheus\n")
    service = start_service(METRICS_TOKEN_FILE=str(tmp_path / "token"))
    for path in ("/metrics", "/monitor/metrics"):
        without = assert_error(httpx.get(service.url + path), 401, detail="Not authenticated")
        assert "request_id" in without
        for wrong in ("a-token-for-prometheu", "a-token-for-prometheus2", "x", service.sign_in(*ADMIN)["access_token"]):
            refused = httpx.get(service.url + path, headers={"Authorization": f"Bearer {wrong}"})
            assert_error(refused, 401, detail="Invalid token")
            assert refused.headers["www-authenticate"].startswith("Bearer")
        answer = httpx.get(service.url + path, headers={"Authorization": "Bearer a-token-for-prometheus"})
        assert "process_cpu_seconds_total" in answer.text
        assert httpx.get(service.url + path + "/", headers=answer.request.headers).status_code == 404
    with service.administrator() as admin:
        assert "process_cpu_seconds_total" in admin.get("/service/metrics").text


def test_the_metrics_may_have_a_port_of_their_own(start_service):
    port = free_port()
    service = start_service(METRICS_PORT=str(port), METRICS_TOKEN="t", WEB_ROOT=str(ROOT / "docs"))
    page, token = f"http://127.0.0.1:{port}", {"Authorization": "Bearer t"}
    for path in ("/metrics", "/monitor/metrics"):
        for accept in ("*/*", "text/html"):
            assert httpx.get(service.url + path, headers=token | {"Accept": accept}).status_code == 404
        assert httpx.post(service.url + path).status_code == 404
        assert httpx.head(service.url + path).status_code == 404
        assert "process_cpu_seconds_total" in httpx.get(page + path, headers=token).text
        assert httpx.get(page + path).status_code == 401
        assert httpx.get(page + path + "/", headers=token).status_code == 404
    for path in ("/", "/healthz", "/docs", "/math/operations", "/service/metrics"):
        assert_error(httpx.get(page + path, headers=token), 404)
    with service.administrator() as admin:
        assert "process_cpu_seconds_total" in admin.get("/service/metrics").text


def test_a_metrics_port_that_cannot_be_had_is_said(start_service, tmp_path):
    port = start_service("first").port
    refused = run("serve", data_dir=tmp_path / "data", METRICS_PORT=str(port))
    assert refused.returncode == 1
    assert f"cannot listen on HOST 127.0.0.1, METRICS_PORT {port}: Address already in use." in refused.stderr
    same = run("serve", data_dir=tmp_path / "data", PORT=str(port), METRICS_PORT=str(port))
    assert same.returncode == 78 and "METRICS_PORT (environment): is PORT" in same.stderr


@pytest.mark.parametrize(("value", "said"), [("two words", "blanks"), ("naïve", "blanks"), ("short", "wants 16")])
def test_a_token_that_cannot_be_sent_or_is_weak_is_refused(tmp_path, value, said):
    key = "0123456789abcdefghijklmnopqrstuvwxyz"
    refused = run("serve", data_dir=tmp_path / "data", METRICS_TOKEN=value, APP_ENV="production", SECRET_KEY=key)
    assert refused.returncode == 78
    assert "METRICS_TOKEN (environment): " in refused.stderr and said in refused.stderr
