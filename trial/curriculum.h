// What is taught in which grade, how many hours a week, and by teachers of which speciality.
// Grades 5 to 9 have the hours of a real school; the others follow the federal curriculum. No grade
// passes the weekly limits of the sanitary rules SanPiN 1.2.3685-21, table 6.6, for five days.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace letopis::trial {

enum class Subject : std::uint8_t {
  kRussian,
  kReading,
  kLiterature,
  kEnglish,
  kMathematics,
  kAlgebra,
  kAnalysis,
  kGeometry,
  kProbability,
  kInformatics,
  kWorldAround,
  kReligions,
  kCulture,
  kHistory,
  kSocialStudies,
  kGeography,
  kBiology,
  kPhysics,
  kChemistry,
  kMusic,
  kArt,
  kCraft,
  kPhysicalEducation,
  kSafety,
  kProject,
};
inline constexpr std::size_t kSubjects = 25;
inline constexpr unsigned kGrades = 11;

enum class Speciality : std::uint8_t {
  kPrimary,
  kRussian,
  kEnglish,
  kMathematics,
  kInformatics,
  kHistory,
  kGeography,
  kBiology,
  kPhysics,
  kChemistry,
  kMusic,
  kArt,
  kCraft,
  kSport,
  kSafety,
};

// How a subject's results are written: marks, credits, or not at all.
enum class Grading : std::uint8_t { kMarks, kCredit, kNone };

// What lessons of a subject are like: it shapes topics, works and homework.
enum class Manner : std::uint8_t { kLanguage, kReading, kReckoning, kScience, kPractice };

struct SubjectCard {
  Subject subject;
  std::string_view name;
  std::string_view short_name;
  Speciality speciality;
  Manner manner;
  Grading grading = Grading::kMarks;
  bool safety_briefing = false;
  bool in_subgroups = false;        // where the class is large enough
  bool at_primary_teacher = false;  // in grades 1 to 4
};

std::span<const SubjectCard> subjects();  // by Subject
const SubjectCard& card_of(Subject subject);

// Hours a week; 0: not taught in that grade.
unsigned weekly_hours(Subject subject, unsigned grade);
unsigned weekly_hours(unsigned grade);
// The most that the sanitary rules allow.
unsigned weekly_limit(unsigned grade);

// Grade 1 is taught without marks.
Grading grading_of(Subject subject, unsigned grade);

// Who teaches a subject in a grade, and whose teachers may take it over where there are few hours.
Speciality speciality_of(Subject subject, unsigned grade);
std::span<const Speciality> related(Speciality speciality);

// The subjects of the examinations after grades 9 and 11.
bool has_exam(Subject subject, unsigned grade);

}  // namespace letopis::trial
