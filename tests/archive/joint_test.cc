#include "archive/joint.h"

#include <gtest/gtest.h>

#include "signing/encoding.h"

namespace letopis::archive {
namespace {

signing::Digest leaf(std::uint64_t index) {
  return signing::leaf_hash(bytes_of(std::to_string(index)));
}

Joint joint_at(std::uint64_t size) {
  Joint joint;
  joint.old_size = size;
  signing::MerkleFrontier frontier;
  for (std::uint64_t i = 0; i < size; ++i) {
    if (i == bundle_border(size)) joint.edge = frontier;
    frontier.append(leaf(i));
  }
  if (size == bundle_border(size)) joint.edge = frontier;
  joint.old_root = frontier.root();
  return joint;
}

std::string code_of(std::string_view text) {
  const auto joint = parse_joint(text);
  return joint ? "" : joint.refusal().code;
}

TEST(Joint, IsReadBackAtEverySizeAndLeadsToTheOldRoot) {
  for (const std::uint64_t size : {1u, 255u, 256u, 257u, 511u, 512u, 768u, 1000u, 65'536u + 300u}) {
    const auto joint = joint_at(size);
    const auto text = print_joint(joint);
    const auto again = parse_joint(text);
    ASSERT_TRUE(again) << size;
    EXPECT_EQ(*again, joint);
    auto edge = again->edge;
    for (auto i = edge.size(); i < size; ++i) edge.append(leaf(i));
    EXPECT_EQ(edge.root(), joint.old_root) << size;
  }
}

TEST(Joint, IsPrintedAsTheDocumentSays) {
  const auto joint = joint_at(257);
  EXPECT_EQ(print_joint(joint), "letopis joint v1\nold 257\nroot " +
                                    signing::to_base64(joint.old_root.view()) + "\nbase 256\n" +
                                    signing::to_base64(joint.edge.root().view()) + "\n");
}

TEST(Joint, AnythingElseIsRefused) {
  const auto text = print_joint(joint_at(1'000));
  const auto with = [&](std::string_view from, std::string_view to) {
    auto changed = text;
    return changed.replace(changed.find(from), from.size(), to);
  };
  const auto last = text.substr(text.size() - 45);
  for (const std::string& other :
       {std::string(), text.substr(1), text + last, text + "\n", text.substr(0, text.size() - 1),
        text.substr(0, text.size() - 45), with("v1", "v2"), with("old 1000", "old 01000"),
        with("old 1000", "old 768"), with("old 1000", "old 1024"), with("base 768", "base 512"),
        with("base 768", "base 0"), with("base 768", "base 769"), with("root ", "root  "),
        with("=\n", "\n"), std::string(kMaxJointBytes + 1, 'a')}) {
    if (other == with("old 1000", "old 768")) {
      EXPECT_EQ(code_of(other), "") << "a border of its own: the size is held by the volume";
      continue;
    }
    EXPECT_EQ(code_of(other), "joint.malformed") << other;
  }
}

}  // namespace
}  // namespace letopis::archive
