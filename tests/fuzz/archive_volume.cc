// A small sealed medium with one file spoiled: no input crashes the check, and none passes it. Half
// of the inputs list the files anew, a quarter sign them too, with the log's key: then what lies
// behind manifests and signature has to hold on its own, and no more is promised than that it ends.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "archive/medium_check.h"
#include "archive/volume_forger.h"
#include "fuzz/spoiling.h"

using namespace letopis;           // NOLINT(google-build-using-namespace)
using namespace letopis::archive;  // NOLINT(google-build-using-namespace)

namespace {

constexpr std::uint64_t kEntries = 30;  // as few as a school begins with

namespace fs = std::filesystem;

std::vector<fs::path> files_of(const fs::path& volume) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(volume)) {
    if (entry.is_regular_file()) files.push_back(entry.path().lexically_relative(volume));
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const SealedSchool school(kEntries);
  if (size < 3) return 0;
  const auto& sealed = school.volumes()[1 + data[0] % 2];
  static const std::vector<fs::path> files[] = {
      files_of(school.medium(0) / school.volumes()[1].name),
      files_of(school.medium(0) / school.volumes()[2].name)};
  const auto& own = files[data[0] % 2];
  const auto& file = own[data[1] % own.size()];
  const MediumCopy medium(school.medium(0));
  const VolumeForger volume(medium, sealed.name);
  const auto before = volume.read(file.native());
  const bool whole = data[2] % 8 >= 4, listed = data[2] % 4 >= 2, signed_anew = data[2] % 4 == 3;
  const auto after = whole ? std::string(reinterpret_cast<const char*>(data + 3), size - 3)
                           : fuzz::spoiled(before, data + 3, size - 3);
  if (after == before) return 0;
  volume.put(file.native(), after);
  if (listed) volume.list_anew();
  if (signed_anew) volume.sign_anew(school.log().origin(), school.log().log_key());
  CheckSettings settings;
  settings.trust = &school.trust();
  const auto verdict = check_medium(medium.path() / sealed.name, settings, {});
  INVARIANT(verdict);
  // Listed anew, a file of the frame is what it was: then nothing changed.
  const bool same = volume.read(file.native()) == before;
  INVARIANT(signed_anew || same || verifier::exit_of(*verdict) != terminal::Exit::kGood);
  return 0;
}
