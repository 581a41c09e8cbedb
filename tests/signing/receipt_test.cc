#include "signing/receipt.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "signing/encoding.h"
#include "signing/tile_tree.h"
#include "signing/trial_keys.h"

namespace letopis::signing {
namespace {

constexpr std::string_view kOrigin = "letopis.example/nn125";
constexpr std::uint64_t kSize = 21;

Receipt receipt_of(std::uint64_t index) {
  const auto leaves = trial_leaves(kSize);
  const RowReader reader = [&](unsigned, std::uint64_t first, std::size_t count) {
    const auto begin = leaves.begin() + static_cast<std::ptrdiff_t>(first);
    return std::vector<Digest>(begin, begin + static_cast<std::ptrdiff_t>(count));
  };
  const Checkpoint checkpoint{std::string(kOrigin), kSize, plain_root(leaves, kSize)};
  return {std::nullopt, index, *inclusion_proof(index, kSize, reader),
          sign_checkpoint(checkpoint, trial_key("log"))};
}

NoteVerifier log() { return log_verifier(kOrigin, trial_key("log")); }

TEST(Receipt, IsWrittenAsTheSpecificationSays) {
  Receipt receipt = receipt_of(20);
  ASSERT_EQ(receipt.proof.size(), 2U);
  const std::string rest = "index 20\n" + to_base64(receipt.proof[0].view()) + "\n" +
                           to_base64(receipt.proof[1].view()) + "\n\n" + receipt.checkpoint;
  EXPECT_EQ(print_receipt(receipt), "c2sp.org/tlog-proof@v1\n" + rest);
  const Bytes extra = bytes_of("abc");
  receipt.extra.emplace(extra.begin(), extra.end());
  EXPECT_EQ(print_receipt(receipt), "c2sp.org/tlog-proof@v1\nextra YWJj\n" + rest);
  EXPECT_EQ(*parse_receipt(print_receipt(receipt)), receipt);
}

TEST(Receipt, ProvesItsEntryUnderTheKeyAlone) {
  for (std::uint64_t index = 0; index < kSize; ++index) {
    const auto read = parse_receipt(print_receipt(receipt_of(index)));
    ASSERT_TRUE(read);
    const auto proved = verify_receipt(*read, bytes_of(trial_entry(index)), log());
    ASSERT_TRUE(proved) << index;
    EXPECT_EQ(proved->checkpoint.size, kSize);
  }
}

TEST(Receipt, ProvesNoOtherEntryIndexOrProof) {
  const Receipt receipt = receipt_of(5);
  const std::string entry = trial_entry(5);
  EXPECT_EQ(code_of(verify_receipt(receipt, bytes_of("entry 6"), log())), "proof.root");
  Receipt changed = receipt;
  changed.index = 6;
  EXPECT_EQ(code_of(verify_receipt(changed, bytes_of(entry), log())), "proof.root");
  changed = receipt;
  changed.index = kSize;
  EXPECT_EQ(code_of(verify_receipt(changed, bytes_of(entry), log())), "proof.index");
  changed = receipt;
  changed.proof.pop_back();
  EXPECT_EQ(code_of(verify_receipt(changed, bytes_of(entry), log())), "proof.length");
  changed = receipt;
  changed.proof[1].bytes[7] ^= std::byte{1};
  EXPECT_EQ(code_of(verify_receipt(changed, bytes_of(entry), log())), "proof.root");
}

TEST(Receipt, UnderACheckpointOfSomebodyElseProvesNothing) {
  const Receipt receipt = receipt_of(5);
  EXPECT_EQ(code_of(verify_receipt(receipt, bytes_of(trial_entry(5)),
                                   log_verifier(kOrigin, trial_key("stranger")))),
            "note.not_trusted");
}

TEST(Receipt, OfAnotherShapeIsRefused) {
  const Receipt receipt = receipt_of(5);
  const std::string good = print_receipt(receipt);
  const std::string first = "c2sp.org/tlog-proof@v1\n";
  const std::string hash = to_base64(receipt.proof[0].view());
  const std::string end = "\n" + receipt.checkpoint;
  for (const std::string& bad :
       {std::string(), std::string("\n"), first, first + "index 5\n", good.substr(1),
        "c2sp.org/tlog-proof@v2\n" + good.substr(first.size()), first + "\nindex 5\n" + end,
        first + "index 05\n" + end, first + "index\n" + end, first + "Index 5\n" + end,
        first + "extra \nindex 5\n" + end, first + "extra YWJj\n" + end,
        first + "extra YWJj\nextra YWJj\nindex 5\n" + end, first + "extra YWI\nindex 5\n" + end,
        first + "index 5\nextra YWJj\n" + end, first + "index 5\n" + hash.substr(4) + "\n" + end,
        first + "index 5\n" + hash + " \n" + end, first + "index 5\r\n" + end}) {
    EXPECT_EQ(code_of(parse_receipt(bad)), "receipt.malformed") << bad;
  }
  EXPECT_EQ(code_of(parse_receipt(good.substr(0, good.size() - 1))), "note.no_signature");
}

TEST(Receipt, HasNamedLimits) {
  Receipt receipt = receipt_of(5);
  receipt.proof.assign(kMaxProofHashes, Digest{});
  receipt.extra.emplace(kMaxReceiptExtraBytes);
  const std::string most = print_receipt(receipt);
  EXPECT_TRUE(parse_receipt(most));
  const std::size_t end_of_proof = most.find("\n\n");
  EXPECT_EQ(code_of(parse_receipt(most.substr(0, end_of_proof + 1) + to_base64(Digest{}.view()) +
                                  most.substr(end_of_proof))),
            "receipt.too_long");
  EXPECT_EQ(code_of(parse_receipt(std::string(kMaxReceiptBytes + 1, 'a'))), "receipt.too_long");
}

RC_GTEST_PROP(Receipt, AnyByteChangedIsRefused, ()) {
  const std::string good = print_receipt(receipt_of(5));
  std::string text = good;
  const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
  text[at] = static_cast<char>(text[at] ^ *rc::gen::inRange<int>(1, 256));
  const auto read = parse_receipt(text);
  if (!read) return;
  RC_ASSERT(print_receipt(*read) == text);
  RC_ASSERT(!verify_receipt(*read, bytes_of(trial_entry(5)), log()));
}

}  // namespace
}  // namespace letopis::signing
