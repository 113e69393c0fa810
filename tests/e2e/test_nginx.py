"""nginx with the web app's configuration, before a running service: real requests through it."""

from __future__ import annotations

import gzip
import json
import re
import subprocess

import httpx
import pytest
from service import ROOT, Service, events_of, free_port, wait_until

NGINX = ROOT / ".build-tools/usr/sbin/nginx"
MIME_TYPES = ROOT / ".build-tools/etc/nginx/mime.types"
CONFIGURATION = (ROOT / "frontend/nginx.conf").read_text()
SCRIPT = "console.log('the app');" * 50


class Nginx:
    """nginx with what has to differ outside of its container replaced, each exactly once, and nothing else."""

    def __init__(self, directory, web, service_port: int):
        self.port, self.directory = free_port(), directory
        text = CONFIGURATION.replace("/tmp/", f"{directory}/")
        for old, new in (
            ("/etc/nginx/mime.types", str(MIME_TYPES)),
            ("listen 5173;", f"listen 127.0.0.1:{self.port};"),
            ("listen [::]:5173;", ""),
            ("root /usr/share/math-microservice/web;", f"root {web};"),
            ("http://backend:8000", f"http://127.0.0.1:{service_port}"),
            ("error_log /dev/stderr", f"error_log {directory}/error.log"),
            ("access_log /dev/stdout", f"access_log {directory}/access.log"),
            ("worker_processes auto;", "worker_processes 2; user root;"),
        ):
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        (directory / "nginx.conf").write_text(text)
        pages = ["node", ROOT / "frontend/scripts/nginx-pages.mjs", web / "pages.json"]
        (directory / "pages.conf").write_text(subprocess.run(pages, capture_output=True, text=True, check=True).stdout)
        self.process = subprocess.Popen(
            [NGINX, "-e", f"{directory}/error.log", "-c", f"{directory}/nginx.conf", "-g", "daemon off;"]
        )
        self.client = httpx.Client(base_url=f"http://127.0.0.1:{self.port}", timeout=30)
        wait_until(self.answers, what="nginx answering")

    def answers(self) -> bool:
        assert self.process.poll() is None, (self.directory / "error.log").read_text()
        try:
            return self.client.get("/").status_code == 200
        except httpx.TransportError:
            return False

    def log(self) -> list[dict]:
        return [json.loads(line) for line in (self.directory / "access.log").read_text().splitlines()]

    def close(self) -> None:
        self.client.close()
        self.process.terminate()
        self.process.wait(60)


@pytest.fixture(scope="module")
def web(tmp_path_factory):
    """A small app as the build leaves one behind."""
    folder = tmp_path_factory.mktemp("web")
    (folder / "assets").mkdir()
    (folder / "index.html").write_text('<!doctype html><div id="root"></div><script src="/assets/app-1.js"></script>')
    (folder / "assets/app-1.js").write_text(SCRIPT)
    (folder / "assets/app-1.js.gz").write_bytes(gzip.compress(SCRIPT.encode()))
    (folder / "theme.js").write_text("1;")
    (folder / "pages.json").write_text('["/plot", "/admin/users"]')
    return folder


@pytest.fixture(scope="module")
def service(tmp_path_factory, web):
    """The service itself serves the same app: what nginx gives has to be what it gives."""
    running = Service(
        tmp_path_factory.mktemp("service") / "data",
        {
            "WEB_ROOT": str(web),
            "ACCESS_LOG_EVERY": "1",
            "TRUSTED_PROXIES": "127.0.0.1",
            "LOGIN_RATE_LIMIT_PER_MINUTE": "5",
        },
    ).start()
    try:
        yield running
        assert running.terminate() == 0
    finally:
        running.kill()


@pytest.fixture(scope="module")
def nginx(tmp_path_factory, web, service):
    running = Nginx(tmp_path_factory.mktemp("nginx"), web, service.port)
    try:
        yield running
    finally:
        running.close()


@pytest.fixture
def through(nginx, registered, service):
    """A signed-in client whose every request goes through nginx."""
    with httpx.Client(base_url=nginx.client.base_url, timeout=30) as client:
        answer = client.post("/token", data={"username": registered, "password": "a long enough passphrase"})
        assert answer.status_code == 200, answer.text
        client.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
        yield client


# As whoever follows a link in a browser, and as a program.
ASKED = {"browser": "text/html,application/xhtml+xml,*/*;q=0.8", "program": "*/*"}


def test_every_path_of_the_service_is_handed_on(nginx, service):
    with httpx.Client(base_url=service.url, timeout=30) as direct:
        paths = direct.get("/openapi.json").json()["paths"]
        for path in paths:
            path = re.sub(r"\{[^}]*\}", "nothing", path)
            ours, theirs = nginx.client.put(path), direct.put(path)
            assert ours.status_code == theirs.status_code and ours.json()["code"] == theirs.json()["code"], path
    assert len(paths) > 50


def test_a_development_server_hands_them_on_too(service):
    listed = re.findall(r'"(\^/.*)"', (ROOT / "frontend/scripts/paths.mjs").read_text().replace("\\\\", "\\"))
    paths = httpx.get(service.url + "/openapi.json").json()["paths"]
    assert len(listed) == 2 and all(any(re.match(pattern, path) for pattern in listed) for path in paths)


@pytest.mark.parametrize("path", ["/", "/plot", "/plot/deeper", "/admin/users", "/index.html"])
def test_the_page_comes_at_every_address_of_the_app_with_the_services_own_headers(nginx, service, path):
    ours = nginx.client.get(path, headers={"Accept": "text/html"})
    theirs = httpx.get(service.url + "/", headers={"Accept": "text/html"})
    assert ours.status_code == 200 and ours.text == theirs.text
    compared = {
        "content-security-policy", "cross-origin-opener-policy", "cross-origin-resource-policy", "permissions-policy",
        "referrer-policy", "x-content-type-options", "content-type", "cache-control",
    }  # fmt: skip
    assert {name: ours.headers[name] for name in compared} == {name: theirs.headers[name] for name in compared}
    assert re.fullmatch(r"nginx", ours.headers["server"]), "no version"


def test_files_are_packed_and_kept_for_ever(nginx):
    packed = nginx.client.get("/assets/app-1.js", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip" and packed.text == SCRIPT
    assert packed.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert packed.headers["vary"] == "Accept-Encoding"
    plain = nginx.client.get("/assets/app-1.js", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers and plain.text == SCRIPT
    assert "javascript" in plain.headers["content-type"]
    assert nginx.client.get("/theme.js").headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "DELETE"])
@pytest.mark.parametrize(
    "path",
    [
        "/", "/plot", "/plot/deeper", "/plotted", "/admin", "/admin/users", "/nowhere", "/nowhere/at/all",
        "/math/nothing", "/v4/nothing", "/users/nobody.gz", "/.hidden", "/favicon.ico",
        "/theme.js", "/theme.js.br", "/assets", "/assets/", "/assets/missing.js", "/assets/app-1.js",
        "/assets/app-1.js.gz",
    ],
)  # fmt: skip
def test_what_is_there_and_what_is_not_are_the_same_as_without_nginx(nginx, service, path, method, asked):
    headers = {"Accept": asked, "X-Request-ID": "by-either"}
    ours = nginx.client.request(method, path, headers=headers)
    theirs = httpx.request(method, service.url + path, headers=headers)
    assert (ours.status_code, ours.text) == (theirs.status_code, theirs.text)
    # Debian's nginx knows JavaScript by the name that it had before RFC 9239.
    type = ours.headers["content-type"].replace("application/javascript", "text/javascript")
    assert type == theirs.headers["content-type"]
    compared = ("content-security-policy", "cache-control", "allow", "x-content-type-options")
    assert {name: ours.headers.get(name) for name in compared} == {name: theirs.headers.get(name) for name in compared}


def test_a_calculation_goes_through(through, service):
    answer = through.get("/math/add?a=0.1&b=0.2", headers={"X-Request-ID": "through-nginx"})
    assert answer.json()["exact"] == "3/10"
    assert answer.headers.get_list("x-request-id") == ["through-nginx"]
    posted = through.post("/math/mean", json={"values": ["1/3", "0.5", 2]})
    assert posted.json()["exact"] == "17/18"
    assert through.get("/history").json()[0]["operation"] == "mean"
    assert through.get("/docs").status_code == 200
    assert through.get("/users/nobody%2Fat%20all").status_code == 405, "an encoded slash stays one"


@pytest.mark.parametrize("path", ["/healthz", "/me", "/docs", "/openapi.json", "/math/operations"])
def test_what_goes_through_has_the_services_headers_and_no_others(nginx, service, path):
    ours, theirs = nginx.client.get(path), httpx.get(service.url + path)
    assert (ours.status_code, ours.content == theirs.content or "request_id" in ours.text) == (theirs.status_code, True)
    own = {"server", "connection", "date", "x-request-id", "transfer-encoding", "content-length"}
    assert {name: value for name, value in ours.headers.items() if name not in own} == {
        name: value for name, value in theirs.headers.items() if name not in own
    }
    assert "content-security-policy" in ours.headers and ours.headers["x-content-type-options"] == "nosniff"


def test_errors_come_through_as_the_service_gives_them(through):
    refused = through.get("/math/divide?a=1&b=0")
    assert refused.status_code == 422 and refused.json()["code"] == "division_by_zero"
    assert refused.headers["x-request-id"] == refused.json()["request_id"]
    assert httpx.get(through.base_url.join("/me")).json()["detail"] == "Not authenticated"
    large = through.post(
        "/math/mean", content=b'{"values": [' + b"1," * (1 << 20), headers={"content-type": "application/json"}
    )
    assert large.status_code == 413 and large.json()["code"]
    # On a connection of its own: nginx closes the one whose body was too large, sooner or later.
    assert httpx.get(through.base_url.join("/math/nothing"), headers=through.headers).status_code == 404


def test_both_logs_tell_of_one_request_by_one_id(nginx, through, service):
    answer = through.get("/math/sqrt?x=27182818")
    id = answer.headers["x-request-id"]
    wait_until(lambda: any(line["request_id"] == id for line in nginx.log()), what="nginx writing its line")
    (line,) = [line for line in nginx.log() if line["request_id"] == id]
    assert (line["method"], line["path"], line["status"]) == ("GET", "/math/sqrt", 200)
    wait_until(lambda: any(json.loads(text).get("request_id") == id for text in service.log), what="the service's line")
    assert "27182818" not in (nginx.directory / "access.log").read_text(), "what is calculated is not in the log"


def test_how_long_a_request_took_is_a_number_of_milliseconds(nginx, service):
    """Held against what the service itself says: a password takes long enough to tell seconds from milliseconds."""
    id = "timed-by-both"
    nginx.client.post("/token", data={"username": "nobody", "password": "x" * 12}, headers={"X-Request-ID": id})
    wait_until(lambda: any(line["request_id"] == id for line in nginx.log()), what="nginx writing its line")
    (line,) = [line for line in nginx.log() if line["request_id"] == id]
    wait_until(lambda: any(f'"{id}"' in text for text in service.log), what="the service's line")
    (own,) = [json.loads(text) for text in service.log if f'"{id}"' in text]
    assert type(line["dur_ms"]) is int
    assert own["dur_us"] / 2000 <= line["dur_ms"] <= 1000 * 60
    quick = nginx.client.get("/theme.js", headers={"X-Request-ID": "timed-file"})
    assert quick.status_code == 200
    wait_until(lambda: any(line["request_id"] == "timed-file" for line in nginx.log()), what="nginx writing its line")
    (line,) = [line for line in nginx.log() if line["request_id"] == "timed-file"]
    assert type(line["dur_ms"]) is int and line["dur_ms"] <= quick.elapsed.total_seconds() * 1000 + 100


def test_the_containers_own_health_check_is_not_logged(nginx):
    agent = re.search(r"User-Agent: ([a-z-]+)", (ROOT / "Dockerfile").read_text())[1]
    checked = nginx.client.get("/theme.js?first", headers={"User-Agent": agent, "X-Request-ID": "a-health-check"})
    assert checked.status_code == 200
    nginx.client.get("/theme.js?then", headers={"X-Request-ID": "after-the-check"})
    wait_until(lambda: any(line["request_id"] == "after-the-check" for line in nginx.log()), what="a line")
    assert not any(line["request_id"] == "a-health-check" for line in nginx.log())


def test_the_service_knows_who_asked_the_proxies(nginx, service):
    """A proxy of the machine before nginx, as one that ends TLS, says so too."""
    asked = {"through-both": "203.0.113.7", "made-up": "203.0.113.8"}
    nginx.client.get("/me", headers={"X-Request-ID": "through-both", "X-Forwarded-For": "203.0.113.7"})
    nginx.client.get("/me", headers={"X-Request-ID": "made-up", "X-Forwarded-For": "198.51.100.1, 203.0.113.8"})

    def remotes() -> dict[str, str]:
        logged = [json.loads(line) for line in service.log]
        return {line["request_id"]: line["remote"] for line in logged if line.get("request_id") in asked}

    wait_until(lambda: remotes() == asked, what="both lines, with the addresses of those who asked")


def test_sign_ins_are_throttled_for_each_client_and_not_for_the_proxy(nginx, registered):
    def sign_in(address: str, password: str) -> int:
        form = {"username": registered, "password": password}
        return nginx.client.post("/token", data=form, headers={"X-Forwarded-For": address}).status_code

    attempts = [sign_in("203.0.113.66", "guessed") for _ in range(8)]
    assert set(attempts) == {401, 429} and attempts[-1] == 429
    assert sign_in("203.0.113.5", "a long enough passphrase") == 200


def test_live_events_arrive_as_they_happen(through):
    """Each is awaited before the next: what held events back until there are more would never give the first."""
    with through.stream("GET", "/events/stream", headers={"Accept": "text/event-stream"}) as stream:
        assert stream.status_code == 200
        assert stream.headers["content-type"].startswith("text/event-stream")
        lines = stream.iter_lines()
        with httpx.Client(base_url=through.base_url, headers=through.headers, timeout=30) as other:
            for number in range(3):
                id = f"live-{number}"
                assert other.get(f"/math/factorial?x={number}", headers={"X-Request-ID": id}).status_code == 200
                event = next(line for line in lines if line.startswith("data:") and id in line)
                assert json.loads(event[5:])["event"] == "factorial"


def test_an_export_comes_whole(through, service):
    for number in range(20):
        through.get(f"/math/add?a={number}&b=1")
    assert events_of(through)
    lines = through.get("/events", headers={"Accept": "application/x-ndjson"}).text.splitlines()
    assert len([line for line in lines if json.loads(line)["event"] == "add"]) == 20


def test_a_service_that_is_away_is_said_in_its_own_form(tmp_path, web):
    service = Service(tmp_path / "data").start()
    (tmp_path / "nginx").mkdir()
    nginx = Nginx(tmp_path / "nginx", web, service.port)
    try:
        assert nginx.client.get("/healthz").status_code == 200
        assert service.terminate() == 0
        away = nginx.client.get("/healthz", headers={"X-Request-ID": "while-away"})
        assert away.status_code == 503 and away.headers["retry-after"] == "2"
        assert away.headers["content-type"].split(";")[0] == "application/json"
        assert set(away.json()) == {"detail", "code", "request_id"} and away.json()["request_id"] == "while-away"
        for insane in ('x","code":"y', "a b", "é".encode(), "<script>", "x" * 65):
            away = nginx.client.get("/healthz", headers={"X-Request-ID": insane})
            assert re.fullmatch(r"[0-9a-f]{32}", away.json()["request_id"])
            assert away.headers["x-request-id"] == away.json()["request_id"]
        for path in ("/", "/plot", "/admin/users/deeper"):
            assert nginx.client.get(path).status_code == 200, "the page is there all the same"
        service.settings["PORT"] = str(service.port)
        service.start()
        assert nginx.client.get("/healthz").status_code == 200
    finally:
        nginx.close()
        service.kill()
