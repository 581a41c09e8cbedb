#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "office/school_files.h"
#include "trial/settings.h"

namespace letopis::office {
namespace {

namespace json = boost::json;

constexpr int kFormat = 1;

Refusal refuse(std::string ru, std::string en) {
  return {"school.profile", {std::move(ru), std::move(en)}};
}

bool has_exactly(const json::object& object, std::initializer_list<std::string_view> names) {
  if (object.size() != names.size()) return false;
  for (const auto name : names) {
    if (!object.contains(name)) return false;
  }
  return true;
}

std::optional<std::uint64_t> whole_number(const json::value& value) {
  if (const auto* number = value.if_int64(); number && *number >= 0) {
    return static_cast<std::uint64_t>(*number);
  }
  if (const auto* number = value.if_uint64()) return *number;
  return std::nullopt;
}

Result<std::optional<TrialOrigin>> parse_trial(const json::value& value) {
  if (value.is_null()) return std::optional<TrialOrigin>{};
  const auto* object = value.if_object();
  if (!object || !has_exactly(*object, {"seed", "pupils"})) {
    return refuse("поле trial должно содержать seed и pupils",
                  "the field trial must hold seed and pupils");
  }
  const auto seed = whole_number(object->at("seed"));
  const auto pupils = whole_number(object->at("pupils"));
  if (!seed || !pupils || *pupils == 0 || *pupils > trial::kMaxPupils) {
    return refuse("seed и pupils — целые числа", "seed and pupils are whole numbers");
  }
  return std::optional<TrialOrigin>(TrialOrigin{*seed, static_cast<unsigned>(*pupils)});
}

}  // namespace

std::string print_profile(const SchoolProfile& profile) {
  json::object out;
  out["format"] = kFormat;
  out["origin"] = profile.origin;
  if (profile.trial) {
    out["trial"] = json::object{{"seed", profile.trial->seed}, {"pupils", profile.trial->pupils}};
  } else {
    out["trial"] = nullptr;
  }
  return json::serialize(out) + "\n";
}

Result<SchoolProfile> parse_profile(std::string_view text) {
  json::error_code error;
  const auto value = json::parse(text, error);
  const auto* object = value.if_object();
  if (error || !object) return refuse("это не объект JSON", "this is no JSON object");
  if (!has_exactly(*object, {"format", "origin", "trial"})) {
    return refuse("нужны ровно поля format, origin и trial",
                  "exactly the fields format, origin and trial are needed");
  }
  if (whole_number(object->at("format")) != kFormat) {
    return refuse("формат другой версии программы", "the format of another version");
  }
  const auto* origin = object->at("origin").if_string();
  if (!origin || !signing::is_key_name(std::string_view(*origin))) {
    return refuse("поле origin не может быть именем журнала событий",
                  "the field origin cannot name a log");
  }
  auto trial = parse_trial(object->at("trial"));
  if (!trial) return trial.refusal();
  return SchoolProfile{std::string(*origin), *trial};
}

}  // namespace letopis::office
