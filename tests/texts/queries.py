"""Every string in every text field of every query; in the address, wherever a query fits there."""

import commands
from coop import OURS, Pick
from naughty import is_usable
from world import LAST_DAY, NEW_YEAR, YEAR

YEAR_LONG = {"first": NEW_YEAR, "last": LAST_DAY}
BEFORE_ALL = {"first": f"{YEAR - 9}-01-01", "last": f"{YEAR - 9}-12-31"}


def product_of(coop, row):
    return coop.kept["add_product"][row].data["code"]


def settlement_of(coop, row):
    return coop.kept["compute_settlement"][row].made("settlement")


def sold_in(coop, row):
    return coop.kept["dispatch_lot"][row].data


# field: what it names, what else is asked, and whether the answer is about the text.
IN_ADDRESS = {
    "suppliers/search": ("supplier", lambda coop, row: {}, lambda found, text: any(
        each["code"] == text for each in found["suppliers"])),
    "deliveries/product": ("product", lambda coop, row: YEAR_LONG, lambda found, text:
                           found["total"] > 0),
    "deliveries/supplier": (
        "supplier", lambda coop, row: {**YEAR_LONG, "product": product_of(coop, row)},
        lambda found, text: {each["supplier"] for each in found["deliveries"]} == {text}),
    "analyses/product": ("product", lambda coop, row: YEAR_LONG,
                         lambda found, text: "analyses" in found),
    "analyses/supplier": (
        "supplier", lambda coop, row: {**YEAR_LONG, "product": product_of(coop, row)},
        lambda found, text: all(each["supplier"] == text for each in found["analyses"])),
    "days/product": ("product", lambda coop, row: YEAR_LONG, lambda found, text: any(
        each["deliveries"] for each in found["days"])),
    "days/supplier": (
        "supplier", lambda coop, row: {**YEAR_LONG, "product": product_of(coop, row)},
        lambda found, text: any(each["deliveries"] for each in found["days"])),
    "certificates/supplier": ("supplier", lambda coop, row: {}, lambda found, text: {
        each["supplier"] for each in found["certificates"]} == {text}),
    "certificates/kind": ("certificate", lambda coop, row: {}, lambda found, text: {
        each["kind"] for each in found["certificates"]} == {text}),
    "index_values/series": ("add_index_value/series", lambda coop, row: {},
                            lambda found, text: found["values"]),
    "party/party": ("supplier", lambda coop, row: {}, lambda found, text: found["code"] == text),
    "parties/search": ("supplier", lambda coop, row: {}, lambda found, text: any(
        each["code"] == text for each in found["parties"])),
    "capital_movements/member": ("supplier", lambda coop, row: {}, lambda found, text: {
        each["member"] for each in found["movements"]} == {text}),
    "input_movements/item": ("item", lambda coop, row: {}, lambda found, text: {
        each["item"] for each in found["movements"]} == {text}),
    "input_movements/party": ("supplier", lambda coop, row: {}, lambda found, text: {
        each["party"] for each in found["movements"]} == {text}),
    "trial_balance/chart": ("set_chart/name", lambda coop, row: BEFORE_ALL,
                            lambda found, text: found["accounts"] == []),
    "journal_file/chart": ("set_chart/name", lambda coop, row: BEFORE_ALL,
                           lambda found, text: found["content"] == ""),
    "journal/party": ("supplier", lambda coop, row: {}, lambda found, text: found["total"] and all(
        any(leg.get("party") == text for leg in entry["legs"]) for entry in found["entries"])),
    "obligations/supplier": ("supplier", lambda coop, row: {}, lambda found, text: {
        each["supplier"] for each in found["obligations"]} == {text}),
    "open_items/supplier": ("supplier", lambda coop, row: {}, lambda found, text: all(
        each["party"] == text for each in found["items"])),
    "payments/supplier": ("supplier", lambda coop, row: {}, lambda found, text: all(
        each["supplier"] == text for each in found["payments"])),
    "lots/buyer": ("party", lambda coop, row: commands.AMONG_PARTIES, lambda found, text: {
        each["buyer"] for each in found["lots"]} == {text}),
    "liquidations/buyer": (
        "party", lambda coop, row: commands.AMONG_PARTIES, lambda found, text: {
            each["buyer"] for each in found["liquidations"]} == {text}),
    "buyer_account/buyer": (
        "party", lambda coop, row: {**commands.AMONG_PARTIES, "as_of": LAST_DAY},
        lambda found, text: found["buyer"] == text),
    "arrivals/product": (
        "product", lambda coop, row: {
            **commands.AMONG_PARTIES, "buyer": sold_in(coop, row)["buyer"]},
        lambda found, text: "on_the_way" in found),
    "arrivals/buyer": (
        "party", lambda coop, row: {
            **commands.AMONG_PARTIES, "product": sold_in(coop, row)["product"]},
        lambda found, text: "on_the_way" in found),
    "log/actor": ("login", lambda coop, row: {}, lambda found, text: all(
        each["actor"] == text for each in found["records"])),
    "log/command": (None, lambda coop, row: {}, lambda found, text: found["records"] == []),
    "milk_to_price/product": ("product", lambda coop, row: YEAR_LONG,
                              lambda found, text: found["suppliers"]),
    # Formats have their names in the other organisation.
    "payment_file/format": (None, lambda coop, row: {"order": 1}, lambda found, text: False),
    "settlements/product": ("product", lambda coop, row: {}, lambda found, text: {
        each["product"] for each in found["settlements"]} == {text}),
    "statement/supplier": (
        "supplier", lambda coop, row: {"settlement": settlement_of(coop, row)},
        lambda found, text: found["supplier"] == text),
    "terms/product": ("product", lambda coop, row: {}, lambda found, text: len(
        found["terms"]) == 2),
}


def preview_import(pick):
    asked = commands.import_file(pick)
    del asked["good_rows_only"]
    return asked


IN_BODY = {"check_terms": commands.check_terms, "preview_import": preview_import,
           "compare_offers": commands.compare_offers,
           "check_bank_statement": commands.check_bank_statement,
           "check_payment_results": commands.check_payment_results,
           "check_payment_file": commands.check_payment_file,
           "surplus_preview": commands.surplus_preview}


def ask_in_address(checks, coop, field, row):
    """One string in the address of a query: refused by a stated limit, or found."""
    names, others, is_about = IN_ADDRESS[field]
    use_case, name = field.split("/")
    pick = Pick(coop.strings, use_case, row, set())
    text = pick(f"/{name}", names)
    coop.note_sent(use_case, pick)
    status, answer = coop.get(coop.reader_of(use_case), f"/api/v1/{use_case}",
                              **{"organisation": OURS, **others(coop, row), name: text})
    if status == 200:
        nobody = names == "supplier" and not is_usable(text)
        checks.expect(nobody or is_about(answer, text), f"{field} by GET is not about {text!a}")
        return
    for each in answer["problems"]:
        coop.judge_refusal(checks, use_case, each["where"], text, each["code"])


def ask_all(checks, coop):
    for row in range(len(coop.strings)):
        for field in IN_ADDRESS:
            ask_in_address(checks, coop, field, row)
        for use_case, make in IN_BODY.items():
            coop.send_row(checks, use_case, make, row)
    asked = {field for field in coop.fields if not coop.is_command(field)}
    sent = {field for field in coop.sent if not coop.is_command(field)}
    for field in sorted(asked ^ sent):
        checks.expect(False, f"{field} is a text field of a query that is not asked, or no field")
    for field in sorted(sent):
        checks.expect(coop.sent[field] == set(coop.strings), f"{field} was not sent every string")
