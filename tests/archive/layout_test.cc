#include "archive/layout.h"

#include <gtest/gtest.h>

namespace letopis::archive {
namespace {

TEST(Layout, FilesAreNamedByWhatTheyHold) {
  EXPECT_EQ(rendition_path(0), "data/events/000000.jsonl");
  EXPECT_EQ(rendition_path(4'095), "data/events/000000.jsonl");
  EXPECT_EQ(rendition_path(4'096), "data/events/000001.jsonl");
  EXPECT_EQ(rendition_path(4'096'000'000), "data/events/1000000.jsonl");
  EXPECT_EQ(checkpoint_path(70'000), "data/log/checkpoints/000000070000");
  EXPECT_EQ(checkpoint_path(kMaxLogEntries), "data/log/checkpoints/999999999999");
}

TEST(Layout, VolumesAreNamedByLogYearsAndNumber) {
  EXPECT_EQ(volume_name("letopis.example/nn125", "2025-2026", {3}), "nn125_2025-2026_log_v003");
  EXPECT_EQ(volume_name("letopis.example/a/Школа 1", "2026", {1'000}),
            "-----------1_2026_log_v1000");
  EXPECT_EQ(volume_name("NN125", "2026", {1}), "nn125_2026_log_v001");
  EXPECT_EQ(volume_name("letopis.example/", "2026", {1}), "log_2026_log_v001");
  EXPECT_EQ(volume_name(std::string(60, 'a'), "2026", {1}),
            std::string(40, 'a') + "_2026_log_v001");
  for (const char* origin : {"letopis.example/nn125", "a", "letopis.example/", "x/Ж"}) {
    for (const std::uint32_t number : {1u, 999u, 1'000u, 4'294'967'295u}) {
      const auto name = volume_name(origin, "2025-2026", {number});
      EXPECT_TRUE(is_volume_name(name)) << name;
      EXPECT_EQ(number_in(name), number);
    }
  }
}

TEST(Layout, VolumesOfDocumentsAreToldByTheirNames) {
  const auto name =
      volume_name("letopis.example/nn125", "2025-2026", {4}, events::VolumeKind::kDocument);
  EXPECT_EQ(name, "nn125_2025-2026_doc_v004");
  EXPECT_TRUE(is_volume_name(name));
  EXPECT_EQ(number_in(name), 4u);
  EXPECT_EQ(kind_in(name), events::VolumeKind::kDocument);
  EXPECT_EQ(kind_in("nn125_2025-2026_log_v003"), events::VolumeKind::kLog);
  for (const char* other : {"nn125_2025-2026_doc_v04", "nn125_2025-2026_docs_v004",
                            "nn125_2025_log_v001_doc_v004", "nn125_2025_doc_v001_log_v004"}) {
    EXPECT_FALSE(is_volume_name(other)) << other;
  }
}

TEST(Layout, NothingElseIsTakenForAVolume) {
  for (const char* name :
       {"", "nn125", "nn125_2025-2026_log_v03", "nn125_2025-2026_log_v", "_2025-2026_log_v003",
        "nn125_log_v003", "nn125__log_v003", "NN125_2025-2026_log_v003",
        "nn125_2025-2026_log_v003.part", "nn125_2025-2026_log_v003 ", "nn125_2025-2026_log_v00x",
        "nn125_2025-2026-1_log_v003", "nn_125_2025-2026_log_v003", "nn125_2025-2026_LOG_v003",
        "nn125_2025-2026_log_v00000000003", "nn125_year_log_v003", "../a_2025_log_v003",
        "нн125_2025-2026_log_v003", "nn125_2025-2026_log_v-03"}) {
    EXPECT_FALSE(is_volume_name(name)) << name;
  }
  EXPECT_TRUE(is_volume_name("nn125_2026_log_v001"));
  EXPECT_EQ(number_in("nn125_2026_log_v000"), 0u);
}

TEST(Layout, NamesAreShownWithoutWhatATerminalWouldObey) {
  EXPECT_EQ(shown_name("Школа"), "Школа");
  EXPECT_EQ(shown_name("a\nb"), "a\\x0ab");
  EXPECT_EQ(shown_name("\x1b[2J\xff"), "\\x1b[2J\\xff");
  EXPECT_EQ(shown_name("Ж\x07"), "\\xd0\\x96\\x07");
}

TEST(Layout, AShownNameHidesNothing) {
  EXPECT_EQ(shown_name("Иванова Ирина"), "Иванова Ирина");
  EXPECT_EQ(shown_name("a\x1b[2Jb"), "a\\x1b[2Jb");
  EXPECT_EQ(shown_name("a\nb"), "a\\x0ab");
  for (const auto* hidden :
       {"\u200b", "\u200f", "\u2028", "\u202e", "\u2066", "\u2069", "\ufeff"}) {
    EXPECT_EQ(shown_name(std::string("a") + hidden + "b").find(hidden), std::string::npos);
  }
  EXPECT_EQ(shown_name("a\u2014b"), "a\u2014b");
}

}  // namespace
}  // namespace letopis::archive
