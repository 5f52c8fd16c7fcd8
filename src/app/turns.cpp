#include "app/turns.h"

namespace ayni {

Turns::Held Turns::take(Kind kind) {
    std::unique_lock lock(mutex_);
    if (kind == Kind::together) {
        changed_.wait(lock, [&] { return !is_alone_ && wait_to_be_alone_ == 0; });
        ++together_;
    } else {
        ++wait_to_be_alone_;
        changed_.wait(lock, [&] { return !is_alone_ && together_ == 0; });
        --wait_to_be_alone_;
        is_alone_ = true;
    }
    return {*this, kind};
}

void Turns::end(Kind kind) {
    {
        const std::lock_guard lock(mutex_);
        if (kind == Kind::together) {
            --together_;
        } else {
            is_alone_ = false;
            ++taken_alone_;
        }
    }
    changed_.notify_all();
}

}  // namespace ayni
