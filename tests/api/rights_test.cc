// Each role at each route: what is open to it, and that all else is refused.
#include <gmock/gmock.h>

#include <map>
#include <set>
#include <sstream>

#include "api/routes.h"
#include "api/served_school.h"
#include "hosting/visit.h"

namespace letopis::api {
namespace {

// All log-ins signed in once: nothing here changes the school.
class Rights : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    served_ = std::make_unique<ServedSchool>();
    for (const auto& login : all_logins()) guests_.emplace(login, Guest(*served_, login));
  }
  static void TearDownTestSuite() {
    guests_.clear();
    served_.reset();
  }

  static const Guest& guest(const std::string& login) { return guests_.at(login); }

  // {uchenik} stands for the pupil's number, {roditel} for the parent's … and {foreign} for that of
  // a pupil of another class.
  static std::string filled(std::string target) {
    const auto put = [&target](const std::string& mark, std::uint32_t number) {
      const auto at = target.find(mark);
      if (at != std::string::npos) target.replace(at, mark.size(), std::to_string(number));
    };
    for (const auto& [login, one] : guests_) put("{" + login + "}", one.person().value);
    put("{foreign}", foreign_pupil());
    return target;
  }

  // Of the class that the class teacher does not lead.
  static std::uint32_t foreign_pupil() {
    const hosting::Visit visit(served_->school(), {});
    const auto today = visit.now().today();
    const auto own = visit.directory().class_of(guest("uchenik").person(), today);
    for (const auto& one : visit.directory().classes(today)) {
      if (one.number == own) continue;
      return visit.directory().pupils_of(one.number, today, today).front().pupil.value;
    }
    return 0;
  }

  static void expect_open_to(const std::string& target, const std::string& logins) {
    std::istringstream words(logins);
    std::set<std::string> open;
    for (std::string word; words >> word;) open.insert(word);
    for (const auto& [login, one] : guests_) {
      const auto told = one.get(filled(target));
      if (logins == "*" || open.contains(login)) {
        EXPECT_EQ(told.status(), 200u) << login << " " << target << " " << told.code();
        continue;
      }
      EXPECT_EQ(told.status(), 403u) << login << " " << target;
      EXPECT_THAT(told.code(), testing::StartsWith("reading.")) << login << " " << target;
    }
    const auto stranger = served_->get(filled(target));
    EXPECT_EQ(stranger.status(), 401u) << target;
    EXPECT_EQ(stranger.code(), "session.none") << target;
  }

  static inline std::unique_ptr<ServedSchool> served_;
  static inline std::map<std::string, Guest> guests_;
};

// "/api/v1/cells/1/1" of "/api/v1/cells/{lesson}/{pupil}".
std::string with_ones(std::string_view pattern) {
  std::string out;
  for (bool inside = false; const char one : pattern) {
    if (one == '{') out += '1';
    inside = (inside || one == '{') && one != '}';
    if (!inside && one != '}') out += one;
  }
  return out;
}

const std::string kLeading = "director deputy administrator inspector ";

TEST_F(Rights, JournalsAreForTheirTeachersTheClassTeacherAndThoseWhoLead) {
  RecordProperty("requirement", "ACC-03 ACC-05 ACC-06 ACC-07 ACC-08");
  // 5а, Русский язык: the class teacher's own.
  expect_open_to("/api/v1/views/journal?class=1&subject=1", kLeading + "klassruk");
  expect_open_to("/api/v1/reports/journal?class=1&subject=1", kLeading + "klassruk");
  expect_open_to("/api/v1/views/programme?class=1&subject=1", kLeading + "klassruk");
  expect_open_to("/api/v1/views/period_proposals?class=1&subject=1&period=1",
                 kLeading + "klassruk");
  expect_open_to("/api/v1/views/changes?class=1&subject=1", kLeading + "klassruk");
  expect_open_to("/api/v1/views/changes", kLeading);
}

TEST_F(Rights, AClassTeacherReadsTheOwnClassAlone) {
  RecordProperty("requirement", "ACC-06");
  expect_open_to("/api/v1/views/attendance?class=1", kLeading + "klassruk");
  expect_open_to("/api/v1/views/attendance?class=2", kLeading);
  expect_open_to("/api/v1/reports/attendance?class=1", kLeading + "klassruk");
  expect_open_to("/api/v1/reports/summary_sheet?class=1", kLeading + "klassruk");
  expect_open_to("/api/v1/reports/summary_sheet?class=2", kLeading);
}

TEST_F(Rights, ADiaryIsForItsPupilTheFamilyAndThoseWhoAnswerForThem) {
  RecordProperty("requirement", "ACC-04 DRY-03");
  const std::string week = "&from=2026-03-02&to=2026-03-08";
  expect_open_to("/api/v1/views/diary?pupil={uchenik}" + week,
                 kLeading + "klassruk uchenik roditel");
  expect_open_to("/api/v1/views/diary?pupil={foreign}" + week, kLeading);
  expect_open_to("/api/v1/reports/diary_pages?pupil={uchenik}" + week,
                 kLeading + "klassruk uchenik roditel");
  expect_open_to("/api/v1/reports/diary_pages?pupil={foreign}" + week, kLeading);
}

TEST_F(Rights, WhatEachOwesIsForTheOneAndForThoseWhoLead) {
  const std::string staff = kLeading + "secretary psychologist klassruk teacher";
  expect_open_to("/api/v1/views/due", staff);
  expect_open_to("/api/v1/views/due?person={teacher}", kLeading + "teacher");
  expect_open_to("/api/v1/reports/due", kLeading);
}

TEST_F(Rights, WhatConcernsNobodyIsForAllWhoBelongToTheSchool) {
  for (const char* target :
       {"/api/v1/views/regulation", "/api/v1/views/substitutions", "/api/v1/views/classes",
        "/api/v1/views/timetable?class=1", "/api/v1/views/news", "/api/v1/views/events",
        "/api/v1/views/messages", "/api/v1/views/addressees", "/api/v1/views", "/api/v1/reports",
        "/api/v1/commands", "/api/v1/sessions", "/api/v1/application-passwords"}) {
    expect_open_to(target, "*");
  }
}

TEST_F(Rights, WhoReadAChildsDataIsForTheChildTheFamilyAndThoseWhoLead) {
  RecordProperty("requirement", "ACC-12");
  expect_open_to("/api/v1/readings?child={uchenik}", kLeading + "uchenik roditel");
  expect_open_to("/api/v1/readings?child={foreign}", kLeading);
}

TEST_F(Rights, EntriesOfTheSchoolsOwnAffairsAreForThoseWhoLead) {
  expect_open_to("/api/v1/entries/0", kLeading);
  expect_open_to("/api/v1/receipts/0", kLeading);
}

TEST_F(Rights, TheRegisterOfTheArchiveIsForThoseWhoLead) {
  RecordProperty("requirement", "ARC-08");
  expect_open_to("/api/v1/views/archive", kLeading);
}

TEST_F(Rights, PrintedCopiesAreForThoseWhoPrintKeepAndInspectThem) {
  RecordProperty("requirement", "PAP-02 PAP-03");
  expect_open_to("/api/v1/views/copies", kLeading + "secretary klassruk");
}

TEST_F(Rights, PeopleAreSeenByWhomTheyConcern) {
  RecordProperty("requirement", "ACC-04 ACC-12");
  const auto seen = [](const std::string& login) {
    std::set<std::uint32_t> out;
    const auto told = guest(login).get("/api/v1/views/people").json();
    for (const auto& one : told.at("people").as_array()) {
      out.insert(one.at("person").to_number<std::uint32_t>());
    }
    return out;
  };
  const auto pupil = guest("uchenik").person().value, parent = guest("roditel").person().value;
  EXPECT_FALSE(seen("uchenik").contains(foreign_pupil()));
  EXPECT_TRUE(seen("roditel").contains(pupil));
  EXPECT_FALSE(seen("roditel").contains(foreign_pupil()));
  EXPECT_TRUE(seen("klassruk").contains(parent));
  EXPECT_TRUE(seen("administrator").contains(foreign_pupil()));
  EXPECT_EQ(guest("inspector").get("/api/v1/views/people").status(), 403u);
}

TEST_F(Rights, EveryRouteBehindTheDoorRefusesStrangers) {
  for (const auto& route : routes()) {
    if (route.door == Door::kOpen) continue;
    const auto target = with_ones(route.path);
    const auto told = served_->send(std::string(route.method), target, {});
    EXPECT_EQ(told.status(), 401u) << route.method << " " << target;
    EXPECT_EQ(told.code(), "session.none") << route.method << " " << target;
    EXPECT_EQ(told.route, route.path);
  }
}

TEST_F(Rights, EveryAnswerTellsBrowsersToKeepNothingAndEmbedNothing) {
  for (const char* target : {"/api/v1", "/api/v1/views", "/nothing", "/log/checkpoint"}) {
    const auto told = served_->get(target);
    EXPECT_EQ(told.header("X-Content-Type-Options"), "nosniff") << target;
    EXPECT_EQ(told.header("Referrer-Policy"), "no-referrer") << target;
    EXPECT_THAT(told.header("Content-Security-Policy"), testing::HasSubstr("default-src 'none'"))
        << target;
    EXPECT_FALSE(told.header("Cache-Control").empty()) << target;
  }
}

}  // namespace
}  // namespace letopis::api
