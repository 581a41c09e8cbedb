#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "office/new_file.h"
#include "office/school_files.h"
#include "server/witness_verbs.h"
#include "signing/encoding.h"
#include "terminal/json.h"
#include "witness/misbehaviour.h"
#include "witness/witness.h"

namespace letopis::server {

using namespace office;
using namespace terminal;

namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

std::string said(const Console& console, const signing::Checkpoint& checkpoint) {
  return console.fill({"  записей {}, корень {}", "  {} entries, root {}"}, checkpoint.size,
                      signing::to_hex(checkpoint.root.view()));
}

void tell_two_roots(const Console& console) {
  console.line(
      console.toned(Tone::kBad, console.in({"✗ РАЗДВОЕНИЕ ДОКАЗАНО", "✗ A FORK IS PROVED"})));
  console.paragraph(console.in(
      {"Ключ журнала подписал две контрольные точки одного размера с разными корнями. Честный "
       "журнал этого не может: одному показали одну историю, другому другую. Это доказано "
       "одними подписями, верить свидетелю не нужно. Кто это сделал — владелец ключа или "
       "тот, кто ключ украл, — отсюда не видно.",
       "The log's key signed two checkpoints of one size with different roots. An honest log "
       "cannot: one was shown one history, another was shown another. The signatures alone prove "
       "it, the witness need not be believed. Who did it, the key's owner or a thief, is not seen "
       "here."}));
}

void tell_not_connected(const Console& console) {
  console.line(console.toned(Tone::kWarning,
                             console.in({"– РАЗДВОЕНИЕ НЕ ДОКАЗАНО", "– NO FORK IS PROVED"})));
  console.paragraph(console.in(
      {"Доказано: ключ журнала подписал обе контрольные точки. Не доказано, что большая не "
       "продолжает меньшую: приложенное доказательство этого не показывает, но верное может "
       "существовать. Потребуйте его у школы. Не сможет дать — запечатанный том или чтение "
       "журнала с меньшей точкой в файле доверия решит дело.",
       "Proved: the log's key signed both checkpoints. Not proved: that the larger does not extend "
       "the smaller. The proof enclosed does not show it, but a right one may exist. Demand it of "
       "the school. If it has none, a sealed volume checked with the smaller one in the trust file "
       "settles the matter."}));
}

}  // namespace

Result<Exit> witness_proof(const Arguments& arguments, const Console& console) {
  const auto directory = arguments.needed("dir");
  if (!directory) return directory.refusal();
  const auto witness = witness::Witness::open(*directory);
  if (!witness) return witness.refusal();
  const auto known = witness->known();
  if (!known) return known.refusal();
  const auto out = fs::path(arguments.text("out").value_or("."));
  json::array files;
  for (const auto& log : *known) {
    for (const auto& one : log.evidence) {
      const auto proof = read_small_file(one, witness::kMaxMisbehaviourBytes);
      if (!proof) return proof.refusal();
      const auto file = out / one.filename();
      if (auto written = write_new(file, *proof, 0644); !written) return written.refusal();
      files.push_back(json::string(file.string()));
      if (!console.json()) console.line(log.origin + "  " + file.string());
    }
  }
  const bool none = files.empty();
  if (console.json()) {
    print_json(console, {{"proofs", std::move(files)}});
  } else if (none) {
    console.line(console.in({"Улик нет: всё подписанное журналами согласно с заверенным.",
                             "No evidence: all that logs signed agrees with what was cosigned."}));
  } else {
    console.line(console.in({"Проверит любой: letopis witness check-proof ФАЙЛ --key КЛЮЧ-ШКОЛЫ",
                             "Anyone can check: letopis witness check-proof FILE --key KEY"}));
  }
  return none ? Exit::kGood : Exit::kRolledBack;
}

Result<Exit> witness_check_proof(const Arguments& arguments, const Console& console) {
  if (arguments.words().size() != 2) {
    return Refusal{"arguments.missing",
                   {"witness check-proof: какой файл проверить?",
                    "witness check-proof: which file is to be checked?"}};
  }
  const auto text_of_key = arguments.needed("key");
  if (!text_of_key) return text_of_key.refusal();
  const auto key = key_from(*text_of_key);
  if (!key) return key.refusal();
  const auto text = read_small_file(arguments.words()[1], witness::kMaxMisbehaviourBytes);
  if (!text) return text.refusal();
  const auto proof = witness::parse_misbehaviour(*text);
  if (!proof) return proof.refusal();
  const auto judged = witness::judge(*proof, *key);
  if (!judged) return judged.refusal();
  const bool forked = judged->shown == witness::Shown::kTwoRoots;
  const auto exit = forked ? Exit::kRolledBack : Exit::kIncomplete;
  if (console.json()) {
    print_json(console, {{"origin", judged->first.origin},
                         {"proved", forked},
                         {"first_size", judged->first.size},
                         {"second_size", judged->second.size}});
    return exit;
  }
  console.title(judged->first.origin);
  console.line(said(console, judged->first));
  console.line(said(console, judged->second));
  console.line();
  if (forked) {
    tell_two_roots(console);
  } else {
    tell_not_connected(console);
  }
  return exit;
}

}  // namespace letopis::server
