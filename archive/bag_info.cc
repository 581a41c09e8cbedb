#include "archive/bag_info.h"

#include <fmt/format.h>

#include <algorithm>

#include "archive/layout.h"
#include "signing/encoding.h"
#include "signing/text_rules.h"
#include "signing/verifier_key.h"

namespace letopis::archive {
namespace {

constexpr std::string_view kNone = "none";
constexpr std::string_view kForEver = "forever";
constexpr std::string_view kLog = "log";
constexpr std::string_view kDocument = "document";

Refusal malformed(std::string_view label) {
  return {"bag_info.malformed",
          {fmt::format("в bag-info.txt неверна строка {}", label),
           fmt::format("the line {} of bag-info.txt is wrong", label)}};
}

Refusal another_version(const char* code) {
  return {code,
          {"том записан программой другой версии: её формата здесь не знают",
           "the volume was written by another version, whose format is not known here"}};
}

std::string print_previous(const std::optional<VolumeName>& previous) {
  if (!previous) return std::string(kNone);
  return previous->name + " " + signing::to_hex(previous->tag_manifest.view());
}

const char* yes_or_no(bool value) { return value ? "yes" : "no"; }

// Takes the lines off one after the other; the first that is wrong is kept as the refusal.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {}

  std::string_view text(std::string_view label) {
    label_ = label;
    auto line = signing::take_line(rest_);
    if (line && signing::take_prefix(*line, label) && signing::take_prefix(*line, ": ") &&
        !line->empty()) {
      return *line;
    }
    fail();
    return {};
  }
  std::uint64_t number(std::string_view label) {
    const auto value = signing::from_decimal(text(label));
    if (!value) fail();
    return value ? *value : 0;
  }
  signing::Digest digest(std::string_view label) { return digest_of(text(label)); }
  bool flag(std::string_view label) {
    const auto value = text(label);
    if (value != "yes" && value != "no") fail();
    return value == "yes";
  }
  std::optional<VolumeName> previous(std::string_view label, events::VolumeKind kind) {
    const auto value = text(label);
    if (value == kNone) return std::nullopt;
    const auto space = value.find(' ');
    if (space == std::string_view::npos || !is_volume_name(value.substr(0, space)) ||
        kind_in(value.substr(0, space)) != kind) {
      fail();
      return std::nullopt;
    }
    return VolumeName{std::string(value.substr(0, space)), digest_of(value.substr(space + 1))};
  }
  void hold(bool right) {
    if (!right) fail();
  }
  bool at_end() const { return rest_.empty(); }
  const std::optional<Refusal>& refusal() const { return refusal_; }

 private:
  signing::Digest digest_of(std::string_view digits) {
    const auto raw = signing::from_hex(digits);
    if (raw && raw->size() == signing::kDigestBytes) return *signing::digest_from(*raw);
    fail();
    return {};
  }
  void fail() {
    if (!refusal_) refusal_ = malformed(label_);
  }

  std::string_view rest_;
  std::string_view label_;
  std::optional<Refusal> refusal_;
};

bool is_day(std::string_view day) {
  if (day.size() != 10 || day[4] != '-' || day[7] != '-') return false;
  return std::count_if(day.begin(), day.end(), [](char c) { return c >= '0' && c <= '9'; }) == 8;
}

std::string print_extent(const BagInfo& info) {
  if (info.of_log()) {
    return fmt::format("Letopis-First: {}\nLetopis-End: {}\nLetopis-Root: {}\n", info.first.value,
                       info.end.value, signing::to_hex(info.root.view()));
  }
  return fmt::format(
      "Letopis-Log-Size: {}\nLetopis-Log-Root: {}\nLetopis-Keep-Until: {}\nLetopis-Documents: {}\n",
      info.end.value, signing::to_hex(info.root.view()),
      info.keep_until ? std::string_view(*info.keep_until) : kForEver, info.documents);
}

void read_extent(Lines& lines, BagInfo& info) {
  if (info.of_log()) {
    info.first = {lines.number("Letopis-First")};
    info.end = {lines.number("Letopis-End")};
    lines.hold(info.first < info.end && info.end.value <= kMaxLogEntries);
    info.root = lines.digest("Letopis-Root");
    return;
  }
  info.end = {lines.number("Letopis-Log-Size")};
  lines.hold(info.end.value > 0 && info.end.value <= kMaxLogEntries);
  info.root = lines.digest("Letopis-Log-Root");
  const auto until = lines.text("Letopis-Keep-Until");
  if (until != kForEver) info.keep_until = until;
  lines.hold(!info.keep_until || is_day(*info.keep_until));
  info.documents = lines.number("Letopis-Documents");
}

void read_payload_sum(Lines& lines, BagInfo& info) {
  const auto oxum = lines.text("Payload-Oxum");
  const auto dot = std::min(oxum.find('.'), oxum.size());
  const auto bytes = signing::from_decimal(oxum.substr(0, dot));
  const auto files = signing::from_decimal(oxum.substr(std::min(dot + 1, oxum.size())));
  lines.hold(bytes && files);
  info.bytes = bytes ? *bytes : 0;
  info.files = files ? *files : 0;
}

void read_kind(Lines& lines, BagInfo& info) {
  const auto kind = lines.text("Letopis-Kind");
  lines.hold(kind == kLog || kind == kDocument);
  info.kind = kind == kDocument ? events::VolumeKind::kDocument : events::VolumeKind::kLog;
}

}  // namespace

std::string print_bag_info(const BagInfo& info) {
  const std::string rendition =
      info.of_log() ? fmt::format("Letopis-Rendition: {}\n", kRenditionVersion) : std::string();
  return fmt::format(
      "Source-Organization: {}\nExternal-Identifier: {}\nBagging-Date: {}\nPayload-Oxum: {}.{}\n"
      "Bag-Software-Agent: {}\nLetopis-Format: 1\nLetopis-Kind: {}\nLetopis-Log-Id: {}\n"
      "Letopis-Volume: {}\n{}Letopis-Previous: {}\n{}Letopis-Trial-Log: {}\n"
      "Letopis-Trial-Media: {}\n",
      info.origin, info.name, info.day, info.bytes, info.files, info.program,
      info.of_log() ? kLog : kDocument, signing::to_hex(info.log.bytes.view()), info.volume.value,
      print_extent(info), print_previous(info.previous), rendition, yes_or_no(info.trial_log),
      yes_or_no(info.trial_media));
}

Result<BagInfo> parse_bag_info(std::string_view text) {
  Lines lines(text);
  BagInfo info;
  info.origin = lines.text("Source-Organization");
  lines.hold(signing::is_key_name(info.origin));
  info.name = lines.text("External-Identifier");
  lines.hold(is_volume_name(info.name));
  info.day = lines.text("Bagging-Date");
  lines.hold(is_day(info.day));
  read_payload_sum(lines, info);
  info.program = lines.text("Bag-Software-Agent");
  const auto format = lines.text("Letopis-Format");
  read_kind(lines, info);
  lines.hold(is_volume_name(info.name) && kind_in(info.name) == info.kind);
  info.log = {lines.digest("Letopis-Log-Id")};
  info.volume = {static_cast<std::uint32_t>(lines.number("Letopis-Volume"))};
  lines.hold(is_volume_name(info.name) && number_in(info.name) == info.volume.value);
  read_extent(lines, info);
  info.previous = lines.previous("Letopis-Previous", info.kind);
  lines.hold(!info.incremental() || info.previous);
  const auto rendition = info.of_log() ? lines.text("Letopis-Rendition") : std::string_view("1");
  info.trial_log = lines.flag("Letopis-Trial-Log");
  info.trial_media = lines.flag("Letopis-Trial-Media");
  if (!format.empty() && format != "1") return another_version("bag_info.format");
  if (!rendition.empty() && rendition != "1") return another_version("bag_info.rendition");
  if (lines.refusal()) return *lines.refusal();
  // One text for each value: a spare zero, line or space is refused here.
  if (print_bag_info(info) != text) return malformed("Source-Organization … Letopis-Trial-Media");
  return info;
}

}  // namespace letopis::archive
