"""Many clients at once, over several organisations that different threads write for."""

import json
import subprocess
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection

from doors import Server, initialise, send

CLIENTS, ORGANISATIONS, ROUNDS = 32, 6, 15
DAY = "2025-08-30"
PRICE = {"currency": "PEN", "rounding": "half_even", "rounding_point": "delivery",
         "terms": [{"kind": "base", "price": "1.50"}]}


class Client:
    """A connection of its own, as root; what he is told is a receipt, or the code of a refusal."""

    def __init__(self, port, cookie):
        self.connection, self.cookie = HTTPConnection("127.0.0.1", port, timeout=60), cookie

    def tell(self, use_case, key, **data):
        status, body, _ = send(self.connection, "POST", f"/api/v1/{use_case}", data,
                               {"Cookie": self.cookie, "Idempotency-Key": key})
        answer = json.loads(body)
        return answer if status == 200 else answer["problems"][0]["code"]


def make_organisation(root, number):
    """A co-operative with a supplier, a buyer, and a lot of 1,500.00 that he owes."""
    own = {"organisation": root.tell(
        "register_organisation", f"new-{number}", name=f"Coop {number}", currency="PEN",
        kind="producer_organisation", time_zone="UTC")["organisation"] or number}
    for use_case, data in (
            ("add_user", {"login": "root", "name": "Root", "language": "en", "role": "manager"}),
            ("add_user", {"login": "root", "name": "Root", "language": "en",
                          "role": "accountant"}),
            ("add_product", {"code": "milk", "name": "Milk", "unit": "kg", "density": "1",
                             "attributes": []}),
            ("add_supplier", {"code": "M1", "given_names": "Rosa", "family_names": "Huamán",
                              "sex": "female", "kind": "member", "joined": "2025-01-01"}),
            ("add_party", {"code": "PLANTA", "name": "Planta"}),
            ("sign_agreement", {"product": "milk", "buyer": "PLANTA", "price": PRICE,
                                "effective": DAY, "signed_on": DAY}),
            ("dispatch_lot", {"day": DAY, "product": "milk", "buyer": "PLANTA", "code": "L-32",
                              "quantity": "1000.000"}),
            ("accept_lot", {"lot": "L-32", "day": DAY})):
        done = root.tell(use_case, f"{use_case}-{data.get('role', '')}", **own, **data)
        assert isinstance(done, dict), f"{use_case}: {done}"


def one_round(client, name, turn):
    """A delivery, told twice; one that is refused; a code and a user that others add too."""
    own = {"organisation": (name + turn) % ORGANISATIONS + 1}
    milk = {**own, "product": "milk", "supplier": "M1", "day": DAY, "shift": "morning",
            "quantity": f"{name + 1}.{turn:03}", "outcome": "accepted"}
    key = f"milk-{name}-{turn}"
    first = client.tell("record_delivery", key, **milk)
    again = client.tell("record_delivery", key, **milk)
    unknown = client.tell("record_delivery", f"no-{key}", **{**milk, "supplier": "NOBODY"})
    shared = client.tell("add_supplier", f"supplier-{key}", **own, code=f"N{turn}", kind="supplier",
                         given_names="Juan", family_names="Quispe", sex="male",
                         joined="2025-01-01")
    user = client.tell("add_user", f"user-{key}", **own, login=f"u{name}-{turn}", name="U",
                       language="es", role="auditor")
    return {"told": isinstance(first, dict) and not first["already"],
            "again": isinstance(again, dict) and again["already"]
            and again["position"] == first["position"],
            "refused": unknown == "unknown_supplier",
            "shared": "added" if isinstance(shared, dict) else shared,
            "user": isinstance(user, dict)}


def pay(client, name, organisation):
    """A hundred of the 1,500.00 that all of them pay."""
    done = client.tell("record_receipt", f"pay-{name}", organisation=organisation, buyer="PLANTA",
                       day=DAY, into="bank", amount={"amount": "100.00", "currency": "PEN"},
                       document=f"OP-{name}", lots=["L-32"])
    return isinstance(done, dict) or done


def all_at_once(checks, server, ayni):
    """32 clients over six organisations; then 32 that pay one open item, in each of two."""
    database = server.database("together")
    cookie = initialise(ayni, database)
    program = Server(ayni, database)
    root = Client(program.port, cookie)
    for number in range(1, ORGANISATIONS + 1):
        make_organisation(root, number)
    clients = [Client(program.port, cookie) for _ in range(CLIENTS)]
    with ThreadPoolExecutor(CLIENTS) as threads:
        turns = list(threads.map(
            lambda name: [one_round(clients[name], name, turn) for turn in range(ROUNDS)],
            range(CLIENTS)))
    told = [each for client in turns for each in client]
    for what in ("told", "again", "refused", "user"):
        checks.count(all(each[what] for each in told), f"at once, not all are {what}")
    added = [each["shared"] for each in told]
    checks.count(added.count("added") == ORGANISATIONS * ROUNDS and len(set(added)) == 2,
                 f"a code is added once in each organisation: {Counter(added)}")
    checks.count(server.psql("SELECT count(*) FROM delivery", "together")
                 == str(CLIENTS * ROUNDS), "deliveries are lost or kept twice")
    for organisation in (1, 2):
        with ThreadPoolExecutor(CLIENTS) as threads:
            paid = list(threads.map(lambda name, of=organisation: pay(clients[name], name, of),
                                    range(CLIENTS)))
        checks.count(paid.count(True) == 15 and paid.count("above_what_is_owed") == 17,
                     f"one item paid by 32 at once: {paid}")
    checks.count(program.stop() == 0, "the program did not end well")
    verified = subprocess.run([ayni, "verify", database], capture_output=True, text=True,
                              check=False)
    checks.count(verified.returncode == 0, f"after all at once: {verified.stdout}")
