#!/usr/bin/env python3
"""Plays the bank of the example: answers each payment order, and writes July's and August's
statements of the co-operative's account.

    python3 bank.py AYNI OUT_DIR

A bank answers what it was sent. So the program AYNI keeps the books of the example as far as the
bank has answered, is asked what it sent, and the next answer is written, until both months are
closed. Nothing is drawn here: whom there is trouble with is in office.py.
"""

import csv
import json
import shutil
import subprocess
import sys
import tempfile
from collections import namedtuple
from pathlib import Path

from basics import decimal, fixed
from office import OWN_ACCOUNT, make_trouble
from people import make_suppliers

HERE = Path(__file__).resolve().parent
MONTHS = ["2025-07", "2025-08"]
LAST_DAY = {"2025-07": "2025-07-31", "2025-08": "2025-08-31"}
TRANSFER_FEE, RETURN_FEE, UPKEEP, LOAN_INSTALMENT = 50, 450, 1500, 250_000
INTEREST = {"2025-07": 1_284, "2025-08": 976}
INSTALMENTS = {"2025-07": ("2025-07-25", "CUOTA PRESTAMO 7 DE 24"),
               "2025-08": ("2025-08-25", "CUOTA PRESTAMO 8 DE 24")}
# A cheque that its receiver took to the bank on a later day.
CASHED = {"BP-07-02": "2025-08-01"}
# Money for the till is taken at the counter, and nothing is written on it.
AT_THE_COUNTER = ("CH-",)
# Transfers that took so long that their day says nothing.
CLEARED = {"2025-08-07": "2025-08-14"}
ANSWERED_LATE = {"2025-08-19": "2025-08-21"}

# Céntimos, above zero it came in; details: payments of a sum.
Line = namedtuple("Line", "day cents text reference party reason message details",
                  defaults=("", "", "", "", "", ()))


class Books:
    """What the program answers of the co-operative's books."""

    def __init__(self, ayni, file):
        self.ayni, self.file = ayni, file

    def ask(self, use_case, **flags):
        flags = [part for name, value in flags.items() for part in (f"--{name}", str(value))]
        return json.loads(subprocess.run(
            [self.ayni, "call", self.file, use_case, "--as", "auditoria", "--organisation", "1",
             *flags], check=True, capture_output=True, text=True).stdout)

    def sent_orders(self):
        """Of the bank, the oldest first, each with its payments."""
        orders = [order for order in self.ask("payment_orders")["orders"]
                  if order["method"] == "bank" and order["state"] == "sent"]
        for order in orders:
            order["payments"] = self.ask("payments", order=order["order"])["payments"]
        return sorted(orders, key=lambda order: order["order"])

    def movements(self, month):
        """Vouchers and receipts of a month that moved the bank: (day, céntimos, document)."""
        documents = {voucher["entry"]: voucher["document"]
                     for voucher in self.ask("vouchers")["vouchers"] if "entry" in voucher}
        receipts = [row["document"] for row in rows_of("receipts")]
        for entry in self.ask("journal", account="bank", limit=1000)["entries"]:
            if entry["kind"] == "receipt":
                document = receipts[entry["subject"] - 1]
            elif entry["kind"] == "voucher":
                document = documents[entry["number"]]
            else:
                continue
            day = CASHED.get(document, entry["date"])
            if day.startswith(month):
                yield day, sum(cents_of(leg["amount"]) for leg in entry["legs"]
                               if leg["account"] == "bank"), document


def rows_of(name):
    with open(HERE / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cents_of(money):
    text = money["amount"]
    return -fixed(text[1:], 2) if text.startswith("-") else fixed(text, 2)


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def tag(name, *inside, **attributes):
    given = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{name}{given}>{''.join(inside)}</{name}>"


def message(schema, name, inside):
    return ('<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:{schema}"><{name}>\n'
            + "\n".join(inside) + f"\n</{name}></Document>\n")


# ---- what became of the payments of an order: pain.002.001.03

def fate_of(order, trouble):
    """supplier → (status, reason) of whoever does not simply get his money."""
    if order["day"] == "2025-07-18":
        return {trouble.closed: ("RJCT", "AC04"), trouble.wrong_number: ("RJCT", "AC01")}
    if order["day"] == "2025-08-04":
        return {trouble.closed_later: ("RJCT", "AC04")}
    if order["day"] in ANSWERED_LATE:
        return {trouble.unanswered: ("PDNG", "")}
    return {}


def results(order, trouble):
    """The first files tell of every payment; of the last order only that it was accepted, so that
    the statement tells the rest."""
    fate, sent = fate_of(order, trouble), f"AYNI-1-{order['order']}"
    told = []
    for payment in order["payments"]:
        status, reason = fate.get(payment["supplier"], ("ACSC", ""))
        if status == "ACSC" and order["day"] in ANSWERED_LATE:
            continue
        told.append(tag(
            "TxInfAndSts", tag("OrgnlEndToEndId", payment["reference"]), tag("TxSts", status),
            tag("StsRsnInf", tag("Rsn", tag("Cd", reason))) if reason else "",
            tag("AccptncDtTm", f"{order['day']}T11:30:00") if status == "ACSC" else ""))
    group = "ACSP" if order["day"] in ANSWERED_LATE else "PART" if fate else "ACSC"
    return message("pain.002.001.03", "CstmrPmtStsRpt", [
        tag("GrpHdr", tag("MsgId", f"R-{order['day']}"),
            tag("CreDtTm", f"{order['day']}T17:05:00")),
        tag("OrgnlGrpInfAndSts", tag("OrgnlMsgId", sent), tag("OrgnlMsgNmId", "pain.001.001.03"),
            tag("GrpSts", group) if group != "ACSC" else ""),
        tag("OrgnlPmtInfAndSts", tag("OrgnlPmtInfId", sent), "\n" + "\n".join(told) + "\n")])


# ---- what the account moved in a month: camt.053.001.02

def shortened(name):
    """As banks print names: the family name, a letter for the rest, in capitals."""
    words = name.upper().split()
    return f"{words[-2]} {words[0][:1]}"


def lines_of_order(order, trouble):
    fate = fate_of(order, trouble)
    paid = [payment for payment in order["payments"] if payment["supplier"] not in fate]
    if len(paid) > 9:
        return [Line(order["day"], -sum(cents_of(payment["amount"]) for payment in paid),
                     text=f"PAGO MASIVO {len(paid)} ABONOS", message=f"AYNI-1-{order['order']}",
                     details=tuple(paid))]
    lines = []
    for payment in paid:
        # The clearing between banks lost the reference of two, and cut their names short.
        is_lost = payment["supplier"] in (trouble.closed, trouble.closed_later)
        lines.append(Line(CLEARED.get(order["day"], order["day"]), -cents_of(payment["amount"]),
                          text="TRANSF INTERBANCARIA" if is_lost else "ABONO",
                          reference="" if is_lost else payment["reference"],
                          party=shortened(payment["name"]) if is_lost else payment["name"]))
    return lines


def newest_paid(orders, settlement, supplier, place):
    """The payment of a settlement to a supplier: his first (0), or his newest (-1)."""
    return [payment for order in orders for payment in order["payments"]
            if order["settlement"] == settlement and payment["supplier"] == supplier][place]


def lines_of_trouble(month, orders, trouble):
    """What came back, what came late, and what another had got."""
    def line(day, settlement, supplier, text, sign, **more):
        payment = newest_paid(orders, settlement, supplier, 0)
        return Line(day, sign * cents_of(payment["amount"]), text=text, party=payment["name"],
                    reference=payment["reference"], **more)

    if month == "2025-07":
        got = line("2025-07-30", 1, trouble.misdirected, "ABONO CCE SIN REFERENCIA", 1)
        return [got._replace(reference="", party="")]
    return [
        line("2025-08-08", 2, trouble.returned, "DEVOLUCION", 1, reason="AC06"),
        Line("2025-08-08", -RETURN_FEE, text="COMISION POR DEVOLUCION"),
        line("2025-08-21", 3, trouble.unanswered, "ABONO", -1),
        line("2025-08-29", 3, trouble.returned_late, "DEVOLUCION", 1, reason="AC04"),
        Line("2025-08-29", -RETURN_FEE, text="COMISION POR DEVOLUCION")]


def lines_of_month(month, books, trouble):
    orders = books.sent_orders()
    mine = [order for order in orders if order["day"].startswith(month)]
    lines = [line for order in mine for line in lines_of_order(order, trouble)]
    lines += lines_of_trouble(month, orders, trouble)
    for day, cents, document in books.movements(month):
        is_silent = document.startswith(AT_THE_COUNTER)
        lines.append(Line(day, cents, text="RETIRO EN VENTANILLA" if is_silent else
                          f"{'ABONO' if cents > 0 else 'PAGO'} {document}"))
    transfers = sum(len(line.details) or 1 for line in lines if line.reference or line.details)
    last, (due, text) = LAST_DAY[month], INSTALMENTS[month]
    lines += [Line(due, -LOAN_INSTALMENT, text=text),
              Line(last, -TRANSFER_FEE * transfers, text="COMISION TRANSFERENCIAS"),
              Line(last, -UPKEEP, text="MANTENIMIENTO DE CUENTA"),
              Line(last, INTEREST[month], text="INTERESES GANADOS")]
    return sorted(lines, key=lambda line: line.day)


def amount(cents):
    return (tag("Amt", decimal(abs(cents), 2), Ccy="PEN")
            + tag("CdtDbtInd", "CRDT" if cents > 0 else "DBIT"))


def balance(kind, day, cents):
    return tag("Bal", tag("Tp", tag("CdOrPrtry", tag("Cd", kind))), amount(cents),
               tag("Dt", tag("Dt", day)))


def parties(line):
    if not line.party:
        return ""
    return tag("RltdPties", tag("Cdtr", tag("Nm", escaped(line.party))))


def entry(line, number):
    details = "".join("\n" + tag(
        "TxDtls", tag("Refs", tag("EndToEndId", payment["reference"])),
        tag("AmtDtls", tag("TxAmt", tag("Amt", payment["amount"]["amount"], Ccy="PEN"))),
        tag("RltdPties", tag("Cdtr", tag("Nm", escaped(payment["name"])))))
        for payment in line.details)
    if details:
        details = tag("Btch", tag("MsgId", line.message)) + details
    elif line.reference or line.party:
        details = tag("TxDtls",
                      tag("Refs", tag("EndToEndId", line.reference or "NOTPROVIDED")),
                      parties(line),
                      tag("RtrInf", tag("Rsn", tag("Cd", line.reason))) if line.reason else "")
    return tag("Ntry", amount(line.cents), tag("Sts", "BOOK"),
               tag("BookgDt", tag("Dt", line.day)), tag("ValDt", tag("Dt", line.day)),
               tag("AcctSvcrRef", number), tag("BkTxCd", tag("Prtry", tag("Cd", "NTRF"))),
               tag("NtryDtls", details) if details else "", tag("AddtlNtryInf", line.text))


def summary(lines):
    """How many entries there are, and what they come to."""
    def sums(name, some):
        return tag(name, tag("NbOfNtries", str(len(some))),
                   tag("Sum", decimal(sum(abs(line.cents) for line in some), 2)))
    return tag("TxsSummry", sums("TtlNtries", lines),
               sums("TtlCdtNtries", [line for line in lines if line.cents > 0]),
               sums("TtlDbtNtries", [line for line in lines if line.cents < 0]))


def statement(month, opening, lines):
    """(the file, the balance at its end)."""
    closing = opening + sum(line.cents for line in lines)
    name = f"EC-{month}"
    made = f"{LAST_DAY[month]}T23:00:00"
    return message("camt.053.001.02", "BkToCstmrStmt", [
        tag("GrpHdr", tag("MsgId", name), tag("CreDtTm", made)),
        f"<Stmt>{tag('Id', name)}{tag('CreDtTm', made)}",
        tag("Acct", tag("Id", tag("Othr", tag("Id", OWN_ACCOUNT))), tag("Ccy", "PEN")),
        balance("OPBD", f"{month}-01", opening), balance("CLBD", LAST_DAY[month], closing),
        summary(lines), *(entry(line, f"{month}-{n:04d}") for n, line in enumerate(lines, 1)),
        "</Stmt>"]), closing


# ---- step by step

class Bank:
    def __init__(self, ayni, out):
        self.ayni, self.out = ayni, out
        self.trouble = make_trouble(make_suppliers())
        self.balance = next(fixed(row["amount"], 2) for row in rows_of("opening")
                            if row["account"] == "bank")
        self.months = list(MONTHS)

    def write(self, name, text):
        (self.out / "bank" / name).write_text(text, encoding="utf-8")

    def answer(self, books):
        """Writes what is awaited: the newest order's results, or the month's statement."""
        order = books.sent_orders()[-1]
        name = f"results_{order['day']}.xml"
        if not (self.out / "bank" / name).exists():
            self.write(name, results(order, self.trouble))
            return
        month = self.months.pop(0)
        lines = lines_of_month(month, books, self.trouble)
        text, self.balance = statement(month, self.balance, lines)
        self.write(f"statement_{month}.xml", text)

    def work(self):
        while self.months:
            with tempfile.TemporaryDirectory() as folder:
                file = str(Path(folder) / "example.ayni")
                subprocess.run([self.ayni, "demo", file, "--closed", "--examples", self.out],
                               check=True, stdout=subprocess.DEVNULL)
                self.answer(Books(self.ayni, file))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    ayni, out = sys.argv[1], Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        example = Path(folder) / "example"
        example.mkdir()
        for path in [*HERE.glob("*.csv"), HERE / "terms.json"]:
            shutil.copy(path, example)
        (example / "bank").mkdir()
        Bank(ayni, example).work()
        out.mkdir(parents=True, exist_ok=True)
        for path in sorted((example / "bank").iterdir()):
            shutil.copy(path, out)
            print(f"{path.name:24} {path.stat().st_size:8} bytes")


if __name__ == "__main__":
    main()
