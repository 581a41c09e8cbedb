// The documents that the regulation requires of the school: which are there, and which are lacking
// (SET-15). No clause names a day, so none is late.
//
// The log has a kind of its own for few of them. Any other is known by its title, which begins with
// the regulation's word or with the phrase that the table of keys has for it; «Порядок
// использования» (R1 2.1) is the adopted regulation itself.
#include <algorithm>

#include "projections/due_school.h"
#include "regulations/known_keys.h"
#include "regulations/value_list.h"

namespace letopis::projections {
namespace {

using events::DocumentKind;
using regulations::ValueWord;

constexpr std::string_view kKey = "documents_required";

// How many bytes a Russian letter takes.
constexpr std::size_t kLetter = 2;

std::optional<DocumentKind> kind_of(std::string_view word) {
  if (word == "journal_regulation") return DocumentKind::kRegulation;
  if (word == "introduction_order") return DocumentKind::kIntroductionOrder;
  return std::nullopt;
}

// A phrase may begin a sentence: of its first letter no more than its place counts.
bool is_called(std::string_view title, const ValueWord& word) {
  if (title.starts_with(word.word)) return true;
  return title.size() >= word.ru.size() &&
         title.substr(kLetter).starts_with(word.ru.substr(kLetter));
}

class DocumentDuties {
 public:
  explicit DocumentDuties(DueSchool& school) : school_(school) { read_documents(); }

  void add() {
    const events::Parameter* rule = school_.rules(school_.today()).find(kKey);
    if (rule == nullptr) return;
    const std::optional<Stamp> adopted = read_asked();
    const auto required = regulations::items_of(rule->value);
    for (const ValueWord& word : regulations::known_key(kKey)->words) {
      if (std::find(required.begin(), required.end(), word.word) == required.end()) continue;
      DueItem document;
      document.kind = DueKind::kDocument;
      document.clause = rule->clause;
      document.roles = {events::Role::kDirector};
      document.who = school_.holders(document.roles, school_.today(), std::nullopt);
      document.about.setup = word.word;
      document.opens = school_.start_of(asked_);
      document.done = word.word == "usage_order" && adopted ? adopted : recorded(word);
      school_.add(std::move(document));
    }
  }

 private:
  void read_documents() {
    for (std::size_t i = 0; i < std::size(events::Words<DocumentKind>::all); ++i) {
      for (auto& one : school_.duties().documents(static_cast<DocumentKind>(i))) {
        documents_.push_back(std::move(one));
      }
    }
    std::sort(documents_.begin(), documents_.end(),
              [](const auto& a, const auto& b) { return a.stamp.position < b.stamp.position; });
  }

  // Since when it is asked: since the first regulation in force that asks for it, which is
  // answered.
  std::optional<Stamp> read_asked() {
    std::optional<Stamp> adopted;
    asked_ = school_.today();
    const auto take = [this](events::Day from) { asked_ = std::min(asked_, from); };
    school_.directory().story(Shelf::kAdoptions, {}, [&](const FiledRow& row, bool is_void) {
      if (is_void) return true;
      if (row.holds<events::RegulationAdopted>()) {
        const auto fact = row.fact<events::RegulationAdopted>();
        const bool asks = std::any_of(fact.parameters.begin(), fact.parameters.end(),
                                      [](const events::Parameter& one) { return one.key == kKey; });
        if (asks) take(fact.in_force_from);
        if (asks && !adopted) adopted = row.stamp();
      } else if (row.holds<events::ParameterChanged>()) {
        const auto fact = row.fact<events::ParameterChanged>();
        if (fact.parameter.key == kKey) take(fact.in_force_from);
      }
      return true;
    });
    return adopted;
  }

  std::optional<Stamp> recorded(const ValueWord& word) const {
    const auto kind = kind_of(word.word);
    for (const auto& one : documents_) {
      if (one.fact.kind == kind || is_called(one.fact.title, word)) return one.stamp;
    }
    return std::nullopt;
  }

  DueSchool& school_;
  std::vector<Filed<events::DocumentRecorded>> documents_;  // in the order of the log
  events::Day asked_;
};

}  // namespace

void add_document_duties(DueSchool& school) {
  if (!school.asks_for(DueKind::kDocument) || school.query().school_class) return;
  DocumentDuties(school).add();
}

}  // namespace letopis::projections
