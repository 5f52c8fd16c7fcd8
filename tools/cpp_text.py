"""C++ source as text: what is code in it, what is comment, and what stands in quotes."""
import re
from collections.abc import Iterator

TOKEN = re.compile(
    r"""(?P<comment>//(?:[^\n\\]|\\.)*|/\*.*?\*/)
      |(?P<raw>R"(?P<mark>[^()\\\s]{0,16})\((?P<inside>.*?)\)(?P=mark)")
      |(?P<string>"(?:[^"\\\n]|\\.)*")
      |(?P<char>(?<![0-9A-Fa-f])'(?:[^'\\\n]|\\.)+')""",     # Not the mark in 1'000.
    re.DOTALL | re.VERBOSE)


def blank(text: str, keep_strings: bool = False) -> str:
    """The same lines and columns with comments, and the insides of quotes, turned into spaces."""
    def spaces(found: re.Match) -> str:
        token = found[0]
        if found["comment"]:
            return re.sub(r"[^\n]", " ", token)
        if keep_strings:
            return token
        return token[0] + re.sub(r"[^\n]", " ", token[1:-1]) + token[-1]
    return TOKEN.sub(spaces, text)


def strings(text: str) -> Iterator[tuple[int, str]]:
    """(line, contents) of every string literal."""
    for found in TOKEN.finditer(text):
        if found["string"] or found["raw"]:
            contents = found["inside"] if found["raw"] else found["string"][1:-1]
            yield text.count("\n", 0, found.start()) + 1, contents


def functions(text: str) -> Iterator[tuple[str, int, int]]:
    """(first words, line, length in lines) of every function with a body."""
    code = re.sub(r"^[ \t]*#(?:.*\\\n)*.*$", lambda m: re.sub(r"[^\n]", " ", m[0]), blank(text),
                  flags=re.MULTILINE)
    line, header, header_line = 1, "", 1
    blocks: list[tuple[str, str, int]] = []
    for character in code:
        if character == "\n":
            line += 1
        if character == "{":
            words = " ".join(header.split())
            inside_function = any(kind == "function" for kind, _, _ in blocks)
            if not inside_function and re.match(r"(inline )?namespace\b|extern \"", words):
                kind = "namespace"
            elif not inside_function and "(" in words and not words.endswith(("=", ",", "(")):
                kind = "function"
            else:
                kind = "block"
            blocks.append((kind, words, header_line))
        elif character == "}" and blocks:
            kind, words, start = blocks.pop()
            if kind == "function":
                yield words.split("(")[0].split(" ")[-1], start, line - start + 1
        if character in "{};":
            header = ""
        else:
            if not header.strip():
                header_line = line
            header += character
