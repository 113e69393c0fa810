"""P14: a database that is damaged, read-only, in the way, or suddenly gone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from service import Service, run, wait_until


def garbage(database: Path) -> None:
    database.write_bytes(b"\0garbage" * 512)


def directory(database: Path) -> None:
    database.unlink()
    database.mkdir()


@pytest.mark.parametrize("file", ["service.db", "events.db"])
@pytest.mark.parametrize("harm", [garbage, directory])
def test_P14_a_damaged_file_is_refused_in_one_line(tmp_path, harm, file):
    service = Service(tmp_path / "data").start()
    assert service.terminate() == 0
    harm(service.data_dir / file)
    assert_refused(service.data_dir, file)


def test_P14_a_read_only_disk_is_refused_in_one_line(small_disk):
    disk = small_disk("disk", 12)
    service = Service(disk.path / "data").start()
    assert service.terminate() == 0
    disk.remount("ro")
    assert_refused(service.data_dir, "service.lock")


def assert_refused(data_dir: Path, file: str) -> None:
    refused = run("serve", data_dir=data_dir)
    assert refused.returncode == 78 and "Fatal error" not in refused.stderr
    lines = refused.stderr.strip().splitlines()
    assert len(lines) == 1 and file in lines[0], lines


def test_P14_a_file_that_vanishes_is_noticed_before_anything_is_acknowledged(stack, note):
    here = stack()
    here.service.start()
    client = here.service.user("eve")
    assert client.get("/math/add?a=1&b=2").status_code == 200
    moved = here.service.service_db.rename(here.service.data_dir / "elsewhere.db")
    refused = [client.get("/math/add?a=1&b=2") for _ in range(20)]
    assert {answer.status_code for answer in refused} == {503}
    assert {answer.json()["code"] for answer in refused} == {"storage_unavailable"}
    assert client.get("/healthz").status_code == 200 and client.get("/readyz").status_code == 503
    moved.rename(here.service.service_db)
    wait_until(lambda: client.get("/math/add?a=1&b=2").status_code == 200, what="calculating again")
    note(f"{len(refused)} refused while the file was away: {json.loads(refused[0].text)['detail']}")
