#include "certifying/year_package.h"

#include <fmt/format.h>

#include "archive/durable_files.h"
#include "archivist/archive_desk.h"
#include "archivist/archive_files.h"
#include "certifying/year_standing.h"
#include "office/clocks.h"
#include "office/own_program.h"
#include "office/receipt_file.h"
#include "projections/archive_register.h"

namespace letopis::certifying {

using namespace archivist;
using namespace cosigning;
using namespace office;

namespace {

namespace fs = std::filesystem;
using projections::Filed;

Refusal volume_absent(const std::string& name) {
  return {"submission.volume_absent",
          {fmt::format("тома {} нет ни на одном из носителей", name),
           fmt::format("the volume {} is on none of the media", name)}};
}

Result<archive::SubmittedVolume> submitted(const PackageOrder& order, const SchoolReader& school,
                                           const Cosigning& cosigning,
                                           const Filed<events::VolumeSealed>& volume) {
  const auto under = best_for(cosigning, volume.stamp.position);
  if (!under) return under.refusal();
  auto receipt =
      make_receipt(school.log(), under->note, under->checkpoint.size, volume.stamp.position);
  if (!receipt) return receipt.refusal();
  for (const auto& medium : order.media) {
    const fs::path folder = medium / volume.fact.name;
    if (!fs::is_directory(folder)) continue;
    return archive::SubmittedVolume{folder, volume.fact.tag_manifest, std::move(receipt->entry),
                                    std::move(receipt->receipt)};
  }
  return volume_absent(volume.fact.name);
}

Result<archive::SubmissionPlan> plan_of(const PackageOrder& order, const SchoolReader& school) {
  const auto cosigning = Cosigning::open(school, order.policy);
  if (!cosigning) return cosigning.refusal();
  const auto first = school.log().event({0});
  if (!first) return first.refusal();
  archive::SubmissionPlan plan;
  auto& info = plan.info;
  info.origin = school.profile().origin;
  info.years = years_text(order.year);
  info.number =
      static_cast<std::uint32_t>(submissions_of(school.directory(), order.year.year).size() + 1);
  info.name = archive::submission_name(info.origin, info.years, info.number);
  info.day = terminal::day_text(terminal::Language::kEnglish, today());
  info.program = program_version();
  info.log = first->event.log;
  info.receiver = order.receiver;
  info.end = {order.state.checkpoint.size};
  info.root = order.state.checkpoint.root;
  info.trial_log = school.profile().trial.has_value();
  plan.checkpoint = order.state.note;
  plan.certificates = order.certificates;
  plan.out = order.out;
  for (const auto& volume :
       volumes_of_state(school.directory(), order.year, order.state.checkpoint.size)) {
    auto one = submitted(order, school, *cosigning, volume);
    if (!one) return one.refusal();
    plan.volumes.push_back(std::move(*one));
  }
  return plan;
}

// What the log tells of already was cut off before it had its name, or is done.
Result<archive::MadeSubmission> finish(const PackageOrder& order,
                                       const events::SubmissionMade& stated) {
  archive::MadeSubmission made;
  made.place = order.out / stated.name;
  made.tag_manifest = stated.tag_manifest;
  if (fs::is_directory(made.place)) return made;
  const auto aside = archive::left_aside(order.out, stated.name, stated.tag_manifest);
  if (aside) {
    archive::name_submission(*aside);
    return *aside;
  }
  return Refusal{
      "submission.lost",
      {fmt::format("комплект {} собран, но в {} его нет", stated.name, order.out.string()),
       fmt::format("the submission {} was made, and is not in {}", stated.name,
                   order.out.string())},
      {},
      {"Назовите папку, куда он собран (--out), или соберите новый: --again",
       "Name the folder where it was made (--out), or make another: --again"}};
}

}  // namespace

std::vector<events::SubmissionMade> submissions_of(const projections::Directory& directory,
                                                   events::YearNumber year) {
  std::vector<events::SubmissionMade> made;
  for (auto& one : projections::valid_on<events::SubmissionMade>(
           directory, projections::Shelf::kYearSubmissions, {year.value})) {
    made.push_back(std::move(one.fact));
  }
  return made;
}

std::vector<Filed<events::VolumeSealed>> volumes_of_state(const projections::Directory& directory,
                                                          const events::YearOpened& year,
                                                          std::uint64_t size) {
  std::vector<Filed<events::VolumeSealed>> found;
  const std::string mark = fmt::format("_{}_doc_v", years_text(year));
  for (auto& one : registered_volumes(directory)) {
    const auto& fact = one.sealed.fact;
    if (fact.kind == events::VolumeKind::kDocument && fact.end.value == size &&
        fact.name.find(mark) != std::string::npos && one.is_anywhere()) {
      found.push_back(std::move(one.sealed));
    }
  }
  return found;
}

Result<archive::MadeSubmission> pack_year(const PackageOrder& order) {
  archive::SubmissionPlan plan;
  {
    const auto school = SchoolReader::open(order.data, terminal::Language::kRussian);
    if (!school) return school.refusal();
    for (const auto& stated : submissions_of((*school)->directory(), order.year.year)) {
      if (stated.log_size.value == order.state.checkpoint.size) return finish(order, stated);
    }
    auto made = plan_of(order, **school);
    if (!made) return made.refusal();
    plan = std::move(*made);
  }
  const auto key = read_log_key(order.data);
  if (!key) return key.refusal();
  fs::create_directories(order.out);
  auto package = archive::make_submission(plan, *key, {});
  if (!package) return package;
  const auto desk = ArchiveDesk::open(order.data);
  if (!desk) return desk.refusal();
  const auto accepted = (*desk)->state({events::SubmissionMade{
      order.year.year, plan.info.name, order.receiver, plan.info.end, package->tag_manifest}});
  if (!accepted) return accepted.refusal();
  archive::name_submission(*package);
  return package;
}

}  // namespace letopis::certifying
