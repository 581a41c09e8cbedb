// The documents that the regulation requires of the school: which are there, and which are lacking
// (SET-15). No clause names a day, so none is late.
//
// The log has a kind of its own for few of them. Any other is known by its title: by the
// regulation's word, or by the stems that the titles of R1 2.1 have. «Порядок использования» is the
// adopted regulation itself.
#include <algorithm>
#include <array>

#include "projections/due_school.h"
#include "regulations/value_list.h"

namespace letopis::projections {
namespace {

using events::DocumentKind;
constexpr std::string_view kKey = "documents_required";

struct Required {
  std::string_view word;  // of the value
  std::optional<DocumentKind> kind;
  std::array<std::string_view, 3> stems;  // all in its title; first letters may be capitals
};

constexpr Required kRequired[] = {
    {"transition_plan", std::nullopt, {"лан ", "переход"}},
    {"usage_order", std::nullopt, {"орядок использования"}},
    {"journal_regulation", DocumentKind::kRegulation, {"оложение о ведении", "журнал"}},
    {"journal_rules", std::nullopt, {"егламент ведения"}},
    {"diary_service_rules", std::nullopt, {"егламент", "услуги"}},
    {"introduction_order", DocumentKind::kIntroductionOrder, {"риказ", "о внедрении"}},
    {"paperless_order", std::nullopt, {"риказ", "бума"}},
    {"class_journal_order", std::nullopt, {"риказ", "электронн", "классн"}}};

bool is_called(std::string_view title, const Required& document) {
  return title == document.word ||
         std::all_of(document.stems.begin(), document.stems.end(),
                     [title](std::string_view stem) { return title.find(stem) != title.npos; });
}

class DocumentDuties {
 public:
  explicit DocumentDuties(DueSchool& school) : school_(school) { read_documents(); }

  void add() {
    const events::Parameter* rule = school_.rules(school_.today()).find(kKey);
    if (rule == nullptr) return;
    const std::optional<Stamp> adopted = read_asked();
    const auto required = regulations::items_of(rule->value);
    for (const Required& one : kRequired) {
      if (std::find(required.begin(), required.end(), one.word) == required.end()) continue;
      DueItem document;
      document.kind = DueKind::kDocument;
      document.clause = rule->clause;
      document.roles = {events::Role::kDirector};
      document.who = school_.holders(document.roles, school_.today(), std::nullopt);
      document.about.setup = one.word;
      document.opens = school_.start_of(asked_);
      document.done = one.word == "usage_order" && adopted ? adopted : recorded(one);
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

  std::optional<Stamp> recorded(const Required& document) const {
    for (const auto& one : documents_) {
      if (one.fact.kind == document.kind || is_called(one.fact.title, document)) return one.stamp;
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
