#include "events/entry.h"
#include "ledger/vault_keys.h"
#include "projections/journal_page.h"
#include "projections/projections.h"
#include "rules/admit.h"
#include "simulation/laws.h"
#include "simulation/simulated_school.h"

namespace letopis::simulation {

void SimulatedSchool::check_some() {
  if (!doubts_.empty()) return;  // the next answer or the next opening will tell
  const auto log = school_.log().snapshot();
  agree(log->size() == model_.size(), "the log has " + std::to_string(log->size()) +
                                          " entries, the model " + std::to_string(model_.size()));
  check_checkpoint(*log);
  tell(std::to_string(log->size()) + " " + std::to_string(published_.back().size));
}

void SimulatedSchool::check_all() {
  agree(school_.log().publish().has_value(), "what is on disk could not be published");
  settle_doubts();
  const auto log = school_.log().snapshot();
  check_some();
  agree(published_.back().size == log->size() && published_.back().root == log->root(),
        "the checkpoint published is not of what is there");
  for (const auto& older : published_) check_extends(*log, older, published_.back());
  check_entries(*log);
  check_indices(*log);
  check_texts();
  check_views();
  check_standing(*log);
}

void SimulatedSchool::check_entries(const ledger::Snapshot& log) {
  for (std::uint64_t at = 0; at < model_.size(); ++at) {
    const auto entry = log.entry({at});
    agree(entry.has_value(), "an acknowledged entry is missing");
    const auto parts = events::cut_entry(bytes_of(*entry));
    agree(parts && text_of(parts->event) == model_.event_at(at), "an entry has other bytes");
    agree(parts->recorded == model_.recorded_at(at), "an entry was recorded at another time");
  }
  agree(!log.entry({model_.size()}), "there is an entry that nobody sent");
}

void SimulatedSchool::check_indices(const ledger::Snapshot& log) {
  for (const auto& [stream, places] : model_.streams()) {
    agree(log.stream(stream) == places, "a stream stands elsewhere");
  }
  for (const auto& [name, place] : model_.commands()) {
    agree(log.command(name.first, name.second) == place, "a command stands elsewhere");
  }
}

void SimulatedSchool::check_texts() {
  for (const auto& text : model_.texts()) {
    const auto found = school_.log().texts().find(text.about, events::commit(text));
    if (model_.erased(text.about)) {
      agree(!found, "an erased person's text can be read");
    } else {
      agree(found == text.text, "a private text is missing");
    }
  }
}

void SimulatedSchool::check_extends(const ledger::Snapshot& log, const signing::Checkpoint& older,
                                    const signing::Checkpoint& newer) const {
  const auto proof = signing::consistency_proof(older.size, newer.size, log.tree());
  agree(
      proof && signing::verify_extension({older.size, newer.size, older.root, newer.root}, *proof),
      "a checkpoint does not extend an earlier one");
}

// The published checkpoint verifies, extends every one before it, and proves an entry.
void SimulatedSchool::check_checkpoint(const ledger::Snapshot& log) {
  const auto verifier = signing::NoteVerifier::admit(
      signing::log_verifier_key(ledger::TinySchool::kOrigin, school_.log_key().public_key()));
  const auto note = signing::open_checkpoint(school_.log().checkpoint(), *verifier);
  agree(note.has_value(), "the published checkpoint does not verify");
  const auto& now = note->checkpoint;
  agree(now.size <= log.size(), "the checkpoint is ahead of the log");
  if (!published_.empty()) {
    agree(published_.back().size <= now.size, "a checkpoint went back");
    check_extends(log, published_[below(random_, published_.size())], now);
    check_extends(log, published_.back(), now);
  }
  if (published_.empty() || !(published_.back() == now)) published_.push_back(now);
  if (now.size == 0) return;
  const std::uint64_t at = below(random_, now.size);
  const auto proof = signing::inclusion_proof(at, now.size, log.tree());
  const auto leaf = signing::leaf_hash(bytes_of(log.entry({at}).value_or("")));
  agree(proof && signing::verify_inclusion({at, now.size, leaf, now.root}, *proof),
        "an entry's receipt does not verify");
}

void SimulatedSchool::check_views() {
  const ledger::Store store(school_.directory() / "store", school_.resources,
                            ledger::OpenMode::kReadOnly);
  const auto rebuilt =
      ledger::rebuild_views(store, school_.parts.projections, ledger::RebuildMode::kCompare, {});
  agree(rebuilt.has_value(), "the views cannot be rebuilt");
  for (const auto& view : rebuilt->views) {
    agree(view.equal, "the view " + view.name + " is not the one rebuilt");
  }
}

// The journal's pages show the marks and absences that stand, all of them and nothing else.
void SimulatedSchool::check_standing(const ledger::Snapshot& log) {
  const auto standing = what_stands(model_.facts());
  std::map<MarkPlace, events::MarkValue> marks;
  std::map<CellPlace, std::uint16_t> absences;
  projections::JournalQuery query;
  query.first = projections::kFirstDay;
  query.last = projections::kNoEnd;
  for (const auto& load : kLoads) {
    query.school_class = load.school_class;
    query.subject = load.subject;
    const auto page = projections::journal_page(log, query);
    for (const auto& cell : page.cells) {
      const CellPlace place{page.columns[cell.column].lesson, page.pupils[cell.pupil].pupil};
      for (const auto& mark : cell.marks) {
        if (mark.value) marks[{place.lesson, place.pupil, mark.ordinal}] = *mark.value;
      }
      if (cell.presence) absences[place] = cell.presence->minutes;
    }
  }
  agree(marks == standing.marks, "the journal shows other marks than stand");
  agree(absences == standing.absences, "the journal shows other absences than stand");
}

// Whoever begins with nothing and takes in the log's commands one by one lets each of them in, and
// finds nothing in them that a school's log cannot hold.
void SimulatedSchool::check_replay(const ledger::Snapshot& log) {
  const auto projections = projections::all();
  projections::MemoryViews views;
  rules::Admission admission;
  Laws laws;
  for (std::uint64_t at = 0; at < log.size();) {
    std::vector<events::RecordedEvent> taken;
    std::vector<events::Event> command;
    do {
      auto event = log.event({at + command.size()});
      agree(event.has_value(), "an entry does not read");
      command.push_back(event->event);
      taken.push_back(std::move(*event));
    } while (command.size() < command.front().count);
    const auto admitted = admission(command, {}, views, taken.front().recorded);
    agree(admitted.has_value(), "entry " + std::to_string(at) + " would not be admitted again: " +
                                    (admitted ? "" : admitted.refusal().code));
    for (const auto& event : taken) {
      views.fold(projections, event);
      const auto broken = laws.broken_by(model_.facts()[event.position.value]);
      agree(!broken, "entry " + std::to_string(event.position.value) + ": " + broken.value_or(""));
    }
    at += command.size();
  }
  agree(views == model_.views(), "the log's views are not the model's");
}

// One byte of what the school owns is changed behind the program's back.
void SimulatedSchool::check_flipped_byte() {
  const std::uint64_t at = below(random_, model_.size());
  {
    const ledger::Store store(school_.directory() / "store", school_.resources,
                              ledger::OpenMode::kExisting);
    auto entry = *store.get(ledger::Family::kEntries, ledger::entry_key({at}));
    auto& byte = entry[below(random_, entry.size())];
    byte = static_cast<char>(byte ^ (1 << below(random_, 8)));
    ledger::require(store.db().Put({}, store.family(ledger::Family::kEntries),
                                   ledger::slice(ledger::entry_key({at})), ledger::slice(entry)));
  }
  const auto verdict = school_.verify();
  bool named = false;
  std::string found;
  for (const auto& one : verdict.findings) {
    named = named || one.position == events::Position{at};
    found += one.where + " " + one.what.code + ", ";
  }
  agree(!verdict.intact() && named,
        "a flipped byte of entry " + std::to_string(at) + " was not found where it is: " + found);
}

}  // namespace letopis::simulation
