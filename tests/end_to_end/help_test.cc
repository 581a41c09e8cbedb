#include <gmock/gmock.h>

#include "end_to_end/program.h"
#include "server/commands.h"

namespace letopis::end_to_end {
namespace {

using testing::HasSubstr;

TEST(Help, EveryCommandTeachesInBothLanguages) {
  for (const auto& command : server::all_commands()) {
    const std::string name(command.name);
    const auto russian = letopis({name, "--help"});
    const auto english = letopis({name, "--help", "--lang", "en"});
    EXPECT_EQ(russian.exit, 0) << name;
    EXPECT_EQ(english.exit, 0) << name;
    EXPECT_THAT(russian.out, HasSubstr("Пример")) << name;
    EXPECT_THAT(english.out, HasSubstr("Example")) << name;
    for (const auto& option : command.options) {
      const auto written = "--" + std::string(option.name);
      EXPECT_THAT(russian.out, HasSubstr(written)) << name;
      EXPECT_THAT(english.out, HasSubstr(written)) << name;
    }
  }
}

TEST(Help, TheVerifierTeachesInBothLanguages) {
  EXPECT_THAT(letopis_verify({"--help"}).out, HasSubstr("Пример"));
  const auto english = letopis_verify({"--help", "--lang", "en"});
  EXPECT_EQ(english.exit, 0);
  for (const auto* word : {"Examples", "--trust", "--since", "Exit code"}) {
    EXPECT_THAT(english.out, HasSubstr(word));
  }
}

TEST(Help, ListsTheCommands) {
  const auto ran = letopis({"--help"});
  EXPECT_EQ(ran.exit, 0);
  for (const auto& command : server::all_commands()) {
    EXPECT_THAT(ran.out, HasSubstr(std::string(command.name)));
  }
  EXPECT_EQ(letopis({}).exit, 2);
}

TEST(Help, AMistypedCommandIsGuessed) {
  const auto ran = letopis({"jurnal"});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_THAT(ran.errors, HasSubstr("может быть, journal?"));
}

}  // namespace
}  // namespace letopis::end_to_end
