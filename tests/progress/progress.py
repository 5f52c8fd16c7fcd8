"""Runs every long command with a terminal as its error output, and reads the bar off the screen."""

import csv
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

from checks import expect, report
from doors import folder_in_memory

AYNI = os.environ["AYNI"]
EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "cabeza_de_toro"
GONE = "\r\x1b[K"       # what is left of a bar once the work is done


def watched(*words):
    """(exit code, output, screen) of a command that a person looks at."""
    ours, its = pty.openpty()
    process = subprocess.Popen([AYNI, *map(str, words)], stdout=subprocess.PIPE, stderr=its,
                               text=True)
    os.close(its)
    screen = b""
    try:
        while piece := os.read(ours, 4096):
            screen += piece
    except OSError:         # The terminal is closed once the program has ended.
        pass
    os.close(ours)
    output = process.stdout.read()
    return process.wait(), output, screen.decode()


def shown(screen, what):
    """The percentages of a bar, as they came."""
    return [int(each) for each in re.findall(rf"\r{what} \[[# ]{{25}}\] +(\d+) %", screen)]


def check_bar(bars, *words):
    """Each bar moves, only forwards, as far as its end, and is gone then; the output has none."""
    name = " ".join(map(str, words[:1]))
    code, output, screen = watched(*words)
    expect(code == 0, f"{name}: ended with {code}: {output}{screen}")
    for what in bars:
        percents = shown(screen, what)
        expect(len(percents) > 2 and percents == sorted(set(percents)) and percents[-1] == 100,
               f"{name}: the bar of {what} showed {percents}")
    expect(screen.endswith(GONE), f"{name}: left on the screen: {screen[-60:]!r}")
    expect(not re.search(r"\r|\[[# ]{25}\]", output), f"{name}: a bar in its output: {output!r}")


def check_silent(*words):
    """Neither beside JSON nor into a file is anything shown."""
    code, _, screen = watched(*words, "--json")
    expect((code, screen) == (0, ""), f"{words[0]} --json: {code} {screen!r}")
    done = subprocess.run([AYNI, *map(str, words)], capture_output=True, text=True, check=False)
    expect(done.stderr == "", f"{words[0]}, nobody looks: {done.stderr!r}")


def write_milk(file):
    """A file of more cans than are written in one go."""
    with open(EXAMPLES / "suppliers.csv", newline="", encoding="utf-8") as known:
        suppliers = [row["code"] for row in csv.DictReader(known)]
    with open(file, "w", newline="", encoding="utf-8") as made:
        rows = csv.writer(made)
        rows.writerow(["date", "shift", "supplier", "kg"])
        rows.writerows([f"2025-09-{day:02}", "morning", supplier, "10.0"]
                       for day in range(1, 31) for supplier in suppliers)


def main():
    with folder_in_memory() as place:
        folder = Path(place)
        file, milk = folder / "demo.ayni", folder / "milk.csv"
        write_milk(milk)
        check_bar(["Cabeza de Toro"], "demo", file, "--examples", EXAMPLES)
        check_bar(["import"], "import", file, milk, "--as", "gerencia")
        check_bar(["settle"], "settle", file, "--as", "gerencia", "--first", "2025-08-16",
                  "--last", "2025-08-31")
        check_bar(["verify"], "verify", file)
        check_bar(["copy", "verify"], "backup", file, folder / "backup.ayni")
        check_bar(["copy", "verify"], "restore", folder / "backup.ayni", folder / "restored.ayni")
        check_bar(["export"], "export", file, folder / "exported")
        subprocess.run([AYNI, "init", folder / "new.ayni"], check=True, capture_output=True)
        check_bar(["import"], "import", folder / "new.ayni", folder / "exported")
        check_silent("verify", file)
    return report()


if __name__ == "__main__":
    sys.exit(main())
