"""Everything by keyboard: no pointer is used in this file."""

from __future__ import annotations

import pytest
from looks import tab_through
from person import PASSWORD, enter, form_of
from playwright.sync_api import expect


def test_from_registering_to_the_history_without_a_pointer(person, service, name):
    page = person.open("/")
    keys = page.keyboard
    expect(page.get_by_label("User name")).to_be_focused()
    # Sign in: name, password, show, button, and then the link to registering.
    for _ in range(4):
        keys.press("Tab")
    expect(page.get_by_role("link", name="Make one")).to_be_focused()
    keys.press("Enter")
    expect(page.get_by_label("User name")).to_be_focused()
    keys.type(name)
    keys.press("Tab")
    keys.press("Tab")
    keys.type(PASSWORD)
    keys.press("Tab")
    keys.press("Tab")
    keys.type(PASSWORD)
    keys.press("Enter")
    field = page.get_by_label("Expression")
    expect(field).to_be_focused()
    keys.type("comb")
    expect(page.get_by_role("option").first).to_contain_text("combinations(n, k)")
    keys.press("Tab")
    keys.type("49, 6)")
    keys.press("Enter")
    expect(form_of(page, 1, "value")).to_have_text("13983816")
    keys.type("1/3")
    keys.press("Enter")
    expect(form_of(page, 2, "exact")).to_have_text("1/3")
    # Back over the lines to the top, and along the navigation.
    history = page.get_by_role("link", name="History")
    for _ in range(60):
        keys.press("Shift+Tab")
        if history.evaluate("link => link === document.activeElement"):
            break
    expect(history).to_be_focused()
    keys.press("Enter")
    expect(page).to_have_url(service.url + "/calculations")
    expect(page.get_by_role("main")).to_be_focused()
    rows = page.get_by_role("main").get_by_text("combinations(49, 6)")
    expect(rows.first).to_be_visible()
    # And out again.
    out = page.get_by_role("button", name="Sign out")
    for _ in range(20):
        keys.press("Shift+Tab")
        if out.evaluate("button => button === document.activeElement"):
            break
    keys.press("Enter")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_the_content_is_reached_with_one_key(person, someone):
    page = person.open("/operations", someone)
    expect(page.get_by_role("heading", name="Operations")).to_be_visible()
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_a_line_is_edited_copied_and_given_more_digits_by_keys(person, someone):
    page = person.open("/", someone)
    enter(page, "sqrt(2)")
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("spinbutton")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    slider = page.get_by_label("Digits of the decimal", exact=True)
    expect(slider).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(form_of(page, 1, "decimal")).to_have_text("1.41421356237309504880")
    edit = page.get_by_role("button", name="Change line 1: sqrt(2)")
    for _ in range(12):
        page.keyboard.press("Shift+Tab")
        if edit.evaluate("button => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_label("Expression")).to_be_focused()
    expect(page.get_by_label("Expression")).to_have_value("sqrt(2)")


def test_a_hint_is_taken_by_keys(person, someone):
    page = person.open("/", someone)
    expect(page.get_by_label("Expression")).to_be_focused()
    page.keyboard.type("factoral(5)")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Use factorial")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Use factorial")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Expression")).to_have_value("factorial(5)")


@pytest.mark.parametrize("path", ["/sign-in", "/sign-up"])
def test_the_focus_is_seen_wherever_it_goes_before_signing_in(person, path):
    page = person.open(path)
    expect(page.get_by_label("User name")).to_be_focused()
    names = tab_through(page)
    assert names[0] == "A Skip to the content" and len(names) >= 6, names


@pytest.mark.parametrize("path", ["/", "/operations/gcd", "/account"])
@pytest.mark.parametrize("viewport", [{"width": 1280, "height": 800}, {"width": 360, "height": 640}])
def test_the_focus_is_seen_wherever_it_goes(person, someone, path, viewport):
    page = person.open("/", someone, viewport=viewport)
    enter(page, "1/3", "sqrt(2)", "[1, 2; 3, 4]^-1")
    page.goto(path)
    page.wait_for_load_state("networkidle")
    assert len(tab_through(page, limit=40)) > 10
