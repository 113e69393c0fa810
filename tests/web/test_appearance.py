"""How the pages of data look: light and dark, phone to wide screen, by keyboard, nothing moving, text in one place."""

from __future__ import annotations

import re

import pytest
from looks import assert_inside, assert_large_enough, tab_through
from person import (
    DESKTOP,
    PHONE,
    WIDE,
    assert_accessible,
    assert_fits,
    assert_prompt,
    assert_still,
    kept_session,
    screenshot,
)
from playwright.sync_api import Page, expect
from service import ADMIN, ROOT

# What stands in the code as it is in every language: names of formats, of keys, and of the app.
NAMES = {"CSV", "JSON", "NDJSON", "SVG", "Enter", "Ctrl", "math", "x^2"}
PAGES = {
    "/plot?y=tan(x)&y=x%5E2": "[data-curve='2'][d^=M]",
    "/calculations": "tbody tr",
    "/activity": "main ol > li",
    "/admin/users": "main li",
    "/admin/events": "main ol > li",
    "/admin/service": "main section",
    "/nowhere": "main h1",
}


@pytest.fixture(scope="module")
def filled(service) -> dict[str, str]:
    """Something to see on every page, long and short, right and wrong; the session of an administrator."""
    with service.administrator() as admin:
        for expression in ("2^1000", "1/3 + 1/6", "[[1, 2], [3, 4]]^-1", "averyveryverylongname + 1", "1/0", "sqrt(2)"):
            admin.post("/math/evaluate", json={"expr": expression, "precision": 500})
        for number in range(30):
            admin.post("/math/add", json={"a": str(number), "b": "1/3"})
    for name in ("grace", "a-name-that-is-as-long-as-names-may-be-0123456789"):
        service.register(name)
    return kept_session(service, *ADMIN)


def open_filled(person, session: dict[str, str], path: str, **options) -> Page:
    if path == "/nowhere":
        person.expects(404, path)
    page = person.open(path, session, **options)
    expect(page.locator(PAGES[path]).first).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="Loading")).to_have_count(0)
    return page


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_there_within_a_second_and_nothing_moves(person, filled, path):
    for viewport in (DESKTOP, PHONE):
        page = open_filled(person, filled, path, viewport=viewport)
        assert_still(page)
        assert_prompt(page)
        page.close()


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_cut_or_scrolls_sideways_on_a_phone(person, filled, path):
    page = open_filled(person, filled, path, viewport=PHONE)
    name = re.sub(r"\W+", "-", path.split("?")[0]).strip("-")
    for width in (360, 320):
        page.set_viewport_size({"width": width, "height": 740})
        assert_fits(page)
    screenshot(page, f"appearance-{name}-320", full_page=True)
    assert_inside(page)
    assert_large_enough(page)


def test_a_wide_screen_is_used(person, filled):
    for path in list(PAGES)[:-1]:
        page = open_filled(person, filled, path, viewport=WIDE, color_scheme="dark")
        content = page.locator("main > div").bounding_box()
        assert 1400 <= content["width"] <= 1500, path
        logo = page.get_by_role("link", name="math, to the calculator").bounding_box()
        heading = page.get_by_role("heading", level=1).bounding_box()
        assert abs(logo["x"] - heading["x"]) <= 2, "the page begins where its head begins"
        page.close()


@pytest.mark.parametrize("path", list(PAGES)[:-1])
def test_everything_is_reached_by_keyboard_and_the_focus_is_seen(person, filled, path):
    page = open_filled(person, filled, path)
    controls = page.locator("main :is(a, button:enabled, input, select, [tabindex='0']):visible").count()
    reached = tab_through(page, limit=36)
    assert reached[0] == "A Skip to the content"
    assert len(reached) >= min(36, controls), reached


def test_a_page_that_is_not_there_says_so(person, someone):
    person.expects(404, "/no/such/page")
    page = person.open("/no/such/page", someone)
    expect(page.get_by_role("heading", name="There is no such page")).to_be_visible()
    expect(page).to_have_title("There is no such page · math")
    assert_accessible(page, "not-found")
    page.get_by_role("main").get_by_role("link").click()
    expect(page.get_by_label("Expression")).to_be_focused()


def test_the_colours_chosen_by_hand_hold_on_every_page_and_in_every_tab(person, someone):
    page = person.open("/plot", someone, color_scheme="light")
    other = page.context.new_page()
    other.goto("/calculations")
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(ground)
    for name in ("Colours as the system has them", "Light colours"):
        page.get_by_role("button", name=name).click()
    for shown in (page, other):
        expect(shown.locator("html")).to_have_attribute("data-theme", "dark")
        assert shown.evaluate(ground) != light


def test_every_text_is_in_the_files_of_texts():
    found = []
    for file in sorted((ROOT / "frontend/src").rglob("*.tsx")):
        if ".test." in file.name:
            continue
        source = file.read_text(encoding="utf-8")
        texts = re.findall(r">\s*([^<>{}()=;]*[A-Za-z]{2,}[^<>{}()=;]*?)\s*</", source)
        texts += re.findall(r'(?:aria-label|title|placeholder|alt|aria-roledescription)="([^"]*)"', source)
        found += [f"{file.name}: {text}" for text in texts if text not in NAMES]
    assert found == []
