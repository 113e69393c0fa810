"""P12: a service that is started again on a disk that is full."""

from __future__ import annotations

import re
import time

import pytest
from service import Service, assert_error, run, stored_messages, wait_until


@pytest.mark.parametrize("how", ["stopped", "killed"])
def test_P12_a_restart_on_a_full_disk_reads_and_goes_on_by_itself(small_disk, note, how):
    disk = small_disk("disk", 24)
    service = Service(disk.path / "data").start()
    try:
        service.register("eve")
        client = service.client(service.sign_in("eve")["access_token"])
        for number in range(20):
            assert client.get(f"/math/square?x={number}").status_code == 200
        assert service.terminate() == 0 if how == "stopped" else service.kill() is None
        disk.fill(leave=0)
        service.start(until_ready=False)
        client.base_url = service.url
        assert client.get("/healthz").status_code == 200
        assert len(client.get("/history").json()) == 20 and client.get("/me").json()["username"] == "eve"
        assert client.get("/events?event=square").status_code == 200
        ready = client.get("/readyz")
        assert (ready.status_code, ready.json()["journal"]) == (503, "not writable")
        for _ in range(3):
            assert_error(client.get("/math/square?x=77"), 507, "storage_unavailable")
        (line,) = [line for line in service.log if "Nothing can be written" in line]
        assert "service.db is full" in line
        # It stays so for as long as the disk is full, however long nobody asks.
        time.sleep(1.5)
        assert client.get("/readyz").status_code == 503
        disk.remount("size=64m")
        began = time.monotonic()
        # Nobody writes: the service itself finds out.
        wait_until(service.is_ready, what="the service being ready by itself")
        took = time.monotonic() - began
        assert client.get("/math/square?x=78").status_code == 200

        def stored() -> list[str]:
            messages = stored_messages(service.events_db)
            return [message["input"]["x"] for message in messages if message["event"] == "square"]

        wait_until(lambda: len(stored()) >= 21, what="every event in the store")
        assert stored() == [*map(str, range(20)), "78"]
        note(f"{how}: reads answered, 3 refused; ready {took:.1f} s after there was room, by itself")
        assert service.terminate() == 0
    finally:
        service.kill()


@pytest.mark.parametrize("kib", [0, 64, 160])
def test_P12_a_first_start_without_room_ends_with_the_reason_and_the_next_one_goes_on(small_disk, note, kib):
    """Nothing is there yet that could be read. Room for a part of the first database leaves nothing in the way."""
    disk = small_disk("disk", 2)
    disk.fill(leave=kib << 10)
    data = disk.path / "data"
    ended = run("serve", data_dir=data)
    full = re.fullmatch(r"math: The disk of (\S+) is full: free some space\.\n", ended.stderr)
    # 1: whoever starts it may try again as it is.
    assert ended.returncode == 1 and full, (ended.returncode, ended.stderr)
    assert full[1] in (f"{data}/service.db", f"{data}/events.db")
    disk.remount("size=64m")
    service = Service(data).start()
    try:
        with service.administrator() as administrator:
            assert administrator.get("/math/square?x=12").json()["exact"] == "144"
        assert service.terminate() == 0
    finally:
        service.kill()
    note(f"{kib} KiB: exit 1, {ended.stderr.strip()}; started when there was room")
