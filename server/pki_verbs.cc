#include "server/pki_verbs.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "notary/authority_folder.h"
#include "notary/document_signing.h"
#include "office/new_file.h"
#include "office/password.h"
#include "signing/encoding.h"
#include "terminal/json.h"
#include "terminal/table.h"

namespace letopis::server {

using namespace notary;
using namespace office;
using namespace terminal;

namespace {

namespace fs = std::filesystem;
namespace json = boost::json;
using std::chrono::days;

// A root outlives what it issues; a key that signs is changed every year, with a year's end within
// its time; timestamps are judged at their own moment, so their key may serve longer.
constexpr days kRootServes{15 * 365 + 4};
constexpr days kSigningServes{455};
constexpr days kTimestampsServe{5 * 365 + 1};

constexpr PasswordQuestion kRootPassword{"password-file",
                                         {"Пароль корневого ключа", "Password of the root key"}};
constexpr PasswordQuestion kKeyPassword{"key-password-file",
                                        {"Пароль нового ключа", "Password of the new key"}};

pki::Moment begin_of(events::Day day) { return std::chrono::sys_days(days(day.value)); }

events::Day day_of(pki::Moment moment) {
  const auto day = std::chrono::floor<days>(moment);
  return {static_cast<std::int32_t>(day.time_since_epoch().count())};
}

// From this day's beginning, so that clocks a little apart do no harm.
struct Term {
  pki::Moment from{};
  pki::Moment until{};
};
Result<Term> term_of(const Arguments& arguments, days serves, std::optional<pki::Moment> at_most) {
  const pki::Moment today = std::chrono::floor<days>(system_moment());
  Term term{today, today + serves};
  if (at_most) term.until = std::min(term.until, *at_most);
  const auto last = arguments.day("until");
  if (!last) return last.refusal();
  if (*last) term.until = begin_of(**last) + days(1);
  return term;
}

std::string hex_of(const pki::Certificate& certificate) {
  return signing::to_hex(certificate.sha256.view());
}

Result<AuthorityFolder> folder_of(const Arguments& arguments) {
  const auto directory = arguments.needed("dir");
  if (!directory) return directory.refusal();
  return AuthorityFolder::open(*directory);
}

Result<pki::Authority> unlocked(const AuthorityFolder& folder, const Arguments& arguments,
                                const Console& console) {
  const auto password = read_password(arguments, console, kRootPassword);
  if (!password) return password.refusal();
  return folder.unlock(password->reveal());
}

Refusal no_role(const std::string& role) {
  return {"pki.role",
          {fmt::format("--role: «{}» не подходит", role),
           fmt::format("--role: \"{}\" will not do", role)},
          {},
          {"director, deputy, school или tsa", "director, deputy, school or tsa"}};
}

// The one that the second word names by its number.
Result<IssuedCertificate> named(const AuthorityFolder& folder, const Arguments& arguments) {
  const auto word = arguments.words().size() == 2 ? arguments.words()[1] : std::string();
  for (const auto& one : folder.issued()) {
    if (std::to_string(one.number) == word) return one;
  }
  return Refusal{
      "pki.which",
      {"какой сертификат? Номер есть в списке", "which certificate? The list has numbers"},
      {},
      {"letopis pki list --dir ПАПКА", "letopis pki list --dir DIR"}};
}

days serves(pki::CertificateRole role) {
  return role == pki::CertificateRole::kTimestamps ? kTimestampsServe : kSigningServes;
}

// Both files, the secret one first. What was issued is written down already.
Outcome hand_out(const pki::SigningIdentity& identity, const fs::path& out,
                 const Password& password) {
  const auto key = identity.to_pkcs12(password.reveal());
  if (!key) return key.refusal();
  if (auto written = write_new(out, std::string(text_of(*key)), 0600); !written) return written;
  auto beside = out;
  return write_new(beside.replace_extension(".pem"), pki::print_pem(identity.certificate()), 0644);
}

Outcome expect_free(const fs::path& out) {
  auto beside = out;
  if (out.extension() == ".p12" && !fs::exists(out) &&
      !fs::exists(beside.replace_extension(".pem"))) {
    return Done{};
  }
  return Refusal{"pki.out",
                 {fmt::format("--out: {} — нужно свободное имя файла .p12", out.string()),
                  fmt::format("--out: {}: a free name of a file .p12 is needed", out.string())}};
}

std::string state_of(const IssuedCertificate& one, const Console& console) {
  if (one.revoked) {
    return console.fill({"отозван {}", "revoked on {}"},
                        day_text(console.language(), day_of(*one.revoked)));
  }
  if (one.certificate.valid_until <= system_moment()) {
    return std::string(console.in({"истёк", "expired"}));
  }
  return std::string(console.in({"действует", "in force"}));
}

}  // namespace

Result<Exit> pki_init(const Arguments& arguments, const Console& console) {
  const auto out = arguments.needed("out");
  if (!out) return out.refusal();
  const auto term = term_of(arguments, kRootServes, std::nullopt);
  if (!term) return term.refusal();
  const auto school = arguments.text("school").value_or("Школа");
  const auto authority =
      pki::Authority::found({"Удостоверяющий центр школы", school, term->from, term->until});
  if (!authority) return authority.refusal();
  const auto password = choose_password(arguments, console, kRootPassword);
  if (!password) return password.refusal();
  if (auto made = AuthorityFolder::create(*out, *authority, password->reveal(), system_moment());
      !made) {
    return made.refusal();
  }
  const auto hex = hex_of(authority->certificate());
  if (console.json()) {
    print_json(console, {{"dir", *out}, {"authority", hex}});
    return Exit::kGood;
  }
  console.line(
      console.fill({"Удостоверяющий центр готов: папка {}.", "The authority is ready: {}."}, *out));
  console.line(console.in(
      {"  Держите её не на сервере: на флеш-накопителе в сейфе. Кто владеет корневым ключом\n"
       "  и паролем, тот подпишет любой документ от имени директора.",
       "  Keep it away from the server: on a stick in a safe. Whoever has the root key and its\n"
       "  password signs any document in the director's name."}));
  console.line(console.in({"  Строка для файлов доверия инспекторов, сверяется с бумагой:",
                           "  The line for inspectors' trust files, to be compared with paper:"}));
  console.line("    authority " + hex);
  return Exit::kGood;
}

Result<Exit> pki_issue(const Arguments& arguments, const Console& console) {
  auto folder = folder_of(arguments);
  if (!folder) return folder.refusal();
  const auto role_word = arguments.needed("role");
  if (!role_word) return role_word.refusal();
  const auto role = role_named(*role_word);
  if (!role) return no_role(*role_word);
  const auto name = arguments.needed("name");
  if (!name) return name.refusal();
  const auto out = arguments.needed("out");
  if (!out) return out.refusal();
  if (auto free = expect_free(*out); !free) return free.refusal();
  const auto term = term_of(arguments, serves(*role), folder->root().valid_until);
  if (!term) return term.refusal();
  const auto authority = unlocked(*folder, arguments, console);
  if (!authority) return authority.refusal();
  const auto identity = authority->issue(
      {*role, *name, folder->root().organization.value_or(*name), term->from, term->until});
  if (!identity) return identity.refusal();
  const auto password = choose_password(arguments, console, kKeyPassword);
  if (!password) return password.refusal();
  const auto number = folder->keep(*role, identity->certificate());
  if (!number) return number.refusal();
  if (auto handed = hand_out(*identity, *out, *password); !handed) return handed.refusal();
  const auto last = day_of(identity->certificate().valid_until - std::chrono::seconds(1));
  if (console.json()) {
    print_json(console, {{"number", *number},
                         {"out", *out},
                         {"sha256", hex_of(identity->certificate())},
                         {"last_day", day_text(Language::kEnglish, last)}});
    return Exit::kGood;
  }
  console.line(
      console.fill({"Сертификат № {} выдан: {}, по {}.", "Certificate {} is issued: {}, to {}."},
                   *number, *name, day_text(console.language(), last)));
  console.line(console.fill({"  ключ {} — только владельцу; сертификат рядом, в .pem — для всех",
                             "  the key {} is its owner's alone; the .pem beside it is for all"},
                            *out));
  return Exit::kGood;
}

Result<Exit> pki_revoke(const Arguments& arguments, const Console& console) {
  auto folder = folder_of(arguments);
  if (!folder) return folder.refusal();
  const auto one = named(*folder, arguments);
  if (!one) return one.refusal();
  const auto since = arguments.day("since");
  if (!since) return since.refusal();
  const auto now = system_moment();
  const auto moment = *since ? begin_of(**since) : now;
  if (moment > now) {
    return Refusal{"pki.since",
                   {"--since: этот день ещё не наступил", "--since: that day has not come yet"}};
  }
  const auto authority = unlocked(*folder, arguments, console);
  if (!authority) return authority.refusal();
  const Revocation revocation{one->certificate.serial, moment};
  if (auto made = folder->make_list(*authority, revocation, now); !made) return made.refusal();
  if (console.json()) {
    print_json(console, {{"number", one->number},
                         {"revoked", pki::print_moment(moment)},
                         {"list", folder->list_file().string()}});
    return Exit::kGood;
  }
  console.line(console.fill({"Сертификат № {} отозван с {}.", "Certificate {} is revoked from {}."},
                            one->number, pki::print_moment(moment)));
  console.line(console.fill({"  Передайте {} школе (letopis pki take --revocations) и инспекторам.",
                             "  Hand {} to the school (letopis pki take --revocations) and to "
                             "inspectors."},
                            folder->list_file().string()));
  return Exit::kGood;
}

Result<Exit> pki_relist(const Arguments& arguments, const Console& console) {
  auto folder = folder_of(arguments);
  if (!folder) return folder.refusal();
  const auto authority = unlocked(*folder, arguments, console);
  if (!authority) return authority.refusal();
  if (auto made = folder->make_list(*authority, std::nullopt, system_moment()); !made) {
    return made.refusal();
  }
  if (console.json()) {
    print_json(console, {{"list", folder->list_file().string()}});
    return Exit::kGood;
  }
  console.line(console.fill(
      {"Список отозванных выпущен заново: {}.", "The list of revocations is made anew: {}."},
      folder->list_file().string()));
  return Exit::kGood;
}

Result<Exit> pki_list(const Arguments& arguments, const Console& console) {
  const auto folder = folder_of(arguments);
  if (!folder) return folder.refusal();
  Table table({{"№", Align::kRight},
               {std::string(console.in({"Роль", "Role"}))},
               {std::string(console.in({"Кому", "To whom"})), Align::kLeft, 40},
               {std::string(console.in({"По", "Last day"}))},
               {std::string(console.in({"Состояние", "State"}))}});
  json::array out;
  for (const auto& one : folder->issued()) {
    const auto& certificate = one.certificate;
    const auto last = day_of(certificate.valid_until - std::chrono::seconds(1));
    const auto whom = certificate.common_name.value_or(certificate.subject);
    table.row({std::to_string(one.number), std::string(name_of(one.role)), whom,
               day_text(console.language(), last), state_of(one, console)});
    json::object row{{"number", one.number},
                     {"role", name_of(one.role)},
                     {"name", whom},
                     {"sha256", hex_of(certificate)},
                     {"last_day", day_text(Language::kEnglish, last)}};
    if (one.revoked) row["revoked"] = pki::print_moment(*one.revoked);
    out.push_back(std::move(row));
  }
  const auto authority = hex_of(folder->root());
  if (console.json()) {
    print_json(console, {{"authority", authority}, {"certificates", std::move(out)}});
    return Exit::kGood;
  }
  console.line("authority " + authority);
  if (table.empty()) {
    console.line(console.in({"  Ещё ничего не выдано.", "  Nothing is issued yet."}));
  } else {
    console.print(table.print());
  }
  return Exit::kGood;
}

}  // namespace letopis::server
