#include "edge/gzip.h"

#include <algorithm>
#include <array>

// What is packed is only read.
#define ZLIB_CONST
#include <zlib.h>

#include "kernel/check.h"

namespace ayni {
namespace {

// What fits into one packet arrives no sooner for being smaller.
constexpr std::size_t one_packet = 1'200;
constexpr int quick = 4;
constexpr int window_of_gzip = 15 + 16;
constexpr int usual_memory = 8;

constexpr std::array<std::string_view, 6> packed_types{"text/",
                                                       "application/json",
                                                       "application/manifest+json",
                                                       "application/wasm",
                                                       "application/javascript",
                                                       "image/svg+xml"};

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

bool is_text(std::string_view type) {
    return std::ranges::any_of(packed_types,
                               [&](std::string_view known) { return type.starts_with(known); });
}

bool has_header(const Outgoing& out, std::string_view name) {
    return std::ranges::any_of(out.headers, [&](const auto& each) { return each.first == name; });
}

}  // namespace

std::string gzip(std::string_view bytes, int level) {
    z_stream stream{};
    CHECK(deflateInit2(&stream, level, Z_DEFLATED, window_of_gzip, usual_memory,
                       Z_DEFAULT_STRATEGY) == Z_OK);
    std::string packed(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<const Bytef*>(bytes.data());
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    CHECK(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

bool takes_gzip(std::string_view accepted) {
    while (!accepted.empty()) {
        const auto end = std::min(accepted.find(','), accepted.size());
        auto one = accepted.substr(0, end);
        accepted.remove_prefix(std::min(end + 1, accepted.size()));
        const auto weight = one.find(';');
        if (trimmed(one.substr(0, weight)) != "gzip") continue;
        if (weight == std::string_view::npos) return true;
        const auto value = trimmed(one.substr(weight + 1));
        return value.starts_with("q=") && value.find_first_of("123456789") != std::string::npos;
    }
    return false;
}

void pack_answer(std::string_view accepted, Outgoing& out) {
    if (!is_text(out.type) || has_header(out, "Content-Encoding")) return;
    out.headers.emplace_back("Vary", "Accept-Encoding");
    if (out.body.size() <= one_packet || !takes_gzip(accepted)) return;
    out.body = gzip(out.body, quick);
    out.headers.emplace_back("Content-Encoding", "gzip");
}

}  // namespace ayni
