#include "end_to_end/wired_school.h"

#include <boost/json/serialize.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "demo/today.h"
#include "end_to_end/lived_school.h"
#include "end_to_end/program.h"
#include "office/scratch_directory.h"

namespace letopis::end_to_end {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr unsigned kPupils = 24;

// The trial, and a certificate to serve it by.
class Lived {
 public:
  Lived() {
    trial::Settings settings;
    settings.pupils = kPupils;
    const auto lived =
        demo::live_today(in("today"), settings, [](events::Instant, std::uint64_t) {});
    EXPECT_TRUE(lived);
    if (lived) {
      for (const auto& one : *lived) logins_.push_back(one.login);
    }
    write_whole(in("password"), "a-long-password\n");
    EXPECT_EQ(letopis({"tls", "init", "--dir", in("tls"), "--host", "localhost", "--password-file",
                       in("password")})
                  .exit,
              0);
  }
  std::string in(const std::string& name) const { return (scratch_.path() / name).string(); }
  const std::vector<std::string>& logins() const { return logins_; }

 private:
  const office::ScratchDirectory scratch_{"letopis-wire"};
  std::vector<std::string> logins_;
};

const Lived& lived() {
  static const Lived one;
  return one;
}

Serving serving(std::vector<std::string> words) {
  for (const auto& word : {std::string("--tls-chain"), lived().in("tls/chain.pem"),
                           std::string("--tls-key"), lived().in("tls/key.pem")}) {
    words.push_back(word);
  }
  return Serving(std::move(words));
}

}  // namespace

std::string Wire::copied(const std::string& name) {
  fs::copy(lived().in("today"), lived().in(name), fs::copy_options::recursive);
  return lived().in(name);
}

Serving Wire::serve(const std::string& data, const std::string& clock) {
  return serving({"--data", data, "--clock", clock});
}

Serving Wire::serve_by_machines_clock(const std::string& data) { return serving({"--data", data}); }

http::Destination Wire::to(const Serving& server) {
  auto to = server.destination();
  to.tls = http::Trust{lived().in("tls/root.pem"), "localhost"};
  return to;
}

std::string Wire::token(const Serving& server, const std::string& login) {
  Client door(to(server));
  const auto in = door.post(
      "/api/v1/sessions", {{"login", login}, {"password", demo::kTodaysPassword}, {"token", true}});
  EXPECT_EQ(in.status, 201u) << login << json::serialize(in.body);
  return in.status == 201 ? std::string(in.body.at("token").as_string()) : std::string();
}

const std::vector<std::string>& Wire::logins() { return lived().logins(); }

bool is_named(const std::string& login, const std::string& words) {
  if (words == kAll) return true;
  std::istringstream list(words);
  for (std::string word; list >> word;) {
    if (word == login) return true;
  }
  return false;
}

std::size_t resident_kilobytes(pid_t process) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  std::string word;
  while (status >> word && word != "VmRSS:") {
  }
  std::size_t kilobytes = 0;
  status >> kilobytes;
  return kilobytes;
}

}  // namespace letopis::end_to_end
