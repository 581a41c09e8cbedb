// Names what an entry speaks of by what the volumes themselves say: people by their numbers,
// lessons by subject, class and day.
#pragma once

#include <map>

#include "archive/medium_entries.h"
#include "terminal/naming.h"
#include "terminal/text.h"

namespace letopis::verifier {

// A plain value once made. What the volumes do not say, or no longer can, is not known here.
class VolumeNaming final : public terminal::Naming {
 public:
  // Reads all entries once.
  VolumeNaming(const archive::MediumEntries& entries, terminal::Language language);

  std::optional<std::string> person(events::PersonNumber person) const override;
  std::optional<std::string> school_class(events::ClassNumber school_class) const override;
  std::optional<std::string> subject(events::SubjectNumber subject) const override;
  std::optional<std::string> lesson(events::LessonNumber lesson) const override;

 private:
  struct Taught {
    std::optional<events::ClassNumber> school_class;
    events::SubjectNumber subject;
  };
  struct Held {
    events::LoadNumber load;
    events::Day day;
  };
  void take(const events::Fact& fact);

  const terminal::Language language_;
  std::map<events::ClassNumber, std::string> classes_;
  std::map<events::SubjectNumber, std::string> subjects_;
  std::map<events::LoadNumber, Taught> loads_;
  std::map<events::LessonNumber, Held> lessons_;
};

}  // namespace letopis::verifier
