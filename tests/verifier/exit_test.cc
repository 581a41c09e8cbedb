#include <gtest/gtest.h>

#include "verifier/check.h"

namespace letopis::verifier {
namespace {

using archive::TrustState;
using archive::Verdict;
using terminal::Exit;

Verdict verdict_of(TrustState trust, bool altered, bool rolled_back, bool incomplete) {
  Verdict verdict;
  verdict.trust = trust;
  verdict.altered = altered;
  verdict.rolled_back = rolled_back;
  verdict.incomplete = incomplete;
  return verdict;
}

TEST(ExitCode, IsTheGravestThatHolds) {
  RecordProperty("requirement", "ARC-05");
  for (const auto trust : {TrustState::kTrusted, TrustState::kUnknown, TrustState::kNotGiven}) {
    const bool trusted = trust == TrustState::kTrusted;
    for (const bool rolled_back : {false, true}) {
      for (const bool incomplete : {false, true}) {
        EXPECT_EQ(exit_of(verdict_of(trust, true, rolled_back, incomplete)), Exit::kAltered);
        EXPECT_EQ(exit_of(verdict_of(trust, false, rolled_back, incomplete)),
                  rolled_back  ? Exit::kRolledBack
                  : incomplete ? Exit::kIncomplete
                  : trusted    ? Exit::kGood
                               : Exit::kNoTrustedKey);
      }
    }
  }
}

TEST(ExitCode, OfTwoMediaIsTheGravestOfEitherAndOfTheirComparison) {
  const auto good = verdict_of(TrustState::kTrusted, false, false, false);
  Checked checked;
  checked.verdicts = {good, good};
  EXPECT_EQ(checked.exit(), Exit::kGood);
  const auto differ = [&](audit::Fault fault) {
    checked.comparison.findings.push_back({fault, "media", std::nullopt, {"x", {"", ""}}});
    return checked.exit();
  };
  EXPECT_EQ(differ(audit::Fault::kIncomplete), Exit::kIncomplete);
  EXPECT_EQ(differ(audit::Fault::kRolledBack), Exit::kRolledBack);
  EXPECT_EQ(differ(audit::Fault::kAltered), Exit::kAltered);
  checked.comparison.findings.clear();
  checked.verdicts[1] = verdict_of(TrustState::kUnknown, false, false, false);
  EXPECT_EQ(checked.exit(), Exit::kNoTrustedKey);
  checked.verdicts[0] = verdict_of(TrustState::kTrusted, false, false, true);
  EXPECT_EQ(checked.exit(), Exit::kIncomplete);
}

}  // namespace
}  // namespace letopis::verifier
