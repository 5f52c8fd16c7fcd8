#!/usr/bin/env python3
"""Makes the words of printed tables for the program out of those of the pages, so that there is one
dictionary: `paper_words.py web/src/lib/i18n OUT.inc`. Fails when a language lacks a word.

A row is {group, name, Spanish, English}. The groups are the names of choices as the program knows
them ("AccountRole") and `title`, `column` and `text` of es_papers.ts.
"""
import re
import sys
from pathlib import Path

BLOCK = re.compile(r"(\w+)(?:: Record<(\w+), string>)?(?: =|:) \{([^{}]*)\}")
PAIR = re.compile(r"""(\w+):\s*(?:'([^']*)'|"([^"]*)")""")


def blocks(file):
    """Every flat object of a file: its name → (the type of its keys, its texts)."""
    text = re.sub(r"^\s*(//|/\*\*|\*).*$", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {name: (keys, {key: single or double for key, single, double in PAIR.findall(body)})
            for name, keys, body in BLOCK.findall(text)}


def rows(folder):
    for kind in ("words", "choices", "papers"):
        spanish, english = (blocks(folder / f"{language}_{kind}.ts") for language in ("es", "en"))
        for name, (keys, texts) in spanish.items():
            other = english.get(name, (None, {}))[1]
            if texts.keys() != other.keys():
                lacking = ", ".join(sorted(texts.keys() ^ other.keys()))
                sys.exit(f"paper_words: {name} lacks a language for: {lacking}")
            group = name if kind == "papers" else keys
            if group and group != "string":
                for key, text in texts.items():
                    yield group, key, text, other[key]


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def main():
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    lines = ["{" + ", ".join(map(quoted, row)) + "},\n" for row in sorted(rows(folder))]
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
