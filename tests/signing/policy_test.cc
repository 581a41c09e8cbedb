#include "signing/policy.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <vector>

#include "signing/merkle.h"
#include "signing/trial_keys.h"

namespace letopis::signing {
namespace {

constexpr std::string_view kOrigin = "letopis.example/nn125";

VerifierKey log_key() { return log_verifier_key(kOrigin, trial_key("log").public_key()); }

std::string witness_name(std::string_view name) { return "witness.example/" + std::string(name); }

VerifierKey witness_key(std::string_view name) {
  return witness_verifier_key(witness_name(name), trial_key(name).public_key());
}

std::string log_line() { return "log " + print_verifier_key(log_key()) + "\n"; }

std::string witness_line(const std::string& name) {
  return "witness " + name + " " + print_verifier_key(witness_key(name)) + "\n";
}

// The example of the specification: two of three, and one of two.
std::string example() {
  return "# whom to believe\n" + log_line() + "\n" + witness_line("X1") + witness_line("X2") +
         witness_line("X3") + "group X 2 X1 X2 X3\n" + witness_line("Y1") + witness_line("Y2") +
         "group Y any Y1 Y2\n  group\tboth  all X Y \nquorum both\n";
}

std::vector<VerifiedSignature> signed_by(std::initializer_list<const char*> names) {
  std::vector<VerifiedSignature> verified = {{log_key(), std::nullopt}};
  for (const char* name : names) verified.push_back({witness_key(name), UnixSeconds{1}});
  return verified;
}

std::string checkpoint_with(std::initializer_list<const char*> witnesses) {
  const Checkpoint checkpoint{std::string(kOrigin), 0, empty_root()};
  std::string note = sign_checkpoint(checkpoint, trial_key("log"));
  for (const char* name : witnesses) {
    note = *add_signature(note, cosign_text(print_checkpoint(checkpoint), witness_name(name),
                                            {1'700'000'000}, trial_key(name)));
  }
  return note;
}

TEST(Policy, IsReadAndPrintedInOneForm) {
  const auto policy = parse_policy(example());
  ASSERT_TRUE(policy) << policy.refusal().says.en;
  EXPECT_EQ(policy->logs.size(), 1U);
  EXPECT_EQ(policy->witnesses.size(), 5U);
  const std::vector<PolicyGroup> groups = {
      {"X", 2, {"X1", "X2", "X3"}}, {"Y", 1, {"Y1", "Y2"}}, {"both", 2, {"X", "Y"}}};
  EXPECT_EQ(policy->groups, groups);
  EXPECT_EQ(policy->quorum, "both");
  const std::string printed = print_policy(*policy);
  EXPECT_EQ(*parse_policy(printed), *policy);
  EXPECT_EQ(print_policy(*parse_policy(printed)), printed);
  EXPECT_NE(
      printed.find("group X 2 X1 X2 X3\ngroup Y any Y1 Y2\ngroup both all X Y\nquorum both\n"),
      std::string::npos);
}

TEST(Policy, KeepsUrls) {
  const std::string text = "log " + print_verifier_key(log_key()) + " https://letopis.example/\n" +
                           "witness W " + print_verifier_key(witness_key("W")) +
                           " https://witness.example/\nquorum W\n";
  const auto policy = parse_policy(text);
  ASSERT_TRUE(policy);
  EXPECT_EQ(policy->logs[0].url, "https://letopis.example/");
  EXPECT_EQ(policy->witnesses[0].url, "https://witness.example/");
  EXPECT_EQ(print_policy(*policy), text);
}

TEST(Quorum, IsMetByEnoughOfEachGroup) {
  const Policy policy = *parse_policy(example());
  EXPECT_TRUE(meets_quorum(policy, signed_by({"X1", "X2", "Y1"})));
  EXPECT_TRUE(meets_quorum(policy, signed_by({"X3", "X1", "X2", "Y2", "Y1"})));
  EXPECT_FALSE(meets_quorum(policy, signed_by({"X1", "X2"})));
  EXPECT_FALSE(meets_quorum(policy, signed_by({"X1", "Y1", "Y2"})));
  EXPECT_FALSE(meets_quorum(policy, signed_by({"X1", "X1", "Y1"})));
  EXPECT_FALSE(meets_quorum(policy, signed_by({"Z1", "Z2", "Y1"})));
  EXPECT_FALSE(meets_quorum(policy, {}));
}

TEST(Quorum, OfNoneAsksForNothingAndAWitnessForItself) {
  EXPECT_TRUE(meets_quorum(*parse_policy("quorum none\n"), {}));
  const Policy policy = *parse_policy(witness_line("W") + witness_line("V") + "quorum W\n");
  EXPECT_TRUE(meets_quorum(policy, signed_by({"W"})));
  EXPECT_FALSE(meets_quorum(policy, signed_by({"V"})));
}

TEST(Policy, MistakesAreRefusedWithTheirLine) {
  const std::string w = witness_line("W");
  const std::string v = witness_line("V");
  const std::string log_as_witness = print_verifier_key(log_key());
  const std::pair<std::string, const char*> mistakes[] = {
      {"", "policy.characters"},
      {"quorum none", "policy.characters"},
      {"quorum none\r\n", "policy.characters"},
      {std::string("#\0\n", 3), "policy.characters"},
      {"# \x7f\nquorum none\n", "policy.characters"},
      {"\n", "policy.quorum"},
      {"quorum none\nquorum none\n", "policy.quorum"},
      {"quorum\n", "policy.malformed"},
      {"quorum none # why\n", "policy.malformed"},
      {"Quorum none\n", "policy.malformed"},
      {"log\nquorum none\n", "policy.malformed"},
      {"log x\nquorum none\n", "verifier_key.malformed"},
      {"log " + print_verifier_key(witness_key("W")) + "\nquorum none\n", "policy.key_type"},
      {"witness W " + log_as_witness + "\nquorum none\n", "policy.key_type"},
      {log_line() + log_line() + "quorum none\n", "policy.duplicate"},
      {w + w + "quorum W\n", "policy.duplicate"},
      {w + "witness W " + print_verifier_key(witness_key("V")) + "\nquorum W\n",
       "policy.duplicate"},
      {"witness none " + print_verifier_key(witness_key("V")) + "\nquorum none\n",
       "policy.duplicate"},
      {w + "group W all W\nquorum W\n", "policy.duplicate"},
      {w + "group g 1\nquorum g\n", "policy.malformed"},
      {w + "group g 0 W\nquorum g\n", "policy.malformed"},
      {w + "group g 2 W\nquorum g\n", "policy.malformed"},
      {w + "group g 01 W\nquorum g\n", "policy.malformed"},
      {w + "group g some W\nquorum g\n", "policy.malformed"},
      {w + "group g all W none\nquorum g\n", "policy.unknown_name"},
      {"group g all W\n" + w + "quorum g\n", "policy.unknown_name"},
      {w + "group g all g\nquorum g\n", "policy.unknown_name"},
      {"quorum W\n" + w, "policy.unknown_name"},
      {w + v + "group g any W V\ngroup h any W\nquorum g\n", "policy.member_twice"},
      {w + "group g all W W\nquorum g\n", "policy.member_twice"}};
  for (const auto& [text, code] : mistakes) EXPECT_EQ(code_of(parse_policy(text)), code) << text;
  EXPECT_EQ(parse_policy(w + "quorum V\n").refusal().says.en,
            "Trust policy, line 2: a name is not defined above.");
}

TEST(Policy, HasNamedLimits) {
  EXPECT_EQ(code_of(parse_policy(std::string(kMaxPolicyBytes, '#') + "\n")), "policy.too_long");
  std::string witnesses;
  std::string groups;
  for (std::size_t number = 0; number <= kMaxPolicyWitnesses; ++number) {
    const std::string name = std::to_string(number);
    if (number == kMaxPolicyWitnesses) {
      EXPECT_TRUE(parse_policy(witnesses + groups + "quorum 0\n"));
    }
    witnesses += witness_line(name);
    groups += "group g" + name + " all " + name + "\n";
  }
  EXPECT_EQ(code_of(parse_policy(witnesses + "quorum 0\n")), "policy.too_long");
}

TEST(Policy, OpensACheckpointThatTheQuorumCosigned) {
  const Policy policy = *parse_policy(example());
  const auto opened = open_checkpoint(checkpoint_with({"X1", "X3", "Y2"}), policy);
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->verified.size(), 4U);
  EXPECT_EQ(code_of(open_checkpoint(checkpoint_with({"X1", "Y2"}), policy)), "policy.no_quorum");
  EXPECT_EQ(code_of(open_checkpoint(checkpoint_with({"Z1"}), policy)), "policy.no_quorum");
}

TEST(Policy, ALogThatItDoesNotNameIsRefused) {
  const std::string note =
      sign_checkpoint({"stranger.example", 0, empty_root()}, trial_key("stranger"));
  EXPECT_EQ(code_of(open_checkpoint(note, *parse_policy(example()))), "policy.unknown_log");
  const std::string forged =
      sign_checkpoint({std::string(kOrigin), 0, empty_root()}, trial_key("stranger"));
  EXPECT_EQ(code_of(open_checkpoint(forged, *parse_policy(example()))), "note.not_trusted");
}

TEST(Policy, ALogMayHaveAnOldAndANewKey) {
  const VerifierKey old_key = log_verifier_key(kOrigin, trial_key("old log").public_key());
  const Policy policy =
      *parse_policy("log " + print_verifier_key(old_key) + "\n" + log_line() + "quorum none\n");
  EXPECT_TRUE(open_checkpoint(checkpoint_with({}), policy));
  EXPECT_TRUE(open_checkpoint(
      sign_checkpoint({std::string(kOrigin), 0, empty_root()}, trial_key("old log")), policy));
}

}  // namespace
}  // namespace letopis::signing
