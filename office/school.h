// A school's log opened by the program: for reading beside whatever else runs, or for writing.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "ledger/ledger.h"
#include "ledger/published.h"
#include "ledger/vault.h"
#include "office/clocks.h"
#include "office/school_files.h"
#include "projections/directory_reader.h"
#include "regulations/time_zone.h"
#include "reports/names.h"
#include "terminal/arguments.h"

namespace letopis::office {

// What every ledger of this program is opened with: the rules' door and all projections.
ledger::Parts ledger_parts();

ledger::Settings ledger_settings(const std::filesystem::path& directory,
                                 const SchoolProfile& profile);

// A log as it stands, read without touching it. One thread.
class SchoolReader {
 public:
  // With `--data` of the arguments. Refuses what the files refuse, vault.* and school.view_behind.
  static Result<std::unique_ptr<SchoolReader>> open(const terminal::Arguments& arguments,
                                                    terminal::Language language);
  static Result<std::unique_ptr<SchoolReader>> open(const std::filesystem::path& directory,
                                                    terminal::Language language);

  const std::filesystem::path& path() const { return path_; }
  const SchoolProfile& profile() const { return profile_; }
  const ledger::Snapshot& log() const { return *snapshot_; }
  const ledger::Store& store() const { return *store_; }
  const events::TextSource& texts() const { return *vault_; }
  const projections::Directory& directory() const { return *directory_; }
  const reports::NameBook& names() const { return *names_; }
  const regulations::TimeZone& zone() const { return *zone_; }

  // The published checkpoint, proved to be this log's; it may be behind the store. Refuses
  // ledger.checkpoint_*.
  Result<ledger::Published> published() const;

  // "5а" or "5 а", as it is called today in the log. Refuses school.no_class, naming those there
  // are.
  Result<projections::ClassInfo> class_named(std::string_view name, events::Day day) const;
  // By name, also in another case of its first letter, or by the short name. Refuses
  // school.no_subject.
  Result<events::SubjectRegistered> subject_named(std::string_view name) const;
  // By number or by the beginning of «Фамилия Имя Отчество». Refuses school.no_pupil and
  // school.many_pupils.
  Result<events::PersonNumber> pupil_named(std::string_view name) const;

  // The year that the log speaks of (taught_year.h).
  Result<events::YearOpened> year() const;
  // The size of the log as known at --as-of; the whole log without it.
  Result<events::Position> as_of(const terminal::Arguments& arguments) const;

 private:
  SchoolReader(std::filesystem::path path, SchoolProfile profile, signing::VerifierKey key)
      : path_(std::move(path)), profile_(std::move(profile)), key_(std::move(key)) {}
  Outcome read(terminal::Language language);

  const std::filesystem::path path_;
  const SchoolProfile profile_;
  const signing::VerifierKey key_;
  ledger::Resources resources_ = ledger::make_resources();
  std::shared_ptr<const ledger::Store> store_;  // shared with the snapshot that reads it
  std::unique_ptr<ledger::VaultKeys> vault_keys_;
  std::unique_ptr<ledger::Vault> vault_;
  std::unique_ptr<ledger::Snapshot> snapshot_;
  std::unique_ptr<projections::Directory> directory_;
  std::unique_ptr<reports::NameBook> names_;
  std::optional<regulations::TimeZone> zone_;
};

}  // namespace letopis::office
