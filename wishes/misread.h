// Refusals of what could not be understood, each with the place in the JSON where it stands.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "outcome/result.h"

namespace letopis::wishes {

// "command.slots[3].load"; the place of the whole is a word of the caller's.
std::string inside(std::string_view place, std::string_view field);
std::string inside(std::string_view place, std::size_t index);

// wish.wrong_type: `needs` says what should stand there.
Refusal wrong_type(std::string_view place, const Sentence& needs);
// wish.missing_field, wish.unknown_field, wish.unknown_verb; the others there are, in `there`.
Refusal missing_field(std::string_view place, std::string_view field);
Refusal unknown_field(std::string_view place, std::string_view field,
                      const std::vector<std::string_view>& there);
Refusal unknown_verb(std::string_view place, std::string_view verb,
                     const std::vector<std::string_view>& there);
// wish.unknown_word, of a coded word.
Refusal unknown_word(std::string_view place, std::string_view word,
                     const std::vector<std::string_view>& there);

// True iff the refusal is about the form of a wish, and not about the school: one of the codes
// above ("wish.…").
bool is_misread(const Refusal& refusal);

// What somebody wrote, cut where it is long.
std::string quoted(std::string_view written);

// The words with commas between them, as far as a sentence can bear.
std::string listed(const std::vector<std::string_view>& words);

}  // namespace letopis::wishes
