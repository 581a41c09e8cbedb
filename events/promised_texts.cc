#include "events/promised_texts.h"

#include "events/facts.h"

namespace letopis::events {
namespace {

struct Gather {
  std::optional<PersonNumber> first_person;
  std::vector<Commitment> texts;
  std::vector<PromisedText> letters;

  void operator()(const char*, const PersonNumber& person) { name(person); }
  void operator()(const char*, const std::optional<PersonNumber>& person) {
    if (person) name(*person);
  }
  void operator()(const char*, Declared<const PersonNumber> declared) { name(declared.number); }
  void operator()(const char*, const Commitment& one) { texts.push_back(one); }
  void operator()(const char*, const std::optional<Commitment>& one) {
    if (one) texts.push_back(*one);
  }
  void operator()(const char*, const std::vector<PrivateField>& fields) {
    for (const auto& field : fields) texts.push_back(field.text);
  }
  void operator()(const char*, const std::vector<Letter>& copies) {
    for (const auto& copy : copies) letters.push_back({copy.person, copy.text});
  }
  template <class Other>
  void operator()(const char*, const Other&) {}

 private:
  void name(PersonNumber person) {
    if (!first_person) first_person = person;
  }
};

}  // namespace

std::vector<PromisedText> promised_texts(const Fact& fact, PersonNumber author) {
  Gather gather;
  std::visit([&](const auto& one) { one.visit_fields(one, gather); }, fact);
  std::vector<PromisedText> promised = std::move(gather.letters);  // of facts with no other text
  for (const auto& text : gather.texts) {
    promised.push_back({gather.first_person.value_or(author), text});
  }
  return promised;
}

}  // namespace letopis::events
