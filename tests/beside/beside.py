"""Plays one list of commands twice, on a file alone and beside the server that holds it: output,
errors and exit codes are the same. Then: the socket itself, the network, and modes of files."""

import base64
import json
import os
import re
import shutil
import socket
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from doors import Gone, Server, folder_in_memory, send

AYNI = os.environ["AYNI"]
EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "cabeza_de_toro"
COOP = ["--organisation", "1"]
MILK = "date,shift,supplier,kg\n2025-08-30,evening,M-001,7.7\n2025-08-31,evening,M-002,8.8\n"
BAD_MILK = "date,shift,supplier,kg\n2025-08-30,evening,NOBODY,7.7\n"


class Checks:
    """Counts, and says what is not so."""

    def __init__(self):
        self.passed = self.failed = 0

    def expect(self, claim, failure):
        self.passed += bool(claim)
        self.failed += not claim
        if not claim:
            print(f"FAILED {failure}")


def told(*words, lines=None):
    """(exit code, output, errors), without what differs by time or chance."""
    done = subprocess.run([AYNI, *map(str, words)], capture_output=True, text=True, check=False,
                          input=lines)
    blank = [re.sub(r"\d{4}-\d\d-\d\dT[\d:.]+Z", "TIME", re.sub(r"\b[0-9a-f]{64}\b", "HEX", text))
             for text in (done.stdout, done.stderr)]
    return done.returncode, *blank


def commands(file, folder):
    """Everything the command line does for a user, with what is refused among it."""
    session = "\n".join(json.dumps(line) for line in (
        {"as": "gerencia", "use_case": "suppliers", "input": {"organisation": 1}},
        {"as": "nobody", "use_case": "suppliers", "input": {"organisation": 1}},
        {"as": "gerencia", "use_case": "no_such_thing", "input": {}},
        {"as": "gerencia", "use_case": "add_supplier", "key": "k-1",
         "input": {"organisation": 1, "code": "Ñ-1", "given_names": "José\n\"Pepe\"",
                   "family_names": "Ñaupari", "kind": "member", "first": "2025-08-01"}},
    )) + "\nnot json\n"
    call = ["call", file]
    settle = ["settle", file, "--as", "gerencia", "--first"]
    return [
        ([*call, "balances", "--as", "contabilidad", *COOP], None),
        ([*call, "balances", "--as", "contabilidad", *COOP, "--json"], None),
        ([*call, "balances", "--as", "nobody", *COOP], None),
        ([*call, "balances", "--as", "bad\r\nX-Ayni-Login: Z2VyZW5jaWE=", *COOP], None),
        ([*call, "balances", *COOP], None),
        ([*call, "balances", "--as", "contabilidad", "--organisation", "7", "--json"], None),
        ([*call, "no_such_thing", "--as", "gerencia"], None),
        ([*call, "add_obligation", "--as", "gerencia", *COOP, "--amount", "-5", "--json"], None),
        ([*call, "add_obligation", "--as", "auditoria", *COOP], None),
        ([*call, "--session"], session),
        ([*call, "--session"], session),
        (["import", file, folder / "milk.csv", "--as", "gerencia"], None),
        (["import", file, folder / "milk.csv", "--as", "gerencia"], None),
        (["import", file, folder / "bad.csv", "--as", "gerencia", "--json"], None),
        (["import", file, folder / "none.csv", "--as", "gerencia"], None),
        ([*settle, "2025-13-01", "--last", "2025-08-31"], None),
        ([*settle, "2025-08-16", "--last", "2025-08-31"], None),
        ([*settle, "2025-08-16", "--last", "2025-08-31", "--json"], None),
        (["approve", file, "4", "--as", "gerencia"], None),
        (["approve", file, "5", "--as", "gerencia"], None),
        (["approve", file, "5", "--as", "consejo"], None),
        (["approve", file, "5", "--as", "gerencia", "--post"], None),
        (["approve", file, "5", "--as", "gerencia", "--post"], None),
        ([*call, "settlement", "--as", "gerencia", *COOP, "--settlement", "5"], None),
        (["link", file, "contabilidad"], None),
        (["link", file, "contabilidad", "--without-second-factor"], None),
        (["link", file, "nobody"], None),
    ]


def same_beside_a_server(checks, folder, server, alone, served):
    """Output, errors and exit codes of both ways."""
    played = zip(commands(alone, folder), commands(served, folder))
    codes = set()
    for (direct, lines), (beside, _) in played:
        a, b = told(*direct, lines=lines), told(*beside, lines=lines)
        codes.add(a[0])
        checks.expect(a == b, f"{' '.join(map(str, direct))}:\n  alone  {a}\n  beside {b}")
        checks.expect("database_in_use" not in b[2], f"{beside}: {b[2]}")
    checks.expect(codes == {0, 1}, f"both good and refused commands were meant: {codes}")
    fixed = told("call", served, "--session", "--now", "2026-01-01T00:00:00.000Z", lines="")
    checks.expect(fixed[0] == 1 and "database_in_use" in fixed[2],
                  f"a clock of one's own does not go through a server: {fixed}")
    link = subprocess.run([AYNI, "link", served, "gerencia"], capture_output=True, text=True,
                          check=False).stdout.strip().partition("#")[2]
    connection = server.connection()
    signed_in = [send(connection, "POST", "/session/link", {"token": link})[0] for _ in range(2)]
    connection.close()
    checks.expect(signed_in == [200, 401], f"a link made beside the server: {signed_in}")


def too_large(checks, folder, alone, served):
    """A file that is refused alone is refused beside a server, whose limit is of HTTP."""
    (folder / "large.csv").write_text("x" * 26_000_000, encoding="utf-8")
    for file, code in (alone, "text_too_long"), (served, "body_too_large"):
        exit_code, _, errors = told("import", file, folder / "large.csv", "--as", "gerencia")
        checks.expect(exit_code == 1 and code in errors, f"too large: {exit_code} {errors}")


def nothing_from_the_network(checks, server):
    """The header of the socket is nothing over TCP, nor are the socket's own addresses there."""
    login = base64.b64encode(b"gerencia").decode()
    connection = server.connection("127.0.0.9")
    for name in ("X-Ayni-Login", "x-ayni-login"):
        for header in (login, "gerencia"):
            given = {name: header}
            status, body, _ = send(connection, "POST", "/api/v1/balances", {"organisation": 1},
                                   given)
            checks.expect(status == 401 and b"not_signed_in" in body, f"{given}: {status} {body}")
            status, body, _ = send(connection, "GET", "/session", None, given)
            checks.expect(status == 401, f"session with {given}: {status} {body}")
            for path in ("/local/user", "/local/link"):
                status, body, _ = send(connection, "POST", path, {}, given)
                checks.expect(status == 405 and b"token" not in body and b"language" not in body,
                              f"{path} with {given}: {status} {body}")
    connection.close()


def raw(path, text):
    """What the socket answers to these bytes."""
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(20)
        line.connect(str(path))
        line.sendall(text)
        return line.recv(65536)


def the_socket_itself(checks, served):
    """Who sends other things there gets an answer, and the server stays."""
    path = f"{served}.sock"
    mode = os.stat(path).st_mode
    checks.expect(stat.S_ISSOCK(mode) and stat.S_IMODE(mode) == 0o600, f"{path}: {oct(mode)}")
    head = b"Host: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\nX-Ayni-Login: "
    for start, login, expected in ((b"GET /local/user", b"", b" 404 "),
                                   (b"POST /api/v1/balances", b"***", b" 401 "),
                                   (b"GET /api/v1/balances", b"Z2VyZW5jaWE=", b" 404 "),
                                   (b"POST /local/other", b"Z2VyZW5jaWE=", b" 404 ")):
        answer = raw(path, start + b" HTTP/1.1\r\n" + head + login + b"\r\n\r\n{}")
        checks.expect(expected in answer.splitlines()[0] and b"token" not in answer,
                      f"{start} as {login}: {answer}")
    checks.expect(b" 400 " in raw(path, b"nonsense\r\n\r\n"), "nonsense")


def open_lot(served):
    """A lot of 1,500.00 that a buyer owes."""
    own, day = {"organisation": 1}, "2025-08-30"
    price = {"currency": "PEN", "rounding": "half_even", "rounding_point": "delivery",
             "terms": [{"kind": "base", "price": "1.50"}]}
    lines = [("gerencia", "add_party", {"code": "PLANTA", "name": "Planta"}),
             ("gerencia", "sign_agreement", {"product": "milk", "buyer": "PLANTA", "price": price,
                                             "effective": day, "signed_on": day}),
             ("gerencia", "dispatch_lot", {"day": day, "product": "milk", "buyer": "PLANTA",
                                           "code": "L-32", "quantity": "1000.000"}),
             ("contabilidad", "accept_lot", {"lot": "L-32", "day": day})]
    told("call", served, "--session", lines="".join(
        json.dumps({"as": who, "use_case": use_case, "key": use_case, "input": {**own, **data}})
        + "\n" for who, use_case, data in lines))


def one_item_paid_at_once(checks, server, served):
    """32 clients record a hundred each for a lot of 1,500.00: fifteen of them may."""
    open_lot(served)
    link = subprocess.run([AYNI, "link", served, "contabilidad"], capture_output=True, text=True,
                          check=False).stdout.strip().partition("#")[2]
    signed_in = send(server.connection(), "POST", "/session/link", {"token": link})
    cookie = signed_in[2]["Set-Cookie"].split(";")[0]

    def pay(number):
        connection = server.connection(f"127.0.1.{number}")
        status, body, _ = send(connection, "POST", "/api/v1/record_receipt", {
            "organisation": 1, "buyer": "PLANTA", "day": "2025-08-31", "into": "bank",
            "amount": {"amount": "100.00", "currency": "PEN"}, "document": f"OP-{number}",
            "lots": ["L-32"]}, {"Cookie": cookie, "Idempotency-Key": f"pay-{number}"})
        connection.close()
        return status == 200 or json.loads(body)["problems"][0]["code"]

    with ThreadPoolExecutor(32) as clients:
        answers = list(clients.map(pay, range(1, 33)))
    checks.expect(answers.count(True) == 15 and answers.count("above_what_is_owed") == 17,
                  f"32 receipts at once: {answers}")
    code, account, _ = told("call", served, "buyer_account", "--as", "contabilidad", *COOP,
                            "--buyer", "PLANTA", "--as_of", "2025-08-31", "--json")
    owed = json.loads(account)["owed"]["amount"] if code == 0 else account
    checks.expect(owed == "0.00", f"after 32 receipts at once {owed} is owed")


def sockets_come_and_go(checks, file):
    """Removed at the end; what a killed server left is replaced; a file of that name is kept."""
    path = Path(f"{file}.sock")
    checks.expect(not path.exists(), "the socket stayed after the server")
    killed = Server(AYNI, str(file))
    killed.process.kill()
    killed.stop()
    checks.expect(path.is_socket(), "a killed server was to leave its socket")
    code, _, errors = told("call", file, "balances", "--as", "contabilidad", *COOP)
    checks.expect(code == 0, f"with a socket that nobody holds: {errors}")
    again = Server(AYNI, str(file))
    code, _, errors = told("call", file, "balances", "--as", "contabilidad", *COOP)
    checks.expect(code == 0, f"after a stale socket: {errors}")
    checks.expect(again.stop() == 0 and not path.exists(), "the second server's socket stayed")
    path.write_text("mine", encoding="utf-8")
    third = Server(AYNI, str(file))
    code, _, errors = told("call", file, "balances", "--as", "contabilidad", *COOP)
    checks.expect(code == 1 and "database_in_use" in errors, f"no socket: {code} {errors}")
    third.stop()
    checks.expect(path.read_text(encoding="utf-8") == "mine", "a file of ours was taken away")
    path.unlink()


def said_in_words(checks, folder, served, server):
    """What the machine does not allow is told by its refusal, and leaves nothing behind."""
    (folder / "empty.csv").write_text("", encoding="utf-8")
    (folder / "no_folder").write_text("a file", encoding="utf-8")
    for words, code in (
            (("serve", folder / "alone.ayni", "--port", server.port), "cannot_listen"),
            (("serve", folder / "alone.ayni", "--address", "nowhere"), "cannot_listen"),
            (("import", served, folder / "empty.csv", "--as", "gerencia"), "csv_no_rows"),
            (("call", served, "products", "--as", "gerencia", *COOP, *COOP), "json_duplicate_key"),
            (("export", served, folder / "none", "--organisation", "9"), "not_found"),
            (("export", folder / "empty.csv", folder / "none"), "database_not_ayni"),
            (("export", served, folder / "no_folder" / "none"), "file_unwritable")):
        exit_code, _, errors = told(*words)
        checks.expect(exit_code == 1 and f"({code}" in errors, f"{words}: {exit_code} {errors}")
        checks.expect(".hpp" not in errors, f"{words} shows a path of the program: {errors}")
    checks.expect(not (folder / "none").exists(), "a refused export made its folder")
    for option in ("--deliveries", "--clients", "--seconds"):
        for number in ("0", "-5"):
            found = told("bench", "settle", option, number, "--folder", folder)
            checks.expect(found[0] == 2 and option in found[2], f"bench {option} {number}: {found}")


def modes(checks, folder, served):
    """Whatever the program made there is for its user only, with any umask of his."""
    told("backup", served, folder / "copy.ayni")
    told("restore", folder / "copy.ayni", folder / "restored.ayni")
    told("init", folder / "empty.ayni")
    told("export", served, folder / "plain")
    made = [path for path in folder.rglob("*") if path.suffix != ".csv" or path.parent != folder]
    names = {path.name for path in made}
    wanted = {"copy.ayni", "restored.ayni", "empty.ayni", "plain", "served.ayni-wal",
              "served.ayni-shm", "served.ayni.lock", "served.ayni.sock"}
    checks.expect(wanted <= names, f"not made: {wanted - names}")
    checks.expect(len(list((folder / "plain").iterdir())) > 10, "the export has few files")
    for path in made:
        checks.expect(stat.S_IMODE(path.stat().st_mode) & 0o077 == 0,
                      f"{path.name}: others may open it: {oct(path.stat().st_mode)}")


def main():
    checks = Checks()
    os.umask(0o022)
    with folder_in_memory() as name:
        folder = Path(name)
        (folder / "milk.csv").write_text(MILK, encoding="utf-8")
        (folder / "bad.csv").write_text(BAD_MILK, encoding="utf-8")
        alone, served = folder / "alone.ayni", folder / "served.ayni"
        subprocess.run([AYNI, "demo", alone, "--examples", EXAMPLES], capture_output=True,
                       check=True)
        shutil.copy(alone, served)
        server = Server(AYNI, str(served))
        try:
            same_beside_a_server(checks, folder, server, alone, served)
            too_large(checks, folder, alone, served)
            nothing_from_the_network(checks, server)
            the_socket_itself(checks, served)
            one_item_paid_at_once(checks, server, served)
            modes(checks, folder, served)
            said_in_words(checks, folder, served, server)
        finally:
            checks.expect(server.stop() == 0, "the server did not end well")
        sockets_come_and_go(checks, served)
        for file in (alone, served):
            checks.expect(told("verify", file)[0] == 0, f"verify {file.name}")
    print(f"{checks.passed} passed, {checks.failed} failed")
    return 1 if checks.failed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Gone as gone:
        print(f"FAILED {gone}\n0 passed, 1 failed")
        sys.exit(1)
