// One person's cells in a row: names, birth date, contacts, login, each checked.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/columns.h"
#include "intake/people.h"

namespace letopis::intake {

inline constexpr std::size_t kMaxNameBytes = 200;   // of one name
inline constexpr std::size_t kMaxEmailBytes = 254;  // RFC 5321
inline constexpr std::size_t kMaxLoginBytes = 64;
inline constexpr int kOldestPerson = 120;  // years

// The columns of one person: keys begin with the prefix, as "mother."; headings are made by these
// patterns, as «Мать: {}» and «{} матери», the first of which makes the titles.
std::vector<KnownColumn> person_columns(const std::string& key_prefix,
                                        const std::vector<std::string>& patterns);

// True iff the row says anything of the person whose columns have this key prefix.
bool says_anything(const Columns& columns, const Row& row, const std::string& key_prefix);

// Reads them. Adds faults: people.name (missing, or with signs that no name has), people.birth_date
// (no such day, after today, impossibly long ago), people.sex, people.phone, people.email,
// people.login. What is at fault is left out of the data.
PersonData read_person(const Columns& columns, const Row& row, const std::string& key_prefix,
                       events::Day today, Faults& faults);

// The same checks for data from elsewhere; true iff it may stand.
bool is_name(std::string_view text);
bool is_phone(std::string_view text);
bool is_email(std::string_view text);
// As the journal's logins are, in either case, and not the founder's.
bool is_login(std::string_view text);

}  // namespace letopis::intake
