// The two directions of each fact and each value inside it, one pair of functions a struct.
// `decode` answers false where bytes cannot be this fact: a word out of its list, a digest of
// another length, a text that is not UTF-8 or too long.
#pragma once

#include "events/facts_archive.capnp.h"
#include "events/facts_archive.h"

namespace letopis::events {

void encode(const CopyPrinted& fact, wire::CopyPrinted::Builder to);
bool decode(wire::CopyPrinted::Reader from, CopyPrinted& fact);
void encode(const CopyCertified& fact, wire::CopyCertified::Builder to);
bool decode(wire::CopyCertified::Reader from, CopyCertified& fact);
void encode(const CopyRegistered& fact, wire::CopyRegistered::Builder to);
bool decode(wire::CopyRegistered::Reader from, CopyRegistered& fact);
void encode(const CopyHandedOver& fact, wire::CopyHandedOver::Builder to);
bool decode(wire::CopyHandedOver::Reader from, CopyHandedOver& fact);
void encode(const MediumRegistered& fact, wire::MediumRegistered::Builder to);
bool decode(wire::MediumRegistered::Reader from, MediumRegistered& fact);
void encode(const MediumRetired& fact, wire::MediumRetired::Builder to);
bool decode(wire::MediumRetired::Reader from, MediumRetired& fact);
void encode(const VolumeSealed& fact, wire::VolumeSealed::Builder to);
bool decode(wire::VolumeSealed::Reader from, VolumeSealed& fact);
void encode(const VolumeChecked& fact, wire::VolumeChecked::Builder to);
bool decode(wire::VolumeChecked::Reader from, VolumeChecked& fact);
void encode(const VolumeRepaired& fact, wire::VolumeRepaired::Builder to);
bool decode(wire::VolumeRepaired::Reader from, VolumeRepaired& fact);
void encode(const VolumeDestroyed& fact, wire::VolumeDestroyed::Builder to);
bool decode(wire::VolumeDestroyed::Reader from, VolumeDestroyed& fact);
void encode(const BackupMade& fact, wire::BackupMade::Builder to);
bool decode(wire::BackupMade::Reader from, BackupMade& fact);
void encode(const LogContinued& fact, wire::LogContinued::Builder to);
bool decode(wire::LogContinued::Reader from, LogContinued& fact);
void encode(const WitnessAppointed& fact, wire::WitnessAppointed::Builder to);
bool decode(wire::WitnessAppointed::Reader from, WitnessAppointed& fact);
void encode(const WitnessEnded& fact, wire::WitnessEnded::Builder to);
bool decode(wire::WitnessEnded::Reader from, WitnessEnded& fact);
void encode(const CertificateTaken& fact, wire::CertificateTaken::Builder to);
bool decode(wire::CertificateTaken::Reader from, CertificateTaken& fact);
void encode(const CertificateEnded& fact, wire::CertificateEnded::Builder to);
bool decode(wire::CertificateEnded::Reader from, CertificateEnded& fact);
void encode(const SubmissionMade& fact, wire::SubmissionMade::Builder to);
bool decode(wire::SubmissionMade::Reader from, SubmissionMade& fact);

}  // namespace letopis::events
