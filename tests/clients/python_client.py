"""The session by the client of openapi-python-client: FOLDER URL QUESTIONS; prints what came out as JSON."""

from __future__ import annotations

import json
import sys

folder, url, questions = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
sys.path.insert(0, folder)

from math_microservice_client import AuthenticatedClient, Client, models  # noqa: E402
from math_microservice_client.api.accounts import me, register, token  # noqa: E402
from math_microservice_client.api.events import events  # noqa: E402
from math_microservice_client.api.history import history  # noqa: E402
from math_microservice_client.api.math import (  # noqa: E402
    add,
    add_by_query,
    divide,
    evaluate,
    inv,
    list_operations,
    parse,
    sum_,
    upper_e,
)
from math_microservice_client.api.mathjs import evaluate_v4  # noqa: E402


def value(answer) -> list:
    return [answer.result, answer.exact, answer.decimal, str(answer.type_)]


def listed(answer) -> list:
    return [answer.error.type_, answer.error.loc, answer.error.offset] if answer.error else value(answer)


def event(one) -> list:
    return [one.event, one.input_, one.result, one.status, one.code]


def entry(one) -> list:
    return [one.operation, one.input_data, one.input_, one.result]


anyone = Client(url)
credentials = {"username": questions["name"], "password": questions["password"]}
made = register.sync(client=anyone, body=models.Registration(**credentials))
signed_in = token.sync(client=anyone, body=models.TokenForm(**credentials))
user = AuthenticatedClient(url, signed_in.access_token)
expressions = models.EvaluationOfList(questions["list"])
texts = models.ParsingOfList(questions["parsed"])
refused = divide.sync_detailed(client=user, body=models.DivideArguments("1", "0"))
catalogue = list_operations.sync(client=user)
several = evaluate.sync(client=user, body=models.EvaluationOfExpression(questions["statements"]))
outcome = {
    "registered": [made.message, made.username, str(made.role)],
    "token": [str(signed_in.token_type), signed_in.expires_in],
    "me": [me.sync(client=user).username],
    "add": value(add.sync(client=user, body=models.AddArguments("0.1", "0.2"))),
    "query": value(add_by_query.sync(client=user, a="0.1", b="0.2", precision=5)),
    "sum": value(sum_.sync(client=user, body=models.SumArguments(values=questions["numbers"]))),
    "inverse": value(inv.sync(client=user, body=models.InvArguments(questions["matrix"]))),
    "constant": value(upper_e.sync(client=user, body=models.UpperEArguments())),
    "refused": [refused.status_code, refused.parsed.code, refused.parsed.detail[0].loc],
    "expression": value(
        evaluate.sync(client=user, body=models.EvaluationOfExpression(questions["expression"], precision=30))
    ),
    "statements": [value(one) for one in several.values],
    "list": [listed(one) for one in evaluate.sync(client=user, body=expressions)],
    "parsed": [one.error.type_ if one.error else one.latex for one in parse.sync(client=user, body=texts)],
    "mathjs": evaluate_v4.sync(client=user, body=models.V4Request(questions["mathjs"])).result,
    "catalogue": [one.parameters[0].name for one in catalogue.operations if one.name == "add"],
    "history": [entry(one) for one in history.sync(client=user) if one.operation == "add"],
    "events": [event(one) for one in events.sync(client=user, event="add").events],
}
print(json.dumps(outcome))
