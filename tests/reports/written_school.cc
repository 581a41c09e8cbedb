#include "reports/written_school.h"

#include "documents/shown.h"

namespace letopis::reports {
namespace {

std::vector<std::string> shown_row(const documents::Row& row) {
  std::vector<std::string> out;
  for (const auto& cell : row.cells) {
    out.push_back(documents::shown(cell.content, documents::Language::kRussian));
  }
  return out;
}

const documents::Table* first_table(const documents::Sheet& sheet) {
  for (const auto& block : sheet.blocks) {
    if (const auto* table = std::get_if<documents::Table>(&block)) return table;
  }
  return nullptr;
}

}  // namespace

Names::Names()
    : names_{{projections::kDirector, "Дубова"},  {projections::kMaths, "Мороз"},
             {projections::kEnglish, "Енисеева"}, {projections::kAnna, "Яшина"},
             {projections::kBoris, "Борисов"},    {projections::kVera, "Ёлкина"}} {}

std::optional<std::string> Names::find(events::PersonNumber about,
                                       const events::Commitment&) const {
  const auto found = names_.find(about);
  if (found == names_.end()) return std::nullopt;
  return found->second;
}

WrittenSchool::WrittenSchool() {
  add({0}, events::PeriodDeclared{kWholeYear,
                                  {1},
                                  events::PeriodKind::kYear,
                                  1,
                                  projections::day("2025-09-01"),
                                  projections::day("2026-05-26"),
                                  1,
                                  11});
}

void WrittenSchool::give(events::PersonNumber pupil, events::MarkValue value,
                         events::PeriodNumber period, events::SubjectNumber subject,
                         events::ResultKind kind) {
  add(projections::kMaths, events::PeriodMarkGiven{pupil, projections::kFifthA, subject, period,
                                                   kind, value, std::nullopt});
}

void WrittenSchool::change(events::PersonNumber pupil, events::MarkValue value) {
  add(projections::kMaths,
      events::PeriodMarkCorrected{pupil, projections::kFifthA, projections::kMathematics,
                                  projections::kFirstQuarter, events::ResultKind::kPeriod, value,
                                  events::ChangeType::kCorrection, events::ChangeReason::kMistyped,
                                  std::nullopt, std::nullopt, std::nullopt});
}

Request WrittenSchool::request(Report report) const {
  Request request;
  request.report = report;
  request.school_class = projections::kFifthA;
  request.period = projections::kFirstQuarter;
  request.days = {projections::day("2025-09-01"), projections::day("2025-10-24")};
  return request;
}

Result<Made> WrittenSchool::make_report(const Request& request,
                                        std::optional<std::uint64_t> at) const {
  LogState state;
  state.origin = "letopis.example/small";
  state.size = at.value_or(size().value);
  state.moment = log()[state.size - 1].recorded;
  state.root = signing::sha256(bytes_of(std::to_string(state.size)));
  return make({views(), names_, state}, request);
}

std::vector<std::vector<std::string>> rows_of(const documents::Sheet& sheet) {
  std::vector<std::vector<std::string>> out;
  const documents::Table* table = first_table(sheet);
  if (table == nullptr) return out;
  for (const auto& group : table->groups) {
    for (const auto& row : group.rows) out.push_back(shown_row(row));
  }
  return out;
}

std::vector<std::vector<std::string>> totals_of(const documents::Sheet& sheet) {
  std::vector<std::vector<std::string>> out;
  const documents::Table* table = first_table(sheet);
  if (table == nullptr) return out;
  for (const auto& row : table->totals) out.push_back(shown_row(row));
  return out;
}

}  // namespace letopis::reports
