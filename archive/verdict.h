// What the check of a medium came to.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "archive/bag_info.h"
#include "archive/certified.h"
#include "archive/destroyed.h"
#include "audit/finding.h"
#include "events/facts_people.h"
#include "signing/cosignature.h"

namespace letopis::archive {

enum class TrustState {
  kTrusted,   // the volume was signed with a log's key that the trust file names
  kUnknown,   // no key of the trust file has been seen to have signed it
  kNotGiven,  // no trust file
};

struct CheckedVolume {
  std::filesystem::path path;
  BagInfo info;
  signing::Digest tag_manifest;
  std::vector<signing::Digest> signatures;  // of the files under signatures/, by their names
  bool followed = false;  // entries were followed from the log's beginning; of documents: always
  std::uint64_t findings = 0;
  TrustState trust = TrustState::kNotGiven;
};

// Somebody outside of the school who has seen the log at that size.
struct Witnessed {
  std::vector<std::string> names;
  signing::UnixSeconds time;  // of the latest of them
  std::uint64_t size = 0;
};

struct Erased {
  events::PersonNumber person;
  events::Order order;
};

struct Verdict {
  std::filesystem::path path;
  TrustState trust = TrustState::kNotGiven;    // the worst of its volumes
  std::optional<events::MediumNumber> medium;  // by its identity file
  std::string room;                            // where the log says it is kept
  std::vector<CheckedVolume> volumes;          // in their order
  std::vector<std::string> skipped;            // left by a write that was cut off: not looked at
  std::string origin;
  std::string school;     // its short name, as the log gives it
  std::string time_zone;  // likewise
  bool trial_log = false;
  bool trial_media = false;
  std::uint64_t size = 0;  // of the log in the newest volume
  signing::Digest root;
  std::string checkpoint;  // the newest one's note, once its log's signature verified
  std::optional<Witnessed> witnessed;
  std::optional<std::uint64_t> since;  // the size up to which an earlier visit had checked

  // What was checked.
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;
  std::uint64_t entries = 0;
  std::uint64_t signatures = 0;
  std::uint64_t renditions = 0;
  std::uint64_t keys = 0;
  std::uint64_t streams = 0;
  std::uint64_t commands = 0;
  std::uint64_t checkpoints = 0;
  std::uint64_t cosignatures = 0;
  std::uint64_t access_entries = 0;  // of the log of access: hashed
  std::uint64_t access_size = 0;     // and how many it has in the newest volume
  std::uint64_t texts = 0;           // private texts that the log commits to
  std::uint64_t texts_erased = 0;    // of these, of persons erased by an order
  std::vector<Erased> erased;
  Certified certified;               // of all documents and volumes
  std::vector<Destroyed> destroyed;  // by an act, on whatever medium
  std::vector<Destroyed> owed;       // lie here still, and are destroyed on another medium

  std::vector<audit::Finding> findings;
  std::uint64_t findings_in_all = 0;
  bool altered = false;
  bool rolled_back = false;
  bool incomplete = false;

  bool intact() const { return findings_in_all == 0; }
};

}  // namespace letopis::archive
