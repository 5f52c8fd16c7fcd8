"""What HTTP itself refuses: methods, other sites' pages, forms that are no JSON, too much of
anything; and signing in and out."""

import gzip
import json
import re
import subprocess

from doors import PASSWORD, Server, send
from two_coops import FOREIGNER, OURS

DEFENCES = {"Content-Security-Policy": "default-src 'none'", "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin"}
PARTY = {"organisation": OURS, "code": "HTTP", "name": "Never kept"}


def problem_of(body):
    try:
        return json.loads(body)["problems"][0]["code"]
    except (ValueError, KeyError, TypeError):
        return ""


def methods(checks, coops):
    """A command is sent by POST, and by nothing else."""
    before = coops.digest()
    for use_case in coops.use_cases:
        if coops.is_command(use_case):
            target = f"/api/v1/{use_case}?organisation={OURS}"
            status, body, _ = coops.request("manager", "GET", target)
            checks.expect(status == 405 and problem_of(body) == "method_not_allowed",
                          f"GET of {use_case}: {status} {body}")
    for method in ("HEAD", "DELETE", "PUT", "PATCH", "OPTIONS", "TRACE"):
        status, _, _ = coops.request("manager", method, "/api/v1/add_party", PARTY)
        checks.expect(status == 405, f"{method}: {status}")
    for path in ("/openapi.json", "/healthz", "/files/payments.csv", "/", "/metrics"):
        status, _, _ = coops.request("manager", "POST", path, {})
        checks.expect(status == 405, f"POST of {path}: {status}")
    checks.expect(coops.digest() == before, "a method that may not changed something")


def other_sites(checks, coops):
    """Whatever another site's page can make a browser send is refused."""
    before = coops.digest()
    host = f"{coops.door.server.host}:{coops.door.server.port}"
    for headers in ({"X-Ayni": None}, {"X-Ayni": "0"}, {"Origin": "https://evil.example"},
                    {"Origin": "null"}, {"Origin": f"http://{host}.evil.example"},
                    {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}):
        for path in ("/api/v1/add_party", "/session/password"):
            status, body, _ = coops.request("manager", "POST", path, PARTY, headers)
            checks.expect((status, problem_of(body)) == (403, "foreign_origin"),
                          f"{headers} to {path}: {status} {body}")
    status, body, _ = coops.request("manager", "DELETE", "/session", headers={"X-Ayni": None})
    checks.expect(problem_of(body) == "foreign_origin", f"DELETE /session: {status}")
    checks.expect(coops.digest() == before, "another site's page changed something")
    status, body, _ = coops.request("manager", "POST", "/api/v1/products", {"organisation": OURS},
                                    {"Origin": f"http://{host}", "Sec-Fetch-Site": "same-origin"})
    checks.expect(status == 200, f"our own origin is refused: {status} {body}")


def status_of_announced(coops, size):
    """What is answered to so many bytes before they are sent."""
    line = coops.door.server.connection()
    line.putrequest("POST", "/api/v1/add_party")
    line.putheader("Content-Type", "application/json")
    line.putheader("Content-Length", str(size))
    line.endheaders()
    return line.getresponse().status


def forms(checks, coops):
    before = coops.digest()
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""):
        status, body, _ = coops.request("manager", "POST", "/api/v1/add_party", PARTY,
                                        {"Content-Type": kind})
        checks.expect(status == 415 and problem_of(body) == "content_type_not_json",
                      f"content type {kind!r}: {status} {body}")
    for key in (None, "", "k" * 101):
        status, body, _ = coops.request("manager", "POST", "/api/v1/add_party", PARTY,
                                        {"Idempotency-Key": key})
        checks.expect((status, problem_of(body)) == (400, "key_missing"), f"key {key}: {status}")
    status = status_of_announced(coops, 33 * 2**20)
    checks.expect(status == 413, f"33 MiB: {status}")
    status, body, _ = coops.request("manager", "POST", "/api/v1/nothing", {})
    checks.expect((status, problem_of(body)) == (404, "unknown_use_case"), f"nothing {status}")
    checks.expect(coops.digest() == before, "a form that may not be changed something")


def defences(checks, coops):
    """On every kind of answer, so that none of them can be made to run a script."""
    answers = [coops.request("manager", *request) for request in (
        ("GET", "/"), ("GET", "/statements/3"), ("GET", "/nothing.js"), ("GET", "/openapi.json"),
        ("GET", "/healthz"), ("GET", "/metrics"), ("GET", "/session"),
        ("GET", f"/api/v1/products?organisation={OURS}"), ("GET", "/api/v1/products"),
        ("GET", "/api/v1/add_party"), ("POST", "/api/v1/nothing", {}), ("PUT", "/"),
        ("GET", f"/files/payments.csv?organisation={OURS}&settlement=1"), ("GET", "/files/x"),
        ("POST", "/session/link", {"token": "x"}))]
    for status, _, headers in answers:
        for name, value in DEFENCES.items():
            checks.expect(headers.get(name, "").startswith(value), f"{status} lacks {name}")
        policy = headers["Content-Security-Policy"].replace("'wasm-unsafe-eval'", "")
        checks.expect("unsafe" not in policy, "the policy is unsafe")
    kept = coops.request("manager", "GET", f"/api/v1/products?organisation={OURS}")[2]
    checks.expect(kept["Cache-Control"] == "no-store", "an answer may be kept by a cache")


def packing(checks, coops):
    """A client that takes packed answers has the same bytes in fewer."""
    page = coops.request("manager", "GET", "/")[1]
    asset = re.search(r'src="(/assets/[^"]+)"', str(page))
    paths = [f"/api/v1/suppliers?organisation={OURS}", "/openapi.json", "/"]
    for path in paths + ([asset[1]] if asset else []):
        line = coops.door.server.connection()
        bodies = []
        for accepted in ("identity", "gzip, deflate, br"):
            line.request("GET", path, headers={
                "Accept-Encoding": accepted, "Cookie": coops.door.cookies["manager"]})
            answer = line.getresponse()
            bodies.append((answer.read(), answer.headers))
        (plain, as_is), (packed, told) = bodies
        checks.expect("Content-Encoding" not in as_is, f"{path} is packed for who does not ask")
        if len(plain) <= 1200:
            continue
        checks.expect(told.get("Content-Encoding") == "gzip", f"{path} is not packed")
        checks.expect("Accept-Encoding" in told.get("Vary", ""), f"{path} does not say it varies")
        checks.expect(gzip.decompress(packed) == plain, f"{path} is another one when packed")
        checks.expect(len(packed) < len(plain), f"{path} is no smaller")


def from_address(coops, last):
    """Limits of signing in are by address; each part of the test has one of its own."""
    return coops.door.server.connection(f"127.0.0.{last}")


def signing_in(checks, coops):
    line = from_address(coops, 101)
    known, unknown = (send(line, "POST", "/session/password",
                           {"login": login, "password": "x" * 12}) for login in ("root", "nobody"))
    checks.expect((known[0], problem_of(known[1])) == (401, "wrong_password"), f"{known}")
    checks.expect(known[:2] == unknown[:2], "it shows whether a login exists")
    used, invented = (send(line, "POST", "/session/link", {"token": token})
                      for token in ("0" * 64, "x"))
    checks.expect(problem_of(used[1]) == "link_used_or_expired" and used[:2] == invented[:2],
                  f"{used} {invented}")
    status, body, _ = send(line, "POST", "/session/first", {
        "code": "0" * 64, "login": "thief", "name": "Thief", "password": PASSWORD})
    checks.expect((status, problem_of(body)) == (401, "link_used_or_expired"), f"first: {body}")
    status, _, headers = send(line, "POST", "/session/password",
                              {"login": "root", "password": PASSWORD})
    cookie = headers.get("Set-Cookie", "")
    checks.expect(status == 200 and all(part in cookie for part in
                                        ("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=")),
                  f"signed in with {cookie}")
    session = {"Cookie": cookie.split(";")[0]}
    status, body, _ = send(line, "POST", "/session/new_password",
                           {"password": "short", "old_password": PASSWORD}, session)
    checks.expect(problem_of(body) == "password_too_short", f"{status} {body}")
    checks.expect(send(line, "DELETE", "/session", None, session)[0] == 204, "signing out")
    status, body, _ = send(line, "GET", "/session", None, session)
    checks.expect((status, problem_of(body)) == (401, "not_signed_in"), "the session lives on")


def old_password(checks, coops):
    """A password is replaced with the old one, or after a link; the first one is free."""
    line = from_address(coops, 105)
    coops.must("root", "add_user", {"organisation": OURS, "login": "forgetful", "name": "Luz",
                                    "language": "en", "role": "auditor"})

    def choose(data, session, last=105):
        status, body, headers = send(from_address(coops, last), "POST", "/session/new_password",
                                     data, session)
        return status, problem_of(body), headers

    def asks(session):
        return json.loads(send(line, "GET", "/session", None, session)[1])["asks_old_password"]

    def by_link(last):
        printed = subprocess.run([coops.door.ayni, "link", coops.door.file, "forgetful"],
                                 capture_output=True, text=True, check=True).stdout
        headers = send(from_address(coops, last), "POST", "/session/link",
                       {"token": printed.strip().split("#")[1]})[2]
        return {"Cookie": headers["Set-Cookie"].split(";")[0]}

    session = by_link(105)
    checks.expect(not asks(session), "an old password is asked of who has none")
    status, _, headers = choose({"password": PASSWORD}, session)
    session = {"Cookie": (headers["Set-Cookie"] or "").split(";")[0]}
    checks.expect(status == 200 and asks(session), f"the first password: {status}")
    for old, wanted in (({}, "field_missing"), ({"old_password": "x" * 12}, "old_password_wrong")):
        found = choose({"password": "n" * 12, **old}, session)[:2]
        checks.expect(found == (422, wanted), f"with {old}: {found}")
    status, _, headers = choose({"password": "n" * 12, "old_password": PASSWORD}, session)
    checks.expect(status == 200, f"with the old password: {status}")
    session = {"Cookie": (headers["Set-Cookie"] or "").split(";")[0]}
    tried = [choose({"password": PASSWORD, "old_password": f"wrong {n:10}"}, session, 110 + n)[1]
             for n in range(12)]
    checks.expect("too_many_requests" in tried, f"guessed from many addresses: {tried}")
    session = by_link(106)
    checks.expect(not asks(session), "an old password is asked after a link")
    status = choose({"password": PASSWORD}, session, 106)[0]
    checks.expect(status == 200, f"after a link: {status}")


def home_tells(checks, coops):
    """Home shows each figure to whoever may ask for the use case behind it, and to nobody else."""
    figures = {"days": lambda home: home["days"], "settlements": lambda home: "mean_price" in home,
               "balances": lambda home: "to_pay" in home}
    for caller in sorted(coops.roles_of("home") - {"producer"}):
        home = json.loads(coops.post(caller, "home", {"organisation": OURS})[1])
        for use_case, shown in figures.items():
            may = caller in coops.roles_of(use_case)
            checks.expect(bool(shown(home)) == may, f"home of {caller}, {use_case}: {home}")
        if "days" not in home or not home["days"]:
            checks.expect(float(home["newest_quantity"]) == float(home["period_quantity"]) == 0,
                          f"home of {caller} tells of milk: {home}")


def named_twice(checks, coops):
    """A name that stands twice in an address is refused, as it is in JSON."""
    for path in ("/api/v1/products?", "/files/payments.csv?settlement=1&"):
        status, body, _ = coops.request("manager", "GET",
                                        f"{path}organisation={OURS}&organisation={OURS}")
        checks.expect((status, problem_of(body)) == (400, "json_duplicate_key"),
                      f"{path}: {status} {body}")


def too_often(checks, coops):
    """Nobody guesses passwords in a row, and nobody else is kept out by it."""
    line = from_address(coops, 102)
    answers = [send(line, "POST", "/session/link", {"token": f"{n}"}) for n in range(20)]
    refused = [headers for status, body, headers in answers
               if (status, problem_of(body)) == (429, "too_many_requests")]
    checks.expect(len(refused) >= 10 and refused[0]["Retry-After"], "20 links in a row are tried")
    status, body, _ = send(from_address(coops, 103), "POST", "/session/link", {"token": "x"})
    checks.expect(problem_of(body) == "link_used_or_expired", f"another address: {body}")


def signed_out(checks, coops):
    """Who is signed in is listed without what opens a session, and is signed out at once."""
    asked = {"organisation": OURS}
    listed = json.loads(coops.post("administrator", "sessions", asked)[1])["sessions"]
    logins = {each["login"] for each in listed}
    checks.expect({"manager", "collector"} <= logins, f"sessions tell only of {logins}")
    checks.expect(FOREIGNER not in logins, "sessions tell of who has no role there")
    known = {"login", "name", "since", "seen", "by_link", "second_factor"}
    checks.expect(all(set(each) == known for each in listed), f"sessions tell more: {listed[:1]}")
    coops.must("administrator", "end_sessions", {**asked, "login": "approver"})
    checks.expect(coops.post("approver", "home", asked)[0] == 401, "a session that was ended lives")
    listed = json.loads(coops.post("administrator", "sessions", asked)[1])["sessions"]
    checks.expect("approver" not in {each["login"] for each in listed}, "and is still listed")


def roles_end(checks, coops):
    """A role that is taken away, and a new password, count at once, also for open sessions."""
    asked = {"organisation": OURS}
    checks.expect(coops.post("collector", "home", asked)[0] == 200, "the collector has no home")
    coops.must("root", "end_role", {**asked, "login": "collector", "role": "collector"})
    checks.expect(coops.post("collector", "home", asked)[0] == 404, "an ended role still counts")
    line = from_address(coops, 104)
    session = {"Cookie": coops.door.cookies["buyer"]}
    status, _, headers = send(line, "POST", "/session/new_password",
                              {"password": PASSWORD, "old_password": PASSWORD}, session)
    checks.expect(status == 200 and headers["Set-Cookie"], f"new password: {status}")
    checks.expect(coops.post("buyer", "home", asked)[0] == 401, "an older session lives on")


def limited_server(checks, ayni, file):
    """A server with a small budget of requests says 429 and when to come again."""
    server = Server(ayni, file, requests_per_second="5")
    try:
        line = server.connection()
        answers = [send(line, "GET", "/healthz") for _ in range(30)]
        refused = [headers for status, _, headers in answers if status == 429]
        checks.expect(refused and refused[0]["Retry-After"], "30 requests pass a budget of 10")
    finally:
        server.stop()
