#include "trial/apart.h"

#include <algorithm>
#include <set>
#include <utility>

#include "trial/topics.h"

namespace letopis::trial {
namespace {

using events::GroupKind;

constexpr unsigned kLeastGrade = 5;
constexpr std::size_t kLeastClass = 6;
constexpr unsigned kHoursOfYear = 34;

constexpr std::size_t kElective = 0;
constexpr std::size_t kChess = 1;
constexpr std::size_t kTalks = 2;
constexpr ApartSubject kSubjectsApart[] = {
    {"Факультатив «Финансовая грамотность»",
     "Фак.",
     "Деньги и бюджет семьи|Сбережения и вклады|Налоги|Покупки и права потребителя|Своё дело",
     {}},
    {"Внеурочная деятельность «Шахматы»",
     "Шахм.",
     "Доска и фигуры|Дебют|Миттельшпиль|Эндшпиль|Турнир класса",
     {}},
    {"Занятия с педагогом-психологом",
     "Псих.",
     "Знакомство и правила группы|Как справляться с волнением|Общение со сверстниками|"
     "Внимание и память|Подготовка к контрольным без тревоги",
     {}}};

std::vector<events::PlanTopic> topics_of(std::string_view names, unsigned hours) {
  std::vector<std::string> titles;
  while (!names.empty()) {
    const auto bar = names.find('|');
    titles.emplace_back(names.substr(0, bar));
    names.remove_prefix(bar == std::string_view::npos ? names.size() : bar + 1);
  }
  std::vector<events::PlanTopic> plan;
  const auto count = static_cast<unsigned>(titles.size());
  for (unsigned i = 0; i < count; ++i) {
    const unsigned share = hours / count + (i < hours % count ? 1 : 0);
    plan.push_back({static_cast<std::uint16_t>(share), std::move(titles[i]), false});
  }
  return plan;
}

class Setting {
 public:
  Setting(const School& school, const Settings& settings, const Customs& customs)
      : school_(school), customs_(customs), random_(stream(settings.seed, Purpose::kApart)) {}

  Apart set() {
    const auto school_class = any_class();
    if (!school_class) return {};
    apart_.school_class = *school_class;
    apart_.subjects.assign(std::begin(kSubjectsApart), std::end(kSubjectsApart));
    std::vector<std::size_t> pupils = one().pupils;
    random_.shuffle(pupils);
    apart_.at_home = pupils.front();
    pupils.erase(pupils.begin());
    form(GroupKind::kIndividual, "индивидуальные занятия", first_of(pupils, 0, 2));
    form(GroupKind::kElective, "факультатив", first_of(pupils, 0, 8));
    form(GroupKind::kExtracurricular, "шахматы", first_of(pupils, 1, 8));
    form(GroupKind::kPsychologist, "группа психолога", first_of(pupils, 2, 4));
    form(GroupKind::kHomeSchooling, "на дому", {*apart_.at_home});
    add_reckoning();
    add_other(1, kElective, one().class_teacher);
    add_other(2, kChess, school_.loads[one().loads.back()].teacher);
    add_other(3, kTalks, std::nullopt);
    add_home();
    return std::move(apart_);
  }

 private:
  const SchoolClass& one() const { return school_.classes[apart_.school_class]; }

  std::optional<std::size_t> any_class() {
    std::vector<std::size_t> fit;
    for (std::size_t i = 0; i < school_.classes.size(); ++i) {
      const SchoolClass& school_class = school_.classes[i];
      const bool taught = school_class.grade >= kLeastGrade &&
                          !customs_.bars_marks(school_class.grade) &&
                          school_class.pupils.size() >= kLeastClass;
      if (taught) fit.push_back(i);
    }
    if (fit.empty()) return std::nullopt;
    return random_.one_of(fit);
  }

  static std::vector<std::size_t> first_of(const std::vector<std::size_t>& all, std::size_t from,
                                           std::size_t count) {
    const std::size_t last = std::min(all.size(), from + count);
    return {all.begin() + static_cast<std::ptrdiff_t>(from),
            all.begin() + static_cast<std::ptrdiff_t>(last)};
  }

  void form(GroupKind kind, std::string_view what, std::vector<std::size_t> pupils) {
    apart_.groups.push_back(
        {{}, kind, name_of(one()) + ", " + std::string(what), std::move(pupils)});
  }

  // The teacher has no lesson of the timetable there, and nobody else apart has one.
  bool is_free(std::optional<std::size_t> teacher, unsigned weekday, unsigned bell) const {
    if (taken_.contains({weekday, bell})) return false;
    const auto lessons = lessons_at(school_, weekday, bell);
    return std::none_of(lessons.begin(), lessons.end(), [&](const WeeklyLesson& lesson) {
      return school_.loads[lesson.load].teacher == teacher;
    });
  }

  unsigned last_bell(unsigned weekday) const {
    unsigned last = 0;
    for (const WeeklyLesson& lesson : lessons_on(school_, weekday)) {
      if (school_.loads[lesson.load].school_class == apart_.school_class) {
        last = std::max(last, lesson.bell);
      }
    }
    return last;
  }

  // Who goes to class comes after its lessons.
  void place(ApartLoad load, bool at_home) {
    for (unsigned bell = 1; bell <= kBells; ++bell) {
      for (unsigned weekday = 1; weekday <= kSchoolWeek; ++weekday) {
        if (!at_home && bell <= last_bell(weekday)) continue;
        if (!is_free(load.teacher, weekday, bell)) continue;
        taken_.emplace(weekday, bell);
        load.weekday = weekday;
        load.bell = bell;
        apart_.loads.push_back(std::move(load));
        return;
      }
    }
  }

  void add_of_class(std::size_t group, std::size_t index, bool second) {
    const Load& of_class = school_.loads[index];
    ApartLoad load;
    load.group = group;
    load.of_class = index;
    load.teacher = of_class.teacher;
    load.second = second;
    load.topics = plan_topics(of_class.subject, one().grade, kHoursOfYear / 2);
    place(std::move(load), apart_.groups[group].kind == GroupKind::kHomeSchooling);
  }

  void add_reckoning() {
    for (const std::size_t index : one().loads) {
      if (card_of(school_.loads[index].subject).manner != Manner::kReckoning) continue;
      add_of_class(0, index, true);
      return;
    }
  }

  void add_other(std::size_t group, std::size_t subject, std::optional<std::size_t> teacher) {
    ApartLoad load;
    load.group = group;
    load.subject = subject;
    load.teacher = teacher;
    load.each_week = subject == kElective;
    const unsigned hours = load.each_week ? kHoursOfYear : kHoursOfYear / 2;
    load.topics = topics_of(apart_.subjects[subject].topics, hours);
    place(std::move(load), false);
  }

  // Every subject with a result but sport, from which a certificate exempts.
  void add_home() {
    constexpr std::size_t home = 4;
    const unsigned part = school_.pupils[*apart_.at_home].part;
    bool second = false;
    for (const std::size_t index : one().loads) {
      const Load& load = school_.loads[index];
      if (load.subject == Subject::kPhysicalEducation) continue;
      if (load.group && school_.groups[*load.group].part != part) continue;
      if (customs_.grading(load.subject, one().grade) == Grading::kNone) continue;
      add_of_class(home, index, second);
      second = !second;
    }
  }

  const School& school_;
  const Customs& customs_;
  Random random_;
  Apart apart_;
  std::set<std::pair<unsigned, unsigned>> taken_;  // weekday, bell
};

}  // namespace

Apart set_apart(const School& school, const Settings& settings, const Customs& customs) {
  return Setting(school, settings, customs).set();
}

events::LessonKind kind_of(const Apart& apart, const ApartLoad& load) {
  using events::LessonKind;
  switch (apart.groups[load.group].kind) {
    case GroupKind::kIndividual: return LessonKind::kIndividual;
    case GroupKind::kElective: return LessonKind::kElective;
    case GroupKind::kExtracurricular: return LessonKind::kExtracurricular;
    case GroupKind::kPsychologist: return LessonKind::kPsychologist;
    case GroupKind::kHomeSchooling: return LessonKind::kHomeSchooling;
    case GroupKind::kSubgroup:
    case GroupKind::kCrossClass: break;
  }
  INVARIANT(false);
}

}  // namespace letopis::trial
