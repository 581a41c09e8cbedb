// What is asked of the log of access, and whether it is whole.
#include <fmt/format.h>

#include <algorithm>

#include "shelf/row.h"
#include "signing/checkpoint.h"
#include "trace/access_log.h"
#include "trace/access_rows.h"

namespace letopis::trace {
namespace {

using shelf::RowReader;
using shelf::ShelfFailure;

Refusal damaged(const std::string& ru, const std::string& en) {
  return {"trace.damaged",
          {"журнал доступа повреждён: " + ru, "the log of access is damaged: " + en}};
}

signing::Digest digest_from(std::string_view bytes) {
  const auto digest = signing::digest_from(bytes_of(bytes));
  if (!digest) throw ShelfFailure(ShelfFailure::Kind::kCorrupt, "a hash is not 32 bytes");
  return *digest;
}

// The three lines of a note that this program signed itself.
Result<signing::Checkpoint> checkpoint_in(std::string_view note) {
  const auto parsed = signing::parse_note(note);
  if (!parsed) return parsed.refusal();
  return signing::parse_checkpoint(parsed->text);
}

}  // namespace

signing::RowReader AccessLog::hashes() const {
  return [&shelf = shelf_](unsigned level, std::uint64_t first, std::size_t count) {
    std::vector<signing::Digest> found;
    shelf.scan(hash_key(level, first), hash_key(level, first + count),
               [&](std::string_view, std::string_view value) {
                 found.push_back(digest_from(value));
                 return true;
               });
    if (found.size() != count) {
      throw ShelfFailure(ShelfFailure::Kind::kCorrupt, "hashes of the log of access are missing");
    }
    return found;
  };
}

std::vector<AccessLog::Reading> AccessLog::readers_of(events::PersonNumber child,
                                                      events::Instant from,
                                                      events::Instant to) const {
  std::vector<Reading> readings;
  if (to <= from) return readings;
  const std::string first = child_key(child, hour_of(from));
  const std::string after = child_key(child, hour_of(to) + 1);
  shelf_.scan(first, after, [&](std::string_view key, std::string_view value) {
    RowReader name(key.substr(first.size()));
    RowReader row(value);
    Reading reading;
    reading.reader.value = name.u32();
    reading.view = static_cast<View>(name.u8());
    reading.index = row.u64();
    reading.at.milliseconds = row.i64();
    if (reading.at >= from && reading.at < to) readings.push_back(reading);
    return true;
  });
  std::sort(readings.begin(), readings.end(),
            [](const Reading& left, const Reading& right) { return left.index < right.index; });
  if (readings.size() > kMaxAnswers) {
    readings.erase(readings.begin(), readings.end() - static_cast<std::ptrdiff_t>(kMaxAnswers));
  }
  return readings;
}

std::vector<AccessLog::NewsReading> AccessLog::readers_of_news(std::uint32_t post) const {
  std::vector<NewsReading> readings;
  const std::string prefix = news_key(post);
  shelf_.scan(prefix, shelf::after_prefix(prefix),
              [&](std::string_view key, std::string_view value) {
                RowReader row(value);
                NewsReading reading;
                reading.reader.value = RowReader(key.substr(prefix.size())).u32();
                row.u64();
                reading.at.milliseconds = row.i64();
                readings.push_back(reading);
                return true;
              });
  return readings;
}

bool AccessLog::has_read_news(events::PersonNumber reader, std::uint32_t post) const {
  return is_noted(once_key({{}, ReadNews{reader, post}}));
}

// What the shelf has not, or has otherwise than this program wrote it, is damage to be told.
Outcome AccessLog::whole(Outcome (AccessLog::*check)() const) const {
  try {
    return (this->*check)();
  } catch (const ShelfFailure& failure) {
    if (failure.kind() != ShelfFailure::Kind::kCorrupt) throw;
    return damaged(failure.what(), failure.what());
  }
}

Outcome AccessLog::check_tail() const {
  const auto entries = size();
  if (entries > 0 && !entry(entries - 1)) {
    return damaged("последней записи нет", "the last entry is missing");
  }
  if (entry(entries)) {
    return damaged("записей больше, чем сосчитано", "there are more entries than were counted");
  }
  signing::frontier_at(entries, hashes());  // throws where hashes are missing
  const auto note = last_checkpoint();
  if (!note) return Done{};
  const auto signed_at = checkpoint_in(*note);
  if (!signed_at) return damaged("контрольная точка не читается", "the checkpoint does not read");
  if (signed_at->size > entries) {
    return damaged(fmt::format("подписано {} записей, а есть {}", signed_at->size, entries),
                   fmt::format("{} entries were signed, {} are there", signed_at->size, entries));
  }
  if (signing::root_at(signed_at->size, hashes()) != signed_at->root) {
    return damaged("подписан другой корень", "another root was signed");
  }
  return Done{};
}

Outcome AccessLog::verify() const { return whole(&AccessLog::check_all); }

Outcome AccessLog::check_all() const {
  if (auto tail = check_tail(); !tail) return tail;
  const auto entries = size();
  signing::MerkleFrontier again;
  for (std::uint64_t index = 0; index < entries; ++index) {
    const auto bytes = entry(index);
    const auto leaf = bytes ? std::optional(signing::leaf_hash(bytes_of(*bytes))) : std::nullopt;
    if (!leaf || !parse_entry(bytes_of(*bytes)) || hashes()(0, index, 1).front() != *leaf) {
      return damaged(fmt::format("запись {} не та", index),
                     fmt::format("entry {} is not what was written", index));
    }
    again.append(*leaf);
  }
  if (again.root() == signing::root_at(entries, hashes())) return Done{};
  return damaged("дерево не сходится с записями", "the tree does not agree with the entries");
}

}  // namespace letopis::trace
