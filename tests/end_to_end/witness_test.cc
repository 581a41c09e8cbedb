// A school and a witness as two real processes, over loopback and over a stick.
#include <gmock/gmock.h>

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <thread>

#include "end_to_end/sealed_school.h"
#include "http/client.h"
#include "office/school_files.h"
#include "signing/checkpoint.h"
#include "signing/merkle.h"
#include "signing/tile_tree.h"
#include "witness/add_checkpoint.h"
#include "witness/witness.h"

namespace letopis::end_to_end {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

std::uint16_t free_port() {
  boost::asio::io_context network;
  boost::asio::ip::tcp::acceptor acceptor(
      network, {boost::asio::ip::make_address("127.0.0.1"), std::uint16_t{0}});
  return acceptor.local_endpoint().port();
}

bool answers(std::uint16_t port) {
  const auto url = "http://127.0.0.1:" + std::to_string(port) + "/";
  return http::post(url, "text/plain", "", {}).has_value();
}

// The only line that names a verifier key.
std::string key_in(const Ran& ran) {
  const auto at = ran.out.rfind("  ") + 2;
  return ran.out.substr(at, ran.out.find('\n', at) - at);
}

class Witnessed : public testing::Test {
 protected:
  void SetUp() override {
    const auto made = letopis({"witness", "init", "--dir", dir(), "--name", "district.example/w"});
    ASSERT_EQ(made.exit, 0) << made.errors;
    vkey_ = key_in(made);
    watch(school_.data() + "/log.vkey");
    write_whole(policy(), policy_lines());
  }

  void watch(const std::string& key) const {
    const auto ran = letopis({"witness", "add-log", key, "--dir", dir()});
    ASSERT_EQ(ran.exit, 0) << ran.errors;
  }
  std::string policy_lines() const {
    return "witness district " + vkey_ + " http://127.0.0.1:" + std::to_string(port_) +
           "\nquorum district\n";
  }
  std::unique_ptr<Running> served() const {
    auto running = std::make_unique<Running>(std::vector<std::string>{
        "witness", "serve", "--dir", dir(), "--listen", "127.0.0.1:" + std::to_string(port_)});
    for (int tries = 0; tries < 500 && !answers(port_); ++tries) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return running;
  }
  Ran cosign(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"cosign", "--data", school_.data(), "--policy", policy()};
    words.insert(words.end(), more.begin(), more.end());
    return letopis(words);
  }
  std::string dir() const { return school_.in("witness"); }
  std::string policy() const { return school_.in("policy.txt"); }

  const SealedSchool school_;
  const std::uint16_t port_ = free_port();
  std::string vkey_;
};

TEST_F(Witnessed, TheSchoolIsWitnessedAndItsVolumeSaysSo) {
  const auto running = served();
  const auto asked = cosign();
  ASSERT_EQ(asked.exit, 0) << asked.out << asked.errors;
  EXPECT_THAT(asked.out, HasSubstr("✓ Засвидетельствовано"));
  EXPECT_EQ(cosign().exit, 0);  // it is kept; nobody need be asked again

  const auto sealed = school_.seal({"--since", SealedSchool::kSecond});
  ASSERT_EQ(sealed.exit, 0) << sealed.errors;
  auto trust = read_whole(school_.trust_of(school_.data(), "trust-now.txt"));
  const std::string none = "quorum none\n";
  trust.replace(trust.find(none), none.size(), policy_lines());
  write_whole(school_.in("trust-policy.txt"), trust);
  const auto checked = letopis_verify({school_.a(), "--trust", school_.in("trust-policy.txt")});
  EXPECT_EQ(checked.exit, 0) << checked.out << checked.errors;
  EXPECT_THAT(checked.out, HasSubstr("засвидетельствовано: district"));
}

TEST_F(Witnessed, AReceiptCarriesTheCosignedCheckpoint) {
  const auto running = served();
  ASSERT_EQ(cosign().exit, 0);
  const auto prefix = school_.in("mark");
  const auto made = letopis({"receipt", "--data", school_.data(), "--position", "3", "--policy",
                             policy(), "--out", prefix});
  ASSERT_EQ(made.exit, 0) << made.errors;
  EXPECT_THAT(made.out, HasSubstr("заверил"));
  EXPECT_THAT(read_whole(prefix + ".tlog-proof"), HasSubstr("— district.example/w "));
  EXPECT_EQ(
      letopis({"verify", prefix + ".tlog-proof", "--log-key", school_.data() + "/log.vkey"}).exit,
      0);
}

TEST_F(Witnessed, WithoutAnAnswerNothingIsWitnessed) {
  const auto asked = cosign();
  EXPECT_EQ(asked.exit, 3);
  EXPECT_THAT(asked.out, HasSubstr("нет связи"));
  EXPECT_THAT(asked.out, HasSubstr("не засвидетельствовано"));
}

TEST_F(Witnessed, ByAStickToo) {
  const auto stick = school_.in("stick");
  fs::create_directory(stick);
  ASSERT_EQ(cosign({"--out", stick}).exit, 0);
  ASSERT_EQ(names_in(stick).size(), 1u);
  const auto request = stick + "/" + names_in(stick).front();
  const auto answered = letopis({"witness", "answer", request, "--dir", dir()});
  ASSERT_EQ(answered.exit, 0) << answered.errors;
  const auto taken = cosign({"--in", stick});
  EXPECT_EQ(taken.exit, 0) << taken.out << taken.errors;
  EXPECT_THAT(taken.out, HasSubstr("✓ Засвидетельствовано"));
  EXPECT_THAT(letopis({"witness", "list", "--dir", dir()}).out, HasSubstr("UTC"));
}

TEST_F(Witnessed, ASchoolThatWentBackIsFoundOut) {
  const SealedSchool older;  // a copy of the same log, before it grew
  const auto running = served();
  ASSERT_EQ(school_.seal({"--since", SealedSchool::kSecond}).exit, 0);  // grows by its event
  ASSERT_EQ(cosign().exit, 0);
  const auto asked = letopis({"cosign", "--data", older.data(), "--policy", policy()});
  EXPECT_EQ(asked.exit, 4);
  EXPECT_THAT(asked.out, HasSubstr("откатили"));
}

// The school's key signs another history: whoever holds the key can.
TEST_F(Witnessed, AForkIsRefusedAndProvedToAThirdPerson) {
  const auto running = served();
  ASSERT_EQ(cosign().exit, 0);
  const auto key = office::read_log_key(school_.data());
  const auto vkey = office::read_verifier_key(school_.data() + "/log.vkey");
  const auto size = size_of(school_.data());
  const auto forked = signing::sign_checkpoint(
      {vkey->name, size, signing::sha256(bytes_of("another history"))}, *key);
  const auto url = "http://127.0.0.1:" + std::to_string(port_) + "/add-checkpoint";
  const auto refused =
      http::post(url, "text/plain", witness::print_add_checkpoint({size, {}, forked}), {});
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->status, 422u);

  EXPECT_THAT(letopis({"witness", "list", "--dir", dir()}).out, HasSubstr("улики"));
  const auto out = school_.in("proofs");
  fs::create_directory(out);
  EXPECT_EQ(letopis({"witness", "proof", "--dir", dir(), "--out", out}).exit, 4);
  ASSERT_EQ(names_in(out).size(), 1u);
  const auto proof = out + "/" + names_in(out).front();
  const auto checked =
      letopis({"witness", "check-proof", proof, "--key", school_.data() + "/log.vkey"});
  EXPECT_EQ(checked.exit, 4);
  EXPECT_THAT(checked.out, HasSubstr("РАЗДВОЕНИЕ ДОКАЗАНО"));
  damage(proof);
  EXPECT_EQ(letopis({"witness", "check-proof", proof, "--key", school_.data() + "/log.vkey"}).exit,
            2);
}

TEST_F(Witnessed, AWitnessToldToStopEnds) {
  auto running = served();
  ASSERT_TRUE(answers(port_));
  running->terminate();
  EXPECT_EQ(running->exit(), 0);
}

// A log of the test's own, whose checkpoints cost nothing to make.
class Tiny {
 public:
  signing::VerifierKey vkey() const {
    return signing::log_verifier_key("tiny.example/log", key_.public_key());
  }
  std::string request(std::uint64_t old_size, std::uint64_t size,
                      const std::string& history) const {
    const auto hashes = [&](unsigned, std::uint64_t first, std::size_t count) {
      std::vector<signing::Digest> row;
      for (auto at = first; at < first + count; ++at) row.push_back(leaf(at, old_size, history));
      return row;
    };
    const auto proof = signing::consistency_proof(old_size, size, hashes);
    const auto note =
        signing::sign_checkpoint({"tiny.example/log", size, signing::root_at(size, hashes)}, key_);
    return witness::print_add_checkpoint({old_size, *proof, note});
  }
  void agree(std::uint64_t size, const std::string& history) {
    for (auto at = kept_.size(); at < size; ++at) kept_.push_back(history);
  }

 private:
  // Entries before `old_size` are as the witness took them.
  signing::Digest leaf(std::uint64_t at, std::uint64_t old_size, const std::string& history) const {
    const std::string& whose = at < old_size ? kept_.at(at) : history;
    return signing::leaf_hash(bytes_of(whose + " " + std::to_string(at)));
  }
  const signing::PrivateKey key_{signing::Secret32::derive(bytes_of("tiny"), "log")};
  std::vector<std::string> kept_;
};

// Each round sends two histories of the same growth at once and kills the witness at some moment.
// Whatever was cosigned must be the head afterwards, and there is one head.
TEST_F(Witnessed, KilledAtAnyMomentItHasOneHeadAndLosesNone) {
  Tiny log;
  watch(signing::print_verifier_key(log.vkey()));
  const auto url = "http://127.0.0.1:" + std::to_string(port_) + "/add-checkpoint";
  constexpr int rounds = 25;
  std::uint64_t size = 0;
  for (int round = 0; round < rounds; ++round) {
    const auto running = served();
    std::vector<std::string> histories{"left" + std::to_string(round),
                                       "right" + std::to_string(round)};
    std::vector<std::thread> callers;
    std::array<std::string, 2> requests{log.request(size, size + 1, histories[0]),
                                        log.request(size, size + 1, histories[1])};
    std::array<bool, 2> done{};
    for (std::size_t i = 0; i < 2; ++i) {
      callers.emplace_back([&, i] {
        const auto answer = http::post(url, "text/plain", requests[i], {});
        done[i] = answer && answer->status == 200;
      });
    }
    std::this_thread::sleep_for(std::chrono::microseconds(300 * round));
    running->kill();
    for (auto& caller : callers) caller.join();
    ASSERT_FALSE(done[0] && done[1]) << round;

    const auto witness = witness::Witness::open(dir());
    ASSERT_TRUE(witness);
    const auto known = witness->known();
    ASSERT_TRUE(known);
    const auto& kept = known->back().kept;
    ASSERT_GE(kept.size(), size) << round;
    ASSERT_LE(kept.size(), size + 1) << round;
    if (done[0] || done[1]) {
      ASSERT_EQ(kept.size(), size + 1) << "a cosigned head was lost in round " << round;
    }
    if (kept.size() == size) continue;
    const bool left = requests[0].ends_with(kept.back().note);
    ASSERT_TRUE(left || requests[1].ends_with(kept.back().note)) << round;
    if (done[0] || done[1]) {
      ASSERT_EQ(left, done[0]) << round;
    }
    log.agree(++size, histories[left ? 0 : 1]);
  }
  EXPECT_GT(size, 0u);
}

}  // namespace
}  // namespace letopis::end_to_end
