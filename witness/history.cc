#include "witness/history.h"

#include <fmt/format.h>

#include <fstream>
#include <stdexcept>

#include "signing/digest.h"
#include "signing/encoding.h"
#include "signing/text_rules.h"
#include "witness/add_checkpoint.h"
#include "witness/durable_file.h"

namespace letopis::witness {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kHeadLine = "letopis witness head v1";
constexpr std::size_t kMaxHeadBytes = kMaxCheckpointBytes + 128;
constexpr std::size_t kMaxRecordLine = 128;

std::string digest_of(const KeptCheckpoint& kept) {
  const std::string time = std::to_string(kept.time.value) + "\n";
  return signing::to_hex(signing::sha256(bytes_of(time), bytes_of(kept.note)).view());
}

std::string print_record(const KeptCheckpoint& kept) {
  return fmt::format("kept {} {} {}\n{}", kept.time.value, kept.note.size(), digest_of(kept),
                     kept.note);
}

// The next record of a file, and nothing iff it is not whole.
std::optional<KeptCheckpoint> read_record(std::istream& in) {
  std::string line(kMaxRecordLine, '\0');
  in.getline(line.data(), static_cast<std::streamsize>(line.size()));
  if (!in || in.eof()) return std::nullopt;
  line.resize(static_cast<std::size_t>(in.gcount()) - 1);
  std::string_view rest = line;
  if (!signing::take_prefix(rest, "kept ")) return std::nullopt;
  const auto first = rest.find(' ');
  const auto second = rest.find(' ', first + 1);
  if (first == std::string_view::npos || second == std::string_view::npos) return std::nullopt;
  const auto time = signing::from_decimal(rest.substr(0, first));
  const auto bytes = signing::from_decimal(rest.substr(first + 1, second - first - 1));
  if (!time || !bytes || *bytes > kMaxCheckpointBytes) return std::nullopt;
  KeptCheckpoint kept{{*time}, std::string(static_cast<std::size_t>(*bytes), '\0')};
  in.read(kept.note.data(), static_cast<std::streamsize>(kept.note.size()));
  if (!in || digest_of(kept) != rest.substr(second + 1)) return std::nullopt;
  return kept;
}

std::ifstream opened(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error(file.string());
  return in;
}

[[noreturn]] void altered(const fs::path& file) {
  throw std::runtime_error(fmt::format("{}: not what the witness wrote", file.string()));
}

}  // namespace

History::History(fs::path folder) : folder_(std::move(folder)) {
  read_head();
  const std::uint64_t length = fs::exists(history_file()) ? fs::file_size(history_file()) : 0;
  if (length < end_) altered(history_file());
  if (length > end_) adopt_what_follows();
}

void History::read_head() {
  const auto whole = read_whole(head_file(), kMaxHeadBytes);
  if (!whole) altered(head_file());
  if (!*whole) return;
  std::string_view text = **whole;
  const auto first = signing::take_line(text);
  auto second = signing::take_line(text);
  const auto third = signing::take_line(text);
  if (!third || *first != kHeadLine || !third->empty() ||
      !signing::take_prefix(*second, "history ")) {
    altered(head_file());
  }
  const auto end = signing::from_decimal(*second);
  if (!end || text.empty()) altered(head_file());
  end_ = *end;
  head_ = std::string(text);
}

void History::adopt_what_follows() {
  std::optional<std::string> newest;
  std::uint64_t end = end_;
  {
    auto in = opened(history_file());
    in.seekg(static_cast<std::streamoff>(end_));
    while (auto kept = read_record(in)) {
      end += print_record(*kept).size();
      newest = std::move(kept->note);
    }
  }
  if (fs::file_size(history_file()) > end) cut_durably(history_file(), end);
  if (newest) write_head(*newest, end);
}

void History::write_head(const std::string& note, std::uint64_t end) {
  replace_durably(head_file(), fmt::format("{}\nhistory {}\n\n{}", kHeadLine, end, note));
  head_ = note;
  end_ = end;
}

void History::keep(const KeptCheckpoint& checkpoint) {
  INVARIANT(checkpoint.note.size() <= kMaxCheckpointBytes);
  const std::string record = print_record(checkpoint);
  if (end_ + record.size() > kMaxHistoryBytes) {
    throw std::runtime_error(fmt::format("{}: is full", history_file().string()));
  }
  append_durably(history_file(), end_, record);
  write_head(checkpoint.note, end_ + record.size());
}

void History::for_each(const std::function<bool(const KeptCheckpoint&)>& look) const {
  if (end_ == 0) return;
  auto in = opened(history_file());
  std::uint64_t at = 0;
  while (at < end_) {
    const auto kept = read_record(in);
    if (!kept) altered(history_file());
    at += print_record(*kept).size();
    if (!look(*kept)) return;
  }
}

}  // namespace letopis::witness
