"""Our journal beside two programs that know nothing of us: hledger and ledger."""

import csv
import datetime
import io
import json
import os
import re
import subprocess
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

from checks import expect, report

AYNI = os.environ["AYNI"]
ROOT = Path(__file__).resolve().parents[2]
FIRST, DAYS = "2025-01-01", ("2025-07-15", "2025-07-31", "2025-08-15", "2199-12-31")
CLASSES = {"asset": "assets", "liability": "liabilities", "equity": "equity", "income": "income",
           "expense": "expenses"}
PLAIN = re.compile(r"[A-Za-z0-9._À-ÿ-]+( [A-Za-z0-9._À-ÿ-]+)*")


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def ask(file, use_case, **data):
    flags = [part for name, value in data.items() for part in (f"--{name}", str(value))]
    return json.loads(run(AYNI, "call", file, use_case, "--as", "auditoria", "--organisation", "1",
                          *flags))


def ours(file, day):
    """Account → amount, as our own balances have it."""
    rows = ask(file, "balances", as_of=day, by_party="true")["balances"]
    named = {}
    for row in rows:
        name = f"{CLASSES[row['account_class']]}:{row['account']}"
        party = row.get("party")
        if party is not None:
            expect(PLAIN.fullmatch(party), f"the demo's code {party} is plain")
            name += f":{party}"
        named[name] = named.get(name, 0) + Decimal(row["amount"]["amount"])
    return {name: amount for name, amount in named.items() if amount}


def amount_of(text):
    return Decimal(text.split()[0].replace(",", "")) if text.strip() != "0" else Decimal(0)


def by_hledger(journal, day):
    text = run("hledger", "-f", journal, "balance", "--flat", "--no-total", "--historical",
               "-e", after(day), "-O", "csv", "not:nothing")
    rows = list(csv.reader(io.StringIO(text)))[1:]
    return {name: amount_of(amount) for name, amount in rows if amount_of(amount)}


def by_ledger(journal, day):
    text = run("ledger", "-f", journal, "balance", "--flat", "--no-total", "--end", after(day),
               "--format", "%(account)\t%(scrub(display_amount))\n")
    rows = (line.split("\t") for line in text.splitlines() if line)
    return {name: amount_of(amount) for name, amount in rows if amount_of(amount)}


def after(day):
    return str(datetime.date.fromisoformat(day) + datetime.timedelta(1))


def closed_months():
    """The example until both months are closed: nothing of the bank, stock or assets is lost."""
    with tempfile.TemporaryDirectory() as folder:
        file, journal = f"{folder}/closed.ayni", f"{folder}/closed.journal"
        subprocess.run([AYNI, "demo", file, "--closed"], cwd=ROOT, check=True, capture_output=True)
        text = ask(file, "journal_file", first=FIRST, last="2199-12-31")["content"]
        Path(journal).write_text(text)
        same(journal, file)


def same(journal, file):
    """Which of both programs agrees with us on every day; a count of what was compared."""
    for day in DAYS:
        expected = ours(file, day)
        expect(expected or day == DAYS[0], f"{day}: our books are empty")
        for reader in (by_hledger, by_ledger):
            found = reader(journal, day)
            expect(found == expected, f"{reader.__name__} {day}: " + ", ".join(
                f"{name} {found.get(name)} and not {expected.get(name)}"
                for name in sorted(found.keys() | expected.keys())
                if found.get(name) != expected.get(name))[:400])


def by_chart(file, journal):
    """The journal by the accounts of Peru's chart: hledger agrees with our trial balance by it."""
    chart = json.loads((ROOT / "docs/charts/pcge.json").read_text())
    request = {"as": "contabilidad", "use_case": "set_chart", "input": {"organisation": 1, **chart}}
    told = subprocess.run([AYNI, "call", file, "--session"], input=json.dumps(request) + "\n",
                          capture_output=True, text=True, check=True).stdout
    expect("problems" not in told, f"set_chart: {told}")
    asked = {"first": FIRST, "last": "2199-12-31", "chart": chart["name"]}
    Path(journal).write_text(ask(file, "journal_file", **asked)["content"])
    expected = {each["code"]: Decimal(each["closing"]["amount"])
                for each in ask(file, "trial_balance", **asked)["accounts"]}
    found = {}
    for name, amount in by_hledger(journal, "2199-12-31").items():
        code = name.split(":")[0]
        found[code] = found.get(code, 0) + amount
    expect(len(expected) > 5, "the chart has hardly an account")
    expect({code: amount for code, amount in found.items() if amount} ==
           {code: amount for code, amount in expected.items() if amount}, "hledger by the chart")


def main():
    with tempfile.TemporaryDirectory() as folder:
        file, journal = f"{folder}/demo.ayni", f"{folder}/books.journal"
        subprocess.run([AYNI, "demo", file], cwd=ROOT, check=True, capture_output=True)
        text = ask(file, "journal_file", first=FIRST, last="2199-12-31")["content"]
        Path(journal).write_text(text)
        same(journal, file)
        # A planted fault: one céntimo moved between two accounts.
        wrong = re.sub(r"(purchases_member\S*  [0-9.]+)(\d) ",
                       lambda found: f"{found[1]}{(int(found[2]) + 1) % 10} ", text, count=1)
        Path(journal).write_text(wrong)
        reads = subprocess.run(["hledger", "-f", journal, "balance"], capture_output=True)
        expect(wrong != text and reads.returncode != 0, "hledger does not see a planted fault")
        reads = subprocess.run(["ledger", "-f", journal, "balance"], capture_output=True)
        expect(reads.returncode != 0, "ledger does not see a planted fault")
        by_chart(file, journal)
    closed_months()
    return report()


if __name__ == "__main__":
    sys.exit(main())
