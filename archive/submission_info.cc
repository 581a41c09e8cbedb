#include "archive/submission_info.h"

#include <fmt/format.h>

#include <array>
#include <vector>

#include "archive/bag_info.h"
#include "archive/layout.h"
#include "events/text.h"
#include "signing/encoding.h"
#include "signing/text_rules.h"

namespace letopis::archive {
namespace {

constexpr std::string_view kMiddle = "_submission_v";
constexpr std::string_view kNoteHeader = "letopis submission v1\n";
constexpr std::size_t kMostDigits = 9;

Refusal malformed(std::string_view label) {
  return {"submission_info.malformed",
          {fmt::format("в bag-info.txt комплекта неверна строка {}", label),
           fmt::format("the line {} of the submission's bag-info.txt is wrong", label)}};
}

constexpr std::array<std::string_view, 15> kLabels{
    "Source-Organization", "External-Identifier", "Bagging-Date",     "Payload-Oxum",
    "Bag-Software-Agent",  "Letopis-Format",      "Letopis-Kind",     "Letopis-Log-Id",
    "Letopis-Years",       "Letopis-Submission",  "Letopis-Receiver", "Letopis-End",
    "Letopis-Root",        "Letopis-Documents",   "Letopis-Trial-Log"};

// Values by the place of their label; empty iff some line is no such line.
std::optional<std::vector<std::string>> values_of(std::string_view text, std::string_view& wrong) {
  std::vector<std::string> values;
  for (const std::string_view label : kLabels) {
    wrong = label;
    auto line = signing::take_line(text);
    if (!line || !signing::take_prefix(*line, label) || !signing::take_prefix(*line, ": ") ||
        line->empty()) {
      return std::nullopt;
    }
    values.emplace_back(*line);
  }
  return values;
}

std::uint64_t number_of(std::string_view text) {
  const auto number = signing::from_decimal(text);
  return number ? *number : 0;
}

signing::Digest digest_of(std::string_view hex) {
  const auto raw = signing::from_hex(hex);
  if (!raw || raw->size() != signing::kDigestBytes) return {};
  return *signing::digest_from(*raw);
}

std::string note_text(std::string_view name, const signing::Digest& tag_manifest) {
  return fmt::format("{}{}\n{}  {}\n", kNoteHeader, name, signing::to_hex(tag_manifest.view()),
                     kTagManifestFile);
}

}  // namespace

std::string submission_name(std::string_view origin, std::string_view years, std::uint32_t number) {
  const std::string volume = volume_name(origin, years, {1});
  return volume.substr(0, volume.rfind("_log_v")) + std::string(kMiddle) + std::to_string(number);
}

bool is_submission_name(std::string_view name) {
  const auto middle = name.rfind(kMiddle);
  if (middle == std::string_view::npos) return false;
  const std::string_view digits = name.substr(middle + kMiddle.size());
  const bool is_number = !digits.empty() && digits.size() <= kMostDigits && digits[0] != '0' &&
                         digits.find_first_not_of("0123456789") == std::string_view::npos;
  return is_number && is_volume_name(std::string(name.substr(0, middle)) + "_log_v001");
}

std::string print_submission_info(const SubmissionInfo& info) {
  return fmt::format(
      "Source-Organization: {}\nExternal-Identifier: {}\nBagging-Date: {}\nPayload-Oxum: {}.{}\n"
      "Bag-Software-Agent: {}\nLetopis-Format: 1\nLetopis-Kind: submission\nLetopis-Log-Id: {}\n"
      "Letopis-Years: {}\nLetopis-Submission: {}\nLetopis-Receiver: {}\nLetopis-End: {}\n"
      "Letopis-Root: {}\nLetopis-Documents: {}\nLetopis-Trial-Log: {}\n",
      info.origin, info.name, info.day, info.bytes, info.files, info.program,
      signing::to_hex(info.log.bytes.view()), info.years, info.number, info.receiver,
      info.end.value, signing::to_hex(info.root.view()), info.documents,
      info.trial_log ? "yes" : "no");
}

Result<SubmissionInfo> parse_submission_info(std::string_view text) {
  if (text.size() > kMaxBagInfoBytes) return malformed(kLabels.front());
  std::string_view wrong;
  const auto values = values_of(text, wrong);
  if (!values) return malformed(wrong);
  const auto& value = *values;
  const auto point = value[3].find('.');
  SubmissionInfo info;
  info.origin = value[0];
  info.name = value[1];
  info.day = value[2];
  info.bytes = number_of(std::string_view(value[3]).substr(0, point));
  info.files = point == std::string::npos ? 0 : number_of(value[3].substr(point + 1));
  info.program = value[4];
  info.log.bytes = digest_of(value[7]);
  info.years = value[8];
  info.number = static_cast<std::uint32_t>(number_of(value[9]));
  info.receiver = value[10];
  info.end = {number_of(value[11])};
  info.root = digest_of(value[12]);
  info.documents = number_of(value[13]);
  info.trial_log = value[14] == "yes";
  const bool named = signing::is_key_name(info.origin) && is_submission_name(info.name) &&
                     info.name == submission_name(info.origin, info.years, info.number);
  if (!named) return malformed(kLabels[1]);
  if (!events::is_plain_text(info.receiver)) return malformed(kLabels[10]);
  if (info.end.value > kMaxLogEntries) return malformed(kLabels[11]);
  if (print_submission_info(info) != text) return malformed("Letopis-Kind");
  return info;
}

std::string sign_submission(std::string_view name, const signing::Digest& tag_manifest,
                            std::string_view origin, const signing::PrivateKey& log_key) {
  const std::string text = note_text(name, tag_manifest);
  return signing::print_note({text, {signing::sign_text(text, origin, log_key)}});
}

Result<signing::VerifierKey> open_submission_note(std::string_view note, std::string_view name,
                                                  const signing::Digest& tag_manifest,
                                                  std::span<const signing::NoteVerifier> logs) {
  const auto opened = signing::open_note(note, logs);
  if (!opened) return opened.refusal();
  if (opened->note.text != note_text(name, tag_manifest) || opened->note.signatures.size() != 1) {
    return Refusal{"submission_note.malformed",
                   {"подпись комплекта заверяет не опись его файлов",
                    "the submission's signature does not vouch for its tag manifest"}};
  }
  return opened->verified.front().key;
}

}  // namespace letopis::archive
