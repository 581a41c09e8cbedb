#include "ledger/volume.h"

#include "ledger/tiny_views.h"

namespace letopis::ledger {

Volume::Volume(const TinySchool& school) {
  const Snapshot log(std::make_shared<const Store>(school.directory() / "store", school.resources,
                                                   OpenMode::kReadOnly));
  for (std::uint64_t at = 0; at < log.size(); ++at) entries.push_back(*log.entry({at}));
  root = log.root();
}

EntrySource Volume::source() const {
  return [this, next = std::size_t{0}]() mutable -> Result<std::string> {
    if (next < entries.size()) return entries[next++];
    return Refusal{"volume.end", {"записей больше нет", "there are no more entries"}};
  };
}

Rows rows_of(const std::filesystem::path& directory, const Resources& resources, Family family) {
  const Store store(directory / "store", resources, OpenMode::kReadOnly);
  Rows found;
  const auto rows = store.rows(family);
  for (rows->SeekToFirst(); rows->Valid(); rows->Next()) {
    found.emplace(view_of(rows->key()), view_of(rows->value()));
  }
  require(rows->status());
  return found;
}

Result<Restored> restore(TinySchool& school, const Volume& volume, const EntrySource& source) {
  return restore_log(
      {school.directory(), volume.entries.size(), volume.root, school.settings.origin}, source,
      school.log_key(), tiny_views(), school.resources, {});
}

}  // namespace letopis::ledger
