#pragma once

#include <unistd.h>

#include <filesystem>
#include <future>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "app/writer.h"
#include "store/schema.h"

namespace ayni {

// A writer whose thread is held up, so that what is submitted meanwhile has to wait.
class HeldUp : public testing::Test {
protected:
    explicit HeldUp(Turns::Kind kind = Turns::Kind::alone) {
        path_ = std::filesystem::temp_directory_path() /
                ("ayni_writer_" + std::to_string(::getpid()) + ".ayni");
        std::filesystem::remove(path_);
        {
            Connection db(path_.string(), Connection::Access::read_write);
            create_schema(db);
        }
        writer_ = std::make_unique<Writer>(
            std::make_unique<Connection>(path_.string(), Connection::Access::read_write),
            std::make_shared<Turns>(), kind);
        EXPECT_TRUE(writer_->submit(
            [this](Connection&) {
                begun_.set_value();
                go_.get_future().wait();
                return true;
            },
            [](bool) {}));
        begun_.get_future().wait();
    }
    ~HeldUp() override {
        writer_.reset();
        for (const auto* tail : {"", "-wal", "-shm"})
            std::filesystem::remove(path_.string() + tail);
    }
    void let_go() {
        go_.set_value();
        writer_->run([](Connection&) { return true; });
    }

    std::filesystem::path path_;
    std::promise<void> begun_, go_;
    std::unique_ptr<Writer> writer_;
};

}  // namespace ayni
