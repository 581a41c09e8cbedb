#include "intake/roster_set.h"

#include "outcome/invariant.h"
#include "regulations/civil_day.h"

namespace letopis::intake {

RosterSet::RosterSet()
    : files_{{"manifest.csv",
              "propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\n"
              "file.academicSessions,bulk\nfile.categories,absent\nfile.classes,bulk\n"
              "file.courses,bulk\nfile.demographics,bulk\nfile.enrollments,bulk\nfile.orgs,bulk\n"
              "file.roles,bulk\nfile.userProfiles,bulk\nfile.users,bulk\n"},
             {"orgs.csv",
              "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n"
              "o0,,,Район,district,,\n"
              "o1,,,Школа № 1,school,,o0\n"},
             {"academicSessions.csv",
              "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,"
              "schoolYear\n"
              "y,,,2025/26,schoolYear,2025-09-01,2026-05-27,,2026\n"
              "q1,,,1 четверть,gradingPeriod,2025-09-01,2025-10-25,y,2026\n"},
             {"courses.csv",
              "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,"
              "orgSourcedId,subjects,subjectCodes\n"
              "c1,,,y,Физика,PHY,,o1,,\n"
              "c2,,,y,Классное руководство,,,o1,,\n"},
             {"classes.csv",
              "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,"
              "location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods\n"
              "k1,,,7 «А»,07,c2,7A,homeroom,,o1,y,,,\n"
              "k2,,,Физика 7А,07,c1,,scheduled,,o1,\"q1,y\",,,\n"},
             {"users.csv",
              "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,"
              "middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,"
              "primaryOrgSourcedId\n"
              "u1,,,true,orlova,,Анна,Орлова,Ильинична,,orlova@example.org,,,,,secret,o1\n"
              "u2,,,true,glebov,,Глеб,Глебов,,,,,,u3,07,,o1\n"
              "u3,,,true,glebova,,Вера,Глебова,,,,,+7 912 000-00-00,u2,,,\n"
              "u4,,,true,gone,,Лев,Ушедший,,,,,,,,,o1\n"},
             {"roles.csv",
              "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,"
              "orgSourcedId,userProfileSourcedId\n"
              "r1,,,u1,primary,teacher,,,o1,p1\n"
              "r2,,,u2,primary,student,,,o1,\n"
              "r3,,,u3,primary,parent,,,o1,\n"
              "r4,,,u4,primary,principal,,,o1,\n"
              "r5,,,u4,secondary,proctor,,,o1,\n"},
             {"enrollments.csv",
              "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,"
              "primary,beginDate,endDate\n"
              "e1,,,k1,o1,u2,student,,,\n"
              "e2,,,k1,o1,u1,teacher,true,,\n"
              "e3,,,k2,o1,u2,student,,,\n"
              "e4,,,k2,o1,u1,teacher,true,,\n"},
             {"demographics.csv",
              "sourcedId,status,dateLastModified,birthDate,sex\n"
              "u2,,,2012-03-04,male\n"
              "u3,,,1985-01-02,female\n"},
             {"userProfiles.csv",
              "sourcedId,status,dateLastModified,userSourcedId,profileType,vendorId,username,"
              "password\n"
              "p1,,,u1,mail,v,orlova,secret\n"}} {}

RosterSet& RosterSet::replace(const std::string& file, std::string_view text,
                              std::string_view with) {
  std::string& csv = files_.at(file);
  const std::size_t at = csv.find(text);
  INVARIANT(at != std::string::npos && csv.find(text, at + 1) == std::string::npos);
  csv.replace(at, text.size(), with);
  return *this;
}

RosterSet& RosterSet::add(const std::string& file, std::string_view line) {
  files_.at(file) += std::string(line) + "\n";
  return *this;
}

RosterSet& RosterSet::set(const std::string& file, std::string_view text) {
  files_[file] = text;
  return *this;
}

RosterSet& RosterSet::remove(const std::string& file) {
  files_.erase(file);
  return *this;
}

Reading<RosterImport> RosterSet::read() const {
  std::map<std::string, std::string_view> texts;
  for (const auto& [name, text] : files_) texts[name] = text;
  return read_one_roster(texts, *regulations::parse_iso("2025-09-01"));
}

}  // namespace letopis::intake
