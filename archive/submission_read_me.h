// READ-ME-FIRST.txt of a submission: for whoever receives it and has no program of the school's.
#pragma once

#include <string>

#include "archive/submission_info.h"
#include "signing/ed25519.h"

namespace letopis::archive {

struct SubmissionReadMeAbout {
  const SubmissionInfo& info;
  const signing::PublicKey& log_key;
  bool certificates = false;  // signed the documents and the submission
};

// What was handed over, and how it is checked with sha256sum, openssl and python3 alone. Lines that
// are commands begin with four spaces; they work as printed, in the submission's folder.
std::string print_submission_read_me(const SubmissionReadMeAbout& about);

}  // namespace letopis::archive
