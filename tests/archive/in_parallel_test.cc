#include "archive/in_parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>

namespace letopis::archive {
namespace {

TEST(InParallel, EachPieceIsDoneOnceWhateverTheNumberOfThreads) {
  for (const std::size_t pieces : {0u, 1u, 2u, 7u, 500u}) {
    for (const unsigned threads : {1u, 2u, 3u, 16u}) {
      std::mutex mutex;
      std::multiset<std::size_t> done;
      in_parallel(pieces, threads, [&](std::size_t piece) {
        const std::lock_guard lock(mutex);
        done.insert(piece);
      });
      ASSERT_EQ(done.size(), pieces);
      for (std::size_t piece = 0; piece < pieces; ++piece) EXPECT_EQ(done.count(piece), 1u);
    }
  }
}

TEST(InParallel, OneThreadGoesInOrder) {
  std::size_t next = 0;
  in_parallel(100, 1, [&](std::size_t piece) { EXPECT_EQ(piece, next++); });
}

TEST(InParallel, NoMoreThreadsAreAtWorkThanWanted) {
  std::atomic<int> at_work{0}, most{0};
  in_parallel(200, 3, [&](std::size_t) {
    const int now = ++at_work;
    for (int seen = most; now > seen && !most.compare_exchange_weak(seen, now);) continue;
    std::this_thread::yield();
    --at_work;
  });
  EXPECT_LE(most, 3);
}

TEST(InParallel, FailureIsThrownOnceTheOthersHaveEnded) {
  std::atomic<int> at_work{0};
  std::atomic<std::size_t> done{0};
  const auto run = [&] {
    in_parallel(10'000, 4, [&](std::size_t piece) {
      ++at_work;
      if (piece == 20) {
        --at_work;
        throw std::runtime_error("piece 20");
      }
      ++done;
      --at_work;
    });
  };
  try {
    run();
    FAIL() << "nothing was thrown";
  } catch (const std::runtime_error& failure) {
    EXPECT_STREQ(failure.what(), "piece 20");
  }
  EXPECT_EQ(at_work, 0);
  EXPECT_GE(done, 20u);
}

}  // namespace
}  // namespace letopis::archive
