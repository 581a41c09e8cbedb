// The register of the archive: volumes, media, printed copies.
#include "projections/archive_register.h"
#include "regulations/civil_day.h"
#include "rules/reading.h"
#include "signing/encoding.h"
#include "wishes/answer_parts.h"
#include "wishes/answers.h"
#include "wishes/copy_json.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;

class Register {
 public:
  Register(const Sight& sight, const projections::Directory& directory, events::Day today)
      : sight_(sight),
        directory_(directory),
        today_(today),
        parameters_(directory.parameters().on(today)) {}

  json::object whole() const {
    json::object out{{"day", regulations::iso(today_)}};
    if (const auto* often = parameters_.find(projections::kCheckDays)) {
      out["check_days"] = often->value;
      if (!often->clause.empty()) out["clause"] = often->clause;
    }
    json::array volumes;
    for (const auto& one : projections::registered_volumes(directory_)) {
      volumes.push_back(volume(one));
    }
    json::array media;
    for (const auto& one : projections::registered_media(directory_)) media.push_back(medium(one));
    json::array copies;
    for (const auto& one : projections::registered_copies(directory_)) {
      copies.push_back(copy_json(one, sight_));
    }
    out["volumes"] = std::move(volumes);
    out["media"] = std::move(media);
    out["copies"] = std::move(copies);
    return out;
  }

 private:
  std::string day_of(const projections::Stamp& stamp) const {
    return regulations::iso(sight_.school().day_of(stamp.recorded));
  }

  json::object volume(const projections::RegisteredVolume& one) const {
    const auto& fact = one.sealed.fact;
    json::array on;
    for (const auto number : {fact.first_medium, fact.second_medium}) {
      if (one.is_on(number)) on.push_back(number.value);
    }
    json::object out{{"volume", fact.volume.value},
                     {"name", fact.name},
                     {"kind", events::word_of(fact.kind)},
                     {"sealed", day_of(one.sealed.stamp)},
                     {"position", one.sealed.stamp.position.value},
                     {"first", fact.first.value},
                     {"end", fact.end.value},
                     {"tag_manifest", signing::to_hex(fact.tag_manifest.view())},
                     {"signatures", fact.signatures.size()},
                     {"on", std::move(on)}};
    if (fact.trial) out["trial"] = true;
    if (fact.keep_until) out["keep_until"] = regulations::iso(*fact.keep_until);
    if (one.last_check) {
      out["checked"] = day_of(one.last_check->stamp);
      out["outcome"] = events::word_of(one.last_check->fact.outcome);
    }
    const auto next = projections::next_check(one, parameters_, sight_.school().zone());
    if (next) out["next_check"] = regulations::iso(*next);
    if (next && *next < today_) out["check_missed"] = true;
    return out;
  }

  json::object medium(const projections::RegisteredMedium& one) const {
    const auto& fact = one.registered.fact;
    json::object out{{"medium", fact.medium.value},
                     {"serial", fact.serial},
                     {"room", fact.room},
                     {"file_system", fact.file_system},
                     {"since", day_of(one.registered.stamp)}};
    if (fact.custodian) out["custodian"] = full_name(*fact.custodian, sight_);
    if (one.retired) out["retired"] = regulations::iso(one.retired->fact.day);
    return out;
  }

  const Sight& sight_;
  const projections::Directory& directory_;
  events::Day today_;
  regulations::Parameters parameters_;
};

}  // namespace

Result<json::object> answer(const AskArchive& query, const Sight& sight) {
  auto may = rules::may_read(rules::View::kArchive, sight.reader(), {}, sight.school());
  if (!may) return may.refusal();
  const projections::Directory directory(sight.views(), sight.as_of(query.as_of));
  const auto today = query.as_of ? sight.school().day_of(*query.as_of) : sight.school().today();
  return Register(sight, directory, today).whole();
}

}  // namespace letopis::wishes
