#include "accounts/tokens.h"

#include "signing/encoding.h"
#include "signing/secret.h"

namespace letopis::accounts {

std::string random_token() { return printed_token(signing::Secret32::random().reveal()); }

std::string printed_token(Bytes bytes) {
  std::string token = signing::to_base64(bytes);
  while (token.ends_with('=')) token.pop_back();
  for (char& one : token) {
    if (one == '+') one = '-';
    if (one == '/') one = '_';
  }
  return token;
}

signing::Digest token_digest(std::string_view token) { return signing::sha256(bytes_of(token)); }

}  // namespace letopis::accounts
