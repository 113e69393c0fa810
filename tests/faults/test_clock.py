"""P15: a clock that is set back and forward while requests come in."""

from __future__ import annotations

import asyncio
import itertools
import subprocess
from pathlib import Path

import httpx
from broker import compiled
from load import Ledger, Load
from service import PASSWORD, ROOT, stored_messages
from stack import Stack, assert_clean

JUMPS = ("-3600s", "+3600s", "-86400s", "+3650d", "+0")


def faketime(clock: Path) -> dict[str, str]:
    """Settings by which a process sees the time that a file says, beside its own."""
    folder = subprocess.run(["dpkg", "-L", "libfaketime"], check=True, capture_output=True, text=True).stdout
    library = next(line for line in folder.splitlines() if line.endswith("libfaketimeMT.so.1"))
    real_waits = compiled("tests/faults/real_waits.c", ROOT / ".build/real-waits.so", "-shared", "-fPIC")
    return {
        # The C library's allocator before jemalloc, which asks for the time before libfaketime knows it.
        "LD_PRELOAD": f"{real_waits}:{library}:libc.so.6",
        "FAKETIME_TIMESTAMP_FILE": str(clock),
        "FAKETIME_NO_CACHE": "1",
        # Where the system has a clock that nobody can set, it stays so.
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }


def connection(sent: tuple[tuple[str, int], str]) -> str:
    """Of a request's place and its event's id."""
    return sent[0][0]


def sign_in(here: Stack, name: str, password: str = PASSWORD) -> httpx.Response:
    return httpx.post(here.service.url + "/token", data={"username": name, "password": password}, timeout=30)


def test_P15_the_clock_jumps(stack, scale, note, tmp_path):
    clock = tmp_path / "clock"
    clock.write_text("+0")
    here = stack(LOGIN_RATE_LIMIT_PER_MINUTE="20", **faketime(clock))
    # The first process with libfaketime puts a variable into its environment, beside which Swift then does not find the
    # arguments any more: `env` is to be that process.
    here.service.starter = here.consumer.starter = ("env",)
    here.service.start()
    here.consumer.start()
    here.service.register("eve")
    here.service.register("mallory")
    years, ledger = set(), Ledger()

    async def jump(number: int, offset: str) -> None:
        """Under a load whose tokens may expire by the jump, and then with new ones."""
        token = sign_in(here, "eve").json()["access_token"]
        before = Load(here.service.port, token, f"load{number}a", ledger, connections=4, rate=200, refusals=(401,))
        before.start()
        await asyncio.sleep(scale(0.3, 3))
        clock.write_text(offset)
        await asyncio.sleep(scale(0.3, 3))
        before.stopping = True
        await before.finish()
        answer = await asyncio.to_thread(sign_in, here, "eve")
        assert answer.status_code == 200, answer.text
        years.add(answer.headers["date"].split()[3])
        after = Load(
            here.service.port, answer.json()["access_token"], f"load{number}b", ledger, connections=4, rate=200
        )
        await after.run(scale(0.3, 3))

    for number, offset in enumerate(JUMPS):
        asyncio.run(jump(number, offset))
    # Whoever has guessed too often waits a minute of real time, wherever the clock is set to.
    while (guess := sign_in(here, "mallory", "wrong")).status_code == 401:
        pass
    for offset in ("+3650d", "-86400s"):
        clock.write_text(offset)
        guess = sign_in(here, "mallory", "wrong")
        assert guess.status_code == 429 and 1 <= int(guess.headers["retry-after"]) <= 60
    clock.write_text("+0")
    here.settle()
    report = here.report(ledger)
    ids = [m["id"] for m in stored_messages(here.consumer.events_db)]
    note(f"{len(JUMPS)} jumps, refused {dict(ledger.refused)}, distinct ids {len(set(ids))} of {len(ids)}; {report}")
    assert_clean(report)
    assert len(years) > 1, "the clock has not jumped"
    assert len(ids) == len(set(ids))
    # Requests at the same time may be stored in another order than they got their ids; those of one connection may not.
    for sent in itertools.groupby(sorted((ledger.places[m["request_id"]], m["id"]) for m in here.stored()), connection):
        rising = [id for _, id in sent[1]]
        assert rising == sorted(rising), "ids of one process rise, whatever the clock does"
    first, last = {}, {}
    for message in here.stored():
        load = message["request_id"].split("-")[0]
        first[load] = min(first.get(load, message["id"]), message["id"])
        last[load] = max(last.get(load, message["id"]), message["id"])
    assert all(last[earlier] < first[later] for earlier, later in itertools.pairwise(sorted(first)))
    assert here.service.terminate() == 0 and here.consumer.terminate() == 0
