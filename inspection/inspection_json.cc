#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "inspection/damaged_log.h"
#include "inspection/inspection_report.h"
#include "signing/encoding.h"
#include "terminal/json.h"

namespace letopis::inspection {

using namespace terminal;

namespace json = boost::json;

void print_inspection_json(const Inspection& inspection, const Console& console) {
  const auto& verdict = inspection.verdict;
  const DamagedLog log(inspection.directory, console.language());
  json::array findings;
  for (const auto& finding : verdict.findings) {
    json::object one{{"where", finding.where},
                     {"code", finding.what.code},
                     {"says", console.says(finding.what.says)}};
    if (finding.position) {
      one["position"] = finding.position->value;
      one["entry"] = log.tell(*finding.position);
    }
    findings.push_back(std::move(one));
  }
  print_json(console, {{"verdict", verdict_line(inspection, console.language())},
                       {"exit", static_cast<int>(inspection.exit())},
                       {"key_from_outside", inspection.key_from_outside},
                       {"origin", inspection.profile.origin},
                       {"size", verdict.size},
                       {"root", signing::to_hex(verdict.root.view())},
                       {"signatures", verdict.signatures},
                       {"keys", verdict.keys},
                       {"streams", verdict.streams},
                       {"commands", verdict.commands},
                       {"texts", verdict.texts},
                       {"texts_erased", verdict.texts_erased},
                       {"view_rows", verdict.view_rows},
                       {"seconds", inspection.seconds},
                       {"findings_in_all", verdict.findings_in_all},
                       {"findings", std::move(findings)}});
}

}  // namespace letopis::inspection
