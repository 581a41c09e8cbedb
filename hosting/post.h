// A school's notices on their way: a thread of their own looks through what entered the log and
// hands e-mails to the school's mail server (mail/mailroom.h).
#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "events/clock.h"
#include "ledger/ledger.h"
#include "mail/mailroom.h"
#include "mail/settings.h"
#include "shelf/shelf.h"
#include "trace/access_log.h"

namespace letopis::hosting {

inline constexpr std::chrono::seconds kPostRest{5};  // between two looks

struct PostParts {
  const ledger::Ledger& ledger;
  const trace::AccessLog& access_log;
  shelf::Shelf& shelf;
  const events::Clock& clock;
};

// From its making to its end; borrows all. What fails now is tried again at the next look.
class Post {
 public:
  // Null iff the school has no mail.json: it sends none. Refuses what mail/settings.h refuses.
  static Result<std::unique_ptr<Post>> open(const std::filesystem::path& directory,
                                            const std::string& origin, const PostParts& parts);
  // Waits for the e-mail that is being handed over.
  ~Post();
  Post(const Post&) = delete;
  Post& operator=(const Post&) = delete;

  // As of the last look. Any thread.
  struct Standing {
    std::size_t waiting = 0;     // notices that are still to be sent
    std::size_t given_up = 0;    // of the last weeks
    std::int64_t oldest_ms = 0;  // how long the oldest one has waited
    std::uint64_t looks = 0;     // at the log and the queue since it was made
  };
  Standing standing() const;

 private:
  Post(mail::PostSettings settings, const std::string& origin, const PostParts& parts);
  void run();
  void work();
  void take_stock();
  bool is_ending();

  const PostParts parts_;
  mail::SmtpCourier courier_;
  mail::Mailroom room_;

  mutable std::mutex mutex_;  // guards what follows
  Standing standing_;
  std::condition_variable ends_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace letopis::hosting
