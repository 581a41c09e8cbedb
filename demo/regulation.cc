#include <fmt/format.h>

#include <algorithm>

#include "demo/story.h"
#include "demo/year_duties.h"
#include "office/school_naming.h"
#include "reports/due_words.h"
#include "terminal/fact_story.h"
#include "terminal/table.h"

namespace letopis::demo {

using namespace office;
using namespace terminal;

namespace {

struct RuleName {
  std::string_view code;
  Text text;
};

// What each refusal forbids, in a few words.
constexpr RuleName kRules[] = {
    {"mark.too_late", {"Отметка задним числом", "A backdated mark"}},
    {"mark.window", {"Исправление отметки позже срока", "A mark changed past the window"}},
    {"mark.not_in_grade", {"Отметка там, где учатся без отметок", "A mark in a grade without"}},
    {"mark.ground", {"Пересмотр отметки без основания", "An adjustment without a ground"}},
    {"homework.not_in_grade",
     {"Домашнее задание там, где их не задают", "Homework in a grade without"}},
    {"text.not_russian", {"Запись не на русском языке", "An entry that is not in Russian"}},
    {"period.marked", {"Запись после итоговых отметок", "An entry after the period's marks"}},
    {"period.closed", {"Запись в закрытый период", "An entry into a closed period"}},
    {"period_mark.no_order", {"Итоговая отметка без приказа", "A period mark without an order"}},
    {"consent.none", {"Личные данные без согласия", "Personal data without a consent"}},
    {"access.no_role", {"Не своя обязанность", "A duty that is another's"}},
    {"access.out_of_reach", {"Чужой класс, урок или ученик", "Another's class, lesson or pupil"}},
    {"pupil.not_there", {"Отметка тому, кто выбыл", "A mark for one who has left"}},
    {"day.future", {"Урок, которого ещё не было", "A lesson that is still to come"}},
    {"lesson.day_off", {"Урок в неучебный день", "A lesson on a day off"}},
    {"lesson.another_journal", {"Занятие не в своём журнале", "A session in another journal"}},
    {"group.not_at_home",
     {"Надомная группа для того, кто учится в классе", "A home group for one in class"}},
    {"lesson.held_already", {"Один урок дважды", "One lesson twice"}},
    {"year.closed", {"Запись в закрытый год", "An entry into a closed year"}},
};

std::string name_of(const Refusal& refusal, const Console& console) {
  const auto found = std::find_if(std::begin(kRules), std::end(kRules),
                                  [&](const RuleName& rule) { return rule.code == refusal.code; });
  return found == std::end(kRules) ? console.says(refusal.says)
                                   : std::string(console.in(found->text));
}

constexpr Noun kTimes{"раз", "раза", "раз", "time", "times"};

// With what was tried and what would be allowed where a clause of the regulation is behind it; else
// the sentence alone.
void print_refused(const SchoolReader& school, const RefusedAlike& refused,
                   const Console& console) {
  constexpr std::size_t clause_width = 14;
  constexpr std::size_t rule_width = 48;
  const SchoolNaming naming(school.directory(), school.names(), console.language());
  const StorySources sources{console.language(), &naming, &school.zone()};
  const Refusal& refusal = refused.refusal;
  const std::string clause = refusal.clause.empty() ? "—" : refusal.clause;
  const std::string head = padded(clause, clause_width) +
                           padded(name_of(refusal, console), rule_width) +
                           counted(console.language(), refused.count, kTimes);
  const std::string when_and_who =
      fmt::format("{}, {}", tell_moment(refused.at, sources), tell_person(refused.author, sources));
  console.line("  " + console.toned(Tone::kTitle, head));
  if (refusal.clause.empty()) {
    console.paragraph(fmt::format("{}: ✗ {}", when_and_who, console.says(refusal.says)),
                      clause_width + 2);
    return;
  }
  console.paragraph(console.fill({"{} пробует записать «{}»", "{} tries to record “{}”"},
                                 when_and_who, tell_briefly(refused.fact, sources)),
                    clause_width + 2);
  console.paragraph(fmt::format("✗ {}", console.says(refusal.says)), clause_width + 2);
  const std::string& allowed = console.says(refusal.allowed);
  if (!allowed.empty()) {
    console.paragraph(console.fill({"можно: {}", "allowed: {}"}, allowed), clause_width + 2);
  }
}

// The regulation's own clauses first, then what no school lets anybody do.
void print_all_refused(const SchoolReader& school, std::vector<RefusedAlike> refused,
                       const Console& console) {
  std::stable_partition(refused.begin(), refused.end(),
                        [](const RefusedAlike& one) { return !one.refusal.clause.empty(); });
  std::uint64_t attempts = 0;
  for (const RefusedAlike& one : refused) attempts += one.count;
  console.paragraph(console.fill(
      {"За год люди {} пробовали сделать то, чего нельзя. Каждый раз журнал отказал, назвал пункт "
       "и то, что можно; в журнал ничего из этого не попало. Пункт «—» значит: так в любой школе.",
       "People tried {} in this year to do what is not allowed. Each time the log refused, named "
       "the clause and what is allowed; nothing of it entered the log. The clause “—” means: so it "
       "is in every school."},
      counted(console.language(), attempts, kTimes)));
  for (const RefusedAlike& one : refused) {
    console.line();
    print_refused(school, one, console);
  }
}

std::string figure(std::uint64_t count) { return count == 0 ? "—" : grouped(count); }

void print_duties(const std::vector<DutiesOfAKind>& kinds, const Console& console) {
  constexpr std::size_t widest_duty = 40;
  constexpr std::size_t widest_clause = 18;
  const auto column = [&](const Text& title, Align align, std::size_t most) {
    return Column{std::string(console.in(title)), align, most};
  };
  Table table({column({"Что полагалось", "What was owed"}, Align::kLeft, widest_duty),
               column({"Пункт", "Clause"}, Align::kLeft, widest_clause),
               column({"Всего", "All"}, Align::kRight, 0),
               column({"В срок", "In time"}, Align::kRight, 0),
               column({"Поздно", "Late"}, Align::kRight, 0),
               column({"Нет", "Not done"}, Align::kRight, 0)});
  for (const DutiesOfAKind& kind : kinds) {
    table.row({reports::kind_phrase(console.language(), kind.first.kind), kind.first.clause,
               grouped(kind.owed), figure(kind.in_time), figure(kind.late), figure(kind.open)});
  }
  if (!table.empty()) {
    console.print(table.print());
    return;
  }
  console.paragraph(console.in({"Положение не называет ни одного срока и ни одной обязанности.",
                                "The regulation names no term and no duty."}));
}

void tell_lateness(const SchoolSummary& summary, const Console& console) {
  if (summary.late_entries == 0) {
    console.paragraph(
        console.in({"Записей об отметках позже срока нет. Что полагалось и что "
                    "сделано:",
                    "No entry of a mark came past its term. What was owed, and what "
                    "became of it:"}));
    return;
  }
  console.paragraph(console.fill(
      {"Опоздавшее, где положение его не запрещает, принято и отмечено. Записей об отметках позже "
       "срока, считая разрешённые директором, {}, самая поздняя — на {}. Что полагалось и что "
       "сделано:",
       "What was late, where the regulation does not forbid it, was taken and flagged. Entries of "
       "marks past their term, those that the director permitted among them: {}, the latest by {}. "
       "What was owed, and what became of it:"},
      grouped(summary.late_entries),
      counted(console.language(), summary.most_days_late, {"день", "дня", "дней", "day", "days"})));
}

void tell_elsewhere(const SchoolSummary& summary, const Console& console) {
  if (summary.elsewhere_entries == 0) return;
  console.line();
  console.paragraph(console.fill(
      {"Отметки положение велит ставить в точках эксплуатации. Записей об отметках, сделанных не "
       "из них, {}: они приняты и отмечены (letopis changes --elsewhere).",
       "The regulation has marks entered at points of operation. Entries of marks made elsewhere: "
       "{}; they were taken and flagged (letopis changes --elsewhere)."},
      grouped(summary.elsewhere_entries)));
}

}  // namespace

Outcome tell_regulation(const SchoolReader& school, const trial::Settings& settings,
                        const LivedYear& lived, const SchoolSummary& summary,
                        const Console& console) {
  console.title(console.in({"2. Что порядок школы разрешил и чего не разрешил",
                            "2. What the school's regulation allowed, and what it did not"}));
  const trial::Regulation& regulation = settings.regulation;
  const std::string whose = regulation.school ? ", " + *regulation.school : "";
  console.paragraph(
      console.fill({"Школа живёт по документу «{}»{}. Параметров в нём: {}; о чём он молчит, того "
                    "программа не требует.",
                    "The school lives by «{}»{}. It has {} parameters; what it is silent on, the "
                    "program does not ask for."},
                   regulation.title, whose, regulation.parameters.size()));
  console.line();
  print_all_refused(school, lived.refused, console);
  console.line();
  const auto kinds = count_duties(school.log(), lived.ended);
  if (!kinds) return kinds.refusal();
  tell_lateness(summary, console);
  console.line();
  print_duties(*kinds, console);
  tell_elsewhere(summary, console);
  return Done{};
}

}  // namespace letopis::demo
