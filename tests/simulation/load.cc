#include "simulation/load.h"

namespace letopis::simulation {
namespace {

events::PrivateText comment(events::PersonNumber pupil, std::uint64_t number) {
  events::PrivateText text{pupil, {}, "x"};
  text.text += std::to_string(number);
  const auto salt = signing::sha256(bytes_of(text.text));
  std::copy(salt.bytes.begin(), salt.bytes.end(), text.salt.begin());
  return text;
}

}  // namespace

events::CommandId load_id(std::uint64_t number) { return {1, number}; }

ledger::Command load_command(ledger::TinySchool& school, std::uint64_t number) {
  ledger::Wish wish;
  wish.id = number;
  if (number % 50 == 49) {
    wish.author = &school.director;
    const auto person = static_cast<std::uint32_t>(10'000'000 + number / 50);
    wish.facts = {ledger::erased(person)};
    return school.sign(wish);
  }
  wish.author = &school.teacher;
  const auto lesson = static_cast<std::uint32_t>(number >> 32) + 1;
  auto first = ledger::mark(lesson, static_cast<std::uint32_t>(2 * number) + 1);
  const auto text = comment(first.pupil, number);
  first.comment = events::commit(text);
  wish.texts = {text};
  wish.facts = {first, ledger::mark(lesson, static_cast<std::uint32_t>(2 * number) + 2)};
  return school.sign(wish);
}

}  // namespace letopis::simulation
