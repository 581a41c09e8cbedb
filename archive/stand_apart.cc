#include "archive/stand_apart.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <set>

namespace letopis::archive {
namespace {

std::set<std::string> shared_disks(const Kept& one, const Kept& other) {
  std::set<std::string> shared;
  std::ranges::set_intersection(one.where.disks, other.where.disks,
                                std::inserter(shared, shared.end()));
  return shared;
}

Refusal in_memory(const Kept& medium) {
  return {"media.memory",
          {fmt::format("{} лежит в памяти, которую сотрёт первое же отключение питания",
                       medium.name.ru),
           fmt::format("{} lies in memory, which the next power cut wipes", medium.name.en)},
          {},
          {"Возьмите настоящий диск.", "Take a real disk."}};
}

Refusal on_servers_disk(const Kept& medium, const Kept& server, const std::string& disks) {
  return {"media.servers_disk",
          {fmt::format("{} лежит на том же диске ({}), что и {}: с диском погибнут оба",
                       medium.name.ru, disks, server.name.ru),
           fmt::format("{} lies on the same disk ({}) as {}: both would be lost with it",
                       medium.name.en, disks, server.name.en)},
          {},
          {"Возьмите для носителя отдельный физический диск.",
           "Take a physical disk of its own for the medium."}};
}

Refusal on_one_disk(const Kept& one, const Kept& other, const std::string& disks) {
  return {"media.same_disk",
          {fmt::format("{} и {} лежат на одном диске ({}): с ним погибнут оба", one.name.ru,
                       other.name.ru, disks),
           fmt::format("{} and {} lie on one disk ({}): both would be lost with it", one.name.en,
                       other.name.en, disks)},
          {},
          {"Возьмите два разных физических диска.", "Take two different physical disks."}};
}

}  // namespace

Outcome stand_apart(const Kept& one, const Kept& other) {
  for (const Kept* kept : {&one, &other}) {
    if (kept->where.memory && !kept->servers_own) return in_memory(*kept);
  }
  const auto shared = shared_disks(one, other);
  if (shared.empty() || (one.servers_own && other.servers_own)) return Done{};
  const auto disks = fmt::format("{}", fmt::join(shared, ", "));
  if (one.servers_own) return on_servers_disk(other, one, disks);
  if (other.servers_own) return on_servers_disk(one, other, disks);
  return on_one_disk(one, other, disks);
}

}  // namespace letopis::archive
