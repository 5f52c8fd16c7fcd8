"""CSV in and out: a file whose cells are the strings, and the list of payments; and the papers."""

import csv
import io
import json
import re

from commands import ORG, PERIOD, csv_of, encoded, simple_terms
from coop import OURS, PARTIES
from naughty import BLANKS, is_usable
from world import YEAR

DAY = f"{YEAR}-03-10"
SHORT, LONG = "milk", "milk of long names"
LONGEST_TEXT = 200
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
MILK = {"name": "Milk", "unit": "kg", "density": "1.03", "attributes": []}


def is_formula(text):
    """Whether a spreadsheet may compute it, also once one takes leading ' away."""
    return text.lstrip("'").startswith(FORMULA)


def neutralised(text):
    """What a program that reads the cell is told."""
    return "'" + text if is_formula(text) else text


def restored(cell):
    return cell[1:] if cell.startswith("'") and is_formula(cell) else cell


def answer_of(checks, coop, use_case, data):
    """(status, answer), however bad its bytes are: that is a failure of its own."""
    status, body = coop.request("manager", "POST", f"/api/v1/{use_case}", data)
    try:
        text = body.decode()
    except UnicodeDecodeError as bad:
        checks.expect(False, f"{use_case} answers bytes that are no UTF-8: "
                             f"{body[max(bad.start - 90, 0):bad.start + 10]}")
        text = body.decode(errors="replace")
    checks.expect(status < 500, f"{use_case} answers {status}: {text[:200]}")
    return status, json.loads(text)


def file_of(organisation, name, text, product=SHORT, good_rows_only=False):
    return {"organisation": organisation, "kind": "deliveries", "product": product,
            "file_name": name, "content": encoded(text), "good_rows_only": good_rows_only}


def preview_of(file):
    return {name: value for name, value in file.items() if name != "good_rows_only"}


def whole_name(supplier):
    return f"{supplier['given_names']} {supplier['family_names']}"


def suppliers_of(coop, product):
    """Whose names together, or whose payment's reference, are as long as one text; or the rest."""
    def is_long(one):
        return max(len(whole_name(one)), len(one["code"]) + len("S0000-")) > LONGEST_TEXT
    every = [kept.data for kept in coop.kept["add_supplier"]]
    return [one for one in every if is_long(one) == (product == LONG)]


def import_milk(checks, coop, product):
    """A file with a can of each of the suppliers, and a string in the note of each."""
    coop.must("manager", "add_product", {**ORG, **MILK, "code": product})
    rows = [["day", "supplier", "quantity", "reason"]]
    for supplier, note in zip(suppliers_of(coop, product), coop.strings):
        rows.append([DAY, supplier["code"], "10.000", note])
    file = file_of(OURS, f"{product}.csv", csv_of(rows), product, good_rows_only=True)
    status, preview = answer_of(checks, coop, "preview_import", preview_of(file))
    bad = {number for number, row in enumerate(rows[1:], 2)
           if not is_usable(row[1]) or len(row[3]) > LONGEST_TEXT}
    named = {each["line"]: each["code"] for each in preview["bad_rows"]}
    for number in sorted(bad ^ set(named)):
        checks.expect(False, f"import_of_milk takes a row wrongly or not: {rows[number - 1]!a}, "
                             f"found {named.get(number)}")
    checks.expect(status == 200, f"preview_import is refused: {preview}")
    status, answer = answer_of(checks, coop, "import_file", file)
    checks.expect(status == 200, f"import_of_milk is refused: {answer}")
    for number in bad & set(named):
        coop.must("manager", "record_delivery", {
            **ORG, "product": product, "supplier": rows[number - 1][1], "day": DAY,
            "shift": "morning", "quantity": "10.000", "outcome": "accepted"})
    compare_notes(checks, coop, product, {row[1]: row[3] for number, row in enumerate(rows[1:], 2)
                                          if number not in bad})


def compare_notes(checks, coop, product, notes):
    """The notes of a file come back byte for byte, without the blanks around them."""
    found = coop.ask("deliveries", **ORG, product=product, first=DAY, last=DAY,
                     limit=5000)["deliveries"]
    shown = {each["supplier"]: each.get("reason", "") for each in found}
    for code, note in notes.items():
        checks.expect(shown.get(code) == note.strip(BLANKS),
                      f"note_of_import of {code!a}: {shown.get(code)!a}, expected {note!a}")


def settle_milk(coop, product):
    """Posts the settlement in which everybody has milk; its number."""
    coop.must("manager", "set_purchase_terms", simple_terms(product))
    receipt = coop.must("manager", "compute_settlement", {**ORG, "product": product, **PERIOD})
    named = {**ORG, "settlement": receipt["made"][0]["number"]}
    coop.must("approver", "approve_settlement", named)
    coop.must("manager", "post_settlement", named)
    return named["settlement"]


def file_from(coop, name, settlement, **more):
    more = "".join(f"&{key}={value}" for key, value in more.items())
    return coop.request("auditor", "GET", f"/files/{name}?organisation={OURS}"
                        f"&settlement={settlement}{more}")


def payments(checks, coop, product, settlement, change=lambda body: body):
    """Each cell of payments.csv: neutralised where it must be, and else byte for byte."""
    status, body = file_from(coop, "payments.csv", settlement)
    checks.expect(status == 200, f"payments.csv of {product}: {status} {body[:300]}")
    if status != 200:
        return
    rows = list(csv.reader(io.StringIO(change(body).decode("utf-8-sig"), newline=""), strict=True))
    expected = {one["code"]: one for one in suppliers_of(coop, product)}
    checks.expect(len(rows) == len(expected) + 1 and all(len(row) == 5 for row in rows),
                  f"payments.csv has {len(rows)} rows, expected {len(expected)} and a title")
    for row in rows[1:]:
        payment(checks, row, expected.get(restored(row[1])), settlement)


def payment(checks, row, supplier, settlement):
    reference, code, name, *_ = row
    claim = supplier is not None
    checks.expect(claim and code == neutralised(supplier["code"]), f"payments.csv code {code!a}")
    whole = whole_name(supplier) if claim else ""
    checks.expect(claim and name == neutralised(whole) and restored(name) == whole,
                  f"payments.csv name {name!a}, expected {whole!a}")
    checks.expect(re.fullmatch(rf"S{settlement}-\d+", reference),
                  f"payments.csv reference {reference!a}")
    for cell in row:
        checks.expect(not cell.startswith(FORMULA), f"payments.csv has a formula: {cell!a}")


def papers(checks, coop, product, settlement):
    """No name stops the printing, and everybody has a statement."""
    for name in ("statements.pdf", "cash_sheet.pdf"):
        status, body = file_from(coop, name, settlement)
        checks.expect(status == 200 and body.startswith(b"%PDF"),
                      f"{name} of {product}: {status} {body[:300]}")
    found = coop.ask("statements", **ORG, settlement=settlement)["statements"]
    shown = {each["supplier"]: each for each in found}
    for data in suppliers_of(coop, product):
        one = shown.get(data["code"], {})
        checks.expect(one.get("name") == whole_name(data) and one.get("hamlet") == data["hamlet"],
                      f"statements shows {one.get('name')!a}, sent was {data!a}")
        checks.expect(0 < len(one.get("text_message", "")) <= 160, f"text_message of {data!a}")


def settle_and_print(checks, coop):
    """Everybody's milk, imported, settled and paid: those with the longest names apart. Gives the
    number of the settlement of the others."""
    numbers = {}
    for product in (SHORT, LONG):
        import_milk(checks, coop, product)
        numbers[product] = settle_milk(coop, product)
        payments(checks, coop, product, numbers[product])
        papers(checks, coop, product, numbers[product])
    return numbers[SHORT]


def unknown_suppliers(checks, coop):
    """Every string as the code of a supplier whom nobody knows: its row is named."""
    coop.must("manager", "add_product", {"organisation": PARTIES, **MILK, "code": SHORT})
    rows = [["day", "supplier", "quantity"], *([DAY, text, "1.000"] for text in coop.strings)]
    file = file_of(PARTIES, "unknown.csv", csv_of(rows))
    _, preview = answer_of(checks, coop, "preview_import", preview_of(file))
    shown = {each["line"]: each for each in preview["bad_rows"]}
    for line, (_, text, _) in enumerate(rows[1:], 2):
        one = shown.get(line, {})
        checks.expect(one.get("code") == "unknown_supplier" and one.get("column") == "supplier",
                      f"preview_import does not name line {line}: {one}")
        checks.expect(text.startswith(one.get("value", "?")),
                      f"preview_import shows {one.get('value')!a} of {text!a}")
    status, answer = answer_of(checks, coop, "import_file", file)
    named = {each["where"] for each in answer["problems"] if each["code"] == "unknown_supplier"}
    missing = {f"/content/{line}" for line in range(2, len(rows) + 1)} - named
    checks.expect(status == 422 and not missing, f"import_file does not name {sorted(missing)}")


def raw_files(checks, coop):
    """Every string as a line that nobody put into quotes, as a title, and as a whole file."""
    for text in coop.strings:
        for content in (f"day,supplier,quantity\n{DAY},{text},1.000\n",
                        f"day,supplier,quantity,{text}\n{DAY},nobody,1.000,x\n", text or " "):
            file = file_of(PARTIES, "raw.csv", content)
            for use_case, data in (("preview_import", preview_of(file)), ("import_file", file)):
                status, answer = answer_of(checks, coop, use_case, data)
                checks.expect(status == 200 and use_case == "preview_import"
                              or status == 422 and answer["problems"],
                              f"{use_case} of {content!a}: {status} {answer}")


def printed_registers(checks, coop):
    """Every supplier's name in the printed register, whatever it is."""
    status, answer = answer_of(checks, coop, "suppliers", ORG)
    address = f"/files/tables/suppliers.%s?organisation={OURS}"
    printed, body = coop.request("manager", "GET", address % "csv")
    rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")))[1:]
    checks.expect((status, printed) == (200, 200) and len(rows) == len(answer["suppliers"]),
                  f"the register of suppliers: {printed}, {len(rows)} rows")
    for supplier, row in zip(answer["suppliers"], rows):
        checks.expect([restored(cell) for cell in row[:2]] == [supplier["code"], supplier["name"]],
                      f"the register says {row[:2]} for {supplier['code']!r} {supplier['name']!r}")
        checks.expect(not any(cell.startswith(FORMULA) for cell in row), f"a formula: {row}")
    for ending, start in (("xlsx", b"PK"), ("pdf", b"%PDF-")):
        printed, body = coop.request("manager", "GET", address % ending)
        checks.expect(printed == 200 and body.startswith(start), f"suppliers.{ending}: {printed}")
