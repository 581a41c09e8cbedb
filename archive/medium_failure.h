// A medium or its file system failed in the middle of something. It is a broken world, so it is
// thrown; who talks to a person catches it and shows the refusal.
#pragma once

#include <cerrno>
#include <filesystem>
#include <stdexcept>

#include "outcome/result.h"

namespace letopis::archive {

class MediumFailure : public std::runtime_error {
 public:
  // What a person does differs by these: makes room, lifts the write protection, plugs the medium
  // in again. For the rest there is the system's own word.
  enum class Kind { kNoRoom, kReadOnly, kGone, kOther };

  // `error` is an errno; `path` is what was being read or written.
  MediumFailure(int error, std::filesystem::path path);

  Kind kind() const { return kind_; }
  int error() const { return error_; }
  const std::filesystem::path& path() const { return path_; }

  // media.full, media.read_only, media.torn_off, media.failed.
  Refusal refusal() const;

 private:
  Kind kind_;
  int error_;
  std::filesystem::path path_;
};

// Throws MediumFailure. Call it before anything else can change errno.
[[noreturn]] void fail_on(const std::filesystem::path& path, int error = errno);

}  // namespace letopis::archive
