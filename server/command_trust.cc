#include <fmt/format.h>

#include <algorithm>
#include <boost/json/object.hpp>

#include "archive/durable_files.h"
#include "pki/certificate.h"
#include "server/archive_desk.h"
#include "server/archive_files.h"
#include "server/commands.h"
#include "server/new_file.h"
#include "signing/encoding.h"
#include "terminal/json.h"

namespace letopis::server {

using namespace terminal;

namespace {

constexpr Text kHelp{
    "  letopis trust export --data ПАПКА --out ФАЙЛ [--authority КОРЕНЬ.pem]\n\n"
    "Пишет файл доверия для инспектора: ключ журнала событий, запись № 0, ключ основателя,\n"
    "контрольные точки запечатанных томов. Инспектор получает его при первом посещении,\n"
    "сверяет с тем, что стоит на бумаге, и хранит у себя; с тома он его не берёт никогда.\n"
    "Свидетелей (witness, quorum) инспектор добавляет в файл сам.\n\n"
    "  --authority ФАЙЛ  сертификат удостоверяющего центра, которому верить в подписях\n"
    "                    документов и метках времени; можно несколько раз\n\n"
    "Пример\n"
    "  letopis trust export --data school --out trust.txt\n",
    "  letopis trust export --data DIR --out FILE [--authority ROOT.pem]\n\n"
    "Writes the trust file for an inspector: the log's key, entry 0, the founder's key, the\n"
    "checkpoints of the volumes sealed. The inspector is given it at the first visit,\n"
    "compares it with what stands on paper, and keeps it; it is never taken from a volume.\n"
    "Witnesses (witness, quorum) the inspector adds to it.\n\n"
    "  --authority FILE  certificate of an authority to be believed in documents' signatures\n"
    "                    and timestamps; may be given several times\n\n"
    "Example\n"
    "  letopis trust export --data school --out trust.txt --lang en\n"};

// Every root of the files, by its digest.
Outcome add_authorities(const std::vector<std::string>& files, archive::Trust& trust) {
  for (const auto& file : files) {
    const auto pem = archive::read_file(file, pki::kMaxPemBytes);
    if (!pem) return pem.refusal();
    const auto certificates = pki::parse_pem(*pem);
    if (!certificates) return certificates.refusal();
    for (const auto& one : *certificates) {
      auto& all = trust.authorities;
      if (!one.is_authority || std::find(all.begin(), all.end(), one.sha256) != all.end()) continue;
      all.push_back(one.sha256);
    }
  }
  return Done{};
}

Result<Exit> run(const Arguments& arguments, const Console& console) {
  if (arguments.words() != std::vector<std::string>{"export"}) {
    return Refusal{"trust.which",
                   {"что сделать с доверием: letopis trust export",
                    "what is to be done: letopis trust export"}};
  }
  const auto directory = arguments.needed("data");
  if (!directory) return directory.refusal();
  const auto out = arguments.needed("out");
  if (!out) return out.refusal();
  const auto desk = ArchiveDesk::open(*directory);
  if (!desk) return desk.refusal();
  auto trust = (*desk)->trust();
  if (!trust) return trust.refusal();
  if (auto added = add_authorities(arguments.texts("authority"), *trust); !added) {
    return added.refusal();
  }
  if (auto written = write_new(*out, archive::print_trust(*trust), 0644); !written) {
    return written.refusal();
  }
  const std::string genesis = trust->genesis ? signing::to_hex(trust->genesis->view()) : "";
  if (console.json()) {
    print_json(console,
               {{"out", *out}, {"genesis", genesis}, {"checkpoints", trust->checkpoints.size()}});
    return Exit::kGood;
  }
  console.line(console.fill({"Файл доверия — {}; контрольных точек в нём: {}.",
                             "The trust file is {}; checkpoints in it: {}."},
                            *out, trust->checkpoints.size()));
  console.line(console.in(
      {"  Сверьте с тем, что стоит на бумаге:", "  Compare it with what stands on paper:"}));
  console.line(console.fill({"    запись № 0    {}", "    entry 0       {}"}, genesis));
  for (const auto& log : trust->policy.logs) {
    console.line(console.fill({"    ключ журнала  {}", "    log's key     {}"},
                              signing::to_hex(Bytes(log.key.key))));
  }
  for (const auto& authority : trust->authorities) {
    console.line(console.fill({"    центр         {}", "    authority     {}"},
                              signing::to_hex(authority.view())));
  }
  return Exit::kGood;
}

}  // namespace

Command trust_command() {
  return {"trust", {"файл доверия для инспектора", "the trust file for an inspector"},
          kHelp,   {{"data"}, {"out"}, {"authority", OptionKind::kValues}},
          1,       run};
}

}  // namespace letopis::server
