"""Two months of the example's books, made twice, held against the bank and against themselves."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from checks import expect, report
from throwaway import PostgresServer

AYNI = os.path.abspath(os.environ["AYNI"])
ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples/cabeza_de_toro"
MONTHS = {"2025-07": "2025-07-31", "2025-08": "2025-08-31"}
NEVER_BELOW_ZERO = ("bank", "cash", "petty_cash", "stock_inputs", "staff_advance")
FIRST, LAST = date(2025, 6, 30), date(2025, 8, 31)


def make(file, examples=EXAMPLE):
    return subprocess.run([AYNI, "demo", file, "--closed", "--examples", examples],
                          capture_output=True, text=True)


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


class Books:
    """The questions of an auditor, in one session."""

    def __init__(self, file):
        self.process = subprocess.Popen([AYNI, "call", file, "--session"], text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, use_case, **data):
        request = {"as": "auditoria", "use_case": use_case, "input": {"organisation": 1, **data}}
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def balances(self, day):
        return {row["account"]: money(row["amount"])
                for row in self.ask("balances", as_of=str(day))["balances"]}

    def close(self):
        self.process.stdin.close()
        self.process.wait(20)
        self.process.stdout.close()


def money(amount):
    return Decimal(amount["amount"])


def closing_balance(text):
    found = re.search(r"<Cd>CLBD</Cd>.*?<Amt[^>]*>([\d.]+)</Amt>", text, re.DOTALL)
    return Decimal(found[1])


def check_made_again(file, other):
    """Made twice, on whatever engine, it is the same."""
    made = make(other)
    expect(made.returncode == 0, f"made again: {made.stderr}")
    expect(run(AYNI, "digest", file) == run(AYNI, "digest", other), f"{other} differs from {file}")
    expect("ok: nothing differs" in run(AYNI, "verify", other), f"ayni verify {other}")


def check_bank(books):
    """The bank agrees to the céntimo, and nothing is on its way that nobody can explain."""
    for number, (month, last) in enumerate(MONTHS.items(), 1):
        text = (EXAMPLE / f"bank/statement_{month}.xml").read_text()
        found = books.ask("bank_reconciliation", as_of=last)
        expect(found["agrees"] and not found["not_explained"] and not found["in_transit"],
               f"{month}: the bank is not explained: {found}")
        expect(money(found["statement"]) == closing_balance(text), f"{month}: another balance")
        expect(money(found["books"]) - money(found["not_stated_total"]) == closing_balance(text),
               f"{month}: the books have {found['books']}")
        expect(books.balances(last).get("in_transit", 0) == 0, f"{month}: something in transit")
        lines = books.ask("bank_statement", statement=number)["lines"]
        by_hand = [line for line in lines if line["meaning"]["reasons"] == ["by_hand"]]
        expect(len(by_hand) * 2 < len(lines) and all(line["meaning"]["score"] for line in lines
                                                     if line not in by_hand),
               f"{month}: {len(by_hand)} of {len(lines)} lines needed a person")
    expect(found["not_stated"] == [], "in the end the bank's statement lacks an entry")


def check_payments(books):
    """Every way that a payment can go stands in the example."""
    states = {event["state"] for payment in books.ask("payments")["payments"]
              for event in payment["history"]}
    expect(states >= {"sent", "unknown", "paid", "refused", "returned", "misdirected"},
           f"payments only went {states}")


def check_books(books):
    closings = books.ask("closings")
    expect([each["month_end"] for each in closings["closings"] if not each["reopened"]] ==
           sorted(MONTHS.values(), reverse=True), f"closed is {closings}")
    expect(closings["open_from"] == "2025-09-01", "the books are not open from September on")
    trial = books.ask("trial_balance", first="2025-06-30", last="2025-08-31")
    expect(trial["debit"] == trial["credit"], f"debit {trial['debit']}, credit {trial['credit']}")
    expect(sum(money(line["closing"]) for line in trial["lines"]) == 0, "the trial balance")
    for last in MONTHS.values():
        position = books.ask("position", as_of=last)
        expect(position["total_assets"] == position["total_liabilities_and_equity"],
               f"position of {last}")
    day = FIRST
    while day <= LAST:
        below = {name: amount for name, amount in books.balances(day).items()
                 if name in NEVER_BELOW_ZERO and amount < 0}
        expect(not below, f"{day}: {below}")
        day += timedelta(days=1)
    refused = books.ask("accrue_milk", product="milk", month_end="2025-08-31")
    expect("problems" in refused, "an auditor accrued milk")


def check_people(books):
    """Who proposes does not approve."""
    for voucher in books.ask("vouchers")["vouchers"]:
        expect(voucher["decided_by"] != voucher["proposed_by"], f"voucher {voucher['number']}")
    for order in books.ask("payment_orders")["orders"]:
        expect(order["decided_by"] != order["ordered_by"], f"order {order['order']}")


def check_sold_inputs(books):
    """Whatever was sold out of the store says in the same entry what it had cost."""
    found = books.ask("journal", account="sales_inputs", limit=1000)
    expect(found["total"] == len(found["entries"]) > 60, f"{found['total']} sales of inputs")
    for entry in found["entries"]:
        accounts = {leg["account"]: money(leg["amount"]) for leg in entry["legs"]}
        expect(accounts.get("cost_of_inputs", 0) > 0 and
               accounts["cost_of_inputs"] == -accounts.get("stock_inputs", 0) <
               -accounts["sales_inputs"], f"a sale without its cost: {entry}")


def check_cash_limit(books):
    """Cash of the limit or more is flagged, and there is some of it."""
    limits = books.ask("index_values", series="bank_use_limit")["values"]
    expect([Decimal(each["value"]) for each in limits] == [Decimal(2000)], f"limits: {limits}")
    payments = books.ask("payments")["payments"]
    flagged = [each for each in payments if each["cash_above_limit"]]
    expect(flagged and flagged == [each for each in payments if each["method"] == "cash" and
                                   money(each["amount"]) >= 2000], f"flagged: {flagged}")


def check_store(books):
    """What is in store is what the account of it has, and so with what lasts for years."""
    balances = books.balances(LAST)
    expect(money(books.ask("input_stock")["value"]) == balances["stock_inputs"], "the store")
    expect(money(books.ask("assets", as_of=str(LAST))["worth"]) ==
           balances["fixed_asset"] + balances["accumulated_depreciation"], "the assets")
    shares = sum((money(member["balance"]) for member in
                  books.ask("capital_register", as_of=str(LAST))["members"]), Decimal(0))
    expect(shares == -balances["share_capital"], f"the shares are {shares}")


def check_told_in_words(books):
    """The figures of README.md are those of the program."""
    told = re.findall(r"^\| (\w+) \| ([\d ,.-]+) \| ([\d ,.-]+) \|$",
                      (EXAMPLE / "README.md").read_text(), re.MULTILINE)
    found = {}
    for month, last in MONTHS.items():
        days = {"first": f"{month}-01", "last": last}
        income, position = books.ask("income_statement", **days), books.ask("position", as_of=last)
        flow = books.ask("cash_flow", **days)
        lines = {line["account"]: money(line["amount"]) for part in ("income", "expenses")
                 for line in income[part]}
        figures = {"sales": lines["sales_produce"],
                   "milk": lines["purchases_member"] + lines["purchases_third"],
                   "result": money(income["result"]), "assets": money(position["total_assets"]),
                   "money": money(flow["closing"])}
        for name, amount in figures.items():
            found.setdefault(name, []).append(amount)
    expect({name: [Decimal(text.replace(",", "")) for text in texts] for name, *texts in told} ==
           found, f"README.md says {told}, the program {found}")


def check_handbook(file):
    """What both handbooks tell a reader to type is typed, and answered."""
    for page, name in (("mes", "cerrado.ayni"), ("month", "closed.ayni")):
        text = (ROOT / f"docs/handbook/{page}.md").read_text()
        typed = [line.replace(name, file).split()[1:] for block in
                 re.findall(r"```sh\n(.*?)```", text, re.DOTALL) for line in block.splitlines()]
        expect(typed[:1] == [["demo", file, "--closed"]], f"{page}.md begins with {typed[:1]}")
        for command in typed[1:]:
            done = subprocess.run([AYNI, *command], capture_output=True, text=True)
            expect(done.returncode == 0, f"{page}.md: {' '.join(command)}: {done.stderr}")


def check_planted_faults(folder):
    """A statement that is wrong by one céntimo, in its balance, in its summary or in one payment of
    a sum, is refused, and no half of an example is left."""
    wrong, file = Path(folder) / "wrong", f"{folder}/wrong.ayni"
    shutil.copytree(EXAMPLE, wrong)
    statement = wrong / "bank/statement_2025-07.xml"
    text = statement.read_text()
    for place in ("<Cd>CLBD</Cd>.*?<Amt[^>]*>", "<TtlDbtNtries>.*?<Sum>", "<TxAmt><Amt[^>]*>"):
        found = re.search(rf"({place})([\d.]+)<", text, re.DOTALL)
        more = str(Decimal(found[2]) + Decimal("0.01"))
        statement.write_text(text[:found.start(2)] + more + text[found.end(2):])
        made = make(file, wrong)
        expect(made.returncode == 1 and "totals_differ" in made.stderr, f"{place}: {made.stderr}")
        expect(not os.path.exists(file), "half an example was left")


def check_bank_files(folder):
    """What the bank of the example answers is what is in the tree."""
    run(sys.executable, "-B", EXAMPLE / "bank.py", AYNI, f"{folder}/bank")
    made = {path.name: path.read_bytes() for path in Path(folder, "bank").iterdir()}
    kept = {path.name: path.read_bytes() for path in (EXAMPLE / "bank").iterdir()}
    expect(made.keys() == kept.keys(), f"bank.py makes {sorted(made)}")
    for name in sorted(made.keys() & kept.keys()):
        expect(made[name] == kept[name], f"{name}: differs from what bank.py makes")


def main():
    with tempfile.TemporaryDirectory() as folder:
        file = f"{folder}/first.ayni"
        made = make(file)
        expect(made.returncode == 0, f"ayni demo --closed: {made.stderr}")
        expect("ok: nothing differs" in run(AYNI, "verify", file), "ayni verify")
        check_made_again(file, f"{folder}/second.ayni")
        with PostgresServer() as server:
            check_made_again(file, server.database("closed"))
        books = Books(file)
        for check in (check_bank, check_payments, check_books, check_people, check_store,
                      check_sold_inputs, check_cash_limit, check_told_in_words):
            check(books)
        books.close()
        check_handbook(file)
        check_planted_faults(folder)
        check_bank_files(folder)
    return report()


if __name__ == "__main__":
    sys.exit(main())
