#include "server/commands.h"
#include "server/witness_verbs.h"

namespace letopis::server {

using namespace terminal;

namespace {

constexpr std::size_t kMostWords = 100;

constexpr Text kHelp{
    "  letopis witness init --dir ПАПКА --name ИМЯ\n"
    "  letopis witness add-log КЛЮЧ --dir ПАПКА\n"
    "  letopis witness serve --dir ПАПКА --listen АДРЕС:ПОРТ\n"
    "  letopis witness answer ФАЙЛ.request… --dir ПАПКА\n"
    "  letopis witness list --dir ПАПКА\n"
    "  letopis witness proof --dir ПАПКА [--out ПАПКА]\n"
    "  letopis witness check-proof ФАЙЛ --key КЛЮЧ\n\n"
    "Свидетель живёт на другой машине: в районе, у инспектора. Он подписывает контрольную\n"
    "точку журнала, только если она продолжает прежнюю, и хранит все подписанные. Школа не\n"
    "сможет потом переписать прошлое: две истории одного журнала свидетель не заверит, а\n"
    "улику сохранит. Записей журнала он не видит, только размер и корень.\n\n"
    "serve отвечает по протоколу C2SP tlog-witness, без шифрования: на своей машине\n"
    "или за прокси с TLS. answer отвечает на файлы с флеш-накопителя, где сети нет: ответ\n"
    "ложится рядом. proof выписывает улики, check-proof проверяет улику ключом школы.\n\n"
    "  --dir ПАПКА      папка свидетеля: ключ, журналы, заверенные контрольные точки\n"
    "  --name ИМЯ       имя свидетеля, например district.example/witness\n"
    "  --listen А:П     адрес и порт, например 127.0.0.1:8080; порт 0 — любой свободный\n"
    "  --out ПАПКА      куда выписать улики; без этого — в текущую папку\n"
    "  --key КЛЮЧ       ключ журнала: файл log.vkey или сам текст\n\n"
    "Код ответа: 0 хорошо · 3 не заверено или не доказано · 4 раздвоение\n\n"
    "Примеры\n"
    "  letopis witness init --dir witness --name district.example/witness\n"
    "  letopis witness add-log school.vkey --dir witness\n"
    "  letopis witness serve --dir witness --listen 127.0.0.1:8080\n",
    "  letopis witness init --dir DIR --name NAME\n"
    "  letopis witness add-log KEY --dir DIR\n"
    "  letopis witness serve --dir DIR --listen HOST:PORT\n"
    "  letopis witness answer FILE.request… --dir DIR\n"
    "  letopis witness list --dir DIR\n"
    "  letopis witness proof --dir DIR [--out DIR]\n"
    "  letopis witness check-proof FILE --key KEY\n\n"
    "A witness lives on another machine: a district's, an inspector's. It signs a log's\n"
    "checkpoint only if it extends the one before, and keeps all it signed. So the school\n"
    "cannot write its past anew: two histories of one log are never cosigned, and the\n"
    "evidence is kept. It sees no entry of the log, only size and root.\n\n"
    "serve speaks C2SP tlog-witness, plain: on this machine, or behind a proxy with TLS.\n"
    "answer takes files from a stick where there is no network: the answer lies beside\n"
    "each. proof writes out evidence, check-proof checks it with the school's key.\n\n"
    "  --dir DIR        of the witness: its key, its logs, the checkpoints it cosigned\n"
    "  --name NAME      of the witness, as district.example/witness\n"
    "  --listen H:P     address and port, as 127.0.0.1:8080; port 0: any free one\n"
    "  --out DIR        where evidence is written; else the current folder\n"
    "  --key KEY        the log's key: the file log.vkey, or the text itself\n\n"
    "Exit code: 0 good · 3 not cosigned or not proved · 4 forked\n\n"
    "Examples\n"
    "  letopis witness init --dir witness --name district.example/witness --lang en\n"
    "  letopis witness add-log school.vkey --dir witness\n"
    "  letopis witness serve --dir witness --listen 127.0.0.1:8080\n"};

Result<Exit> run(const Arguments& arguments, const Console& console) {
  const auto verb = arguments.words().empty() ? std::string() : arguments.words().front();
  if (verb == "init") return witness_init(arguments, console);
  if (verb == "add-log") return witness_add_log(arguments, console);
  if (verb == "serve") return witness_serve(arguments, console);
  if (verb == "answer") return witness_answer(arguments, console);
  if (verb == "list") return witness_list(arguments, console);
  if (verb == "proof") return witness_proof(arguments, console);
  if (verb == "check-proof") return witness_check_proof(arguments, console);
  return Refusal{"witness.which",
                 {"что сделать свидетелю: init, add-log, serve, answer, list, proof или "
                  "check-proof?",
                  "what is the witness to do: init, add-log, serve, answer, list, proof or "
                  "check-proof?"}};
}

}  // namespace

Command witness_command() {
  return {
      "witness",  {"свидетель журналов: заверяет и хранит", "a witness of logs: cosigns and keeps"},
      kHelp,      {{"dir"}, {"name"}, {"listen"}, {"out"}, {"key"}},
      kMostWords, run};
}

}  // namespace letopis::server
