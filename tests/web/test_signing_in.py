"""Registering, signing in and out, and sessions that renew themselves."""

from __future__ import annotations

import json

import pytest
from accounts import me, refresh
from person import Person, assert_accessible, assert_still, enter, fault_of, form_of, register, sign_in
from playwright.sync_api import expect
from service import ADMIN, PASSWORD, Service

RULES = [
    "8 to 128 characters",
    "Not the user name",
    "Not among the most common (checked when sent)",
]


def session_in(page) -> dict | None:
    return json.loads(page.evaluate("localStorage.getItem('math.session')") or "null")


def test_a_new_user_registers_and_is_signed_in(person, service, name):
    page = person.open("/")
    page.get_by_role("link", name="Make one").click()
    expect(page).to_have_url(service.url + "/sign-up")
    expect(page.get_by_label("User name")).to_be_focused()
    page.get_by_label("User name").fill(name)
    page.get_by_label("Email").fill(f"{name}@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("The same password again", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Make an account").click()
    expect(page.get_by_label("Expression")).to_be_focused()
    expect(page).to_have_url(service.url + "/")
    page.get_by_role("link", name=f"Account {name}").click()
    for fact in (name, f"{name}@example.org", "User"):
        expect(page.get_by_role("main").get_by_text(fact, exact=True)).to_be_visible()


def test_where_registration_is_closed_no_account_is_offered(browser, dist, tmp_path):
    service = Service(tmp_path / "data", {"WEB_ROOT": str(dist), "REGISTRATION": "closed"}).start()
    person = Person(browser, service)
    try:
        page = person.open("/")
        expect(page.get_by_text("Accounts are made by an administrator here.")).to_be_visible()
        expect(page.get_by_role("link", name="Make one")).to_have_count(0)
        assert_still(page)
        page = person.open("/sign-up")
        expect(page.get_by_text("Accounts are made by an administrator here.")).to_be_visible()
        expect(page.get_by_role("button", name="Make an account")).to_have_count(0)
        assert_accessible(page, "sign-up-closed")
    finally:
        person.leave()
        service.kill()


def test_the_rules_of_passwords_are_shown_before_they_are_broken(person, name):
    page = person.open("/sign-up")
    rules = page.get_by_role("main").get_by_role("listitem")
    expect(rules).to_have_text(RULES)
    page.get_by_label("User name").fill(name)
    page.get_by_label("Password", exact=True).fill(name + name)
    expect(rules.nth(0)).to_have_text("8 to 128 characters (kept)")
    expect(rules.nth(1)).to_have_text("Not the user name (kept)")
    page.get_by_label("User name").fill(name + name)
    expect(rules.nth(1)).to_have_text("Not the user name")
    page.get_by_label("Password", exact=True).fill("1234567")
    expect(rules.nth(0)).to_have_text("8 to 128 characters")


def test_the_rules_that_are_broken_are_marked_when_it_is_tried_to(person, name):
    person.expects(422, "/register")
    page = person.open("/sign-up")
    rules = page.get_by_role("main").get_by_role("listitem")
    page.get_by_label("User name").fill(name)
    page.get_by_label("Password", exact=True).fill("abcd")
    expect(rules).to_have_text([RULES[0], RULES[1] + " (kept)", RULES[2]])
    submit(page, name, "", "abcd", "abce")
    assert fault_of(page, "Password") == "A rule is broken: 8 to 128 characters"
    assert fault_of(page, "The same password again") == "The two passwords are not the same"
    expect(rules).to_have_text([RULES[0] + " (broken)", RULES[1] + " (kept)", RULES[2]])
    assert_accessible(page, "sign-up-broken")
    submit(page, name, "", "password", "password")
    expect(rules).to_have_text([RULES[0] + " (kept)", RULES[1] + " (kept)", RULES[2] + " (broken)"])
    page.get_by_label("Password", exact=True).fill("password, and more")
    expect(rules).to_have_text([RULES[0] + " (kept)", RULES[1] + " (kept)", RULES[2]])


def submit(page, name, email, password, again):
    page.get_by_label("User name").fill(name)
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_label("The same password again", exact=True).fill(again)
    page.get_by_role("button", name="Make an account").click()


def test_what_the_page_knows_to_be_wrong_is_said_beside_its_field(person):
    page = person.open("/sign-up")
    for fields, label, said in [
        (("", "", PASSWORD, PASSWORD), "User name", "Fill this in"),
        (("grace", "", "", ""), "Password", "Fill this in"),
        (("grace", "", "short", "short"), "Password", "A rule is broken: 8 to 128 characters"),
        (("grace", "", PASSWORD, PASSWORD + "!"), "The same password again", "The two passwords are not the same"),
    ]:
        submit(page, *fields)
        assert fault_of(page, label) == said
        expect(page.get_by_label(label, exact=True)).to_be_focused()


def test_what_the_service_refuses_is_said_beside_its_field(person):
    person.expects(400, "/register")
    person.expects(422, "/register")
    page = person.open("/sign-up")
    for fields, label, said in [
        (("root-admin", "", PASSWORD, PASSWORD), "User name", "Username already exists"),
        (("with/slash", "", PASSWORD, PASSWORD), "User name", 'A user name has no "/"'),
        (("grace", "nonsense", PASSWORD, PASSWORD), "Email optional", "An email address looks like name@example.org"),
        (("grace", "", "password", "password"), "Password", "common"),
    ]:
        submit(page, *fields)
        assert said in fault_of(page, label)
        field = page.get_by_label(label, exact=True)
        expect(field).to_be_focused()
        # What was typed is still there, and the fault goes when the field is changed.
        expect(page.get_by_label("User name")).to_have_value(fields[0])
        field.press("End")
        field.press_sequentially("!")
        expect(field).not_to_have_attribute("aria-invalid", "true")


def test_a_wrong_password_is_said_beside_it(person, user):
    person.expects(401, "/token")
    page = person.open("/sign-in")
    page.get_by_role("button", name="Sign in").click()
    assert fault_of(page, "User name or email") == "Fill this in"
    assert fault_of(page, "Password") == "Fill this in"
    page.get_by_label("User name").fill(user)
    page.get_by_label("Password", exact=True).fill("not the password")
    page.get_by_label("Password", exact=True).press("Enter")
    expect(page.get_by_text("Incorrect username or password")).to_be_visible()
    assert fault_of(page, "Password") == "Incorrect username or password"
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("Password", exact=True).press("Enter")
    expect(page.get_by_label("Expression")).to_be_focused()


def test_a_password_can_be_looked_at(person):
    page = person.open("/sign-in")
    field = page.get_by_label("Password", exact=True)
    field.fill("seen")
    expect(field).to_have_attribute("type", "password")
    page.get_by_role("button", name="Show: Password").click()
    expect(field).to_have_attribute("type", "text")
    page.get_by_role("button", name="Show: Password").click()
    expect(field).to_have_attribute("type", "password")


def test_signing_out_ends_the_session_in_every_tab_and_at_the_service(person, service, user):
    page = person.open("/sign-in")
    sign_in(page, user)
    other = page.context.new_page()
    other.goto("/operations")
    expect(other.get_by_role("heading", name="Operations")).to_be_visible()
    session = session_in(page)
    page.get_by_role("link", name="History").click()
    page.get_by_role("button", name="Sign out").click()
    for tab in (page, other):
        expect(tab.get_by_role("heading", name="Sign in")).to_be_visible()
        assert session_in(tab) is None
    assert me(service, session["access"]).status_code == 401
    assert refresh(service, session["refresh"]).status_code == 401
    page.go_back()
    expect(page).to_have_url(service.url + "/")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_a_reload_keeps_the_session_and_a_deep_link_is_reached_after_signing_in(person, service, user):
    page = person.open("/operations/gcd")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    page.get_by_label("User name").fill(user)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="gcd")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="gcd")).to_be_visible()


@pytest.fixture(scope="module")
def short_lived(tmp_path_factory, dist):
    """A service whose sessions must be renewed every minute."""
    settings = {"WEB_ROOT": str(dist), "ACCESS_TOKEN_EXPIRE_MINUTES": "1"}
    running = Service(tmp_path_factory.mktemp("short") / "data", settings).start()
    yield running
    running.kill()


@pytest.fixture
def visitor(person, short_lived):
    """The same somebody, before that service."""
    person.service = short_lived
    return person


def test_a_session_renews_itself_before_it_ends_and_nothing_typed_is_lost(visitor, short_lived, name):
    page = visitor.open("/sign-up")
    page.clock.install()
    register(page, name)
    before = session_in(page)
    field = page.get_by_label("Expression")
    field.fill("1/3 + 1/6")
    with page.expect_response("**/token") as renewal:
        page.clock.fast_forward(56_000)
    assert renewal.value.status == 200
    page.wait_for_function("(old) => JSON.parse(localStorage['math.session']).access !== old", arg=before["access"])
    expect(field).to_have_value("1/3 + 1/6")
    expect(field).to_be_focused()
    # Each refresh token is good once, as soon as the one after it has been used.
    assert refresh(short_lived, session_in(page)["refresh"]).status_code == 200
    assert refresh(short_lived, before["refresh"]).status_code == 401


def test_a_token_that_is_refused_is_renewed_and_the_request_goes_through(visitor, short_lived, name):
    short_lived.register(name)
    page = visitor.open("/", name)
    visitor.expects(401, "/math/evaluate")
    # Whichever of them is on its way then.
    for path in ("/math/parse", "/math/operations"):
        visitor.expects(401, path)
    before = session_in(page)
    page.evaluate(
        "(kept) => localStorage.setItem('math.session', JSON.stringify(kept))", before | {"access": "spent.spent.spent"}
    )
    enter(page, "2^10")
    expect(form_of(page, 1, "value")).to_have_text("1024")
    after = session_in(page)
    assert after["access"] not in (before["access"], "spent.spent.spent")
    assert after["refresh"] != before["refresh"]


def test_a_session_that_was_ended_elsewhere_is_taken_up_again_on_the_spot(visitor, short_lived, name):
    short_lived.register(name)
    page = visitor.open("/", name)
    enter(page, "a = 41")
    with short_lived.client(session_in(page)["access"]) as elsewhere:
        assert elsewhere.post("/logout").status_code in (200, 204)
    for path in ("/math/evaluate", "/math/parse", "/math/operations", "/token"):
        visitor.expects(401, path)
    page.get_by_label("Expression").fill("a + 1")
    page.get_by_label("Expression").press("Enter")
    dialog = page.get_by_role("dialog", name="Sign in again")
    expect(dialog.get_by_label("User name")).to_have_value(name)
    expect(dialog.get_by_label("Password", exact=True)).to_be_focused()
    page.keyboard.press("Escape")
    dialog.get_by_label("Password", exact=True).fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    expect(form_of(page, 2, "value")).to_have_text("42")


def test_another_may_sign_in_where_a_session_has_ended(visitor, short_lived, name):
    short_lived.register(name)
    page = visitor.open("/account", name)
    with short_lived.client(session_in(page)["access"]) as elsewhere:
        elsewhere.post("/logout")
    for path in ("/math/operations", "/token", "/logout"):
        visitor.expects(401, path)
    page.get_by_role("link", name="Operations").click()
    page.get_by_role("button", name="Leave, and sign in as somebody else").click()
    expect(page.get_by_role("heading", name="Sign in", exact=True)).to_be_visible()
    page.get_by_label("User name").fill(ADMIN[0])
    page.get_by_label("Password", exact=True).fill(ADMIN[1])
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("link", name=f"Account {ADMIN[0]}")).to_be_visible()


def test_a_password_is_changed_and_the_session_goes_on(person, service, user):
    person.expects(400, "/reset-password")
    page = person.open("/account", user)
    page.get_by_label("Present password", exact=True).fill("not this one")
    page.get_by_label("New password", exact=True).fill("a brand new passphrase")
    page.get_by_label("The same password again", exact=True).fill("a brand new passphrase!")
    page.get_by_role("button", name="Change the password").click()
    assert fault_of(page, "The same password again") == "The two passwords are not the same"
    page.get_by_label("The same password again", exact=True).fill("a brand new passphrase")
    page.get_by_role("button", name="Change the password").click()
    expect(page.get_by_label("Present password", exact=True)).to_have_attribute("aria-invalid", "true")
    page.get_by_label("Present password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Change the password").click()
    expect(page.get_by_text("The password is changed")).to_be_visible()
    page.get_by_role("link", name="Calculator", exact=True).click()
    enter(page, "6 * 7")
    assert service.sign_in(user, "a brand new passphrase")["token_type"] == "bearer"
