#include "app/keep_entry.h"

#include "app/lookup_queries.h"
#include "kernel/check.h"
#include "kernel/packed.h"
#include "store/tables.h"

namespace ayni {

EntryNumber next_entry(Work& work) {
    return {next_number(work.db, "entry", "number", work.organisation)};
}

void keep_entry(Work& work, Entry& entry) {
    CHECK(check_balanced(entry.legs).has_value());
    entry.position = work.position();
    insert(work.db, entry);
    work.effect(pack(entry));
}

}  // namespace ayni
