// A school's authority and its timestamps as real processes, judged by OpenSSL's own programs.
#include <gmock/gmock.h>

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <set>
#include <thread>

#include "end_to_end/lived_school.h"
#include "http/client.h"
#include "notary/document_signing.h"
#include "pki/timestamp.h"

namespace letopis::end_to_end {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

std::uint16_t free_port() {
  boost::asio::io_context network;
  boost::asio::ip::tcp::acceptor acceptor(
      network, {boost::asio::ip::make_address("127.0.0.1"), std::uint16_t{0}});
  return acceptor.local_endpoint().port();
}

class Pki : public testing::Test {
 protected:
  void SetUp() override {
    write_whole(in("root.txt"), "корневой пароль\n");
    write_whole(in("key.txt"), "пароль ключа\n");
    const auto made = letopis({"pki", "init", "--out", in("pki"), "--school", "МАОУ «Лицей № 1»",
                               "--password-file", in("root.txt")});
    ASSERT_EQ(made.exit, 0) << made.errors;
    told_ = made.out;
  }

  std::string in(const std::string& name) const { return (scratch_.path() / name).string(); }
  Ran pki(std::vector<std::string> words) const {
    words.insert(words.begin(), "pki");
    words.insert(words.end(), {"--dir", in("pki"), "--password-file", in("root.txt")});
    return letopis(words);
  }
  Ran issue(const std::string& role, const std::string& name, const std::string& file) const {
    return pki({"issue", "--role", role, "--name", name, "--out", in(file), "--key-password-file",
                in("key.txt")});
  }
  // In the folder of this test.
  Ran shell(const std::string& line) const {
    return run("sh", {"-c", "cd " + scratch_.path().string() + " && " + line});
  }
  Ran make_tsa() const {
    const auto issued = issue("tsa", "Служба меток времени", "tsa.p12");
    if (issued.exit != 0) return issued;
    return letopis({"tsa", "init", "--out", in("tsa"), "--identity", in("tsa.p12"),
                    "--password-file", in("key.txt")});
  }

  const office::ScratchDirectory scratch_{"letopis-pki"};
  std::string told_;
};

TEST_F(Pki, WhatItIssuesOpensslBelieves) {
  EXPECT_THAT(told_, HasSubstr("не на сервере"));
  EXPECT_THAT(told_, HasSubstr("    authority "));
  const auto issued = issue("director", "Иванова Ирина Ивановна", "d.p12");
  ASSERT_EQ(issued.exit, 0) << issued.errors;
  EXPECT_THAT(issued.out, HasSubstr("Сертификат № 1 выдан: Иванова Ирина Ивановна"));
  EXPECT_EQ(shell("openssl verify -CAfile pki/root.pem d.pem").exit, 0);
  EXPECT_EQ(shell("openssl pkcs12 -in d.p12 -passin file:key.txt -nodes -nocerts").exit, 0);
  EXPECT_NE(shell("openssl pkcs12 -in d.p12 -passin file:root.txt -nodes -nocerts").exit, 0);
  const auto root = shell("openssl x509 -in pki/root.pem -outform DER | sha256sum").out;
  EXPECT_THAT(told_, HasSubstr("authority " + root.substr(0, 64)));
  EXPECT_EQ(shell("test $(stat -c %a d.p12 pki/root.p12 | sort -u) = 600").exit, 0);
}

TEST_F(Pki, WhatItRevokesOpensslNoLongerBelieves) {
  ASSERT_EQ(issue("deputy", "Петрова А. С.", "p.p12").exit, 0);
  const std::string verify =
      "openssl crl -inform DER -in pki/revoked.crl -CAfile pki/root.pem -out list.pem && "
      "openssl verify -crl_check -CAfile pki/root.pem -CRLfile list.pem p.pem";
  EXPECT_EQ(shell(verify).exit, 0);
  EXPECT_THAT(pki({"list"}).out, HasSubstr("действует"));
  EXPECT_EQ(pki({"revoke", "2"}).exit, 2);
  EXPECT_EQ(pki({"revoke", "1", "--since", "2999-01-01"}).exit, 2);
  const auto revoked = pki({"revoke", "1"});
  ASSERT_EQ(revoked.exit, 0) << revoked.errors;
  EXPECT_NE(shell(verify).exit, 0);
  EXPECT_EQ(pki({"relist"}).exit, 0);
  EXPECT_NE(shell(verify).exit, 0);
  EXPECT_THAT(pki({"list"}).out, HasSubstr("отозван"));
  EXPECT_THAT(pki({"revoke", "1"}).errors, HasSubstr("уже отозван"));
}

TEST_F(Pki, APasswordIsNeverGuessedAndNeverAsksNobody) {
  const auto nobody = letopis({"pki", "init", "--out", in("other")});
  EXPECT_EQ(nobody.exit, 2);
  EXPECT_THAT(nobody.errors, HasSubstr("--password-file"));
  EXPECT_FALSE(fs::exists(in("other")));
  const auto wrong = letopis({"pki", "issue", "--dir", in("pki"), "--role", "school", "--name", "Я",
                              "--out", in("x.p12"), "--password-file", in("key.txt"),
                              "--key-password-file", in("key.txt")});
  EXPECT_EQ(wrong.exit, 2);
  EXPECT_THAT(wrong.errors, HasSubstr("пароль не открывает"));
  EXPECT_FALSE(fs::exists(in("x.p12")));
  EXPECT_THAT(pki({"list"}).out, HasSubstr("Ещё ничего не выдано"));
}

TEST_F(Pki, NothingIsWrittenOverAnotherKey) {
  ASSERT_EQ(issue("school", "МАОУ «Лицей № 1»", "s.p12").exit, 0);
  const auto before = read_whole(in("s.p12"));
  EXPECT_EQ(issue("school", "МАОУ «Лицей № 1»", "s.p12").exit, 2);
  EXPECT_EQ(issue("head", "Кто-то", "h.p12").exit, 2);
  EXPECT_EQ(issue("school", "Кто-то", "h.key").exit, 2);
  EXPECT_EQ(read_whole(in("s.p12")), before);
  EXPECT_EQ(letopis({"pki", "init", "--out", in("pki"), "--password-file", in("root.txt")}).exit,
            2);
}

TEST_F(Pki, ASchoolTakesACertificateByAnOrderAndEndsIt) {
  RecordProperty("requirement", "REP-03");
  const SchoolCopy school;
  const auto data = school.data().string();
  const auto take = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"pki", "take", "--data", data});
    return letopis(more);
  };
  ASSERT_EQ(issue("director", "Иванова И. И.", "d.p12").exit, 0);
  ASSERT_EQ(make_tsa().exit, 0);
  EXPECT_EQ(take({}).exit, 2);
  EXPECT_EQ(take({"--revocations", in("pki/revoked.crl")}).exit, 2);  // whose root is unknown
  EXPECT_EQ(take({"--authority", in("d.pem")}).exit, 2);
  EXPECT_EQ(take({"--authority", in("pki/root.pem"), "--revocations", in("pki/revoked.crl")}).exit,
            0);
  EXPECT_EQ(take({"--certificate", in("tsa.pem")}).exit, 2);
  EXPECT_EQ(take({"--certificate", in("d.pem"), "--order", "12-ОД"}).exit, 2);
  EXPECT_EQ(take({"--certificate", in("d.pem"), "--person", "4000000000"}).exit, 2);
  const auto taken = take(
      {"--certificate", in("d.pem"), "--person", "1", "--order", "12-ОД", "--day", "2026-05-20"});
  ASSERT_EQ(taken.exit, 0) << taken.errors;
  EXPECT_EQ(take({"--certificate", in("d.pem")}).exit, 2);
  const auto by_key = take({"--certificate", in("d.p12"), "--password-file", in("key.txt")});
  EXPECT_THAT(by_key.errors, HasSubstr("уже принят"));

  EXPECT_THAT(letopis({"pki", "list", "--data", data}).out, HasSubstr("Иванова И. И."));
  const auto ended =
      letopis({"pki", "end", "--data", data, "--certificate", in("d.pem"), "--reason", "Уволена"});
  ASSERT_EQ(ended.exit, 0) << ended.errors;
  EXPECT_THAT(letopis({"pki", "list", "--data", data}).out, HasSubstr("Уволена"));
  EXPECT_EQ(take({"--certificate", in("d.pem")}).exit, 2);
  EXPECT_EQ(letopis({"verify", "--data", data}).exit, 0);
}

TEST_F(Pki, SignedAndStampedAsTheCommandsSayOpensslBelieves) {
  RecordProperty("requirement", "REP-03");
  ASSERT_EQ(issue("director", "Иванова И. И.", "d.p12").exit, 0);
  ASSERT_EQ(issue("deputy", "Петрова А. С.", "p.p12").exit, 0);
  ASSERT_EQ(make_tsa().exit, 0);
  const auto port = free_port();
  Running tsa({"tsa", "serve", "--dir", in("tsa"), "--listen", "127.0.0.1:" + std::to_string(port),
               "--password-file", in("key.txt")});
  const auto url = "http://127.0.0.1:" + std::to_string(port) + "/";
  for (int tries = 0; tries < 500 && !http::post(url, "text/plain", "", {}); ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  const terminal::Arguments arguments({},
                                      {{"identity", {in("d.p12")}},
                                       {"password-file", {in("key.txt")}},
                                       {"second", {in("p.p12")}},
                                       {"second-password-file", {in("key.txt")}},
                                       {"tsa", {url}}},
                                      {});
  const terminal::Console console({terminal::Language::kRussian, false, "letopis"});
  const auto signer = notary::open_signer(arguments, console);
  ASSERT_TRUE(signer) << signer.refusal().says.en;
  const auto files = (*signer)->sign("документ");
  ASSERT_TRUE(files) << files.refusal().says.en;
  write_whole(in("X.pdf"), "документ");
  for (const auto& file : *files) write_whole(in("X.pdf" + file.suffix), file.bytes);
  EXPECT_EQ(shell("openssl cms -verify -cades -binary -inform DER -content X.pdf -in X.pdf.sig "
                  "-CAfile pki/root.pem -purpose any")
                .out,
            "документ");
  EXPECT_EQ(shell("openssl ts -verify -in X.pdf.sig.tsr -data X.pdf.sig -CAfile pki/root.pem "
                  "-untrusted tsa/tsa.pem")
                .exit,
            0);
  tsa.terminate();
  EXPECT_EQ(tsa.exit(), 0);
  EXPECT_THAT((*signer)->sign("другой").refusal().code, "http.unreachable");
}

TEST_F(Pki, ATimestampByFilesIsBelievedAndCountsOn) {
  ASSERT_EQ(make_tsa().exit, 0);
  write_whole(in("X.sig"), "подпись");
  std::set<std::string> serials;
  for (const std::string name : {"a", "b", "c"}) {
    ASSERT_EQ(shell("openssl ts -query -data X.sig -sha256 -cert -out " + name + ".tsq").exit, 0);
    const auto ran = letopis(
        {"tsa", "answer", in(name + ".tsq"), "--dir", in("tsa"), "--password-file", in("key.txt")});
    ASSERT_EQ(ran.exit, 0) << ran.errors;
    EXPECT_EQ(shell("openssl ts -verify -queryfile " + name + ".tsq -in " + name +
                    ".tsr -CAfile pki/root.pem")
                  .exit,
              0);
    const auto answer = read_whole(in(name + ".tsr"));
    serials.insert(pki::parse_timestamp(bytes_of(answer))->serial);
  }
  EXPECT_EQ(serials.size(), 3U);
  ASSERT_EQ(shell("openssl ts -query -data X.sig -md5 -out md5.tsq").exit, 0);
  const auto weak = letopis(
      {"tsa", "answer", in("md5.tsq"), "--dir", in("tsa"), "--password-file", in("key.txt")});
  EXPECT_EQ(weak.exit, 3) << weak.errors;
  EXPECT_THAT(weak.out, HasSubstr("отказано"));
  write_whole(in("no.tsq"), "нет");
  EXPECT_EQ(
      letopis({"tsa", "answer", in("no.tsq"), "--dir", in("tsa"), "--password-file", in("key.txt")})
          .exit,
      2);
}

// As a power cut: killed in the midst of stamping, again and again.
TEST_F(Pki, KilledAndStartedAgainTheAuthorityRepeatsNoNumber) {
  ASSERT_EQ(make_tsa().exit, 0);
  std::vector<std::string> given;
  for (int round = 0; round < 4; ++round) {
    const auto port = free_port();
    Running tsa({"tsa", "serve", "--dir", in("tsa"), "--listen",
                 "127.0.0.1:" + std::to_string(port), "--password-file", in("key.txt")});
    const auto url = "http://127.0.0.1:" + std::to_string(port) + "/";
    std::atomic<unsigned> stamped = 0;
    std::jthread asking([&](const std::stop_token& over) {
      while (!over.stop_requested()) {
        const auto answer = notary::request_timestamp(url, bytes_of("подпись"));
        if (!answer) continue;
        given.push_back(pki::parse_timestamp(*answer)->serial);
        ++stamped;
      }
    });
    for (int tries = 0; tries < 1'000 && stamped < 10; ++tries) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    tsa.kill();
  }
  EXPECT_GE(given.size(), 40U);
  EXPECT_EQ(std::set(given.begin(), given.end()).size(), given.size());
}

}  // namespace
}  // namespace letopis::end_to_end
