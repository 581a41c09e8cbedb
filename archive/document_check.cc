#include "archive/document_check.h"

#include <fmt/format.h>

#include <algorithm>

#include "archive/in_parallel.h"
#include "archive/layout.h"
#include "archive/manifest_signer.h"

namespace letopis::archive {
namespace {

using audit::Fault;

constexpr std::string_view kPdf = ".pdf";
constexpr std::string_view kCsv = ".csv";

bool is_document(std::string_view file) {
  return file.starts_with(kDocumentsFolder) && file.ends_with(kPdf);
}

// What the file belongs to and is nothing without: X.pdf of X.csv and X.pdf.sig, X.pdf.sig of
// X.pdf.sig.tsr; the file itself of a document; nothing iff no volume has such a file.
std::optional<std::string> owner_of(std::string_view file) {
  const auto without = [&](std::string_view ending) {
    return std::string(file.substr(0, file.size() - ending.size()));
  };
  if (file.ends_with(kPdf)) return std::string(file);
  if (file.ends_with(kCsv)) return without(kCsv) + std::string(kPdf);
  if (file.ends_with(kTimestampSuffix)) {
    return without(kTimestampSuffix) + std::string(kSignatureSuffix);
  }
  if (file.ends_with(kGostSuffix)) return without(kGostSuffix);
  if (file.ends_with(kSignatureSuffix)) return without(kSignatureSuffix);
  return std::nullopt;
}

// data/documents/CLASS/NAME, and no folder below that.
bool is_in_class(std::string_view file) {
  file.remove_prefix(kDocumentsFolder.size());
  return std::count(file.begin(), file.end(), '/') == 1;
}

bool is_in_register(std::string_view file) {
  return file.starts_with(kRegisterFolder) && file.ends_with(kCsv) &&
         file.find('/', kRegisterFolder.size()) == std::string_view::npos;
}

bool is_beside_documents(std::string_view file) {
  return file == kCheckpointFile || file == kVerifierKeyFile || file == kPemFile ||
         file == kAuthoritiesFile || file.starts_with(kRevocationsFolder) ||
         file.starts_with(kAccessFolder) || is_in_register(file);
}

}  // namespace

Sentence document_in(std::string_view file) {
  file.remove_prefix(std::min(kDocumentsFolder.size(), file.size()));
  const auto cut = std::min(file.find('/'), file.size());
  const auto name = file.substr(std::min(cut + 1, file.size()));
  return {fmt::format("класс {}, документ {}", file.substr(0, cut), name),
          fmt::format("class {}, document {}", file.substr(0, cut), name)};
}

Certified DocumentCheck::check(const Progress& progress) {
  check_listed_files();
  std::vector<std::string> documents;
  for (const auto& [file, digest] : frame_.manifest()) {
    if (is_document(file)) documents.push_back(file);
  }
  certified_.documents = documents.size();
  if (documents.size() != frame_.info()->documents) {
    frame_.add(Fault::kAltered, "manifest",
               {"volume.document_count",
                {"bag-info.txt называет не столько документов, сколько есть",
                 "bag-info.txt says another number of documents than there are"}},
               kBagInfoFile);
  }
  std::uint64_t done = 0;
  in_parallel(documents.size(), all_cores(), [&](std::size_t i) {
    check_document(documents[i]);
    const std::lock_guard lock(mutex_);
    if (progress) progress(++done, documents.size());
  });
  frame_.check_log_key();
  frame_.folder().finish();
  frame_.check_payload_sum();
  return certified_;
}

void DocumentCheck::check_listed_files() {
  const auto& manifest = frame_.manifest();
  for (const auto file : {kCheckpointFile, kVerifierKeyFile, kPemFile}) {
    if (manifest.find(file) != manifest.end()) continue;
    frame_.add(Fault::kIncomplete, "files",
               {"volume.not_listed",
                {fmt::format("файл {} должен быть в томе, а в описи его нет", file),
                 fmt::format("{} belongs to the volume, and the manifest does not list it", file)}},
               file);
  }
  for (const auto& [file, digest] : manifest) {
    if (!file.starts_with(kDocumentsFolder)) {
      if (is_beside_documents(file)) continue;
    } else if (const auto owner = owner_of(file); owner && is_in_class(file)) {
      if (manifest.find(*owner) != manifest.end()) continue;
      const auto document = document_in(file);
      frame_.add(Fault::kIncomplete, "documents",
                 {"document.missing",
                  {document.ru + ": того, к чему этот файл относится, в томе нет",
                   document.en + ": what this file belongs to is not in the volume"}},
                 file);
      continue;
    }
    frame_.add(Fault::kAltered, "files",
               {"volume.unexpected_file",
                {fmt::format("файла {} в таком томе не бывает", file),
                 fmt::format("no such volume has a file {}", file)}},
               file);
  }
}

std::optional<std::string> DocumentCheck::beside(const std::string& file, std::string_view suffix) {
  const auto path = file + std::string(suffix);
  if (frame_.manifest().find(path) == frame_.manifest().end()) return std::nullopt;
  return frame_.folder().read(path);
}

void DocumentCheck::check_document(const std::string& file) {
  const auto pdf = frame_.folder().read(file);
  const BesideFiles files{beside(file, kSignatureSuffix), beside(file, kTimestampSuffix),
                          beside(file, kGostSuffix)};
  if (!pdf) return;  // that it is missing is found already
  Certified one;
  const bool is_signed = files.signature || files.gost;
  if (!is_signed) ++one.not_signed;
  const auto good = judge_beside(*pdf, files, frame_.authorities(), settings_, one);
  const std::lock_guard lock(mutex_);
  certified_.add(one);
  const auto document = document_in(file);
  if (!is_signed && asks_for_certificates(settings_)) {
    frame_.add(
        Fault::kIncomplete, "documents",
        {"document.not_signed",
         {document.ru + ": подписи сертификатом нет", document.en + ": no certificate signed it"}},
        file);
  }
  if (good) return;
  const auto& why = good.refusal();
  frame_.add(
      Fault::kAltered, "documents",
      {why.code,
       {document.ru + ": подпись не принята: " + why.says.ru,
        document.en + ": its signature does not hold: " + why.says.en}},
      file + std::string(why.code.starts_with("timestamp.") ? kTimestampSuffix : kSignatureSuffix));
}

}  // namespace letopis::archive
