"""Prints what the demonstration holds, and reads it back."""

import csv
import datetime
import json
import os
import subprocess
import sys
import zipfile
from decimal import Decimal, InvalidOperation

import openpyxl
from checks import expect, report
from doors import Server, folder_in_memory

AYNI = os.environ["AYNI"]
EXAMPLES = os.path.join(os.path.dirname(__file__), "..", "..", "examples", "cabeza_de_toro")
JULY = {"first": "2025-07-01", "last": "2025-07-31"}
ASKED = {
    "trial_balance": JULY, "income_statement": JULY, "cash_flow": JULY,
    "position": {"as_of": "2025-08-31"}, "balances": {"as_of": "2025-07-31", "by_party": "true"},
    "journal": {}, "buyer_account": {"buyer": "COMPRADOR", "as_of": "2025-09-20"},
    "capital_register": {"as_of": "2025-08-31"}, "suppliers": {}, "obligations": {},
    "deliveries": {"product": "milk", "first": "2025-07-01", "last": "2025-07-03"},
    "days": {"product": "milk", **JULY}, "payments": {}, "payment_orders": {}, "vouchers": {},
    "settlements": {}, "settlement": {"settlement": "1"}, "lots": {}, "liquidations": {},
    "open_items": {}, "holds": {}, "closings": {}, "assets": {}, "input_stock": {},
    "input_movements": {}, "capital_movements": {}, "bank_statements": {}, "parties": {},
    "certificates": {}, "households": {}, "imports": {}, "mergers": {}, "registrations": {},
    "surplus_shares": {}, "bank_reconciliation": {"as_of": "2025-08-31"},
    "payment_result_files": {}, "due_calendar": JULY, "breaches": JULY,
}


def run(*arguments, zone="America/Lima"):
    return subprocess.run([AYNI, *arguments], capture_output=True, text=True, check=False,
                          env={**os.environ, "TZ": zone})


def flags(asked):
    return [text for name, value in {"organisation": "1", **asked}.items()
            for text in (f"--{name}", value)]


def paper(place, query, ending, language="es", login="contabilidad", zone="America/Lima"):
    """The bytes of a file, or why there is none."""
    out = os.path.join(place, f"{query}.{ending}")
    done = run("paper", os.path.join(place, "demo.ayni"), query, "--as", login, "--out", out,
               "--language", language, *flags(ASKED.get(query, {})), zone=zone)
    if done.returncode:
        return done.stdout + done.stderr
    with open(out, "rb") as file:
        return file.read()


def plain(cell):
    """A cell of either file as one value."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat()
    if isinstance(cell, (int, float)):
        return Decimal(repr(cell)).normalize()
    text = cell.removeprefix("'") if cell[:2] in ("'=", "'+", "'-", "'@") else cell
    try:
        return Decimal(text).normalize()
    except InvalidOperation:
        return text


def rows_of_csv(bytes_):
    parts = [[]]
    for row in csv.reader(bytes_.decode("utf-8-sig").splitlines()):
        parts[-1].append(row) if row else parts.append([])
    return parts


def read_back(query, place, text):
    """The workbook, as another program reads it, holds what the text holds."""
    path = os.path.join(place, f"{query}.xlsx")
    with zipfile.ZipFile(path) as packed:
        for name in packed.namelist():
            sound = subprocess.run(["xmllint", "--noout", "-"], input=packed.read(name),
                                   capture_output=True, check=False)
            expect(sound.returncode == 0, f"{query}: {name} is no XML")
            expect("vba" not in name and "externalLink" not in name, f"{query}: holds {name}")
    book, parts = openpyxl.load_workbook(path), rows_of_csv(text)
    expect(len(book.worksheets) == len(parts), f"{query}: {book.sheetnames}, {len(parts)} parts")
    for sheet, part in zip(book.worksheets, parts):
        found = list(sheet.iter_rows())
        expect(not any(cell.data_type == "f" for row in found for cell in row),
               f"{query}: a formula")
        frozen = int(sheet.freeze_panes[1:])
        expect(sheet.print_title_rows == f"${frozen - 1}:${frozen - 1}",
               f"{query}: {sheet.print_title_rows} comes again on paper")
        read = [[plain(cell.value) for cell in row] for row in found[frozen - 2:]]
        written = [[plain(cell) for cell in row] for row in part]
        differ = [pair for pair in zip(read, written) if pair[0] != pair[1]]
        expect(not differ and len(read) == len(written),
               f"{query}: the workbook differs from the text: {differ[:1]}")


def print_everything(place):
    for query in ASKED:
        text = paper(place, query, "csv")
        if isinstance(text, str):
            expect(False, f"{query}: {text}")
            continue
        for ending in ("xlsx", "pdf"):
            once = paper(place, query, ending)
            expect(once == paper(place, query, ending, zone="Asia/Tokyo"),
                   f"{query}.{ending} has other bytes in another time zone")
        read_back(query, place, text)
        for language in ("es", "en"):
            paper(place, query, "pdf", language)
            file = os.path.join(place, f"{query}.pdf")
            read = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True,
                                  text=True, check=False)
            page = "Página 1 de" if language == "es" else "Page 1 of"
            expect(read.returncode == 0 and not read.stderr and page in read.stdout,
                   f"{query}.pdf in {language}: {read.stderr}")


def same_as_the_query(place):
    """The trial balance and the journal, amount by amount."""
    def answer(query):
        done = run("call", os.path.join(place, "demo.ayni"), query, "--as", "contabilidad",
                   *flags({**ASKED[query], **({"limit": "1000"} if query == "journal" else {})}))
        return json.loads(done.stdout)
    lines, printed = answer("trial_balance"), rows_of_csv(paper(place, "trial_balance", "csv"))[0]
    for line, row in zip(lines["lines"], printed[1:-1]):
        opening, debit, credit, closing = (Decimal(line[name]["amount"]) for name in
                                           ("opening", "debit", "credit", "closing"))
        cells = [Decimal(cell or "0") for cell in row[1:]]
        expect(cells[0] - cells[1] == opening and cells[4] - cells[5] == closing
               and cells[2:4] == [debit, credit], f"trial balance: {line} {row}")
    total = printed[-1]
    expect(total[1] == total[2] and total[3] == total[4] == lines["debit"]["amount"]
           and total[5] == total[6], f"trial balance: its totals are {total}")
    entries, printed = answer("journal"), rows_of_csv(paper(place, "journal", "csv"))[0]
    legs = [(str(entry["number"]), Decimal(leg["amount"]["amount"]))
            for entry in entries["entries"] for leg in entry["legs"]]
    expect(entries["total"] < 1000 and legs == [
        (row[0], Decimal(row[6] or "0") - Decimal(row[7] or "0")) for row in printed[1:-1]],
        "the journal is not what was printed")
    expect(printed[-1][6] == printed[-1][7], f"journal: {printed[-1]}")


def refusals(place):
    for query, ending, login, wanted in (
            ("trial_balance", "doc", "contabilidad", "format_unknown"),
            ("trial_balance", "xlsx", "direccion", "not_allowed"),
            ("trial_balance", "pdf", "nobody", "not_found"),
            ("terms", "xlsx", "contabilidad", "unknown_use_case"),
            ("nothing", "xlsx", "contabilidad", "unknown_use_case")):
        why = paper(place, query, ending, login=login)
        expect(isinstance(why, str) and wanted in why, f"{query}.{ending} as {login}: {why}")
        expect(not os.path.exists(os.path.join(place, "nothing.xlsx")), "a file of nothing")


def through_a_server(place):
    """Beside a server that holds the file the command gives the same bytes."""
    alone = paper(place, "trial_balance", "xlsx")
    server = Server(AYNI, os.path.join(place, "demo.ayni"))
    expect(paper(place, "trial_balance", "xlsx") == alone, "a server changes the bytes")
    server.stop()


def main():
    with folder_in_memory() as place:
        made = run("demo", os.path.join(place, "demo.ayni"), "--examples", EXAMPLES)
        if made.returncode:
            sys.exit(made.stderr)
        for part in (print_everything, same_as_the_query, refusals, through_a_server):
            part(place)
    return report()


if __name__ == "__main__":
    sys.exit(main())
