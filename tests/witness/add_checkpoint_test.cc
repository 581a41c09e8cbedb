#include "witness/add_checkpoint.h"

#include <gtest/gtest.h>

#include "witness/grown_log.h"

namespace letopis::witness {
namespace {

const GrownLog& log() {
  static const GrownLog grown("letopis.example/school");
  return grown;
}

std::string code_of(const std::string& text) {
  const auto read = parse_add_checkpoint(text);
  return read ? "" : read.refusal().code;
}

TEST(AddCheckpoint, IsReadBackAsItWasPrinted) {
  for (const auto& text : {log().request(0, 0), log().request(0, 5), log().request(3, 300)}) {
    const auto read = parse_add_checkpoint(text);
    ASSERT_TRUE(read);
    EXPECT_EQ(print_add_checkpoint(*read), text);
  }
}

TEST(AddCheckpoint, BeginsAsTheSpecificationWritesIt) {
  const auto text = log().request(3, 7);
  EXPECT_TRUE(text.starts_with("old 3\n"));
  EXPECT_NE(text.find("\n\nletopis.example/school\n7\n"), std::string::npos);
}

TEST(AddCheckpoint, AnotherShapeIsRefused) {
  const std::string note = log().note(5);
  const std::vector<std::string> others{"",
                                        "old",
                                        "old \n\n" + note,
                                        "old 03\n\n" + note,
                                        "old -1\n\n" + note,
                                        "OLD 3\n\n" + note,
                                        "old 3\n" + note,
                                        "old 3\r\n\r\n" + note,
                                        "old 3\n\n",
                                        "old 3\nAAAA\n\n" + note,
                                        "old 18446744073709551616\n\n" + note,
                                        "\nold 3\n\n" + note};
  for (const auto& text : others) {
    EXPECT_EQ(code_of(text), "add_checkpoint.malformed") << text;
  }
}

TEST(AddCheckpoint, SixtyThreeProofLinesAreTakenAndNoMore) {
  const std::string line = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
  std::string lines;
  for (std::size_t i = 0; i < kMaxProofLines; ++i) lines += line;
  EXPECT_EQ(code_of("old 3\n" + lines + "\n" + log().note(5)), "");
  EXPECT_EQ(code_of("old 3\n" + lines + line + "\n" + log().note(5)), "add_checkpoint.too_long");
}

TEST(AddCheckpoint, ACheckpointHasALimit) {
  const std::string most(kMaxCheckpointBytes, 'x');
  EXPECT_EQ(code_of("old 0\n\n" + most), "");
  EXPECT_EQ(code_of("old 0\n\n" + most + "x"), "add_checkpoint.too_long");
  EXPECT_EQ(code_of(std::string(kMaxRequestBytes + 1, 'x')), "add_checkpoint.too_long");
}

}  // namespace
}  // namespace letopis::witness
