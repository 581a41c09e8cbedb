// READ-ME-FIRST.txt in its words; the {} are filled in by print_read_me.
#include "archive/read_me.h"

#include <fmt/format.h>

#include "signing/encoding.h"
#include "signing/verifier_key.h"

namespace letopis::archive {
namespace {

constexpr std::string_view kWhatItIs = R"(ЛЕТОПИСЬ — АРХИВ ЖУРНАЛА СОБЫТИЙ ШКОЛЫ

В этой папке лежит том архива: {}
Журнал событий:  {}
Том № {}, записи с {} по {}, запечатан {}{}

Что это. Школа вела электронный журнал: уроки, отметки, пропуски, исправления. Каждая
запись подписана тем, кто её сделал, и добавлена в конец журнала событий; изменить или
убрать её так, чтобы этого не было видно, нельзя. Том — копия журнала событий целиком или
той его части, что прибавилась после прошлого тома ({}).
Люди в записях названы номерами, имён здесь нет.

Как читать. data/events/*.jsonl — записи по одной в строке, их открывает любой редактор.
data/schema — что значат поля и как записаны сами байты (на английском языке).
data/log — те же записи в том виде, в каком они подписаны, и дерево их контрольных сумм.

Как проверить. Программа letopis-verify делает всё, что ниже, и больше того: подписи всех
авторов, права их ключей, порядок и полноту записей. Но начать можно и без неё: нужны
только sha256sum, openssl (3.0 или новее) и python3. Откройте эту папку в терминале и
выполните команды по порядку; каждая пишет, что нашла.

1. Файлы не повреждены: в конце каждой строки должно стоять OK (или ЦЕЛ).

    sha256sum -c tagmanifest-sha256.txt
    sha256sum -c --quiet manifest-sha256.txt && echo "Все файлы на месте и не повреждены"

2. Опись файлов подписана ключом журнала: Signature Verified Successfully и OK. Номер ключа
   должен совпасть с тем, что школа дала вам на бумаге: ключ, взятый из этой же папки,
   сам по себе ничего не доказывает.

    T=$(mktemp -d)
    sed '/^$/,$d' signatures/tagmanifest-sha256.txt.note > $T/note
    sed -n '5p' signatures/tagmanifest-sha256.txt.note | cut -d ' ' -f 3 | base64 -d | tail -c 64 > $T/note.sig
    openssl pkeyutl -verify -pubin -inkey data/keys/log.pem -rawin -in $T/note -sigfile $T/note.sig
    tail -n 1 $T/note | sha256sum -c
    openssl pkey -pubin -in data/keys/log.pem -outform DER | tail -c 32 | od -An -v -tx1 | tr -d ' \n'; echo

   Номер ключа этого тома: {}

3. Контрольная точка журнала подписана тем же ключом.

    sed '/^$/,$d' data/log/checkpoint > $T/point
    sed -n '5p' data/log/checkpoint | cut -d ' ' -f 3 | base64 -d | tail -c 64 > $T/point.sig
    openssl pkeyutl -verify -pubin -inkey data/keys/log.pem -rawin -in $T/point -sigfile $T/point.sig

4. Записи — те самые, под которыми она стоит: последняя строка «Корень сошёлся».

)";

constexpr std::string_view kProgram = R"(    python3 - <<'END'
    import base64, hashlib, pathlib, re
    log, sha = pathlib.Path("data/log"), lambda data: hashlib.sha256(data).digest()
    edge, size = [], 0
    def add(node):
        global size
        height = 0
        while size >> height & 1:
            node, height = sha(b"\1" + edge.pop() + node), height + 1
        edge.append(node)
        size += 1
    if (log / "joint").exists():
        lines = (log / "joint").read_text().split("\n")
        size, edge = int(lines[3][5:]), [base64.b64decode(line) for line in lines[4:-1]]
    bundles = [file for file in (log / "tile/entries").rglob("*") if file.is_file()]
    for file in sorted(bundles, key=lambda f: int(re.sub(r"\.p/.*|\D", "", str(f)))):
        rest = file.read_bytes()
        while rest:
            end = 2 + int.from_bytes(rest[:2], "big")
            add(sha(b"\0" + rest[2:end]))
            rest = rest[end:]
    root = edge.pop()
    while edge:
        root = sha(b"\1" + edge.pop() + root)
    name, count, wanted = (log / "checkpoint").read_text().split("\n")[:3]
    same = int(count) == size and base64.b64decode(wanted) == root
    print(size, "записей.", "Корень сошёлся" if same else "КОРЕНЬ НЕ СХОДИТСЯ: записи изменены")
    END

)";

constexpr std::string_view kWhatItProves =
    R"(Что это доказывает. Если ключ — тот, что у вас на бумаге, то записи тома именно те, которые
школа заверила этой подписью. Том, переписанный вместе с подписью, выдаст контрольная точка,
которую вы сохранили в прошлый раз, или подпись свидетеля: ведите файл доверия и проверяйте
программой letopis-verify с ключом --since.
)";

std::string previous_of(const BagInfo& info) {
  return info.previous ? info.previous->name : std::string("это первый том");
}

}  // namespace

std::string print_read_me(const BagInfo& info, const signing::PublicKey& log_key) {
  const std::string_view trial =
      info.trial_log ? "\nЭто УЧЕБНЫЙ журнал: школа и люди в нём выдуманы." : "";
  return fmt::format(kWhatItIs, info.name, info.origin, info.volume.value, info.first.value,
                     info.end.value - 1, info.day, trial, previous_of(info),
                     signing::to_hex(log_key.view())) +
         std::string(kProgram) + std::string(kWhatItProves);
}

}  // namespace letopis::archive
