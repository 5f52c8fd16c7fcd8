#include "store/import_tables.h"

#include "kernel/described_json.h"
#include "kernel/packed.h"
#include "kernel/sha256.h"
#include "store/organisation_tables.h"

namespace ayni {
namespace {

std::unexpected<Refused> damaged(const std::string& file) {
    return refuse(Refusal::export_damaged, {}, file);
}

// The files of an export, each held against the digest that the description gives.
class Export {
public:
    static Result<Export> read(const ExportedBytes& files) {
        const auto text = files("description.json");
        if (!text) return refuse(Refusal::file_unreadable, {}, "description.json");
        auto description = parse_json(*text);
        if (!description) return damaged("description.json");
        return Export(files, *std::move(description));
    }
    // The rows of a table, in the order of its key.
    template <class T>
    [[nodiscard]] Result<std::vector<T>> rows() const {
        return rows_in<T>(std::string(table_of<T>().name));
    }
    template <class T>
    [[nodiscard]] Result<std::vector<T>> rows_in(const std::string& table) const {
        const auto name = table + ".jsonl";
        const auto bytes = files_(name);
        const auto* known = description_.find(table);
        const auto* digest = known ? known->find("sha256") : nullptr;
        if (!bytes || !digest || digest->text != hex(sha256(*bytes))) return damaged(name);
        std::vector<T> found;
        for (std::size_t begun = 0; begun < bytes->size();) {
            const auto end = std::min(bytes->find('\n', begun), bytes->size());
            auto row = from_json_text<T>(bytes->substr(begun, end - begun), Limits::none);
            if (!row) return damaged(name);
            found.push_back(*std::move(row));
            begun = end + 1;
        }
        return found;
    }

private:
    Export(const ExportedBytes& files, Json description)
        : files_(files), description_(std::move(description)) {}
    const ExportedBytes& files_;
    Json description_;
};

template <class T>
Result<void> take_in(Connection& db, const Export& files, Steps& steps) {
    const auto rows = files.rows<T>();
    if (!rows) return std::unexpected(rows.error());
    for (const auto& row : *rows) insert(db, row);
    steps.add();
    return {};
}

template <class... T>
struct TakeIn {
    static constexpr std::int64_t count = sizeof...(T);
    static Result<void> all(Connection& db, const Export& files, Steps& steps) {
        Result<void> done;
        static_cast<void>(((done = take_in<T>(db, files, steps)).has_value() && ...));
        return done;
    }
};

using ItsRows = OfOrganisation<TakeIn>;
using ItsRecords = TakeIn<Grant, LogRecord, PersonalValue>;

// The same person, or nobody yet.
Result<void> take_in_users(Connection& db, const Export& files) {
    const auto users = files.rows<User>();
    if (!users) return std::unexpected(users.error());
    for (const auto& user : *users) {
        auto query = select<User>(db, "WHERE id = $1");
        query.integer(user.id.number);
        const auto known = first_row<User>(query);
        if (known && known->login != user.login)
            return refuse(Refusal::already_exists, "/user_account", user.login);
        if (!known) insert(db, user);
    }
    return {};
}

// What the installation recorded when it was made, told again in the log of this one.
Result<void> tell_founding(Connection& db, const Export& files) {
    const auto records = files.rows_in<LogRecord>("founding");
    if (!records) return std::unexpected(records.error());
    for (const auto& record : *records) {
        const auto body = unpack<LogBody>(record.body.value);
        if (!body) return damaged("founding.jsonl");
        auto head = log_head(db, {});
        const bool is_free = !record_of_key(db, {}, record.key);
        append_record(db, {}, is_free ? record.key : "imported " + record.key, *body, head);
    }
    return {};
}

bool is_known(Connection& db, OrganisationId organisation) {
    auto query = db.query("SELECT 1 FROM organisation WHERE id = $1");
    return query.integer(organisation.number).next();
}

}  // namespace

Result<OrganisationId> import_organisation(Connection& db, const ExportedBytes& files,
                                           const Progressed& progressed) {
    const auto exported = Export::read(files);
    if (!exported) return std::unexpected(exported.error());
    const auto organisations = exported->rows<Organisation>();
    if (!organisations) return std::unexpected(organisations.error());
    if (organisations->size() != 1) return damaged("organisation.jsonl");
    const auto& organisation = organisations->front();
    Transaction taken_in(db, Transaction::Kind::writing);
    if (is_known(db, organisation.id))
        return refuse(Refusal::organisation_known, {}, organisation.name);
    insert(db, organisation);
    if (auto users = take_in_users(db, *exported); !users) return std::unexpected(users.error());
    Steps steps(progressed, ItsRows::count + ItsRecords::count);
    if (auto rows = ItsRows::all(db, *exported, steps); !rows) return std::unexpected(rows.error());
    if (auto rows = ItsRecords::all(db, *exported, steps); !rows)
        return std::unexpected(rows.error());
    if (auto told = tell_founding(db, *exported); !told) return std::unexpected(told.error());
    taken_in.commit();
    return organisation.id;
}

}  // namespace ayni
