"""Sends the list of naughty strings through the program, and looks at it from every side."""

import os
import subprocess
import sys
import time

import commands
import pages
import papers
import planted
import queries
import reading_back
from coop import Coop
from doors import folder_in_memory
from naughty import LIST, read_list


class Checks:
    """Counts, and says what is not so: of each kind of failure the first few."""

    def __init__(self, silent=False):
        self.passed, self.failed, self.silent, self.said = 0, 0, silent, {}

    def expect(self, claim, failure):
        if claim:
            self.passed += 1
            return
        self.failed += 1
        kind = failure.split(" ")[0]
        self.said[kind] = self.said.get(kind, 0) + 1
        if not self.silent and self.said[kind] <= 5:
            print(f"FAILED {failure[:600]}")


def look_at_all(checks, coop, folder):
    """In, and out again by the interface, the pages, CSV, papers and the export."""
    seen = reading_back.Seen(checks)
    commands.send_all(checks, coop)
    for look in reading_back.BEFORE_LAST:
        look(coop, seen)
    settlement = papers.settle_and_print(checks, coop)
    browser = pages.Browser(checks, coop, folder, settlement)
    try:
        queries.ask_all(checks, coop)
        papers.unknown_suppliers(checks, coop)
        papers.printed_registers(checks, coop)
        papers.raw_files(checks, coop)
    finally:
        browser.finish(checks)
        coop.door.connection.close()    # The server has ended it if this took long.
    commands.send_last(checks, coop)
    for look in reading_back.AFTER_LAST:
        look(coop, seen)
    reading_back.export(coop, seen, folder)
    coop.door.connection.close()        # Here, too.
    reading_back.all_fields_are_read_back(checks, coop, seen)
    plant(checks, coop, seen, settlement)
    checks.expect(coop.get("root", "/healthz")[0] == 200, "server is not well in the end")
    return seen


def plant(checks, coop, seen, settlement):
    """The faults that must be found."""
    def silent():
        return Checks(silent=True)
    planted.lost_letters(checks, coop, silent)
    planted.payments(checks, coop, settlement, silent)
    planted.tables(checks, coop, seen, silent)
    planted.refused_row(checks, coop, silent)


def report(coop, seen):
    """What was refused and why, and how much was read back."""
    for code, where in sorted(coop.refusals.items()):
        fields = {field for field, _ in where}
        print(f"refused {code}: {len(where)} times, in {len(fields)} fields")
    print(f"{len(coop.strings)} strings in {len(coop.sent)} fields, "
          f"read back {sum(seen.counts.values())} times; {coop.keys} requests")


def main():
    strings = read_list()
    if not strings:
        print(f"skipped: {LIST} is not there; AYNI_SHARED names its folder")
        return 1 if os.environ.get("CI") else 0
    start, checks = time.monotonic(), Checks()
    with folder_in_memory() as folder:
        coop = Coop(os.environ["AYNI"], folder, strings)
        try:
            seen = look_at_all(checks, coop, folder)
        finally:
            ended = coop.door.stop()
        checks.expect(ended == 0, f"server ended with {ended}")
        found = subprocess.run([coop.ayni, "verify", coop.door.file], capture_output=True,
                               text=True, check=False)
        checks.expect(found.returncode == 0, f"verify: {found.stdout}{found.stderr}")
    report(coop, seen)
    print(f"{time.monotonic() - start:.1f} s")
    print(f"{checks.passed} passed, {checks.failed} failed")
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main())
