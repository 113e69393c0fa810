"""The catalogue: its list, and the forms that are drawn from the declarations."""

from __future__ import annotations

import json
import re
import subprocess

import httpx
import pytest
from person import clipboard, fault_of
from playwright.sync_api import expect


@pytest.fixture(scope="module")
def catalogue(service):
    with service.user("librarian") as client:
        return client.get("/math/operations").json()["operations"]


@pytest.fixture
def form(person, someone):
    """Opens the form of an operation."""
    return lambda name: person.open(f"/operations/{name}", someone)


def result(page) -> dict[str, str]:
    """The forms of the result that is shown."""
    rows = page.get_by_role("region", name="Result").locator("dl > div")
    expect(rows.first).to_be_visible()
    return {row.locator("dt").inner_text(): row.locator("code").inner_text() for row in rows.all()}


def exactly(text: str) -> re.Pattern:
    return re.compile(f"^{re.escape(text)}$")


def request(page) -> dict:
    """The body of the request as the page shows it."""
    shown = page.get_by_role("group", name="The request").inner_text()
    return json.loads(shown.split("\n\n", 1)[1])


def test_every_operation_is_listed_under_its_category(person, someone, catalogue):
    page = person.open("/operations", someone)
    expect(page.get_by_text(f"{len(catalogue)} operations, each with a form.")).to_be_visible()
    listed = page.evaluate(
        """[...document.querySelectorAll('main section')].map((section) => [
            section.querySelector('h2').textContent,
            [...section.querySelectorAll('a')].map((link) => link.getAttribute('href').split('/').at(-1)),
        ])"""
    )
    by_category: dict[str, list[str]] = {}
    for operation in catalogue:
        by_category.setdefault(operation["category"].capitalize(), []).append(operation["name"])
    assert listed == [list(pair) for pair in by_category.items()]
    link = page.get_by_role("link", name="combinations(n, k)")
    expect(link).to_contain_text("How many ways there are to pick k of n things")


def test_the_list_is_searched_by_name_and_by_meaning(person, someone):
    page = person.open("/operations", someone)
    search, links = (
        page.get_by_role("searchbox"),
        page.get_by_role("navigation", name="Operations by").get_by_role("link"),
    )
    search.fill("prime")
    expect(page.get_by_role("link", name="isPrime(x)")).to_be_visible()
    # By its text alone: its name is another.
    expect(page.get_by_role("link", name="moebius(x)")).to_be_visible()
    expect(page.get_by_role("link", name="subtract")).to_have_count(0)
    search.fill("trigono")
    expect(page.get_by_role("link", name="atan2(a, b)")).to_be_visible()
    search.fill("nothing of this kind")
    expect(page.get_by_text("No operation matches “nothing of this kind”.")).to_be_visible()
    expect(links).to_have_count(0)
    search.fill("isPri")
    links.first.click()
    expect(page.get_by_role("heading", name="isPrime")).to_be_visible()
    # The list stays beside the form, as it was searched.
    expect(page.get_by_role("searchbox")).to_have_value("isPri")
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("isPri")


def test_a_form_has_a_field_for_each_parameter_with_its_text_type_and_bounds(form):
    page = form("combinations")
    for name, text in [("n", "how many things there are"), ("k", "how many to pick")]:
        field = page.get_by_label(name, exact=True)
        described = field.get_attribute("aria-describedby")
        hint = page.locator(f'[id="{described}"]')
        expect(hint).to_have_text(f"{text} · a whole number · 0 to 1,000,000,000 · at most 100,000 digits")
    page.get_by_label("n", exact=True).fill("49")
    page.get_by_label("k", exact=True).fill("6")
    page.get_by_label("k", exact=True).press("Enter")
    assert result(page) == {"value": "13983816"}
    assert request(page) == {"n": "49", "k": "6", "precision": 20}


def test_what_a_declaration_forbids_is_said_beside_its_field_before_it_is_sent(form):
    page = form("combinations")
    page.get_by_role("button", name="Calculate").click()
    assert fault_of(page, "n") == "Fill this in"
    page.get_by_label("n", exact=True).fill("1.5")
    page.get_by_label("k", exact=True).fill("-1")
    page.get_by_role("button", name="Calculate").click()
    assert fault_of(page, "n") == "A whole number is needed here"
    assert fault_of(page, "k") == "At least 0"


def test_what_the_service_refuses_is_said_beside_its_field(person, form):
    person.expects(422, "/math/divide")
    page = form("divide")
    page.get_by_label("a", exact=True).fill("1")
    page.get_by_label("b", exact=True).fill("0")
    page.get_by_role("button", name="Calculate").click()
    expect(page.get_by_role("main").get_by_text("zero", exact=False).first).to_be_visible()
    page.get_by_label("b", exact=True).fill("1 +")
    page.get_by_role("button", name="Calculate").click()
    assert fault_of(page, "b") == "There is a space at position 2; write the number without spaces"


def test_a_list_is_written_however_one_likes(form):
    page = form("mean")
    field = page.get_by_role("textbox", name="values optional")
    for written in ("1, 2, 4", "1 2 4", "[1, 2, 4]", "1\n2\n4"):
        field.fill(written)
        page.get_by_role("button", name="Calculate").click()
        expect(page.get_by_text("3 values")).to_be_visible()
        assert result(page) == {"exact": "7/3", "decimal": "2.3333333333333333333"}
        assert request(page) == {"values": ["1", "2", "4"], "precision": 20}


def test_a_matrix_is_written_in_rows_or_in_brackets(form):
    page = form("inv")
    field = page.get_by_label("x", exact=True)
    for written in ("1 2\n3 4", "[[1, 2], [3, 4]]", "[1, 2; 3, 4]"):
        field.fill(written)
        page.get_by_role("button", name="Calculate").click()
        assert result(page) == {"exact": "[[-2, 1], [3/2, -1/2]]", "decimal": "[[-2, 1], [1.5, -0.5]]"}
    field.fill("1/2 1\n3 0.25")
    assert request(page)["x"] == "[[1/2, 1], [3, 0.25]]"


def test_a_choice_is_chosen(form):
    page = form("variance")
    page.get_by_role("textbox", name="values optional").fill("2, 4, 6, 8")
    choice = page.get_by_role("combobox")
    expect(choice.get_by_role("option")).to_have_text(["Leave out (unbiased)", "unbiased", "uncorrected", "biased"])
    choice.select_option("uncorrected")
    page.get_by_role("button", name="Calculate").click()
    assert result(page) == {"value": "5"}
    assert request(page)["normalization"] == "uncorrected"


def test_the_digits_of_the_decimal_are_asked_for(form):
    page = form("sqrt")
    page.get_by_label("x", exact=True).fill("2")
    page.get_by_label("Digits", exact=True).fill("50")
    page.get_by_role("button", name="Calculate").click()
    assert result(page) == {
        "exact": "sqrt(2)",
        "decimal": "1.4142135623730950488016887242096980785696718753769",
    }
    expect(page.get_by_text("real, 50 digits")).to_be_visible()


def test_an_example_fills_the_form_with_one_click_and_is_true(form, catalogue):
    page = form("pow")
    # One of each type of parameter that there is, alone and together, and of each category.
    names = ["pow", "compare", "gcd", "crt", "fromBase", "std", "mode", "quantile", "map", "sort", "kron", "det"]
    names += ["lusolve", "integrate", "taylor", "polyroots", "splitUnit", "reshape", "setPowerset", "normalCdf"]
    names += ["and", "pi", "round", "conj", "sinh", "log", "gamma", "atan2"]
    kinds = {parameter["type"] for operation in catalogue for parameter in operation["parameters"]}
    chosen = [operation for operation in catalogue if operation["name"] in names]
    assert {parameter["type"] for operation in chosen for parameter in operation["parameters"]} == kinds
    assert {operation["category"] for operation in chosen} == {operation["category"] for operation in catalogue}
    for operation in chosen:
        page.get_by_role("navigation").get_by_role("link", name=operation["name"], exact=True).click()
        expect(page.get_by_role("heading", name=operation["name"], exact=True)).to_be_visible()
        for example in operation["examples"]:
            page.get_by_role("button", name=example["expression"], exact=True).click()
            page.get_by_role("button", name="Calculate").click()
            shown = page.get_by_role("region", name="Result").locator("code")
            expect(shown.filter(has_text=exactly(example["result"])).first).to_be_visible()


def test_the_request_that_is_shown_is_the_one_that_is_sent_and_runs_as_curl(form, service, someone):
    page = form("nthRoot")
    page.get_by_role("button", name="nthRoot(64, 3)").click()
    shown = request(page)
    with page.expect_request("**/math/nthRoot") as sent:
        page.get_by_role("button", name="Calculate").click()
    assert sent.value.method == "POST"
    assert json.loads(sent.value.post_data) == shown
    page.get_by_role("button", name="Copy curl").click()
    # Beside the button, where a screen reader hears it: what is inside one is its name.
    said = page.get_by_role("status").filter(has_text="Copied")
    expect(said).to_be_attached()
    assert not said.evaluate("(status) => status.closest('button')")
    token = service.sign_in("someone")["access_token"]
    run = subprocess.run(
        ["bash", "-c", clipboard(page)], env={"TOKEN": token, "PATH": "/usr/bin:/bin"}, capture_output=True
    )
    answer = httpx.post(
        f"{service.url}/math/nthRoot", json=shown, headers={"Authorization": f"Bearer {token}"}, timeout=30
    ).json()
    assert json.loads(run.stdout) == answer
    assert result(page) == {"value": answer["exact"]}


def test_an_operation_that_is_not_there_says_so(form):
    page = form("frobnicate")
    expect(page.get_by_text("There is no operation “frobnicate”")).to_be_visible()
    page.get_by_role("link", name="All operations").click()
    expect(page.get_by_role("heading", name="Operations")).to_be_visible()


def test_what_was_typed_into_a_form_is_there_when_one_comes_back(form):
    page = form("gcd")
    page.get_by_role("textbox", name="a optional").fill("84")
    page.get_by_role("link", name="lcm", exact=True).click()
    expect(page.get_by_role("heading", name="lcm")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("textbox", name="a optional")).to_have_value("84")


def test_digits_that_cannot_be_asked_for_are_said_beside_their_field(form):
    page = form("sqrt")
    asked = []
    page.on("request", lambda one: one.url.endswith("/math/sqrt") and asked.append(one.url))
    page.get_by_label("x", exact=True).fill("2")
    digits = page.get_by_label("Digits", exact=True)
    for wrong in ("0", "", "2.5", "10001"):
        digits.fill(wrong)
        page.get_by_role("button", name="Calculate").click()
        assert fault_of(page, "Digits") == "A whole number from 1 to 10,000"
        expect(digits).to_be_focused()
    assert asked == []
    digits.fill("7")
    page.get_by_role("button", name="Calculate").click()
    assert result(page)["decimal"] == "1.414214"


def test_a_deep_link_shows_its_operation_whatever_was_looked_for_before(person, someone):
    page = person.open("/operations", someone)
    search = page.get_by_role("searchbox")
    listed = page.get_by_role("navigation", name="Operations by category").get_by_role("link")
    expect(listed.first).to_be_visible()
    count = listed.count()
    search.fill("zzzz")
    expect(listed).to_have_count(0)
    page.goto("/operations/det")
    expect(page.get_by_role("heading", name="det", exact=True)).to_be_visible()
    expect(listed).to_have_count(count)
    # What is then typed is looked for, though the operation that is shown does not match.
    search.fill("gcd")
    expect(listed.first).to_have_text("gcd")
    expect(page.get_by_role("heading", name="det", exact=True)).to_be_visible()
    search.fill("zzzz")
    page.evaluate("history.pushState(null, '', '/operations/nonsense'); dispatchEvent(new Event('popstate'))")
    expect(page.get_by_text("all of them are listed")).to_be_visible()
    expect(listed).to_have_count(count)


def test_a_result_is_typeset_and_a_long_one_is_shown_by_its_beginning(form):
    page = form("inv")
    page.get_by_label("x", exact=True).fill("1 2\n3 4")
    page.get_by_role("button", name="Calculate").click()
    shown = page.get_by_role("region", name="Result")
    expect(shown.locator(".tex .mfrac")).to_have_count(2)
    page.get_by_role("link", name="factorial", exact=True).click()
    page.get_by_label("x", exact=True).fill("1000")
    page.get_by_role("button", name="Calculate").click()
    code = shown.locator("code").first
    expect(code).to_contain_text("…")
    assert shown.evaluate("(place) => [...place.querySelectorAll('dd')].every((one) => one.scrollHeight <= 240)")
    shown.get_by_role("button", name="Show all 2,568 characters").click()
    expect(code).to_have_text(re.compile(r"^\d{2568}$"))
    shown.get_by_role("button", name="Show less").click()
    expect(code).to_contain_text("…")


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720), (1920, 1080), (820, 1180)], ids=str)
@pytest.mark.parametrize("name", ["integrate", "zeta", "sqrt", "add"])
def test_an_operation_opens_at_its_title(person, someone, size, name):
    page = person.open(f"/operations/{name}", someone, viewport={"width": size[0], "height": size[1]})
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text(name)
    entry = page.get_by_role("navigation", name="Operations by category").locator('[aria-current="page"]')
    if size[0] >= 768:
        expect(entry).to_be_in_viewport(ratio=1)
    assert page.evaluate("scrollY") == 0
    expect(heading).to_be_in_viewport(ratio=1)
