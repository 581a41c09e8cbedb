#include "end_to_end/wire_guests.h"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>

namespace letopis::end_to_end {

namespace json = boost::json;

std::ostream& operator<<(std::ostream& out, const Verdict& one) {
  return out << one.status << " " << one.code;
}

Verdict verdict_of(const Client::Answer& told) {
  const auto* code = told.body.if_contains("code");
  const bool refused = told.status >= 400;
  return {told.status, refused && code != nullptr ? std::string(code->as_string()) : ""};
}

WireGuests::WireGuests()
    : server_(serve(copied(testing::UnitTest::GetInstance()->current_test_info()->name()))),
      stranger_(to(server_)) {
  for (const auto& login : logins()) enter(login, token(server_, login));
  numbers_["{own}"] = person("uchenik");
  numbers_["{parent}"] = person("roditel");
  numbers_["{teacher}"] = person("teacher");
  const auto others = as("deputy").get("/api/v1/views/people?class=2").body;
  numbers_["{foreign}"] = others.at("people").at(0).at("person").to_number<std::uint32_t>();
}

void WireGuests::enter(const std::string& login, const std::string& token) {
  guests_[login] = std::make_unique<Client>(to(server_), token);
}

std::uint32_t WireGuests::person(const std::string& login) const {
  return as(login).get("/api/v1/sessions/current").body.at("person").to_number<std::uint32_t>();
}

std::uint64_t WireGuests::size() {
  return stranger().get("/api/v1/school").body.at("size").to_number<std::uint64_t>();
}

json::object WireGuests::command_of(std::string text) const {
  const auto put = [&text](const std::string& mark, const std::string& value) {
    for (auto at = text.find(mark); at != text.npos; at = text.find(mark)) {
      text.replace(at, mark.size(), value);
    }
  };
  for (const auto& [mark, number] : numbers_) put(mark, std::to_string(number));
  put("ORDER", R"("order":{"number":"7","day":"2026-03-11"})");
  put("DIGEST", std::string(64, '1'));
  return {{"command", json::parse(text)}};
}

}  // namespace letopis::end_to_end
