#!/usr/bin/env python3
"""Reads a program back and says which defences it was built without: `hardening.py build/x/ayni`.

The compiler drops some flags without a word, so what counts is the file it wrote.
"""
import subprocess
import sys


def readelf(option: str, program: str) -> str:
    return subprocess.run(["readelf", "-W", option, program], check=True, text=True,
                          capture_output=True).stdout


def missing_defences(program: str) -> list[str]:
    """Each absent defence, by name; an empty list is good."""
    header = readelf("-h", program)
    segments = readelf("-l", program)
    dynamic = readelf("-d", program)
    symbols = readelf("--dyn-syms", program)
    code = subprocess.run(["objdump", "-d", "--section=.text", program], check=True, text=True,
                          capture_output=True).stdout
    stack = next((line for line in segments.splitlines() if "GNU_STACK" in line), "")
    checks = {
        "position-independent (PIE)": "DYN" in header and "PIE" in dynamic,
        "read-only relocations (RELRO)": "GNU_RELRO" in segments,
        "all symbols bound at start (NOW)": "NOW" in dynamic,
        "stack not executable (NX)": stack != "" and "RWE" not in stack,
        "canaries on the stack": "__stack_chk_fail" in symbols,
        "checked copies (FORTIFY)": "_chk@" in symbols,
        "no search path for libraries": "RPATH" not in dynamic and "RUNPATH" not in dynamic,
    }
    if "X86-64" in header:
        checks["landing pads for jumps (CET)"] = "endbr64" in code
    return [name for name, present in checks.items() if not present]


if __name__ == "__main__":
    absent = missing_defences(sys.argv[1])
    for defence in absent:
        print(f"{sys.argv[1]}: built without: {defence}")
    sys.exit(1 if absent else 0)
