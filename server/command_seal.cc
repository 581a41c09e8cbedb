#include <fmt/format.h>

#include <boost/json/object.hpp>

#include "archivist/archive_desk.h"
#include "archivist/archive_story.h"
#include "notary/document_signing.h"
#include "notary/school_certificates.h"
#include "server/commands.h"

namespace letopis::server {

using namespace archivist;
using namespace notary;
using namespace terminal;

namespace {

constexpr Text kHelp{
    "  letopis seal --data ПАПКА --medium А --medium Б [--since ТОМ] [--trial]\n"
    "               [--identity ФАЙЛ.p12] [--tsa АДРЕС]\n\n"
    "Запечатывает том архива: весь журнал событий, или то, что прибавилось после прошлого\n"
    "тома, на два носителя сразу. Записанное читается с носителей обратно и сверяется; только\n"
    "затем том получает имя, а журнал — подписанную запись о нём. Оба носителя должны быть\n"
    "зарегистрированы и лежать на разных дисках, не на диске сервера.\n\n"
    "  --medium ПУТЬ    носитель; дважды\n"
    "  --since ТОМ      только то, что прибавилось после тома с таким именем (последнего)\n"
    "  --trial          разрешить носители на одном диске; в томе и в записи это сказано\n"
    "  --identity, --second\n"
    "                   кто подписывает том: файл PKCS#12 или pkcs11:…; второй — по желанию;\n"
    "                   без них на томе стоит подпись одного журнала событий\n"
    "  --password-file, --second-password-file\n"
    "                   файлы с паролями; без них пароль спрашивается\n"
    "  --tsa АДРЕС      служба меток времени (RFC 3161)\n"
    "  --gost-certificate, --gost-key, --gost-password-file\n"
    "                   рядом и подпись по ГОСТ Р 34.10-2012: сертификат, ключ (PEM) и файл\n"
    "                   с паролем ключа; нужна программа openssl с модулем gost\n\n"
    "Примеры\n"
    "  letopis seal --data school --medium /mnt/a --medium /mnt/b\n"
    "  letopis seal --data school --medium /mnt/a --medium /mnt/b --identity director.p12\n",
    "  letopis seal --data DIR --medium A --medium B [--since VOLUME] [--trial]\n"
    "               [--identity FILE.p12] [--tsa URL]\n\n"
    "Seals a volume of the archive: the whole log, or what came after the volume before, to\n"
    "two media at once. What was written is read back from the media and compared; only then\n"
    "the volume gets its name, and the log a signed entry of it. Both media must be\n"
    "registered and lie on different disks, none of them the server's.\n\n"
    "  --medium PATH    a medium; twice\n"
    "  --since VOLUME   only what came after the volume of that name (the last one)\n"
    "  --trial          allow media on one disk; the volume and the entry say so\n"
    "  --identity, --second\n"
    "                   who signs the volume: a PKCS#12 file or pkcs11:…; a second one if wished;\n"
    "                   without them the volume bears the log's own signature alone\n"
    "  --password-file, --second-password-file\n"
    "                   files with the passwords; they are asked for otherwise\n"
    "  --tsa URL        a timestamp authority (RFC 3161)\n"
    "  --gost-certificate, --gost-key, --gost-password-file\n"
    "                   a signature by GOST R 34.10-2012 beside: certificate, key (PEM) and a "
    "file\n"
    "                   with the key's password; the program openssl with its engine gost is "
    "needed\n\n"
    "Example\n"
    "  letopis seal --data school --medium /mnt/a --medium /mnt/b --lang en\n"};

// Whoever signs is known to the log.
Outcome expect_known(const ArchiveDesk& desk, const DocumentSigner& signer) {
  const auto log = desk.snapshot();
  const projections::Directory directory(*log, {log->size()});
  return expect_taken(school_certificates(directory), signer.certificates());
}

Result<Exit> run(const Arguments& arguments, const Console& console) {
  const auto directory = arguments.needed("data");
  if (!directory) return directory.refusal();
  const auto media = two_media(arguments);
  if (!media) return media.refusal();
  const auto desk = ArchiveDesk::open(*directory);
  if (!desk) return desk.refusal();
  const auto chosen = (*desk)->choose_media((*media)[0], (*media)[1], arguments.given("trial"));
  if (!chosen) return chosen.refusal();
  const auto signer = open_signer(arguments, console);
  if (!signer) return signer.refusal();
  archive::Certificates certificates;
  if (*signer) {
    if (auto known = expect_known(**desk, **signer); !known) return known.refusal();
    auto made = certificates_for_volume(*directory, (*signer)->as_function());
    if (!made) return made.refusal();
    certificates = *std::move(made);
  }
  const auto told = seal_told(**desk, *chosen, arguments.text("since"), certificates, console);
  if (!told) return told.refusal();
  return Exit::kGood;
}

}  // namespace

Command seal_command() {
  std::vector<Option> options{
      {"data"}, {"medium", OptionKind::kValues}, {"since"}, {"trial", OptionKind::kFlag}};
  for (const auto& one : signing_options()) options.push_back(one);
  return {"seal", {"запечатать том архива на два носителя", "seal a volume to two media"},
          kHelp,  std::move(options),
          0,      run};
}

}  // namespace letopis::server
