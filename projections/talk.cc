#include "projections/talk.h"

#include "projections/chapters.h"
#include "projections/filed.h"
#include "projections/view_ids.h"

namespace letopis::projections {
namespace {

std::uint64_t counted_down(events::Position position) { return ~position.value; }

RowBytes& start(RowBytes& key, TalkPart part) { return key.u8(static_cast<std::uint8_t>(part)); }

struct Fold {
  const events::RecordedEvent& event;
  const events::ViewReader& views;
  events::ViewWriter& own;

  void operator()(const events::MessageSent& fact) const {
    const auto begun = fact.about ? beginning_of(*fact.about) : fact.message;
    RowBytes message;
    message.u32(fact.message.value);
    RowBytes letter;
    letter.u32(fact.message.value).u32(begun.value);
    for (const auto& one : fact.letters) {
      RowBytes key;
      start(key, TalkPart::kLetters).u32(one.person.value).u64(counted_down(event.position));
      own.put(key.view(), letter.view());
    }
    RowBytes conversation;
    start(conversation, TalkPart::kConversations).u32(begun.value).u64(event.position.value);
    own.put(conversation.view(), message.view());
    RowBytes beginning;
    RowBytes found;
    start(beginning, TalkPart::kBeginnings).u32(fact.message.value);
    own.put(beginning.view(), found.u32(begun.value).view());
  }
  void operator()(const events::NewsPosted& fact) const {
    RowBytes key;
    start(key, TalkPart::kNews).u8(static_cast<std::uint8_t>(fact.section));
    RowBytes value;
    write_filed(value, event, fact);
    own.put(key.u64(counted_down(event.position)).view(), value.view());
  }
  void operator()(const events::HelpAsked& fact) const {
    RowBytes key;
    file(own, start(key, TalkPart::kHelp).u32(fact.message.value), event, fact);
  }
  void operator()(const events::EventPlanned& fact) const {
    RowBytes key;
    file(own, start(key, TalkPart::kEvents).day(fact.day), event, fact);
  }
  void operator()(const events::AcquaintanceSigned& fact) const {
    if (fact.subject != events::AcquaintanceSubject::kNews) return;
    RowBytes key;
    file(own, start(key, TalkPart::kReadNews).u32(fact.number), event, fact);
  }

  // That they were taken back is found in the directory, by their numbers.
  template <OneOf<events::NewsWithdrawn, events::EventCancelled> Fact>
  void operator()(const Fact&) const {}
  template <OneOf<events::PupilNoted, events::FamilyTold, events::RemarkMade, events::RemarkSettled,
                  events::RemarkConfirmed, events::ControlNoteIssued, events::ReportHandedIn>
                Fact>
  void operator()(const Fact&) const {}
  template <SchoolFact Fact>
  void operator()(const Fact&) const {}
  template <TeachingFact Fact>
  void operator()(const Fact&) const {}
  template <PeopleFact Fact>
  void operator()(const Fact&) const {}
  template <LessonFact Fact>
  void operator()(const Fact&) const {}
  template <MarkFact Fact>
  void operator()(const Fact&) const {}
  template <ArchiveFact Fact>
  void operator()(const Fact&) const {}

 private:
  events::MessageNumber beginning_of(events::MessageNumber message) const {
    RowBytes key;
    const auto row = views.get(kTalk, start(key, TalkPart::kBeginnings).u32(message.value).view());
    return row ? events::MessageNumber{RowReader(*row).u32()} : message;
  }
};

void fold(const events::RecordedEvent& event, const events::ViewReader& views,
          events::ViewWriter& own) {
  std::visit(Fold{event, views, own}, event.event.fact);
}

}  // namespace

events::Projection talk_projection() { return {kTalk, "talk", fold}; }

}  // namespace letopis::projections
