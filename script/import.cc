#include "script/import.h"

#include <fmt/format.h>

#include <filesystem>
#include <map>

#include "archive/durable_files.h"
#include "intake/one_roster.h"
#include "intake/people_table.h"
#include "intake/table_file.h"
#include "rules/reading.h"
#include "wishes/answer_parts.h"

namespace letopis::script {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostToldFaults = 10;

// How many, and the first of them with their places.
Refusal told(const intake::Faults& faults) {
  Refusal refusal = intake::refusal_of(faults);
  for (std::size_t i = 1; i < std::min(kMostToldFaults, faults.listed().size()); ++i) {
    const auto& fault = faults.listed()[i];
    const Sentence place = intake::said(fault.place);
    refusal.says.ru += fmt::format("\n{}: {}", place.ru, fault.says.ru);
    refusal.says.en += fmt::format("\n{}: {}", place.en, fault.says.en);
  }
  return refusal;
}

// The pupils whom the author may see, by name and class.
std::vector<intake::KnownPupil> known_pupils(const ImportFile& wish, const wishes::Sight& sight) {
  std::vector<intake::KnownPupil> known;
  const auto& directory = sight.directory();
  const auto last = directory.last_number(events::NumberKind::kPerson);
  for (std::uint32_t number = 1; number <= last; ++number) {
    rules::Concern concern;
    concern.person = events::PersonNumber{number};
    const auto own = directory.class_of(*concern.person, wish.first_day);
    if (!own || !rules::may_read(rules::View::kPerson, sight.reader(), concern, sight.school())) {
      continue;
    }
    known.push_back({*concern.person, wishes::full_name(*concern.person, sight),
                     intake::class_named(wishes::class_name(*own, wish.first_day, sight))});
  }
  return known;
}

Result<intake::PeopleImport> read_table_file(const fs::path& file, const ImportFile& wish,
                                             const wishes::Sight& sight) {
  const auto bytes = archive::read_file(file, kMostImportBytes);
  if (!bytes) return bytes.refusal();
  const auto table = intake::read_table(*bytes, wish.sheet);
  if (!table) return told(table.faults());
  auto people = intake::read_people(*table, sight.school().today(), known_pupils(wish, sight));
  if (!people) return told(people.faults());
  return *std::move(people);
}

Result<intake::PeopleImport> read_roster_folder(const fs::path& folder, events::Day today) {
  std::map<std::string, std::string> texts;
  std::error_code unreadable;
  for (const auto& entry : fs::directory_iterator(folder, unreadable)) {
    if (entry.path().extension() != ".csv" || texts.size() == intake::kMaxRosterFiles) continue;
    auto text = archive::read_file(entry.path(), kMostImportBytes);
    if (!text) return text.refusal();
    texts.emplace(entry.path().filename().string(), *std::move(text));
  }
  const std::map<std::string, std::string_view> files(texts.begin(), texts.end());
  auto roster = intake::read_one_roster(files, today);
  if (!roster) return told(roster.faults());
  return (*std::move(roster)).people;
}

// Puts rows together in the order staff, pupils, parents; a parent on the staff has one row.
class Gathering {
 public:
  Gathering(const ImportFile& wish, const intake::PeopleImport& people,
            const rules::SchoolNow& school, wishes::Secrets& secrets)
      : wish_(wish), people_(people), school_(school), secrets_(secrets) {}

  Result<rules::ImportPeople> run() {
    out_.order = wish_.order;
    for (const auto& staff : people_.staff) {
      if (auto added = add_staff(staff); !added) return added.refusal();
    }
    for (const auto& pupil : people_.pupils) {
      if (auto added = add_pupil(pupil); !added) return added.refusal();
    }
    for (const auto& parent : people_.parents) add_parent(parent);
    if (out_.people.empty()) {
      return Refusal{"import.empty", {"в файле никого нет", "nobody stands in the file"}};
    }
    return std::move(out_);
  }

 private:
  std::size_t add(const intake::PersonData& data) {
    const std::size_t row = out_.people.size();
    auto& person = out_.people.emplace_back();
    person.first_day = wish_.first_day;
    for (const auto& text : intake::texts_of(data)) {
      person.fields.push_back({text.field, secrets_.keep(text.text)});
    }
    if (wish_.consents) {
      person.consent =
          rules::ImportedConsent{std::nullopt, events::ConsentState::kGiven, school_.today()};
    }
    person.login = data.login;
    person.code = wish_.codes;
    return row;
  }

  Outcome add_staff(const intake::Staff& staff) {
    const auto row = add(staff.data);
    for (const auto& held : staff.roles) {
      rules::RoleWish role{held.role, std::nullopt, std::nullopt, wish_.first_day, wish_.order};
      if (held.school_class) {
        const auto school_class = class_of(*held.school_class, staff.data);
        if (!school_class) return school_class.refusal();
        role.school_class = *school_class;
      }
      if (held.subject) {
        const auto subject = school_.directory().subject_named(*held.subject);
        if (!subject) return unknown("import.subject", *held.subject, staff.data);
        role.subject = subject->subject;
      }
      out_.people[row].roles.push_back(role);
    }
    return Done{};
  }

  Outcome add_pupil(const intake::Pupil& pupil) {
    const auto row = add(pupil.data);
    const auto school_class = class_of(pupil.school_class, pupil.data);
    if (!school_class) return school_class.refusal();
    out_.people[row].school_class = *school_class;
    return Done{};
  }

  // A child's consent is a parent's word.
  void add_parent(const intake::Parent& parent) {
    const auto row = parent.staff ? *parent.staff : add(parent.data);
    for (const auto& child : parent.children) {
      const std::size_t of_child = people_.staff.size() + child.pupil;
      out_.links.push_back({of_child, row, child.relation, {}});
      auto& consent = out_.people[of_child].consent;
      if (consent && !consent->said_by) consent->said_by = row;
    }
    for (const auto& child : parent.known) {
      out_.links.push_back({{}, row, child.relation, child.person});
    }
  }

  Result<events::ClassNumber> class_of(const intake::ClassName& name,
                                       const intake::PersonData& data) const {
    const auto found = school_.directory().class_named(name.text(), wish_.first_day);
    if (found) return found->number;
    return unknown("import.class", name.text(), data);
  }

  static Refusal unknown(const char* code, const std::string& name,
                         const intake::PersonData& data) {
    const Sentence place = intake::said(data.row);
    return {code,
            {fmt::format("{}: в школе нет такого: {}", place.ru, name),
             fmt::format("{}: the school has no {}", place.en, name)}};
  }

  const ImportFile& wish_;
  const intake::PeopleImport& people_;
  const rules::SchoolNow& school_;
  wishes::Secrets& secrets_;
  rules::ImportPeople out_;
};

}  // namespace

Result<rules::ImportPeople> read_import(const ImportFile& wish, const fs::path& beside,
                                        const wishes::Sight& sight, wishes::Secrets& secrets) {
  std::error_code ignored;
  const auto file = beside / wish.file;
  const auto people = fs::is_directory(file, ignored)
                          ? read_roster_folder(file, sight.school().today())
                          : read_table_file(file, wish, sight);
  if (!people) return people.refusal();
  return Gathering(wish, *people, sight.school(), secrets).run();
}

}  // namespace letopis::script
