// The coded words of facts about people, with the same ordinals as in words.capnp. A retired
// ordinal keeps its place; new ones come at the end.
#pragma once

#include <cstdint>
#include <string_view>

#include "events/words.h"

namespace letopis::events {

// How a pupil is taught.
enum class StudyForm : std::uint16_t {
  kFullTime,
  kHomeSchooling,
  kIndividualPlan,
  kFamilyEducation
};
template <>
struct Words<StudyForm> {
  static constexpr std::string_view all[] = {"full_time", "home_schooling", "individual_plan",
                                             "family_education"};
};

// What a person is in the school.
enum class Role : std::uint16_t {
  kDirector,
  kDeputy,
  kAdministrator,
  kTeacher,
  kPsychologist,
  kClassTeacher,
  kHeadOfAssociation,
  kControlMember,
  kSiteAdministrator,
  kSecretary,
  kInspector,
  kPupil,
  kParent
};
template <>
struct Words<Role> {
  static constexpr std::string_view all[] = {"director",
                                             "deputy",
                                             "administrator",
                                             "teacher",
                                             "psychologist",
                                             "class_teacher",
                                             "head_of_association",
                                             "control_member",
                                             "site_administrator",
                                             "secretary",
                                             "inspector",
                                             "pupil",
                                             "parent"};
};

// Which of a person's data a private text holds.
enum class PersonField : std::uint16_t {
  kFamilyName,
  kGivenName,
  kPatronymic,
  kBirthDate,
  kSex,
  kPhone,
  kEmail,
  kAddress,
  kDocument,
  kPhoto,
  kNote
};
template <>
struct Words<PersonField> {
  static constexpr std::string_view all[] = {
      "family_name", "given_name", "patronymic", "birth_date", "sex", "phone",
      "email",       "address",    "document",   "photo",      "note"};
};

// What a legal representative is to the child.
enum class Relation : std::uint16_t { kMother, kFather, kGuardian, kOther };
template <>
struct Words<Relation> {
  static constexpr std::string_view all[] = {"mother", "father", "guardian", "other"};
};

// What a person said about the processing of data.
enum class ConsentState : std::uint16_t { kGiven, kRefused, kWithdrawn };
template <>
struct Words<ConsentState> {
  static constexpr std::string_view all[] = {"given", "refused", "withdrawn"};
};

// For what a consent was asked.
enum class ConsentPurpose : std::uint16_t { kJournal, kPhoto, kPublication, kThirdParty };
template <>
struct Words<ConsentPurpose> {
  static constexpr std::string_view all[] = {"journal", "photo", "publication", "third_party"};
};

// In which form a family receives the diary.
enum class DiaryForm : std::uint16_t { kElectronic, kPaper };
template <>
struct Words<DiaryForm> {
  static constexpr std::string_view all[] = {"electronic", "paper"};
};

// How a family is told.
enum class NoticeChannel : std::uint16_t { kNone, kEmail, kSms, kSystem };
template <>
struct Words<NoticeChannel> {
  static constexpr std::string_view all[] = {"none", "email", "sms", "system"};
};

// Why a pupil left.
enum class LeaveGround : std::uint16_t {
  kOtherSchool,
  kFamilyWish,
  kRelocation,
  kCompletion,
  kOther
};
template <>
struct Words<LeaveGround> {
  static constexpr std::string_view all[] = {"other_school", "family_wish", "relocation",
                                             "completion", "other"};
};

// How an activation code was handed over.
enum class SlipMedium : std::uint16_t { kPaper, kEmail };
template <>
struct Words<SlipMedium> {
  static constexpr std::string_view all[] = {"paper", "email"};
};

// Where the private key lives.
enum class KeyHolder : std::uint16_t { kBrowser, kServer, kOffline };
template <>
struct Words<KeyHolder> {
  static constexpr std::string_view all[] = {"browser", "server", "offline"};
};

// Why a key was enrolled.
enum class KeyGround : std::uint16_t { kActivation, kReset, kReplacement };
template <>
struct Words<KeyGround> {
  static constexpr std::string_view all[] = {"activation", "reset", "replacement"};
};

// Why a key ended.
enum class KeyEndGround : std::uint16_t { kLeft, kReplaced, kLost, kRoleEnded };
template <>
struct Words<KeyEndGround> {
  static constexpr std::string_view all[] = {"left", "replaced", "lost", "role_ended"};
};

// What a note to a pupil speaks of.
enum class PupilNoteKind : std::uint16_t {
  kRemark,
  kRecommendation,
  kBehaviour,
  kAchievement,
  kProblem
};
template <>
struct Words<PupilNoteKind> {
  static constexpr std::string_view all[] = {"remark", "recommendation", "behaviour", "achievement",
                                             "problem"};
};

}  // namespace letopis::events
