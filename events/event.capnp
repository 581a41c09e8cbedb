# What a person states and signs, as bytes: docs/event-format.md explains it with an example.
#
# Format version 0. A published fact is never edited: a new field gets the next ordinal and a
# default, a change of meaning is a new fact. Numbers of things count from 1; 0 means "none" where a
# field may be absent. Days count from 1970-01-01 in the school's time zone, moments are UTC in
# milliseconds, weights and weekly hours are hundredths.
@0xd3b9f7c1a5e84026;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("letopis::events::wire");

struct Event {
  logId @0 :Data;  # 32 random bytes of the log, from entry 0
  streamKind @1 :UInt16;  # a StreamKind; unknown kinds still have versions
  streamA @2 :UInt32;
  streamB @3 :UInt32;
  streamC @4 :UInt32;
  version @5 :UInt32;  # of this event in its stream, from 1, without gaps
  commandHigh @6 :UInt64;  # the author's command id, 16 bytes big-endian
  commandLow @7 :UInt64;
  index @8 :UInt16;  # of this event in its command, from 0
  count @9 :UInt16;  # of events in the command
  author @10 :UInt32;  # person number; 0 is the founder
  stated @11 :Int64;  # the author's clock

  fact :union {
    # The school, its rules, calendar, classes and directories (SET)
    logStarted @12 :LogStarted;
    schoolDescribed @13 :SchoolDescribed;
    regulationAdopted @14 :RegulationAdopted;
    parameterChanged @15 :ParameterChanged;
    yearOpened @16 :YearOpened;
    yearClosed @17 :YearClosed;
    periodDeclared @18 :PeriodDeclared;
    calendarDayDeclared @19 :CalendarDayDeclared;
    bellScheduleDeclared @20 :BellScheduleDeclared;
    bellScheduleApplied @21 :BellScheduleApplied;
    roomRegistered @22 :RoomRegistered;
    subjectRegistered @23 :SubjectRegistered;
    subjectLinked @24 :SubjectLinked;
    classOpened @25 :ClassOpened;
    classPromoted @26 :ClassPromoted;
    classClosed @27 :ClassClosed;
    groupFormed @28 :GroupFormed;
    groupClosed @29 :GroupClosed;
    groupJoined @30 :GroupJoined;
    groupLeft @31 :GroupLeft;
    # Loads, plans, timetable, substitutions and the school's housekeeping (SET)
    curriculumApproved @32 :CurriculumApproved;
    loadAssigned @33 :LoadAssigned;
    loadEnded @34 :LoadEnded;
    loadsApproved @35 :LoadsApproved;
    planAdopted @36 :PlanAdopted;
    timetableEntered @37 :TimetableEntered;
    timetableApproved @38 :TimetableApproved;
    timetableChanged @39 :TimetableChanged;
    substitutionOrdered @40 :SubstitutionOrdered;
    substitutionSigned @41 :SubstitutionSigned;
    documentRecorded @42 :DocumentRecorded;
    sectionFilled @43 :SectionFilled;
    pointListed @44 :PointListed;
    pointWithdrawn @45 :PointWithdrawn;
    outageDeclared @46 :OutageDeclared;
    clockConfirmed @47 :ClockConfirmed;
    # People, consents, movement, appointments, accounts and keys (ACC, SET)
    personRegistered @48 :PersonRegistered;
    personChanged @49 :PersonChanged;
    personChecked @50 :PersonChecked;
    personErased @51 :PersonErased;
    roleGiven @52 :RoleGiven;
    roleEnded @53 :RoleEnded;
    guardianLinked @54 :GuardianLinked;
    guardianUnlinked @55 :GuardianUnlinked;
    consentRecorded @56 :ConsentRecorded;
    diaryFormChosen @57 :DiaryFormChosen;
    noticesChosen @58 :NoticesChosen;
    pupilEnrolled @59 :PupilEnrolled;
    pupilMoved @60 :PupilMoved;
    pupilLeft @61 :PupilLeft;
    pupilPromoted @62 :PupilPromoted;
    pupilGraduated @63 :PupilGraduated;
    studyFormSet @64 :StudyFormSet;
    exemptionGiven @65 :ExemptionGiven;
    accountOpened @66 :AccountOpened;
    accountClosed @67 :AccountClosed;
    credentialIssued @68 :CredentialIssued;
    keyEnrolled @69 :KeyEnrolled;
    keyEnded @70 :KeyEnded;
    keyCompromised @71 :KeyCompromised;
    # Lessons, topics, homework and presence (JRN)
    lessonHeld @72 :LessonHeld;
    lessonCancelled @73 :LessonCancelled;
    lessonWithdrawn @74 :LessonWithdrawn;
    topicSet @75 :TopicSet;
    workSet @76 :WorkSet;
    homeworkSet @77 :HomeworkSet;
    individualHomeworkSet @78 :IndividualHomeworkSet;
    homeworkNone @79 :HomeworkNone;
    safetyBriefed @80 :SafetyBriefed;
    absenceNoted @81 :AbsenceNoted;
    absenceWithdrawn @82 :AbsenceWithdrawn;
    absenceExplained @83 :AbsenceExplained;
    attendanceReviewed @84 :AttendanceReviewed;
    # Marks, their changes, period marks, disputes and permissions (JRN)
    markGiven @85 :MarkGiven;
    markCorrected @86 :MarkCorrected;
    markWithdrawn @87 :MarkWithdrawn;
    periodMarkGiven @88 :PeriodMarkGiven;
    periodMarkCorrected @89 :PeriodMarkCorrected;
    periodMarkWithdrawn @90 :PeriodMarkWithdrawn;
    periodClosed @91 :PeriodClosed;
    periodReopened @92 :PeriodReopened;
    disputeRaised @93 :DisputeRaised;
    disputeAnswered @94 :DisputeAnswered;
    permissionGiven @95 :PermissionGiven;
    permissionEnded @96 :PermissionEnded;
    # The diary's notes, control and reports (DRY, REP)
    pupilNoted @97 :PupilNoted;
    familyTold @98 :FamilyTold;
    remarkMade @99 :RemarkMade;
    remarkSettled @100 :RemarkSettled;
    remarkConfirmed @101 :RemarkConfirmed;
    controlNoteIssued @102 :ControlNoteIssued;
    acquaintanceSigned @103 :AcquaintanceSigned;
    reportHandedIn @104 :ReportHandedIn;
    # Paper, media and volumes (PAP, ARC)
    copyPrinted @105 :CopyPrinted;
    copyCertified @106 :CopyCertified;
    copyRegistered @107 :CopyRegistered;
    copyHandedOver @108 :CopyHandedOver;
    mediumRegistered @109 :MediumRegistered;
    mediumRetired @110 :MediumRetired;
    volumeSealed @111 :VolumeSealed;
    volumeChecked @112 :VolumeChecked;
    volumeRepaired @113 :VolumeRepaired;
    volumeDestroyed @114 :VolumeDestroyed;
    backupMade @115 :BackupMade;
    logContinued @116 :LogContinued;
    witnessAppointed @117 :WitnessAppointed;
    witnessEnded @118 :WitnessEnded;
  }
}

enum StreamKind {
  school @0;
  year @1;
  schoolClass @2;
  group @3;
  load @4;
  timetable @5;
  person @6;
  lesson @7;
  cell @8;
  periodMark @9;
  dispute @10;
  permission @11;
  remark @12;
  controlNote @13;
  copy @14;
  volume @15;
  medium @16;
}

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

# In which weeks a timetable slot is taught.
enum DayParity {
  every @0;
  odd @1;
  even @2;
}

# What a decision rests on: the number and day of an order.
struct Order {
  number @0 :Text;
  day @1 :Int32;
}

# One value of a regulation beside the clause it comes from.
struct Parameter {
  key @0 :Text;
  value @1 :Text;
  clause @2 :Text;
}

# One lesson of a bell schedule; minutes from midnight, the end exclusive.
struct Bell {
  ordinal @0 :UInt16;
  startMinute @1 :UInt16;
  endMinute @2 :UInt16;
}

# Hours a week for one subject in one grade, in hundredths.
struct CurriculumLine {
  grade @0 :UInt16;
  subject @1 :UInt32;
  weeklyHours @2 :UInt16;
}

# One line of a lesson plan.
struct PlanTopic {
  hours @0 :UInt16;
  topic @1 :Text;
  controlWork @2 :Bool;
}

# One weekly lesson: weekday 1 is Monday, the bell counts from 1.
struct TimetableSlot {
  load @0 :UInt32;
  weekday @1 :UInt16;
  bell @2 :UInt16;
  room @3 :UInt32;  # may be absent
  parity @4 :DayParity;
}

# One private text about a person: what it is, and the commitment to it.
struct PrivateField {
  field @0 :PersonField;
  text @1 :Data;  # 32 bytes: commitment to a private text
}

# === The school, its rules, calendar, classes and directories (SET)

# Entry 0, signed by the founder: which log this is, and whether it is a trial.
struct LogStarted {
  origin @0 :Text;
  trial @1 :Bool;
  founder @2 :Data;  # 32 bytes: Ed25519
}

# The school's profile; a later one replaces it from then on.
struct SchoolDescribed {
  name @0 :Text;
  shortName @1 :Text;
  timeZone @2 :Text;
  schoolDaysAWeek @3 :UInt16;
}

# A regulation with all its parameters, in force from a day.
struct RegulationAdopted {
  title @0 :Text;
  order @1 :Order;  # may be absent
  inForceFrom @2 :Int32;
  parameters @3 :List(Parameter);
}

# One parameter changed by an order, from a day on.
struct ParameterChanged {
  parameter @0 :Parameter;
  order @1 :Order;
  inForceFrom @2 :Int32;
}

# An academic year.
struct YearOpened {
  year @0 :UInt32;
  firstCalendarYear @1 :UInt16;
  firstDay @2 :Int32;
  lastDay @3 :Int32;
  order @4 :Order;  # may be absent
}

# A year is closed; what is closed can no longer change.
struct YearClosed {
  year @0 :UInt32;
  order @1 :Order;
}

# A reporting period of a year, for grades from..to.
struct PeriodDeclared {
  period @0 :UInt32;
  year @1 :UInt32;
  kind @2 :PeriodKind;
  ordinal @3 :UInt16;
  firstDay @4 :Int32;
  lastDay @5 :Int32;
  firstGrade @6 :UInt16;
  lastGrade @7 :UInt16;
}

# A holiday, a shortened day or a working week-end day.
struct CalendarDayDeclared {
  day @0 :Int32;
  kind @1 :CalendarDayKind;
  title @2 :Text;
}

# A bell schedule; several stand side by side.
struct BellScheduleDeclared {
  schedule @0 :UInt32;
  name @1 :Text;
  bells @2 :List(Bell);
}

# From when to when a bell schedule rings, for all classes or one.
struct BellScheduleApplied {
  schedule @0 :UInt32;
  firstDay @1 :Int32;
  lastDay @2 :Int32;
  schoolClass @3 :UInt32;  # may be absent
}

# A room or place.
struct RoomRegistered {
  room @0 :UInt32;
  name @1 :Text;
  capacity @2 :UInt16;
}

# A subject taught in the school.
struct SubjectRegistered {
  subject @0 :UInt32;
  name @1 :Text;
  shortName @2 :Text;
  safetyBriefing @3 :Bool;
}

# A subject goes with a teacher, a room or a class.
struct SubjectLinked {
  subject @0 :UInt32;
  link @1 :DirectoryLink;
  teacher @2 :UInt32;  # may be absent
  room @3 :UInt32;  # may be absent
  schoolClass @4 :UInt32;  # may be absent
}

# A class; it keeps its number from grade to grade.
struct ClassOpened {
  schoolClass @0 :UInt32;
  year @1 :UInt32;
  grade @2 :UInt16;
  letter @3 :Text;
}

# A class enters the next grade in a new year.
struct ClassPromoted {
  schoolClass @0 :UInt32;
  year @1 :UInt32;
  grade @2 :UInt16;
  order @3 :Order;
}

# A class is disbanded or has graduated.
struct ClassClosed {
  schoolClass @0 :UInt32;
  day @1 :Int32;
  order @2 :Order;  # may be absent
}

# A study group inside a class, or across classes (then without one).
struct GroupFormed {
  group @0 :UInt32;
  schoolClass @1 :UInt32;  # may be absent
  subject @2 :UInt32;  # may be absent
  kind @3 :GroupKind;
  name @4 :Text;
  firstDay @5 :Int32;
}

# A study group ends.
struct GroupClosed {
  group @0 :UInt32;
  lastDay @1 :Int32;
}

# A pupil belongs to a group from a day on.
struct GroupJoined {
  group @0 :UInt32;
  pupil @1 :UInt32;
  firstDay @2 :Int32;
}

# A pupil no longer belongs to a group; the day is the last one.
struct GroupLeft {
  group @0 :UInt32;
  pupil @1 :UInt32;
  lastDay @2 :Int32;
}

# === Loads, plans, timetable, substitutions and the school's housekeeping (SET)

# The curriculum of a year, approved by the director.
struct CurriculumApproved {
  year @0 :UInt32;
  order @1 :Order;
  lines @2 :List(CurriculumLine);
}

# Who teaches what to whom; weekly hours in hundredths.
struct LoadAssigned {
  load @0 :UInt32;
  teacher @1 :UInt32;
  subject @2 :UInt32;
  schoolClass @3 :UInt32;  # may be absent
  group @4 :UInt32;  # may be absent
  weeklyHours @5 :UInt16;
  firstDay @6 :Int32;
  lastDay @7 :Int32;
}

# A load ends before its last day.
struct LoadEnded {
  load @0 :UInt32;
  lastDay @1 :Int32;
  order @2 :Order;  # may be absent
}

# The director approves the loads of a year.
struct LoadsApproved {
  year @0 :UInt32;
  order @1 :Order;
}

# A lesson plan for a load; a later one replaces it from then on.
struct PlanAdopted {
  plan @0 :UInt32;
  load @1 :UInt32;
  name @2 :Text;
  topics @3 :List(PlanTopic);
}

# A timetable for days from..to, in force once approved.
struct TimetableEntered {
  timetable @0 :UInt32;
  year @1 :UInt32;
  firstDay @2 :Int32;
  lastDay @3 :Int32;
  slots @4 :List(TimetableSlot);
}

# The director approves a timetable.
struct TimetableApproved {
  timetable @0 :UInt32;
  order @1 :Order;
}

# A change on one day: another load stands at a bell, or none.
struct TimetableChanged {
  load @0 :UInt32;
  day @1 :Int32;
  bell @2 :UInt16;
  replacedBy @3 :UInt32;  # may be absent
  room @4 :UInt32;  # may be absent
  ground @5 :CancelGround;
}

# A colleague holds the lessons of a load from..to.
struct SubstitutionOrdered {
  substitution @0 :UInt32;
  load @1 :UInt32;
  substitute @2 :UInt32;
  firstDay @3 :Int32;
  lastDay @4 :Int32;
  ground @5 :SubstitutionGround;
  order @6 :Order;  # may be absent
}

# The substitute signs for a lesson held.
struct SubstitutionSigned {
  substitution @0 :UInt32;
  lesson @1 :UInt32;
}

# A document or order that the regulation requires is there.
struct DocumentRecorded {
  document @0 :UInt32;
  kind @1 :DocumentKind;
  title @2 :Text;
  order @3 :Order;  # may be absent
  sha256 @4 :Data;  # 32 bytes, or none: SHA-256
}

# A section that describes the process was filled.
struct SectionFilled {
  section @0 :Text;
  day @1 :Int32;
}

# A place or computer where entries may be made.
struct PointListed {
  point @0 :UInt32;
  name @1 :Text;
  room @2 :UInt32;  # may be absent
}

# A point of operation is no longer one.
struct PointWithdrawn {
  point @0 :UInt32;
  day @1 :Int32;
}

# By an order: a time in which entries could not be made.
struct OutageDeclared {
  outage @0 :UInt32;
  first @1 :Int64;
  last @2 :Int64;
  order @3 :Order;
}

# A person confirms the clock after a jump between wall and monotonic time.
struct ClockConfirmed {
  before @0 :Int64;
  after @1 :Int64;
}

# === People, consents, movement, appointments, accounts and keys (ACC, SET)

# A person; who it is lies in the vault.
struct PersonRegistered {
  person @0 :UInt32;
  fields @1 :List(PrivateField);
}

# Data of a person changed; what was before stays committed.
struct PersonChanged {
  person @0 :UInt32;
  fields @1 :List(PrivateField);
}

# A family's data were checked.
struct PersonChecked {
  person @0 :UInt32;
  day @1 :Int32;
}

# A person's key was destroyed by an order; the hashes stay.
struct PersonErased {
  person @0 :UInt32;
  order @1 :Order;
  ground @2 :Text;
}

# An appointment, with its scope.
struct RoleGiven {
  person @0 :UInt32;
  role @1 :Role;
  schoolClass @2 :UInt32;  # may be absent
  subject @3 :UInt32;  # may be absent
  firstDay @4 :Int32;
  order @5 :Order;  # may be absent
}

# An appointment ends.
struct RoleEnded {
  person @0 :UInt32;
  role @1 :Role;
  schoolClass @2 :UInt32;  # may be absent
  subject @3 :UInt32;  # may be absent
  lastDay @4 :Int32;
  order @5 :Order;  # may be absent
}

# A legal representative of a child.
struct GuardianLinked {
  child @0 :UInt32;
  guardian @1 :UInt32;
  relation @2 :Relation;
}

# No longer a legal representative.
struct GuardianUnlinked {
  child @0 :UInt32;
  guardian @1 :UInt32;
  order @2 :Order;  # may be absent
}

# A consent, a refusal or a withdrawal: whose data, who said so, for what.
struct ConsentRecorded {
  person @0 :UInt32;
  saidBy @1 :UInt32;
  purpose @2 :ConsentPurpose;
  state @3 :ConsentState;
  day @4 :Int32;
  document @5 :Data;  # 32 bytes, or none: commitment to a private text
}

# A family chooses the electronic or the paper diary.
struct DiaryFormChosen {
  pupil @0 :UInt32;
  chosenBy @1 :UInt32;
  form @2 :DiaryForm;
  day @3 :Int32;
}

# How a parent wants to be told.
struct NoticesChosen {
  parent @0 :UInt32;
  channel @1 :NoticeChannel;
}

# Enrolled into a class by order, from a day on.
struct PupilEnrolled {
  pupil @0 :UInt32;
  schoolClass @1 :UInt32;
  firstDay @2 :Int32;
  order @3 :Order;
}

# Transferred to another class by order, from a day on.
struct PupilMoved {
  pupil @0 :UInt32;
  fromClass @1 :UInt32;
  toClass @2 :UInt32;
  firstDay @3 :Int32;
  order @4 :Order;
}

# Left the school by order; the day is the last one.
struct PupilLeft {
  pupil @0 :UInt32;
  schoolClass @1 :UInt32;
  lastDay @2 :Int32;
  ground @3 :LeaveGround;
  order @4 :Order;
}

# Promoted to the next grade, or kept back when both grades are equal.
struct PupilPromoted {
  pupil @0 :UInt32;
  fromClass @1 :UInt32;
  toClass @2 :UInt32;
  year @3 :UInt32;
  order @4 :Order;
}

# Graduated by order.
struct PupilGraduated {
  pupil @0 :UInt32;
  schoolClass @1 :UInt32;
  day @2 :Int32;
  order @3 :Order;
}

# Home schooling, an individual plan or family education, from..to.
struct StudyFormSet {
  pupil @0 :UInt32;
  form @1 :StudyForm;
  subject @2 :UInt32;  # may be absent
  firstDay @3 :Int32;
  lastDay @4 :Int32;  # may be absent
  order @5 :Order;
}

# A pupil is exempt from a subject from..to.
struct ExemptionGiven {
  pupil @0 :UInt32;
  subject @1 :UInt32;
  firstDay @2 :Int32;
  lastDay @3 :Int32;
  document @4 :Data;  # 32 bytes, or none: commitment to a private text
}

# A person may be given credentials.
struct AccountOpened {
  person @0 :UInt32;
}

# A person's account is closed.
struct AccountClosed {
  person @0 :UInt32;
  order @1 :Order;  # may be absent
}

# A one-time code was issued; the code itself is nowhere in the log.
struct CredentialIssued {
  person @0 :UInt32;
  medium @1 :SlipMedium;
  again @2 :Bool;
}

# A person's signing key, and where it lives.
struct KeyEnrolled {
  person @0 :UInt32;
  publicKey @1 :Data;  # 32 bytes: Ed25519
  holder @2 :KeyHolder;
  ground @3 :KeyGround;
  order @4 :Order;  # may be absent
}

# A key may sign no more.
struct KeyEnded {
  person @0 :UInt32;
  key @1 :Data;  # 32 bytes: SHA-256 of a public key
  ground @2 :KeyEndGround;
}

# A key was compromised: what it did from the notice on is void.
struct KeyCompromised {
  person @0 :UInt32;
  key @1 :Data;  # 32 bytes: SHA-256 of a public key
  learned @2 :Int64;
  noticed @3 :Int64;
  order @4 :Order;  # may be absent
}

# === Lessons, topics, homework and presence (JRN)

# A lesson was held: when, of which load, by whom.
struct LessonHeld {
  lesson @0 :UInt32;
  load @1 :UInt32;
  teacher @2 :UInt32;
  day @3 :Int32;
  bell @4 :UInt16;
  room @5 :UInt32;  # may be absent
  kind @6 :LessonKind;
  substitution @7 :UInt32;  # may be absent
}

# A lesson that stood in the timetable was not held.
struct LessonCancelled {
  load @0 :UInt32;
  day @1 :Int32;
  bell @2 :UInt16;
  ground @3 :CancelGround;
}

# A lesson was recorded in error.
struct LessonWithdrawn {
  lesson @0 :UInt32;
  day @1 :Int32;
  reason @2 :ChangeReason;
}

# What the lesson was about; a later one corrects it.
struct TopicSet {
  lesson @0 :UInt32;
  day @1 :Int32;
  topic @2 :Text;
  tasks @3 :Text;
  plan @4 :UInt32;  # may be absent
  planLine @5 :UInt16;
}

# A work of the lesson that marks are given for; weight in hundredths.
struct WorkSet {
  lesson @0 :UInt32;
  day @1 :Int32;
  work @2 :UInt16;
  kind @3 :WorkKind;
  weight @4 :UInt16;
  title @5 :Text;
}

# Homework for all of the lesson's pupils.
struct HomeworkSet {
  lesson @0 :UInt32;
  day @1 :Int32;
  kind @2 :HomeworkKind;
  text @3 :Text;
  due @4 :Int32;  # may be absent
}

# Homework for one pupil; its text is private.
struct IndividualHomeworkSet {
  lesson @0 :UInt32;
  pupil @1 :UInt32;
  day @2 :Int32;
  kind @3 :HomeworkKind;
  text @4 :Data;  # 32 bytes: commitment to a private text
  due @5 :Int32;  # may be absent
}

# No homework was set.
struct HomeworkNone {
  lesson @0 :UInt32;
  day @1 :Int32;
}

# The safety briefing was held.
struct SafetyBriefed {
  lesson @0 :UInt32;
  day @1 :Int32;
  title @2 :Text;
}

# A pupil was absent from a lesson, or late by minutes.
struct AbsenceNoted {
  lesson @0 :UInt32;
  pupil @1 :UInt32;
  day @2 :Int32;
  kind @3 :AbsenceKind;
  minutes @4 :UInt16;
}

# The note of absence was wrong.
struct AbsenceWithdrawn {
  lesson @0 :UInt32;
  pupil @1 :UInt32;
  day @2 :Int32;
  reason @3 :ChangeReason;
}

# The class teacher gives the reason of absences from..to.
struct AbsenceExplained {
  pupil @0 :UInt32;
  schoolClass @1 :UInt32;
  firstDay @2 :Int32;
  lastDay @3 :Int32;
  reason @4 :AbsenceReason;
  document @5 :Data;  # 32 bytes, or none: commitment to a private text
}

# The class teacher has gone through a class's attendance of a day.
struct AttendanceReviewed {
  schoolClass @0 :UInt32;
  firstDay @1 :Int32;
  lastDay @2 :Int32;
}

# === Marks, their changes, period marks, disputes and permissions (JRN)

# A mark in a pupil's cell; the ordinal counts the cell's marks from 1.
struct MarkGiven {
  lesson @0 :UInt32;
  pupil @1 :UInt32;
  day @2 :Int32;
  ordinal @3 :UInt16;
  value @4 :MarkValue;
  work @5 :UInt16;
  permission @6 :UInt32;  # may be absent
  comment @7 :Data;  # 32 bytes, or none: commitment to a private text
}

# A mark of the cell has another value; the old one stays in the log.
struct MarkCorrected {
  lesson @0 :UInt32;
  pupil @1 :UInt32;
  day @2 :Int32;
  ordinal @3 :UInt16;
  value @4 :MarkValue;
  type @5 :ChangeType;
  reason @6 :ChangeReason;
  dispute @7 :UInt32;  # may be absent
  permission @8 :UInt32;  # may be absent
  note @9 :Data;  # 32 bytes, or none: commitment to a private text
}

# A mark of the cell no longer counts; it stays in the log.
struct MarkWithdrawn {
  lesson @0 :UInt32;
  pupil @1 :UInt32;
  day @2 :Int32;
  ordinal @3 :UInt16;
  reason @4 :ChangeReason;
  permission @5 :UInt32;  # may be absent
  note @6 :Data;  # 32 bytes, or none: commitment to a private text
}

# A period, year, exam or final mark.
struct PeriodMarkGiven {
  pupil @0 :UInt32;
  schoolClass @1 :UInt32;
  subject @2 :UInt32;
  period @3 :UInt32;
  kind @4 :ResultKind;
  value @5 :MarkValue;
  order @6 :Order;  # may be absent
}

# A period mark has another value.
struct PeriodMarkCorrected {
  pupil @0 :UInt32;
  schoolClass @1 :UInt32;
  subject @2 :UInt32;
  period @3 :UInt32;
  kind @4 :ResultKind;
  value @5 :MarkValue;
  type @6 :ChangeType;
  reason @7 :ChangeReason;
  dispute @8 :UInt32;  # may be absent
  permission @9 :UInt32;  # may be absent
  note @10 :Data;  # 32 bytes, or none: commitment to a private text
}

# A period mark no longer counts.
struct PeriodMarkWithdrawn {
  pupil @0 :UInt32;
  schoolClass @1 :UInt32;
  subject @2 :UInt32;
  period @3 :UInt32;
  kind @4 :ResultKind;
  reason @5 :ChangeReason;
  permission @6 :UInt32;  # may be absent
  note @7 :Data;  # 32 bytes, or none: commitment to a private text
}

# The entries of a period are closed for a class.
struct PeriodClosed {
  schoolClass @0 :UInt32;
  period @1 :UInt32;
}

# A closed period is opened again by order.
struct PeriodReopened {
  schoolClass @0 :UInt32;
  period @1 :UInt32;
  order @2 :Order;
}

# A pupil or parent reports a wrong mark.
struct DisputeRaised {
  dispute @0 :UInt32;
  pupil @1 :UInt32;
  lesson @2 :UInt32;
  ordinal @3 :UInt16;
  found @4 :Int32;
  text @5 :Data;  # 32 bytes, or none: commitment to a private text
}

# The teacher answers with a correction or a reason.
struct DisputeAnswered {
  dispute @0 :UInt32;
  outcome @1 :DisputeOutcome;
  text @2 :Data;  # 32 bytes, or none: commitment to a private text
}

# A late entry is allowed: to whom, where, until when, by which order.
struct PermissionGiven {
  permission @0 :UInt32;
  teacher @1 :UInt32;
  schoolClass @2 :UInt32;
  subject @3 :UInt32;  # may be absent
  firstDay @4 :Int32;
  lastDay @5 :Int32;
  until @6 :Int64;
  order @7 :Order;
}

# A permission is taken back.
struct PermissionEnded {
  permission @0 :UInt32;
}

# === The diary's notes, control and reports (DRY, REP)

# A remark, recommendation or praise; its text is private.
struct PupilNoted {
  pupil @0 :UInt32;
  kind @1 :PupilNoteKind;
  lesson @2 :UInt32;  # may be absent
  text @3 :Data;  # 32 bytes: commitment to a private text
}

# A family was told of something recorded at a position.
struct FamilyTold {
  pupil @0 :UInt32;
  channel @1 :NoticeChannel;
  about @2 :UInt64;
}

# A remark to a teacher about a journal, with a due date.
struct RemarkMade {
  remark @0 :UInt32;
  teacher @1 :UInt32;
  schoolClass @2 :UInt32;  # may be absent
  subject @3 :UInt32;  # may be absent
  level @4 :RemarkLevel;
  due @5 :Int32;
  text @6 :Data;  # 32 bytes: commitment to a private text
}

# The teacher has settled a remark.
struct RemarkSettled {
  remark @0 :UInt32;
  text @1 :Data;  # 32 bytes, or none: commitment to a private text
}

# Who made the remark confirms that it is settled, or not.
struct RemarkConfirmed {
  remark @0 :UInt32;
  settled @1 :Bool;
}

# The note (справка) of a control of journals.
struct ControlNoteIssued {
  note @0 :UInt32;
  firstDay @1 :Int32;
  lastDay @2 :Int32;
  subject @3 :ControlSubject;
  schoolClass @4 :UInt32;  # may be absent
  findings @5 :Data;  # 32 bytes: commitment to a private text
  conclusion @6 :Data;  # 32 bytes: commitment to a private text
  due @7 :Int32;  # may be absent
}

# The author has read it.
struct AcquaintanceSigned {
  person @0 :UInt32;
  subject @1 :AcquaintanceSubject;
  number @2 :UInt32;
}

# A report or review that the regulation asks for was made, and who received it.
struct ReportHandedIn {
  kind @0 :ReportKind;
  schoolClass @1 :UInt32;  # may be absent
  period @2 :UInt32;  # may be absent
  firstDay @3 :Int32;
  lastDay @4 :Int32;
  receivedBy @5 :UInt32;  # may be absent
}

# === Paper, media and volumes (PAP, ARC)

# A document was printed as of a size of the log.
struct CopyPrinted {
  copy @0 :UInt32;
  kind @1 :CopyKind;
  schoolClass @2 :UInt32;  # may be absent
  subject @3 :UInt32;  # may be absent
  pupil @4 :UInt32;  # may be absent
  period @5 :UInt32;  # may be absent
  sheets @6 :UInt16;
  logSize @7 :UInt64;
  sha256 @8 :Data;  # 32 bytes: SHA-256
}

# The checked copy was certified.
struct CopyCertified {
  copy @0 :UInt32;
  day @1 :Int32;
}

# Numbered, stitched and entered in the register.
struct CopyRegistered {
  copy @0 :UInt32;
  registerNumber @1 :UInt32;
  sheets @2 :UInt16;
  place @3 :Text;
}

# A print was handed over.
struct CopyHandedOver {
  copy @0 :UInt32;
  receiver @1 :UInt32;  # may be absent
  place @2 :Text;
  day @3 :Int32;
}

# A medium for archives: where it is kept, and by whom.
struct MediumRegistered {
  medium @0 :UInt32;
  serial @1 :Text;
  fileSystem @2 :Text;
  room @3 :Text;
  custodian @4 :UInt32;  # may be absent
  identity @5 :Data;  # 32 bytes: SHA-256
}

# A medium is no longer used.
struct MediumRetired {
  medium @0 :UInt32;
  day @1 :Int32;
  reason @2 :Text;
}

# A volume was written to two media and read back.
struct VolumeSealed {
  volume @0 :UInt32;
  kind @1 :VolumeKind;
  name @2 :Text;
  first @3 :UInt64;
  end @4 :UInt64;
  root @5 :Data;  # 32 bytes: SHA-256
  tagManifest @6 :Data;  # 32 bytes: SHA-256
  previous @7 :Data;  # 32 bytes, or none: SHA-256
  firstMedium @8 :UInt32;
  secondMedium @9 :UInt32;
  signatures @10 :List(Data);  # 32 bytes: SHA-256
  trial @11 :Bool;
}

# Every byte of a volume on a medium was read and checked.
struct VolumeChecked {
  volume @0 :UInt32;
  medium @1 :UInt32;
  outcome @2 :CheckOutcome;
  tagManifest @3 :Data;  # 32 bytes: SHA-256
}

# A volume on a medium was mended from another medium.
struct VolumeRepaired {
  volume @0 :UInt32;
  medium @1 :UInt32;
  source @2 :UInt32;
}

# A document volume was destroyed whole, by an act.
struct VolumeDestroyed {
  volume @0 :UInt32;
  medium @1 :UInt32;
  act @2 :Order;
}

# A copy outside the log was made.
struct BackupMade {
  kind @0 :BackupKind;
  sha256 @1 :Data;  # 32 bytes: SHA-256
  place @2 :Text;
}

# After a restore: the log goes on under a new origin and key.
struct LogContinued {
  origin @0 :Text;
  oldSize @1 :UInt64;
  oldRoot @2 :Data;  # 32 bytes: SHA-256
  newestKnownSize @3 :UInt64;
  newestKnownRoot @4 :Data;  # 32 bytes, or none: SHA-256
  order @5 :Order;  # may be absent
}

# A witness outside the school, by its verifier key.
struct WitnessAppointed {
  name @0 :Text;
  verifierKey @1 :Text;
  order @2 :Order;  # may be absent
}

# A witness no longer serves.
struct WitnessEnded {
  name @0 :Text;
  order @1 :Order;  # may be absent
}
