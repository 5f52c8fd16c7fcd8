#!/usr/bin/env python3
"""Checks the committed example: that it is what make.py makes, and that it keeps its promises.

    python3 check.py [MILK_RECORDING.csv CENTROS_POBLADOS.csv]

Without the raw data the first check is skipped, and says so; with CI=true that is a failure.
"""

import csv
import os
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
RAW_DATA = HERE / "../../../shared/data"
RECORDING = RAW_DATA / "milk" / "milk_recording_15_herds.csv"
PLACES = RAW_DATA / "geo" / "pe_centros_poblados_cajamarca_ica_canete.csv"
FORTNIGHTS = {"2025-07-1": ("2025-07-01", "2025-07-15"), "2025-07-2": ("2025-07-16", "2025-07-31"),
              "2025-08-1": ("2025-08-01", "2025-08-15"), "2025-08-2": ("2025-08-16", "2025-08-31")}
ENDS = [last for _, last in FORTNIGHTS.values()]
LATE_SAMPLES_FROM = "2025-08-26"
BYTES_OF_A_FILE, BYTES_OF_ALL = 1_400_000, 3_000_000
HEADERS = {
    "suppliers": "code,kind,given_names,family_names,sex,dni,household,hamlet_code,hamlet,joined,"
                 "phone,tb_free_until,brucellosis_free_until",
    "hamlets": "code,name,latitude,longitude",
    "deliveries": "date,shift,supplier,kg,outcome,reason",
    "analyses": "date,shift,supplier,fat,protein,solids,scc,scc_capped,solids_derived",
    "lots": "lot,date,litres,fat,protein,solids",
    "receipts": "date,document,amount,liquidation",
    "liquidation": "lote;kg;solids;precio;importe",
    "obligations": "supplier,kind,amount,instalment,first_due,document,creditor,item,quantity",
    "parties": "code,name",
    "opening": "account,party,amount",
    "accounts": "date,supplier,account",
    "vouchers": "date,document,payee,purpose,account,party,amount,paid_from",
    "inputs": "date,act,item,party,quantity,amount,vat,instalment,first_due,document",
    "assets": "date,document,name,used_from,cost,months,residual,before",
    "orders": "date,settlement,method,suppliers,unsigned",
    "told": "date,settlement,supplier,state,reason,receiver",
    "explained": "statement,text,account,party,document,settlement",
}

problems = []


def expect(claim, where):
    if not claim:
        problems.append(where)


def read(name, folder=HERE):
    path = folder / f"{name}.csv"
    content = path.read_bytes()
    expect(b"\r" not in content and not content.startswith(b"\xef\xbb\xbf")
           and content.endswith(b"\n"), f"{name}: line ends, BOM or last line")
    delimiter = ";" if name.startswith("liquidation") else ","
    rows = list(csv.DictReader(content.decode("utf-8").splitlines(), delimiter=delimiter))
    kind = re.search("|".join(HEADERS), name).group()
    expect(content.decode("utf-8").split("\n")[0] == HEADERS[kind], f"{name}: header")
    expect(all(None not in row and None not in row.values() for row in rows), f"{name}: ragged")
    return rows


def is_date(text):
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def hundredths(text):
    expect(re.fullmatch(r"\d+\.\d\d", text), f"two decimals: {text!r}")
    return int(text.replace(".", ""))


def check_same_bytes(recording, places):
    """Runs make.py again and compares every file with the committed one."""
    if not (recording.exists() and places.exists()):
        print("SKIPPED: the raw data is absent; make.py was not run again")
        expect(os.environ.get("CI") != "true", "raw data absent although CI=true")
        return
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder)
        subprocess.run([sys.executable, "-B", HERE / "make.py", recording, places, made],
                       check=True, stdout=subprocess.DEVNULL)
        names = {path.name for path in made.glob("*.csv")}
        committed_names = {path.name for path in HERE.glob("*.csv")}
        expect(names == committed_names, "other files than make.py makes")
        for name in sorted(names):
            committed = HERE / name
            expect(committed.exists() and committed.read_bytes() == (made / name).read_bytes(),
                   f"{name}: differs from what make.py makes")


def check_sizes():
    sizes = [path.stat().st_size for path in [*HERE.glob("*.csv"), *HERE.glob("bank/*.xml")]]
    expect(max(sizes) < BYTES_OF_A_FILE and sum(sizes) <= BYTES_OF_ALL, "files too large")


def check_people():
    hamlets = {row["code"]: row for row in read("hamlets")}
    expect(len(hamlets) == 6, "six hamlets")
    for code, row in hamlets.items():
        expect(re.fullmatch(r"110504\d{4}", code) and -13.72 < float(row["latitude"]) < -13.61
               and -76.03 < float(row["longitude"]) < -75.98, f"hamlet {code}")
    suppliers = {row["code"]: row for row in read("suppliers")}
    expect(list(suppliers) == [f"M-{n:03d}" for n in range(1, 39)]
           + [f"P-{n:03d}" for n in range(1, 151)], "codes of suppliers")
    numbers = [row["dni"] for row in suppliers.values() if row["dni"]]
    expect(len(set(numbers)) == len(numbers), "DNI twice")
    names = {(row["given_names"], row["family_names"]) for row in suppliers.values()}
    expect(len(names) == len(suppliers), "name twice")
    for code, row in suppliers.items():
        expect(row["kind"] == ("member" if code[0] == "M" else "supplier"), f"{code}: kind")
        expect(row["sex"] in ("F", "M") and row["household"], f"{code}: sex, household")
        expect(re.fullmatch(r"(00\d{6})?", row["dni"]), f"{code}: DNI must be visibly invented")
        expect(re.fullmatch(r"(900 000 \d{3})?", row["phone"]), f"{code}: phone")
        expect(hamlets.get(row["hamlet_code"], {}).get("name") == row["hamlet"], f"{code}: hamlet")
        expect(is_date(row["joined"]) and "2013-01-01" <= row["joined"] < "2025-07-01",
               f"{code}: joined")
        for certificate in ("tb_free_until", "brucellosis_free_until"):
            expect(not row[certificate] or is_date(row[certificate]), f"{code}: {certificate}")
    for certificate in ("tb_free_until", "brucellosis_free_until"):
        inside = [row for row in suppliers.values() if "2025-07-01" <= row[certificate] < ENDS[-1]]
        expect(len(inside) >= 3, f"{certificate}: a few lapse inside the period")
    return suppliers


def check_deliveries(suppliers):
    seen = {}
    for name in [f"deliveries_{fortnight}" for fortnight in FORTNIGHTS] + ["late_deliveries"]:
        first, last = FORTNIGHTS.get(name[11:], ("2025-07-01", "2025-07-31"))
        rows = read(name)
        for n, row in enumerate(rows, 2):
            key = row["date"], row["shift"], row["supplier"]
            where = f"{name} line {n}"
            expect(key not in seen, f"{where}: delivered twice")
            seen[key] = row
            expect(is_date(row["date"]) and first <= row["date"] <= last, f"{where}: date")
            expect(row["shift"] in ("morning", "evening"), f"{where}: shift")
            expect(row["supplier"] in suppliers, f"{where}: supplier")
            expect(re.fullmatch(r"\d+\.\d", row["kg"]) and 0 < float(row["kg"]) < 200,
                   f"{where}: kg")
            expect(row["outcome"] in ("accepted", "rejected"), f"{where}: outcome")
            expect((row["outcome"] == "rejected") == bool(row["reason"]), f"{where}: reason")
        if name != "late_deliveries":
            expect({row["supplier"] for row in rows} == set(suppliers), f"{name}: who is missing")
            expect(any(row["reason"] for row in rows), f"{name}: no rejection")
    expect(0 < 62 * 2 * 188 - len(seen) < 200, "a few supplier-days without milk")
    return seen


def check_analyses(suppliers, deliveries):
    weeks, flaws = set(), {"not analysed": 0, "no cells": 0, "capped": 0}
    for name in [f"analyses_{fortnight}" for fortnight in FORTNIGHTS] + ["late_analyses"]:
        first, last = FORTNIGHTS.get(name[9:], (LATE_SAMPLES_FROM, ENDS[-1]))
        for n, row in enumerate(read(name), 2):
            where = f"{name} line {n}"
            key = row["date"], row["shift"], row["supplier"]
            expect(deliveries.get(key, {}).get("outcome") == "accepted", f"{where}: of no delivery")
            expect(row["shift"] == "morning" and first <= row["date"] <= last, f"{where}: when")
            expect((row["date"] >= LATE_SAMPLES_FROM) == (name == "late_analyses"),
                   f"{where}: late")
            days = (date.fromisoformat(row["date"]) - date(2025, 7, 1)).days
            expect((row["supplier"], days // 7) not in weeks, f"{where}: second sample of the week")
            weeks.add((row["supplier"], days // 7))
            if row["fat"]:
                fat, protein, solids = (hundredths(row[k]) for k in ("fat", "protein", "solids"))
                expect(fat > 0 and protein > 0 and solids == fat + protein + 550,
                       f"{where}: solids")
            else:
                expect(not row["protein"] and not row["solids"], f"{where}: half analysed")
            expect(row["solids_derived"] == ("yes" if row["fat"] else "no"), f"{where}: derived")
            expect(re.fullmatch(r"([1-9]\d{0,3})?", row["scc"]), f"{where}: cells")
            expect(row["scc_capped"] == "no" or int(row["scc"] or 0) > 1000, f"{where}: capped")
            flaws["not analysed"] += not row["fat"]
            flaws["no cells"] += not row["scc"]
            flaws["capped"] += row["scc_capped"] == "yes"
    expect(len(weeks) == 9 * len(suppliers), "one sample of each supplier in each of nine weeks")
    expect(all(flaws.values()), f"the recording's flaws are kept: {flaws}")


def check_obligations(suppliers):
    rows = read("obligations")
    kinds = ["input", "advance", "share", "third_party", "loan"]
    expect({row["kind"] for row in rows} == set(kinds), "obligations: kinds")
    expect(len({row["document"] for row in rows}) == len(rows), "obligations: document twice")
    for n, row in enumerate(rows, 2):
        where = f"obligations line {n}"
        expect(row["supplier"] in suppliers, f"{where}: supplier")
        expect(0 < hundredths(row["instalment"]) <= hundredths(row["amount"]), f"{where}: amounts")
        expect(row["first_due"] in ENDS, f"{where}: first_due")
        expect(row["kind"] not in ("share", "loan") or row["supplier"][0] == "M",
               f"{where}: {row['kind']} of a non-member")
        expect((row["kind"] == "third_party") == bool(row["creditor"]), f"{where}: creditor")
        left_the_store = row["kind"] == "input" and row["first_due"] > ENDS[0]
        expect(left_the_store == bool(row["item"]) == bool(row["quantity"]), f"{where}: goods")


def check_sales(deliveries):
    """A lot a day, of a little less than was collected; his scale shows less, and twice too much
    less; what he paid is what he owed of the first fortnight, and a part of the second."""
    lots = {row["lot"]: row for row in read("lots")}
    expect(len(lots) == 62, "lots")
    collected = {}
    for row in deliveries:
        if row["outcome"] == "accepted":
            collected[row["date"]] = collected.get(row["date"], 0) + float(row["kg"])
    for code, row in lots.items():
        left = float(row["litres"]) * 1.03
        expect(0.99 < left / collected[row["date"]] < 1, f"{code}: other than was collected")
    disputed, paid = [], {}
    for name in list(FORTNIGHTS)[:3]:
        rows = read(f"liquidation_{name}")
        paid[name] = sum(int(row["importe"].replace(",", "")) for row in rows)
        for row in rows:
            share = float(row["kg"].replace(",", ".")) / (float(lots[row["lote"]]["litres"]) * 1.03)
            expect(share <= 1, f"{row['lote']}: he weighed more")
            if share < 0.995:
                disputed.append(row["lote"])
    expect(disputed == ["L-0705", "L-0727"], f"other lots in dispute: {disputed}")
    of_june, first, second = (hundredths(row["amount"]) for row in read("receipts"))
    owed = [row["amount"] for row in read("opening") if row["account"] == "buyer_receivable"]
    expect([of_june] == [hundredths(amount) for amount in owed], "receipt of what was owed")
    expect(first == paid["2025-07-1"] and second < paid["2025-07-2"], "receipts")


def check_office(suppliers):
    """Days lie in both months, who is named is known, and no account is anybody's."""
    known = set(suppliers) | {row["code"] for row in read("parties")} | {
        row["creditor"] for row in read("obligations")} | {"", "COMPRADOR"}
    for name in ("accounts", "vouchers", "inputs", "assets", "orders", "told", "explained"):
        for n, row in enumerate(read(name), 2):
            where = f"{name} line {n}"
            expect("date" not in row or is_date(row["date"])
                   and "2025-06-30" <= row["date"] <= ENDS[-1], f"{where}: date")
            named = {row.get(key, "") for key in ("supplier", "payee", "party", "receiver")}
            for key in ("suppliers", "unsigned"):
                named |= set(row.get(key, "").split())
            expect(named <= known, f"{where}: {named - known} is nobody")
    for row in read("accounts"):
        number = row["account"]
        expect(re.fullmatch(r"(999\d{17})?", number), f"account {number} may be somebody's")
    numbers = [row["account"] for row in read("accounts") if row["account"]]
    expect(len(set(numbers)) == len(numbers), "account twice")
    for name, end in (("2025-07", ENDS[1]), ("2025-08", ENDS[3])):
        text = (HERE / f"bank/statement_{name}.xml").read_text(encoding="utf-8")
        days = re.findall(r"<BookgDt><Dt>(.*?)</Dt>", text)
        expect(days == sorted(days) and days[-1] <= end, f"statement of {name}: days")


def check_schema():
    """The bank's statements are what ISO 20022 says that they are."""
    schema = RAW_DATA / "iso20022/schema/camt.053.001.02.xsd"
    if not (schema.exists() and shutil.which("xmllint")):
        print("SKIPPED: the schema or xmllint is absent; the statements were not validated")
        return
    for path in sorted(HERE.glob("bank/statement_*.xml")):
        done = subprocess.run(["xmllint", "--noout", "--schema", schema, path], text=True,
                              capture_output=True)
        expect(done.returncode == 0, f"{path.name}: {done.stderr[:300]}")


def main():
    recording, places = map(Path, sys.argv[1:]) if len(sys.argv) == 3 else (RECORDING, PLACES)
    check_same_bytes(recording, places)
    check_sizes()
    suppliers = check_people()
    deliveries = check_deliveries(suppliers)
    check_analyses(suppliers, deliveries)
    check_sales([row for name in (*FORTNIGHTS, "late") for row in read(
        "late_deliveries" if name == "late" else f"deliveries_{name}")])
    check_obligations(suppliers)
    check_office(suppliers)
    check_schema()
    for problem in problems[:20]:
        print(f"WRONG: {problem}")
    print(f"{len(problems)} problems" if problems else "the example is as it should be")
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
