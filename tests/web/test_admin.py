"""What administrators see and do: users, all events, the service's own numbers."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from person import PHONE, assert_accessible, assert_fits, assert_still
from playwright.sync_api import Page, expect
from service import ADMIN, PASSWORD

PAGES = ("/admin/users", "/admin/events", "/admin/service")


@pytest.fixture
def admin(service):
    """The administrator's own client, as a program has it."""
    with service.administrator() as client:
        yield client


@pytest.fixture
def users(person) -> Page:
    """The administrator before the page of users."""
    page = person.open("/admin/users", ADMIN[0], password=ADMIN[1])
    expect(rows(page).first).to_be_visible()
    return page


def rows(page: Page):
    return page.get_by_role("main").get_by_role("listitem")


def row(page: Page, name: str):
    return rows(page).filter(has_text=re.compile(f"^{name}( · you)?no email"))


def confirm(page: Page, name: str, action: str, question: str) -> None:
    page.get_by_role("button", name=f"{action}: {name}", exact=True).click()
    dialog = page.get_by_role("dialog", name=question)
    expect(dialog.get_by_role("button", name="Cancel")).to_be_focused()
    dialog.get_by_role("button", name=action).click()
    expect(dialog).to_have_count(0)


def account(admin, name: str) -> dict | None:
    return next((one for one in admin.get("/users", params={"limit": 1000}).json() if one["username"] == name), None)


def test_users_are_listed_and_searched(service, users, user, name):
    service.register(f"{name}-friend")
    users.reload()
    expect(row(users, user)).to_contain_text("User")
    expect(row(users, ADMIN[0])).to_contain_text("Administrator")
    expect(row(users, ADMIN[0])).to_contain_text("you")
    count = rows(users).count()
    expect(users.get_by_text(f"{count} accounts.")).to_be_visible()
    search = users.get_by_label("Search by name or email")
    search.fill(user)
    expect(rows(users)).to_have_count(2)
    search.fill(f"{name}-FRIEND")
    expect(rows(users)).to_have_count(1)
    search.fill("nobody at all")
    expect(users.get_by_text("No account matches")).to_be_visible()


def test_a_role_is_changed_at_once_in_running_sessions_too(person, users, user, admin):
    page = person.open("/admin/users", user)
    expect(page.get_by_role("heading", name="This page is for administrators")).to_be_visible()
    users.reload()
    confirm(users, user, "Make administrator", f"Make {user} an administrator?")
    expect(users.get_by_role("status").filter(has_text=f"{user} is an administrator")).to_be_visible()
    expect(row(users, user)).to_contain_text("Administrator")
    assert account(admin, user)["role"] == "admin"
    fresh = person.open("/admin/users", user)
    expect(row(fresh, ADMIN[0])).to_be_visible()
    fresh.close()

    confirm(users, user, "Make user", f"Take the administrator's role from {user}?")
    expect(row(users, user)).not_to_contain_text("Administrator")
    assert account(admin, user)["role"] == "user"


def test_a_disabled_user_cannot_go_on_until_enabled_again(person, users, user, admin):
    page = person.open("/", user)
    page.get_by_label("Expression").fill("1/3 + 1/6")
    users.reload()
    confirm(users, user, "Disable", f"Disable {user}?")
    expect(row(users, user)).to_contain_text("Disabled")
    assert account(admin, user)["disabled"] is True

    person.expects(401, "/math/evaluate")
    person.expects(401, "/math/parse")
    person.expects(401, "/token")
    page.get_by_label("Expression").press("Enter")
    dialog = page.get_by_role("dialog", name="Sign in again")
    dialog.get_by_label("Password", exact=True).fill(PASSWORD)
    dialog.get_by_role("button", name="Sign in", exact=True).click()
    expect(dialog).to_contain_text("Incorrect username or password")

    confirm(users, user, "Enable", f"Enable {user}?")
    expect(row(users, user)).not_to_contain_text("Disabled")
    dialog.get_by_role("button", name="Sign in", exact=True).click()
    expect(dialog).to_have_count(0)
    # What was asked before the session ended is answered now.
    expect(page.locator("[data-line='1']")).to_contain_text("1/2")


def test_a_deleted_user_is_gone_and_what_they_did_is_not(person, service, users, user, admin):
    with service.client(service.sign_in(user)["access_token"]) as client:
        client.post("/math/add", json={"a": "1", "b": "2"})
        users.reload()
        button = users.get_by_role("button", name=f"Delete: {user}", exact=True)
        button.click()
        expect(users.get_by_role("dialog", name=f"Delete {user}?")).to_contain_text("stay on record")
        assert_accessible(users, "admin-delete")
        users.keyboard.press("Escape")
        expect(button).to_be_focused()
        assert account(admin, user)
        confirm(users, user, "Delete", f"Delete {user}?")
        expect(row(users, user)).to_have_count(0)
        expect(users.get_by_role("region", name="Users")).to_be_focused()
        assert account(admin, user) is None
        assert client.post("/math/add", json={"a": "1", "b": "2"}).status_code == 401
    assert [one["event"] for one in admin.get("/events", params={"user": user}).json()["events"]][:1] == ["add"]


def test_ones_own_account_is_left_to_others(users):
    expect(row(users, ADMIN[0])).to_contain_text("Another administrator can change it")
    expect(row(users, ADMIN[0]).get_by_role("button")).to_have_count(0)


def test_a_refusal_is_said_where_it_was_asked_for(person, users, user, admin):
    users.reload()
    users.get_by_role("button", name=f"Disable: {user}", exact=True).click()
    assert admin.delete(f"/users/{user}").status_code == 200
    person.expects(404, f"/users/{user}")
    dialog = users.get_by_role("dialog", name=f"Disable {user}?")
    dialog.get_by_role("button", name="Disable").click()
    expect(dialog.get_by_role("alert")).to_contain_text("User not found")
    expect(dialog.get_by_role("alert")).to_contain_text("Request ")
    dialog.get_by_role("button", name="Cancel").click()


@pytest.mark.parametrize("path", PAGES)
def test_somebody_else_cannot_see_the_pages(person, user, path):
    page = person.open("/", user)
    links = page.get_by_role("navigation", name="Pages").get_by_role("link")
    assert links.all_inner_texts() == ["Calculator", "Operations", "Plot", "History", "Activity"]
    asked = []
    page.on("request", lambda one: asked.append(one.url))
    page.goto(path)
    expect(page.get_by_role("heading", name="This page is for administrators")).to_be_visible()
    expect(page).to_have_title("This page is for administrators · math")
    assert not [url for url in asked if re.search(r"/(users|events|metrics)\b(?!\.js)", url.replace(path, ""))]
    page.get_by_role("link", name="To the calculator", exact=True).click()
    expect(page.get_by_label("Expression")).to_be_focused()


def test_all_events_are_paged_and_searched_by_the_service(person, service, user, admin):
    with service.client(service.sign_in(user)["access_token"]) as client:
        for number in range(60):
            client.post("/math/add", json={"a": str(number), "b": "0"})
        client.post("/math/divide", json={"a": "1", "b": "0"})
    page = person.open("/admin/events", ADMIN[0], password=ADMIN[1])
    events = page.get_by_role("main").locator("ol > li")
    expect(events).to_have_count(50)
    assert_still(page)
    page.get_by_label("User", exact=True).fill(user)
    expect(events.first).to_contain_text("division_by_zero")
    page.get_by_role("button", name="Older").click()
    # Sixty-one calculations, a registration and a sign-in.
    expect(events).to_have_count(13)
    expect(events.last).to_contain_text("Registered")
    page.get_by_role("button", name="Newer").click()
    expect(events).to_have_count(50)
    assert "login" in page.locator("#event-kinds option").evaluate_all("(all) => all.map((one) => one.value)")
    page.get_by_label("Event", exact=True).fill("divide")
    expect(events).to_have_count(1)
    page.get_by_label("Until").fill("2024-01-01T00:00")
    expect(page.get_by_text("No event matches")).to_be_visible()
    page.get_by_label("Until").fill("")
    page.get_by_label("From", exact=True).fill("2024-01-01T00:00")
    expect(events).to_have_count(1)

    filters = {"user": user, "event": "divide"}
    with page.expect_download() as download:
        page.get_by_role("button", name="NDJSON").click()
    assert download.value.suggested_filename == "events.ndjson"
    lines = download.value.path().read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == admin.get("/events", params=filters).json()["events"]
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV", exact=True).click()
    (record,) = csv.DictReader(io.StringIO(download.value.path().read_text(encoding="utf-8-sig")))
    assert (record["event"], record["user"], record["code"]) == ("divide", user, "division_by_zero")
    page.get_by_role("button", name="Reset").click()
    expect(events).to_have_count(50)


def figures(page: Page) -> dict[str, list[float]]:
    """The numbers that each chart says, by its title."""
    found = {}
    for chart in page.locator("main section").all():
        texts = chart.locator("p .text-xl").all_inner_texts()
        found[chart.get_attribute("aria-label")] = [float(one.removeprefix("< ")) for one in texts if one != "–"]
    return found


def test_the_services_numbers_are_drawn_from_its_metrics(person, service, user, admin):
    page = person.open("/admin/service", ADMIN[0], password=ADMIN[1])
    lines = page.locator("main section path")
    expect(lines).to_have_count(7)
    with service.client(service.sign_in(user)["access_token"]) as client:
        with page.expect_response("**/metrics"):
            pass
        for number in range(80):
            client.post("/math/add", json={"a": str(number), "b": "0"})
        with page.expect_response("**/metrics"):
            pass
    requests = page.get_by_role("region", name="Requests", exact=True)
    expect(requests).to_contain_text(re.compile(r"at most\s+[1-9]\d"))
    for line in lines.all():
        expect(line).to_have_attribute("d", re.compile("^M.*L"))
    shown = figures(page)
    assert set(shown) == {
        "Requests",
        "Time to answer",
        "Events not yet carried on",
        "Consumer lag",
        "Processor",
        "Memory",
    }
    median, slowest = shown["Time to answer"]
    assert 0 < median <= slowest
    # The first bound of the histogram is a millisecond: what is quicker is not told apart.
    assert median >= 1
    assert shown["Consumer lag"] == [0]
    metrics = admin.get("/metrics").text
    resident = float(re.search(r"^process_resident_memory_bytes (\S+)", metrics, re.MULTILINE)[1])
    assert shown["Memory"][0] == pytest.approx(resident / 2**20, rel=0.2)
    # The table of routes counts what was counted.
    cells = page.get_by_role("row").filter(has_text="POST /math/{operation}").get_by_role("cell").all_inner_texts()
    count, refused = (int(cell) for cell in cells[1:])
    assert count >= 80 and refused < count
    assert_still(page)
    assert_accessible(page, "admin-service")


def test_a_chart_says_of_what_time_it_is_and_fits_its_place(person):
    page = person.open("/admin/service", ADMIN[0], password=ADMIN[1], viewport={"width": 1024, "height": 768})
    latency = page.get_by_role("region", name="Time to answer")
    expect(latency.locator(".text-xl").first).not_to_have_text("–")
    for chart in page.locator("main section").all():
        expect(chart).to_contain_text(re.compile(r"\d+ s ago\s*now"))
    for width in (1024, 768, 360):
        page.set_viewport_size({"width": width, "height": 768})
        beyond = page.locator("main section").evaluate_all(
            """(charts) => charts.flatMap((chart) => [...chart.querySelectorAll("span")]
                .filter((one) => one.getBoundingClientRect().right > chart.getBoundingClientRect().right + 0.5)
                .map((one) => one.textContent))"""
        )
        assert beyond == [], width


def test_the_pages_are_accessible_and_fit_a_phone(person, service, user):
    for path in PAGES:
        name = path.strip("/").replace("/", "-")
        page = person.open(path, ADMIN[0], password=ADMIN[1])
        expect(page.get_by_role("main").get_by_role("listitem").or_(page.locator("main section")).first).to_be_visible()
        if path != "/admin/service":
            assert_accessible(page, name)
        page.set_viewport_size(PHONE)
        assert_fits(page)
        assert_accessible(page, f"{name}-phone", ("light",))
        page.close()
