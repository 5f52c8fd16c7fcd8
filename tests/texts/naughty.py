"""The big list of naughty strings, and what may be refused of it."""

import json
import os
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
BLANKS = " \t\r\n"      # what is cut off at the ends of a cell
LIST = "data/badinput/blns.json"

# What an enumerated format may answer besides the limits that /openapi.json states. The fields are
# those of a command or query; each code is one that src/kernel/refusals.def explains.
NUMBER = {"not_a_decimal", "too_many_decimals", "out_of_range", "overflow"}
SCALE = NUMBER | {"table_gap", "table_overlap", "table_not_ordered"}
OWN_FORMAT = {
    "add_product/attributes/[]/least": {"not_a_decimal"},
    "add_product/attributes/[]/most": {"not_a_decimal"},
    "add_supplier/dni": {"dni_invalid"}, "correct_person/dni": {"dni_invalid"},
    "register_organisation/ruc": {"ruc_invalid"},
    "register_organisation/time_zone": {"not_a_choice"},
    "register_tax_number/ruc": {"ruc_invalid"},
    "record_delivery/readings/[]/value": NUMBER,
    "record_analysis/readings/[]/value": NUMBER,
    "correct_delivery/readings/[]/value": NUMBER,
    "dispatch_lot/readings/[]/value": NUMBER,
    "accept_lot/readings/[]/value": NUMBER,
    **{f"{use_case}/content": {"wrong_type", "csv_no_header", "csv_encoding_unknown",
                               "csv_column_missing", "csv_bad_quotes"}
       for use_case in ("import_file", "preview_import")},
    **{f"{use_case}/content": {"wrong_type", "csv_no_header", "csv_encoding_unknown",
                               "csv_column_missing", "csv_bad_quotes", "csv_no_rows"}
       for use_case in ("import_liquidation", "preview_liquidation")},
    **{f"{use_case}/columns/[]/column": {"csv_utf7"}
       for use_case in ("import_file", "preview_import", "import_liquidation",
                        "preview_liquidation")},
    **{f"{use_case}/content": {"wrong_type", "xml_malformed", "xml_entities", "text_not_utf8",
                               "text_has_nul", "file_kind_unknown", "csv_encoding_unknown"}
       for use_case in ("import_bank_statement", "check_bank_statement", "check_payment_file",
                        "import_payment_results", "check_payment_results")},
    **{f"{use_case}/format": {"format_unknown"}
       for use_case in ("import_bank_statement", "check_bank_statement", "payment_file",
                        "import_payment_results", "check_payment_results")},
    "match_line/reference": {"not_found"},
    **{f"set_bank_format/description/{part}": {"out_of_range"} for part in (
        "delimiter", "decimal_mark", "fields/[]/fill", "header/[]/fill", "trailer/[]/fill")},
    "approve_settlement/seen": {"settlement_outdated"},
    "set_pay_account/account": {"account_not_plausible"},
    "record_payment/reference": {"not_found"}, "take_back_payment/reference": {"not_found"},
    "set_chart/accounts/[]/code": {"code_not_usable"},
    "record_order_paid/but/[]": {"not_found"},
    **{f"{where}/terms/[]/{member}": codes
       for where in ("set_purchase_terms/price", "sign_agreement/price", "check_terms/price",
                     "compare_offers/offers/[]")
       for member, codes in {"index": set(), "attribute": set(), "certificate": set(),
                             "standard": NUMBER, "point": NUMBER, "bands/[]/from": SCALE,
                             "bands/[]/to": SCALE}.items()},
}
# Codes that nobody can be given, and what is said where one is named all the same.
CODES = ("add_supplier/code", "add_party/code", "add_household/code", "/supplier", "/buyer",
         "dispatch_lot/code", "_lot/lot", "settle_dispute/lot", "/lots/[]",
         "/creditor", "/party", "/payee", "/household", "/receiver", "/suppliers/[]",
         "/member", "/keep", "/other")
NOT_A_CODE = {"code_not_usable", "unknown_supplier", "not_found"}
# Some refusals name what holds the field, which is the first of these that is sent.
INSIDE = {("/columns", "unknown_attribute"): ("/columns/0/value",),
          **{(where, code): ("/content", "/columns/0/column")
             for where, code in (("/columns", "csv_column_missing"), ("", "csv_utf7"),
                                 ("", "csv_no_header"), ("", "csv_encoding_unknown"),
                                 ("", "csv_bad_quotes"))}}


def refused_by_format(field, text):
    """The codes by which the field's own format may refuse a text that is within its limits."""
    codes = OWN_FORMAT.get(field, set())
    return codes | NOT_A_CODE if field.endswith(CODES) and not is_usable(text) else codes


def is_usable(code):
    """Whether the code of a supplier or household may be given to anybody."""
    return code.strip(BLANKS) == code and code.strip(".") != ""


def read_list():
    """All different strings of the list; none where it is not there."""
    path = Path(os.environ.get("AYNI_SHARED", SHARED)) / LIST
    if not path.exists():
        return []
    return list(dict.fromkeys(json.loads(path.read_text(encoding="utf-8"))))


def refused_by_limits(schema, text):
    """The code by which the limits of its schema refuse a text, or none."""
    if schema.get("minLength", 0) > len(text.strip(BLANKS)):
        return "text_empty"
    return "text_too_long" if len(text) > schema.get("maxLength", len(text)) else None
