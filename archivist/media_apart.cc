#include "archivist/media_apart.h"

#include <fmt/format.h>

#include "archive/stand_apart.h"

namespace letopis::archivist {
namespace {

namespace fs = std::filesystem;

archive::Kept medium_at(const fs::path& path, const archive::Whereabouts& where) {
  return {where,
          {fmt::format("носитель {}", path.string()), fmt::format("the medium {}", path.string())},
          false};
}

archive::Kept server_at(const fs::path& path, const archive::Whereabouts& where) {
  return {where,
          {fmt::format("папка сервера {}", path.string()),
           fmt::format("the server's directory {}", path.string())},
          true};
}

// Every pair that must stand apart.
Outcome all_apart(const std::array<fs::path, 2>& media, const fs::path& data) {
  const auto server = archive::whereabouts_of(data);
  if (!server) return server.refusal();
  std::array<archive::Kept, 2> kept;
  for (std::size_t i = 0; i < media.size(); ++i) {
    const auto where = archive::whereabouts_of(media[i]);
    if (!where) return where.refusal();
    kept[i] = medium_at(media[i], *where);
    if (auto apart = archive::stand_apart(kept[i], server_at(data, *server)); !apart) return apart;
  }
  return archive::stand_apart(kept[0], kept[1]);
}

Refusal with_trial(Refusal refusal) {
  refusal.allowed.ru += refusal.allowed.ru.empty() ? "" : " ";
  refusal.allowed.ru += "Для пробы это разрешает --trial; каждая квитанция об этом скажет.";
  refusal.allowed.en += refusal.allowed.en.empty() ? "" : " ";
  refusal.allowed.en += "For a trial --trial allows it; every receipt will say so.";
  return refusal;
}

}  // namespace

Result<archive::Whereabouts> place_of(const fs::path& medium, const fs::path& data, bool trial) {
  const auto where = archive::whereabouts_of(medium);
  if (!where) return trial ? Result<archive::Whereabouts>(archive::Whereabouts{}) : where.refusal();
  const auto server = archive::whereabouts_of(data);
  if (!server) return trial ? where : server.refusal();
  const auto apart = archive::stand_apart(medium_at(medium, *where), server_at(data, *server));
  if (!apart && !trial) return with_trial(apart.refusal());
  return where;
}

Result<bool> stand_apart(const std::array<fs::path, 2>& media, const fs::path& data, bool trial) {
  const auto apart = all_apart(media, data);
  if (apart) return true;
  if (trial) return false;
  return with_trial(apart.refusal());
}

}  // namespace letopis::archivist
