// What only a script can wish, for in a trial all keys derive from one seed: to open the school, to
// make a person's key, to call a person by a login.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "events/values.h"
#include "wishes/form.h"

namespace letopis::script {

struct DirectorWish {
  std::string login;
  std::string family_name;
  std::string given_name;
  std::optional<std::string> patronymic;
  std::optional<std::string> email;
};

// The first line of a script for a directory without a log.
struct OpenSchool {
  std::uint64_t seed = 0;
  std::string origin;
  std::string name;
  std::string short_name;
  std::string time_zone;
  std::uint16_t school_days_a_week = 0;
  std::optional<std::string> regulation;      // one that comes with the program
  std::vector<events::Parameter> parameters;  // beside it, or without one
  std::optional<events::Order> order;         // by which the regulation is adopted
  DirectorWish director;
};

// A key for whoever has that login; derived, kept by the server unless said otherwise.
struct Activate {
  events::PersonNumber person;
  std::optional<events::KeyHolder> holder;
  std::optional<events::KeyGround> ground;
};

struct NameLogin {
  std::string login;
  events::PersonNumber person;
};

// {"open_school": schema, "activate": schema, "login": schema}, each with its "do".
boost::json::object runner_schemas();
// Their names with what they do, for a list.
struct RunnerVerb {
  std::string_view name;
  wishes::Text tells;
};
std::vector<RunnerVerb> runner_verbs();

}  // namespace letopis::script

namespace letopis::wishes {

template <>
struct Form<script::DirectorWish> {
  static constexpr std::string_view kName = "director";
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("login", self.login);
    visit("family_name", self.family_name);
    visit("given_name", self.given_name);
    visit("patronymic", self.patronymic);
    visit("email", self.email);
  }
};

template <>
struct Form<script::OpenSchool> {
  static constexpr std::string_view kName = "open_school";
  static constexpr Text kTells{
      "Начать учебный журнал событий: основатель, директор с ключом, сведения о школе, регламент.",
      "Begin a trial log: founder, director with a key, the school, its regulation."};
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("seed", self.seed);
    visit("origin", self.origin);
    visit("name", self.name);
    visit("short_name", self.short_name);
    visit("time_zone", self.time_zone);
    visit("school_days_a_week", self.school_days_a_week);
    visit("regulation", self.regulation);
    visit("parameters", self.parameters);
    visit("order", self.order);
    visit("director", self.director);
  }
};

template <>
struct Form<script::Activate> {
  static constexpr std::string_view kName = "activate";
  static constexpr Text kTells{
      "Внести ключ подписи человека; в пробе он выводится из seed.",
      "Enrol a person's signing key; in a trial it derives from the seed."};
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("login", self.person);
    visit("holder", self.holder);
    visit("ground", self.ground);
  }
};

template <>
struct Form<script::NameLogin> {
  static constexpr std::string_view kName = "login";
  static constexpr Text kTells{"Дать человеку имя для входа; в журнал событий оно не попадает.",
                               "Give a person a login; it does not enter the log."};
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("login", self.login);
    visit("person", self.person);
  }
};

}  // namespace letopis::wishes
