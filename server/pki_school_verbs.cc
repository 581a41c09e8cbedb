#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "notary/document_signing.h"
#include "notary/school_certificates.h"
#include "office/directors_desk.h"
#include "office/password.h"
#include "office/school.h"
#include "server/pki_verbs.h"
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

constexpr std::uint64_t kMostNumber = 0xffff'ffffU;

std::string hex_of(const signing::Digest& digest) { return signing::to_hex(digest.view()); }

std::string whom(const pki::Certificate& certificate) {
  return certificate.common_name.value_or(certificate.subject);
}

// The only certificate of a .pem, or that of a key in a .p12.
Result<pki::Certificate> read_certificate(const Arguments& arguments, const Console& console,
                                          const std::string& file) {
  if (fs::path(file).extension() == ".p12") {
    const auto password = read_password(
        arguments, console, {"password-file", {"Пароль файла ключа", "Password of the key file"}});
    if (!password) return password.refusal();
    const auto identity = open_identity(file, password->reveal());
    if (!identity) return identity.refusal();
    return identity->certificate();
  }
  const auto text = read_small_file(file, pki::kMaxPemBytes);
  if (!text) return text.refusal();
  auto all = pki::parse_pem(*text);
  if (!all) return all.refusal();
  if (all->size() == 1) return std::move(all->front());
  return Refusal{"certificate.too_many",
                 {fmt::format("в файле {} не один сертификат", file),
                  fmt::format("the file {} holds more than one certificate", file)}};
}

Result<std::optional<events::Order>> read_order(const Arguments& arguments) {
  const auto number = arguments.text("order");
  const auto day = arguments.day("day");
  if (!day) return day.refusal();
  if (number.has_value() != day->has_value()) {
    return Refusal{"pki.order",
                   {"у приказа есть номер и день: --order НОМЕР --day ДЕНЬ",
                    "an order has a number and a day: --order NUMBER --day DAY"}};
  }
  if (!number) return std::optional<events::Order>();
  return std::optional(events::Order{*number, **day});
}

// Only what may sign documents now is taken.
Result<events::CertificateKind> kind_of(const pki::Certificate& certificate) {
  if (certificate.is_authority || certificate.may_timestamp) {
    return Refusal{"signer.usage",
                   {"этот сертификат не для подписи документов: " + certificate.subject,
                    "this certificate is not for signing documents: " + certificate.subject}};
  }
  if (certificate.valid_until <= system_moment()) {
    const auto until = pki::print_moment(certificate.valid_until);
    return Refusal{"signer.not_now",
                   {"срок сертификата кончился " + until, "the certificate expired on " + until}};
  }
  switch (certificate.key) {
    case pki::KeyKind::kP256: return events::CertificateKind::kP256;
    case pki::KeyKind::kGost256:
    case pki::KeyKind::kGost512: return events::CertificateKind::kGost2012;
    case pki::KeyKind::kOther: break;
  }
  return Refusal{"pki.kind",
                 {"ключ не P-256 и не ГОСТ Р 34.10-2012: " + certificate.subject,
                  "the key is neither P-256 nor GOST R 34.10-2012: " + certificate.subject}};
}

Outcome take_files(const Arguments& arguments, const fs::path& data) {
  if (const auto file = arguments.text("authority")) {
    const auto text = read_small_file(*file, pki::kMaxPemBytes);
    if (!text) return text.refusal();
    const auto roots = pki::parse_pem(*text);
    if (!roots) return roots.refusal();
    for (const auto& root : *roots) {
      if (auto kept = keep_authority(data, root); !kept) return kept;
    }
  }
  if (const auto file = arguments.text("revocations")) {
    const auto der = read_small_file(*file, pki::kMaxRevocationListBytes);
    if (!der) return der.refusal();
    const auto list = pki::parse_revocation_list(bytes_of(*der));
    if (!list) return list.refusal();
    if (auto kept = keep_revocations(data, *list); !kept) return kept;
  }
  return Done{};
}

// The file is kept first: a fact without its certificate would be worth less than the reverse.
Outcome take_certificate(const Arguments& arguments, const fs::path& data,
                         const pki::Certificate& certificate) {
  const auto kind = kind_of(certificate);
  if (!kind) return kind.refusal();
  const auto person = arguments.number("person", {1, kMostNumber});
  if (!person) return person.refusal();
  const auto order = read_order(arguments);
  if (!order) return order.refusal();
  events::CertificateTaken fact{certificate.sha256, *kind, whom(certificate), std::nullopt, *order};
  if (*person) fact.person = events::PersonNumber{static_cast<std::uint32_t>(**person)};
  const auto desk = DirectorsDesk::open(data);
  if (!desk) return desk.refusal();
  keep_certificate(data, certificate);
  const auto accepted = (*desk)->state({fact});
  if (!accepted) return accepted.refusal();
  return (*desk)->publish();
}

// As the log knows it; by a file or by the beginning of its digest.
Result<SchoolCertificate> asked_for(const Arguments& arguments, const Console& console,
                                    const std::vector<SchoolCertificate>& all) {
  constexpr std::size_t least_digits = 8;
  const auto given = arguments.needed("certificate");
  if (!given) return given.refusal();
  std::string digits = *given;
  std::error_code ignored;
  if (fs::exists(*given, ignored)) {
    const auto certificate = read_certificate(arguments, console, *given);
    if (!certificate) return certificate.refusal();
    digits = hex_of(certificate->sha256);
  }
  std::vector<SchoolCertificate> found;
  for (const auto& one : all) {
    if (digits.size() >= least_digits && hex_of(one.taken.sha256).starts_with(digits)) {
      found.push_back(one);
    }
  }
  if (found.size() == 1) return found.front();
  return Refusal{"pki.which",
                 {"какой сертификат? Нужен его файл или начало отпечатка из списка",
                  "which certificate? Its file or the beginning of its digest is needed"},
                 {},
                 {"letopis pki list --data ПАПКА", "letopis pki list --data DIR"}};
}

}  // namespace

Result<Exit> pki_take(const Arguments& arguments, const Console& console) {
  const auto data = arguments.needed("data");
  if (!data) return data.refusal();
  if (const auto known = read_profile(*data); !known) return known.refusal();
  if (auto taken = take_files(arguments, *data); !taken) return taken.refusal();
  const auto file = arguments.text("certificate");
  if (!file) {
    if (!arguments.given("authority") && !arguments.given("revocations")) {
      return arguments.needed("certificate").refusal();
    }
    if (console.json()) print_json(console, {{"taken", true}});
    if (!console.json()) console.line(console.in({"Принято.", "Taken."}));
    return Exit::kGood;
  }
  const auto certificate = read_certificate(arguments, console, *file);
  if (!certificate) return certificate.refusal();
  if (auto taken = take_certificate(arguments, *data, *certificate); !taken) {
    return taken.refusal();
  }
  const auto hex = hex_of(certificate->sha256);
  if (console.json()) {
    print_json(console, {{"sha256", hex}, {"issued_to", whom(*certificate)}});
    return Exit::kGood;
  }
  console.line(console.fill({"Сертификат принят: {}. Запись об этом — в журнале событий.",
                             "The certificate is taken: {}. The log says so."},
                            whom(*certificate)));
  console.line(console.fill({"  SHA-256 {}", "  SHA-256 {}"}, hex));
  return Exit::kGood;
}

Result<Exit> pki_end(const Arguments& arguments, const Console& console) {
  const auto data = arguments.needed("data");
  if (!data) return data.refusal();
  const auto reason = arguments.needed("reason");
  if (!reason) return reason.refusal();
  const auto order = read_order(arguments);
  if (!order) return order.refusal();
  const auto desk = DirectorsDesk::open(*data);
  if (!desk) return desk.refusal();
  const auto log = (*desk)->ledger().snapshot();
  const auto one = asked_for(arguments, console, school_certificates(projections::Directory(*log)));
  if (!one) return one.refusal();
  const auto accepted =
      (*desk)->state({events::CertificateEnded{one->taken.sha256, *reason, *order}});
  if (!accepted) return accepted.refusal();
  if (auto published = (*desk)->publish(); !published) return published.refusal();
  if (console.json()) {
    print_json(console, {{"sha256", hex_of(one->taken.sha256)}, {"ended", true}});
    return Exit::kGood;
  }
  console.line(console.fill(
      {"Сертификат больше не служит: {} — {}.", "The certificate serves no more: {}, {}."},
      one->taken.issued_to, *reason));
  return Exit::kGood;
}

Result<Exit> pki_list_of_school(const Arguments& arguments, const Console& console) {
  const auto school = SchoolReader::open(arguments, console.language());
  if (!school) return school.refusal();
  Table table({{"SHA-256"},
               {std::string(console.in({"Кому", "To whom"})), Align::kLeft, 40},
               {std::string(console.in({"Состояние", "State"})), Align::kLeft, 40}});
  json::array out;
  for (const auto& one : school_certificates((*school)->directory())) {
    const auto hex = hex_of(one.taken.sha256);
    table.row({shortened(hex), one.taken.issued_to,
               one.ended ? one.ended->reason : std::string(console.in({"служит", "serves"}))});
    json::object row{{"sha256", hex},
                     {"issued_to", one.taken.issued_to},
                     {"kind", events::word_of(one.taken.kind)}};
    if (one.taken.person) row["person"] = one.taken.person->value;
    if (one.ended) row["ended"] = one.ended->reason;
    out.push_back(std::move(row));
  }
  if (console.json()) {
    print_json(console, {{"certificates", std::move(out)}});
    return Exit::kGood;
  }
  if (table.empty()) {
    console.line(
        console.in({"Сертификатов пока нет: letopis pki take --data ПАПКА --certificate Х.pem",
                    "No certificates yet: letopis pki take --data DIR --certificate X.pem"}));
  } else {
    console.print(table.print());
  }
  return Exit::kGood;
}

}  // namespace letopis::server
