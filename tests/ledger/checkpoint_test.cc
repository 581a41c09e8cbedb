// Published checkpoints, proofs, and the rows of the tree that they are read from.
#include <gtest/gtest.h>

#include <thread>

#include "ledger/published.h"
#include "ledger/tiny_school.h"
#include "signing/receipt.h"

namespace letopis::ledger {
namespace {

signing::Checkpoint published(TinySchool& school, const std::string& note) {
  const auto verifier = signing::NoteVerifier::admit(
      signing::log_verifier_key(TinySchool::kOrigin, school.log_key().public_key()));
  const auto opened = signing::open_checkpoint(note, *verifier);
  EXPECT_EQ(code_of(opened), "");
  return opened ? opened->checkpoint : signing::Checkpoint{};
}

void expect_consistent(const Snapshot& log, const std::vector<signing::Checkpoint>& all) {
  for (const auto& older : all) {
    for (const auto& newer : all) {
      if (older.size > newer.size) continue;
      const auto proof = signing::consistency_proof(older.size, newer.size, log.tree());
      ASSERT_TRUE(proof);
      ASSERT_TRUE(
          signing::verify_extension({older.size, newer.size, older.root, newer.root}, *proof))
          << older.size << " to " << newer.size;
    }
  }
}

TEST(Checkpoint, EachOneExtendsAllBeforeIt) {
  RecordProperty("requirement", "ARC-02");
  TinySchool school;
  school.found();
  std::vector<signing::Checkpoint> all{published(school, school.log().checkpoint())};
  for (std::uint32_t i = 1; i <= 60; ++i) {
    std::vector<events::Fact> facts;
    for (std::uint32_t k = 0; k < i % 7 + 1; ++k) facts.push_back(mark(i, k + 1));
    ASSERT_TRUE(school.append({&school.teacher, facts}));
    all.push_back(published(school, school.log().checkpoint()));
    ASSERT_EQ(all.back().size, school.size());
    ASSERT_EQ(read_bytes(checkpoint_file(school.directory())), school.log().checkpoint());
  }
  expect_consistent(*school.log().snapshot(), all);
}

TEST(Checkpoint, EachOnePublishedInTheBackgroundExtendsAllBeforeIt) {
  TinySchool school({.background = true});
  school.found();
  std::vector<signing::Checkpoint> all;
  std::atomic<bool> done = false;
  std::thread watcher([&] {
    std::string last;
    while (!done) {
      const auto note = school.log().checkpoint();
      if (note != last) all.push_back(published(school, note));
      last = note;
      std::this_thread::yield();
    }
  });
  std::vector<std::thread> writers;
  for (std::uint32_t writer = 1; writer <= 4; ++writer) {
    writers.emplace_back([&, writer] {
      for (std::uint32_t i = 1; i <= 100; ++i) {
        ASSERT_TRUE(school.append({&school.teacher, {mark(writer, i)}}));
      }
    });
  }
  for (auto& writer : writers) writer.join();
  ASSERT_TRUE(school.log().publish());
  done = true;
  watcher.join();
  all.push_back(published(school, school.log().checkpoint()));
  EXPECT_EQ(all.back().size, 404u);
  EXPECT_EQ(all.back().root, school.log().snapshot()->root());
  expect_consistent(*school.log().snapshot(), all);
}

TEST(Checkpoint, EveryEntryHasAnInclusionProof) {
  RecordProperty("requirement", "ARC-02");
  TinySchool school;
  school.found();
  for (std::uint32_t i = 1; i <= 30; ++i) {
    ASSERT_TRUE(school.append({&school.teacher, {mark(i, 1), mark(i, 2), mark(i, 3)}}));
  }
  const auto checkpoint = published(school, school.log().checkpoint());
  const auto log = school.log().snapshot();
  ASSERT_EQ(checkpoint.size, 94u);
  for (std::uint64_t at = 0; at < checkpoint.size; ++at) {
    const auto proof = signing::inclusion_proof(at, checkpoint.size, log->tree());
    ASSERT_TRUE(proof);
    const auto leaf = signing::leaf_hash(bytes_of(*log->entry({at})));
    ASSERT_TRUE(signing::verify_inclusion({at, checkpoint.size, leaf, checkpoint.root}, *proof));
    ASSERT_FALSE(signing::verify_inclusion(
        {at, checkpoint.size, signing::leaf_hash(bytes_of("x")), checkpoint.root}, *proof));
  }
}

std::uint64_t rows_of_level(const Store& store, unsigned level) {
  std::uint64_t count = 0;
  const auto rows = store.rows(Family::kTree);
  for (rows->Seek(slice(tree_key(level, 0)));
       rows->Valid() && rows->key()[0] == static_cast<char>(level); rows->Next()) {
    ++count;
  }
  return count;
}

// Brings the log to exactly so many entries.
void fill(TinySchool& school, std::uint64_t size) {
  std::uint32_t lesson = 1;
  for (std::uint64_t now = school.size(); now < size; now = school.size(), ++lesson) {
    std::vector<events::Fact> facts;
    const auto wanted = std::min<std::uint64_t>(size - now, events::kMaxCommandEvents);
    for (std::uint32_t i = 0; i < wanted; ++i) {
      facts.push_back(mark(static_cast<std::uint32_t>(now), i + 1));
    }
    ASSERT_EQ(code_of(school.append({&school.teacher, facts})), "");
  }
}

TEST(Checkpoint, TreeRowsStandWhereTilesBegin) {
  TinySchool school;
  school.found();
  std::vector<signing::Checkpoint> all;
  for (const std::uint64_t size : {255u, 256u, 257u, 511u, 512u, 65'535u, 65'536u, 65'537u}) {
    fill(school, size);
    const auto log = school.log().snapshot();
    ASSERT_EQ(log->size(), size);
    signing::MerkleFrontier plain;
    for (std::uint64_t at = 0; at < size; ++at) {
      plain.append(signing::leaf_hash(bytes_of(*log->entry({at}))));
    }
    EXPECT_EQ(log->root(), plain.root()) << size;
    all.push_back(published(school, school.log().checkpoint()));
    EXPECT_EQ(all.back(), (signing::Checkpoint{TinySchool::kOrigin, size, plain.root()}));
    const Store store(school.directory() / "store", school.resources, OpenMode::kReadOnly);
    EXPECT_EQ(rows_of_level(store, 0), size);
    EXPECT_EQ(rows_of_level(store, 1), size / 256);
    EXPECT_EQ(rows_of_level(store, 2), size / 65'536);
  }
  expect_consistent(*school.log().snapshot(), all);
  school.close();
  ASSERT_TRUE(school.open());
  EXPECT_EQ(school.log().snapshot()->root(), all.back().root);
  school.close();
  const auto verdict = school.verify();
  EXPECT_TRUE(verdict.intact());
  EXPECT_EQ(verdict.size, 65'537u);
  EXPECT_EQ(verdict.signatures, 65'537u);
}

}  // namespace
}  // namespace letopis::ledger
