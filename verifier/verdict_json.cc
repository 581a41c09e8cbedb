#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "archive/layout.h"
#include "signing/encoding.h"
#include "terminal/json.h"
#include "verifier/entry_teller.h"
#include "verifier/verdict_report.h"

namespace letopis::verifier {
namespace {

namespace json = boost::json;

std::string_view trust_word(archive::TrustState trust) {
  switch (trust) {
    case archive::TrustState::kTrusted: return "trusted";
    case archive::TrustState::kUnknown: return "unknown_key";
    case archive::TrustState::kNotGiven: return "not_given";
  }
  return {};
}

std::string_view fault_word(audit::Fault fault) {
  switch (fault) {
    case audit::Fault::kAltered: return "altered";
    case audit::Fault::kRolledBack: return "rolled_back";
    case audit::Fault::kIncomplete: return "incomplete";
  }
  return {};
}

json::object finding_object(const audit::Finding& finding, EntryTeller* teller,
                            const terminal::Console& console) {
  json::object one{{"fault", fault_word(finding.fault)},
                   {"where", finding.where},
                   {"code", finding.what.code},
                   {"says", console.says(finding.what.says)}};
  if (!finding.file.empty()) one["file"] = finding.file;
  if (!finding.volume.empty()) one["volume"] = finding.volume;
  if (finding.position) {
    one["position"] = finding.position->value;
    if (teller) one["entry"] = teller->tell(*finding.position);
  }
  return one;
}

json::array findings_array(const archive::Verdict& verdict, const terminal::Console& console) {
  EntryTeller teller(verdict, console.language());
  json::array findings;
  for (const auto& finding : verdict.findings) {
    findings.push_back(finding_object(finding, &teller, console));
  }
  return findings;
}

// Of log volumes and of what is kept for ever: none.
json::value keep_until_value(const archive::BagInfo& info) {
  return info.keep_until ? json::value(*info.keep_until) : json::value();
}

json::array volumes_array(const archive::Verdict& verdict) {
  json::array volumes;
  for (const auto& volume : verdict.volumes) {
    volumes.push_back(json::object{{"name", volume.path.filename().string()},
                                   {"kind", volume.info.of_log() ? "log" : "document"},
                                   {"first", volume.info.first.value},
                                   {"end", volume.info.end.value},
                                   {"tag_manifest", signing::to_hex(volume.tag_manifest.view())},
                                   {"followed", volume.followed},
                                   {"keep_until", keep_until_value(volume.info)},
                                   {"findings", volume.findings}});
  }
  return volumes;
}

json::array names_array(const std::vector<std::string>& texts) {
  json::array names;
  for (const auto& text : texts) names.emplace_back(archive::shown_name(text));
  return names;
}

json::value witness_value(const archive::Verdict& verdict) {
  if (!verdict.witnessed) return nullptr;
  return json::object{{"names", names_array(verdict.witnessed->names)},
                      {"time", verdict.witnessed->time.value},
                      {"size", verdict.witnessed->size}};
}

json::value moment_value(const std::optional<pki::Moment>& moment) {
  return moment ? json::value(moment->time_since_epoch().count()) : json::value();
}

json::object certified_object(const archive::Certified& certified,
                              const terminal::Console& console) {
  json::object signers;
  for (const auto& [name, count] : certified.signers) signers[archive::shown_name(name)] = count;
  json::array information;
  for (const auto& told : certified.information) {
    information.push_back(json::object{{"says", console.says(told.says)}, {"times", told.times}});
  }
  return {{"documents", certified.documents},
          {"not_signed", certified.not_signed},
          {"volumes", certified.volumes},
          {"signatures", certified.signatures},
          {"timestamps", certified.timestamps},
          {"not_checked", certified.not_checked},
          {"signers", std::move(signers)},
          {"first_stamped", moment_value(certified.first_stamped)},
          {"last_stamped", moment_value(certified.last_stamped)},
          {"vouched", certified.vouched},
          {"information", std::move(information)}};
}

json::array destroyed_array(const std::vector<archive::Destroyed>& destroyed) {
  json::array all;
  for (const auto& one : destroyed) {
    all.push_back(
        json::object{{"name", one.name},
                     {"medium", one.medium.value},
                     {"act", one.act.number},
                     {"day", terminal::day_text(terminal::Language::kEnglish, one.act.day)}});
  }
  return all;
}

json::object verdict_object(const archive::Verdict& verdict, const terminal::Console& console) {
  return {{"verdict", verdict_line(verdict, console.language())},
          {"exit", static_cast<int>(exit_of(verdict))},
          {"path", verdict.path.string()},
          {"medium", verdict.medium ? json::value(verdict.medium->value) : json::value()},
          {"trust", trust_word(verdict.trust)},
          {"witnessed", witness_value(verdict)},
          {"origin", verdict.origin},
          {"trial_log", verdict.trial_log},
          {"trial_media", verdict.trial_media},
          {"size", verdict.size},
          {"root", signing::to_hex(verdict.root.view())},
          {"volumes", volumes_array(verdict)},
          {"skipped", names_array(verdict.skipped)},
          {"files", verdict.files},
          {"bytes", verdict.bytes},
          {"entries", verdict.entries},
          {"signatures", verdict.signatures},
          {"renditions", verdict.renditions},
          {"keys", verdict.keys},
          {"streams", verdict.streams},
          {"commands", verdict.commands},
          {"checkpoints", verdict.checkpoints},
          {"cosignatures", verdict.cosignatures},
          {"access_entries", verdict.access_entries},
          {"access_size", verdict.access_size},
          {"texts", verdict.texts},
          {"texts_erased", verdict.texts_erased},
          {"certified", certified_object(verdict.certified, console)},
          {"destroyed", destroyed_array(verdict.destroyed)},
          {"owed", destroyed_array(verdict.owed)},
          {"since", verdict.since ? json::value(*verdict.since) : json::value()},
          {"findings_in_all", verdict.findings_in_all},
          {"findings", findings_array(verdict, console)}};
}

}  // namespace

void print_checked_json(const Checked& checked, const terminal::Console& console) {
  json::array verdicts;
  for (const auto& verdict : checked.verdicts) {
    verdicts.push_back(verdict_object(verdict, console));
  }
  json::array comparison;
  for (const auto& finding : checked.comparison.findings) {
    comparison.push_back(finding_object(finding, nullptr, console));
  }
  terminal::print_json(console, {{"exit", static_cast<int>(checked.exit())},
                                 {"seconds", checked.seconds},
                                 {"verdicts", std::move(verdicts)},
                                 {"same_volumes", checked.comparison.same},
                                 {"comparison", std::move(comparison)}});
}

}  // namespace letopis::verifier
