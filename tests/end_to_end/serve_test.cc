// `letopis serve` as schools run it: stopped, cut off, with a full disk, with many schools.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mount.h>

#include <atomic>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <fstream>
#include <mutex>
#include <thread>

#include "end_to_end/lived_school.h"
#include "end_to_end/program.h"
#include "end_to_end/served_school.h"

namespace letopis::end_to_end {
namespace {

using testing::HasSubstr;

namespace json = boost::json;
namespace fs = std::filesystem;

// Marks that teachers sent all at once, and what they were told of each.
struct Sent {
  ledger::Command command;
  unsigned teacher = 0;
  bool accepted = false;
};

// Each teacher sends mark after mark until the server is gone.
class Lesson {
 public:
  Lesson(const TaughtSchool& school, const http::Destination& to) {
    for (unsigned i = 0; i < TaughtSchool::kTeachers; ++i) {
      threads_.emplace_back([this, &school, to, i] { send(school, to, i); });
    }
  }
  void wait_for(std::size_t accepted) const {
    while (accepted_ < accepted) std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  std::vector<Sent> end() {
    for (auto& thread : threads_) thread.join();
    return std::move(sent_);
  }

 private:
  void send(const TaughtSchool& school, const http::Destination& to, unsigned teacher) {
    Client client(to, school.token(teacher));
    for (std::uint64_t n = 0;; ++n) {
      auto command = school.mark(teacher, n);
      const auto answer = client.post("/api/v1/events", TaughtSchool::body_of(command));
      const bool accepted = answer.status == 201;
      {
        const std::lock_guard lock(mutex_);
        sent_.push_back({std::move(command), teacher, accepted});
      }
      if (!accepted) return;
      ++accepted_;
    }
  }

  std::atomic<std::size_t> accepted_ = 0;
  std::mutex mutex_;
  std::vector<Sent> sent_;
  std::vector<std::thread> threads_;
};

// After the server began anew: what was accepted stands, and whatever is sent again stands once.
void expect_kept(const TaughtSchool& school, const std::vector<Sent>& sent) {
  const Serving again({"--data", school.directory().string()});
  std::uint64_t size = 0;
  {
    Client anybody(again.destination());
    size =
        static_cast<std::uint64_t>(anybody.get("/api/v1/school").body.at("size").to_number<int>());
  }
  std::uint64_t added = 0;
  for (unsigned teacher = 0; teacher < TaughtSchool::kTeachers; ++teacher) {
    Client client(again.destination(), school.token(teacher));
    for (const auto& one : sent) {
      if (one.teacher != teacher) continue;
      if (one.accepted) {
        const auto told = client.get("/api/v1/commands/" + TaughtSchool::id_of(one.command));
        ASSERT_EQ(told.status, 200u) << json::serialize(told.body);
      }
      const auto repeated = client.post("/api/v1/events", TaughtSchool::body_of(one.command));
      ASSERT_TRUE(repeated.status == 200 || (!one.accepted && repeated.status == 201))
          << json::serialize(repeated.body);
      added += repeated.status == 201 ? 1 : 0;
    }
  }
  Client anybody(again.destination());
  EXPECT_EQ(anybody.get("/api/v1/school").body.at("size").to_number<std::uint64_t>(), size + added);
}

class ServeTest : public testing::Test {
 protected:
  std::string in(const std::string& name) const { return (scratch_.path() / name).string(); }
  const office::ScratchDirectory scratch_{"letopis-serve-test"};
};

TEST_F(ServeTest, ServerKilledUnderLoadKeepsEveryMarkThatItAccepted) {
  RecordProperty("requirement", "ACC-13");
  const TaughtSchool school(in("school"));
  std::vector<Sent> sent;
  {
    Serving server({"--data", in("school")});
    Lesson lesson(school, server.destination());
    lesson.wait_for(300);
    server.kill();
    sent = lesson.end();
  }
  expect_kept(school, sent);
  EXPECT_EQ(letopis({"verify", "--data", in("school")}).exit, 0);
}

TEST_F(ServeTest, ServerAskedToStopAnswersWhatItReadAndLosesNothing) {
  const TaughtSchool school(in("school"));
  std::vector<Sent> sent;
  {
    Serving server({"--data", in("school")});
    Lesson lesson(school, server.destination());
    lesson.wait_for(300);
    EXPECT_EQ(server.terminate(), 0);
    sent = lesson.end();
  }
  expect_kept(school, sent);
}

TEST_F(ServeTest, WhoeverComesSecondIsToldWhatStands) {
  const TaughtSchool school(in("school"));
  const Serving server({"--data", in("school")});
  const auto first = school.mark(0, 0);
  const auto second = school.rival_of(first, 0, 0);
  Client client(server.destination(), school.token(0));
  EXPECT_EQ(client.post("/api/v1/events", TaughtSchool::body_of(first)).status, 201u);
  const auto late = client.post("/api/v1/events", TaughtSchool::body_of(second));
  EXPECT_EQ(late.status, 409u);
  EXPECT_EQ(late.body.at("code"), "stream.version");
}

TEST_F(ServeTest, NobodySignsInAnothersName) {
  RecordProperty("requirement", "ACC-14");
  const TaughtSchool school(in("school"));
  const Serving server({"--data", in("school")});
  Client other(server.destination(), school.token(1));
  const auto answer = other.post("/api/v1/events", TaughtSchool::body_of(school.mark(0, 0)));
  EXPECT_EQ(answer.status, 403u);
  EXPECT_EQ(answer.body.at("code"), "event.of_another");
}

TEST_F(ServeTest, OtherComputersAreServedOnlyOverTls) {
  const TaughtSchool school(in("school"));
  const auto refused =
      letopis({"serve", "--data", in("school"), "--listen", "0.0.0.0:0", "--lang", "en"});
  EXPECT_EQ(refused.exit, 2);
  EXPECT_THAT(refused.errors, HasSubstr("letopis tls init"));
}

TEST_F(ServeTest, OwnAuthorityMakesBrowsersThatKnowItTrustTheServer) {
  const TaughtSchool school(in("school"));
  write_whole(in("password"), "a-long-password\n");
  const auto made = letopis({"tls", "init", "--dir", in("tls"), "--host", "localhost",
                             "--password-file", in("password")});
  ASSERT_EQ(made.exit, 0) << made.errors;
  const Serving server(
      {"--data", in("school"), "--tls-chain", in("tls/chain.pem"), "--tls-key", in("tls/key.pem")});
  auto to = server.destination();
  to.tls = http::Trust{in("tls/root.pem"), "localhost"};
  Client trusting(to);
  EXPECT_EQ(trusting.get("/readyz").status, 200u);
  to.tls->name = "another.example";
  Client elsewhere(to);
  EXPECT_EQ(elsewhere.get("/readyz").status, 0u);
  EXPECT_EQ(fs::status(in("tls/key.pem")).permissions(),
            fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(ServeTest, SchoolsOfOneProcessKnowNothingOfEachOther) {
  fs::create_directories(in("district"));
  const TaughtSchool north(in("district/north"));
  const TaughtSchool south(in("district/south"));
  fs::create_directories(in("district/broken"));
  fs::copy(in("district/south/school.json"), in("district/broken/school.json"));
  const Serving server({"--schools", in("district")});
  Client client(server.destination(), north.token(0));
  EXPECT_EQ(client.get("/north/api/v1/sessions/current").status, 200u);
  EXPECT_EQ(client.get("/south/api/v1/sessions/current").status, 401u);
  EXPECT_GE(client.get("/broken/api/v1/school").status, 400u);
  EXPECT_EQ(client.get("/nowhere/api/v1/school").status, 404u);
  EXPECT_EQ(client.get("/south/api/v1/school").status, 200u);
  const auto mark = TaughtSchool::body_of(north.mark(0, 0));
  EXPECT_EQ(client.post("/south/api/v1/events", mark).status, 401u);
  EXPECT_EQ(client.post("/north/api/v1/events", mark).status, 201u);
}

// A disk of its own for the log, where this machine lets one be mounted.
class SmallDisk {
 public:
  explicit SmallDisk(std::string place) : place_(std::move(place)) {
    fs::create_directories(place_);
    mounted_ = ::mount("tmpfs", place_.c_str(), "tmpfs", 0, "size=160m") == 0;
  }
  ~SmallDisk() {
    if (mounted_) ::umount2(place_.c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  bool mounted() const { return mounted_; }

 private:
  const std::string place_;
  bool mounted_ = false;
};

TEST_F(ServeTest, FullDiskRefusesWritingAndGoesOnReading) {
  const SmallDisk disk(in("disk"));
  if (!disk.mounted()) GTEST_SKIP() << "no file system can be mounted here";
  const TaughtSchool school(in("disk/school"));
  const Serving server({"--data", in("disk/school")});
  Client client(server.destination(), school.token(0));
  EXPECT_EQ(client.post("/api/v1/events", TaughtSchool::body_of(school.mark(0, 0))).status, 201u);
  {
    std::ofstream filler(in("disk/filler"), std::ios::binary);
    const std::string much(1u << 20, 'x');
    while (filler.write(much.data(), static_cast<std::streamsize>(much.size())).flush()) {
    }
  }
  const auto refused = client.post("/api/v1/events", TaughtSchool::body_of(school.mark(0, 1)));
  EXPECT_EQ(refused.status, 507u) << json::serialize(refused.body);
  EXPECT_EQ(client.get("/api/v1/views/classes").status, 200u);
  fs::remove(in("disk/filler"));
  EXPECT_EQ(client.post("/api/v1/events", TaughtSchool::body_of(school.mark(0, 1))).status, 201u);
}

TEST_F(ServeTest, NewSchoolIsEnteredByItsDirectorsCode) {
  RecordProperty("requirement", "ACC-02");
  const auto added = letopis({"school", "add", "--data", in("school"), "--origin",
                              "letopis.example/new", "--director", "Орлова Анна Сергеевна",
                              "--login", "orlova", "--founder-key", in("founder.key"), "--json"});
  ASSERT_EQ(added.exit, 0) << added.errors;
  const auto marker = added.out.find("\"code\":\"");
  ASSERT_NE(marker, std::string::npos);
  const auto begin = marker + 8;
  const auto code = added.out.substr(begin, added.out.find('"', begin) - begin);

  const Serving server({"--data", in("school")});
  Client stranger(server.destination());
  const auto owner = stranger.post("/api/v1/activations/look-up", {{"code", code}});
  ASSERT_EQ(owner.status, 200u) << json::serialize(owner.body);
  EXPECT_EQ(owner.body.at("name"), "Орлова Анна Сергеевна");
  const json::object wish{
      {"code", code}, {"password", "зимний-сад-у-реки"}, {"acknowledged", true}};
  EXPECT_EQ(stranger.post("/api/v1/activations", wish).status, 201u);
  // A code opens once.
  EXPECT_EQ(stranger.post("/api/v1/activations", wish).status, 404u);

  const auto signed_in =
      stranger.post("/api/v1/sessions",
                    {{"login", "orlova"}, {"password", "зимний-сад-у-реки"}, {"token", true}});
  ASSERT_EQ(signed_in.status, 201u) << json::serialize(signed_in.body);
  Client director(server.destination(), std::string(signed_in.body.at("token").get_string()));
  const auto described =
      director.post("/api/v1/commands", {{"command", json::object{{"do", "school_described"},
                                                                  {"name", "Школа № 5"},
                                                                  {"short_name", "Школа"},
                                                                  {"time_zone", "Europe/Moscow"},
                                                                  {"school_days_a_week", 5}}}});
  EXPECT_EQ(described.status, 201u) << json::serialize(described.body);
  EXPECT_EQ(stranger.get("/api/v1/school").body.at("name"), "Школа № 5");
}

}  // namespace
}  // namespace letopis::end_to_end
