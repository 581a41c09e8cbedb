#include "cosigning/cosign_files.h"

#include <fmt/format.h>

#include <algorithm>

#include "office/new_file.h"
#include "office/school_files.h"

namespace letopis::cosigning {

using namespace office;

namespace {

namespace fs = std::filesystem;

std::string file_name(const std::string& origin, std::uint64_t size, const Cosigner& witness) {
  std::string safe = origin;
  std::replace_if(
      safe.begin(), safe.end(),
      [](unsigned char one) {
        const bool digit = one >= '0' && one <= '9';
        const bool letter = (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z');
        return !digit && !letter && one != '.' && one != '-';
      },
      '_');
  return fmt::format("{}-{}-{:08x}.request", safe, size, witness.verifier.id().value);
}

// The witness to whom a request of that name went.
const Cosigner* witness_of(const Cosigning& cosigning, const fs::path& request) {
  const std::string stem = request.stem().string();
  for (const auto& one : cosigning.witnesses()) {
    if (stem.ends_with(fmt::format("-{:08x}", one.verifier.id().value))) return &one;
  }
  return nullptr;
}

Result<std::vector<fs::path>> answer_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code absent;
  for (const auto& entry : fs::directory_iterator(folder, absent)) {
    if (entry.path().extension() == ".answer") files.push_back(entry.path());
    if (files.size() > kMaxAnswerFiles) {
      return Refusal{"cosign.many_answers",
                     {"ответов в папке слишком много", "too many answers are in the folder"}};
    }
  }
  std::sort(files.begin(), files.end());
  if (!files.empty()) return files;
  return Refusal{"cosign.no_answers",
                 {fmt::format("в папке {} нет ответов свидетелей", folder.string()),
                  fmt::format("the folder {} holds no answers of witnesses", folder.string())},
                 {},
                 {"Ответ — файл .answer рядом с запросом .request",
                  "An answer is a file .answer beside its .request"}};
}

Refusal ask_again(std::uint64_t known) {
  return {"cosign.ask_again",
          {fmt::format("свидетель заверил уже {} записей; запрос переписан, отнесите его ещё раз",
                       known),
           fmt::format("the witness has cosigned {} entries already; the request is written anew, "
                       "take it there once more",
                       known)}};
}

// One answer with its request; `about` is the checkpoint that was asked for.
Result<signing::UnixSeconds> take(const Cosigning& cosigning, const Cosigner& witness,
                                  const CosignedCheckpoint& about, const fs::path& answer_file,
                                  const fs::path& request_file) {
  const auto text = read_small_file(answer_file, witness::kMaxAnswerBytes + 200);
  if (!text) return text.refusal();
  const auto answer = witness::parse_answer(*text);
  if (!answer) return answer.refusal();
  const auto heard =
      witness::hear(*answer, signing::print_checkpoint(about.checkpoint), witness.verifier);
  if (!heard) return heard.refusal();
  if (heard->line) {
    if (auto kept = cosigning.keep(about, *heard->line); !kept) return kept.refusal();
    return heard->time.value_or(signing::UnixSeconds{});
  }
  const auto again = witness::request_from(cosigning.question(about), heard->known);
  if (!again) return again.refusal();
  fs::remove(request_file);
  fs::remove(answer_file);
  if (auto written = write_new(request_file, witness::print_add_checkpoint(*again), 0644);
      !written) {
    return written.refusal();
  }
  return ask_again(heard->known);
}

}  // namespace

Result<std::vector<fs::path>> write_requests(const Cosigning& cosigning,
                                             const CosignedCheckpoint& published,
                                             const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& witness : cosigning.witnesses()) {
    if (Cosigning::cosigned_at(published, witness)) continue;
    const auto request =
        witness::request_from(cosigning.question(published), cosigning.size_known_to(witness));
    if (!request) return request.refusal();
    const auto& checkpoint = published.checkpoint;
    const fs::path file = folder / file_name(checkpoint.origin, checkpoint.size, witness);
    if (auto written = write_new(file, witness::print_add_checkpoint(*request), 0644); !written) {
      return written.refusal();
    }
    files.push_back(file);
  }
  return files;
}

Result<std::vector<Asked>> take_answers(const Cosigning& cosigning, const fs::path& folder) {
  const auto files = answer_files(folder);
  if (!files) return files.refusal();
  std::vector<Asked> taken;
  for (const auto& file : *files) {
    fs::path request_file = file;
    request_file.replace_extension(".request");
    const auto* witness = witness_of(cosigning, request_file);
    const auto text = read_small_file(request_file, witness::kMaxRequestBytes);
    const auto request = text ? witness::parse_add_checkpoint(*text) : text.refusal();
    const auto about = request ? cosigning.opened(request->checkpoint) : request.refusal();
    const std::string name = witness ? witness->name : file.filename().string();
    if (!witness) {
      taken.push_back({name, 0,
                       Refusal{"cosign.whose",
                               {"этот ответ не от известного свидетеля",
                                "this answer is of no known witness"}}});
    } else if (!about) {
      taken.push_back({name, 0, about.refusal()});
    } else {
      taken.push_back(
          {name, about->checkpoint.size, take(cosigning, *witness, *about, file, request_file)});
    }
  }
  return taken;
}

}  // namespace letopis::cosigning
