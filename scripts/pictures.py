"""Makes the pictures of the README from the running app: `make pictures`.

Starts the executable with a data directory of its own, writes into the calculator and the plot as a person does, and
keeps what Chromium shows in docs/pictures. A picture of more than 200 kB is refused: the README is to open quickly.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests/e2e"), str(ROOT / "tests/web")]

from person import enter, kept_session  # noqa: E402
from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402
from service import Service  # noqa: E402

FOLDER = ROOT / "docs/pictures"
LIMIT = 200_000
USER = "ada"


def calculator(page: Page) -> None:
    page.goto("/")
    enter(page, "1/3 + 1/6", "exp(pi*sqrt(163)) - 262537412640768744", "cos(pi/12)")
    page.get_by_label("Expression").fill("(2/3 + sqrt(8))^2")
    page.locator('[data-preview="whole"] .katex').wait_for()


def plot(page: Page) -> None:
    page.goto("/plot?y=tan(x)&y=sin(x)%2Fx&y=x%5E2%2F4-1&from=-6&to=6&low=-4&high=4")
    # Drawn, and looked at more closely where there may be a pole.
    page.locator('[data-curve="3"]:not([d=""])').wait_for()
    page.wait_for_load_state("networkidle")


PICTURES = {"calculator": calculator, "plot": plot}


def take(browser: Browser, service: Service) -> None:
    session = kept_session(service, USER)
    for name, show in PICTURES.items():
        profile = browser.new_context(
            base_url=service.url,
            viewport={"width": 1120, "height": 760},
            color_scheme="light",
            reduced_motion="reduce",
            storage_state={"cookies": [], "origins": [{"origin": service.url, "localStorage": [session]}]},
        )
        page = profile.new_page()
        show(page)
        file = FOLDER / f"{name}.png"
        page.screenshot(path=file)
        profile.close()
        if file.stat().st_size > LIMIT:
            sys.exit(f"{file} has {file.stat().st_size} bytes; at most {LIMIT} are allowed")


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        service = Service(Path(folder) / "data", {"WEB_ROOT": str(ROOT / "frontend/dist")}).start()
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        try:
            service.register(USER)
            take(browser, service)
        finally:
            browser.close()
            service.kill()


if __name__ == "__main__":
    main()
