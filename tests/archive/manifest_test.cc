#include "archive/manifest.h"

#include <gtest/gtest.h>

namespace letopis::archive {
namespace {

signing::Digest digest_of(std::string_view text) { return signing::sha256(bytes_of(text)); }

std::string code_of(std::string_view text) {
  const auto manifest = parse_manifest(text);
  return manifest ? "" : manifest.refusal().code;
}

const std::string kDigest(64, 'a');
const std::string kCapitals(64, 'A');

std::string line(std::string_view path) { return kDigest + "  " + std::string(path) + "\n"; }

TEST(Manifest, IsLinesOfSha256sumSortedByBytes) {
  const Manifest manifest{{"data/log/checkpoint", digest_of("c")},
                          {"bagit.txt", digest_of("abc")},
                          {"data/Z", digest_of("")}};
  const auto text = print_manifest(manifest);
  EXPECT_EQ(text.substr(0, 76),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  bagit.txt\n");
  EXPECT_LT(text.find("data/Z"), text.find("data/log"));
  EXPECT_EQ(*parse_manifest(text), manifest);
  EXPECT_TRUE(parse_manifest("")->empty());
}

TEST(Manifest, LinesOfAnotherShapeAreRefused) {
  for (const std::string& text :
       {kDigest, kDigest + "  \n", kDigest + " a\n", kDigest + " *a\n", line("a") + "\n",
        "\n" + line("a"), line("a") + kDigest + "  b", kDigest.substr(1) + "g  a\n",
        kCapitals + "  a\n", " " + line("a"), line("b") + line("a"), line("a") + line("a")}) {
    EXPECT_EQ(code_of(text), "manifest.malformed") << text;
  }
}

TEST(Manifest, LineIsNamed) {
  const auto refusal = parse_manifest(line("a") + line("b") + "x\n").refusal();
  EXPECT_NE(refusal.says.en.find("line 3"), std::string::npos) << refusal.says.en;
}

TEST(Manifest, PathsThatLeadElsewhereAreRefused) {
  for (const char* path : {"/etc/passwd", "../a", "data/../../a", "a/..", ".", "..", "a/./b",
                           "a//b", "a/", "a b", "a\\b", "a:b", "a\tb", "ключ", "~", "a\r"}) {
    EXPECT_FALSE(is_volume_path(path)) << path;
    EXPECT_EQ(code_of(line(path)), "manifest.path") << path;
  }
  EXPECT_FALSE(is_volume_path(std::string(kMaxPathBytes + 1, 'a')));
  EXPECT_FALSE(is_volume_path(""));
  for (const char* path : {"a", "...", "a.b", "-", "data/log/tile/0/x001/000.p/112"}) {
    EXPECT_TRUE(is_volume_path(path)) << path;
  }
  EXPECT_TRUE(is_volume_path(std::string(kMaxPathBytes, 'a')));
}

TEST(Manifest, NamesThatDifferInCaseOnlyAreRefused) {
  EXPECT_EQ(code_of(line("A") + line("a")), "manifest.same_name");
  EXPECT_EQ(code_of(line("data/Log/x") + line("data/log/X")), "manifest.same_name");
  EXPECT_EQ(code_of(line("A/x") + line("a/y")), "");
}

}  // namespace
}  // namespace letopis::archive
