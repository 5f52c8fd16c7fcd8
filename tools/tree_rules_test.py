#!/usr/bin/env python3
"""Plants one fault for every rule of tree_rules.py: a rule that finds nothing proves nothing."""
import unittest

import tree_rules
from tree_rules import File

CLEAN = {
    "src/kernel/money.h": "#pragma once\n// Whole minor units: never a double, say 1.5.\n",
    "src/kernel/money.cpp": '#include "kernel/money.h"\nauto text = "TODO 1.5 new double";\n'
                            "long largest = 10'000'000;\n"
                            "static_assert(!std::is_convertible_v<double, Money>);\n"
                            "using Fraction = double;  // not money\n"
                            "Money(const Money&) = delete;\n",
    "src/edge/serve.cpp": '#include "kernel/money.h"\ndouble seconds = 1.5;\n'
                          "auto it = std::unique_ptr<It>(new It(1));\n"
                          "int one;  // NOLINT(name) the library calls it by this name\n",
    "web/index.html": '<script src="/src/main.ts"></script>\n',
    "web/src/main.ts": "import App from './App.svelte';\nconst all = 'TODO';\n",
    "web/src/App.svelte": "<p>hola</p>\n",
    "docs/page.md": "[money](../src/kernel/money.h) [folder](../src) [web](https://a.example/b)\n",
    "docs/large.png": "",
    "run": "#!/bin/bash\nmktemp XXXXXX\n",
    "Makefile": "run:\n\t./run\n",
}

# rule -> (path, text) that breaks it, and nothing else.
FAULTS = {
    "long_line": [("web/src/main.ts", "//" + "x" * 99 + "\n"),
                  ("run", "#!/bin/bash\n" + "x" * 101 + "\n")],
    "white_space": [("src/edge/a.cpp", "\tint a;\n"), ("tools/a.py", "a = 1 \n"),
                    ("tools/a.py", "a = 1")],
    "leftover": [("src/edge/a.cpp", "// TODO later\n"), ("tools/a.py", "a = 1  # FIXME\n"),
                 ("docs/page.md", "<<<<<<< HEAD\n"), ("web/src/a.test.ts", "it.only('x')\n"),
                 ("src/kernel/a_test.cpp", "TEST(Money, DISABLED_Adds) {}\n")],
    "silenced_without_reason": [("src/edge/a.cpp", "int a;  // NOLINT\n"),
                                ("src/edge/a.cpp", "int a;  // NOLINT(name)\n"),
                                ("web/src/main.ts", "// @ts-ignore\n")],
    "floating_point": [("src/ledger/a.cpp", "double a;\n"), ("src/kernel/a.cpp", "auto a = 1.5;\n"),
                       ("src/domain/pricing/a.cpp", "auto a = 1e6;\n"),
                       ("src/domain/settlement/a.cpp", "float a(int);\n")],
    "raw_new": [("src/edge/a.cpp", "auto a = new Thing();\n"), ("src/app/a.cpp", "delete a;\n"),
                ("src/app/a.cpp", "delete[] a;\n")],
    "header_form": [("src/edge/a.hpp", "\n"), ("src/kernel/money.h", "int a;\n"),
                    ("src/kernel/money.h", "#pragma once\nusing namespace std;\n")],
    "other_machine": [("tools/a.sh", "cat /" + "work/shared/x\n"),
                      ("docs/page.md", "/" + "root/x\n"),
                      ("src/edge/a.cpp", 'auto a = "/' + 'tmp/x";\n'),
                      ("web/package-lock.json", '"resolved": "x"\n'),
                      ("web/.npmrc", "registry." + "example.org\n")],
    "large_file": [("docs/large.png", "x" * (1500 * 1024 + 1))],
    "dead_header": [("src/kernel/unused.h", "#pragma once\n")],
    "dead_page": [("web/src/unused.ts", "export {};\n")],
    "broken_link": [("docs/page.md", "[gone](../src/gone.h)\n")],
}


def tree(*changes: tuple[str, str]) -> dict[str, File]:
    return {path: File(path, len(text), text) for path, text in {**CLEAN, **dict(changes)}.items()}


class TreeRules(unittest.TestCase):
    def test_a_clean_tree_is_accepted(self):
        self.assertEqual(tree_rules.findings(tree()), [])

    def test_every_rule_finds_the_faults_planted_for_it(self):
        for rule, faults in FAULTS.items():
            for path, text in faults:
                with self.subTest(rule=rule, text=text[:40]):
                    found = tree_rules.findings(tree((path, text)))
                    self.assertTrue(any(f"({rule})" in line for line in found), found)

    def test_every_rule_has_a_planted_fault(self):
        rules = [rule.__name__ for rule in tree_rules.FILE_RULES + tree_rules.TREE_RULES]
        self.assertEqual(sorted(rules), sorted(FAULTS))

    def test_a_header_used_by_its_own_test_only_is_dead(self):
        found = tree_rules.findings(tree(
            ("src/kernel/unused.h", "#pragma once\n"),
            ("src/kernel/unused.cpp", '#include "kernel/unused.h"\n'),
            ("src/kernel/unused_test.cpp", '#include "kernel/unused.h"\n')))
        self.assertEqual(len(found), 1, found)

    def test_a_long_function_that_grew_is_noted(self):
        def source(lines: int) -> str:
            return "namespace ayni {\nint f(int a) {\n" + "    g();\n" * lines + "}\n}\n"
        before = {"src/edge/a.cpp": source(70)}
        self.assertEqual(tree_rules.notes(tree(("src/edge/a.cpp", source(70))), before), [])
        self.assertEqual(tree_rules.notes(tree(("src/edge/a.cpp", source(20))), before), [])
        self.assertEqual(tree_rules.notes(tree(("src/edge/a.cpp", source(80))), before),
                         ["src/edge/a.cpp:2: note: f now has 82 lines"])


if __name__ == "__main__":
    unittest.main()
