// Remarks to teachers with what became of them, and notes on controls.
#include <boost/json/array.hpp>

#include "projections/duties_reader.h"
#include "regulations/civil_day.h"
#include "rules/reading.h"
#include "wishes/answer_parts.h"
#include "wishes/answers.h"
#include "wishes/moment.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;
using projections::Directory;
using projections::Filed;

json::object someone_json(events::PersonNumber person, const Sight& sight) {
  json::object out{{"person", person.value}};
  if (const auto name = full_name(person, sight); !name.empty()) out["name"] = name;
  return out;
}

// A remark's text is kept under the teacher, any other under who wrote it (promised_texts.h); null:
// it was erased.
json::value text_json(events::PersonNumber about, const events::Commitment& text,
                      const Sight& sight) {
  const auto found = sight.texts.find(about, text);
  return found ? json::value(*found) : json::value();
}

// What was said of the remark since, the last of each kind.
void add_settling(events::RemarkNumber remark, const Directory& directory, const Sight& sight,
                  json::object& out) {
  std::string_view state = "open";
  directory.story(projections::Shelf::kRemarkStory, {remark.value},
                  [&](const projections::FiledRow& row, bool is_void) {
                    if (is_void) return true;
                    const auto when = print_moment(row.stamp().recorded, sight.school().zone());
                    if (row.holds<events::RemarkSettled>()) {
                      state = "settled";
                      out["settled"] = when;
                      const auto fact = row.fact<events::RemarkSettled>();
                      if (fact.text) {
                        out["answer"] = text_json(row.stamp().author, *fact.text, sight);
                      }
                    }
                    if (row.holds<events::RemarkConfirmed>()) {
                      state =
                          row.fact<events::RemarkConfirmed>().settled ? "confirmed" : "returned";
                      out["judged"] = when;
                    }
                    return true;
                  });
  out["state"] = state;
}

json::object remark_json(const Filed<events::RemarkMade>& remark, const Directory& directory,
                         const Sight& sight) {
  const auto& fact = remark.fact;
  const auto made = sight.school().zone().day_of(remark.stamp.recorded);
  json::object out{{"remark", fact.remark.value},
                   {"position", remark.stamp.position.value},
                   {"made", print_moment(remark.stamp.recorded, sight.school().zone())},
                   {"author", someone_json(remark.stamp.author, sight)},
                   {"teacher", someone_json(fact.teacher, sight)},
                   {"level", events::word_of(fact.level)},
                   {"due", regulations::iso(fact.due)},
                   {"text", text_json(fact.teacher, fact.text, sight)}};
  if (fact.school_class) out["class"] = class_name(*fact.school_class, made, sight);
  if (fact.subject) out["subject"] = subject_name(*fact.subject, sight);
  add_settling(fact.remark, directory, sight, out);
  return out;
}

json::object note_json(const Filed<events::ControlNoteIssued>& note, const Sight& sight) {
  const auto& fact = note.fact;
  json::object out{{"note", fact.note.value},
                   {"position", note.stamp.position.value},
                   {"made", print_moment(note.stamp.recorded, sight.school().zone())},
                   {"author", someone_json(note.stamp.author, sight)},
                   {"what", events::word_of(fact.subject)},
                   {"from", regulations::iso(fact.first_day)},
                   {"to", regulations::iso(fact.last_day)},
                   {"findings", text_json(note.stamp.author, fact.findings, sight)},
                   {"conclusion", text_json(note.stamp.author, fact.conclusion, sight)}};
  if (fact.school_class) out["class"] = class_name(*fact.school_class, fact.last_day, sight);
  if (fact.due) out["due"] = regulations::iso(*fact.due);
  return out;
}

}  // namespace

Result<json::object> answer(const AskControl& query, const Sight& sight) {
  rules::Concern concern;
  concern.person = query.teacher;
  auto teacher = query.teacher;
  const auto whole = rules::may_read(rules::View::kChanges, sight.reader(), {}, sight.school());
  if (!whole) {  // then one's own
    teacher = query.teacher.value_or(sight.reader());
    concern.person = teacher;
    auto own = rules::may_read(rules::View::kDue, sight.reader(), concern, sight.school());
    if (!own) return own.refusal();
  }
  const Directory directory(sight.views(), sight.as_of(query.as_of));
  const projections::Duties duties(sight.views(), directory);
  json::array remarks;
  for (const auto& one : duties.remarks()) {
    if (teacher && one.fact.teacher != *teacher) continue;
    remarks.push_back(remark_json(one, directory, sight));
  }
  json::array notes;
  if (whole && !query.teacher) {
    for (const auto& one : duties.control_notes()) notes.push_back(note_json(one, sight));
  }
  return json::object{{"remarks", std::move(remarks)}, {"notes", std::move(notes)}};
}

}  // namespace letopis::wishes
