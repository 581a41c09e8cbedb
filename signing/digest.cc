#include "signing/digest.h"

#include <openssl/evp.h>

#include <algorithm>
#include <new>
#include <stdexcept>

namespace letopis::signing {

namespace {

// Fetching the algorithm costs as much as hashing an entry, so it is done once; it is immutable and
// lives as long as the process.
const EVP_MD* algorithm() {
  static const EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  if (fetched == nullptr) throw std::runtime_error("OpenSSL has no SHA-256");
  return fetched;
}

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using ContextPointer = std::unique_ptr<EVP_MD_CTX, FreeContext>;

ContextPointer make_context() {
  ContextPointer context(EVP_MD_CTX_new());
  if (context == nullptr) throw std::bad_alloc();
  return context;
}

void begin(EVP_MD_CTX* context) {
  INVARIANT(EVP_DigestInit_ex2(context, algorithm(), nullptr) == 1);
}

void add_to(EVP_MD_CTX* context, Bytes piece) {
  INVARIANT(EVP_DigestUpdate(context, piece.data(), piece.size()) == 1);
}

Digest finish_of(EVP_MD_CTX* context) {
  Digest digest;
  INVARIANT(EVP_DigestFinal_ex(context, reinterpret_cast<unsigned char*>(digest.bytes.data()),
                               nullptr) == 1);
  return digest;
}

// One context a thread: making one costs more than hashing a node.
EVP_MD_CTX* context_of_thread() {
  thread_local const ContextPointer context = make_context();
  return context.get();
}

}  // namespace

Digest sha256(Bytes message) { return sha256(message, {}); }

Digest sha256(Bytes first, Bytes second) {
  EVP_MD_CTX* context = context_of_thread();
  begin(context);
  add_to(context, first);
  add_to(context, second);
  return finish_of(context);
}

Result<Digest> digest_from(Bytes raw) {
  if (raw.size() != kDigestBytes) {
    return Refusal{"digest.length",
                   {"Хеш должен занимать 32 байта.", "A hash must be 32 bytes long."}};
  }
  Digest digest;
  std::copy(raw.begin(), raw.end(), digest.bytes.begin());
  return digest;
}

struct Sha256::Context {
  ContextPointer openssl = make_context();
};

Sha256::Sha256() : context_(std::make_unique<Context>()) { begin(context_->openssl.get()); }
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

Sha256& Sha256::add(Bytes piece) {
  add_to(context_->openssl.get(), piece);
  return *this;
}

Digest Sha256::finish() {
  const Digest digest = finish_of(context_->openssl.get());
  begin(context_->openssl.get());
  return digest;
}

}  // namespace letopis::signing
