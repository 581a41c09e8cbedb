#include "demo/office.h"

#include <fmt/format.h>

#include <algorithm>

#include "archive/layout.h"
#include "demo/steps.h"
#include "office/new_file.h"
#include "office/own_program.h"
#include "office/school.h"
#include "office/school_files.h"
#include "signing/note.h"

namespace letopis::demo {

using namespace office;
using namespace terminal;

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kWitnessName = "district.example/witness";
constexpr std::string_view kYear = "2025/26";
constexpr mode_t kForOwner = 0600;

struct Director {
  std::string number;
  std::string name;
  std::string school;
};

Result<Director> director_of(const fs::path& data) {
  const auto school = SchoolReader::open(data, Language::kRussian);
  if (!school) return school.refusal();
  for (const auto& held : (*school)->directory().holders_of(events::Role::kDirector)) {
    const auto described = (*school)->directory().school();
    return Director{std::to_string(held.person.value), (*school)->names().full(held.person),
                    described ? described->fact.short_name : std::string("Школа")};
  }
  return Refusal{"director.none", {"в журнале нет директора", "nobody is director in the log"}};
}

// Where the page for a browser lies in a built tree; nothing iff it was not built.
std::optional<fs::path> built_page() {
  const auto page = own_program().parent_path().parent_path().parent_path() / "web" / "verify.html";
  return fs::exists(page) ? std::optional(page) : std::nullopt;
}

}  // namespace

Result<DemoOffice> DemoOffice::open(const DemoArchive& archive, const Console& console) {
  console.title(console.in(
      {"6. Подписи, метки времени и свидетель", "6. Signatures, timestamps and a witness"}));
  console.paragraph(console.in(
      {"Чтобы заверять документы, школе нужны трое, кто от неё не зависит: удостоверяющий центр "
       "выдаёт сертификаты, служба меток времени говорит, когда подпись уже стояла, свидетель "
       "хранит состояния журнала событий и не подпишет второй истории. Здесь они учебные: папка "
       "office рядом с журналом и два отдельных процесса.",
       "To certify documents a school needs three who do not depend on it: an authority issues "
       "certificates, a timestamp authority says when a signature was there already, a witness "
       "keeps the states of the log and signs no second history. Here they are for trial: the "
       "folder office beside the log, and two processes of their own."}));
  console.line();
  console.line("  S=" + archive.data.string());
  DemoOffice office(archive, archive.data / "office");
  fs::create_directory(office.folder_);
  for (const auto* file : {"root-password.txt", "key-password.txt"}) {
    const auto written = write_new(office.in(file), "учебный пароль\n", kForOwner);
    if (!written) return written.refusal();
  }
  if (auto done = office.found_authority(console); !done) return done.refusal();
  if (auto done = office.appoint_witness(console); !done) return done.refusal();
  if (auto done = office.start_neighbours(); !done) return done.refusal();
  if (auto done = office.write_policy(); !done) return done.refusal();
  return office;
}

Outcome DemoOffice::found_authority(const Console& console) const {
  const auto director = director_of(archive_.data);
  if (!director) return director.refusal();
  const std::vector<std::string> passwords{"--key-password-file", in("key-password.txt"),
                                           "--password-file", in("root-password.txt")};
  const auto issue = [&](const char* role, const std::string& name, const char* file) {
    std::vector<std::string> words{"pki", "issue",  "--dir", in("pki"), "--role",
                                   role,  "--name", name,    "--out",   in(file)};
    words.insert(words.end(), passwords.begin(), passwords.end());
    return words;
  };
  return run_steps(
      console, archive_.data,
      {{"pki", "init", "--out", in("pki"), "--school", director->school, "--password-file",
        in("root-password.txt")},
       issue("director", director->name, "director.p12"),
       issue("tsa", std::string(console.in({"Служба меток времени", "Timestamps"})), "tsa.p12"),
       {"tsa", "init", "--out", in("tsa"), "--identity", in("tsa.p12"), "--password-file",
        in("key-password.txt")},
       {"pki", "take", "--data", archive_.data.string(), "--certificate", in("director.pem"),
        "--person", director->number, "--authority", in("pki/root.pem"), "--revocations",
        in("pki/revoked.crl"), "--order", "12-ОД", "--day", "2026-06-25"}});
}

Outcome DemoOffice::appoint_witness(const Console& console) const {
  return run_steps(
      console, archive_.data,
      {{"witness", "init", "--dir", in("witness"), "--name", std::string(kWitnessName)},
       {"witness", "add-log", school_files(archive_.data).verifier_key.string(), "--dir",
        in("witness")}});
}

Outcome DemoOffice::start_neighbours() {
  const std::string any_port = "127.0.0.1:0";
  auto timestamps =
      Neighbour::start(own_program(), {"tsa", "serve", "--dir", in("tsa"), "--listen", any_port,
                                       "--password-file", in("key-password.txt"), "--json"});
  if (!timestamps) return timestamps.refusal();
  auto witness = Neighbour::start(
      own_program(), {"witness", "serve", "--dir", in("witness"), "--listen", any_port, "--json"});
  if (!witness) return witness.refusal();
  timestamps_.emplace(*std::move(timestamps));
  witness_.emplace(*std::move(witness));
  return Done{};
}

Outcome DemoOffice::write_policy() const {
  auto key = read_small_file(in("witness/witness.vkey"), signing::kMaxNoteBytes);
  if (!key) return key.refusal();
  while (!key->empty() && key->back() == '\n') key->pop_back();
  return write_new(in("policy.txt"),
                   fmt::format("witness district {} {}\nquorum district\n", *key, witness_->url()),
                   0644);
}

std::vector<std::string> DemoOffice::signed_on_media(std::vector<std::string> words) const {
  const std::vector<std::string> more{"--data",
                                      archive_.data.string(),
                                      "--medium",
                                      archive_.media[0].string(),
                                      "--medium",
                                      archive_.media[1].string(),
                                      "--trial",
                                      "--identity",
                                      in("director.p12"),
                                      "--password-file",
                                      in("key-password.txt"),
                                      "--tsa",
                                      timestamps_->url()};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

Outcome DemoOffice::seal(const Console& console) const {
  const auto data = archive_.data.string();
  if (auto done = register_trial_media(archive_, console); !done) return done;
  std::vector<std::string> trust{
      "trust",    "export",         "--data", data,
      "--policy", in("policy.txt"), "--out",  trust_file(archive_).string()};
  if (const auto page = built_page()) {
    trust.insert(trust.end(), {"--page", page->string()});
  }
  return run_steps(console, archive_.data,
                   {{"cosign", "--data", data, "--policy", in("policy.txt")},
                    signed_on_media({"seal"}),
                    std::move(trust)});
}

Outcome DemoOffice::certify(const Console& console) const {
  console.title(
      console.in({"10. Заверенные документы за год", "10. The year's certified records"}));
  console.paragraph(console.in(
      {"Год закончен. Приказ называет сроки хранения; сводные ведомости и журналы всех классов "
       "делаются из засвидетельствованного состояния журнала, подписываются, ложатся на оба "
       "носителя и в комплект для районного управления.",
       "The year is over. An order sets the terms of keeping; summary sheets and journals of all "
       "classes are made from a witnessed state of the log, signed, and laid on both media and "
       "into a submission for the district."}));
  const auto data = archive_.data.string();
  return run_steps(
      console, archive_.data,
      {{"register", "keep", "--data", data, "--customary", "--order", "12-ОД"},
       signed_on_media({"certify", "--year", std::string(kYear), "--policy", in("policy.txt"),
                        "--receiver",
                        std::string(console.in({"Управление образования", "The district"}))})});
}

void DemoOffice::tell_checks(const Console& console) const {
  const auto verify = (fs::path(program_path()).parent_path() / "letopis-verify").string();
  const auto trust = trust_file(archive_).string();
  const auto english = console.language() == Language::kEnglish ? " --lang en" : "";
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(archive_.media[0])) {
    const auto name = entry.path().filename().string();
    if (archive::is_volume_name(name)) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  const auto volume = (archive_.media[0] / names.front()).string();  // "doc" comes before "log"
  show_command(
      console, {"носитель целиком, как инспектор", "a whole medium, as an inspector does"},
      fmt::format("{} {} --trust {}{}", verify, archive_.media[0].string(), trust, english));
  for (const auto& entry : fs::directory_iterator(archive_.data / "submissions")) {
    show_command(console,
                 {"комплект, как тот, кто его получил", "the submission, as its receiver does"},
                 fmt::format("{} {} --trust {}{}", verify, entry.path().string(), trust, english));
  }
  show_command(console,
               {"том документов без нашей программы: целы ли файлы",
                "a volume of documents without our program: are its files whole"},
               fmt::format("(cd {} && sha256sum -c --quiet manifest-sha256.txt)", volume));
  show_command(
      console,
      {"чья подпись под томом; остальное — в его READ-ME-FIRST.txt",
       "who signed it; for the rest see its READ-ME-FIRST.txt"},
      fmt::format("(cd {} && openssl cms -verify -binary -inform DER -purpose any -content "
                  "tagmanifest-sha256.txt -in signatures/tagmanifest-sha256.txt.sig "
                  "-CAfile {} -out /dev/null)",
                  volume, in("pki/root.pem")));
}

}  // namespace letopis::demo
