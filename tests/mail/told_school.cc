#include "mail/told_school.h"

namespace letopis::mail {

using events::PersonField;

ToldSchool::ToldSchool() {
  school_.set_clock("2025-09-08", 12);
  add_parent(kAnnasMother, kAnna, "Ольга", "anna.mother@example.com");
  add_parent(kBorisMother, kBoris, "Ирина", "boris.mother@example.com");
  add_parent(kVerasMother, kVera, "Нина", "vera.mother@example.com");
  add_parent(kAnnasFather, kAnna, "Пётр", "anna.father@example.com");
  for (const auto& [pupil, name] :
       {std::pair{kAnna, "Анна"}, {kBoris, "Борис"}, {kMaths, "Мария"}}) {
    school_.add(kDirector,
                events::PersonChanged{pupil, {{PersonField::kGivenName, secret(pupil, name)}}});
  }
  choose(kAnnasMother, events::NoticeChannel::kEmail);
  choose(kBorisMother, events::NoticeChannel::kEmail);
  choose(kAnnasFather, events::NoticeChannel::kSms);
}

void ToldSchool::add_parent(events::PersonNumber person, events::PersonNumber child,
                            const std::string& name, const std::string& address) {
  school_.add(kDirector,
              events::PersonRegistered{person,
                                       {{PersonField::kGivenName, secret(person, name)},
                                        {PersonField::kEmail, secret(person, address)}}});
  school_.add(kDirector, events::GuardianLinked{child, person, events::Relation::kMother});
}

events::Commitment ToldSchool::secret(events::PersonNumber about, const std::string& text) {
  events::PrivateText made{about, {}, text};
  ++salted_;
  made.salt[0] = static_cast<std::byte>(salted_ & 0xff);
  made.salt[1] = static_cast<std::byte>(salted_ >> 8);
  const auto commitment = events::commit(made);
  vault_[{about, commitment}] = text;
  return commitment;
}

std::optional<std::string> ToldSchool::find(events::PersonNumber about,
                                            const events::Commitment& text) const {
  const auto found = vault_.find({about, text});
  return found == vault_.end() ? std::nullopt : std::optional(found->second);
}

void ToldSchool::erase(events::PersonNumber person) {
  std::erase_if(vault_, [&](const auto& one) { return one.first.first == person; });
}

void ToldSchool::write_to(events::PersonNumber to, std::uint32_t number) {
  const std::string text = "Тайна письма";
  school_.add(kMaths, events::MessageSent{{number},
                                          {{kMaths, secret(kMaths, text)}, {to, secret(to, text)}},
                                          std::nullopt});
}

void ToldSchool::post(std::uint32_t number, std::optional<events::ClassNumber> school_class) {
  events::NewsPosted posted;
  posted.post = {number};
  posted.school_class = school_class;
  posted.title = secret(kDirector, "Каникулы");
  posted.text = secret(kDirector, "С 27 октября");
  school_.add(kDirector, posted);
}

void ToldSchool::plan(std::uint32_t number, const char* iso_day) {
  events::EventPlanned planned;
  planned.event = {number};
  planned.school_class = kFifthA;
  planned.day = day(iso_day);
  planned.time = events::TimeSpan{545, 720};
  planned.title = secret(kDirector, "Музей");
  school_.add(kDirector, planned);
}

void ToldSchool::change(events::PersonNumber person, trace::Credential what) {
  accesses_.push_back({now(), trace::CredentialChanged{person, what, {}}});
}

LogSight ToldSchool::sight() const {
  return {school_.size(),
          school_.views(),
          *this,
          [this](events::Position position) { return school_.log().at(position.value); },
          {accesses_.size(), [this](std::uint64_t index) -> std::optional<trace::Entry> {
             if (index >= accesses_.size()) return std::nullopt;
             return accesses_[index];
           }}};
}

}  // namespace letopis::mail
