"""What asks for too much is refused soon and clearly, and nobody else notices."""

from __future__ import annotations

import json
import os
import signal
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import httpx
import pytest
from machine_time import Control, children, percentile, processor_seconds
from service import assert_error, wait_until

SEMIPRIME = 622288097498926496141095869268883999563096063592498055290461
SLOW = "f(n) = n <= 1 ? 1 : f(n - 1) + f(n - 2); f(100)"
TOO_MUCH = {
    "9^9^9^9": "too_large",
    "factorial(10^9)": "too_large",
    "2^(2^40)": "too_large",
    "[1:10^9]": "too_large",
    "(" * 100_000 + "1" + ")" * 100_000: "too_large",
    "(" * 1000 + "1" + ")" * 1000: "too_large",
    "f(x) = f(x); f(1)": "recursion_limit",
    f"primeFactors({SEMIPRIME})": "too_large",
    "partitions(10^12)": "too_large",
    'integrate("1/x", "x", 0, 1)': "cannot_certify",
    'integrate("sin(1/x)/x", "x", 0, 1)': "cannot_certify",
    SLOW: "time_limit",
    "x = 1:100000; y = [x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x]": "time_limit or memory_limit",
    "x = 2^3000000; map(1:2000, f(i) = x + i)": "memory_limit",
}


def resident_kib(process: int) -> int:
    status = Path(f"/proc/{process}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS:")).split()[1])


def workers(service) -> list[int]:
    """The worker processes that run."""
    return children(service.process.pid)


def work(service) -> float:
    """What the service and its workers, those that have ended too, have used of the processors, in seconds."""
    process = service.process.pid
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    ended = (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")
    running = 0.0
    for worker in children(process):
        with suppress(OSError):  # it has just ended
            running += processor_seconds(worker)
    return processor_seconds(process) + ended + running


class Bystander:
    """Another user, whose quick requests are timed all the while."""

    def __init__(self, service, name: str):
        self.client = service.user(name)
        self.seconds: list[float] = []
        self.statuses: set[int] = set()
        self.stopped = threading.Event()
        self.thread = threading.Thread(target=self.run)

    def run(self):
        while not self.stopped.is_set():
            for path in ("/healthz", "/math/add?a=1&b=2"):
                start = time.monotonic()
                self.statuses.add(self.client.get(path).status_code)
                self.seconds.append(time.monotonic() - start)
            time.sleep(0.01)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.stopped.set()
        self.thread.join()
        self.client.close()


def test_what_asks_for_too_much_is_refused_in_time_while_others_are_answered(service, user, name):
    user.post("/math/evaluate", json={"expr": "f(x) = x; f(1)"})
    before = resident_kib(service.process.pid)
    with Control() as control, Bystander(service, f"{name}-other") as other:
        for expr, code in TOO_MUCH.items():
            start = work(service)
            response = user.post("/math/evaluate", json={"expr": expr}, timeout=60)
            assert work(service) - start < 3, expr[:60]
            body = assert_error(response, 422)
            # Which limit a large one meets first depends on how busy the machine is.
            assert body["code"] in code.split(" or "), (expr[:60], body)
    assert other.statuses == {200}
    assert percentile(other.seconds, 0.5) < control.allows(0.02, 0.5)
    assert percentile(other.seconds, 0.99) < control.allows(0.25, 0.99)
    assert resident_kib(service.process.pid) - before < 40 * 1024
    assert not [line for line in service.log if '"level":"error"' in line]


def outcomes(response: httpx.Response) -> list[str]:
    """The values of a list of expressions, and the codes where there is none."""
    assert response.status_code == 200, response.text
    return [answer["error"]["type"] if "error" in answer else answer["decimal"] for answer in response.json()]


def test_what_ends_its_worker_takes_no_other_answer_with_it(start_service):
    service = start_service(EVALUATION_TIME_LIMIT_MS="30000")
    large = "x = 2^3000000; map(1:2000, f(i) = x + i)"
    exprs = ["a = 6", large, 'createUnit("smoot", 67 inch)', "g(n) = a n", large, "g(2)", "2 smoot to inch", "x"]
    with service.user("someone") as client:
        assert outcomes(client.post("/math/evaluate", json={"expr": exprs})) == [
            "6",
            "memory_limit",
            "smoot",
            "g(n)",
            "memory_limit",
            "12",
            "134 inch",
            "undefined_symbol",
        ]


def test_a_crash_in_a_list_is_its_expressions_alone(start_service):
    service = start_service(EVALUATION_TIME_LIMIT_MS="30000")
    with service.user("someone") as client, ThreadPoolExecutor(1) as pool:
        client.post("/math/evaluate", json={"expr": "f(x) = x; f(1)"})
        before = {process: processor_seconds(process) for process in workers(service)}
        exprs = ["a = 6; b = 7", SLOW, "a b", "b + 1"]
        answer = pool.submit(client.post, "/math/evaluate", json={"expr": exprs}, timeout=120)
        # The one that calculates: what comes before the slow one takes no tenth of a second.
        busy = wait_until(lambda: [p for p, spent in before.items() if processor_seconds(p) > spent + 0.2], 60, "work")
        os.kill(busy[0], signal.SIGSEGV)
        assert outcomes(answer.result()) == ["7", "cannot_certify", "42", "8"]
        line = next(json.loads(line) for line in service.log if "a calculation ended its worker" in line)
        assert int(line["signal"]) == signal.SIGSEGV


def test_a_worker_that_is_killed_takes_nobody_with_it(service, user):
    """Each time the job is done again in another worker, or the answer says to try again."""
    user.post("/math/evaluate", json={"expr": "f(x) = x; f(1)"})
    wait_until(lambda: workers(service), what="a worker")
    answers = []
    slow = "f(n) = n <= 1 ? 1 : f(n - 1) + f(n - 2); f(17)"

    def ask():
        answers.append(user.post("/math/evaluate", json={"expr": slow}))

    for _ in range(3):
        thread = threading.Thread(target=ask)
        thread.start()
        time.sleep(0.05)
        for process in workers(service):
            os.kill(process, signal.SIGKILL)
        thread.join()
    for response in answers:
        if response.status_code == 200:
            assert response.json()["exact"] == "2584"
        elif response.status_code == 422:
            assert_error(response, 422, "time_limit")
        else:
            assert_error(response, 503)
    assert user.post("/math/evaluate", json={"expr": "f(x) = x + 1; f(1)"}).json()["exact"] == "2"
    assert user.get("/healthz").status_code == 200


def test_a_worker_has_its_sockets_open_and_nothing_of_the_services(service, user):
    user.post("/math/evaluate", json={"expr": "f(x) = x; f(1)"})
    wait_until(lambda: workers(service), what="a worker")
    for process in workers(service):
        files = {int(entry.name): os.readlink(entry) for entry in Path(f"/proc/{process}/fd").iterdir()}
        # What it says goes one way, whichever of the two FLINT says it on.
        jobs, words = files.pop(0), files.pop(1)
        assert words == files.pop(2) != jobs
        assert jobs.startswith("socket:") and words.startswith("socket:")
        own = set(files.values())
        assert all(name.startswith("anon_inode:") for name in own), own
        # The runtime's clock is waited for with epoll: a thread that has lost this turns round and round.
        assert "anon_inode:[timerfd]" not in own or "anon_inode:[eventpoll]" in own


def test_workers_end_with_the_service_however_it_ends(start_service):
    service = start_service()
    with service.user("someone") as user:
        user.post("/math/evaluate", json={"expr": "f(x) = x; f(1)"})
        running = wait_until(lambda: workers(service), what="a worker")
        threading.Thread(target=lambda: post_quietly(user, SLOW)).start()
        time.sleep(0.3)
        service.kill()
        wait_until(lambda: not any(Path(f"/proc/{process}").exists() for process in running), what="the workers' end")
        service.start()


def post_quietly(client, expr: str) -> None:
    try:
        client.post("/math/evaluate", json={"expr": expr})
    except httpx.TransportError:
        pass  # the service is killed meanwhile


def test_too_many_at_once_are_told_to_come_back(start_service):
    service = start_service(EVALUATION_TIME_LIMIT_MS="500", EVALUATION_WORKERS="1")
    with service.user("crowd") as client:
        responses = []

        def ask():
            responses.append(client.post("/math/evaluate", json={"expr": SLOW}))

        threads = [threading.Thread(target=ask) for _ in range(50)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        statuses = {response.status_code for response in responses}
        assert statuses <= {422, 503} and 503 in statuses
        for response in responses:
            if response.status_code == 503:
                assert int(response.headers["retry-after"]) >= 1
                assert_error(response, 503, "overloaded")
        assert client.post("/math/evaluate", json={"expr": "f(x) = x + 1; f(1)"}).json()["exact"] == "2"


@pytest.mark.parametrize(
    ("setting", "value"), [("EVALUATION_MEMORY_LIMIT_MB", "32"), ("EVALUATION_TIME_LIMIT_MS", "100")]
)
def test_the_limits_are_settings(start_service, setting, value):
    # Whatever the machine is busy with, memory is to be used up before the time is.
    service = start_service(**({"EVALUATION_TIME_LIMIT_MS": "60000"} | {setting: value}))
    with service.user("someone") as client:
        client.post("/math/evaluate", json={"expr": "f(x) = x; f(1)"})
        start = work(service)
        expr = {"32": "x = 2^3000000; map(1:200, f(i) = x + i)", "100": SLOW}[value]
        fault = assert_error(client.post("/math/evaluate", json={"expr": expr}), 422)
        assert fault["code"] == {"32": "memory_limit", "100": "time_limit"}[value]
        if value == "32":
            assert "32 MiB" in fault["detail"][0]["msg"]
        else:
            assert work(service) - start < 1.5


def test_who_does_not_read_long_answers_gets_no_more_of_them(start_service):
    """Ten megabytes for each of six connections that read nothing: three fit into what one user may leave unread."""
    service = start_service(EVALUATION_TIME_LIMIT_MS="60000")
    query = "values=-1e99999&" + "&".join(f"prob=0.{number:03}" for number in range(1, 90))
    with service.user("unhurried") as user, Bystander(service, "other") as other:
        head = f"GET /math/quantileSeq?{query} HTTP/1.1\r\nHost: x\r\nAuthorization: {user.headers['Authorization']}"
        before = resident_kib(service.process.pid)
        connections = []
        for _ in range(6):
            connection = socket.socket()
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            connection.settimeout(60)
            connection.connect(("127.0.0.1", service.port))
            connection.sendall(head.encode() + b"\r\n\r\n")
            connections.append(connection)
        answers = [connection.recv(4096).decode() for connection in connections]
        statuses = sorted(int(answer.split()[1]) for answer in answers)
        assert statuses == [200] * 3 + [429] * 3
        assert all("answers_unread" in answer and "Retry-After: 1" in answer for answer in answers if " 429 " in answer)
        assert resident_kib(service.process.pid) - before < 200 * 1024
        for connection in connections:
            connection.close()
        wait_until(lambda: user.get(f"/math/quantileSeq?{query}").status_code == 200, 60, "room for the next answer")
    assert other.statuses == {200}
