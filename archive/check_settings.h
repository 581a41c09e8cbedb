// By what a medium is checked: what whoever checks it holds, and how it is read.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "archive/destroyed.h"
#include "archive/trust.h"
#include "pki/gost.h"
#include "pki/moment.h"

namespace letopis::archive {

struct CheckSettings {
  const Trust* trust = nullptr;
  std::optional<KnownCheckpoint> since;  // entries before it were checked on an earlier visit
  bool contents = true;                  // false measures hashing alone; never what a program does
  bool past_cache = false;               // read what lies on the medium, not what memory holds
  std::vector<Destroyed> destroyed;  // that the school's own log tells of, and media may not yet
  const pki::GostEngine* gost = nullptr;  // null: signatures by GOST are not checked
  // What certificates have expired by now is told; it makes nothing bad.
  pki::Moment now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
};

// The inspector knows authorities, so a document that no certificate signed is not certified.
inline bool asks_for_certificates(const CheckSettings& settings) {
  return settings.trust && !settings.trust->authorities.empty();
}

}  // namespace letopis::archive
