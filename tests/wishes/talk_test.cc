// Messages, news and events as a small school's people wish and see them.
#include <gmock/gmock.h>

#include <boost/json/serialize.hpp>

#include "projections/small_school.h"
#include "wishes/queries.h"
#include "wishes/small_desk.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;
using projections::kAnna;
using projections::kBoris;
using projections::kDirector;
using projections::kEnglish;
using projections::kFifthA;
using projections::kMaths;
using testing::ElementsAre;
using testing::IsEmpty;

// Keeps the texts about each person apart, as the vault does.
class Vault final : public events::TextSource {
 public:
  void keep(const std::vector<events::PrivateText>& texts) {
    for (const auto& one : texts) kept_[{one.about, events::commit(one)}] = one.text;
  }
  void erase(events::PersonNumber person) {
    std::erase_if(kept_, [&](const auto& one) { return one.first.first == person; });
  }
  std::optional<std::string> find(events::PersonNumber about,
                                  const events::Commitment& text) const override {
    const auto found = kept_.find({about, text});
    return found == kept_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  std::map<std::pair<events::PersonNumber, events::Commitment>, std::string> kept_;
};

class TalkTest : public testing::Test {
 protected:
  TalkTest() {
    school_.set_clock("2025-09-05", 12);
    const events::Order order{"1", projections::day("2025-08-25")};
    school_.add(kDirector, events::RoleGiven{kEnglish, events::Role::kClassTeacher, kFifthA,
                                             std::nullopt, projections::day("2025-09-01"), order});
  }

  // A wish of one fact, into the log: numbers are given as they would be.
  template <class Fact>
  void wish(events::PersonNumber author, std::string_view text, std::uint32_t number) {
    SmallDesk at(school_, author);
    Secrets secrets([this](std::span<std::byte, 32> salt) { salt[0] = std::byte{++salted_}; });
    const auto read = read_wish(json::parse(text).as_object(), "command", at.desk(), secrets);
    ASSERT_TRUE(read) << read.refusal().says.en;
    auto facts = std::get<rules::StateFacts>(read->command).facts;
    ASSERT_EQ(facts.size(), 1U);
    auto& fact = std::get<Fact>(static_cast<events::AnyFact&>(facts[0]));
    if constexpr (requires { fact.message = {number}; }) fact.message = {number};
    if constexpr (requires { fact.post = {number}; }) fact.post = {number};
    if constexpr (requires { fact.event = {number}; }) fact.event = {number};
    vault_.keep(secrets.promised_by(facts, author));
    school_.add(author, facts[0]);
  }
  Result<json::object> ask(std::string_view query, events::PersonNumber reader) {
    const SmallDesk at(school_, reader);
    const std::function<events::Position(events::Instant)> size_at = [this](events::Instant) {
      return school_.size();
    };
    return answer_query(json::parse(query).as_object(), "query", {at.desk(), vault_, size_at});
  }
  // The texts or titles of a list that is answered, in its order.
  std::vector<std::string> told(std::string_view query, events::PersonNumber reader,
                                std::string_view list, std::string_view field) {
    const auto answered = ask(query, reader);
    if (!answered) return {answered.refusal().code};
    std::vector<std::string> found;
    for (const auto& one : answered->at(list).as_array()) {
      const auto& row = one.as_object().contains("last") ? one.at("last") : one;
      const auto& text = row.at(field);
      found.emplace_back(text.is_null() ? "erased" : text.as_string().c_str());
    }
    return found;
  }

  projections::SmallSchool school_;
  Vault vault_;
  std::uint8_t salted_ = 0;
};

TEST_F(TalkTest, AMessageBecomesACopyForEachParticipantUnderASaltOfItsOwn) {
  RecordProperty("requirement", "COM-01");
  SmallDesk at(school_, kMaths);
  const auto sent = at.fact<events::MessageSent>(
      R"({"do": "send_message", "to": ["anna", 5], "text": "Завтра экскурсия"})");
  ASSERT_EQ(sent.letters.size(), 3U);
  EXPECT_EQ(sent.letters[0].person, kMaths) << "the author's own first";
  EXPECT_EQ(sent.letters[1].person, kAnna);
  EXPECT_EQ(sent.letters[2].person, kBoris);
  const auto texts = at.secrets().promised_by({sent}, kMaths);
  ASSERT_EQ(texts.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(texts[i].about, sent.letters[i].person);
    EXPECT_EQ(texts[i].text, "Завтра экскурсия");
    EXPECT_EQ(events::commit(texts[i]), sent.letters[i].text);
  }
  EXPECT_NE(sent.letters[0].text, sent.letters[1].text);
  EXPECT_EQ(at.refused(R"({"do": "send_message", "to": ["anna"]})"), "wish.missing_field");
  EXPECT_EQ(at.refused(R"({"do": "send_message", "to": ["anna"], "text": ""})"), "wish.wrong_type");
}

TEST_F(TalkTest, ParticipantsReadAConversationAndNobodyElseDoes) {
  RecordProperty("requirement", "COM-01");
  wish<events::MessageSent>(kMaths,
                            R"({"do": "send_message", "to": ["anna"], "text": "Где тетрадь?"})", 1);
  wish<events::MessageSent>(
      kAnna, R"({"do": "send_message", "to": ["petrova"], "text": "Дома", "about": 1})", 2);
  wish<events::MessageSent>(kMaths, R"({"do": "send_message", "to": ["boris"], "text": "Молодец"})",
                            3);
  EXPECT_THAT(told(R"({"show": "messages"})", kMaths, "conversations", "text"),
              ElementsAre("Молодец", "Дома"));
  EXPECT_THAT(told(R"({"show": "messages", "limit": 1})", kMaths, "conversations", "text"),
              ElementsAre("Молодец"));
  EXPECT_THAT(told(R"({"show": "messages"})", kAnna, "conversations", "text"), ElementsAre("Дома"));
  EXPECT_THAT(told(R"({"show": "thread", "message": 2})", kAnna, "messages", "text"),
              ElementsAre("Где тетрадь?", "Дома"));
  EXPECT_THAT(told(R"({"show": "thread", "message": 1})", kBoris, "messages", "text"),
              ElementsAre("message.not_yours"));
  EXPECT_THAT(told(R"({"show": "thread", "message": 1})", kDirector, "messages", "text"),
              ElementsAre("message.not_yours"));
  EXPECT_THAT(told(R"({"show": "thread", "message": 9})", kAnna, "messages", "text"),
              ElementsAre("subject.missing"));
}

TEST_F(TalkTest, ErasingOneParticipantLeavesTheOthersTheirCopies) {
  RecordProperty("requirement", "COM-01");
  wish<events::MessageSent>(kMaths,
                            R"({"do": "send_message", "to": ["anna"], "text": "Где тетрадь?"})", 1);
  vault_.erase(kMaths);
  EXPECT_THAT(told(R"({"show": "thread", "message": 1})", kAnna, "messages", "text"),
              ElementsAre("Где тетрадь?"));
  EXPECT_THAT(told(R"({"show": "thread", "message": 1})", kMaths, "messages", "text"),
              ElementsAre("erased"));
}

TEST_F(TalkTest, NewsAreShownToThoseTheyAreForAsLongAsTheyAreOfUse) {
  RecordProperty("requirement", "COM-02");
  wish<events::NewsPosted>(
      kDirector, R"({"do": "news_posted", "title": "Каникулы", "text": "С 27 октября"})", 1);
  wish<events::NewsPosted>(kEnglish, R"({"do": "news_posted", "school_class": "5А",
      "title": "Поход", "text": "В субботу", "until": "2025-09-06"})",
                           2);
  wish<events::NewsPosted>(kMaths, R"({"do": "news_posted", "section": "staffroom",
      "title": "Педсовет", "text": "В 15:00"})",
                           3);
  constexpr auto kSchoolNews = R"({"show": "news"})";
  constexpr auto kStaffNews = R"({"show": "news", "section": "staffroom"})";
  EXPECT_THAT(told(kSchoolNews, kAnna, "news", "title"), ElementsAre("Поход", "Каникулы"));
  EXPECT_THAT(told(R"({"show": "news", "class": 1})", kAnna, "news", "text"),
              ElementsAre("В субботу"));
  EXPECT_THAT(told(kStaffNews, kAnna, "news", "title"), IsEmpty());
  EXPECT_THAT(told(kStaffNews, kDirector, "news", "title"), ElementsAre("Педсовет"));
  school_.set_clock("2025-09-06", 23, 59);
  EXPECT_THAT(told(kSchoolNews, kAnna, "news", "title"), ElementsAre("Поход", "Каникулы"));
  school_.set_clock("2025-09-07", 0);
  EXPECT_THAT(told(kSchoolNews, kAnna, "news", "title"), ElementsAre("Каникулы"));
  EXPECT_THAT(told(R"({"show": "news", "past": true})", kAnna, "news", "title"),
              ElementsAre("Поход", "Каникулы"));
}

TEST_F(TalkTest, WhoHasReadNewsIsToldToTheirAuthorAndTheAdministration) {
  RecordProperty("requirement", "COM-02");
  wish<events::NewsPosted>(kEnglish, R"({"do": "news_posted", "school_class": "5А",
      "title": "Поход", "text": "В субботу"})",
                           1);
  wish<events::AcquaintanceSigned>(
      kAnna, R"({"do": "acquaintance_signed", "subject": "news", "number": 1})", 0);
  const auto of = [&](events::PersonNumber reader) {
    return ask(R"({"show": "news"})", reader)->at("news").as_array().at(0).as_object();
  };
  EXPECT_TRUE(of(kAnna).at("read").as_bool());
  EXPECT_FALSE(of(kAnna).contains("readers"));
  EXPECT_FALSE(of(kBoris).at("read").as_bool());
  for (const auto reader : {kEnglish, kDirector}) {
    const auto readers = of(reader).at("readers").as_array();
    ASSERT_EQ(readers.size(), 1U) << reader.value;
    EXPECT_EQ(readers[0].at("person").to_number<std::uint32_t>(), kAnna.value);
    EXPECT_TRUE(readers[0].at("read").as_string().starts_with("2025-09-05T12:00"));
  }
}

TEST_F(TalkTest, EventsOfAClassAreInItsPupilsDiariesAndTimetables) {
  RecordProperty("requirement", "COM-03");
  wish<events::EventPlanned>(kEnglish, R"({"do": "event_planned", "school_class": "5А",
      "day": "2025-09-11", "time": {"start_minute": 545, "end_minute": 720},
      "title": "Музей", "text": "Сбор в 9:00"})",
                             1);
  wish<events::EventPlanned>(
      kDirector, R"({"do": "event_planned", "day": "2025-09-10", "title": "Линейка"})", 2);
  wish<events::EventPlanned>(kDirector, R"({"do": "event_planned", "school_class": "5Б",
      "day": "2025-09-10", "title": "Концерт"})",
                             3);
  EXPECT_THAT(told(R"({"show": "events"})", kAnna, "events", "title"),
              ElementsAre("Линейка", "Музей"));
  EXPECT_THAT(told(R"({"show": "events"})", kDirector, "events", "title"),
              ElementsAre("Линейка", "Концерт", "Музей"));
  EXPECT_THAT(told(R"({"show": "events", "class": 1})", kDirector, "events", "text"),
              ElementsAre("Сбор в 9:00"));
  EXPECT_THAT(told(R"({"show": "events", "from": "2025-09-12"})", kAnna, "events", "title"),
              IsEmpty());
  EXPECT_THAT(told(R"({"show": "events", "from": "2025-09-12", "to": "2025-09-11"})", kAnna,
                   "events", "title"),
              ElementsAre("query.span"));
  EXPECT_THAT(told(R"({"show": "diary", "pupil": "me"})", kAnna, "events", "title"),
              ElementsAre("Линейка", "Музей"));
  const auto own = R"({"show": "timetable", "pupil": "me", "from": "2025-09-11"})";
  EXPECT_THAT(told(own, kAnna, "events", "title"), ElementsAre("Музей"));
  const auto museum = ask(R"({"show": "events", "class": 1})", kAnna);
  EXPECT_EQ(museum->at("events").as_array().at(0).at("from").as_string(), "09:05");
  EXPECT_EQ(museum->at("events").as_array().at(0).at("to").as_string(), "12:00");
  EXPECT_EQ(museum->at("events").as_array().at(0).at("class").as_string(), "5а");
}

TEST_F(TalkTest, AddresseesAreToldWithWhatTheyAreToTheReader) {
  RecordProperty("requirement", "COM-01");
  const auto of_maths = ask(R"({"show": "addressees"})", kMaths);
  std::string people;
  for (const auto& one : of_maths->at("addressees").as_array()) {
    people += std::to_string(one.at("person").to_number<int>()) + " ";
    if (one.at("person").to_number<std::uint32_t>() == kAnna.value) {
      EXPECT_EQ(one.at("class").as_string(), "5а");
    }
  }
  EXPECT_EQ(people, "1 3 4 5 6 ");
  const auto of_anna = ask(R"({"show": "addressees"})", kAnna);
  EXPECT_EQ(of_anna->at("addressees").as_array().size(), 3U);
  EXPECT_EQ(ask(R"({"show": "addressees", "class": 2})", kAnna)->at("addressees").as_array().size(),
            1U)
      << "mathematics alone";
}

TEST_F(TalkTest, WhoAsksForHelpSeesWithWhatAndWhetherItWasAnswered) {
  RecordProperty("requirement", "COM-08");
  SmallDesk at(school_, kMaths);
  Secrets secrets([this](std::span<std::byte, 32> salt) { salt[0] = std::byte{++salted_}; });
  const auto read = read_wish(
      json::parse(R"({"do": "send_message", "to": ["director"], "text": "Не открывается журнал",
                      "help": "fault"})")
          .as_object(),
      "command", at.desk(), secrets);
  ASSERT_TRUE(read) << read.refusal().says.en;
  const auto facts = std::get<rules::StateFacts>(read->command).facts;
  ASSERT_EQ(facts.size(), 2U);
  vault_.keep(secrets.promised_by(facts, kMaths));
  for (const auto& fact : facts) school_.add(kMaths, fact);
  const auto help = [&] {
    const auto told = ask(R"({"show": "messages"})", kMaths);
    return told->at("conversations").at(0).at("help").as_object();
  };
  EXPECT_EQ(help().at("matter"), "fault");
  EXPECT_FALSE(help().contains("answered"));
  wish<events::MessageSent>(
      kDirector, R"({"do": "send_message", "to": ["petrova"], "text": "Починили", "about": 1})", 2);
  EXPECT_TRUE(help().contains("answered"));
  const auto thread = ask(R"({"show": "thread", "message": 1})", kMaths);
  EXPECT_TRUE(thread->at("messages").at(0).as_object().contains("help"));
  EXPECT_FALSE(thread->at("messages").at(1).as_object().contains("help"));
}

}  // namespace
}  // namespace letopis::wishes
