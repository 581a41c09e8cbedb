#include "regulations/known_keys.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "outcome/invariant.h"
#include "regulations/key_tables.h"

namespace letopis::regulations {
namespace {

constexpr std::size_t kLongestCompared = 60;  // bytes of a key somebody wrote
constexpr std::size_t kMostNear = 3;

// Insertions, deletions and replacements that make one text of the other.
std::size_t distance(std::string_view one, std::string_view other) {
  std::vector<std::size_t> row(other.size() + 1);
  for (std::size_t i = 0; i < row.size(); ++i) row[i] = i;
  for (std::size_t i = 1; i <= one.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const std::size_t replaced = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row.back();
}

}  // namespace

std::span<const KeyChapter> key_chapters() {
  static const std::array<KeyChapter, 10> chapters = {{
      {"adoption", "Принятие", "Adoption", adoption_keys()},
      {"entries", "Записи, отметки, закрытие", "Entries, marks, locks", entry_keys()},
      {"journal", "Содержание журнала", "What the journal holds", journal_keys()},
      {"families", "Классный руководитель и семьи", "Class teacher and families", family_keys()},
      {"control", "Контроль и отчёты", "Control and reports", control_keys()},
      {"paper", "Бумага, архив, резервные копии", "Paper, archive, backup", paper_keys()},
      {"access", "Доступ и реквизиты", "Access and credentials", access_keys()},
      {"duties", "Кто за что отвечает", "Who owes what", duty_keys()},
      {"setup", "Первый запуск и ежегодные сроки", "First start and yearly terms", setup_keys()},
      {"product", "Параметры программы", "The program's own parameters", product_keys(), false},
  }};
  return chapters;
}

const KnownKey* known_key(std::string_view key) {
  for (const KeyChapter& chapter : key_chapters()) {
    for (const KnownKey& one : chapter.keys) {
      if (one.key == key) return &one;
    }
  }
  return nullptr;
}

const KeyChapter& chapter_of(std::string_view key) {
  for (const KeyChapter& chapter : key_chapters()) {
    for (const KnownKey& one : chapter.keys) {
      if (one.key == key) return chapter;
    }
  }
  INVARIANT(false);
}

std::vector<std::string_view> near_keys(std::string_view key) {
  if (key.size() > kLongestCompared) return {};
  std::vector<std::pair<std::size_t, std::string_view>> near;
  for (const KeyChapter& chapter : key_chapters()) {
    for (const KnownKey& one : chapter.keys) {
      const std::size_t steps = distance(key, one.key);
      if (steps * 3 <= one.key.size()) near.emplace_back(steps, one.key);
    }
  }
  std::sort(near.begin(), near.end());
  if (near.size() > kMostNear) near.resize(kMostNear);
  std::vector<std::string_view> keys;
  keys.reserve(near.size());
  for (const auto& [steps, name] : near) keys.push_back(name);
  return keys;
}

}  // namespace letopis::regulations
