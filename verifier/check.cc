#include "verifier/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "archive/durable_files.h"

namespace letopis::verifier {
namespace {

namespace fs = std::filesystem;
using audit::Fault;
using terminal::Exit;

Refusal in_file(const fs::path& file, const Refusal& why) {
  return {why.code,
          {fmt::format("{}: {}", file.string(), why.says.ru),
           fmt::format("{}: {}", file.string(), why.says.en)}};
}

Exit gravest(Exit left, Exit right) {
  for (const Exit one :
       {Exit::kAltered, Exit::kRolledBack, Exit::kIncomplete, Exit::kNoTrustedKey}) {
    if (left == one || right == one) return one;
  }
  return Exit::kGood;
}

Exit exit_for(Fault fault) {
  switch (fault) {
    case Fault::kAltered: return Exit::kAltered;
    case Fault::kRolledBack: return Exit::kRolledBack;
    case Fault::kIncomplete: return Exit::kIncomplete;
  }
  return Exit::kAltered;
}

Result<std::string> read(const fs::path& file, std::size_t most_bytes) {
  try {
    auto contents = archive::read_file(file, most_bytes);
    if (!contents) return in_file(file, contents.refusal());
    return contents;
  } catch (const archive::MediumFailure& failure) {
    return in_file(file, failure.refusal());
  }
}

}  // namespace

Exit exit_of(const archive::Verdict& verdict) {
  Exit exit = verdict.trust == archive::TrustState::kTrusted ? Exit::kGood : Exit::kNoTrustedKey;
  if (verdict.altered) exit = gravest(exit, Exit::kAltered);
  if (verdict.rolled_back) exit = gravest(exit, Exit::kRolledBack);
  if (verdict.incomplete) exit = gravest(exit, Exit::kIncomplete);
  return exit;
}

Exit Checked::exit() const {
  Exit exit = Exit::kGood;
  for (const auto& verdict : verdicts) exit = gravest(exit, exit_of(verdict));
  for (const auto& finding : comparison.findings) exit = gravest(exit, exit_for(finding.fault));
  return exit;
}

Result<Checked> check(const CheckOrder& order, const archive::Progress& progress) {
  const auto began = std::chrono::steady_clock::now();
  archive::CheckSettings settings;
  settings.trust = order.trust ? &*order.trust : nullptr;
  settings.since = order.since;
  settings.past_cache = order.past_cache;
  settings.destroyed = order.destroyed;
  settings.gost = order.gost;
  Checked checked;
  for (std::size_t i = 0; i < order.paths.size(); ++i) {
    auto verdict =
        archive::check_medium(order.paths[i], settings, [&](std::uint64_t done, std::uint64_t all) {
          if (progress) progress(i * all + done, order.paths.size() * all);
        });
    if (!verdict) return verdict.refusal();
    checked.verdicts.push_back(std::move(*verdict));
  }
  if (checked.verdicts.size() == 2) {
    checked.comparison = archive::compare_media(checked.verdicts[0], checked.verdicts[1]);
  }
  checked.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  return checked;
}

Result<archive::Trust> read_trust(const fs::path& file) {
  const auto text = read(file, archive::kMaxTrustBytes);
  if (!text) return text.refusal();
  auto trust = archive::parse_trust(*text);
  if (!trust) return in_file(file, trust.refusal());
  return trust;
}

Result<archive::KnownCheckpoint> read_known(const fs::path& file,
                                            const std::optional<archive::Trust>& trust) {
  auto note = read(file, signing::kMaxNoteBytes);
  if (!note) return note.refusal();
  if (trust) {
    auto opened = archive::open_known(*note, trust->policy);
    if (!opened) return in_file(file, opened.refusal());
    return archive::KnownCheckpoint{std::move(*note), std::move(opened->checkpoint)};
  }
  const auto parsed = signing::parse_note(*note);
  auto checkpoint = parsed ? signing::parse_checkpoint(parsed->text) : parsed.refusal();
  if (!checkpoint) return in_file(file, checkpoint.refusal());
  return archive::KnownCheckpoint{std::move(*note), std::move(*checkpoint)};
}

}  // namespace letopis::verifier
