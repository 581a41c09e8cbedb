#include "archive/in_parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace letopis::archive {

unsigned all_cores() { return std::max(1u, std::thread::hardware_concurrency()); }

void in_parallel(std::size_t pieces, unsigned threads,
                 const std::function<void(std::size_t)>& piece) {
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  std::exception_ptr failure;
  const auto work = [&] {
    for (std::size_t i = next++; i < pieces; i = next++) {
      try {
        piece(i);
      } catch (...) {
        const std::lock_guard lock(mutex);
        if (!failure) failure = std::current_exception();
        next = pieces;
      }
    }
  };
  std::vector<std::jthread> helpers;
  const auto wanted = std::min<std::size_t>(threads, pieces);
  for (std::size_t i = 1; i < wanted; ++i) helpers.emplace_back(work);
  work();
  helpers.clear();  // joins
  if (failure) std::rethrow_exception(failure);
}

}  // namespace letopis::archive
