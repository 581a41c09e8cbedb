#include "witness/witness.h"

#include <gmock/gmock.h>
#include <signal.h>
#include <sys/resource.h>

#include <thread>

#include "signing/encoding.h"
#include "witness/add_checkpoint.h"
#include "witness/grown_log.h"
#include "witness/misbehaviour.h"

namespace letopis::witness {
namespace {

using testing::StartsWith;

constexpr signing::UnixSeconds kNow{1'760'000'000};

class Witnesses : public testing::Test {
 protected:
  Answer ask(const std::string& body, signing::UnixSeconds now = kNow) const {
    return witness_.add_checkpoint(body, now);
  }
  Answer ask(const GrownLog& log, std::uint64_t old_size, std::uint64_t size) const {
    return ask(log.request(old_size, size));
  }
  LogKnown known() const { return witness_.known()->front(); }
  std::uint64_t head() const {
    const auto kept = known().kept;
    if (kept.empty()) return 0;
    return signing::parse_checkpoint(signing::parse_note(kept.back().note)->text)->size;
  }
  // The one piece of evidence there is.
  Misbehaviour evidence() const {
    const auto files = known().evidence;
    EXPECT_EQ(files.size(), 1u);
    return *parse_misbehaviour(read_file(files.at(0)));
  }

  const Folder folder_;
  const GrownLog log_{"letopis.example/school", "a", 3};
  const GrownLog other_{"letopis.example/school", "b", 3};  // the same key, parted at entry 3
  const Witness witness_ = watching(folder_.path() / "w", log_);
};

TEST_F(Witnesses, CosignWhatGrowsFromNothing) {
  const auto answer = ask(log_, 0, 5);
  ASSERT_EQ(answer.status, 200u) << answer.body;
  EXPECT_THAT(answer.body, StartsWith("— district.example/witness "));
  const auto verifier = signing::NoteVerifier::admit(witness_.verifier_key());
  const auto note = log_.note(5) + answer.body;
  const auto log = signing::NoteVerifier::admit(log_.verifier_key());
  const auto opened = signing::open_checkpoint(note, *log, {&*verifier, 1});
  ASSERT_TRUE(opened);
  ASSERT_EQ(opened->verified.size(), 2u);
  EXPECT_EQ(opened->verified[1].time, kNow);
}

TEST_F(Witnesses, CosignEachStepOfAGrowingLogAndKeepThemAll) {
  const std::vector<std::uint64_t> sizes{1, 2, 255, 256, 300};
  std::uint64_t old_size = 0;
  for (const auto size : sizes) {
    EXPECT_EQ(ask(log_, old_size, size).status, 200u) << size;
    old_size = size;
  }
  const auto kept = known().kept;
  ASSERT_EQ(kept.size(), sizes.size());
  for (std::size_t i = 0; i < sizes.size(); ++i) EXPECT_EQ(kept[i].note, log_.note(sizes[i]));
}

TEST_F(Witnesses, TheSameCheckpointIsCosignedAgainAndKeptOnce) {
  EXPECT_EQ(ask(log_, 0, 5).status, 200u);
  EXPECT_EQ(ask(log_, 5, 5).status, 200u);
  EXPECT_EQ(known().kept.size(), 1u);
}

TEST_F(Witnesses, TheEmptyTreeIsCosignedToo) {
  EXPECT_EQ(ask(log_, 0, 0).status, 200u);
  EXPECT_EQ(ask(log_, 0, 4).status, 200u);
}

TEST_F(Witnesses, AnUnknownLogIs404) {
  const GrownLog stranger("letopis.example/another");
  EXPECT_EQ(ask(stranger, 0, 5).status, 404u);
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "w" / "logs"));
}

TEST_F(Witnesses, AnothersSignatureIs403) {
  const GrownLog stranger("letopis.example/another");
  const auto forged = signing::sign_checkpoint(log_.checkpoint(5), stranger.key());
  EXPECT_EQ(ask(print_add_checkpoint({0, {}, forged})).status, 403u);
  auto broken = log_.note(5);
  broken[broken.find("5\n")] = '6';  // the signed text is another
  EXPECT_EQ(ask(print_add_checkpoint({0, {}, broken})).status, 403u);
  EXPECT_EQ(head(), 0u);
}

TEST_F(Witnesses, WhatIsNoRequestIs400) {
  EXPECT_EQ(ask("").status, 400u);
  EXPECT_EQ(ask("hello\n").status, 400u);
  EXPECT_EQ(ask(print_add_checkpoint({0, {}, "no note\n"})).status, 400u);
  EXPECT_EQ(ask(print_add_checkpoint({6, {}, log_.note(5)})).status, 400u);
}

TEST_F(Witnesses, AnotherOldSizeIs409WithTheSizeKnown) {
  ASSERT_EQ(ask(log_, 0, 5).status, 200u);
  for (const std::uint64_t old_size : {0U, 4U, 6U}) {
    const auto answer = ask(log_, old_size, 9);
    EXPECT_EQ(answer, (Answer{409, "text/x.tlog.size", "5\n"}));
  }
}

TEST_F(Witnesses, AProofThatDoesNotHoldIs422) {
  ASSERT_EQ(ask(log_, 0, 5).status, 200u);
  auto request = *parse_add_checkpoint(log_.request(5, 9));
  auto flipped = request;
  flipped.proof[0].bytes[0] ^= std::byte{1};
  EXPECT_EQ(ask(print_add_checkpoint(flipped)).status, 422u);
  auto longer = request;
  longer.proof.push_back(longer.proof.front());
  EXPECT_EQ(ask(print_add_checkpoint(longer)).status, 422u);
  auto shorter = request;
  shorter.proof.pop_back();
  EXPECT_EQ(ask(print_add_checkpoint(shorter)).status, 422u);
  EXPECT_EQ(head(), 5u);
}

TEST_F(Witnesses, AProofWhereNoneIsDueIs422) {
  EXPECT_EQ(ask(print_add_checkpoint({0, {signing::Digest()}, log_.note(5)})).status, 422u);
  ASSERT_EQ(ask(log_, 0, 5).status, 200u);
  EXPECT_EQ(ask(print_add_checkpoint({5, {signing::Digest()}, log_.note(5)})).status, 422u);
}

TEST_F(Witnesses, AnotherRootOfTheSameSizeIs422AndKeptAsAFork) {
  ASSERT_EQ(ask(log_, 0, 5).status, 200u);
  EXPECT_EQ(ask(other_, 5, 5).status, 422u);
  const auto proof = evidence();
  EXPECT_EQ(proof.first, log_.note(5));
  EXPECT_EQ(proof.second, other_.note(5));
  EXPECT_EQ(judge(proof, log_.verifier_key())->shown, Shown::kTwoRoots);
  EXPECT_EQ(head(), 5u);
}

TEST_F(Witnesses, AForkIsSeenAlsoAgainstAnOlderCheckpoint) {
  ASSERT_EQ(ask(log_, 0, 5).status, 200u);
  ASSERT_EQ(ask(log_, 5, 9).status, 200u);
  EXPECT_EQ(ask(other_, 0, 5).status, 409u);
  EXPECT_EQ(evidence().first, log_.note(5));
}

TEST_F(Witnesses, AForkThatGrowsIsKeptAsUnproved) {
  ASSERT_EQ(ask(log_, 0, 5).status, 200u);
  EXPECT_EQ(ask(other_, 5, 9).status, 422u);
  EXPECT_EQ(judge(evidence(), log_.verifier_key())->shown, Shown::kNotConnected);
  EXPECT_EQ(head(), 5u);
}

TEST_F(Witnesses, AnOlderCheckpointOfTheSameHistoryIsNoEvidence) {
  ASSERT_EQ(ask(log_, 0, 5).status, 200u);
  ASSERT_EQ(ask(log_, 5, 9).status, 200u);
  EXPECT_EQ(ask(log_, 0, 5).status, 409u);
  EXPECT_EQ(ask(log_, 9, 5 + 4).status, 200u);
  EXPECT_TRUE(known().evidence.empty());
  EXPECT_EQ(head(), 9u);
}

TEST_F(Witnesses, ALogMayNotGoBack) {
  ASSERT_EQ(ask(log_, 0, 9).status, 200u);
  const auto back = print_add_checkpoint({9, {}, log_.note(5)});
  EXPECT_EQ(ask(back).status, 400u);
  EXPECT_EQ(head(), 9u);
}

TEST_F(Witnesses, LinesOfStrangersAreNotKept) {
  const signing::PrivateKey stranger(signing::Secret32::derive(bytes_of("x"), "x"));
  const auto text = signing::print_checkpoint(log_.checkpoint(5));
  const auto note =
      *signing::add_signature(log_.note(5), signing::sign_text(text, "stranger", stranger));
  EXPECT_EQ(ask(print_add_checkpoint({0, {}, note})).status, 200u);
  EXPECT_EQ(known().kept.front().note, log_.note(5));
}

TEST_F(Witnesses, TwoAtOnceNeverCosignTwoHistories) {
  constexpr int rounds = 8;
  for (int round = 0; round < rounds; ++round) {
    const GrownLog left("letopis.example/school", "left" + std::to_string(round), 3);
    const GrownLog right("letopis.example/school", "right" + std::to_string(round), 3);
    const Folder folder;
    const Witness witness = watching(folder.path() / "w", log_);
    ASSERT_EQ(witness.add_checkpoint(log_.request(0, 3), kNow).status, 200u);
    Answer first, second;
    std::thread one([&] { first = witness.add_checkpoint(left.request(3, 8), kNow); });
    std::thread two([&] { second = witness.add_checkpoint(right.request(3, 8), kNow); });
    one.join();
    two.join();
    EXPECT_EQ((first.status == 200) + (second.status == 200), 1) << round;
    EXPECT_EQ(witness.known()->front().kept.size(), 2u);
    EXPECT_EQ(witness.known()->front().evidence.size(), 1u);
  }
}

// A limit on the size of files stands for a disk without room: both fail a write.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) : handler_(::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit tight{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &tight);
  }
  ~FullDisk() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    ::signal(SIGXFSZ, handler_);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

 private:
  rlimit before_{};
  void (*handler_)(int);
};

TEST_F(Witnesses, AFullDiskCosignsNothingAndLosesNothing) {
  ASSERT_EQ(ask(log_, 0, 5).status, 200u);
  const auto request = log_.request(5, 9);
  for (const rlim_t room : {0U, 100U, 250U, 300U, 400U}) {
    const FullDisk full(room);
    EXPECT_THROW(ask(request), std::system_error) << room;
  }
  EXPECT_EQ(head(), 5u);
  EXPECT_EQ(ask(request).status, 200u);
  EXPECT_EQ(head(), 9u);
}

}  // namespace
}  // namespace letopis::witness
