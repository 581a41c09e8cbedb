#include "http/tls.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/ssl.h>
#include <signal.h>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <fstream>
#include <future>

#include "http/connection.h"
#include "http/own_authority.h"
#include "http/raw_connection.h"
#include "http/serving.h"

namespace letopis::http {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;
using testing::IsEmpty;

class HttpTls : public testing::Test {
 protected:
  ServerSettings secured() { return {.tls = authority_.issue()}; }
  Destination to(const Serving& serving, const std::string& name = "localhost") const {
    return {"127.0.0.1", serving.port(), Trust{authority_.certificate(), name}};
  }
  OwnAuthority authority_;
};

Response how(const Request& request) {
  return answer(200, "text/plain", request.secure ? "secure" : "plain");
}

const Request kGet{.method = "GET", .target = "/"};

TEST_F(HttpTls, SpeaksTheNewestVersionAndHttp11) {
  Serving serving(how, secured());
  const auto connection = Connection::open(to(serving));
  ASSERT_TRUE(connection) << connection.refusal().says.en;
  EXPECT_EQ((*connection)->tls_version(), "TLSv1.3");
  EXPECT_EQ((*connection)->tls_protocol(), "http/1.1");
  for (int i = 0; i < 3; ++i) EXPECT_EQ((*connection)->ask(kGet)->body, "secure");
}

TEST_F(HttpTls, CarriesLargeBodiesBothWays) {
  auto settings = secured();
  settings.limits.body_bytes = 5'000'000;
  Serving serving(echo, settings);
  const auto connection = *Connection::open(to(serving), {6'000'000});
  const std::string body(4'000'000, 'x');
  const auto response = connection->ask({.method = "POST", .target = "/", .body = body});
  ASSERT_TRUE(response);
  EXPECT_EQ(response->body, "POST / " + body);
}

TEST_F(HttpTls, IsTrustedOnlyByWhoKnowsItsAuthorityAndName) {
  Serving serving(how, secured());
  EXPECT_EQ(Connection::open(to(serving, "school.ru")).refusal().code, "http.certificate");
  const OwnAuthority other;
  const Destination stranger{"127.0.0.1", serving.port(), Trust{other.certificate(), "localhost"}};
  EXPECT_EQ(Connection::open(stranger).refusal().code, "http.certificate");
}

// What a client of that highest version, those ciphers and protocols comes to.
bool shakes_hands(const Serving& serving, int highest, const char* ciphers,
                  const std::string& protocols) {
  boost::asio::io_context network;
  boost::asio::ssl::context context(boost::asio::ssl::context::tls_client);
  SSL_CTX_set_security_level(context.native_handle(), 0);
  SSL_CTX_set_max_proto_version(context.native_handle(), highest);
  SSL_CTX_set_cipher_list(context.native_handle(), ciphers);
  boost::asio::ssl::stream<boost::asio::ip::tcp::socket> stream(network, context);
  SSL_set_alpn_protos(stream.native_handle(),
                      reinterpret_cast<const unsigned char*>(protocols.data()),
                      static_cast<unsigned>(protocols.size()));
  stream.next_layer().connect({boost::asio::ip::make_address("127.0.0.1"), serving.port()});
  boost::system::error_code failed;
  stream.handshake(boost::asio::ssl::stream_base::client, failed);
  return !failed;
}

TEST_F(HttpTls, TakesNoWeakVersionNoWeakCipherAndNoOtherProtocol) {
  Serving serving(how, secured());
  EXPECT_TRUE(shakes_hands(serving, TLS1_2_VERSION, "ECDHE+AESGCM", "\x08http/1.1"));
  EXPECT_TRUE(shakes_hands(serving, TLS1_3_VERSION, "ALL", "\x02h2\x08http/1.1"));
  EXPECT_FALSE(shakes_hands(serving, TLS1_1_VERSION, "ALL:@SECLEVEL=0", "\x08http/1.1"));
  EXPECT_FALSE(shakes_hands(serving, TLS1_2_VERSION, "ECDHE-ECDSA-AES128-SHA", "\x08http/1.1"));
  EXPECT_FALSE(shakes_hands(serving, TLS1_3_VERSION, "ALL", "\x02h2"));
}

TEST_F(HttpTls, EndsWhoDoesNotFinishTheHandshake) {
  auto settings = secured();
  settings.limits.handshake_time = milliseconds(100);
  Serving serving(how, settings);
  RawConnection silent(serving.port());
  EXPECT_THAT(silent.receive_all(), IsEmpty());
  RawConnection half(serving.port());
  half.send("\x16\x03\x01\x02");
  EXPECT_THAT(half.receive_all(), IsEmpty());
  RawConnection plain(serving.port());
  plain.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_THAT(plain.receive_all(), testing::Not(HasSubstr("secure")));
  EXPECT_EQ((*Connection::open(to(serving)))->ask(kGet)->status, 200u);
}

TEST_F(HttpTls, NewCertificatesAreForNewConnectionsAndTheOldGoOn) {
  Serving serving(how, secured());
  const auto old = *Connection::open(to(serving));
  const std::string first = old->tls_certificate();
  authority_.issue();
  EXPECT_EQ((*Connection::open(to(serving)))->tls_certificate(), first);
  EXPECT_TRUE(serving.server().reload_certificates());
  const auto fresh = *Connection::open(to(serving));
  EXPECT_NE(fresh->tls_certificate(), first);
  EXPECT_EQ(old->ask(kGet)->body, "secure");
  EXPECT_EQ(fresh->ask(kGet)->body, "secure");
}

TEST_F(HttpTls, ASignalMakesItReadThemAgainAndASpoiledFileChangesNothing) {
  auto settings = secured();
  std::promise<std::string> refused;
  settings.certificates_refused = [&](const Refusal& refusal) { refused.set_value(refusal.code); };
  auto server = *Server::listen("127.0.0.1", 0, settings, how);
  server->reload_on_signal();
  std::thread serving([&] { server->run(); });
  const Destination at{"127.0.0.1", server->port(), Trust{authority_.certificate(), "localhost"}};
  const std::string first = (*Connection::open(at))->tls_certificate();
  authority_.issue();
  kill(getpid(), SIGHUP);
  while ((*Connection::open(at))->tls_certificate() == first) std::this_thread::yield();
  const std::string second = (*Connection::open(at))->tls_certificate();
  std::ofstream(settings.tls->private_key) << "spoiled";
  kill(getpid(), SIGHUP);
  EXPECT_EQ(refused.get_future().get(), "http.certificate");
  EXPECT_EQ((*Connection::open(at))->tls_certificate(), second);
  server->stop();
  serving.join();
}

TEST_F(HttpTls, IsNotOpenedWithFilesThatDoNotServe) {
  const TlsFiles good = authority_.issue();
  const auto code = [](const TlsFiles& files) {
    return Server::listen("127.0.0.1", 0, {.tls = files}, how).refusal().code;
  };
  EXPECT_EQ(code({authority_.folder() / "none", good.private_key}), "http.certificate");
  EXPECT_EQ(code({good.certificates, authority_.folder() / "none"}), "http.certificate");
  EXPECT_EQ(code({authority_.certificate(), good.private_key}), "http.certificate")
      << "a key that does not fit";
}

TEST_F(HttpTls, APlainPortMayStandBesideASecureOne) {
  auto server = *Server::listen("127.0.0.1", 0, secured(), how);
  const auto plain = server->also_listen("127.0.0.1", 0, std::nullopt);
  ASSERT_TRUE(plain);
  EXPECT_EQ(server->also_listen("127.0.0.1", *plain, std::nullopt).refusal().code, "http.port");
  std::thread serving([&] { server->run(); });
  EXPECT_EQ((*Connection::open({"127.0.0.1", *plain}))->ask(kGet)->body, "plain");
  const Destination at{"127.0.0.1", server->port(), Trust{authority_.certificate(), "localhost"}};
  EXPECT_EQ((*Connection::open(at))->ask(kGet)->body, "secure");
  server->stop();
  serving.join();
}

TEST_F(HttpTls, AStreamAndItsEndGoThroughIt) {
  Serving serving(
      [](const Request&) {
        Response response = answer(200, "text/event-stream", "");
        response.opened = [](const std::shared_ptr<Channel>& channel) {
          channel->push("one");
          channel->close();
        };
        return response;
      },
      secured());
  EXPECT_EQ((*Connection::open(to(serving)))->ask(kGet)->body, "one");
}

}  // namespace
}  // namespace letopis::http
