// Manifests of a bag: lines of sha256sum, sorted by path.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "outcome/result.h"
#include "signing/digest.h"

namespace letopis::archive {

inline constexpr std::size_t kMaxManifestBytes = 256u << 20;
inline constexpr std::size_t kMaxPathBytes = 200;

using Manifest = std::map<std::string, signing::Digest, std::less<>>;  // path with '/' -> SHA-256

std::string print_manifest(const Manifest& manifest);

// Reads exactly what print_manifest writes; refuses all else ("manifest.malformed", naming the
// line), and a path that could lead out of the volume or is not ASCII ("manifest.path"), and two
// paths that are equal when case is ignored ("manifest.same_name").
Result<Manifest> parse_manifest(std::string_view text);

// True iff such a path may stand in a volume: folders and a name of ASCII letters, digits and
// "-_.", none of them "." or "..".
bool is_volume_path(std::string_view path);

}  // namespace letopis::archive
