#pragma once
// What the core says to the page. Apart, so that a test has the same said by the server's program.

#include <string>

#include "kernel/describe.h"

namespace ayni::wasm {

/// `{"problems":[{"code":…,"where":…,"detail":…}]}`: as the server's refusals, without the words.
[[nodiscard]] std::string refusal_text(const Refused& refused);
/// `{"value":…}`.
[[nodiscard]] std::string value_text(const Shape& shape, const void* value);

/// Either of them.
template <class T>
[[nodiscard]] std::string answer_text(const Result<T>& result) {
    return result ? value_text(shape_of<T>(), &*result) : refusal_text(result.error());
}

}  // namespace ayni::wasm
