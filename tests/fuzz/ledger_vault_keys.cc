// The vault's key file: what the secret does not vouch for opens nothing and adds nobody.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "ledger/files.h"
#include "ledger/vault_keys.h"
#include "outcome/invariant.h"

using namespace letopis;          // NOLINT(google-build-using-namespace)
using namespace letopis::ledger;  // NOLINT(google-build-using-namespace)

namespace {

constexpr std::size_t kRecordBytes = 4 + 24 + 33 + 16;

struct Disk {
  std::unique_ptr<rocksdb::Env> env{rocksdb::NewMemEnv(rocksdb::Env::Default())};
  VaultFiles files = vault_files("/fuzz");
  std::string good;

  Disk() {
    VaultKeys::create(*env, files);
    good = *read_file(*env, files.keys);
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Disk disk;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  replace_file(*disk.env, disk.files.keys, input);
  INVARIANT(!VaultKeys::open(*disk.env, disk.files) || input.starts_with(disk.good));
  replace_file(*disk.env, disk.files.keys, disk.good + std::string(input));
  const auto keys = VaultKeys::open(*disk.env, disk.files);
  // Less than a record, or zeros, are a torn write; two records are never one.
  const std::size_t written = input.find_last_not_of('\0') + 1;
  if (size < kRecordBytes || written == 0) INVARIANT(keys.has_value());
  if (written > kRecordBytes) INVARIANT(!keys);
  if (keys) INVARIANT((*keys)->persons().empty() && (*keys)->torn() == (size > 0));
  return 0;
}
