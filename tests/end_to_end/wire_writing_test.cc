// Who may state what, over the wire: each role with well-formed bodies at each kind of command;
// what is allowed stands, what is refused says by which right and changes nothing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/serialize.hpp>

#include "end_to_end/wire_guests.h"

namespace letopis::end_to_end {
namespace {

namespace json = boost::json;

constexpr const char* kNoRole = "access.no_role";
constexpr const char* kOutOfReach = "access.out_of_reach";

// A command and who may give it; whoever else has signed in has no office for it.
struct Wish {
  std::string command;  // of ", ORDER" and "{own}", "{foreign}", "{parent}", "{teacher}"
  std::string open_to;
  std::vector<Other> others = {};
  bool is_carried_out = true;  // by the first of those; else it is proposed alone
};

const std::vector<Wish>& wishes_of_all_kinds() {
  using Others = std::vector<Other>;
  const auto beyond = [](const char* logins) { return Others{{logins, 403, kOutOfReach}}; };
  const char* const strangers_of_5a = "psychologist klassruk";
  static const std::vector<Wish> wishes{
      // The journal: own lessons only.
      {R"({"do":"record_lesson","load":3,"day":"2026-03-11","bell":4,"topic":"Погода"})", "teacher",
       beyond(strangers_of_5a)},
      {R"({"do":"mark_given","lesson":1696,"pupil":{own},"value":"five"})", "klassruk",
       beyond("teacher psychologist")},
      {R"({"do":"absence_noted","lesson":1696,"pupil":19})", "klassruk",
       beyond("teacher psychologist")},
      {R"({"do":"topic_set","lesson":1696,"topic":"Корни"})", "klassruk",
       beyond("teacher psychologist")},
      {R"({"do":"homework_set","lesson":1696,"kind":"read","text":"§ 12"})", "klassruk",
       beyond("teacher psychologist")},
      {R"({"do":"period_mark_given","pupil":{own},"school_class":1,"subject":1,"period":3,)"
       R"("value":"three"})",
       "klassruk", beyond("teacher"), false},
      {R"({"do":"lesson_cancelled","load":15,"day":"2026-03-11","bell":3,"ground":"event"})",
       "deputy administrator"},
      // What the class teacher keeps, of the own class only.
      {R"({"do":"absence_explained","pupil":{own},"school_class":1,"first_day":"2026-03-11",)"
       R"("last_day":"2026-03-11","reason":"illness"})",
       "klassruk"},
      {R"({"do":"absence_explained","pupil":{foreign},"school_class":2,"first_day":"2026-03-11",)"
       R"("last_day":"2026-03-11","reason":"illness"})",
       kNobody, beyond("klassruk")},
      {R"({"do":"attendance_reviewed","school_class":1,"first_day":"2026-03-02",)"
       R"("last_day":"2026-03-08"})",
       "klassruk"},
      {R"({"do":"exemption_given","pupil":{own},"subject":1,"first_day":"2026-03-12",)"
       R"("last_day":"2026-03-20"})",
       "deputy administrator klassruk"},
      {R"({"do":"exemption_given","pupil":{foreign},"subject":1,"first_day":"2026-03-12",)"
       R"("last_day":"2026-03-20"})",
       "deputy administrator", beyond("klassruk")},
      {R"({"do":"person_changed","person":{own},"fields":[{"field":"phone","text":"+79000001"}]})",
       "director administrator klassruk uchenik"},
      {R"({"do":"person_changed","person":{foreign},)"
       R"("fields":[{"field":"phone","text":"+79000002"}]})",
       "director administrator", beyond("klassruk")},
      {R"({"do":"group_formed","school_class":1,"kind":"elective","name":"Шахматы",)"
       R"("first_day":"2026-03-12"})",
       "administrator klassruk"},
      {R"({"do":"group_formed","school_class":2,"kind":"elective","name":"Шашки",)"
       R"("first_day":"2026-03-12"})",
       "administrator", beyond("klassruk")},
      {R"({"do":"pupil_noted","pupil":{own},"kind":"achievement","text":"Победа"})",
       "deputy klassruk teacher", beyond("psychologist")},
      // The family: of their own child, and nobody in their place.
      {R"({"do":"diary_form_chosen","pupil":{own},"form":"paper"})",
       "roditel",
       {{"administrator klassruk", 422, "choice.by"}}},
      {R"({"do":"diary_form_chosen","pupil":{foreign},"form":"paper"})",
       kNobody,
       {{"klassruk roditel", 403, kOutOfReach}, {"administrator", 422, "choice.by"}}},
      {R"({"do":"consent_recorded","person":{own},"purpose":"photo","state":"refused"})",
       "roditel",
       {{"director administrator klassruk", 422, "consent.said_by"}}},
      {R"({"do":"notices_chosen","parent":{parent},"channel":"email"})",
       "administrator klassruk roditel"},
      {R"({"do":"dispute_raised","pupil":{foreign},"lesson":1696,"text":"За что?"})", kNobody,
       beyond("uchenik roditel")},
      // People and their accounts.
      {R"({"do":"register_person","consents":[{}],"fields":[{"field":"family_name",)"
       R"("text":"Новиков"},{"field":"given_name","text":"Пётр"}],"roles":[{"role":"teacher"}]})",
       "director administrator", beyond("klassruk")},
      {R"({"do":"role_given","person":{teacher},"role":"secretary","first_day":"2026-03-12",ORDER})",
       "director",
       {{"administrator", 422, "role.by_director"}}},
      {R"({"do":"role_ended","person":{teacher},"role":"teacher","last_day":"2026-03-31",ORDER})",
       "director administrator",
       {},
       false},
      {R"({"do":"pupil_moved","pupil":{foreign},"from_class":2,"to_class":1,)"
       R"("first_day":"2026-03-12",ORDER})",
       "administrator"},
      {R"({"do":"guardian_unlinked","child":{own},"guardian":{parent},ORDER})",
       "administrator klassruk",
       {},
       false},
      {R"({"do":"person_erased","person":{own},ORDER,"ground":"воля семьи"})",
       kNobody,
       {{"director", 422, "person.at_school"}}},
      {R"({"do":"issue_code","person":{parent}})",
       "administrator klassruk",
       {{"director", 422, "key.issuer"}},
       false},
      {R"({"do":"issue_code","person":{teacher}})", "director administrator", beyond("klassruk"),
       false},
      {R"({"do":"send_message","to":[{foreign}],"text":"Привет"})",
       "director deputy administrator psychologist klassruk teacher",
       {{"secretary inspector uchenik roditel", 422, "message.stranger"}},
       false},
      // Who was moved into the class above is by now of the class teacher's own.
      {R"({"do":"account_closed","person":{foreign},ORDER})", "director administrator klassruk"},
      // The school: who leads it, and what each of them decides.
      {R"({"do":"room_registered","name":"Кабинет 901"})", "director deputy administrator"},
      {R"({"do":"calendar_day_declared","day":"2026-05-04","kind":"off","title":"Праздник"})",
       "director deputy administrator"},
      {R"({"do":"class_opened","year":1,"grade":5,"letter":"я"})", "director administrator"},
      {R"({"do":"loads_approved","year":1,ORDER})", "director"},
      {R"({"do":"substitution_ordered","load":15,"substitute":6,"first_day":"2026-03-12",)"
       R"("last_day":"2026-03-13","ground":"illness",ORDER})",
       "deputy administrator"},
      {R"({"do":"document_recorded","kind":"regulation","title":"Положение",ORDER})",
       "director deputy administrator secretary"},
      {R"({"do":"outage_declared","first":"2026-03-10T09:00:00+03:00",)"
       R"("last":"2026-03-10T10:00:00+03:00",ORDER})",
       "director"},
      {R"({"do":"period_closed","school_class":1,"period":3})",
       kNobody,
       {{"deputy administrator", 422, "period.not_over"}}},
      {R"({"do":"period_reopened","school_class":1,"period":1,ORDER})", "director"},
      {R"({"do":"permission_given","teacher":{teacher},"school_class":1,"first_day":"2026-02-02",)"
       R"("last_day":"2026-02-10","until":"2026-03-12T18:00:00+03:00",ORDER})",
       "director deputy"},
      {R"({"do":"year_closed","year":1,ORDER})",
       kNobody,
       {{"director administrator", 422, "year.not_over"}}},
      // Control, copies, media.
      {R"({"do":"remark_made","teacher":{teacher},"level":"deputy","due":"2026-03-20",)"
       R"("text":"Темы уроков"})",
       "deputy",
       {{"director administrator", 422, "remark.level"}}},
      {R"({"do":"control_note_issued","first_day":"2026-03-02","last_day":"2026-03-08",)"
       R"("subject":"attendance","findings":"Порядок","conclusion":"Продолжать"})",
       "director deputy"},
      {R"({"do":"copy_printed","kind":"journal","school_class":1,"subject":1,"sheets":4,)"
       R"("log_size":10,"sha256":"DIGEST"})",
       "deputy administrator klassruk"},
      {R"({"do":"medium_registered","serial":"S-1","file_system":"ext4","room":"Архив",)"
       R"("identity":"DIGEST"})",
       "director administrator"},
      {R"({"do":"witness_appointed","name":"witness.example/w1","verifier_key":"x"})",
       "director",
       {},
       false},
      // What people say.
      {R"({"do":"send_message","to":[2],"text":"Здравствуйте"})",
       "director administrator secretary psychologist inspector klassruk teacher uchenik roditel",
       {{"deputy", 422, "message.twice"}}},
      {R"({"do":"news_posted","title":"Собрание","text":"В пятницу"})",
       "director deputy administrator",
       {{"secretary psychologist klassruk teacher", 403, "news.not_yours"}}},
      {R"({"do":"news_posted","section":"staffroom","title":"Собрание","text":"В пятницу"})",
       "secretary director deputy administrator psychologist klassruk teacher"},
      {R"({"do":"event_planned","day":"2026-03-13","title":"Музей"})",
       "director deputy administrator",
       {{"klassruk", 403, "event.not_yours"}}},
      {R"({"do":"event_planned","school_class":1,"day":"2026-03-13","title":"Парк"})",
       "klassruk director deputy administrator"},
      {R"({"do":"event_planned","school_class":2,"day":"2026-03-13","title":"Парк"})",
       "director deputy administrator", beyond("klassruk")},
  };
  return wishes;
}

Verdict expected_of(const Wish& wish, const std::string& login, unsigned allowed) {
  if (is_named(login, wish.open_to)) return {allowed, ""};
  for (const auto& other : wish.others) {
    if (is_named(login, other.logins)) return {other.status, other.code};
  }
  return {403, kNoRole};
}

TEST_F(WireGuests, EachRoleStatesWhatItMayAndIsToldByWhichRightItMayNot) {
  RecordProperty("requirement", "ACC-01 ACC-04 ACC-05 ACC-06 ACC-07 ACC-08");
  for (const auto& wish : wishes_of_all_kinds()) {
    SCOPED_TRACE(wish.command);
    const auto body = command_of(wish.command);
    EXPECT_EQ(verdict_of(stranger().post("/api/v1/commands", body)),
              (Verdict{401, "session.none"}));
    const auto before = size();
    for (const auto& login : logins()) {
      const auto told = as(login).post("/api/v1/propose", body);
      const auto expected = expected_of(wish, login, 200);
      EXPECT_EQ(verdict_of(told), expected) << login << json::serialize(told.body);
      if (expected.status == 200) continue;
      EXPECT_EQ(verdict_of(as(login).post("/api/v1/commands", body)), expected) << login;
    }
    EXPECT_EQ(size(), before) << "what is refused changes nothing";
    if (wish.open_to.empty() || !wish.is_carried_out) continue;
    const auto first = wish.open_to.substr(0, wish.open_to.find(' '));
    const auto stands = as(first).post("/api/v1/commands", body);
    EXPECT_EQ(stands.status, 201u) << first << json::serialize(stands.body);
    EXPECT_GT(size(), before);
  }
}

}  // namespace
}  // namespace letopis::end_to_end
