// A trial school that sealed its log and certified documents to two media, all of them signed by
// its director's certificate and stamped: what the tests of document volumes damage.
//
//   v001 log ──┤ v002 documents, kept until a day ├┤ v003 documents, for ever ├── v004 log ──┤
#pragma once

#include "archive/document_seal.h"
#include "archive/sealed_school.h"

namespace letopis::archive {

// Signs and stamps as the director of pki::office(), at its moments.
std::vector<SideFile> certified_by_the_director(std::string_view bytes);
Certificates certificates_of_the_office();

// A trust file's line for that office.
signing::Digest authority_of_the_office();

struct DocumentWish {
  events::VolumeNumber volume;
  std::optional<VolumeName> previous;
  std::optional<std::string> keep_until;
  std::vector<SealedDocument> documents;
  std::vector<RegisterTable> registers;
  Certificates certificates;
  std::string checkpoint = {};  // empty: the log's newest
};

Result<SealedVolume> try_to_seal_documents(const MemoryLog& log, const DocumentWish& wish,
                                           const std::array<std::filesystem::path, 2>& media);

SealedDocument document(const std::string& folder, const std::string& name);

// Made once and never changed: tests damage copies. One thread.
class DocumentSchool {
 public:
  enum Volume { kFirstLog, kKept, kForEver, kSecondLog };
  static constexpr const char* kKeepUntil = "2031-06-30";

  // Iff `destroyed`, the kept volume was then destroyed on the first medium, and the log sealed
  // once more.
  explicit DocumentSchool(bool destroyed);
  static const DocumentSchool& whole();
  static const DocumentSchool& after_destruction();

  const std::filesystem::path& medium(std::size_t which) const { return places_[which].path(); }
  const SealedVolume& volume(std::size_t which) const { return volumes_[which]; }
  const MemoryLog& log() const { return log_; }
  const Trust& trust() const { return trust_; }  // with the office's authority

 private:
  void register_media();
  void seal_the_log();
  void seal_the_documents(const std::optional<std::string>& keep_until);
  void record(const SealedVolume& sealed, events::VolumeKind kind,
              std::optional<events::Day> keep_until);
  std::optional<VolumeName> last_of(events::VolumeKind kind) const;

  MemoryLog log_;
  std::array<TemporaryDirectory, 2> places_{TemporaryDirectory(quick_place()),
                                            TemporaryDirectory(quick_place())};
  std::vector<SealedVolume> volumes_;
  std::vector<events::VolumeKind> kinds_;
  Trust trust_;
};

}  // namespace letopis::archive
