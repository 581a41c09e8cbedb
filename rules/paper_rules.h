// Rules of paper copies and media. PAP-01, PAP-02, PAP-03, ARC-03.
#pragma once

#include "events/facts.h"
#include "outcome/result.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

// copy.sheets (none); copy.of_what (a journal names no class and subject, a pupil's sheet no
// pupil); copy.period_open (of a journal, before the last day of its period, where the regulation
// has journals printed after a period: parameter `paper.copy.cadence`).
Outcome check(const events::CopyPrinted& fact, const Act& act, const SchoolNow& school);

// copy.certified (already), day.future.
Outcome check(const events::CopyCertified& fact, const Act& act, const SchoolNow& school);

// copy.not_certified, copy.registered (already), copy.sheets.
Outcome check(const events::CopyRegistered& fact, const Act& act, const SchoolNow& school);

// A journal or summary sheet is certified first, and registered where the regulation has it so
// (parameter `paper.stitched_registered`): copy.not_certified, copy.not_registered; day.future.
Outcome check(const events::CopyHandedOver& fact, const Act& act, const SchoolNow& school);

// text.empty.
Outcome check(const events::MediumRegistered& fact, const Act& act, const SchoolNow& school);
// medium.retired (already), day.future.
Outcome check(const events::MediumRetired& fact, const Act& act, const SchoolNow& school);
// volume.one_medium, medium.retired; as check_term of archive_rules.h; volume.one_room (where the
// regulation wants the media apart, parameter `archive.media.apart`).
Outcome check(const events::VolumeSealed& fact, const Act& act, const SchoolNow& school);

}  // namespace letopis::rules
