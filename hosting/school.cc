#include "hosting/school.h"

#include <algorithm>

#include "hosting/trial_clock.h"
#include "office/clocks.h"
#include "office/school.h"
#include "projections/directory_reader.h"
#include "rules/key_rules.h"
#include "rules/school_now.h"

namespace letopis::hosting {

School::School(std::filesystem::path directory, office::SchoolProfile profile, Site site,
               const Premises& premises)
    : directory_(std::move(directory)),
      profile_(std::move(profile)),
      site_(std::move(site)),
      stretching_(premises.stretching) {}

Result<std::unique_ptr<School>> School::open(const std::filesystem::path& directory,
                                             const Premises& premises) {
  auto profile = office::read_profile(directory);
  if (!profile) return profile.refusal();
  auto site = read_site(directory);
  if (!site) return site.refusal();
  std::unique_ptr<School> school(
      new School(directory, *std::move(profile), *std::move(site), premises));
  if (auto opened = school->open_log(premises); !opened) return opened.refusal();
  if (auto opened = school->open_shelf(premises); !opened) return opened.refusal();
  school->feed_ = std::make_unique<Feed>(*school->ledger_);
  auto post =
      Post::open(directory, school->profile_.origin,
                 {*school->ledger_, *school->access_log_, *school->shelf_, *school->clock_});
  if (!post) return post.refusal();
  school->post_ = *std::move(post);
  school->upkeep_ = std::thread([&one = *school] { one.keep_up(); });
  return school;
}

School::~School() {
  if (!upkeep_.joinable()) return;
  {
    const std::lock_guard lock(ending_mutex_);
    ending_ = true;
  }
  ends_.notify_all();
  upkeep_.join();
}

Outcome School::open_log(const Premises& premises) {
  auto key = office::read_log_key(directory_);
  if (!key) return key.refusal();
  log_key_ = key->public_key();
  std::unique_ptr<TrialClock> of_trial;
  if (profile_.trial && premises.trial_begins) {
    of_trial = std::make_unique<TrialClock>(*premises.trial_begins);
  }
  auto* const trial_clock = of_trial.get();
  clock_ = of_trial ? std::unique_ptr<const events::Clock>(std::move(of_trial))
                    : std::make_unique<office::SystemClock>();
  auto opened =
      ledger::Ledger::open(office::ledger_settings(directory_, profile_), office::ledger_parts(),
                           premises.resources, *clock_, *std::move(key));
  if (!opened) return opened.refusal();
  ledger_ = *std::move(opened);
  const auto log = ledger_->snapshot();
  const auto first = log->event({0});
  if (!first) return first.refusal();
  log_id_ = first->event.log;
  const auto last = log->event({log->size() - 1});
  if (!last) return last.refusal();
  if (trial_clock != nullptr) trial_clock->reach(last->recorded);
  return Done{};
}

Outcome School::open_shelf(const Premises& premises) {
  auto shelf = shelf::Shelf::open(directory_ / "shelf", premises.shelves);
  if (!shelf) return shelf.refusal();
  shelf_ = *std::move(shelf);
  book_ = std::make_unique<accounts::AccountBook>(*shelf_);
  sessions_ = std::make_unique<accounts::Sessions>(
      *shelf_, *clock_, [this](const accounts::Session& session) {
        access_log_->credential_changed(session.person, trace::Credential::kSessionEnded,
                                        session.address);
      });
  grants_ = std::make_unique<accounts::Grants>(*shelf_, *clock_);
  door_ = std::make_unique<accounts::Door>(
      accounts::Door::Parts{*shelf_, *clock_, stretching_, *book_, *sessions_,
                            [this](events::PersonNumber person, const signing::PublicKey& key) {
                              return standing(person, key);
                            }});
  auto access_log = trace::AccessLog::open(*shelf_, *clock_);
  if (!access_log) return access_log.refusal();
  access_log_ = *std::move(access_log);
  auto key = office::read_log_key(directory_);
  if (!key) return key.refusal();
  access_key_ = *std::move(key);
  return Done{};
}

accounts::Standing School::standing(events::PersonNumber person,
                                    const signing::PublicKey& key) const {
  const auto log = ledger_->snapshot();
  const rules::SchoolNow school(*log, now());
  accounts::Standing out;
  for (const auto& known : school.directory().keys_of(person)) {
    if (known.public_key == key) out.key_stands = !known.ended && !known.void_from;
  }
  out.key_stands = out.key_stands && rules::has_account(person, school);
  const auto today = school.today();
  out.kind = accounts::Kind::kFamily;
  for (const auto& held : school.roles_of(person)) {
    if (!held.days.holds(today)) continue;
    if (held.role != events::Role::kPupil && held.role != events::Role::kParent) {
      out.kind = accounts::Kind::kStaff;
    }
    out.demands_second_factor = out.demands_second_factor ||
                                std::find(site_.second_factor.begin(), site_.second_factor.end(),
                                          held.role) != site_.second_factor.end();
  }
  return out;
}

void School::keep_up() {
  std::unique_lock lock(ending_mutex_);
  auto upkeep = std::chrono::steady_clock::now() + kUpkeep;
  while (!ends_.wait_for(lock, kReview, [this] { return ending_; })) {
    lock.unlock();
    // What fails now is tried again next time; whoever asks meanwhile is told.
    try {
      review_accounts();
      if (const auto now = std::chrono::steady_clock::now(); now >= upkeep) {
        upkeep = now + kUpkeep;
        look_after();
      }
    } catch (const shelf::ShelfFailure&) {
    }
    lock.lock();
  }
}

void School::look_after() {
  sessions_->sweep();
  access_log_->checkpoint(profile_.origin, *access_key_);
}

// Only what enters the log closes an account.
void School::review_accounts() {
  const auto size = ledger_->snapshot()->size();
  if (size == reviewed_) return;
  door_->review();
  reviewed_ = size;
}

}  // namespace letopis::hosting
