// Views and reports as files: what comes is a file of its kind.
#include <gmock/gmock.h>

#include "api/column_words.h"
#include "api/served_school.h"
#include "reports/report.h"
#include "wishes/queries.h"

namespace letopis::api {
namespace {

using testing::AnyOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

constexpr std::string_view kXlsx =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

void expect_kind(const Told& told, const std::string& suffix) {
  const auto& body = told.answer.body;
  if (suffix == ".pdf") {
    EXPECT_EQ(told.header("Content-Type"), "application/pdf");
    EXPECT_THAT(body, StartsWith("%PDF-"));
    EXPECT_THAT(body, AnyOf(EndsWith("%%EOF"), EndsWith("%%EOF\n")));
  } else if (suffix == ".xlsx") {
    EXPECT_EQ(told.header("Content-Type"), kXlsx);
    EXPECT_THAT(body, StartsWith(std::string("PK\3\4", 4)));
    EXPECT_THAT(body, HasSubstr("xl/workbook.xml"));
  } else if (suffix == ".csv") {
    EXPECT_EQ(told.header("Content-Type"), "text/csv; charset=utf-8");
    EXPECT_THAT(body, HasSubstr("\n"));
  } else {
    EXPECT_EQ(told.header("Content-Type"), "text/html; charset=utf-8");
    EXPECT_THAT(body, StartsWith("<!DOCTYPE html>"));
  }
}

class Documents : public testing::Test {
 protected:
  Documents() : deputy_(served_, "deputy") {}
  ServedSchool served_;
  Guest deputy_;
};

TEST_F(Documents, EveryViewIsAPageATableAndAText) {
  const auto child = std::to_string(Guest(served_, "uchenik").person().value);
  for (const auto& query : wishes::queries()) {
    const std::string name(query.name);
    std::string asked;
    if (name == "diary") asked = "?from=2026-03-02&to=2026-03-08&pupil=" + child;
    if (name == "journal" || name == "period_proposals" || name == "programme") {
      asked = "?class=1&subject=1";
    }
    if (name == "period_proposals") asked += "&period=1";
    if (name == "attendance" || name == "timetable" || name == "results" || name == "analysis") {
      asked = "?class=1";
    }
    if (name == "thread") continue;  // only who wrote or got it reads one
    for (const char* suffix : {".pdf", ".xlsx", ".csv", ".html"}) {
      const auto told = deputy_.get("/api/v1/views/" + name + suffix + asked);
      ASSERT_EQ(told.status(), 200u) << name << suffix << " " << told.answer.body.substr(0, 300);
      SCOPED_TRACE(name + suffix);
      expect_kind(told, suffix);
    }
  }
}

void expect_words(const boost::json::object& answer) {
  for (const auto& [name, value] : answer) {
    EXPECT_NE(column_word(name, terminal::Language::kRussian), name);
    if (const auto* rows = value.if_array()) {
      for (const auto& row : *rows) {
        if (row.is_object()) expect_words(row.get_object());
      }
    }
  }
}

TEST_F(Documents, EveryColumnHasAWordAndEveryTitleIsOne) {
  const auto child = std::to_string(Guest(served_, "uchenik").person().value);
  for (const std::string asked : {"classes",
                                  "people",
                                  "due",
                                  "news",
                                  "messages",
                                  "events",
                                  "addressees",
                                  "substitutions",
                                  "timetable?class=1",
                                  "attendance?class=1",
                                  "journal?class=1&subject=1",
                                  "programme?class=1&subject=1",
                                  "period_proposals?class=1&subject=1&period=1",
                                  "changes",
                                  "control",
                                  "results?class=1",
                                  "arrangement",
                                  "accounts",
                                  "archive",
                                  "copies",
                                  "analysis?class=1"}) {
    SCOPED_TRACE(asked);
    expect_words(deputy_.get("/api/v1/views/" + asked).json());
  }
  expect_words(
      deputy_.get("/api/v1/views/diary?from=2026-03-02&to=2026-03-08&pupil=" + child).json());
  const auto page = deputy_.get("/api/v1/views/classes.html").answer.body;
  EXPECT_THAT(page, HasSubstr("<title>Классы, открытые в этот день</title>"));
}

TEST_F(Documents, EveryReportIsOnScreenAsPdfAndAsATable) {
  RecordProperty("requirement", "REP-11");
  const auto child = std::to_string(Guest(served_, "uchenik").person().value);
  const auto teacher = std::to_string(Guest(served_, "teacher").person().value);
  for (const auto& row : reports::report_table()) {
    const std::string key(row.key);
    std::string asked = "?from=2026-01-12&to=2026-03-08";
    if (row.school_class == reports::Ask::kMust || key == "journal") asked += "&class=1";
    if (row.subject == reports::Ask::kMust || key == "journal") asked += "&subject=1";
    if (row.person == reports::Ask::kMust) {
      asked +=
          key == "diary_pages" || key == "report_card" ? "&pupil=" + child : "&teacher=" + teacher;
    }
    const auto screen = deputy_.get("/api/v1/reports/" + key + asked);
    ASSERT_EQ(screen.status(), 200u) << key << asked << " " << screen.answer.body.substr(0, 300);
    EXPECT_FALSE(screen.json().at("sheets").as_array().empty()) << key;
    for (const char* suffix : {".pdf", ".xlsx", ".csv"}) {
      const auto told = deputy_.get("/api/v1/reports/" + key + suffix + asked);
      ASSERT_EQ(told.status(), 200u) << key << suffix;
      SCOPED_TRACE(key + suffix);
      expect_kind(told, suffix);
    }
  }
}

TEST_F(Documents, AReportAsOfASizeIsTheSameFileHoweverTheLogGrows) {
  RecordProperty("requirement", "PAP-05");
  const auto size = deputy_.get("/api/v1/school").json().at("size").to_number<std::uint64_t>();
  const std::string target =
      "/api/v1/reports/summary_sheet.pdf?class=1&size=" + std::to_string(size - 100);
  const auto before = deputy_.get(target).answer.body;
  EXPECT_THAT(before, StartsWith("%PDF"));
  EXPECT_EQ(deputy_.get(target).answer.body, before);
  EXPECT_NE(deputy_.get("/api/v1/reports/summary_sheet.pdf?class=1").answer.body, before);
}

TEST_F(Documents, TheFormIsChosenByTheSuffixElseByAccept) {
  const auto by_header = deputy_.get("/api/v1/views/classes", {{"Accept", "text/csv"}});
  EXPECT_EQ(by_header.header("Content-Type"), "text/csv; charset=utf-8");
  const auto by_suffix = deputy_.get("/api/v1/views/classes.pdf", {{"Accept", "text/csv"}});
  EXPECT_EQ(by_suffix.header("Content-Type"), "application/pdf");
  EXPECT_EQ(by_suffix.header("Content-Disposition"), "attachment; filename=\"classes.pdf\"");
  const auto none = deputy_.get("/api/v1/views/classes", {{"Accept", "image/png"}});
  EXPECT_EQ(none.status(), 406u);
  EXPECT_EQ(deputy_.get("/api/v1/views/classes.zip").status(), 404u);
}

TEST_F(Documents, TheSameRightsHoldForEveryForm) {
  RecordProperty("requirement", "ACC-03");
  const Guest pupil(served_, "uchenik");
  for (const char* suffix : {"", ".pdf", ".xlsx", ".csv", ".html"}) {
    const auto told =
        pupil.get(std::string("/api/v1/views/journal") + suffix + "?class=1&subject=1");
    EXPECT_EQ(told.status(), 403u) << suffix;
    EXPECT_EQ(pupil.get(std::string("/api/v1/reports/attendance") + suffix + "?class=1").status(),
              403u)
        << suffix;
  }
}

TEST_F(Documents, AReportThatIsNoneAndOneOfNothingAreRefused) {
  EXPECT_EQ(deputy_.get("/api/v1/reports/nothing").status(), 404u);
  EXPECT_EQ(deputy_.get("/api/v1/reports/due?as_of=2020-01-01T00:00:00Z").code(), "report.size");
  for (const std::string size : {"0", "999999999", "1&as_of=2026-03-01T00:00:00Z"}) {
    EXPECT_EQ(deputy_.get("/api/v1/reports/due?size=" + size).code(), "report.size") << size;
  }
  EXPECT_EQ(deputy_.get("/api/v1/reports/due?from=x").status(), 400u);
}

}  // namespace
}  // namespace letopis::api
