#include "signing/note.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "signing/trial_keys.h"

namespace letopis::signing {
namespace {

constexpr std::string_view kName = "letopis.example/nn125";
constexpr std::string_view kWitness = "witness.example/w1";
const std::string kText = "Первая строка\n\nthe third line\n";

Note signed_note() { return {kText, {sign_text(kText, kName, trial_key("log"))}}; }

std::string lines(const NoteSignature& line, std::size_t count) {
  std::string text = kText + "\n";
  const std::string whole = print_note({"x\n", {line}});
  for (std::size_t at = 0; at < count; ++at) text += whole.substr(3);
  return text;
}

std::vector<NoteVerifier> trusted() {
  return {log_verifier(kName, trial_key("log")), witness_verifier(kWitness, trial_key("witness"))};
}

TEST(Note, HasTextEmptyLineAndSignatures) {
  const std::string text = print_note(signed_note());
  const std::string start = kText + "\n\u2014 letopis.example/nn125 ";
  EXPECT_EQ(text.substr(0, start.size()), start);
  EXPECT_EQ(text.back(), '\n');
  EXPECT_EQ(text.size(), start.size() + 92 + 1);  // 68 bytes in base64
  EXPECT_EQ(*parse_note(text), signed_note());
}

TEST(Note, IsSplitAtItsLastEmptyLine) {
  const auto note = parse_note("a\n\n\nb\n\n" + print_note(signed_note()).substr(kText.size() + 1));
  ASSERT_TRUE(note);
  EXPECT_EQ(note->text, "a\n\n\nb\n");
}

TEST(Note, WithoutSignaturesIsRefused) {
  for (const char* text : {"", "\n", "\n\n", "text\n", "text\n\n", "text", "a\n\nb"}) {
    EXPECT_EQ(code_of(parse_note(text)), "note.no_signature") << text;
  }
  const std::string text = print_note(signed_note());
  EXPECT_EQ(code_of(parse_note(text.substr(0, text.size() - 1))), "note.no_signature");
}

TEST(Note, AMalformedSignatureLineIsRefused) {
  const std::string good = print_note(signed_note());
  const std::string line = good.substr(kText.size() + 1);
  const std::string base64 = line.substr(line.rfind(' ') + 1);
  for (const std::string& bad :
       {std::string("x\n"), "- name " + base64, "\u2014name " + base64, "\u2014  name " + base64,
        "\u2014 name  " + base64, "\u2014 na+me " + base64, "\u2014 na\u00a0me " + base64,
        "\u2014 " + base64, std::string("\u2014 name\n"), std::string("\u2014 name \n"),
        std::string("\u2014 name AAAAAA==\n"), std::string("\u2014 name AAAAAB\n"),
        "\u2014 name " + base64.substr(1), "\u2014 name \n" + line, line + "x\n"}) {
    EXPECT_EQ(code_of(parse_note(kText + "\n" + bad)), "note.malformed_signature") << bad;
  }
}

TEST(Note, ControlCharactersAndBrokenUtf8AreRefused) {
  const std::string rest = print_note(signed_note()).substr(kText.size());
  for (const std::string& text :
       {std::string("a\tb\n"), std::string("a\r\n"), std::string("a\0b\n", 4),
        std::string("\x1f\n"), std::string("\xff\n"), std::string("\xc0\xaf\n"),
        std::string("\xed\xa0\x80\n"), std::string("\xf4\x90\x80\x80\n"),
        std::string("\xe2\x80\n")}) {
    EXPECT_EQ(code_of(parse_note(text + rest)), "note.characters");
  }
}

TEST(Note, HasNamedLimits) {
  const NoteSignature line = signed_note().signatures.front();
  EXPECT_TRUE(parse_note(lines(line, 16)));
  EXPECT_TRUE(parse_note(lines(line, kMaxNoteSignatures)));
  EXPECT_EQ(code_of(parse_note(lines(line, kMaxNoteSignatures + 1))), "note.too_long");
  const std::string rest = print_note(signed_note()).substr(kText.size());
  const std::string long_text(kMaxNoteBytes - rest.size() - 1, 'a');
  EXPECT_TRUE(parse_note(long_text + "\n" + rest));
  EXPECT_EQ(code_of(parse_note(long_text + "a\n" + rest)), "note.too_long");
}

TEST(Note, OpensForATrustedKey) {
  const auto opened = open_note(print_note(signed_note()), trusted());
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->note.text, kText);
  ASSERT_EQ(opened->verified.size(), 1U);
  EXPECT_EQ(opened->verified[0].key, trusted()[0].key());
  EXPECT_EQ(opened->verified[0].time, std::nullopt);
}

TEST(Note, TellsTheTimeOfACosignature) {
  Note note = signed_note();
  note.signatures.push_back(cosign_text(kText, kWitness, {1'700'000'000}, trial_key("witness")));
  const auto opened = open_note(print_note(note), trusted());
  ASSERT_TRUE(opened);
  ASSERT_EQ(opened->verified.size(), 2U);
  EXPECT_EQ(opened->verified[1].time, UnixSeconds{1'700'000'000});
}

TEST(Note, UnknownKeysAreIgnoredEvenUnderAKnownNameOrId) {
  Note note = signed_note();
  NoteSignature same_name = sign_text(kText, kName, trial_key("stranger"));
  NoteSignature same_id = note.signatures[0];
  same_id.name = "stranger.example";
  same_id.signature.assign(2'420 + 8, std::byte{1});
  note.signatures.insert(note.signatures.begin(), {same_name, same_id});
  const auto opened = open_note(print_note(note), trusted());
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->verified.size(), 1U);
  EXPECT_EQ(opened->note.signatures.size(), 3U);
}

TEST(Note, AKnownKeyThatDoesNotVerifySpoilsTheWholeNote) {
  Note note = signed_note();
  NoteSignature forged = cosign_text(kText, kWitness, {1'700'000'000}, trial_key("witness"));
  forged.signature.back() ^= std::byte{1};
  note.signatures.push_back(forged);
  EXPECT_EQ(code_of(open_note(print_note(note), trusted())), "note.bad_signature");
  note.signatures.back().signature.pop_back();
  EXPECT_EQ(code_of(open_note(print_note(note), trusted())), "note.bad_signature");

  Note altered = signed_note();
  altered.text[0] = 'X';
  altered.text[1] = 'X';
  EXPECT_EQ(code_of(open_note(print_note(altered), trusted())), "note.bad_signature");
}

TEST(Note, SignedByNobodyKnownIsRefused) {
  const Note note{kText, {sign_text(kText, kName, trial_key("stranger"))}};
  EXPECT_EQ(code_of(open_note(print_note(note), trusted())), "note.not_trusted");
  EXPECT_EQ(code_of(open_note(print_note(signed_note()), {})), "note.not_trusted");
}

TEST(NoteVerifier, ATypeThatCanNotBeCheckedIsNotAdmitted) {
  const VerifierKey later{"name", SignatureType::kMlDsa44, std::vector<std::byte>(1'312)};
  EXPECT_EQ(code_of(NoteVerifier::admit(later)), "verifier_key.not_supported");
  const VerifierKey no_point{"name", SignatureType::kEd25519, std::vector<std::byte>(32)};
  EXPECT_EQ(code_of(NoteVerifier::admit(no_point)), "public_key.not_a_point");
}

RC_GTEST_PROP(Note, AnyByteChangedIsRefusedOrReadDifferently, ()) {
  std::string text = print_note(signed_note());
  const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
  const auto mask = *rc::gen::inRange<int>(1, 256);
  text[at] = static_cast<char>(text[at] ^ mask);
  const auto note = parse_note(text);
  if (!note) return;
  RC_ASSERT(print_note(*note) == text);
  RC_ASSERT(!open_note(text, trusted()));
}

}  // namespace
}  // namespace letopis::signing
