"""Gives the pages something to show, and hands over what they must show of it."""

import json
import subprocess
from html import escape
from pathlib import Path

from commands import ORG, csv_of, simple_terms, statement, statement_line
from coop import OURS
from naughty import BLANKS, is_usable
from papers import (DAY, LONGEST_TEXT, MILK, SHORT, answer_of, file_of, suppliers_of,
                    whole_name)
from world import YEAR

HERE = Path(__file__).resolve().parent
REJECTED = "rejected milk"
# Codes that mean something in the path of an address.
IN_PATHS = (".", "/", "\\", "%", "?", "#", "%d", "%s%s%s%s%s", "<>?:\"{}|_+", "1/0")
# Names that every object of the pages' language answers to.
JAVASCRIPT = ("hasOwnProperty", "constructor", "__proto__", "toString", "then")
FIELDS_OF_FORM = 5
LINES, LONGEST_LINE = 60, 140       # more are not needed to see that they are texts
READ, EARLIER = "milk to read", f"{YEAR}-02-10"
MARKUP = "<b>fat</b><img src=/nothing onerror=alert(1)>"


def reject_milk(checks, coop):
    """A file of rejected cans, each with a string for a reason: [code, reason] of each."""
    coop.must("manager", "add_product", {**ORG, **MILK, "code": REJECTED})
    codes = [one["code"] for one in suppliers_of(coop, SHORT) if is_usable(one["code"])]
    rows = [[code, text] for code, text in zip(codes, coop.strings)
            if text.strip(BLANKS) and len(text) <= LONGEST_TEXT]
    file = file_of(OURS, "rejected.csv", csv_of([
        ["day", "supplier", "quantity", "outcome", "reason"],
        *([DAY, code, "1.000", "rejected", text] for code, text in rows)]), REJECTED)
    status, answer = answer_of(checks, coop, "import_file", file)
    checks.expect(status == 200, f"import_of_rejected is refused: {answer}")
    return [[code, text.strip(BLANKS)] for code, text in rows]


def give_milk_to_read(checks, coop):
    """Milk with readings, of two fortnights that are computed; in the second a can of each
    supplier is rejected, too. Gives what the pages about it must show."""
    coop.must("manager", "add_product", {
        **ORG, **MILK, "code": READ, "attributes": [
            {"code": "fat", "name": MARKUP, "unit": "%", "decimals": 2, "least": "0",
             "most": "12"}]})
    sellers = [one for one in suppliers_of(coop, SHORT) if is_usable(one["code"])]
    reasons = [text for text in coop.strings if text.strip(BLANKS) and len(text) <= LONGEST_TEXT]
    rows = [["day", "shift", "supplier", "quantity", "outcome", "reason"]]
    for one, why in zip(sellers, reasons):
        rows += [[EARLIER, "morning", one["code"], "9.000", "accepted", ""],
                 [DAY, "morning", one["code"], "10.000", "accepted", ""],
                 [DAY, "evening", one["code"], "1.000", "rejected", why]]
    status, answer = answer_of(checks, coop, "import_file",
                               file_of(OURS, "read.csv", csv_of(rows), READ))
    checks.expect(status == 200, f"import_of_read is refused: {answer}")
    coop.must("manager", "set_purchase_terms", simple_terms(READ, MARKUP))
    rooms = [coop.must("manager", "compute_settlement", {**ORG, "product": READ, **period})
             for period in ({"first": f"{YEAR}-02-01", "last": f"{YEAR}-02-15"},
                            {"first": f"{YEAR}-03-01", "last": f"{YEAR}-03-15"})]
    return {"product": READ, "day": DAY, "room": rooms[1]["made"][0]["number"], "name": MARKUP,
            "sellers": [[one["code"], whole_name(one)] for one, _ in zip(sellers, reasons)],
            "hamlets": sorted({one["hamlet"] for one in sellers}),
            "reasons": [[one["code"], why.strip(BLANKS)] for one, why in zip(sellers, reasons)]}


def give_lines_of_bank(coop):
    """A statement of a bank that stands, in a file with a string for its name; each of its lines
    says one, too. Gives its number and what its lines say."""
    texts = [MARKUP, *(" ".join(text.split()) for text in coop.strings
                       if text.strip() and text.isprintable() and len(text) <= LONGEST_LINE)]
    texts = texts[:LINES]

    def line(sense, text):
        said = f"<NtryDtls><TxDtls><RmtInf><Ustrd>{escape(text)}</Ustrd></RmtInf></TxDtls>"
        return statement_line(sense).replace("</Ntry>", f"{said}</NtryDtls></Ntry>")
    lines = "".join(line(sense, text) for text in texts for sense in ("CRDT", "DBIT"))
    receipt = coop.must("accountant", "import_bank_statement", {
        **ORG, "file_name": MARKUP, "content": statement("of strings", lines)})
    return {"statement": receipt["made"][0]["number"], "name": MARKUP, "texts": texts}


def suppliers_expected(coop):
    """Code, code with names, hamlet, household and certificate of each."""
    certificates = {kept.data["supplier"]: kept.data["kind"]
                    for kept in coop.kept["add_certificate"]}
    households = {kept.data["code"]: kept.data["name"] for kept in coop.kept["add_household"]}
    rows = [[one["code"], f"{one['code']} {whole_name(one)}", one["hamlet"],
             households[one["household"]], certificates[one["code"]]]
            for one in every_supplier(coop)]
    return [*rows, ["ours", "ours Rosa Huamán", "", "", ""]]


def every_supplier(coop):
    return [kept.data for kept in coop.kept["add_supplier"]]


def obligations_expected(coop):
    return [[kept.data["supplier"], kept.data["document"], kept.data["creditor"]]
            for kept in coop.kept["add_obligation"]]


def terms_expected(coop):
    """Of some products: a page is asked anew for each."""
    names = {kept.data["code"]: kept.data["name"] for kept in coop.kept["add_party"]}
    for row, kept in enumerate(coop.kept["set_purchase_terms"]):
        data, agreed = kept.data, coop.kept["sign_agreement"][row].data
        premium = data["price"]["terms"][3]["certificate"]
        if row % 25 == 0 or premium in JAVASCRIPT:
            yield {"product": data["product"], "buyer": names[agreed["buyer"]],
                   "rule": data["waterfall"]["rules"][0]["name"], "premium": premium}


def form_rows(coop):
    """Every string that is short enough, some to a row, behind a code that can be given."""
    texts = [text for text in coop.strings if len(text) <= LONGEST_TEXT and text.strip(BLANKS)]
    codes = [text for text in texts if is_usable(text)]
    others = FIELDS_OF_FORM - 1
    texts += texts[:-len(texts) % others]
    return [[codes[place // others], *texts[place:place + others]]
            for place in range(0, len(texts), others)]


def expectations(checks, coop, settlement):
    rejected, read = reject_milk(checks, coop), give_milk_to_read(checks, coop)
    short = suppliers_of(coop, SHORT)
    products = [[kept.data["code"], kept.data["name"]] for kept in coop.kept["add_product"]]
    files = [each["file_name"] for each in coop.ask("imports", **ORG)["imports"]]
    users = [[kept.data["name"], kept.data["login"]] for kept in coop.kept["add_user"]]
    milk = {"product": REJECTED, "first": DAY, "last": DAY}
    return {
        "url": f"http://{coop.door.server.host}:{coop.door.server.port}",
        "cookies": coop.door.cookies, "suppliers": suppliers_expected(coop),
        "obligations": obligations_expected(coop), "users": users,
        "files": [[name] for name in files], "settlement": settlement,
        "producers": [[one["code"], producer(one)] for one in short],
        "milk": milk, "rejected": rejected, "products": products, "read": read,
        "liquidations": [[kept.data["document"]] for kept in coop.kept["import_liquidation"]],
        "lots": [[kept.data["code"]] for kept in coop.kept["dispatch_lot"]],
        "bank": give_lines_of_bank(coop),
        "terms": list(terms_expected(coop)), "form": form_rows(coop),
        "statements": [{"code": one["code"], "name": whole_name(one)} for one in short
                       if one["code"] in IN_PATHS]}


def producer(one):
    """The first cell of a producer's row."""
    return f"{one['code']} {whole_name(one)} {one['hamlet']}"


class Browser:
    """Compares in a process of its own, whose report is printed when it has ended."""

    def __init__(self, checks, coop, folder, settlement):
        file = Path(folder) / "expected.json"
        file.write_text(json.dumps(expectations(checks, coop, settlement)), encoding="utf-8")
        self.process = subprocess.Popen(["node", str(HERE / "page.mjs"), str(file)],
                                        stdout=subprocess.PIPE, text=True)

    def finish(self, checks):
        print(self.process.communicate()[0], end="")
        checks.expect(self.process.returncode == 0, "pages show something else than was sent")
