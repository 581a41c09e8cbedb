#include "intake/fault.h"

#include <fmt/format.h>

#include <algorithm>

#include "events/text.h"

namespace letopis::intake {
namespace {

constexpr std::size_t kLetters = 26;

// Bytes of the UTF-8 character that begins here.
std::size_t length_at(std::string_view text, std::size_t at) {
  std::size_t length = 1;
  while (at + length < text.size() &&
         (static_cast<unsigned char>(text[at + length]) & 0xC0U) == 0x80) {
    ++length;
  }
  return length;
}

}  // namespace

std::string column_letters(std::size_t column) {
  INVARIANT(column > 0);
  std::string letters;
  for (std::size_t left = column; left > 0; left = (left - 1) / kLetters) {
    letters += static_cast<char>('A' + (left - 1) % kLetters);
  }
  std::reverse(letters.begin(), letters.end());
  return letters;
}

Sentence said(const Place& place) {
  Sentence both;
  const auto append = [&](const std::string& ru, const std::string& en) {
    both.ru += (both.ru.empty() ? "" : ", ") + ru;
    both.en += (both.en.empty() ? "" : ", ") + en;
  };
  if (place.file) append("файл " + *place.file, "file " + *place.file);
  if (place.row) append(fmt::format("строка {}", *place.row), fmt::format("row {}", *place.row));
  if (place.column) {
    const std::string letters = column_letters(*place.column);
    const std::string ru = place.heading ? fmt::format(" «{}»", excerpt(*place.heading)) : "";
    const std::string en = place.heading ? fmt::format(" “{}”", excerpt(*place.heading)) : "";
    append(fmt::format("столбец {}{}", letters, ru), fmt::format("column {}{}", letters, en));
  }
  return both;
}

std::string excerpt(std::string_view text) {
  std::string shown;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); ++characters) {
    if (characters == kMaxExcerptCharacters) return shown + "…";
    const std::size_t length = length_at(text, at);
    const std::string_view character = text.substr(at, length);
    const bool shows = character != "\n" && events::is_plain_text(character);
    shown += shows ? std::string(character) : (character == "\n" ? " " : "?");
    at += length;
  }
  return shown;
}

void Faults::add(Fault fault) {
  ++count_;
  if (listed_.size() < kMaxListedFaults) listed_.push_back(std::move(fault));
}

void Faults::add_all_of(const std::string& file, const Faults& faults) {
  for (Fault one : faults.listed()) {
    one.place.file = file;
    add(std::move(one));
  }
  count_ += faults.count() - faults.listed().size();
}

Faults file_fault(std::string code, Sentence says) {
  Faults faults;
  faults.add({std::move(code), {}, {}, std::move(says)});
  return faults;
}

Refusal refusal_of(const Faults& faults) {
  INVARIANT(!faults.empty());
  const Fault& first = faults.listed().front();
  const Sentence place = said(first.place);
  const auto whole = [](const std::string& where, const std::string& what) {
    return where.empty() ? what : where + ": " + what;
  };
  return {"intake.faulty",
          {fmt::format("из файла ничего не взято, ошибок в нём: {}; первая: {}", faults.count(),
                       whole(place.ru, first.says.ru)),
           fmt::format("nothing was taken from the file, faults in it: {}; the first: {}",
                       faults.count(), whole(place.en, first.says.en))},
          {},
          {"исправьте все названные места и загрузите файл ещё раз",
           "mend all the places named and bring the file again"}};
}

}  // namespace letopis::intake
