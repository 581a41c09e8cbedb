// A disk that fails: what could not be noted is not shown, and the caller is told to come again.
#include <gtest/gtest.h>

#include <memory>

#include "api/served_school.h"
#include "hosting/visit.h"
#include "simulation/faulty_file_system.h"

namespace letopis::api {
namespace {

// The shelf of the school, with its accounts, on a disk of the test's own.
class FailingDisk : public testing::Test {
 protected:
  FailingDisk() : served_(conditions()), leader_(sign_in()) {}

  Conditions conditions() {
    Conditions out;
    out.disk = [this](const std::filesystem::path& data) {
      disk_ = std::make_unique<simulation::MemoryDisk>(data.string());
      env_ = simulation::make_faulty_env(*disk_);
      return env_.get();
    };
    return out;
  }
  // Nobody can sign in by a password here: the accounts stayed on the other disk.
  http::Header sign_in() {
    accounts::Session session;
    const hosting::Visit visit(served_.school(), {});
    session.person = visit.directory().holders_of(events::Role::kClassTeacher).front().person;
    return {"Authorization", "Bearer " + served_.school().sessions().open(session, nullptr).token};
  }

  std::unique_ptr<simulation::MemoryDisk> disk_;
  std::unique_ptr<rocksdb::Env> env_;
  ServedSchool served_;
  http::Header leader_;
};

TEST_F(FailingDisk, ThatIsFullShowsNoChildsDataAndSaysWhy) {
  RecordProperty("requirement", "ACC-12");
  disk_->be_full(0);
  const auto told = served_.get("/api/v1/views/attendance?class=1", {leader_});
  EXPECT_EQ(told.status(), 507u) << told.answer.body;
  EXPECT_EQ(told.code(), "ledger.no_room");
  EXPECT_EQ(told.answer.body.find("pupils"), std::string::npos);
  EXPECT_EQ(served_.get("/api/v1/views/classes", {leader_}).status(), 200u)
      << "what concerns no child needs no trace";
  disk_->have_room();
  EXPECT_EQ(served_.get("/api/v1/views/attendance?class=1", {leader_}).status(), 200u);
}

TEST_F(FailingDisk, ThatBreaksShowsNothingEither) {
  RecordProperty("requirement", "ACC-12");
  disk_->fail_after(0);
  const auto told = served_.get("/api/v1/views/attendance.pdf?class=1", {leader_});
  EXPECT_EQ(told.status(), 503u);
  EXPECT_EQ(told.code(), "ledger.store_failed");
  disk_->heal();
  EXPECT_EQ(served_.get("/api/v1/views/attendance.pdf?class=1", {leader_}).status(), 200u);
}

}  // namespace
}  // namespace letopis::api
