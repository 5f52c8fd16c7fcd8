"""What the office has and does: openings, accounts, vouchers, the store, payments.

The bank itself is played by bank.py. Everything is invented; the amounts are what such a
co-operative spends in two months.
"""

from collections import namedtuple
from datetime import date, timedelta

from basics import FIRST_DAY, decimal, dice, fixed
from people import FEED

CUT_OVER = FIRST_DAY - timedelta(days=1)
PAID_IN_CASH = 28                     # of the suppliers who are no members
OWN_ACCOUNT = "99900000000000000199"  # 999: no bank has that number
PARTIES = {
    "DUNAS": "Electro Dunas", "GRIFO": "Estación de Servicios El Candelabro E.I.R.L.",
    "FLETE": "Transportes Hermanos Aquije E.I.R.L.",
    "AGROVET": "Agroveterinaria San Clemente S.R.L.", "LAB": "Laboratorio Lácteo de Ica S.A.C.",
    "FRIO": "Frío Industrial del Sur S.A.C.", "CAJA": "Caja Rural Los Libertadores",
    "SUNAT": "SUNAT", "E-01": "Milagros Tasayco Peña", "E-02": "Hugo Ormeño Sulca",
}
# Céntimos; above zero it was there or was owed to the co-operative, below the co-operative owed.
OPENING = [
    ("bank", "", 29_845_060), ("cash", "", 1_200_000), ("petty_cash", "", 15_000),
    ("buyer_receivable", "COMPRADOR", 26_891_420), ("staff_advance", "E-02", 20_000),
    ("fixed_asset", "", 18_640_000), ("accumulated_depreciation", "", -6_600_000),
    ("trade_payable", "DUNAS", -231_840), ("trade_payable", "GRIFO", -412_700),
    ("bank_loan", "CAJA", -6_000_000), ("reserve", "", -38_000_000),
]
ASSETS = [
    "2025-07-01,,Tanque de enfriamiento de 12 000 litros,2021-03-15,98400.00,120,8400.00,39000.00",
    "2025-07-01,,Camión cisterna,2022-07-01,88000.00,96,16000.00,27000.00",
    "2025-08-13,F002-318,Analizador de leche,2025-08-13,8900.00,60,500.00,0.00",
]
# Day, document, payee, purpose, paid from; then what it was for: account, party, céntimos.
VOUCHERS = [
    ("07-02", "F001-7742", "GRIFO", "Petróleo de junio", "bank",
     [("trade_payable", "GRIFO", 412_700)]),
    ("07-03", "S100-20561", "DUNAS", "Luz de junio", "bank", [("trade_payable", "DUNAS", 231_840)]),
    ("07-04", "CH-001", "", "Caja chica de julio", "bank", [("petty_cash", "", 65_000)]),
    ("07-08", "F001-7803", "GRIFO", "Petróleo", "bank",
     [("transport_cost", "", 355_932), ("input_vat", "", 64_068)]),
    ("07-09", "B003-0412", "", "Útiles y limpieza", "petty_cash", [("general_cost", "", 18_640)]),
    ("07-16", "CH-002", "", "Efectivo para la planilla de caja", "bank",
     [("cash", "", 3_500_000)]),
    ("07-17", "E001-090", "E-02", "Repuestos y peajes de la ruta", "staff_advance",
     [("transport_cost", "", 16_250)]),
    ("07-18", "RI-0007", "E-02", "Lo que sobró de la entrega por rendir", "staff_advance",
     [("cash", "", 3_750)]),
    ("07-22", "F001-7871", "GRIFO", "Petróleo", "bank",
     [("transport_cost", "", 338_983), ("input_vat", "", 61_017)]),
    ("07-24", "E001-118", "LAB", "Análisis semanales de julio", "bank",
     [("general_cost", "", 152_542), ("input_vat", "", 27_458)]),
    ("07-25", "B003-0466", "", "Agua y botiquín de la planta", "petty_cash",
     [("general_cost", "", 9_275)]),
    ("07-30", "E001-0231", "FLETE", "Recojo de leche en julio", "trade_payable",
     [("transport_cost", "", 1_440_000), ("input_vat", "", 259_200)]),
    ("07-31", "S100-20988", "DUNAS", "Luz de julio", "trade_payable",
     [("energy_cost", "", 218_475), ("input_vat", "", 39_325)]),
    ("07-31", "BP-07-01", "E-01", "Sueldo de julio", "bank", [("personnel_cost", "", 226_200)]),
    ("07-31", "BP-07-02", "E-02", "Sueldo de julio", "bank", [("personnel_cost", "", 208_800)]),
    ("07-31", "PLAME-07", "SUNAT", "ONP y EsSalud de julio", "trade_payable",
     [("personnel_cost", "", 110_000)]),
    ("08-01", "CH-003", "", "Caja chica de agosto", "bank", [("petty_cash", "", 50_000)]),
    ("08-01", "CH-004", "", "Efectivo para la planilla de caja", "bank",
     [("cash", "", 4_200_000)]),
    ("08-04", "ET-004", "E-02", "Entrega por rendir: viaje a Lima", "cash",
     [("staff_advance", "E-02", 40_000)]),
    ("08-05", "TR-0805", "FLETE", "Pago del recojo de julio", "bank",
     [("trade_payable", "FLETE", 1_699_200)]),
    ("08-07", "F001-7932", "GRIFO", "Petróleo", "bank",
     [("transport_cost", "", 372_881), ("input_vat", "", 67_119)]),
    ("08-08", "TR-0808", "DUNAS", "Pago de la luz de julio", "bank",
     [("trade_payable", "DUNAS", 257_800)]),
    ("08-11", "F014-3320", "E-02", "Pasajes y viáticos a Lima", "staff_advance",
     [("general_cost", "", 31_780)]),
    ("08-12", "RI-0009", "E-02", "Lo que sobró de la entrega por rendir", "staff_advance",
     [("cash", "", 8_220)]),
    ("08-13", "F002-318", "FRIO", "Analizador de leche", "bank",
     [("fixed_asset", "", 890_000), ("input_vat", "", 160_200)]),
    ("08-14", "NPS-0807", "SUNAT", "Pago de ONP y EsSalud de julio", "bank",
     [("trade_payable", "SUNAT", 110_000)]),
    ("08-15", "TR-0815", "AGROVET", "Factura de junio", "bank",
     [("trade_payable", "AGROVET", 389_400)]),
    ("08-18", "CH-005", "", "Efectivo para la planilla de caja", "bank",
     [("cash", "", 2_800_000)]),
    ("08-19", "B003-0533", "", "Reparación de porongos", "petty_cash",
     [("general_cost", "", 22_430)]),
    ("08-20", "TR-0820", "Botiquín San Isidro", "Lo retenido en julio", "bank",
     [("withheld_third_party", "Botiquín San Isidro", 30_000)]),
    ("08-21", "F001-8010", "GRIFO", "Petróleo", "bank",
     [("transport_cost", "", 364_407), ("input_vat", "", 65_593)]),
    ("08-26", "E001-131", "LAB", "Análisis semanales de agosto", "bank",
     [("general_cost", "", 152_542), ("input_vat", "", 27_458)]),
    ("08-29", "E001-0254", "FLETE", "Recojo de leche en agosto", "trade_payable",
     [("transport_cost", "", 1_440_000), ("input_vat", "", 259_200)]),
    ("08-29", "BP-08-01", "E-01", "Sueldo de agosto", "bank", [("personnel_cost", "", 226_200)]),
    ("08-29", "BP-08-02", "E-02", "Sueldo de agosto", "bank", [("personnel_cost", "", 208_800)]),
    ("08-29", "PLAME-08", "SUNAT", "ONP y EsSalud de agosto", "trade_payable",
     [("personnel_cost", "", 110_000)]),
    ("08-30", "S100-21406", "DUNAS", "Luz de agosto", "trade_payable",
     [("energy_cost", "", 224_068), ("input_vat", "", 40_332)]),
]
# Item: pieces received on the day of the cut-over, what each cost, what a producer pays for it.
STORE = {"Sal mineral 25 kg": (60, 4_500, 5_200), "Jabón para ubres 1 L": (90, 1_500, 1_800),
         "Antimastítico (jeringa)": (60, 1_000, 1_300)}
OLD_GOODS = ("Jabón para ubres 1 L",)  # paid long ago; the others' invoice is still owed
FEED_KG, FEED_COST = 16_000, 142      # in store then, paid long ago; céntimos per kg
SALES = 14                            # to producers, in July and August

# Whom the bank, or chance, gives trouble with; each is paid by bank, but those who did not sign.
Trouble = namedtuple("Trouble", "closed wrong_number misdirected taken_by closed_later returned "
                                "returned_late unanswered absent uncollected")


def in_cash(suppliers):
    others = [one.code for one in suppliers if not one.member]
    return set(dice("cash").sample(others, PAID_IN_CASH))


def make_trouble(suppliers):
    cash = in_cash(suppliers)
    by_bank = [one.code for one in suppliers if one.code not in cash]
    picked = dice("trouble").sample(by_bank, 12)
    return Trouble(*picked[:8], sorted(dice("absent").sample(sorted(cash), 2)), picked[8:])


def account_of(number):
    return f"999000{number:012d}{97 - number % 89:02d}"


def opening_rows(suppliers):
    rows = [[account, party, decimal_of(amount)] for account, party, amount in OPENING]
    roll = dice("opening")
    rows += [["share_capital", one.code, decimal_of(-5_000 * roll.randint(8, 36))]
             for one in suppliers if one.member]
    # Milk of June that four did not come for.
    rows += [["producer_payable", code, decimal_of(-roll.randint(31_000, 98_000))]
             for code in sorted(make_trouble(suppliers).uncollected)]
    return rows


def decimal_of(cents):
    return ("-" if cents < 0 else "") + decimal(abs(cents), 2)


def account_rows(suppliers):
    cash, trouble = in_cash(suppliers), make_trouble(suppliers)
    rows = [[FIRST_DAY, "", OWN_ACCOUNT]]
    rows += [[FIRST_DAY, one.code, account_of(1_000 + 37 * n)]
             for n, one in enumerate(suppliers) if one.code not in cash]
    later = [("2025-07-22", trouble.closed), ("2025-07-24", trouble.misdirected),
             ("2025-08-06", trouble.closed_later), ("2025-08-09", trouble.returned)]
    rows += [[day, code, account_of(900_000 + 37 * n)] for n, (day, code) in enumerate(later)]
    # The one whose number was wrong has no other, and comes for cash.
    return sorted([*rows, ["2025-07-23", trouble.wrong_number, ""]], key=lambda row: str(row[0]))


def voucher_rows():
    return [[f"2025-{day}", document, payee, purpose, account, party, decimal(cents, 2), paid_from]
            for day, document, payee, purpose, paid_from, lines in VOUCHERS
            for account, party, cents in lines]


def input_rows(suppliers, obligations):
    """Goods that came on the day of the cut-over, were given out on credit, and were counted; of
    the feed, what was given out stands among the obligations."""
    roll = dice("inputs")
    rows = [[CUT_OVER, "received", item, "" if item in OLD_GOODS else "AGROVET", pieces,
             decimal(pieces * cost, 2),
             "" if item in OLD_GOODS else decimal(pieces * cost * 18 // 100, 2), "", "",
             "INV-06" if item in OLD_GOODS else "F009-1144"]
            for item, (pieces, cost, _) in STORE.items()]
    rows.append([CUT_OVER, "received", FEED, "", FEED_KG, decimal(FEED_KG * FEED_COST, 2), "", "",
                 "", "INV-06"])
    left = {item: pieces for item, (pieces, _, _) in STORE.items()}
    days = sorted(roll.sample(range(3, 58), SALES))
    for n, (day, one) in enumerate(zip(days, roll.sample(suppliers, SALES)), 1):
        item, pieces = roll.choice(sorted(STORE)), roll.randint(1, 6)
        price = pieces * STORE[item][2]
        left[item] -= pieces
        rows.append([FIRST_DAY + timedelta(days=day), "sold", item, one.code, pieces,
                     decimal(price, 2), "", decimal(price, 2), "2025-08-31", f"V-{n:03d}"])
    # Two syringes were broken, which the count at the end of August shows.
    rows += [["2025-08-31", "counted", item, "", left[item] - (2 if "jeringa" in item else 0), "",
              "", "", "", "INV-08"] for item in STORE]
    feed = 1000 * FEED_KG - sum(fixed(row[-1], 3) for row in obligations if row[-2] == FEED)
    rows.append(["2025-08-31", "counted", FEED, "", decimal(feed, 3), "", "", "", "", "INV-08"])
    return [[str(cell) for cell in row] for row in rows]


def order_rows(suppliers):
    trouble = make_trouble(suppliers)
    absent = " ".join(trouble.absent)
    return [["2025-07-02", "", "bank", "", ""],
            ["2025-07-18", "1", "bank", "", ""],
            ["2025-07-18", "1", "cash", "", absent],
            ["2025-07-24", "1", "bank", f"{trouble.closed} {trouble.misdirected}", ""],
            ["2025-07-25", "1", "cash", trouble.wrong_number, ""],
            ["2025-08-04", "2", "bank", "", ""],
            ["2025-08-04", "2", "cash", "", ""],
            ["2025-08-07", "2", "bank", trouble.closed_later, ""],
            ["2025-08-11", "2", "bank", trouble.returned, ""],
            ["2025-08-19", "3", "bank", "", ""],
            ["2025-08-20", "3", "cash", "", ""]]


def told_rows(suppliers):
    """What people told of payments before the bank's statement did."""
    trouble = make_trouble(suppliers)
    rows = [["2025-07-22", "1", trouble.misdirected, "misdirected", "La cuenta era de otro socio",
             trouble.taken_by]]
    rows += [["2025-07-21", "1", code, "paid", "Firmó el lunes", ""] for code in trouble.absent]
    rows += [["2025-08-08", "2", trouble.returned, "returned", "Cuenta bloqueada", ""]]
    return sorted(rows)


def explained_rows(suppliers):
    """What a person says of the lines of a statement that the program leaves to him."""
    trouble = make_trouble(suppliers)
    return [["1", "ABONO CCE SIN REFERENCIA", "claim_receivable", trouble.taken_by, "DEV-0730", ""],
            ["1", "COMISION TRANSFERENCIAS", "bank_charges", "", "EXTRACTO-07", ""],
            ["1", "MANTENIMIENTO DE CUENTA", "bank_charges", "", "EXTRACTO-07", ""],
            ["1", "INTERESES GANADOS", "interest_income", "", "EXTRACTO-07", ""],
            ["1", "CUOTA PRESTAMO 7 DE 24", "bank_loan", "CAJA", "CUOTA-07", ""],
            ["2", "TRANSF INTERBANCARIA", "", trouble.closed_later, "", "2"],
            ["2", "COMISION TRANSFERENCIAS", "bank_charges", "", "EXTRACTO-08", ""],
            ["2", "COMISION POR DEVOLUCION", "bank_charges", "", "EXTRACTO-08", ""],
            ["2", "COMISION POR DEVOLUCION", "bank_charges", "", "EXTRACTO-08", ""],
            ["2", "MANTENIMIENTO DE CUENTA", "bank_charges", "", "EXTRACTO-08", ""],
            ["2", "INTERESES GANADOS", "interest_income", "", "EXTRACTO-08", ""],
            ["2", "CUOTA PRESTAMO 8 DE 24", "bank_loan", "CAJA", "CUOTA-08", ""]]


def office_files(suppliers, obligations):
    """File → (header, rows)."""
    return {
        "parties": ("code,name", [list(each) for each in PARTIES.items()]),
        "opening": ("account,party,amount", opening_rows(suppliers)),
        "accounts": ("date,supplier,account", account_rows(suppliers)),
        "vouchers": ("date,document,payee,purpose,account,party,amount,paid_from", voucher_rows()),
        "inputs": ("date,act,item,party,quantity,amount,vat,instalment,first_due,document",
                   input_rows(suppliers, obligations)),
        "assets": ("date,document,name,used_from,cost,months,residual,before",
                   [row.split(",") for row in ASSETS]),
        "orders": ("date,settlement,method,suppliers,unsigned", order_rows(suppliers)),
        "told": ("date,settlement,supplier,state,reason,receiver", told_rows(suppliers)),
        "explained": ("statement,text,account,party,document,settlement",
                      explained_rows(suppliers)),
    }
