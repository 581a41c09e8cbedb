#include "server/runner_import.h"

#include <fmt/format.h>

#include <filesystem>
#include <map>

#include "archive/durable_files.h"
#include "intake/one_roster.h"
#include "intake/people_table.h"
#include "intake/table_file.h"

namespace letopis::server {
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

Result<intake::PeopleImport> read_table_file(const ImportFile& wish, events::Day today) {
  const auto bytes = archive::read_file(wish.file, kMostImportBytes);
  if (!bytes) return bytes.refusal();
  const auto table = intake::read_table(*bytes, wish.sheet);
  if (!table) return told(table.faults());
  auto people = intake::read_people(*table, today);
  if (!people) return told(people.faults());
  return *std::move(people);
}

Result<intake::PeopleImport> read_roster_folder(const fs::path& folder, events::Day today) {
  std::map<std::string, std::string> texts;
  for (const auto& entry : fs::directory_iterator(folder)) {
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
  Gathering(const ImportFile& wish, const intake::PeopleImport& people, const wishes::Desk& desk,
            wishes::Secrets& secrets)
      : wish_(wish), people_(people), desk_(desk), secrets_(secrets) {}

  Result<ReadImport> run() {
    out_.people.order = wish_.order;
    for (const auto& staff : people_.staff) {
      if (auto added = add_staff(staff); !added) return added.refusal();
    }
    for (const auto& pupil : people_.pupils) {
      if (auto added = add_pupil(pupil); !added) return added.refusal();
    }
    for (const auto& parent : people_.parents) {
      if (auto added = add_parent(parent); !added) return added.refusal();
    }
    return std::move(out_);
  }

 private:
  Result<std::size_t> add(const intake::PersonData& data) {
    const std::size_t row = out_.people.people.size();
    auto& person = out_.people.people.emplace_back();
    person.first_day = wish_.first_day;
    for (const auto& text : intake::texts_of(data)) {
      person.fields.push_back({text.field, secrets_.keep(text.text)});
    }
    if (wish_.consents) {
      person.consent =
          rules::ImportedConsent{std::nullopt, events::ConsentState::kGiven, desk_.school.today()};
    }
    if (data.login) {
      if (auto free = desk_.logins.check(*data.login); !free) return free.refusal();
      out_.logins.emplace_back(*data.login, row);
    }
    return row;
  }

  Outcome add_staff(const intake::Staff& staff) {
    const auto row = add(staff.data);
    if (!row) return row.refusal();
    for (const auto& held : staff.roles) {
      rules::RoleWish role{held.role, std::nullopt, std::nullopt, wish_.first_day, wish_.order};
      if (held.school_class) {
        const auto school_class = class_of(*held.school_class, staff.data);
        if (!school_class) return school_class.refusal();
        role.school_class = *school_class;
      }
      if (held.subject) {
        const auto subject = desk_.school.directory().subject_named(*held.subject);
        if (!subject) return unknown("import.subject", *held.subject, staff.data);
        role.subject = subject->subject;
      }
      out_.people.people[*row].roles.push_back(role);
    }
    return Done{};
  }

  Outcome add_pupil(const intake::Pupil& pupil) {
    const auto row = add(pupil.data);
    if (!row) return row.refusal();
    const auto school_class = class_of(pupil.school_class, pupil.data);
    if (!school_class) return school_class.refusal();
    out_.people.people[*row].school_class = *school_class;
    return Done{};
  }

  // A child's consent is a parent's word.
  Outcome add_parent(const intake::Parent& parent) {
    const auto row = parent.staff ? Result<std::size_t>(*parent.staff) : add(parent.data);
    if (!row) return row.refusal();
    for (const auto& child : parent.children) {
      const std::size_t of_child = people_.staff.size() + child.pupil;
      out_.people.links.push_back({of_child, *row, child.relation});
      auto& consent = out_.people.people[of_child].consent;
      if (consent && !consent->said_by) consent->said_by = *row;
    }
    return Done{};
  }

  Result<events::ClassNumber> class_of(const intake::ClassName& name,
                                       const intake::PersonData& data) const {
    const auto found = desk_.school.directory().class_named(name.text(), wish_.first_day);
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
  const wishes::Desk& desk_;
  wishes::Secrets& secrets_;
  ReadImport out_;
};

}  // namespace

Result<ReadImport> read_import(const ImportFile& wish, const wishes::Desk& desk,
                               wishes::Secrets& secrets) {
  std::error_code ignored;
  const events::Day today = desk.school.today();
  const auto people = fs::is_directory(wish.file, ignored) ? read_roster_folder(wish.file, today)
                                                           : read_table_file(wish, today);
  if (!people) return people.refusal();
  return Gathering(wish, *people, desk, secrets).run();
}

}  // namespace letopis::server
