#include "certifying/certifying.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "archive/durable_files.h"
#include "archive/in_parallel.h"
#include "archivist/archive_files.h"
#include "archivist/archive_story.h"
#include "archivist/closing_volume.h"
#include "archivist/register_lists.h"
#include "certifying/document_press.h"
#include "certifying/document_sealing.h"
#include "certifying/year_package.h"
#include "certifying/year_standing.h"
#include "notary/school_certificates.h"
#include "office/clocks.h"

namespace letopis::certifying {

using namespace archivist;
using namespace cosigning;
using namespace notary;
using namespace office;
using namespace terminal;

namespace {

namespace fs = std::filesystem;

constexpr Noun kDocumentNoun{"документ", "документа", "документов", "document", "documents"};
constexpr Noun kPageNoun{"страница", "страницы", "страниц", "page", "pages"};

// Kinds of documents by the last day on which they must be kept: one volume each.
using Terms = std::map<std::optional<events::Day>, std::set<events::CopyKind>>;

// What was decided before anything is made.
struct Ground {
  events::YearOpened year;
  CosignedCheckpoint state;
  bool witnessed = false;
  Terms missing;  // volumes that are not sealed yet
};

fs::path resume_file(const CertifyOrder& order, const events::YearOpened& year) {
  return order.data / "archive" / ("certify-" + years_text(year));
}

// Where documents lie between their making and their volume; what a power cut left there goes
// first.
class WorkFolder {
 public:
  WorkFolder(const CertifyOrder& order, const events::YearOpened& year)
      : path_(resume_file(order, year).string() + ".work") {
    fs::remove_all(path_);
    fs::create_directory(path_);
    fs::permissions(path_, fs::perms::owner_all);
  }
  ~WorkFolder() {
    std::error_code ignored;  // the next attempt removes it
    fs::remove_all(path_, ignored);
  }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  const fs::path path_;
};

Refusal done_before(const events::SubmissionMade& last) {
  return {"certify.done",
          {fmt::format("этот год уже заверен и сдан: {}", last.name),
           fmt::format("this year was certified and handed over already: {}", last.name)},
          {},
          {"Что изменилось после: --difference. Заверить ещё раз: --again",
           "What changed since: --difference. To certify it again: --again"}};
}

Terms terms_of(const CertifyOrder& order, const SchoolReader& school,
               const events::YearOpened& year, events::Day today) {
  const auto parameters = school.directory().parameters().on(today);
  Terms terms;
  for (const auto& kind : regulations::kept_kinds()) {
    if (order.kinds.find(kind.kind) == order.kinds.end()) continue;
    terms[regulations::keep_until(kind, year.last_day, parameters)].insert(kind.kind);
  }
  return terms;
}

// The log's clock may be ahead of this machine's, as a trial's is.
events::Instant now_of(const SchoolReader& school) {
  const auto last = school.log().event({school.log().size() - 1});
  const events::Instant now = SystemClock().now();
  return last ? std::max(now, last->recorded) : now;
}

Result<events::YearOpened> check_year(const CertifyOrder& order, const DocumentSigner& signer,
                                      const SchoolReader& school, bool resumes) {
  auto year = year_named(school.directory(), order.year);
  if (!year) return year;
  if (auto fit = expect_certifiable(school, *year, now_of(school)); !fit) return fit.refusal();
  const auto taken = school_certificates(school.directory());
  if (auto known = expect_taken(taken, signer.certificates()); !known) return known.refusal();
  const auto before = submissions_of(school.directory(), year->year);
  if (!before.empty() && !order.again && !resumes) return done_before(before.back());
  return year;
}

// The checkpoint of an attempt that was cut off; empty: there was none.
Result<std::optional<CosignedCheckpoint>> begun_before(const CertifyOrder& order,
                                                       const SchoolReader& school,
                                                       const events::YearOpened& year) {
  const fs::path file = resume_file(order, year);
  if (!fs::exists(file)) return std::optional<CosignedCheckpoint>();
  const auto note = read_small_file(file, signing::kMaxNoteBytes);
  if (!note) return note.refusal();
  const auto cosigning = Cosigning::open(school, order.policy);
  if (!cosigning) return cosigning.refusal();
  auto opened = cosigning->opened(*note);
  if (!opened) return opened.refusal();
  return std::optional(std::move(*opened));
}

// Whole or not at all; one that is there stays.
void remember(const fs::path& file, const std::string& note) {
  if (fs::exists(file)) return;
  fs::create_directories(file.parent_path());
  const fs::path aside = file.string() + ".part";
  fs::remove(aside);
  archive::write_new_file(aside, bytes_of(note), archive::Durable::kNow);
  archive::rename_durably(aside, file);
}

Result<Ground> prepare(const CertifyOrder& order, const DocumentSigner& signer,
                       const Console& console) {
  Ground ground;
  std::optional<CosignedCheckpoint> begun;
  {
    const auto school = SchoolReader::open(order.data, Language::kRussian);
    if (!school) return school.refusal();
    const auto named = year_named((*school)->directory(), order.year);
    if (!named) return named.refusal();
    auto before = begun_before(order, **school, *named);
    if (!before) return before.refusal();
    begun = std::move(*before);
    auto year = check_year(order, signer, **school, begun.has_value());
    if (!year) return year.refusal();
    ground.year = *year;
  }
  auto state = witness_now(order.data, order.policy, console);
  if (!state) return state.refusal();
  ground.witnessed = state->witnessed;
  ground.state = begun ? *std::move(begun) : std::move(state->published);
  remember(resume_file(order, ground.year), ground.state.note);
  const auto school = SchoolReader::open(order.data, Language::kRussian);
  if (!school) return school.refusal();
  const auto today = (*school)->zone().day_of(now_of(**school));
  ground.missing = terms_of(order, **school, ground.year, today);
  for (const auto& volume :
       volumes_of_state((*school)->directory(), ground.year, ground.state.checkpoint.size)) {
    ground.missing.erase(volume.fact.keep_until);
  }
  return ground;
}

Result<Pressed> press_told(const CertifyOrder& order, const Ground& ground,
                           const DocumentSigner& signer, const fs::path& folder,
                           const Console& console) {
  std::set<events::CopyKind> kinds;
  for (const auto& [until, some] : ground.missing) kinds.insert(some.begin(), some.end());
  std::vector<YearDocument> wishes;
  {
    const auto school = SchoolReader::open(order.data, Language::kRussian);
    if (!school) return school.refusal();
    const projections::Directory then((*school)->log(), {ground.state.checkpoint.size});
    wishes = year_documents(then, ground.year, kinds);
  }
  const PressOrder job{order.data, ground.state.checkpoint.size, folder, signer.as_function(),
                       archive::all_cores()};
  ProgressBar bar(console, std::string(console.in({"Документы", "Documents"})));
  return press(job, wishes, [&](std::uint64_t done, std::uint64_t all) { bar.show(done, all); });
}

Result<std::vector<archive::RegisterTable>> registers_of(const CertifyOrder& order,
                                                         const events::YearOpened& year) {
  const auto school = SchoolReader::open(order.data, Language::kRussian);
  if (!school) return school.refusal();
  const auto changes =
      list_changes(**school, {{year.first_day, year.last_day}, {}}, Language::kRussian);
  if (!changes) return changes.refusal();
  const std::string made = day_text(Language::kEnglish, today()) + "T00:00:00Z";
  const auto copies_csv =
      list_csv(list_copies(**school, Language::kRussian), made, Language::kRussian);
  if (!copies_csv) return copies_csv.refusal();
  const auto changes_csv = list_csv(*changes, made, Language::kRussian);
  if (!changes_csv) return changes_csv.refusal();
  return std::vector<archive::RegisterTable>{{"printed_copies.csv", *copies_csv},
                                             {"changed_marks.csv", *changes_csv}};
}

std::uint64_t count_of(const Pressed& pressed, const std::set<events::CopyKind>& kinds) {
  return static_cast<std::uint64_t>(std::count_if(
      pressed.documents.begin(), pressed.documents.end(),
      [&](const auto& one) { return kinds.find(one.document.kind.kind) != kinds.end(); }));
}

// Those of the kinds, one after the other.
archive::DocumentSource source_of(const Pressed& pressed, const fs::path& folder,
                                  const std::set<events::CopyKind>& kinds) {
  return [&pressed, folder, kinds,
          next = std::size_t{0}]() mutable -> Result<std::optional<archive::SealedDocument>> {
    while (next < pressed.documents.size()) {
      const auto& one = pressed.documents[next++];
      if (kinds.find(one.document.kind.kind) == kinds.end()) continue;
      auto document = read_pressed(folder, one);
      if (!document) return document.refusal();
      return std::optional(std::move(*document));
    }
    return std::optional<archive::SealedDocument>();
  };
}

void tell_sealed(const Console& console, const std::string& name,
                 const std::optional<events::Day>& until) {
  if (console.json()) return;
  const std::string term =
      until
          ? console.fill({"хранить по {}", "keep through {}"}, day_text(console.language(), *until))
          : std::string(console.in({"хранить постоянно: срока школа не назвала",
                                    "keep for ever: the school named no term"}));
  console.line(
      console.toned(Tone::kGood, console.fill({"✓ Том {}: {}", "✓ Volume {}: {}"}, name, term)));
}

void tell_closed(const Console& console, const std::string& name) {
  if (console.json()) return;
  console.line(console.toned(
      Tone::kGood, console.fill({"✓ Том {}: журнал событий с записями об этих томах",
                                 "✓ Volume {}: the log with the entries of these volumes"},
                                name)));
}

Outcome seal_terms(const CertifyOrder& order, const Ground& ground, const Pressed& pressed,
                   const fs::path& folder, const archive::Certificates& certificates,
                   const Console& console) {
  auto registers = registers_of(order, ground.year);
  if (!registers) return registers.refusal();
  const auto desk = ArchiveDesk::open(order.data);
  if (!desk) return desk.refusal();
  const auto media = (*desk)->choose_media(order.media[0], order.media[1], order.trial_media);
  if (!media) return media.refusal();
  if (const auto settled = (*desk)->settle(*media); !settled) return settled.refusal();
  for (const auto& [until, kinds] : ground.missing) {
    const std::uint64_t count = count_of(pressed, kinds);
    if (count == 0) continue;
    const DocumentOrder wish{
        years_text(ground.year), until, ground.state.note, count, *registers, certificates};
    ProgressBar bar(console, std::string(console.in({"Том", "Volume"})));
    const auto sealed =
        seal_documents(**desk, *media, wish, source_of(pressed, folder, kinds),
                       [&](std::uint64_t done, std::uint64_t all) { bar.show(done, all); });
    if (!sealed) return sealed.refusal();
    tell_sealed(console, sealed->name, until);
  }
  return Done{};
}

void tell_pressed(const Console& console, const Pressed& pressed) {
  if (console.json()) return;
  const auto language = console.language();
  console.line(console.fill(
      {"  {}, {} за {} с: {} в секунду", "  {}, {} in {} s: {} a second"},
      counted(language, pressed.documents.size(), kDocumentNoun),
      counted(language, pressed.pages, kPageNoun), decimal(language, pressed.seconds),
      decimal(language, static_cast<double>(pressed.pages) / std::max(pressed.seconds, 0.001))));
}

// Documents made and signed in a folder that lives as long as that takes, and sealed.
Outcome make_and_seal(const CertifyOrder& order, const Ground& ground, const DocumentSigner& signer,
                      const archive::Certificates& certificates, const Console& console,
                      CertifiedYear& told) {
  const WorkFolder work(order, ground.year);
  const auto pressed = press_told(order, ground, signer, work.path(), console);
  if (!pressed) return pressed.refusal();
  if (pressed->documents.empty()) {
    return Refusal{"certify.nothing",
                   {"заверять нечего: в этом году нет ни одного класса",
                    "there is nothing to certify: the year has no class"}};
  }
  tell_pressed(console, *pressed);
  told.documents = pressed->documents.size();
  told.pages = pressed->pages;
  told.pages_a_second = static_cast<double>(pressed->pages) / std::max(pressed->seconds, 0.001);
  return seal_terms(order, ground, *pressed, work.path(), certificates, console);
}

}  // namespace

Result<CertifiedYear> certify_told(const CertifyOrder& order, const DocumentSigner& signer,
                                   const Console& console) {
  const auto ground = prepare(order, signer, console);
  if (!ground) return ground.refusal();
  const auto certificates = certificates_for_volume(order.data, signer.as_function());
  if (!certificates) return certificates.refusal();
  CertifiedYear told;
  told.log_size = ground->state.checkpoint.size;
  if (!ground->missing.empty()) {
    auto made = make_and_seal(order, *ground, signer, *certificates, console, told);
    if (!made) return made.refusal();
  }
  const auto sealed = witness_now(order.data, order.policy, console);
  if (!sealed) return sealed.refusal();
  told.witnessed = ground->witnessed && sealed->witnessed;
  const auto closing =
      seal_closing_volume({order.data, order.media, order.trial_media}, *certificates, console);
  if (!closing) return closing.refusal();
  if (*closing) tell_closed(console, **closing);
  const auto package = pack_year({order.data, ground->year, order.receiver, order.out, order.media,
                                  ground->state, order.policy, *certificates});
  if (!package) return package.refusal();
  told.package = package->place;
  told.tag_manifest = package->tag_manifest;
  const auto school = SchoolReader::open(order.data, Language::kRussian);
  if (!school) return school.refusal();
  for (const auto& volume : volumes_of_state((*school)->directory(), ground->year, told.log_size)) {
    told.volumes.push_back(volume.fact.name);
  }
  fs::remove(resume_file(order, ground->year));
  return told;
}

}  // namespace letopis::certifying
