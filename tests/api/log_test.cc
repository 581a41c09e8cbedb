// The log over HTTP proves itself: checkpoint, tiles, receipts, and entries for inspectors.
#include <gtest/gtest.h>

#include <map>

#include "api/served_school.h"
#include "office/receipt_file.h"
#include "signing/checkpoint.h"
#include "signing/encoding.h"
#include "signing/tile_tree.h"
#include "signing/tiles.h"

namespace letopis::api {
namespace {

class Log : public testing::Test {
 protected:
  signing::VerifierKey key() {
    auto line = served_.get("/log/key").answer.body;
    while (!line.empty() && line.back() == '\n') line.pop_back();
    return *signing::parse_verifier_key(line);
  }
  signing::Checkpoint checkpoint() {
    const auto opened = signing::open_checkpoint(served_.get("/log/checkpoint").answer.body,
                                                 *signing::NoteVerifier::admit(key()));
    EXPECT_TRUE(opened) << opened.refusal().says.en;
    return opened->checkpoint;
  }
  std::string receipt_of(std::uint64_t position) {
    return "/api/v1/receipts/" + std::to_string(position);
  }

  ServedSchool served_;
};

TEST_F(Log, CheckpointAndTilesAreOneTreeForAnybody) {
  const auto published = checkpoint();
  EXPECT_EQ(published.origin, served_.school().profile().origin);
  std::map<std::pair<unsigned, std::uint64_t>, std::vector<signing::Digest>> tiles;
  for (const auto& tile : signing::tiles_of(published.size)) {
    if (tile.kind != signing::TileKind::kHashes) continue;
    const auto told = served_.get("/log/" + signing::print_tile_path(tile));
    ASSERT_EQ(told.status(), 200u) << signing::print_tile_path(tile);
    EXPECT_EQ(told.header("Cache-Control"), "public, max-age=31536000, immutable");
    auto hashes = signing::parse_tile(bytes_of(told.answer.body), tile.width);
    ASSERT_TRUE(hashes);
    tiles[{tile.level, tile.index}] = *std::move(hashes);
  }
  const auto root =
      signing::root_at(published.size, [&](unsigned level, std::uint64_t first, std::size_t count) {
        std::vector<signing::Digest> out;
        for (auto at = first; at < first + count; ++at) {
          const auto tile = tiles.find({level, at / signing::kTileWidth});
          out.push_back(tile->second.at(at % signing::kTileWidth));
        }
        return out;
      });
  EXPECT_EQ(root, published.root);
}

TEST_F(Log, ATileThatIsNotThereYetOrWasNeverIsNotFound) {
  for (const char* path :
       {"/log/tile/0/999", "/log/tile/9/000", "/log/tile/0/000.p/0", "/log/tile/0/000.p/256",
        "/log/tile/0/0", "/log/tile/64/000", "/log/tile/zero/000", "/log/tile/0/x001",
        "/log/tile/entries/999", "/log/tile/0/x999/x999/x999/x999/x999/999"}) {
    const auto told = served_.get(path);
    EXPECT_EQ(told.status(), 404u) << path;
    EXPECT_EQ(told.code(), "route.no_tile") << path;
  }
}

TEST_F(Log, EntriesWholeAreForInspectorsAndThoseWhoLead) {
  RecordProperty("requirement", "ACC-08");
  EXPECT_EQ(served_.get("/log/tile/entries/000").status(), 401u);
  for (const char* login : {"teacher", "klassruk", "secretary", "uchenik", "roditel"}) {
    EXPECT_EQ(Guest(served_, login).get("/log/tile/entries/000").status(), 403u) << login;
  }
  const auto told = Guest(served_, "inspector").get("/log/tile/entries/000");
  ASSERT_EQ(told.status(), 200u);
  EXPECT_EQ(told.header("Cache-Control"), "private, no-store");
  const auto entries = signing::parse_entry_bundle(bytes_of(told.answer.body), signing::kTileWidth);
  ASSERT_TRUE(entries);
  const auto leaves = signing::parse_tile(bytes_of(served_.get("/log/tile/0/000").answer.body),
                                          signing::kTileWidth);
  ASSERT_TRUE(leaves);
  for (std::size_t i = 0; i < entries->size(); ++i) {
    EXPECT_EQ(signing::leaf_hash((*entries)[i]), (*leaves)[i]) << i;
  }
}

TEST_F(Log, AReceiptProvesAnEntryByTheLogsKeyAlone) {
  const Guest teacher(served_, "teacher"), leader(served_, "klassruk");
  record_lesson(teacher, taught_today(teacher, leader));
  const auto position = served_.school().ledger().snapshot()->size() - 1;
  ASSERT_TRUE(served_.school().ledger().publish());
  const auto told = teacher.get(receipt_of(position));
  ASSERT_EQ(told.status(), 200u) << told.answer.body;
  const auto entry = teacher.get(receipt_of(position) + ".entry");
  EXPECT_EQ(entry.header("Content-Type"), "application/octet-stream");
  EXPECT_EQ(told.json().at("entry").as_string(), signing::to_base64(bytes_of(entry.answer.body)));
  const auto proof = teacher.get(receipt_of(position) + ".tlog-proof");
  EXPECT_EQ(told.json().at("proof").as_string(), proof.answer.body);
  const auto receipt = signing::parse_receipt(proof.answer.body);
  ASSERT_TRUE(receipt) << receipt.refusal().says.en;
  EXPECT_TRUE(office::check_receipt({*receipt, entry.answer.body}, key()));
  auto other = entry.answer.body;
  other.back() = static_cast<char>(other.back() ^ 1);
  EXPECT_FALSE(office::check_receipt({*receipt, other}, key()));
}

TEST_F(Log, EntriesAndReceiptsAreForWhomTheyConcern) {
  RecordProperty("requirement", "ACC-04 ACC-05");
  const Guest teacher(served_, "teacher"), leader(served_, "klassruk"), parent(served_, "roditel");
  const auto lesson = record_lesson(teacher, taught_today(teacher, leader));
  const auto child = Guest(served_, "uchenik").person().value;
  const auto given = teacher.command(
      {{"do", "give_marks"},
       {"lesson", lesson},
       {"marks", boost::json::array{boost::json::object{{"pupil", child}, {"value", 5}}}}});
  ASSERT_EQ(given.status(), 201u) << given.answer.body;
  const auto mark = given.json().at("first").to_number<std::uint64_t>();
  ASSERT_TRUE(served_.school().ledger().publish());
  const auto entry = "/api/v1/entries/" + std::to_string(mark);
  for (const auto* guest : {&teacher, &leader, &parent}) {
    EXPECT_EQ(guest->get(entry).status(), 200u);
    EXPECT_EQ(guest->get(receipt_of(mark)).status(), 200u);
  }
  EXPECT_EQ(Guest(served_, "uchenik").get(entry).status(), 200u);
  EXPECT_EQ(Guest(served_, "secretary").get(entry).status(), 403u);
  // The lesson's own entry concerns no pupil: a family has no receipt of it.
  EXPECT_EQ(parent.get(receipt_of(mark - 1)).status(), 403u);
}

TEST_F(Log, APositionThatIsNoneIsNotFound) {
  const Guest deputy(served_, "deputy");
  for (const char* position :
       {"999999999", "18446744073709551615", "18446744073709551616", "-1", "1e3", "one", "0x1"}) {
    EXPECT_EQ(deputy.get("/api/v1/entries/" + std::string(position)).status(), 404u) << position;
    EXPECT_EQ(deputy.get("/api/v1/receipts/" + std::string(position)).status(), 404u) << position;
  }
  EXPECT_EQ(deputy.get("/api/v1/receipts/1.zip").status(), 404u);
}

}  // namespace
}  // namespace letopis::api
