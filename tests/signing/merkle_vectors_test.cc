// The public vectors of inclusion and consistency proofs: all of them give what they want.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <vector>

#include "signing/encoding.h"
#include "signing/merkle.h"

namespace letopis::signing {
namespace {

namespace json = boost::json;

const std::filesystem::path kVectors = LETOPIS_SHARED_DIR "/vectors/merkle";

json::object vector_in(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return json::parse((std::ostringstream() << stream.rdbuf()).str()).as_object();
}

std::vector<std::filesystem::path> files_under(const char* folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kVectors / folder)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  return files;
}

std::optional<Digest> digest_of(const json::value& text) {
  const auto bytes = from_base64(std::string_view(text.as_string()));
  if (!bytes) return std::nullopt;
  const auto digest = digest_from(*bytes);
  return digest ? std::optional(*digest) : std::nullopt;
}

// Some roots of the consistency vectors are only words ("don't care"), too short for a hash; where
// they are compared at all, it is with themselves, so they are made longer.
std::optional<Digest> padded_root(const json::value& text) {
  const auto bytes = from_base64(std::string_view(text.as_string()));
  if (!bytes || bytes->size() > kDigestBytes) return std::nullopt;
  Digest digest;
  std::copy(bytes->begin(), bytes->end(), digest.bytes.begin());
  return digest;
}

std::optional<std::vector<Digest>> proof_of(const json::value& hashes) {
  std::vector<Digest> proof;
  if (hashes.is_null()) return proof;
  for (const json::value& hash : hashes.as_array()) {
    const auto digest = digest_of(hash);
    if (!digest) return std::nullopt;
    proof.push_back(*digest);
  }
  return proof;
}

bool is_included(const json::object& vector) {
  const auto leaf = digest_of(vector.at("leafHash"));
  const auto root = digest_of(vector.at("root"));
  const auto proof = proof_of(vector.at("proof"));
  if (!leaf || !root || !proof) return false;
  const auto index = vector.at("leafIdx").to_number<std::uint64_t>();
  const auto size = vector.at("treeSize").to_number<std::uint64_t>();
  return verify_inclusion({index, size, *leaf, *root}, *proof).has_value();
}

bool is_consistent(const json::object& vector) {
  const auto old_root = padded_root(vector.at("root1"));
  const auto new_root = padded_root(vector.at("root2"));
  const auto proof = proof_of(vector.at("proof"));
  if (!old_root || !new_root || !proof) return false;
  const auto old_size = vector.at("size1").to_number<std::uint64_t>();
  const auto new_size = vector.at("size2").to_number<std::uint64_t>();
  return verify_consistency({old_size, new_size, *old_root, *new_root}, *proof).has_value();
}

std::size_t walk(const char* folder, bool (*holds)(const json::object&)) {
  const auto files = files_under(folder);
  for (const auto& file : files) {
    const json::object vector = vector_in(file);
    EXPECT_EQ(holds(vector), !vector.at("wantErr").as_bool()) << file;
  }
  return files.size();
}

TEST(MerkleVectors, All196GiveWhatTheyWant) {
  RecordProperty("requirement", "ARC-02");
  if (!std::filesystem::exists(kVectors)) {
    GTEST_SKIP() << "the public vectors are not beside the repository: " << kVectors;
  }
  EXPECT_EQ(walk("inclusion", is_included) + walk("consistency", is_consistent), 196U);
}

}  // namespace
}  // namespace letopis::signing
