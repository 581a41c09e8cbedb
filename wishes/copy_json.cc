#include "wishes/copy_json.h"

#include "regulations/civil_day.h"
#include "signing/encoding.h"
#include "wishes/answer_parts.h"

namespace letopis::wishes {

boost::json::object copy_json(const projections::RegisteredCopy& copy, const Sight& sight) {
  const auto& fact = copy.printed.fact;
  const auto printed = sight.school().day_of(copy.printed.stamp.recorded);
  boost::json::object out{{"copy", fact.copy.value},
                          {"kind", events::word_of(fact.kind)},
                          {"sheets", fact.sheets},
                          {"printed", regulations::iso(printed)},
                          {"position", copy.printed.stamp.position.value},
                          {"log_size", fact.log_size.value},
                          {"sha256", signing::to_hex(fact.sha256.view())}};
  if (fact.school_class) out["class"] = class_name(*fact.school_class, printed, sight);
  if (fact.subject) out["subject"] = subject_name(*fact.subject, sight);
  if (fact.period) out["period"] = fact.period->value;
  if (fact.pupil) {
    out["pupil"] = fact.pupil->value;
    out["name"] = full_name(*fact.pupil, sight);
  }
  if (copy.certified) out["certified"] = regulations::iso(copy.certified->fact.day);
  if (copy.registered) {
    out["register_number"] = copy.registered->fact.register_number;
    out["place"] = copy.registered->fact.place;
  }
  if (!copy.handed_over.empty()) {
    out["handed_over"] = regulations::iso(copy.handed_over.back().fact.day);
  }
  return out;
}

}  // namespace letopis::wishes
