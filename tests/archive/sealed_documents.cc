#include "archive/sealed_documents.h"

#include <fmt/format.h>

#include "pki/office.h"
#include "regulations/civil_day.h"

namespace letopis::archive {
namespace {

constexpr std::uint64_t kEntries = 300;

trial::Settings settings() {
  trial::Settings settings;
  settings.pupils = 20;
  return settings;
}

std::string text(Bytes bytes) { return std::string(text_of(bytes)); }

}  // namespace

std::vector<SideFile> certified_by_the_director(std::string_view bytes) {
  const auto signature = pki::office().sign(bytes);
  return {{std::string(kSignatureSuffix), text(signature)},
          {std::string(kTimestampSuffix), text(pki::office().stamp(signature))}};
}

Certificates certificates_of_the_office() {
  Certificates certificates;
  certificates.sign = [](std::string_view bytes) -> Result<std::vector<SideFile>> {
    return certified_by_the_director(bytes);
  };
  certificates.authorities = pki::print_pem(pki::office().authority.certificate());
  certificates.revocations = {text(pki::office().authority.revocation_list(
      {}, pki::kFounded, pki::kFounded + std::chrono::days(3'000), 1))};
  return certificates;
}

signing::Digest authority_of_the_office() { return pki::office().authority.certificate().sha256; }

SealedDocument document(const std::string& folder, const std::string& name) {
  SealedDocument one{folder, name, "%PDF-1.4 " + folder + "/" + name, "Фамилия;Отметка\n", {}};
  one.signatures = certified_by_the_director(one.pdf);
  return one;
}

Result<SealedVolume> try_to_seal_documents(const MemoryLog& log, const DocumentWish& wish,
                                           const std::array<std::filesystem::path, 2>& media) {
  DocumentPlan plan;
  plan.origin = log.origin();
  plan.years = "2025-2026";
  plan.day = "2026-06-30";
  plan.program = "letopis 0.1.0";
  plan.log = log.id();
  plan.volume = wish.volume;
  plan.previous = wish.previous;
  plan.keep_until = wish.keep_until;
  plan.trial_log = true;
  plan.trial_media = true;
  plan.checkpoint = wish.checkpoint.empty() ? log.checkpoint() : wish.checkpoint;
  plan.registers = wish.registers;
  plan.certificates = wish.certificates;
  plan.media = media;
  std::size_t next = 0;
  const DocumentSource source = [&]() -> Result<std::optional<SealedDocument>> {
    if (next == wish.documents.size()) return std::optional<SealedDocument>();
    return std::optional(wish.documents[next++]);
  };
  return seal_documents(plan, source, log.log_key(), {});
}

DocumentSchool::DocumentSchool(bool destroyed) : log_(settings()) {
  trial::Year year(settings());
  year.live([&](const trial::Command& command) {
    if (!command.in_vain && log_.size() < kEntries) log_.record(command);
  });
  register_media();
  seal_the_log();
  seal_the_documents(kKeepUntil);
  seal_the_documents(std::nullopt);
  seal_the_log();
  if (destroyed) {
    std::filesystem::remove_all(medium(0) / volumes_[kKept].name);
    log_.state(
        {events::VolumeDestroyed{{2}, {1}, {"№ 12", *regulations::parse_iso("2031-07-10")}}});
    seal_the_log();
  }
  const auto log = signing::log_verifier_key(log_.origin(), log_.log_key().public_key());
  trust_.policy.logs = {{log, std::nullopt}};
  trust_.genesis = signing::leaf_hash(bytes_of(log_.entries[0]));
  trust_.founder = log_.key_of({0}).public_key();
  trust_.authorities = {authority_of_the_office()};
}

const DocumentSchool& DocumentSchool::whole() {
  static const DocumentSchool school(false);
  return school;
}

const DocumentSchool& DocumentSchool::after_destruction() {
  static const DocumentSchool school(true);
  return school;
}

void DocumentSchool::register_media() {
  std::vector<events::Fact> facts;
  for (std::uint32_t number = 1; number <= places_.size(); ++number) {
    MediumIdentity identity{log_.id(), {number}, {}};
    identity.token.fill(static_cast<std::byte>(number));
    const auto written = write_identity(medium(number - 1), identity);
    if (!written) throw std::runtime_error(written.refusal().says.en);
    facts.emplace_back(events::MediumRegistered{{number},
                                                fmt::format("SN-{}", number),
                                                "ext4",
                                                fmt::format("Кабинет {}", number),
                                                MemoryLog::kDirector,
                                                identity_digest(identity)});
  }
  log_.state(std::move(facts));
}

std::optional<VolumeName> DocumentSchool::last_of(events::VolumeKind kind) const {
  for (auto i = volumes_.size(); i-- > 0;) {
    if (kinds_[i] == kind) return VolumeName{volumes_[i].name, volumes_[i].tag_manifest};
  }
  return std::nullopt;
}

void DocumentSchool::seal_the_log() {
  SealWish wish;
  wish.volume = {static_cast<std::uint32_t>(volumes_.size() + 1)};
  wish.previous = last_of(events::VolumeKind::kLog);
  wish.certificates = certificates_of_the_office();
  for (std::size_t i = 0; i < volumes_.size(); ++i) {
    if (kinds_[i] == events::VolumeKind::kLog) wish.first = volumes_[i].end;
  }
  record(seal_log(log_, wish, {medium(0), medium(1)}), events::VolumeKind::kLog, std::nullopt);
}

void DocumentSchool::seal_the_documents(const std::optional<std::string>& keep_until) {
  DocumentWish wish;
  wish.volume = {static_cast<std::uint32_t>(volumes_.size() + 1)};
  wish.previous = last_of(events::VolumeKind::kDocument);
  wish.keep_until = keep_until;
  wish.certificates = certificates_of_the_office();
  wish.documents = {document("9a", "summary.pdf"), document("9a", "journal.pdf"),
                    document("9b", "summary.pdf")};
  wish.registers = {{"printed_copies.csv", "Номер;Листов\n1;20\n"}};
  const auto sealed = try_to_seal_documents(log_, wish, {medium(0), medium(1)});
  if (!sealed) throw std::runtime_error(sealed.refusal().says.en);
  std::optional<events::Day> until;
  if (keep_until) until = *regulations::parse_iso(*keep_until);
  record(*sealed, events::VolumeKind::kDocument, until);
}

void DocumentSchool::record(const SealedVolume& sealed, events::VolumeKind kind,
                            std::optional<events::Day> keep_until) {
  std::optional<signing::Digest> previous;
  if (const auto last = last_of(kind)) previous = last->tag_manifest;
  log_.state({events::VolumeSealed{{static_cast<std::uint32_t>(volumes_.size() + 1)},
                                   kind,
                                   sealed.name,
                                   sealed.first,
                                   sealed.end,
                                   sealed.root,
                                   sealed.tag_manifest,
                                   previous,
                                   {1},
                                   {2},
                                   sealed.signatures,
                                   true,
                                   keep_until}});
  volumes_.push_back(sealed);
  kinds_.push_back(kind);
}

}  // namespace letopis::archive
