"""What every end-to-end test starts from: the real executable with a fresh data directory."""

from __future__ import annotations

import itertools
import os

import pytest
from service import Service

names = itertools.count(1)

# For a broker that is there (see broker.py); nothing here starts one.
collect_ignore = [] if os.environ.get("REAL_KAFKA_BOOTSTRAP") else ["test_real_broker.py"]


def stop(service: Service) -> None:
    """Ends a service and holds it to its word: SIGTERM gives exit 0."""
    if service.process.poll() is None:
        status = service.terminate()
        assert status == 0, f"SIGTERM gave exit {status}:\n" + "\n".join(service.log[-40:])


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    """One running service for the tests of a file."""
    running = Service(tmp_path_factory.mktemp("service") / "data").start()
    try:
        yield running
        assert running.process.poll() is None, "the service ended during the tests:\n" + "\n".join(running.log[-40:])
        stop(running)
    finally:
        running.kill()


@pytest.fixture
def start_service(tmp_path):
    """Starts services with settings of their own; all are ended after the test."""
    running: list[Service] = []

    def start(name: str = "data", **settings: str) -> Service:
        service = Service(tmp_path / name, settings)
        running.append(service)
        return service.start()

    yield start
    for service in running:
        try:
            stop(service)
        finally:
            service.kill()


@pytest.fixture
def name() -> str:
    """A user name that no other test has."""
    return f"user{next(names)}"


@pytest.fixture
def user(service, name):
    """A client of a new user of the file's service."""
    with service.user(name) as client:
        yield client


@pytest.fixture(scope="module")
def someone(service):
    """A client of one user for all tests of a file: for those that do not look at the user's record."""
    with service.user("someone") as client:
        yield client


@pytest.fixture(scope="module")
def admin(service):
    """A client of the administrator of the file's service."""
    with service.administrator() as client:
        yield client


@pytest.fixture
def registered(service, name) -> str:
    """The name of a new user of the file's service."""
    service.register(name)
    return name
