#!/usr/bin/env python3
"""Checks that what must not compile does not: every tests/not_compile/*.cpp is one such mistake.

    #include "kernel/money.h"
    // A double cannot become money.
    #ifdef CONTROL
    ayni::Money money(ayni::Currency currency) { return {100, currency}; }
    #else
    ayni::Money money(ayni::Currency currency) { return {1.00, currency}; }
    #endif

The file must be refused, and with -DCONTROL it must be accepted: so it is refused for the mistake
it shows and not for a missing header. A first line `// refused: TEXT` also names words that the
compiler must say.
"""
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import tempfile

FOLDER = pathlib.Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
COMPILE = ["g++", "-std=c++23", "-fsyntax-only", "-Wall", "-Wextra", "-Wconversion", "-Wshadow",
           "-Werror", "-I", str(ROOT / "src")]


def compile_source(source: pathlib.Path, *options: str) -> tuple[bool, str]:
    """Whether the compiler accepts it, and what it says."""
    done = subprocess.run([*COMPILE, *options, str(source)], capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": "C"})
    return done.returncode == 0, done.stderr


def complaint(source: pathlib.Path) -> str:
    """Why this case is not as it must be; empty when it is."""
    accepted, said = compile_source(source, "-DCONTROL")
    if not accepted:
        return f"its control, which is right, does not compile:\n{said}"
    accepted, said = compile_source(source)
    if accepted:
        return "it compiles, and must not"
    first = source.read_text(encoding="utf-8").split("\n", 1)[0]
    words = first.removeprefix("// refused:").strip() if first.startswith("// refused:") else ""
    if words not in said:
        return f"the compiler does not say \"{words}\" but:\n{said}"
    return ""


def complaints(sources: list[pathlib.Path]) -> dict[str, str]:
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = zip(sources, pool.map(complaint, sources))
        return {source.name: why for source, why in results if why}


def planted_faults_are_found() -> bool:
    """This program must itself be seen to fail."""
    cases = {
        "good.cpp": "#ifndef CONTROL\nint number = nullptr;\n#endif\n",
        "compiles.cpp": "int number = 1;\n",
        "broken_control.cpp": "#include \"no_such_header.h\"\nint number = nullptr;\n",
        "other_reason.cpp":
            "// refused: deleted function\n#ifndef CONTROL\nint number = nullptr;\n#endif\n",
    }
    with tempfile.TemporaryDirectory() as folder:
        for name, text in cases.items():
            (pathlib.Path(folder) / name).write_text(text, encoding="utf-8")
        found = complaints(sorted(pathlib.Path(folder).glob("*.cpp")))
    return found.keys() == cases.keys() - {"good.cpp"}


def main() -> int:
    if not planted_faults_are_found():
        print("tests/not_compile/run.py does not find planted faults")
        return 1
    sources = sorted(FOLDER.glob("*.cpp"))
    found = complaints(sources)
    for name, why in found.items():
        print(f"tests/not_compile/{name}: {why}")
    print(f"{len(sources) - len(found)} passed, {len(found)} failed")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
