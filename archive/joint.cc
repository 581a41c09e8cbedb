#include "archive/joint.h"

#include <fmt/format.h>

#include "signing/encoding.h"
#include "signing/text_rules.h"
#include "signing/tiles.h"

namespace letopis::archive {
namespace {

constexpr std::string_view kHeader = "letopis joint v1\n";

Refusal malformed() {
  return {"joint.malformed",
          {"файл data/log/joint, который связывает том с прежним деревом, испорчен",
           "the file data/log/joint, which joins the volume to the tree before it, is broken"}};
}

std::optional<signing::Digest> read_digest(std::string_view base64) {
  const auto raw = signing::from_base64(base64);
  if (!raw || raw->size() != signing::kDigestBytes) return std::nullopt;
  return *signing::digest_from(*raw);
}

}  // namespace

std::uint64_t bundle_border(std::uint64_t size) { return size - size % signing::kTileWidth; }

std::string print_joint(const Joint& joint) {
  INVARIANT(joint.edge.size() == bundle_border(joint.old_size));
  std::string out(kHeader);
  out += fmt::format("old {}\nroot {}\nbase {}\n", joint.old_size,
                     signing::to_base64(joint.old_root.view()), joint.edge.size());
  for (const auto& hash : joint.edge.hashes()) out += signing::to_base64(hash.view()) + "\n";
  return out;
}

Result<Joint> parse_joint(std::string_view text) {
  std::string_view rest = text;
  const auto value = [&](std::string_view label) -> std::string_view {
    auto line = signing::take_line(rest);
    return line && signing::take_prefix(*line, label) ? *line : std::string_view();
  };
  if (text.size() > kMaxJointBytes || !signing::take_prefix(rest, kHeader)) return malformed();
  const auto old_size = signing::from_decimal(value("old "));
  const auto old_root = read_digest(value("root "));
  const auto base = signing::from_decimal(value("base "));
  if (!old_size || !old_root || !base || *base != bundle_border(*old_size)) return malformed();
  std::vector<signing::Digest> hashes;
  while (!rest.empty()) {
    const auto line = signing::take_line(rest);
    const auto hash = line ? read_digest(*line) : std::nullopt;
    if (!hash) return malformed();
    hashes.push_back(*hash);
  }
  auto edge = signing::MerkleFrontier::restore(*base, std::move(hashes));
  if (!edge) return malformed();
  return Joint{*old_size, *old_root, std::move(*edge)};
}

}  // namespace letopis::archive
