"""How the app is loaded: what is sent, how it is kept, how soon it is there, and that nothing moves."""

from __future__ import annotations

import gzip
import re

import httpx
import pytest
from person import PHONE, assert_prompt, assert_still, at
from playwright.sync_api import expect
from service import Service

FIRST_LOAD_LIMIT = 70_000


@pytest.fixture(scope="module")
def files(service):
    """The addresses of the files that the page names."""
    page = httpx.get(service.url + "/", headers={"Accept": "text/html"})
    assert page.status_code == 200
    named = re.findall(r'(?:src|href)="(/[^"]+)"', page.text)
    assert any(file.endswith(".js") for file in named) and any(file.endswith(".css") for file in named)
    return named


@pytest.mark.parametrize("path", ["/", "/index.html", "/operations/gcd", "/calculations", "/admin/users"])
def test_the_page_is_never_kept(service, path):
    answer = httpx.get(service.url + path, headers={"Accept": "text/html"})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert '<div id="root"></div>' in answer.text


def test_assets_are_kept_for_ever_and_sent_packed(service, files):
    for file in (file for file in files if file.startswith("/assets/")):
        plain = httpx.get(service.url + file, headers={"Accept-Encoding": "identity"})
        assert plain.status_code == 200, file
        assert plain.headers["cache-control"] == "public, max-age=31536000, immutable", file
        assert "content-encoding" not in plain.headers
        if file.endswith(".woff2"):
            continue
        for coding in ("br", "gzip"):
            with httpx.stream("GET", service.url + file, headers={"Accept-Encoding": coding}) as packed:
                sent = b"".join(packed.iter_raw())
            assert packed.headers["content-encoding"] == coding, file
            assert packed.headers["vary"] == "Accept-Encoding", file
            assert packed.headers["cache-control"] == plain.headers["cache-control"], file
            assert len(sent) < len(plain.content), file
            if coding == "gzip":
                assert gzip.decompress(sent) == plain.content, file


def test_a_missing_asset_is_missing(service):
    answer = httpx.get(service.url + "/assets/main-OLD.js", headers={"Accept": "text/html"})
    assert answer.status_code == 404


@pytest.mark.parametrize("signed_in", [False, True])
def test_a_first_visit_loads_at_most_70_kb_of_javascript(service, person, someone, signed_in):
    profile_page = person.open("/favicon.svg", someone if signed_in else None)
    scripts = []
    profile_page.on("response", lambda answer: answer.url.endswith(".js") and scripts.append(answer.url))
    profile_page.goto("/")
    expect(profile_page.get_by_label("Expression" if signed_in else "User name")).to_be_visible()
    profile_page.wait_for_load_state("networkidle")
    assert scripts and not any("katex" in script for script in scripts), scripts
    sizes = {}
    for script in scripts:
        with httpx.stream("GET", script, headers={"Accept-Encoding": "gzip"}) as answer:
            sizes[script] = len(b"".join(answer.iter_raw()))
    assert sum(sizes.values()) <= FIRST_LOAD_LIMIT, sizes


@pytest.mark.parametrize("viewport", [None, PHONE])
@pytest.mark.parametrize("path", ["/", "/operations", "/operations/gcd", "/account"])
def test_a_page_is_there_within_a_second_and_nothing_moves(person, someone, path, viewport):
    page = person.open(path, someone, **({"viewport": viewport} if viewport else {}))
    page.wait_for_load_state("networkidle")
    assert_still(page)
    assert_prompt(page)


@pytest.mark.parametrize("path", ["/sign-in", "/sign-up"])
def test_the_way_in_is_there_within_a_second_and_nothing_moves(person, path):
    page = person.open(path)
    page.wait_for_load_state("networkidle")
    assert_still(page)
    assert_prompt(page)


def test_a_page_that_cannot_be_loaded_says_so_and_the_rest_of_the_app_stays(person, someone):
    page = person.open("/", someone)
    page.get_by_label("Expression").fill("1 + unfinished")
    page.context.route("**/assets/pageSet-*.js", lambda route: route.abort())
    page.get_by_role("link", name="Operations").click()
    expect(page.get_by_role("alert")).to_contain_text("This page could not be loaded")
    page.get_by_role("link", name="Calculator", exact=True).click()
    expect(page.get_by_label("Expression")).to_have_value("1 + unfinished")
    page.get_by_role("link", name="Operations").click()
    page.context.unroute("**/assets/pageSet-*.js")
    page.get_by_role("button", name="Reload").click()
    expect(page.get_by_role("heading", name="Operations")).to_be_visible()
    assert person.problems, "the browser says that a file was not loaded"
    person.problems = [one for one in person.problems if "ERR_FAILED" not in one and "pageSet" not in one]


def test_pages_that_could_not_be_loaded_are_tried_again_when_the_service_is_back(browser, dist, tmp_path):
    service = Service(tmp_path / "data", {"WEB_ROOT": str(dist)}).start()
    service.settings["PORT"] = str(service.port)
    service.register("ada")
    with at(browser, service) as person:
        page = person.open("/", "ada")
        expect(page.get_by_label("Expression")).to_be_focused()
        page.wait_for_load_state("networkidle")
        person.expects_outage()
        service.kill()
        page.get_by_role("link", name="History").click()
        alert = page.get_by_role("alert")
        expect(alert).to_contain_text("the service cannot be reached")
        page.get_by_role("button", name="Try again").click()
        expect(alert).to_contain_text("the service cannot be reached")
        page.get_by_role("link", name="Activity").click()
        expect(alert).to_contain_text("the service cannot be reached")
        service.start()
        page.get_by_role("button", name="Try again").click()
        expect(page.get_by_role("heading", name="Activity")).to_be_visible()
        page.get_by_role("link", name="History").click()
        expect(page.get_by_role("heading", name="History")).to_be_visible()
        # React writes what a page has failed with.
        person.problems = [one for one in person.problems if not one.startswith("console error: ApiError")]
