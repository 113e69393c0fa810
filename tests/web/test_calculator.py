"""The calculator's line: preview, results in every form, copies, errors."""

from __future__ import annotations

import json
import subprocess

import mpmath
from person import assert_fits, clipboard, enter, form_of, line, screenshot
from playwright.sync_api import expect

SQRT2_50 = "1.4142135623730950488016887242096980785696718753769"


def tex(locator) -> str:
    """The source that KaTeX keeps of what it has typeset."""
    return locator.locator("annotation").first.text_content()


def test_the_preview_is_typeset_while_typing_and_katex_comes_only_then(person, someone):
    scripts = []
    page = person.open("/favicon.svg", someone)
    page.on("request", lambda request: scripts.append(request.url))
    page.goto("/")
    preview = page.locator("[data-preview]")
    expect(preview).to_have_text("What you type appears here, typeset")
    page.wait_for_load_state("networkidle")
    assert not any("katex" in script.lower() for script in scripts)
    field = page.get_by_label("Expression")
    field.press_sequentially("1/2")
    expect(preview.locator(".katex .mfrac")).to_be_visible()
    assert any("/assets/katex-" in script for script in scripts)
    assert "\\frac{1}{2}" in tex(preview)
    # What is no expression yet leaves the last preview, marked.
    field.press_sequentially(" + sqrt(")
    expect(preview).to_have_attribute("data-preview", "partial")
    expect(preview.locator(".katex .mfrac")).to_be_visible()
    field.press_sequentially("2)")
    expect(preview).to_have_attribute("data-preview", "whole")
    assert "\\frac{1}{2} + \\sqrt{2}" in tex(preview)


def test_what_is_no_expression_is_previewed_without_noise(calculator):
    # The fixture fails on any line in the console, such as the one for a refused request.
    field, preview = calculator.get_by_label("Expression"), calculator.locator("[data-preview]")
    for typed in ("1 + * 2", ")", "2 ^^ 3", "5 cm to", "a b c ! = 3 ="):
        field.fill("7")
        expect(preview.locator(".katex")).to_be_visible()
        expect(preview).to_have_attribute("data-preview", "whole")
        field.fill(typed)
        expect(preview).to_have_attribute("data-preview", "partial")
        calculator.wait_for_load_state("networkidle")


def test_a_matrix_is_previewed_as_one_however_it_is_written(calculator):
    for written in ("[1, 2; 3, 4]", "[[1, 2], [3, 4]]"):
        calculator.get_by_label("Expression").fill(written)
        expect(calculator.locator("[data-preview] .katex .mtable").first).to_be_visible()
        assert "\\begin{bmatrix}1 & 2\\\\3 & 4\\end{bmatrix}" in tex(calculator.locator("[data-preview]"))
        calculator.get_by_label("Expression").fill("")


def test_enter_evaluates_to_exact_decimal_and_typeset(calculator):
    enter(calculator, "1/3 + 1/6", "10/4 + sqrt(2)", "sin(1)", "2^100", "[[1, 2], [3, 4]]^-1", "3 > 2")
    expect(form_of(calculator, 1, "exact")).to_have_text("1/2")
    expect(form_of(calculator, 1, "decimal")).to_have_text("0.5")
    assert "\\frac{1}{2}" in tex(line(calculator, 1).locator(".tex").nth(1))
    expect(form_of(calculator, 2, "exact")).to_have_text("(2*sqrt(2) + 5)/2")
    expect(form_of(calculator, 2, "decimal")).to_have_text("3.9142135623730950488")
    expect(form_of(calculator, 3, "exact")).to_have_count(0)
    expect(form_of(calculator, 3, "decimal")).to_have_text("0.84147098480789650665")
    expect(form_of(calculator, 4, "exact")).to_have_text(str(2**100))
    expect(form_of(calculator, 5, "exact")).to_have_text("[[-2, 1], [3/2, -1/2]]")
    expect(form_of(calculator, 5, "decimal")).to_have_text("[[-2, 1], [1.5, -0.5]]")
    expect(line(calculator, 5).locator(".mtable").first).to_be_visible()
    expect(form_of(calculator, 6, "value")).to_have_text("true")


def test_the_button_evaluates_too(calculator):
    calculator.get_by_label("Expression").fill("6 * 7")
    calculator.get_by_role("button", name="Evaluate").click()
    expect(form_of(calculator, 1, "value")).to_have_text("42")


def test_the_precision_has_a_slider_and_a_field(calculator):
    enter(calculator, "sqrt(2)")
    slider, field = calculator.get_by_label("Digits of the decimal", exact=True), calculator.get_by_role("spinbutton")
    expect(slider).to_have_attribute("min", "1")
    expect(slider).to_have_attribute("max", "1000")
    expect(field).to_have_value("20")
    slider.fill("50")
    expect(form_of(calculator, 1, "decimal")).to_have_text(SQRT2_50)
    slider.press("ArrowLeft")
    expect(field).to_have_value("49")
    expect(form_of(calculator, 1, "decimal")).to_have_text("1.414213562373095048801688724209698078569671875377")
    field.fill("1")
    expect(form_of(calculator, 1, "decimal")).to_have_text("1")
    # What is exact is not touched, and the digits hold for the lines below.
    expect(form_of(calculator, 1, "exact")).to_have_text("sqrt(2)")
    field.fill("5")
    expect(form_of(calculator, 1, "decimal")).to_have_text("1.4142")
    enter(calculator, "1/3")
    expect(form_of(calculator, 2, "decimal")).to_have_text("0.33333")


def test_ten_thousand_digits_are_folded_until_they_are_asked_for(calculator):
    enter(calculator, "pi")
    field = calculator.get_by_role("spinbutton")
    field.fill("10000")
    more = line(calculator, 1).get_by_role("button", name="Show all 10,001 characters")
    more.click()
    digits = form_of(calculator, 1, "decimal").inner_text()
    with mpmath.workdps(10_020):
        assert digits == mpmath.nstr(mpmath.pi, 10_000, strip_zeros=False)
    line(calculator, 1).get_by_role("button", name="Show less").click()
    expect(more).to_be_visible()
    for wrong in ("10001", "0", "2.5"):
        field.fill(wrong)
        expect(calculator.get_by_text("A whole number from 1 to 10,000")).to_be_visible()
        expect(field).to_have_attribute("aria-invalid", "true")


def test_results_are_copied_as_text_latex_json_and_curl(calculator, service, someone):
    enter(calculator, "x = 1/3", "x + 1/6")
    buttons = line(calculator, 2)
    buttons.get_by_role("button", name="Copy Text").click()
    assert clipboard(calculator) == "1/2"
    expect(buttons.get_by_text("Copied")).to_be_attached()
    buttons.get_by_role("button", name="Copy LaTeX").click()
    assert clipboard(calculator) == "\\frac{1}{2}"
    buttons.get_by_role("button", name="Copy JSON").click()
    copied = json.loads(clipboard(calculator))
    assert copied == {
        "operation": "evaluate",
        "input": {"expr": "x + 1/6"},
        "result": 0.5,
        "exact": "1/2",
        "decimal": "0.5",
        "precision": 20,
        "type": "rational",
        "latex": "\\frac{1}{2}",
        "input_latex": "x + \\frac{1}{6}",
    }
    buttons.get_by_role("button", name="Copy exact").click()
    assert clipboard(calculator) == "1/2"
    buttons.get_by_role("button", name="Copy decimal").click()
    assert clipboard(calculator) == "0.5"
    buttons.get_by_role("button", name="Copy curl").click()
    command = clipboard(calculator)
    token = service.sign_in("someone")["access_token"]
    run = subprocess.run(["bash", "-c", command], env={"TOKEN": token, "PATH": "/usr/bin:/bin"}, capture_output=True)
    assert [answer["exact"] for answer in json.loads(run.stdout)] == ["1/3", "1/2"]
    assert json.loads(run.stdout)[1] == copied


def test_a_curl_line_runs_whatever_is_in_the_expression(calculator, service, someone):
    enter(calculator, """concat("it's $HOME `x`", "!")""")
    line(calculator, 1).get_by_role("button", name="Copy curl").click()
    token = service.sign_in("someone")["access_token"]
    run = subprocess.run(
        ["bash", "-c", clipboard(calculator)], env={"TOKEN": token, "PATH": "/usr/bin:/bin"}, capture_output=True
    )
    assert json.loads(run.stdout)["result"] == "it's $HOME `x`!"


def test_an_error_marks_its_place_and_its_hint_can_be_taken(calculator):
    field = calculator.get_by_label("Expression")
    field.fill("2 * factoral(5) + 1")
    field.press("Enter")
    expect(calculator.get_by_role("alert")).to_contain_text("There is no function factoral")
    expect(calculator.locator("[data-mark]")).to_have_text("factoral")
    expect(field).to_have_attribute("aria-invalid", "true")
    assert field.evaluate("field => field.selectionStart") == 4
    described = field.get_attribute("aria-describedby")
    expect(calculator.locator(f'[id="{described}"]')).to_contain_text("There is no function factoral")
    # The mark lies under the very letters.
    mark = calculator.locator("[data-mark]").bounding_box()
    letters = calculator.evaluate(
        """() => {
            const field = document.querySelector('textarea');
            const style = getComputedStyle(field);
            const context = document.createElement('canvas').getContext('2d');
            context.font = `${style.fontSize} ${style.fontFamily}`;
            return field.getBoundingClientRect().x + context.measureText('2 * ').width;
        }"""
    )
    assert abs(mark["x"] - letters) < 2
    screenshot(calculator, "calculator-error")
    calculator.get_by_role("button", name="Use factorial").click()
    expect(field).to_have_value("2 * factorial(5) + 1")
    expect(field).to_be_focused()
    expect(calculator.get_by_role("alert")).to_have_count(0)
    field.press("Enter")
    expect(form_of(calculator, 1, "value")).to_have_text("241")


def test_every_error_is_said_and_leaves_what_was_typed(calculator):
    field, alert = calculator.get_by_label("Expression"), calculator.get_by_role("alert")
    for typed, marked, said in [
        ("1 + * 2", "*", "*"),
        ("(1 + 2", "(", "A ) is missing"),
        ("x + 1", "x", "x is not defined"),
        ("10 / (3 - 3)", "(3 - 3)", "zero"),
        ('"π" + 1', None, ""),
        ("2 + ½½", None, ""),
    ]:
        field.fill(typed)
        field.press("Enter")
        expect(alert).to_contain_text(said)
        if marked is not None:
            expect(calculator.locator("[data-mark]")).to_have_text(marked)
        expect(field).to_have_value(typed)
        expect(calculator.locator("[data-line]")).to_have_count(0)
        field.press_sequentially(" ")
        expect(alert).to_have_count(0)


def test_what_is_missing_at_the_end_of_a_line_is_marked_there(calculator):
    field = calculator.get_by_label("Expression")
    field.fill("a = 3\nb = a + 1\nb * a^")
    field.press("Enter")
    expect(calculator.get_by_role("alert")).to_contain_text("ends too early")
    mark, box = calculator.locator("[data-mark]").bounding_box(), field.bounding_box()
    assert mark["width"] > 10
    assert box["height"] * 2 / 3 <= mark["y"] + mark["height"] / 2 - box["y"] <= box["height"]


def test_a_long_matrix_is_typeset_and_scrolls_in_its_own_box(calculator):
    enter(calculator, "inv([4, 1, 0, 2; 1, 4, 1, 3; 0, 1, 4, 5; 2, 3, 5, 9]) * pi")
    formula = line(calculator, 1).locator(".tex").last
    expect(formula.locator(".mtable")).to_be_visible()
    calculator.set_viewport_size({"width": 360, "height": 740})
    assert_fits(calculator)


def test_a_service_that_cannot_be_reached_is_said_and_tried_again(person, calculator):
    calculator.get_by_label("Expression").fill("1 + 1")
    calculator.context.set_offline(True)
    calculator.get_by_label("Expression").press("Enter")
    expect(calculator.get_by_role("alert")).to_contain_text("The service cannot be reached")
    calculator.context.set_offline(False)
    calculator.get_by_label("Expression").press("Enter")
    expect(form_of(calculator, 1, "value")).to_have_text("2")
    person.problems = [one for one in person.problems if "ERR_INTERNET_DISCONNECTED" not in one]


def test_what_takes_longer_shows_that_it_does(person, calculator):
    calculator.route("**/math/evaluate", lambda route: (calculator.wait_for_timeout(900), route.continue_()))
    calculator.get_by_label("Expression").fill("2 + 2")
    calculator.get_by_label("Expression").press("Enter")
    expect(calculator.get_by_role("progressbar", name="Loading")).to_be_visible()
    expect(calculator.get_by_role("button", name="Evaluate")).to_be_disabled()
    expect(form_of(calculator, 1, "value")).to_have_text("4")
    expect(calculator.get_by_role("progressbar", name="Loading")).to_have_count(0)


def held(page) -> list:
    """Keeps the requests for evaluations back, until each is let go with `.continue_()`."""
    routes = []
    page.route("**/math/evaluate", lambda route: routes.append(route))
    return routes


def wait_for(page, routes: list, count: int) -> None:
    for _ in range(500):
        if len(routes) >= count:
            return
        page.wait_for_timeout(20)
    raise AssertionError(f"{len(routes)} evaluations were asked for, not {count}")


def test_the_field_is_free_while_a_line_is_evaluated(calculator):
    routes, field = held(calculator), calculator.get_by_label("Expression")
    field.press_sequentially("10+20")
    field.press("Enter")
    expect(field).to_have_value("")
    field.press_sequentially("30+40")
    field.press("Enter")
    field.press_sequentially("50")
    wait_for(calculator, routes, 1)
    expect(calculator.get_by_text("10+20 …")).to_be_visible()
    routes[0].continue_()
    expect(form_of(calculator, 1, "value")).to_have_text("30")
    wait_for(calculator, routes, 2)
    routes[1].continue_()
    expect(form_of(calculator, 2, "value")).to_have_text("70")
    expect(field).to_have_value("50")


def test_a_fault_that_comes_while_the_next_line_is_written_stays_with_its_own(calculator):
    routes, field = held(calculator), calculator.get_by_label("Expression")
    field.press_sequentially("1/0")
    field.press("Enter")
    field.press_sequentially("30+40")
    wait_for(calculator, routes, 1)
    routes[0].continue_()
    expect(line(calculator, 1)).to_contain_text("Division by zero")
    expect(field).to_have_value("30+40")
    expect(calculator.get_by_role("alert")).to_have_count(0)


def test_the_digits_of_one_line_leave_the_evaluation_of_another_alone(calculator):
    enter(calculator, "sqrt(2)")
    routes, field = held(calculator), calculator.get_by_label("Expression")
    field.fill("11+22")
    field.press("Enter")
    wait_for(calculator, routes, 1)
    calculator.get_by_role("spinbutton").fill("5")
    calculator.get_by_role("spinbutton").press("ArrowUp")
    routes[0].continue_()
    expect(form_of(calculator, 2, "value")).to_have_text("33")
    wait_for(calculator, routes, 2)
    routes[1].continue_()
    expect(form_of(calculator, 1, "decimal")).to_have_text("1.41421")


def test_an_error_goes_with_what_it_was_said_of(calculator):
    enter(calculator, "sqrt(2)")
    field, alert = calculator.get_by_label("Expression"), calculator.get_by_role("alert")
    field.fill("1+*2")
    field.press("Enter")
    expect(alert).to_contain_text("does not fit here")
    calculator.get_by_role("button", name="Change line 1: sqrt(2)").click()
    expect(field).to_have_value("sqrt(2)")
    expect(alert).to_have_count(0)
    field.fill("")
    field.press("Escape")
    expect(field).to_have_value("1+*2")


def test_a_result_is_read_out(calculator):
    enter(calculator, "10 + 20")
    expect(calculator.get_by_role("status").filter(has_text="Line 1: 30")).to_be_attached()
    enter(calculator, "1/3")
    expect(calculator.get_by_role("status").filter(has_text="Line 2: 1/3 ≈ 0.33333333333333333333")).to_be_attached()


def test_a_rounded_formula_says_that_it_is(calculator):
    enter(calculator, "2^2000", "1/3")
    assert "\\approx 1.148130695274" in tex(line(calculator, 1).locator(".tex").last)
    assert "= \\frac{1}{3}" in tex(line(calculator, 2).locator(".tex").last)


def test_copies_are_named_by_their_line(calculator):
    enter(calculator, "1/3", "1/7")
    for name in ("Copy LaTeX of line 2", "Copy exact of line 1", "Copy exact of line 2"):
        expect(calculator.get_by_role("button", name=name, exact=True)).to_have_count(1)


def test_results_are_there_before_katex_is(person, user):
    page = person.open("/", user)
    held_back = []
    page.route("**/assets/katex-*.js", lambda route: held_back.append(route))
    enter(page, "1/3")
    expect(form_of(page, 1, "exact")).to_have_text("1/3")
    assert held_back
    held_back[0].continue_()
    expect(line(page, 1).locator(".katex").first).to_be_visible()


def test_what_is_previewed_is_what_is_written(calculator):
    field, preview = calculator.get_by_label("Expression"), calculator.locator("[data-preview]")
    field.fill("cos(7)")
    expect(preview.locator(".katex")).to_be_visible()
    field.fill("cos(7) + sum(1, 2")
    expect(preview).to_have_attribute("data-preview", "partial")
    expect(preview.locator(".katex")).to_be_visible()
    field.fill("sum(1, 2")
    expect(preview.locator(".katex")).to_have_count(0)


def test_an_open_bracket_moves_nothing(calculator):
    field = calculator.get_by_label("Expression")
    field.press_sequentially("combinations")
    field.press("Escape")
    before = field.bounding_box()
    field.press_sequentially("(7")
    expect(calculator.locator("[data-signature]")).to_be_visible()
    assert field.bounding_box() == before
    field.press_sequentially(", 3)")
    expect(calculator.locator("[data-signature]")).to_have_count(0)
    assert field.bounding_box() == before


def test_what_was_asked_is_there_when_the_page_is_loaded_again_before_the_answer(calculator):
    routes, field = held(calculator), calculator.get_by_label("Expression")
    field.fill("10+20")
    field.press("Enter")
    wait_for(calculator, routes, 1)
    calculator.reload()
    calculator.get_by_role("button", name="back to 10+20").click()
    expect(field).to_have_value("10+20")


def test_digits_that_cannot_be_had_leave_the_result_as_it_was(calculator):
    enter(calculator, "sqrt(2)")
    problem = {"type": "time_limit", "loc": [], "msg": "This takes too long"}
    calculator.route("**/math/evaluate", lambda route: route.fulfill(json=[{"error": problem}]))
    calculator.get_by_role("spinbutton").fill("9000")
    expect(calculator.get_by_text("This takes too long")).to_be_visible()
    expect(calculator.get_by_role("spinbutton")).to_have_value("20")
    expect(form_of(calculator, 1, "decimal")).to_have_text("1.4142135623730950488")
