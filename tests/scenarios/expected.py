"""What can be expected in a scenario: each line says it in full, or it fails."""

import json

from world import LAST_DAY, Failed, cents, show, total

OWED = ("loan", "input", "advance", "third_party", "capital", "retention", "correction",
        "own_service")


def pairs(words):
    return list(zip(words[::2], words[1::2]))


def compare(what, found, wanted):
    """Each wanted value, where what is not there counts as 0.00."""
    for name, value in wanted:
        if str(found.get(name, "0.00")) != value:
            raise Failed(f"{what}: {name} is {found.get(name, '0.00')}, expected {value}, "
                         f"in {found}")


def refused(world, w):
    """refused CODE [at PATH]"""
    problems = world.last.get("problems", [])
    wanted = [p for p in problems if p["code"] == w[0]]
    if not wanted:
        raise Failed(f"expected refusal {w[0]}, got {json.dumps(problems) if problems else 'none'}")
    if "at" in w and not any(p["where"] == w.after("at") for p in wanted):
        raise Failed(f"expected it at {w.after('at')}, got {[p['where'] for p in wanted]}")
    if any(not p["text"] for p in wanted):
        raise Failed(f"nothing is said of {w[0]}")


def accepted(world, w):
    """accepted [already]"""
    if "problems" in world.last:
        raise Failed(f"refused: {json.dumps(world.last['problems'])}")
    if w and world.last.get("already") is not (w[0] == "already"):
        raise Failed(f"already is {world.last.get('already')}")


def figures_of(view):
    """All that a statement says, by name; the same name twice is added up."""
    found = {"gross": view["gross"]["amount"], "net": view["net"]["amount"],
             "deducted": view["deducted"]["amount"], "kg": view["quantity"],
             "rejected": view["rejected"], "deliveries": view["deliveries"],
             "member": "yes" if view["member"] else "no", "priced": len(view["priced"]),
             "carried-over": total(line["carried"] for line in view["lines"])}
    for line in view["lines"]:
        amount = cents(line["amount"]["amount"])
        if line["kind"] == "deduction":
            amount = -amount
        for name in {line["kind"], line["label"], line.get("deduction", line["kind"])}:
            found[name] = show(cents(found.get(name, "0.00")) + amount)
        if line.get("remaining"):
            found[f"{line['label']}-left"] = line["remaining"]["amount"]
    return found


def statement(world, w):
    """statement M1 [of PERIOD] gross 14.42 loan -7.21 net 7.21 carried-over 12.79 kg 10.300 …"""
    period = world.period_of(w)
    compare(f"statement {w[0]}", figures_of(world.statement(w[0], period)),
            pairs(w.without("of")[1:]))


def late(world, w):
    """late M1 [of PERIOD] CORRECTED-PERIOD 8.000 kg "DAY SHIFT KG VALUE -> KG VALUE"…"""
    lines = [line for line in world.statement(w[0], world.period_of(w))["lines"]
             if line.get("late")]
    found = []
    for line in lines:
        why = line["late"]
        found += [f"{why['first']}..{why['last']}", why["quantity"], "kg"]
        for each in why["deliveries"]:
            worth = [f"{each['quantity_' + when]} {each['value_' + when]['amount']}"
                     if "quantity_" + when in each else "-" for when in ("before", "now")]
            found.append(f"{each['day']} {each['shift']} {worth[0]} -> {worth[1]}")
        if str(why["changes"]) not in line["detail"]:
            raise Failed(f"the line says only {line['detail']}")
    if found != list(w.without("of")[1:]):
        raise Failed(f"the late lines say {found}")


def message(world, w):
    """message M1 [of PERIOD] "26.82": what he is sent has these letters, and 160 at most"""
    text = world.statement(w[0], world.period_of(w))["text_message"]
    if w[-1] not in text or len(text) > 160:
        raise Failed(f"the message of {len(text)} letters is: {text}")


def no_statement(world, w):
    """no-statement M1 [of PERIOD] [for ACTOR]"""
    answer = world.send(w.after("for", "auditor"), "statement", {
        "settlement": world.number_of(world.period_of(w)), "supplier": w[0]})
    if "problems" not in answer:
        raise Failed("there is one")


def price(world, w):
    """price M1 DAY SHIFT 1.4500 [of PERIOD]"""
    view = world.statement(w[0], world.period_of(w))
    found = [row["price"] for row in view["priced"] if (row["day"], row["shift"]) == (w[1], w[2])]
    if found != [w[3]]:
        raise Failed(f"price is {found}, expected {w[3]}")


def explained(world, w):
    """explained M1 DAY SHIFT base 1.40 fat 0.02 floor 0.00: what each term added, in order"""
    view = world.statement(w[0], world.period_of(w))
    lines = [row["explanation"] for row in view["priced"]
             if (row["day"], row["shift"]) == (w[1], w[2])][0]
    found = []
    for line in lines:
        name = line.get("attribute", line["kind"]) if line["kind"] != "base" else "base"
        found += [name + ("?" if line["missing"] else ""), line["effect"]]
    if found != list(w[3:]):
        raise Failed(f"explained by {found}, expected {list(w[3:])}")


def balance(world, w):
    """balance M1 loan 42.79 (what he owes) | balance [M1] producer_payable -7.21 [on DAY]"""
    day, w = w.after("on", LAST_DAY), w.without("on")
    if len(w) == 3 and w[1] in OWED:
        rows = world.ask("auditor", "obligations", {"supplier": w[0]})["obligations"]
        found = total(row["remaining"] for row in rows if row["kind"] == w[1])
    else:
        rows = world.ask("auditor", "balances", {"by_party": len(w) == 3,
                                                 "as_of": day})["balances"]
        found = total(row["amount"] for row in rows
                      if row["account"] == w[-2] and (len(w) == 2 or row.get("party") == w[0]))
    if found != w[-1]:
        raise Failed(f"balance {' '.join(w[:-1])} is {found}, expected {w[-1]}")


def books(world, w):
    """books [ENTRIES]: they balance, and their entries are numbered without gaps"""
    view = world.ask("auditor", "balances", {"as_of": LAST_DAY})
    if cents(view["sum"]["amount"]) != 0:
        raise Failed(f"the books do not balance: {view['sum']}")
    entries = world.ask("auditor", "journal", {"limit": 1000})["entries"]
    if [entry["number"] for entry in entries] != list(range(1, len(entries) + 1)):
        raise Failed("numbers are missing in the journal")
    if w and len(entries) != int(w[0]):
        raise Failed(f"there are {len(entries)} entries, expected {w[0]}")


def entry(world, w):
    """entry M1 [of PERIOD] [reversed] ACCOUNT AMOUNT…: all legs of his settlement's entry"""
    settlement = world.number_of(world.period_of(w))
    kind = "reversal" if "reversed" in w else "settlement"
    wanted = dict(pairs([word for word in w.without("of")[1:] if word != "reversed"]))
    found = {}
    for each in world.ask("auditor", "journal", {"limit": 1000, "party": w[0]})["entries"]:
        if each["kind"] == kind and each["subject"] == settlement:
            for leg in each["legs"]:
                amount = cents(found.get(leg["account"], "0.00")) + cents(leg["amount"]["amount"])
                found[leg["account"]] = show(amount)
    if found != wanted:
        raise Failed(f"the entry says {found}, expected {wanted}")


def state(world, w):
    """state PERIOD computed|approved|posted|withdrawn [outdated] [rejected]"""
    summary = world.ask("auditor", "settlement",
                        {"settlement": world.number_of(w[0])})["summary"]
    found = [summary["state"]] + ["outdated"] * summary["outdated"] + ["rejected"] * (
        "rejection" in summary)
    if found != list(w[1:]):
        raise Failed(f"the settlement is {found}, expected {list(w[1:])}")


def sums(world, w):
    """settlement PERIOD producers 2 deliveries 3 kg 30.000 gross 42.00 deducted 0.00 net 42.00"""
    view = world.ask("auditor", "settlement", {"settlement": world.number_of(w[0])})["summary"]
    found = {"producers": view["producers"], "deliveries": view["deliveries"],
             "kg": view["quantity"], **{name: view[name]["amount"]
                                        for name in ("gross", "deducted", "net")}}
    compare("settlement", found, pairs(w[1:]))


def same_digest(world, w):
    """same-digest PERIOD PERIOD: both settlements' statements are the same bytes"""
    digests = {world.ask("auditor", "settlement", {"settlement": world.number_of(period)})
               ["summary"]["digest"] for period in w}
    if len(digests) != 1:
        raise Failed("the statements differ")


def payments(world, w):
    """payments [of PERIOD] 2 total 14.42 M1 7.21 M2 7.21"""
    view = world.ask("auditor", "payment_list",
                     {"settlement": world.number_of(world.period_of(w))})
    rest = w.without("of")
    found = {"total": view["total"]["amount"],
             **{row["supplier"]: row["amount"]["amount"] for row in view["payments"]}}
    if view["count"] != int(rest[0]) or len(view["payments"]) != view["count"]:
        raise Failed(f"{view['count']} payments, expected {rest[0]}")
    compare("payments", found, pairs(rest[1:]))


def what_if(world, w):
    """what-if PERIOD share 0.70 late 0 M1 on_pay_day 7.00 still_owed 3.00 …"""
    asked = {"settlement": world.number_of(w[0]), "share": w.after("share"),
             "days_late": int(w.after("late"))}
    if w.after("pay"):
        asked["pay_day"] = w.after("pay")
    view = world.ask("manager", "what_if", asked)
    w = w.without("pay")
    row = next((row for row in view["producers"] if row["supplier"] == w[5]), view)
    compare(f"what-if {w[5]}", {name: value["amount"] if isinstance(value, dict) else value
                                for name, value in row.items() if name != "producers"},
            pairs(w[6:]))


def deliveries(world, w):
    """deliveries FIRST..LAST [for ACTOR] 3 accepted 30.000 rejected 0.000"""
    first, last = w[0].split("..")
    view = world.ask(w.after("for", "auditor"), "deliveries",
                     {"product": "milk", "first": first, "last": last})
    compare("deliveries", {**view, "": view["total"]}, pairs(["", *w.without("for")[1:]]))


def preview(world, w):
    """preview encoding utf-8 delimiter ; good 2 bad 1 quantity 20.000: of the last file, again"""
    view = world.ask("manager", "preview_import", world.file)
    compare("preview", view, pairs(w))


def bad_row(world, w):
    """bad-row LINE CODE [COLUMN]: what the preview of the last file says of a line"""
    view = world.ask("manager", "preview_import", world.file)
    found = [(row["code"], row["column"]) for row in view["bad_rows"] if row["line"] == int(w[0])]
    if found != [(w[1], w[2] if len(w) > 2 else "")]:
        raise Failed(f"line {w[0]} is {found}, expected {list(w[1:])}; all: {view['bad_rows']}")


def imports(world, w):
    """imports 1 undone 0: how many files, and how many of them were taken back"""
    found = world.ask("auditor", "imports", {})["imports"]
    compare("imports", {"": len(found), "undone": sum(each["undone"] for each in found)},
            pairs(["", *w]))


def waits(world, w):
    """waits ACTOR [KIND…]: what his home says that waits for him"""
    found = [item["kind"] for item in world.ask(w[0], "home", {})["items"]]
    if found != list(w[1:]):
        raise Failed(f"{found} wait for {w[0]}, expected {list(w[1:])}")


def answer(world, w):
    """answer ACTOR QUERY {json} PATH VALUE: one value of what a query answers, or its `count`"""
    asked, _, rest = w.raw(2).rpartition("} ")
    path, _, value = rest.partition(" ")
    view = world.ask(w[0], w[1], json.loads(asked + "}"))
    for step in path.split("/"):
        counts = step == "count" and isinstance(view, list)
        view = len(view) if counts else view[int(step) if step.isdigit() else step]
    if str(view) != value:
        raise Failed(f"{path} is {view}, expected {value}")


def tells_not(world, w):
    """tells-not ACTOR QUERY {json} WORD...: none of these words stands in what a query answers"""
    asked, _, rest = w.raw(2).rpartition("} ")
    view = json.dumps(world.ask(w[0], w[1], json.loads(asked + "}")))
    for word in rest.split():
        if word in view:
            raise Failed(f"{word} is told: {view}")


def file(world, w):
    """file ACTOR QUERY {json}: the content of the file that a query answers; `| line`s follow"""
    found = world.ask(w[0], w[1], json.loads(w.raw(2)))["content"]
    if found.splitlines() != world.rows:
        raise Failed(f"the file is {found!r}")


def log_hides(world, w):
    """log-hides "Huamán": no record of the log has these letters"""
    for record in world.ask("auditor", "log", {"limit": 1000})["records"]:
        if w[0] in record["payload"]:
            raise Failed(f"{record['command']} says {w[0]}")


EXPECTED = {
    "refused": refused, "accepted": accepted, "statement": statement, "message": message,
    "late": late,
    "no-statement": no_statement, "price": price, "explained": explained, "balance": balance,
    "books": books, "entry": entry, "state": state, "settlement": sums,
    "same-digest": same_digest, "payments": payments, "what-if": what_if,
    "deliveries": deliveries, "preview": preview, "bad-row": bad_row, "imports": imports,
    "waits": waits, "answer": answer, "file": file, "log-hides": log_hides,
    "tells-not": tells_not,
}
