#include "trial/curriculum.h"

#include <array>

#include "outcome/invariant.h"

namespace letopis::trial {
namespace {

using enum Speciality;

constexpr std::array<SubjectCard, kSubjects> kCards = {{
    {Subject::kRussian, "Русский язык", "Рус. яз.", kRussian, Manner::kLanguage, Grading::kMarks,
     false, false, true},
    {Subject::kReading, "Литературное чтение", "Лит. чтение", kPrimary, Manner::kReading,
     Grading::kMarks, false, false, true},
    {Subject::kLiterature, "Литература", "Литература", kRussian, Manner::kReading},
    {Subject::kEnglish, "Иностранный язык (английский)", "Англ. яз.", kEnglish, Manner::kLanguage,
     Grading::kMarks, false, true},
    {Subject::kMathematics, "Математика", "Математика", kMathematics, Manner::kReckoning,
     Grading::kMarks, false, false, true},
    {Subject::kAlgebra, "Алгебра", "Алгебра", kMathematics, Manner::kReckoning},
    {Subject::kAnalysis, "Алгебра и начала математического анализа", "Алгебра и НМА", kMathematics,
     Manner::kReckoning},
    {Subject::kGeometry, "Геометрия", "Геометрия", kMathematics, Manner::kReckoning},
    {Subject::kProbability, "Вероятность и статистика", "Вероятность", kMathematics,
     Manner::kReckoning},
    {Subject::kInformatics, "Информатика", "Информатика", kInformatics, Manner::kScience,
     Grading::kMarks, true, true},
    {Subject::kWorldAround, "Окружающий мир", "Окр. мир", kPrimary, Manner::kScience,
     Grading::kMarks, false, false, true},
    {Subject::kReligions, "Основы религиозных культур и светской этики", "ОРКСЭ", kHistory,
     Manner::kReading, Grading::kNone},
    {Subject::kCulture, "Основы духовно-нравственной культуры народов России", "ОДНКНР", kHistory,
     Manner::kReading, Grading::kCredit},
    {Subject::kHistory, "История", "История", kHistory, Manner::kReading},
    {Subject::kSocialStudies, "Обществознание", "Общество", kHistory, Manner::kReading},
    {Subject::kGeography, "География", "География", kGeography, Manner::kScience},
    {Subject::kBiology, "Биология", "Биология", kBiology, Manner::kScience},
    {Subject::kPhysics, "Физика", "Физика", kPhysics, Manner::kScience, Grading::kMarks, true},
    {Subject::kChemistry, "Химия", "Химия", kChemistry, Manner::kScience, Grading::kMarks, true},
    {Subject::kMusic, "Музыка", "Музыка", kMusic, Manner::kPractice},
    {Subject::kArt, "Изобразительное искусство", "ИЗО", kArt, Manner::kPractice, Grading::kMarks,
     false, false, true},
    {Subject::kCraft, "Труд (технология)", "Труд", kCraft, Manner::kPractice, Grading::kMarks, true,
     false, true},
    {Subject::kPhysicalEducation, "Физическая культура", "Физ-ра", kSport, Manner::kPractice,
     Grading::kMarks, true},
    {Subject::kSafety, "Основы безопасности и защиты Родины", "ОБЗР", kSafety, Manner::kScience},
    {Subject::kProject, "Индивидуальный проект", "Инд. проект", kInformatics, Manner::kPractice,
     Grading::kCredit},
}};

// By subject, then grades 1 to 11.
constexpr std::array<std::array<std::uint8_t, kGrades>, kSubjects> kHours = {{
    {5, 5, 5, 5, 5, 6, 4, 3, 3, 2, 2},  // Russian
    {4, 4, 4, 4, 0, 0, 0, 0, 0, 0, 0},  // reading
    {0, 0, 0, 0, 3, 3, 2, 2, 3, 3, 3},  // literature
    {0, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3},  // English
    {4, 4, 4, 4, 5, 5, 0, 0, 0, 0, 0},  // mathematics
    {0, 0, 0, 0, 0, 0, 3, 3, 3, 0, 0},  // algebra
    {0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 4},  // analysis
    {0, 0, 0, 0, 0, 0, 2, 2, 2, 3, 3},  // geometry
    {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1},  // probability
    {0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2},  // informatics
    {2, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0},  // world around
    {0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0},  // religions
    {0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0},  // culture
    {0, 0, 0, 0, 2, 2, 2, 2, 2, 2, 2},  // history
    {0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2},  // social studies
    {0, 0, 0, 0, 1, 1, 2, 2, 2, 1, 1},  // geography
    {0, 0, 0, 0, 1, 1, 1, 2, 2, 1, 1},  // biology
    {0, 0, 0, 0, 0, 0, 2, 2, 3, 3, 3},  // physics
    {0, 0, 0, 0, 0, 0, 0, 2, 2, 1, 1},  // chemistry
    {1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0},  // music
    {1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0},  // art
    {1, 1, 1, 1, 2, 2, 2, 1, 1, 0, 0},  // craft
    {3, 3, 3, 2, 3, 2, 2, 2, 2, 3, 3},  // physical education
    {0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1},  // safety
    {0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0},  // project
}};

constexpr std::array<unsigned, kGrades> kLimits = {21, 23, 23, 23, 29, 30, 32, 33, 33, 34, 34};

constexpr Speciality kNearReckoning[] = {kMathematics, kInformatics, kPhysics};
constexpr Speciality kNearNature[] = {kBiology, kChemistry, kGeography};
constexpr Speciality kNearArts[] = {kMusic, kArt, kCraft};
constexpr Speciality kNearSport[] = {kSport, kSafety};

bool known(unsigned grade) { return grade >= 1 && grade <= kGrades; }

}  // namespace

std::span<const SubjectCard> subjects() { return kCards; }

const SubjectCard& card_of(Subject subject) { return kCards[static_cast<std::size_t>(subject)]; }

unsigned weekly_hours(Subject subject, unsigned grade) {
  INVARIANT(known(grade));
  return kHours[static_cast<std::size_t>(subject)][grade - 1];
}

unsigned weekly_hours(unsigned grade) {
  unsigned hours = 0;
  for (const SubjectCard& card : kCards) hours += weekly_hours(card.subject, grade);
  return hours;
}

unsigned weekly_limit(unsigned grade) {
  INVARIANT(known(grade));
  return kLimits[grade - 1];
}

Grading grading_of(Subject subject, unsigned grade) {
  return grade == 1 ? Grading::kNone : card_of(subject).grading;
}

Speciality speciality_of(Subject subject, unsigned grade) {
  const SubjectCard& card = card_of(subject);
  return grade <= 4 && card.at_primary_teacher ? kPrimary : card.speciality;
}

std::span<const Speciality> related(Speciality speciality) {
  switch (speciality) {
    case kMathematics:
    case kInformatics:
    case kPhysics: return kNearReckoning;
    case kBiology:
    case kChemistry:
    case kGeography: return kNearNature;
    case kMusic:
    case kArt:
    case kCraft: return kNearArts;
    case kSport:
    case kSafety: return kNearSport;
    case kPrimary:
    case kRussian:
    case kEnglish:
    case kHistory: return {};
  }
  return {};
}

bool has_exam(Subject subject, unsigned grade) {
  if (grade == 9) {
    return subject == Subject::kRussian || subject == Subject::kAlgebra ||
           subject == Subject::kSocialStudies || subject == Subject::kGeography;
  }
  if (grade == 11) return subject == Subject::kRussian || subject == Subject::kAnalysis;
  return false;
}

}  // namespace letopis::trial
