#include "events/codec_archive.h"

#include "events/codec_values.h"
#include "events/wire_values.h"

namespace letopis::events {

void encode(const CopyPrinted& fact, wire::CopyPrinted::Builder to) {
  to.setCopy(write(fact.copy));
  to.setKind(write<wire::CopyKind>(fact.kind));
  to.setSchoolClass(write(fact.school_class));
  to.setSubject(write(fact.subject));
  to.setPupil(write(fact.pupil));
  to.setPeriod(write(fact.period));
  to.setSheets(write(fact.sheets));
  to.setLogSize(write(fact.log_size));
  to.setSha256(write(fact.sha256));
}

bool decode(wire::CopyPrinted::Reader from, CopyPrinted& fact) {
  return read(from.getCopy(), fact.copy) && read(from.getKind(), fact.kind) &&
         read(from.getSchoolClass(), fact.school_class) && read(from.getSubject(), fact.subject) &&
         read(from.getPupil(), fact.pupil) && read(from.getPeriod(), fact.period) &&
         read(from.getSheets(), fact.sheets) && read(from.getLogSize(), fact.log_size) &&
         read(from.getSha256(), fact.sha256);
}

void encode(const CopyCertified& fact, wire::CopyCertified::Builder to) {
  to.setCopy(write(fact.copy));
  to.setDay(write(fact.day));
}

bool decode(wire::CopyCertified::Reader from, CopyCertified& fact) {
  return read(from.getCopy(), fact.copy) && read(from.getDay(), fact.day);
}

void encode(const CopyRegistered& fact, wire::CopyRegistered::Builder to) {
  to.setCopy(write(fact.copy));
  to.setRegisterNumber(write(fact.register_number));
  to.setSheets(write(fact.sheets));
  to.setPlace(write(fact.place));
}

bool decode(wire::CopyRegistered::Reader from, CopyRegistered& fact) {
  return read(from.getCopy(), fact.copy) && read(from.getRegisterNumber(), fact.register_number) &&
         read(from.getSheets(), fact.sheets) && read(from.getPlace(), fact.place);
}

void encode(const CopyHandedOver& fact, wire::CopyHandedOver::Builder to) {
  to.setCopy(write(fact.copy));
  to.setReceiver(write(fact.receiver));
  to.setPlace(write(fact.place));
  to.setDay(write(fact.day));
}

bool decode(wire::CopyHandedOver::Reader from, CopyHandedOver& fact) {
  return read(from.getCopy(), fact.copy) && read(from.getReceiver(), fact.receiver) &&
         read(from.getPlace(), fact.place) && read(from.getDay(), fact.day);
}

void encode(const MediumRegistered& fact, wire::MediumRegistered::Builder to) {
  to.setMedium(write(fact.medium));
  to.setSerial(write(fact.serial));
  to.setFileSystem(write(fact.file_system));
  to.setRoom(write(fact.room));
  to.setCustodian(write(fact.custodian));
  to.setIdentity(write(fact.identity));
}

bool decode(wire::MediumRegistered::Reader from, MediumRegistered& fact) {
  return read(from.getMedium(), fact.medium) && read(from.getSerial(), fact.serial) &&
         read(from.getFileSystem(), fact.file_system) && read(from.getRoom(), fact.room) &&
         read(from.getCustodian(), fact.custodian) && read(from.getIdentity(), fact.identity);
}

void encode(const MediumRetired& fact, wire::MediumRetired::Builder to) {
  to.setMedium(write(fact.medium));
  to.setDay(write(fact.day));
  to.setReason(write(fact.reason));
}

bool decode(wire::MediumRetired::Reader from, MediumRetired& fact) {
  return read(from.getMedium(), fact.medium) && read(from.getDay(), fact.day) &&
         read(from.getReason(), fact.reason);
}

void encode(const VolumeSealed& fact, wire::VolumeSealed::Builder to) {
  to.setVolume(write(fact.volume));
  to.setKind(write<wire::VolumeKind>(fact.kind));
  to.setName(write(fact.name));
  to.setFirst(write(fact.first));
  to.setEnd(write(fact.end));
  to.setRoot(write(fact.root));
  to.setTagManifest(write(fact.tag_manifest));
  if (fact.previous) to.setPrevious(write(*fact.previous));
  to.setFirstMedium(write(fact.first_medium));
  to.setSecondMedium(write(fact.second_medium));
  write_list(fact.signatures, to.initSignatures(size_of(fact.signatures)));
  to.setTrial(write(fact.trial));
  to.setKeepUntil(write(fact.keep_until));
}

bool decode(wire::VolumeSealed::Reader from, VolumeSealed& fact) {
  return read(from.getVolume(), fact.volume) && read(from.getKind(), fact.kind) &&
         read(from.getName(), fact.name) && read(from.getFirst(), fact.first) &&
         read(from.getEnd(), fact.end) && read(from.getRoot(), fact.root) &&
         read(from.getTagManifest(), fact.tag_manifest) &&
         (!from.hasPrevious() || read(from.getPrevious(), fact.previous.emplace())) &&
         read(from.getFirstMedium(), fact.first_medium) &&
         read(from.getSecondMedium(), fact.second_medium) &&
         read_list(from.getSignatures(), fact.signatures) && read(from.getTrial(), fact.trial) &&
         read(from.getKeepUntil(), fact.keep_until);
}

void encode(const VolumeChecked& fact, wire::VolumeChecked::Builder to) {
  to.setVolume(write(fact.volume));
  to.setMedium(write(fact.medium));
  to.setOutcome(write<wire::CheckOutcome>(fact.outcome));
  to.setTagManifest(write(fact.tag_manifest));
}

bool decode(wire::VolumeChecked::Reader from, VolumeChecked& fact) {
  return read(from.getVolume(), fact.volume) && read(from.getMedium(), fact.medium) &&
         read(from.getOutcome(), fact.outcome) && read(from.getTagManifest(), fact.tag_manifest);
}

void encode(const VolumeRepaired& fact, wire::VolumeRepaired::Builder to) {
  to.setVolume(write(fact.volume));
  to.setMedium(write(fact.medium));
  to.setSource(write(fact.source));
}

bool decode(wire::VolumeRepaired::Reader from, VolumeRepaired& fact) {
  return read(from.getVolume(), fact.volume) && read(from.getMedium(), fact.medium) &&
         read(from.getSource(), fact.source);
}

void encode(const VolumeDestroyed& fact, wire::VolumeDestroyed::Builder to) {
  to.setVolume(write(fact.volume));
  to.setMedium(write(fact.medium));
  encode(fact.act, to.initAct());
}

bool decode(wire::VolumeDestroyed::Reader from, VolumeDestroyed& fact) {
  return read(from.getVolume(), fact.volume) && read(from.getMedium(), fact.medium) &&
         decode(from.getAct(), fact.act);
}

void encode(const BackupMade& fact, wire::BackupMade::Builder to) {
  to.setKind(write<wire::BackupKind>(fact.kind));
  to.setSha256(write(fact.sha256));
  to.setPlace(write(fact.place));
}

bool decode(wire::BackupMade::Reader from, BackupMade& fact) {
  return read(from.getKind(), fact.kind) && read(from.getSha256(), fact.sha256) &&
         read(from.getPlace(), fact.place);
}

void encode(const LogContinued& fact, wire::LogContinued::Builder to) {
  to.setOrigin(write(fact.origin));
  to.setOldSize(write(fact.old_size));
  to.setOldRoot(write(fact.old_root));
  to.setNewestKnownSize(write(fact.newest_known_size));
  if (fact.newest_known_root) to.setNewestKnownRoot(write(*fact.newest_known_root));
  if (fact.order) encode(*fact.order, to.initOrder());
}

bool decode(wire::LogContinued::Reader from, LogContinued& fact) {
  return read(from.getOrigin(), fact.origin) && read(from.getOldSize(), fact.old_size) &&
         read(from.getOldRoot(), fact.old_root) &&
         read(from.getNewestKnownSize(), fact.newest_known_size) &&
         (!from.hasNewestKnownRoot() ||
          read(from.getNewestKnownRoot(), fact.newest_known_root.emplace())) &&
         (!from.hasOrder() || decode(from.getOrder(), fact.order.emplace()));
}

void encode(const WitnessAppointed& fact, wire::WitnessAppointed::Builder to) {
  to.setName(write(fact.name));
  to.setVerifierKey(write(fact.verifier_key));
  if (fact.order) encode(*fact.order, to.initOrder());
}

bool decode(wire::WitnessAppointed::Reader from, WitnessAppointed& fact) {
  return read(from.getName(), fact.name) && read(from.getVerifierKey(), fact.verifier_key) &&
         (!from.hasOrder() || decode(from.getOrder(), fact.order.emplace()));
}

void encode(const WitnessEnded& fact, wire::WitnessEnded::Builder to) {
  to.setName(write(fact.name));
  if (fact.order) encode(*fact.order, to.initOrder());
}

bool decode(wire::WitnessEnded::Reader from, WitnessEnded& fact) {
  return read(from.getName(), fact.name) &&
         (!from.hasOrder() || decode(from.getOrder(), fact.order.emplace()));
}

void encode(const CertificateTaken& fact, wire::CertificateTaken::Builder to) {
  to.setSha256(write(fact.sha256));
  to.setKind(write<wire::CertificateKind>(fact.kind));
  to.setIssuedTo(write(fact.issued_to));
  to.setPerson(write(fact.person));
  if (fact.order) encode(*fact.order, to.initOrder());
}

bool decode(wire::CertificateTaken::Reader from, CertificateTaken& fact) {
  return read(from.getSha256(), fact.sha256) && read(from.getKind(), fact.kind) &&
         read(from.getIssuedTo(), fact.issued_to) && read(from.getPerson(), fact.person) &&
         (!from.hasOrder() || decode(from.getOrder(), fact.order.emplace()));
}

void encode(const CertificateEnded& fact, wire::CertificateEnded::Builder to) {
  to.setSha256(write(fact.sha256));
  to.setReason(write(fact.reason));
  if (fact.order) encode(*fact.order, to.initOrder());
}

bool decode(wire::CertificateEnded::Reader from, CertificateEnded& fact) {
  return read(from.getSha256(), fact.sha256) && read(from.getReason(), fact.reason) &&
         (!from.hasOrder() || decode(from.getOrder(), fact.order.emplace()));
}

void encode(const SubmissionMade& fact, wire::SubmissionMade::Builder to) {
  to.setYear(write(fact.year));
  to.setName(write(fact.name));
  to.setReceiver(write(fact.receiver));
  to.setLogSize(write(fact.log_size));
  to.setTagManifest(write(fact.tag_manifest));
}

bool decode(wire::SubmissionMade::Reader from, SubmissionMade& fact) {
  return read(from.getYear(), fact.year) && read(from.getName(), fact.name) &&
         read(from.getReceiver(), fact.receiver) && read(from.getLogSize(), fact.log_size) &&
         read(from.getTagManifest(), fact.tag_manifest);
}

}  // namespace letopis::events
