"""A person at a browser: pages of the real service in Chromium, watched for everything that must not happen."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Response, expect
from service import PASSWORD, Service, wait_until

SCREENSHOTS = Path(__file__).with_name("screenshots")
DESKTOP = {"width": 1280, "height": 800}
WIDE = {"width": 1920, "height": 1080}
PHONE = {"width": 360, "height": 740}

# As long as a busy machine may take: what is waited for is a condition, and comes much sooner.
expect.set_options(timeout=15_000)

# Set before any script of the page: what moved, when the largest part was painted, and what the policy refused.
OBSERVE = """
    window.seen = { shift: 0, moved: [], largest: 0, refused: [] };
    const name = (node) => node ? `${node.nodeName} ${node.className ?? ""}`.slice(0, 90) : "a node that is gone";
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
            if (entry.hadRecentInput) continue;
            window.seen.shift += entry.value;
            window.seen.moved.push(...entry.sources.map((source) => name(source.node)));
        }
    }).observe({ type: "layout-shift", buffered: true });
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.seen.largest = entry.startTime;
    }).observe({ type: "largest-contentful-paint", buffered: true });
    addEventListener("securitypolicyviolation", (event) =>
        window.seen.refused.push(`${event.violatedDirective} ${event.blockedURI}`));
"""


@dataclass
class Person:
    """One browser profile; every page opened in it is watched, and `problems` says what went wrong on any."""

    browser: Browser
    service: Service
    contexts: list[BrowserContext] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    refusals: list[tuple[int, str]] = field(default_factory=list)
    is_outage_expected: bool = False

    def open(self, path: str = "/", user: str | dict | None = None, password: str = PASSWORD, **context) -> Page:
        """A page in a new profile; with `user`, of somebody who has signed in before: a name, or a kept session."""
        options = {
            "base_url": self.service.url,
            "viewport": DESKTOP,
            "locale": "en-GB",
            "timezone_id": "UTC",
            "reduced_motion": "reduce",
            "color_scheme": "light",
            "permissions": ["clipboard-read", "clipboard-write"],
        } | context
        if user is not None:
            session = kept_session(self.service, user, password) if isinstance(user, str) else user
            options["storage_state"] = {
                "cookies": [],
                "origins": [{"origin": self.service.url, "localStorage": [session]}],
            }
        profile = self.browser.new_context(**options)
        profile.set_default_timeout(10_000)
        profile.add_init_script(OBSERVE)
        profile.on("page", self.watch)
        self.contexts.append(profile)
        page = profile.new_page()
        page.goto(path)
        return page

    def expects(self, status: int, path: str) -> None:
        """Says that a request to `path` will be refused: a browser writes every refusal to its console by itself."""
        self.refusals.append((status, path))

    def expects_outage(self) -> None:
        """Says that the service will be out of reach for a while: a browser writes that to its console, too."""
        self.is_outage_expected = True

    def watch(self, page: Page) -> None:
        page.on("console", lambda message: self.hear(message))
        page.on("pageerror", lambda error: self.problems.append(f"exception: {error}"))
        page.on("request", lambda request: self.check_host(request.url))
        page.on("response", lambda response: self.check_answer(response))

    def hear(self, message) -> None:
        if message.type not in ("error", "warning"):
            return
        # The browser's own line about a refused request: `check_answer` has looked at that.
        if message.text.startswith("Failed to load resource: the server responded with a status"):
            return
        if self.is_outage_expected and message.text.startswith("Failed to load resource: net::ERR_"):
            return
        self.problems.append(f"console {message.type}: {message.text}")

    def check_host(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("data", "blob"):
            return
        if f"{parts.scheme}://{parts.netloc}" != self.service.url:
            self.problems.append(f"a request to another host: {url}")

    def check_answer(self, response: Response) -> None:
        refusal = (response.status, urlsplit(response.url).path)
        if response.status >= 400 and refusal not in self.refusals:
            self.problems.append(f"{response.request.method} {response.url} answered {response.status}")

    def leave(self) -> None:
        """Closes every page, and holds each to what no page may do."""
        for profile in self.contexts:
            for page in profile.pages:
                if page.url.startswith(self.service.url):
                    refused = page.evaluate("window.seen.refused")
                    self.problems += [f"against the Content-Security-Policy: {one}" for one in refused]
            profile.close()
        self.contexts.clear()
        assert not self.problems, "\n".join(self.problems)


@contextmanager
def at(browser: Browser, service: Service) -> Iterator[Person]:
    """Somebody at a service of the test's own, which is ended with it."""
    somebody = Person(browser, service)
    try:
        yield somebody
        somebody.leave()
    finally:
        service.kill()


def kept_session(service: Service, user: str, password: str = PASSWORD) -> dict[str, str]:
    """What the web app keeps of a session, got through the interface: quicker than typing, and the same."""
    token = service.sign_in(user, password)
    with service.client(token["access_token"]) as client:
        account = client.get("/me").json()
    kept = {
        "access": token["access_token"],
        "refresh": token["refresh_token"],
        "renewAt": (time.time() + token["expires_in"] * 0.8) * 1000,
        "account": account,
    }
    return {"name": "math.session", "value": json.dumps(kept)}


def register(page: Page, name: str, password: str = PASSWORD) -> None:
    """Makes an account as a person does, and ends on the calculator."""
    page.goto("/sign-up")
    page.get_by_label("User name").fill(name)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_label("The same password again", exact=True).fill(password)
    page.get_by_role("button", name="Make an account").click()
    expect(page.get_by_label("Expression")).to_be_focused()


def sign_in(page: Page, name: str, password: str = PASSWORD) -> None:
    """Signs in as a person does, and ends on the calculator."""
    page.goto("/sign-in")
    page.get_by_label("User name").fill(name)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_label("Expression")).to_be_focused()


def screenshot(page: Page, name: str, **options) -> None:
    """Kept for looking at, in a folder that git does not."""
    SCREENSHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"{name}.png", **options)


def assert_accessible(page: Page, name: str, schemes: tuple[str, ...] = ("dark", "light")) -> None:
    """No finding of axe, in light and in dark; a screenshot of each is kept as `name`-light and `name`-dark."""
    found = []
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        expect(page.locator("html")).to_have_attribute("data-theme", scheme)
        screenshot(page, f"{name}-{scheme}")
        results = Axe().run(page)
        if results.violations_count:
            found.append(f"{name} in {scheme}: {results.generate_report()}")
    assert not found, "\n".join(found)


def assert_fits(page: Page) -> None:
    """Nothing to scroll to sideways."""
    widths = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert widths[0] <= widths[1], f"the page is {widths[0]} wide in a window of {widths[1]}"
    for dialog in page.locator("dialog[open]").all():
        widths = dialog.evaluate("dialog => [dialog.scrollWidth, dialog.clientWidth]")
        assert widths[0] <= widths[1], f"what is in the dialog is {widths[0]} wide, and it {widths[1]}"


def assert_still(page: Page) -> None:
    """Nothing has moved by itself since the page was opened (a cumulative layout shift of zero)."""
    seen = page.evaluate("window.seen")
    assert seen["shift"] == 0, f"moved by {seen['shift']}: {seen['moved']}"


def assert_prompt(page: Page) -> None:
    """The largest part is painted within a second; looked at three times at most, since the machine has other work."""
    seen = []
    for _ in range(3):
        seen.append(wait_until(lambda: page.evaluate("window.seen.largest"), what="the largest part"))
        if seen[-1] <= 1000:
            return
        page.reload()
    raise AssertionError(f"the largest part was painted after {seen} milliseconds")


def enter(page: Page, *lines: str) -> None:
    """Writes lines into the calculator, each with Enter, and waits for each to stand in the notebook."""
    field = page.get_by_label("Expression")
    for line in lines:
        before = page.locator("[data-line]").count()
        field.fill(line)
        field.press("Enter")
        expect(page.locator("[data-line]")).to_have_count(before + 1)
        expect(field).to_have_value("")


def line(page: Page, number: int):
    """A line of the notebook, counted from 1."""
    return page.locator(f'[data-line="{number}"]')


def form_of(page: Page, number: int, form: str):
    """One form of a line's value: `exact`, `decimal`, or `value` where both are the same."""
    return line(page, number).locator(f'[data-form="{form}"]')


def fault_of(page: Page, label: str) -> str:
    """What is said beside a field that is marked as wrong: the first of what describes it."""
    field = page.get_by_label(label, exact=True)
    expect(field).to_have_attribute("aria-invalid", "true")
    described = field.get_attribute("aria-describedby").split()[0]
    return page.locator(f'[id="{described}"]').inner_text()


def clipboard(page: Page) -> str:
    return page.evaluate("navigator.clipboard.readText()")
