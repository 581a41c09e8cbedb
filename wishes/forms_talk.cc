#include "wishes/forms_talk.h"

#include "outcome/invariant.h"

namespace letopis::wishes {

rules::StateFacts made_of(const SendMessage& wish, Secrets& secrets, const Desk& desk) {
  const auto text = secrets.find(desk.author, wish.text);
  INVARIANT(text.has_value());  // it was kept when the wish was read
  events::MessageSent sent;
  sent.about = wish.about;
  sent.letters.push_back({desk.author, wish.text});
  for (const auto person : wish.to) sent.letters.push_back({person, secrets.keep(*text)});
  if (!wish.help) return {{events::Fact(std::move(sent))}};
  sent.message =
      events::MessageNumber{desk.school.directory().last_number(events::NumberKind::kMessage) + 1};
  const events::HelpAsked asked{sent.message, *wish.help};
  return {{events::Fact(std::move(sent)), events::Fact(asked)}};
}

}  // namespace letopis::wishes
