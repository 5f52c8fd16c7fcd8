#include "app/service.h"

#include <algorithm>
#include <filesystem>
#include <future>

#include "app/caller_queries.h"
#include "app/lookup_queries.h"
#include "app/merge_queries.h"
#include "app/staged_import_queries.h"
#include "app/staging.h"
#include "kernel/check.h"
#include "kernel/packed.h"
#include "store/schema.h"
#include "store/tables.h"

namespace ayni {
namespace {

std::string random_hex(const Surroundings& surroundings, std::size_t bytes) {
    std::vector<std::uint8_t> raw(bytes);
    surroundings.random(raw);
    return hex(std::string_view(reinterpret_cast<const char*>(raw.data()), raw.size()));
}

// The canonical payload of a command, with personal values concealed and kept apart.
std::string payload_of(const Surroundings& surroundings, const UseCase& use_case, const void* input,
                       std::vector<PersonalValue>& kept) {
    std::string payload;
    append_concealed(payload, *use_case.input, input,
                     [&](const std::string& path, std::string_view text, const FieldNote& note) {
                         if (!note.personal) return hex(sha256(text));
                         auto& value = kept.emplace_back();
                         value.path = path;
                         value.salt = random_hex(surroundings, 16);
                         value.value = text;
                         return concealed(value.salt, text);
                     });
    return payload;
}

// Whether what is sent again under a used key is what was accepted: concealed with the same salts.
bool is_same_payload(Connection& db, const LogRecord& record, const LogBody& body,
                     const UseCase& use_case, const void* input) {
    if (body.command != use_case.name) return false;
    std::string payload;
    append_concealed(
        payload, *use_case.input, input,
        [&](const std::string& path, std::string_view text, const FieldNote& note) {
            if (!note.personal) return hex(sha256(text));
            auto query = select<PersonalValue>(
                db, "WHERE organisation = $1 AND position = $2 AND path = $3");
            query.integer(record.organisation.number).integer(record.position).text(path);
            const auto value = first_row<PersonalValue>(query);
            return value ? concealed(value->salt, text) : std::string();
        });
    return payload == body.payload;
}

std::string receipt_of(OrganisationId organisation, const LogHead& head, bool already,
                       std::vector<Made> made) {
    return to_json_text(
        Receipt{organisation, head.position, hex(head.hash), already, std::move(made)});
}

Answer accepted_before(Connection& db, const LogRecord& record, const UseCase& use_case,
                       const void* input) {
    auto body = unpack<LogBody>(record.body.value);
    CHECK(body.has_value());
    if (!is_same_payload(db, record, *body, use_case, input)) return refuse(Refusal::key_reused);
    return receipt_of(record.organisation, {record.position, digest_of(record.hash.value)}, true,
                      body->made);
}

View view_of(Connection& db, const UseCase& use_case, const Caller& caller,
             OrganisationId organisation, Instant now) {
    View view{db,
              caller,
              organisation,
              now,
              day_in(time_zone_of(db, organisation), now),
              limited_to(use_case, caller, organisation)};
    if (view.own_party) view.own_party = kept_parties(view).of(*view.own_party);
    return view;
}

// One command, inside the writer's transaction: rights, key, the act itself, its record.
Answer carry_out_now(Connection& db, const Surroundings& surroundings, const UseCase& use_case,
                     const Request& request, const void* input, OrganisationId organisation) {
    const auto before = record_of_key(db, organisation, request.key);
    if (before) return accepted_before(db, *before, use_case, input);
    auto head = log_head(db, organisation);
    Work work(view_of(db, use_case, request.caller, organisation, surroundings.now()), surroundings,
              head, request.prepared.get());
    if (auto done = use_case.carry_out(work, input); !done) return std::unexpected(done.error());
    std::vector<PersonalValue> personal;
    auto body = work.record(std::string(use_case.name),
                            payload_of(surroundings, use_case, input, personal));
    append_record(db, organisation, request.key, body, head);
    for (auto& value : personal) {
        value.organisation = organisation;
        value.position = head.position;
        insert(db, value);
    }
    return receipt_of(organisation, head, false, std::move(body.made));
}

// The installation itself is no organisation that a user could name.
bool names_sound_organisation(const Shape& input, OrganisationId organisation) {
    const auto fields = input.structure()->fields;
    return organisation.number > 0 || std::ranges::find(fields, std::string_view("organisation"),
                                                        &Field::name) == fields.end();
}

Answer refused_by(const DatabaseError& failure) {
    if (failure.kind == DatabaseError::Kind::unique) return refuse(Refusal::already_exists);
    throw failure;
}

// By a connection of its own, which is closed before the writer opens the one that stays.
Result<void> make_ready(const std::string& path) {
    Connection db(path, Connection::Access::read_write);
    if (auto moved = migrate(db); !moved) return moved;
    erase_unfinished_imports(db);
    return {};
}

}  // namespace

Result<void> Service::create(const std::string& path) {
    const bool is_file = !is_server_address(path);
    if (is_file && std::filesystem::exists(path)) return refuse(Refusal::file_exists, {}, path);
    try {
        Connection db(path, Connection::Access::read_write);
        if (!is_file && check_schema(db)) return refuse(Refusal::file_exists);
        create_schema(db);
    } catch (const DatabaseError& failure) {
        if (failure.kind == DatabaseError::Kind::unreachable)
            return refuse(Refusal::database_unreachable);
        if (!is_file || is_full(failure)) throw;
        return refuse(Refusal::file_unwritable, {}, path);
    }
    return {};
}

Result<std::unique_ptr<Service>> Service::open(const std::string& path, Surroundings surroundings) {
    auto lock = WriterLock::take(path);
    if (!lock) return std::unexpected(lock.error());
    try {
        if (auto ready = make_ready(path); !ready) return std::unexpected(ready.error());
        auto& held = *lock;
        return std::unique_ptr<Service>(new Service(path, std::move(surroundings), held));
    } catch (const DatabaseError& failure) {
        return refuse(refusal_of(failure), {}, is_server_address(path) ? std::string() : path);
    }
}

Service::Service(std::string path, Surroundings surroundings, WriterLock& lock)
    : path_(std::move(path)),
      surroundings_(std::move(surroundings)),
      lock_(std::move(lock)),
      writer_(std::make_unique<Writer>(
          std::make_unique<Connection>(path_, Connection::Access::read_write))) {}

Service::~Service() {
    pool_.clear();
    writer_.reset();
}

Reader Service::reader() {
    std::unique_ptr<Connection> connection;
    {
        const std::lock_guard lock(pool_mutex_);
        if (!pool_.empty()) {
            connection = std::move(pool_.back());
            pool_.pop_back();
        }
    }
    if (!connection)
        connection = std::make_unique<Connection>(path_, Connection::Access::read_only);
    return Reader(std::move(connection), [this](std::unique_ptr<Connection> done) {
        const std::lock_guard lock(pool_mutex_);
        pool_.push_back(std::move(done));
    });
}

Caller Service::caller_of(UserId user) {
    auto read = reader();
    return load_caller(read.db(), user, now(), FactorState::at_the_file);
}

Caller Service::caller_named(std::string_view login) {
    auto read = reader();
    return load_caller(read.db(), user_named(read.db(), login), now(), FactorState::at_the_file);
}

void Service::handle(Request given, std::function<void(Answer)> done) {
    const auto request = std::make_shared<Request>(std::move(given));
    const auto* use_case = the_register().find(request->use_case);
    if (!use_case) return done(refuse(Refusal::unknown_use_case));
    if (request->caller.user.is_none()) return done(refuse(Refusal::not_signed_in));
    const auto input = use_case->make_input();
    std::vector<Problem> problems;
    read_json(request->input, *use_case->input, input.get(), {}, problems);
    if (!problems.empty()) return done(std::unexpected(Refused{std::move(problems)}));
    const auto organisation = organisation_of(*use_case->input, input.get());
    if (!names_sound_organisation(*use_case->input, organisation))
        return done(refuse(Refusal::not_found, "/organisation"));
    if (auto may = check_rights(*use_case, request->caller, organisation); !may) {
        note_denial(*request, organisation, may.error().reason());
        return done(std::unexpected(may.error()));
    }
    if (use_case->kind == UseCaseKind::query)
        return done(answer(*use_case, *request, input.get(), organisation));
    if (request->key.empty() || request->key.size() > 100)
        return done(refuse(Refusal::key_missing));
    if (use_case->prepare && !request->prepared)
        if (auto ready = prepare(*use_case, *request, input.get(), organisation); !ready)
            return done(std::unexpected(ready.error()));
    carry_out(*use_case, request, input, organisation, std::move(done));
}

// Nothing is made ready for a command that was carried out already.
Result<void> Service::prepare(const UseCase& use_case, Request& request, const void* input,
                              OrganisationId organisation) {
    {
        auto read = reader();
        const Transaction snapshot(read.db(), Transaction::Kind::reading);
        if (record_of_key(read.db(), organisation, request.key)) return {};
        request.prepared = use_case.prepare(
            view_of(read.db(), use_case, request.caller, organisation, now()), input);
    }
    return request.prepared ? write_slices(*writer_, request.prepared) : Result<void>{};
}

void Service::carry_out(const UseCase& use_case, const std::shared_ptr<Request>& request,
                        const std::shared_ptr<void>& input, OrganisationId organisation,
                        std::function<void(Answer)> done) {
    const auto result = std::make_shared<Answer>();
    auto shared_done = std::make_shared<std::function<void(Answer)>>(std::move(done));
    const bool taken = writer_->submit(
        [this, &use_case, request, input, organisation, result](Connection& db) {
            try {
                *result = carry_out_now(db, surroundings_, use_case, *request, input.get(),
                                        organisation);
            } catch (const DatabaseError& failure) {
                *result = refused_by(failure);
            }
            return result->has_value();
        },
        [this, request, result, shared_done](bool durable) {
            const auto& prepared = request->prepared;
            if (prepared && prepared->is_left_over(durable && result->has_value()))
                erase_slices(*writer_, prepared);
            (*shared_done)(durable ? std::move(*result) : Answer(refuse(Refusal::disk_full)));
        },
        request->urgency);
    if (taken) return;
    if (request->prepared && request->prepared->is_left_over(false))
        erase_slices(*writer_, request->prepared);
    (*shared_done)(refuse(Refusal::busy));
}

Answer Service::answer(const UseCase& use_case, const Request& request, const void* input,
                       OrganisationId organisation) {
    auto read = reader();
    const Transaction snapshot(read.db(), Transaction::Kind::reading);
    return use_case.answer(view_of(read.db(), use_case, request.caller, organisation, now()),
                           input);
}

Answer Service::call(Request request) {
    std::promise<Answer> answered;
    handle(std::move(request), [&](Answer answer) { answered.set_value(std::move(answer)); });
    return answered.get_future().get();
}

void Service::note_denial(const Request& request, OrganisationId organisation, Refusal reason) {
    const Denial denial{organisation,
                        0,
                        now(),
                        request.caller.user,
                        request.use_case.substr(0, 100),
                        std::string(code_of(reason))};
    // Nobody waits for it; when too much waits anyway, the denial itself was answered.
    const bool kept = writer_->submit(
        [denial](Connection& db) {
            auto row = denial;
            row.number = next_number(db, "denial", "number", denial.organisation);
            insert(db, row);
            return true;
        },
        [](bool) {});
    static_cast<void>(kept);
}

}  // namespace ayni
