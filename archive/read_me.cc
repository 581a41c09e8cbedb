#include "archive/read_me.h"

#include <fmt/format.h>

#include "archive/read_me_texts.h"
#include "signing/encoding.h"
#include "signing/verifier_key.h"

namespace letopis::archive {
namespace {

std::string previous_of(const BagInfo& info) {
  return info.previous ? info.previous->name : std::string("это первый том");
}

std::string trial_of(const BagInfo& info) {
  return info.trial_log ? "\nЭто УЧЕБНЫЙ журнал: школа и люди в нём выдуманы." : "";
}

std::string common_steps(const ReadMeAbout& about) {
  return fmt::format(kCommonSteps, signing::to_hex(about.log_key.view()));
}

std::string print_of_log(const ReadMeAbout& about) {
  const auto& info = about.info;
  std::string text =
      fmt::format(kLogReadMe, info.name, info.origin, info.volume.value, info.first.value,
                  info.end.value - 1, info.day, trial_of(info), previous_of(info));
  text += common_steps(about);
  text += kLogProgram;
  if (about.certificates) text += fmt::format(kCertificateOfVolume, 5);
  return text + std::string(kWhatTheLogProves);
}

std::string print_of_documents(const ReadMeAbout& about) {
  const auto& info = about.info;
  const auto term = info.keep_until ? "по " + *info.keep_until +
                                          " включительно, затем уничтожить "
                                          "по акту"
                                    : std::string("постоянно");
  std::string text =
      fmt::format(kDocumentsReadMe, info.name, info.origin, info.volume.value, info.documents,
                  info.day, trial_of(info), term, info.end.value, previous_of(info));
  text += common_steps(about);
  if (about.certificates) {
    text += fmt::format(kCertificateOfVolume, 4);
    text += fmt::format(kCertificatesOfDocuments, 5);
  }
  return text + std::string(kWhatDocumentsProve);
}

}  // namespace

std::string print_read_me(const ReadMeAbout& about) {
  return about.info.of_log() ? print_of_log(about) : print_of_documents(about);
}

}  // namespace letopis::archive
