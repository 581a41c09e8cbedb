// READ-ME-FIRST.txt: for somebody who finds the medium and knows nothing of this program.
#pragma once

#include <string>

#include "archive/bag_info.h"
#include "signing/ed25519.h"

namespace letopis::archive {

struct ReadMeAbout {
  const BagInfo& info;
  const signing::PublicKey& log_key;
  bool certificates = false;  // signed the volume too
};

// What the volume is, and how it is checked with sha256sum, openssl and python3 alone. Lines that
// are commands begin with four spaces; they work as printed, in the volume's folder.
std::string print_read_me(const ReadMeAbout& about);

}  // namespace letopis::archive
