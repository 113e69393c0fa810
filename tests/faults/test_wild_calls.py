"""No input ends a worker: calls with arguments of every kind in any mixture have an answer or a fault of their own."""

from __future__ import annotations

import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from service import Service
from wild_calls import WildCalls
from worker import Ended, Late, Worker

LIMIT_MS = 500


@pytest.fixture(scope="module")
def operations(tmp_path_factory) -> list[dict]:
    """The catalogue as the service tells it."""
    service = Service(tmp_path_factory.mktemp("service") / "data").start()
    try:
        with service.user("someone") as client:
            return client.get("/math/operations").json()["operations"]
    finally:
        service.kill()


def outcomes(seed: int, count: int, operations: list[dict]) -> tuple[Counter, list[str]]:
    """What became of so many calls, and those that ended their worker or went round in circles."""
    calls, counts, faults = WildCalls(seed, operations), Counter(), []
    worker = Worker()
    for _ in range(count):
        job = calls.job(LIMIT_MS)
        shown = json.dumps(job.get("expressions") or [job["operation"], job["arguments"]], ensure_ascii=False)
        try:
            reply = worker.ask(job, LIMIT_MS / 1000 + 30)
        except Late:
            counts["late"] += 1
        except Ended as end:
            counts["out of memory" if end.is_for_want_of_memory else "ended"] += 1
            if not end.is_for_want_of_memory:
                faults.append(f"{shown}: {end}")
        else:
            code = reply["faults"][0]["code"] if "faults" in reply else None
            counts["time_limit" if code == "time_limit" else "refused" if code else "answered"] += 1
            # None of the calls calls itself: only functions that call each other for ever get there.
            if code == "recursion_limit":
                faults.append(f"{shown}: {reply['faults'][0]['message']}")
            continue
        worker.end()
        worker = Worker()
    worker.end()
    return counts, faults


def test_no_call_ends_its_worker(operations, scale, note):
    total, parts = scale(2_000, 20_000), 8
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda seed: outcomes(seed, total // parts, operations), range(parts)))
    counts = sum((counts for counts, _ in results), Counter())
    faults = [fault for _, faults in results for fault in faults]
    note(f"{total} calls: " + ", ".join(f"{count} {name}" for name, count in counts.most_common()))
    assert not faults, "\n".join(faults)
    # Most of them mean nothing, and yet many have a value; few take long.
    assert counts["answered"] > total / 10 and counts["refused"] > total / 10
