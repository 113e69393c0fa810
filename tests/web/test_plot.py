"""Plotting: curves from points of the service, moved and read by mouse and keyboard, saved as SVG and CSV."""

from __future__ import annotations

import csv
import io
import itertools
import math
import re
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from person import PHONE, assert_accessible, assert_fits, assert_still, at, screenshot
from playwright.sync_api import Page, expect
from service import Service, wait_until

SVG = "{http://www.w3.org/2000/svg}"


def address(*expressions: str) -> str:
    """The page with these curves."""
    return "/plot?" + "&".join(f"y={quote(one, safe='')}" for one in expressions)


def evaluations(page: Page) -> list[list[str]]:
    """What the page asks the service from now on, request by request."""
    asked = []
    page.on("request", lambda one: one.url.endswith("/math/evaluate") and asked.append(one.post_data_json["expr"]))
    return asked


def curve(page: Page, number: int):
    return page.locator(f"[data-curve='{number}']")


def drawn(page: Page, number: int) -> list[list[tuple[float, float]]]:
    """The lines that a curve is drawn in, each as its points in pixels."""
    expect(curve(page, number)).to_have_attribute("d", re.compile("^M"))
    return lines_of(curve(page, number).get_attribute("d"))


def lines_of(path: str) -> list[list[tuple[float, float]]]:
    lines = []
    for command, x, y in re.findall(r"([ML])(-?[\d.]+) (-?[\d.]+)", path):
        if command == "M":
            lines.append([])
        lines[-1].append((float(x), float(y)))
    return lines


def chart(page: Page):
    return page.get_by_role("application")


def frame(page: Page) -> tuple[float, float, float, float]:
    """The part of the chart that curves are drawn in, in pixels of the page: left, top, width, height."""
    box = page.locator("svg clipPath rect").evaluate(
        "(rect) => { const outer = rect.ownerSVGElement.getBoundingClientRect();"
        " return [outer.x + rect.x.baseVal.value, outer.y + rect.y.baseVal.value,"
        " rect.width.baseVal.value, rect.height.baseVal.value]; }"
    )
    return tuple(box)


def interval(page: Page) -> tuple[float, float]:
    return tuple(float(page.get_by_label(f"x {end}", exact=True).input_value()) for end in ("from", "to"))


def expect_interval(page: Page, low: float, high: float) -> None:
    wait_until(lambda: interval(page) == pytest.approx((low, high), abs=0.05), what=f"x from {low} to {high}")


def readouts(page: Page) -> list[tuple[float, float | None]]:
    """What is said of the curves under the cursor: x and y of each."""
    values = []
    for text in page.locator("main [role=status] > span").all_inner_texts():
        x, y = re.search(r"x = (\S+), (?:y = (\S+)|no value)", text.replace("−", "-")).groups()
        values.append((float(x), None if y is None else float(y)))
    return values


def saved(page: Page, button: str) -> str:
    """The file that a button hands over."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    assert download.value.suggested_filename == f"plot.{button.lower()}"
    return download.value.path().read_text(encoding="utf-8")


def test_all_points_of_all_curves_come_in_one_request(person, someone):
    page = person.open("/favicon.svg", someone)
    asked = evaluations(page)
    page.goto(address("x^2", "sin(x)"))
    for number in (1, 2):
        drawn(page, number)
    page.wait_for_load_state("networkidle")
    assert len(asked) == 1
    definitions, calls = asked[0][:2], asked[0][2:]
    assert definitions == ["plotted1(x) = x^2", "plotted2(x) = sin(x)"]
    assert len(calls) == 960
    for number, own in enumerate((calls[:480], calls[480:]), start=1):
        places = [float(re.fullmatch(rf"plotted{number}\((.*)\)", call)[1]) for call in own]
        assert places == sorted(places)
        assert (places[0], places[40], places[439], places[479]) == (-14, -10, 10, 14)
    assert_still(page)


def test_a_curve_goes_through_the_points_of_its_function(person, someone):
    page = person.open(address("x^2"), someone)
    (line,) = drawn(page, 1)
    left, top, width, height = frame(page)
    edge = chart(page).bounding_box()
    assert len(line) == 480
    # Those between the ends of the interval.
    line = line[40:440]
    # Pixels to numbers by two points of the curve itself; every other then follows.
    y0, y1 = line[0][1], line[200][1]
    scale = (100 - (10 / 399) ** 2) / (y0 - y1)
    for x, y in line:
        number = -10 + 20 * (x - (left - edge["x"])) / width
        assert abs(100 + (y - y0) * scale - number**2) < 0.05


def test_curves_are_broken_at_poles_and_jumps_and_nowhere_else(person, someone):
    # From -14 to 14: so far they are known beyond the picture.
    pieces = {"tan(x)": 9, "1/x": 2, "1/x^2": 2, "floor(x)": 29, "x^3": 1, "sqrt(x)": 1}
    page = person.open(address(*pieces), someone)
    left, _, width, height = frame(page)
    left -= chart(page).bounding_box()["x"]
    places = {}
    for number, (expression, count) in enumerate(pieces.items(), start=1):
        wait_until(lambda: len(drawn(page, number)) == count, what=f"{count} lines of {expression}")  # noqa: B023
        lines = drawn(page, number)
        places[expression] = [[-10 + 20 * (x - left) / width for x, _ in line] for line in lines]
    # No line of the tangent lies on both sides of one of its poles, and towards them it leaves the picture.
    spacing = 0.01
    for line in places["tan(x)"]:
        branch = round((line[0] + line[-1]) / 2 / math.pi)
        assert (branch - 0.5) * math.pi - spacing < line[0] < line[-1] < (branch + 0.5) * math.pi + spacing
    for line in drawn(page, 1)[1:-1]:
        assert line[0][1] > 2 * height and line[-1][1] < -height
    for expression, outwards in (("1/x", [-1, 1]), ("1/x^2", [1, 1])):
        (_, *_, end), (start, *_) = drawn(page, list(pieces).index(expression) + 1)
        assert [end[1] < 0, start[1] < 0] == [sign > 0 for sign in outwards], expression
    screenshot(page, "plot-poles")


def test_the_value_under_the_cursor_is_shown_for_every_curve(person, someone):
    page = person.open(address("sin(x)", "sqrt(x)"), someone)
    drawn(page, 2)
    left, top, width, height = frame(page)
    for share in (0.25, 0.75):
        page.mouse.move(left + share * width, top + height / 2)
        expect(page.locator("[data-cursor]")).to_be_visible()
        (x, sine), (_, root) = readouts(page)
        assert abs(x - (-10 + 20 * share)) <= 10 / 399 + 0.001
        places = [-10 + 20 * index / 399 for index in range(400)]
        exact = min(places, key=lambda place: abs(place - x))
        assert abs(sine - math.sin(exact)) < 1e-4
        assert root is None if exact < 0 else abs(root - math.sqrt(exact)) < 1e-4
    page.mouse.move(0, 0)
    expect(page.locator("[data-cursor]")).to_have_count(0)


def test_values_are_read_by_keyboard(person, someone):
    page = person.open(address("2x"), someone)
    drawn(page, 1)
    chart(page).focus()
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    ((x, y),) = readouts(page)
    assert abs(x - 0.4) <= 10 / 399 + 0.001 and abs(y - 2 * x) < 0.001
    page.keyboard.press("Shift+ArrowLeft")
    assert readouts(page)[0][0] < x


def test_dragging_moves_the_plane_and_the_wheel_scales_it_about_the_pointer(person, someone):
    page = person.open(address("sin(x)"), someone)
    drawn(page, 1)
    asked = evaluations(page)
    left, top, width, height = frame(page)
    middle = (left + width / 2, top + height / 2)
    page.mouse.move(*middle)
    page.mouse.down()
    page.mouse.move(middle[0] + width / 4, middle[1], steps=5)
    page.mouse.up()
    expect_interval(page, -15, 5)
    expect_points(page, asked, -15, 5)

    # A quarter from the left is -10: it stays there.
    page.mouse.move(left + width / 4, middle[1])
    page.mouse.wheel(0, -400)
    wait_until(lambda: interval(page)[1] < 4, what="a smaller interval")
    low, high = interval(page)
    assert high - low < 19
    assert low + (high - low) / 4 == pytest.approx(-10, abs=0.1)
    expect_points(page, asked, low, high)


def expect_points(page: Page, asked: list[list[str]], low: float, high: float) -> None:
    """The curve has been evaluated anew, over this interval."""

    def is_drawn() -> bool:
        left, _, width, _ = frame(page)
        edge = chart(page).bounding_box()["x"]
        (first, *_, last) = (point for line in drawn(page, 1) for point in line)
        return abs(first[0] + edge - left + width / 5) < 1 and abs(last[0] + edge - left - width * 1.2) < 1

    wait_until(is_drawn, what="a curve from end to end")
    ends = [float(re.fullmatch(r"plotted1\((.*)\)", asked[-1][index])[1]) for index in (41, -41)]
    assert ends == pytest.approx([low, high], abs=0.1)


def test_the_plane_is_moved_and_scaled_by_keyboard_and_buttons(person, someone):
    page = person.open(address("sin(x)"), someone)
    drawn(page, 1)
    left, _, width, _ = frame(page)
    outer = chart(page).bounding_box()
    step = 20 * (outer["width"] / 10) / width
    chart(page).focus()
    page.keyboard.press("ArrowRight")
    expect_interval(page, -10 + step, 10 + step)
    page.keyboard.press("0")
    expect_interval(page, -10, 10)
    heights = page.locator("svg text[text-anchor=end]")
    before = heights.all_inner_texts()
    page.keyboard.press("ArrowUp")
    wait_until(lambda: heights.all_inner_texts() != before, what="other heights")
    expect_interval(page, -10, 10)
    middle = -10 + 20 * (outer["x"] + outer["width"] / 2 - left) / width
    page.keyboard.press("+")
    expect_interval(page, middle - (middle + 10) * 0.8, middle + (10 - middle) * 0.8)
    page.keyboard.press("-")
    expect_interval(page, -10, 10)
    page.get_by_role("button", name="Zoom in").click()
    expect_interval(page, -5, 5)
    page.get_by_role("button", name="Zoom out").click()
    expect_interval(page, -10, 10)
    page.get_by_role("button", name="Fit height").click()
    expect(page.get_by_role("button", name="Fit height")).to_be_disabled()
    wait_until(lambda: heights.all_inner_texts() == before, what="the heights that fit")
    page.get_by_role("button", name="Zoom in").click()
    page.get_by_role("button", name="Reset").click()
    expect_interval(page, -10, 10)


def test_an_expression_that_is_wrong_is_marked_and_the_others_are_drawn(person, someone):
    page = person.open(address("sin(x", "cos(x)"), someone)
    drawn(page, 2)
    wrong = page.get_by_label("of curve 1")
    expect(wrong).to_have_attribute("aria-invalid", "true")
    expect(wrong).to_have_accessible_description(re.compile(r"A \) is missing"))
    expect(page.locator("mark")).to_have_text("(")
    expect(page.get_by_label("of curve 2")).not_to_have_attribute("aria-invalid", "true")
    expect(curve(page, 1)).to_have_attribute("d", "")
    wrong.fill("sin(x)")
    drawn(page, 1)
    expect(wrong).not_to_have_attribute("aria-invalid", "true")


def test_curves_are_added_and_removed_up_to_six(person, someone):
    page = person.open(address("x"), someone)
    for number in range(2, 7):
        page.get_by_role("button", name="Another curve").click()
        page.get_by_label(f"of curve {number}").fill(f"x + {number}")
    drawn(page, 6)
    expect(page.get_by_role("button", name="Another curve")).to_be_disabled()
    page.get_by_role("button", name="Remove curve 2").click()
    expect(page.get_by_label("of curve 2")).to_have_value("x + 3")
    expect(page.locator("[data-curve]")).to_have_count(5)
    page.reload()
    expect(page.get_by_label("of curve 5")).to_have_value("x + 6")


def test_an_interval_that_cannot_be_is_said_to_be_so(person, someone):
    page = person.open(address("x"), someone)
    drawn(page, 1)
    asked = evaluations(page)
    end = page.get_by_label("x to", exact=True)
    for text, fault in (("-11", "more than where it begins"), ("many", "Two numbers"), ("1e30", "At most a range")):
        end.fill(text)
        expect(end).to_have_attribute("aria-invalid", "true")
        expect(end).to_have_accessible_description(re.compile(fault))
    end.fill("20")
    expect(end).not_to_have_attribute("aria-invalid", "true")
    expect(page.locator("svg text", has_text=re.compile("^20$"))).to_be_visible()
    page.wait_for_load_state("networkidle")
    wait_until(lambda: page.title() and asked[-1:] != [["many"]], what="a curve")
    curves = [request for request in asked if len(request) > 1]
    assert all(request[-41] == "plotted1(20)" for request in curves), "only what can be drawn is asked for"


def test_saved_as_csv_every_point_has_its_values(person, someone):
    page = person.open(address("sin(x)", "1/x", "sqrt(x)"), someone)
    drawn(page, 3)
    head, *rows = csv.reader(io.StringIO(saved(page, "CSV")))
    assert head == ["x", "sin(x)", "1/x", "sqrt(x)"]
    assert len(rows) == 276
    assert float(rows[0][0]) == -10 and float(rows[-1][0]) == 10
    for x, sine, inverse, root in rows:
        place = float(x)
        assert float(sine) == pytest.approx(math.sin(place), rel=1e-11, abs=1e-14)
        assert float(inverse) == pytest.approx(1 / place, rel=1e-11)
        assert root == "" if place < 0 else float(root) == pytest.approx(math.sqrt(place), rel=1e-11)


def test_saved_as_svg_the_drawing_is_whole_by_itself(person, someone):
    page = person.open(address("sin(x)", "x^2/50"), someone)
    drawn(page, 2)
    text = saved(page, "SVG")
    root = ElementTree.fromstring(text)
    assert root.tag == f"{SVG}svg"
    assert [float(root.get("width")), float(root.get("height"))] == [
        float(number) for number in root.get("viewBox").split()
    ][2:]
    paths = [path for path in root.iter(f"{SVG}path") if path.get("data-curve")]
    assert [path.get("d") for path in paths] == [curve(page, number).get_attribute("d") for number in (1, 2)]
    assert len({path.get("stroke") for path in paths}) == 2
    assert "0" in [label.text for label in root.iter(f"{SVG}text")]
    assert "var(" not in text and "class=" not in text
    for element in root.iter():
        for look in ("stroke", "fill"):
            assert element.get(look, "none") == "none" or element.get(look).startswith("rgb("), element.attrib

    page.set_content(text.split("?>")[1])
    assert page.locator("svg").bounding_box()["width"] == float(root.get("width"))
    screenshot(page, "plot-saved")


def test_what_the_services_limit_of_time_cuts_off_is_asked_for_again(browser, dist, tmp_path):
    service = Service(tmp_path / "data", {"WEB_ROOT": str(dist), "EVALUATION_TIME_LIMIT_MS": "300"}).start()
    service.register("ada")
    with at(browser, service) as person:
        page = person.open("/favicon.svg", "ada")
        asked = evaluations(page)
        # Every point takes a thousand calls of the function itself: all together take longer than the service allows.
        page.goto(address("x > 50 ? plotted1(x - 1) + plotted1(x - 2) : x > 20 ? 1 : x^2 + 0 * plotted1(64)"))
        wait_until(lambda: [len(line) for line in drawn(page, 1)] == [480], 60, "the whole curve")
        assert len(asked) > 1
        # Each asks for the last of what the one before has asked for.
        for before, after in itertools.pairwise(asked):
            assert after[0] == before[0] and after[1:] == before[-len(after) + 1 :]
        expect(page.get_by_label("of curve 1")).not_to_have_attribute("aria-invalid", "true")


def test_a_plot_that_takes_long_says_so(person, someone):
    page = person.open("/favicon.svg", someone)

    def late(route):
        expect(page.get_by_text("Evaluating…")).to_be_visible()
        expect(page.get_by_role("progressbar")).to_be_visible()
        route.continue_()

    page.route("**/math/evaluate", late)
    page.goto(address("x"))
    drawn(page, 1)
    expect(page.get_by_text("Evaluating…")).to_have_count(0)
    expect(page.get_by_role("progressbar")).to_have_count(0)


def test_a_failure_is_said_and_can_be_tried_again(person, someone):
    page = person.open(address("x"), someone)
    drawn(page, 1)
    person.expects_outage()
    page.context.set_offline(True)
    page.get_by_label("of curve 1").fill("2x")
    expect(page.get_by_role("alert")).to_contain_text("The service cannot be reached")
    page.context.set_offline(False)
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("alert")).to_have_count(0)
    drawn(page, 1)


def test_without_a_curve_there_is_an_empty_plane_and_nothing_to_save(person, someone):
    page = person.open("/plot", someone)
    page.get_by_label("of curve 1").fill("")
    expect(page.get_by_text("An expression in x is drawn here")).to_be_visible()
    expect(chart(page)).to_have_accessible_name("No curve")
    expect(page.get_by_role("button", name="CSV")).to_be_disabled()
    expect(page.get_by_role("button", name="SVG")).to_be_disabled()


def test_the_page_is_accessible_and_fits_a_phone(person, someone):
    page = person.open(address("tan(x)", "1/x", "sin(x"), someone)
    drawn(page, 2)
    assert_accessible(page, "plot")
    phone = person.open(address("tan(x)", "1/x", "sin(x"), someone, viewport=PHONE)
    drawn(phone, 2)
    assert_fits(phone)
    phone.mouse.move(200, 600)
    assert_accessible(phone, "plot-phone", ("light",))


def test_bounded_curves_stay_in_the_picture_at_their_jumps(person, someone):
    page = person.open(address("mod(x,2)", "x-floor(x)"), someone)
    for number, count in ((1, 15), (2, 29)):
        wait_until(lambda: len(drawn(page, number)) == count, 30, f"the pieces of curve {number}")  # noqa: B023
    _, top, _, height = frame(page)
    edge = chart(page).bounding_box()["y"]
    for number in (1, 2):
        for line in drawn(page, number):
            assert all(top - edge <= y <= top - edge + height for _, y in line)


def test_a_bounded_oscillation_stays_in_the_picture_and_exp_of_1_by_x_ends_at_0(person, someone):
    page = person.open(address("sin(50*x)", "sin(1/x)"), someone)
    expect(page.locator("[data-sharp]")).to_have_count(2)
    _, top, _, height = frame(page)
    edge = chart(page).bounding_box()["y"]
    for number in (1, 2):
        for line in drawn(page, number):
            assert all(top - edge <= y <= top - edge + height for _, y in line)

    page.goto(address("exp(1/x)"))
    expect(page.locator("[data-sharp]")).to_have_count(1)
    left, right = drawn(page, 1)
    assert left[-1][1] == pytest.approx(max(y for _, y in left)), "it comes down to 0"
    assert right[0][1] < -height, "and from the other side it runs off"


def test_a_circle_of_two_halves_closes(person, someone):
    page = person.open(address("sqrt(1-x^2)", "-sqrt(1-x^2)"), someone)
    expect(page.locator("[data-sharp]")).to_have_count(2)
    (upper,), (lower,) = drawn(page, 1), drawn(page, 2)
    for end in (0, -1):
        assert math.dist(upper[end], lower[end]) < 4


def test_a_tap_shows_the_values_under_the_finger(person, someone):
    page = person.open(address("2x"), someone, viewport=PHONE, has_touch=True)
    drawn(page, 1)
    left, top, width, height = frame(page)
    page.touchscreen.tap(left + width * 0.75, top + height / 2)
    wait_until(lambda: readouts(page), what="a value")
    ((x, y),) = readouts(page)
    assert abs(x - 5) < 0.2 and y == pytest.approx(2 * x, abs=0.01)


@pytest.mark.parametrize(
    ("expression", "reason"),
    [
        ("[x, 1]", "lists"),
        ("x + i", "complex"),
        ("x km", "unit"),
        ("(-8)^(1/3)*x", "complex"),
        ("x > 2", "true or false"),
    ],
)
def test_a_curve_without_real_values_says_why_nothing_is_drawn(person, someone, expression, reason):
    page = person.open(address(expression), someone)
    field = page.get_by_label("of curve 1")
    expect(field).to_have_accessible_description(re.compile(reason))
    expect(field).to_have_attribute("aria-invalid", "true")


def test_labels_of_heights_are_not_cut(person, someone):
    for expression in ("exp(x*70)", "x/1000000", "x*10^12+3"):
        page = person.open(address(expression), someone)
        drawn(page, 1)
        left = chart(page).bounding_box()["x"]
        labels = page.locator("svg text[text-anchor=end]").evaluate_all(
            "labels => labels.map(label => [label.textContent, label.getBoundingClientRect().x])"
        )
        assert labels and all(x >= left for _, x in labels), f"{labels} of {expression}"


def test_the_ends_of_the_interval_may_be_expressions(person, someone):
    page = person.open(address("sin(x)"), someone)
    page.get_by_label("x from", exact=True).fill("-2*pi")
    page.get_by_label("x to", exact=True).fill("2 pi")
    expect(chart(page)).to_have_accessible_name(re.compile(r"from -6\.283\d* to 6\.283"))
    expect(page.get_by_label("x from", exact=True)).to_have_value("-2*pi")
    expect(page.get_by_label("x to", exact=True)).to_have_value("2 pi")
    expect(page.get_by_label("x to", exact=True)).not_to_have_attribute("aria-invalid", "true")


def test_while_the_plane_is_moved_what_comes_into_view_is_drawn_and_one_request_follows(person, someone):
    page = person.open(address("x"), someone)
    drawn(page, 1)
    asked = evaluations(page)
    left, top, width, height = frame(page)
    edge = chart(page).bounding_box()["x"]
    page.mouse.move(left + width / 2, top + height / 2)
    page.mouse.down()
    page.mouse.move(left + width * 0.65, top + height / 2, steps=20)
    expect_interval(page, -13, 7)
    (line,) = drawn(page, 1)
    assert line[0][0] <= left - edge + 1 and not asked
    page.mouse.up()
    wait_until(lambda: page.title() and asked, what="a request")
    page.wait_for_load_state("networkidle")
    assert len(asked) == 1


def test_a_click_into_the_drawing_shows_no_ring_and_the_keyboard_shows_one(person, someone):
    page = person.open(address("x"), someone)
    drawn(page, 1)
    outline = "(svg) => getComputedStyle(svg).outlineStyle"
    chart(page).click()
    expect(chart(page)).to_be_focused()
    assert chart(page).evaluate(outline) == "none"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(chart(page)).to_be_focused()
    assert chart(page).evaluate(outline) == "solid"


def test_the_colours_of_curves_are_seen_in_forced_colours(person, someone):
    page = person.open(address("x", "2x"), someone, forced_colors="active")
    drawn(page, 2)
    seen = page.locator("main [data-mark]").evaluate_all(
        "(marks) => marks.map((mark) => [getComputedStyle(mark).backgroundColor,"
        " getComputedStyle(mark.closest('div')).backgroundColor])"
    )
    assert len({mark for mark, _ in seen}) == 2
    assert all(mark != around for mark, around in seen)


def test_the_address_says_what_is_shown(person, someone):
    page = person.open(address("x^2", "sin(x)"), someone)
    drawn(page, 2)
    page.get_by_label("x to", exact=True).fill("5")
    page.wait_for_url(re.compile("to=5$"))
    chart(page).focus()
    page.keyboard.press("ArrowUp")
    page.wait_for_url(re.compile("high="))
    heights = page.locator("svg text[text-anchor=end]").all_inner_texts()
    other = person.open(page.url, someone)
    drawn(other, 2)
    expect_interval(other, -10, 5)
    expect(other.get_by_label("of curve 2")).to_have_value("sin(x)")
    assert other.locator("svg text[text-anchor=end]").all_inner_texts() == heights


def test_the_saved_drawing_names_its_curves(person, someone):
    page = person.open(address("sin(x)", "x^2/50"), someone)
    drawn(page, 2)
    root = ElementTree.fromstring(saved(page, "SVG"))
    texts = [label.text for label in root.iter(f"{SVG}text")]
    assert texts[-2:] == ["y = sin(x)", "y = x^2/50"]
    lines = [line.get("stroke") for line in root.iter(f"{SVG}line")][-2:]
    assert lines == [path.get("stroke") for path in root.iter(f"{SVG}path") if path.get("data-curve")]
