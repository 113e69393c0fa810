"""The live activity: events as they happen, paused, searched, and without a gap when the connection breaks."""

from __future__ import annotations

import re

import pytest
from broker import Consumer, MockBroker
from person import PHONE, assert_accessible, assert_fits, assert_still, at
from playwright.sync_api import Page, expect
from service import ADMIN, Service, events_of


@pytest.fixture
def client(service, user):
    """Another program of the same user."""
    with service.client(service.sign_in(user)["access_token"]) as client:
        yield client


def add(client, number: int) -> None:
    """One event, told from others by its number."""
    assert client.post("/math/add", json={"a": str(number), "b": "0"}).status_code == 200


def events(page: Page):
    return page.get_by_role("main").locator("ol > li")


def numbers(page: Page) -> list[int]:
    """The numbers of the events of `add` that are shown, from above."""
    return [int(one) for one in re.findall(r"a = (\d+), b = 0", "\n".join(events(page).all_inner_texts()))]


def state(page: Page):
    return page.locator("[data-state]")


def open_live(person, user: str, **options) -> Page:
    page = person.open("/activity", user, **options)
    expect(state(page)).to_contain_text("Live")
    expect(events(page).first).to_be_visible()
    return page


def test_an_event_appears_when_it_happens_with_all_that_is_known_of_it(person, user, client):
    page = open_live(person, user)
    assert_still(page)
    before = events(page).count()
    add(client, 41)
    expect(events(page)).to_have_count(before + 1)
    newest = events(page).first
    expect(newest).to_contain_text("add")
    expect(newest).to_contain_text("a = 41, b = 0")
    client.post("/math/divide", json={"a": "1", "b": "0"})
    expect(newest).to_contain_text("division_by_zero")

    (event, *_) = events_of(client, event="add")
    row = events(page).nth(1).get_by_role("button")
    row.click()
    expect(row).to_have_attribute("aria-expanded", "true")
    facts = dict(zip(page.locator("dt").all_inner_texts(), page.locator("dd").all_inner_texts(), strict=True))
    assert facts.pop("Duration")
    assert facts == {
        "Result": "41",
        "Status": "200",
        "User": user,
        "Input": "a = 41, b = 0",
        "Request": event["request_id"],
        "Event": event["id"],
    }


def test_what_happened_before_is_there(person, user, client):
    for number in range(60):
        add(client, number)
    page = open_live(person, user)
    assert numbers(page)[:40] == list(range(59, 19, -1))


def test_everybody_sees_their_own_and_an_administrator_all(person, service, user, name, client):
    page = open_live(person, user)
    overseer = open_live(person, ADMIN[0], password=ADMIN[1])
    with service.user(f"{name}-other") as other:
        add(other, 7)
    add(client, 8)
    expect(events(page).first).to_contain_text("a = 8")
    assert numbers(page) == [8]
    expect(events(overseer).first).to_contain_text(f"{user}a = 8")
    expect(events(overseer).nth(1)).to_contain_text(f"{name}-othera = 7")


def test_while_paused_new_events_wait_and_are_counted(person, user, client):
    page = open_live(person, user)
    add(client, 1)
    expect(events(page).first).to_contain_text("a = 1")
    page.get_by_role("button", name="Pause").click()
    expect(state(page)).to_contain_text("Paused")
    for number in (2, 3, 4):
        add(client, number)
    button = page.get_by_role("button", name="Go on (3 new)")
    expect(button).to_be_visible()
    assert numbers(page) == [1]
    button.click()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    assert numbers(page) == [4, 3, 2, 1]
    add(client, 5)
    expect(events(page).first).to_contain_text("a = 5")


def test_events_are_searched_by_text_and_kind(person, user, client):
    add(client, 11)
    client.post("/math/evaluate", json={"expr": "11 + 1"})
    client.post("/math/divide", json={"a": "1", "b": "0"})
    page = open_live(person, user)
    page.get_by_role("searchbox", name="Text").fill("11")
    expect(events(page)).to_have_count(2)
    page.get_by_label("Event").select_option(label="Evaluated")
    expect(events(page)).to_have_count(1)
    add(client, 112)
    client.post("/math/evaluate", json={"expr": "110"})
    expect(events(page).first).to_contain_text("110")
    expect(events(page)).to_have_count(2)
    page.get_by_role("searchbox", name="Text").fill("nowhere")
    expect(page.get_by_text("Nothing matches")).to_be_visible()
    page.get_by_label("Event").select_option("")
    page.get_by_role("searchbox", name="Text").fill("division_by_zero")
    expect(events(page)).to_have_count(1)


def test_what_happened_long_before_is_found_by_text_and_by_kind(person, user, client):
    client.post("/math/evaluate", json={"expr": "sqrt(16)"})
    client.post("/math/integrate", json={"expr": "x^2", "variable": "x", "a": "0", "b": "1"})
    for number in range(540):
        add(client, number)
    page = open_live(person, user)
    text, kind = page.get_by_role("searchbox", name="Text"), page.get_by_label("Event")
    text.fill("sqrt")
    expect(page.get_by_text("Looked for among the newest 500 events.")).to_be_visible()
    expect(page.get_by_text("Nothing matches")).to_be_visible()
    page.get_by_role("button", name="Look further back").click()
    expect(events(page)).to_have_count(1)
    expect(events(page)).to_contain_text("sqrt(16)")
    expect(page.get_by_role("button", name="Look further back")).to_have_count(0)
    text.fill("")
    kind.select_option("integrate")
    expect(events(page)).to_have_count(1)
    expect(events(page)).to_contain_text("expr = x^2, variable = x, a = 0, b = 1")
    kind.select_option("")
    expect(events(page)).to_have_count(50)


def test_events_of_accounts_are_offered_apart_from_operations(person, user):
    page = open_live(person, user)
    kind = page.get_by_label("Event")
    accounts, calculations = (kind.locator(f"optgroup[label={name}] option") for name in ("Accounts", "Calculations"))
    expect(accounts).to_have_text(
        [
            "Registered",
            "Signed in",
            "Signed out",
            "Renewed the session",
            "Changed a password",
            "Deleted from the history",
        ]
    )
    expect(calculations.nth(1)).to_be_attached()
    names = calculations.all_inner_texts()
    assert names[0] == "Evaluated" and names[1:] == sorted(names[1:], key=str.lower)


@pytest.mark.parametrize("has_begun", [True, False], ids=["after an event", "before any event"])
def test_no_event_is_missing_or_doubled_when_the_service_is_killed(browser, dist, tmp_path, has_begun):
    service = Service(tmp_path / "data", {"WEB_ROOT": str(dist)}).start()
    with at(browser, service) as person, service.user("ada") as client:
        page = open_live(person, "ada")
        expected = []
        if has_begun:
            expected = [1, 2, 3]
            for number in expected:
                add(client, number)
            expect(events(page).first).to_contain_text("a = 3")
        person.expects_outage()
        service.kill()
        expect(state(page)).to_contain_text("Connection lost: trying again")
        if has_begun:
            assert_accessible(page, "activity-lost")
        service.settings["PORT"] = str(service.port)
        service.start()
        # Most of these happen before the page has found its way back, some after.
        while "Live" not in state(page).inner_text():
            expected.append(len(expected) + 1)
            add(client, expected[-1])
        for number in range(len(expected) + 1, len(expected) + 6):
            expected.append(number)
            add(client, number)
        expect(events(page).first).to_contain_text(f"a = {expected[-1]},")
        assert sorted(numbers(page)) == expected


def test_with_a_broker_it_is_said_how_far_the_store_is_behind(browser, dist, tmp_path):
    broker = MockBroker()
    settings = {"KAFKA_BROKER": broker.servers, "WEB_ROOT": str(dist)}
    service = Service(tmp_path / "data", settings).start()
    consumer = Consumer(service.data_dir, settings)
    try:
        with at(browser, service) as person, service.user("ada") as client:
            for number in range(5):
                add(client, number)
            page = person.open("/activity", "ada")
            expect(state(page)).to_contain_text(re.compile(r"Live\s*· the store is [5-9] events behind"))
            expect(page.get_by_text("Nothing has happened yet")).to_be_visible()
            overseer = person.open("/admin/service", ADMIN[0], password=ADMIN[1])
            lag = overseer.get_by_role("region", name="Consumer lag")
            expect(lag.locator(".text-xl")).to_have_text(re.compile(r"^([5-9]|1\d)$"))
            consumer.start()
            expect(lag.locator(".text-xl")).to_have_text("0", timeout=30_000)
            expect(state(page)).to_contain_text(re.compile(r"Live\s*· the store is up to date"), timeout=30_000)
            expect(events(page).filter(has_text="a = 4")).to_have_count(1)
            assert sorted(numbers(page)) == [0, 1, 2, 3, 4]
    finally:
        consumer.kill()
        broker.stop()


def test_the_page_is_accessible_and_fits_a_phone(person, user, client):
    add(client, 1)
    client.post("/math/divide", json={"a": "1", "b": "0"})
    client.post("/math/evaluate", json={"expr": "123456789^12 + sqrt(2) * 987654321"})
    page = open_live(person, user)
    events(page).first.get_by_role("button").click()
    assert_accessible(page, "activity")
    phone = open_live(person, user, viewport=PHONE)
    events(phone).first.get_by_role("button").click()
    assert_fits(phone)
    assert_accessible(phone, "activity-phone", ("light",))
