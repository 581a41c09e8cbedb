#include "archive/stand_apart.h"

#include <gtest/gtest.h>

#include "archive/loop_medium.h"

namespace letopis::archive {
namespace {

Kept medium(int number, std::set<std::string> disks) {
  Kept kept;
  kept.where.disks = std::move(disks);
  kept.name = {"носитель " + std::to_string(number), "medium " + std::to_string(number)};
  return kept;
}

Kept server(std::set<std::string> disks) {
  auto kept = medium(0, std::move(disks));
  kept.name = {"журнал сервера", "the server's log"};
  kept.servers_own = true;
  return kept;
}

TEST(StandApart, MediaOnDisksOfTheirOwnDo) {
  RecordProperty("requirement", "ARC-03");
  EXPECT_TRUE(stand_apart(medium(1, {"sdb"}), medium(2, {"sdc"})));
  EXPECT_TRUE(stand_apart(medium(1, {"sdb", "sdd"}), medium(2, {"sdc", "sde"})));
  EXPECT_TRUE(stand_apart(medium(1, {"sdb"}), server({"sda"})));
}

TEST(StandApart, MediaThatShareOneDiskDoNot) {
  RecordProperty("requirement", "ARC-03");
  const auto refused = stand_apart(medium(1, {"sda", "sdb"}), medium(2, {"sdb", "sdc"}));
  ASSERT_EQ(code_of(refused), "media.same_disk");
  EXPECT_EQ(refused.refusal().says.ru,
            "носитель 1 и носитель 2 лежат на одном диске (sdb): с ним погибнут оба");
  EXPECT_EQ(refused.refusal().says.en,
            "medium 1 and medium 2 lie on one disk (sdb): both would be lost with it");
}

TEST(StandApart, MediumOnTheServersDiskDoesNotWhicheverIsNamedFirst) {
  RecordProperty("requirement", "ARC-03");
  const auto one = stand_apart(medium(2, {"sda"}), server({"sda", "sdb"}));
  const auto other = stand_apart(server({"sda", "sdb"}), medium(2, {"sda"}));
  ASSERT_EQ(code_of(one), "media.servers_disk");
  ASSERT_EQ(code_of(other), "media.servers_disk");
  EXPECT_EQ(one.refusal(), other.refusal());
  EXPECT_EQ(one.refusal().says.ru,
            "носитель 2 лежит на том же диске (sda), что и журнал сервера: с диском погибнут оба");
}

TEST(StandApart, MediumInMemoryNeverDoes) {
  RecordProperty("requirement", "ARC-03");
  auto memory = medium(2, {});
  memory.where.memory = true;
  EXPECT_EQ(code_of(stand_apart(medium(1, {"sdb"}), memory)), "media.memory");
  EXPECT_EQ(code_of(stand_apart(memory, server({"sda"}))), "media.memory");
  auto trial = server({});
  trial.where.memory = true;
  EXPECT_TRUE(stand_apart(medium(1, {"sdb"}), trial))
      << "where the server keeps its own is its own";
}

}  // namespace
}  // namespace letopis::archive
