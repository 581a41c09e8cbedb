// How a log begins.
#include <gtest/gtest.h>

#include "ledger/tiny_school.h"
#include "ledger/tiny_views.h"

namespace letopis::ledger {
namespace {

TEST(Founding, NewLogIsEmptyPublishedAndIntact) {
  TinySchool school;
  ASSERT_TRUE(school.create());
  EXPECT_EQ(school.size(), 0u);
  const auto verifier = signing::NoteVerifier::admit(
      signing::log_verifier_key(TinySchool::kOrigin, school.log_key().public_key()));
  const auto opened = signing::open_checkpoint(school.log().checkpoint(), *verifier);
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->checkpoint,
            (signing::Checkpoint{TinySchool::kOrigin, 0, signing::empty_root()}));
  school.close();
  EXPECT_TRUE(school.verify().intact());
  EXPECT_EQ(code_of(school.open()), "");
  EXPECT_EQ(school.size(), 0u);
}

TEST(Founding, LogIsNeverCreatedOverAnother) {
  TinySchool school;
  school.found();
  school.close();
  EXPECT_EQ(code_of(school.create()), "ledger.exists");
  EXPECT_EQ(code_of(school.open()), "");
  EXPECT_EQ(school.size(), 4u);
}

TEST(Founding, LogIsNotCreatedAmongWhatIsLeftOfAnother) {
  TinySchool school;
  school.found();
  school.close();
  std::filesystem::remove(school.directory() / "checkpoint");
  std::filesystem::remove_all(school.directory() / "store");
  const auto before = files_below(school.directory());
  EXPECT_EQ(code_of(school.create()), "ledger.exists");
  EXPECT_EQ(files_below(school.directory()), before);
}

TEST(Founding, FirstCommandMustStartTheLog) {
  TinySchool school;
  ASSERT_TRUE(school.create());
  EXPECT_EQ(code_of(school.append({&school.teacher, {mark(1, 10)}})), "key.unknown");
  const auto two =
      school.sign({&school.founder,
                   {events::LogStarted{TinySchool::kOrigin, true, school.founder.key.public_key()},
                    enrolled(school.director)}});
  EXPECT_EQ(code_of(school.log().append(two)), "ledger.not_started");
  EXPECT_EQ(school.size(), 0u);
  const auto accepted = school.log().append(school.started());
  ASSERT_TRUE(accepted);
  EXPECT_EQ(accepted->place, (CommandPlace{{0}, 1}));
}

TEST(Founding, AnotherOriginKindOrAuthorIsRefused) {
  TinySchool school;
  ASSERT_TRUE(school.create());
  const auto& key = school.founder.key.public_key();
  const Wish other_origin{&school.founder,
                          {events::LogStarted{"letopis.example/other", true, key}}};
  const Wish not_trial{&school.founder, {events::LogStarted{TinySchool::kOrigin, false, key}}};
  const Person somebody{{5}, trial_key("founder")};
  const Wish not_founder{&somebody, {events::LogStarted{TinySchool::kOrigin, true, key}}};
  for (const auto& wish : {other_origin, not_trial, not_founder}) {
    EXPECT_EQ(code_of(school.append(wish)), "ledger.not_started");
  }
  const Wish strange{&school.founder,
                     {events::LogStarted{TinySchool::kOrigin, true, trial_key("x").public_key()}}};
  EXPECT_EQ(code_of(school.append(strange)), "key.unknown");
  EXPECT_EQ(school.size(), 0u);
}

TEST(Founding, LogIsStartedOnce) {
  TinySchool school;
  school.found();
  const Person usurper{{0}, trial_key("usurper")};
  const events::LogStarted again{TinySchool::kOrigin, true, usurper.key.public_key()};
  EXPECT_EQ(code_of(school.append({&usurper, {again}})), "ledger.started");
  EXPECT_EQ(code_of(school.append({&school.founder, {again}})), "ledger.started");
  EXPECT_EQ(school.size(), 4u);
}

// Whoever has a key would else make himself a founder from the middle of a command.
TEST(Founding, SecondStartInTheMiddleOfACommandIsRefused) {
  TinySchool school;
  school.found();
  const Person usurper{{0}, trial_key("usurper")};
  const events::LogStarted again{TinySchool::kOrigin, true, usurper.key.public_key()};
  EXPECT_EQ(code_of(school.append({&school.teacher, {mark(1, 10), again}})), "ledger.started");
  EXPECT_EQ(school.size(), 4u);
  EXPECT_EQ(code_of(school.append({&usurper, {mark(1, 10)}})), "key.unknown");
}

TEST(Founding, LogOfOneKindIsNotOpenedAsTheOther) {
  TinySchool school;
  school.found();
  school.close();
  school.settings.trial = false;
  EXPECT_EQ(code_of(school.open()), "ledger.trial");
  school.settings.trial = true;
  EXPECT_EQ(code_of(school.open()), "");
}

}  // namespace
}  // namespace letopis::ledger
