#include "server/commands.h"

namespace letopis::server {

using namespace terminal;

ProgramTexts program_texts() {
  static constexpr Text above{
      "Летопись: журнал школы как подписанный журнал событий. Ничего нельзя\n"
      "исправить незаметно: любое изменение видно и доказуемо.\n\n"
      "  letopis КОМАНДА [параметры]\n\nКоманды\n",
      "Letopis: a school journal kept as a signed log of events. Nothing can be\n"
      "changed unseen: every change shows, and can be proved.\n\n"
      "  letopis COMMAND [options]\n\nCommands\n"};
  static constexpr Text below{
      "\nДля всех команд\n"
      "  --help          подсказка с примерами: letopis journal --help\n"
      "  --lang ru|en    язык, по умолчанию русский\n"
      "  --json          ответ для программ, один объект JSON\n\n"
      "Начните с\n"
      "  letopis demo    учебный год школы целиком, за минуту\n",
      "\nFor all commands\n"
      "  --help          help with examples: letopis journal --help --lang en\n"
      "  --lang ru|en    the language, Russian by default\n"
      "  --json          an answer for programs, one JSON object\n\n"
      "Begin with\n"
      "  letopis demo    a whole school year, within a minute\n"};
  return {"letopis", above, below};
}

}  // namespace letopis::server
