"""Prometheus with our configuration scrapes a running service: every query of the dashboard has data."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import threading

import httpx
import pytest
from service import ROOT, free_port, wait_until

PROMETHEUS = ROOT / ".build-tools/usr/bin"
INFRA = ROOT / "infra"
DASHBOARD = json.loads((INFRA / "grafana/dashboards/math.json").read_text())


def promtool(*arguments: str) -> str:
    done = subprocess.run(
        [PROMETHEUS / "promtool", *arguments], cwd=INFRA / "prometheus", capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_configuration_is_valid_and_every_alert_rings_when_it_should():
    promtool("check", "config", "prometheus.yml")
    promtool("check", "rules", "--lint-fatal", "alerts.yml")
    promtool("test", "rules", "alerts_test.yml")


def test_every_alert_is_tested_and_explained():
    alerts = re.findall(r"- alert: (\w+)", (INFRA / "prometheus/alerts.yml").read_text())
    assert len(alerts) == len(set(alerts)) >= 7
    tested = set(re.findall(r"alertname: (\w+)", (INFRA / "prometheus/alerts_test.yml").read_text()))
    assert tested == set(alerts)
    operations = (ROOT / "docs/operations.md").read_text()
    assert [alert for alert in alerts if f"`{alert}`" not in operations] == []


@pytest.mark.parametrize(
    "threshold", ["0.01", "> 1\n", "> 1000 and", "> 500000", "> 0 and", "> 10000", "< 0.1", "== 0"]
)
def test_an_alert_with_another_threshold_would_be_noticed(tmp_path, threshold):
    rules = (INFRA / "prometheus/alerts.yml").read_text()
    number = re.search(r"[\d.]+", threshold).group()
    changed = rules.replace(threshold, threshold.replace(number, str((float(number) or 0.9) * 20)), 1)
    assert changed != rules
    (tmp_path / "alerts.yml").write_text(changed)
    shutil.copy(INFRA / "prometheus/alerts_test.yml", tmp_path)
    done = subprocess.run(
        [PROMETHEUS / "promtool", "test", "rules", "alerts_test.yml"], cwd=tmp_path, capture_output=True
    )
    assert done.returncode != 0


class Prometheus:
    def __init__(self, directory, target: str):
        config = (INFRA / "prometheus/prometheus.yml").read_text()
        assert "backend:8000" in config
        config = config.replace("backend:8000", target).replace("15s", "1s")
        (directory / "prometheus.yml").write_text(config)
        shutil.copy(INFRA / "prometheus/alerts.yml", directory)
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}/api/v1/"
        self.process = subprocess.Popen(
            [
                PROMETHEUS / "prometheus",
                f"--config.file={directory}/prometheus.yml",
                f"--storage.tsdb.path={directory}/data",
                f"--web.listen-address=127.0.0.1:{self.port}",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def is_ready(self) -> bool:
        try:
            return httpx.get(f"http://127.0.0.1:{self.port}/-/ready").status_code == 200
        except httpx.TransportError:
            return False

    def get(self, path: str, **query) -> dict:
        response = httpx.get(self.url + path, params=query, timeout=60)
        assert response.status_code == 200, f"{query}: {response.text}"
        return response.json()["data"]

    def query(self, expression: str) -> list[dict]:
        return self.get("query", query=expression)["result"]


@pytest.fixture(scope="module")
def prometheus(service, tmp_path_factory):
    """Prometheus that has watched the service for a while, under a light load."""
    stop = threading.Event()

    def load() -> None:
        with service.user("watched") as user:
            while not stop.is_set():
                user.get("/math/add?a=1&b=2")
                user.get("/math/divide?a=1&b=0")
                user.get("/events?limit=1")
                stop.wait(0.05)

    loading = threading.Thread(target=load)
    loading.start()
    running = Prometheus(tmp_path_factory.mktemp("prometheus"), f"127.0.0.1:{service.port}")
    try:
        wait_until(running.is_ready, 30, "Prometheus being ready")
        wait_until(lambda: scrapes(running) >= 6, 60, "the service being scraped six times")
        yield running
    finally:
        stop.set()
        loading.join()
        running.process.terminate()
        running.process.wait(60)


def scrapes(running: Prometheus) -> float:
    """How often there was an answer."""
    return sum(float(sample["value"][1]) for sample in running.query('sum_over_time(up{job="math"}[5m])'))


def queries() -> list[tuple[str, str]]:
    panels = [panel for panel in DASHBOARD["panels"] if panel["type"] != "row"]
    found = [(panel["title"], target["expr"]) for panel in panels for target in panel["targets"]]
    return found + [(note["name"], note["expr"]) for note in DASHBOARD["annotations"]["list"]]


@pytest.mark.parametrize("title, expression", queries(), ids=lambda text: text[:60])
def test_a_panel_of_the_dashboard_has_data(prometheus, title, expression):
    result = prometheus.query(expression.replace("$__rate_interval", "5s"))
    # Nothing has been restarted here.
    assert result or title == "Restarts", expression
    assert all(sample["value"][1] != "NaN" for sample in result) or "quantile" in expression


def test_the_dashboard_asks_only_for_metrics_that_exist(prometheus):
    known = set(prometheus.get("label/__name__/values"))
    functions = {
        "sum", "min", "max", "by", "rate", "increase", "changes", "histogram_quantile", "topk", "time", "or", "vector",
    }  # fmt: skip
    labels = {"le", "method", "route", "status", "operation", "outcome", "instance", "version", "job", "cause", "file"}
    for _, expression in queries():
        bare = re.sub(r'"[^"]*"|\$\w+|\[[^\]]*\]', "", expression)
        assert set(re.findall(r"[a-z_]{2,}", bare)) - functions - labels <= known, expression


def test_the_dashboard_is_fit_for_provisioning():
    panels = DASHBOARD["panels"]
    assert len({panel["id"] for panel in panels}) == len(panels)
    for panel in panels:
        place = panel["gridPos"]
        assert place["x"] + place["w"] <= 24
        if panel["type"] != "row":
            assert panel["description"] and panel["title"]
            assert panel["datasource"]["uid"] == "prometheus"
            assert all(target["datasource"]["uid"] == "prometheus" for target in panel["targets"])
    cells = [
        (x, y)
        for place in (panel["gridPos"] for panel in panels)
        for x in range(place["x"], place["x"] + place["w"])
        for y in range(place["y"], place["y"] + place["h"])
    ]
    assert len(cells) == len(set(cells)), "panels overlap"
    assert "${DS_" not in json.dumps(DASHBOARD) and "__inputs" not in DASHBOARD
    assert "uid: prometheus" in (INFRA / "grafana/provisioning/datasources/prometheus.yml").read_text()


def test_no_alert_rings_for_a_healthy_service(prometheus):
    rules = prometheus.get("rules")["groups"][0]["rules"]
    assert {rule["state"] for rule in rules} == {"inactive"}
    assert {rule["health"] for rule in rules} == {"ok"}
