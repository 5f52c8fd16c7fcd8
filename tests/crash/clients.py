"""Clients that write down what they were answered, and send again whatever was not answered."""

import base64
import itertools
import threading
from dataclasses import dataclass, field

from server import Connection, Gone

ORGANISATIONS = (1, 2)
SUPPLIERS = 12


@dataclass
class Command:
    """One command under the key that it keeps for ever."""
    use_case: str
    data: dict
    cookie: str
    key: str

    @property
    def organisation(self):
        return self.data["organisation"]


@dataclass
class Notes:
    """What a client knows: accepted commands with their receipts, and what is wrong."""
    receipts: dict = field(default_factory=dict)    # (organisation, key) -> receipt
    commands: dict = field(default_factory=dict)    # (organisation, key) -> command
    complaints: list = field(default_factory=list)


class Client(threading.Thread):
    """One life of one client, as long as the server lives; `pending` outlives both."""

    def __init__(self, worker, port):
        super().__init__(daemon=True)
        self.worker, self.port = worker, port

    def run(self):
        connection = Connection(self.port)
        try:
            while True:
                self.worker.step(connection)
        except Gone:
            pass
        except Exception as wrong:  # Told by the main thread, which goes on.
            self.worker.notes.complaints.append(f"client: {wrong!r}")
        finally:
            connection.close()


class Worker:
    """What a client does over all lives of the server. A subclass says what comes `next`, and
    what an answer means."""

    def __init__(self, name, organisation, cookies):
        self.name, self.organisation, self.cookies = name, organisation, cookies
        self.numbers = itertools.count(1)
        self.pending = None
        self.was_kept = None    # (position, hash) that the pending one has in the log, after a kill
        self.notes = Notes()
        self.days, self.today = 1, None

    def command(self, use_case, data, who="manager"):
        key = f"{self.name}-{next(self.numbers)}"
        login = f"{who}{self.organisation}"
        return Command(use_case, {"organisation": self.organisation, **data},
                       self.cookies[login], key)

    def step(self, connection):
        if self.pending is None:
            self.pending = self.next()
        status, answer, _ = connection.post("/api/v1/" + self.pending.use_case, self.pending.data,
                                            self.pending.cookie, self.pending.key)
        if status == 503:
            return
        command, self.pending = self.pending, None
        if status == 200:
            self.check_kept(command, answer)
            self.notes.receipts[command.organisation, command.key] = answer
            self.notes.commands[command.organisation, command.key] = command
            self.accepted(command, answer)
        else:
            self.refused(command, [p["code"] for p in answer.get("problems", [])], status)
        self.was_kept = None

    def check_kept(self, command, receipt):
        """What was in the log after the kill is not carried out again, and the other way round."""
        if receipt["already"] != (self.was_kept is not None):
            self.notes.complaints.append(f"{command.key}: already is {receipt['already']}, "
                                         f"in the log was {self.was_kept}")
        elif self.was_kept and self.was_kept != (receipt["position"], receipt["hash"]):
            self.notes.complaints.append(f"{command.key}: another receipt than in the log")

    def refused(self, command, codes, status):
        self.notes.complaints.append(f"{command.key} {command.use_case}: {status} {codes}")


class Collector(Worker):
    """Records one can after the other; the note of each is its key, to be found once."""

    def next(self):
        number = next(self.numbers)
        command = self.command("record_delivery", {
            "product": "milk", "supplier": f"P{number % SUPPLIERS + 1}", "day": self.today,
            "shift": "morning", "quantity": f"{10 + number % 40}.{number % 1000:03}",
            "outcome": "accepted", "readings": [{"attribute": "fat", "value": "3.65"}]})
        command.data["reason"] = command.key
        return command

    def accepted(self, command, receipt):
        pass


class Importer(Worker):
    """Takes in files that are written in more than one slice, and analyses between them."""

    ROWS, EVERY = 2500, 20

    def __init__(self, name, organisation, cookies):
        super().__init__(name, organisation, cookies)
        self.places = itertools.count(1)

    def next(self):
        number = next(self.places)
        if number % self.EVERY:
            return self.command("record_analysis", {
                "product": "milk", "supplier": f"P{number % SUPPLIERS + 1}", "day": self.today,
                "shift": "evening", "readings": [{"attribute": "fat", "value": "3.90"}]})
        command = self.command("import_file", {
            "kind": "deliveries", "product": "milk", "good_rows_only": False})
        rows = [f"{self.today},P{row % SUPPLIERS + 1},{number}.{row // SUPPLIERS:03},{command.key}"
                for row in range(self.ROWS)]
        text = "\n".join(["date,supplier,kg,reason", *rows])
        command.data.update(file_name=command.key + ".csv",
                            content=base64.b64encode(text.encode()).decode())
        return command

    def accepted(self, command, receipt):
        pass


class Accountant(Worker):
    """Enters a loan, settles a finished day from computing to the books, now and then takes it
    back and settles it again, and goes on to the next day."""

    def __init__(self, name, organisation, cookies, day_of):
        super().__init__(name, organisation, cookies)
        self.day_of = day_of
        self.place, self.settlement, self.state = 0, None, "loan"
        self.settled = 0

    def next(self):
        if self.state == "loan":
            return self.loan()
        if self.state == "waiting" and self.place >= self.days - 1:
            return self.analysis()
        if self.state == "waiting":
            self.state = "computing"
        if self.state == "computing":
            day = self.day_of(self.place)
            return self.command("compute_settlement", {"product": "milk", "first": day,
                                                       "last": day})
        if self.state == "approving":
            return self.command("approve_settlement", {"settlement": self.settlement}, "approver")
        if self.state == "withdrawing":
            return self.command("withdraw_settlement", {
                "settlement": self.settlement, "reason": "one can was missing"}, "approver")
        return self.command("post_settlement", {"settlement": self.settlement})

    def loan(self):
        money = {"amount": "5.00", "currency": "PEN"}
        command = self.command("add_obligation", {
            "supplier": f"P{self.place % SUPPLIERS + 1}", "kind": "loan", "amount": money,
            "instalment": money, "first_due": self.day_of(0)})
        command.data["document"] = command.key
        return command

    def analysis(self):
        """What there is to do until the day is over."""
        return self.command("record_analysis", {
            "product": "milk", "supplier": f"P{next(self.numbers) % SUPPLIERS + 1}",
            "day": self.today, "shift": "evening",
            "readings": [{"attribute": "fat", "value": "4.10"}]})

    def accepted(self, command, receipt):
        if command.use_case == "record_analysis":
            return
        if command.use_case == "add_obligation":
            self.state = "waiting"
        elif command.use_case == "compute_settlement":
            self.settlement = receipt["made"][0]["number"]
            self.state = "approving"
        elif command.use_case == "approve_settlement":
            self.state = "posting"
        elif command.use_case == "withdraw_settlement":
            self.state = "computing"
        else:
            self.settled += 1
            self.state = "withdrawing" if self.settled % 4 == 0 else "loan"
            self.place += self.state == "loan"

    def refused(self, command, codes, status):
        # A can of that day came in between: it is computed again.
        if "settlement_outdated" in codes:
            self.state = "computing"
        elif "nothing_to_settle" in codes:  # The server did not live long enough on that day.
            self.place, self.state = self.place + 1, "waiting"
        else:
            super().refused(command, codes, status)
