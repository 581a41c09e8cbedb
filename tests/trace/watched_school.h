// A log of access on a shelf, with a clock that a test moves.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "shelf/set_clock.h"
#include "shelf/temporary_directory.h"
#include "trace/access_log.h"

namespace letopis::trace {

inline constexpr events::PersonNumber kTeacher{2}, kInspector{3}, kChild{417}, kOtherChild{418};
inline constexpr std::int64_t kHourMs = 3'600'000;

class WatchedSchool : public ::testing::Test {
 protected:
  WatchedSchool() { open(); }
  void open() {
    log_.reset();
    shelf_.reset();
    auto opened = shelf::Shelf::open(directory_.path() / "shelf");
    EXPECT_TRUE(opened);
    shelf_ = std::move(opened).value();
    auto log = AccessLog::open(*shelf_, clock_);
    ASSERT_TRUE(log) << log.refusal().says.en;
    log_ = std::move(log).value();
  }
  void read(events::PersonNumber reader, std::vector<events::PersonNumber> children,
            View view = View::kDiary) {
    log_->read(reader, children, view);
  }
  static signing::PrivateKey log_key() {
    std::array<std::byte, 32> seed{};
    seed.fill(std::byte{1});
    return signing::PrivateKey(signing::Secret32(seed));
  }

  shelf::TemporaryDirectory directory_;
  shelf::SetClock clock_;
  std::unique_ptr<shelf::Shelf> shelf_;
  std::unique_ptr<AccessLog> log_;
};

}  // namespace letopis::trace
