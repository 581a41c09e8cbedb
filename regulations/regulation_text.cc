#include "regulations/regulation_text.h"

#include <algorithm>

#include "events/text.h"
#include "regulations/contradictions.h"
#include "regulations/key_value.h"
#include "regulations/known_keys.h"
#include "regulations/parameters.h"
#include "regulations/toml_entries.h"
#include "regulations/value_list.h"

namespace letopis::regulations {
namespace {

class Loading {
 public:
  explicit Loading(std::string_view file_name) : file_(file_name) {}

  Result<RegulationText> load(std::string_view text) {
    const auto entries = read_toml_entries(text, file_);
    if (!entries) return entries.refusal();
    for (const TomlEntry& entry : *entries) {
      const Outcome taken = entry.chapter.empty() ? take_header(entry) : take_parameter(entry);
      if (!taken) return taken.refusal();
    }
    if (const auto complete = check_header(); !complete) return complete.refusal();
    if (const auto sound = check_contradictions(); !sound) return sound.refusal();
    return std::move(text_);
  }

 private:
  Outcome take_header(const TomlEntry& entry) {
    std::string* field = nullptr;
    if (entry.key == "title") field = &text_.title;
    if (entry.key == "school") field = &text_.school;
    if (field == nullptr) {
      return refuse_at(file_, entry.at, "regulation.chapter",
                       {"вне глав стоят только title и school, а здесь " + entry.key,
                        "only title and school stand outside of chapters, not " + entry.key});
    }
    if (entry.clause || trimmed(entry.value).empty() || entry.value.size() > kMostHeaderBytes ||
        entry.value.find('\n') != std::string::npos || !events::is_plain_text(entry.value)) {
      return refuse_at(file_, entry.at, "regulation.header",
                       {entry.key + " — непустая строка в кавычках",
                        entry.key + " is a line in quotes, not empty"});
    }
    *field = entry.value;
    return Done{};
  }

  Outcome take_parameter(const TomlEntry& entry) {
    const events::Parameter parameter{entry.key, entry.value, entry.clause.value_or("")};
    if (const Outcome read = check_parameter(parameter); !read) {
      return at_place(entry.at, read.refusal());
    }
    const KeyChapter& chapter = chapter_of(entry.key);
    if (chapter.name != entry.chapter) return wrong_chapter(entry, chapter);
    if (const Outcome named = check_clause(entry, chapter); !named) return named;
    const auto [first, is_new] = places_.emplace(entry.key, entry.at);
    if (!is_new) {
      const std::string line = std::to_string(first->second.line);
      return refuse_at(file_, entry.at, "regulation.duplicate",
                       {entry.key + " уже есть в строке " + line,
                        entry.key + " stands in line " + line + " already"});
    }
    if (entry.key == "system") text_.system = entry.value;
    parameters_.set(parameter);
    text_.parameters.push_back(parameter);
    return Done{};
  }

  Outcome wrong_chapter(const TomlEntry& entry, const KeyChapter& chapter) const {
    const std::string own(chapter.name);
    return refuse_at(
        file_, entry.at, "regulation.chapter",
        {entry.key + " стоит в главе [" + own + "], а не [" + entry.chapter + "]",
         entry.key + " belongs to chapter [" + own + "], not [" + entry.chapter + "]"});
  }

  Outcome check_clause(const TomlEntry& entry, const KeyChapter& chapter) const {
    if (!entry.clause && !chapter.has_clauses) return Done{};
    const bool sound = entry.clause && !trimmed(*entry.clause).empty() &&
                       entry.clause->size() <= kMostClauseBytes &&
                       entry.clause->find('\n') == std::string::npos &&
                       events::is_plain_text(*entry.clause);
    if (sound) return Done{};
    return refuse_at(file_, entry.at, "regulation.clause",
                     {"у " + entry.key + " нет пункта: clause = \"3.2 (1)\"",
                      entry.key + " names no clause: clause = \"3.2 (1)\""});
  }

  Outcome check_header() const {
    for (const auto& [name, value] :
         {std::pair{"title", &text_.title}, std::pair{"school", &text_.school},
          std::pair{"system", &text_.system}}) {
      if (!value->empty()) continue;
      return refuse_at(
          file_, {1, 1}, "regulation.header",
          {"не сказано, что такое " + std::string(name), std::string(name) + " is missing"});
    }
    return Done{};
  }

  Outcome check_contradictions() const {
    const auto found = contradictions(parameters_);
    if (found.empty()) return Done{};
    const Contradiction& first = found.front();
    const TomlPlace at = places_.find(first.key)->second;
    Sentence says = first.says;
    if (const auto other = places_.find(first.other); other != places_.end()) {
      const std::string line = std::to_string(other->second.line);
      says.ru += " (" + first.other + " — строка " + line + ")";
      says.en += " (" + first.other + " is in line " + line + ")";
    }
    return refuse_at(file_, at, "regulation.contradiction", says, clause_of(first.key));
  }

  std::string clause_of(const std::string& key) const { return parameters_.find(key)->clause; }

  Refusal at_place(const TomlPlace& at, const Refusal& refusal) const {
    Refusal placed = refuse_at(file_, at, refusal.code, refusal.says, refusal.clause);
    placed.allowed = refusal.allowed;
    return placed;
  }

  std::string file_;
  RegulationText text_;
  Parameters parameters_;
  std::map<std::string, TomlPlace, std::less<>> places_;
};

}  // namespace

Result<RegulationText> load_regulation(std::string_view toml_text, std::string_view file_name) {
  return Loading(file_name).load(toml_text);
}

}  // namespace letopis::regulations
