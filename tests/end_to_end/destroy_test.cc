// Document volumes as the server seals and destroys them, and as everybody is told of it.
#include <gmock/gmock.h>

#include "archive/layout.h"
#include "archive/medium_check.h"
#include "archivist/archive_files.h"
#include "archivist/destroying.h"
#include "archivist/mending.h"
#include "certifying/document_sealing.h"
#include "end_to_end/sealed_school.h"
#include "regulations/civil_day.h"

namespace letopis::end_to_end {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

constexpr int kDaysKept = 10;

// The machine's clock, so many days ahead.
class LaterClock final : public events::Clock {
 public:
  explicit LaterClock(int days) : ahead_ms_(std::int64_t{days} * 86'400'000) {}
  events::Instant now() const override { return {system_.now().milliseconds + ahead_ms_}; }
  std::int64_t monotonic_ms() const override { return system_.monotonic_ms(); }

 private:
  const office::SystemClock system_;
  const std::int64_t ahead_ms_;
};

class Destruction : public testing::Test {
 protected:
  void SetUp() override {
    RecordProperty("requirement", "ARC-08");
    const auto desk = desk_in(0);
    const auto media = desk->choose_media(school_.a(), school_.b(), true);
    ASSERT_TRUE(media) << media.refusal().says.en;
    for (const bool for_ever : {false, true}) {
      certifying::DocumentOrder order;
      order.years = "2025-2026";
      if (!for_ever) order.keep_until = last_day();
      order.checkpoint = *desk->checkpoint();
      order.registers = {{"printed_copies.csv", "Номер\n"}};
      bool given = false;
      const archive::DocumentSource source =
          [&]() -> Result<std::optional<archive::SealedDocument>> {
        if (std::exchange(given, true)) return std::optional<archive::SealedDocument>();
        return std::optional<archive::SealedDocument>(
            archive::SealedDocument{"5a", "summary.pdf", "%PDF-1.4", std::nullopt, {}});
      };
      const auto sealed = certifying::seal_documents(*desk, *media, order, source, {});
      ASSERT_TRUE(sealed) << sealed.refusal().says.en;
      (for_ever ? for_ever_ : kept_) = sealed->name;
    }
  }

  static events::Day last_day() { return regulations::plus_days(office::today(), kDaysKept); }
  std::unique_ptr<archivist::ArchiveDesk> desk_in(int days) const {
    auto desk = archivist::ArchiveDesk::open(school_.data(), std::make_unique<LaterClock>(days));
    INVARIANT(desk.has_value());
    return std::move(*desk);
  }
  archivist::DestroyOrder order(std::vector<fs::path> media, const char* act = "№ 12") const {
    return {kept_, std::move(media), {act, office::today()}};
  }
  std::string refused(int days, const archivist::DestroyOrder& order) const {
    const auto done = archivist::destroy(*desk_in(days), order);
    return done ? "" : done.refusal().code;
  }
  bool lies_on(const std::string& medium) const { return fs::exists(fs::path(medium) / kept_); }

  const SealedSchool school_;
  std::string kept_;
  std::string for_ever_;
};

TEST_F(Destruction, IsRefusedUntilTheTermIsOverAndNothingIsTouched) {
  const auto both = order({school_.a(), school_.b()});
  const auto early = letopis({"destroy", kept_, "--data", school_.data(), "--medium", school_.a(),
                              "--act", "№ 12", "--date", "2026-06-30"});
  EXPECT_NE(early.exit, 0);
  EXPECT_THAT(early.out + early.errors, HasSubstr(regulations::russian(last_day())));
  EXPECT_EQ(refused(kDaysKept - 1, both), "volume.kept");
  auto other = both;
  other.volume = SealedSchool::kFirst;
  EXPECT_EQ(refused(kDaysKept + 2, other), "volume.of_log");
  other.volume = for_ever_;
  EXPECT_EQ(refused(kDaysKept + 2, other), "volume.kept_for_ever");
  other.volume = "trial_2025-2026_doc_v999";
  EXPECT_EQ(refused(kDaysKept + 2, other), "destroy.unknown");
  EXPECT_EQ(refused(kDaysKept + 2, order({school_.a(), school_.a()})), "media.same_medium");
  EXPECT_TRUE(lies_on(school_.a()) && lies_on(school_.b()));
}

TEST_F(Destruction, OnOneMediumLeavesTheOtherOwedUntilItIsFinished) {
  const auto first = archivist::destroy(*desk_in(kDaysKept + 2), order({school_.a()}));
  ASSERT_TRUE(first) << first.refusal().says.en;
  EXPECT_EQ(first->now, std::vector<events::MediumNumber>{{1}});
  EXPECT_EQ(first->owed, std::vector<events::MediumNumber>{{2}});
  EXPECT_FALSE(lies_on(school_.a()));
  EXPECT_TRUE(lies_on(school_.b()));

  const auto scrub = letopis(
      {"scrub", "--data", school_.data(), "--medium", school_.a(), "--medium", school_.b()});
  EXPECT_EQ(scrub.exit, 3) << "no log volume has followed the documents yet: " << scrub.out;
  EXPECT_THAT(scrub.out, HasSubstr("ещё нет записи"));
  EXPECT_THAT(scrub.out, HasSubstr("уничтожен по акту № 12"));
  EXPECT_THAT(scrub.out, HasSubstr("должен быть уничтожен"));
  const auto repair = letopis({"repair", school_.a(), school_.b(), "--data", school_.data()});
  EXPECT_EQ(repair.exit, 3) << repair.out;
  EXPECT_FALSE(lies_on(school_.a())) << "repair brings nothing back";

  EXPECT_EQ(refused(kDaysKept + 2, order({school_.b()}, "№ 13")), "destroy.two_acts");
  const auto second =
      archivist::destroy(*desk_in(kDaysKept + 2), order({school_.a(), school_.b()}));
  ASSERT_TRUE(second) << second.refusal().says.en;
  EXPECT_EQ(second->now, std::vector<events::MediumNumber>{{2}});
  EXPECT_EQ(second->before, std::vector<events::MediumNumber>{{1}});
  EXPECT_TRUE(second->owed.empty());
  EXPECT_FALSE(lies_on(school_.b()));
}

TEST_F(Destruction, CutOffHalfWayIsFinishedByTheNextCall) {
  const auto aside = fs::path(school_.a()) / (kept_ + std::string(archive::kUnfinished));
  fs::rename(fs::path(school_.a()) / kept_, aside);
  fs::remove_all(aside / "data");
  const auto done = archivist::destroy(*desk_in(kDaysKept + 2), order({school_.a(), school_.b()}));
  ASSERT_TRUE(done) << done.refusal().says.en;
  EXPECT_EQ(done->now.size(), 2u);
  EXPECT_FALSE(fs::exists(aside));
}

TEST_F(Destruction, ASealAfterwardsTellsItOnTheMediaThemselves) {
  ASSERT_TRUE(archivist::destroy(*desk_in(kDaysKept + 2), order({school_.a(), school_.b()})));
  ASSERT_EQ(school_.seal().exit, 0);
  const auto told = school_.verify({school_.a()});
  EXPECT_EQ(told.exit, 0) << told.out;
  EXPECT_THAT(told.out, HasSubstr("уничтожен по акту № 12"));
  EXPECT_THAT(told.out, Not(HasSubstr("НЕПОЛНО")));
}

}  // namespace
}  // namespace letopis::end_to_end
