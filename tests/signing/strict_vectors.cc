#include "signing/strict_vectors.h"

#include <sodium.h>

#include <array>
#include <cstdint>
#include <string_view>

#include "outcome/bytes.h"
#include "outcome/invariant.h"
#include "signing/digest.h"
#include "signing/encoding.h"

namespace letopis::signing {

namespace {

using Point = std::array<unsigned char, 32>;   // as it is encoded
using Scalar = std::array<unsigned char, 32>;  // little-endian

// The points of small order: each is a multiple of the fourth, which has order 8.
const char* const kIdentity = "0100000000000000000000000000000000000000000000000000000000000000";
const char* const kOrderTwo = "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f";
const char* const kOrderFour = "0000000000000000000000000000000000000000000000000000000000000000";
const char* const kOrderEight = "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05";
const char* const kSmallOrder[] = {
    kIdentity,
    kOrderTwo,
    kOrderFour,
    "0000000000000000000000000000000000000000000000000000000000000080",
    kOrderEight,
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa"};
// Other spellings of points of small order: y = 1 + p, y = p, and x = 0 with a sign.
const char* const kOtherIdentity =
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f";
const char* const kSpellings[] = {
    kOtherIdentity,
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "0100000000000000000000000000000000000000000000000000000000000080",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"};
// L itself, little-endian.
const char* const kOrder = "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010";

Point from_text(std::string_view hex) {
  const auto bytes = from_hex(hex);
  INVARIANT(bytes->size() == 32);
  Point point;
  for (std::size_t at = 0; at < 32; ++at) point[at] = std::to_integer<unsigned char>((*bytes)[at]);
  return point;
}

std::string text_of_array(const Point& point) { return to_hex(std::as_bytes(std::span(point))); }

Scalar scalar_for(std::string_view purpose) {
  const Digest low = sha256(bytes_of(purpose), bytes_of("/low"));
  const Digest high = sha256(bytes_of(purpose), bytes_of("/high"));
  std::array<unsigned char, 64> wide{};
  std::copy(low.bytes.begin(), low.bytes.end(), reinterpret_cast<std::byte*>(wide.data()));
  std::copy(high.bytes.begin(), high.bytes.end(), reinterpret_cast<std::byte*>(wide.data()) + 32);
  Scalar scalar;
  crypto_core_ed25519_scalar_reduce(scalar.data(), wide.data());
  return scalar;
}

Point base_times(const Scalar& scalar) {
  Point point;
  INVARIANT(crypto_scalarmult_ed25519_base_noclamp(point.data(), scalar.data()) == 0);
  return point;
}

Point sum(const Point& left, const Point& right) {
  Point point;
  INVARIANT(crypto_core_ed25519_add(point.data(), left.data(), right.data()) == 0);
  return point;
}

// k = SHA-512(R, A, M) mod L
Scalar challenge(const Point& r, const Point& a, std::string_view message) {
  std::string input;
  append_bytes(input, std::as_bytes(std::span(r)));
  append_bytes(input, std::as_bytes(std::span(a)));
  input.append(message);
  std::array<unsigned char, 64> wide;
  crypto_hash_sha512(wide.data(), reinterpret_cast<const unsigned char*>(input.data()),
                     input.size());
  Scalar k;
  crypto_core_ed25519_scalar_reduce(k.data(), wide.data());
  return k;
}

// S = r + k a
Scalar response(const Scalar& r, const Scalar& k, const Scalar& a) {
  Scalar product;
  crypto_core_ed25519_scalar_mul(product.data(), k.data(), a.data());
  Scalar s;
  crypto_core_ed25519_scalar_add(s.data(), r.data(), product.data());
  return s;
}

// S + L: the same number modulo L, and still of 32 bytes.
Scalar plus_order(const Scalar& s) {
  const Point order = from_text(kOrder);
  Scalar result;
  unsigned carry = 0;
  for (std::size_t at = 0; at < 32; ++at) {
    carry += s[at] + order[at];
    result[at] = static_cast<unsigned char>(carry & 0xff);
    carry >>= 8;
  }
  return result;
}

struct Signed {
  Point key;
  std::string message;
  Point r;
  Scalar s;
};

StrictVector vector_of(std::string name, const Signed& made, bool valid) {
  return {std::move(name), text_of_array(made.key), to_hex(bytes_of(made.message)),
          text_of_array(made.r) + text_of_array(made.s), valid};
}

// A signature by scalar `a` under the point `key`, with R shifted by `r_torsion`: honest if key =
// aB and r_torsion is the identity.
Signed sign_with(const Scalar& a, const Point& key, const Scalar& r, const Point& r_point,
                 std::string message) {
  const Scalar k = challenge(r_point, key, message);
  return {key, std::move(message), r_point, response(r, k, a)};
}

const Scalar kZero{};

// Whether the torsion T in A = aB + T falls out of [k]A, whatever T's order: k a multiple of 8, or
// odd.
enum class Torsion { kFallsOut, kStays };

// Tries messages until k is as wanted.
Signed sign_where_torsion(Torsion wanted, const Scalar& a, const Point& key, const Scalar& r,
                          const Point& r_point) {
  for (int attempt = 0;; ++attempt) {
    std::string message = "attempt " + std::to_string(attempt);
    const int low_bits = challenge(r_point, key, message)[0] & 7;
    if (wanted == Torsion::kFallsOut ? low_bits == 0 : low_bits % 2 == 1) {
      return sign_with(a, key, r, r_point, std::move(message));
    }
  }
}

void add_honest(std::vector<StrictVector>& vectors) {
  for (const std::size_t length : {0U, 1U, 31U, 32U, 250U, 1'023U}) {
    const std::string name = "honest, message of " + std::to_string(length) + " bytes";
    const Scalar a = scalar_for(name + "/a");
    const Scalar r = scalar_for(name + "/r");
    vectors.push_back(vector_of(
        name, sign_with(a, base_times(a), r, base_times(r), std::string(length, 'm')), true));
  }
}

void add_flipped(std::vector<StrictVector>& vectors) {
  const Scalar a = scalar_for("flipped/a");
  const Scalar r = scalar_for("flipped/r");
  const Signed honest = sign_with(a, base_times(a), r, base_times(r), "twelve of June");
  vectors.push_back(vector_of("the one that is flipped below", honest, true));
  Signed changed = honest;
  changed.message[3] ^= 1;
  vectors.push_back(vector_of("one bit of the message flipped", changed, false));
  for (const int bit : {0, 1, 128, 254, 255}) {
    const auto at = static_cast<std::size_t>(bit / 8);
    const auto mask = static_cast<unsigned char>(1U << (bit % 8));
    const std::string which = "bit " + std::to_string(bit) + " of ";
    changed = honest;
    changed.key[at] ^= mask;
    vectors.push_back(vector_of(which + "A flipped", changed, false));
    changed = honest;
    changed.r[at] ^= mask;
    vectors.push_back(vector_of(which + "R flipped", changed, false));
    changed = honest;
    changed.s[at] ^= mask;
    vectors.push_back(vector_of(which + "S flipped", changed, false));
  }
  changed = honest;
  changed.s = plus_order(honest.s);
  vectors.push_back(vector_of("S + L", changed, false));
  changed.s = from_text(kOrder);
  vectors.push_back(vector_of("S = L", changed, false));
}

void add_small_order_keys(std::vector<StrictVector>& vectors) {
  const Scalar r = scalar_for("small order A/r");
  for (const char* const key : kSmallOrder) {
    const std::string name = std::string("A of small order ") + key;
    vectors.push_back(vector_of(
        name + ", [k]A = 0",
        sign_where_torsion(Torsion::kFallsOut, kZero, from_text(key), r, base_times(r)), false));
  }
  for (const char* const key : kSpellings) {
    const std::string name = std::string("A of small order, not canonical ") + key;
    vectors.push_back(vector_of(
        name, sign_where_torsion(Torsion::kFallsOut, kZero, from_text(key), r, base_times(r)),
        false));
  }
  vectors.push_back(vector_of("A and R the identity, S = 0",
                              {from_text(kIdentity), "anything", from_text(kIdentity), kZero},
                              false));
}

void add_torsion_in_key(std::vector<StrictVector>& vectors) {
  const Scalar a = scalar_for("torsion in A/a");
  const Scalar r = scalar_for("torsion in A/r");
  for (const char* const torsion : {kOrderTwo, kOrderFour, kOrderEight}) {
    const Point key = sum(base_times(a), from_text(torsion));
    const std::string name = std::string("A = aB + T, T = ") + torsion;
    vectors.push_back(vector_of(name + ", accepted by the cofactored equation only",
                                sign_where_torsion(Torsion::kStays, a, key, r, base_times(r)),
                                false));
    vectors.push_back(vector_of(name + ", [k]T = 0, both equations hold",
                                sign_where_torsion(Torsion::kFallsOut, a, key, r, base_times(r)),
                                false));
  }
}

void add_torsion_in_r(std::vector<StrictVector>& vectors) {
  const Scalar a = scalar_for("torsion in R/a");
  const Scalar r = scalar_for("torsion in R/r");
  for (const char* const torsion : {kOrderTwo, kOrderFour, kOrderEight}) {
    const Point r_point = sum(base_times(r), from_text(torsion));
    vectors.push_back(vector_of(std::string("R = rB + T, T = ") + torsion,
                                sign_with(a, base_times(a), r, r_point, "a message"), false));
  }
}

void add_small_order_r(std::vector<StrictVector>& vectors) {
  const Scalar a = scalar_for("small order R/a");
  for (const char* const r_point : kSmallOrder) {
    vectors.push_back(vector_of(std::string("R of small order ") + r_point,
                                sign_with(a, base_times(a), kZero, from_text(r_point), "r = 0"),
                                false));
  }
  for (const char* const r_point : kSpellings) {
    vectors.push_back(vector_of(std::string("R of small order, not canonical ") + r_point,
                                sign_with(a, base_times(a), kZero, from_text(r_point), "r = 0"),
                                false));
  }
}

// Encodings with y >= p of points of large order, and of no point at all.
void add_other_encodings(std::vector<StrictVector>& vectors) {
  const Scalar a = scalar_for("other encodings/a");
  const Scalar r = scalar_for("other encodings/r");
  for (unsigned char low = 0xef; low != 0; ++low) {
    Point point = from_text(kOtherIdentity);
    point[0] = low;
    const std::string text = text_of_array(point);
    vectors.push_back(vector_of("A with y above p: " + text,
                                sign_with(a, point, r, base_times(r), "a message"), false));
    vectors.push_back(vector_of("R with y above p: " + text,
                                sign_with(a, base_times(a), r, point, "a message"), false));
  }
  Point nowhere{};
  nowhere[0] = 2;  // y = 2 is on no point of the curve
  vectors.push_back(vector_of("A is no point of the curve",
                              sign_with(a, nowhere, r, base_times(r), "a message"), false));
}

}  // namespace

std::vector<StrictVector> make_strict_vectors() {
  std::vector<StrictVector> vectors;
  add_honest(vectors);
  add_flipped(vectors);
  add_small_order_keys(vectors);
  add_torsion_in_key(vectors);
  add_torsion_in_r(vectors);
  add_small_order_r(vectors);
  add_other_encodings(vectors);
  return vectors;
}

std::string print_strict_vectors(const std::vector<StrictVector>& vectors) {
  std::string text;
  for (const StrictVector& vector : vectors) {
    text += text.empty() ? "[\n" : ",\n";
    text += R"({"name": ")" + vector.name + R"(", "public_key": ")" + vector.public_key;
    text += R"(", "message": ")" + vector.message + R"(", "signature": ")" + vector.signature;
    text += std::string(R"(", "valid": )") + (vector.valid ? "true}" : "false}");
  }
  return text + "\n]\n";
}

}  // namespace letopis::signing
