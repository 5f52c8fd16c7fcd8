#pragma once
// Measurements of this machine with the product's own store and use cases; no figure is assumed.

#include "edge/commands.h"

namespace ayni {

/// The fortnight of bench/settlement/SPEC.md: makes the data, settles, approves and posts it, and
/// prints the seven checksums, seconds and peak memory. In a file, or a server's database.
int bench_settle(const BenchOptions& options);
/// Durable entries of four legs each second: one by one from `clients`, and in bulk.
int bench_post(const BenchOptions& options);
/// `verify` over what `bench settle --keep` made.
int bench_verify(const BenchOptions& options);
/// A CSV file of deliveries to durable rows.
int bench_import(const BenchOptions& options);
/// A bank's statement of as many lines as deliveries, each a payment that is on its way: read,
/// matched and kept.
int bench_bank(const BenchOptions& options);
/// Position as of past days, and the journal of 100,000 entries, in books of as many entries of
/// four legs as deliveries (at most 750,000: 3 M legs).
int bench_books(const BenchOptions& options);
/// The statement page over what `bench settle --keep` made.
int bench_statement(const BenchOptions& options);
/// The fortnight that the demonstration leaves open: settled, approved, posted, and every statement
/// in one PDF. Run from the root of the tree, where the example's files are.
int bench_fortnight(const BenchOptions& options);
/// Durable deliveries each second over HTTP, with the percentiles of their time. In a file, or a
/// server's database; over one organisation or several, each with a collector of its own.
int bench_http(const BenchOptions& options);

}  // namespace ayni
