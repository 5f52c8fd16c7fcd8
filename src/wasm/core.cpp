// What a page calls of the core: described JSON goes in and comes out through its memory.
//
//     room(bytes)             where the page writes its text
//     set_milk(bytes)         PastMilk, kept until the next
//     try_terms(bytes)        TermsTrial over it
//     answer() answer_size()  what came of it: see wasm/answer.h

#include <cstdint>
#include <string>
#include <utility>

#include "domain/settlement/try_terms.h"
#include "kernel/described_json.h"
#include "wasm/answer.h"

#define EXPORT(name) extern "C" __attribute__((export_name(#name)))

namespace {

using namespace ayni;

std::string given, said;
PastMilk milk;

template <class T>
Result<T> read(std::uint32_t bytes, Limits limits) {
    const auto text = std::exchange(given, {});
    return from_json_text<T>(std::string_view(text).substr(0, bytes), limits);
}

}  // namespace

EXPORT(room) char* room(std::uint32_t bytes) {
    given.resize(bytes);
    return given.data();
}

EXPORT(set_milk) void set_milk(std::uint32_t bytes) {
    auto read_milk = read<PastMilk>(bytes, Limits::none);
    if (read_milk) milk = *std::move(read_milk);
    said = read_milk ? "{\"value\":true}" : wasm::refusal_text(read_milk.error());
}

EXPORT(try_terms) void try_offers(std::uint32_t bytes) {
    const auto trial = read<TermsTrial>(bytes, Limits::of_input);
    said = trial ? wasm::answer_text(try_terms(milk, *trial)) : wasm::refusal_text(trial.error());
}

EXPORT(answer) const char* answer() { return said.data(); }
EXPORT(answer_size) std::uint32_t answer_size() { return static_cast<std::uint32_t>(said.size()); }
