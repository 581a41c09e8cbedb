#include "certifying/document_sealing.h"

#include "archive/layout.h"
#include "archivist/archive_files.h"
#include "office/clocks.h"
#include "office/own_program.h"
#include "office/school_files.h"
#include "regulations/civil_day.h"
#include "terminal/text.h"

namespace letopis::certifying {

using namespace archivist;
using namespace office;

namespace {

Result<archive::DocumentPlan> plan_of(const ArchiveDesk& desk, const ChosenMedia& media,
                                      const DocumentOrder& order) {
  const auto log = desk.snapshot();
  const auto first = log->event({0});
  if (!first) return first.refusal();
  const auto before = desk.volumes(events::VolumeKind::kDocument);
  archive::DocumentPlan plan;
  plan.origin = desk.profile().origin;
  plan.years = order.years;
  plan.day = terminal::day_text(terminal::Language::kEnglish, today());
  plan.program = program_version();
  plan.log = first->event.log;
  plan.volume = desk.next_volume();
  if (!before.empty()) plan.previous = {before.back().name, before.back().tag_manifest};
  if (order.keep_until) plan.keep_until = regulations::iso(*order.keep_until);
  plan.trial_log = desk.profile().trial.has_value();
  plan.trial_media = media.trial;
  plan.checkpoint = order.checkpoint;
  plan.expected = order.expected;
  plan.registers = order.registers;
  plan.certificates = order.certificates;
  plan.media = media.paths;
  return plan;
}

events::VolumeSealed fact_of(const archive::DocumentPlan& plan, const ChosenMedia& media,
                             const DocumentOrder& order, const archive::SealedVolume& sealed) {
  return {plan.volume,
          events::VolumeKind::kDocument,
          sealed.name,
          sealed.first,
          sealed.end,
          sealed.root,
          sealed.tag_manifest,
          plan.previous ? std::optional(plan.previous->tag_manifest) : std::nullopt,
          media.numbers[0],
          media.numbers[1],
          sealed.signatures,
          media.trial,
          order.keep_until};
}

}  // namespace

Result<archive::SealedVolume> seal_documents(ArchiveDesk& desk, const ChosenMedia& media,
                                             const DocumentOrder& order,
                                             const archive::DocumentSource& documents,
                                             const archive::Progress& progress) {
  const auto plan = plan_of(desk, media, order);
  if (!plan) return plan.refusal();
  const auto key = read_log_key(desk.path());
  if (!key) return key.refusal();
  desk.note_begun(
      archive::volume_name(plan->origin, plan->years, plan->volume, events::VolumeKind::kDocument));
  // Its checkpoint is not kept as one that was seen: until the next log volume no medium's log
  // reaches it, and would be called an older copy.
  auto sealed = archive::seal_documents(*plan, documents, *key, progress);
  if (!sealed) return sealed;
  const auto accepted = desk.state({fact_of(*plan, media, order, *sealed)});
  if (!accepted) {
    archive::withdraw(media.paths, sealed->name);
    return accepted.refusal();
  }
  return sealed;
}

}  // namespace letopis::certifying
