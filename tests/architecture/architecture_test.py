#!/usr/bin/env python3
"""Holds every #include under src/ against the tables of ARCHITECTURE.md, and says what breaks them.

The tests at the end plant one fault for each rule before the real tree is judged.
"""
import fnmatch
import re
import sys
import unittest
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tools"))
from cpp_text import blank, strings                                     # noqa: E402 (path above)

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')
SQL = re.compile(r"\b(SELECT|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM|PRAGMA"
                 r"|(CREATE|ALTER|DROP)\s+(TABLE|INDEX|UNIQUE|VIEW))\s")


# ---- the tables -----------------------------------------------------------------------------

@dataclass
class Place:
    """What stands only in some files, or (in the pure layers) nowhere but in some files."""
    headers: list[str]
    words: list[str]
    files: list[str]

    def allows(self, path: str) -> bool:
        return any(fnmatch.fnmatch(path, pattern) for pattern in self.files)

    def holds_header(self, name: str) -> bool:
        return any(name == header or name.startswith(header + "/") for header in self.headers)


@dataclass
class Architecture:
    layers: dict[str, set[str]] = field(default_factory=dict)
    pure: set[str] = field(default_factory=set)
    modules: dict[str, set[str]] = field(default_factory=dict)
    only_there: list[Place] = field(default_factory=list)
    kept_out: list[Place] = field(default_factory=list)


def table(markdown: str, heading: str) -> list[list[str]]:
    """The cells of the first table under `## heading`, without its head."""
    section = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", markdown, re.DOTALL | re.MULTILINE)
    if not section:
        raise ValueError(f"ARCHITECTURE.md has no section \"{heading}\"")
    rows = [line for line in section[1].splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows[2:]]


def names(cell: str) -> list[str]:
    return [name.strip(" `") for name in cell.split(",") if name.strip(" `")]


def place(what: str, files: str) -> Place:
    return Place(headers=[name.strip("<>") for name in names(what) if name.startswith("<")],
                 words=[name for name in names(what) if not name.startswith("<")],
                 files=names(files))


def read_architecture(markdown: str) -> Architecture:
    result = Architecture()
    for layer, below, pure, _ in table(markdown, "Layers"):
        name = layer.strip("`")
        result.layers[name] = set(names(below))
        if pure == "yes":
            result.pure.add(name)
    for module, below, _ in table(markdown, "Modules of the domain"):
        result.modules[module.strip("`")] = set(names(below))
    result.only_there = [place(what, files) for what, files, _ in table(markdown, "Only there")]
    result.kept_out = [place(what, files)
                       for what, files, _ in table(markdown, "Kept out of the pure layers")]
    return result


# ---- the rules ------------------------------------------------------------------------------

def layer_of(path: str) -> str:
    return path.split("/")[0] if "/" in path else "main"


def module_of(path: str) -> str:
    """The module of a file of the domain; of any other file its layer."""
    return path.split("/")[1] if path.startswith("domain/") else layer_of(path)


def includes(text: str) -> list[tuple[int, str, bool]]:
    """(line, name, whether it is in quotes); an include in a comment does not count."""
    found = []
    for number, line in enumerate(blank(text, keep_strings=True).splitlines(), 1):
        if match := INCLUDE.match(line):
            found.append((number, match[1] or match[2], match[1] is not None))
    return found


def wrong_include(path: str, name: str, architecture: Architecture) -> str:
    """Why `path` may not include our own file `name`; empty when it may."""
    here, there = layer_of(path), layer_of(name)
    if there != here and there not in architecture.layers[here]:
        return f"{here} may not include {there}"
    here, there = module_of(path), module_of(name)
    if path.startswith("domain/") and there != here and there not in architecture.modules[here]:
        return f"domain/{here} may not include {there}"
    return ""


def breaches_of_file(path: str, text: str, files: dict[str, str],
                     architecture: Architecture) -> list[tuple[int, str]]:
    found = []
    is_test = path.endswith(("_test.cpp", "_test.h"))
    is_pure = layer_of(path) in architecture.pure
    for number, name, quoted in includes(text):
        if quoted and name not in files:
            found.append((number, f'"{name}" is not a path from src/'))
        elif not quoted and name in files:
            found.append((number, f"<{name}> is ours: it belongs in quotes"))
        elif quoted and (why := wrong_include(path, name, architecture)):
            found.append((number, why))
        if is_test:
            continue
        for rule in architecture.only_there:
            if rule.holds_header(name) and not rule.allows(path):
                found.append((number, f"<{name}> only in {', '.join(rule.files)}"))
        for rule in architecture.kept_out:
            if is_pure and rule.holds_header(name) and not rule.allows(path):
                found.append((number, f"<{name}> in a pure layer"))

    for rule in architecture.only_there:
        if "SQL" in rule.words and not rule.allows(path):
            found += [(number, f"SQL only in {', '.join(rule.files)}")
                      for number, contents in strings(text) if SQL.search(contents + " ")]
    if is_pure and not is_test:
        code = blank(text).splitlines()
        for rule in architecture.kept_out:
            words = re.compile(rf"\b({'|'.join(map(re.escape, rule.words)) or '(?!)'})\b")
            if not rule.allows(path):
                found += [(number, f"{match[1]} in a pure layer") for number, line
                          in enumerate(code, 1) if (match := words.search(line))
                          and not line.lstrip().startswith("#")]
    return found


def cycles(graph: dict[str, list[str]]) -> list[list[str]]:
    """Each way back to itself that a walk over the graph meets, once."""
    found, done = [], set()

    def walk(node: str, way: list[str]) -> None:
        if node in way:
            found.append(way[way.index(node):] + [node])
        elif node not in done:
            for following in graph.get(node, []):
                walk(following, way + [node])
            done.add(node)

    for start in sorted(graph):
        walk(start, [])
    return found


def breaches(files: dict[str, str], architecture: Architecture) -> list[str]:
    """What of `files` (path from src/ -> text) is not as the tables say."""
    found = []
    for path, text in sorted(files.items()):
        if layer_of(path) not in architecture.layers:
            found.append(f"src/{path}:1: the folder is not a layer of ARCHITECTURE.md")
        elif path.startswith("domain/") and module_of(path) not in architecture.modules:
            found.append(f"src/{path}:1: the folder is not a module of ARCHITECTURE.md")
        else:
            found += [f"src/{path}:{number}: {message}" for number, message
                      in sorted(breaches_of_file(path, text, files, architecture))]
    for module in sorted(architecture.modules):
        if not any(path.startswith(f"domain/{module}/") for path in files):
            found.append(f"ARCHITECTURE.md: the module {module} has no file")
    graph = {path: [name for _, name, quoted in includes(text) if quoted]
             for path, text in files.items()}
    found += [f"src/{way[0]}:1: included in a circle: {' → '.join(way)}" for way in cycles(graph)]
    tables = {**architecture.modules, **architecture.layers}
    found += [f"ARCHITECTURE.md: in a circle: {' → '.join(way)}"
              for way in cycles({name: sorted(below) for name, below in tables.items()})]
    return found


# ---- planted faults, then the tree ----------------------------------------------------------

# The planted faults have tables of their own, so that those of ARCHITECTURE.md may change.
TABLES = """
## Layers
| layer    | may include                        | pure | for |
| -------- | ---------------------------------- | ---- | --- |
| `kernel` |                                    | yes  |     |
| `ledger` | kernel                             | yes  |     |
| `domain` | ledger, kernel                     | yes  |     |
| `store`  | domain, ledger, kernel             | no   |     |
| `app`    | store, domain, ledger, kernel      | no   |     |
| `edge`   | app, store, domain, ledger, kernel | no   |     |
| `main`   | edge                               | no   |     |

## Modules of the domain
| module       | may include                       | decides |
| ------------ | --------------------------------- | ------- |
| `people`     | kernel                            |         |
| `pricing`    | people, kernel                    |         |
| `settlement` | pricing, people, ledger, kernel   |         |

## Only there
| what                            | only in                        | why |
| ------------------------------- | ------------------------------ | --- |
| `<boost/json>`                  | `kernel/json.cpp`              |     |
| `<boost/asio>`, `<boost/beast>` | `edge/http_server.cpp`         |     |
| `<sqlite3.h>`                   | `store/*.cpp`                  |     |
| SQL                             | `store/*.cpp`, `*_queries.cpp` |     |

## Kept out of the pure layers
| what                               | except in          | why |
| ---------------------------------- | ------------------ | --- |
| `<fstream>`, `printf`              |                    |     |
| `<cstdio>`                         | `kernel/check.cpp` |     |
| `<random>`, `rand`, `system_clock` |                    |     |
| `throw`, `std::system`             |                    |     |
"""

CLEAN = {
    "main.cpp": '#include "edge/serve.h"\n',
    "edge/serve.h": "#pragma once\n",
    "edge/serve.cpp": '#include "edge/serve.h"\n#include "app/settle_period.h"\n'
                      "// #include <sqlite3.h> and SELECT are only spoken of here.\n",
    "app/settle_period.h": '#include "domain/settlement/settle.h"\n',
    "app/period_queries.cpp": 'auto query = "SELECT * FROM period";\n',
    "store/database.h": "\n",
    "store/database.cpp": '#include <sqlite3.h>\nauto pragma = "PRAGMA synchronous=FULL";\n',
    "domain/people/party.h": '#include "kernel/money.h"\n',
    "domain/pricing/price.h": '#include "domain/people/party.h"\n',
    "domain/settlement/settle.h": '#include "domain/pricing/price.h"\n#include "ledger/entry.h"\n',
    "ledger/entry.h": '#include "kernel/money.h"\n',
    "kernel/json.cpp": "#include <boost/json/src.hpp>\nboost::system::error_code error;\n",
    "kernel/check.cpp": "#include <cstdio>\n",
    "kernel/money.h": "#include <chrono>\n// A printf would try to throw.\n",
    "kernel/money_test.cpp": '#include <random>\n#include "kernel/money.h"\nauto a = rand();\n',
}

# path, text, and what must be said of it.
FAULTS = [
    ("kernel/a.h", '#include "ledger/entry.h"\n', "kernel may not include ledger"),
    ("ledger/a.h", '#include "domain/people/party.h"\n', "ledger may not include domain"),
    ("kernel/a_test.cpp", '#include "store/database.h"\n', "kernel may not include store"),
    ("main.cpp", '#include "kernel/money.h"\n', "main may not include kernel"),
    ("domain/people/a.h", '#include "domain/pricing/price.h"\n',
     "domain/people may not include pricing"),
    ("domain/pricing/a.h", '#include "ledger/entry.h"\n', "domain/pricing may not include ledger"),
    ("helpers/a.h", "\n", "not a layer"),
    ("domain/helpers/a.h", "\n", "not a module"),
    ("kernel/a.h", '#include "money.h"\n', "not a path from src/"),
    ("ledger/a.h", "#include <kernel/money.h>\n", "belongs in quotes"),
    ("kernel/a.cpp", "#include <boost/json/value.hpp>\n", "only in kernel/json.cpp"),
    ("app/a.cpp", "#include <sqlite3.h>\n", "only in store/*.cpp"),
    ("store/a.h", "#include <sqlite3.h>\n", "only in store/*.cpp"),
    ("edge/a.h", "#include <boost/asio/spawn.hpp>\n", "only in edge/http_server.cpp"),
    ("app/a.cpp", 'auto a = "DELETE FROM period";\n', "SQL only in"),
    ("edge/a.cpp", 'auto a = R"(\n  UPDATE period SET a = 1)";\n', "SQL only in"),
    ("domain/pricing/a.cpp", "#include <fstream>\n", "<fstream> in a pure layer"),
    ("kernel/a.cpp", "#include <cstdio>\n", "<cstdio> in a pure layer"),
    ("ledger/a.cpp", "auto a = std::chrono::system_clock::now();\n", "system_clock in a pure"),
    ("ledger/a.cpp", 'int a = std::system("date");\n', "std::system in a pure layer"),
    ("kernel/a.cpp", "int a = rand();\n", "rand in a pure layer"),
    ("domain/people/a.cpp", "void a() { throw 1; }\n", "throw in a pure layer"),
    ("kernel/a.h", '#include "kernel/a.h"\n', "in a circle"),
]


class PlantedFaults(unittest.TestCase):
    architecture = read_architecture(TABLES)

    def test_a_clean_tree_is_accepted(self):
        self.assertEqual(breaches(CLEAN, self.architecture), [])

    def test_each_is_found(self):
        for path, text, expected in FAULTS:
            with self.subTest(text):
                found = breaches({**CLEAN, path: text}, self.architecture)
                self.assertEqual(len(found), 1, found)
                self.assertTrue(found[0].startswith(f"src/{path}:"), found)
                self.assertIn(expected, found[0])

    def test_a_module_without_files_is_found(self):
        wanted = TABLES.replace("| `people` ", "| `credit` | kernel | |\n| `people` ")
        self.assertEqual(breaches(CLEAN, read_architecture(wanted)),
                         ["ARCHITECTURE.md: the module credit has no file"])

    def test_two_headers_in_a_circle_are_found(self):
        files = {**CLEAN, "kernel/a.h": '#include "kernel/b.h"\n',
                 "kernel/b.h": '#include "kernel/a.h"\n'}
        self.assertEqual(len(breaches(files, self.architecture)), 1)

    def test_a_table_in_a_circle_is_found(self):
        circle = TABLES.replace("| `people`     | kernel ", "| `people`     | pricing ")
        self.assertIn("in a circle", "\n".join(breaches(CLEAN, read_architecture(circle))))


class Tree(unittest.TestCase):
    def test_src_is_built_as_the_tables_say(self):
        source = ROOT / "src"
        files = {str(path.relative_to(source)): path.read_text(encoding="utf-8")
                 for path in sorted(source.rglob("*")) if path.is_file()}
        markdown = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
        found = breaches(files, read_architecture(markdown))
        if found:
            self.fail("\n" + "\n".join(found))


if __name__ == "__main__":
    unittest.main()
