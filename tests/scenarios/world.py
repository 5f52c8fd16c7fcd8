"""What a scenario has said so far: its organisation, its terms, its settlements; and who acts."""

import copy
import datetime
import json
import re

# What a scenario calls 2025 is last year: days stay plausible however old a scenario grows.
YEAR = datetime.date.today().year - 1
NEW_YEAR, LAST_DAY = f"{YEAR}-01-01", f"{YEAR}-12-31"

# Everyone who acts in scenarios signs in once; a role in the scenario's organisation is given when
# he first acts there. `boss` is who computes and could approve. `stranger` works elsewhere.
ROLES = {"administrator": ["administrator"], "manager": ["manager"], "accountant": ["accountant"],
         "approver": ["approver"], "auditor": ["auditor"], "collector": ["collector"],
         "boss": ["manager", "approver"], "rosa": [], "luis": [], "stranger": []}
WITHOUT_ORGANISATION = {"register_organisation", "my_organisations"}
MILK = {"code": "milk", "name": "Milk", "unit": "kg", "density": "1.03", "attributes": [
    {"code": "fat", "name": "Fat", "unit": "%", "decimals": 2, "least": "0.50", "most": "12.00"},
    {"code": "solids", "name": "Solids", "unit": "%", "decimals": 2, "least": "5.00",
     "most": "22.00"},
    {"code": "scc", "name": "Cells", "unit": "k/ml", "decimals": 0, "least": "0", "most": "9999"},
    {"code": "hygiene", "name": "Hygiene", "unit": "", "decimals": 0, "least": "1", "most": "3"}]}


class Failed(Exception):
    """The scenario is not as it was told."""


class Words(list):
    """The words of a line; what stands in double quotes is one word."""

    def __init__(self, line):
        super().__init__(a if quoted else b for quoted, a, b in re.findall(
            r'(")([^"]*)"|(\S+)', line) for a, b in [(a, b)])
        self.line = line.strip()

    def after(self, word, otherwise=None):
        """The word behind `word`."""
        return self[self.index(word) + 1] if word in self else otherwise

    def without(self, *named):
        """The words but these and what stands behind each."""
        rest = list(self)
        for word in named:
            if word in rest:
                place = rest.index(word)
                del rest[place:place + 2]
        return rest

    def raw(self, number):
        """The line as it stands from its word `number` on (from 0; no quotes before it)."""
        parts = self.line.split(None, number)
        return parts[number] if len(parts) > number else ""


def make_actors(door):
    """Takes in everyone who will act, in an organisation that no scenario uses."""
    elsewhere = {"name": "Elsewhere", "kind": "producer_organisation", "currency": "PEN",
                 "time_zone": "America/Lima"}
    made = door.ask("root", "register_organisation", elsewhere, "elsewhere")
    for login in ROLES:
        role = "manager" if login == "stranger" else "auditor"
        answer = door.ask("root", "add_user", {
            "organisation": made["made"][0]["number"], "login": login, "name": login,
            "language": "en", "role": role}, f"elsewhere-{login}")
        if "problems" in answer:
            raise Failed(f"no {login}: {answer}")
    door.sign_in(list(ROLES))


class Terms:
    """The terms that are being written, and whether they were signed."""

    def __init__(self, product="milk"):
        self.product, self.effective, self.signed = product, NEW_YEAR, False
        self.price = {"currency": "PEN", "rounding": "half_even", "rounding_point": "delivery",
                      "terms": []}
        self.waterfall = {"rounding": "half_even", "rules": []}

    def next(self, product):
        """The version after the signed one: its price is told anew, its deductions stay."""
        made = Terms(product)
        if product == self.product:
            made.waterfall = copy.deepcopy(self.waterfall)
        return made

    def waterfall_for(self, kind):
        """Suppliers are not told of deductions for members alone."""
        rules = [rule for rule in self.waterfall["rules"]
                 if kind == "member" or rule["applies_to"] != "members"]
        return {**self.waterfall, "rules": rules}


class World:
    """One scenario on one door, in an organisation of its own."""

    def __init__(self, door, name, serial):
        self.door, self.serial, self.keys, self.last = door, serial, 0, {}
        self.granted, self.terms, self.settlements = set(), Terms(), {}
        self.imported = 0
        self.organisation = 0
        self.organisation = self.must("root", "register_organisation", {
            "name": name[:200], "kind": "producer_organisation", "currency": "PEN",
            "time_zone": "America/Lima"})["made"][0]["number"]
        self.must("root", "add_product", copy.deepcopy(MILK))

    # ---- asking and telling

    def send(self, actor, use_case, data, key=None):
        """One request of an actor, whose roles are given to him on the way."""
        for role in ROLES.get(actor, []):
            if (actor, role) not in self.granted:
                self.granted.add((actor, role))
                self.must("root", "add_user", {"login": actor, "name": actor, "language": "en",
                                               "role": role})
        if isinstance(data, dict) and use_case not in WITHOUT_ORGANISATION:
            data.setdefault("organisation", self.organisation)
        self.keys += 1
        return self.door.ask(actor, use_case, data, f"{self.serial}-{key or self.keys}")

    def tell(self, actor, use_case, data, key=None):
        """A command that the scenario tells: what comes of it is looked at by the next line."""
        self.last = self.send(actor, use_case, data, key)
        return self.last

    def must(self, actor, use_case, data):
        """Something that the scenario takes for granted."""
        answer = self.send(actor, use_case, data)
        if "problems" in answer:
            raise Failed(f"{use_case} was refused: {json.dumps(answer['problems'])}")
        return answer

    ask = must

    # ---- terms

    def written(self, product=None):
        """The terms to write on: those not yet signed, or the next version."""
        if self.terms.signed or (product and product != self.terms.product):
            self.sign_if_needed()
            self.terms = self.terms.next(product or self.terms.product)
        return self.terms

    def sign(self, kind, effective=None):
        terms = self.terms
        terms.signed = True
        return self.tell("manager", "set_purchase_terms", {
            "product": terms.product, "applies_to": kind,
            "effective": effective or terms.effective, "price": terms.price,
            "waterfall": terms.waterfall_for(kind)})

    def sign_if_needed(self):
        """Terms are written line by line, and signed when they are first needed."""
        if self.terms.signed or not self.terms.price["terms"]:
            return
        for kind in ("member", "supplier"):
            if "problems" in self.sign(kind):
                raise Failed(f"the terms were refused: {json.dumps(self.last['problems'])}")

    # ---- settlements

    def number_of(self, period):
        """The number of the settlement of a period that was computed; 0 names none."""
        return self.settlements.get(period, 0)

    def period_of(self, words):
        """The period that a line names after `of`, or the last one computed."""
        return words.after("of") or next(reversed(self.settlements), "")

    def statement(self, supplier, period, actor="auditor"):
        return self.ask(actor, "statement", {"settlement": self.number_of(period),
                                             "supplier": supplier})


def cents(text):
    """Whole céntimos of an amount: money has two places here."""
    whole, _, part = text.lstrip("-").partition(".")
    value = int(whole) * 100 + int((part + "00")[:2])
    return -value if text.startswith("-") else value


def show(value):
    return f"{'-' if value < 0 else ''}{abs(value) // 100}.{abs(value) % 100:02}"


def total(amounts):
    """The sum of money values, as text."""
    return show(sum(cents(amount["amount"]) for amount in amounts))


def money(amount, currency):
    return {"amount": amount, "currency": currency.strip(",")}
