#include "inspection/inspection.h"

#include <fmt/format.h>

#include <chrono>

#include "events/codec.h"
#include "events/entry.h"
#include "office/lived_from.h"
#include "projections/projections.h"

namespace letopis::inspection {

using namespace office;
using namespace terminal;

namespace {

namespace fs = std::filesystem;
using ledger::Fault;

void add(Inspection& inspection, Fault fault, std::string where, Refusal what) {
  auto& verdict = inspection.verdict;
  verdict.findings.push_back({fault, std::move(where), std::nullopt, std::move(what)});
  ++verdict.findings_in_all;
}

Fault fault_of(const Refusal& refusal) {
  return refusal.code == "school.file_missing" ? Fault::kIncomplete : Fault::kAltered;
}

// The key that lies with the log: whoever can alter the log can replace it too.
void read_own_key(Inspection& inspection) {
  auto key = read_verifier_key(school_files(inspection.directory).verifier_key);
  if (key) {
    inspection.key = std::move(*key);
  } else if (fault_of(key.refusal()) == Fault::kAltered) {
    add(inspection, Fault::kAltered, "log.vkey", key.refusal());
  }
}

void check_own_files(Inspection& inspection) {
  const auto files = school_files(inspection.directory);
  const auto& trusted = *inspection.key;
  if (trusted.name != inspection.profile.origin) {
    add(inspection, Fault::kAltered, "school.json",
        {"school.origin",
         {fmt::format("журнал назван {}, а ключ — для {}", inspection.profile.origin, trusted.name),
          fmt::format("the log is named {}, the key is for {}", inspection.profile.origin,
                      trusted.name)}});
  }
  const auto secret = read_log_key(inspection.directory);
  if (!secret) {
    add(inspection, fault_of(secret.refusal()), "log.key", secret.refusal());
  } else if (text_of(secret->public_key().view()) != text_of(Bytes(trusted.key))) {
    add(inspection, Fault::kAltered, "log.key",
        {"school.key_differs",
         {"ключ подписи журнала не тот, что отвечает ключу проверки",
          "the log's signing key does not answer to the verifier key"}});
  }
  if (!inspection.key_from_outside) return;
  const auto own = read_verifier_key(files.verifier_key);
  if (!own) {
    add(inspection, fault_of(own.refusal()), "log.vkey", own.refusal());
  } else if (!(*own == trusted)) {
    add(inspection, Fault::kAltered, "log.vkey",
        {"school.verifier_key_differs",
         {"ключ проверки рядом с журналом не тот, что принесён извне",
          "the verifier key beside the log is not the one brought from outside"}});
  }
}

// The seed in school.json must be the one that this very log was lived from.
void check_trial(Inspection& inspection) {
  if (!inspection.profile.trial || inspection.verdict.size == 0) return;
  try {
    const auto resources = ledger::make_resources();
    const ledger::Store store(inspection.directory / "store", resources,
                              ledger::OpenMode::kReadOnly);
    const auto entry = store.get(ledger::Family::kEntries, ledger::entry_key({0})).value_or("");
    const auto parts = events::cut_entry(bytes_of(entry));
    const auto first = parts ? events::decode(parts->event) : parts.refusal();
    const auto* start = first ? std::get_if<events::LogStarted>(&first->fact) : nullptr;
    if (!start) return;  // the ledger's verdict names it
    if (first->log == year_lived_from(*inspection.profile.trial, *start).log_id()) return;
    add(inspection, Fault::kAltered, "school.json",
        {"school.trial_differs",
         {"зерно и число учеников в school.json не те, из которых прожит этот журнал",
          "seed and pupils in school.json are not those that this log was lived from"}});
  } catch (const ledger::StoreFailure&) {
    // The store's own findings say so.
  }
}

}  // namespace

Exit Inspection::exit() const {
  const auto has = [&](Fault fault) {
    for (const auto& finding : verdict.findings) {
      if (finding.fault == fault) return true;
    }
    return false;
  };
  if (has(Fault::kAltered)) return Exit::kAltered;
  if (has(Fault::kRolledBack)) return Exit::kRolledBack;
  if (has(Fault::kIncomplete)) return Exit::kIncomplete;
  return key ? Exit::kGood : Exit::kNoTrustedKey;
}

Result<signing::VerifierKey> verifier_key_from(const std::string& text_or_file) {
  std::error_code ignored;
  if (text_or_file.find('+') != std::string::npos && !fs::exists(text_or_file, ignored)) {
    return signing::parse_verifier_key(text_or_file);
  }
  return read_verifier_key(text_or_file);
}

Result<Inspection> inspect(const InspectionSettings& settings, const ledger::Progress& progress) {
  const auto began = std::chrono::steady_clock::now();
  auto profile = read_profile(settings.directory);
  if (!profile) return profile.refusal();
  Inspection inspection;
  inspection.directory = settings.directory;
  inspection.profile = std::move(*profile);
  if (settings.log_key) {
    auto key = verifier_key_from(*settings.log_key);
    if (!key) return key.refusal();
    inspection.key = std::move(*key);
    inspection.key_from_outside = true;
  } else {
    read_own_key(inspection);
  }
  if (!inspection.key) return inspection;
  const auto public_key = signing::public_key_from(inspection.key->key);
  if (!public_key) return public_key.refusal();
  auto verdict = ledger::verify_store({settings.directory, inspection.profile.origin, *public_key},
                                      projections::all(), ledger::make_resources(), progress);
  inspection.verdict = std::move(verdict);
  check_own_files(inspection);
  check_trial(inspection);
  inspection.seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  return inspection;
}

}  // namespace letopis::inspection
