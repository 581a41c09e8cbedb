#include "witness/service.h"

#include <gmock/gmock.h>

#include <thread>

#include "http/raw_connection.h"
#include "witness/grown_log.h"

namespace letopis::witness {
namespace {

using http::RawConnection;
using testing::HasSubstr;
using testing::StartsWith;

class Service : public testing::Test {
 protected:
  void SetUp() override {
    auto limits = service_limits();
    limits.head_time = std::chrono::milliseconds(300);
    limits.body_time = std::chrono::milliseconds(300);
    auto server = http::Server::listen("127.0.0.1", 0, {.limits = limits},
                                       service(witness_, [] { return signing::UnixSeconds{7}; }));
    ASSERT_TRUE(server);
    server_ = *std::move(server);
    thread_ = std::thread([this] { server_->run(); });
  }
  void TearDown() override {
    server_->stop();
    thread_.join();
  }
  std::string exchange(const std::string& bytes) const {
    RawConnection connection(server_->port());
    connection.send(bytes);
    return connection.receive_all();
  }
  static std::string posted(const std::string& body, const std::string& path = "/add-checkpoint") {
    return "POST " + path + " HTTP/1.1\r\nHost: w\r\nConnection: close\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + body;
  }

  const Folder folder_;
  const GrownLog log_{"letopis.example/school"};
  const GrownLog other_{"letopis.example/school", "b", 3};
  const Witness witness_ = watching(folder_.path() / "w", log_);
  std::unique_ptr<http::Server> server_;
  std::thread thread_;
};

TEST_F(Service, AnswersEachStatusOfTheSpecification) {
  const GrownLog stranger("letopis.example/another");
  const auto forged = signing::sign_checkpoint(log_.checkpoint(5), stranger.key());
  EXPECT_THAT(exchange(posted(log_.request(0, 5))),
              testing::AllOf(StartsWith("HTTP/1.1 200 "),
                             HasSubstr("\r\n\r\n— district.example/witness ")));
  EXPECT_THAT(exchange(posted(stranger.request(0, 5))), StartsWith("HTTP/1.1 404 "));
  EXPECT_THAT(exchange(posted(print_add_checkpoint({5, {}, forged}))), StartsWith("HTTP/1.1 403 "));
  EXPECT_THAT(exchange(posted(print_add_checkpoint({9, {}, log_.note(5)}))),
              StartsWith("HTTP/1.1 400 "));
  EXPECT_THAT(
      exchange(posted(log_.request(2, 9))),
      testing::AllOf(StartsWith("HTTP/1.1 409 "), HasSubstr("Content-Type: text/x.tlog.size\r\n"),
                     testing::EndsWith("\r\n\r\n5\n")));
  EXPECT_THAT(exchange(posted(other_.request(5, 5))), StartsWith("HTTP/1.1 422 "));
  EXPECT_THAT(exchange(posted(other_.request(5, 9))), StartsWith("HTTP/1.1 422 "));
}

TEST_F(Service, HasOnePathAndOneMethod) {
  EXPECT_THAT(exchange(posted(log_.request(0, 5), "/")), StartsWith("HTTP/1.1 404 "));
  EXPECT_THAT(exchange("GET /add-checkpoint HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"),
              testing::AllOf(StartsWith("HTTP/1.1 405 "), HasSubstr("Allow: POST\r\n")));
}

TEST_F(Service, AHalfSentBodyIsNoRequest) {
  RawConnection connection(server_->port());
  const auto whole = posted(log_.request(0, 5));
  connection.send(whole.substr(0, whole.size() - 10));
  EXPECT_THAT(connection.receive_all(),
              testing::AnyOf(testing::IsEmpty(), StartsWith("HTTP/1.1 408 ")));
  EXPECT_TRUE(witness_.known()->front().kept.empty());
}

TEST_F(Service, ALongBodyIsNotTaken) {
  EXPECT_THAT(exchange("POST /add-checkpoint HTTP/1.1\r\nHost: here\r\nContent-Length: " +
                       std::to_string(kMaxRequestBytes + 1) + "\r\n\r\n"),
              StartsWith("HTTP/1.1 413 "));
}

TEST_F(Service, ABrokenDiskIs500AndCosignsNothing) {
  ASSERT_THAT(exchange(posted(log_.request(0, 5))), StartsWith("HTTP/1.1 200 "));
  const auto logs = folder_.path() / "w" / "logs";
  for (const auto& one : std::filesystem::directory_iterator(logs)) {
    write_file(one.path() / "history", "");  // shorter than the head says
  }
  EXPECT_THAT(exchange(posted(log_.request(5, 9))), StartsWith("HTTP/1.1 500 "));
}

}  // namespace
}  // namespace letopis::witness
