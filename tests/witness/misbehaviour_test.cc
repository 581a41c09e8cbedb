#include "witness/misbehaviour.h"

#include <gtest/gtest.h>

#include "witness/grown_log.h"

namespace letopis::witness {
namespace {

class Misbehaviours : public testing::Test {
 protected:
  std::string code_of(const Misbehaviour& one) const {
    const auto judged = judge(one, log_.verifier_key());
    return judged ? "" : judged.refusal().code;
  }
  const GrownLog log_{"letopis.example/school"};
  const GrownLog other_{"letopis.example/school", "b", 3};
};

TEST_F(Misbehaviours, AreReadBackAsTheyWerePrinted) {
  const auto proof = *signing::consistency_proof(5, 9, log_.hashes());
  for (const Misbehaviour& one :
       {Misbehaviour{log_.note(5), other_.note(5), std::nullopt},
        Misbehaviour{log_.note(5), other_.note(9), proof},
        Misbehaviour{log_.note(5), other_.note(9), std::vector<signing::Digest>()}}) {
    const auto read = parse_misbehaviour(print_misbehaviour(one));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, one);
  }
}

TEST_F(Misbehaviours, AnotherShapeIsRefused) {
  const auto whole = print_misbehaviour({log_.note(5), other_.note(5), std::nullopt});
  for (std::size_t cut = 0; cut < whole.size(); ++cut) {
    EXPECT_FALSE(parse_misbehaviour(whole.substr(0, cut))) << cut;
  }
  EXPECT_FALSE(parse_misbehaviour(whole + "\n"));
}

TEST_F(Misbehaviours, TwoRootsOfOneSizeAreAProofByThemselves) {
  const auto judged = judge({log_.note(5), other_.note(5), std::nullopt}, log_.verifier_key());
  ASSERT_TRUE(judged);
  EXPECT_EQ(judged->shown, Shown::kTwoRoots);
  EXPECT_EQ(judged->first, log_.checkpoint(5));
  EXPECT_EQ(judged->second, other_.checkpoint(5));
}

TEST_F(Misbehaviours, TwoSizesAreOnlyNotConnected) {
  const auto proof = *signing::consistency_proof(5, 9, other_.hashes());
  EXPECT_EQ(judge({log_.note(5), other_.note(9), proof}, log_.verifier_key())->shown,
            Shown::kNotConnected);
  EXPECT_EQ(judge({other_.note(9), log_.note(5), std::nullopt}, log_.verifier_key())->shown,
            Shown::kNotConnected);
}

TEST_F(Misbehaviours, WhatAgreesProvesNothing) {
  const auto proof = *signing::consistency_proof(5, 9, log_.hashes());
  EXPECT_EQ(code_of({log_.note(5), log_.note(5), std::nullopt}), "misbehaviour.none");
  EXPECT_EQ(code_of({log_.note(5), log_.note(9), proof}), "misbehaviour.none");
  EXPECT_EQ(code_of({log_.note(0), other_.note(9), std::nullopt}), "misbehaviour.none");
}

TEST_F(Misbehaviours, WhatTheLogDidNotSignProvesNothing) {
  const GrownLog stranger("letopis.example/another");
  EXPECT_NE(code_of({log_.note(5), stranger.note(5), std::nullopt}), "");
  const auto forged = signing::sign_checkpoint(other_.checkpoint(5), stranger.key());
  EXPECT_NE(code_of({log_.note(5), forged, std::nullopt}), "");
}

}  // namespace
}  // namespace letopis::witness
