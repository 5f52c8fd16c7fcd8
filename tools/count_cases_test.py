#!/usr/bin/env python3
"""What ./check reports rests on these counts."""
import unittest

from count_cases import count


class CountCases(unittest.TestCase):
    def test_a_step_that_names_no_number_is_one_case(self):
        self.assertEqual(count("fine\n", 0), (1, 0))
        self.assertEqual(count("broken\n", 2), (0, 1))

    def test_googletest(self):
        self.assertEqual(count("[  PASSED  ] 12 tests.\n", 0), (12, 0))
        self.assertEqual(count("[  PASSED  ] 1 test.\n[  FAILED  ] 2 tests, listed below:\n", 1),
                         (1, 2))

    def test_unittest(self):
        self.assertEqual(count("Ran 5 tests in 0.1s\n\nOK\n", 0), (5, 0))
        self.assertEqual(count("Ran 5 tests in 0.1s\n\nFAILED (failures=1, errors=2)\n", 1), (2, 3))

    def test_vitest_in_colours(self):
        self.assertEqual(count("\x1b[2m      Tests \x1b[22m 1 failed | 7 passed (8)\n", 1), (7, 1))

    def test_our_own_harnesses_add_up(self):
        self.assertEqual(count("3 passed, 0 failed\nhttp: 4 passed, 0 failed\n", 0), (7, 0))

    def test_the_exit_status_decides(self):
        self.assertEqual(count("3 passed, 1 failed\n", 0), (3, 0))
        self.assertEqual(count("3 passed, 0 failed\n", 1), (3, 1))


if __name__ == "__main__":
    unittest.main()
