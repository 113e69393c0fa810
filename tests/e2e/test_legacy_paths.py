"""The paths of the service that this one replaces go on working."""

from __future__ import annotations

import httpx
import pytest
from service import assert_error


@pytest.mark.parametrize(
    "path, body, result",
    [
        ("/pow", {"x": 2, "y": 10}, 1024),
        ("/factorial", {"x": 5}, 120),
        ("/fibonacci", {"x": 10}, 55),
    ],
)
def test_a_legacy_operation_answers_with_a_result(someone, path, body, result):
    answer = someone.post(path, json=body)
    assert answer.status_code == 200 and answer.json()["result"] == result


@pytest.mark.parametrize(
    "path, body, place",
    [
        ("/pow", {"x": 2}, "y"),
        ("/pow", {"x": "many", "y": 1}, "x"),
        ("/factorial", {"x": -1}, "x"),
        ("/fibonacci", {"x": "many"}, "x"),
        ("/pow", {"a": 2, "b": 3}, None),
    ],
)
def test_a_legacy_operation_refuses_bad_input_in_its_own_names(someone, path, body, place):
    detail = assert_error(someone.post(path, json=body), 422)["detail"]
    assert place is None or detail[0]["loc"] == ["body", place]


def test_a_legacy_operation_needs_a_token(service):
    answer = httpx.post(service.url + "/pow", json={"x": 2, "y": 3})
    assert_error(answer, 401, detail="Not authenticated")


def test_the_legacy_health_check_answers_ok(service):
    assert httpx.get(service.url + "/monitor/health").json() == {"status": "ok"}


def test_the_legacy_metrics_are_served(service):
    page = httpx.get(service.url + "/monitor/metrics")
    assert page.status_code == 200
    for metric in ("app_requests_total", "app_uptime_seconds", "app_cpu_percent", "app_memory_percent"):
        assert metric in page.text
