"""Role × missing factor: what moves money, or gives somebody the right to, is refused to whoever
has enrolled but gave no code in this session, and, where the organisation asks it, to whoever has
not enrolled. Which use cases those are, the register says. Telephones are played with the
standard's own arithmetic, written anew here."""

import base64
import hashlib
import hmac
import json
import struct
import subprocess
import time

import matrix
from doors import PASSWORD, send
from http_rules import problem_of
from two_coops import FOREIGNER, OURS, ROLES, THEIRS

NEEDED = "second_factor_needed"
MOVE_MONEY = {"approve_settlement", "post_settlement", "withdraw_settlement"}


class Telephone:
    """Shows codes; each only once, as it takes half a minute until the next."""

    def __init__(self, secret):
        self.key, self.shown = base64.b32decode(secret.replace("-", "")), 0

    def code(self):
        self.shown = max(self.shown + 1, int(time.time() // 30))
        digest = hmac.new(self.key, struct.pack(">Q", self.shown), hashlib.sha1).digest()
        start = digest[-1] & 15
        number = struct.unpack(">I", digest[start:start + 4])[0] & 0x7FFFFFFF
        return f"{number % 1_000_000:06}"


class Person:
    """One who signs in from an address of his own, since limits are by address."""

    def __init__(self, coops, caller, place):
        self.coops, self.caller, self.place = coops, caller, place

    def post(self, path, data=None, address=1):
        line = self.coops.door.server.connection(f"127.0.{address}.{self.place}")
        status, body, headers = send(line, "POST", f"/session{path}", data or {},
                                     {"Cookie": self.coops.door.cookies[self.caller]})
        line.close()
        if status == 200 and headers["Set-Cookie"]:
            self.coops.door.cookies[self.caller] = headers["Set-Cookie"].split(";")[0]
        return status, body

    def state(self):
        body = self.coops.request(self.caller, "GET", "/session")[1]
        return json.loads(body)["second_factor"]

    def enrol(self, checks):
        """His telephone, and the codes on paper."""
        begun = json.loads(self.post("/second_factor/begin")[1])
        size = len(begun["qr"])
        checks.expect(size >= 21 and all(len(row) == size for row in begun["qr"])
                      and begun["secret"].replace("-", "") in begun["address"], "no QR code")
        checks.expect(self.state() == "not_enrolled", "a secret counts before its first code")
        telephone = Telephone(begun["secret"])
        status, body = self.post("/second_factor/confirm", {"code": telephone.code()})
        checks.expect(status == 200 and self.state() == "given", f"{self.caller} enrols: {body}")
        return telephone, json.loads(body)["recovery_codes"]

    def sign_in_anew(self, checks):
        """A second session, in which no code was given yet."""
        chosen = self.post("/new_password", {"password": PASSWORD, "old_password": PASSWORD})
        checks.expect(chosen[0] == 200, f"no password: {chosen}")
        checks.expect(self.state() == "given", "a new password forgets the second factor")
        self.post("/password", {"login": self.caller, "password": PASSWORD})
        checks.expect(self.state() == "missing", f"{self.caller} is {self.state()}")


def guarded(coops):
    return [name for name, each in coops.use_cases.items() if each.get("x-ayni-second-factor")]


def judge(checks, coops, caller, use_case, is_enough):
    """One cell in his own organisation: refused for the role as ever, or for the factor."""
    wanted = matrix.expected(coops, caller, use_case, OURS)
    if not wanted and not is_enough and use_case in guarded(coops):
        wanted = NEEDED
    status, body = coops.post(caller, use_case, coops.smallest_input(use_case, OURS))
    right = status == matrix.DENIED[wanted] if wanted else not matrix.is_denial(status, body)
    checks.expect(matrix.code_of(body) == wanted and right and status < 500,
                  f"{caller} {use_case}: {status} {problem_of(body)}, expected {wanted}")


def judge_all(checks, coops, is_enough):
    """Every use case that is guarded, and every query: looking needs no telephone."""
    for use_case in coops.use_cases:
        if use_case in guarded(coops) or not coops.is_command(use_case):
            for caller in ROLES:
                judge(checks, coops, caller, use_case, is_enough)


def not_enrolled(checks, coops):
    """Where the organisation asks it, who has not enrolled moves no money, and changes no rule."""
    coops.must("administrator", "require_second_factor", {"organisation": OURS, "required": True})
    told = json.loads(coops.request("approver", "GET", "/session")[1])["organisations"]
    checks.expect([each["second_factor_required"] for each in told] == [True], f"told: {told}")
    before, noted = coops.digest(), len(coops.denials())
    judge_all(checks, coops, is_enough=False)
    checks.expect(coops.digest() == before, "without a second factor something changed")
    found = [denial for denial in coops.denials() if denial[3] == NEEDED]
    checks.expect(len(coops.denials()) > noted and {use for _, _, use, _ in found}
                  == set(guarded(coops)), "a missing factor was not noted")
    for use_case in guarded(coops):
        body = coops.post(FOREIGNER, use_case, coops.smallest_input(use_case, THEIRS))[1]
        checks.expect(problem_of(body) != NEEDED, f"{use_case}: another organisation's rule counts")


def codes_are_good_once(checks, person, telephone, papers):
    def tried(code):
        status, body = person.post("/second_factor", {"code": code}, address=2)
        return "good" if status == 200 else f"{status} {problem_of(body)}"
    wrong = "422 second_factor_wrong"
    status, body = person.post("/new_password", {"password": PASSWORD}, address=2)
    checks.expect((status, problem_of(body)) == (403, NEEDED), f"a stolen password: {status}")
    checks.expect(tried("000000") == wrong, "six zeros are accepted")
    code = telephone.code()
    checks.expect(tried(code) == "good" and person.state() == "given", "his code is refused")
    checks.expect(tried(code) == wrong, "a code is accepted twice")
    checks.expect(len(set(papers)) == 10, f"{papers}")
    checks.expect(tried(papers[3].lower()) == "good", "a code on paper is refused")
    checks.expect(tried(papers[3]) == wrong, "a code on paper is accepted twice")


def guessed_too_often(checks, person):
    """From however many places: six digits are few."""
    answers = [problem_of(person.post("/second_factor", {"code": "000000"}, address)[1])
               for address in range(3, 15)]
    checks.expect(answers.count("second_factor_wrong") <= 8
                  and answers[-1] == "too_many_requests", f"12 codes are tried: {answers}")


def planted_fault(checks, coops, silent):
    """A register that does not say what the program asks is found."""
    said = coops.use_cases["approve_settlement"].pop("x-ayni-second-factor")
    judge(silent, coops, "approver", "approve_settlement", is_enough=False)
    coops.use_cases["approve_settlement"]["x-ayni-second-factor"] = said
    checks.expect(silent.failed == 1, "a planted fault about the second factor was not found")


def missing_factor(checks, coops, silent):
    checks.expect(MOVE_MONEY <= set(guarded(coops)), f"only {guarded(coops)} are guarded")
    not_enrolled(checks, coops)
    planted_fault(checks, coops, silent)
    people = {caller: Person(coops, caller, place) for place, caller in enumerate(ROLES, 1)}
    enrolled = {caller: person.enrol(checks) for caller, person in people.items()}
    judge_all(checks, coops, is_enough=True)
    coops.must("administrator", "require_second_factor", {"organisation": OURS, "required": False})
    proven = {}
    for caller, person in people.items():
        person.sign_in_anew(checks)
    before = coops.digest()
    judge_all(checks, coops, is_enough=False)
    checks.expect(coops.digest() == before, "without his code somebody changed something")
    for caller, person in people.items():
        if caller == "approver":
            codes_are_good_once(checks, person, *enrolled[caller])
        else:
            proven[caller] = person.post("/second_factor", {"code": enrolled[caller][1][0]})[0]
    checks.expect(set(proven.values()) == {200}, f"codes on paper: {proven}")
    judge_all(checks, coops, is_enough=True)
    guessed_too_often(checks, people["auditor"])


def at_the_machine(checks, ayni, coops):
    """Who holds the file is not asked, and can help whoever lost telephone and paper."""
    def told(*words):
        done = subprocess.run([ayni, *words], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr
    code, said = told("call", coops.door.file, "withdraw_settlement", "--as", "approver",
                      "--organisation", str(OURS), "--settlement", "99", "--reason", "wrong")
    checks.expect(code == 1 and "not_found" in said and NEEDED not in said, f"call: {said}")
    enrolled = "SELECT u.login FROM second_factor f JOIN user_account u ON u.id = f.user"
    with coops.database() as db:
        before = {login for (login,) in db.execute(enrolled)}
        code, said = told("link", coops.door.file, "approver", "--without-second-factor")
        after = {login for (login,) in db.execute(enrolled)}
    checks.expect(code == 0 and before - after == {"approver"} and len(after) == len(ROLES) - 1,
                  f"link: {code} {said}, enrolled before {before}, after {after}")
