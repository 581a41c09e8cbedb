#include "trial/lived_year.h"

#include <map>
#include <memory>
#include <sstream>
#include <utility>

#include "signing/digest.h"
#include "trial/fact_reading.h"

namespace letopis::trial {

LivedYear live(Settings settings) {
  LivedYear lived;
  lived.settings = settings;
  Year year(std::move(settings));
  year.live([&](Command command) {
    (command.in_vain ? lived.attempts : lived.commands).push_back(std::move(command));
  });
  lived.summary = year.summary();
  return lived;
}

const LivedYear& year_of(unsigned pupils, std::uint64_t seed) {
  static std::map<std::pair<unsigned, std::uint64_t>, std::unique_ptr<LivedYear>> kept;
  auto& found = kept[{pupils, seed}];
  if (!found) {
    Settings settings;
    settings.pupils = pupils;
    settings.seed = seed;
    found = std::make_unique<LivedYear>(live(std::move(settings)));
  }
  return *found;
}

std::string digest_of(const std::vector<Command>& commands) {
  signing::Sha256 hash;
  for (const Command& command : commands) {
    std::ostringstream text;
    text << command.author.value << ' ' << command.author_key << ' ' << command.id.high << ' '
         << command.id.low << ' ' << command.at.milliseconds << ' ' << command.stated.milliseconds
         << '\n';
    for (const events::Fact& fact : command.facts) text << text_of(fact) << '\n';
    for (const events::PrivateText& secret : command.texts) {
      text << secret.about.value << ' ' << letopis::text_of(Bytes(secret.salt)) << ' '
           << secret.text << '\n';
    }
    hash.add(bytes_of(text.str()));
  }
  static constexpr char digits[] = "0123456789abcdef";
  std::string hex;
  for (const std::byte byte : hash.finish().bytes) {
    hex += digits[static_cast<unsigned>(byte) >> 4U];
    hex += digits[static_cast<unsigned>(byte) & 15U];
  }
  return hex;
}

}  // namespace letopis::trial
