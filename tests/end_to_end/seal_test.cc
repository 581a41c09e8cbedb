// Media and sealing at the command line.
#include <gmock/gmock.h>

#include <boost/json/parse.hpp>

#include "end_to_end/lived_school.h"
#include "end_to_end/sealed_school.h"
#include "office/clocks.h"
#include "shelf/shelf.h"
#include "trace/access_log.h"

namespace letopis::end_to_end {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

// A school of its own with empty folders for media.
class Media : public testing::Test {
 protected:
  Media() {
    for (const auto* name : {"a", "b", "c"}) fs::create_directory(scratch_.path() / name);
  }
  std::string data() const { return copy_.data().string(); }
  std::string in(const char* name) const { return (scratch_.path() / name).string(); }
  Ran add(const char* name, const std::vector<std::string>& more = {"--trial"}) const {
    std::vector<std::string> words{"media", "add", in(name), "--data", data(), "--room", "Сейф"};
    words.insert(words.end(), more.begin(), more.end());
    return letopis(words);
  }
  Ran seal(const std::vector<std::string>& media) const {
    std::vector<std::string> words{"seal", "--data", data(), "--trial"};
    for (const auto& one : media) words.insert(words.end(), {"--medium", one});
    return letopis(words);
  }
  static void expect_refused(const Ran& ran, const std::string& why) {
    EXPECT_EQ(ran.exit, 2) << ran.out;
    EXPECT_THAT(ran.errors, HasSubstr(why));
  }

  const SchoolCopy copy_;
  const office::ScratchDirectory scratch_{"letopis-media"};
};

TEST_F(Media, OnTheServersDiskIsRefusedSayingWhy) {
  RecordProperty("requirement", "ARC-03");
  const auto ran = add("a", {});
  EXPECT_EQ(ran.exit, 2);
  if (ran.errors.find("нельзя узнать") != std::string::npos) {
    GTEST_SKIP() << "where things lie on this machine cannot be found out: " << ran.errors;
  }
  EXPECT_THAT(ran.errors, HasSubstr(in("a")));
  EXPECT_THAT(ran.errors, HasSubstr("папка сервера"));
  EXPECT_THAT(ran.errors, HasSubstr("--trial"));
  EXPECT_TRUE(fs::is_empty(in("a"))) << "a refused medium is left as it was";
}

TEST_F(Media, AreAddedListedAndRetired) {
  RecordProperty("requirement", "ARC-03");
  EXPECT_THAT(letopis({"media", "list", "--data", data()}).out, HasSubstr("Носителей пока нет"));
  EXPECT_EQ(add("a").exit, 0);
  EXPECT_EQ(add("b", {"--trial", "--custodian", "1"}).exit, 0);
  EXPECT_THAT(names_in(in("a")), ElementsAre("letopis-medium.txt"));
  const auto before = read_whole(in("a") + "/letopis-medium.txt");
  expect_refused(add("a"), "уже есть файл letopis-medium.txt");
  EXPECT_EQ(read_whole(in("a") + "/letopis-medium.txt"), before);

  const auto retired = letopis({"media", "retire", "2", "--data", data(), "--reason", "износ"});
  EXPECT_EQ(retired.exit, 0) << retired.errors;
  expect_refused(letopis({"media", "retire", "2", "--data", data(), "--reason", "износ"}),
                 "носителя № 2 в работе нет");
  expect_refused(letopis({"media", "retire", "7", "--data", data(), "--reason", "x"}), "№ 7");
  const auto listed = letopis({"media", "list", "--data", data(), "--json"});
  const auto media = boost::json::parse(listed.out).at("media").as_array();
  ASSERT_EQ(media.size(), 2U);
  EXPECT_EQ(media[0].at("room").as_string(), "Сейф");
  EXPECT_FALSE(media[0].at("retired").as_bool());
  EXPECT_TRUE(media[1].at("retired").as_bool());
  EXPECT_THAT(letopis({"media", "list", "--data", data()}).out, HasSubstr("списан"));
  EXPECT_EQ(letopis({"verify", "--data", data()}).exit, 0);
}

TEST_F(Media, WantARoom) {
  expect_refused(letopis({"media", "add", in("a"), "--data", data(), "--trial"}), "--room");
  expect_refused(letopis({"media", "add", in("a"), "--data", data(), "--room", "", "--trial"}),
                 "--room");
  expect_refused(letopis({"media", "add", "--data", data(), "--room", "x"}), "какой носитель");
  expect_refused(letopis({"media", "lend", "--data", data()}), "add, list или retire");
  expect_refused(letopis({"media", "add", in("no"), "--data", data(), "--room", "x", "--trial"}),
                 in("no"));
}

TEST_F(Media, RetiringIsOneObjectForMachines) {
  ASSERT_EQ(add("a").exit, 0);
  const auto ran =
      letopis({"media", "retire", "1", "--data", data(), "--reason", "износ", "--json"});
  EXPECT_EQ(boost::json::parse(ran.out).at("medium").as_int64(), 1);
}

TEST_F(Media, OnlyTwoOfTheLogsOwnInUseAreSealedTo) {
  RecordProperty("requirement", "ARC-03");
  ASSERT_EQ(add("a").exit, 0);
  ASSERT_EQ(add("b").exit, 0);
  const auto size = size_of(data());
  expect_refused(seal({in("a")}), "нужны два носителя");
  expect_refused(seal({in("a"), in("a")}), "один и тот же носитель");
  expect_refused(seal({in("a"), in("c")}), "носитель не подключён");
  write_whole(in("c") + "/letter.txt", "hello");
  expect_refused(seal({in("a"), in("c")}), "letopis-medium.txt");
  expect_refused(letopis({"seal", "--data", data(), "--medium", in("a"), "--medium", in("b")}),
                 "--trial");
  fs::copy(in("b") + "/letopis-medium.txt", in("c") + "/letopis-medium.txt");
  expect_refused(seal({in("b"), in("c")}), "один и тот же носитель");
  auto forged = read_whole(in("b") + "/letopis-medium.txt");
  forged[forged.size() - 2] = forged[forged.size() - 2] == '0' ? '1' : '0';
  write_whole(in("c") + "/letopis-medium.txt", forged);
  expect_refused(seal({in("a"), in("c")}), "паспорт другой");
  forged.replace(forged.find("medium 2"), 8, "medium 9");
  write_whole(in("c") + "/letopis-medium.txt", forged);
  expect_refused(seal({in("a"), in("c")}), "не знает этого носителя");
  EXPECT_EQ(size_of(data()), size) << "no refusal leaves an event";
  EXPECT_THAT(names_in(in("a")), ElementsAre("letopis-medium.txt"));

  ASSERT_EQ(letopis({"media", "retire", "2", "--data", data(), "--reason", "износ"}).exit, 0);
  expect_refused(seal({in("a"), in("b")}), "носитель № 2 списан");
}

TEST_F(Media, OfAnotherSchoolIsNotSealedToNorScrubbed) {
  RecordProperty("requirement", "ARC-03");
  ASSERT_EQ(add("a").exit, 0);
  ASSERT_EQ(add("b").exit, 0);
  const auto other = (scratch_.path() / "other").string();
  live_school(other, 12, 9);
  ASSERT_EQ(letopis({"media", "add", in("c"), "--data", other, "--room", "x", "--trial"}).exit, 0);
  const auto size = size_of(data());
  expect_refused(seal({in("a"), in("c")}), "другого журнала");
  expect_refused(letopis({"scrub", "--data", data(), "--medium", in("a"), "--medium", in("c")}),
                 "другого журнала");
  expect_refused(letopis({"repair", in("c"), in("a"), "--data", data()}), "другого журнала");
  expect_refused(letopis({"scrub", "--data", data(), "--medium", in("a"), "--medium", in("a")}),
                 "один и тот же носитель");
  EXPECT_EQ(size_of(data()), size);
}

TEST_F(Media, GivenInTheOtherOrderAreTheSameMedia) {
  ASSERT_EQ(add("a").exit, 0);
  ASSERT_EQ(add("b").exit, 0);
  const auto ran = seal({in("b"), in("a")});
  ASSERT_EQ(ran.exit, 0) << ran.errors;
  const auto trust = in("trust.txt");
  ASSERT_EQ(letopis({"trust", "export", "--data", data(), "--out", trust}).exit, 0);
  EXPECT_EQ(letopis_verify({in("a"), in("b"), "--trust", trust}).exit, 0);
  const auto sealed = events_from(data(), size_of(data()) - 1);
  const auto* fact = std::get_if<events::VolumeSealed>(&sealed.at(0).fact);
  ASSERT_TRUE(fact);
  EXPECT_EQ(fact->first_medium.value, 2U);
  EXPECT_EQ(fact->second_medium.value, 1U);
  EXPECT_TRUE(fact->trial);
}

TEST(Seal, GoesOnFromTheLastVolumeOnly) {
  RecordProperty("requirement", "ARC-01");
  const SealedSchool school;
  for (const auto* wrong : {SealedSchool::kFirst, "trial_2025-2026_log_v009", "nonsense"}) {
    const auto ran = school.seal({"--since", wrong});
    EXPECT_EQ(ran.exit, 2) << wrong;
    EXPECT_THAT(ran.errors, HasSubstr(std::string("Последний: ") + SealedSchool::kSecond));
  }
  const auto ran = school.seal({"--since", SealedSchool::kSecond, "--json"});
  ASSERT_EQ(ran.exit, 0) << ran.errors;
  const auto told = boost::json::parse(ran.out);
  EXPECT_EQ(told.at("volume").as_string(), "trial_2025-2026_log_v003");
  EXPECT_EQ(told.at("end").as_int64() - told.at("first").as_int64(), 1);
  EXPECT_TRUE(told.at("trial_media").as_bool());
  EXPECT_EQ(school.verify({school.a(), school.b()}).exit, 0);
}

TEST(Seal, TheFirstVolumeHasNoneBefore) {
  const SchoolCopy copy;
  const office::ScratchDirectory scratch("letopis-media");
  const auto a = (scratch.path() / "a").string(), b = (scratch.path() / "b").string();
  fs::create_directory(a);
  fs::create_directory(b);
  add_media(copy.data().string(), a, b);
  const auto ran = letopis({"seal", "--data", copy.data().string(), "--medium", a, "--medium", b,
                            "--trial", "--since", SealedSchool::kFirst});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_THAT(ran.errors, HasSubstr("без --since"));
}

TEST(Seal, BothMediaHoldTheSameBytes) {
  RecordProperty("requirement", "ARC-03");
  const SealedSchool school;
  for (const auto* volume : {SealedSchool::kFirst, SealedSchool::kSecond}) {
    EXPECT_TRUE(all_below(fs::path(school.a()) / volume) ==
                all_below(fs::path(school.b()) / volume))
        << volume;
  }
  EXPECT_THAT(names_in(school.a()),
              ElementsAre("letopis-medium.txt", SealedSchool::kFirst, SealedSchool::kSecond));
}

// A volume that was named but not recorded, as a cut-off seal leaves it.
TEST(Seal, WhatACutOffSealLeftIsRemovedByTheNext) {
  RecordProperty("requirement", "ARC-02");
  const SealedSchool school;
  const auto fresh = school.in("fresh");
  office::copy_school(school.data(), fresh);
  ASSERT_EQ(school.seal().exit, 0);  // v003 on both; of the fresh copy's log it is not recorded
  fs::copy(school.data() + "/archive/begun.txt", fresh + "/archive/begun.txt",
           fs::copy_options::overwrite_existing);
  fs::create_directories(school.a() + "/trial_2024-2025_log_v002.part/data");
  const auto ran =
      letopis({"seal", "--data", fresh, "--medium", school.a(), "--medium", school.b(), "--trial"});
  ASSERT_EQ(ran.exit, 0) << ran.errors;
  const auto trust = school.trust_of(fresh, "fresh-trust.txt");
  EXPECT_EQ(letopis_verify({school.a(), school.b(), "--trust", trust}).exit, 0);
  EXPECT_THAT(names_in(school.a()), ElementsAre("letopis-medium.txt", SealedSchool::kFirst,
                                                SealedSchool::kSecond, "trial_2025-2026_log_v003"));
}

// Here the medium is right and the server an old copy of itself: nothing may be erased.
TEST(Seal, AVolumeThatHoldsMoreThanTheLogIsNeverRemoved) {
  RecordProperty("requirement", "ARC-04");
  const SealedSchool school;
  const auto old = school.in("old");
  office::copy_school(school.data(), old);
  let_leave(school.data(), SealedSchool::kPupil);
  ASSERT_EQ(letopis({"erase", "--data", school.data(), "--person", SealedSchool::kPupil, "--order",
                     "1", "--date", "2026-06-01", "--ground", "x"})
                .exit,
            0);
  ASSERT_EQ(school.seal().exit, 0);
  fs::copy(school.data() + "/archive/begun.txt", old + "/archive/begun.txt",
           fs::copy_options::overwrite_existing);
  const auto before = all_below(school.a());
  const auto ran =
      letopis({"seal", "--data", old, "--medium", school.a(), "--medium", school.b(), "--trial"});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_THAT(ran.errors, HasSubstr("не старая ли копия"));
  EXPECT_TRUE(all_below(school.a()) == before);
}

// What a server that has this school notes while it serves.
void read_diaries(const SealedSchool& school, std::uint32_t reader, std::uint32_t children) {
  const office::SystemClock clock;
  const auto shelf = shelf::Shelf::open(school.in("school/shelf"));
  ASSERT_TRUE(shelf);
  const auto log = trace::AccessLog::open(**shelf, clock);
  ASSERT_TRUE(log);
  std::vector<events::PersonNumber> read;
  for (std::uint32_t child = 1; child <= children; ++child) read.push_back({child});
  (*log)->read({reader}, read, trace::View::kDiary);
}

TEST(Seal, TakesTheLogOfAccessAlongAndTheNextVolumeGoesOnFromIt) {
  RecordProperty("requirement", "ACC-12 ARC-02");
  const SealedSchool school;
  EXPECT_THAT(school.verify({school.a()}).out, Not(HasSubstr("журнал доступа")));
  read_diaries(school, 7, 300);
  ASSERT_EQ(school.seal({"--since", SealedSchool::kSecond}).exit, 0);
  read_diaries(school, 8, 20);
  ASSERT_EQ(school.seal({"--since", "trial_2025-2026_log_v003"}).exit, 0);
  const auto last = school.a() + "/trial_2025-2026_log_v004/data/access/";
  EXPECT_THAT(read_whole(last + "joint"), HasSubstr("old 300\n"));
  EXPECT_THAT(read_whole(last + "checkpoint"), HasSubstr("/access\n320\n"));
  const auto told = school.verify({school.a(), school.b()});
  EXPECT_EQ(told.exit, 0) << told.out;
  EXPECT_THAT(told.out, HasSubstr("журнал доступа"));
  EXPECT_THAT(told.out, HasSubstr("всего 320"));
}

TEST(Seal, ALogOfAccessThatWasBegunAnewIsToldAsAnotherBranch) {
  RecordProperty("requirement", "ACC-12");
  const SealedSchool school;
  read_diaries(school, 7, 30);
  ASSERT_EQ(school.seal({"--since", SealedSchool::kSecond}).exit, 0);
  fs::remove_all(school.in("school/shelf"));
  read_diaries(school, 8, 40);
  ASSERT_EQ(school.seal({"--since", "trial_2025-2026_log_v003"}).exit, 0);
  const auto told = school.verify({school.a()});
  EXPECT_EQ(told.exit, 4) << told.out;
  EXPECT_THAT(told.out, HasSubstr("журнал доступа: первые 30 записей"));
}

TEST(Seal, InEnglishHasNoRussian) {
  const SealedSchool school;
  const auto ran = school.seal({"--lang", "en"});
  ASSERT_EQ(ran.exit, 0) << ran.errors;
  EXPECT_THAT(ran.out, HasSubstr("is sealed"));
  EXPECT_THAT(ran.out + ran.errors, Not(testing::ContainsRegex("\xd0|\xd1")));
}

TEST(Trust, IsExportedOnceAndNamesTheKeyOnPaper) {
  RecordProperty("requirement", "ARC-05");
  const SealedSchool school;
  const auto again = letopis({"trust", "export", "--data", school.data(), "--out", school.trust()});
  EXPECT_EQ(again.exit, 2);
  EXPECT_THAT(again.errors, HasSubstr("уже есть"));
  const auto other = school.in("other.txt");
  const auto ran = letopis({"trust", "export", "--data", school.data(), "--out", other, "--json"});
  EXPECT_EQ(boost::json::parse(ran.out).at("checkpoints").as_int64(), 2);
  EXPECT_EQ(read_whole(other), read_whole(school.trust()));
  EXPECT_EQ(letopis({"trust", "import", "--data", school.data(), "--out", other}).exit, 2);
}

}  // namespace
}  // namespace letopis::end_to_end
