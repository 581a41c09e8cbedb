#include "archive/keys_table.h"

#include <fmt/format.h>

#include "signing/encoding.h"

namespace letopis::archive {

std::string print_authors(const events::KeyStandings& keys) {
  std::string out = "number,person,key_id,public_key,enrolled,ended\n";
  for (const auto& key : keys.keys()) {
    out += fmt::format("{},{},{},{},{},{}\n", key.number.value, key.person.value,
                       signing::to_hex(signing::key_id_of(key.public_key).view()),
                       signing::to_hex(key.public_key.view()), key.enrolled.value,
                       key.ended ? std::to_string(key.ended->value) : std::string());
  }
  return out;
}

std::string print_pem(const signing::PublicKey& key) {
  // SEQUENCE { SEQUENCE { OID 1.3.101.112 } BIT STRING }
  std::string der("\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00", 12);
  signing::append_bytes(der, key.view());
  return "-----BEGIN PUBLIC KEY-----\n" + signing::to_base64(bytes_of(der)) +
         "\n-----END PUBLIC KEY-----\n";
}

}  // namespace letopis::archive
