// What stands around a school's log when its records are certified, as a trial has it: an authority
// that issues certificates, and, as processes of their own, a timestamp authority and a witness.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "demo/archive.h"
#include "demo/neighbour.h"
#include "outcome/result.h"
#include "terminal/console.h"

namespace letopis::demo {

// Its folder lies beside the log; a real school, a district and a witness have three computers.
class DemoOffice {
 public:
  // Told as a chapter: each command is shown and run by this very program. Refuses demo.step, and
  // what neighbours refuse.
  static Result<DemoOffice> open(const DemoArchive& archive, const terminal::Console& console);

  // Both media are registered, the log is cosigned and sealed to them by the director's
  // certificate, and the inspector's trust file is left. Refuses as above.
  Outcome seal(const terminal::Console& console) const;

  // The chapter of the year's certified documents. Refuses as above.
  Outcome certify(const terminal::Console& console) const;

  // Ready to be pasted: how a stranger checks all of it.
  void tell_checks(const terminal::Console& console) const;

 private:
  DemoOffice(const DemoArchive& archive, std::filesystem::path folder)
      : archive_(archive), folder_(std::move(folder)) {}
  Outcome found_authority(const terminal::Console& console) const;
  Outcome appoint_witness(const terminal::Console& console) const;
  Outcome start_neighbours();
  Outcome write_policy() const;
  std::string in(std::string_view name) const { return (folder_ / name).string(); }
  // The options of a command that signs with the director's certificate on both media.
  std::vector<std::string> signed_on_media(std::vector<std::string> words) const;

  DemoArchive archive_;
  std::filesystem::path folder_;
  std::optional<Neighbour> timestamps_;
  std::optional<Neighbour> witness_;
};

}  // namespace letopis::demo
