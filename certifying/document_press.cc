#include "certifying/document_press.h"

#include <atomic>
#include <chrono>
#include <mutex>

#include "archive/durable_files.h"
#include "archive/in_parallel.h"
#include "documents/render_csv.h"
#include "documents/render_pdf.h"
#include "reading/report_choice.h"
#include "reports/make.h"

namespace letopis::certifying {

using namespace office;
using namespace reading;

namespace {

namespace fs = std::filesystem;

// Of one document, or nothing: its class has nothing to print of that kind.
using Maybe = std::optional<PressedDocument>;

std::string stem_of(const std::string& name) { return name.substr(0, name.rfind('.')); }

// What one thread needs to make documents.
class Press {
 public:
  static Result<std::unique_ptr<Press>> open(const PressOrder& order) {
    auto school = SchoolReader::open(order.data, terminal::Language::kRussian);
    if (!school) return school.refusal();
    auto log = log_state(**school, order.log_size);
    if (!log) return log.refusal();
    auto renderer = documents::PdfRenderer::open();
    if (!renderer) return renderer.refusal();
    return std::unique_ptr<Press>(
        new Press(order, std::move(*school), std::move(*log), std::move(*renderer)));
  }

  Result<Maybe> make(const YearDocument& wish) {
    const auto made = reports::make({school_->log(), school_->texts(), log_}, wish.request);
    if (!made && made.refusal().code == "report.empty") return Maybe();
    if (!made) return made.refusal();
    const auto pdf = renderer_.render(made->document);
    if (!pdf) return pdf.refusal();
    const auto csv = documents::render_csv(made->document);
    if (!csv) return csv.refusal();
    PressedDocument done{wish, page_count(*pdf), pdf->size(), {}};
    put(wish, wish.name, *pdf);
    put(wish, stem_of(wish.name) + ".csv", *csv);
    if (!order_.sign) return Maybe(std::move(done));
    const auto files = order_.sign(*pdf);
    if (!files) return files.refusal();
    for (const auto& file : *files) {
      put(wish, wish.name + file.suffix, file.bytes);
      done.side_suffixes.push_back(file.suffix);
    }
    return Maybe(std::move(done));
  }

 private:
  Press(const PressOrder& order, std::unique_ptr<SchoolReader> school, reports::LogState log,
        documents::PdfRenderer renderer)
      : order_(order),
        school_(std::move(school)),
        log_(std::move(log)),
        renderer_(std::move(renderer)) {}

  void put(const YearDocument& wish, const std::string& name, std::string_view bytes) const {
    archive::make_directories(order_.folder / wish.folder);
    archive::write_new_file(order_.folder / wish.folder / name, bytes_of(bytes),
                            archive::Durable::kWithFileSystem);
  }

  const PressOrder& order_;
  const std::unique_ptr<SchoolReader> school_;
  const reports::LogState log_;
  documents::PdfRenderer renderer_;
};

// What the threads share.
struct Work {
  const std::vector<YearDocument>& wishes;
  const archive::Progress& progress;
  std::vector<Maybe> made;
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  std::uint64_t done = 0;
  std::optional<Refusal> refusal;

  bool is_refused() {
    const std::lock_guard<std::mutex> one(mutex);
    return refusal.has_value();
  }
  void refuse(const Refusal& why) {
    const std::lock_guard<std::mutex> one(mutex);
    if (!refusal) refusal = why;
  }
  void keep(std::size_t index, Maybe document) {
    const std::lock_guard<std::mutex> one(mutex);
    made[index] = std::move(document);
    ++done;
    if (progress) progress(done, wishes.size());
  }
};

void work(const PressOrder& order, Work& shared) {
  const auto press = Press::open(order);
  if (!press) return shared.refuse(press.refusal());
  for (std::size_t i = shared.next++; i < shared.wishes.size(); i = shared.next++) {
    if (shared.is_refused()) return;
    auto made = (*press)->make(shared.wishes[i]);
    if (!made) return shared.refuse(made.refusal());
    shared.keep(i, std::move(*made));
  }
}

}  // namespace

Result<Pressed> press(const PressOrder& order, const std::vector<YearDocument>& documents,
                      const archive::Progress& progress) {
  const auto began = std::chrono::steady_clock::now();
  Work shared{documents, progress, {}, {}, {}, 0, {}};
  shared.made.resize(documents.size());
  archive::in_parallel(order.threads, order.threads, [&](std::size_t) { work(order, shared); });
  if (shared.refusal) return *shared.refusal;
  Pressed pressed;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (!shared.made[i]) {
      pressed.empty.push_back(documents[i]);
      continue;
    }
    pressed.pages += shared.made[i]->pages;
    pressed.documents.push_back(std::move(*shared.made[i]));
  }
  pressed.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  return pressed;
}

Result<archive::SealedDocument> read_pressed(const fs::path& folder,
                                             const PressedDocument& document) {
  const auto& [wish, pages, bytes, suffixes] = document;
  const fs::path place = folder / wish.folder;
  const auto read = [&](const std::string& name) {
    return archive::read_file(place / name, archive::kMaxDocumentBytes);
  };
  auto pdf = read(wish.name);
  if (!pdf) return pdf.refusal();
  auto csv = read(stem_of(wish.name) + ".csv");
  if (!csv) return csv.refusal();
  archive::SealedDocument sealed{wish.folder, wish.name, std::move(*pdf), std::move(*csv), {}};
  for (const auto& suffix : suffixes) {
    auto file = read(wish.name + suffix);
    if (!file) return file.refusal();
    sealed.signatures.push_back({suffix, std::move(*file)});
  }
  return sealed;
}

std::uint64_t page_count(std::string_view pdf) {
  constexpr std::string_view page = "/Type /Page";
  std::uint64_t pages = 0;
  for (std::size_t at = pdf.find(page); at != std::string_view::npos;
       at = pdf.find(page, at + page.size())) {
    const std::size_t after = at + page.size();
    if (after == pdf.size() || pdf[after] != 's') ++pages;
  }
  return pages;
}

}  // namespace letopis::certifying
