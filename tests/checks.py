"""Counts what holds, and says what does not: for harnesses that are one program."""

passed, failed = 0, 0


def expect(holds, failure):
    global passed, failed
    passed, failed = passed + bool(holds), failed + (not holds)
    if not holds:
        print(f"FAILED {failure}")


def report():
    """The last line of a harness, and its exit code."""
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0
