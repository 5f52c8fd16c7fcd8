"""Planted faults: whatever the test looks for is put there once, and must be found."""

import commands
import papers
import reading_back
from reading_back import READ_BACK, Seen

# Stands in every text field; each place shows it with its last letter lost.
WITNESS = "Ω≈ç√∫˜µ≤≥÷"


def mangled(value):
    """An answer in which the witness has lost a letter."""
    if isinstance(value, str):
        return value.replace(WITNESS, WITNESS[:-1])
    if isinstance(value, list):
        return [mangled(each) for each in value]
    if isinstance(value, dict):
        return {name: mangled(each) for name, each in value.items()}
    return value


def lost_letters(checks, coop, silent_checks):
    """No query may change a letter without being noticed."""
    honest = coop.ask
    coop.ask = lambda use_case, **data: mangled(honest(use_case, **data))
    for look in (reading_back.products, reading_back.suppliers, reading_back.users,
                 reading_back.deliveries, reading_back.obligations, reading_back.terms,
                 reading_back.imports, reading_back.log):
        silent = silent_checks()
        look(coop, Seen(silent))
        checks.expect(silent.failed > 0, f"planted: a lost letter in {look.__name__} is not found")
    coop.ask = honest


def payments(checks, coop, settlement, silent_checks):
    """A formula that was left as it is, and a letter that was lost in a cell."""
    changes = {"a formula": lambda body: body.replace(b",'-", b",-", 1),
               "a lost letter": lambda body: body.replace(WITNESS.encode(), WITNESS[:-1].encode()),
               "a lost row": lambda body: body[:body.rindex(b"\r\n", 0, -2) + 2]}
    for what, change in changes.items():
        silent = silent_checks()
        papers.payments(silent, coop, papers.SHORT, settlement, change)
        checks.expect(silent.failed > 0, f"planted: {what} in payments.csv is not found")


def tables(checks, coop, seen, silent_checks):
    """A field that no list has, one that was never sent, a refusal that nothing allows."""
    place = READ_BACK.pop("add_supplier/hamlet")
    silent = silent_checks()
    reading_back.all_fields_are_read_back(silent, coop, seen)
    checks.expect(silent.failed == 1, "planted: a field that is in no list is not found")
    READ_BACK["add_supplier/hamlet"] = place
    sent = coop.sent.pop("add_supplier/hamlet")
    silent = silent_checks()
    reading_back.all_fields_are_read_back(silent, coop, seen)
    checks.expect(silent.failed == 1, "planted: a field that nothing was sent to is not found")
    coop.sent["add_supplier/hamlet"] = sent
    refusals = {code: set(where) for code, where in coop.refusals.items()}
    for text, code in (("Rosa", "not_found"), ("", "text_too_long"), ("Rosa", "text_empty")):
        silent = silent_checks()
        coop.judge_refusal(silent, "add_party", "/name", text, code)
        checks.expect(silent.failed == 1, f"planted: {code} of {text!r} is not found")
    coop.refusals = refusals


def refused_row(checks, coop, silent_checks):
    """A command that is refused for something else than its texts."""
    silent, kept = silent_checks(), list(coop.kept["add_obligation"])
    coop.send_row(silent, "add_obligation",
                  lambda pick: {**commands.add_obligation(pick), "kind": "correction"}, 0)
    checks.expect(silent.failed == 1, "planted: a refused command is not found")
    coop.kept["add_obligation"] = kept
