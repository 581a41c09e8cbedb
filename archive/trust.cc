#include "archive/trust.h"

#include <fmt/format.h>

#include <algorithm>

#include "signing/encoding.h"
#include "signing/text_rules.h"

namespace letopis::archive {
namespace {

constexpr std::string_view kSignatureMark = "\xE2\x80\x94 ";  // an em dash and a space

Refusal refuse(const char* code, std::size_t line, const std::string& ru, const std::string& en) {
  return {code,
          {fmt::format("строка {} файла доверия: {}", line, ru),
           fmt::format("line {} of the trust file: {}", line, en)}};
}

// Reads the lines that are the trust file's own; all others are the policy's and stay, so that its
// refusals name the right lines.
class TrustReader {
 public:
  explicit TrustReader(std::string_view text) : rest_(text) {}

  Result<Trust> read() {
    while (!rest_.empty() && !refusal_) take();
    if (refusal_) return *refusal_;
    auto policy = signing::parse_policy(policy_);
    if (!policy) return policy.refusal();
    trust_.policy = std::move(*policy);
    if (trust_.policy.logs.empty()) {
      return Refusal{"trust.no_log",
                     {"в файле доверия нет ни одного ключа журнала (строка log)",
                      "the trust file holds no log's key (a line log)"}};
    }
    return open_checkpoints();
  }

 private:
  void take() {
    const auto line = next();
    if (!line) return fail("trust.malformed", "строка не окончена", "the line is not ended");
    std::string_view value = *line;
    if (*line == "checkpoint") {
      policy_ += '\n';
      return take_checkpoint();
    }
    if (signing::take_prefix(value, "genesis ")) {
      policy_ += '\n';
      return take_digits(value, trust_.genesis.has_value(),
                         [&](Bytes raw) { trust_.genesis = *signing::digest_from(raw); });
    }
    if (signing::take_prefix(value, "founder ")) {
      policy_ += '\n';
      return take_digits(value, trust_.founder.has_value(),
                         [&](Bytes raw) { trust_.founder = *signing::public_key_from(raw); });
    }
    if (signing::take_prefix(value, "authority ")) {
      policy_ += '\n';
      return take_digits(value, false,
                         [&](Bytes raw) { take_authority(*signing::digest_from(raw)); });
    }
    policy_.append(*line).append("\n");
  }

  void take_authority(const signing::Digest& authority) {
    auto& all = trust_.authorities;
    if (std::find(all.begin(), all.end(), authority) != all.end()) {
      return fail("trust.twice", "второй раз то же самое", "the same for the second time");
    }
    all.push_back(authority);
    if (all.size() > kMaxTrustAuthorities) {
      fail("trust.too_long", "удостоверяющих центров слишком много",
           "there are too many authorities");
    }
  }

  template <class Keep>
  void take_digits(std::string_view digits, bool twice, Keep keep) {
    const auto raw = signing::from_hex(digits);
    if (!raw || raw->size() != 32) {
      return fail("trust.malformed", "нужны 64 шестнадцатеричные цифры",
                  "64 hexadecimal digits are needed");
    }
    if (twice) return fail("trust.twice", "второй раз то же самое", "the same for the second time");
    keep(*raw);
  }

  // Three lines of text, an empty one, and signature lines as many as there are.
  void take_checkpoint() {
    const std::size_t first = number_;
    std::string note;
    bool signatures = false;
    while (!rest_.empty() && (!signatures || rest_.starts_with(kSignatureMark))) {
      const auto line = next();
      if (!line || note.size() > signing::kMaxNoteBytes) break;
      signatures = signatures || line->empty();
      note.append(*line).append("\n");
      policy_ += '\n';
    }
    notes_.emplace_back(first, std::move(note));
    if (notes_.size() > kMaxTrustCheckpoints) {
      fail("trust.too_long", "контрольных точек слишком много", "there are too many checkpoints");
    }
  }

  Result<Trust> open_checkpoints() {
    for (auto& [line, note] : notes_) {
      auto opened = open_known(note, trust_.policy);
      if (!opened) {
        return refuse("trust.checkpoint", line, opened.refusal().says.ru, opened.refusal().says.en);
      }
      trust_.checkpoints.push_back({std::move(note), std::move(opened->checkpoint)});
    }
    return std::move(trust_);
  }

  std::optional<std::string_view> next() {
    ++number_;
    const auto line = signing::take_line(rest_);
    if (!line) rest_ = {};
    return line;
  }

  void fail(const char* code, const char* ru, const char* en) {
    if (!refusal_) refusal_ = refuse(code, number_, ru, en);
  }

  std::string_view rest_;
  std::size_t number_ = 0;
  std::string policy_;
  std::vector<std::pair<std::size_t, std::string>> notes_;  // by the line they begin at
  Trust trust_;
  std::optional<Refusal> refusal_;
};

}  // namespace

Result<Trust> parse_trust(std::string_view text) {
  if (text.size() > kMaxTrustBytes) {
    return Refusal{"trust.too_long", {"файл доверия слишком велик", "the trust file is too large"}};
  }
  return TrustReader(text).read();
}

std::string print_trust(const Trust& trust) {
  std::string out = signing::print_policy(trust.policy);
  if (trust.genesis) out += "genesis " + signing::to_hex(trust.genesis->view()) + "\n";
  if (trust.founder) out += "founder " + signing::to_hex(trust.founder->view()) + "\n";
  for (const auto& authority : trust.authorities) {
    out += "authority " + signing::to_hex(authority.view()) + "\n";
  }
  for (const auto& known : trust.checkpoints) out += "checkpoint\n" + known.note;
  return out;
}

Result<signing::OpenedCheckpoint> open_known(std::string_view note, const signing::Policy& policy) {
  auto any_quorum = policy;
  any_quorum.quorum.reset();
  return signing::open_checkpoint(note, any_quorum);
}

}  // namespace letopis::archive
