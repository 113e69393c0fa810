"""What can be measured of how a page looks and is reached: sizes, edges, the focus."""

from __future__ import annotations

from playwright.sync_api import Page

# Controls that are smaller than 24 pixels, inline links aside (WCAG 2.5.8).
SMALL = """[...document.querySelectorAll('a, button, input, select, textarea, [role=option], [tabindex="0"]')]
    .filter((control) => {
        const box = control.getBoundingClientRect();
        const isShown = box.width > 0 && control.checkVisibility({ visibilityProperty: true });
        const isInline = control.matches('p a, dd a, li p a, td a');
        const isSkip = control.matches('[href="#main"]');
        return isShown && !isInline && !isSkip && (box.width < 24 || box.height < 24);
    })
    .map((control) => `${control.tagName} ${control.getAttribute("aria-label") ?? control.textContent}`)"""

# What reaches over the window's edge, but for what scrolls or is cut in its own box.
OUTSIDE = """[...document.querySelectorAll("main *")]
    .filter((element) => {
        const box = element.getBoundingClientRect();
        const isCut = element.closest("svg, .sr-only, thead, [class*=truncate], [class*=overflow]");
        return box.width > 0 && !isCut && (box.right > document.documentElement.clientWidth + 1 || box.left < -1);
    })
    .map((element) => `${element.tagName} ${element.textContent}`.slice(0, 80))"""

# Where the focus is, whether it can be seen, and whether anything hides it (WCAG 2.4.7, 2.4.11).
FOCUSED = """async () => {
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    const element = document.activeElement;
    const box = element.getBoundingClientRect();
    const outlined = (node) => {
        const style = getComputedStyle(node);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    };
    // The calculator's line shows the focus around the whole of its box.
    const isOutlined = outlined(element) || outlined(element.closest("form .relative.flex") ?? element);
    const points = [0.1, 0.5, 0.9].flatMap((x) => [0.2, 0.5, 0.8].map((y) =>
        [box.x + box.width * x, box.y + box.height * y]));
    const seen = points.filter(([x, y]) => {
        const top = document.elementFromPoint(x, y);
        return top && (element.contains(top) || top.contains(element));
    });
    return {
        name: `${element.tagName} ${element.getAttribute("aria-label") ?? element.textContent ?? ""}`.slice(0, 60),
        isBody: element === document.body,
        isOutlined,
        isSeen: seen.length > 0,
    };
}"""


def assert_large_enough(page: Page) -> None:
    assert page.evaluate(SMALL) == []


def assert_inside(page: Page) -> None:
    assert page.evaluate(OUTSIDE) == []


def tab_through(page: Page, limit: int = 400) -> list[str]:
    """Goes through everything that takes the focus, holds each to be seen, and gives their names."""
    names = []
    page.evaluate("document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex')")
    for _ in range(limit):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused["isBody"] or (names and focused["name"] == names[0]):
            return names
        assert focused["isOutlined"], f"the focus cannot be seen on {focused['name']}"
        assert focused["isSeen"], f"the focus is hidden on {focused['name']}"
        names.append(focused["name"])
    return names
