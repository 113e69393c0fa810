"""P3, P4, P5 and P10: a broker that goes away, hangs, flaps, or is not there at all."""

from __future__ import annotations

import asyncio
import random
import time

import httpx
import pytest
from broker import readiness
from load import Ledger, Load
from machine_time import Control, percentile, processor_seconds
from service import wait_until
from stack import Stack, assert_clean


async def health_milliseconds(url: str, seconds: float) -> list[float]:
    times, end = [], time.monotonic() + seconds
    async with httpx.AsyncClient(timeout=60) as client:
        while time.monotonic() < end or len(times) < 10:
            began = time.monotonic()
            assert (await client.get(url + "/healthz")).status_code == 200
            times.append(1000 * (time.monotonic() - began))
            await asyncio.sleep(0.2)
    return times


def state_lines(stack: Stack) -> list[str]:
    return [line for line in stack.service.log if '"Kafka not ready' in line or '"Kafka ready' in line]


@pytest.mark.parametrize("how", ["down", "hanging"])
def test_P3_the_broker_is_away(stack, scale, note, how):
    seconds = scale(6, 60)
    here = stack()
    here.service.start()
    here.consumer.start()
    tokens, ledger, usual = here.tokens(8), Ledger(), Ledger()
    wait_until(lambda: here.consumer.has_said('"assigned"'), 30, "an assignment")

    async def outage() -> list[float]:
        await Load(here.service.port, tokens, "usual", usual, connections=32, rate=200).run(scale(2, 10))
        load = Load(here.service.port, tokens, "load", ledger, connections=32, rate=200)
        load.start()
        await asyncio.sleep(1)
        here.broker.tell("down 0") if how == "down" else here.broker.hang()
        health = await health_milliseconds(here.service.url, seconds)
        state = readiness(here.service)
        assert httpx.get(here.service.url + "/readyz").status_code == 200
        assert state["kafka"] == "unreachable" and state["events_pending"] > 20 * seconds, state
        load.stopping = True
        await load.finish()
        return health

    with Control() as control:
        health = asyncio.run(outage())
    here.broker.tell("up 0") if how == "down" else here.broker.go_on()
    drained = here.settle()
    report = here.report(ledger)
    note(
        f"{seconds} s, {report}; p99 of answers {ledger.percentile(0.99):.0f} ms (with a broker "
        f"{usual.percentile(0.99):.0f} ms), "
        f"healthz at most {max(health):.0f} ms, drained in {drained:.1f} s"
    )
    assert_clean(report)
    assert len(ledger.acknowledged) > 30 * seconds and not ledger.refused
    # Waiting for a broker would take seconds, for all.
    assert ledger.percentile(scale(0.5, 0.99)) <= 1000 * control.allows(0.25, scale(0.5, 0.99))
    assert percentile(health, scale(0.5, 0.95)) < 1000 * control.allows(scale(0.25, 0.05), scale(0.5, 0.95))
    assert drained <= control.allows(30)
    lines = state_lines(here)
    assert len(lines) <= 8 and any(here.broker.servers in line and '"pause"' in line for line in lines), lines


def flap(stack: Stack) -> None:
    """One round of everything that a cluster of three can do to its clients."""
    broker = random.randint(1, 3)
    stack.broker.tell(f"down {broker}")
    time.sleep(random.uniform(0.05, 0.6))
    stack.broker.tell(f"up {broker}")
    stack.broker.tell(f"rtt {random.randint(1, 3)} {random.choice([0, 0, 50, 200, 500])}")
    stack.broker.tell(f"leader logs {random.randrange(12)} {random.randint(1, 3)}")
    # Produce requests answered with NOT_LEADER, REQUEST_TIMED_OUT, NOT_ENOUGH_REPLICAS (before and after the append).
    stack.broker.tell(f"err 0 {random.choice([6, 7, 19, 20])} {random.randint(1, 3)}")
    time.sleep(random.uniform(0.05, 0.5))


def test_P4_P10_the_brokers_flap(stack, scale, note):
    cycles, users, each = scale(6, 40), scale(10, 50), scale(60, 1000)
    here = stack(brokers=3)
    here.service.start()
    here.consumer.start()
    tokens, ledger = here.tokens(users), Ledger()

    async def flapping() -> None:
        load = Load(
            here.service.port, tokens, "load", ledger, connections=users, each=each, rate=users * each / (cycles * 1.2)
        )
        load.start()
        for _ in range(cycles):
            await asyncio.to_thread(flap, here)
        await load.finish()

    asyncio.run(flapping())
    here.broker.tell("rtt 0 0")
    drained = here.settle(120)
    report = here.report(ledger)
    note(f"{cycles} cycles, {users} users x {each}, {report}; drained in {drained:.1f} s")
    assert_clean(report)
    assert len(ledger.acknowledged) == users * each


def test_P5_there_is_no_broker_at_the_start(stack, scale, note):
    seconds = scale(5, 60)
    here = stack()
    here.broker.tell("down 0")
    here.service.start()
    ready = processor_seconds(here.service.process.pid)
    here.consumer.start()
    tokens, ledger = here.tokens(4), Ledger()
    asyncio.run(Load(here.service.port, tokens, "load", ledger, connections=8, rate=50).run(seconds))
    wait_until(lambda: readiness(here.service)["kafka"] == "unreachable", what="the broker being missed")
    here.broker.tell("up 0")
    began = time.monotonic()
    with Control() as control:
        wait_until(lambda: readiness(here.service)["events_pending"] == 0, 60, "every event on the topic")
        delivered = time.monotonic() - began
    here.settle()
    report = here.report(ledger)
    note(
        f"ready after {ready:.2f} s of a processor, {seconds} s without, {report}; "
        f"delivered {delivered:.1f} s after it came"
    )
    assert_clean(report)
    assert ready <= 1 and delivered <= control.allows(10)
