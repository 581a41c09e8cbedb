#include "wishes/russian_words.h"

#include <algorithm>

#include "wishes/folded.h"

namespace letopis::wishes {
namespace {

struct RussianWord {
  std::string_view written;  // folded
  std::string_view coded;
};

// One word may stand for words of several lists: «год» is a period and a result.
constexpr RussianWord kWords[] = {
    // Marks.
    {"1", "one"},
    {"2", "two"},
    {"3", "three"},
    {"4", "four"},
    {"5", "five"},
    {"зач", "passed"},
    {"зачет", "passed"},
    {"зачтено", "passed"},
    {"незач", "not_passed"},
    {"незачет", "not_passed"},
    {"незачтено", "not_passed"},
    {"н/а", "not_attested"},
    {"неаттестован", "not_attested"},
    {"неаттестована", "not_attested"},
    {"осв", "exempt"},
    {"освобожден", "exempt"},
    {"освобождена", "exempt"},
    // Absences and their reasons.
    {"н", "absent"},
    {"отсутствие", "absent"},
    {"отсутствовал", "absent"},
    {"отсутствовала", "absent"},
    {"о", "late"},
    {"опоздание", "late"},
    {"опоздал", "late"},
    {"опоздала", "late"},
    {"б", "illness"},
    {"болезнь", "illness"},
    {"поболезни", "illness"},
    {"уважительная", "excused"},
    {"поуважительнойпричине", "excused"},
    {"неуважительная", "unexcused"},
    {"безуважительнойпричины", "unexcused"},
    // Periods and results.
    {"четверть", "quarter"},
    {"полугодие", "half_year"},
    {"год", "year"},
    {"период", "period"},
    {"экзамен", "exam"},
    {"итоговая", "final"},
    // People.
    {"директор", "director"},
    {"завуч", "deputy"},
    {"заместительдиректора", "deputy"},
    {"администратор", "administrator"},
    {"учитель", "teacher"},
    {"психолог", "psychologist"},
    {"классныйруководитель", "class_teacher"},
    {"секретарь", "secretary"},
    {"мать", "mother"},
    {"отец", "father"},
    {"опекун", "guardian"},
    {"фамилия", "family_name"},
    {"имя", "given_name"},
    {"отчество", "patronymic"},
    // Homework and works.
    {"письменное", "written"},
    {"контрольная", "control"},
    {"самостоятельная", "independent"},
    {"диктант", "dictation"},
    {"сочинение", "essay"},
    {"изложение", "exposition"},
};

}  // namespace

std::optional<std::string_view> coded_word(std::string_view written,
                                           std::span<const std::string_view> words) {
  const auto wanted = folded(written);
  for (const auto& word : kWords) {
    if (word.written != wanted) continue;
    if (std::find(words.begin(), words.end(), word.coded) != words.end()) return word.coded;
  }
  return std::nullopt;
}

}  // namespace letopis::wishes
