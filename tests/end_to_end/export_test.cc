#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "end_to_end/lived_school.h"
#include "ledger/vault_export.h"
#include "office/school_files.h"
#include "signing/encoding.h"

namespace letopis::end_to_end {
namespace {

using testing::HasSubstr;

TEST(ExportVault, OpensForBothRecipientsAndIsNoted) {
  const SchoolCopy copy;
  const office::ScratchDirectory scratch("letopis-export");
  const auto where = copy.data().string();
  const auto key_file = [&](const char* name) { return (scratch.path() / name).string(); };
  std::vector<std::string> words{"export-vault", "--data", where, "--out", key_file("out")};
  for (const auto* name : {"director", "deputy"}) {
    ASSERT_EQ(letopis({"export-vault", "--new-key", key_file(name)}).exit, 0);
    auto key = read_whole(key_file(name) + ".pub");
    key.pop_back();
    words.insert(words.end(), {"--recipient", std::string(name) + "=" + key});
  }
  const auto ran = letopis(words);
  ASSERT_EQ(ran.exit, 0) << ran.errors;
  EXPECT_EQ(letopis({"verify", "--data", where}).exit, 0);

  const auto log_key = office::read_verifier_key(copy.data() / "log.vkey");
  ASSERT_TRUE(log_key);
  for (const auto* name : {"director", "deputy"}) {
    const auto secret = signing::from_hex(read_whole(key_file(name)).substr(0, 64));
    const auto open_key = signing::from_hex(read_whole(key_file(name) + ".pub").substr(0, 64));
    ASSERT_TRUE(secret && open_key);
    ledger::RecipientKeys keys{
        {}, signing::Secret32(std::span<const std::byte, 32>(secret->data(), 32))};
    std::copy(open_key->begin(), open_key->end(), keys.public_key.begin());
    std::uint64_t texts = 0;
    const auto opened =
        ledger::open_export(read_whole(key_file("out")), keys,
                            *signing::public_key_from(log_key->key), [&](const auto&) { ++texts; });
    ASSERT_TRUE(opened) << opened.refusal().says.en;
    EXPECT_GT(texts, 100U);
    EXPECT_EQ(texts, opened->texts);
  }

  // The next erasure tells that this export must go.
  let_leave(where, "30");
  const auto erased = letopis({"erase", "--data", where, "--person", "30", "--order", "17-к",
                               "--date", "2026-06-01", "--ground", "отзыв согласия"});
  EXPECT_EQ(erased.exit, 0) << erased.errors;
  EXPECT_THAT(erased.out, HasSubstr("Уничтожьте прежние выгрузки"));
}

// What was there stays until its successor is written and noted.
TEST(ExportVault, RefusedLeavesTheOneBeforeIt) {
  const SchoolCopy copy;
  const office::ScratchDirectory scratch("letopis-export");
  const auto out = scratch.path() / "out";
  std::ofstream(out) << "the one before";
  const auto refused = [&](const std::filesystem::path& to, const char* why) {
    const auto ran = letopis({"export-vault", "--data", copy.data().string(), "--out", to.string(),
                              "--recipient", "a=" + std::string(63, '0') + "1", "--recipient",
                              "b=" + std::string(63, '0') + "2"});
    EXPECT_EQ(ran.exit, 2);
    EXPECT_THAT(ran.errors, HasSubstr(why));
  };
  refused(scratch.path() / "no" / "out", "нет папки");
  refused(scratch.path() / "out\tx", "имя файла");
  std::filesystem::remove(copy.data() / "log.key");
  refused(out, "log.key");
  EXPECT_EQ(read_whole(out), "the one before");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(scratch.path()), {}), 1);
}

TEST(ExportVault, WantsTwoPeople) {
  const auto ran = letopis({"export-vault", "--data", lived_school().data.string(), "--out",
                            "/nowhere/export", "--recipient", "a=" + std::string(64, '0')});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_THAT(ran.errors, HasSubstr("два получателя"));
}

}  // namespace
}  // namespace letopis::end_to_end
