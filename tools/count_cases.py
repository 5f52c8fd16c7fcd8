#!/usr/bin/env python3
"""Counts the test cases that a step of ./check ran, from its log: `count_cases.py LOG STATUS`.

Prints "passed failed". It knows the closing lines of GoogleTest, unittest, Vitest and of our own
harnesses ("12 passed, 0 failed"); a step that says none of them counts as one case. The exit
status decides whether anything failed: a harness that proves itself on planted faults prints
failures and is right to.
"""
import re
import sys

COUNTS = [
    (re.compile(r"^\[  PASSED  \] (\d+) tests?\."), re.compile(r"^\[  FAILED  \] (\d+) tests?,")),
    (re.compile(r"^(?:\w+: )?(\d+) passed, \d+ failed"),
     re.compile(r"^(?:\w+: )?\d+ passed, (\d+) failed")),
    (re.compile(r"^\s*Tests\s.*?(\d+) passed"), re.compile(r"^\s*Tests\s.*?(\d+) failed")),
]
UNITTEST_RAN = re.compile(r"^Ran (\d+) tests? in ")
UNITTEST_FAILED = re.compile(r"^FAILED \((.*)\)")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def count(log: str, status: int) -> tuple[int, int]:
    """(passed, failed) of one step."""
    passed = failed = ran = 0
    for line in COLOUR.sub("", log).splitlines():
        for passed_line, failed_line in COUNTS:
            if found := passed_line.match(line):
                passed += int(found[1])
            if found := failed_line.match(line):
                failed += int(found[1])
        if found := UNITTEST_RAN.match(line):
            ran += int(found[1])
        if found := UNITTEST_FAILED.match(line):
            failed += sum(int(n) for n in re.findall(r"(?:failures|errors)=(\d+)", found[1]))
            ran -= failed
    passed += max(ran, 0)
    if status != 0:
        return passed, max(failed, 1)
    return max(passed, 1), 0


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8", errors="replace") as log_file:
        print(*count(log_file.read(), int(sys.argv[2])))
