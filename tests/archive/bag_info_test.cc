#include "archive/bag_info.h"

#include <gtest/gtest.h>

#include "archive/layout.h"
#include "archive/temporary_directory.h"

namespace letopis::archive {
namespace {

signing::Digest digest_of(char letter) {
  signing::Digest digest;
  digest.bytes.fill(static_cast<std::byte>(letter));
  return digest;
}

BagInfo incremental_info() {
  BagInfo info;
  info.origin = "letopis.example/nn125";
  info.name = "nn125_2025-2026_log_v003";
  info.day = "2026-06-30";
  info.bytes = 123'456;
  info.files = 78;
  info.program = "letopis 0.1.0";
  info.log = {digest_of('\x11')};
  info.volume = {3};
  info.first = {40'000};
  info.end = {70'000};
  info.root = digest_of('\x22');
  info.previous = {"nn125_2025-2026_log_v002", digest_of('\x33')};
  return info;
}

std::string code_of(const Result<BagInfo>& result) { return result ? "" : result.refusal().code; }

std::string hex(char digit) { return std::string(64, digit); }

std::string with(std::string_view from, std::string_view to) {
  auto text = print_bag_info(incremental_info());
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(BagInfo, IsPrintedAsTheDocumentSaysAndReadBack) {
  const auto info = incremental_info();
  const auto text = print_bag_info(info);
  EXPECT_EQ(text,
            "Source-Organization: letopis.example/nn125\n"
            "External-Identifier: nn125_2025-2026_log_v003\n"
            "Bagging-Date: 2026-06-30\n"
            "Payload-Oxum: 123456.78\n"
            "Bag-Software-Agent: letopis 0.1.0\n"
            "Letopis-Format: 1\n"
            "Letopis-Kind: log\n"
            "Letopis-Log-Id: " +
                hex('1') +
                "\n"
                "Letopis-Volume: 3\n"
                "Letopis-First: 40000\n"
                "Letopis-End: 70000\n"
                "Letopis-Root: " +
                hex('2') +
                "\n"
                "Letopis-Previous: nn125_2025-2026_log_v002 " +
                hex('3') +
                "\n"
                "Letopis-Rendition: 1\n"
                "Letopis-Trial-Log: no\n"
                "Letopis-Trial-Media: no\n");
  EXPECT_EQ(*parse_bag_info(text), info);
  auto first = info;
  first.first = {0};
  first.previous.reset();
  first.trial_log = first.trial_media = true;
  EXPECT_EQ(*parse_bag_info(print_bag_info(first)), first);
}

TEST(BagInfo, EveryLineInTheDocumentsTableStandsInItsPlace) {
  const auto document =
      bytes_of_file(std::filesystem::path(LETOPIS_SOURCE_DIR) / "docs/archive-format.md");
  const auto section = document.find("## bag-info.txt");
  auto at = section;
  std::string_view rest;
  const auto text = print_bag_info(incremental_info());
  for (rest = text; !rest.empty(); rest.remove_prefix(rest.find('\n') + 1)) {
    const auto row = "| `" + std::string(rest.substr(0, rest.find(':'))) + "` |";
    const auto found = document.find(row, at);
    ASSERT_NE(found, std::string::npos) << row;
    at = found;
  }
}

BagInfo document_info() {
  auto info = incremental_info();
  info.kind = events::VolumeKind::kDocument;
  info.name = "nn125_2025-2026_doc_v003";
  info.first = {0};
  info.previous->name = "nn125_2025-2026_doc_v002";
  info.keep_until = "2031-06-30";
  info.documents = 24;
  return info;
}

TEST(BagInfo, OfADocumentVolumeSaysUntilWhenItIsKept) {
  RecordProperty("requirement", "ARC-08");
  const auto text = print_bag_info(document_info());
  EXPECT_NE(text.find("Letopis-Kind: document\n"), std::string::npos) << text;
  EXPECT_NE(text.find("Letopis-Log-Size: 70000\n"), std::string::npos) << text;
  EXPECT_NE(text.find("Letopis-Keep-Until: 2031-06-30\nLetopis-Documents: 24\n"), std::string::npos)
      << text;
  EXPECT_EQ(*parse_bag_info(text), document_info());
  auto for_ever = document_info();
  for_ever.keep_until.reset();
  for_ever.previous.reset();
  EXPECT_NE(print_bag_info(for_ever).find("Letopis-Keep-Until: forever\n"), std::string::npos);
  EXPECT_EQ(*parse_bag_info(print_bag_info(for_ever)), for_ever);
}

TEST(BagInfo, EveryLineOfADocumentVolumeStandsInTheDocumentToo) {
  const auto document =
      bytes_of_file(std::filesystem::path(LETOPIS_SOURCE_DIR) / "docs/archive-format.md");
  const auto text = print_bag_info(document_info());
  auto at = document.find("## Document volumes");
  for (auto rest = std::string_view(text).substr(text.find("Letopis-Format"));
       !rest.starts_with("Letopis-Trial"); rest.remove_prefix(rest.find('\n') + 1)) {
    const auto row = "| `" + std::string(rest.substr(0, rest.find(':'))) + "` |";
    const auto found = document.find(row, at);
    ASSERT_NE(found, std::string::npos) << row;
    at = found;
  }
}

TEST(BagInfo, OfADocumentVolumeIsReadToTheLetterToo) {
  const struct {
    const char *from, *to;
  } changes[] = {
      {"_doc_v003", "_log_v003"},
      {"_doc_v002", "_log_v002"},
      {"Kind: document", "Kind: log"},
      {"Log-Size: 70000", "Log-Size: 0"},
      {"Log-Size: 70000", "Log-Size: 1000000000000"},
      {"Until: 2031-06-30", "Until: 2031-06-3"},
      {"Until: 2031-06-30", "Until: for ever"},
      {"Until: 2031-06-30\n", "Until: 2031-06-30\nLetopis-Keep-Until: 2035-01-01\n"},
      {"Documents: 24", "Documents: -24"},
      {"Documents: 24", "Documents: 024"},
  };
  for (const auto& [from, to] : changes) {
    auto text = print_bag_info(document_info());
    ASSERT_NE(text.find(from), std::string::npos) << from;
    text.replace(text.find(from), std::string_view(from).size(), to);
    const auto read = parse_bag_info(text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.refusal().code, "bag_info.malformed") << from;
  }
}

TEST(BagInfo, AnythingElseIsRefused) {
  const struct {
    const char *from, *to;
  } changes[] = {
      {"letopis.example/nn125", ""},
      {"letopis.example/nn125", "letopis example"},
      {"nn125_2025-2026_log_v003", "nn125_2025-2026_log_v03"},
      {"nn125_2025-2026_log_v003", "nn125_2025-2026_log_v004"},
      {"nn125_2025-2026_log_v003", "../nn125_2025-2026_log_v003"},
      {"2026-06-30", "2026-06-3"},
      {"2026-06-30", "2026-6--30"},
      {"2026-06-30", "2026/06/30"},
      {"123456.78", "123456"},
      {"123456.78", "123456."},
      {"123456.78", "0123456.78"},
      {"123456.78", "123456.78.1"},
      {"123456.78", "-1.78"},
      {"Agent: letopis 0.1.0", "Agent: "},
      {"Kind: log", "Kind: documents"},
      {"Volume: 3", "Volume: 4294967299"},
      {"Volume: 3", "Volume: 03"},
      {"First: 40000", "First: 70000"},
      {"First: 40000", "First: 040000"},
      {"End: 70000", "End: 1000000000000"},
      {"End: 70000", "End: 18446744073709551616"},
      {"End: 70000", "End: 70000 "},
      {"Previous: nn125_2025-2026_log_v002 ", "Previous: nn125_2025-2026_log_v002  "},
      {"Previous: nn125_2025-2026_log_v002 ", "Previous: "},
      {"Previous: nn125_2025-2026_log_v002 ", "Previous: none "},
      {"Trial-Log: no", "Trial-Log: No"},
      {"Trial-Media: no\n", "Trial-Media: no"},
      {"Trial-Media: no\n", "Trial-Media: no\r\n"},
      {"Trial-Media: no\n", "Trial-Media: no\n\n"},
      {"Letopis-Kind: log\n", ""},
      {"Letopis-Volume: 3\nLetopis-First: 40000\n", "Letopis-First: 40000\nLetopis-Volume: 3\n"},
      {"Payload-Oxum", "payload-oxum"}};
  for (const auto& change : changes) {
    EXPECT_EQ(code_of(parse_bag_info(with(change.from, change.to))), "bag_info.malformed")
        << change.from << " -> " << change.to;
  }
  EXPECT_EQ(code_of(parse_bag_info("")), "bag_info.malformed");
  EXPECT_EQ(code_of(parse_bag_info(
                with("Previous: nn125_2025-2026_log_v002 " + hex('3'), "Previous: none"))),
            "bag_info.malformed");
  EXPECT_EQ(code_of(parse_bag_info(with(hex('1'), hex('1').substr(1)))), "bag_info.malformed");
  EXPECT_EQ(code_of(parse_bag_info(with(hex('2'), std::string(64, 'A')))), "bag_info.malformed");
}

TEST(BagInfo, LaterVersionsAreTheirOwnRefusals) {
  EXPECT_EQ(code_of(parse_bag_info(with("Format: 1", "Format: 2"))), "bag_info.format");
  EXPECT_EQ(code_of(parse_bag_info(with("Rendition: 1", "Rendition: 7"))), "bag_info.rendition");
  EXPECT_EQ(code_of(parse_bag_info(with("Rendition: 1", "Rendition: "))), "bag_info.malformed");
}

TEST(BagInfo, LineThatIsWrongIsNamed) {
  const auto refusal = parse_bag_info(with("End: 70000", "End: x")).refusal();
  EXPECT_NE(refusal.says.ru.find("Letopis-End"), std::string::npos);
  EXPECT_NE(refusal.says.en.find("Letopis-End"), std::string::npos);
}

}  // namespace
}  // namespace letopis::archive
