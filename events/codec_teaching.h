// The two directions of each fact and each value inside it, one pair of functions a struct.
// `decode` answers false where bytes cannot be this fact: a word out of its list, a digest of
// another length, a text that is not UTF-8 or too long.
#pragma once

#include "events/facts_teaching.capnp.h"
#include "events/facts_teaching.h"

namespace letopis::events {

void encode(const CurriculumApproved& fact, wire::CurriculumApproved::Builder to);
bool decode(wire::CurriculumApproved::Reader from, CurriculumApproved& fact);
void encode(const LoadAssigned& fact, wire::LoadAssigned::Builder to);
bool decode(wire::LoadAssigned::Reader from, LoadAssigned& fact);
void encode(const LoadEnded& fact, wire::LoadEnded::Builder to);
bool decode(wire::LoadEnded::Reader from, LoadEnded& fact);
void encode(const LoadsApproved& fact, wire::LoadsApproved::Builder to);
bool decode(wire::LoadsApproved::Reader from, LoadsApproved& fact);
void encode(const PlanAdopted& fact, wire::PlanAdopted::Builder to);
bool decode(wire::PlanAdopted::Reader from, PlanAdopted& fact);
void encode(const TimetableEntered& fact, wire::TimetableEntered::Builder to);
bool decode(wire::TimetableEntered::Reader from, TimetableEntered& fact);
void encode(const TimetableApproved& fact, wire::TimetableApproved::Builder to);
bool decode(wire::TimetableApproved::Reader from, TimetableApproved& fact);
void encode(const TimetableChanged& fact, wire::TimetableChanged::Builder to);
bool decode(wire::TimetableChanged::Reader from, TimetableChanged& fact);
void encode(const SubstitutionOrdered& fact, wire::SubstitutionOrdered::Builder to);
bool decode(wire::SubstitutionOrdered::Reader from, SubstitutionOrdered& fact);
void encode(const SubstitutionSigned& fact, wire::SubstitutionSigned::Builder to);
bool decode(wire::SubstitutionSigned::Reader from, SubstitutionSigned& fact);
void encode(const DocumentRecorded& fact, wire::DocumentRecorded::Builder to);
bool decode(wire::DocumentRecorded::Reader from, DocumentRecorded& fact);
void encode(const SectionFilled& fact, wire::SectionFilled::Builder to);
bool decode(wire::SectionFilled::Reader from, SectionFilled& fact);
void encode(const PointListed& fact, wire::PointListed::Builder to);
bool decode(wire::PointListed::Reader from, PointListed& fact);
void encode(const PointWithdrawn& fact, wire::PointWithdrawn::Builder to);
bool decode(wire::PointWithdrawn::Reader from, PointWithdrawn& fact);
void encode(const OutageDeclared& fact, wire::OutageDeclared::Builder to);
bool decode(wire::OutageDeclared::Reader from, OutageDeclared& fact);
void encode(const ClockConfirmed& fact, wire::ClockConfirmed::Builder to);
bool decode(wire::ClockConfirmed::Reader from, ClockConfirmed& fact);

}  // namespace letopis::events
