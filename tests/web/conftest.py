"""What every test of the web app starts from: the real executable with the built app, and Chromium before it."""

from __future__ import annotations

import itertools

import pytest
from person import Person, kept_session
from playwright.sync_api import sync_playwright
from service import ROOT, Service

names = itertools.count(1)


@pytest.fixture(scope="session")
def dist():
    """The folder of the built app."""
    folder = ROOT / "frontend/dist"
    assert (folder / "index.html").is_file(), "the web app is not built: run `make web` first"
    return folder


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def service(tmp_path_factory, dist):
    """One running service, with the app at its root, for the tests of a file."""
    running = Service(tmp_path_factory.mktemp("web") / "data", {"WEB_ROOT": str(dist)}).start()
    try:
        yield running
        assert running.terminate() == 0, "\n".join(running.log[-40:])
    finally:
        running.kill()


@pytest.fixture
def person(browser, service):
    """Somebody at a browser. Fails the test on any message of the console, any request elsewhere, any surprise."""
    somebody = Person(browser, service)
    yield somebody
    somebody.leave()


@pytest.fixture
def name() -> str:
    """A user name that no other test has."""
    return f"ada{next(names)}"


@pytest.fixture
def user(service, name) -> str:
    """The name of a new user of the file's service."""
    service.register(name)
    return name


@pytest.fixture(scope="module")
def someone(service) -> dict[str, str]:
    """The session of one user for all tests of a file: for those that do not look at the user's record."""
    service.register("someone")
    return kept_session(service, "someone")


@pytest.fixture
def calculator(person, someone):
    """The calculator, with a notebook that is empty."""
    return person.open("/", someone)
