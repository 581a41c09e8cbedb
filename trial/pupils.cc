#include "trial/pupils.h"

#include <algorithm>
#include <string_view>

namespace letopis::trial {
namespace {

constexpr std::string_view kLetters[] = {"а", "б", "в", "г", "д", "е", "ж", "з", "и", "к",
                                         "л", "м", "н", "о", "п", "р", "с", "т", "у", "ф"};
constexpr unsigned kUsualClass = 25;
constexpr unsigned kSmallClass = 10;
constexpr unsigned kAllGradesFrom = kGrades * kUsualClass;

// Which grades a school too small for all of them has: all kinds of years come first.
constexpr unsigned kFirstGrades[kGrades] = {5, 10, 9, 1, 7, 3, 11, 8, 2, 6, 4};

std::array<unsigned, kGrades> parallels(unsigned pupils) {
  std::array<unsigned, kGrades> counts{};
  if (pupils < kAllGradesFrom) {
    const unsigned classes = std::clamp(pupils / kSmallClass, 1U, kGrades);
    for (unsigned i = 0; i < classes; ++i) counts[kFirstGrades[i] - 1] = 1;
    return counts;
  }
  const unsigned classes = (pupils + kUsualClass / 2) / kUsualClass;
  constexpr unsigned fullest[kGrades] = {1, 5, 2, 6, 3, 7, 4, 8, 9, 10, 11};
  for (unsigned i = 0; i < kGrades; ++i) {
    counts[fullest[i] - 1] = classes / kGrades + (i < classes % kGrades ? 1 : 0);
  }
  return counts;
}

// Even sizes, then some pupils more here and fewer there.
std::vector<unsigned> sizes_of_classes(unsigned pupils, std::size_t classes, Random& random) {
  std::vector<unsigned> sizes(classes);
  for (std::size_t i = 0; i < classes; ++i) {
    sizes[i] = static_cast<unsigned>(pupils / classes + (i < pupils % classes ? 1 : 0));
  }
  for (std::size_t i = 0; i + 1 < classes; i += 2) {
    const auto moved = std::min(static_cast<unsigned>(random.below(4)), sizes[i] / 8);
    sizes[i] -= moved;
    sizes[i + 1] += moved;
  }
  return sizes;
}

int strength_of_result(unsigned result) {
  constexpr int lowest = 215;  // hundredths of a mark at result 0
  constexpr int step = 14;     // and for each of the twenty points
  return lowest + static_cast<int>(result) * step;
}

void give_strength(const Settings& settings, std::size_t which, Random& random, Pupil& pupil) {
  if (settings.results.empty()) {
    const int mean = 225 + random.between(0, 100) + random.between(0, 100) + random.between(0, 100);
    for (int& strength : pupil.strength) strength = std::min(mean + random.between(-8, 8), 492);
  } else {
    const PupilResult& result = settings.results[which % settings.results.size()];
    pupil.strength = {strength_of_result(result.first),
                      (strength_of_result(result.first) + strength_of_result(result.second)) / 2,
                      strength_of_result(result.second), strength_of_result(result.third)};
  }
  for (std::int8_t& leaning : pupil.leaning) {
    leaning = static_cast<std::int8_t>(random.between(-32, 32));
  }
  const bool weak = pupil.strength[0] < 310;
  pupil.skips_per_mille = random.below(4) + (weak ? 10 : 0);
}

Guardian mother_of(const Man& father, Random& random) {
  return {{}, wife_of(father, random), events::Relation::kMother};
}

}  // namespace

std::vector<SchoolClass> open_classes(const Settings& settings) {
  const auto counts = parallels(settings.pupils);
  std::vector<SchoolClass> classes;
  for (unsigned grade = 1; grade <= kGrades; ++grade) {
    INVARIANT(counts[grade - 1] <= std::size(kLetters));
    for (unsigned i = 0; i < counts[grade - 1]; ++i) {
      SchoolClass opened;
      opened.grade = grade;
      opened.letter = kLetters[i];
      classes.push_back(std::move(opened));
    }
  }
  return classes;
}

Pupil any_pupil(const Settings& settings, std::size_t which, const SchoolClass& school_class) {
  Random random = stream(settings.seed, Purpose::kPeople, which);
  Pupil pupil;
  pupil.sex = random.below(2) == 0 ? Sex::kMale : Sex::kFemale;
  const Man father = any_man(random);
  pupil.name = child_of(father, pupil.sex, random);
  // A first grader turns seven before or soon after September.
  const int year = 2025 - 6 - static_cast<int>(school_class.grade);
  pupil.born = day_of(year, 2, 1) + random.between(0, 364);
  pupil.guardians.push_back(mother_of(father, random));
  if (random.per_mille(550)) {
    pupil.guardians.push_back({{}, name_of(father, random), events::Relation::kFather});
  }
  pupil.watchful = school_class.grade > 1 && random.per_mille(70);
  pupil.speaks_for_itself = school_class.grade >= 8 && random.per_mille(600);
  Random ability = stream(settings.seed, Purpose::kStrength, which);
  give_strength(settings, which, ability, pupil);
  return pupil;
}

void fill_classes(const Settings& settings, School& school) {
  Random random = stream(settings.seed, Purpose::kClasses);
  const auto sizes = sizes_of_classes(settings.pupils, school.classes.size(), random);
  for (std::size_t i = 0; i < school.classes.size(); ++i) {
    SchoolClass& school_class = school.classes[i];
    std::vector<Pupil> roll;
    for (unsigned k = 0; k < sizes[i]; ++k) {
      roll.push_back(any_pupil(settings, school.pupils.size() + roll.size(), school_class));
    }
    std::stable_sort(roll.begin(), roll.end(), [](const Pupil& left, const Pupil& right) {
      return std::tie(left.name.family, left.name.given) <
             std::tie(right.name.family, right.name.given);
    });
    school_class.split = sizes[i] >= kSubgroupsFrom;
    for (std::size_t k = 0; k < roll.size(); ++k) {
      roll[k].school_class = i;
      roll[k].part = k < roll.size() / 2 ? 0 : 1;
      school_class.pupils.push_back(school.pupils.size());
      school.pupils.push_back(std::move(roll[k]));
    }
  }
  // However small the school, one family looks closely: of the oldest class.
  if (school.classes.back().grade > 1) school.pupils.back().watchful = true;
}

}  // namespace letopis::trial
