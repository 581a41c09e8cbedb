// `letopis restore`: a server made again from a medium, and its log going on.
#include <gmock/gmock.h>

#include <boost/json/parse.hpp>

#include "end_to_end/sealed_school.h"

namespace letopis::end_to_end {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class Restore : public testing::Test {
 protected:
  std::string restored() const { return school_.in("restored"); }
  std::string key() const { return school_.data() + "/log.key"; }

  Ran restore(const std::vector<std::string>& more) const {
    std::vector<std::string> words{"restore", "--data",   restored(),           "--seed",
                                   "1",       "--pupils", SealedSchool::kPupils};
    if (std::find(more.begin(), more.end(), "--trust") == more.end()) {
      words.insert(words.end(), {"--trust", school_.trust()});
    }
    if (std::find(more.begin(), more.end(), "--from") == more.end()) {
      words.insert(words.end(), {"--from", school_.a()});
    }
    words.insert(words.end(), more.begin(), more.end());
    return letopis(words);
  }
  Ran restore_under_new_name(std::vector<std::string> more = {}) const {
    more.insert(more.end(), {"--newest", "unknown", "--origin", "letopis.example/again", "--order",
                             "12-а", "--date", "2026-07-01"});
    return restore(more);
  }
  void expect_refused(const Ran& ran, const std::string& why) const {
    EXPECT_EQ(ran.exit, 2) << ran.out;
    EXPECT_THAT(ran.errors, HasSubstr(why));
    EXPECT_FALSE(fs::exists(restored())) << "nothing is left";
  }
  // The exported names, which the school's next volume tells of; «director.key» opens them.
  std::string export_names() const {
    std::vector<std::string> words{"export-vault", "--data", school_.data(), "--out",
                                   school_.in("export")};
    for (const auto* name : {"director.key", "deputy.key"}) {
      EXPECT_EQ(letopis({"export-vault", "--new-key", school_.in(name)}).exit, 0);
      auto open = read_whole(school_.in(name) + ".pub");
      open.pop_back();
      words.insert(words.end(), {"--recipient", std::string(name) + "=" + open});
    }
    const auto ran = letopis(words);
    EXPECT_EQ(ran.exit, 0) << ran.errors;
    return school_.in("export");
  }
  std::string diary(const std::string& data, const std::string& pupil) const {
    return letopis({"diary", "--data", data, "--pupil", pupil, "--week", "2025-09-15"}).out;
  }
  // The media go on with the restored log, and an inspector can follow it.
  void expect_chain_goes_on() const {
    const auto sealed = letopis({"seal", "--data", restored(), "--medium", school_.a(), "--medium",
                                 school_.b(), "--trial"});
    ASSERT_EQ(sealed.exit, 0) << sealed.errors;
    EXPECT_THAT(sealed.out, HasSubstr(std::string("Том ") + SealedSchool::kSecond));
    const auto next = letopis({"seal", "--data", restored(), "--medium", school_.a(), "--medium",
                               school_.b(), "--trial", "--since", last_volume(sealed)});
    ASSERT_EQ(next.exit, 0) << next.errors;
    const auto trust = school_.trust_of(restored(), "restored-trust.txt");
    const auto ran = letopis_verify({school_.a(), school_.b(), "--trust", trust});
    EXPECT_EQ(ran.exit, 0) << ran.out << ran.errors;
  }
  static std::string last_volume(const Ran& sealed) {
    const std::string before = "✓ Том ";
    const auto from = sealed.out.find(before) + before.size();
    return sealed.out.substr(from, sealed.out.find(' ', from) - from);
  }

  const SealedSchool school_;
};

TEST_F(Restore, UnderItsOwnNameWithKeyAndNewestCheckpoint) {
  RecordProperty("requirement", "ARC-04");
  const auto ran = restore({"--newest", school_.newest(), "--log-key", key(), "--json"});
  ASSERT_EQ(ran.exit, 0) << ran.errors;
  const auto told = boost::json::parse(ran.out);
  EXPECT_EQ(told.at("origin").as_string(), "letopis.example/trial");
  EXPECT_EQ(told.at("under_new_name_because").as_string(), "");
  EXPECT_EQ(told.at("size").as_int64(), static_cast<std::int64_t>(size_of(restored())));
  EXPECT_GT(told.at("texts_missing").as_int64(), 0);
  const auto verified = letopis({"verify", "--data", restored()});
  EXPECT_EQ(verified.exit, 3) << "only the names are missing" << verified.out;
  EXPECT_EQ(letopis({"rebuild", "--check", "--data", restored()}).exit, 0);
  expect_chain_goes_on();
  EXPECT_EQ(school_.verify({school_.a(), school_.b()}).exit, 0) << "by the old trust file too";
}

TEST_F(Restore, UnderANewNameWhenNobodyKnowsTheNewest) {
  RecordProperty("requirement", "ARC-04");
  const auto ran = restore_under_new_name();
  ASSERT_EQ(ran.exit, 0) << ran.errors;
  EXPECT_THAT(ran.out, HasSubstr("letopis.example/again"));
  const auto size = boost::json::parse(read_whole(restored() + "/school.json"));
  EXPECT_EQ(size.at("origin").as_string(), "letopis.example/again");
  const auto last = events_from(restored(), size_of(restored()) - 1);
  const auto* fact = std::get_if<events::LogContinued>(&last.at(0).fact);
  ASSERT_TRUE(fact);
  EXPECT_EQ(fact->origin, "letopis.example/again");
  ASSERT_TRUE(fact->order);
  EXPECT_EQ(fact->order->number, "12-а");
  EXPECT_EQ(letopis({"verify", "--data", restored()}).exit, 3) << "only the names are missing";
  expect_chain_goes_on();
}

TEST_F(Restore, FromAnOlderMediumCitesTheNewestThatIsKnown) {
  RecordProperty("requirement", "ARC-04");
  const auto older = school_.in("older");
  fs::create_directory(older);
  fs::copy(school_.a() + "/letopis-medium.txt", older + "/letopis-medium.txt");
  fs::copy(fs::path(school_.a()) / SealedSchool::kFirst, fs::path(older) / SealedSchool::kFirst,
           fs::copy_options::recursive);
  expect_refused(restore({"--from", older, "--newest", school_.newest(), "--log-key", key()}),
                 "более новая контрольная точка");
  // The trust file has seen the second volume: that counts, though nobody names its checkpoint.
  const auto ran = restore_under_new_name({"--from", older});
  ASSERT_EQ(ran.exit, 0) << ran.errors;
  const auto last = events_from(restored(), size_of(restored()) - 1);
  const auto* fact = std::get_if<events::LogContinued>(&last.at(0).fact);
  ASSERT_TRUE(fact);
  EXPECT_GT(fact->newest_known_size.value, fact->old_size.value);
}

TEST_F(Restore, AsksForWhatItNeeds) {
  RecordProperty("requirement", "ARC-04");
  expect_refused(restore({}), "--newest");
  expect_refused(restore({"--newest", "unknown"}), "--origin");
  expect_refused(restore({"--newest", school_.newest()}), "--origin");
  expect_refused(restore({"--newest", "unknown", "--origin", "letopis.example/again"}), "--order");
  expect_refused(restore({"--newest", "unknown", "--origin", "two words", "--order", "1", "--date",
                          "2026-07-01"}),
                 "--origin");
  expect_refused(
      restore({"--newest", "unknown", "--origin", "letopis.example/again", "--order", "1"}),
      "--date");
  expect_refused(restore({"--newest", school_.in("nowhere")}), "nowhere");
  expect_refused(restore({"--newest", school_.newest(), "--log-key", school_.trust()}),
                 "64 шестнадцатеричные");
  expect_refused(restore_under_new_name({"--vault", school_.trust()}), "--recipient-key");
  expect_refused(letopis({"restore", "--from", school_.a(), "--trust", school_.trust(), "--newest",
                          school_.newest(), "--log-key", key(), "--data", restored(), "--seed", "2",
                          "--pupils", SealedSchool::kPupils}),
                 "учебный журнал");
}

TEST_F(Restore, RefusesADamagedMediumAndLeavesNothing) {
  RecordProperty("requirement", "ARC-04");
  damage(fs::path(school_.a()) / SealedSchool::kFirst / "data/events/000000.jsonl");
  expect_refused(restore({"--newest", school_.newest(), "--log-key", key()}),
                 "data/events/000000.jsonl");
  expect_refused(restore({"--from", school_.in("nowhere"), "--newest", school_.newest()}),
                 "nowhere");
  EXPECT_EQ(restore({"--from", school_.b(), "--newest", school_.newest(), "--log-key", key()}).exit,
            0);
}

TEST_F(Restore, NeverWritesOverASchool) {
  const auto before = all_below(school_.data());
  const auto ran = letopis({"restore", "--from", school_.a(), "--trust", school_.trust(),
                            "--newest", school_.newest(), "--log-key", key(), "--data",
                            school_.data(), "--seed", "1", "--pupils", SealedSchool::kPupils});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_TRUE(all_below(school_.data()) == before);
}

TEST_F(Restore, BringsNamesBackButNobodyWhoWasErased) {
  RecordProperty("requirement", "ARC-04");
  const auto early = export_names();  // still with the name that is erased after it
  let_leave(school_.data(), SealedSchool::kPupil);
  ASSERT_EQ(letopis({"erase", "--data", school_.data(), "--person", SealedSchool::kPupil, "--order",
                     "17-к", "--date", "2026-06-01", "--ground", "отзыв согласия"})
                .exit,
            0);
  ASSERT_EQ(school_.seal().exit, 0);
  const auto ran =
      restore_under_new_name({"--vault", early, "--recipient-key", school_.in("director.key")});
  ASSERT_EQ(ran.exit, 0) << ran.errors;
  const auto verified = letopis({"verify", "--data", restored()});
  EXPECT_EQ(verified.exit, 0) << verified.out;
  EXPECT_EQ(diary(restored(), SealedSchool::kOther), diary(school_.data(), SealedSchool::kOther));
  EXPECT_THAT(diary(restored(), SealedSchool::kPupil), HasSubstr("(стёрт)"));
  for (const auto* words : {"--class"}) {
    const std::vector<std::string> page{"journal", "--quarter", "1",         words,
                                        "5а",      "--subject", "Математика"};
    auto here = page, there = page;
    here.insert(here.end(), {"--data", restored()});
    there.insert(there.end(), {"--data", school_.data()});
    EXPECT_EQ(letopis(here).exit, 0);
    EXPECT_EQ(letopis(here).out, letopis(there).out);
  }
}

TEST_F(Restore, RefusesAnExportThatIsNotForThisKey) {
  const auto names = export_names();
  ASSERT_EQ(school_.seal().exit, 0);
  ASSERT_EQ(letopis({"export-vault", "--new-key", school_.in("stranger.key")}).exit, 0);
  const auto ran =
      restore_under_new_name({"--vault", names, "--recipient-key", school_.in("stranger.key")});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_FALSE(fs::exists(restored()));
}

// One medium is lost too: the volume is copied to a new one, and the log goes on on these.
TEST_F(Restore, GoesOnWithOneOldMediumAndANewOne) {
  RecordProperty("requirement", "ARC-04");
  ASSERT_EQ(restore({"--newest", school_.newest(), "--log-key", key()}).exit, 0);
  const auto fresh = school_.in("fresh");
  fs::create_directory(fresh);
  ASSERT_EQ(letopis({"media", "add", fresh, "--data", restored(), "--room", "x", "--trial"}).exit,
            0);
  const std::vector<std::string> seal{"seal",      "--data",   restored(), "--medium",
                                      school_.a(), "--medium", fresh,      "--trial"};
  const auto refused = letopis(seal);
  EXPECT_EQ(refused.exit, 2);
  EXPECT_THAT(refused.errors, HasSubstr("letopis repair"));
  EXPECT_NE(letopis({"repair", school_.a(), fresh, "--data", restored()}).exit, 2);
  const auto ran = letopis(seal);
  ASSERT_EQ(ran.exit, 0) << ran.errors;
  const auto trust = school_.trust_of(restored(), "restored-trust.txt");
  const auto checked = letopis_verify({school_.a(), fresh, "--trust", trust});
  EXPECT_EQ(checked.exit, 0) << checked.out;
}

}  // namespace
}  // namespace letopis::end_to_end
