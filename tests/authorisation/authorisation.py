"""Plays the authorisation matrix and the rules of HTTP against one server."""

import os
import subprocess
import sys
import time

import http_rules
import matrix
import second_factor
from doors import folder_in_memory
from two_coops import TwoCoops


class Checks:
    """Counts, and says what is not so."""

    def __init__(self, silent=False):
        self.passed, self.failed, self.silent = 0, 0, silent

    def expect(self, claim, failure):
        if claim:
            self.passed += 1
            return
        self.failed += 1
        if not self.silent:
            print(f"FAILED {failure}")


def main():
    start, checks, ayni = time.monotonic(), Checks(), os.environ["AYNI"]
    with folder_in_memory() as folder:
        coops = TwoCoops(ayni, folder)
        for part in (matrix.denied_cells, matrix.producer_sees_himself, matrix.papers,
                     matrix.tables, matrix.papers_in_a_language, http_rules.methods,
                     http_rules.other_sites, http_rules.forms, http_rules.defences,
                     http_rules.packing, http_rules.signing_in,
                     http_rules.old_password, http_rules.home_tells, http_rules.named_twice,
                     http_rules.too_often, matrix.queries_by_get, matrix.allowed_cells):
            part(checks, coops)
        matrix.planted_faults(checks, coops, lambda: Checks(silent=True))
        second_factor.missing_factor(checks, coops, Checks(silent=True))
        http_rules.signed_out(checks, coops)
        http_rules.roles_end(checks, coops)
        checks.expect(coops.door.stop() == 0, "the server did not end well")
        found = subprocess.run([ayni, "verify", coops.door.file], capture_output=True, text=True,
                               check=False)
        checks.expect(found.returncode == 0, f"verify: {found.stdout}{found.stderr}")
        second_factor.at_the_machine(checks, ayni, coops)
        http_rules.limited_server(checks, ayni, coops.door.file)
    print(f"{len(coops.use_cases)} use cases in {time.monotonic() - start:.1f} s")
    print(f"{checks.passed} passed, {checks.failed} failed")
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main())
