"""One co-operative on one server, and how a text gets into each field of what is asked of it."""

import json
import re
import zlib
from urllib.parse import urlencode

from doors import Http, send
from naughty import INSIDE, refused_by_format, refused_by_limits

ROLES = ("manager", "approver", "auditor", "accountant")      # and root, who is the administrator
# Suppliers and parties have their codes together, what is typed must be new, and who sold lots is
# not merged: these are apart.
OURS, PARTIES, TYPED, MERGED = 1, 2, 3, 4
WHO = {"administrator": "root", **{role: role for role in ROLES}}


def field_of(use_case, path):
    """The field that a path names: `add_product/attributes/[]/code`."""
    return use_case + re.sub(r"/\d+(?=/|$)", "/[]", path)


def text_fields(schemas, schema, path=""):
    """(path, schema) of everything below that is free text: no pattern, no list of choices."""
    if "$ref" in schema:
        schema = schemas[schema["$ref"].rsplit("/", 1)[1]]
    if schema.get("type") == "array":
        yield from text_fields(schemas, schema["items"], path + "/[]")
    for name, member in schema.get("properties", {}).items():
        yield from text_fields(schemas, member, f"{path}/{name}")
    if schema.get("type") == "string" and "enum" not in schema and "pattern" not in schema:
        yield path, schema


class Pick:
    """Which string stands in which text field of one row. Fields that name the same thing hold the
    same string, so that what one command makes the next one finds. A field that was refused holds
    something sound instead."""

    def __init__(self, strings, use_case, row, refused):
        self.strings, self.use_case, self.row, self.refused = strings, use_case, row, refused
        self.picked = {}

    def __call__(self, path, names=None, sound=""):
        """The text at a path; `sound` stands for it, or a name of the row's own."""
        if path in self.refused:
            return self.named(names or path) if sound == "" else sound
        shift = zlib.crc32((names or field_of(self.use_case, path)).encode())
        self.picked[path] = self.strings[(self.row + shift) % len(self.strings)]
        return self.picked[path]

    def place_of(self, problem):
        """The path that a problem is about."""
        where = problem["where"]
        inside = INSIDE.get((where, problem["code"]), (where,))
        return next((path for path in inside if path in self.picked), where)

    def named(self, what):
        return f"sound {what} {self.row}"


class Kept:
    """A command that was accepted: its row, its input, its picked texts and its receipt."""

    def __init__(self, pick, data, receipt):
        self.row, self.picked, self.data, self.receipt = pick.row, pick.picked, data, receipt

    def made(self, kind):
        return next(made["number"] for made in self.receipt["made"] if made["kind"] == kind)


class Coop:
    """The co-operative, and a count of what was sent and refused."""

    def __init__(self, ayni, folder, strings):
        self.ayni, self.door, self.strings, self.keys = ayni, Http(ayni, folder, None), strings, 0
        self.kept, self.sent, self.refusals = {}, {}, {}
        for organisation in (OURS, PARTIES, TYPED, MERGED):
            self.found(organisation)
        self.door.sign_in(list(ROLES))
        document = self.get("root", "/openapi.json")[1]
        self.schemas = document["components"]["schemas"]
        self.use_cases = {path.removeprefix("/api/v1/"): methods["post"]
                          for path, methods in document["paths"].items()}
        self.fields = {field_of(name, path): schema for name in self.use_cases
                       for path, schema in text_fields(self.schemas, self.input_of(name))}

    def found(self, organisation):
        self.must("root", "register_organisation", {
            "name": "Textos", "kind": "producer_organisation", "currency": "PEN",
            "time_zone": "America/Lima"})
        for role in ROLES:
            self.must("root", "add_user", {"organisation": organisation, "login": role,
                                           "name": role, "language": "es", "role": role})

    def input_of(self, use_case):
        body = self.use_cases[use_case]["requestBody"]["content"]["application/json"]
        return body["schema"]

    def is_command(self, field):
        return self.use_cases[field.split("/")[0]]["x-ayni-kind"] == "command"

    # ---- requests

    def request(self, caller, method, path, data=None):
        """(status, body) of one request; half of the bodies are sent as UTF-8, half escaped."""
        self.keys += 1
        raw = None if data is None else json.dumps(data, ensure_ascii=self.keys % 2 == 0)
        status, body, _ = send(self.door.connection, method, path, raw, {
            "Cookie": self.door.cookies[caller], "Idempotency-Key": f"k{self.keys}"})
        return status, body

    def post(self, caller, use_case, data):
        status, body = self.request(caller, "POST", f"/api/v1/{use_case}", data)
        return status, json.loads(body)

    def get(self, caller, path, **parameters):
        tail = "?" + urlencode(parameters) if parameters else ""
        status, body = self.request(caller, "GET", path + tail)
        return status, json.loads(body)

    def must(self, caller, use_case, data):
        status, answer = self.post(caller, use_case, data)
        if status != 200:
            raise SystemExit(f"{caller} {use_case} {data!r}: {status} {answer}")
        return answer

    def who_may(self, use_case):
        """Somebody whose role the register allows."""
        roles = self.use_cases[use_case]["x-ayni-roles"]
        return next((who for role, who in WHO.items() if role in roles and who != "auditor"),
                    "auditor")

    def reader_of(self, use_case):
        """Who sees everything that a query shows."""
        roles = self.use_cases[use_case]["x-ayni-roles"]
        return "auditor" if "auditor" in roles else self.who_may(use_case)

    def ask(self, use_case, **data):
        """What a query answers, all of it."""
        return self.must(self.reader_of(use_case), use_case, data)

    # ---- texts in

    def send_row(self, checks, use_case, make, row):
        """Sends a row until nothing is left in it that may be refused; gives what was kept."""
        refused = set()
        for _ in range(8):
            pick = Pick(self.strings, use_case, row, refused)
            data = {name: value for name, value in make(pick).items() if value is not None}
            self.note_sent(use_case, pick)
            status, answer = self.post(self.who_may(use_case), use_case, data)
            if status == 200:
                return self.keep(checks, use_case, Kept(pick, data, answer))
            found = {pick.place_of(each): each["code"] for each in answer["problems"]}
            named = set(found) & set(pick.picked)
            for path in named:
                self.judge_refusal(checks, use_case, path, pick.picked[path], found[path])
            if not named:
                break
            refused |= named
        checks.expect(False, f"{use_case}, row {row}: {status} {answer} to {data!a}")
        return None

    def note_sent(self, use_case, pick):
        for path, text in pick.picked.items():
            self.sent.setdefault(field_of(use_case, path), set()).add(text)

    def keep(self, checks, use_case, kept):
        """An accepted row: none of its texts is beyond the limits that are stated."""
        for path, text in kept.picked.items():
            field = field_of(use_case, path)
            limit = refused_by_limits(self.fields[field], text)
            checks.expect(limit is None, f"{field} took {text!a}, which should be {limit}")
        self.kept.setdefault(use_case, []).append(kept)
        return kept

    def judge_refusal(self, checks, use_case, path, text, code):
        """A text is refused by a stated limit of its field, or by the field's own format."""
        field = field_of(use_case, path)
        limit = refused_by_limits(self.fields[field], text)
        right = code == limit if limit else code in refused_by_format(field, text)
        checks.expect(right, f"{field} refused {text!a}: {code}, expected {limit or 'acceptance'}")
        self.refusals.setdefault(code, set()).add((field, text))
