#pragma once
// XML read piece by piece, so that a part of any length takes no memory: what spreadsheets hold.

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ayni {

/// Goes through elements and texts in their order. Names are without prefix. There are no entities
/// but XML's own five and characters by number; a DOCTYPE is `broken`, and so is a tag or a piece
/// of text of more than a million bytes.
class XmlPull {
public:
    /// Fills the buffer; gives how many bytes, 0 at the end.
    using Source = std::function<std::size_t(char* into, std::size_t room)>;
    enum class Event { start, end, text, done, broken };

    explicit XmlPull(Source source) : source_(std::move(source)) {}

    /// An element without content has its `start` and its `end`.
    [[nodiscard]] Event next();
    /// Of the element that starts or ends.
    [[nodiscard]] std::string_view name() const noexcept { return name_; }
    /// An attribute of the element that starts; null: it has none.
    [[nodiscard]] const std::string* attribute(std::string_view name) const noexcept;
    /// A piece of text; what stands in CDATA is a piece of its own.
    [[nodiscard]] const std::string& text() const noexcept { return text_; }
    /// How many elements are open.
    [[nodiscard]] int depth() const noexcept { return depth_; }

private:
    Source source_;
    std::string buffer_, name_, text_;
    std::size_t at_ = 0;
    std::vector<std::pair<std::string, std::string>> attributes_;
    bool ended_ = false, empty_ = false, is_broken_ = false;
    int depth_ = 0;

    [[nodiscard]] bool fill();
    [[nodiscard]] bool has(std::size_t bytes);
    [[nodiscard]] std::size_t find(std::string_view what, std::size_t from);
    Event broken();
    Event read_text(std::size_t end);
    Event read_mark();
    Event read_tag();
    [[nodiscard]] bool read_attributes(std::string_view inside);
    void name_is(std::string_view qualified);
};

}  // namespace ayni
