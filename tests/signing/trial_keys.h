// Keys and trees that the tests of this folder share.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "signing/ed25519.h"
#include "signing/merkle.h"
#include "signing/note.h"

namespace letopis::signing {

// The same key for the same purpose, each time.
inline PrivateKey trial_key(std::string_view purpose) {
  return PrivateKey(Secret32::derive(bytes_of("tests of signing"), purpose));
}

inline NoteVerifier log_verifier(std::string_view name, const PrivateKey& key) {
  return *NoteVerifier::admit(log_verifier_key(name, key.public_key()));
}

inline NoteVerifier witness_verifier(std::string_view name, const PrivateKey& key) {
  return *NoteVerifier::admit(witness_verifier_key(name, key.public_key()));
}

inline std::string trial_entry(std::uint64_t index) { return "entry " + std::to_string(index); }

inline std::vector<Digest> trial_leaves(std::uint64_t count) {
  std::vector<Digest> leaves;
  for (std::uint64_t index = 0; index < count; ++index) {
    leaves.push_back(leaf_hash(bytes_of(trial_entry(index))));
  }
  return leaves;
}

// RFC 9162 section 2.1.1 in its own words; slow, and simple enough to be believed.
inline Digest plain_root(const std::vector<Digest>& leaves, std::size_t first, std::size_t count) {
  if (count == 0) return empty_root();
  if (count == 1) return leaves[first];
  std::size_t left = 1;
  while (left * 2 < count) left *= 2;
  return node_hash(plain_root(leaves, first, left), plain_root(leaves, first + left, count - left));
}

inline Digest plain_root(const std::vector<Digest>& leaves, std::size_t count) {
  return plain_root(leaves, 0, count);
}

template <class T>
std::string code_of(const Result<T>& result) {
  return result ? "" : result.refusal().code;
}

}  // namespace letopis::signing
