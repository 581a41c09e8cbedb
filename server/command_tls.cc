#include <fmt/format.h>

#include <boost/json/object.hpp>

#include "archive/durable_files.h"
#include "notary/authority_folder.h"
#include "notary/document_signing.h"
#include "office/new_file.h"
#include "office/password.h"
#include "server/commands.h"
#include "signing/encoding.h"
#include "terminal/json.h"

namespace letopis::server {

using namespace notary;
using namespace office;
using namespace terminal;

namespace {

namespace fs = std::filesystem;
using std::chrono::days;

// A root serves as long as the school's computers do; a server's certificate no longer than
// browsers take one.
constexpr days kRootServes{10 * 365 + 2};
constexpr days kServerServes{397};

constexpr PasswordQuestion kRootPassword{"password-file",
                                         {"Пароль корневого ключа", "Password of the root key"}};

constexpr Text kHelp{
    "  letopis tls init --dir ПАПКА --host ИМЯ [--host ИМЯ …] [--school НАЗВАНИЕ]\n\n"
    "Заводит свой удостоверяющий центр школы для шифрования и выпускает сертификат сервера;\n"
    "повторённая — выпускает новый тем же центром (раз в год; сервер перечитает его по SIGHUP).\n\n"
    "  --dir ПАПКА       где лежат root.p12 (под паролем), root.pem, chain.pem и key.pem\n"
    "  --host ИМЯ        имя или адрес, который набирают в браузере; можно несколько\n"
    "  --school          название школы в сертификате\n"
    "  --password-file   пароль корневого ключа первой строкой файла; без этого — спросит\n\n"
    "Пример\n"
    "  letopis tls init --dir tls --host journal.school.example --host 192.168.0.10\n",
    "  letopis tls init --dir DIR --host NAME [--host NAME …] [--school NAME]\n\n"
    "Founds the school's own authority for encryption and issues the server's certificate;\n"
    "repeated, it issues a new one by the same authority (each year; the server reads it again on\n"
    "SIGHUP).\n\n"
    "  --dir DIR         where root.p12 (under a password), root.pem, chain.pem and key.pem lie\n"
    "  --host NAME       a name or address that people type into a browser; may be repeated\n"
    "  --school          the school's name in the certificate\n"
    "  --password-file   the root key's password as a file's first line; else it is asked for\n\n"
    "Example\n"
    "  letopis tls init --dir tls --host journal.school.example --host 192.168.0.10 --lang en\n"};

constexpr Text kInstall{
    "Чтобы браузеры доверяли серверу, один раз установите root.pem на компьютеры школы:\n"
    "  Windows   certutil -addstore Root root.pem   (от администратора, или через политику)\n"
    "  Debian    cp root.pem /usr/local/share/ca-certificates/school.crt && "
    "update-ca-certificates\n"
    "  Android   Настройки → Безопасность → Установить сертификат → Сертификат ЦС\n"
    "  Firefox   Настройки → Приватность → Просмотр сертификатов → Импорт\n"
    "Сверьте отпечаток с тем, что напечатан выше. root.p12 унесите с сервера: он нужен раз в год.",
    "For browsers to trust the server, install root.pem once on the school's computers:\n"
    "  Windows   certutil -addstore Root root.pem   (as administrator, or by policy)\n"
    "  Debian    cp root.pem /usr/local/share/ca-certificates/school.crt && "
    "update-ca-certificates\n"
    "  Android   Settings → Security → Install a certificate → CA certificate\n"
    "  Firefox   Settings → Privacy → View certificates → Import\n"
    "Compare the fingerprint with the one above. Carry root.p12 away: it is needed once a year."};

// The authority of the folder, or a new one where there is none.
Result<pki::Authority> authority_in(const fs::path& directory, const std::string& school,
                                    const Arguments& arguments, const Console& console) {
  std::error_code failed;
  if (fs::exists(directory / "root.p12", failed)) {
    const auto folder = AuthorityFolder::open(directory);
    if (!folder) return folder.refusal();
    const auto password = read_password(arguments, console, kRootPassword);
    if (!password) return password.refusal();
    return folder->unlock(password->reveal());
  }
  const pki::Moment today = std::chrono::floor<days>(system_moment());
  auto authority =
      pki::Authority::found({"Шифрование школьного журнала", school, today, today + kRootServes});
  if (!authority) return authority.refusal();
  const auto password = choose_password(arguments, console, kRootPassword);
  if (!password) return password.refusal();
  auto made = AuthorityFolder::create(directory, *authority, password->reveal(), system_moment());
  if (!made) return made.refusal();
  return authority;
}

// In place of what was there: a server that runs reads either the old file or the new one.
Outcome replace(const fs::path& file, const std::string& contents, mode_t mode) {
  auto aside = file;
  aside += ".new";
  std::error_code none;
  fs::remove(aside, none);
  if (auto written = write_new(aside, contents, mode); !written) return written;
  archive::rename_durably(aside, file);
  return Done{};
}

Outcome write_both(const fs::path& directory, const pki::SigningIdentity& identity,
                   const pki::Certificate& root) {
  const auto key = identity.to_pem();
  if (!key) return key.refusal();
  if (auto written = replace(directory / "key.pem", *key, 0600); !written) return written;
  return replace(directory / "chain.pem",
                 pki::print_pem(identity.certificate()) + pki::print_pem(root), 0644);
}

Result<Exit> init(const Arguments& arguments, const Console& console) {
  const auto directory = arguments.needed("dir");
  if (!directory) return directory.refusal();
  const auto hosts = arguments.texts("host");
  if (hosts.empty()) return arguments.needed("host").refusal();
  const auto school = arguments.text("school").value_or("Школа");
  const auto authority = authority_in(*directory, school, arguments, console);
  if (!authority) return authority.refusal();
  const auto& root = authority->certificate();
  const pki::Moment today = std::chrono::floor<days>(system_moment());
  const auto identity =
      authority->issue({pki::CertificateRole::kServer, hosts.front(), school, today,
                        std::min(today + kServerServes, root.valid_until), hosts});
  if (!identity) return identity.refusal();
  auto folder = AuthorityFolder::open(*directory);
  if (!folder) return folder.refusal();
  const auto number = folder->keep(pki::CertificateRole::kServer, identity->certificate());
  if (!number) return number.refusal();
  if (auto written = write_both(*directory, *identity, root); !written) return written.refusal();
  const auto fingerprint = signing::to_hex(root.sha256.view());
  if (console.json()) {
    print_json(console, {{"dir", *directory}, {"authority", fingerprint}, {"number", *number}});
    return Exit::kGood;
  }
  console.line(console.fill({"Сертификат сервера выпущен: {0}/chain.pem и {0}/key.pem.",
                             "The server's certificate is issued: {0}/chain.pem, {0}/key.pem."},
                            *directory));
  console.line(
      console.fill({"Отпечаток корневого (SHA-256): {}", "The root's SHA-256: {}"}, fingerprint));
  console.line(console.fill({"Служить с ним: letopis serve … --tls-chain {0}/chain.pem "
                             "--tls-key {0}/key.pem",
                             "To serve with it: letopis serve … --tls-chain {0}/chain.pem "
                             "--tls-key {0}/key.pem"},
                            *directory));
  console.line();
  console.line(console.in(kInstall));
  return Exit::kGood;
}

Result<Exit> run(const Arguments& arguments, const Console& console) {
  if (!arguments.words().empty() && arguments.words().front() == "init") {
    return init(arguments, console);
  }
  return Refusal{"tls.verb",
                 {"что сделать с шифрованием: init?", "what is to be done about TLS: init?"}};
}

}  // namespace

Command tls_command() {
  return {"tls", {"сертификат сервера от своего центра школы", "the server's certificate"},
          kHelp, {{"dir"}, {"host", OptionKind::kValues}, {"school"}, {"password-file"}},
          1,     run};
}

}  // namespace letopis::server
