#include "witness/grown_log.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "signing/merkle.h"
#include "witness/add_checkpoint.h"

namespace letopis::witness {

GrownLog::GrownLog(std::string origin, std::string history, std::uint64_t parted)
    : origin_(std::move(origin)),
      history_(std::move(history)),
      parted_(parted),
      key_(signing::Secret32::derive(bytes_of(origin_), "log")) {}

signing::VerifierKey GrownLog::verifier_key() const {
  return signing::log_verifier_key(origin_, key_.public_key());
}

signing::Digest GrownLog::leaf(std::uint64_t index) const {
  const std::string entry = (index < parted_ ? "common " : history_ + " ") + std::to_string(index);
  return signing::leaf_hash(bytes_of(entry));
}

signing::RowReader GrownLog::hashes() const {
  return [this](unsigned level, std::uint64_t first, std::size_t count) {
    std::vector<signing::Digest> row;
    const std::uint64_t width = std::uint64_t{1} << (8 * level);
    for (std::uint64_t item = first; item < first + count; ++item) {
      signing::MerkleFrontier edge;
      for (std::uint64_t at = item * width; at < (item + 1) * width; ++at) edge.append(leaf(at));
      row.push_back(edge.root());
    }
    return row;
  };
}

signing::Checkpoint GrownLog::checkpoint(std::uint64_t size) const {
  return {origin_, size, signing::root_at(size, hashes())};
}

std::string GrownLog::note(std::uint64_t size) const {
  return signing::sign_checkpoint(checkpoint(size), key_);
}

std::string GrownLog::request(std::uint64_t old_size, std::uint64_t size) const {
  const auto proof = signing::consistency_proof(old_size, size, hashes());
  INVARIANT(proof.has_value());
  return print_add_checkpoint({old_size, *proof, note(size)});
}

Folder::Folder() {
  std::string name = (std::filesystem::temp_directory_path() / "letopis-witness-XXXXXX").string();
  INVARIANT(::mkdtemp(name.data()) != nullptr);
  path_ = name;
}

Folder::~Folder() { std::filesystem::remove_all(path_); }

Witness watching(const std::filesystem::path& folder, const GrownLog& log) {
  const auto seed = signing::Secret32::derive(bytes_of("test"), "witness");
  INVARIANT(create_witness(folder, "district.example/witness", seed).has_value());
  INVARIANT(add_log(folder, log.verifier_key()).has_value());
  auto witness = Witness::open(folder);
  INVARIANT(witness.has_value());
  return *std::move(witness);
}

std::string read_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

void write_file(const std::filesystem::path& file, const std::string& contents) {
  std::ofstream out(file, std::ios::binary);
  out << contents;
}

}  // namespace letopis::witness
