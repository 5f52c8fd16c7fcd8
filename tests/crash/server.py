"""The real program under test: its server, its sign-in, its verification."""

import http.client
import json
import os
import re
import signal
import subprocess

AYNI = os.environ.get("AYNI", "ayni")
FIRST_PASSWORD = "correct horse battery"


class Gone(Exception):
    """The server did not answer: nobody knows whether the command was carried out."""


class Server:
    """One life of `ayni serve`, from its start to its end, on whatever port is free."""

    def __init__(self, file):
        self.process = subprocess.Popen(
            [AYNI, "serve", file, "--port", "0", "--requests-per-second", "0"], text=True,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.port = None

    def wait_until_ready(self):
        """False when it ended before it said where it listens."""
        line = self.process.stdout.readline()
        found = re.search(r"http://[\d.]+:(\d+)", line)
        self.port = int(found[1]) if found else None
        return self.port is not None

    def kill(self):
        self.process.kill()
        self.process.wait(20)
        self.process.stdout.close()

    def stop(self):
        """Stops it gracefully; its exit status."""
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(60)
        self.process.stdout.close()
        return status


class Connection:
    """A client's connection to one life of the server."""

    def __init__(self, port):
        self.http = http.client.HTTPConnection("127.0.0.1", port, timeout=30)

    def post(self, path, data, cookie=None, key=None):
        """(status, answer, new cookie). Raises `Gone`."""
        headers = {"Content-Type": "application/json", "X-Ayni": "1", "Accept-Language": "en"}
        if cookie:
            headers["Cookie"] = cookie
        if key:
            headers["Idempotency-Key"] = key
        try:
            self.http.request("POST", path, json.dumps(data), headers)
            answer = self.http.getresponse()
            body = answer.read()
        except (OSError, http.client.HTTPException) as lost:
            raise Gone(str(lost)) from lost
        cookie = (answer.getheader("Set-Cookie") or "").split(";")[0]
        return answer.status, json.loads(body or "{}"), cookie

    def close(self):
        self.http.close()


def ayni(*words):
    """Runs a command of the program; its output. It must succeed."""
    return subprocess.run([AYNI, *words], text=True, capture_output=True, check=True).stdout


def findings(file, books_only):
    """What `ayni verify` finds; empty when all is as it must be."""
    words = ["verify", file] + (["--books"] if books_only else [])
    done = subprocess.run([AYNI, *words], text=True, capture_output=True, check=False)
    if done.returncode == 0:
        return []
    found = [line for line in done.stdout.splitlines() if line.startswith("FOUND")]
    return found or [f"verify ended with {done.returncode}: {done.stderr.strip()}"]


def sign_in(connection, path, data):
    status, answer, cookie = connection.post(path, data)
    if status != 200 or not cookie:
        raise RuntimeError(f"cannot sign in: {answer}")
    return cookie


def first_administrator(file, code):
    server = Server(file)
    server.wait_until_ready()
    connection = Connection(server.port)
    cookie = sign_in(connection, "/session/first",
                     {"code": code, "login": "root", "name": "Root", "password": FIRST_PASSWORD})
    return server, connection, cookie


def links(file, logins):
    """A session for each; the console gives links only while no server holds the file."""
    tokens = {login: ayni("link", file, login).strip().split("#")[1] for login in logins}
    server = Server(file)
    server.wait_until_ready()
    connection = Connection(server.port)
    cookies = {login: sign_in(connection, "/session/link", {"token": token})
               for login, token in tokens.items()}
    connection.close()
    server.stop()
    return cookies
