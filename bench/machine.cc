#include "bench/machine.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <memory>
#include <string>
#include <system_error>
#include <thread>

#include "outcome/bytes.h"
#include "outcome/invariant.h"
#include "signing/digest.h"
#include "signing/ed25519.h"

namespace letopis::bench {
namespace {

using Steady = std::chrono::steady_clock;
constexpr auto kOneMeasurement = std::chrono::milliseconds(250);
constexpr std::size_t kMessageBytes = 300;      // about an event
constexpr std::size_t kHashedBytes = 64 << 10;  // long enough that starting costs nothing

// How often a second `work` can be done.
template <class Work>
double rate_of(Work work) {
  std::array<double, 3> rates{};
  for (auto& rate : rates) {
    const auto began = Steady::now();
    std::uint64_t count = 0;
    auto now = began;
    while (now - began < kOneMeasurement) {
      work();
      ++count;
      now = Steady::now();
    }
    rate = static_cast<double>(count) / std::chrono::duration<double>(now - began).count();
  }
  std::sort(rates.begin(), rates.end());
  return rates[1];
}

double sync_rate(const std::filesystem::path& directory) {
  const auto file = (directory / "letopis-bench-sync").string();
  const int out = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (out < 0) throw std::system_error(errno, std::generic_category(), file);
  const std::string piece(2048, 'x');
  const double rate = rate_of([&] {
    if (::write(out, piece.data(), piece.size()) < 0 || ::fdatasync(out) != 0) {
      throw std::system_error(errno, std::generic_category(), file);
    }
  });
  ::close(out);
  ::unlink(file.c_str());
  return rate;
}

SignatureRates standard_rates(Bytes message) {
  const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
      EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"), EVP_PKEY_free);
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                        EVP_MD_CTX_free);
  const auto* text = reinterpret_cast<const unsigned char*>(message.data());
  std::array<unsigned char, 64> signature{};
  std::size_t size = signature.size();
  const auto sign = [&] {
    return EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
           EVP_DigestSign(context.get(), signature.data(), &size, text, message.size()) == 1;
  };
  const auto check = [&] {
    return EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
           EVP_DigestVerify(context.get(), signature.data(), size, text, message.size()) == 1;
  };
  INVARIANT(key && context && sign() && check());
  return {rate_of(sign), rate_of(check)};
}

SignatureRates own_rates(Bytes message) {
  const auto key = signing::PrivateKey::generate();
  const auto signature = key.sign(message);
  const auto checked = signing::CheckedKey::admit(key.public_key());
  return {rate_of([&] { static_cast<void>(key.sign(message)); }),
          rate_of([&] { static_cast<void>(checked->verify(message, signature)); })};
}

}  // namespace

MachineLimits measure_machine(const std::filesystem::path& directory) {
  MachineLimits limits;
  limits.cores = std::max(1u, std::thread::hardware_concurrency());
  const std::vector<std::byte> message(kMessageBytes, std::byte{7});
  limits.standard = standard_rates(message);
  limits.own = own_rates(message);
  const std::vector<std::byte> long_message(kHashedBytes, std::byte{7});
  limits.sha256_bytes_per_second =
      rate_of([&] { static_cast<void>(signing::sha256(long_message)); }) *
      static_cast<double>(kHashedBytes);
  limits.syncs_per_second = sync_rate(directory);
  return limits;
}

Percentiles percentiles(std::vector<float> values) {
  if (values.empty()) return {};
  std::sort(values.begin(), values.end());
  const auto at = [&](double share) {
    const auto index = static_cast<std::size_t>(share * static_cast<double>(values.size()));
    return static_cast<double>(values[std::min(index, values.size() - 1)]);
  };
  return {at(0.50), at(0.90), at(0.99), static_cast<double>(values.back())};
}

ProcessMemory process_memory() {
  ProcessMemory memory;
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    double* to = line.starts_with("VmRSS:")   ? &memory.rss_mb
                 : line.starts_with("VmHWM:") ? &memory.most_rss_mb
                                              : nullptr;
    if (to) *to = std::stod(line.substr(line.find(':') + 1)) / 1024.0;
  }
  return memory;
}

}  // namespace letopis::bench
