# The coded words of facts. A retired ordinal keeps its place; new ones come at the end.
@0x8812469e28e13d2e;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("letopis::events::wire");
# A mark as it is written in the journal: a token, not a number.
enum MarkValue {
  one @0;
  two @1;
  three @2;
  four @3;
  five @4;
  passed @5;
  notPassed @6;
  notAttested @7;
  exempt @8;
}

# What a reporting period is.
enum PeriodKind {
  quarter @0;
  halfYear @1;
  year @2;
}

# Which of a period's results a period mark is.
enum ResultKind {
  period @0;
  year @1;
  exam @2;
  final @3;
}

# What a mark was given for.
enum WorkKind {
  answer @0;
  independent @1;
  control @2;
  dictation @3;
  exposition @4;
  essay @5;
  laboratory @6;
  practical @7;
  project @8;
  test @9;
  homework @10;
}

# What kind of lesson was held.
enum LessonKind {
  ordinary @0;
  control @1;
  laboratory @2;
  practical @3;
  excursion @4;
  generalisation @5;
  homeSchooling @6;
  individual @7;
  elective @8;
  extracurricular @9;
  psychologist @10;
}

# What a teacher notes at the lesson.
enum AbsenceKind {
  absent @0;
  late @1;
}

# Why a pupil was absent, as the class teacher states it.
enum AbsenceReason {
  illness @0;
  excused @1;
  unexcused @2;
}

# What kind of change a correction is.
enum ChangeType {
  correction @0;
  retake @1;
  adjustment @2;
}

# The coded ground of a change; free text is private and lies in the vault.
enum ChangeReason {
  mistyped @0;
  wrongPupil @1;
  wrongWork @2;
  recalculated @3;
  retaken @4;
  disputeUpheld @5;
  orderIssued @6;
  madeUpLater @7;
  enteredInError @8;
}

# What the production calendar or an order says of a day.
enum CalendarDayKind {
  off @0;
  shortened @1;
  working @2;
}

# What a study group is for.
enum GroupKind {
  subgroup @0;
  crossClass @1;
  individual @2;
  elective @3;
  extracurricular @4;
  psychologist @5;
  homeSchooling @6;
}

# How a pupil is taught.
enum StudyForm {
  fullTime @0;
  homeSchooling @1;
  individualPlan @2;
  familyEducation @3;
}

# What a person is in the school.
enum Role {
  director @0;
  deputy @1;
  administrator @2;
  teacher @3;
  psychologist @4;
  classTeacher @5;
  headOfAssociation @6;
  controlMember @7;
  siteAdministrator @8;
  secretary @9;
  inspector @10;
  pupil @11;
  parent @12;
}

# Which of a person's data a private text holds.
enum PersonField {
  familyName @0;
  givenName @1;
  patronymic @2;
  birthDate @3;
  sex @4;
  phone @5;
  email @6;
  address @7;
  document @8;
  photo @9;
  note @10;
}

# What a legal representative is to the child.
enum Relation {
  mother @0;
  father @1;
  guardian @2;
  other @3;
}

# What a person said about the processing of data.
enum ConsentState {
  given @0;
  refused @1;
  withdrawn @2;
}

# For what a consent was asked.
enum ConsentPurpose {
  journal @0;
  photo @1;
  publication @2;
  thirdParty @3;
}

# In which form a family receives the diary.
enum DiaryForm {
  electronic @0;
  paper @1;
}

# How a family is told.
enum NoticeChannel {
  none @0;
  email @1;
  sms @2;
  system @3;
}

# Why a pupil left.
enum LeaveGround {
  otherSchool @0;
  familyWish @1;
  relocation @2;
  completion @3;
  other @4;
}

# How an activation code was handed over.
enum SlipMedium {
  paper @0;
  email @1;
}

# Where the private key lives.
enum KeyHolder {
  browser @0;
  server @1;
  offline @2;
}

# Why a key was enrolled.
enum KeyGround {
  activation @0;
  reset @1;
  replacement @2;
}

# Why a key ended.
enum KeyEndGround {
  left @0;
  replaced @1;
  lost @2;
  roleEnded @3;
}

# Why a lesson was not held.
enum CancelGround {
  teacherAbsent @0;
  weather @1;
  quarantine @2;
  event @3;
  equipment @4;
  orderIssued @5;
}

# Why a colleague holds the lesson.
enum SubstitutionGround {
  illness @0;
  training @1;
  leave @2;
  trip @3;
  vacancy @4;
  other @5;
}

# What sort of homework it is.
enum HomeworkKind {
  read @0;
  written @1;
  learn @2;
  practical @3;
  creative @4;
  repeat @5;
  project @6;
}

# How a teacher answered a notice of a wrong mark.
enum DisputeOutcome {
  corrected @0;
  declined @1;
}

# What a note to a pupil speaks of.
enum PupilNoteKind {
  remark @0;
  recommendation @1;
  behaviour @2;
  achievement @3;
  problem @4;
}

# Who made a remark to a teacher, which sets its term.
enum RemarkLevel {
  administrator @0;
  deputy @1;
  director @2;
}

# What a control of journals looked at.
enum ControlSubject {
  plans @0;
  timeliness @1;
  marksDensity @2;
  attendance @3;
  programme @4;
  substitutions @5;
  controlWorks @6;
  content @7;
}

# With what a person was made acquainted.
enum AcquaintanceSubject {
  regulation @0;
  controlNote @1;
  remark @2;
  credentialRules @3;
  timetable @4;
  analysis @5;
  news @6;
}

# Which report was handed in.
enum ReportKind {
  classTeacherPeriod @0;
  subjectTeacherPeriod @1;
  weeklyAnalysis @2;
  monthlyAnalysis @3;
  teachersWork @4;
  attendance @5;
  progress @6;
  classJournalReview @7;
  dataCheck @8;
  control @9;
  parentsMessage @10;
  parentsServices @11;
  activity @12;
}

# What was printed.
enum CopyKind {
  journal @0;
  summarySheet @1;
  reportCard @2;
  parentsSheet @3;
  diaryPages @4;
  controlNote @5;
  periodReport @6;
}

# Which of the school's required documents or orders it is.
enum DocumentKind {
  regulation @0;
  introductionOrder @1;
  administratorOrder @2;
  curatorOrder @3;
  curriculum @4;
  instructions @5;
  consentForm @6;
  protectionOrder @7;
  workingGroupOrder @8;
  pointsOrder @9;
  other @10;
}

# What a subject is linked with.
enum DirectoryLink {
  teacher @0;
  room @1;
  schoolClass @2;
}

# What an archive volume holds.
enum VolumeKind {
  log @0;
  document @1;
}

# What a check of a medium found.
enum CheckOutcome {
  intact @0;
  altered @1;
  incomplete @2;
  missing @3;
  rolledBack @4;
}

# What a copy outside the log is.
enum BackupKind {
  vaultExport @0;
  storeBackup @1;
}

# Of which family of algorithms a certificate's key is.
enum CertificateKind {
  p256 @0;
  gost2012 @1;
}

# In which section of the school's pages news stand.
enum NewsSection {
  school @0;
  staffroom @1;
}

# What sort of news it is.
enum NewsKind {
  news @0;
  announcement @1;
  training @2;
}

# In which weeks a timetable slot is taught.
enum DayParity {
  every @0;
  odd @1;
  even @2;
}
