"""Plays scenarios: black-box tests told in the field's words, each over `ayni call` and over HTTP.

A file holds scenarios, each under a line `== name`. A line is a verb (verbs.py) or, after `>`, what
is expected of it (expected.py); a refusal that no line expects is a failure. Each scenario has an
organisation of its own in one file for all, which is verified at the end. The blocks ```scenario of
the handbook are scenarios too. Years are told as 2025 and played as last year, so that days stay
plausible however old this file grows.
"""

import datetime
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from doors import CallSession, Gone, Http, seconds_since, wait_for_all
from expected import EXPECTED
from verbs import VERBS
from world import Failed, Words, World, make_actors

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
YEAR = str(datetime.date.today().year - 1)
NOW = f"{YEAR}-12-31T15:00:00.000Z"


class Scenario:
    """A name and its lines, each with its number and the rows of a file that follow it."""

    def __init__(self, path, name):
        self.path, self.name, self.lines = path, name, []

    def __str__(self):
        return f"{self.path.name}: {self.name}"

    def add(self, number, line):
        if line.startswith("|"):
            self.lines[-1][2].append(line[1:].removeprefix(" "))
        elif line.strip() and not line.startswith("#"):
            self.lines.append((number, Words(line), []))


def scenarios_in(path):
    """All scenarios of a file; of a page, those in its ```scenario blocks."""
    is_page, inside, found = path.suffix == ".md", path.suffix != ".md", []
    text = path.read_text(encoding="utf-8").replace("2025-", YEAR + "-")
    for number, line in enumerate(text.splitlines(), 1):
        if is_page and line.startswith("```"):
            inside = line.strip() == "```scenario"
        elif inside and line.startswith("== "):
            found.append(Scenario(path, line[3:].strip()))
        elif inside:
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
            if words[0] == ">":
                EXPECTED[words[1]](world, after_mark(words))
                if words[1] == "refused":
                    reached.add(words[2])
                awaited = None
                continue
            world.last, world.rows = {}, rows
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
        self.count(found.returncode == 0, f"verify: {found.stdout}{found.stderr}")

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


def verify_finds_a_changed_cent(file):
    """The oracle at the end of each tour is shown to see one byte of one leg."""
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, "changed.ayni")
        shutil.copy(file, copy)
        with sqlite3.connect(copy) as db:
            number, legs = db.execute("SELECT rowid, legs FROM entry LIMIT 1").fetchone()
            db.execute("UPDATE entry SET legs = ? WHERE rowid = ?",
                       (legs[:-1] + bytes([legs[-1] ^ 2]), number))
        db.close()
        found = subprocess.run([os.environ["AYNI"], "verify", copy], capture_output=True,
                               text=True, check=False)
        return found.returncode != 0


def all_codes():
    text = (ROOT / "src/kernel/refusals.def").read_text(encoding="utf-8")
    return re.findall(r"^AYNI_REFUSAL\((\w+)", text, re.MULTILINE)


def faults_of_coverage(reached):
    """Refusals that no scenario provokes, and entries of unreached.txt that are not true."""
    listed, faults = {}, []
    for line in (HERE / "unreached.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            code, place, _reason = line.split(None, 2)
            listed[code] = place
    for code, place in listed.items():
        if code not in all_codes():
            faults.append(f"unreached.txt: there is no refusal {code}")
        elif code in reached:
            faults.append(f"unreached.txt: {code} is reached by a scenario")
        elif place != "-" and code not in (ROOT / place).read_text(encoding="utf-8"):
            faults.append(f"unreached.txt: {place} says nothing of {code}")
    faults += [f"no scenario provokes {code}, and unreached.txt does not say why"
               for code in all_codes() if code not in reached and code not in listed]
    return faults


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
    with tempfile.TemporaryDirectory() as folder:
        tours = [Tour(make, folder) for make in (CallSession, Http)]
        wait_for_all([lambda tour=tour: tour.take(scenarios, planted) for tour in tours])
        passed = sum(tour.passed for tour in tours)
        failures = [failure for tour in tours for failure in tour.failures]
        if whole:
            faults = faults_of_coverage(set.union(*(tour.reached for tour in tours)))
            faults += faults_of_words(scenarios)
            if not verify_finds_a_changed_cent(tours[0].door.file):
                faults.append("verify does not see a changed leg")
            failures += faults
            passed += 1 if not faults else 0
    for failure in failures:
        print(f"FAILED {failure}")
    print(f"{len(scenarios)} scenarios over 2 doors in {seconds_since(start)}")
    print(f"{passed} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
