#include "hosting/rounds.h"

#include <exception>

#include "mail/settings.h"

namespace letopis::hosting {
namespace {

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds kGlance{
    100};  // between two looks whether a post has done its work

bool sends_notices(const std::filesystem::path& directory) {
  const auto settings = mail::read_settings(directory);
  return settings && *settings;
}

}  // namespace

Rounds::Rounds(const Places& places, OpenOnDemand<School>& schools)
    : places_(places), schools_(schools), thread_([this] { run(); }) {}

Rounds::~Rounds() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  ends_.notify_all();
  thread_.join();
}

bool Rounds::rest(std::chrono::milliseconds time) {
  std::unique_lock lock(mutex_);
  return !ends_.wait_for(lock, time, [this] { return ending_; });
}

void Rounds::run() {
  do {
    for (const auto& [name, directory] : places_) {
      try {
        if (schools_.is_open(name) || !sends_notices(directory)) continue;
        call_at(name);
      } catch (const std::exception&) {
        // A disk that fails one school says so to whoever asks for it; the others have their turn.
      }
      if (!rest(kBetweenCalls)) return;
    }
  } while (rest(kBetweenRounds));
}

// Its post looks by itself once it is open; it is given time to come to rest.
void Rounds::call_at(const std::string& name) {
  auto school = schools_.at(name);
  if (!school) return;
  const auto end = steady_clock::now() + kLongestCall;
  while ((*school)->post_standing().looks == 0 && steady_clock::now() < end && rest(kGlance)) {
  }
  schools_.give_back(name, *std::move(school));
}

}  // namespace letopis::hosting
