#include "archive/document_seal.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "archive/layout.h"
#include "archive/manifest.h"
#include "archive/seal_frame.h"

namespace letopis::archive {
namespace {

constexpr std::string_view kPdf = ".pdf";
constexpr std::string_view kCsv = ".csv";

Refusal refuse(const char* code, const std::string& ru, const std::string& en) {
  return {code, {ru, en}};
}

Refusal wrong_name(const std::string& path) {
  return refuse("document.name", fmt::format("файл тома не может называться {}", path),
                fmt::format("no file of a volume can be called {}", path));
}

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

bool is_name(const std::string& name) {
  return is_volume_path(name) && name.find('/') == std::string::npos;
}

class DocumentSealing {
 public:
  DocumentSealing(const DocumentPlan& plan, const DocumentSource& documents,
                  const signing::PrivateKey& log_key, const Progress& progress)
      : plan_(plan), documents_(documents), log_key_(log_key), progress_(progress) {}

  Result<SealedVolume> run() {
    auto opened = open_own_checkpoint(plan_.checkpoint, plan_.origin, log_key_);
    if (!opened) return opened.refusal();
    describe(*opened);
    if (auto none = expect_no_volume(plan_.media, info_.name); !none) return none.refusal();
    return write_volume(plan_.media, info_.name,
                        [this](VolumeWriter& writer) { return write(writer); });
  }

 private:
  void describe(const signing::Checkpoint& checkpoint) {
    info_.kind = events::VolumeKind::kDocument;
    info_.origin = plan_.origin;
    info_.name = volume_name(plan_.origin, plan_.years, plan_.volume, info_.kind);
    info_.day = plan_.day;
    info_.program = plan_.program;
    info_.log = plan_.log;
    info_.volume = plan_.volume;
    info_.end = {checkpoint.size};
    info_.root = checkpoint.root;
    info_.previous = plan_.previous;
    info_.keep_until = plan_.keep_until;
    info_.trial_log = plan_.trial_log;
    info_.trial_media = plan_.trial_media;
  }

  Result<SealedVolume> write(VolumeWriter& writer) {
    for (const auto& table : plan_.registers) {
      if (!is_name(table.name) || !table.name.ends_with(kCsv)) return wrong_name(table.name);
      const auto put = put_file(writer, std::string(kRegisterFolder) + table.name, table.csv);
      if (!put) return put.refusal();
    }
    if (auto written = write_documents(writer); !written) return written.refusal();
    if (info_.documents == 0 && plan_.registers.empty()) {
      return refuse("volume.no_documents", "в том нечего положить: нет ни документов, ни реестров",
                    "there is nothing to seal: no document and no register");
    }
    writer.put(kCheckpointFile, plan_.checkpoint);
    put_keys(writer, plan_.origin, log_key_.public_key(), plan_.certificates);
    return put_frame(writer, info_, log_key_, plan_.certificates);
  }

  Outcome write_documents(VolumeWriter& writer) {
    while (true) {
      const auto next = documents_();
      if (!next) return next.refusal();
      if (!*next) return Done{};
      if (info_.documents == kMaxDocuments) {
        return refuse("document.too_many", "документов больше, чем бывает в одном томе",
                      "there are more documents than one volume holds");
      }
      if (auto put = put_document(writer, **next); !put) return put;
      ++info_.documents;
      if (progress_) progress_(info_.documents, std::max(plan_.expected, info_.documents));
    }
  }

  Outcome put_document(VolumeWriter& writer, const SealedDocument& document) {
    const auto path = fmt::format("{}{}/{}", kDocumentsFolder, document.folder, document.name);
    if (!is_name(document.folder) || !is_name(document.name) || !document.name.ends_with(kPdf) ||
        document.name.size() == kPdf.size()) {
      return wrong_name(path);
    }
    // Two folders that differ in case alone would be one on other systems.
    const auto folder = folders_.emplace(lower(document.folder), document.folder).first;
    if (folder->second != document.folder) return wrong_name(path);
    if (auto put = put_file(writer, path, document.pdf); !put) return put;
    if (document.csv) {
      const auto table = path.substr(0, path.size() - kPdf.size()) + std::string(kCsv);
      if (auto put = put_file(writer, table, *document.csv); !put) return put;
    }
    for (const auto& file : document.signatures) {
      if (!is_side_file(file.suffix)) return wrong_name(path + file.suffix);
      if (auto put = put_file(writer, path + file.suffix, file.bytes); !put) return put;
    }
    return Done{};
  }

  Outcome put_file(VolumeWriter& writer, const std::string& path, const std::string& contents) {
    if (!is_volume_path(path) || !put_.insert(lower(path)).second) return wrong_name(path);
    if (contents.size() > kMaxDocumentBytes) {
      return refuse("document.too_large", fmt::format("файл {} слишком велик", path),
                    fmt::format("{} is too large", path));
    }
    writer.put(path, contents);
    return Done{};
  }

  const DocumentPlan& plan_;
  const DocumentSource& documents_;
  const signing::PrivateKey& log_key_;
  const Progress& progress_;
  BagInfo info_;
  std::map<std::string, std::string> folders_;  // by their names in lower case
  std::set<std::string> put_;                   // in lower case
};

}  // namespace

Result<SealedVolume> seal_documents(const DocumentPlan& plan, const DocumentSource& documents,
                                    const signing::PrivateKey& log_key, const Progress& progress) {
  return DocumentSealing(plan, documents, log_key, progress).run();
}

}  // namespace letopis::archive
