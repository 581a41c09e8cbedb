#include "cosigning/witnessed_state.h"

#include <fmt/format.h>

#include "cosigning/ask_witnesses.h"
#include "office/directors_desk.h"

namespace letopis::cosigning {

using namespace office;
using namespace terminal;

namespace {

Outcome publish(const std::filesystem::path& data) {
  const auto desk = DirectorsDesk::open(data);
  if (!desk) return desk.refusal();
  return (*desk)->publish();
}

Refusal not_witnessed(const Cosigning& cosigning, const std::vector<Asked>& asked) {
  std::string ru;
  std::string en;
  for (const auto& one : asked) {
    if (one.cosigned_at) continue;
    ru += fmt::format("; {}: {}", one.witness, one.cosigned_at.refusal().says.ru);
    en += fmt::format("; {}: {}", one.witness, one.cosigned_at.refusal().says.en);
  }
  return {"certify.not_witnessed",
          {fmt::format("журнал не засвидетельствован, как требуют правила доверия ({}){}",
                       cosigning.quorum_text(Language::kRussian).value_or(""), ru),
           fmt::format("the log is not witnessed as the trust policy asks ({}){}",
                       cosigning.quorum_text(Language::kEnglish).value_or(""), en)},
          {},
          {"Где нет сети, подписи собирают на флеш-накопитель: letopis cosign --out ПАПКА",
           "Where there is no network, cosignatures go by a stick: letopis cosign --out DIR"}};
}

}  // namespace

Result<WitnessedState> witness_now(const std::filesystem::path& data,
                                   const std::optional<std::string>& policy,
                                   const Console& console) {
  if (auto done = publish(data); !done) return done.refusal();
  const auto school = SchoolReader::open(data, console.language());
  if (!school) return school.refusal();
  const auto cosigning = Cosigning::open(**school, policy);
  if (!cosigning) return cosigning.refusal();
  const auto before = cosigning->published();
  if (!before) return before.refusal();
  const auto asked = ask_witnesses(*cosigning, *before);
  auto published = cosigning->published();
  if (!published) return published.refusal();
  const bool enough = cosigning->is_witnessed(*published);
  if (cosigning->quorum() && !enough) return not_witnessed(*cosigning, asked);
  if (!console.json()) {
    for (const auto& one : asked) {
      if (!one.cosigned_at) continue;
      console.line(
          console.fill({"  засвидетельствовал {}: первые {}", "  witnessed by {}: the first {}"},
                       one.witness, counted(console.language(), one.size, kEntryNoun)));
    }
  }
  return WitnessedState{std::move(*published), cosigning->quorum() && enough};
}

}  // namespace letopis::cosigning
