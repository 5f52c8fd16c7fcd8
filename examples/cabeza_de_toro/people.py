"""The invented part of the example: suppliers, certificates and debts."""

from collections import namedtuple
from datetime import date, timedelta

from basics import (FIRST_DAY, FORTNIGHT_ENDS, HAMLETS, LAST_DAY, SCALE_PERCENT, decimal, dice,
                    divide_half_up, fixed)

MEMBERS, OTHER_SUPPLIERS = 38, 150
SUPPLIERS_IN_HAMLET = [38, 34, 33, 31, 28, 24]
MEMBER_COWS = [4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 10, 12]
SUPPLIER_COWS = [1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6]

FEED, FEED_PRICE = "Alimento balanceado (kg)", 170   # céntimos per kg
TYPICAL_PRICE = 140                   # céntimos per kg; only keeps invented debts in proportion
PROMOTERS = [("Botiquín San Isidro", "SI"), ("Veterinaria El Establo", "VE"),
             ("Promotora Pecuaria Río Pisco", "PP")]

WOMEN = """Rosa María Juana Carmen Luz Elena Gladys Norma Flor Yolanda Nelly Teresa Julia
Victoria Marleny Sonia Irma Hilda Felícitas Zoila Beatriz Lidia Maruja Edith Rocío
Vilma Ángela Susana""".split()
MEN = """José Luis Juan Carlos Víctor Julio Pedro Félix Teófilo Máximo Alejandro Hugo Wilber
Rubén César Andrés Eusebio Santos Moisés Óscar Walter Raúl Percy Alfredo Nicolás Fidel
Ángel Germán""".split()
FAMILIES = """Huamán Quispe Ramos Flores Mendoza Chacaltana Hernández Uribe Peña Cárdenas Aquije
Munayco Rojas Tasayco Ccori Huarcaya Condori Yupanqui Salvatierra Ñahui Espino Muñoz Palomino
Vílchez Pariona Allca Conislla Ormeño Saravia Gutiérrez De_la_Cruz Anicama Magallanes
Sulca""".split()

Supplier = namedtuple("Supplier", "code member given family sex dni household hamlet joined phone "
                                  "tb_until brucellosis_until cows")


def name_person(roll, sex, family, taken):
    while True:
        given = " ".join(roll.sample(WOMEN if sex == "F" else MEN, roll.choice([1, 2, 2])))
        family = family or " ".join(roll.sample(FAMILIES, 2)).replace("_", " ")
        if (given, family) not in taken:
            taken.add((given, family))
            return given, family


def certificate_ends(roll, holders):
    """The last valid day of each: two have lapsed, five lapse inside the period."""
    ends = {}
    for n, code in enumerate(roll.sample(holders, len(holders))):
        if n < 2:
            ends[code] = FIRST_DAY - timedelta(days=20 + 17 * n)
        elif n < 7:
            ends[code] = FIRST_DAY + timedelta(days=roll.randint(2, 8) + 12 * (n - 2))
        else:
            ends[code] = LAST_DAY + timedelta(days=roll.randint(15, 300))
    return ends


def make_suppliers():
    roll = dice("people")
    codes = [f"M-{n:03d}" for n in range(1, MEMBERS + 1)]
    codes += [f"P-{n:03d}" for n in range(1, OTHER_SUPPLIERS + 1)]
    homes = [name for name, count in zip(HAMLETS, SUPPLIERS_IN_HAMLET) for _ in range(count)]
    roll.shuffle(homes)
    tested = dice("certificates").sample(codes, 74)    # most were tested for both diseases
    tb_ends = certificate_ends(dice("tuberculosis"), tested[:62])
    brucellosis_ends = certificate_ends(dice("brucellosis"), tested[12:])
    suppliers, taken, households = [], set(), 0
    for n, (code, hamlet) in enumerate(zip(codes, homes)):
        member = code.startswith("M")
        neighbours = [one for one in suppliers if one.hamlet == hamlet]
        sex, family = roll.choice("FM"), None
        if neighbours and roll.randrange(6) == 0:   # a spouse, or a sibling with the same names
            relative = roll.choice(neighbours)
            household = relative.household
            if roll.randrange(2):
                family = relative.family
            else:
                sex = "M" if relative.sex == "F" else "F"
        else:
            households += 1
            household = f"H-{households:03d}"
        given, family = name_person(roll, sex, family, taken)
        joined = date(2013 if member else 2015, 6, 15)
        if not member or roll.randrange(3):         # a third of the members are founders
            joined += timedelta(days=roll.randrange(3500))
        suppliers.append(Supplier(
            code, member, given, family, sex,
            f"00{roll.randrange(10**6):06d}" if n % 3 == 0 else "",   # 00…: nobody's number
            household, hamlet, joined, f"900 000 {n + 1:03d}" if roll.randrange(5) else "",
            tb_ends.get(code), brucellosis_ends.get(code),
            roll.choice(MEMBER_COWS if member else SUPPLIER_COWS)))
    return suppliers


def debt(code, kind, instalment, times, first_due, document, creditor="", short=0):
    """times instalments, the last smaller by `short` céntimos; money in céntimos."""
    amount = instalment * times - short
    return [code, kind, decimal(amount, 2), decimal(min(instalment, amount), 2),
            first_due.isoformat(), document, creditor]


def feed_of(amount):
    """Grams of feed that are worth so many céntimos."""
    grams = (2000 * amount + FEED_PRICE) // (2 * FEED_PRICE)
    assert divide_half_up(grams * FEED_PRICE, 1000) == amount
    return grams


def make_obligations(suppliers, tests):
    """Debts in proportion to a fortnight's milk; a few are heavy, so that the cap is felt.

    Loans and shares are for members alone; the creditor is empty when it is the co-operative. What
    was given out on credit in July and August is feed from the store, older inputs are only owed.
    """
    roll = dice("obligations")
    codes = [one.code for one in suppliers]
    members = [one.code for one in suppliers if one.member]

    def part_of_fortnight(code, low, high, step):
        gross = 15 * tests[code][0].milk * SCALE_PERCENT * TYPICAL_PRICE // 1000
        return max(step, gross * roll.randint(low, high) // (100 * step) * step)

    rows = []
    for n, code in enumerate(sorted(roll.sample(codes, 77)), 1):
        low, high = (45, 70) if n % 8 == 0 else (5, 14)
        part = part_of_fortnight(code, low, high, 50)
        rows.append(debt(code, "input", part, roll.choice([1, 2, 2, 3]),
                         roll.choice(FORTNIGHT_ENDS[:3]), f"B001-{1200 + 7 * n:06d}",
                         short=roll.randrange(50)))
    alfalfa = sorted(roll.sample(members, 33))
    second_loan = sorted(roll.sample(alfalfa, 8))
    for n, code in enumerate(alfalfa + second_loan, 1):
        rows.append(debt(code, "loan", part_of_fortnight(code, 6, 13, 500), roll.randint(6, 18),
                         FORTNIGHT_ENDS[0], f"PR-2025-{n:03d}", short=100 * roll.randrange(4)))
    for n, code in enumerate(sorted(roll.sample(codes, 24)), 1):
        rows.append(debt(code, "advance", part_of_fortnight(code, 10, 22, 1000), 1,
                         roll.choice(FORTNIGHT_ENDS), f"AD-2025-{n:03d}"))
    for n, code in enumerate(sorted(roll.sample(members, 26)), 1):
        rows.append(debt(code, "share", roll.choice([1000, 1500, 2000]), roll.randint(5, 20),
                         FORTNIGHT_ENDS[0], f"CS-2025-{n:03d}"))
    for n, code in enumerate(sorted(roll.sample(codes, 22)), 1):
        creditor, prefix = roll.choice(PROMOTERS)
        rows.append(debt(code, "third_party", part_of_fortnight(code, 4, 12, 10),
                         roll.choice([1, 2]), roll.choice(FORTNIGHT_ENDS),
                         f"{prefix}-{300 + 3 * n:04d}", creditor, short=roll.randrange(10)))
    return [[*row, *goods_of(row)] for row in sorted(rows)]


def goods_of(row):
    """Item and kilograms of a debt for what left the store; nothing for the others."""
    _, kind, amount, _, first_due, *_ = row
    if kind != "input" or first_due == FORTNIGHT_ENDS[0].isoformat():
        return ["", ""]
    return [FEED, decimal(feed_of(fixed(amount, 2)), 3)]
