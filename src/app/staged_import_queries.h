#pragma once
// The rows of a file on their way in: they stand in the tables, and count only once the import is
// recorded. Until then their source has received nothing (its `last` is 0).

#include <string>

#include "app/import_plan_queries.h"
#include "app/prepared.h"

namespace ayni {

/// One file, read as the store stood at a position of the log. Each file is a source of its own, so
/// that what never came to its end leaves no gap in any other.
class StagedImport final : public Prepared {
public:
    /// Reads the file. What is refused stands in `plan`.
    StagedImport(const View& view, const ImportFile& command);

    [[nodiscard]] std::size_t slices() const override;
    void write_slice(Connection& db) override;
    [[nodiscard]] bool is_left_over(bool accepted) const override;
    [[nodiscard]] bool erase_slice(Connection& db) override;

    /// Refused: as `import_file`.
    [[nodiscard]] const Result<FilePlan>& plan() const noexcept { return plan_; }
    /// Whether none of what the file was compared with was recorded since it was read.
    [[nodiscard]] bool still_holds(const View& view) const;
    /// Of the plan's rows. Only of a plan without refusal.
    [[nodiscard]] Period days() const;
    [[nodiscard]] SourceId source() const noexcept { return source_; }
    /// SHA-256 of the bytes of the file, hexadecimal.
    [[nodiscard]] const std::string& file_digest() const noexcept { return file_digest_; }
    /// SHA-256 over the packed rows and their notes, hexadecimal; after the last slice.
    [[nodiscard]] const std::string& rows_digest() const noexcept { return rows_digest_; }
    void now_counts() noexcept { counts_ = true; }

private:
    OrganisationId organisation_;
    std::int64_t position_;  ///< of the log, when the file was read
    std::string file_name_, file_digest_, rows_digest_;
    Result<FilePlan> plan_;
    SourceId source_;
    std::size_t next_ = 0;
    Sha256 digest_;
    bool counts_ = false;

    void write_row(Connection& db, std::size_t place);
};

/// The import, not undone, of the file with this digest.
[[nodiscard]] std::optional<ImportNumber> imported_as(const View& view, std::string_view digest);

/// Takes away the rows of imports that the program did not live to record.
void erase_unfinished_imports(Connection& db);

}  // namespace ayni
