"""The authorisation matrix: what each caller is answered to each use case, and that he is told no
more than that. Expectations come from the register's own annotations alone."""

import json
import re
import subprocess
from urllib.parse import urlencode

from two_coops import FOREIGNER, NOBODYS, OURS, ROLES, THEIRS

CALLERS = ("anonymous", *ROLES, FOREIGNER)
DENIED = {"not_signed_in": 401, "not_allowed": 403, "not_found": 404,
          "second_factor_needed": 403}
# Papers ask the register, so each has the rights of a use case.
PAPERS = {"statements.pdf": "statements", "cash_sheet.pdf": "payment_list",
          "payments.csv": "payment_list", "statement.txt?supplier=M1": "statement",
          "statements.pdf?supplier=M1": "statement"}


def roles_in(caller, organisation):
    if caller == FOREIGNER:
        return set(ROLES) - {"producer"} if organisation == THEIRS else set()
    return {caller} if organisation == OURS else set()


def expected(coops, caller, use_case, organisation):
    """The code of the denial that the register prescribes, or none."""
    if caller == "anonymous":
        return "not_signed_in"
    roles = coops.roles_of(use_case)
    if not roles:
        return None
    has = roles_in(caller, organisation if coops.names_organisation(use_case) else 0)
    if not has:
        return "not_found"
    return None if has & roles else "not_allowed"


def code_of(body):
    """The denial, if it is one: a thing in the input that is not there has a path."""
    try:
        problem = json.loads(body)["problems"][0]
    except (ValueError, KeyError, TypeError):
        return None
    return problem["code"] if problem["where"] == "" and problem["code"] in DENIED else None


def is_denial(status, body):
    """Whether it says that he may not; that it takes a second person says something else."""
    return status in (401, 403) and b'"same_person"' not in body


def cells(coops):
    for use_case in coops.use_cases:
        for caller in CALLERS:
            for organisation in (OURS, THEIRS, NOBODYS):
                yield use_case, caller, organisation


def judge(checks, coops, cell):
    """One cell over POST: its answer, held against what is expected of it."""
    use_case, caller, organisation = cell
    wanted = expected(coops, caller, use_case, organisation)
    status, body = coops.post(caller, use_case, coops.smallest_input(use_case, organisation))
    found = code_of(body)
    right = status == DENIED[wanted] if wanted else not is_denial(status, body)
    checks.expect(found == wanted and right and status < 500,
                  f"{caller} {use_case} in {organisation}: {status} {found}, expected {wanted}")
    return status, body


def denied_cells(checks, coops):
    """Each is answered as prescribed, changes nothing, tells nothing, and is noted."""
    before, noted = coops.digest(), len(coops.denials())
    answers, denials = {}, []
    for cell in cells(coops):
        wanted = expected(coops, cell[1], cell[0], cell[2])
        if wanted:
            answers[cell] = judge(checks, coops, cell)
            if wanted != "not_signed_in":
                place = cell[2] if coops.names_organisation(cell[0]) else 0
                denials.append((place, cell[1], cell[0], wanted))
    checks.expect(coops.digest() == before, "a denied request changed something")
    checks.expect(len(coops.denials()) - noted == len(denials)
                  and set(denials) <= set(coops.denials()), "a denial was not noted")
    for (use_case, caller, organisation), answer in answers.items():
        other = OURS if caller == FOREIGNER else THEIRS
        if organisation == other and coops.names_organisation(use_case):
            checks.expect(answer == answers[use_case, caller, NOBODYS],
                          f"{caller} {use_case}: another's organisation is not like none")


def allowed_cells(checks, coops):
    for cell in cells(coops):
        if not expected(coops, cell[1], cell[0], cell[2]):
            judge(checks, coops, cell)


def at_rest(answer):
    """An answer without what the health of the machine counts of the question itself."""
    status, body = answer
    return status, re.sub(rb'"(requests|refused|bytes|free_bytes)":\d+', b"", body)


def queries_by_get(checks, coops):
    """What a query answers by POST it answers by GET, to whoever may and may not."""
    for use_case in coops.use_cases:
        data = coops.smallest_input(use_case, OURS)
        if coops.is_command(use_case) or any(isinstance(v, (dict, list)) for v in data.values()):
            continue
        for caller in CALLERS:
            posted = coops.post(caller, use_case, data)
            got = coops.request(caller, "GET", f"/api/v1/{use_case}?{urlencode(data)}")[:2]
            checks.expect(at_rest(posted) == at_rest(got),
                          f"GET {use_case} differs from POST for {caller}")


def papers(checks, coops):
    for paper, use_case in PAPERS.items():
        for caller in CALLERS:
            answers = {}
            for organisation in (OURS, THEIRS, NOBODYS):
                wanted = expected(coops, caller, use_case, organisation)
                path = f"/files/{paper}{'&' if '?' in paper else '?'}"
                answers[organisation] = coops.request(
                    caller, "GET", f"{path}organisation={organisation}&settlement=1")[:2]
                status, body = answers[organisation]
                right = (status, code_of(body)) == (DENIED.get(wanted, 200), wanted)
                # What is theirs is not posted, so there is no payment list of it.
                is_draft = not wanted and organisation == THEIRS and status == 422
                checks.expect(right or is_draft,
                              f"{caller} {paper} of {organisation}: {status}, expected {wanted}")
            if caller != FOREIGNER:
                checks.expect(answers[THEIRS] == answers[NOBODYS],
                              f"{caller} {paper}: another's is not like none")


def tables(checks, coops):
    """What a query answers he has as a file, too: whoever may, and nobody else."""
    printed, starts = 0, {"xlsx": b"PK", "pdf": b"%PDF-", "csv": b"\xef\xbb\xbf"}
    for use_case in coops.use_cases:
        data = coops.smallest_input(use_case, OURS)
        if coops.is_command(use_case) or any(isinstance(v, (dict, list)) for v in data.values()):
            continue
        first = coops.request("manager", "GET", f"/files/tables/{use_case}.csv?{urlencode(data)}")
        if b'"unknown_use_case"' in first[1]:
            continue
        printed += 1
        for number, caller in enumerate(CALLERS):
            ending = list(starts)[number % len(starts)]
            for organisation in (OURS, THEIRS, NOBODYS):
                data = coops.smallest_input(use_case, organisation)
                path = f"/files/tables/{use_case}.{ending}?{urlencode(data)}"
                status, body = coops.request(caller, "GET", path)[:2]
                asked, answer = coops.post(caller, use_case, data)
                right = (status, code_of(body)) == (asked, code_of(answer))
                checks.expect(right and (status != 200 or body.startswith(starts[ending])),
                              f"{caller} {path}: {status}, the query answers {asked}")
    checks.expect(printed > 35, f"only {printed} queries are printed")
    for path, wanted in (("trial_balance.doc", b"format_unknown"), ("trial_balance", b"format_un"),
                         ("add_party.pdf", b"unknown_use_case"), ("x.pdf", b"unknown_use_case"),
                         ("suppliers.pdf", b"field_missing")):
        query = "" if path == "suppliers.pdf" else f"?organisation={OURS}"
        status, body = coops.request("manager", "GET", f"/files/tables/{path}{query}")[:2]
        checks.expect(400 <= status < 500 and wanted in body, f"{path}: {status} {body[:200]}")


def papers_in_a_language(checks, coops):
    """A paper asked in a language has the labels of its lines in it, whatever the reader's is."""
    for language, ours, others, name in (("es", "Precio base", "Base price", "boletas-1.pdf"),
                                         ("en", "Base price", "Precio base", "statements-1.pdf")):
        status, body, headers = coops.request(
            "manager", "GET", "/files/statements.pdf?organisation="
            f"{OURS}&settlement=1&language={language}")
        checks.expect(f'"{name}"' in headers["Content-Disposition"],
                      f"{language}: {headers['Content-Disposition']}")
        text = subprocess.run(["pdftotext", "-", "-"], input=body, capture_output=True,
                              check=False).stdout.decode()
        checks.expect(status == 200 and ours in text and others not in text,
                      f"statements.pdf in {language}: {status} {text[:500]}")


def producer_sees_himself(checks, coops):
    """Another producer's code is answered like one that nobody has, and lists hold only his own."""
    days = {"product": "milk", "first": "2020-01-01", "last": "2020-12-31"}
    about = {"statement": {"settlement": 1}, "deliveries": days, "days": days, "obligations": {}}
    for use_case, data in about.items():
        def ask(supplier, use_case=use_case, data=data):
            status, body = coops.post("producer", use_case, {
                "organisation": OURS, "supplier": supplier, **data})
            return status, body.replace(supplier.encode(), b"?")
        checks.expect(ask("M1")[0] == 200, f"a producer may not see his own {use_case}")
        checks.expect(ask("M2") == ask("M9") and ask("M2")[0] in (404, 422),
                      f"{use_case}: another producer is not like none: {ask('M2')} {ask('M9')}")
    for paper in ("statement.txt", "statements.pdf"):
        found, other, none = (coops.request("producer", "GET", f"/files/{paper}?organisation={OURS}"
                                            f"&settlement=1&supplier={code}")[:2]
                              for code in ("M1", "M2", "M9"))
        checks.expect(found[0] == 200, f"a producer may not have his own {paper}")
        checks.expect((other[0], other[1].replace(b"M2", b"?"))
                      == (none[0], none[1].replace(b"M9", b"?")), f"{paper}: another is not none")
    lists = {use_case: data for use_case, data in
             {"suppliers": {}, "deliveries": days, "obligations": {}, "settlements": {},
              "home": {}, "days": days}.items()}
    for use_case, data in lists.items():
        body = coops.post("producer", use_case, {"organisation": OURS, **data})[1]
        checks.expect(not any(word in body for word in (b"M2", b"Quispe", b"33.333", b"46.67")),
                      f"{use_case} tells a producer of another")


def planted_faults(checks, coops, silent_checks):
    """A register that says another thing than the program does, and a change, are both found."""
    roles = coops.use_cases["balances"]["x-ayni-roles"]
    for said, caller in ((roles + ["collector"], "collector"), (["manager"], "auditor")):
        coops.use_cases["balances"]["x-ayni-roles"] = said
        silent = silent_checks()
        judge(silent, coops, ("balances", caller, OURS))
        checks.expect(silent.failed == 1, f"a planted fault about {caller} was not found")
    coops.use_cases["balances"]["x-ayni-roles"] = roles
    before = coops.digest()
    coops.must("manager", "add_party", {"organisation": OURS, "code": "NEW", "name": "New"})
    checks.expect(coops.digest() != before, "the digest does not see a new row")
