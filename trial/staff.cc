#include "trial/staff.h"

#include <algorithm>

namespace letopis::trial {
namespace {

constexpr std::size_t kSpecialities = 15;
constexpr unsigned kOwnTeacherFrom = 12;  // hours a week in the whole school
constexpr unsigned kFreeHours = 2;        // that a teacher has while the classes are at school

bool taught_in_parts(const SchoolClass& school_class, const SubjectCard& card) {
  return school_class.split && card.in_subgroups;
}

// A speciality with too few hours for a teacher of its own goes to the teachers of the largest
// related one.
std::array<Speciality, kSpecialities> who_teaches(const School& school) {
  std::array<unsigned, kSpecialities> hours{};
  for (const SchoolClass& school_class : school.classes) {
    for (const SubjectCard& card : subjects()) {
      const Speciality speciality = speciality_of(card.subject, school_class.grade);
      const unsigned parts = taught_in_parts(school_class, card) ? 2 : 1;
      hours[static_cast<std::size_t>(speciality)] +=
          parts * weekly_hours(card.subject, school_class.grade);
    }
  }
  std::array<Speciality, kSpecialities> teaches{};
  for (std::size_t i = 0; i < kSpecialities; ++i) {
    teaches[i] = static_cast<Speciality>(i);
    if (hours[i] >= kOwnTeacherFrom) continue;
    unsigned most = hours[i];
    for (const Speciality other : related(static_cast<Speciality>(i))) {
      if (hours[static_cast<std::size_t>(other)] <= most) continue;
      most = hours[static_cast<std::size_t>(other)];
      teaches[i] = other;
    }
  }
  return teaches;
}

Sex sex_of_teacher(Speciality speciality, Random& random) {
  std::uint32_t men_per_mille = 120;
  if (speciality == Speciality::kSport || speciality == Speciality::kSafety) men_per_mille = 600;
  if (speciality == Speciality::kCraft || speciality == Speciality::kPhysics) men_per_mille = 450;
  if (speciality == Speciality::kPrimary) men_per_mille = 20;
  return random.per_mille(men_per_mille) ? Sex::kMale : Sex::kFemale;
}

class Hiring {
 public:
  Hiring(const Settings& settings, School& school)
      : school_(school),
        teaches_(who_teaches(school)),
        random_(stream(settings.seed, Purpose::kStaff)) {}

  void staff(std::size_t which) {
    SchoolClass& school_class = school_.classes[which];
    own_teacher_.reset();
    for (const SubjectCard& card : subjects()) {
      const unsigned hours = weekly_hours(card.subject, school_class.grade);
      if (hours == 0) continue;
      if (!taught_in_parts(school_class, card)) {
        assign(which, card.subject, hours, std::nullopt);
        continue;
      }
      for (unsigned part = 0; part < 2; ++part) {
        school_.groups.push_back({{}, which, card.subject, part});
        assign(which, card.subject, hours, school_.groups.size() - 1);
      }
    }
  }

 private:
  std::size_t hire(Speciality speciality) {
    Teacher teacher;
    teacher.speciality = speciality;
    teacher.sex = sex_of_teacher(speciality, random_);
    teacher.name = any_grown_up(teacher.sex, random_);
    school_.teachers.push_back(std::move(teacher));
    return school_.teachers.size() - 1;
  }

  // The other subgroup is taught by somebody else at the same time.
  bool has_other_part(std::size_t teacher, std::size_t which, Subject subject) const {
    for (const std::size_t index : school_.classes[which].loads) {
      const Load& load = school_.loads[index];
      if (load.subject == subject && load.teacher == teacher) return true;
    }
    return false;
  }
  bool teaches_here(std::size_t teacher, std::size_t which) const {
    for (const std::size_t index : school_.classes[which].loads) {
      if (school_.loads[index].teacher == teacher) return true;
    }
    return false;
  }

  // Small children leave early: who teaches them alone cannot teach longer than they stay.
  unsigned most_hours(std::size_t teacher, unsigned grade) const {
    unsigned longest = weekly_hours(grade);
    for (const Load& load : school_.loads) {
      if (load.teacher != teacher) continue;
      longest = std::max(longest, weekly_hours(school_.class_of(load).grade));
    }
    return std::min(kMostTeachingHours, longest - kFreeHours);
  }

  std::size_t choose(std::size_t which, Subject subject, unsigned hours) {
    const unsigned grade = school_.classes[which].grade;
    const Speciality speciality = teaches_[static_cast<std::size_t>(speciality_of(subject, grade))];
    if (speciality == Speciality::kPrimary) {
      if (!own_teacher_) own_teacher_ = hire(speciality);
      return *own_teacher_;
    }
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < school_.teachers.size(); ++i) {
      const Teacher& teacher = school_.teachers[i];
      if (teacher.speciality != speciality || teacher.hours + hours > most_hours(i, grade))
        continue;
      if (has_other_part(i, which, subject)) continue;
      if (teaches_here(i, which)) return i;
      if (!found) found = i;
    }
    return found ? *found : hire(speciality);
  }

  void assign(std::size_t which, Subject subject, unsigned hours,
              std::optional<std::size_t> group) {
    Load load;
    load.teacher = choose(which, subject, hours);
    load.subject = subject;
    load.school_class = which;
    load.group = group;
    load.hours = hours;
    school_.teachers[load.teacher].hours += hours;
    school_.classes[which].loads.push_back(school_.loads.size());
    school_.loads.push_back(std::move(load));
  }

  School& school_;
  std::array<Speciality, kSpecialities> teaches_;
  Random random_;
  std::optional<std::size_t> own_teacher_;
};

// The teacher who is most with a class, unless another class has that teacher already.
void name_class_teachers(School& school) {
  std::vector<bool> taken(school.teachers.size());
  for (SchoolClass& school_class : school.classes) {
    std::vector<unsigned> hours(school.teachers.size());
    for (const std::size_t load : school_class.loads) {
      hours[school.loads[load].teacher] += school.loads[load].hours;
    }
    std::size_t best = school.loads[school_class.loads.front()].teacher;
    unsigned most = 0;
    for (std::size_t i = 0; i < hours.size(); ++i) {
      if (taken[i] || hours[i] <= most) continue;
      best = i;
      most = hours[i];
    }
    school_class.class_teacher = best;
    taken[best] = true;
  }
}

}  // namespace

void hire_staff(const Settings& settings, School& school) {
  Hiring hiring(settings, school);
  for (std::size_t i = 0; i < school.classes.size(); ++i) hiring.staff(i);
  name_class_teachers(school);
}

}  // namespace letopis::trial
