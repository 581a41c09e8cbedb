// The note on a control: what was found, remarks and their settling, and who has read it.
#include <gmock/gmock.h>

#include "reports/written_school.h"

namespace letopis::reports {
namespace {

using events::AcquaintanceSubject;
using projections::kDirector;
using projections::kEnglish;
using projections::kFifthA;
using projections::kMathematics;
using projections::kMaths;
using testing::ElementsAre;

constexpr events::PersonNumber kDeputy{7};

class ControlNotes : public testing::Test {
 protected:
  ControlNotes() { school_.give_role(school_.add_person(7, "Завуч"), events::Role::kDeputy); }

  void issue(std::uint32_t number, std::optional<events::ClassNumber> school_class) {
    school_.add(kDeputy, events::ControlNoteIssued{{number},
                                                   projections::day("2025-09-01"),
                                                   projections::day("2025-09-12"),
                                                   events::ControlSubject::kTimeliness,
                                                   school_class,
                                                   school_.names().keep("Тем нет у трёх уроков."),
                                                   school_.names().keep("Внести темы."),
                                                   projections::day("2025-09-19")});
  }
  void remark(std::uint32_t number, events::PersonNumber teacher,
              std::optional<events::ClassNumber> school_class) {
    school_.add(kDeputy, events::RemarkMade{{number},
                                            teacher,
                                            school_class,
                                            kMathematics,
                                            events::RemarkLevel::kDeputy,
                                            projections::day("2025-09-19"),
                                            school_.names().keep("Нет темы 3 сентября")});
  }
  documents::Sheet note() const {
    const auto made = school_.make_report(request());
    EXPECT_TRUE(made) << made.refusal().says.en;
    return made->document.sheets.front();
  }
  Request request() const {
    Request request = school_.request(Report::kControlNote);
    request.school_class.reset();
    return request;
  }
  std::string state() const { return rows_of(note()).at(0).at(4); }

  WrittenSchool school_;
};

TEST_F(ControlNotes, HasItsRemarksWithTermAndSettling) {
  RecordProperty("requirement", "REP-05");
  RecordProperty("requirement", "REP-06");
  school_.set_clock("2025-09-12", 12);
  remark(1, kMaths, kFifthA);
  issue(1, kFifthA);
  EXPECT_THAT(rows_of(note()), ElementsAre(ElementsAre("Мороз", "5а, Мат.", "Нет темы 3 сентября",
                                                       "19.09.2025", "срок идёт")));
  school_.set_clock("2025-09-20", 0);
  school_.add(kDirector, events::SubjectRegistered{{3}, "Физика", "Физ.", false});
  EXPECT_EQ(state(), "срок прошёл") << "the first second after the day";
  school_.add(kMaths, events::RemarkSettled{{1}, std::nullopt});
  EXPECT_EQ(state(), "устранено 20.09.2025");
  school_.add(kDeputy, events::RemarkConfirmed{{1}, false});
  EXPECT_EQ(state(), "не устранено (проверено)");
  school_.add(kMaths, events::RemarkSettled{{1}, std::nullopt});
  school_.add(kDeputy, events::RemarkConfirmed{{1}, true});
  EXPECT_EQ(state(), "устранено, подтверждено 20.09.2025");
}

TEST_F(ControlNotes, RemarksOfOtherDaysAndClassesStandOnNoNoteOfThisOne) {
  RecordProperty("requirement", "REP-06");
  school_.set_clock("2025-08-31", 23, 59);
  remark(1, kMaths, kFifthA);
  school_.set_clock("2025-09-12", 12);
  remark(2, kMaths, projections::kFifthB);
  issue(1, kFifthA);
  school_.set_clock("2025-09-13", 0);
  remark(3, kMaths, kFifthA);
  EXPECT_TRUE(rows_of(note()).empty());
}

TEST_F(ControlNotes, NamesWhoHasBeenAcquaintedAndWhen) {
  RecordProperty("requirement", "REP-05");
  school_.set_clock("2025-09-12", 12);
  issue(1, std::nullopt);
  EXPECT_EQ(note().signatures.people.size(), 3U) << "two lines to sign on";
  school_.set_clock("2025-09-15", 9);
  school_.add(kEnglish, events::AcquaintanceSigned{kEnglish, AcquaintanceSubject::kControlNote, 1});
  school_.add(kMaths, events::AcquaintanceSigned{kMaths, AcquaintanceSubject::kControlNote, 2});
  school_.add(kMaths, events::AcquaintanceSigned{kMaths, AcquaintanceSubject::kRemark, 1});
  const auto people = note().signatures.people;
  ASSERT_EQ(people.size(), 2U);
  EXPECT_EQ(people[1].full_name, "Енисеева ");
  EXPECT_EQ(people[1].date, "15.09.2025");
}

TEST_F(ControlNotes, OfAClassAreThoseAboutThatClass) {
  RecordProperty("requirement", "REP-05");
  issue(1, kFifthA);
  issue(2, std::nullopt);
  EXPECT_EQ(school_.make_report(request())->document.sheets.size(), 2U);
  EXPECT_EQ(school_.make_report(school_.request(Report::kControlNote))->document.sheets.size(), 1U);
  Request other = school_.request(Report::kControlNote);
  other.school_class = projections::kFifthB;
  EXPECT_EQ(school_.make_report(other).refusal().code, "report.empty");
}

}  // namespace
}  // namespace letopis::reports
