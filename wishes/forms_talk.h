// A message as it is said from outside: one text, and whom it is for.
#pragma once

#include <optional>
#include <vector>

#include "outcome/result.h"
#include "rules/command.h"
#include "wishes/desk.h"
#include "wishes/form.h"
#include "wishes/secrets.h"

namespace letopis::wishes {

struct SendMessage {
  std::vector<events::PersonNumber> to;
  events::Commitment text;
  std::optional<events::MessageNumber> about;
  std::optional<events::HelpMatter> help;  // asks for help with the journal itself
};

// Its fact: a copy of the text for each participant under a salt of its own, the author's
// first; and, where it asks for help, that it does.
rules::StateFacts made_of(const SendMessage& wish, Secrets& secrets, const Desk& desk);

template <>
struct Form<SendMessage> {
  static constexpr std::string_view kName = "send_message";
  static constexpr Text kTells{"Написать сообщение; свой экземпляр получает каждый участник.",
                               "Send a message; each participant gets a copy of their own."};
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("to", self.to);
    visit("text", self.text);
    visit("about", self.about);
    visit("help", self.help);
  }
};

}  // namespace letopis::wishes
