// What people call classes, subjects and pupils → what the log numbers.
#include <fmt/format.h>

#include <algorithm>

#include "office/school.h"
#include "signing/encoding.h"

namespace letopis::office {
namespace {

constexpr std::size_t kMostNamed = 8;  // candidates that a refusal lists

std::string without_spaces(std::string_view text) {
  std::string out;
  for (const char one : text) {
    if (one != ' ' && one != '"') out += one;
  }
  return out;
}

// Russian letters of the first two rows of UTF-8 and Latin ones, in lower case.
std::string lower(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
    if (byte == 0xd0 && next >= 0x90 && next <= 0x9f) {  // А…П
      out += {text[i], static_cast<char>(next + 0x20)};
      ++i;
    } else if (byte == 0xd0 && next >= 0xa0 && next <= 0xaf) {  // Р…Я
      out += {static_cast<char>(0xd1), static_cast<char>(next - 0x20)};
      ++i;
    } else if (byte == 0xd0 && next == 0x81) {  // Ё
      out += "ё";
      ++i;
    } else {
      out += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 0x20) : text[i];
    }
  }
  return out;
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const auto& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

}  // namespace

Result<projections::ClassInfo> SchoolReader::class_named(std::string_view name,
                                                         events::Day day) const {
  const auto wanted = lower(without_spaces(name));
  std::vector<std::string> there;
  for (const auto& one : directory_->classes(day)) {
    if (lower(one.name()) == wanted) return one;
    there.push_back(one.name());
  }
  return Refusal{"school.no_class",
                 {fmt::format("нет класса «{}»", name), fmt::format("there is no class {}", name)},
                 {},
                 {fmt::format("Есть классы: {}.", joined(there)),
                  fmt::format("There are: {}.", joined(there))}};
}

Result<events::SubjectRegistered> SchoolReader::subject_named(std::string_view name) const {
  const auto wanted = lower(name);
  std::vector<std::string> there;
  for (const auto& one : directory_->subjects()) {
    if (lower(one.name) == wanted || lower(one.short_name) == wanted) return one;
    there.push_back(one.name);
  }
  return Refusal{
      "school.no_subject",
      {fmt::format("нет предмета «{}»", name), fmt::format("there is no subject {}", name)},
      {},
      {fmt::format("Есть предметы: {}.", joined(there)),
       fmt::format("There are: {}.", joined(there))}};
}

Result<events::PersonNumber> SchoolReader::pupil_named(std::string_view name) const {
  const auto is_pupil = [&](events::PersonNumber person) {
    return !directory_->classes_of(person).empty();
  };
  const std::uint32_t last = directory_->last_number(events::NumberKind::kPerson);
  if (const auto number = signing::from_decimal(name)) {
    if (*number >= 1 && *number <= last) {
      const events::PersonNumber person{static_cast<std::uint32_t>(*number)};
      if (is_pupil(person)) return person;
    }
    return Refusal{"school.no_pupil",
                   {fmt::format("человек № {} — не ученик этой школы", name),
                    fmt::format("No. {} is not a pupil of this school", name)}};
  }
  std::vector<events::PersonNumber> found;
  for (std::uint32_t number = 1; number <= last; ++number) {
    const events::PersonNumber person{number};
    if (lower(names_->full(person)).starts_with(lower(name)) && is_pupil(person)) {
      found.push_back(person);
    }
  }
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    return Refusal{
        "school.no_pupil",
        {fmt::format("нет ученика «{}»", name), fmt::format("there is no pupil {}", name)},
        {},
        {"Имя пишется с фамилии: --pupil \"Иванов Пётр\"; можно указать номер.",
         "Write the family name first: --pupil \"Иванов Пётр\"; a number will do."}};
  }
  std::vector<std::string> named;
  for (const auto person : found) {
    if (named.size() == kMostNamed) {
      named.emplace_back("…");
      break;
    }
    named.push_back(fmt::format("{} ({})", names_->full(person), person.value));
  }
  return Refusal{"school.many_pupils",
                 {fmt::format("учеников, чьё имя начинается с «{}», несколько", name),
                  fmt::format("several pupils' names begin with {}", name)},
                 {},
                 {fmt::format("Уточните имя или укажите номер: {}.", joined(named)),
                  fmt::format("Say more, or give the number: {}.", joined(named))}};
}

}  // namespace letopis::office
