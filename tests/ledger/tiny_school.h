// A school of a founder, a director and two teachers, whose log goes through the real ledger: what
// the tests of this folder share.
#pragma once

#include <atomic>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "events/clock.h"
#include "ledger/ledger.h"
#include "ledger/verify.h"

namespace letopis::ledger {

// A directory of its own, gone with its owner.
class TemporaryDirectory {
 public:
  TemporaryDirectory();
  ~TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// Stands still until it is set. Any thread.
class SettableClock final : public events::Clock {
 public:
  static constexpr std::int64_t kStart = 1'756'700'000'000;  // 1 September 2025
  events::Instant now() const override { return {wall_}; }
  std::int64_t monotonic_ms() const override { return monotonic_; }
  // Time goes by.
  void pass(std::int64_t milliseconds) {
    wall_ += milliseconds;
    monotonic_ += milliseconds;
  }
  // Somebody sets the wall clock.
  void jump(std::int64_t milliseconds) { wall_ += milliseconds; }

 private:
  std::atomic<std::int64_t> wall_ = kStart;
  std::atomic<std::int64_t> monotonic_ = 1'000;
};

struct Person {
  events::PersonNumber number;
  signing::PrivateKey key;
};

signing::PrivateKey trial_key(std::string_view purpose);

// What an author wants, before it is signed; what is left out takes its usual value.
struct Wish {
  const Person* author = nullptr;
  std::vector<events::Fact> facts;
  std::vector<events::PrivateText> texts = {};
  std::optional<std::uint64_t> id = {};
  std::optional<std::uint32_t> version = {};  // of the first event
  std::optional<events::Instant> stated = {};
  std::optional<events::LogId> log = {};
  const signing::PrivateKey* key = nullptr;  // instead of the author's own
};

struct SchoolOptions {
  bool trial = true;
  bool background = false;
  rocksdb::Env* env = rocksdb::Env::Default();
  std::filesystem::path directory = {};  // empty: a temporary one
};

class TinySchool {
 public:
  static constexpr const char* kOrigin = "letopis.example/tiny";

  explicit TinySchool(SchoolOptions options = {});

  Outcome create();
  Outcome open();
  void close() { log_.reset(); }
  // Creates the log, starts it and enrols the keys of the three.
  void found();

  Ledger& log() { return *log_; }
  Command sign(const Wish& wish);
  Result<Accepted> append(const Wish& wish) { return log().append(sign(wish)); }
  Command started();
  std::uint64_t size() const { return log_->snapshot()->size(); }
  Verdict verify() const;

  const std::filesystem::path& directory() const { return settings.directory; }
  signing::PrivateKey log_key() const { return trial_key("log"); }

  const Person founder{{0}, trial_key("founder")};
  const Person director{{1}, trial_key("director")};
  const Person teacher{{2}, trial_key("teacher")};
  const Person colleague{{3}, trial_key("colleague")};
  const events::LogId id{signing::sha256(bytes_of("tiny"))};
  SettableClock clock;
  Settings settings;
  Resources resources;
  Parts parts;
  Admit admit;  // empty: yes to everything

 private:
  std::unique_ptr<TemporaryDirectory> temporary_;
  std::unique_ptr<Ledger> log_;
  std::atomic<std::uint64_t> last_id_ = 0;
};

// Facts that the tests state.
events::MarkGiven mark(std::uint32_t lesson, std::uint32_t pupil,
                       events::MarkValue value = events::MarkValue::kFive);
events::KeyEnrolled enrolled(const Person& person);
events::PrivateText text_about(std::uint32_t person, std::string text);
events::PersonChanged changed(const events::PrivateText& text);
events::PersonErased erased(std::uint32_t person);
events::ClockConfirmed clock_confirmed();

events::Stream cell(std::uint32_t lesson, std::uint32_t pupil);

template <class T>
std::string code_of(const Result<T>& result) {
  return result ? "" : result.refusal().code;
}

std::string read_bytes(const std::filesystem::path& file);
void write_bytes(const std::filesystem::path& file, std::string_view bytes);
// Every file below a directory, with its bytes; logs and locks of the store left out.
std::map<std::string, std::string> files_below(const std::filesystem::path& directory);

}  // namespace letopis::ledger
