// What other people's programs say of what is made here, and the other way round.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "pki/gost.h"
#include "pki/office.h"

namespace letopis::pki {
namespace {

namespace fs = std::filesystem;

class RealTools : public testing::Test {
 protected:
  RealTools() {
    std::string name = (fs::temp_directory_path() / "letopis-pki-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp failed");
    folder_ = name;
  }
  ~RealTools() override { fs::remove_all(folder_); }

  std::string at(const char* name) const { return (folder_ / name).string(); }
  void put(const char* name, Bytes bytes) const {
    std::ofstream(folder_ / name, std::ios::binary)
        .write(text_of(bytes).data(), static_cast<std::streamsize>(bytes.size()));
  }
  // In the folder; what it says is not heard.
  bool shell(const std::string& line) const {
    return std::system(("cd " + folder_.string() + " && (" + line + ") >said 2>&1").c_str()) == 0;
  }
  std::string said() const {
    std::ifstream in(folder_ / "said");
    return {std::istreambuf_iterator<char>(in), {}};
  }

  fs::path folder_;
};

TEST_F(RealTools, OpensslBelievesASignatureAndItsTimestamp) {
  RecordProperty("requirement", "REP-03");
  const auto signature = office().sign();
  put("X.pdf", bytes_of(kContent));
  put("X.pdf.sig", signature);
  put("X.pdf.sig.tsr", office().stamp(signature));
  put("root.pem", bytes_of(print_pem(office().authority.certificate())));
  put("tsa.pem", bytes_of(print_pem(office().timestamps.certificate())));
  const std::string moment = std::to_string(kStamped.time_since_epoch().count());
  const std::string verify =
      "openssl cms -verify -cades -binary -inform DER -content X.pdf -in X.pdf.sig -CAfile "
      "root.pem "
      "-purpose any -attime " +
      moment + " -out back";
  EXPECT_TRUE(shell(verify)) << said();
  EXPECT_TRUE(shell("cmp X.pdf back"));
  EXPECT_TRUE(
      shell("openssl ts -verify -in X.pdf.sig.tsr -data X.pdf.sig -CAfile root.pem "
            "-untrusted tsa.pem -attime " +
            moment))
      << said();
  put("X.pdf", bytes_of("другое"));
  EXPECT_FALSE(shell(verify));
}

TEST_F(RealTools, OpensslAsksAndIsAnswered) {
  put("X.pdf.sig", office().sign());
  ASSERT_TRUE(shell("openssl ts -query -data X.pdf.sig -sha512 -cert -out request")) << said();
  std::ifstream in(folder_ / "request", std::ios::binary);
  const std::string request{std::istreambuf_iterator<char>(in), {}};
  put("X.tsr", *answer_timestamp_request(bytes_of(request), office().timestamps, {9, kStamped}));
  put("root.pem", bytes_of(print_pem(office().authority.certificate())));
  EXPECT_TRUE(shell("openssl ts -verify -in X.tsr -queryfile request -CAfile root.pem -attime " +
                    std::to_string(kStamped.time_since_epoch().count())))
      << said();
}

TEST_F(RealTools, KeyInATokenSignsAndNeverLeavesIt) {
  const char* const module = "/usr/lib/softhsm/libsofthsm2.so";
  if (!fs::exists(module) || !shell("command -v softhsm2-util && command -v pkcs11-tool")) {
    GTEST_SKIP() << "no SoftHSM, or no OpenSC to put a certificate into it";
  }
  put("d.p12", *office().director.to_pkcs12("x"));
  fs::create_directory(folder_ / "tokens");
  put("softhsm2.conf",
      bytes_of("directories.tokendir = " + at("tokens") + "\nlog.level = ERROR\n"));
  ::setenv("SOFTHSM2_CONF", at("softhsm2.conf").c_str(), 1);
  ASSERT_TRUE(
      shell("openssl pkcs12 -in d.p12 -passin pass:x -nodes -nocerts -out key.pem && "
            "openssl pkcs8 -topk8 -nocrypt -in key.pem -out key.p8 && "
            "openssl pkcs12 -in d.p12 -passin pass:x -nokeys -clcerts -out cert.pem && "
            "softhsm2-util --init-token --free --label school --pin 1234 --so-pin 5678 && "
            "softhsm2-util --import key.p8 --token school --label d --id a1 --pin 1234"))
      << said();
  ASSERT_TRUE(
      shell("openssl x509 -in cert.pem -outform DER -out cert.der && pkcs11-tool --module " +
            std::string(module) +
            " --token-label school --login --pin 1234 "
            "--write-object cert.der --type cert --id a1 --label d"))
      << said();
  const TokenPlace place{module, "pkcs11:token=school;object=d;type=private",
                         "pkcs11:token=school;object=d;type=cert"};
  const auto held = SigningIdentity::from_token(place, "1234");
  ASSERT_TRUE(held) << held.refusal().code;
  EXPECT_EQ(held->certificate(), office().director.certificate());
  EXPECT_EQ(held->to_pkcs12("x").refusal().code, "identity.in_token");
  const SigningIdentity* const signers[] = {&*held};
  const auto signature = sign_detached(bytes_of(kContent), signers, kSigned);
  ASSERT_TRUE(signature);
  EXPECT_EQ(judge_signature({bytes_of(kContent), *signature, std::nullopt}, office().trust(), kNow)
                .standing,
            Standing::kValid);
}

TEST_F(RealTools, MissingTokenModuleIsToldPlainly) {
  const auto held = SigningIdentity::from_token({at("none.so"), "pkcs11:", "pkcs11:"}, "1234");
  ASSERT_FALSE(held);
  EXPECT_EQ(held.refusal().code, "identity.engine");
}

TEST_F(RealTools, GostSignatureIsCheckedByItsEngineAndElseNotChecked) {
  const auto engine = GostEngine::find();
  if (!engine) GTEST_SKIP() << engine.refusal().says.en;
  put("g.cnf", bytes_of("openssl_conf = a\n[a]\nengines = e\n[e]\ngost = g\n[g]\n"
                        "engine_id = gost\ndefault_algorithms = ALL\n[req]\n"
                        "distinguished_name = n\n[n]\n"));
  ASSERT_TRUE(
      shell("OPENSSL_CONF=g.cnf openssl req -x509 -newkey gost2012_256 -pkeyopt paramset:A "
            "-nodes -keyout key.pem -out cert.pem -subj /CN=Director -days 30 "
            "-addext keyUsage=digitalSignature,keyCertSign"))
      << said();
  const auto signature =
      engine->sign(bytes_of(kContent), {folder_ / "cert.pem", folder_ / "key.pem", std::nullopt});
  ASSERT_TRUE(signature) << signature.refusal().says.en;
  std::ifstream in(folder_ / "cert.pem");
  const auto root = parse_pem(std::string{std::istreambuf_iterator<char>(in), {}});
  ASSERT_TRUE(root);
  EXPECT_EQ(root->at(0).key, KeyKind::kGost256);
  const Trust trust{*root, {}, {}};
  const Moment now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const SignedFile file{bytes_of(kContent), *signature, std::nullopt};
  const auto here = judge_signature(file, trust, now);
  EXPECT_EQ(here.standing, Standing::kNotChecked);
  EXPECT_EQ(code_of(here), "signature.engine");
  const auto by_engine = engine->judge(file, trust, now);
  EXPECT_EQ(by_engine.standing, Standing::kValid) << by_engine.why->says.en;
  const auto other = engine->judge({bytes_of("другое"), *signature, std::nullopt}, trust, now);
  EXPECT_EQ(other.standing, Standing::kBad);
  EXPECT_EQ(engine->judge(file, office().trust(), now).standing, Standing::kBad);
}

}  // namespace
}  // namespace letopis::pki
