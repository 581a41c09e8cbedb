// A volume signed by GOST R 34.10-2012 beside P-256, with a key made by openssl's own program.
#include <gmock/gmock.h>

#include "end_to_end/sealed_school.h"

namespace letopis::end_to_end {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kEngine =
    "openssl_conf = a\n[a]\nengines = e\n[e]\ngost = g\n[g]\nengine_id = gost\n"
    "default_algorithms = ALL\n[req]\ndistinguished_name = n\n[n]\n";

// A root of its own, and a director's certificate by it.
constexpr const char* kMakeCertificates =
    "export OPENSSL_CONF=engine.cnf && "
    "NEW='openssl req -newkey gost2012_256 -pkeyopt paramset:A -nodes' && "
    "$NEW -x509 -keyout root.key -out gost-root.pem -subj /CN=Root -days 30 "
    "-addext basicConstraints=critical,CA:TRUE -addext keyUsage=keyCertSign,cRLSign && "
    "$NEW -keyout gost.key -out gost.csr -subj /CN=Director && "
    "openssl x509 -req -in gost.csr -CA gost-root.pem -CAkey root.key -CAcreateserial -days 30 "
    "-extfile leaf.cnf -out gost.pem";

Ran shell(const fs::path& in, const std::string& command) {
  return run("sh", {"-c", "cd '" + in.string() + "' && " + command});
}

class Gost : public testing::Test {
 protected:
  void SetUp() override {
    write_whole(in("engine.cnf"), kEngine);
    write_whole(in("leaf.cnf"), "keyUsage=critical,digitalSignature\n");
    const auto made = shell(scratch_.path(), kMakeCertificates);
    if (made.exit != 0) GTEST_SKIP() << "openssl has no engine gost here";
    live_school(in("school"), 4);
    fs::create_directory(in("a"));
    fs::create_directory(in("b"));
    add_media(in("school"), in("a"), in("b"));
    write_whole(in("password.txt"), "учебный пароль\n");
    must({"pki", "init", "--out", in("pki"), "--password-file", in("password.txt")});
    must({"pki", "issue", "--role", "director", "--name", "Иванова Ирина Ивановна", "--out",
          in("director.p12"), "--key-password-file", in("password.txt"), "--dir", in("pki"),
          "--password-file", in("password.txt")});
    take("director.pem", "pki/root.pem");
  }

  std::string in(const std::string& name) const { return (scratch_.path() / name).string(); }
  static void must(const std::vector<std::string>& words) {
    const auto ran = letopis(words);
    ASSERT_EQ(ran.exit, 0) << words[0] << ": " << ran.out << ran.errors;
  }
  void take(const std::string& certificate, const std::string& authority) const {
    must({"pki", "take", "--data", in("school"), "--certificate", in(certificate), "--authority",
          in(authority)});
  }
  Ran seal() const {
    return letopis({"seal", "--data", in("school"), "--medium", in("a"), "--medium", in("b"),
                    "--trial", "--identity", in("director.p12"), "--password-file",
                    in("password.txt"), "--gost-certificate", in("gost.pem"), "--gost-key",
                    in("gost.key")});
  }
  Ran verify(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {in("a"), "--trust", in("trust.txt")});
    return letopis_verify(more);
  }

  const office::ScratchDirectory scratch_{"letopis-gost"};
};

TEST_F(Gost, IsMadeBesideTheOtherAndCheckedWhereItIsAskedFor) {
  RecordProperty("requirement", "ARC-02");
  take("gost.pem", "gost-root.pem");
  const auto sealed = seal();
  ASSERT_EQ(sealed.exit, 0) << sealed.out << sealed.errors;
  must({"trust", "export", "--data", in("school"), "--out", in("trust.txt")});
  const auto unchecked = verify();
  EXPECT_EQ(unchecked.exit, 0) << unchecked.out;
  EXPECT_THAT(unchecked.out, HasSubstr("Не проверено подписей: 1"));
  const auto checked = verify({"--gost"});
  EXPECT_EQ(checked.exit, 0) << checked.out;
  EXPECT_THAT(checked.out, Not(HasSubstr("Не проверено подписей: 1")));
  for (const auto& one : fs::recursive_directory_iterator(in("a"))) {
    if (one.path().string().ends_with(".gost.sig")) damage(one.path());
  }
  EXPECT_EQ(verify({"--gost"}).exit, 1);
}

TEST_F(Gost, ACertificateThatTheLogDoesNotKnowSignsNothing) {
  RecordProperty("requirement", "ARC-02");
  const auto stranger = seal();
  EXPECT_EQ(stranger.exit, 2) << stranger.out;
  EXPECT_THAT(stranger.errors, HasSubstr("Director"));
  EXPECT_TRUE(fs::is_empty(in("a")) || std::distance(fs::directory_iterator(in("a")), {}) == 1);
}

}  // namespace
}  // namespace letopis::end_to_end
