// One thing that goes wrong with a medium, or is done to it, chosen by a seed.
#pragma once

#include <optional>
#include <random>
#include <string>
#include <vector>

#include "archive/sealed_school.h"

namespace letopis::archive {

// A seed chooses the same damage each time. Any thread.
class RandomDamage {
 public:
  // Damages the copy, which nobody has damaged yet.
  RandomDamage(const SealedSchool& school, const MediumCopy& medium, std::uint64_t seed);

  const std::string& what() const { return what_; }  // for who reads a failing test
  // The one file that was touched, as findings name it; empty iff it was more or less than one.
  const std::optional<std::string>& file() const { return file_; }

 private:
  using Path = std::filesystem::path;

  std::size_t below(std::size_t bound);
  Path any_file();    // relative to the medium
  Path any_volume();  // likewise
  void tell(std::string what, const Path& path);
  void touched(const Path& file);

  void flip_bit();
  void cut_short();
  void make_longer();
  void remove_file();
  void add_file();
  void add_beside_volumes();
  void rename_file();
  void change_case();
  void swap_files();
  void replace_by_link();
  void swap_volumes();
  void drop_volume();
  void put_older_volume_in_place();
  void duplicate_volume();
  void put_another_identity();
  void roll_back();
  void take_file_of_another_volume();

  const MediumCopy& medium_;
  std::mt19937_64 random_;
  std::vector<Path> files_;
  std::vector<Path> volumes_;
  std::string what_;
  std::optional<std::string> file_;
};

}  // namespace letopis::archive
