"""The two doors of the program that scenarios go through: a session of `ayni call`, and HTTP.

Each holds one file for all scenarios. An input is what `json.dumps` takes, or the raw text of one.
"""

import http.client
import json
import os
import subprocess
import tempfile

PASSWORD = "correct horse battery"


class Gone(Exception):
    """The program ended, or gave no answer."""


def folder_in_memory():
    """A folder for the files of one run, away from the disk where the system has such a place."""
    memory = "/dev/shm"
    return tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None)


def database_in(place, name):
    """A database for one door: a file in a folder, or of a server that makes one."""
    return place.database(name) if hasattr(place, "database") else os.path.join(
        place, name + ".ayni")


def body_of(data):
    return data.encode("utf-8", "surrogateescape") if isinstance(data, str) else json.dumps(
        data).encode()


class Server:
    """`ayni serve` on a free port; without a limit of requests, unless one is given."""

    def __init__(self, ayni, file, requests_per_second="0", more=()):
        self.process = subprocess.Popen(
            [ayni, "serve", file, "--port", "0", "--requests-per-second", requests_per_second,
             *more],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        line = self.process.stdout.readline()
        if "http://" not in line:
            raise Gone(f"the server did not start: {line}")
        self.host, port = line[line.index("http://") + 7:].strip().split(":")
        self.port = int(port)

    def connection(self, source="127.0.0.1"):
        """A connection from an address of this machine: limits on signing in count by address."""
        return http.client.HTTPConnection(self.host, self.port, timeout=60,
                                          source_address=(source, 0))

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        return self.process.returncode


def send(connection, method, path, data=None, headers=None):
    """One request as the pages send it; (status, body, headers)."""
    given = {"Content-Type": "application/json", "X-Ayni": "1", "Accept-Language": "en"}
    given.update(headers or {})
    body = None if data is None else body_of(data)
    try:
        connection.request(method, path, body, {k: v for k, v in given.items() if v is not None})
        answer = connection.getresponse()
        return answer.status, answer.read(), answer.headers
    except (http.client.HTTPException, OSError) as lost:
        connection.close()
        raise Gone(f"no answer to {method} {path}: {lost!r}") from lost


def initialise(ayni, file):
    """An empty database whose first administrator, root, has signed in: his cookie."""
    printed = subprocess.run([ayni, "init", file], capture_output=True, text=True, check=True)
    server = Server(ayni, file)
    try:
        status, body, headers = send(
            server.connection(), "POST", "/session/first",
            {"code": printed.stdout.split()[-1], "login": "root", "name": "Root",
             "password": PASSWORD})
        if status != 200:
            raise Gone(f"no first administrator: {body}")
        return headers["Set-Cookie"].split(";")[0]
    finally:
        server.stop()


class CallSession:
    """One `ayni call --session`; each line is a request, and its answer."""

    name = "call"

    def __init__(self, ayni, folder, now):
        self.file = database_in(folder, "call")
        initialise(ayni, self.file)
        self.command = [ayni, "call", self.file, "--session", "--now", now]
        self.start()

    def start(self):
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def sign_in(self, logins):
        """Nobody signs in here: each line says who asks."""

    def ask(self, actor, use_case, data, key):
        head = json.dumps({"as": actor, "use_case": use_case, "key": key})
        try:
            self.process.stdin.write(head[:-1].encode() + b', "input": ' + body_of(data) + b"}\n")
            self.process.stdin.flush()
            line = self.process.stdout.readline()
        except OSError as lost:
            raise Gone(f"{use_case}: {lost!r}") from lost
        if not line:
            raise Gone(f"the program ended at {use_case}")
        return json.loads(line)

    def restart(self):
        self.stop()
        self.start()

    def stop(self):
        self.process.communicate(timeout=20)
        return self.process.returncode


class Http:
    """A server, and for each actor a session of his own."""

    name = "http"

    def __init__(self, ayni, folder, _now):
        self.ayni, self.file = ayni, database_in(folder, "http")
        self.cookies = {"root": initialise(ayni, self.file)}
        self.start()

    def start(self):
        self.server = Server(self.ayni, self.file)
        self.connection = self.server.connection()

    def sign_in(self, logins):
        """By links, which the console makes beside the server."""
        tokens = {}
        for login in logins:
            link = subprocess.run([self.ayni, "link", self.file, login], capture_output=True,
                                  text=True, check=True)
            tokens[login] = link.stdout.strip().split("#")[1]
        for number, (login, token) in enumerate(tokens.items(), 2):
            status, body, headers = send(self.server.connection(f"127.0.0.{number}"), "POST",
                                         "/session/link", {"token": token})
            if status != 200:
                raise Gone(f"{login} cannot sign in: {body}")
            self.cookies[login] = headers["Set-Cookie"].split(";")[0]

    def ask(self, actor, use_case, data, key):
        cookie = {"Cookie": self.cookies[actor]} if actor in self.cookies else {}
        status, body, _ = send(self.connection, "POST", "/api/v1/" + use_case, data,
                               {"Idempotency-Key": key, **cookie})
        if body:
            return json.loads(body)
        return {"problems": [{"code": f"http_{status}", "where": ""}]}

    def restart(self):
        self.stop()
        self.start()

    def stop(self):
        self.connection.close()
        return self.server.stop()
