// READ-ME-FIRST.txt in its words; each {} is filled in by print_read_me.
#pragma once

#include <string_view>

namespace letopis::archive {

inline constexpr std::string_view kLogReadMe =
    R"TEXT(ЛЕТОПИСЬ — АРХИВ ШКОЛЬНОГО ЖУРНАЛА

Том архива:  {}
Журнал:      {}
В томе № {} записи с {} по {}; запечатан {} (день по Гринвичу){}

Что это. Школа вела электронный журнал: уроки, отметки, пропуски, исправления. Каждую запись
подписал тот, кто её сделал, и она стала следующей в общем ряду. Изменить, убрать или вставить
запись так, чтобы этого не было видно, нельзя. В этой папке, «томе», — весь ряд от начала или то,
что прибавилось после прошлого тома ({}).
Люди здесь названы номерами: имена и закрытые тексты в архив не входят.

Как прочесть. data/events/*.jsonl — записи в читаемом виде, по одной в строке.
data/schema — что значат поля и как устроены файлы (по-английски). data/log — те же записи байт
в байт, как они подписаны, и контрольные суммы, которые связывают их в один ряд.

Как проверить. Лучше всего — программой letopis-verify: она проверит всё, что ниже, а ещё подписи
всех авторов, их права, порядок и полноту записей. )TEXT";

inline constexpr std::string_view kDocumentsReadMe =
    R"TEXT(ЛЕТОПИСЬ — АРХИВ ЗАВЕРЕННЫХ ДОКУМЕНТОВ ШКОЛЫ

Том архива:  {}
Журнал:      {}
В томе № {} документов: {}; запечатан {} (день по Гринвичу){}
Хранить:     {}

Что это. Документы, которые школа составила по электронному журналу и заверила: сводные
ведомости, журналы, табели. Они сделаны по состоянию журнала из {} записей; контрольная сумма
этого состояния стоит внизу каждого листа. Предыдущий такой том: {}.
Здесь есть имена и отметки: показывайте их только тем, кому они положены по закону.

Как прочесть. data/documents/КЛАСС/*.pdf — документы, *.csv — те же таблицы для программ.
*.pdf.sig — подпись документа сертификатом, *.pdf.sig.tsr — метка времени на ней.
data/register — реестры. data/log/checkpoint — состояние журнала, подписанное его ключом.

Как проверить. Лучше всего — программой letopis-verify: она проверит всё, что ниже, и сравнит
том с журналом, если он лежит рядом. )TEXT";

inline constexpr std::string_view kCommonSteps =
    R"TEXT(Но начать можно и без неё, на компьютере с
Linux, где есть sha256sum, openssl (3.0 или новее) и python3. Ничего в этой папке не изменится.
Откройте папку в терминале и выполните команды в том же окне, шаг за шагом.

1. Целы ли файлы. Четыре строки с OK (или ЦЕЛ), затем слова «Все файлы на месте…».

    sha256sum -c tagmanifest-sha256.txt
    sha256sum -c --quiet manifest-sha256.txt && echo "Все файлы на месте и не повреждены"

2. Чья подпись стоит под описью файлов. Должно появиться «Signature Verified Successfully» и
   ещё одно OK. Последняя строка — номер ключа: сравните его с тем, который школа дала вам на
   бумаге. Не совпал — дальше можно не проверять: свой ключ положит в папку и подделавший её.

    T=$(mktemp -d); KEY=data/keys/log.pem; NOTE=signatures/tagmanifest-sha256.txt.note
    sed '/^$/,$d' $NOTE > $T/note
    sed -n '5p' $NOTE | cut -d ' ' -f 3 | base64 -d | tail -c 64 > $T/note.sig
    openssl pkeyutl -verify -pubin -inkey $KEY -rawin -in $T/note -sigfile $T/note.sig
    tail -n 1 $T/note | sha256sum -c
    openssl pkey -pubin -in $KEY -outform DER | tail -c 32 | od -An -v -tx1 | tr -d ' \n'; echo

   Номер ключа, которым подписан этот том:
   {}

3. Подписан ли тем же ключом итог всего ряда, «контрольная точка». Снова «…Successfully».

    sed '/^$/,$d' data/log/checkpoint > $T/point
    sed -n '5p' data/log/checkpoint | cut -d ' ' -f 3 | base64 -d | tail -c 64 > $T/point.sig
    openssl pkeyutl -verify -pubin -inkey $KEY -rawin -in $T/point -sigfile $T/point.sig

)TEXT";

inline constexpr std::string_view kLogProgram =
    R"TEXT(4. Те ли здесь записи, о которых этот итог. Последняя строка — «Корень сошёлся».

    python3 - <<'END'
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
    print("Корень сошёлся" if same else "КОРЕНЬ НЕ СХОДИТСЯ: записи изменены")
    END

)TEXT";

inline constexpr std::string_view kCertificateOfVolume =
    R"TEXT({}. Подпись тома сертификатом. Должно быть «…successful», чья она, и при метке времени —
   «Verification: OK» с её моментом. Последняя строка — отпечаток удостоверяющего центра: сравните
   его с бумагой. Срок сертификата судят на момент метки: истёкший после неё — не подделка.

    CA=data/keys/authorities.pem; TAG=tagmanifest-sha256.txt; SIG=signatures/$TAG.sig
    stamped() {{ openssl ts -reply -in $1.tsr -text 2>/dev/null | sed -n 's/^Time stamp: //p'; }}
    seconds() {{ date -d "$(stamped $1)" +%s; }}  # без метки — начало этого дня
    V="openssl cms -verify -binary -inform DER -CAfile $CA -purpose any -out /dev/null"
    $V -in $SIG -content $TAG -attime $(seconds $SIG) -signer $T/who.pem
    openssl x509 -in $T/who.pem -noout -subject -dates -nameopt utf8,sep_comma_plus
    test ! -f $SIG.tsr || {{ stamped $SIG; openssl ts -verify -data $SIG -in $SIG.tsr \
      -CAfile $CA -attime $(seconds $SIG); }}
    openssl x509 -in $CA -outform DER | sha256sum

)TEXT";

inline constexpr std::string_view kCertificatesOfDocuments =
    R"TEXT({}. Подписи документов. О каждом — строка; в конце — сколько подписей верно из скольких.

    good=0; all=0
    for f in data/documents/*/*.pdf; do
      test -f $f.sig || {{ echo "$f: без подписи"; continue; }}
      all=$((all + 1)); says=верна; when="без метки времени"
      $V -in $f.sig -content $f -attime $(seconds $f.sig) 2>/dev/null || says="НЕ ВЕРНА"
      if [ -f $f.sig.tsr ]; then
        when=$(stamped $f.sig)
        openssl ts -verify -data $f.sig -in $f.sig.tsr -CAfile $CA -attime $(seconds $f.sig) \
          2>/dev/null | grep -q OK || when="МЕТКА ВРЕМЕНИ НЕ ВЕРНА"
      fi
      [ "$says" != верна ] || good=$((good + 1))
      echo "$f: подпись $says, $when"
    done; echo "Верных подписей: $good из $all"

)TEXT";

inline constexpr std::string_view kWhatTheLogProves =
    R"TEXT(Что это доказало. Если сошлось всё и номер ключа — тот, что у вас на бумаге, то записи именно
те, которые школа подписала, все до одной. Двух вещей это не исключает: что школа переписала весь
ряд и подписала заново, и что том не самый новый. Их покажут контрольная точка, которую вы
сохранили в прошлый раз, и подпись свидетеля: letopis-verify сверит их (--trust, --since).
)TEXT";

inline constexpr std::string_view kWhatDocumentsProve =
    R"TEXT(Что это доказало. Если сошлось всё и номер ключа — тот, что у вас на бумаге, то документы именно
те, которые школа положила в этот том, все до одного. Исправления, сделанные в журнале позже, сюда
не входят: их показывает сам журнал. То ли стоит в документе, что было в журнале, проверяют по коду
внизу листа: letopis check-paper.
)TEXT";

}  // namespace letopis::archive
