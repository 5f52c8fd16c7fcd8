"""Where each text field of a command is shown again, and whether it is what was sent."""

import json
import subprocess
from decimal import Decimal
from pathlib import Path

from coop import MERGED, OURS, PARTIES, field_of
from world import LAST_DAY, NEW_YEAR

TERMS = ("index", "attribute", "certificate", "standard", "point", "bands/[]/from", "bands/[]/to")
# The place that shows a field to who may see it; the log has what no query shows. A field of a
# command that stands nowhere here fails the test.
READ_BACK = {
    **{f"add_product/{path}": "products" for path in (
        "code", "name", "unit", "attributes/[]/code", "attributes/[]/name", "attributes/[]/unit",
        "attributes/[]/least", "attributes/[]/most")},
    **{f"add_supplier/{path}": "suppliers" for path in (
        "code", "given_names", "family_names", "household", "hamlet")},
    **{f"add_supplier/{path}": "party" for path in ("dni", "phone")},
    "add_household/code": "households", "add_household/name": "households",
    "add_household/hamlet": "households",
    "change_household/supplier": "suppliers", "change_household/household": "suppliers",
    "register_source/name": "sources", "accrue_milk/product": "log",
    "record_stock/product": "log", "record_stock/lot": "log",
    "release_stock/lot": "log",
    **{f"record_premium/{path}": "log" for path in ("buyer", "certificate", "document")},
    **{f"propose_voucher/{path}": "vouchers" for path in (
        "document", "purpose", "payee", "lines/[]/party")},
    **{f"dispatch_lot/{path}": "lots" for path in (
        "product", "buyer", "code", "tank", "note")},
    **{f"dispatch_lot/readings/[]/{path}": "log" for path in ("attribute", "value")},
    "accept_lot/lot": "log",
    **{f"accept_lot/readings/[]/{path}": "lots" for path in ("attribute", "value")},
    "reject_lot/lot": "log", "reject_lot/reason": "lots",
    "cancel_lot/lot": "log", "cancel_lot/reason": "lots",
    "reopen_lot/lot": "log", "reopen_lot/reason": "log",
    **{f"import_liquidation/{path}": "liquidations" for path in (
        "buyer", "document", "invoice", "file_name")},
    **{f"import_liquidation/{path}": "log" for path in (
        "product", "columns/[]/value", "columns/[]/column")},
    "import_liquidation/content": "nowhere", "set_invoice/invoice": "log",
    "settle_dispute/lot": "log", "settle_dispute/reason": "liquidations",
    "record_receipt/buyer": "log", "record_receipt/lots/[]": "log",
    "record_receipt/document": "receipts",
    **{f"{each}/reason": "log" for each in (
        "reverse_receipt", "reopen_dispute", "undo_liquidation", "withdraw_sale_terms")},
    **{f"set_bank_format/{path}": "bank_formats" for path in (
        "name", "description/delimiter", "description/decimal_mark",
        "description/statuses/[]/word")},
    **{f"set_bank_format/description/{part}/[]/{member}": "bank_formats"
       for part in ("fields", "header", "trailer") for member in ("title", "fill", "literal")},
    "import_bank_statement/file_name": "bank_statements",
    "import_bank_statement/content": "nowhere", "import_bank_statement/format": "nowhere",
    "import_payment_results/file_name": "log", "undo_payment_results/reason": "log",
    "import_payment_results/content": "nowhere", "import_payment_results/format": "nowhere",
    "match_line/reference": "nowhere", "explain_line/party": "log", "explain_line/document": "log",
    "unmatch_line/reason": "log", "undo_bank_statement/reason": "log",
    "set_pay_account/supplier": "log", "set_pay_account/account": "nowhere",
    "order_payments/suppliers/[]": "log", "cancel_payments/reason": "log",
    "record_order_paid/but/[]": "nowhere", "record_payment/reference": "nowhere",
    "take_back_payment/reference": "nowhere", "take_back_payment/reason": "payments",
    "record_payment/receiver": "log", "record_payment/reason": "payments",
    "reject_voucher/reason": "vouchers", "reopen_month/reason": "log",
    "place_hold/party": "holds", "place_hold/reason": "holds",
    "release_hold/reason": "log", "reverse_entry/reason": "log",
    "add_party/code": "parties", "add_party/name": "parties",
    "add_user/login": "users", "add_user/name": "users", "add_user/supplier": "log",
    "end_role/login": "log",
    "end_sessions/login": "log", "register_tax_number/ruc": "registrations",
    "register_organisation/name": "my_organisations",
    "register_organisation/time_zone": "my_organisations",
    "register_organisation/ruc": "my_organisations",
    "change_membership/supplier": "log", "correct_membership/supplier": "log",
    "correct_person/supplier": "log",
    **{f"correct_person/{path}": "party" for path in (
        "given_names", "family_names", "dni", "phone", "hamlet")},
    **{f"withdraw_certificate/{path}": "log" for path in ("supplier", "kind", "reason")},
    **{f"withdraw_membership/{path}": "log" for path in ("supplier", "reason")},
    **{f"withdraw_analysis/{path}": "log" for path in ("product", "supplier", "reason")},
    "withdraw_terms/reason": "log", "withdraw_agreement/reason": "log",
    "add_certificate/supplier": "suppliers", "add_certificate/kind": "suppliers",
    "add_certificate/issuer": "certificates",
    "add_index_value/series": "index_values", "add_index_value/source": "index_values",
    **{f"{use_case}/{path}": "capital_movements" for path in ("member", "document")
       for use_case in ("contribute_capital", "refund_capital")},
    "reject_refund/reason": "capital_movements",
    "acquire_asset/name": "assets", "withdraw_asset/reason": "log",
    "dispose_asset/document": "log", "undo_inputs/reason": "log",
    **{f"{use_case}/{path}": "input_movements" for path in ("supplier", "item", "document")
       for use_case in ("receive_inputs", "sell_inputs")},
    "count_inputs/item": "input_movements", "count_inputs/document": "input_movements",
    **{f"merge_parties/{path}": "mergers" for path in ("keep", "other", "reason")},
    "part_parties/other": "log", "part_parties/reason": "log",
    "propose_surplus/document": "surplus_shares", "reject_surplus/reason": "surplus_shares",
    "propose_surplus/to_members/[]/product": "surplus_shares",
    **{f"set_chart/{path}": "charts" for path in (
        "name", "accounts/[]/code", "accounts/[]/title")},
    **{f"record_delivery/{path}": "deliveries" for path in (
        "product", "supplier", "reason", "readings/[]/attribute", "readings/[]/value")},
    **{f"correct_delivery/{path}": "deliveries" for path in (
        "supplier", "reason", "readings/[]/attribute", "readings/[]/value")},
    **{f"record_analysis/{path}": "log" for path in (
        "product", "supplier", "readings/[]/attribute", "readings/[]/value")},
    "withdraw_delivery/reason": "export of correction",
    "import_file/product": "log", "import_file/file_name": "imports",
    "import_file/columns/[]/value": "log", "import_file/columns/[]/column": "log",
    "import_file/content": "nowhere", "undo_import/reason": "log",
    "set_buying_policy/product": "log", "set_buying_policy/buyer": "log",
    "set_purchase_terms/product": "terms",
    **{f"set_purchase_terms/price/terms/[]/{path}": "terms" for path in TERMS},
    "set_purchase_terms/waterfall/rules/[]/code": "terms",
    "set_purchase_terms/waterfall/rules/[]/name": "terms",
    "set_purchase_terms/waterfall/rules/[]/creditor": "terms",
    "sign_agreement/product": "terms", "sign_agreement/buyer": "terms",
    **{f"sign_agreement/price/terms/[]/{path}": "terms" for path in TERMS},
    **{f"add_obligation/{path}": "obligations" for path in ("supplier", "document", "creditor")},
    "cancel_obligation/reason": "log",
    "compute_settlement/product": "settlements", "reject_settlement/reason": "settlements",
    "withdraw_settlement/reason": "log", "discard_settlement/reason": "log",
    "approve_settlement/seen": "nowhere", "record_opening/party": "log",
}
# Fields with a format of their own, none of whose texts is in the list.
NEVER_SOUND = {"add_supplier/dni", "correct_person/dni", "register_organisation/ruc",
               "register_tax_number/ruc",
               "set_pay_account/account", "record_order_paid/but/[]", "record_payment/reference",
               "take_back_payment/reference",
               "register_organisation/time_zone", "import_file/content",
               "import_liquidation/content", "approve_settlement/seen",
               *(f"{use_case}/{path}" for path in ("content", "format")
                 for use_case in ("import_bank_statement", "import_payment_results")),
               "match_line/reference"}


class Seen:
    """Compares what is shown with what was sent; counts by place and field."""

    def __init__(self, checks):
        self.checks, self.counts = checks, {}

    def compare(self, place, field, sent, shown):
        self.counts[place, field] = self.counts.get((place, field), 0) + 1
        self.checks.expect(same(field, sent, shown),
                           f"{place} shows {field} {shown!a}, but sent was {sent!a}")

    def row(self, place, kept, use_case, shown):
        """The picked texts of a row, at the paths at which a place shows them."""
        for path, sent in kept.picked.items():
            if path in shown:
                self.compare(place, field_of(use_case, path), sent, shown[path])


def same(field, sent, shown):
    """Byte for byte; a number of a sample or a limit of one may be written in another way."""
    is_number = field.endswith(("readings/[]/value", "/least", "/most"))
    if is_number and sent != shown:
        return isinstance(shown, str) and Decimal(sent) == Decimal(shown)
    return sent == shown


def at(data, path):
    """What stands at a path of an input; None when nothing does."""
    for step in path.split("/")[1:]:
        if isinstance(data, list):
            data = data[int(step)] if int(step) < len(data) else None
        else:
            data = data.get(step) if isinstance(data, dict) else None
    return data


def products(coop, seen):
    shown = {each["code"]: each for each in coop.ask("products", organisation=OURS)["products"]}
    for kept in coop.kept["add_product"]:
        found = dict(shown.get(kept.data["code"], {}))
        for limits in found.get("attributes", []):
            for end in ("least", "most"):       # counted in the places of the attribute
                limits[end] = str(Decimal(limits[end]) / 100)
        seen.row("products", kept, "add_product", {path: at(found, path) for path in kept.picked})


def suppliers(coop, seen):
    found = coop.ask("suppliers", organisation=OURS)["suppliers"]
    shown = {each["code"]: each for each in found}
    for kept in coop.kept["add_supplier"]:
        one, data = shown.get(kept.data["code"], {}), kept.data
        # Both names stand in one; the one that is being looked at is what is left of it.
        whole = one.get("name", "")
        given = whole.removesuffix(" " + data["family_names"])
        family = whole.removeprefix(data["given_names"] + " ")
        seen.row("suppliers", kept, "add_supplier", {
            "/code": one.get("code"), "/given_names": given, "/family_names": family,
            "/household": one.get("household"), "/hamlet": one.get("hamlet")})
    for kept in coop.kept["change_household"]:
        one = shown.get(kept.data["supplier"], {})
        seen.row("suppliers", kept, "change_household", {
            "/supplier": one.get("code"), "/household": one.get("household")})
    for kept in coop.kept["add_certificate"]:
        one = shown.get(kept.data["supplier"], {})
        held = (one.get("certificates") or [None])[0]
        seen.row("suppliers", kept, "add_certificate", {
            "/supplier": one.get("code"), "/kind": held})


def people(coop, seen):
    """What is personal, certificates and dated values, as their own queries show them."""
    for kept in coop.kept["add_supplier"]:
        one = coop.ask("party", organisation=OURS, party=kept.data["code"])
        seen.row("party", kept, "add_supplier", {
            path: at(one, path) for path in ("/dni", "/phone") if path in kept.picked})
    for kept in coop.kept["correct_person"]:
        seen.row("party", kept, "correct_person", {
            path: at(kept.shown, path) for path in kept.picked if path != "/supplier"})
    found = coop.ask("certificates", organisation=OURS)["certificates"]
    issuers = {(each["supplier"], each["kind"]): each["issuer"] for each in found
               if not each["withdrawn"]}
    for kept in coop.kept["add_certificate"]:
        seen.row("certificates", kept, "add_certificate", {
            "/issuer": issuers.get((kept.data["supplier"], kept.data["kind"]))})
    for kept in coop.kept["add_index_value"]:
        series = kept.data["series"]
        values = coop.ask("index_values", organisation=OURS, series=series)["values"]
        seen.row("index_values", kept, "add_index_value", {
            "/series": series if values else None, "/source": values and values[-1]["source"]})
    parties = {each["code"]: each for each in coop.ask("parties", organisation=PARTIES)["parties"]}
    for kept in coop.kept["add_party"]:
        one = parties.get(kept.data["code"], {})
        seen.row("parties", kept, "add_party", {"/code": one.get("code"), "/name": one.get("name")})


def capital(coop, seen):
    found = coop.ask("capital_movements", organisation=OURS)["movements"]
    shown = {each["number"]: each for each in found}
    for name in ("contribute_capital", "refund_capital", "reject_refund"):
        for kept in coop.kept[name]:
            one = shown.get(kept.data.get("refund") or kept.made("capital"), {})
            seen.row("capital_movements", kept, name, {path: at(one, path) for path in kept.picked})
    found = coop.ask("surplus_shares", organisation=PARTIES)["shares"]
    shown = {each["share"]: each for each in found}
    for name in ("propose_surplus", "reject_surplus"):
        for kept in coop.kept[name]:
            one = shown.get(kept.data.get("share") or kept.made("surplus_share"), {})
            seen.row("surplus_shares", kept, name, {path: at(one, path) for path in kept.picked})


def assets_and_inputs(coop, seen):
    for kept in coop.kept["acquire_asset"]:
        seen.row("assets", kept, "acquire_asset", {"/name": kept.shown})
    found = coop.ask("input_movements", organisation=OURS)["movements"]
    shown = {each["movement"]: each for each in found}
    for name in ("receive_inputs", "sell_inputs", "count_inputs"):
        for kept in coop.kept[name]:
            one = shown.get(kept.made("input_movement"), {})
            seen.row("input_movements", kept, name, {
                "/supplier": one.get("party"), "/item": one.get("item"),
                "/document": one.get("document")})


def mergers(coop, seen):
    for kept in coop.kept["merge_parties"]:
        seen.row("mergers", kept, "merge_parties", {
            "/keep": kept.shown["kept"], "/other": kept.shown["other"],
            "/reason": kept.shown["reason"]})


def charts(coop, seen):
    shown = {each["name"]: each for each in coop.ask("charts", organisation=OURS)["charts"]}
    for kept in coop.kept["set_chart"]:
        one = shown.get(kept.data["name"], {})
        seen.row("charts", kept, "set_chart", {path: at(one, path) for path in kept.picked})


def households(coop, seen):
    found = coop.ask("households", organisation=OURS)["households"]
    shown = {each["code"]: each for each in found}
    for kept in coop.kept["add_household"]:
        one = shown.get(kept.data["code"], {})
        seen.row("households", kept, "add_household", {
            "/code": one.get("code"), "/name": one.get("name"), "/hamlet": one.get("hamlet")})


def sources(coop, seen):
    shown = {each["name"] for each in coop.ask("sources", organisation=OURS)["sources"]}
    for kept in coop.kept["register_source"]:
        name = kept.data["name"]
        seen.row("sources", kept, "register_source", {"/name": name if name in shown else None})


def holds(coop, seen):
    for kept in coop.kept["place_hold"]:
        seen.row("holds", kept, "place_hold", {
            "/party": kept.shown.get("party"), "/reason": kept.shown.get("reason")})


def vouchers(coop, seen):
    found = coop.ask("vouchers", organisation=OURS)["vouchers"]
    shown = {each["number"]: each for each in found}
    for name in ("propose_voucher", "reject_voucher"):
        for kept in coop.kept[name]:
            one = shown.get(kept.data.get("voucher") or kept.made("voucher"), {})
            seen.row("vouchers", kept, name, {path: at(one, path) for path in kept.picked})


def payments(coop, seen):
    for kept in coop.kept["record_payment"]:
        seen.row("payments", kept, "record_payment", {"/reason": kept.shown.get("reason")})
    for kept in coop.kept["take_back_payment"]:
        seen.row("payments", kept, "take_back_payment", {"/reason": kept.shown.get("reason")})


def sales(coop, seen):
    for kept in coop.kept["dispatch_lot"]:
        seen.row("lots", kept, "dispatch_lot", {"/code": kept.shown["lot"]} | {
            f"/{name}": kept.shown.get(name) for name in ("product", "buyer", "tank", "note")})
    for kept in coop.kept["accept_lot"]:
        seen.row("lots", kept, "accept_lot", {
            path: at(kept.shown, path) for path in kept.picked if path != "/lot"})
    for use_case in ("reject_lot", "cancel_lot"):
        for kept in coop.kept[use_case]:
            seen.row("lots", kept, use_case, {"/reason": kept.shown["reason"]})
    for kept in coop.kept["import_liquidation"]:
        seen.row("liquidations", kept, "import_liquidation", {
            f"/{name}": kept.shown.get(name)
            for name in ("buyer", "document", "invoice", "file_name")})
    for kept in coop.kept["settle_dispute"]:
        seen.row("liquidations", kept, "settle_dispute", {"/reason": kept.shown})
    for kept in coop.kept["record_receipt"]:
        seen.row("receipts", kept, "record_receipt", {"/document": kept.shown})
def banks(coop, seen):
    found = coop.ask("bank_formats", organisation=PARTIES)["formats"]
    shown = {each["name"]: each for each in found}
    for kept in coop.kept["set_bank_format"]:
        one = shown.get(kept.data["name"], {})
        seen.row("bank_formats", kept, "set_bank_format",
                 {path: at(one, path) for path in kept.picked})
    found = coop.ask("bank_statements", organisation=OURS)["statements"]
    shown = {each["statement"]: each for each in found}
    for kept in coop.kept["import_bank_statement"]:
        one = shown.get(kept.made("bank_statement"), {})
        seen.row("bank_statements", kept, "import_bank_statement",
                 {"/file_name": one.get("file_name")})


def users(coop, seen):
    shown = {each["login"]: each for each in coop.ask("users", organisation=OURS)["users"]}
    for kept in coop.kept["add_user"]:
        one = shown.get(kept.data["login"], {})
        seen.row("users", kept, "add_user", {"/login": one.get("login"), "/name": one.get("name")})


def deliveries(coop, seen):
    right = {kept.row: kept for kept in coop.kept["correct_delivery"]}
    for kept in coop.kept["record_delivery"]:
        product = kept.data["product"]
        found = coop.ask("deliveries", organisation=OURS, product=product, first=NEW_YEAR,
                         last=LAST_DAY)["deliveries"]
        shown = {(each["source"], each["sequence"]): each for each in found}
        for name, row in (("record_delivery", kept), ("correct_delivery", right[kept.row])):
            one = shown.get((row.made("source"), row.made("delivery")), {})
            paths = {path: at(one, path) for path in row.picked}
            if one and "/product" in paths:
                paths["/product"] = product
            seen.row("deliveries", row, name, paths)


def obligations(coop, seen):
    found = coop.ask("obligations", organisation=OURS)["obligations"]
    shown = {each["number"]: each for each in found}
    for kept in coop.kept["add_obligation"]:
        one = shown.get(kept.made("obligation"), {})
        seen.row("obligations", kept, "add_obligation",
                 {path: at(one, path) for path in kept.picked})


def terms(coop, seen):
    agreed = {kept.row: kept for kept in coop.kept["sign_agreement"]}
    for kept in coop.kept["set_purchase_terms"]:
        product = kept.data["product"]
        for name, row, versions, made in (
                ("set_purchase_terms", kept, "terms", "terms"),
                ("sign_agreement", agreed[kept.row], "agreements", "agreement")):
            found = coop.ask("terms", organisation=row.data["organisation"], product=product)
            one = {each["number"]: each for each in found[versions]}.get(row.made(made), {})
            seen.row("terms", row, name, {"/product": product} | {
                path: at(one, path) for path in row.picked if path != "/product"})


def imports(coop, seen):
    found = coop.ask("imports", organisation=OURS)["imports"]
    shown = {each["number"]: each["file_name"] for each in found}
    for kept in coop.kept["import_file"]:
        seen.row("imports", kept, "import_file", {"/file_name": shown.get(kept.made("import"))})


def settlements(coop, seen):
    found = coop.ask("settlements", organisation=OURS)["settlements"]
    shown = {each["settlement"]: each["product"] for each in found}
    for kept in coop.kept["compute_settlement"]:
        seen.row("settlements", kept, "compute_settlement",
                 {"/product": shown.get(kept.made("settlement"))})
        flow = next(each["label"] for each in kept.shown["flows"] if each["kind"] == "deduction")
        seen.compare("settlement", "flow", kept.rule, flow)
    for kept in coop.kept["reject_settlement"]:
        seen.row("settlements", kept, "reject_settlement", {"/reason": kept.shown})


def organisations(coop, seen):
    """After `send_last`."""
    found = coop.must("root", "my_organisations", {})["organisations"]
    shown = {each["id"]: each for each in found}
    for kept in coop.kept["register_organisation"]:
        one = shown.get(kept.made("organisation"), {})
        seen.row("my_organisations", kept, "register_organisation",
                 {path: at(one, path) for path in kept.picked})


def log(coop, seen):
    """Every text of every command, but what is personal or bulky and stands there as a digest."""
    payloads = {each: log_of(coop, each) for each in (OURS, PARTIES, MERGED)}
    for use_case, rows in coop.kept.items():
        if use_case == "register_organisation" or not coop.is_command(use_case):
            continue        # That one stands in the log of the installation.
        for kept in rows:
            record = payloads.get(kept.receipt["organisation"], {}).get(kept.receipt["position"])
            name, payload = record or ("", {})
            seen.checks.expect(name == use_case, f"log has {name} where {use_case} was told")
            shown = {path: at(payload, path) for path in kept.picked}
            seen.row("log", kept, use_case, {path: text for path, text in shown.items()
                                             if not (isinstance(text, dict) and "sha256" in text)})


def log_of(coop, organisation):
    """{position: (command, input)} of a whole log."""
    found, before = {}, None
    while True:
        part = {"before": before} if before else {}
        records = coop.ask("log", organisation=organisation, limit=1000, **part)["records"]
        if not records:
            return found
        for each in records:
            found[each["position"]] = each["command"], json.loads(each["payload"])
        before = records[-1]["position"]


def export(coop, seen, folder):
    """What `ayni export` writes, read from its files; the server may run."""
    people = exported(coop, folder, OURS)
    party_of = {each["code"]: each["party"] for each in people("party")}
    person = {each["party"]: each for each in people("person")}
    certificate = {each["party"]: each for each in people("certificate")}
    for kept in coop.kept["add_supplier"]:
        one = person.get(party_of.get(kept.data["code"]), {})
        seen.row("export of person", kept, "add_supplier",
                 {path: at(one, path) for path in kept.picked
                  if path not in ("/code", "/household")})
    for kept in coop.kept["add_certificate"]:
        one = certificate.get(party_of.get(kept.data["supplier"]), {})
        seen.row("export of certificate", kept, "add_certificate", {
            "/kind": one.get("kind"), "/issuer": one.get("issuer")})
    index = {each["position"]: each for each in people("index_value")}
    taken_back = {each["position"]: each["reason"] for each in people("correction")}
    for use_case, place in (("add_index_value", index), ("withdraw_delivery", taken_back),
                            ("correct_delivery", taken_back)):
        for kept in coop.kept[use_case]:
            one = place.get(kept.receipt["position"], {})
            shown = {"/reason": one} if place is taken_back else {
                path: at(one, path) for path in kept.picked}
            name = "index_value" if place is index else "correction"
            seen.row(f"export of {name}", kept, use_case, shown)
    parties = {each["code"]: each for each in exported(coop, folder, PARTIES)("party")}
    for kept in coop.kept["add_party"]:
        one = parties.get(kept.data["code"], {})
        seen.row("export of party", kept, "add_party", {
            "/code": one.get("code"), "/name": one.get("name")})


def exported(coop, folder, organisation):
    """Exports an organisation; gives what reads the rows of one of its tables."""
    place = Path(folder) / f"export{organisation}"
    subprocess.run([coop.ayni, "export", coop.door.file, str(place), "--organisation",
                    str(organisation)], check=True)
    return lambda table: [json.loads(line) for line in
                          (place / f"{table}.jsonl").read_bytes().split(b"\n") if line]


def all_fields_are_read_back(checks, coop, seen):
    """The table holds every text field there is, and each was sent and seen in its place."""
    fields = {field for field in coop.fields if coop.is_command(field)}
    for field in sorted(fields ^ set(READ_BACK)):
        checks.expect(False, f"{field} is a text field and not in the list, or the other way round")
    for field in sorted(fields & set(READ_BACK)):
        sent = len(coop.sent.get(field, ()))
        checks.expect(sent == len(coop.strings), f"{field} was sent {sent} different strings")
        times = seen.counts.get((READ_BACK[field], field), 0)
        checks.expect(times > 0 or field in NEVER_SOUND, f"{field} was never read back")


BEFORE_LAST = (products, households, suppliers, people, capital, charts, assets_and_inputs, mergers,
               sources, holds, vouchers, payments, banks, sales, users, deliveries, obligations,
               terms, imports, settlements)
AFTER_LAST = (organisations, log)
