#include "regulations/toml_entries.h"

#include <stdexcept>

namespace letopis::regulations {

// Thrown where the parser finds itself in a state that it does not expect.
struct ParserConfused : std::logic_error {
  using std::logic_error::logic_error;
};

[[noreturn]] static void confuse_parser(const char* expected) { throw ParserConfused(expected); }

}  // namespace letopis::regulations

// The parser takes some faults of a text for its own; they must stay refusals in every build.
#undef NDEBUG
#define TOML_ASSERT(expr) \
  ((expr) ? static_cast<void>(0) : ::letopis::regulations::confuse_parser(#expr))
// An array in an array in a table is more than any regulation needs.
#define TOML_MAX_NESTED_VALUES 8
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "regulations/toml_scan.h"

namespace letopis::regulations {
namespace {

constexpr std::string_view kValue = "value";
constexpr std::string_view kClause = "clause";

TomlPlace place_of(const toml::source_position& at) {
  return {std::max<std::uint32_t>(at.line, 1), std::max<std::uint32_t>(at.column, 1)};
}

std::string number_text(double number) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number);
  return {text.data(), end.ptr};
}

// Empty iff it is neither words, nor a number, nor yes or no.
std::optional<std::string> plain_text(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* number = node.as_integer()) return std::to_string(number->get());
  if (const auto* number = node.as_floating_point()) return number_text(number->get());
  if (const auto* yes = node.as_boolean()) return yes->get() ? "yes" : "no";
  return std::nullopt;
}

std::optional<std::string> value_text(const toml::node& node) {
  const auto* list = node.as_array();
  if (list == nullptr) return plain_text(node);
  if (list->empty()) return "none";
  std::string joined;
  for (const toml::node& item : *list) {
    const auto text = plain_text(item);
    if (!text) return std::nullopt;
    if (&item != &list->front()) joined += ',';
    joined += *text;
  }
  return joined;
}

class Reading {
 public:
  explicit Reading(const std::string& file) : file_(file) {}

  Outcome read(const toml::table& root) {
    for (const auto& [key, node] : root) {
      const auto* chapter = node.as_table();
      const Outcome done =
          chapter == nullptr ? header(key, node) : inside(*chapter, {std::string(key.str()), ""});
      if (!done) return done;
    }
    return Done{};
  }

  std::vector<TomlEntry> in_order() && {
    std::sort(entries_.begin(), entries_.end(), [](const TomlEntry& one, const TomlEntry& other) {
      return std::tie(one.at.line, one.at.column) < std::tie(other.at.line, other.at.column);
    });
    return std::move(entries_);
  }

 private:
  struct Path {
    std::string chapter;
    std::string prefix;  // with its dot
  };

  Outcome header(const toml::key& key, const toml::node& node) {
    const auto* text = node.as_string();
    if (text == nullptr) return misshapen(key);
    entries_.push_back({"", std::string(key.str()), text->get(), std::nullopt, place(key)});
    return Done{};
  }

  Outcome inside(const toml::table& table, const Path& path) {
    for (const auto& [key, node] : table) {
      const auto* deeper = node.as_table();
      if (deeper == nullptr) return misshapen(key);
      const std::string name = path.prefix + std::string(key.str());
      const bool is_entry = deeper->contains(kValue) || deeper->contains(kClause);
      const Outcome done = is_entry ? entry(key, *deeper, {path.chapter, name})
                                    : inside(*deeper, {path.chapter, name + "."});
      if (!done) return done;
    }
    return Done{};
  }

  Outcome entry(const toml::key& key, const toml::table& table, const Path& path) {
    TomlEntry read{path.chapter, path.prefix, {}, {}, place(key)};
    for (const auto& [part, node] : table) {
      if (part != kValue && part != kClause) return misshapen(part);
    }
    const toml::node* value = table.get(kValue);
    auto text = value == nullptr ? std::nullopt : value_text(*value);
    if (!text) return misshapen(key);
    read.value = *std::move(text);
    if (const toml::node* clause = table.get(kClause)) {
      if (!clause->is_string()) return misshapen(key);
      read.clause = clause->as_string()->get();
    }
    entries_.push_back(std::move(read));
    return Done{};
  }

  static TomlPlace place(const toml::key& key) { return place_of(key.source().begin); }

  Outcome misshapen(const toml::key& key) const {
    const std::string name(key.str());
    return refuse_at(file_, place(key), "regulation.shape",
                     {"здесь нужно " + name + " = { value = …, clause = \"…\" }",
                      "write " + name + " = { value = …, clause = \"…\" } here"});
  }

  const std::string& file_;
  std::vector<TomlEntry> entries_;
};

}  // namespace

Result<std::vector<TomlEntry>> read_toml_entries(std::string_view text, const std::string& file) {
  if (const Outcome plain = scan_toml(text, file); !plain) return plain.refusal();
  try {
    const toml::table root = toml::parse(text, file);
    Reading reading(file);
    if (const Outcome read = reading.read(root); !read) return read.refusal();
    return std::move(reading).in_order();
  } catch (const toml::parse_error& error) {
    const std::string what(error.description());
    return refuse_at(file, place_of(error.source().begin), "regulation.syntax",
                     {"это не TOML: " + what, "this is no TOML: " + what});
  } catch (const ParserConfused&) {
    return refuse_at(file, {1, 1}, "regulation.syntax",
                     {"это не TOML, и не понять, с какой строки",
                      "this is no TOML, and from which line on cannot be told"});
  }
}

}  // namespace letopis::regulations
