#include <fmt/format.h>

#include <functional>

#include "archivist/archive_story.h"
#include "demo/archive.h"
#include "demo/forgeries.h"
#include "demo/lived_year.h"
#include "events/codec.h"
#include "events/entry.h"
#include "office/scratch_directory.h"
#include "projections/directory_reader.h"
#include "terminal/enumeration_words.h"
#include "verifier/verdict_report.h"

namespace letopis::demo {

using namespace archivist;
using namespace office;
using namespace terminal;

namespace {

namespace fs = std::filesystem;

constexpr unsigned kPupils = 20;

// A small school with two volumes on a medium, and what an attacker could have in hand.
struct SmallSchool {
  fs::path data;
  std::array<fs::path, 2> media;
  archive::Trust trust;
};

// Something has to happen between two volumes: the director records orders.
std::vector<events::Fact> new_orders(const ledger::Snapshot& log) {
  constexpr unsigned count = 8;
  const auto last = projections::Directory(log).last_number(events::NumberKind::kDocument);
  std::vector<events::Fact> facts;
  for (unsigned i = 1; i <= count; ++i) {
    facts.emplace_back(events::DocumentRecorded{{last + i},
                                                events::DocumentKind::kPointsOrder,
                                                fmt::format("Приказ о точке эксплуатации {}", i),
                                                std::nullopt,
                                                std::nullopt});
  }
  return facts;
}

Outcome seal_two_volumes(SmallSchool& school) {
  const auto desk = ArchiveDesk::open(school.data);
  if (!desk) return desk.refusal();
  for (const auto& medium : school.media) {
    fs::create_directories(medium);
    const auto added = (*desk)->add_medium({medium, "demo", std::nullopt, true});
    if (!added) return added.refusal();
  }
  const auto chosen = (*desk)->choose_media(school.media[0], school.media[1], true);
  if (!chosen) return chosen.refusal();
  const auto first = (*desk)->seal(*chosen, std::nullopt, {});
  if (!first) return first.refusal();
  const auto stated = (*desk)->state(new_orders(*(*desk)->snapshot()));
  if (!stated) return stated.refusal();
  const auto second = (*desk)->seal(*chosen, first->name, {});
  if (!second) return second.refusal();
  auto trust = (*desk)->trust();
  if (!trust) return trust.refusal();
  school.trust = std::move(*trust);
  return Done{};
}

fs::path volume_on(const fs::path& medium, std::uint32_t number) {
  for (const auto& entry : fs::directory_iterator(medium)) {
    if (entry.path().filename().string().ends_with(fmt::format("_v{:03}", number))) {
      return entry.path();
    }
  }
  return medium;
}

// An event of the entry's author, signed with a key that the log never enrolled for them.
std::string sign_with_own_key(const std::string& entry) {
  const auto parts = events::cut_entry(bytes_of(entry));
  const auto forged = forge_mark(entry);
  const auto event = events::cut_entry(bytes_of(forged->entry));
  return events::make_entry(events::sign_event(event->event, signing::PrivateKey::generate()),
                            parts->recorded);
}

// The whole log without one mark and without what it says of volumes: every signature in it is
// right, and no version is left out.
std::vector<std::string> without_mark(const fs::path& medium, events::Position mark) {
  std::vector<std::string> entries;
  const auto all = entries_of(medium);
  for (std::uint64_t at = 0; at < all.size(); ++at) {
    const auto parts = events::cut_entry(bytes_of(all[at]));
    const auto event = parts ? events::decode(parts->event) : parts.refusal();
    const bool of_volume = event && event->stream.kind == events::StreamKind::kVolume;
    if (at != mark.value && !of_volume) entries.push_back(all[at]);
  }
  return entries;
}

struct Attack {
  Text title;
  Text what;
  std::function<void(const fs::path& medium, const OpenedVolume& volume)> commit;
};

std::vector<Attack> six_attacks(const SmallSchool& school, const ForgedMark& forged,
                                events::Position mark) {
  const fs::path data = school.data;
  return {
      {{"Исправлена отметка", "A mark is edited"},
       {"В файле записей вместо одной отметки поставлена другая.",
        "In the file of entries one mark is replaced by another."},
       [=](const fs::path&, const OpenedVolume& volume) {
         edit_in_bundle(volume, mark, forged.entry);
       }},
      {{"Убрана запись", "An entry is dropped"},
       {"Из файла записей вырезана отметка, будто её не было.",
        "A mark is cut out of the file of entries, as if it had never been."},
       [=](const fs::path&, const OpenedVolume& volume) { drop_from_bundle(volume, mark); }},
      {{"Описи пересчитаны после правки", "Manifests recomputed after an edit"},
       {"Отметка исправлена всюду: в записи, в дереве, в читаемой строке; все контрольные суммы "
        "пересчитаны. Обычные программы для архивов скажут: том цел.",
        "The mark is edited everywhere: entry, tree, readable line; all digests are recomputed. "
        "Ordinary archive tools would say: the volume is valid."},
       [=](const fs::path&, const OpenedVolume& volume) {
         edit_everywhere(volume, mark, forged.entry);
       }},
      {{"Возвращён старый том", "An older volume is put back"},
       {"Новый том с носителя убран, остался прежний, сам по себе безупречный.",
        "The newer volume is taken off; the older one, in itself flawless, stays."},
       [](const fs::path& medium, const OpenedVolume&) { fs::remove_all(volume_on(medium, 2)); }},
      {{"Подделан автор", "A forged author"},
       {"Администратор с ключом журнала вписал отметку от имени учителя, подписал её своим ключом "
        "и "
        "запечатал том заново.",
        "An administrator who has the log's key wrote a mark in a teacher's name, signed it with a "
        "key of their own and sealed the volume anew."},
       [=](const fs::path& medium, const OpenedVolume& volume) {
         auto entries = volume.entries;
         entries[mark.value] = sign_with_own_key(entries[mark.value]);
         fs::remove_all(volume_on(medium, 2));
         seal_anew(volume, entries, read_log_key(data).value());
       }},
      {{"Другая ветвь под украденным ключом", "A fork under the stolen key"},
       {"Отметка убрана, журнал переписан без неё и подписан настоящим ключом журнала: все "
        "подписи, "
        "дерево и описи верны. Выдаёт его только то, что инспектор видел раньше.",
        "The mark is removed, the log is written anew without it and signed with the log's real "
        "key: all signatures, the tree and the manifests are right. Only what the inspector saw "
        "before gives it away."},
       [=](const fs::path& medium, const OpenedVolume& volume) {
         const auto entries = without_mark(medium, mark);
         fs::remove_all(volume_on(medium, 2));
         seal_anew(volume, entries, read_log_key(data).value());
       }},
  };
}

Outcome tell_attack(const Attack& attack, std::size_t number, const SmallSchool& school,
                    const Console& console) {
  const ScratchDirectory scratch("letopis-attack");
  const auto medium = scratch.path() / "medium";
  fs::copy(school.media[0], medium, fs::copy_options::recursive);
  attack.commit(medium, open_volume(volume_on(medium, 1)));
  console.line();
  console.line(
      console.toned(Tone::kTitle, fmt::format("  {}. {}", number, console.in(attack.title))));
  console.paragraph(console.in(attack.what), 5);
  verifier::CheckOrder order;
  order.paths = {medium};
  order.trust = school.trust;
  const auto checked = verifier::check(order, {});
  if (!checked) return checked.refusal();
  verifier::print_finding_of(checked->verdicts.front(), console);
  return Done{};
}

}  // namespace

Outcome tell_attacks(const Console& console) {
  console.title(console.in({"8. Шесть атак на архив", "8. Six attacks on the archive"}));
  const ScratchDirectory scratch("letopis-attacks");
  SmallSchool school;
  school.data = scratch.path() / "school";
  school.media = {scratch.path() / "a", scratch.path() / "b"};
  trial::Settings settings;
  settings.pupils = kPupils;
  const auto lived = live_year(school.data, settings, {});
  if (!lived) return lived.refusal();
  if (auto sealed = seal_two_volumes(school); !sealed) return sealed;
  const auto volume = open_volume(volume_on(school.media[0], 1));
  const auto mark = last_mark_in(volume);
  const auto forged = mark ? forge_mark(volume.entries[mark->value]) : std::nullopt;
  if (!forged) return Done{};
  console.paragraph(console.fill(
      {"На копиях маленького тома ({}, {}). Код ответа letopis-verify стоит в скобках.",
       "On copies of a small volume ({}, {}). The exit code of letopis-verify stands in "
       "parentheses."},
      counted(console.language(), kPupils, {"ученик", "ученика", "учеников", "pupil", "pupils"}),
      counted(console.language(), volume.entries.size(), kEntryNoun)));
  std::size_t number = 0;
  for (const auto& attack : six_attacks(school, *forged, *mark)) {
    if (auto told = tell_attack(attack, ++number, school, console); !told) return told;
  }
  return Done{};
}

}  // namespace letopis::demo
