#include "ledger/damage.h"

#include "ledger/tiny_views.h"

namespace letopis::ledger {

namespace fs = std::filesystem;

Original::Original() {
  school.found();
  fill();
  school.close();
  {
    const Store store(school.directory() / "store", school.resources, OpenMode::kExisting);
    for (std::size_t i = 0; i < kFamilies; ++i) {
      require(store.db().Flush({}, store.family(static_cast<Family>(i))));
    }
  }
  older = files_below(school.directory());
  if (!school.open()) throw std::runtime_error("the school does not open");
  append({&school.colleague, {mark(3, 2)}});
  append({&school.director, {events::KeyEnded{{3}, school.colleague.key.key_id(), {}}}});
  school.close();
}

void Original::append(const Wish& wish) {
  if (auto taken = school.append(wish); !taken) throw std::runtime_error(taken.refusal().code);
  school.clock.pass(1'000);
}

void Original::fill() {
  append({&school.director, {changed(kept)}, {kept}});                             // 4
  append({&school.director, {changed(gone)}, {gone}});                             // 5
  append({&school.director, {erased(11), mark(1, 10, events::MarkValue::kTwo)}});  // 6, 7
  std::vector<events::Fact> column;
  for (std::uint32_t i = 0; i < 260; ++i) column.push_back(mark(2, i + 1));
  append({&school.teacher, column});  // 8 to 267
}

const Original& original() {
  static const Original one;
  return one;
}

void Damaged::put_back(const std::map<std::string, std::string>& files) {
  fs::remove_all(directory_.path() / "store");
  for (const auto& [name, bytes] : files) {
    fs::create_directories((directory_.path() / name).parent_path());
    write_bytes(directory_.path() / name, bytes);
  }
}

std::string Damaged::get(Family family, const std::string& key) const {
  const Store store(directory_.path() / "store", original().school.resources, OpenMode::kReadOnly);
  const auto value = store.get(family, key);
  INVARIANT(value.has_value());
  return *value;
}

void Damaged::change(const std::function<void(const Store&)>& with) {
  const Store store(directory_.path() / "store", original().school.resources, OpenMode::kExisting);
  with(store);
}

void Damaged::put(Family family, const std::string& key, std::string_view value) {
  change([&](const Store& store) {
    require(store.db().Put({}, store.family(family), slice(key), slice(value)));
  });
}

void Damaged::remove(Family family, const std::string& key) {
  change([&](const Store& store) {
    require(store.db().Delete({}, store.family(family), slice(key)));
  });
}

void Damaged::swap(Family family, const std::string& left, const std::string& right) {
  const auto one = get(family, left), other = get(family, right);
  put(family, left, other);
  put(family, right, one);
}

void Damaged::flip(Family family, const std::string& key, std::size_t at) {
  auto value = get(family, key);
  value[at] = static_cast<char>(value[at] ^ 1);
  put(family, key, value);
}

void Damaged::flip(const std::string& file, std::size_t at) {
  auto bytes = read_bytes(directory_.path() / file);
  bytes[at] = static_cast<char>(bytes[at] ^ 1);
  write_bytes(directory_.path() / file, bytes);
}

Verdict Damaged::verify() const {
  return verify_store(
      {directory_.path(), TinySchool::kOrigin, original().school.log_key().public_key()},
      tiny_views(), original().school.resources, {});
}

std::string told(const Verdict& verdict) {
  std::string all;
  for (const auto& one : verdict.findings) {
    all += one.where + " " + one.what.code +
           (one.position ? " @" + std::to_string(one.position->value) : "") + ": " +
           one.what.says.en + "\n";
  }
  return all;
}

}  // namespace letopis::ledger
