#include "notary/authority_folder.h"

#include <gtest/gtest.h>

#include <fstream>

#include "office/scratch_directory.h"
#include "pki/office.h"

namespace letopis::notary {

using namespace office;

namespace {

namespace fs = std::filesystem;
using pki::CertificateRole;
using pki::office;

const pki::Moment kBegun = pki::kFounded + std::chrono::days(1);

class Folder : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(AuthorityFolder::create(path(), office().authority, "длинный пароль", kBegun));
  }
  fs::path path() const { return scratch_.path() / "pki"; }
  AuthorityFolder opened() const { return std::move(*AuthorityFolder::open(path())); }
  std::string code() const {
    const auto folder = AuthorityFolder::open(path());
    return folder ? "" : folder.refusal().code;
  }
  void put(const fs::path& file, std::string_view text) const {
    std::ofstream(path() / file, std::ios::binary | std::ios::trunc) << text;
  }
  const ScratchDirectory scratch_{"letopis-authority"};
};

TEST_F(Folder, IsOpenedByItsPasswordAlone) {
  const auto folder = opened();
  EXPECT_EQ(folder.root(), office().authority.certificate());
  EXPECT_EQ(folder.unlock("другой").refusal().code, "identity.password");
  const auto authority = folder.unlock("длинный пароль");
  ASSERT_TRUE(authority) << authority.refusal().code;
  EXPECT_EQ(authority->certificate(), folder.root());
  constexpr auto others = fs::perms::group_all | fs::perms::others_all;
  EXPECT_EQ(fs::status(path() / "root.p12").permissions() & others, fs::perms::none);
  EXPECT_EQ(fs::status(path()).permissions() & others, fs::perms::none);
}

TEST_F(Folder, IsNeverWrittenOverAnother) {
  EXPECT_EQ(AuthorityFolder::create(path(), office().authority, "p", kBegun).refusal().code,
            "authority.directory_used");
}

TEST_F(Folder, RemembersWhatItIssuedInOrder) {
  auto folder = opened();
  EXPECT_EQ(*folder.keep(CertificateRole::kDirector, office().director.certificate()), 1U);
  EXPECT_EQ(*folder.keep(CertificateRole::kTimestamps, office().timestamps.certificate()), 2U);
  auto other = opened();  // another process
  EXPECT_EQ(*other.keep(CertificateRole::kDeputy, office().deputy.certificate()), 3U);
  EXPECT_EQ(*folder.keep(CertificateRole::kSchool, office().deputy.certificate()), 4U);
  const auto issued = opened().issued();
  ASSERT_EQ(issued.size(), 4U);
  EXPECT_EQ(issued[1].role, CertificateRole::kTimestamps);
  EXPECT_EQ(issued[1].certificate, office().timestamps.certificate());
  EXPECT_FALSE(issued[1].revoked);
}

TEST_F(Folder, AListHoldsAllThatWasEverRevoked) {
  auto folder = opened();
  static_cast<void>(folder.keep(CertificateRole::kDirector, office().director.certificate()));
  static_cast<void>(folder.keep(CertificateRole::kDeputy, office().deputy.certificate()));
  const auto authority = folder.unlock("длинный пароль");
  const auto revoke = [&](const pki::SigningIdentity& whose, pki::Moment since) {
    return folder.make_list(*authority, Revocation{whose.certificate().serial, since}, since);
  };
  ASSERT_TRUE(revoke(office().director, pki::kSigned));
  ASSERT_TRUE(folder.make_list(*authority, std::nullopt, pki::kStamped));
  ASSERT_TRUE(revoke(office().deputy, pki::kNow));
  EXPECT_EQ(revoke(office().director, pki::kNow).refusal().code, "authority.revoked");
  const auto issued = opened().issued();
  EXPECT_EQ(issued[0].revoked, pki::kSigned);
  EXPECT_EQ(issued[1].revoked, pki::kNow);
  std::ifstream in(path() / "revoked.crl", std::ios::binary);
  const std::string der{std::istreambuf_iterator<char>(in), {}};
  const auto list = pki::parse_revocation_list(bytes_of(der));
  ASSERT_TRUE(list);
  EXPECT_EQ(list->number, 4U);  // each list is above the one before
  EXPECT_EQ(list->next, pki::kNow + kListServes);
}

TEST_F(Folder, FilesThatAreNotItsOwnAreRefused) {
  EXPECT_EQ(AuthorityFolder::open(path() / "none").refusal().code, "authority.missing");
  const pki::Office stranger("Чужой центр");
  put("issued/0001-director.pem", pki::print_pem(stranger.director.certificate()));
  EXPECT_EQ(code(), "authority.unreadable");
  put("issued/0001-director.pem", pki::print_pem(office().director.certificate()));
  EXPECT_EQ(code(), "");
  for (const auto* name : {"issued/0000-director.pem", "issued/0001-head.pem", "issued/1.pem",
                           "issued/000x-tsa.pem", "issued/0002-tsa.txt"}) {
    put(name, pki::print_pem(office().director.certificate()));
    EXPECT_EQ(code(), "authority.unreadable") << name;
    fs::remove(path() / name);
  }
  const auto list = stranger.authority.revocation_list({}, kBegun, pki::kNow, 9);
  put("revoked.crl", text_of(list));
  EXPECT_EQ(code(), "authority.unreadable");
  fs::remove(path() / "revoked.crl");
  EXPECT_EQ(code(), "authority.missing");
}

}  // namespace
}  // namespace letopis::notary
