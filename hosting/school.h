// A school served: its log open for writing, its accounts, its log of access, its clock. Everything
// that a request needs of it; nothing of another school.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <thread>

#include "accounts/door.h"
#include "accounts/grants.h"
#include "hosting/feed.h"
#include "hosting/places.h"
#include "hosting/post.h"
#include "hosting/site.h"
#include "ledger/ledger.h"
#include "office/school_files.h"
#include "shelf/shelf.h"
#include "trace/access_log.h"
#include "wishes/logins.h"

namespace letopis::hosting {

class TrialClock;

// Shared by all schools of one process, which it outlives.
struct Premises {
  ledger::Resources resources;
  shelf::Resources shelves;
  accounts::Stretching& stretching;
  // From when a trial's clock goes on; a school's own is the machine's. Without it a trial's, too.
  std::optional<events::Instant> trial_begins = {};
};

inline constexpr unsigned kPrintingsAtOnce = 2;  // of a school; each may take many seconds
inline constexpr unsigned kMostWaitingToPrint = 6;
inline constexpr unsigned kMostWaitingWithCodes = 8;
inline constexpr unsigned kCodesAtOnce = 1;  // looked up by strangers; each costs a stretching
inline constexpr std::chrono::minutes kUpkeep{1};  // between two looks at what has ended
inline constexpr std::chrono::seconds kReview{1};  // until a closed account is out of the door

// Any thread.
class School {
 public:
  // Opens the log, proves its tail and publishes before it returns. Refuses what the school's
  // files, site.h, the ledger, the shelf, the log of access and post.h refuse.
  static Result<std::unique_ptr<School>> open(const std::filesystem::path& directory,
                                              const Premises& premises);
  ~School();
  School(const School&) = delete;
  School& operator=(const School&) = delete;

  const std::filesystem::path& directory() const { return directory_; }
  const office::SchoolProfile& profile() const { return profile_; }
  const Site& site() const { return site_; }
  const events::LogId& log_id() const { return log_id_; }
  const signing::PublicKey& log_key() const { return log_key_; }
  events::Instant now() const { return clock_->now(); }
  const events::Clock& clock() const { return *clock_; }

  ledger::Ledger& ledger() { return *ledger_; }
  const ledger::Ledger& ledger() const { return *ledger_; }
  Feed& feed() { return *feed_; }
  trace::AccessLog& access_log() { return *access_log_; }

  accounts::Stretching& stretching() { return stretching_; }
  accounts::AccountBook& book() { return *book_; }
  accounts::Sessions& sessions() { return *sessions_; }
  accounts::Grants& grants() { return *grants_; }
  accounts::Door& door() { return *door_; }
  shelf::Shelf& shelf() { return *shelf_; }

  Post::Standing post_standing() const { return post_ ? post_->standing() : Post::Standing{}; }

  Places& printings() { return printings_; }
  Places& codes() { return codes_; }
  accounts::Throttle& code_attempts() { return code_attempts_; }  // by address

 private:
  School(std::filesystem::path directory, office::SchoolProfile profile, Site site,
         const Premises& premises);
  Outcome open_log(const Premises& premises);
  Outcome open_shelf(const Premises& premises);
  accounts::Standing standing(events::PersonNumber person, const signing::PublicKey& key) const;
  void keep_up();
  void look_after();
  void review_accounts();

  const std::filesystem::path directory_;
  const office::SchoolProfile profile_;
  const Site site_;
  accounts::Stretching& stretching_;
  events::LogId log_id_;
  signing::PublicKey log_key_;
  std::optional<signing::PrivateKey>
      access_key_;  // the log's, for checkpoints of the log of access
  std::unique_ptr<const events::Clock> clock_;
  std::unique_ptr<ledger::Ledger> ledger_;
  std::unique_ptr<shelf::Shelf> shelf_;
  std::unique_ptr<accounts::AccountBook> book_;
  std::unique_ptr<accounts::Sessions> sessions_;
  std::unique_ptr<accounts::Grants> grants_;
  std::unique_ptr<accounts::Door> door_;
  std::unique_ptr<trace::AccessLog> access_log_;
  std::unique_ptr<Feed> feed_;  // its thread reads the ledger
  std::unique_ptr<Post> post_;  // likewise, and the shelf; null: the school sends no notices

  Places printings_{kPrintingsAtOnce, kMostWaitingToPrint};
  Places codes_{kCodesAtOnce, kMostWaitingWithCodes};
  accounts::Throttle code_attempts_{accounts::kAddressPatience};

  std::mutex ending_mutex_;
  std::condition_variable ends_;
  bool ending_ = false;
  std::uint64_t reviewed_ = 0;  // of upkeep_: the log's size when sessions were last looked through
  std::thread upkeep_;          // last: it uses all of the above
};

}  // namespace letopis::hosting
