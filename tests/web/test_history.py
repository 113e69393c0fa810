"""The history: one's own calculations, paged, searched, run again, deleted, saved."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date, timedelta

import pytest
from legacy import make_requests
from person import PHONE, assert_accessible, assert_fits, assert_still, at, screenshot
from playwright.sync_api import Page, expect
from service import PASSWORD, Service, events_of, run


@pytest.fixture
def client(service, user):
    """The user's own client, as a program has it."""
    with service.client(service.sign_in(user)["access_token"]) as client:
        yield client


def calculate(client, operation: str, **arguments) -> None:
    answer = client.post(f"/math/{operation}", json=arguments)
    assert answer.status_code == 200, answer.text


def recorded(client, limit: int = 1000) -> list[dict]:
    answer = client.get("/history", params={"limit": limit})
    assert answer.status_code == 200, answer.text
    return answer.json()


def calculated(entry: dict) -> str:
    """An entry's input as the page writes it."""
    given = entry["input"]
    if "expr" in given:
        return given["expr"]
    return ", ".join(f"{name} = {listed(value)}" for name, value in given.items())


def listed(value: str | list) -> str:
    return f"[{', '.join(value)}]" if isinstance(value, list) else str(value)


def rows(page: Page):
    return page.locator("tbody tr")


def shown(page: Page) -> list[list[str]]:
    """Operation, input and result of every row."""
    return rows(page).evaluate_all(
        "(rows) => rows.map((row) => [0, 1, 2].map((cell) => row.cells[cell].innerText.replace(/\\s*\\(open\\)$/, '')))"
    )


def expect_rows(page: Page, entries: list[dict]) -> None:
    """Exactly these entries, in this order."""
    expect(rows(page)).to_have_count(len(entries))
    expected = [[entry["operation"], calculated(entry), entry["result"]] for entry in entries]
    expect(rows(page).last).to_contain_text(expected[-1][1])
    assert shown(page) == expected


def saved(page: Page, button: str) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    assert download.value.suggested_filename == f"history.{button.lower()}"
    return download.value.path().read_text(encoding="utf-8")


def test_the_history_is_paged_newest_first(person, user, client):
    for number in range(45):
        calculate(client, "add", a=str(number), b="1/4")
    entries = recorded(client)
    page = person.open("/calculations", user)
    newer, older = (page.get_by_role("button", name=name) for name in ("Newer", "Older"))
    expect_rows(page, entries[:20])
    expect(newer).to_be_disabled()
    assert_still(page)
    older.click()
    expect_rows(page, entries[20:40])
    expect(page.get_by_text("Page 2")).to_be_visible()
    older.click()
    expect_rows(page, entries[40:])
    expect(older).to_be_disabled()
    newer.click()
    newer.click()
    expect_rows(page, entries[:20])


def test_only_ones_own_calculations_are_listed(person, service, user, client, name):
    calculate(client, "add", a="1", b="2")
    with service.user(f"{name}-other") as other:
        calculate(other, "add", a="77", b="88")
    page = person.open("/calculations", user)
    expect_rows(page, recorded(client))
    expect(page.get_by_text("77")).to_have_count(0)


def test_the_history_is_searched_by_text_operation_and_time(browser, dist, tmp_path):
    old = tmp_path / "old.db"
    make_requests(
        old,
        [("alice", "alice@example.org", PASSWORD, "user")],
        [(1, "factorial", '{"x": 16}', "20922789888000", "2023-11-14 22:13:20")],
    )
    taken = run("import-legacy", str(old), data_dir=tmp_path / "data")
    assert taken.returncode == 0, taken.stderr
    service = Service(tmp_path / "data", {"WEB_ROOT": str(dist)}).start()
    with at(browser, service) as person, service.client(service.sign_in("alice")["access_token"]) as client:
        calculate(client, "evaluate", expr="sqrt(16)")
        calculate(client, "sqrt", x="16/9")
        calculate(client, "add", a="16", b="4")
        calculate(client, "gcd", values=["12", "18"])
        search_by_text_operation_and_time(person.open("/calculations", "alice"), recorded(client))


def search_by_text_operation_and_time(page: Page, entries: list[dict]) -> None:
    gcd, add, root, evaluated, past = entries
    text, operation = page.get_by_role("searchbox", name="Text"), page.get_by_role("combobox", name="Operation")
    since, until = page.get_by_label("From", exact=True), page.get_by_label("To", exact=True)
    expect_rows(page, entries)

    text.fill("16")
    expect_rows(page, [add, root, evaluated, past])
    operation.select_option("sqrt")
    expect_rows(page, [root])
    text.fill("nowhere")
    expect(page.get_by_text("Nothing matches")).to_be_visible()
    page.get_by_role("button", name="Reset").click()
    expect_rows(page, entries)
    expect(text).to_have_value("")

    today = date.today()
    since.fill(today.isoformat())
    expect_rows(page, [gcd, add, root, evaluated])
    until.fill(today.isoformat())
    expect_rows(page, [gcd, add, root, evaluated])
    since.fill("2023-11-14")
    until.fill((today - timedelta(days=1)).isoformat())
    expect_rows(page, [past])
    expect(rows(page)).to_contain_text("14 Nov 2023, 22:13:20")
    since.fill("2023-11-15")
    expect(page.get_by_text("Nothing matches")).to_be_visible()


def test_a_search_reads_on_until_its_page_is_full(person, user, client):
    expressions = [f"{number} + {number}" for number in range(230)]
    for expression in expressions:
        calculate(client, "evaluate", expr=expression)
    page = person.open("/calculations", user)
    page.get_by_role("searchbox", name="Text").fill("1")
    matching = [one for one in recorded(client) if "1" in calculated(one) or "1" in one["result"]]
    expect_rows(page, matching[:20])
    while not page.get_by_role("button", name="Older").is_disabled():
        number = int(page.get_by_text(re.compile(r"^Page \d+$")).inner_text().split()[1])
        page.get_by_role("button", name="Older").click()
        expect_rows(page, matching[number * 20 : number * 20 + 20])
    assert shown(page)[-1][1] == "1 + 1"


def test_a_calculation_is_run_again(person, user, client):
    calculate(client, "divide", a="1", b="3")
    calculate(client, "evaluate", expr="2^10", precision=5)
    page = person.open("/calculations", user)
    page.get_by_role("button", name="Run again: a = 1, b = 3").click()
    expect(page.get_by_role("status").filter(has_text="Run again: 1/3")).to_be_visible()
    expect(rows(page)).to_have_count(3)
    entries = recorded(client)
    assert [one["operation"] for one in entries] == ["divide", "evaluate", "divide"]
    expect_rows(page, entries)


def test_a_calculation_is_opened_where_it_can_be_changed(person, user, client):
    calculate(client, "divide", a="22", b="7")
    calculate(client, "evaluate", expr="2^10")
    page = person.open("/calculations", user)
    page.get_by_role("link", name="2^10").click()
    expect(page.get_by_label("Expression")).to_have_value("2^10")
    page.go_back()
    page.get_by_role("link", name="a = 22, b = 7").click()
    expect(page.get_by_label("a", exact=True)).to_have_value("22")
    expect(page.get_by_label("b", exact=True)).to_have_value("7")


def test_a_plot_is_drawn_again(person, user):
    page = person.open("/plot?y=x%5E3%2F7", user)
    expect(page.locator("[data-curve='1']")).to_have_attribute("d", re.compile("^M"))
    page.get_by_role("link", name="History").click()
    expect(rows(page)).to_have_count(1)
    page.get_by_role("button", name="Run again: y = x^3/7").click()
    expect(page).to_have_url(re.compile(r"/plot\?y=x%5E3%2F7&from=-10&to=10$"))
    expect(page.get_by_label("of curve 1")).to_have_value("x^3/7")
    expect(page.locator("[data-curve='1']")).to_have_attribute("d", re.compile("^M"))


def test_deleting_is_asked_for_twice_and_keeps_the_event(person, user, client):
    for number in range(21):
        calculate(client, "add", a=str(number), b="0")
    page = person.open("/calculations", user)
    page.get_by_role("button", name="Older").click()
    expect(rows(page)).to_have_count(1)
    button = page.get_by_role("button", name="Delete: a = 0, b = 0")
    button.click()
    dialog = page.get_by_role("dialog", name="Delete this calculation?")
    expect(dialog).to_contain_text("add: a = 0, b = 0")
    expect(dialog.get_by_role("button", name="Cancel")).to_be_focused()
    assert_accessible(page, "history-delete")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(button).to_be_focused()
    assert len(recorded(client)) == 21

    button.click()
    dialog.get_by_role("button", name="Delete").click()
    expect(page.get_by_role("status").filter(has_text="Deleted from your history")).to_be_visible()
    # Its page is empty now: the one before is shown, and the focus is in it.
    expect_rows(page, recorded(client))
    expect(page.get_by_role("region", name="History")).to_be_focused()
    assert "0" not in [one["input"]["a"] for one in recorded(client)]
    assert [one["input"]["a"] for one in events_of(client, event="add", limit=100)][-1] == "0"


def test_the_history_is_saved_as_csv_and_json(person, user, client):
    calculate(client, "evaluate", expr='concat("a,b", "c")')
    calculate(client, "evaluate", expr="-5")
    for number in range(25):
        calculate(client, "add", a=str(number), b="1/3")
    page = person.open("/calculations", user)
    expect(rows(page)).to_have_count(20)
    entries = recorded(client)
    assert json.loads(saved(page, "JSON")) == entries
    head, *lines = csv.reader(io.StringIO(saved(page, "CSV")))
    assert head == ["id", "timestamp", "operation", "input", "result"]
    assert lines == [
        [
            str(one["id"]),
            one["timestamp"],
            one["operation"],
            one["input_data"],
            one["result"],
        ]
        for one in entries
    ]

    page.get_by_role("searchbox", name="Text").fill("a = 2")
    matching = [one for one in entries if calculated(one).startswith("a = 2")]
    expect_rows(page, matching)
    assert json.loads(saved(page, "JSON")) == matching


def test_without_calculations_the_page_says_what_will_be_there(person, user):
    page = person.open("/calculations", user)
    expect(page.get_by_text("No calculations yet")).to_be_visible()
    expect(page.get_by_role("navigation", name="Pages of the history")).to_have_count(0)
    assert_accessible(page, "history-empty")


def test_while_the_history_is_on_its_way_its_place_is_kept(person, user):
    page = person.open("/favicon.svg", user)

    def late(route):
        expect(page.get_by_role("status").filter(has_text="Loading")).to_be_visible()
        expect(page.get_by_role("progressbar")).to_be_visible()
        screenshot(page, "history-loading")
        route.continue_()

    page.route("**/history?*", late)
    page.goto("/calculations")
    expect(page.get_by_text("No calculations yet")).to_be_visible()
    assert_still(page)


def test_a_failure_is_said_where_the_history_would_be_and_can_be_tried_again(person, user, client):
    calculate(client, "add", a="1", b="2")
    page = person.open("/activity", user)
    expect(page.get_by_text("Live")).to_be_visible()
    person.expects_outage()
    page.context.set_offline(True)
    page.get_by_role("link", name="History").click()
    expect(page.get_by_role("alert")).to_contain_text("The service cannot be reached")
    assert_accessible(page, "history-failed")
    page.context.set_offline(False)
    page.get_by_role("button", name="Try again").click()
    expect_rows(page, recorded(client))


def test_the_page_is_accessible_and_fits_a_phone(person, user, client):
    calculate(client, "evaluate", expr="2^1000", precision=1000)
    calculate(client, "evaluate", expr="[[1, 2], [3, 4]]^-1")
    calculate(client, "add", a="1", b="2")
    page = person.open("/calculations", user)
    expect_rows(page, recorded(client))
    assert_accessible(page, "history")
    phone = person.open("/calculations", user, viewport=PHONE)
    expect(rows(phone)).to_have_count(3)
    assert_fits(phone)
    assert_accessible(phone, "history-phone", ("light",))


def test_an_operation_with_an_expression_is_listed_with_all_its_arguments_and_opened_in_its_form(person, user, client):
    calculate(client, "integrate", expr="x^2", variable="x", a="0", b="1", precision=50)
    page = person.open("/calculations", user)
    page.get_by_role("link", name="expr = x^2, variable = x, a = 0, b = 1").click()
    expect(page.get_by_role("heading", name="integrate")).to_be_visible()
    for name, value in (("expr", "x^2"), ("a", "0"), ("b", "1"), ("Digits", "50")):
        expect(page.get_by_label(name, exact=True)).to_have_value(value)
    page.get_by_role("button", name="Calculate").click()
    expect(page.get_by_role("region", name="Result")).to_contain_text("1/3")


def test_a_calculation_is_run_again_with_the_digits_it_had(person, user, client):
    calculate(client, "evaluate", expr="e^2", precision=300)
    page = person.open("/calculations", user)
    page.get_by_role("button", name="Run again: e^2").click()
    expect(rows(page)).to_have_count(2)
    first, second = recorded(client)
    assert first["result"] == second["result"] and len(first["result"]) > 300


def test_what_was_refused_and_what_was_drawn_say_so_in_the_place_of_a_result(person, user, client):
    calculate(client, "evaluate", expr=["1/0"])
    calculate(client, "evaluate", expr=["plotted1(x) = x^2", "plotted1(0)", "plotted1(1)", "plotted1(2)"])
    page = person.open("/calculations", user)
    expect(rows(page)).to_have_count(2)
    assert shown(page) == [["evaluate", "y = x^2", "3 values"], ["evaluate", "1/0", "refused"]]
    page.get_by_role("button", name="Run again: 1/0").click()
    expect(page.get_by_role("status").filter(has_text="Run again: Division by zero")).to_be_visible()


def test_a_filter_is_in_the_address_and_outlives_a_reload_and_coming_back(person, service, user, client):
    calculate(client, "sqrt", x="16/9")
    calculate(client, "add", a="16", b="4")
    page = person.open("/calculations", user)
    page.get_by_role("searchbox", name="Text").fill("16")
    page.get_by_role("combobox", name="Operation").select_option("sqrt")
    expect(page).to_have_url(f"{service.url}/calculations?text=16&operation=sqrt")
    entries = [one for one in recorded(client) if one["operation"] == "sqrt"]
    expect_rows(page, entries)
    page.reload()
    expect_rows(page, entries)
    page.get_by_role("link", name="x = 16/9").click()
    expect(page.get_by_label("x", exact=True)).to_have_value("16/9")
    page.go_back()
    expect(page.get_by_role("searchbox", name="Text")).to_have_value("16")
    expect(page.get_by_role("combobox", name="Operation")).to_have_value("sqrt")
    expect_rows(page, entries)
    page.get_by_role("button", name="Reset").click()
    expect(page).to_have_url(f"{service.url}/calculations")
    expect_rows(page, recorded(client))


def test_another_page_of_the_history_begins_at_its_top(person, user, client):
    for number in range(30):
        calculate(client, "add", a=str(number), b="0")
    page = person.open("/calculations", user)
    page.get_by_role("button", name="Older").scroll_into_view_if_needed()
    assert page.evaluate("scrollY") > 0
    page.get_by_role("button", name="Older").click()
    expect(rows(page)).to_have_count(10)
    assert page.evaluate("scrollY") == 0
