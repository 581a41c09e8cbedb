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

events::Commitment Names::keep(std::string words) {
  events::Commitment text;
  text.digest = signing::sha256(bytes_of(words));
  words_[text.digest] = std::move(words);
  return text;
}

std::optional<std::string> Names::find(events::PersonNumber about,
                                       const events::Commitment& text) const {
  const auto words = words_.find(text.digest);
  if (words != words_.end()) return words->second;
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

LogState WrittenSchool::state_at(std::uint64_t at) const {
  LogState state;
  state.origin = "letopis.example/small";
  state.size = at;
  state.moment = log()[at - 1].recorded;
  state.root = signing::sha256(bytes_of(std::to_string(at)));
  return state;
}

Result<Made> WrittenSchool::make_report(const Request& request,
                                        std::optional<std::uint64_t> at) const {
  return make({views(), names_, state_at(at.value_or(size().value))}, request);
}

Result<Made> WrittenSchool::make_report_for(events::PersonNumber reader,
                                            const Request& request) const {
  return make({views(), names_, state_at(size().value), Reader{reader, now()}}, request);
}

events::PersonNumber WrittenSchool::add_person(std::uint32_t number, std::string name) {
  const events::PersonNumber person{number};
  add(projections::kDirector,
      events::PersonRegistered{person, {{events::PersonField::kFamilyName, names_.keep(name)}}});
  return person;
}

void WrittenSchool::give_role(events::PersonNumber person, events::Role role) {
  add(projections::kDirector, events::RoleGiven{person, role, std::nullopt, std::nullopt,
                                                projections::day("2025-08-25"), std::nullopt});
}

void WrittenSchool::adopt(std::vector<events::Parameter> parameters) {
  add(projections::kDirector,
      events::RegulationAdopted{"Положение", std::nullopt, projections::day("2025-08-25"),
                                std::move(parameters)});
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
