// Private texts: bound to their events, kept under the key of the person they are about, erased.
#include <gtest/gtest.h>

#include "events/codec.h"
#include "ledger/tiny_school.h"
#include "ledger/vault.h"

namespace letopis::ledger {
namespace {

std::optional<std::string> find(TinySchool& school, const events::PrivateText& text) {
  return school.log().texts().find(text.about, events::commit(text));
}

TEST(Texts, TextIsFoundByItsCommitment) {
  TinySchool school;
  school.found();
  const auto name = text_about(10, "Иванова");
  const auto note = text_about(10, "Болела на прошлой неделе");
  auto given = mark(1, 10);
  given.comment = events::commit(note);
  ASSERT_TRUE(school.append({&school.director, {changed(name), given}, {note, name}}));
  EXPECT_EQ(find(school, name), "Иванова");
  EXPECT_EQ(find(school, note), "Болела на прошлой неделе");
  EXPECT_EQ(school.log().texts().find({11}, events::commit(name)), std::nullopt);
  EXPECT_EQ(find(school, text_about(10, "Иванова")), std::nullopt);
  school.close();
  ASSERT_TRUE(school.open());
  EXPECT_EQ(find(school, name), "Иванова");
  school.close();
  const auto verdict = school.verify();
  EXPECT_TRUE(verdict.intact());
  EXPECT_EQ(verdict.texts, 2u);
}

TEST(Texts, NoTextStandsInAnyFileInTheOpen) {
  RecordProperty("requirement", "ACC-12");
  TinySchool school;
  school.found();
  const auto name = text_about(10, "Foxglove-Featherstone");
  ASSERT_TRUE(school.append({&school.director, {changed(name)}, {name}}));
  school.close();
  const std::string salt(text_of(name.salt));
  for (const auto& [file, bytes] : files_below(school.directory())) {
    EXPECT_EQ(bytes.find("Foxglove"), std::string::npos) << file;
    EXPECT_EQ(bytes.find(salt), std::string::npos) << file;
  }
}

TEST(Texts, TextsAndCommitmentsMatchOneToOne) {
  TinySchool school;
  school.found();
  const auto text = text_about(10, "Иванова");
  auto altered = text;
  altered.text = "Петрова";
  auto salted = text;
  salted.salt[0] ^= std::byte{1};
  const auto with = [&](std::vector<events::PrivateText> texts) {
    return code_of(school.append({&school.director, {changed(text)}, std::move(texts)}));
  };
  EXPECT_EQ(with({}), "text.missing");
  EXPECT_EQ(with({altered}), "text.without_event");
  EXPECT_EQ(with({salted}), "text.without_event");
  EXPECT_EQ(with({text, text}), "text.without_event");
  EXPECT_EQ(with({text, altered}), "text.without_event");
  EXPECT_EQ(code_of(school.append({&school.teacher, {mark(1, 10)}, {text}})), "text.without_event");
  EXPECT_EQ(school.size(), 4u);
  EXPECT_EQ(with({text}), "");
}

TEST(Texts, ErasureLeavesTheLogAndTakesTheTexts) {
  RecordProperty("requirement", "ACC-15");
  TinySchool school;
  school.found();
  const auto gone = text_about(10, "Иванова"), stays = text_about(11, "Петрова");
  ASSERT_TRUE(school.append({&school.director, {changed(gone), changed(stays)}, {gone, stays}}));
  const auto before = school.log().snapshot()->root();
  const auto first = *school.log().snapshot()->entry({4});
  const auto keys_before = read_bytes(school.directory() / "vault.keys");
  const auto secret_before = read_bytes(school.directory() / "vault.secret");
  ASSERT_TRUE(school.append({&school.director, {erased(10)}}));
  EXPECT_EQ(find(school, gone), std::nullopt);
  EXPECT_EQ(find(school, stays), "Петрова");
  EXPECT_EQ(*school.log().snapshot()->entry({4}), first);
  EXPECT_EQ(signing::root_at(6, school.log().snapshot()->tree()), before);
  const auto secret_after = read_bytes(school.directory() / "vault.secret");
  EXPECT_NE(secret_after, secret_before);
  EXPECT_FALSE(std::filesystem::exists(school.directory() / "vault.secret.next"));
  school.close();
  const auto verdict = school.verify();
  EXPECT_TRUE(verdict.intact());
  EXPECT_EQ(verdict.texts, 1u);
  EXPECT_EQ(verdict.texts_erased, 1u);
  // A copy of the key file from before opens no more with the secret there is now.
  write_bytes(school.directory() / "vault.keys", keys_before);
  EXPECT_EQ(code_of(VaultKeys::open(*rocksdb::Env::Default(), vault_files(school.directory()))),
            "vault.keys_altered");
  // Whoever kept the old secret as well is found out: the log says that the key must be gone.
  write_bytes(school.directory() / "vault.secret", secret_before);
  const auto found = school.verify();
  ASSERT_EQ(found.findings_in_all, 1u);
  EXPECT_EQ(found.findings[0].what.code, "vault.not_destroyed");
}

TEST(Texts, NewTextsAboutAnErasedPersonAreNotKept) {
  RecordProperty("requirement", "ACC-15");
  TinySchool school;
  school.found();
  ASSERT_TRUE(school.append({&school.director, {erased(10)}}));  // of whom nothing was kept yet
  const auto late = text_about(10, "Иванова");
  for (int round = 0; round < 2; ++round) {
    ASSERT_TRUE(school.append({&school.director, {changed(late)}, {late}}));
    EXPECT_EQ(find(school, late), std::nullopt);
    school.close();
    const auto verdict = school.verify();
    EXPECT_TRUE(verdict.intact());
    EXPECT_EQ(verdict.texts_erased, 1u);
    ASSERT_TRUE(school.open());
  }
}

TEST(Texts, TextOfTheVeryCommandThatErasesIsGoneToo) {
  TinySchool school;
  school.found();
  const auto late = text_about(10, "Иванова");
  ASSERT_TRUE(school.append({&school.director, {erased(10), changed(late)}, {late}}));
  EXPECT_EQ(find(school, late), std::nullopt);
  school.close();
  EXPECT_TRUE(school.verify().intact());
}

// The order is in the log, but the power failed before the key was destroyed: here, the files as
// they were a moment before the order are put back beside the store as it was after it.
TEST(Texts, OpeningCompletesAnErasureThatWasCutOff) {
  RecordProperty("requirement", "ACC-15");
  for (const bool kept_texts : {true, false}) {
    TinySchool school;
    school.found();
    const auto gone = text_about(10, "Иванова");
    if (kept_texts) {
      ASSERT_TRUE(school.append({&school.director, {changed(gone)}, {gone}}));
    }
    const char* const files[] = {"vault.keys", "vault.secret", "checkpoint"};
    std::map<std::string, std::string> before;
    for (const auto* file : files) before[file] = read_bytes(school.directory() / file);
    ASSERT_TRUE(school.append({&school.director, {erased(10)}}));
    school.close();
    for (const auto* file : files) write_bytes(school.directory() / file, before[file]);
    ASSERT_EQ(code_of(school.open()), "");
    EXPECT_EQ(find(school, gone), std::nullopt);
    EXPECT_NE(read_bytes(school.directory() / "vault.secret"), before["vault.secret"]);
    const auto late = text_about(10, "Снова Иванова");
    ASSERT_TRUE(school.append({&school.director, {changed(late)}, {late}}));
    EXPECT_EQ(find(school, late), std::nullopt);
    school.close();
    EXPECT_TRUE(school.verify().intact());
  }
}

}  // namespace
}  // namespace letopis::ledger
