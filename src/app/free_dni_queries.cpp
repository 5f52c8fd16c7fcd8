#include "app/free_dni_queries.h"

#include "domain/people/identity_numbers.h"

namespace ayni {

Result<std::optional<std::string>> free_dni(const View& view, const std::optional<std::string>& dni,
                                            PartyId himself) {
    if (!dni) return std::nullopt;
    auto read = read_dni(*dni);
    if (!read) return refuse(read.error().reason(), "/dni");
    auto query = view.db.query(
        "SELECT p.code FROM person q JOIN party p ON p.organisation = q.organisation AND p.party = "
        "q.party WHERE q.organisation = $1 AND q.dni = $2 AND q.party <> $3");
    query.integer(view.organisation.number).text(*read).integer(himself.number);
    if (query.next()) return refuse(Refusal::dni_taken, "/dni", std::string(query.text_at(0)));
    return *std::move(read);
}

}  // namespace ayni
