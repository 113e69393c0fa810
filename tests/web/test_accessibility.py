"""WCAG 2.2 AA as far as a program can tell, in light and dark, and a place for every page on a phone.

Every test leaves its screenshots, to be looked at.
"""

from __future__ import annotations

import pytest
from looks import assert_large_enough
from person import DESKTOP, PHONE, WIDE, assert_accessible, assert_fits, enter, screenshot
from playwright.sync_api import expect

LINES = [
    "1/3 + 1/6",
    "f(x) = x^2 + 1",
    "f(sqrt(2) - 1)",
    "[[1, 2], [3, 4]]^-1",
    "2^1000",
    "eigs([2, 1; 1, 3])",
    "sin(1)",
]


@pytest.fixture(params=[DESKTOP, PHONE], ids=["desktop", "phone"])
def screen(request):
    """The options and the name of a screen."""
    return {"viewport": request.param}, request.node.callspec.id


def check(page, name):
    assert_fits(page)
    assert_large_enough(page)
    # Contrast does not depend on the width.
    assert_accessible(page, name, ("light",) if name.endswith("phone") else ("dark", "light"))


def test_signing_in(person, screen):
    options, size = screen
    page = person.open("/sign-in", **options)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_text("Fill this in")).to_have_count(2)
    check(page, f"sign-in-{size}")


def test_registering(person, screen):
    options, size = screen
    page = person.open("/sign-up", **options)
    page.get_by_label("User name").fill("ada")
    page.get_by_label("Password", exact=True).fill("a passphrase")
    page.get_by_role("button", name="Make an account").click()
    expect(page.get_by_text("The two passwords are not the same")).to_be_visible()
    check(page, f"sign-up-{size}")


def test_the_empty_calculator(person, someone, screen):
    options, size = screen
    page = person.open("/", someone, **options)
    expect(page.get_by_text("What shall it be?")).to_be_visible()
    check(page, f"calculator-empty-{size}")


def test_the_calculator_with_results_completions_and_an_error(person, someone, screen):
    options, size = screen
    page = person.open("/", someone, **options)
    enter(page, *LINES)
    page.get_by_role("spinbutton").fill("200")
    expect(page.locator('[data-line="7"] [data-form="decimal"]')).to_contain_text("84147098480789650665250232163")
    check(page, f"calculator-results-{size}")
    field = page.get_by_label("Expression")
    field.press_sequentially("2 + s")
    expect(page.get_by_role("option").first).to_be_visible()
    field.press("ArrowDown")
    check(page, f"calculator-completion-{size}")
    field.fill("2 * factoral(5) + 1")
    field.press("Enter")
    expect(page.get_by_role("button", name="Use factorial")).to_be_visible()
    check(page, f"calculator-error-{size}")


def test_the_dialogs(person, someone, screen):
    options, size = screen
    page = person.open("/", someone, **options)
    page.get_by_label("Expression").press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    check(page, f"keys-{size}")
    page.keyboard.press("Escape")
    for path in ("/token", "/math/evaluate", "/math/parse"):
        person.expects(401, path)
    page.evaluate(
        """() => {
            const kept = JSON.parse(localStorage.getItem('math.session'));
            localStorage.setItem('math.session', JSON.stringify({ ...kept, access: 'spent', refresh: 'spent' }));
        }"""
    )
    page.get_by_label("Expression").fill("1 + 1")
    page.get_by_label("Expression").press("Enter")
    expect(page.get_by_role("dialog", name="Sign in again")).to_be_visible()
    check(page, f"sign-in-again-{size}")


def test_the_operations_and_a_form_with_its_result(person, someone, screen):
    options, size = screen
    page = person.open("/operations", someone, **options)
    expect(page.get_by_role("heading", name="Arithmetic")).to_be_visible()
    check(page, f"operations-{size}")
    page.goto("/operations/lusolve")
    page.get_by_role("button", name="lusolve(").first.click()
    page.get_by_role("button", name="Calculate").click()
    expect(page.get_by_role("region", name="Result")).to_be_visible()
    check(page, f"operation-{size}")
    screenshot(page, f"operation-{size}-whole", full_page=True)
    page.get_by_label("a", exact=True).fill("")
    page.get_by_role("button", name="Calculate").click()
    expect(page.get_by_text("Fill this in")).to_be_visible()
    check(page, f"operation-fault-{size}")


def test_the_account(person, someone, screen):
    options, size = screen
    page = person.open("/account", someone, **options)
    expect(page.get_by_role("heading", name="Account", exact=True)).to_be_visible()
    check(page, f"account-{size}")


def test_the_menu_of_a_phone(person, someone):
    page = person.open("/", someone, viewport=PHONE)
    page.get_by_role("button", name="Menu").click()
    expect(page.get_by_role("navigation").get_by_role("link", name="Operations")).to_be_visible()
    check(page, "menu-phone")
    # A rule is straight to its ends.
    assert page.locator("#menu .grid a").first.evaluate("(link) => getComputedStyle(link).borderRadius") == "0px"
    page.get_by_role("navigation").get_by_role("link", name="Operations").click()
    expect(page.get_by_role("heading", name="Operations")).to_be_visible()
    expect(page.get_by_role("button", name="Menu")).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("path", ["/", "/operations", "/operations/lusolve", "/account"])
def test_nothing_is_cut_or_scrolls_sideways_at_320_pixels(person, someone, path):
    page = person.open("/", someone, viewport={"width": 320, "height": 640})
    enter(page, "[[1/3, 2, 3], [4, 5, 6], [7, 8, 10]]^-1", "2^400", "pi")
    page.goto(path)
    page.wait_for_load_state("networkidle")
    assert_fits(page)


def test_the_colours_are_the_systems_until_they_are_chosen_by_hand(person, someone):
    page = person.open("/", someone, color_scheme="dark")
    html = page.locator("html")
    expect(html).to_have_attribute("data-theme", "dark")
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    expect(html).to_have_attribute("data-theme", "light")
    page.get_by_role("button", name="Colours as the system has them").click()
    expect(html).to_have_attribute("data-theme", "light")
    page.get_by_role("button", name="Light colours").click()
    expect(html).to_have_attribute("data-theme", "dark")
    # The choice outlives a reload, and is there before the first paint.
    page.reload(wait_until="commit")
    expect(html).to_have_attribute("data-theme", "dark")
    page.get_by_role("button", name="Dark colours").click()
    expect(html).to_have_attribute("data-theme", "light")
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    expect(html).to_have_attribute("data-theme", "dark")


def test_a_wide_screen_is_used_with_measure(person, someone):
    page = person.open("/", someone, viewport=WIDE, color_scheme="dark")
    enter(page, *LINES)
    screenshot(page, "calculator-results-wide")
    page.goto("/operations")
    expect(page.get_by_role("heading", name="Arithmetic")).to_be_visible()
    screenshot(page, "operations-wide")
    for content in ("/", "/operations", "/account"):
        page.goto(content)
        box = page.get_by_role("main").locator("> div").first.bounding_box()
        assert 800 <= box["width"] <= 1440, f"{content} is {box['width']} pixels wide"
        assert abs(box["x"] + box["width"] / 2 - WIDE["width"] / 2) < 20
