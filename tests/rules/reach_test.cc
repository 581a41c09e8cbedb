// Long random days of a school in which everybody tries everything. Beside the rules runs a model
// that knows nothing of them: who holds which office, and which pupil is in which class. Nothing is
// admitted that the model does not allow.
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "projections/journal_page.h"
#include "rules/journal_school.h"

namespace letopis::rules {
namespace {

using events::MarkValue;
using events::Role;

constexpr std::string_view kDays[] = {"2025-09-02", "2025-09-16", "2025-09-30", "2025-10-01"};
constexpr std::uint32_t kLessons = 4;  // of mathematics in 5а, one a day
constexpr std::string_view kToday = "2025-10-02";
constexpr int kSteps = 300;

class Random {
 public:
  explicit Random(unsigned seed) : random_(seed) {}

  template <class... Option>
  auto of(Option... options) {
    const std::common_type_t<Option...> all[] = {options...};
    return all[random_() % sizeof...(options)];
  }
  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(random_() % bound); }

 private:
  std::minstd_rand random_;
};

// Where each pupil was on which day, by what was admitted alone.
class Whereabouts {
 public:
  Whereabouts() {
    for (const auto pupil : {kAnna, kBoris, kVera}) from(pupil, day("2025-09-01"), kFifthA);
    from(kComer, day("2025-10-01"), kFifthA);
  }

  void take(const events::Fact& fact) {
    if (const auto* enrolled = std::get_if<events::PupilEnrolled>(&fact)) {
      from(enrolled->pupil, enrolled->first_day, enrolled->school_class);
    } else if (const auto* moved = std::get_if<events::PupilMoved>(&fact)) {
      from(moved->pupil, moved->first_day, moved->to_class);
    } else if (const auto* left = std::get_if<events::PupilLeft>(&fact)) {
      from(left->pupil, regulations::plus_days(left->last_day, 1), std::nullopt);
    }
  }

  std::optional<events::ClassNumber> of(events::PersonNumber pupil, events::Day on) const {
    std::optional<events::ClassNumber> found;
    const auto at = since_.find(pupil);
    if (at == since_.end()) return found;
    for (const auto& [first, where] : at->second) {
      if (first <= on) found = where;
    }
    return found;
  }

 private:
  using Since = std::map<events::Day, std::optional<events::ClassNumber>>;

  void from(events::PersonNumber pupil, events::Day first,
            std::optional<events::ClassNumber> where) {
    Since& since = since_[pupil];
    since.erase(since.lower_bound(first), since.end());
    since[first] = where;
  }

  std::map<events::PersonNumber, Since> since_;
};

// An entry of the maths teacher, or a movement of pupils back and forth in time.
std::pair<events::PersonNumber, events::Fact> any_of_pupils(Random& random) {
  const auto which = random.below(kLessons);
  const events::LessonNumber lesson{which + 1};
  const auto pupil = random.of(kAnna, kBoris, kVera, kComer);
  const auto from = random.of(kFifthA, kFifthB);
  const auto to = random.of(kFifthA, kFifthB);
  const events::Day when{day("2025-08-31").value + static_cast<std::int32_t>(random.below(34))};
  const auto ordinal = static_cast<std::uint16_t>(1 + random.below(2));
  switch (random.below(8)) {
    case 0: return {kAdministrator, events::PupilMoved{pupil, from, to, when, kOrder}};
    case 1: return {kAdministrator, events::PupilLeft{pupil, from, when, {}, kOrder}};
    case 2: return {kAdministrator, events::PupilEnrolled{pupil, to, when, kOrder}};
    case 3:
    case 4: return {kMaths, withdrawal(lesson, kDays[which], pupil)};
    default:
      return {kMaths, mark(lesson, kDays[which], pupil,
                           random.of(MarkValue::kTwo, MarkValue::kFive), ordinal)};
  }
}

std::vector<projections::CellFact> history(const JournalSchool& school, std::uint32_t lesson,
                                           events::PersonNumber pupil) {
  return projections::cell_history(school.views(), {lesson}, pupil);
}

bool has_standing_mark(const JournalSchool& school, std::uint32_t lesson,
                       events::PersonNumber pupil) {
  std::vector<projections::MarkStep> steps;
  for (const auto& fact : history(school, lesson, pupil)) {
    if (fact.mark) steps.push_back(*fact.mark);
  }
  const auto marks = projections::resolve_marks(steps);
  return std::any_of(marks.begin(), marks.end(),
                     [](const projections::Mark& one) { return one.value.has_value(); });
}

class SeededTest : public testing::TestWithParam<unsigned> {
 protected:
  void SetUp() override {
    school_.clock(kToday, 9);
    for (const auto iso : kDays) school_.lesson(kMathsOfA, iso);
  }

  // One second later each; true iff it was admitted.
  bool says(const std::pair<events::PersonNumber, events::Fact>& wish) {
    school_.clock({school_.now().milliseconds + 1'000});
    const bool admitted = school_.say(wish.first, {wish.second}).empty();
    ++(admitted ? admitted_ : refused_);
    return admitted;
  }

  Random random_{GetParam()};
  JournalSchool school_;
  unsigned admitted_ = 0;
  unsigned refused_ = 0;
};

class ThereTest : public SeededTest {};

TEST_P(ThereTest, NobodyHasAMarkOnADayOnWhichTheyWereNotInTheClass) {
  RecordProperty("requirement", "JRN-02");
  RecordProperty("requirement", "SET-07");
  Whereabouts model;
  std::map<std::pair<std::uint32_t, events::PersonNumber>, std::size_t> kept;
  unsigned marked = 0;
  for (int step = 0; step < kSteps; ++step) {
    const auto wish = any_of_pupils(random_);
    if (says(wish)) model.take(wish.second);
    for (std::uint32_t lesson = 1; lesson <= kLessons; ++lesson) {
      for (const auto pupil : {kAnna, kBoris, kVera, kComer}) {
        auto& before = kept[{lesson, pupil}];
        const auto now = history(school_, lesson, pupil).size();
        ASSERT_GE(now, before) << "the past of a cell only grows";
        before = now;
        if (!has_standing_mark(school_, lesson, pupil)) continue;
        ++marked;
        ASSERT_EQ(model.of(pupil, day(kDays[lesson - 1])), kFifthA)
            << "pupil " << pupil.value << " in lesson " << lesson << " after step " << step;
      }
    }
  }
  EXPECT_GT(marked, 0U);
  EXPECT_GT(admitted_, 5U);
  EXPECT_GT(refused_, 10U);
}

INSTANTIATE_TEST_SUITE_P(Seeds, ThereTest, testing::Range(1U, 25U));

// Offices by what was admitted alone, and what each may state: by hand, from ACC-01 to ACC-07.
class Offices {
 public:
  using Held = std::pair<Role, std::optional<events::ClassNumber>>;

  Offices() {
    held_[kDirector] = {{Role::kDirector, {}}};
    held_[kDeputy] = {{Role::kDeputy, {}}};
    held_[kAdministrator] = {{Role::kAdministrator, {}}};
    held_[kMaths] = {{Role::kTeacher, {}}, {Role::kClassTeacher, kFifthA}};
    held_[kEnglish] = {{Role::kTeacher, {}}};
    held_[kColleague] = {{Role::kTeacher, {}}};
  }

  void take(const events::Fact& fact) {
    if (const auto* given = std::get_if<events::RoleGiven>(&fact)) {
      if (given->first_day <= day(kToday)) {
        held_[given->person].insert({given->role, given->school_class});
      }
    } else if (const auto* ended = std::get_if<events::RoleEnded>(&fact)) {
      if (ended->last_day < day(kToday)) {
        held_[ended->person].erase({ended->role, ended->school_class});
      }
    }
  }

  bool has(events::PersonNumber person, Role role,
           std::optional<events::ClassNumber> where = {}) const {
    const auto at = held_.find(person);
    return at != held_.end() && at->second.contains({role, where});
  }

 private:
  std::map<events::PersonNumber, std::set<Held>> held_;
};

// The lessons are of mathematics in 5а, and held by its teacher.
struct May {
  const Offices& offices;
  events::PersonNumber author;

  bool has(Role role, std::optional<events::ClassNumber> where = {}) const {
    return offices.has(author, role, where);
  }
  bool teaches() const { return author == kMaths && has(Role::kTeacher); }
  bool guides() const { return has(Role::kClassTeacher, kFifthA); }

  bool operator()(const events::MarkGiven&) const { return teaches(); }
  bool operator()(const events::MarkCorrected&) const { return teaches(); }
  bool operator()(const events::MarkWithdrawn&) const { return teaches(); }
  bool operator()(const events::TopicSet&) const { return teaches(); }
  bool operator()(const events::LessonWithdrawn&) const { return teaches(); }
  bool operator()(const events::AbsenceNoted&) const { return teaches() || guides(); }
  bool operator()(const events::AbsenceWithdrawn&) const { return teaches() || guides(); }
  bool operator()(const events::AttendanceReviewed& fact) const {
    return has(Role::kClassTeacher, fact.school_class);
  }
  bool operator()(const events::PeriodClosed&) const {
    return has(Role::kDeputy) || has(Role::kAdministrator);
  }
  bool operator()(const events::PeriodReopened&) const { return has(Role::kDirector); }
  bool operator()(const events::PermissionGiven&) const {
    return has(Role::kDirector) || has(Role::kDeputy);
  }
  bool operator()(const events::DisputeRaised& fact) const {
    return author == fact.pupil || (author == kMother && fact.pupil == kAnna);
  }
  bool operator()(const events::PupilMoved&) const { return has(Role::kAdministrator); }
  bool operator()(const events::RoomRegistered&) const {
    return has(Role::kDirector) || has(Role::kDeputy) || has(Role::kAdministrator);
  }
  bool operator()(const events::RoleGiven& fact) const { return appoints(fact.role); }
  bool operator()(const events::RoleEnded& fact) const { return appoints(fact.role); }
  template <class Other>
  bool operator()(const Other&) const {
    ADD_FAILURE() << "the model does not know " << Other::kName;
    return false;
  }

 private:
  bool appoints(Role role) const {
    const bool of_lessons = role == Role::kTeacher || role == Role::kClassTeacher;
    return has(Role::kDirector) || (of_lessons && has(Role::kAdministrator));
  }
};

events::Fact any_appointment(Random& random) {
  const auto person = random.of(kEnglish, kColleague, kDeputy, kMother);
  const auto role = random.of(Role::kDeputy, Role::kAdministrator, Role::kTeacher,
                              Role::kClassTeacher, Role::kDirector);
  std::optional<events::ClassNumber> where;
  if (role == Role::kClassTeacher) where = random.of(kFifthA, kFifthB);
  if (random.below(2) == 0) {
    return events::RoleGiven{person, role, where, {}, day(random.of("2025-10-01", "2025-10-03")),
                             kOrder};
  }
  return events::RoleEnded{person, role, where, {}, day(random.of("2025-10-01", "2025-10-02")),
                           kOrder};
}

events::Fact any_entry(Random& random) {
  const auto which = random.below(kLessons);
  const events::LessonNumber lesson{which + 1};
  const auto iso = kDays[which];
  const auto pupil = random.of(kAnna, kBoris, kVera);
  const auto value = random.of(MarkValue::kTwo, MarkValue::kFour, MarkValue::kFive);
  const auto ordinal = static_cast<std::uint16_t>(1 + random.below(2));
  switch (random.below(8)) {
    case 0: return withdrawal(lesson, iso, pupil);
    case 1: return correction(lesson, iso, pupil, value);
    case 2: return absence(lesson, iso, pupil);
    case 3: return events::AbsenceWithdrawn{lesson, pupil, day(iso), {}};
    case 4: return events::TopicSet{lesson, day(iso), "Дроби", "", {}, 0};
    case 5: return events::DisputeRaised{{}, pupil, lesson, 1, day(kToday), {}};
    default: return mark(lesson, iso, pupil, value, ordinal);
  }
}

events::Fact any_of_school(Random& random, const JournalSchool& school) {
  const auto where = random.of(kFifthA, kFifthB);
  switch (random.below(6)) {
    case 0: return events::AttendanceReviewed{where, day(kDays[0]), day(kDays[1])};
    case 1: return events::PeriodClosed{where, kFirstQuarter};
    case 2: return events::PeriodReopened{where, kFirstQuarter, kOrder};
    case 3:
      return events::PermissionGiven{{},
                                     kMaths,
                                     kFifthA,
                                     kMathematics,
                                     day(kDays[0]),
                                     day(kDays[3]),
                                     school.at("2025-10-10", 0),
                                     kOrder};
    case 4: return events::RoomRegistered{{}, "Кабинет", 30};
    default:
      return events::PupilMoved{random.of(kBoris, kVera), kFifthA, kFifthB, day("2025-10-06"),
                                kOrder};
  }
}

class ReachTest : public SeededTest {
 protected:
  std::pair<events::PersonNumber, events::Fact> any_wish() {
    const auto author = random_.of(kDirector, kMaths, kEnglish, kAnna, kBoris, kMother, kDeputy,
                                   kColleague, kAdministrator, kMaths, kDirector);
    switch (random_.below(4)) {
      case 0: return {author, any_appointment(random_)};
      case 1: return {author, any_of_school(random_, school_)};
      default: return {author, any_entry(random_)};
    }
  }
};

TEST_P(ReachTest, NobodyStatesWhatNoOfficeOfTheirsLetsThem) {
  RecordProperty("requirement", "ACC-01");
  RecordProperty("requirement", "ACC-04");
  RecordProperty("requirement", "ACC-05");
  RecordProperty("requirement", "ACC-06");
  RecordProperty("requirement", "ACC-07");
  Offices offices;
  for (int step = 0; step < kSteps; ++step) {
    const auto wish = any_wish();
    if (!says(wish)) continue;
    const May may{offices, wish.first};
    ASSERT_TRUE(std::visit(may, static_cast<const events::AnyFact&>(wish.second)))
        << events::name_of(wish.second) << " by " << wish.first.value << " at step " << step;
    offices.take(wish.second);
  }
  EXPECT_GT(admitted_, 5U);
  EXPECT_GT(refused_, 10U);
}

INSTANTIATE_TEST_SUITE_P(Seeds, ReachTest, testing::Range(1U, 41U));

}  // namespace
}  // namespace letopis::rules
