#include "archivist/access_shelf.h"

#include <memory>

#include "office/clocks.h"
#include "shelf/shelf.h"
#include "trace/access_log.h"

namespace letopis::archivist {
namespace {

// In the order in which one borrows from the other.
struct OpenAccess {
  office::SystemClock clock;
  std::unique_ptr<shelf::Shelf> shelf;
  std::unique_ptr<trace::AccessLog> log;
};

Result<std::shared_ptr<OpenAccess>> open(const std::filesystem::path& folder) {
  auto access = std::make_shared<OpenAccess>();  // shared by the functions that read it
  auto shelf = shelf::Shelf::open(folder);
  if (!shelf) return shelf.refusal();
  access->shelf = *std::move(shelf);
  auto log = trace::AccessLog::open(*access->shelf, access->clock);
  if (!log) return log.refusal();
  access->log = *std::move(log);
  return access;
}

std::vector<std::string> entries_of(const trace::AccessLog& log, std::uint64_t first,
                                    std::size_t count) {
  std::vector<std::string> entries;
  entries.reserve(count);
  for (std::uint64_t at = first; at < first + count; ++at) {
    auto entry = log.entry(at);
    if (!entry) {
      throw shelf::ShelfFailure(shelf::ShelfFailure::Kind::kCorrupt,
                                "an entry of the log of access is missing");
    }
    entries.push_back(*std::move(entry));
  }
  return entries;
}

archive::LogSource source_of(const std::shared_ptr<OpenAccess>& access, std::string checkpoint) {
  return {std::move(checkpoint),
          [access](events::Position first, std::size_t count) {
            return entries_of(*access->log, first.value, count);
          },
          [access](unsigned level, std::uint64_t first, std::size_t count) {
            return access->log->hashes()(level, first, count);
          }};
}

}  // namespace

Result<std::optional<archive::AccessToSeal>> access_to_seal(const AccessOrder& order,
                                                            const signing::PrivateKey& log_key) {
  const auto folder = order.data / "shelf";
  if (!std::filesystem::is_directory(folder)) return std::optional<archive::AccessToSeal>();
  const auto access = open(folder);
  if (!access) return access.refusal();
  if ((*access)->log->size() == 0) return std::optional<archive::AccessToSeal>();
  archive::AccessToSeal taken{
      source_of(*access, (*access)->log->checkpoint(order.origin, log_key))};
  if (!order.since) return std::optional(std::move(taken));
  const auto sealed_on = [&](const std::filesystem::path& medium) {
    return archive::access_sealed_in(medium / *order.since, taken.log, order.origin, log_key);
  };
  const auto first = sealed_on(order.media[0]);
  if (first == sealed_on(order.media[1])) taken.first = first;
  return std::optional(std::move(taken));
}

}  // namespace letopis::archivist
