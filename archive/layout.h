// Where what lies in a volume, and what a volume is called: docs/archive-format.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "events/identifiers.h"
#include "events/words_control.h"

namespace letopis::archive {

inline constexpr std::string_view kReadMeFile = "READ-ME-FIRST.txt";
inline constexpr std::string_view kBagItFile = "bagit.txt";
inline constexpr std::string_view kBagInfoFile = "bag-info.txt";
inline constexpr std::string_view kManifestFile = "manifest-sha256.txt";
inline constexpr std::string_view kTagManifestFile = "tagmanifest-sha256.txt";
inline constexpr std::string_view kSignaturesFolder = "signatures/";
inline constexpr std::string_view kSignedTagManifest = "signatures/tagmanifest-sha256.txt";
inline constexpr std::string_view kNoteFile = "signatures/tagmanifest-sha256.txt.note";
inline constexpr std::string_view kLogFolder = "data/log/";
inline constexpr std::string_view kCheckpointFile = "data/log/checkpoint";
inline constexpr std::string_view kCheckpointsFolder = "data/log/checkpoints/";
inline constexpr std::string_view kBundlesFolder = "data/log/tile/entries/";
inline constexpr std::string_view kJointFile = "data/log/joint";
inline constexpr std::string_view kEventsFolder = "data/events/";
inline constexpr std::string_view kSchemaFolder = "data/schema/";
inline constexpr std::string_view kVerifierKeyFile = "data/keys/log.vkey";
inline constexpr std::string_view kPemFile = "data/keys/log.pem";
inline constexpr std::string_view kAuthorsFile = "data/keys/authors.csv";
inline constexpr std::string_view kAuthoritiesFile = "data/keys/authorities.pem";
inline constexpr std::string_view kRevocationsFolder = "data/keys/revocations/";
inline constexpr std::string_view kDocumentsFolder = "data/documents/";
inline constexpr std::string_view kRegisterFolder = "data/register/";
inline constexpr std::string_view kAccessFolder = "data/access/";
inline constexpr std::string_view kAccessCheckpointFile = "data/access/checkpoint";
inline constexpr std::string_view kAccessJointFile = "data/access/joint";
inline constexpr std::string_view kAccessBundlesFolder = "data/access/tile/entries/";
inline constexpr std::string_view kAccessName = "/access";  // behind the origin: that log's name

inline constexpr std::string_view kUnfinished = ".part";  // ends the name of an unfinished volume

// The whole of bagit.txt.
inline constexpr std::string_view kBagIt =
    "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

inline constexpr std::uint64_t kEntriesOfRendition = 4'096;       // in one file of renditions
inline constexpr std::uint64_t kMaxLogEntries = 999'999'999'999;  // sizes have twelve digits

// "000017" of the file that holds the position; the folder before and ".jsonl" behind it.
std::string rendition_path(std::uint64_t position);
std::string checkpoint_path(std::uint64_t size);

// "data/keys/revocations/000.crl".
std::string revocations_path(std::size_t number);

// "nn125_2025-2026_log_v003"; of a document volume "nn125_2025-2026_doc_v004".
std::string volume_name(std::string_view origin, std::string_view years,
                        events::VolumeNumber number,
                        events::VolumeKind kind = events::VolumeKind::kLog);
// True iff a volume may be called so; nothing else on a medium is taken for one.
bool is_volume_name(std::string_view name);
// Requires: is_volume_name(name).
std::uint64_t number_in(std::string_view volume_name);
events::VolumeKind kind_in(std::string_view volume_name);

// A name that stands on a medium, for people: as it is, or with bytes written as \xNN if it is no
// plain text.
std::string shown_name(std::string_view name);

}  // namespace letopis::archive
