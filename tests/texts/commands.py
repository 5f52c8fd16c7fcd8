"""The input of every command, with a picked text in each of its text fields.

Rows stand for themselves: what a row of one command makes, the same row of another one uses."""

import base64
import csv
import datetime
import io

from coop import MERGED, OURS, PARTIES
from world import YEAR

ORG = {"organisation": OURS}
AMONG_PARTIES = {"organisation": PARTIES}      # where buyers may have any code
SOUND_RUC = "20131312955"
MONEY = {"amount": "1.00", "currency": "PEN"}
DAY, WRONG_DAY, RIGHT_DAY, TAKEN_BACK, FILED = (
    f"{YEAR}-03-{day}" for day in ("05", "06", "07", "25", "30"))
OWN_ACCOUNT = "00219100123456789051"
PERIOD = {"first": f"{YEAR}-03-01", "last": f"{YEAR}-03-15"}
OTHER = "the other attribute"
# Today, too.
VALID = {"first": f"{YEAR}-01-01", "last": f"{YEAR + 5}-12-31"}
PASSED = {"first": f"{YEAR - 2}-01-01", "last": f"{YEAR - 2}-12-31"}
CAN = {"shift": "morning", "quantity": "10.000"}


def add_product(pick):
    return {**ORG, "code": pick("/code", "product"), "name": pick("/name"), "unit": pick("/unit"),
            "density": "1.03", "attributes": [
                {"code": pick("/attributes/0/code", "attribute"), "decimals": 2, "least": "0",
                 "name": pick("/attributes/0/name"), "unit": pick("/attributes/0/unit"),
                 "most": "100"},
                {"code": OTHER, "name": "x", "unit": "", "decimals": 2, "least": "0",
                 "most": "100"},
                {"code": "a third attribute", "name": "x", "unit": "", "decimals": 2,
                 "least": pick("/attributes/2/least", sound="-99999"),
                 "most": pick("/attributes/2/most", sound="99999")}]}


def add_supplier(pick):
    return {**ORG, "code": pick("/code", "supplier"), "kind": "supplier", "joined": "2020-01-01",
            "given_names": pick("/given_names"), "family_names": pick("/family_names"),
            "sex": "not_said", "dni": pick("/dni", sound=None), "phone": pick("/phone"),
            "household": pick("/household", "household"), "hamlet": pick("/hamlet")}


def add_household(pick):
    return {**ORG, "code": pick("/code", "household"), "name": pick("/name"),
            "hamlet": pick("/hamlet")}


def change_household(pick):
    return {**ORG, "supplier": pick("/supplier", "supplier"),
            "household": pick("/household", "household")}


def register_source(pick):
    return {**ORG, "name": pick("/name")}


def record_opening(pick):
    return {**ORG, "role": "cash", "amount": {"amount": "0.50", "currency": "PEN"}, "day": DAY,
            "party": pick("/party", "supplier")}


def record_premium(pick):
    return {**AMONG_PARTIES, "buyer": pick("/buyer", "party"), "day": DAY, "quantity": "10.000",
            "premium": "0.10", "certificate": pick("/certificate"), "document": pick("/document")}


def place_hold(pick):
    return {**AMONG_PARTIES, "account": "buyer_receivable", "party": pick("/party", "party"),
            "amount": {"amount": "0.50", "currency": "PEN"}, "reason": pick("/reason")}


def accrue_milk(pick):
    return {**ORG, "product": pick("/product", "product"), "month_end": f"{YEAR}-03-31"}


def record_stock(pick):
    return {**ORG, "product": pick("/product", "product"), "day": DAY, "lot": pick("/lot", "lot"),
            "quantity": "1.000", "cost": {"amount": "0.50", "currency": "PEN"},
            "bought_from": "member"}


def release_stock(pick):
    return {**ORG, "lot": pick("/lot", "lot"), "day": DAY}


def dispatch_lot(pick):
    return {**AMONG_PARTIES, "product": pick("/product", "product"), "day": DAY,
            "buyer": pick("/buyer", "party"), "code": pick("/code", "sale lot"),
            "tank": pick("/tank"), "quantity": "10.000", "note": pick("/note"),
            "readings": [reading(pick)]}


def on_lot(pick, **more):
    return {**AMONG_PARTIES, "lot": pick("/lot", "sale lot"), **more}


def import_liquidation(pick, lot):
    """A liquidation of one lot, with a reading in a column whose title is a picked text."""
    begun = {**AMONG_PARTIES, "buyer": pick("/buyer", "party"), "day": DAY,
             "first": f"{YEAR}-03-01", "last": DAY,
             "product": pick("/product", "product"), "file_name": pick("/file_name"),
             "document": pick("/document"), "invoice": pick("/invoice")}
    if "/content" not in pick.refused:
        return {**begun, "content": pick("/content")}
    column = pick("/columns/0/column", sound="a reading")
    file = csv_of([["lot", "quantity", "amount", column], [lot, "10.000", "7.00", "50.00"]])
    return {**begun, "content": encoded(file), "columns": [
        {"value": pick("/columns/0/value", "attribute"), "column": column}]}


def record_receipt(pick):
    return {**AMONG_PARTIES, "buyer": pick("/buyer", "party"), "day": DAY,
            "amount": {"amount": "7.00", "currency": "PEN"}, "into": "bank",
            "document": pick("/document"), "lots": [pick("/lots/0", "sale lot")]}


def set_pay_account(pick):
    return {**ORG, "supplier": pick("/supplier", "supplier"),
            "account": pick("/account", sound="00219100123456789152")}


def propose_voucher(pick):
    return {**ORG, "day": DAY, "document": pick("/document"), "purpose": pick("/purpose"),
            "payee": pick("/payee", "supplier"), "paid_from": "bank", "lines": [
                {"account": "staff_advance", "amount": MONEY,
                 "party": pick("/lines/0/party", "supplier")}]}


def statement(row, lines=""):
    """A statement of a bank that says nothing, or these lines, which come to nothing."""
    zero = ('<Amt Ccy="PEN">0.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>'
            f"<Dt><Dt>{YEAR}-03-10</Dt></Dt>")
    balances = "".join(f"<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp>{zero}</Bal>"
                       for kind in ("OPBD", "CLBD"))
    return as_file(f"<Document><BkToCstmrStmt><Stmt><Id>{row}</Id><Acct><Id><IBAN>{OWN_ACCOUNT}"
                   f"</IBAN></Id></Acct>{balances}{lines}</Stmt></BkToCstmrStmt></Document>")


def statement_line(sense):
    return (f'<Ntry><Amt Ccy="PEN">1.00</Amt><CdtDbtInd>{sense}</CdtDbtInd><Sts>BOOK</Sts>'
            f"<BookgDt><Dt>{YEAR}-03-10</Dt></BookgDt></Ntry>")


def as_file(xml):
    return base64.b64encode(xml.encode()).decode()


def import_bank_statement(pick):
    lines = statement_line("CRDT") + statement_line("DBIT")
    return {**ORG, "file_name": pick("/file_name"), "format": pick("/format", sound=None),
            "content": pick("/content", sound=statement(pick.row, lines))}


def check_bank_statement(pick):
    return {**ORG, "file_name": pick("/file_name"), "format": pick("/format", sound=None),
            "content": pick("/content", sound=statement(f"check {pick.row}"))}


def import_payment_results(pick):
    return {**ORG, "file_name": pick("/file_name"), "format": pick("/format", sound=None),
            "content": pick("/content", sound=as_file(
                f"<Document><!-- {pick.row} --><CstmrPmtStsRpt><OrgnlGrpInfAndSts/>"
                "</CstmrPmtStsRpt></Document>"))}


def check_payment_results(pick):
    asked = import_payment_results(pick)
    if "/content" in pick.picked:
        return asked
    return {**asked, "content": as_file("<Document><CstmrPmtStsRpt><OrgnlGrpInfAndSts/>"
                                        "</CstmrPmtStsRpt></Document>")}


def check_payment_file(pick):
    return {**ORG, "content": pick("/content", sound=as_file(
        "<Document><CstmrCdtTrfInitn><GrpHdr><NbOfTxs>1</NbOfTxs></GrpHdr><PmtInf><CdtTrfTxInf>"
        '<Amt><InstdAmt Ccy="PEN">1.00</InstdAmt></Amt></CdtTrfTxInf></PmtInf></CstmrCdtTrfInitn>'
        "</Document>"))}


def set_bank_format(pick):
    def field(path, value):
        return {"value": value, "title": pick(f"{path}/title"),
                "fill": pick(f"{path}/fill", sound="0"), "literal": pick(f"{path}/literal")}
    fields = [field("/description/fields/0", "reference"), {"value": "account", "title": "x"},
              {"value": "amount", "title": "x"}]
    return {**AMONG_PARTIES, "name": pick("/name"), "kind": "payments_csv", "description": {
        "fields": fields, "header": [field("/description/header/0", "count")],
        "trailer": [field("/description/trailer/0", "total")],
        "delimiter": pick("/description/delimiter", sound=";"),
        "decimal_mark": pick("/description/decimal_mark", sound=","),
        "statuses": [{"word": pick("/description/statuses/0/word"), "state": "paid"}]}}
def capital(pick, day, account="cash"):
    return {**ORG, "member": pick("/member", "supplier"), "day": day, "amount": MONEY,
            "account": account, "document": pick("/document")}


def set_chart(pick):
    return {**ORG, "name": pick("/name"), "accounts": [
        {"role": "bank", "code": pick("/accounts/0/code", sound="10.4-1"),
         "title": pick("/accounts/0/title")}]}


def receive_inputs(pick):
    return {**ORG, "supplier": pick("/supplier", "supplier"), "day": DAY,
            "item": pick("/item", "item"), "quantity": "9.000", "cost": MONEY,
            "document": pick("/document")}


def sell_inputs(pick):
    return {**ORG, "supplier": pick("/supplier", "supplier"), "day": DAY,
            "item": pick("/item", "item"), "quantity": "1.000", "price": MONEY,
            "instalment": MONEY, "first_due": f"{YEAR}-12-01", "document": pick("/document")}


def count_inputs(pick):
    return {**ORG, "day": DAY, "item": pick("/item", "item"), "quantity": "7.000",
            "document": pick("/document")}


def propose_surplus(pick):
    return {**AMONG_PARTIES, "year": YEAR - 1, "day": DAY, "document": pick("/document"),
            "reserve": MONEY, "to_members": [
                {"product": pick("/to_members/0/product", "product"), "amount": MONEY}]}


def surplus_preview(pick):
    return {**AMONG_PARTIES, "year": YEAR - 1, "to_members": [
        {"product": pick("/to_members/0/product", "product"), "amount": MONEY}]}


def add_party(pick):
    return {**AMONG_PARTIES, "code": pick("/code", "party"), "name": pick("/name")}


def add_user(pick):
    return {**ORG, "login": pick("/login", "login"), "name": pick("/name"), "language": "es",
            "role": "producer", "supplier": pick("/supplier", "supplier")}


def end_role(pick):
    return {**ORG, "login": pick("/login", "login"), "role": "producer"}


def end_sessions(pick):
    return {**ORG, "login": pick("/login", "login")}


def register_tax_number(pick):
    return {**ORG, "ruc": pick("/ruc", sound=SOUND_RUC),
            "first": str(datetime.date(2000, 1, 1) + datetime.timedelta(pick.row))}


def register_organisation(pick):
    return {"name": pick("/name"), "kind": "producer_organisation", "currency": "PEN",
            "time_zone": pick("/time_zone", sound="America/Lima"),
            "ruc": pick("/ruc", sound=None)}


def change_membership(pick):
    return {**ORG, "supplier": pick("/supplier", "supplier"), "kind": "member",
            "first": "2021-01-01"}


def add_certificate(pick):
    return {**ORG, "supplier": pick("/supplier", "supplier"), "kind": pick("/kind", "certificate"),
            "issuer": pick("/issuer"), **VALID}


def add_index_value(pick):
    return {**ORG, "series": pick("/series"), "day": DAY, "revision": 0, "value": "1.45",
            "source": pick("/source")}


def reading(pick):
    return {"attribute": pick("/readings/0/attribute", "attribute"),
            "value": pick("/readings/0/value", sound="50.00")}


def set_buying_policy(pick):
    return {**AMONG_PARTIES, "product": pick("/product", "product"), "first": DAY,
            "buyer": pick("/buyer", "party")}


def record_delivery(pick):
    return {**ORG, **CAN, "product": pick("/product", "product"), "day": DAY,
            "supplier": pick("/supplier", "supplier"), "outcome": "rejected",
            "reason": pick("/reason"), "readings": [reading(pick)]}


def record_analysis(pick):
    return {**ORG, "product": pick("/product", "product"), "day": DAY, "shift": "morning",
            "supplier": pick("/supplier", "supplier"), "readings": [reading(pick)]}


def withdraw_analysis(pick):
    return {**ORG, "product": pick("/product", "product"), "day": DAY, "shift": "morning",
            "supplier": pick("/supplier", "supplier"), "reason": pick("/reason")}


def withdraw_certificate(pick):
    return {**ORG, "supplier": pick("/supplier", "supplier"), "kind": pick("/kind", "certificate"),
            "first": PASSED["first"], "reason": pick("/reason")}


def withdraw_membership(pick):
    return {**ORG, "supplier": pick("/supplier", "supplier"), "first": "2022-01-01",
            "reason": pick("/reason")}


def correct_membership(pick):
    return {**ORG, "supplier": pick("/supplier", "supplier"), "first": "2022-01-01",
            "began": "2022-02-01"}


def correct_person(pick):
    return {**ORG, "supplier": pick("/supplier", "supplier"),
            "given_names": pick("/given_names"), "family_names": pick("/family_names"),
            "sex": "not_said", "dni": pick("/dni", sound=None), "phone": pick("/phone"),
            "hamlet": pick("/hamlet")}


PERSONAL = ("given_names", "family_names", "sex", "dni", "phone", "hamlet")


def correct_supplier(checks, coop, row):
    """What was entered of a person becomes something else, and what it was."""
    kept = coop.send_row(checks, "correct_person", correct_person, row)
    if not kept:
        return
    supplier = kept.data["supplier"]
    kept.shown = coop.ask("party", organisation=OURS, party=supplier)
    entered = next(each.data for each in coop.kept["add_supplier"]
                   if each.data["code"] == supplier)
    coop.must("manager", "correct_person", {**ORG, "supplier": supplier, **{
        name: entered[name] for name in PERSONAL if name in entered}})


def another_can(coop, product, day):
    """A delivery to be put right or taken back: its identity."""
    receipt = coop.must("manager", "record_delivery", {
        **ORG, **CAN, "product": product, "supplier": "ours", "day": day, "outcome": "accepted"})
    made = {each["kind"]: each["number"] for each in receipt["made"]}
    return {"day": day, "source": made["source"], "sequence": made["delivery"]}


def correct_delivery(pick, can):
    return {**ORG, **CAN, **can, "supplier": pick("/supplier", "supplier"), "right_day": RIGHT_DAY,
            "outcome": "accepted", "readings": [reading(pick)], "reason": pick("/reason")}


def withdraw_delivery(pick, can):
    return {**ORG, **can, "reason": pick("/reason")}


def price_terms(pick, where="/price"):
    """A rule of each kind that holds texts."""
    at = f"{where}/terms/"
    attribute = {place: pick(f"{at}{place}/attribute", "attribute", sound=OTHER)
                 for place in (1, 2)}
    edge = {end: pick(f"{at}2/bands/{place}/{end}", "edge", sound="50.00")
            for place, end in ((0, "to"), (1, "from"))}
    return {"currency": "PEN", "rounding": "half_up", "rounding_point": "period", "terms": [
        {"kind": "base", "index": pick(f"{at}0/index"), "factor": "1", "differential": "0"},
        {"kind": "per_point", "attribute": attribute[1], "rate": "0.001", "statistic": "sample",
         "missing": "nothing", "standard": pick(f"{at}1/standard", sound="50.00"),
         "point": pick(f"{at}1/point", sound="0.01")},
        {"kind": "band", "attribute": attribute[2], "statistic": "sample", "missing": "nothing",
         "bands": [{"to": edge["to"], "rate": "0"}, {"from": edge["from"], "rate": "0.01"}]},
        {"kind": "premium", "certificate": pick(f"{at}3/certificate"), "rate": "0.01"}]}


def waterfall(pick, at="/waterfall"):
    return {"rounding": "half_up", "rules": [
        {"code": pick(f"{at}/rules/0/code"), "name": pick(f"{at}/rules/0/name"),
         "kind": "own_service", "basis": "of_gross", "rate": "0.01", "applies_to": "everyone",
         "rank": 1, "under_cap": True, "above_floor": True},
        {"code": "income", "name": "Tax", "kind": "tax", "basis": "of_gross", "rate": "0.01",
         "applies_to": "everyone", "rank": 2, "under_cap": True, "above_floor": True,
         "creditor": pick(f"{at}/rules/1/creditor", "supplier")}]}


def set_purchase_terms(pick):
    return {**ORG, "product": pick("/product", "product"), "applies_to": "member",
            "effective": f"{YEAR}-12-01", "price": price_terms(pick), "waterfall": waterfall(pick)}


def simple_terms(product, rule="Transport"):
    """Terms by which anything can be settled."""
    return {**ORG, "product": product, "applies_to": "member", "effective": f"{YEAR}-01-01",
            "price": {"currency": "PEN", "rounding": "half_up", "rounding_point": "period",
                      "terms": [{"kind": "base", "price": "1.50"}]},
            "waterfall": {"rounding": "half_up", "rules": [
                {"code": "x", "name": rule, "kind": "own_service", "basis": "of_gross",
                 "rate": "0.01", "applies_to": "everyone", "rank": 1, "under_cap": True,
                 "above_floor": True}]}}


def check_terms(pick):
    return {**ORG, "product": pick("/product", "product"), "price": price_terms(pick),
            "waterfall": waterfall(pick)}


def compare_offers(pick):
    """Over days without milk: an offer may name an index that has no value."""
    return {**ORG, "product": pick("/product", "product"), "first": f"{YEAR}-12-30",
            "last": f"{YEAR}-12-31", "offers": [price_terms(pick, "/offers/0")],
            "waterfalls": [waterfall(pick, "/waterfalls/0")]}


def sign_agreement(pick):
    return {**AMONG_PARTIES, "buyer": pick("/buyer", "party"),
            "product": pick("/product", "product"),
            "effective": f"{YEAR}-12-01", "signed_on": DAY, "price": price_terms(pick)}


def add_obligation(pick):
    """The creditor is the supplier of another row: nobody owes himself."""
    return {**ORG, "supplier": pick("/supplier", "supplier"), "kind": "third_party",
            "amount": MONEY, "instalment": MONEY, "first_due": f"{YEAR}-12-01",
            "document": pick("/document"), "creditor": pick("/creditor", "creditor", "ours")}


def cancel_obligation(pick, number):
    return {**ORG, "number": number, "reason": pick("/reason")}


def csv_of(rows):
    """Rows as a file, every cell in quotes."""
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def encoded(text):
    return base64.b64encode(text.encode()).decode()


def import_file(pick):
    """A file of one delivery with a reading, in a column whose title is a picked text."""
    begun = {**ORG, "kind": "deliveries", "good_rows_only": False,
             "product": pick("/product", "product"), "file_name": pick("/file_name")}
    if "/content" not in pick.refused:      # so that what is refused is the content
        return {**begun, "content": pick("/content")}
    column = pick("/columns/0/column", sound="a reading")
    file = csv_of([["day", "supplier", "quantity", column], [FILED, "ours", "1.500", "50.00"]])
    return {**begun, "content": encoded(file), "columns": [
        {"value": pick("/columns/0/value", "attribute"), "column": column}]}


def undo_import(pick, number):
    return {**ORG, "number": number, "reason": pick("/reason")}


def compute_settlement(pick):
    return {**ORG, "product": pick("/product", "product"), **PERIOD}


def refuse_settlement(pick, number):
    return {**ORG, "settlement": number, "reason": pick("/reason")}


ALONE = (add_product, add_household, add_supplier, change_household, register_source, add_party,
         add_user, register_tax_number, change_membership, add_certificate, add_index_value,
         record_delivery, record_analysis, set_purchase_terms, sign_agreement, add_obligation,
         record_opening, record_premium, set_pay_account, set_buying_policy, set_bank_format,
         import_payment_results, set_chart)


def send_all(checks, coop):
    """Every string into every text field of every command."""
    coop.must("manager", "add_supplier", {
        **ORG, "code": "ours", "kind": "member", "joined": "2020-01-01", "sex": "not_said",
        "given_names": "Rosa", "family_names": "Huamán"})
    coop.must("manager", "set_pay_account", {**ORG, "account": OWN_ACCOUNT})
    rows = range(len(coop.strings))
    for make in ALONE:
        for row in rows:
            kept = coop.send_row(checks, make.__name__, make, row)
            if make is add_product:
                coop.must("manager", "add_product", {**kept.data, **AMONG_PARTIES})
    for row in rows:
        send_to_what_was_made(checks, coop, row)
    for row in rows:
        settle(checks, coop, row)
        coop.send_row(checks, "accrue_milk", accrue_milk, row)
        coop.send_row(checks, "record_stock", record_stock, row)
        coop.send_row(checks, "release_stock", release_stock, row)
        set_aside(checks, coop, row)
        sell(checks, coop, row)
        send_back_voucher(checks, coop, row)
        explain_bank(checks, coop, row)
        take_back_results(checks, coop, row)
        reopen_month(checks, coop, row)
        give_back(checks, coop, row)
        keep_assets(checks, coop, row)
        keep_store(checks, coop, row)
        merge_and_part(checks, coop, row)
    close_year(coop)
    for row in rows:
        share_surplus(checks, coop, row)


def send_to_what_was_made(checks, coop, row):
    """Corrections, withdrawals and the like: each of something that was made for it."""
    product = coop.kept["add_product"][row].data["code"]
    for make, day in ((correct_delivery, WRONG_DAY), (withdraw_delivery, TAKEN_BACK)):
        can = another_can(coop, product, day)
        coop.send_row(checks, make.__name__, lambda pick, make=make, can=can: make(pick, can), row)
    take_back(checks, coop, row, product)
    owed = coop.must("manager", "add_obligation", {
        **ORG, "supplier": "ours", "kind": "advance", "amount": MONEY, "instalment": MONEY,
        "first_due": f"{YEAR}-12-01", "document": "to be cancelled"})["made"][0]["number"]
    coop.send_row(checks, "cancel_obligation", lambda pick: cancel_obligation(pick, owed), row)
    file = coop.send_row(checks, "import_file", import_file, row)
    if file:
        number = file.made("import")
        coop.send_row(checks, "undo_import", lambda pick: undo_import(pick, number), row)


def take_back(checks, coop, row, product):
    """What was entered by mistake: each is a second one beside what stays."""
    correct_supplier(checks, coop, row)
    for use_case, second, make in (
            ("add_certificate", PASSED, withdraw_certificate),
            ("change_membership", {"first": "2022-01-01"}, withdraw_membership),
            ("change_membership", {"first": "2022-01-01"}, correct_membership),
            ("record_analysis", {}, withdraw_analysis)):
        coop.must("manager", use_case, {**coop.kept[use_case][row].data, **second})
        coop.send_row(checks, make.__name__, make, row)
    early = {"effective": f"{YEAR}-11-01"}
    for use_case, data, named in (
            ("set_purchase_terms", {**simple_terms(product), **early}, "withdraw_terms"),
            ("sign_agreement", {**coop.kept["sign_agreement"][row].data, **early},
             "withdraw_agreement")):
        number = coop.must("manager", use_case, data)["made"][0]["number"]
        coop.send_row(checks, named, lambda pick, data=data, number=number: {
            "organisation": data["organisation"], "number": number,
            "reason": pick("/reason")}, row)


def explain_bank(checks, coop, row):
    """A statement whose lines are said to be something; all of it is taken back."""
    entry = coop.must("accountant", "record_opening", {
        **ORG, "role": "bank", "amount": MONEY, "day": f"{YEAR}-01-02"})["made"][0]["number"]
    kept = coop.send_row(checks, "import_bank_statement", import_bank_statement, row)
    if not kept:
        return
    named = {**ORG, "statement": kept.made("bank_statement")}

    def match(pick):
        reference = pick("/reference", sound=None)
        return {**named, "line": 1, **({"entries": [entry]} if reference is None
                                       else {"reference": reference})}
    coop.send_row(checks, "match_line", match, row)
    coop.send_row(checks, "explain_line", lambda pick: {
        **named, "line": 2, "account": "bank_charges", "document": pick("/document"),
        "party": pick("/party", "supplier")}, row)
    for use_case in ("unmatch_line", "undo_bank_statement"):
        coop.send_row(checks, use_case, lambda pick: {**named, "reason": pick("/reason")}, row)


def take_back_results(checks, coop, row):
    """The file of results that was taken in with the string."""
    kept = coop.kept["import_payment_results"][row]
    coop.send_row(checks, "undo_payment_results", lambda pick: {
        **ORG, "file": kept.made("result_file"), "reason": pick("/reason")}, row)


def send_back_voucher(checks, coop, row):
    """A voucher that is proposed and sent back."""
    kept = coop.send_row(checks, "propose_voucher", propose_voucher, row)
    if kept:
        number = kept.made("voucher")
        coop.send_row(checks, "reject_voucher", lambda pick: {
            **ORG, "voucher": number, "reason": pick("/reason")}, row)


def give_back(checks, coop, row):
    """A share that is paid in, and whose refund is sent back once he left."""
    left = f"{YEAR}-12-05"
    coop.send_row(checks, "contribute_capital", lambda pick: capital(pick, DAY), row)
    coop.must("manager", "change_membership", {
        **ORG, "supplier": coop.kept["add_supplier"][row].data["code"], "kind": "supplier",
        "first": f"{YEAR}-12-01"})
    kept = coop.send_row(checks, "refund_capital", lambda pick: capital(pick, left), row)
    if kept:
        coop.send_row(checks, "reject_refund", lambda pick: {
            **ORG, "refund": kept.made("capital"), "reason": pick("/reason")}, row)


def keep_assets(checks, coop, row):
    """One asset that is taken off the register, and one that is thrown away."""
    entry = coop.must("accountant", "record_opening", {
        **ORG, "role": "fixed_asset", "amount": MONEY, "day": DAY})["made"][0]["number"]
    for use_case in ("withdraw_asset", "dispose_asset"):
        kept = coop.send_row(checks, "acquire_asset", lambda pick: {
            **ORG, "entry": entry, "name": pick("/name"), "day": DAY, "cost": MONEY, "months": 12,
            "residual": {"amount": "0.00", "currency": "PEN"}}, row)
        if not kept:
            return
        named = {**ORG, "asset": kept.made("asset")}
        kept.shown = coop.ask("assets", **ORG)["assets"][-1]["name"]
        if use_case == "withdraw_asset":
            coop.send_row(checks, use_case, lambda pick, named=named: {
                **named, "reason": pick("/reason")}, row)
        else:
            coop.send_row(checks, use_case, lambda pick, named=named: {
                **named, "day": DAY, "document": pick("/document")}, row)


def keep_store(checks, coop, row):
    """Goods that come, go and are counted; the count is taken back."""
    for make in (receive_inputs, sell_inputs, count_inputs):
        kept = coop.send_row(checks, make.__name__, make, row)
    if kept:
        coop.send_row(checks, "undo_inputs", lambda pick: {
            **ORG, "movement": kept.made("input_movement"), "reason": pick("/reason")}, row)


def merge_and_part(checks, coop, row):
    """A party that another one leads to, and that leads to another one; each time they part."""
    apart, beside = {"organisation": MERGED}, f"the one beside {row}"
    added = next(kept for kept in coop.kept["add_party"] if kept.row == row).data["code"]
    for code in (added, beside):
        coop.must("manager", "add_party", {**apart, "code": code, "name": "x"})
    for field, fixed in (("keep", "other"), ("other", "keep")):
        merged = coop.send_row(checks, "merge_parties", lambda pick, field=field, fixed=fixed: {
            **apart, fixed: beside, field: pick(f"/{field}", "party"), "day": DAY,
            "reason": pick("/reason")}, row)
        if merged:
            merged.shown = coop.ask("mergers", **apart)["mergers"][0]
        coop.send_row(checks, "part_parties", lambda pick, field=field: {
            **apart, "day": DAY, "reason": pick("/reason"),
            "other": beside if field == "keep" else pick("/other", "party")}, row)


def close_year(coop):
    """A year with a surplus, in which a member's milk will turn out to have been delivered."""
    coop.must("manager", "add_supplier", {
        **AMONG_PARTIES, "code": "one who delivers", "kind": "member", "joined": "2020-01-01",
        "sex": "not_said", "given_names": "Rosa", "family_names": "Huamán"})
    coop.must("accountant", "record_opening", {
        **AMONG_PARTIES, "role": "bank", "amount": {"amount": "100.00", "currency": "PEN"},
        "day": f"{YEAR - 1}-03-01"})
    voucher = coop.must("manager", "propose_voucher", {
        **AMONG_PARTIES, "day": f"{YEAR - 1}-03-02", "document": "1", "purpose": "fuel",
        "paid_from": "bank", "lines": [{"account": "energy_cost", "amount": MONEY}]})
    coop.must("approver", "approve_voucher", {
        **AMONG_PARTIES, "voucher": voucher["made"][0]["number"]})
    coop.must("accountant", "close_month", {
        **AMONG_PARTIES, "month_end": f"{YEAR - 1}-12-31", "year_end": True})


def share_surplus(checks, coop, row):
    """What is proposed and sent back, of milk that came late."""
    coop.must("manager", "record_delivery", {
        **AMONG_PARTIES, **CAN, "product": coop.kept["add_product"][row].data["code"],
        "supplier": "one who delivers", "day": f"{YEAR - 1}-03-05", "outcome": "accepted"})
    kept = coop.send_row(checks, "propose_surplus", propose_surplus, row)
    if kept:
        coop.send_row(checks, "reject_surplus", lambda pick: {
            **AMONG_PARTIES, "share": kept.made("surplus_share"), "reason": pick("/reason")}, row)


def pay(checks, coop, row, settlement):
    """Payments in cash: given up, ordered again, signed for, and brought back."""
    pay_day = f"{YEAR}-03-20"
    order = {**ORG, "settlement": settlement, "method": "cash", "day": pay_day}
    kept = coop.send_row(checks, "order_payments", lambda pick: {
        **order, "suppliers": [pick("/suppliers/0", "supplier")]}, row)
    if not kept:
        return
    named = {**ORG, "order": kept.made("payment_order")}
    coop.send_row(checks, "cancel_payments", lambda pick: {**named, "reason": pick("/reason")}, row)
    again = coop.must("manager", "order_payments", kept.data)["made"][0]["number"]
    coop.must("approver", "send_payments", {**ORG, "order": again})
    shown = coop.ask("payments", **ORG, order=again)["payments"][0]

    def signed(pick):
        but = pick("/but/0", sound=None)
        return {**ORG, "order": again, "day": pay_day, "but": [but] if but is not None else []}
    coop.send_row(checks, "record_order_paid", signed, row)
    back = coop.send_row(checks, "record_payment", lambda pick: {
        **ORG, "reference": pick("/reference", sound=shown["reference"]), "state": "returned",
        "day": pay_day, "reason": pick("/reason"), "receiver": pick("/receiver", "supplier")}, row)
    back.shown = coop.ask("payments", **ORG, order=again)["payments"][0]["history"][-1]
    taken = coop.send_row(checks, "take_back_payment", lambda pick: {
        **ORG, "reference": pick("/reference", sound=shown["reference"]),
        "reason": pick("/reason")}, row)
    taken.shown = coop.ask("payments", **ORG, order=again)["payments"][0]["history"][-1]
    coop.must("accountant", "record_payment", {
        **ORG, "reference": shown["reference"], "state": "returned", "day": pay_day})


def reopen_month(checks, coop, row):
    """A month that is closed and opened again, of books in which there is no milk."""
    month_end = f"{YEAR}-01-31"
    coop.must("accountant", "close_month", {**AMONG_PARTIES, "month_end": month_end})
    coop.send_row(checks, "reopen_month", lambda pick: {
        **AMONG_PARTIES, "month_end": month_end, "reason": pick("/reason")}, row)


def set_aside(checks, coop, row):
    """A hold on what the buyer owes, looked at and given back; then the premium is undone."""
    kept = coop.send_row(checks, "place_hold", place_hold, row)
    if not kept:
        return
    kept.shown = coop.ask("holds", **AMONG_PARTIES)["holds"][0]
    for use_case, named in (("release_hold", {"hold": kept.made("hold")}),
                            ("reverse_entry", {"entry": premium_of(coop, row).made("entry")})):
        coop.send_row(checks, use_case, lambda pick, named=named: {
            **AMONG_PARTIES, **named, "reason": pick("/reason")}, row)


def sell(checks, coop, row):
    """A lot that is decided in every way, liquidated, disputed and paid; then all is undone."""
    kept = coop.send_row(checks, "dispatch_lot", dispatch_lot, row)
    if not kept:
        return
    kept.terms = agree_on(coop, kept.data)
    of_buyer = {**AMONG_PARTIES, "buyer": kept.data["buyer"]}
    lot, why = kept.data["code"], lambda pick: {"reason": pick("/reason")}
    for use_case in ("reject_lot", "reopen_lot", "cancel_lot"):
        day = {"day": DAY} if use_case == "reject_lot" else {}
        done = coop.send_row(checks, use_case,
                             lambda pick, day=day: on_lot(pick, **day, **why(pick)), row)
        if use_case != "reopen_lot":
            done.shown = coop.ask("lots", **of_buyer)["lots"][0]
    coop.must("manager", "reopen_lot", {**AMONG_PARTIES, "lot": lot, "reason": "back"})
    taken = coop.send_row(checks, "accept_lot", lambda pick: on_lot(
        pick, day=DAY, readings=[reading(pick)]), row)
    kept.shown = taken.shown = coop.ask("lots", **of_buyer)["lots"][0]
    coop.send_row(checks, "preview_liquidation", lambda pick: import_liquidation(pick, lot), row)
    told = coop.send_row(checks, "import_liquidation", lambda pick: import_liquidation(pick, lot),
                         row)
    if told:
        told.shown = coop.ask("liquidations", **of_buyer)["liquidations"][0]
        end_sale(checks, coop, row, {**AMONG_PARTIES, "liquidation": told.made("liquidation")},
                 kept)


def agree_on(coop, sold):
    """An agreement by which the lot can be priced, and what it says beside the price; and what is
    sold is our own."""
    coop.must("accountant", "set_buying_policy", {
        **AMONG_PARTIES, "product": sold["product"], "first": DAY})
    agreed = coop.must("manager", "sign_agreement", {
        **AMONG_PARTIES, "buyer": sold["buyer"], "product": sold["product"], "signed_on": DAY,
        "effective": f"{YEAR}-01-01", "price": {
            "currency": "PEN", "rounding": "half_up", "rounding_point": "delivery",
            "terms": [{"kind": "base", "price": "1.50"}]}})["made"][0]["number"]
    terms = {**AMONG_PARTIES, "agreement": agreed, "payment_days": 15, "weight_tolerance": "0",
             "value_tolerance": "0"}
    return coop.must("manager", "set_sale_terms", terms)["made"][0]["number"]


def end_sale(checks, coop, row, named, sold):
    """A dispute that is ended twice, a receipt that is taken back, and what came before it."""
    def settle_dispute(pick):
        return {**named, "lot": pick("/lot", "sale lot"), "day": DAY, "outcome": "his",
                "reason": pick("/reason")}

    ended = coop.send_row(checks, "settle_dispute", settle_dispute, row)
    found = coop.ask("liquidations", **AMONG_PARTIES, buyer=sold.data["buyer"])["liquidations"][0]
    ended.shown = found["lines"][0]["decision"]["reason"]
    paid = coop.send_row(checks, "record_receipt", record_receipt, row)
    account = coop.ask("buyer_account", **AMONG_PARTIES, buyer=paid.data["buyer"], as_of=DAY)
    paid.shown = account["receipts"][0]["document"]
    coop.send_row(checks, "set_invoice", lambda pick: {
        **named, "invoice": pick("/invoice")}, row)
    for use_case, data in (
            ("reverse_receipt", {**AMONG_PARTIES, "receipt": paid.made("receipt")}),
            ("reopen_dispute", {**AMONG_PARTIES, "decision": ended.made("decision")}),
            ("undo_liquidation", named),
            ("withdraw_sale_terms", {**AMONG_PARTIES, "number": sold.terms})):
        coop.send_row(checks, use_case, lambda pick, data=data: {
            **data, "reason": pick("/reason")}, row)


def premium_of(coop, row):
    return next(kept for kept in coop.kept["record_premium"] if kept.row == row)


def settle(checks, coop, row):
    """A settlement that is sent back, posted and withdrawn, each with a reason."""
    product = coop.kept["add_product"][row].data["code"]
    rule = coop.kept["set_purchase_terms"][row].data["waterfall"]["rules"][0]["name"]
    coop.must("manager", "set_purchase_terms", simple_terms(product, rule))
    kept = coop.send_row(checks, "compute_settlement", compute_settlement, row)
    if not kept:
        return
    number = kept.made("settlement")

    def refuse(pick):
        return refuse_settlement(pick, number)
    rejected = coop.send_row(checks, "reject_settlement", refuse, row)
    found = coop.ask("settlements", **ORG, product=product)["settlements"][0]
    rejected.shown = found.get("rejection")
    coop.must("manager", "compute_settlement", kept.data)
    named = {**ORG, "settlement": number}
    coop.send_row(checks, "approve_settlement", lambda pick: {
        **named, "seen": pick("/seen", sound=found["digest"])}, row)
    coop.must("manager", "post_settlement", named)
    kept.rule, kept.shown = rule, coop.ask("settlement", **named)
    pay(checks, coop, row, number)
    coop.send_row(checks, "withdraw_settlement", refuse, row)
    number = coop.must("manager", "compute_settlement", kept.data)["made"][0]["number"]
    coop.send_row(checks, "discard_settlement", lambda pick: refuse_settlement(pick, number), row)


def send_last(checks, coop):
    """What takes rights away or makes a crowd, once all else was looked at."""
    for make in (end_sessions, end_role, register_organisation):
        for row in range(len(coop.strings)):
            coop.send_row(checks, make.__name__, make, row)
