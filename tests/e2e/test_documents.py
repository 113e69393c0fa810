"""The documents that the service serves: the documentation page, OpenAPI, metrics."""

from __future__ import annotations

import gzip
import json
import re
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import brotli
import httpx
import pytest
from openapi_spec_validator import validate
from service import ROOT, run


class References(HTMLParser):
    """Every address that a page makes a browser load."""

    def __init__(self):
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if value and (name == "src" or name == "href" and tag in ("link", "base") or name in ("srcset", "data")):
                self.addresses.append(value)


def test_the_documentation_page_loads_only_files_of_this_service(service):
    page = httpx.get(service.url + "/docs", follow_redirects=True)
    assert page.status_code == 200 and page.headers["content-type"].startswith("text/html")
    references = References()
    references.feed(page.text)
    addresses = [address for address in references.addresses if not address.startswith("data:")]
    assert len(addresses) >= 2, "the page loads its scripts"
    for address in addresses:
        whole = urljoin(str(page.url), address)
        assert urlsplit(whole).netloc == f"127.0.0.1:{service.port}", address
        loaded = httpx.get(whole)
        assert loaded.status_code == 200 and loaded.content, address
        if address.endswith(".css"):
            assert not re.search(r"@import|url\(\s*['\"]?(https?:)?//", loaded.text), address
    policy = page.headers["content-security-policy"]
    assert "http:" not in policy and "https:" not in policy and "*" not in policy.split()


def test_the_document_is_valid_and_is_the_one_that_the_command_prints(service, tmp_path):
    served = httpx.get(service.url + "/openapi.json")
    assert served.headers["content-type"].split(";")[0] == "application/json"
    document = served.json()
    assert document["openapi"].startswith("3.1")
    validate(document)
    printed = run("openapi", data_dir=tmp_path / "data")
    assert printed.returncode == 0 and printed.stderr == ""
    assert json.loads(printed.stdout) == document
    assert not (tmp_path / "data").exists(), "printing the document opens nothing"


def test_the_committed_document_is_the_one_that_the_command_prints(tmp_path):
    committed = (ROOT / "docs/openapi.json").read_text()
    assert committed == run("openapi", data_dir=tmp_path / "data").stdout, "stale: run `make openapi`"


def test_every_operation_of_the_document_has_an_answer_and_a_summary(service):
    document = httpx.get(service.url + "/openapi.json").json()
    names = []
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            assert operation["summary"] and operation["responses"], f"{method} {path}"
            names.append(operation["operationId"])
    assert len(names) == len(set(names))


@pytest.mark.parametrize("path", ["/openapi.json", "/math/operations"])
def test_large_documents_are_sent_packed_and_only_when_they_have_changed(someone, path):
    whole = someone.get(path, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in whole.headers and whole.headers["cache-control"] == "no-cache"
    assert "Accept-Encoding" in whole.headers["vary"]
    tags = {whole.headers["etag"]}
    for coding, accepted in {"gzip": "gzip", "br": "gzip, deflate, br"}.items():
        with someone.stream("GET", path, headers={"Accept-Encoding": accepted}) as answer:
            assert answer.headers["content-encoding"] == coding
            packed = b"".join(answer.iter_raw())
            unpacked = gzip.decompress(packed) if coding == "gzip" else brotli.decompress(packed)
        assert unpacked == whole.content and len(packed) < len(whole.content) / 8
        tag = answer.headers["etag"]
        assert re.fullmatch('"[^"]+"', tag), "two encodings are two representations, each with a strong tag"
        tags.add(tag)
        again = someone.get(path, headers={"Accept-Encoding": accepted, "If-None-Match": tag})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert len(tags) == 3
    assert someone.get(path, headers={"If-None-Match": '"another"'}).status_code == 200


def test_the_catalogue_is_nobodys_without_a_token(service, someone):
    tag = someone.get("/math/operations").headers["etag"]
    assert httpx.get(service.url + "/math/operations", headers={"If-None-Match": tag}).status_code == 401


METRICS = """
    http_requests_total http_request_duration_seconds_bucket math_operations_total logins_total build_info
    math_evaluation_duration_seconds_bucket events_appended_total events_pending events_stored_total
    process_cpu_seconds_total process_resident_memory_bytes app_requests_total app_uptime_seconds app_cpu_percent
    app_memory_percent
""".split()
SAMPLE = re.compile(r"([a-z_]+)(?:\{(.*)\})? ([^ ]+)")


def samples(text: str) -> dict[str, list[tuple[str, float]]]:
    """The metrics page, parsed strictly: every sample follows its own TYPE line."""
    found: dict[str, list[tuple[str, float]]] = {}
    types: dict[str, str] = {}
    for line in text.splitlines():
        if line.startswith("# TYPE "):
            _, _, name, kind = line.split(" ")
            assert name not in types, f"{name} is declared twice"
            types[name] = kind
        elif not line.startswith("#"):
            name, labels, value = SAMPLE.fullmatch(line).groups()
            family = re.sub(r"_(bucket|sum|count)$", "", name)
            assert name in types or types.get(family) in ("histogram", "summary"), line
            found.setdefault(name, []).append((labels or "", float(value)))
    return found


def test_the_metrics_have_the_contracts_names_and_bounded_labels(service, someone):
    someone.get("/math/add", params={"a": 1, "b": 2})
    someone.get("/math/divide", params={"a": 1, "b": 0})
    for number in range(200):
        someone.get(f"/made-up-{number}")
    page = httpx.get(service.url + "/metrics")
    assert page.headers["content-type"].startswith("text/plain")
    found = samples(page.text)
    for metric in METRICS:
        assert metric in found, metric
    assert "someone" not in page.text and "made-up" not in page.text
    assert sum(len(values) for values in found.values()) < 10_000
    assert any('operation="add"' in labels and value >= 1 for labels, value in found["math_operations_total"])
    refused = [labels for labels, _ in found["http_requests_total"] if 'status="404"' in labels]
    assert len(refused) <= 3, "unknown paths share one series"
    buckets = found["http_request_duration_seconds_bucket"]
    routes = {re.sub(r',?le="[^"]*"', "", labels) for labels, _ in buckets}
    for route in routes:
        counts = [value for labels, value in buckets if re.sub(r',?le="[^"]*"', "", labels) == route]
        assert counts == sorted(counts), "buckets are cumulative"


def test_the_counters_count(service, someone):
    def count(**labels: str) -> float:
        wanted = {f'{key}="{value}"' for key, value in labels.items()}
        rows = samples(httpx.get(service.url + "/metrics").text)["http_requests_total"]
        return sum(value for text, value in rows if all(label in text for label in wanted))

    before = count(route="/me", status="200")
    for _ in range(5):
        someone.get("/me")
    assert count(route="/me", status="200") == before + 5
