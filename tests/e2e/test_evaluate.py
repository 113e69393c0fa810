"""Expressions over HTTP: one, several, wrong ones, and what is recorded of them."""

from __future__ import annotations

import pytest
from service import assert_error, events_of


def evaluate(client, expr, **more):
    return client.post("/math/evaluate", json={"expr": expr} | more)


def test_one_expression_is_answered_in_every_form(user):
    assert evaluate(user, "1/3 + 1/6", precision=30).text == (
        '{"operation":"evaluate","input":{"expr":"1/3 + 1/6"},"result":0.5,"exact":"1/2","decimal":"0.5",'
        '"precision":30,"type":"rational","latex":"\\\\frac{1}{2}","input_latex":"\\\\frac{1}{3} + \\\\frac{1}{6}"}'
    )


@pytest.mark.parametrize(
    ("expr", "exact", "kind"),
    [
        ("0.1 + 0.2 == 0.3", "true", "boolean"),
        ("10^20 + 1 - 10^20", "1", "integer"),
        ("exp(i pi) + 1", "0", "integer"),
        ("(-8)^(1/3)", "1 + sqrt(3)*i", "complex"),
        ("f(x) = x^2 - 2; f(sqrt(2))", "0", "integer"),
        ("[1, 2; 3, 4]^-1", "[[-2, 1], [3/2, -1/2]]", "matrix"),
        ("5 cm + 2 inch to cm", "10.08 cm", "unit"),
        ("100 + 3%", "103", "integer"),
        ("2^1000", str(2**1000), "integer"),
    ],
)
def test_the_language_is_exact(user, expr, exact, kind):
    answer = evaluate(user, expr).json()
    if kind != "unit":
        assert answer["exact"] == exact
    assert answer["type"] == kind


def test_a_list_shares_its_variables_and_each_fails_for_itself(user):
    answers = evaluate(user, ["f(n) = n <= 1 ? 1 : n f(n - 1)", "a = 5;", "f(a)", "f(", "a + f(2)", "1/0"]).json()
    assert [answer.get("exact") for answer in answers] == ["f(n)", "5", "120", None, "7", None]
    assert answers[3]["error"]["type"] == "syntax_error"
    assert answers[5]["error"] == {
        "type": "division_by_zero",
        "loc": ["body", "expr", 5],
        "msg": "Division by zero",
        "input": "1/0",
        "offset": 2,
        "length": 1,
    }


def test_nothing_lasts_beyond_the_request(user):
    assert evaluate(user, "left = 5").status_code == 200
    assert_error(evaluate(user, "left"), 422, "undefined_symbol")


def test_the_place_of_a_mistake_is_counted_in_characters(user):
    fault = assert_error(evaluate(user, '"äöü😀" ; fctorial(5)'), 422, "undefined_function")["detail"][0]
    assert (fault["offset"], fault["length"]) == (9, 8)
    assert fault["hint"] == "did you mean factorial?"
    assert fault["loc"] == ["body", "expr"]


def test_a_request_is_one_event_and_history_shows_what_was_answered(user):
    evaluate(user, "1/4")
    evaluate(user, ["x = 2", "x/0"])
    evaluate(user, "1 +")
    events = events_of(user, event="evaluate")
    assert [(event["status"], event["code"], event["result"]) for event in events] == [
        (422, "syntax_error", None),
        (200, None, ["2", None]),
        (200, None, "0.25"),
    ]
    assert events[0]["input"] == {"expr": "1 +"}
    history = user.get("/history").json()
    assert [(entry["operation"], entry["input_data"], entry["input"], entry["result"]) for entry in history] == [
        ("evaluate", '{"expr":["x = 2","x/0"]}', {"expr": ["x = 2", "x/0"]}, ["2", None]),
        ("evaluate", '{"expr":"1/4"}', {"expr": "1/4"}, "0.25"),
    ]


def test_parsing_records_nothing(user):
    answer = user.post("/math/parse", json={"expr": "sqrt(x^2 + 1) / 2"})
    names = {"defines": [], "uses": ["sqrt", "x"]}
    assert answer.json() == {"expr": "sqrt(x^2 + 1) / 2", "latex": "\\frac{\\sqrt{x^{2} + 1}}{2}", **names}
    fault = assert_error(user.post("/math/parse", json={"expr": "1 + * 2"}), 422, "syntax_error")["detail"][0]
    assert fault["offset"] == 4
    assert events_of(user, event="parse") == []


def test_of_a_list_each_is_parsed_or_has_its_own_fault(user):
    sources = ["[[1, 2], [3, 4]]", "1 + * 2", "[[1, 2], [3]]"]
    answers = user.post("/math/parse", json={"expr": sources}).json()
    matrix = "\\begin{bmatrix}1 & 2\\\\3 & 4\\end{bmatrix}"
    assert answers[0] == {"expr": sources[0], "latex": matrix, "defines": [], "uses": []}
    assert answers[1]["expr"] == sources[1]
    assert (answers[1]["error"]["type"], answers[1]["error"]["loc"]) == ("syntax_error", ["body", "expr", 1])
    assert (answers[1]["error"]["offset"], answers[1]["error"]["length"]) == (4, 1)
    # Rows of different lengths are lists in a list.
    lists = "\\begin{bmatrix}\\begin{bmatrix}1 & 2\\end{bmatrix} & \\begin{bmatrix}3\\end{bmatrix}\\end{bmatrix}"
    assert answers[2]["latex"] == lists
    assert len(answers) == 3


def test_of_what_is_parsed_it_is_said_what_it_defines_and_what_it_uses(user):
    sources = ["r = 2 e", "f(x) = r x^2; f(3)", 'createUnit("smoot", 67 inch)', "[f(2), 1 + )", "v[1] = 5 smoot"]
    answers = user.post("/math/parse", json={"expr": sources}).json()
    assert [(one.get("defines"), one.get("uses")) for one in answers] == [
        (["r"], ["e"]),
        (["f"], ["r"]),
        (["smoot"], ["createUnit", "inch"]),
        (None, None),
        (["v"], ["v", "smoot"]),
    ]


def test_a_list_to_parse_is_no_longer_than_one_expression(user):
    halves = ["1" * 33_000, "2" * 33_000]
    assert_error(user.post("/math/parse", json={"expr": halves}), 422, "too_large")
    assert user.post("/math/parse", json={"expr": halves[:1]}).status_code == 200
    assert_error(user.post("/math/parse", json={"expr": "1", "precision": 5}), 422, "extra_forbidden")


def test_evaluations_are_counted(user):
    def counted(outcome: str) -> int:
        name = f'math_operations_total{{operation="evaluate",outcome="{outcome}"}} '
        line = next(line for line in user.get("/metrics").text.splitlines() if line.startswith(name))
        return int(float(line.split()[-1]))

    answered, refused = counted("success"), counted("refused")
    evaluate(user, "f(x) = x; f(1)")
    evaluate(user, "1/0")
    assert (counted("success"), counted("refused")) == (answered + 1, refused + 1)
