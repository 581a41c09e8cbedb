// How a program of this protocol proves that it knows a password: by MD5 over a salt and the MD5 of
// the password. Weak by today's measure: therefore only for random passwords of 130 bits, which
// open nothing but reading.
#pragma once

#include <string>
#include <string_view>

namespace letopis::netschool {

struct PasswordProof {
  std::string whole;  // "pw2": 32 hexadecimal digits
  std::string part;   // "pw": its beginning, as long as the password
};

// `password_md5` as 32 hexadecimal digits.
bool proves(const PasswordProof& proof, std::string_view salt, std::string_view password_md5);

}  // namespace letopis::netschool
