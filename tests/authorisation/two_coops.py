"""Two co-operatives with the same things in them, and somebody of every role in the first one."""

import hashlib
import json
import sqlite3

from doors import Http, send
from world import YEAR

ROLES = ("administrator", "manager", "accountant", "approver", "collector", "producer", "buyer",
         "auditor")
PARTIES = {"producer": "M1", "buyer": "GLORIA"}    # whose figures they see
OURS, THEIRS, NOBODYS = 1, 2, 999_999
FOREIGNER = "foreigner"        # has every role but a producer's, in the other co-operative
NOT_PART_OF_WHAT_IS_KEPT = ("denial", "session", "sign_in_link", "second_factor",
                            "recovery_code")


class TwoCoops:
    """A server with both, and a session for each caller. Nobody is signed in as `anonymous`."""

    def __init__(self, ayni, folder):
        self.door, self.keys = Http(ayni, folder, None), 0
        for organisation in (OURS, THEIRS):
            self.found(organisation)
        self.door.sign_in([*ROLES, FOREIGNER])
        for organisation, members in ((OURS, {role: role for role in ROLES}),
                                      (THEIRS, {role: FOREIGNER for role in ROLES})):
            self.fill(organisation, members)
        document = self.request("anonymous", "GET", "/openapi.json")[1]
        self.use_cases = {path.removeprefix("/api/v1/"): methods["post"]
                          for path, methods in json.loads(document)["paths"].items()}
        self.schemas = json.loads(document)["components"]["schemas"]

    def found(self, organisation):
        self.must("root", "register_organisation", {
            "name": f"Coop {organisation}", "kind": "producer_organisation", "currency": "PEN",
            "time_zone": "America/Lima"})
        for code, given, family in (("M1", "Rosa", "Huamán"), ("M2", "Luis", "Quispe")):
            self.must("root", "add_supplier", {
                "organisation": organisation, "code": code, "kind": "member", "sex": "not_said",
                "joined": "2020-01-01", "given_names": given, "family_names": family})
        for code in ("GLORIA", "NESTLE"):
            self.must("root", "add_party", {"organisation": organisation, "code": code,
                                            "name": f"{code} S.A."})
        for role in ROLES:
            if organisation == THEIRS and role == "producer":
                continue
            login = role if organisation == OURS else FOREIGNER
            self.must("root", "add_user", {
                "organisation": organisation, "login": login, "name": login, "language": "en",
                "role": role, **({"supplier": PARTIES[role]} if role in PARTIES else {})})

    def fill(self, organisation, members):
        """Milk of two producers and a debt; a fortnight that is posted, and one that is not."""
        days = [f"{YEAR}-03-{day}" for day in ("01", "15", "16", "31")]

        def tell(role, use_case, **data):
            self.must(members[role], use_case, {"organisation": organisation, **data})

        tell("manager", "add_product", code="milk", name="Milk", unit="kg", density="1.03",
             attributes=[])
        tell("manager", "set_purchase_terms", product="milk", applies_to="member",
             effective=f"{YEAR}-01-01",
             price={"currency": "PEN", "rounding": "half_up", "rounding_point": "period",
                    "terms": [{"kind": "base", "price": "1.40"}]},
             waterfall={"rounding": "half_up", "rules": []})
        for supplier, quantity in (("M1", "10.000"), ("M2", "33.333")):
            tell("manager", "add_obligation", supplier=supplier, kind="loan", document="signed",
                 amount={"amount": "77.00", "currency": "PEN"}, first_due=days[0],
                 instalment={"amount": "1.00", "currency": "PEN"})
            for day in (days[0], days[2]):
                tell("collector", "record_delivery", product="milk", supplier=supplier, day=day,
                     shift="morning", quantity=quantity, outcome="accepted")
        tell("manager", "compute_settlement", product="milk", first=days[0], last=days[1])
        # Who computed cannot approve, and in the other co-operative one person has every role.
        if organisation == OURS:
            tell("approver", "approve_settlement", settlement=1)
            tell("manager", "post_settlement", settlement=1)
            tell("manager", "compute_settlement", product="milk", first=days[2], last=days[3])

    # ---- requests

    def request(self, caller, method, path, data=None, headers=None):
        """(status, body, headers) of one request as the pages send it."""
        self.keys += 1
        cookie = self.door.cookies.get(caller)
        given = {"Cookie": cookie, "Idempotency-Key": f"k{self.keys}", **(headers or {})}
        return send(self.door.connection, method, path, data, given)

    def post(self, caller, use_case, data):
        return self.request(caller, "POST", f"/api/v1/{use_case}", data)[:2]

    def must(self, caller, use_case, data):
        status, body = self.post(caller, use_case, data)
        if status != 200:
            raise SystemExit(f"{caller} {use_case}: {status} {body}")

    # ---- what the register says

    def roles_of(self, use_case):
        return set(self.use_cases[use_case]["x-ayni-roles"])

    def is_command(self, use_case):
        return self.use_cases[use_case]["x-ayni-kind"] == "command"

    def smallest_input(self, use_case, organisation):
        """The least that has the right shape, so that it is rights that decide."""
        body = self.use_cases[use_case]["requestBody"]["content"]["application/json"]["schema"]
        made = self.smallest(body)
        if "organisation" in made:
            made["organisation"] = organisation
        return made

    def names_organisation(self, use_case):
        return "organisation" in self.smallest_input(use_case, OURS)

    def smallest(self, schema):
        if "$ref" in schema:
            name = schema["$ref"].rsplit("/", 1)[1]
            if name == "Money":
                return {"amount": "1.00", "currency": "PEN"}
            whole = self.schemas[name]
            return {field: self.smallest(whole["properties"][field])
                    for field in whole.get("required", [])}
        if "enum" in schema:
            return schema["enum"][0]
        simple = {"integer": schema.get("minimum", 1), "boolean": False, "array": []}
        return simple.get(schema["type"], schema.get("examples", ["x"])[0])

    # ---- what is kept

    def database(self):
        return sqlite3.connect(f"file:{self.door.file}?mode=ro", uri=True)

    def digest(self):
        """Of every row of every table that keeps what was done; it changes with any of them."""
        whole = hashlib.sha256()
        with self.database() as db:
            tables = [name for (name,) in db.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
                if name not in NOT_PART_OF_WHAT_IS_KEPT]
            for table in tables:
                for row in db.execute(f'SELECT * FROM "{table}"'):
                    whole.update(repr((table, row)).encode())
        return whole.hexdigest()

    def denials(self):
        """(organisation, login, use case, code) of all that was noted, once it is on disk."""
        # Denials are written behind the answer, in one queue with this.
        self.request("administrator", "POST", "/session/language", {"language": "en"})
        with self.database() as db:
            return sorted(db.execute(
                "SELECT d.organisation, u.login, d.use_case, d.reason FROM denial d "
                "JOIN user_account u ON u.id = d.actor"))
