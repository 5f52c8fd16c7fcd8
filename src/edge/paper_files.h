#pragma once
// Papers to download: statements, the cash sheet, the payment list, the text message.

#include "app/service.h"
#include "edge/http_server.h"
#include "kernel/address.h"

namespace ayni {

/// /files/statements.pdf, /files/cash_sheet.pdf, /files/payments.csv, /files/statement.txt with
/// organisation, settlement and (statements: optional) supplier; /files/tables/QUERY.FORMAT with
/// the query's own parameters. Every paper is made from queries of the register, with the rights of
/// the caller. Refused: as those queries and as `printed_file`; `not_found`.
[[nodiscard]] Result<Outgoing> paper_file(Service& service, const Caller& caller,
                                          const Address& address);

}  // namespace ayni
