#include <fmt/format.h>

#include <boost/json/object.hpp>

#include "archivist/archive_desk.h"
#include "archivist/archive_files.h"
#include "office/new_file.h"
#include "office/school_files.h"
#include "server/commands.h"
#include "signing/encoding.h"
#include "signing/policy.h"
#include "terminal/json.h"

namespace letopis::server {

using namespace archivist;
using namespace office;
using namespace terminal;

namespace {

constexpr std::size_t kMaxPageBytes = 8u << 20;
constexpr std::string_view kPageFile = "verify.html";

constexpr Text kHelp{
    "  letopis trust export --data ПАПКА --out ФАЙЛ [--policy ФАЙЛ] [--page ФАЙЛ]\n\n"
    "Пишет файл доверия для инспектора: ключ журнала событий, запись № 0, ключ основателя,\n"
    "контрольные точки запечатанных томов. Инспектор получает его при первом посещении,\n"
    "сверяет с тем, что стоит на бумаге, и хранит у себя; с тома он его не берёт никогда.\n"
    "\n"
    "  --policy ФАЙЛ  свидетели и сколько их нужно (witness, group, quorum), о которых условились\n"
    "                 с инспектором; без этого он добавит их в файл сам\n"
    "  --page ФАЙЛ    положить рядом страницу verify.html и назвать её SHA-256: инспектор\n"
    "                 сверит его с бумагой прежде, чем поверит странице\n\n"
    "Пример\n"
    "  letopis trust export --data school --out trust.txt\n",
    "  letopis trust export --data DIR --out FILE [--policy FILE] [--page FILE]\n\n"
    "Writes the trust file for an inspector: the log's key, entry 0, the founder's key, the\n"
    "checkpoints of the volumes sealed. The inspector is given it at the first visit,\n"
    "compares it with what stands on paper, and keeps it; it is never taken from a volume.\n"
    "\n"
    "  --policy FILE  the witnesses and how many are needed (witness, group, quorum), as agreed\n"
    "                 with the inspector, who else adds them to the file\n"
    "  --page FILE    lay the page verify.html beside it and tell its SHA-256: the inspector\n"
    "                 compares that with paper before believing the page\n\n"
    "Example\n"
    "  letopis trust export --data school --out trust.txt --lang en\n"};

// Whom the inspector is to believe as witnesses stands in a policy that the inspector knows, too.
Outcome add_witnesses(const Arguments& arguments, archive::Trust& trust) {
  const auto file = arguments.text("policy");
  if (!file) return Done{};
  const auto text = read_small_file(*file, signing::kMaxPolicyBytes);
  if (!text) return text.refusal();
  auto policy = signing::parse_policy(*text);
  if (!policy) return policy.refusal();
  policy->logs = std::move(trust.policy.logs);
  trust.policy = *std::move(policy);
  return Done{};
}

// The page laid beside the trust file; its digest, or nothing if none was asked for.
Result<std::optional<std::string>> lay_page(const Arguments& arguments,
                                            const std::filesystem::path& out) {
  const auto from = arguments.text("page");
  if (!from) return std::optional<std::string>();
  const auto bytes = read_small_file(*from, kMaxPageBytes);
  if (!bytes) return bytes.refusal();
  if (auto written = write_new(out.parent_path() / kPageFile, *bytes, 0644); !written) {
    return written.refusal();
  }
  return std::optional(signing::to_hex(signing::sha256(bytes_of(*bytes)).view()));
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
  if (auto added = add_witnesses(arguments, *trust); !added) return added.refusal();
  if (auto written = write_new(*out, archive::print_trust(*trust), 0644); !written) {
    return written.refusal();
  }
  const auto page = lay_page(arguments, *out);
  if (!page) return page.refusal();
  const std::string genesis = trust->genesis ? signing::to_hex(trust->genesis->view()) : "";
  if (console.json()) {
    boost::json::object told{
        {"out", *out}, {"genesis", genesis}, {"checkpoints", trust->checkpoints.size()}};
    if (*page) told["page_sha256"] = **page;
    print_json(console, told);
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
    console.line(console.fill({"    удостоверяющий центр  {}", "    authority     {}"},
                              signing::to_hex(authority.view())));
  }
  if (*page) {
    console.line(console.fill({"    страница {}  SHA-256 {}", "    the page {}  SHA-256 {}"},
                              kPageFile, **page));
  }
  return Exit::kGood;
}

}  // namespace

Command trust_command() {
  return {"trust", {"файл доверия для инспектора", "the trust file for an inspector"},
          kHelp,   {{"data"}, {"out"}, {"policy"}, {"page"}},
          1,       run};
}

}  // namespace letopis::server
