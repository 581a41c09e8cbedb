// A school year certified by the real programs: authority, timestamps and witness as processes of
// their own, and the package judged by its receiver.
#include <gmock/gmock.h>

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <sstream>
#include <thread>

#include "archive/layout.h"
#include "archive/manifest.h"
#include "end_to_end/sealed_school.h"
#include "http/client.h"
#include "signing/digest.h"

namespace letopis::end_to_end {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kPackage = "trial_2025-2026_submission_v1";

std::uint16_t free_port() {
  boost::asio::io_context network;
  boost::asio::ip::tcp::acceptor acceptor(
      network, {boost::asio::ip::make_address("127.0.0.1"), std::uint16_t{0}});
  return acceptor.local_endpoint().port();
}

bool answers(std::uint16_t port) {
  const auto url = "http://127.0.0.1:" + std::to_string(port) + "/";
  return http::post(url, "text/plain", "", {}).has_value();
}

std::string key_in(const Ran& ran) {
  const auto at = ran.out.rfind("  ") + 2;
  return ran.out.substr(at, ran.out.find('\n', at) - at);
}

// A small school at the end of its year, with an authority, its timestamps and a witness.
class Office {
 public:
  explicit Office(fs::path where) : where_(std::move(where)) {
    live_school(in("school"), 4);
    fs::create_directory(in("a"));
    fs::create_directory(in("b"));
    add_media(in("school"), in("a"), in("b"));
    write_whole(in("root.txt"), "корневой пароль\n");
    write_whole(in("key.txt"), "пароль ключа\n");
    must({"pki", "init", "--out", in("pki"), "--school", "Школа", "--password-file",
          in("root.txt")});
    issue("director", "Иванова Ирина Ивановна", "director");
    issue("deputy", "Петрова Анна Сергеевна", "deputy");
    issue("tsa", "Служба меток времени", "tsa");
    must({"tsa", "init", "--out", in("tsa"), "--identity", in("tsa.p12"), "--password-file",
          in("key.txt")});
    take("director");
    const auto made =
        must({"witness", "init", "--dir", in("witness"), "--name", "district.example/w"});
    must({"witness", "add-log", in("school/log.vkey"), "--dir", in("witness")});
    policy_ = "witness district " + key_in(made) +
              " http://127.0.0.1:" + std::to_string(witness_port_) + "\nquorum district\n";
    write_whole(in("policy.txt"), policy_);
    must({"register", "keep", "--data", in("school"), "--customary", "--order", "12-ОД", "--date",
          "2026-09-02"});
  }

  std::string in(const std::string& name) const { return (where_ / name).string(); }

  static Ran must(const std::vector<std::string>& words) {
    auto ran = letopis(words);
    EXPECT_EQ(ran.exit, 0) << words[0] << ": " << ran.out << ran.errors;
    return ran;
  }
  void issue(const std::string& role, const std::string& name, const std::string& file) const {
    must({"pki", "issue", "--role", role, "--name", name, "--out", in(file + ".p12"),
          "--key-password-file", in("key.txt"), "--dir", in("pki"), "--password-file",
          in("root.txt")});
  }
  void take(const std::string& file) const {
    must({"pki", "take", "--data", in("school"), "--certificate", in(file + ".pem"), "--authority",
          in("pki/root.pem")});
  }

  std::unique_ptr<Running> serve(const std::string& what, std::uint16_t port) const {
    std::vector<std::string> words{what,     "serve",    "--dir",
                                   in(what), "--listen", "127.0.0.1:" + std::to_string(port)};
    if (what == "tsa") words.insert(words.end(), {"--password-file", in("key.txt")});
    auto running = std::make_unique<Running>(words);
    for (int tries = 0; tries < 500 && !answers(port); ++tries) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return running;
  }
  std::unique_ptr<Running> witness() const { return serve("witness", witness_port_); }
  std::unique_ptr<Running> tsa() const { return serve("tsa", tsa_port_); }

  std::vector<std::string> words(const std::vector<std::string>& more = {},
                                 const std::string& who = "director") const {
    std::vector<std::string> all{"certify",         "--data",
                                 in("school"),      "--year",
                                 "2025/26",         "--medium",
                                 in("a"),           "--medium",
                                 in("b"),           "--trial",
                                 "--identity",      in(who + ".p12"),
                                 "--password-file", in("key.txt"),
                                 "--tsa",           "http://127.0.0.1:" + std::to_string(tsa_port_),
                                 "--policy",        in("policy.txt"),
                                 "--out",           in("handed-over"),
                                 "--receiver",      "Управление образования"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }

  // The trust file of an inspector: the log, the witness and the authority.
  void write_trust() const {
    must({"trust", "export", "--data", in("school"), "--out", in("trust-plain.txt")});
    auto trust = read_whole(in("trust-plain.txt"));
    const std::string none = "quorum none\n";
    trust.replace(trust.find(none), none.size(), policy_);
    write_whole(in("trust.txt"), trust);
  }

 private:
  const fs::path where_;
  const std::uint16_t witness_port_ = free_port();
  const std::uint16_t tsa_port_ = free_port();
  std::string policy_;
};

// Certified once by the real program; nothing of it may be changed.
struct CertifiedOnce {
  const office::ScratchDirectory scratch{"letopis-certified"};
  Office office{scratch.path()};
  Ran ran;

  CertifiedOnce() {
    const auto witness = office.witness();
    const auto tsa = office.tsa();
    ran = letopis(office.words());
    if (ran.exit == 0) office.write_trust();
  }
  std::string package() const { return office.in(std::string("handed-over/") + kPackage); }
};
const CertifiedOnce& certified() {
  static const CertifiedOnce once;
  return once;
}

// A copy of the package, to be changed.
class PackageCopy {
 public:
  PackageCopy() { fs::copy(certified().package(), path(), fs::copy_options::recursive); }
  fs::path path() const { return scratch_.path() / kPackage; }
  Ran verify() const {
    return letopis_verify({path().string(), "--trust", certified().office.in("trust.txt")});
  }
  // As somebody does who knows that BagIt proves nothing.
  void renew_manifests() const {
    const auto renew = [&](const char* of, const char* below, bool only_listed) {
      auto manifest = *archive::parse_manifest(read_whole(path() / of));
      if (!only_listed) manifest.clear();
      for (const auto& one : fs::recursive_directory_iterator(path() / below)) {
        const auto name = fs::relative(one.path(), path()).string();
        if (!one.is_regular_file() || (only_listed && manifest.count(name) == 0)) continue;
        manifest[name] = signing::sha256(bytes_of(read_whole(one.path())));
      }
      write_whole(path() / of, archive::print_manifest(manifest));
    };
    renew("manifest-sha256.txt", "data", false);
    renew("tagmanifest-sha256.txt", ".", true);
  }

 private:
  const office::ScratchDirectory scratch_{"letopis-package"};
};

fs::path some_pdf(const fs::path& package) {
  for (const auto& one : fs::recursive_directory_iterator(package / "data/documents")) {
    if (one.path().filename() == "summary_sheet.pdf") return one.path();
  }
  return {};
}

TEST(Certify, TheReceiverSeesWhatWasCertifiedByWhomWhenAndFromWhichState) {
  RecordProperty("requirement", "ARC-06");
  ASSERT_EQ(certified().ran.exit, 0) << certified().ran.out << certified().ran.errors;
  const auto ran =
      letopis_verify({certified().package(), "--trust", certified().office.in("trust.txt")});
  EXPECT_EQ(ran.exit, 0) << ran.out << ran.errors;
  EXPECT_THAT(ran.out, HasSubstr("НЕ ИЗМЕНЕНО · засвидетельствовано: district"));
  EXPECT_THAT(ran.out, HasSubstr("Иванова Ирина Ивановна"));
  EXPECT_THAT(ran.out, HasSubstr("кому: Управление образования"));
  EXPECT_THAT(ran.out, HasSubstr("метки времени"));
  EXPECT_THAT(ran.out, HasSubstr("_doc_v001 внесён в журнал"));
  EXPECT_THAT(ran.out, HasSubstr("_doc_v002 внесён в журнал"));
  EXPECT_THAT(ran.out, Not(HasSubstr("не ручается")));
}

TEST(Certify, WithoutATrustFileItIsSaidThatItProvesLittle) {
  const auto ran = letopis_verify({certified().package()});
  EXPECT_EQ(ran.exit, 5) << ran.out << ran.errors;
}

TEST(Certify, TheMediaWithItsVolumesVerify) {
  RecordProperty("requirement", "ARC-07");
  for (const auto* medium : {"a", "b"}) {
    const auto ran = letopis_verify(
        {certified().office.in(medium), "--trust", certified().office.in("trust-plain.txt")});
    EXPECT_EQ(ran.exit, 0) << ran.out << ran.errors;
  }
}

TEST(Certify, AStrangerChecksItByTheCommandsPrintedInside) {
  RecordProperty("requirement", "ARC-05");
  for (const auto* needed : {"bash", "sha256sum", "openssl", "python3"}) {
    if (!is_installed(needed)) GTEST_SKIP() << needed << " is not here";
  }
  std::istringstream lines(read_whole(fs::path(certified().package()) / "READ-ME-FIRST.txt"));
  std::string script = "cd '" + certified().package() + "'\n";
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("    ")) script += line.substr(4) + "\n";
  }
  const office::ScratchDirectory scratch("letopis-followed");
  write_whole(scratch.path() / "commands", script);
  const auto ran = run("env", {"-i", "PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "bash",
                               (scratch.path() / "commands").string()});
  EXPECT_EQ(ran.exit, 0) << ran.errors;
  EXPECT_THAT(ran.out, HasSubstr("Все файлы на месте и не повреждены"));
  EXPECT_THAT(ran.out, HasSubstr("_doc_v001 внесена в журнал"));
  EXPECT_THAT(ran.out, HasSubstr("_doc_v002 внесена в журнал"));
  EXPECT_THAT(ran.out, Not(HasSubstr("НЕ СХОДИТСЯ")));
  EXPECT_THAT(ran.out, Not(HasSubstr("НЕ ВЕРНА")));
  EXPECT_THAT(ran.out, HasSubstr("Верных подписей"));
}

TEST(Certify, AnEditedDocumentIsFoundHoweverManifestsAreMended) {
  RecordProperty("requirement", "ARC-06");
  const PackageCopy copy;
  auto bytes = read_whole(some_pdf(copy.path()));
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  write_whole(some_pdf(copy.path()), bytes);
  EXPECT_EQ(copy.verify().exit, 1);
  copy.renew_manifests();
  const auto ran = copy.verify();
  EXPECT_EQ(ran.exit, 1) << ran.out;
  EXPECT_THAT(ran.out, HasSubstr("summary_sheet.pdf"));
}

TEST(Certify, ADocumentTakenOutIsMissed) {
  const PackageCopy copy;
  const auto pdf = some_pdf(copy.path());
  for (const auto* ending : {"", ".sig", ".sig.tsr"}) fs::remove(pdf.string() + ending);
  copy.renew_manifests();
  const auto ran = copy.verify();
  EXPECT_EQ(ran.exit, 1) << ran.out;
  EXPECT_THAT(ran.out, HasSubstr("в комплект не попал"));
}

TEST(Certify, AnotherEntryOfTheLogIsNoProofOfAVolume) {
  const PackageCopy copy;
  const auto volumes = copy.path() / "data/volumes";
  const auto names = names_in(volumes);
  ASSERT_EQ(names.size(), 2U);
  for (const auto* file : {"sealed.entry", "sealed.tlog-proof"}) {
    fs::copy_file(volumes / names[0] / file, volumes / names[1] / file,
                  fs::copy_options::overwrite_existing);
  }
  copy.renew_manifests();
  EXPECT_EQ(copy.verify().exit, 1);
}

TEST(Certify, ARenamedPackageIsToldApart) {
  const PackageCopy copy;
  const auto other = copy.path().parent_path() / "trial_2025-2026_submission_v2";
  fs::rename(copy.path(), other);
  EXPECT_EQ(letopis_verify({other.string(), "--trust", certified().office.in("trust.txt")}).exit,
            1);
}

TEST(Certify, WhatCameLaterIsAListBesideThePackage) {
  RecordProperty("requirement", "ARC-06");
  const auto list = certified().office.in("difference.csv");
  const auto ran = letopis({"certify", "--difference", certified().package(), "--data",
                            certified().office.in("school"), "--out", list});
  EXPECT_EQ(ran.exit, 0) << ran.errors;
  EXPECT_THAT(ran.out, HasSubstr("Пока ничего"));
  EXPECT_THAT(read_whole(list), HasSubstr("Стало"));
}

TEST(Certify, WhoIsNamedInItIsNotErasedWhileItMustBeKept) {
  RecordProperty("requirement", "ARC-08");
  const office::ScratchDirectory scratch("letopis-kept");
  const auto data = scratch.path() / "school";
  office::copy_school(certified().office.in("school"), data);
  let_leave(data, SealedSchool::kPupil);
  const auto ran = letopis({"erase", "--data", data.string(), "--person", SealedSchool::kPupil,
                            "--order", "17-к", "--date", "2026-09-02", "--ground", "отзыв"});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_THAT(ran.errors, HasSubstr("хранят по 31.12.2051"));
}

TEST(Certify, TheRegisterKnowsItsVolumesAndWhenTheyFallDue) {
  RecordProperty("requirement", "ARC-08");
  const auto ran = letopis({"register", "--data", certified().office.in("school"), "--falls-due"});
  EXPECT_EQ(ran.exit, 0) << ran.errors;
  EXPECT_THAT(ran.out, HasSubstr("31.12.2031"));
  EXPECT_THAT(ran.out, HasSubstr("31.12.2051"));
  EXPECT_THAT(letopis({"register", "volumes", "--data", certified().office.in("school")}).out,
              HasSubstr("метка времени"));
}

TEST(Certify, ACertificateThatTheLogDoesNotKnowSignsNothing) {
  const office::ScratchDirectory scratch("letopis-office");
  const Office office(scratch.path());
  const auto witness = office.witness();
  const auto tsa = office.tsa();
  const auto ran = letopis(office.words({}, "deputy"));
  EXPECT_EQ(ran.exit, 2) << ran.out;
  EXPECT_TRUE(names_in(office.in("a")) == std::vector<std::string>{"letopis-medium.txt"});
}

TEST(Certify, OnlyAClosedYearOfTheLogIsCertified) {
  const auto& office = certified().office;
  auto words = office.words({"--again"});
  const auto year = std::find(words.begin(), words.end(), "2025/26");
  *year = "2024/25";
  EXPECT_THAT(letopis(words).errors, HasSubstr("нет учебного года 2024/25"));
  *year = "2026/27";
  EXPECT_THAT(letopis(words).errors, HasSubstr("2026/27 учебный год не закрыт"));
}

TEST(Certify, AYearIsNotCertifiedTwiceByMistake) {
  const auto ran = letopis(certified().office.words());
  EXPECT_EQ(ran.exit, 2);
  EXPECT_THAT(ran.errors, HasSubstr(kPackage));
}

TEST(Certify, WithoutTheWitnessThatThePolicyAsksForNothingIsCertified) {
  const office::ScratchDirectory scratch("letopis-office");
  const Office office(scratch.path());
  const auto tsa = office.tsa();
  const auto ran = letopis(office.words());
  EXPECT_EQ(ran.exit, 2) << ran.out;
  EXPECT_THAT(ran.errors, HasSubstr("не засвидетельствован"));
  EXPECT_FALSE(fs::exists(office.in("handed-over")));
}

// Cut off at many moments, each time by the power: then the same command ends it, and there are two
// volumes and one package, all sound.
TEST(Certify, WhateverCutsItOffTheSameCommandEndsIt) {
  RecordProperty("requirement", "ARC-06");
  const office::ScratchDirectory scratch("letopis-office");
  const Office office(scratch.path());
  const auto witness = office.witness();
  const auto tsa = office.tsa();
  for (const int milliseconds : {300, 700, 1100, 1500, 1900, 2300, 2700}) {
    Running cut(office.words());
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
    if (cut.ended()) break;
    cut.kill();
  }
  const auto ended = letopis(office.words());
  if (ended.exit != 0) {
    EXPECT_THAT(ended.errors, HasSubstr("уже заверен"));
  }
  office.write_trust();
  const auto ran = letopis_verify(
      {office.in(std::string("handed-over/") + kPackage), "--trust", office.in("trust.txt")});
  EXPECT_EQ(ran.exit, 0) << ended.errors << ran.out << ran.errors;
  EXPECT_EQ(names_in(office.in("handed-over")), std::vector<std::string>{kPackage});
  EXPECT_EQ(names_in(office.in("a")).size(), 4U)
      << "the card of the medium, two volumes and the log's";
  EXPECT_EQ(names_in(office.in("a")), names_in(office.in("b")));
}

}  // namespace
}  // namespace letopis::end_to_end
