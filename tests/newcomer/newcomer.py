"""Starts ./run and uses what it prints: five links, each good for one sign-in."""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
LONGEST = 900   # seconds: the first build is part of it
USERS = 5


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def read_screen(process):
    """(port, tokens) of what stands on the screen once the server listens."""
    tokens = []
    for line in process.stdout:
        if found := re.search(r"/enter#(\S+)", line):
            tokens.append(found[1])
        if found := re.search(r"^Ayni: http://127\.0\.0\.1:(\d+)", line):
            return int(found[1]), tokens
    return None, tokens


def sign_in(port, token):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("POST", "/session/link", json.dumps({"token": token}),
                       {"Content-Type": "application/json", "X-Ayni": "1"})
    answer = connection.getresponse()
    view = json.loads(answer.read())
    connection.close()
    return answer.status, view


def check(port, tokens):
    """What is wrong; nothing when a newcomer can begin."""
    wrong = [] if port else ["no address was printed"]
    if len(tokens) != USERS:
        wrong.append(f"{len(tokens)} links instead of {USERS} were printed")
    for token in tokens if port else []:
        status, view = sign_in(port, token)
        if status != 200 or not view["organisations"]:
            wrong.append(f"a link did not let its user in: {status} {view}")
    if port and tokens and sign_in(port, tokens[0])[0] != 401:
        wrong.append("a link let somebody in twice")
    return wrong


def main():
    if not check(None, []) or not check(None, ["x"] * USERS):
        print("0 passed, 1 failed: a screen without an address was taken for good")
        return 1
    process = subprocess.Popen(["./run"], cwd=ROOT, text=True, stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, start_new_session=True,
                               env=os.environ | {"AYNI_PORT": str(free_port())})
    impatience = threading.Timer(LONGEST, lambda: os.killpg(process.pid, signal.SIGKILL))
    impatience.start()
    try:
        wrong = check(*read_screen(process))
    finally:
        impatience.cancel()
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
        process.wait(60)
    if process.returncode != 0:
        wrong.append(f"./run ended with {process.returncode}")
    for each in wrong:
        print("FAILED " + each)
    print(f"{0 if wrong else USERS + 4} passed, {len(wrong)} failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
