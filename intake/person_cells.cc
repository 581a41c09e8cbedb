#include "intake/person_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "intake/days.h"
#include "intake/words.h"

namespace letopis::intake {
namespace {

struct PersonColumn {
  std::string_view key;
  std::array<std::string_view, 6> headings;  // the first is the title; the rest may be empty
};
constexpr PersonColumn kPersonColumns[] = {
    {"full_name", {"ФИО", "Фамилия Имя Отчество", "Ф.И.О. полностью", "full name", "name", ""}},
    {"family_name", {"Фамилия", "family name", "last name", "surname", "", ""}},
    {"given_name", {"Имя", "given name", "first name", "", "", ""}},
    {"patronymic", {"Отчество", "patronymic", "middle name", "Отчество (при наличии)", "", ""}},
    {"birth_date", {"Дата рождения", "День рождения", "birth date", "date of birth", "", ""}},
    {"sex", {"Пол", "sex", "gender", "", "", ""}},
    {"phone", {"Телефон", "Мобильный телефон", "Номер телефона", "phone", "Тел.", ""}},
    {"email", {"Эл. почта", "Электронная почта", "e-mail", "Почта", "Адрес эл. почты", ""}},
    {"login", {"Логин", "Имя пользователя", "login", "username", "", ""}},
};

bool is_letter_or_digit(char one) {
  return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') || (one >= '0' && one <= '9');
}

// Reads the cells of one person of one row.
class PersonReader {
 public:
  PersonReader(const Columns& columns, const Row& row, const std::string& prefix, Faults& faults)
      : columns_(columns), row_(row), prefix_(prefix), faults_(faults) {}

  PersonData read(events::Day today) {
    PersonData data;
    data.row = columns_.place(row_, key("full_name"));
    data.row.column.reset();
    data.row.heading.reset();
    data.birth_cell = columns_.place(row_, key("birth_date"));
    data.login_cell = columns_.place(row_, key("login"));
    read_names(data);
    data.birth_date = birth_date(today);
    data.sex = sex();
    data.phone = checked("phone", is_phone,
                         {"это не номер телефона: нужно от 5 до 15 цифр",
                          "this is no telephone number: 5 to 15 digits are wanted"});
    data.email =
        checked("email", is_email, {"это не адрес электронной почты", "this is no e-mail address"});
    data.login = checked("login", is_login,
                         {"логин пишут латинскими буквами, цифрами и знаками . _ -, первая — буква",
                          "a login is written in Latin letters, digits and . _ -, a letter first"});
    if (data.login) data.login = lower(*data.login);
    return data;
  }

 private:
  std::string key(std::string_view name) const { return prefix_ + std::string(name); }
  std::optional<std::string_view> text(std::string_view name) const {
    return columns_.text(row_, key(name));
  }
  void refuse(std::string_view name, std::string_view code, Sentence says) {
    faults_.add(columns_.fault(row_, key(name), fmt::format("people.{}", code), std::move(says)));
  }

  void read_names(PersonData& data) {
    if (!text("family_name") && !text("given_name") && text("full_name")) {
      return read_full_name(data);
    }
    data.family_name = name("family_name", {"нет фамилии", "the family name is missing"});
    data.given_name = name("given_name", {"нет имени", "the given name is missing"});
    if (text("patronymic")) data.patronymic = name("patronymic", {});
  }

  // The family name is the first word, the given name the second, the patronymic all else.
  void read_full_name(PersonData& data) {
    const std::string whole = tidy(*text("full_name"));
    const std::size_t first = whole.find(' ');
    if (!is_name(whole) || first == std::string::npos) {
      return refuse("full_name", "name",
                    {"нужны фамилия и имя через пробел, буквами",
                     "family and given name are wanted, with a space, in letters"});
    }
    const std::size_t second = std::min(whole.find(' ', first + 1), whole.size());
    data.family_name = whole.substr(0, first);
    data.given_name = whole.substr(first + 1, second - first - 1);
    if (second < whole.size()) data.patronymic = whole.substr(second + 1);
  }

  std::string name(std::string_view column, const Sentence& missing) {
    const auto written = text(column);
    if (!written) return refuse(column, "name", missing), "";
    if (is_name(*written)) return tidy(*written);
    refuse(column, "name",
           {"в имени бывают только буквы, дефис, апостроф, точка, скобки и пробел",
            "a name has letters, hyphens, apostrophes, full stops, brackets and spaces only"});
    return "";
  }

  std::optional<events::Day> birth_date(events::Day today) {
    const auto written = text("birth_date");
    if (!written) return std::nullopt;
    const auto day = day_typed(*written);
    if (!day) {
      refuse("birth_date", "birth_date",
             {"такого дня нет; пишут 04.03.2012", "there is no such day; write 2012-03-04"});
      return std::nullopt;
    }
    if (*day > today) {
      refuse("birth_date", "birth_date",
             {"день рождения ещё не наступил", "the birth date is in the future"});
      return std::nullopt;
    }
    if (age_on(*day, today) > kOldestPerson) {
      refuse("birth_date", "birth_date", {"столько не живут", "nobody lives so long"});
      return std::nullopt;
    }
    return day;
  }

  std::optional<std::string> sex() {
    const auto written = text("sex");
    if (!written) return std::nullopt;
    static constexpr std::string_view male[] = {"м", "муж", "мужской", "male", "m"};
    static constexpr std::string_view female[] = {"ж", "жен", "женский", "female", "f"};
    const std::string word = folded(*written);
    if (std::find(std::begin(male), std::end(male), word) != std::end(male)) return "мужской";
    if (std::find(std::begin(female), std::end(female), word) != std::end(female)) return "женский";
    refuse("sex", "sex", {"пол пишут «м» или «ж»", "write “m” or “f”"});
    return std::nullopt;
  }

  std::optional<std::string> checked(std::string_view name, bool (*may_stand)(std::string_view),
                                     Sentence otherwise) {
    const auto written = text(name);
    if (!written) return std::nullopt;
    if (may_stand(*written)) return tidy(*written);
    refuse(name, name, std::move(otherwise));
    return std::nullopt;
  }

  const Columns& columns_;
  const Row& row_;
  const std::string& prefix_;
  Faults& faults_;
};

}  // namespace

std::vector<KnownColumn> person_columns(const std::string& key_prefix,
                                        const std::vector<std::string>& patterns) {
  std::vector<KnownColumn> known;
  for (const PersonColumn& one : kPersonColumns) {
    KnownColumn column{key_prefix + std::string(one.key), "", {}, Presence::kOptional};
    for (const std::string& pattern : patterns) {
      for (const std::string_view heading : one.headings) {
        if (!heading.empty()) column.also.push_back(fmt::format(fmt::runtime(pattern), heading));
      }
    }
    column.title = column.also.front();
    known.push_back(std::move(column));
  }
  return known;
}

bool says_anything(const Columns& columns, const Row& row, const std::string& key_prefix) {
  return std::any_of(std::begin(kPersonColumns), std::end(kPersonColumns), [&](const auto& one) {
    return columns.text(row, key_prefix + std::string(one.key)).has_value();
  });
}

PersonData read_person(const Columns& columns, const Row& row, const std::string& key_prefix,
                       events::Day today, Faults& faults) {
  return PersonReader(columns, row, key_prefix, faults).read(today);
}

bool is_name(std::string_view text) {
  const std::string name = tidy(text);
  bool has_letter = false;
  for (const char one : name) {
    const bool letter = static_cast<unsigned char>(one) >= 0x80 ||
                        (is_letter_or_digit(one) && (one < '0' || one > '9'));
    has_letter = has_letter || letter;
    if (!letter && std::string_view(" -'.()").find(one) == std::string_view::npos) return false;
  }
  return has_letter && name.size() <= kMaxNameBytes;
}

bool is_phone(std::string_view text) {
  constexpr std::ptrdiff_t least = 5;
  constexpr std::ptrdiff_t most = 15;  // ITU-T E.164
  const std::string number = tidy(text);
  const auto digits = std::count_if(number.begin(), number.end(),
                                    [](char one) { return one >= '0' && one <= '9'; });
  return number.find_first_not_of("0123456789 +-()") == std::string::npos && digits >= least &&
         digits <= most;
}

bool is_email(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos || at == 0 || text.size() > kMaxEmailBytes) return false;
  const std::string_view domain = text.substr(at + 1);
  const bool parted = domain.find('.') != std::string_view::npos && !domain.starts_with('.') &&
                      !domain.ends_with('.') && domain.find("..") == std::string_view::npos;
  return parted && tidy(text).find_first_of(" ,;:<>\"()[]\\\n") == std::string::npos &&
         tidy(text) == text && domain.find('@') == std::string_view::npos;
}

bool is_login(std::string_view text) {
  const std::string login = lower(text);
  const auto is_letter = [](char one) { return one >= 'a' && one <= 'z'; };
  return !login.empty() && login.size() <= kMaxLoginBytes && login != "founder" &&
         is_letter(login.front()) && std::all_of(login.begin(), login.end(), [](char one) {
           return is_letter_or_digit(one) || one == '.' || one == '_' || one == '-';
         });
}

}  // namespace letopis::intake
