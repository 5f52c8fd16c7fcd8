"""The campaign of tests/crash on PostgreSQL: the program is killed, or the server, or both."""

import subprocess
import time

import crash
from clients import Client
from server import Server


class Rows(list):
    def fetchone(self):
        return tuple(self[0])


class Reading:
    """What the checks of the campaign ask, as a connection of Python would answer."""

    def __init__(self, postgres, name):
        self.postgres, self.name = postgres, name
        self.records = {}
        for line in postgres.psql("SELECT organisation, key, position, encode(hash, 'hex') "
                                  "FROM log", name).splitlines():
            organisation, key, position, digest = line.split("|")
            self.records.setdefault((int(organisation), key), []).append((int(position), digest))

    def execute(self, sql):
        return Rows([int(cell) if cell.isdigit() else cell for cell in line.split("|")]
                    for line in self.postgres.psql(sql, self.name).splitlines())

    def close(self):
        """Nothing is held open."""


class PostgresCampaign(crash.Campaign):
    """Which of both is killed, takes turns; what was answered must be there in any case."""

    def __init__(self, postgres, file, kills, seed, cookies):
        super().__init__(file, kills, seed, cookies)
        self.postgres = postgres

    def one_life(self, kill):
        place = kill * min(self.kills, crash.MOST_DAYS) // self.kills
        for worker in self.workers:
            worker.days, worker.today = place + 1, crash.day_of(place)
        server = Server(self.file)
        if not server.wait_until_ready():
            self.workers[0].notes.complaints.append("the server did not start")
            server.kill()
            return
        clients = [Client(worker, server.port) for worker in self.workers]
        for client in clients:
            client.start()
        time.sleep(self.chance.randint(50, 900) / 1000)
        if kill % 3 != 1:
            self.postgres.kill()
        if kill % 3 != 2:
            server.kill()
        else:
            self.ends_by_itself(server)
        for client in clients:
            client.join(60)
        if kill % 3 != 1:
            self.postgres.start_again()
        self.wait_until_alone()

    def ends_by_itself(self, server):
        """Who does not know whether it was kept does not go on."""
        try:
            server.process.wait(20)
        except subprocess.TimeoutExpired:
            self.workers[0].notes.complaints.append("it goes on without its database")
        server.kill()

    def wait_until_alone(self):
        """The server notices after a moment that a killed program is gone."""
        for _ in range(100):
            if self.postgres.psql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'",
                                  "crash") == "0":
                return
            time.sleep(0.1)


def campaign(postgres, kills, seed):
    """Complaints of a campaign in a database of its own."""
    file = postgres.database("crash")
    crash.read_only = lambda _: Reading(postgres, "crash")
    crash.in_log = lambda db, organisation, key: db.records.get((organisation, key), [])
    run = PostgresCampaign(postgres, file, kills, seed, crash.prepare(file))
    complaints = [f"kill {kill}: {wrong}" for kill, wrong in run.run()]
    complaints += run.finish()
    accepted = sum(len(worker.notes.receipts) for worker in run.workers)
    if not crash.finds_what_was_never_sent(file):
        complaints.append("the control: a receipt that nobody was given is not missed")
    return complaints, accepted
