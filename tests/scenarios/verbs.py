"""What can be told in a scenario: each verb becomes commands of the register."""

import base64
import io
import json
import re
import zipfile

from world import NEW_YEAR, Words, World, money

STATISTICS = {"mean": "period_mean", "geometric": "geometric_mean", "last-three": "last_three"}


# ---- people

def supplier(world: World, w: Words):
    """supplier M1 "Rosa Huamán" [member] [from DAY] [dni DNI]"""
    given, _, family = w[2].partition(" ")
    data = {"code": w[1], "kind": "member" if "member" in w[3:] else "supplier",
            "joined": w.after("from", "2020-01-01"), "given_names": given,
            "family_names": family or "-", "sex": "not_said"}
    if "dni" in w:
        data["dni"] = w.after("dni")
    world.tell("manager", "add_supplier", data)


def membership(world, w):
    """membership M1 member|supplier from DAY"""
    world.tell("manager", "change_membership", {"supplier": w[1], "kind": w[2],
                                                "first": w.after("from")})


def party(world, w):
    """party SHOP "Agroveterinaria" """
    world.tell("manager", "add_party", {"code": w[1], "name": w[2]})


def certificate(world, w):
    """certificate M1 tb_free FIRST..LAST"""
    first, last = w[3].split("..")
    world.tell("manager", "add_certificate", {"supplier": w[1], "kind": w[2], "issuer": "SENASA",
                                              "first": first, "last": last})


def withdraw_certificate(world, w):
    """withdraw-certificate M1 tb_free FIRST because "reason" """
    world.tell("manager", "withdraw_certificate", {"supplier": w[1], "kind": w[2], "first": w[3],
                                                   "reason": w.after("because")})


def withdraw_membership(world, w):
    """withdraw-membership M1 FIRST because "reason" """
    world.tell("manager", "withdraw_membership", {"supplier": w[1], "first": w[2],
                                                  "reason": w.after("because")})


def user(world, w):
    """user rosa producer|buyer|auditor [of M1]"""
    world.tell("root", "add_user", {"login": w[1], "name": w[1], "language": "en", "role": w[2],
                                    **({"supplier": w.after("of")} if "of" in w else {})})


def end_role(world, w):
    """end-role manager manager"""
    world.tell("root", "end_role", {"login": w[1], "role": w[2]})


# ---- terms

def price(world, w):
    """price PRODUCT 1.40 PEN/kg [from DAY] | price PRODUCT by SERIES [x FACTOR] [plus AMOUNT]"""
    terms = world.written(w[1])
    terms.effective = w.after("from", terms.effective)
    base = {"kind": "base"}
    if w[2] == "by":
        base["index"] = w[3]
        for word, member in (("x", "factor"), ("plus", "differential")):
            if word in w:
                base[member] = w.after(word)
    else:
        base["price"] = w[2]
        terms.price["currency"] = w[3].split("/")[0]
    terms.price["terms"].append(base)


def over_attribute(made, w):
    """… [mean|geometric|last-three] [missing standard|last_three|refuse|nothing]"""
    for word, statistic in STATISTICS.items():
        if word in w:
            made["statistic"] = statistic
    if "missing" in w:
        made["missing"] = w.after("missing")
    return made


def add_term(world, made):
    world.written().price["terms"].append(made)


def per_point(world, w):
    """per-point fat above 3.50 each 0.10 pays 0.02 [whole] …"""
    made = {"kind": "per_point", "attribute": w[1], "standard": w.after("above"),
            "point": w.after("each"), "rate": w.after("pays")}
    if "whole" in w:
        made["whole_points"] = True
    add_term(world, over_attribute(made, w))


def ranges(words):
    """`..200 0.05 200..400 0.00 400.. -0.10` as rows of a table."""
    rows = []
    for limits, rate in zip(words[::2], words[1::2]):
        if ".." not in limits:
            break
        row = dict(zip(("from", "to"), limits.split("..")))
        rows.append({**{end: value for end, value in row.items() if value}, "rate": rate})
    return rows


def band(world, w):
    """band scc|producer-volume|organisation-volume ROWS … [at VALUE]: what stands in"""
    made = {"kind": "band", "bands": ranges(w[2:])}
    if w[1].endswith("-volume"):
        made["volume"] = w[1].removesuffix("-volume")
    else:
        made["attribute"] = w[1]
    if "at" in w:
        made["standard"] = w.after("at")
    add_term(world, over_attribute(made, w))


def component(world, w):
    """component fat 5.00 per kg [density 1.03] …"""
    made = {"kind": "component", "attribute": w[1], "rate": w[2]}
    if "density" in w:
        made["density"] = w.after("density")
    add_term(world, over_attribute(made, w))


def grade(world, w):
    """grade hygiene 1 0.00 2 0.05 3 0.10 …"""
    rows = [{"grade": int(row), "rate": rate} for row, rate in zip(w[2::2], w[3::2])
            if row.isdigit()]
    add_term(world, over_attribute({"kind": "grade", "attribute": w[1], "grades": rows}, w))


def premium(world, w):
    """premium tb_free 0.05"""
    add_term(world, {"kind": "premium", "certificate": w[1], "rate": w[2]})


def limit(kind):
    """price-floor 1.20, price-ceiling 1.60"""
    return lambda world, w: add_term(world, {"kind": kind, "price": w[1]})


def term(world, w):
    """term {…}: a term as JSON, for what cannot be said otherwise"""
    add_term(world, json.loads(w.raw(1)))


def rounding(world, w):
    """rounding half_up at delivery|day|period"""
    terms = world.written()
    terms.price["rounding"], terms.price["rounding_point"] = w[1], w.after("at")
    terms.waterfall["rounding"] = w[1]


def cap(world, w):
    """cap 0.50"""
    world.written().waterfall["cap"] = w[1]


def floor(world, w):
    """floor 0.70 PEN/kg"""
    world.written().waterfall["floor"] = w[1]


def rule(world, w):
    """rule NAME KIND rank N per-unit 0.05|of-gross 0.02|obligation [members|non-members] [free]
    [to PARTY]

    A rule that is free is taken above the cap and below the floor, too.
    """
    made = {"code": w[1], "name": w[1], "kind": w[2], "rank": int(w.after("rank")),
            "basis": w[5].replace("-", "_"), "under_cap": "free" not in w,
            "above_floor": "free" not in w,
            "applies_to": "members" if "members" in w
            else "non_members" if "non-members" in w else "everyone"}
    if w[5] == "per-unit":
        made["price"] = w[6]
    if w[5] == "of-gross":
        made["rate"] = w[6]
    if "to" in w:
        made["creditor"] = w.after("to")
    world.written().waterfall["rules"].append(made)


def sign(world, w):
    """sign [members|suppliers] [from DAY]: what was written; without it, when it is first needed"""
    kinds = {"members": ["member"], "suppliers": ["supplier"]}.get(w[1] if len(w) > 1 else "",
                                                                  ["member", "supplier"])
    for kind in kinds:
        if "problems" in world.sign(kind, w.after("from")):
            return


def withdraw_terms(world, w):
    """withdraw-terms NUMBER because "reason" """
    world.tell("manager", "withdraw_terms", {"number": int(w[1]), "reason": w.after("because")})


def index(world, w):
    """index SERIES DAY VALUE [revision N]"""
    world.tell("manager", "add_index_value", {
        "series": w[1], "day": w[2], "value": w[3], "source": "MIDAGRI",
        "revision": int(w.after("revision", "0"))})


# ---- milk

def readings(words):
    """`fat 3.65 solids 12.10`"""
    return [{"attribute": attribute, "value": value}
            for attribute, value in zip(words[::2], words[1::2])]


def delivery(world, w):
    """delivery M1 DAY SHIFT 10.300 kg [of PRODUCT] [by ACTOR] [rejected REASON] [READINGS]"""
    world.sign_if_needed()
    data = {"product": w.after("of", "milk"), "supplier": w[1], "day": w[2], "shift": w[3],
            "quantity": w[4], "outcome": "accepted"}
    if "rejected" in w:
        data.update(outcome="rejected", reason=w.after("rejected"))
    if read := w.without("of", "by", "rejected")[6:]:
        data["readings"] = readings(read)
    world.tell(w.after("by", "manager"), "record_delivery", data)


def analysis(world, w):
    """analysis M1 DAY SHIFT fat 3.65 …"""
    world.tell("manager", "record_analysis", {"product": "milk", "supplier": w[1], "day": w[2],
                                              "shift": w[3], "readings": readings(w[4:])})


def withdraw_analysis(world, w):
    """withdraw-analysis M1 DAY SHIFT because "reason" """
    world.tell("manager", "withdraw_analysis", {"product": "milk", "supplier": w[1], "day": w[2],
                                                "shift": w[3], "reason": w.after("because")})


def identity_of(world, supplier_code, day, shift):
    """The record of that can which still counts, or one that never was."""
    found = world.ask("manager", "deliveries", {"product": "milk", "first": day, "last": day,
                                                "supplier": supplier_code})
    for row in found["deliveries"]:
        if row["shift"] == shift and not row["corrected"] and not row["undone"]:
            return {"day": day, "source": row["source"], "sequence": row["sequence"]}
    return {"day": day, "source": 1, "sequence": 999_999}


def correct(world, w):
    """correct M1 DAY SHIFT to 9.300 kg because "reason" [of SUPPLIER] [on DAY] [READINGS]"""
    data = {**identity_of(world, w[1], w[2], w[3]), "supplier": w.after("of", w[1]),
            "right_day": w.after("on", w[2]), "shift": w[3], "quantity": w.after("to"),
            "outcome": "accepted", "reason": w.after("because")}
    if read := w.without("because", "of", "on")[7:]:
        data["readings"] = readings(read)
    world.tell("manager", "correct_delivery", data)


def withdraw_delivery(world, w):
    """withdraw-delivery M1 DAY SHIFT because "reason" """
    world.tell("manager", "withdraw_delivery", {**identity_of(world, w[1], w[2], w[3]),
                                                "reason": w.after("because")})


def import_file(world, w):
    """import NAME [analyses] [good-rows] [in ENCODING] [columns VALUE=TITLE…]; `| row` lines follow

    A file in `zip` begins as a spreadsheet's own files do.
    """
    encoding = w.after("in", "utf-8")
    bytes_of_file = "".join(row + "\n" for row in world.rows).encode(
        {"utf-8-bom": "utf-8-sig", "zip": "utf-8"}.get(encoding, encoding))
    if encoding == "zip":
        bytes_of_file = b"PK\x03\x04\0\0" + bytes_of_file
    world.file = {"kind": "analyses" if "analyses" in w else "deliveries",
                  "product": w.after("of", "milk"), "file_name": w[1],
                  "content": base64.b64encode(bytes_of_file).decode()}
    chosen = [word.split("=", 1) for word in w if "=" in word]
    if chosen:
        world.file["columns"] = [{"value": value, "column": column} for value, column in chosen]
    world.sign_if_needed()
    told = world.tell("manager", "import_file", {**world.file, "good_rows_only": "good-rows" in w})
    if "made" in told:
        world.imported = told["made"][0]["number"]


def undo_import(world, w):
    """undo-import because "reason" """
    world.tell("manager", "undo_import", {"number": world.imported, "reason": w.after("because")})


# ---- what is owed

def owes(kind):
    def verb(world, w):
        """loan M1 50.00 PEN, 20.00 PEN each fortnight [from DAY] [to CREDITOR]
        [against bank|cash|sales_inputs|opening] [on DAY] [interest 5.00]"""
        each = 4 if "each" in w else 2
        data = {"supplier": w[1], "kind": kind, "amount": money(w[2], w[3]),
                "instalment": money(w[each], w[each + 1]),
                "first_due": w.after("from", NEW_YEAR), "document": "signed"}
        if "to" in w:
            data["creditor"] = w.after("to")
        for word, member in (("against", "against"), ("on", "date")):
            if word in w:
                data[member] = w.after(word)
        if "interest" in w:
            data["interest"] = money(w.after("interest"), w[3])
        terms = world.terms
        known = any(rule["kind"] == kind for rule in terms.waterfall["rules"])
        told = world.tell("manager", "add_obligation", data)
        if not known and not terms.signed and "problems" not in told:
            rule(world, Words(f"rule {kind} {kind} rank 10 obligation"
                              + (" members" if kind == "capital" else "")))
    return verb


def cancel(world, w):
    """cancel KIND of M1 because "reason": what he owes"""
    owed = world.ask("manager", "obligations", {"supplier": w.after("of")})["obligations"]
    number = next((each["number"] for each in owed if each["kind"] == w[1]), 999_999)
    world.tell("manager", "cancel_obligation", {"number": number, "reason": w.after("because")})


# ---- settlements

def compute(world, w):
    """compute FIRST..LAST [of PRODUCT] [by ACTOR]"""
    world.sign_if_needed()
    first, last = w[1].split("..")
    told = world.tell(w.after("by", "manager"), "compute_settlement", {
        "product": w.after("of", "milk"), "first": first, "last": last})
    if "made" in told:
        world.settlements.pop(w[1], None)
        world.settlements[w[1]] = told["made"][0]["number"]


def on_settlement(use_case, actor):
    def verb(world, w):
        """approve PERIOD [by ACTOR], reject PERIOD because "reason" …"""
        data = {"settlement": world.number_of(w[1])}
        if "because" in w:
            data["reason"] = w.after("because")
        world.tell(w.after("by", actor), use_case, data)
    return verb


def settle(world, w):
    """settle FIRST..LAST [of PRODUCT]: computes, has it approved, and posts, until it is refused"""
    compute(world, w)
    for use_case, actor in (("approve_settlement", "approver"), ("post_settlement", "manager")):
        if "problems" in world.last:
            return
        world.tell(actor, use_case, {"settlement": world.number_of(w[1])})


# ---- the bank

OWN_ACCOUNT = "00219100123456789051"


def amount_of(number):
    """`-12.50` as an amount and its sense."""
    return (f'<Amt Ccy="PEN">{number.lstrip("-")}</Amt>'
            f'<CdtDbtInd>{"DBIT" if number.startswith("-") else "CRDT"}</CdtDbtInd>')


def bank_balance(kind, amount, day):
    return (f"<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp>{amount_of(amount)}"
            f"<Dt><Dt>{day}</Dt></Dt></Bal>")


def bank_line(w):
    """| DAY AMOUNT [ref R] [batch M] [bank B] [party "NAME"] [account A] [text "T"] [reason AC04]
    [detail R=AMOUNT]…"""
    def tag(name, word):
        return f"<{name}>{w.after(word)}</{name}>" if word in w else ""
    details = "".join(
        f"<TxDtls><Refs><EndToEndId>{ref}</EndToEndId></Refs>{amount_of(amount)}</TxDtls>"
        for ref, amount in (word.split("=") for word in w if "=" in word))
    side = "Dbtr" if not w[1].startswith("-") else "Cdtr"
    party = f"<{side}><Pty>{tag('Nm', 'party')}</Pty></{side}>" if "party" in w else ""
    account = (f"<{side}Acct><Id><Othr>{tag('Id', 'account')}</Othr></Id></{side}Acct>"
               if "account" in w else "")
    reason = f"<RtrInf><Rsn>{tag('Cd', 'reason')}</Rsn></RtrInf>" if "reason" in w else ""
    one = (f"<TxDtls><Refs>{tag('PmtInfId', 'batch')}{tag('EndToEndId', 'ref')}</Refs>"
           f"{amount_of(w[1])}<RltdPties>{party}{account}</RltdPties>"
           f"<RmtInf>{tag('Ustrd', 'text')}</RmtInf>{reason}</TxDtls>")
    return (f"<Ntry>{amount_of(w[1])}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>{w[0]}</Dt></BookgDt>"
            f"<ValDt><Dt>{w[0]}</Dt></ValDt>{tag('AcctSvcrRef', 'bank')}"
            f"<NtryDtls>{details or one}</NtryDtls></Ntry>")


def bank_statement(world, w):
    """bank-statement ID FIRST..LAST from 1000.00 to 899.50 [of ACCOUNT] [checked]; `| line`s follow

    Checked: nothing is kept.
    """
    first, last = w[2].split("..")
    lines = "".join(bank_line(Words(named(world, row))) for row in world.rows)
    xml = ('<?xml version="1.0" encoding="UTF-8"?>'
           '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>'
           f"<GrpHdr><MsgId>{w[1]}</MsgId></GrpHdr><Stmt><Id>{w[1]}</Id>"
           f"<Acct><Id><Othr><Id>{w.after('of', OWN_ACCOUNT)}</Id></Othr></Id></Acct>"
           + bank_balance("OPBD", w.after("from"), first)
           + bank_balance("CLBD", w.after("to"), last)
           + lines + "</Stmt></BkToCstmrStmt></Document>")
    world.tell("accountant",
               "check_bank_statement" if "checked" in w else "import_bank_statement",
               {"file_name": f"{w[1]}.xml", "content": base64.b64encode(xml.encode()).decode()})


# ---- anything

def workbook(rows):
    """An XLSX of these rows: cells between commas, `=…` a formula, `A1:B1` alone merged cells."""
    merged = "".join(f'<mergeCell ref="{row}"/>' for row in rows
                     if re.fullmatch(r"[A-Z]\d:.*", row))
    sheet = "".join("<row>" + "".join(
        f"<c><f>{cell[1:]}</f></c>" if cell.startswith("=")
        else f"<c><v>{cell}</v></c>" if re.fullmatch(r"[\d.]+", cell)
        else f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row.split(",")) + "</row>"
        for row in rows if f'"{row}"' not in merged)
    parts = {
        "xl/workbook.xml": '<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels":
            '<Relationships><Relationship Id="r1" Target="a.xml"/></Relationships>',
        "xl/a.xml": f"<worksheet><sheetData>{sheet}</sheetData>"
                    f"<mergeCells>{merged}</mergeCells></worksheet>"}
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in parts.items():
            book.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text)
    return written.getvalue()


def filled(world, text):
    """Raw JSON with what a scenario cannot know, and with the file whose `| row` lines follow: as
    it stands (`$file`), as a workbook (`$workbook`), or as one that is cut off (`$cut`)."""
    files = {"$file": named(world, "".join(row + "\n" for row in world.rows)).encode()}
    if "$workbook" in text or "$cut" in text:
        files["$workbook"] = workbook(world.rows)
        files["$cut"] = files["$workbook"][:-30]
    for name, file in files.items():
        text = text.replace(name, base64.b64encode(file).decode())
    return named(world, text)


def named(world, text):
    return text.replace("$organisation", str(world.organisation))


def call(world, w):
    """call ACTOR USE_CASE {json}: a use case by its name"""
    world.tell(w[1], w[2], json.loads(filled(world, w.raw(3)) or "{}"))


def send(world, w):
    """send ACTOR USE_CASE TEXT: what another program sends, JSON or not, as it is

    `$organisation` stands for the number of ours; `call` needs no such member.
    """
    world.tell(w[1], w[2], filled(world, w.raw(3)))


def again(world, w):
    """again KEY ACTOR USE_CASE {json}: under a key of the sender's own, to be sent twice"""
    world.tell(w[2], w[3], json.loads(filled(world, w.raw(4))), key=w[1])


VERBS = {
    "supplier": supplier, "membership": membership, "party": party, "certificate": certificate,
    "withdraw-certificate": withdraw_certificate, "withdraw-membership": withdraw_membership,
    "user": user, "end-role": end_role,
    "price": price, "per-point": per_point, "band": band, "component": component, "grade": grade,
    "premium": premium, "price-floor": limit("floor"), "price-ceiling": limit("ceiling"),
    "term": term, "rounding": rounding, "cap": cap, "floor": floor, "rule": rule, "sign": sign,
    "withdraw-terms": withdraw_terms,
    "index": index,
    "delivery": delivery, "analysis": analysis, "correct": correct,
    "withdraw-analysis": withdraw_analysis,
    "withdraw-delivery": withdraw_delivery, "import": import_file, "undo-import": undo_import,
    "loan": owes("loan"), "input": owes("input"), "advance": owes("advance"),
    "third-party": owes("third_party"), "capital": owes("capital"),
    "retention": owes("retention"), "cancel": cancel,
    "compute": compute, "approve": on_settlement("approve_settlement", "approver"),
    "reject": on_settlement("reject_settlement", "approver"),
    "post": on_settlement("post_settlement", "manager"),
    "withdraw": on_settlement("withdraw_settlement", "approver"), "settle": settle,
    "discard": on_settlement("discard_settlement", "manager"),
    "bank-statement": bank_statement,
    "call": call, "send": send, "again": again,
}
