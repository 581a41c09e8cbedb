#include "intake/roster_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "intake/csv.h"
#include "intake/roster_columns.h"
#include "intake/words.h"

namespace letopis::intake {
namespace {

constexpr std::string_view kManifest = "manifest.csv";

std::string file_name(std::string_view name) { return std::string(name) + ".csv"; }

Fault fault_of_file(std::string_view name, std::string code, Sentence says) {
  return {std::move(code), {file_name(name), {}, {}, {}}, {}, std::move(says)};
}

// What the manifest says of each file ("bulk", "absent"), and of the version.
class Manifest {
 public:
  void read(std::string_view csv, Faults& faults) {
    const std::string file(kManifest);
    const auto table = read_csv(csv);
    if (!table) return faults.add_all_of(file, table.faults());
    const auto columns = Columns::find(table->heading,
                                       {{"name", "propertyName", {}, Presence::kRequired},
                                        {"value", "value", {}, Presence::kRequired}},
                                       file);
    if (!columns) return faults.add_all_of(file, columns.faults());
    for (const Row& row : table->rows) {
      const std::string name(columns->text(row, "name").value_or(""));
      const std::string value(columns->text(row, "value").value_or(""));
      said_[name] = value;
      const bool of_file = name.starts_with("file.");
      if (name == "oneroster.version" && value != "1.2") {
        faults.add(columns->fault(row, "value", "one_roster.manifest",
                                  {"читается только OneRoster 1.2", "only OneRoster 1.2 is read"}));
      } else if (of_file && value != "bulk" && value != "absent") {
        faults.add(columns->fault(row, "value", "one_roster.manifest",
                                  {"файлы берутся только целиком (bulk), без изменений (delta)",
                                   "only whole files (bulk) are taken, no changes (delta)"}));
      }
    }
    if (!said_.contains("oneroster.version")) {
      faults.add(fault_of_file("manifest", "one_roster.manifest",
                               {"не сказана версия OneRoster (oneroster.version)",
                                "the version of OneRoster (oneroster.version) is not said"}));
    }
  }

  bool announces(std::string_view name) const {
    const auto found = said_.find(fmt::format("file.{}", name));
    return found != said_.end() && found->second != "absent";
  }

 private:
  std::map<std::string, std::string, std::less<>> said_;
};

bool is_known(std::string_view file) {
  const auto& shapes = roster_shapes();
  return file == kManifest || std::any_of(shapes.begin(), shapes.end(), [&](const auto& shape) {
           return file_name(shape.name) == file;
         });
}

}  // namespace

std::vector<std::string> RosterFile::list(const Row& line, std::string_view key) const {
  return parts_of(text(line, key), ",");
}

const RosterFile& RosterFiles::file(std::string_view name) const {
  static const RosterFile none{};
  const auto found = files_.find(name);
  return found == files_.end() ? none : found->second;
}

void RosterFiles::open(const std::map<std::string, std::string_view>& files, Faults& faults,
                       std::vector<Fault>& remarks) {
  if (files.size() > kMaxRosterFiles || !files.contains(std::string(kManifest))) {
    faults.add(fault_of_file("manifest", "one_roster.manifest",
                             {"в наборе нет manifest.csv или слишком много файлов",
                              "the set has no manifest.csv, or too many files"}));
    return;
  }
  Manifest manifest;
  manifest.read(files.at(std::string(kManifest)), faults);
  for (const RosterFileShape& shape : roster_shapes()) {
    const auto found = files.find(file_name(shape.name));
    const bool announced = manifest.announces(shape.name);
    const bool there = found != files.end();
    if (there && announced) {
      open_file(std::string(shape.name), found->second, faults);
    } else if (there != announced) {
      faults.add(fault_of_file(shape.name, "one_roster.file",
                               {there ? "файл есть, но manifest.csv его не называет"
                                      : "manifest.csv называет файл, но его нет",
                                there ? "the file is there, but manifest.csv does not name it"
                                      : "manifest.csv names the file, but it is not there"}));
    } else if (shape.presence == Presence::kRequired) {
      faults.add(fault_of_file(shape.name, "one_roster.file",
                               {"файла нет, а он нужен", "the file is missing, and is needed"}));
    }
  }
  for (const auto& [name, text] : files) {
    if (is_known(name)) continue;
    remarks.push_back({"one_roster.unread",
                       {excerpt(name), {}, {}, {}},
                       {},
                       {"журналу этот файл не нужен", "the journal has no use for this file"}});
  }
}

void RosterFiles::open_file(const std::string& name, std::string_view csv, Faults& faults) {
  const auto shape = std::find_if(roster_shapes().begin(), roster_shapes().end(),
                                  [&](const auto& one) { return one.name == name; });
  auto table = read_csv(csv);
  if (!table) return faults.add_all_of(file_name(name), table.faults());
  std::vector<KnownColumn> known;
  for (const RosterColumn& column : shape->columns) {
    known.push_back({std::string(key_of(column)), std::string(column.name), {}, column.presence});
  }
  auto columns = Columns::find(table->heading, known, file_name(name));
  if (!columns) return faults.add_all_of(file_name(name), columns.faults());
  RosterFile& file = files_[name];
  file.table = *std::move(table);
  file.columns = *std::move(columns);
}

void RosterFiles::check_lines(Faults& faults, std::vector<RosterWithdrawal>& withdrawals) {
  for (const RosterFileShape& shape : roster_shapes()) {
    if (files_.contains(shape.name)) index_lines(std::string(shape.name), faults, withdrawals);
  }
  check_references(faults);
}

void RosterFiles::index_lines(const std::string& name, Faults& faults,
                              std::vector<RosterWithdrawal>& withdrawals) {
  const auto shape = std::find_if(roster_shapes().begin(), roster_shapes().end(),
                                  [&](const auto& one) { return one.name == name; });
  RosterFile& file = files_.find(name)->second;
  std::set<std::string, std::less<>> ids;
  for (const Row& line : file.table.rows) {
    for (const RosterColumn& column : shape->columns) {
      const auto written = file.columns.text(line, key_of(column));
      if (!written && column.presence == Presence::kRequired) {
        faults.add(
            file.columns.fault(line, key_of(column), "one_roster.missing",
                               {"нет обязательного значения", "a required value is missing"}));
      } else if (written && !column.words.empty() && !is_among(*written, column.words)) {
        faults.add(file.columns.fault(line, key_of(column), "one_roster.value",
                                      {fmt::format("бывает только: {}", column.words),
                                       fmt::format("only: {}", column.words)}));
      }
    }
    const std::string id(file.text(line, "sourcedId"));
    if (!id.empty() && !ids.insert(id).second) {
      faults.add(
          file.columns.fault(line, "sourcedId", "one_roster.twice",
                             {"такой sourcedId уже был", "this sourcedId was there already"}));
    }
    if (file.text(line, "status") == "tobedeleted") {
      withdrawals.push_back({file.columns.place(line, "sourcedId"), id});
      continue;
    }
    file.lines.push_back(&line);
    file.by_id.emplace(id, &line);
  }
}

void RosterFiles::check_references(Faults& faults) const {
  for (const RosterFileShape& shape : roster_shapes()) {
    const RosterFile& from = file(shape.name);
    for (const Row* line : from.lines) {
      for (const RosterColumn& column : shape.columns) {
        if (column.refers_to.empty()) continue;
        const RosterFile& to = file(column.refers_to);
        for (const std::string& id : from.list(*line, key_of(column))) {
          if (to.by_id.contains(id)) continue;
          faults.add(
              from.columns.fault(*line, key_of(column), "one_roster.reference",
                                 {fmt::format("в {}.csv нет такой строки или её велено убрать: {}",
                                              column.refers_to, excerpt(id)),
                                  fmt::format("{}.csv has no such line, or it is to be removed: {}",
                                              column.refers_to, excerpt(id))}));
        }
      }
    }
  }
}

}  // namespace letopis::intake
