"""Plays scenarios: black-box tests told in the field's words, each over `ayni call` and over HTTP.

A file holds scenarios, each under a line `== name`. A line is a verb (verbs.py) or, after `>`, what
is expected of it (expected.py); a refusal that no line expects is a failure. Each scenario has an
organisation of its own in one file for all, which is verified at the end. The blocks ```scenario of
the handbook are scenarios too. What is told of 2025 is played in last year (and 2024 and 2026 in
the years beside it), so that days stay plausible however old a scenario grows.
"""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import console
from doors import CallSession, Gone, Http, folder_in_memory
from expected import EXPECTED
from verbs import VERBS
from world import LAST_DAY, YEAR, Failed, Words, World, make_actors

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
NOW = LAST_DAY + "T15:00:00.000Z"


class Scenario:
    """A name and its lines, each with its number and the rows of a file that follow it."""

    def __init__(self, path, name):
        self.path, self.name, self.lines = path, name, []

    def __str__(self):
        return f"{self.path.name}: {self.name}"

    def add(self, number, line):
        if line.startswith("|"):
            self.lines[-1][2].append(line[1:].removeprefix(" "))
        else:
            self.lines.append((number, Words(line), []))


def scenarios_in(path):
    """All scenarios of a file; of a page, those in its ```scenario blocks."""
    is_page, inside, found = path.suffix == ".md", path.suffix != ".md", []
    text = re.sub(r"\b202[456](?=-\d\d)|(?<=\d/)202[456]\b",
                  lambda year: str(YEAR - 2025 + int(year[0])),
                  path.read_text(encoding="utf-8"))
    for number, line in enumerate(text.splitlines(), 1):
        if is_page and line.startswith("```"):
            inside = line.strip() == "```scenario"
        elif inside and line.startswith("== "):
            found.append(Scenario(path, line[3:].strip()))
        elif inside and line.strip() and not line.startswith("#"):
            if not found:
                found.append(Scenario(path, path.stem))
            found[-1].add(number, line)
    return found


def play(world, scenario):
    """Plays every line; raises Failed at the first that is not so. Gives the codes it provoked."""
    awaited, reached = None, set()
    for number, words, rows in [*scenario.lines, (0, [], [])]:
        try:
            if awaited and words[:1] != [">"]:
                raise Failed(f"line {awaited} was refused: {world.last['problems']}")
            if not words:
                break
            world.rows = rows
            if words[0] == ">":
                EXPECTED[words[1]](world, after_mark(words))
                if words[1] == "refused":
                    reached.add(words[2])
                awaited = None
                continue
            world.last = {}
            VERBS[words[0]](world, words)
            awaited = number if "problems" in world.last else None
        except Gone:
            raise
        except Failed as failed:
            raise Failed(f"line {number}: {getattr(words, 'line', '')}: {failed}") from failed
        except (KeyError, IndexError, ValueError, StopIteration, TypeError) as wrong:
            raise Failed(f"line {number}: {words.line}: not understood: {wrong!r}") from wrong
    return reached


def after_mark(words):
    """`> statement M1 …` without its first two words."""
    rest = Words("")
    rest.extend(words[2:])
    rest.line = words.raw(2)
    return rest


class Tour:
    """All scenarios over one door, one after the other."""

    def __init__(self, make_door, folder):
        self.make_door, self.folder = make_door, folder
        self.passed, self.failures, self.reached, self.serial = 0, [], set(), 0

    def take(self, scenarios, planted=()):
        self.door = self.make_door(os.environ["AYNI"], self.folder, NOW)
        try:
            make_actors(self.door)
            for scenario in scenarios:
                self.one(scenario)
            for scenario in planted:
                self.must_fail(scenario)
        finally:
            status = self.door.stop()
        self.count(status == 0, f"the program ended with {status}")
        found = subprocess.run([os.environ["AYNI"], "verify", self.door.file],
                               capture_output=True, text=True, check=False)
        self.count(found.returncode == 0 and "(0 not re-priced)" in found.stdout,
                   f"verify: {found.stdout}{found.stderr}")

    def count(self, is_so, failure):
        if is_so:
            self.passed += 1
        else:
            self.failures.append(f"[{self.door.name}] {failure}")

    def result_of(self, scenario):
        """Why it failed, or nothing; and the codes that it provoked."""
        self.serial += 1
        try:
            return None, play(World(self.door, scenario.name, self.serial), scenario)
        except Failed as failed:
            return str(failed), set()
        except Gone as gone:
            self.door.restart()
            return f"the program is gone: {gone}", set()

    def one(self, scenario):
        failure, reached = self.result_of(scenario)
        self.reached |= reached
        self.count(failure is None, f"{scenario}: {failure}")

    def must_fail(self, scenario):
        """A scenario that is told wrong, for the reason that its name gives."""
        failure, _ = self.result_of(scenario)
        self.count(failure is not None and scenario.name in failure,
                   f"{scenario}: the planted fault was not found, but {failure}")


def changed_leg(db):
    *key, legs = db.execute("SELECT organisation, number, legs FROM entry").fetchone()
    db.execute("UPDATE entry SET legs = ? WHERE organisation = ? AND number = ?",
               (legs[:-1] + bytes([legs[-1] ^ 2]), *key))


def of_first(table, key, condition, change):
    return lambda db: db.execute(f"UPDATE {table} SET {change} WHERE ({key}) = "
                                 f"(SELECT {key} FROM {table} WHERE {condition} LIMIT 1)")


def gone(table, key, condition):
    return lambda db: db.execute(f"DELETE FROM {table} WHERE ({key}) = "
                                 f"(SELECT {key} FROM {table} WHERE {condition} LIMIT 1)")


NUMBERED = "organisation, number"
OBLIGATION, APPLICATION = "organisation, number", "organisation, obligation, settlement"

# What somebody could do to a file behind the program's back, and what the oracle says of it.
TAMPERED = [
    ("entry", changed_leg),
    ("applications", of_first("application", APPLICATION, "cancelled = 0 AND amount > 0",
                              "amount = amount - 1")),
    ("applications", of_first("application", APPLICATION, "cancelled = 0 AND amount = 0",
                              "asked = asked + 1")),
    ("obligation_ledger", of_first("obligation", OBLIGATION, "cancelled = 0 AND entry > 0",
                                   "amount = amount + 1")),
    ("carried_charges", of_first("obligation", OBLIGATION, "cancelled = 0 AND rule <> ''",
                                 "amount = amount + 1")),
    ("bank_line", of_first("bank_line", "organisation, statement, line", "line > 0",
                           "amount = amount + 1")),
    ("lot_entry", of_first("lot", NUMBERED, "state = 1 AND entry > 0", "value = value + 1")),
    ("liquidation_lines", of_first("liquidation_line", "organisation, liquidation, lot",
                                   "lot > 0", "amount = amount + 1")),
    ("decision_entry", of_first("dispute_decision", NUMBERED, "entry > 0", "worth = worth + 1")),
    ("receipt_entry", of_first("buyer_receipt", NUMBERED, "entry > 0", "advance = advance + 1")),
    ("rules_version", of_first("settlement", NUMBERED, "state = 2", "rules_version = 3")),
    ("lot_weight", of_first("lot", NUMBERED, "litres > 0", "weight = weight + 1")),
    ("payment", of_first("payment", NUMBERED, "state = 3", "state = 1")),
    ("payment", of_first("payment_event", "organisation, payment, sequence", "sequence > 1",
                         "state = 2")),
    ("payment_entry", gone("payment_event", "organisation, payment, sequence", "entry > 0")),
    ("bank", of_first("bank_statement", NUMBERED, "undone = 0", "closing = closing + 1")),
    ("bank", of_first("bank_statement", NUMBERED, "undone > 0", "closing = closing + 1")),
    ("entries", gone("bank_match", "organisation, entry, position", "made = 1 AND payment > 0")),
]


def verify_finds(file, what, change):
    """The oracle at the end of each tour is shown to see one céntimo."""
    with folder_in_memory() as folder:
        copy = os.path.join(folder, "changed.ayni")
        shutil.copy(file, copy)
        with sqlite3.connect(copy) as db:
            changed = change(db)
        db.close()
        if changed and changed.rowcount == 0:
            return False
        found = subprocess.run([os.environ["AYNI"], "verify", copy], capture_output=True,
                               text=True, check=False)
        return found.returncode != 0 and what in found.stdout + found.stderr


def all_codes():
    text = (ROOT / "src/kernel/refusals.def").read_text(encoding="utf-8")
    return re.findall(r"^AYNI_REFUSAL\((\w+)", text, re.MULTILINE)


def texts(pattern):
    return [path.read_text(encoding="utf-8", errors="replace") for path in ROOT.glob(pattern)
            if path.is_file()]


def is_provoked(code, place):
    """Whether what unreached.txt says of a code is so."""
    if place == "nothing":
        return not any(f"Refusal::{code};" in text or f"Refusal::{code}," in text
                       or f"Refusal::{code})" in text for text in texts("src/**/*.cpp"))
    if place == "nowhere":
        return True
    pattern = "src/**/*_test.cpp" if place == "unit" else f"tests/{place}/*"
    return any(code in text for text in texts(pattern))


def faults_of_coverage(reached):
    """Refusals that no scenario provokes, and lines of unreached.txt that are not so."""
    lines = (HERE / "unreached.txt").read_text(encoding="utf-8").splitlines()
    listed = {line.split()[0]: line.split()[1] for line in lines
              if line.strip() and not line.startswith("#")}
    faults = [f"unreached.txt: there is no refusal {code}" for code in listed
              if code not in all_codes()]
    faults += [f"unreached.txt: {code} is provoked by a scenario" for code in listed
               if code in reached]
    faults += [f"unreached.txt: {code} is not as it says of {place}"
               for code, place in listed.items() if not is_provoked(code, place)]
    return faults + [f"no scenario provokes {code}, and unreached.txt does not say why"
                     for code in all_codes() if code not in reached and code not in listed]


def faults_of_words(scenarios):
    """Verbs and expectations that no scenario uses any more."""
    used = {words[0] for each in scenarios for _, words, _ in each.lines}
    hoped = {words[1] for each in scenarios for _, words, _ in each.lines if words[0] == ">"}
    return [f"no scenario uses the verb {verb}" for verb in VERBS if verb not in used] + [
        f"no scenario expects {word}" for word in EXPECTED if word not in hoped]


def main():
    start = time.monotonic()
    paths = [Path(path).resolve() for path in sys.argv[1:]]
    whole = not paths
    if whole:
        paths = sorted(HERE.glob("*.scenario")) + sorted((ROOT / "docs/handbook").glob("*.md"))
    scenarios = [each for path in paths for each in scenarios_in(path)]
    planted = scenarios_in(HERE / "planted" / "faults.scenario") if whole else []
    with folder_in_memory() as folder:
        tours = [Tour(make, folder) for make in (CallSession, Http)]
        with ThreadPoolExecutor() as pool:
            list(pool.map(lambda tour: tour.take(scenarios, planted), tours))
        passed = sum(tour.passed for tour in tours)
        failures = [failure for tour in tours for failure in tour.failures]
        if whole:
            reached, faults = console.played(os.environ["AYNI"], folder)
            faults += faults_of_coverage(reached.union(*(tour.reached for tour in tours)))
            faults += faults_of_words(scenarios)
            faults += [f"verify does not see it: {what}" for what, change in TAMPERED
                       if not verify_finds(tours[0].door.file, what, change)]
            failures += faults
            passed += 1 if not faults else 0
    for failure in failures:
        print(f"FAILED {failure}")
    print(f"{len(scenarios)} scenarios over 2 doors in {time.monotonic() - start:.1f} s")
    print(f"{passed} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
