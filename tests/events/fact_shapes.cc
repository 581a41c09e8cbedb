#include "events/fact_shapes.h"

#include "events/fact_filling.h"

namespace letopis::events {
namespace {

constexpr std::string_view kNumberNames[] = {
    "PersonNumber",       "YearNumber",        "PeriodNumber",    "BellScheduleNumber",
    "RoomNumber",         "SubjectNumber",     "ClassNumber",     "GroupNumber",
    "LoadNumber",         "PlanNumber",        "TimetableNumber", "LessonNumber",
    "SubstitutionNumber", "PermissionNumber",  "OutageNumber",    "DisputeNumber",
    "RemarkNumber",       "ControlNoteNumber", "CopyNumber",      "VolumeNumber",
    "MediumNumber",       "DocumentNumber",    "PointNumber",     "MessageNumber",
    "PostNumber",         "SchoolEventNumber"};

class Describer {
 public:
  explicit Describer(std::vector<FieldShape>& to) : to_(to) {}

  template <class Field>
  void operator()(std::string_view name, const Field& field) {
    FieldShape shape;
    shape.name = name;
    describe(shape, field);
    to_.push_back(std::move(shape));
  }

 private:
  template <class Number>
  void describe(FieldShape& shape, const Declared<Number>& field) {
    shape.declares = true;
    describe(shape, field.number);
  }
  template <NumberKind kind>
  void describe(FieldShape& shape, const Number<kind>&) {
    shape.type = kNumberNames[static_cast<std::size_t>(kind)];
  }
  void describe(FieldShape& shape, const Day&) { shape.type = "Day"; }
  void describe(FieldShape& shape, const Instant&) { shape.type = "Instant"; }
  void describe(FieldShape& shape, const Position&) { shape.type = "Position"; }
  void describe(FieldShape& shape, const std::uint16_t&) { shape.type = "u16"; }
  void describe(FieldShape& shape, const std::uint32_t&) { shape.type = "u32"; }
  void describe(FieldShape& shape, const bool&) { shape.type = "Bool"; }
  void describe(FieldShape& shape, const std::string&) { shape.type = "Text"; }
  void describe(FieldShape& shape, const signing::Digest&) { shape.type = "Digest"; }
  void describe(FieldShape& shape, const signing::PublicKey&) { shape.type = "PublicKey"; }
  void describe(FieldShape& shape, const signing::KeyId&) { shape.type = "KeyId"; }
  void describe(FieldShape& shape, const Commitment&) { shape.type = "Commitment"; }
  template <class Field>
  void describe(FieldShape& shape, const std::optional<Field>&) {
    shape.optional = true;
    describe(shape, Field{});
  }
  template <class Item>
  void describe(FieldShape& shape, const std::vector<Item>&) {
    shape.list = true;
    describe(shape, Item{});
  }
  template <class Field>
  void describe(FieldShape& shape, const Field& field) {
    if constexpr (std::is_enum_v<Field>) {
      shape.words.assign(std::begin(Words<Field>::all), std::end(Words<Field>::all));
    } else {
      Describer inside(shape.fields);
      Field::visit_fields(field, inside);
    }
  }

  std::vector<FieldShape>& to_;
};

}  // namespace

std::vector<FactShape> fact_shapes() {
  std::vector<FactShape> shapes(kFacts);
  for (std::size_t ordinal = 0; ordinal < kFacts; ++ordinal) {
    const Fact fact = bare_fact(ordinal);
    shapes[ordinal].name = name_of(fact);
    Describer describer(shapes[ordinal].fields);
    std::visit([&](const auto& one) { one.visit_fields(one, describer); }, fact);
  }
  return shapes;
}

}  // namespace letopis::events
