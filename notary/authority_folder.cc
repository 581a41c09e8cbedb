#include "notary/authority_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "office/new_file.h"
#include "signing/encoding.h"
#include "witness/durable_file.h"

namespace letopis::notary {

namespace {

namespace fs = std::filesystem;
using witness::FileLock;

constexpr std::size_t kNumberDigits = 4;
constexpr std::array<std::pair<pki::CertificateRole, std::string_view>, 5> kRoles{
    {{pki::CertificateRole::kDirector, "director"},
     {pki::CertificateRole::kDeputy, "deputy"},
     {pki::CertificateRole::kSchool, "school"},
     {pki::CertificateRole::kTimestamps, "tsa"},
     {pki::CertificateRole::kServer, "server"}}};

fs::path key_file(const fs::path& directory) { return directory / "root.p12"; }
fs::path issued_folder(const fs::path& directory) { return directory / "issued"; }
fs::path lock_file(const fs::path& directory) { return directory / "lock"; }

Refusal unreadable(const fs::path& file) {
  return {
      "authority.unreadable",
      {fmt::format("файл {} не прочесть: в нём не то, что там должно стоять", file.string()),
       fmt::format("the file {} cannot be read: it does not hold what it should", file.string())}};
}

Refusal full() {
  return {"authority.full",
          {fmt::format("этот центр выдал уже {} сертификатов, больше нельзя", kMaxIssued),
           fmt::format("this authority has issued {} certificates already, which is the most",
                       kMaxIssued)}};
}

Result<std::string> read_file(const fs::path& file, std::size_t most_bytes) {
  auto text = witness::read_whole(file, most_bytes);
  if (!text) return text.refusal();
  if (*text) return **std::move(text);
  return Refusal{"authority.missing",
                 {fmt::format("удостоверяющего центра здесь нет: нет файла {}", file.string()),
                  fmt::format("there is no authority here: no file {}", file.string())},
                 {},
                 {"Новый: letopis pki init --out ПАПКА", "A new one: letopis pki init --out DIR"}};
}

Result<pki::Certificate> read_certificate(const fs::path& file) {
  const auto text = read_file(file, pki::kMaxPemBytes);
  if (!text) return text.refusal();
  auto all = pki::parse_pem(*text);
  if (!all || all->size() != 1) return unreadable(file);
  return std::move(all->front());
}

std::string text_of_list(const std::vector<std::byte>& der) { return std::string(text_of(der)); }

struct NumberedName {
  std::uint32_t number = 0;
  pki::CertificateRole role{};
};

// "0001-director.pem".
std::optional<NumberedName> parse_name(std::string_view name) {
  constexpr std::string_view ending = ".pem";
  if (name.size() <= kNumberDigits + 1 + ending.size() || !name.ends_with(ending) ||
      name[kNumberDigits] != '-') {
    return std::nullopt;
  }
  auto digits = name.substr(0, kNumberDigits);
  digits.remove_prefix(std::min(digits.find_first_not_of('0'), kNumberDigits - 1));
  const auto number = signing::from_decimal(digits);
  name.remove_suffix(ending.size());
  const auto role = role_named(name.substr(kNumberDigits + 1));
  if (!number || *number == 0 || !role) return std::nullopt;
  return NumberedName{static_cast<std::uint32_t>(*number), *role};
}

}  // namespace

std::optional<pki::CertificateRole> role_named(std::string_view name) {
  const auto* const found =
      std::ranges::find(kRoles, name, [](const auto& one) { return one.second; });
  return found == kRoles.end() ? std::nullopt : std::optional(found->first);
}

std::string_view name_of(pki::CertificateRole role) {
  return std::ranges::find(kRoles, role, [](const auto& one) { return one.first; })->second;
}

Outcome AuthorityFolder::create(const fs::path& directory, const pki::Authority& authority,
                                std::string_view password, pki::Moment now) {
  if (fs::exists(directory) && (!fs::is_directory(directory) || !fs::is_empty(directory))) {
    return Refusal{"authority.directory_used",
                   {fmt::format("папка {} не пуста", directory.string()),
                    fmt::format("the directory {} is not empty", directory.string())}};
  }
  const auto key = authority.identity().to_pkcs12(password);
  if (!key) return key.refusal();
  witness::make_directories_durably(issued_folder(directory));
  fs::permissions(directory, fs::perms::owner_all);
  const AuthorityFolder made(directory);
  const auto list = authority.revocation_list({}, now, now + kListServes, 1);
  witness::replace_durably(made.root_file(), pki::print_pem(authority.certificate()));
  witness::replace_durably(made.list_file(), text_of_list(list));
  witness::replace_durably(key_file(directory), text_of(*key), 0600);
  return Done{};
}

Result<AuthorityFolder> AuthorityFolder::open(const fs::path& directory) {
  AuthorityFolder folder(directory);
  if (auto read = folder.read(); !read) return read.refusal();
  return folder;
}

fs::path AuthorityFolder::root_file() const { return path_ / "root.pem"; }
fs::path AuthorityFolder::list_file() const { return path_ / "revoked.crl"; }

Outcome AuthorityFolder::read() {
  auto root = read_certificate(root_file());
  if (!root) return root.refusal();
  if (!root->is_authority) return unreadable(root_file());
  root_ = *std::move(root);
  if (auto read = read_issued(); !read) return read;
  const auto list = read_list();
  if (!list) return list.refusal();
  for (auto& one : issued_) {
    const auto found =
        std::ranges::find(list->revoked, one.certificate.serial, &pki::Revoked::serial);
    if (found != list->revoked.end()) one.revoked = found->since;
  }
  return Done{};
}

Outcome AuthorityFolder::read_issued() {
  issued_.clear();
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator(issued_folder(path_), failed)) {
    const auto name = parse_name(entry.path().filename().string());
    if (!name) return unreadable(entry.path());
    auto certificate = read_certificate(entry.path());
    if (!certificate) return certificate.refusal();
    if (certificate->issuer != root_.subject) return unreadable(entry.path());
    issued_.push_back({name->number, name->role, *std::move(certificate), std::nullopt});
  }
  if (failed) return unreadable(issued_folder(path_));
  std::ranges::sort(issued_, {}, &IssuedCertificate::number);
  return Done{};
}

Result<pki::RevocationList> AuthorityFolder::read_list() const {
  const auto der = read_file(list_file(), pki::kMaxRevocationListBytes);
  if (!der) return der.refusal();
  auto list = pki::parse_revocation_list(bytes_of(*der));
  if (!list || !list->number || !pki::is_signed_by(*list, root_)) return unreadable(list_file());
  return list;
}

Result<pki::Authority> AuthorityFolder::unlock(std::string_view password) const {
  const auto file = read_file(key_file(path_), pki::kMaxPkcs12Bytes);
  if (!file) return file.refusal();
  auto identity = pki::SigningIdentity::from_pkcs12(bytes_of(*file), password);
  if (!identity) return identity.refusal();
  if (identity->certificate() != root_) return unreadable(key_file(path_));
  return pki::Authority::resume(*std::move(identity));
}

Result<std::uint32_t> AuthorityFolder::keep(pki::CertificateRole role,
                                            const pki::Certificate& certificate) {
  const FileLock one_at_a_time(lock_file(path_));
  if (auto read = read_issued(); !read) return read.refusal();
  const std::uint32_t number = issued_.empty() ? 1 : issued_.back().number + 1;
  if (number > kMaxIssued) return full();
  const auto file =
      issued_folder(path_) / fmt::format("{:0{}}-{}.pem", number, kNumberDigits, name_of(role));
  witness::replace_durably(file, pki::print_pem(certificate));
  issued_.push_back({number, role, certificate, std::nullopt});
  return number;
}

Outcome AuthorityFolder::make_list(const pki::Authority& authority,
                                   const std::optional<Revocation>& more, pki::Moment now) {
  const FileLock one_at_a_time(lock_file(path_));
  auto list = read_list();
  if (!list) return list.refusal();
  if (more) {
    const auto found = std::ranges::find(list->revoked, more->serial, &pki::Revoked::serial);
    if (found != list->revoked.end()) {
      const auto since = pki::print_moment(found->since);
      return Refusal{"authority.revoked",
                     {"этот сертификат уже отозван " + since,
                      "this certificate was revoked already, on " + since}};
    }
    list->revoked.push_back({more->serial, more->since});
  }
  const auto der =
      authority.revocation_list(list->revoked, now, now + kListServes, *list->number + 1);
  witness::replace_durably(list_file(), text_of_list(der));
  return Done{};
}

}  // namespace letopis::notary
