// Names for a fact's story, from a school's views and its vault.
#pragma once

#include <optional>
#include <string>

#include "projections/directory_reader.h"
#include "reports/names.h"
#include "terminal/naming.h"
#include "terminal/text.h"

namespace letopis::office {

// Borrows both. One thread, as the names are read when they are asked for.
class SchoolNaming final : public terminal::Naming {
 public:
  SchoolNaming(const projections::Directory& directory, const reports::NameBook& names,
               terminal::Language language)
      : directory_(directory), names_(names), language_(language) {}

  // Never empty: of one without a name the book says so.
  std::optional<std::string> person(events::PersonNumber person) const override;
  std::optional<std::string> school_class(events::ClassNumber school_class) const override;
  std::optional<std::string> subject(events::SubjectNumber subject) const override;
  std::optional<std::string> lesson(events::LessonNumber lesson) const override;

 private:
  const projections::Directory& directory_;
  const reports::NameBook& names_;
  const terminal::Language language_;
};

}  // namespace letopis::office
