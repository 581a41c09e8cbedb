#include "witness/asking.h"

#include <gtest/gtest.h>

#include "witness/grown_log.h"
#include "witness/witness.h"

namespace letopis::witness {
namespace {

constexpr signing::UnixSeconds kNow{1'760'000'000};

class Asking : public testing::Test {
 protected:
  Question about(const GrownLog& log, std::uint64_t size) const {
    return {log.note(size), log.checkpoint(size), log.hashes()};
  }
  Carry to_witness() {
    return [this](const std::string& request) -> Result<Answer> {
      ++asked_;
      return witness_.add_checkpoint(request, kNow);
    };
  }
  static Carry always(Answer answer) {
    return [answer](const std::string&) -> Result<Answer> { return answer; };
  }
  static std::string code_of(const Result<Heard>& heard) {
    return heard ? "" : heard.refusal().code;
  }

  const Folder folder_;
  const GrownLog log_{"letopis.example/school"};
  const GrownLog other_{"letopis.example/school", "b", 3};
  const Witness witness_ = watching(folder_.path() / "w", log_);
  const signing::NoteVerifier verifier_ = *signing::NoteVerifier::admit(witness_.verifier_key());
  unsigned asked_ = 0;
};

TEST_F(Asking, GetsALineThatVerifies) {
  const auto heard = ask(about(log_, 5), 0, verifier_, to_witness());
  ASSERT_TRUE(heard);
  ASSERT_TRUE(heard->line);
  EXPECT_EQ(heard->time, kNow);
  EXPECT_EQ(asked_, 1u);
}

TEST_F(Asking, AsksAgainWithTheSizeThatTheWitnessNames) {
  ASSERT_TRUE(ask(about(log_, 5), 0, verifier_, to_witness()));
  asked_ = 0;
  const auto heard = ask(about(log_, 300), 2, verifier_, to_witness());
  ASSERT_TRUE(heard);
  EXPECT_TRUE(heard->line);
  EXPECT_EQ(asked_, 2u);
}

TEST_F(Asking, AWitnessThatKnowsMoreShowsARollback) {
  ASSERT_TRUE(ask(about(log_, 9), 0, verifier_, to_witness()));
  EXPECT_EQ(code_of(ask(about(log_, 5), 5, verifier_, to_witness())), "cosign.witness_ahead");
}

TEST_F(Asking, AForkIsToldAsOne) {
  ASSERT_TRUE(ask(about(log_, 5), 0, verifier_, to_witness()));
  EXPECT_EQ(code_of(ask(about(other_, 9), 5, verifier_, to_witness())), "cosign.inconsistent");
}

TEST_F(Asking, GivesUpOnAWitnessThatNeverAgrees) {
  EXPECT_EQ(
      code_of(ask(about(log_, 9), 0, verifier_, always({409, std::string(kSizeText), "3\n"}))),
      "cosign.no_agreement");
}

TEST_F(Asking, TakesNoLineThatDoesNotVerify) {
  const auto good = witness_.add_checkpoint(log_.request(0, 5), kNow);
  EXPECT_EQ(code_of(ask(about(log_, 6), 0, verifier_, always(good))), "note.bad_signature");
  const GrownLog stranger("letopis.example/another");
  const auto text = signing::print_checkpoint(log_.checkpoint(5));
  const auto note =
      signing::print_note({text, {signing::cosign_text(text, "stranger", kNow, stranger.key())}});
  EXPECT_EQ(code_of(ask(about(log_, 5), 0, verifier_,
                        always({200, std::string(kPlainText), note.substr(text.size() + 1)}))),
            "cosign.no_line");
}

TEST_F(Asking, OtherAnswersAreRefusals) {
  EXPECT_EQ(code_of(ask(about(log_, 5), 0, verifier_, always({404, "", "who?\n"}))),
            "cosign.refused");
  EXPECT_EQ(code_of(ask(about(log_, 5), 0, verifier_, always({200, "", "\x1b[31mhello"}))),
            "cosign.refused");
  EXPECT_EQ(code_of(ask(about(log_, 5), 0, verifier_, always({409, "text/plain", "3\n"}))),
            "cosign.answer");
  EXPECT_EQ(code_of(ask(about(log_, 5), 0, verifier_, always({409, std::string(kSizeText), ""}))),
            "cosign.answer");
}

TEST_F(Asking, SomebodyElsesWordsHaveNoControlCharacters) {
  const auto heard = ask(about(log_, 5), 0, verifier_, always({500, "", "\x1b[31mred\n"}));
  EXPECT_EQ(heard.refusal().says.en, "the witness refused (500):  [31mred");
}

TEST(Answers, AreReadBackAsTheyWerePrinted) {
  for (const Answer& one : {Answer{200, std::string(kPlainText), "— a b\n"},
                            Answer{409, std::string(kSizeText), "5\n"}, Answer{500, "", ""}}) {
    const auto read = parse_answer(print_answer(one));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, one);
  }
}

TEST(Answers, OfAnotherShapeAreRefused) {
  for (const auto* text :
       {"", "200\n\nx", "letopis witness answer v1\n200\n\nx",
        "letopis witness answer v1\n99 a\n\nx", "letopis witness answer v1\n1000 a\n\nx",
        "letopis witness answer v1\n200 a\nx\n"}) {
    EXPECT_FALSE(parse_answer(text)) << text;
  }
  const std::string head = "letopis witness answer v1\n200 a\n\n";
  EXPECT_TRUE(parse_answer(head + std::string(kMaxAnswerBytes, 'x')));
  EXPECT_FALSE(parse_answer(head + std::string(kMaxAnswerBytes + 1, 'x')));
}

}  // namespace
}  // namespace letopis::witness
