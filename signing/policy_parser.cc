#include <algorithm>
#include <set>
#include <utility>

#include "signing/encoding.h"
#include "signing/policy.h"
#include "signing/text_rules.h"

namespace letopis::signing {

namespace {

constexpr std::string_view kNoQuorum = "none";
using Words = std::vector<std::string_view>;

bool is_policy_character(char character) {
  const auto octet = static_cast<unsigned char>(character);
  return octet == '\t' || octet == '\n' || (octet >= 0x20 && octet != 0x7f);
}

Words words_of(std::string_view line) {
  Words words;
  constexpr std::string_view spaces = " \t";
  for (std::size_t at = line.find_first_not_of(spaces); at != std::string_view::npos;) {
    const std::size_t end = std::min(line.find_first_of(spaces, at), line.size());
    words.push_back(line.substr(at, end - at));
    at = line.find_first_not_of(spaces, end);
  }
  return words;
}

std::optional<std::string> url_at(const Words& words, std::size_t place) {
  if (words.size() <= place) return std::nullopt;
  return std::string(words[place]);
}

bool suits_log(SignatureType type) {
  return type == SignatureType::kEd25519 || type == SignatureType::kMlDsa44;
}

bool suits_witness(SignatureType type) {
  return type == SignatureType::kCosignature || type == SignatureType::kMlDsa44;
}

// Reads a policy line by line. Each `read_` function takes the words of one line.
class PolicyParser {
 public:
  Outcome read(std::string_view line) {
    ++line_number_;
    const Words words = words_of(line);
    if (words.empty() || words.front().starts_with('#')) return Done{};
    if (words.front() == "log") return read_log(words);
    if (words.front() == "witness") return read_witness(words);
    if (words.front() == "group") return read_group(words);
    if (words.front() == "quorum") return read_quorum(words);
    return malformed();
  }

  Result<Policy> finish() && {
    if (!has_quorum_) return quorum_missing_or_twice();
    return std::move(policy_);
  }

 private:
  Outcome read_log(const Words& words) {
    if (words.size() < 2 || words.size() > 3) return malformed();
    if (policy_.logs.size() == kMaxPolicyLogs) return too_long();
    auto key = parse_verifier_key(words[1]);
    if (!key) return key.refusal();
    if (!suits_log(key->type)) return unsuitable_key();
    if (!log_keys_.insert(key->key).second) return duplicate();
    policy_.logs.push_back({*std::move(key), url_at(words, 2)});
    return Done{};
  }

  Outcome read_witness(const Words& words) {
    if (words.size() < 3 || words.size() > 4) return malformed();
    if (policy_.witnesses.size() == kMaxPolicyWitnesses) return too_long();
    auto key = parse_verifier_key(words[2]);
    if (!key) return key.refusal();
    if (!suits_witness(key->type)) return unsuitable_key();
    if (!witness_keys_.insert(key->key).second) return duplicate();
    if (!define(words[1])) return duplicate();
    policy_.witnesses.push_back({std::string(words[1]), *std::move(key), url_at(words, 3)});
    return Done{};
  }

  Outcome read_group(const Words& words) {
    if (words.size() < 4) return malformed();
    if (policy_.groups.size() == kMaxPolicyGroups) return too_long();
    PolicyGroup group{std::string(words[1]), 0, {words.begin() + 3, words.end()}};
    const auto needed = needed_of(words[2], group.members.size());
    if (!needed) return malformed();
    group.needed = *needed;
    for (const std::string& member : group.members) {
      if (!names_.contains(member)) return unknown_name();
      if (!members_.insert(member).second) return member_twice();
    }
    if (!define(words[1])) return duplicate();
    policy_.groups.push_back(std::move(group));
    return Done{};
  }

  Outcome read_quorum(const Words& words) {
    if (words.size() != 2) return malformed();
    if (has_quorum_) return quorum_missing_or_twice();
    has_quorum_ = true;
    if (words[1] == kNoQuorum) return Done{};
    if (!names_.contains(std::string(words[1]))) return unknown_name();
    policy_.quorum = std::string(words[1]);
    return Done{};
  }

  static std::optional<std::size_t> needed_of(std::string_view word, std::size_t members) {
    if (word == "any") return 1;
    if (word == "all") return members;
    const auto number = from_decimal(word);
    if (!number || *number == 0 || *number > members) return std::nullopt;
    return static_cast<std::size_t>(*number);
  }

  bool define(std::string_view name) {
    return name != kNoQuorum && names_.insert(std::string(name)).second;
  }

  Refusal refuse(const char* code, const char* ru, const char* en) const {
    const std::string number = std::to_string(line_number_);
    return {code,
            {"Правила доверия, строка " + number + ": " + ru,
             "Trust policy, line " + number + ": " + en}};
  }
  Refusal malformed() const {
    return refuse("policy.malformed", "запись не того вида.", "not of a known shape.");
  }
  Refusal too_long() const {
    return refuse("policy.too_long", "слишком много строк этого рода.",
                  "too many lines of this kind.");
  }
  Refusal unsuitable_key() const {
    return refuse("policy.key_type", "ключ не того вида.", "the key is of an unsuitable type.");
  }
  Refusal duplicate() const {
    return refuse("policy.duplicate", "этот ключ или это имя уже заняты.",
                  "this key or this name is taken already.");
  }
  Refusal unknown_name() const {
    return refuse("policy.unknown_name", "имя выше не определено.", "a name is not defined above.");
  }
  Refusal member_twice() const {
    return refuse("policy.member_twice", "участник уже состоит в группе.",
                  "a member belongs to a group already.");
  }
  Refusal quorum_missing_or_twice() const {
    return refuse("policy.quorum", "строка quorum должна быть ровно одна.",
                  "there must be exactly one quorum line.");
  }

  Policy policy_;
  bool has_quorum_ = false;
  std::size_t line_number_ = 0;
  std::set<std::string> names_;
  std::set<std::string> members_;
  std::set<std::vector<std::byte>> log_keys_;
  std::set<std::vector<std::byte>> witness_keys_;
};

}  // namespace

Result<Policy> parse_policy(std::string_view text) {
  if (text.size() > kMaxPolicyBytes) {
    return Refusal{"policy.too_long",
                   {"Правила доверия слишком длинны.", "The trust policy is too long."}};
  }
  if (!text.ends_with('\n') || !std::all_of(text.begin(), text.end(), is_policy_character)) {
    return Refusal{"policy.characters",
                   {"В правилах доверия есть недопустимые знаки, или последняя строка не закончена "
                    "переводом строки.",
                    "The trust policy has forbidden characters, or its last line does not end in a "
                    "newline."}};
  }
  PolicyParser parser;
  while (const auto line = take_line(text)) {
    if (const auto read = parser.read(*line); !read) return read.refusal();
  }
  return std::move(parser).finish();
}

}  // namespace letopis::signing
