"""The session by the client of openapi-generator's `python`: FOLDER URL QUESTIONS; prints what came out as JSON."""

from __future__ import annotations

import json
import sys

folder, url, questions = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
sys.path.insert(0, folder)

import openapi_client as client  # noqa: E402


def value(answer) -> list:
    return [answer.result, answer.exact, answer.decimal, answer.type]


def listed(answer) -> list:
    return [answer.error.type, answer.error.loc, answer.error.offset] if answer.error else value(answer)


def event(one) -> list:
    return [one.event, one.input, one.result, one.status, one.code]


def entry(one) -> list:
    return [one.operation, one.input_data, one.input, one.result]


configuration = client.Configuration(url)
connection = client.ApiClient(configuration)
accounts, math = client.AccountsApi(connection), client.MathApi(connection)
credentials = {"username": questions["name"], "password": questions["password"]}
made = accounts.register(client.Registration(**credentials))
signed_in = accounts.token(**credentials)
configuration.access_token = signed_in.access_token
try:
    math.divide(client.DivideArguments(a=client.NumberArgument("1"), b=client.NumberArgument("0")))
    refused = []
except client.ApiException as exception:
    refused = [exception.status, exception.data.code, exception.data.detail[0].loc]
number = client.NumberArgument
one = client.EvaluationOfExpression(expr=questions["expression"], precision=30)
several = client.EvaluationOfExpression(expr=questions["statements"])
expressions = client.EvaluationRequest(client.EvaluationOfList(expr=questions["list"]))
texts = client.ParsingRequest(client.ParsingOfList(expr=questions["parsed"]))
mathjs = client.V4Request(expr=client.V4RequestExpr(questions["mathjs"]))
outcome = {
    "registered": [made.message, made.username, made.role],
    "token": [signed_in.token_type, signed_in.expires_in],
    "me": [accounts.me().username],
    "add": value(math.add(client.AddArguments(a=number("0.1"), b=number("0.2")))),
    "query": value(math.add_by_query(a="0.1", b="0.2", precision=5)),
    "sum": value(math.sum(client.SumArguments(values=questions["numbers"]))),
    "inverse": value(math.inv(client.InvArguments(x=questions["matrix"]))),
    "constant": value(math.upper_e(client.UpperEArguments())),
    "refused": refused,
    "expression": value(math.evaluate(client.EvaluationRequest(one)).actual_instance),
    "statements": [value(one) for one in math.evaluate(client.EvaluationRequest(several)).actual_instance.values],
    "list": [listed(one) for one in math.evaluate(expressions).actual_instance],
    "parsed": [one.error.type if one.error else one.latex for one in math.parse(texts).actual_instance],
    "mathjs": client.MathjsApi(connection).evaluate_v4(mathjs).result.actual_instance,
    "catalogue": [one.parameters[0].name for one in math.list_operations().operations if one.name == "add"],
    "history": [entry(one) for one in client.HistoryApi(connection).history() if one.operation == "add"],
    "events": [event(one.actual_instance) for one in client.EventsApi(connection).events(event="add").events],
}
print(json.dumps(outcome))
