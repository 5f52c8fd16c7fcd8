"""A PostgreSQL server of our own, thrown away at the end: nothing is listening but a socket."""

import os
import shutil
import signal
import subprocess
import tempfile
import time

PROGRAMS = "/usr/lib/postgresql/15/bin"
OWNER = "postgres"


def as_owner(command):
    """PostgreSQL does not run as root."""
    return ["runuser", "-u", OWNER, "--", *command] if os.geteuid() == 0 else command


class PostgresServer:
    """Made with `initdb`; durable, as where it is used: a commit waits for the disk."""

    def __init__(self, settings=()):
        self.folder = tempfile.mkdtemp(prefix="ayni-pg-")
        self.data = os.path.join(self.folder, "data")
        if os.geteuid() == 0:
            shutil.chown(self.folder, OWNER)
        os.chmod(self.folder, 0o755)
        self.run("initdb", "-D", self.data, "-A", "trust", "-U", OWNER, "-E", "UTF8",
                 "--locale=C.UTF-8", "--no-sync")
        with open(os.path.join(self.data, "postgresql.conf"), "a", encoding="utf-8") as file:
            file.write("\n".join(["listen_addresses = ''", "max_connections = 100",
                                  f"unix_socket_directories = '{self.folder}'",
                                  *settings]) + "\n")
        self.start()

    def run(self, program, *arguments):
        # Not through a pipe: the server would hold its other end open.
        with open(os.path.join(self.folder, "told"), "w+", encoding="utf-8") as told:
            done = subprocess.run(as_owner([os.path.join(PROGRAMS, program), *arguments]),
                                  cwd=self.folder, stdin=subprocess.DEVNULL, stdout=told,
                                  stderr=subprocess.STDOUT, check=False)
            if done.returncode:
                told.seek(0)
                raise RuntimeError(f"{program}: {told.read()}")

    def start(self):
        self.run("pg_ctl", "-D", self.data, "-l", os.path.join(self.folder, "log"), "-w", "-s",
                 "start")

    def start_again(self):
        """After a kill: what was a child of the first process ends only after a moment."""
        for _ in range(50):
            try:
                return self.start()
            except RuntimeError:
                time.sleep(0.2)
        return self.start()

    def stop(self):
        self.run("pg_ctl", "-D", self.data, "-m", "fast", "-w", "-s", "stop")

    def kill(self):
        """As by a power cut of the machine, but for its disk: nothing is finished."""
        with open(os.path.join(self.data, "postmaster.pid"), encoding="utf-8") as file:
            first = int(file.readline())
        children = subprocess.run(["pgrep", "-P", str(first)], capture_output=True, text=True,
                                  check=False).stdout.split()
        for process in [first, *map(int, children)]:
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                pass

    def psql(self, text, database=OWNER):
        """What a statement answers, a line for each row."""
        done = subprocess.run(
            [os.path.join(PROGRAMS, "psql"), "-h", self.folder, "-U", OWNER, "-d", database,
             "-Atqc", text], capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def database(self, name):
        """The address of a new, empty database."""
        self.psql(f'CREATE DATABASE "{name}"')
        return self.address(name)

    def address(self, name):
        return f"postgresql://{OWNER}@/{name}?host={self.folder}"

    def close(self):
        try:
            self.run("pg_ctl", "-D", self.data, "-m", "immediate", "-w", "-s", "stop")
        except RuntimeError:
            self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
