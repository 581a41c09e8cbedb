#include "signing/policy.h"

#include <algorithm>
#include <set>
#include <utility>

namespace letopis::signing {

namespace {

std::string with_url(std::string line, const std::optional<std::string>& url) {
  if (url) line += ' ' + *url;
  return line + '\n';
}

std::string print_group(const PolicyGroup& group) {
  std::string line = "group " + group.name + ' ';
  if (group.needed == group.members.size()) {
    line += "all";
  } else {
    line += group.needed == 1 ? "any" : std::to_string(group.needed);
  }
  for (const std::string& member : group.members) line += ' ' + member;
  return line + '\n';
}

bool is_signed_by(const VerifierKey& key, std::span<const VerifiedSignature> verified) {
  return std::any_of(verified.begin(), verified.end(),
                     [&](const VerifiedSignature& signature) { return signature.key == key; });
}

// The logs of the policy that bear the checkpoint's origin and can be checked here: more than one
// while a log changes its key.
std::vector<const VerifierKey*> logs_named(const Policy& policy, std::string_view origin) {
  std::vector<const VerifierKey*> logs;
  for (const PolicyLog& log : policy.logs) {
    if (log.key.name == origin && log.key.type == SignatureType::kEd25519) logs.push_back(&log.key);
  }
  return logs;
}

bool names(const Note& note, const VerifierKey& key) {
  return std::any_of(note.signatures.begin(), note.signatures.end(), [&](const auto& line) {
    return line.name == key.name && line.id == key.id();
  });
}

// Everyone but the log itself whose line, if there is one, has to verify.
Result<std::vector<NoteVerifier>> others_than(const VerifierKey& log,
                                              std::span<const VerifierKey* const> logs,
                                              const Policy& policy) {
  std::vector<VerifierKey> keys;
  for (const VerifierKey* other : logs) {
    if (*other != log) keys.push_back(*other);
  }
  for (const PolicyWitness& witness : policy.witnesses) {
    if (witness.key.type == SignatureType::kCosignature) keys.push_back(witness.key);
  }
  std::vector<NoteVerifier> verifiers;
  for (VerifierKey& key : keys) {
    auto verifier = NoteVerifier::admit(std::move(key));
    if (!verifier) return verifier.refusal();
    verifiers.push_back(*std::move(verifier));
  }
  return verifiers;
}

Refusal unknown_log(const std::string& origin) {
  return {"policy.unknown_log",
          {"Журнала «" + origin + "» нет среди известных.",
           "The log “" + origin + "” is not among the known ones."}};
}

}  // namespace

std::string print_policy(const Policy& policy) {
  std::string text;
  for (const PolicyLog& log : policy.logs) {
    text += with_url("log " + print_verifier_key(log.key), log.url);
  }
  for (const PolicyWitness& witness : policy.witnesses) {
    text +=
        with_url("witness " + witness.name + ' ' + print_verifier_key(witness.key), witness.url);
  }
  for (const PolicyGroup& group : policy.groups) text += print_group(group);
  return text + "quorum " + policy.quorum.value_or("none") + '\n';
}

bool meets_quorum(const Policy& policy, std::span<const VerifiedSignature> verified) {
  if (!policy.quorum) return true;
  std::set<std::string_view> reached;
  for (const PolicyWitness& witness : policy.witnesses) {
    if (is_signed_by(witness.key, verified)) reached.insert(witness.name);
  }
  // A group's members stand above it, so one pass downwards settles all.
  for (const PolicyGroup& group : policy.groups) {
    const auto count = std::count_if(group.members.begin(), group.members.end(),
                                     [&](const auto& member) { return reached.contains(member); });
    if (static_cast<std::size_t>(count) >= group.needed) reached.insert(group.name);
  }
  return reached.contains(*policy.quorum);
}

Result<OpenedCheckpoint> open_checkpoint(std::string_view note, const Policy& policy) {
  const auto parsed = parse_note(note);
  if (!parsed) return parsed.refusal();
  const auto claimed = parse_checkpoint(parsed->text);
  if (!claimed) return claimed.refusal();
  const auto logs = logs_named(policy, claimed->origin);
  if (logs.empty()) return unknown_log(claimed->origin);
  const auto signer =
      std::find_if(logs.begin(), logs.end(), [&](const auto* log) { return names(*parsed, *log); });
  const VerifierKey& log_key = signer == logs.end() ? *logs.front() : **signer;

  const auto log = NoteVerifier::admit(log_key);
  if (!log) return log.refusal();
  const auto others = others_than(log_key, logs, policy);
  if (!others) return others.refusal();
  auto opened = open_checkpoint(note, *log, *others);
  if (!opened) return opened.refusal();
  if (!meets_quorum(policy, opened->verified)) {
    return Refusal{"policy.no_quorum",
                   {"Подписей свидетелей меньше, чем требуют правила доверия.",
                    "Fewer witnesses have cosigned than the trust policy asks for."}};
  }
  return opened;
}

}  // namespace letopis::signing
