#include "archive/submission_read_me.h"

#include <fmt/format.h>

#include "archive/read_me_texts.h"
#include "signing/encoding.h"

namespace letopis::archive {
namespace {

constexpr std::string_view kWhatItIs =
    R"TEXT(ЛЕТОПИСЬ — ЗАВЕРЕННЫЕ ДОКУМЕНТЫ УЧЕБНОГО ГОДА

Комплект:    {}
Журнал:      {}
Кому:        {}
Документов:  {}; комплект собран {} (день по Гринвичу){}

Что это. Документы {} учебного года, которые школа составила по электронному журналу, заверила
и сдаёт. Они сделаны по состоянию журнала из {} записей: оно лежит в data/log/checkpoint, с
подписями свидетелей, если они были. Те же файлы лежат в томах архива школы; что описи этих
томов внесены в журнал, доказано в data/volumes. Исправления, сделанные позже, сюда не входят:
о них школа сообщает отдельно (letopis certify --difference).
Здесь есть имена и отметки: показывайте их только тем, кому они положены по закону.

Как прочесть. data/documents/КЛАСС/*.pdf — документы, *.csv — те же таблицы для программ.
*.pdf.sig — подпись документа сертификатом, *.pdf.sig.tsr — метка времени на ней.

Как проверить. Лучше всего — программой letopis-verify: она проверит всё, что ниже, и скажет,
что заверено, кем, когда и по какому состоянию журнала. )TEXT";

constexpr std::string_view kReceipts =
    R"TEXT({}. Внесены ли описи томов в журнал, и те ли документы в описях. О каждом томе — строка со
   словами «внесена в журнал», затем «Signature Verified Successfully».

    python3 - <<'END'
    import base64, hashlib, pathlib
    sha, hexa = lambda data: hashlib.sha256(data).digest(), lambda data: sha(data).hex()
    for volume in sorted(pathlib.Path("data/volumes").iterdir()):
        entry = (volume / "sealed.entry").read_bytes()
        proof, note = (volume / "sealed.tlog-proof").read_text().split("\n\n", 1)
        lines, point = proof.split("\n"), note.split("\n")
        node, last, top = int(lines[1].split()[1]), int(point[1]) - 1, sha(b"\0" + entry)
        for one in map(base64.b64decode, lines[2:]):
            if node & 1 or node == last:
                top = sha(b"\1" + one + top)
                while node and not node & 1:
                    node, last = node >> 1, last >> 1
            else:
                top = sha(b"\1" + top + one)
            node, last = node >> 1, last >> 1
        tags = (volume / "tagmanifest-sha256.txt").read_bytes()
        files = (volume / "manifest-sha256.txt").read_bytes()
        same = top == base64.b64decode(point[2]) and last == 0
        same = same and sha(tags) in entry and hexa(files) in tags.decode()
        for line in files.decode().splitlines():
            wanted, path = line.split("  ", 1)
            if path.startswith("data/documents/"):
                same = same and hexa(pathlib.Path(path).read_bytes()) == wanted
        print(volume.name, "внесена в журнал" if same else "НЕ СХОДИТСЯ")
    END
    for p in data/volumes/*/sealed.tlog-proof; do
      sed '1,/^$/d' $p > $T/proof
      sed '/^$/,$d' $T/proof > $T/point
      sed -n '5p' $T/proof | cut -d ' ' -f 3 | base64 -d | tail -c 64 > $T/point.sig
      openssl pkeyutl -verify -pubin -inkey $KEY -rawin -in $T/point -sigfile $T/point.sig
    done

)TEXT";

constexpr std::string_view kWhatItProves =
    R"TEXT(Что это доказало. Если сошлось всё и номер ключа — тот, что у вас на бумаге, то документы именно
те, которые школа заверила и внесла в журнал, все до одного. Что журнал после этого не переписан,
покажут подпись свидетеля и контрольная точка, которую вы сохраните: letopis-verify сверит их
(--trust). То ли стоит в документе, что было в журнале, проверяют по коду внизу листа.
)TEXT";

}  // namespace

std::string print_submission_read_me(const SubmissionReadMeAbout& about) {
  const auto& info = about.info;
  const std::string_view trial =
      info.trial_log ? "\nЭто УЧЕБНЫЙ журнал: школа и люди в нём выдуманы." : "";
  std::string text = fmt::format(kWhatItIs, info.name, info.origin, info.receiver, info.documents,
                                 info.day, trial, info.years, info.end.value) +
                     fmt::format(kCommonSteps, signing::to_hex(about.log_key.view()));
  unsigned step = 4;
  text += fmt::format(kReceipts, step++);
  if (about.certificates) {
    text += fmt::format(kCertificateOfVolume, step++);
    text += fmt::format(kCertificatesOfDocuments, step++);
  }
  return text + std::string(kWhatItProves);
}

}  // namespace letopis::archive
