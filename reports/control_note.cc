#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "projections/duties_reader.h"
#include "reports/figures.h"
#include "reports/lists.h"
#include "terminal/enumeration_words.h"

namespace letopis::reports {
namespace {

using documents::Align;
using documents::Table;
using events::AcquaintanceSigned;
using events::ControlNoteIssued;
using events::RemarkMade;
using projections::Filed;
using projections::Shelf;

// A remark's words are kept under the teacher, a note's under who wrote it; what is erased leaves a
// line that says so.
std::string private_text(const Desk& desk, events::PersonNumber about,
                         const events::Commitment& text) {
  return desk.texts()
      .find(about, text)
      .value_or(desk.in("(текст недоступен)", "(the text is not available)"));
}

struct Settling {
  std::optional<projections::Stamp> settled;
  std::optional<projections::Stamp> judged;  // by who made the remark
  bool confirmed = false;
};

Settling settling_of(const Desk& desk, events::RemarkNumber remark) {
  Settling out;
  desk.directory().story(Shelf::kRemarkStory, {remark.value},
                         [&out](const projections::FiledRow& row, bool is_void) {
                           if (is_void) return true;
                           if (row.holds<events::RemarkSettled>()) out.settled = row.stamp();
                           if (row.holds<events::RemarkConfirmed>()) {
                             out.judged = row.stamp();
                             out.confirmed = row.fact<events::RemarkConfirmed>().settled;
                           }
                           return true;
                         });
  return out;
}

documents::Cell state_cell(const Desk& desk, const RemarkMade& remark) {
  const Settling settling = settling_of(desk, remark.remark);
  const auto on = [&desk](const projections::Stamp& stamp) {
    return desk.day(desk.zone().day_of(stamp.recorded));
  };
  if (settling.judged && settling.confirmed) {
    return documents::words(desk.in("устранено, подтверждено ", "settled, confirmed ") +
                            on(*settling.judged));
  }
  documents::Cell cell;
  const bool refused = settling.judged && (!settling.settled ||
                                           settling.settled->position < settling.judged->position);
  if (settling.settled && !refused) {
    cell = documents::words(desk.in("устранено ", "settled ") + on(*settling.settled));
    const bool late = remark.due < desk.zone().day_of(settling.settled->recorded);
    if (late) cell.shade = documents::Shade::kWarning;
    return cell;
  }
  const bool overdue = remark.due < desk.zone().day_of(desk.log().moment);
  cell = documents::words(refused ? desk.in("не устранено (проверено)", "not settled (checked)")
                          : overdue ? desk.in("срок прошёл", "overdue")
                                    : desk.in("срок идёт", "the term runs"));
  if (refused || overdue) cell.shade = documents::Shade::kWarning;
  return cell;
}

// Made while the controlled days ran or after them, until the next note on the same: those of the
// span, and of its class where it has one.
std::vector<Filed<RemarkMade>> remarks_of(const Desk& desk, const Filed<ControlNoteIssued>& note) {
  std::vector<Filed<RemarkMade>> out;
  for (const auto& remark : projections::Duties(desk.views(), desk.directory()).remarks()) {
    const events::Day made = desk.zone().day_of(remark.stamp.recorded);
    const events::Day issued = desk.zone().day_of(note.stamp.recorded);
    if (made < note.fact.first_day || std::max(note.fact.last_day, issued) < made) continue;
    const bool about = !note.fact.school_class || !remark.fact.school_class ||
                       remark.fact.school_class == note.fact.school_class;
    if (about) out.push_back(remark);
  }
  return out;
}

Table remarks_table(const Desk& desk, const std::vector<Filed<RemarkMade>>& remarks) {
  Table table;
  table.caption = desk.in("Замечания", "Remarks");
  table.columns = {{.least_mm = 30, .share = 1, .names_row = true},
                   {.least_mm = 24, .share = 1},
                   {.least_mm = 44, .share = 3},
                   {.least_mm = 20, .align = Align::kCentre},
                   {.least_mm = 30, .share = 1}};
  table.head = {{{head(desk.in("Учитель", "Teacher")), head(desk.in("Журнал", "Journal")),
                  head(desk.in("Замечание", "Remark")), head(desk.in("Срок", "Until")),
                  head(desk.in("Устранение", "Settling"))}}};
  table.groups.emplace_back();
  for (const auto& remark : remarks) {
    const RemarkMade& fact = remark.fact;
    std::string journal = fact.school_class ? desk.class_name(*fact.school_class) : std::string();
    if (fact.subject) journal += (journal.empty() ? "" : ", ") + desk.subject_short(*fact.subject);
    table.groups.front().rows.push_back(
        {{documents::words(desk.names().brief(fact.teacher)), documents::words(journal),
          documents::words(private_text(desk, fact.teacher, fact.text)), day_cell(fact.due),
          state_cell(desk, fact)}});
  }
  return table;
}

struct Acquainted {
  events::PersonNumber person;
  events::Instant when;
};

// Everybody on the staff who signed, by when.
std::vector<Acquainted> acquainted_with(const Desk& desk, const ControlNoteIssued& note) {
  std::set<events::PersonNumber> staff;
  for (std::size_t i = 0; i < events::word_count<events::Role>(); ++i) {
    const auto role = static_cast<events::Role>(i);
    if (role == events::Role::kPupil || role == events::Role::kParent) continue;
    for (const auto& held : desk.directory().holders_of(role)) staff.insert(held.person);
  }
  std::vector<Acquainted> out;
  for (const auto person : staff) {
    for (const auto& one : projections::valid_on<AcquaintanceSigned>(
             desk.directory(), Shelf::kAcquaintances, {person.value})) {
      const bool about = one.fact.subject == events::AcquaintanceSubject::kControlNote &&
                         one.fact.number == note.note.value;
      if (about) out.push_back({person, one.stamp.recorded});
    }
  }
  std::sort(out.begin(), out.end(),
            [](const auto& left, const auto& right) { return left.when < right.when; });
  return out;
}

void add_heading(const Desk& desk, const Filed<ControlNoteIssued>& note, documents::Sheet& sheet) {
  const ControlNoteIssued& fact = note.fact;
  const auto line = [&](std::string label, std::string value) {
    sheet.heading.lines.push_back({std::move(label), std::move(value)});
  };
  line(desk.in("Что проверено", "Checked"), terminal::word_of(desk.language(), fact.subject));
  if (fact.school_class && !desk.request().school_class) {
    line(desk.in("Класс", "Class"), desk.class_name(*fact.school_class));
  }
  line(desk.in("За время", "Days"),
       fmt::format("{} – {}", desk.day(fact.first_day), desk.day(fact.last_day)));
  line(desk.in("Кто проверил", "Checked by"), desk.names().full(note.stamp.author));
  line(desk.in("Справка внесена", "Entered"), desk.moment(note.stamp.recorded));
  if (fact.due) line(desk.in("Устранить до", "To settle by"), desk.day(*fact.due));
}

documents::Sheet sheet_of(const Desk& desk, const Filed<ControlNoteIssued>& note) {
  const ControlNoteIssued& fact = note.fact;
  auto sheet =
      desk.sheet(fmt::format("{} {}", desk.in("Справка", "Note"), fact.note.value),
                 fmt::format("{} № {}", desk.in("Справка по итогам контроля", "Note on a control"),
                             fact.note.value));
  add_heading(desk, note, sheet);
  const auto chapter = [&](std::string title, const events::Commitment& text) {
    sheet.blocks.emplace_back(documents::Paragraph{{{std::move(title), {.bold = true}}}});
    sheet.blocks.emplace_back(
        documents::Paragraph{{{private_text(desk, note.stamp.author, text), {}}}});
  };
  chapter(desk.in("Установлено", "Findings"), fact.findings);
  if (const auto remarks = remarks_of(desk, note); !remarks.empty()) {
    sheet.blocks.emplace_back(remarks_table(desk, remarks));
  }
  chapter(desk.in("Выводы", "Conclusion"), fact.conclusion);
  sheet.signatures = {{desk.signature("Проверил", "Checked by", note.stamp.author)}};
  const auto acquainted = acquainted_with(desk, fact);
  for (const auto& one : acquainted) {
    auto signature = desk.signature("Ознакомлен(а)", "Acquainted", one.person);
    signature.date = desk.day(desk.zone().day_of(one.when));
    if (sheet.signatures.people.size() < documents::kMaxSignatures) {
      sheet.signatures.people.push_back(std::move(signature));
    }
  }
  if (acquainted.empty()) {
    for (int i = 0; i < 2; ++i) {
      sheet.signatures.people.push_back(desk.signature("Ознакомлен(а)", "Acquainted", {}));
    }
  }
  return sheet;
}

}  // namespace

Sheets control_note(const Desk& desk) {
  std::vector<documents::Sheet> sheets;
  for (const auto& note : projections::Duties(desk.views(), desk.directory()).control_notes()) {
    const projections::Interval days{note.fact.first_day, note.fact.last_day};
    const auto& school_class = desk.request().school_class;
    if (school_class && note.fact.school_class != school_class) continue;
    if (days.meets(desk.days())) sheets.push_back(sheet_of(desk, note));
  }
  if (!sheets.empty()) return sheets;
  return Refusal{
      "report.empty",
      {"за эти дни справок о контроле нет", "there is no note on a control of these days"}};
}

}  // namespace letopis::reports
