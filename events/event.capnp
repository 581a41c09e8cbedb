# What a person states and signs, as bytes: docs/event-format.md explains it with an example.
#
# Format version 1. A published fact is never edited: a new field gets the next ordinal and a
# default, a change of meaning is a new fact. Numbers of things count from 1; 0 means "none" where a
# field may be absent. Days count from 1970-01-01 in the school's time zone, moments are UTC in
# milliseconds, weights and weekly hours are hundredths.
@0xbf9dd746e6701f79;

using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("letopis::events::wire");
using School = import "facts_school.capnp";
using Teaching = import "facts_teaching.capnp";
using People = import "facts_people.capnp";
using Pupils = import "facts_pupils.capnp";
using Accounts = import "facts_accounts.capnp";
using Lessons = import "facts_lessons.capnp";
using Marks = import "facts_marks.capnp";
using Control = import "facts_control.capnp";
using Archive = import "facts_archive.capnp";
using Talk = import "facts_talk.capnp";

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
    logStarted @12 :School.LogStarted;
    schoolDescribed @13 :School.SchoolDescribed;
    regulationAdopted @14 :School.RegulationAdopted;
    parameterChanged @15 :School.ParameterChanged;
    yearOpened @16 :School.YearOpened;
    yearClosed @17 :School.YearClosed;
    periodDeclared @18 :School.PeriodDeclared;
    calendarDayDeclared @19 :School.CalendarDayDeclared;
    bellScheduleDeclared @20 :School.BellScheduleDeclared;
    bellScheduleApplied @21 :School.BellScheduleApplied;
    roomRegistered @22 :School.RoomRegistered;
    subjectRegistered @23 :School.SubjectRegistered;
    subjectLinked @24 :School.SubjectLinked;
    classOpened @25 :School.ClassOpened;
    classPromoted @26 :School.ClassPromoted;
    classClosed @27 :School.ClassClosed;
    groupFormed @28 :School.GroupFormed;
    groupClosed @29 :School.GroupClosed;
    groupJoined @30 :School.GroupJoined;
    groupLeft @31 :School.GroupLeft;
    # Loads, plans, timetable, substitutions and the school's housekeeping (SET)
    curriculumApproved @32 :Teaching.CurriculumApproved;
    loadAssigned @33 :Teaching.LoadAssigned;
    loadEnded @34 :Teaching.LoadEnded;
    loadsApproved @35 :Teaching.LoadsApproved;
    planAdopted @36 :Teaching.PlanAdopted;
    timetableEntered @37 :Teaching.TimetableEntered;
    timetableApproved @38 :Teaching.TimetableApproved;
    timetableChanged @39 :Teaching.TimetableChanged;
    substitutionOrdered @40 :Teaching.SubstitutionOrdered;
    substitutionSigned @41 :Teaching.SubstitutionSigned;
    documentRecorded @42 :Teaching.DocumentRecorded;
    sectionFilled @43 :Teaching.SectionFilled;
    pointListed @44 :Teaching.PointListed;
    pointWithdrawn @45 :Teaching.PointWithdrawn;
    outageDeclared @46 :Teaching.OutageDeclared;
    clockConfirmed @47 :Teaching.ClockConfirmed;
    # People, appointments, families and consents (ACC, SET)
    personRegistered @48 :People.PersonRegistered;
    personChanged @49 :People.PersonChanged;
    personChecked @50 :People.PersonChecked;
    personErased @51 :People.PersonErased;
    roleGiven @52 :People.RoleGiven;
    roleEnded @53 :People.RoleEnded;
    guardianLinked @54 :People.GuardianLinked;
    guardianUnlinked @55 :People.GuardianUnlinked;
    consentRecorded @56 :People.ConsentRecorded;
    diaryFormChosen @57 :People.DiaryFormChosen;
    noticesChosen @58 :People.NoticesChosen;
    # Movement of pupils and how they are taught (SET)
    pupilEnrolled @59 :Pupils.PupilEnrolled;
    pupilMoved @60 :Pupils.PupilMoved;
    pupilLeft @61 :Pupils.PupilLeft;
    pupilPromoted @62 :Pupils.PupilPromoted;
    pupilGraduated @63 :Pupils.PupilGraduated;
    studyFormSet @64 :Pupils.StudyFormSet;
    exemptionGiven @65 :Pupils.ExemptionGiven;
    # Accounts, credentials and keys (ACC)
    accountOpened @66 :Accounts.AccountOpened;
    accountClosed @67 :Accounts.AccountClosed;
    credentialIssued @68 :Accounts.CredentialIssued;
    keyEnrolled @69 :Accounts.KeyEnrolled;
    keyEnded @70 :Accounts.KeyEnded;
    keyCompromised @71 :Accounts.KeyCompromised;
    # Lessons, topics, homework and presence (JRN)
    lessonHeld @72 :Lessons.LessonHeld;
    lessonCancelled @73 :Lessons.LessonCancelled;
    lessonWithdrawn @74 :Lessons.LessonWithdrawn;
    topicSet @75 :Lessons.TopicSet;
    workSet @76 :Lessons.WorkSet;
    homeworkSet @77 :Lessons.HomeworkSet;
    individualHomeworkSet @78 :Lessons.IndividualHomeworkSet;
    homeworkNone @79 :Lessons.HomeworkNone;
    safetyBriefed @80 :Lessons.SafetyBriefed;
    absenceNoted @81 :Lessons.AbsenceNoted;
    absenceWithdrawn @82 :Lessons.AbsenceWithdrawn;
    absenceExplained @83 :Lessons.AbsenceExplained;
    attendanceReviewed @84 :Lessons.AttendanceReviewed;
    # Marks, their changes, period marks, disputes and permissions (JRN)
    markGiven @85 :Marks.MarkGiven;
    markCorrected @86 :Marks.MarkCorrected;
    markWithdrawn @87 :Marks.MarkWithdrawn;
    periodMarkGiven @88 :Marks.PeriodMarkGiven;
    periodMarkCorrected @89 :Marks.PeriodMarkCorrected;
    periodMarkWithdrawn @90 :Marks.PeriodMarkWithdrawn;
    periodClosed @91 :Marks.PeriodClosed;
    periodReopened @92 :Marks.PeriodReopened;
    disputeRaised @93 :Marks.DisputeRaised;
    disputeAnswered @94 :Marks.DisputeAnswered;
    permissionGiven @95 :Marks.PermissionGiven;
    permissionEnded @96 :Marks.PermissionEnded;
    # The diary's notes, control and reports (DRY, REP)
    pupilNoted @97 :Control.PupilNoted;
    familyTold @98 :Control.FamilyTold;
    remarkMade @99 :Control.RemarkMade;
    remarkSettled @100 :Control.RemarkSettled;
    remarkConfirmed @101 :Control.RemarkConfirmed;
    controlNoteIssued @102 :Control.ControlNoteIssued;
    acquaintanceSigned @103 :Control.AcquaintanceSigned;
    reportHandedIn @104 :Control.ReportHandedIn;
    # Paper, media and volumes (PAP, ARC)
    copyPrinted @105 :Archive.CopyPrinted;
    copyCertified @106 :Archive.CopyCertified;
    copyRegistered @107 :Archive.CopyRegistered;
    copyHandedOver @108 :Archive.CopyHandedOver;
    mediumRegistered @109 :Archive.MediumRegistered;
    mediumRetired @110 :Archive.MediumRetired;
    volumeSealed @111 :Archive.VolumeSealed;
    volumeChecked @112 :Archive.VolumeChecked;
    volumeRepaired @113 :Archive.VolumeRepaired;
    volumeDestroyed @114 :Archive.VolumeDestroyed;
    backupMade @115 :Archive.BackupMade;
    logContinued @116 :Archive.LogContinued;
    witnessAppointed @117 :Archive.WitnessAppointed;
    witnessEnded @118 :Archive.WitnessEnded;
    # Where entries are made (ACC)
    workplaceTaken @119 :Accounts.WorkplaceTaken;
    # Certificates and submissions (ARC, REP)
    certificateTaken @120 :Archive.CertificateTaken;
    certificateEnded @121 :Archive.CertificateEnded;
    submissionMade @122 :Archive.SubmissionMade;
    # Messages, news and events (COM)
    messageSent @123 :Talk.MessageSent;
    newsPosted @124 :Talk.NewsPosted;
    newsWithdrawn @125 :Talk.NewsWithdrawn;
    eventPlanned @126 :Talk.EventPlanned;
    eventCancelled @127 :Talk.EventCancelled;
    helpAsked @128 :Talk.HelpAsked;
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
  message @17;
  post @18;
  schoolEvent @19;
}
