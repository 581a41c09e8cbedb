// Signatures that a strict check of Ed25519 must accept or refuse, made from the points themselves.
#pragma once

#include <string>
#include <vector>

namespace letopis::signing {

// All but `name` and `valid` in hexadecimal, as they stand in tests/golden/ed25519_strict.json.
struct StrictVector {
  std::string name;
  std::string public_key;
  std::string message;
  std::string signature;
  bool valid = false;
  bool operator==(const StrictVector&) const = default;
};

// Makes them again, always the same.
std::vector<StrictVector> make_strict_vectors();

// As a JSON array, one object a line, ending in a newline.
std::string print_strict_vectors(const std::vector<StrictVector>& vectors);

}  // namespace letopis::signing
