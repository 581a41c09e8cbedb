#include "cosigning/ask_witnesses.h"

#include <fmt/format.h>

#include <chrono>

#include "http/client.h"

namespace letopis::cosigning {
namespace {

constexpr std::chrono::milliseconds kAskTime{20'000};  // of one request

witness::Carry over_network(const std::string& url) {
  const std::string whole =
      (url.ends_with('/') ? url.substr(0, url.size() - 1) : url) + "/add-checkpoint";
  return [whole](const std::string& request) -> Result<witness::Answer> {
    const http::ClientLimits limits{witness::kMaxAnswerBytes, kAskTime};
    auto response = http::post(whole, "text/plain; charset=utf-8", request, limits);
    if (!response) return response.refusal();
    const auto type = http::header(response->headers, "Content-Type");
    return witness::Answer{response->status, std::string(type.value_or("")),
                           std::move(response->body)};
  };
}

Refusal no_url(const Cosigner& witness) {
  return {"cosign.no_url",
          {fmt::format("адрес свидетеля {} не назван", witness.name),
           fmt::format("no URL of the witness {} is named", witness.name)},
          {},
          {"Допишите адрес в правила доверия или спросите через файлы: --out ПАПКА",
           "Add the URL to the policy, or ask by files: --out DIR"}};
}

// The moment at which the witness cosigned the published checkpoint, now or before.
Result<signing::UnixSeconds> cosigned_by(const Cosigner& witness, const Cosigning& cosigning,
                                         const CosignedCheckpoint& published) {
  if (const auto before = Cosigning::cosigned_at(published, witness)) return *before;
  if (!witness.url) return no_url(witness);
  const auto heard = witness::ask(cosigning.question(published), cosigning.size_known_to(witness),
                                  witness.verifier, over_network(*witness.url));
  if (!heard) return heard.refusal();
  if (auto kept = cosigning.keep(published, *heard->line); !kept) return kept.refusal();
  return heard->time.value_or(signing::UnixSeconds{});
}

}  // namespace

std::vector<Asked> ask_witnesses(const Cosigning& cosigning, const CosignedCheckpoint& published) {
  std::vector<Asked> asked;
  for (const auto& witness : cosigning.witnesses()) {
    asked.push_back(
        {witness.name, published.checkpoint.size, cosigned_by(witness, cosigning, published)});
  }
  return asked;
}

std::optional<std::uint64_t> witnessed_size(const Cosigning& cosigning) {
  std::optional<std::uint64_t> size;
  for (const auto& one : cosigning.kept()) {
    if (cosigning.is_witnessed(one)) size = one.checkpoint.size;
  }
  return size;
}

}  // namespace letopis::cosigning
