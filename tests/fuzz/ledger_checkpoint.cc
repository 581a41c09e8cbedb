// The published checkpoint's file: nothing that the log did not sign is ever read from it.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "ledger/files.h"
#include "ledger/published.h"
#include "outcome/invariant.h"

using namespace letopis;          // NOLINT(google-build-using-namespace)
using namespace letopis::ledger;  // NOLINT(google-build-using-namespace)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::unique_ptr<rocksdb::Env> env(rocksdb::NewMemEnv(rocksdb::Env::Default()));
  static const signing::PrivateKey key(signing::Secret32::derive(bytes_of("fuzz"), "log"));
  static const signing::Checkpoint known{"a", 7, signing::sha256(bytes_of("root"))};
  static const std::string note = signing::sign_checkpoint(known, key);
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  // What is added to a good note may be a line of somebody else; it never changes what is read.
  for (const std::string& contents : {std::string(input), note + std::string(input)}) {
    replace_file(*env, checkpoint_file("/fuzz"), contents);
    const auto read = read_published(*env, "/fuzz", "a", key.public_key());
    if (read) INVARIANT(read->checkpoint == known && contents.starts_with(note));
  }
  return 0;
}
