"""The lines above: edited, used, gone through by keys; names that are completed."""

from __future__ import annotations

import pytest
from person import enter, form_of, line
from playwright.sync_api import expect


def test_variables_and_functions_are_known_in_the_lines_below(calculator):
    enter(calculator, "r = 5/2", "area(x) = pi * x^2", "area(r)", "area(r) / pi")
    expect(form_of(calculator, 3, "exact")).to_have_text("25*pi/4")
    expect(form_of(calculator, 4, "exact")).to_have_text("25/4")


def test_a_line_is_changed_in_its_place_and_what_uses_it_follows(calculator):
    enter(calculator, "a = 2", "b = a^2", "7", "b + 1")
    calculator.get_by_role("button", name="Change line 1: a = 2").click()
    field = calculator.get_by_label("Expression")
    expect(field).to_have_value("a = 2")
    expect(field).to_be_focused()
    field.fill("a = 10")
    field.press("Enter")
    expect(field).to_have_value("")
    expect(form_of(calculator, 4, "value")).to_have_text("101")
    expect(form_of(calculator, 2, "value")).to_have_text("100")
    expect(calculator.locator("[data-line]")).to_have_count(4)


def test_escape_leaves_a_line_as_it_was(calculator):
    enter(calculator, "6 * 7")
    calculator.get_by_role("button", name="Change line 1: 6 * 7").click()
    field = calculator.get_by_label("Expression")
    field.fill("6 * 8")
    field.press("Escape")
    expect(field).to_have_value("")
    expect(form_of(calculator, 1, "value")).to_have_text("42")


def test_a_line_that_no_longer_holds_says_so(calculator):
    enter(calculator, "n = 4", "1 / (n - 3)")
    calculator.get_by_role("button", name="Change line 1: n = 4").click()
    calculator.get_by_label("Expression").fill("n = 3")
    calculator.get_by_label("Expression").press("Enter")
    expect(line(calculator, 2)).to_contain_text("zero")
    expect(form_of(calculator, 2, "value")).to_have_count(0)


def test_the_notebook_is_there_after_a_reload_and_belongs_to_its_user(person, service, user):
    calculator = person.open("/", user)
    enter(calculator, "x = 3", "x^2")
    calculator.get_by_label("Expression").fill("x + unfinished")
    calculator.reload()
    expect(form_of(calculator, 2, "value")).to_have_text("9")
    expect(calculator.get_by_label("Expression")).to_have_value("x + unfinished")
    calculator.get_by_label("Expression").fill("")
    enter(calculator, "x + 1")
    expect(form_of(calculator, 3, "value")).to_have_text("4")
    service.register("grace")
    calculator.get_by_role("button", name="Sign out").click()
    calculator.get_by_label("User name").fill("grace")
    calculator.get_by_label("Password", exact=True).fill("a long enough passphrase")
    calculator.get_by_role("button", name="Sign in").click()
    expect(calculator.get_by_label("Expression")).to_be_focused()
    expect(calculator.locator("[data-line]")).to_have_count(0)


def test_lines_are_removed_one_by_one_and_all_at_once(calculator):
    enter(calculator, "1", "2", "3")
    line(calculator, 2).hover()
    calculator.get_by_role("button", name="Remove line 2").click()
    expect(calculator.locator("[data-line] code").filter(has_text="2")).to_have_count(0)
    clear(calculator)
    expect(calculator.locator("[data-line]")).to_have_count(0)
    expect(calculator.get_by_text("What shall it be?")).to_be_visible()


def test_an_example_is_tried_with_one_click(calculator):
    calculator.get_by_role("button", name="f(x) = x^2 + 1 Functions of your own").click()
    field = calculator.get_by_label("Expression")
    expect(field).to_have_value("f(x) = x^2 + 1")
    expect(field).to_be_focused()


def test_arrows_go_through_the_earlier_lines(calculator):
    enter(calculator, "1 + 1", "2 + 2", "3 + 3")
    field = calculator.get_by_label("Expression")
    for key, shown in [
        ("ArrowUp", "3 + 3"),
        ("ArrowUp", "2 + 2"),
        ("ArrowUp", "1 + 1"),
        ("ArrowUp", "1 + 1"),
        ("ArrowDown", "2 + 2"),
        ("ArrowDown", "3 + 3"),
        ("ArrowDown", ""),
    ]:
        field.press(key)
        expect(field).to_have_value(shown)
    field.press("ArrowUp")
    field.press("Enter")
    expect(form_of(calculator, 4, "value")).to_have_text("6")


def test_control_enter_begins_a_new_line(calculator):
    field = calculator.get_by_label("Expression")
    field.press_sequentially("a = 3")
    field.press("Control+Enter")
    field.press_sequentially("a^2")
    expect(field).to_have_value("a = 3\na^2")
    # Within several lines the arrows move the caret.
    field.press("ArrowUp")
    expect(field).to_have_value("a = 3\na^2")
    field.press("Enter")
    expect(line(calculator, 1).locator('[data-form="value"]').last).to_have_text("9")


def test_a_question_mark_shows_the_keys(calculator):
    field = calculator.get_by_label("Expression")
    field.press("?")
    dialog = calculator.get_by_role("dialog", name="Keys")
    expect(dialog).to_contain_text("go through the earlier lines")
    expect(field).to_have_value("")
    calculator.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(field).to_be_focused()
    # In an expression it is the sign of a condition.
    field.press_sequentially("1 < 2 ? 5 : 6")
    expect(field).to_have_value("1 < 2 ? 5 : 6")
    field.press("Enter")
    expect(form_of(calculator, 1, "value")).to_have_text("5")


def test_names_are_completed_with_their_parameters_and_text(calculator):
    enter(calculator, "facade(height, width) = height * width")
    field = calculator.get_by_label("Expression")
    field.press_sequentially("2 + fac")
    options = calculator.get_by_role("option")
    expect(options).to_have_text(
        ["facade(height, width)defined above", "factorial(x)Product of the whole numbers from 1 to x."]
    )
    field.press("ArrowDown")
    field.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == options.nth(1).get_attribute("id")
    field.press("Enter")
    expect(field).to_have_value("2 + factorial(")
    expect(options).to_have_count(0)
    field.press_sequentially("5)")
    field.press("Enter")
    expect(form_of(calculator, 2, "value")).to_have_text("122")


def test_tab_takes_the_first_name_and_escape_none(calculator):
    field = calculator.get_by_label("Expression")
    field.press_sequentially("nextPr")
    expect(calculator.get_by_role("option")).to_have_count(1)
    field.press("Tab")
    expect(field).to_have_value("nextPrime(")
    expect(field).to_be_focused()
    field.fill("")
    field.press_sequentially("sq")
    expect(calculator.get_by_role("option").first).to_be_visible()
    field.press("Escape")
    expect(calculator.get_by_role("option")).to_have_count(0)
    expect(field).to_have_value("sq")


def test_a_name_is_completed_by_the_mouse(calculator):
    field = calculator.get_by_label("Expression")
    field.press_sequentially("combi")
    calculator.get_by_role("option", name="combinations(n, k)").click()
    expect(field).to_have_value("combinations(")
    expect(field).to_be_focused()


def test_the_argument_that_is_being_written_is_explained(calculator):
    field = calculator.get_by_label("Expression")
    field.press_sequentially("combinations(7")
    hint = calculator.locator("[data-signature]")
    expect(hint).to_have_text("combinations(n, k)how many things there are")
    field.press_sequentially(", ")
    expect(hint).to_have_text("combinations(n, k)how many to pick")
    field.press_sequentially("3)")
    expect(hint).to_have_count(0)


def change(calculator, number: int, source: str) -> None:
    """Puts another text in the place of a line."""
    calculator.get_by_role("button", name=f"Change line {number}: ").click()
    field = calculator.get_by_label("Expression")
    expect(field).to_be_focused()
    field.fill(source)
    field.press("Enter")


def test_what_depends_on_a_failed_line_says_so(calculator):
    enter(calculator, "k = 3", "g = k^2", "g * 2")
    expect(form_of(calculator, 3, "value")).to_have_text("18")
    change(calculator, 1, "j = 3")
    expect(line(calculator, 2)).to_contain_text("k is not defined")
    expect(line(calculator, 3)).to_contain_text("This depends on line 2, which has an error")
    expect(form_of(calculator, 3, "value")).to_have_count(0)
    # The line is told of by where it is now.
    enter(calculator, "0")
    change(calculator, 1, "k = 4")
    expect(form_of(calculator, 3, "value")).to_have_text("32")


def test_definitions_hold_however_they_are_made(calculator):
    enter(calculator, "A = [1, 2; 3, 4]", "A[1, 1] = 9", "A")
    expect(form_of(calculator, 3, "value")).to_have_text("[[9, 2], [3, 4]]")
    enter(calculator, "h(x) = x + q", "q = 2", "h(1)")
    expect(form_of(calculator, 6, "value")).to_have_text("3")
    enter(calculator, "b9 = (c9 = 3) + 1", "c9")
    expect(form_of(calculator, 8, "value")).to_have_text("3")
    change(calculator, 5, "q = 5")
    expect(form_of(calculator, 6, "value")).to_have_text("6")


def test_what_used_a_removed_line_follows_and_can_be_had_back(calculator):
    enter(calculator, "qq = 5", "qq + 1")
    line(calculator, 1).hover()
    calculator.get_by_role("button", name="Remove line 1").click()
    expect(line(calculator, 1)).to_contain_text("qq is not defined")
    calculator.get_by_role("button", name="Undo").click()
    expect(form_of(calculator, 2, "value")).to_have_text("6")
    expect(calculator.get_by_role("button", name="Undo")).to_have_count(0)


def clear(calculator) -> None:
    calculator.get_by_role("button", name="Clear", exact=True).click()
    calculator.get_by_role("dialog").get_by_role("button", name="Clear the notebook").click()
    expect(calculator.get_by_role("dialog")).to_have_count(0)


def test_clearing_is_asked_about_and_can_be_undone_after_an_entry_and_a_reload(calculator):
    enter(calculator, "x = 1", "x + 1")
    calculator.get_by_role("button", name="Clear", exact=True).click()
    expect(calculator.get_by_role("dialog")).to_contain_text("All 2 lines are removed.")
    calculator.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    expect(calculator.locator("[data-line]")).to_have_count(2)
    clear(calculator)
    expect(calculator.get_by_text("Cleared.")).to_be_visible()
    expect(calculator.locator("[data-line]")).to_have_count(0)
    enter(calculator, "7")
    calculator.reload()
    expect(form_of(calculator, 1, "value")).to_have_text("7")
    calculator.get_by_role("button", name="Undo").click()
    expect(form_of(calculator, 2, "value")).to_have_text("2")
    expect(form_of(calculator, 3, "value")).to_have_text("7")
    expect(calculator.get_by_role("button", name="Undo")).to_have_count(0)


def test_the_notebooks_of_two_tabs_are_one(calculator):
    enter(calculator, "xa = 1")
    other = calculator.context.new_page()
    other.goto("/")
    expect(form_of(other, 1, "value")).to_have_text("1")
    enter(other, "xb = 2")
    expect(form_of(calculator, 2, "value")).to_have_text("2")
    enter(calculator, "xa + xb")
    expect(form_of(other, 3, "value")).to_have_text("3")
    line(other, 2).hover()
    other.get_by_role("button", name="Remove line 2").click()
    expect(line(calculator, 2)).to_contain_text("xb is not defined")


def test_a_line_that_is_gone_is_not_changed_any_more(calculator):
    enter(calculator, "1 + 1", "2 + 2")
    calculator.get_by_role("button", name="Change line 2: 2 + 2").click()
    field = calculator.get_by_label("Expression")
    expect(field).to_be_focused()
    field.fill("2 + 3")
    calculator.get_by_role("button", name="Remove line 2").click()
    expect(calculator.locator("label", has=calculator.get_by_text("Expression")).locator("span").first).to_have_text(
        "2"
    )
    expect(field).to_have_value("2 + 3")
    field.press("Enter")
    expect(form_of(calculator, 2, "value")).to_have_text("5")


def test_what_was_being_written_is_there_after_looking_elsewhere(calculator):
    enter(calculator, "1 + 1")
    field = calculator.get_by_label("Expression")
    field.fill("123 + 456")
    field.press("ArrowUp")
    expect(field).to_have_value("1 + 1")
    field.press("ArrowDown")
    expect(field).to_have_value("123 + 456")
    calculator.get_by_role("button", name="Change line 1: 1 + 1").click()
    expect(field).to_have_value("1 + 1")
    field.press("Escape")
    expect(field).to_have_value("123 + 456")
    change(calculator, 1, "1 + 2")
    expect(form_of(calculator, 1, "value")).to_have_text("3")
    expect(field).to_have_value("123 + 456")
    calculator.goto("/?expr=7*7")
    expect(field).to_have_value("7*7")
    calculator.get_by_role("button", name="back to 123 + 456").click()
    expect(field).to_have_value("123 + 456")
    field.press("Escape")
    expect(field).to_have_value("7*7")
    field.press("Enter")
    expect(form_of(calculator, 2, "value")).to_have_text("49")
    expect(field).to_have_value("123 + 456")


def test_a_line_has_digits_of_its_own(calculator):
    enter(calculator, "sqrt(2)")
    digits = calculator.get_by_role("spinbutton")
    digits.fill("50")
    expect(form_of(calculator, 1, "decimal")).to_have_text("1.4142135623730950488016887242096980785696718753769")
    enter(calculator, "sqrt(3)")
    digits.fill("5")
    expect(form_of(calculator, 2, "decimal")).to_have_text("1.7321")
    change(calculator, 1, "sqrt(5)")
    expect(form_of(calculator, 1, "decimal")).to_have_text("2.2360679774997896964091736687312762354406183596115")
    expect(digits).to_have_value("50")


PAINTED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def test_a_line_stays_where_it_is_while_it_is_pressed(calculator):
    enter(calculator, "a = 1+1", "sqrt(2)")
    expect(calculator.get_by_role("spinbutton")).to_be_visible()
    for name in ("Change line 1: a = 1+1", "Copy Text of line 1", "Remove line 1"):
        line(calculator, 2).get_by_text("exact").click()
        button = calculator.get_by_role("button", name=name)
        button.hover()
        before = button.bounding_box()
        calculator.mouse.down()
        calculator.evaluate(PAINTED)
        assert button.bounding_box() == before
        calculator.mouse.up()
        if name.startswith("Change"):
            expect(calculator.get_by_label("Expression")).to_have_value("a = 1+1")
            calculator.keyboard.press("Escape")
    expect(calculator.locator("[data-line]")).to_have_count(1)


def test_selecting_a_line_moves_none(calculator):
    enter(calculator, "sqrt(2)", "sqrt(3)", "1 + 1")
    boxes = [line(calculator, number).bounding_box() for number in (1, 2, 3)]
    for number in (1, 3, 2):
        line(calculator, number).get_by_text("value" if number == 3 else "exact").click()
        expect(calculator.get_by_role("spinbutton")).to_have_count(0 if number == 3 else 1)
        assert [line(calculator, one).bounding_box() for one in (1, 2, 3)] == boxes


def test_the_list_of_names_is_entered_from_below(calculator):
    enter(calculator, "1 + 1")
    field = calculator.get_by_label("Expression")
    field.press_sequentially("sq")
    options = calculator.get_by_role("option")
    expect(options.first).to_be_visible()
    field.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    expect(field).to_have_value("sq")


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_the_page_glides_only_where_motion_is_welcome(person, someone, motion):
    page = person.open("/favicon.svg", someone, reduced_motion=motion)
    page.add_init_script("""
        window.glides = [];
        const { scrollTo } = window;
        window.scrollTo = (options) => { window.glides.push(options.behavior); scrollTo.call(window, options); };
    """)
    page.goto("/")
    enter(page, "1", "2")
    assert ("smooth" in page.evaluate("window.glides")) == (motion == "no-preference")


def test_typing_draws_no_line_anew(calculator):
    enter(calculator, "1/3", "sqrt(2)", "1/7")
    # A line that is drawn writes its JSON for the copy.
    calculator.evaluate("""() => {
        window.drawn = 0;
        const { stringify } = JSON;
        JSON.stringify = (value, ...others) => {
            if (value?.operation === "evaluate") window.drawn += 1;
            return stringify(value, ...others);
        };
    }""")
    calculator.get_by_label("Expression").press_sequentially("1234")
    calculator.evaluate(PAINTED)
    assert calculator.evaluate("window.drawn") == 0


def test_no_line_is_ever_dropped(calculator):
    enter(calculator, "k0 = 7")
    calculator.evaluate("""() => {
        const key = Object.keys(localStorage).find((name) => name.startsWith("math.notebook."));
        const [first] = JSON.parse(localStorage.getItem(key));
        const more = Array.from({ length: 260 }, (_, index) => ({
            ...first, id: first.id + 1 + index, source: `k${index + 1} = 7`, sent: [`k${index + 1} = 7`],
        }));
        localStorage.setItem(key, JSON.stringify([first, ...more]));
    }""")
    calculator.reload()
    enter(calculator, "k0 + k260")
    expect(form_of(calculator, 262, "value")).to_have_text("14")
    calculator.reload()
    expect(calculator.locator("[data-line]")).to_have_count(262)
    enter(calculator, "k0")
    expect(form_of(calculator, 263, "value")).to_have_text("7")


def test_a_long_result_is_asked_for_again_and_takes_no_room(calculator):
    enter(calculator, "a = 20000!", "b = 3", "a / 19999! + b")
    stored = "Object.entries(localStorage).filter(([name]) => name.startsWith('math.notebook.'))[0][1].length"
    assert calculator.evaluate(stored) < 10_000
    calculator.reload()
    expect(calculator.locator("[data-line]")).to_have_count(3)
    expect(line(calculator, 1)).to_contain_text("Show all 77,338 characters")
    expect(form_of(calculator, 3, "value")).to_have_text("20003")


def test_a_full_storage_is_said_and_loses_nothing_that_is_on_the_page(calculator):
    enter(calculator, "x = 1")
    calculator.evaluate("""() => {
        let room = 5_300_000;
        while (room > 10) {
            try {
                localStorage.setItem("other", (localStorage.getItem("other") ?? "") + "x".repeat(room));
            } catch {
                room = Math.floor(room / 2);
            }
        }
    }""")
    enter(calculator, "important = 42 # " + "for a long reason, " * 40)
    alert = calculator.get_by_role("alert").filter(has_text="keeps no more of the notebook")
    expect(alert).to_be_visible()
    other = calculator.context.new_page()
    other.goto("/")
    expect(form_of(other, 1, "value")).to_have_text("1")
    line(other, 1).hover()
    other.get_by_role("button", name="Remove line 1").click()
    expect(other.locator("[data-line]")).to_have_count(0)
    expect(form_of(calculator, 2, "value")).to_have_text("42")
    calculator.evaluate("localStorage.removeItem('other')")
    enter(calculator, "important + 1")
    expect(form_of(calculator, 3, "value")).to_have_text("43")
    expect(alert).to_have_count(0)
    calculator.reload()
    expect(form_of(calculator, 2, "value")).to_have_text("42")


def test_undo_takes_back_a_completion_a_recalled_line_and_an_example(calculator):
    field = calculator.get_by_label("Expression")
    calculator.get_by_role("button", name="sqrt(2)").click()
    expect(field).to_have_value("sqrt(2)")
    field.press("Control+z")
    expect(field).to_have_value("")
    enter(calculator, "1 + 1")
    field.press_sequentially("nextPr")
    expect(calculator.get_by_role("option")).to_have_count(1)
    field.press("Tab")
    expect(field).to_have_value("nextPrime(")
    field.press("Control+z")
    expect(field).to_have_value("nextPr")
    field.press("Control+Shift+z")
    expect(field).to_have_value("nextPrime(")
    field.press("ArrowUp")
    expect(field).to_have_value("1 + 1")
    field.press("Control+z")
    expect(field).to_have_value("nextPrime(")


def test_at_great_zoom_results_are_seen(person, someone):
    page = person.open("/", someone, viewport={"width": 360, "height": 225})
    enter(page, "6 * 7")
    result = form_of(page, 1, "value")
    expect(result).to_have_text("42")
    result.scroll_into_view_if_needed()
    middle = """(node) => {
        const box = node.getBoundingClientRect();
        return node === document.elementFromPoint(box.x + 2, box.y + box.height / 2);
    }"""
    assert result.evaluate(middle)


def test_typing_in_a_long_notebook_lays_out_the_page_once_a_key(calculator):
    enter(calculator, "1/3")
    calculator.evaluate("""() => {
        const key = Object.keys(localStorage).find((name) => name.startsWith("math.notebook."));
        const [first] = JSON.parse(localStorage.getItem(key));
        const lines = Array.from({ length: 200 }, (_, index) => ({ ...first, id: first.id + index }));
        localStorage.setItem(key, JSON.stringify(lines));
    }""")
    calculator.reload()
    expect(calculator.locator("[data-line]")).to_have_count(200)
    expect(line(calculator, 200).locator(".katex").first).to_be_visible()
    devtools = calculator.context.new_cdp_session(calculator)
    devtools.send("Performance.enable")

    def layouts() -> int:
        metrics = devtools.send("Performance.getMetrics")["metrics"]
        return next(int(metric["value"]) for metric in metrics if metric["name"] == "LayoutCount")

    # Some 400 formulas were drawn: one layout each was 400.
    assert layouts() < 100
    field = calculator.get_by_label("Expression")
    before = layouts()
    field.press_sequentially("12345678")
    calculator.evaluate(PAINTED)
    assert layouts() - before < 8 * 4
