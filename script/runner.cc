#include "script/runner.h"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "projections/memory_views.h"
#include "rules/access.h"
#include "rules/propose.h"
#include "script/founding.h"
#include "script/import.h"
#include "signing/encoding.h"
#include "wishes/misread.h"
#include "wishes/moment.h"
#include "wishes/outcome.h"
#include "wishes/queries.h"
#include "wishes/told.h"

namespace letopis::script {
namespace {

namespace json = boost::json;

constexpr std::string_view kCommand = "command";  // stands before fields in refusals

std::string word_of(const RunnerLine& line) {
  const auto* word = line.wish.if_contains(line.is_query ? "show" : "do");
  return word != nullptr && word->is_string() ? std::string(word->get_string()) : std::string();
}

// Reads one of the runner's own wishes.
template <class Wish>
Result<Wish> read(const RunnerLine& line, const wishes::Desk& desk) {
  using Form = wishes::Form<Wish>;
  wishes::Secrets no_secrets([](auto) {});
  Wish wish{};
  wishes::Reading reading(Form::kName, line.wish, std::string(kCommand), desk, no_secrets);
  reading.leave("do");
  Form::visit_fields(wish, reading);
  if (auto done = reading.end(); !done) return done.refusal();
  return wish;
}

}  // namespace

bool is_not_understood(const Refusal& refusal) {
  return wishes::is_misread(refusal) || refusal.code.starts_with("line.");
}

Result<Runner> Runner::on(std::filesystem::path directory, std::filesystem::path beside) {
  Runner runner(std::move(directory), std::move(beside));
  std::error_code ignored;
  if (!std::filesystem::exists(runner.directory_, ignored) ||
      std::filesystem::is_empty(runner.directory_, ignored)) {
    return runner;
  }
  auto school = RunnerSchool::open(runner.directory_);
  if (!school) return school.refusal();
  runner.school_ = *std::move(school);
  const auto log = runner.school_->ledger().snapshot();
  if (log->size() > 0) {
    const auto last = log->event({log->size() - 1});
    if (!last) return last.refusal();
    runner.at_ = last->recorded;
  }
  return runner;
}

json::object Runner::take(std::uint64_t number, std::string_view text) {
  ++tally_.lines;
  const auto line = parse_runner_line(text);
  auto out = outcome_of(number, line);
  if (!line || !line->expected) return out;
  ++tally_.expected;
  if (const auto otherwise = differs(*line->expected, out)) {
    ++tally_.otherwise;
    out["otherwise"] = json::object{{"ru", otherwise->ru}, {"en", otherwise->en}};
  }
  return out;
}

json::object Runner::outcome_of(std::uint64_t number, const Result<RunnerLine>& line) {
  json::object out{{"line", number}};
  const auto refused = [&](const Refusal& refusal) {
    ++(is_not_understood(refusal) ? tally_.not_understood : tally_.refused);
    out["refused"] = wishes::told(refusal);
    return out;
  };
  if (!line) return refused(line.refusal());
  if (auto gone_on = go_on(*line); !gone_on) {
    out["as"] = line->as;
    return refused(gone_on.refusal());
  }
  auto outcome = run(*line, out);
  if (!outcome) return refused(outcome.refusal());
  ++tally_.accepted;
  out[line->is_query ? "answer" : "accepted"] = *std::move(outcome);
  return out;
}

Outcome Runner::go_on(const RunnerLine& line) {
  if (line.at < at_) {
    Refusal back{"line.time_back",
                 {"время сценария назад не идёт", "a script's time never goes back"}};
    if (school_) {
      const auto log = school_->ledger().snapshot();
      const auto clock = wishes::print_moment(at_, rules::SchoolNow(*log, at_).zone());
      back.allowed = {fmt::format("часы сценария уже показывают {}", clock),
                      fmt::format("the script's clock shows {} already", clock)};
    }
    return back;
  }
  if (line.stated && line.at < *line.stated) {
    return Refusal{"line.stated_later", {"stated позже, чем at", "stated is later than at"}};
  }
  at_ = line.at;
  return Done{};
}

Result<json::object> Runner::run(const RunnerLine& line, json::object& out) {
  const auto word = word_of(line);
  if (!school_) {
    if (const auto utc = regulations::TimeZone::named("UTC")) {
      out["at"] = wishes::print_moment(line.at, *utc);
    }
    out["as"] = line.as;
    if (!word.empty()) out[line.is_query ? "show" : "do"] = word;
    if (!line.is_query && word == "open_school") {
      auto opened = open_school(line);
      if (opened) out["at"] = opened->at("recorded");  // by the school's own clock
      return opened;
    }
    return Refusal{"line.no_school",
                   {"школы ещё нет", "there is no school yet"},
                   {},
                   {"первая строка — команда open_school", "the first line is open_school"}};
  }
  const auto log = school_->ledger().snapshot();
  const rules::SchoolNow school(*log, line.at);
  out["at"] = wishes::print_moment(line.at, school.zone());
  out["as"] = line.as;
  if (!word.empty()) out[line.is_query ? "show" : "do"] = word;
  const auto author = author_of(line);
  if (!author) return author.refusal();
  const wishes::Desk desk{school, school_->logins(), *author, &school_->ledger().texts()};
  const std::function<events::Position(events::Instant)> size_at = [&log](events::Instant at) {
    return events::Position{log->size_at(at)};
  };
  const wishes::Sight sight{desk, school_->ledger().texts(), size_at};
  if (line.is_query) return wishes::answer_query(line.wish, "query", sight);
  if (word == "open_school") {
    return Refusal{
        "run.school_open",
        {"школа уже открыта", "the school is open already"},
        {},
        {"дальше сценарий идёт без open_school", "the script goes on without open_school"}};
  }
  if (word == "activate") return activate(line, desk, *log);
  if (word == "login") return name_login(line, desk);
  if (word == "import_file") return import_file(line, sight, *log);
  return state(line, desk, *log);
}

Result<events::PersonNumber> Runner::author_of(const RunnerLine& line) const {
  if (const auto* number = line.as.if_int64(); number != nullptr && *number > 0) {
    const auto log = school_->ledger().snapshot();
    const events::PersonNumber person{static_cast<std::uint32_t>(*number)};
    if (*number <= 0xffff'ffffLL &&
        projections::Directory(*log).exists(events::NumberKind::kPerson, person.value)) {
      return person;
    }
  }
  if (const auto* login = line.as.if_string()) {
    if (const auto person = school_->logins().find(std::string_view(*login))) return *person;
  }
  const auto login = wishes::quoted(json::serialize(line.as));
  return Refusal{"line.unknown_login",
                 {fmt::format("никто не входит под именем {}", login),
                  fmt::format("nobody has the login {}", login)},
                 {},
                 {"as — имя для входа или номер человека", "as: a login, or a person's number"}};
}

Result<json::object> Runner::open_school(const RunnerLine& line) {
  if (line.as != json::value(wishes::kFounderLogin)) {
    return Refusal{"line.unknown_login",
                   {"школу открывает founder", "the school is opened by the founder"}};
  }
  const projections::MemoryViews nothing;
  const rules::SchoolNow school(nothing, line.at);
  const wishes::Logins no_logins;
  const auto wish = read<OpenSchool>(line, {school, no_logins, {}, nullptr});
  if (!wish) return wish.refusal();
  auto founded = found_school(directory_, *wish, line.at);
  if (!founded) return founded.refusal();
  school_ = std::move(founded->school);
  const auto zone = regulations::TimeZone::named(wish->time_zone);
  INVARIANT(zone.has_value());  // the school stands in it
  return json::object{{"first", 0},
                      {"count", founded->facts.size()},
                      {"recorded", wishes::print_moment(line.at, *zone)},
                      {"declared", wishes::declared_by(founded->facts)}};
}

Result<json::object> Runner::activate(const RunnerLine& line, const wishes::Desk& desk,
                                      const ledger::Snapshot& log) {
  const auto wish = read<Activate>(line, desk);
  if (!wish) return wish.refusal();
  const auto known = desk.school.directory().keys_of(wish->person).size();
  if (known >= kMaxKeysOfPerson) {
    return Refusal{"activate.too_many",
                   {fmt::format("у человека не бывает больше {} ключей", kMaxKeysOfPerson),
                    fmt::format("a person has at most {} keys", kMaxKeysOfPerson)}};
  }
  std::vector<events::Fact> wished;
  wished.emplace_back(events::KeyEnrolled{
      wish->person, school_->keys().key_of(wish->person, static_cast<unsigned>(known)).public_key(),
      wish->holder.value_or(events::KeyHolder::kServer),
      wish->ground.value_or(known == 0 ? events::KeyGround::kActivation
                                       : events::KeyGround::kReset),
      std::nullopt});
  // Last, for a key that replaces itself signs this too.
  for (const auto& key : desk.school.directory().keys_of(wish->person)) {
    if (key.ended) continue;
    wished.emplace_back(events::KeyEnded{wish->person, signing::key_id_of(key.public_key),
                                         events::KeyEndGround::kReplaced});
  }
  const auto facts =
      rules::propose(rules::StateFacts{std::move(wished)}, {desk.author, line.at}, log);
  if (!facts) {
    auto refusal = facts.refusal();
    if (wish->person == desk.author && known == 0) {
      refusal.allowed = {"первый ключ вносит тот, кто выдал код: он стоит в as",
                         "whoever issued the code enrols the first key: as names that person"};
    }
    return refusal;
  }
  return append(line, desk.author, *facts, wishes::Secrets([](auto) {}));
}

Result<json::object> Runner::name_login(const RunnerLine& line, const wishes::Desk& desk) {
  const auto wish = read<NameLogin>(line, desk);
  if (!wish) return wish.refusal();
  using enum events::Role;
  const bool may = rules::has_role(desk.author, kDirector, desk.school) ||
                   rules::has_role(desk.author, kAdministrator, desk.school);
  if (!may) {
    return Refusal{"login.not_yours",
                   {"имена для входа даёт директор или администратор",
                    "logins are given by the director or the administrator"}};
  }
  if (!desk.school.directory().exists(events::NumberKind::kPerson, wish->person.value)) {
    return Refusal{"subject.missing",
                   {fmt::format("нет такого: человек № {}", wish->person.value),
                    fmt::format("there is no person {}", wish->person.value)}};
  }
  if (auto kept = school_->keep_login(wish->login, wish->person); !kept) return kept.refusal();
  return json::object{{"login", wish->login}, {"person", wish->person.value}};
}

events::PersonNumber Runner::next_person(const wishes::Desk& desk) {
  return {desk.school.directory().last_number(events::NumberKind::kPerson) + 1};
}

Result<json::object> Runner::import_file(const RunnerLine& line, const wishes::Sight& sight,
                                         const ledger::Snapshot& log) {
  const auto wish = read<ImportFile>(line, sight.desk);
  if (!wish) return wish.refusal();
  wishes::Secrets secrets(school_->salts());
  const auto import = read_import(*wish, beside_, sight, secrets);
  if (!import) return import.refusal();
  const auto logins = wishes::logins_of(*import, sight.desk);
  if (!logins) return logins.refusal();
  const auto facts = rules::propose(*import, {sight.reader(), line.at}, log);
  if (!facts) return facts.refusal();
  auto accepted = append(line, sight.reader(), *facts, secrets);
  if (accepted) school_->keep_logins(*logins, next_person(sight.desk));
  return accepted;
}

Result<json::object> Runner::state(const RunnerLine& line, const wishes::Desk& desk,
                                   const ledger::Snapshot& log) {
  wishes::Secrets secrets(school_->salts());
  const auto wish = wishes::read_wish(line.wish, kCommand, desk, secrets);
  if (!wish) return wish.refusal();
  const auto facts = rules::propose(wish->command, {desk.author, line.at, &secrets}, log);
  if (!facts) return facts.refusal();
  auto accepted = append(line, desk.author, *facts, secrets);
  if (accepted) school_->keep_logins(wish->logins, next_person(desk));
  return accepted;
}

Result<json::object> Runner::append(const RunnerLine& line, events::PersonNumber author,
                                    const std::vector<events::Fact>& facts,
                                    const wishes::Secrets& secrets) {
  const auto stated = line.stated.value_or(line.at);
  const auto accepted = school_->append(
      {author, line.key, line.at, stated, facts, secrets.promised_by(facts, author)});
  if (!accepted) return accepted.refusal();
  const auto log = school_->ledger().snapshot();
  const rules::SchoolNow school(*log, line.at);
  return wishes::told_outcome(
      facts, {accepted->place.first, accepted->recorded, stated, author, {}}, school);
}

Result<json::object> Runner::end() {
  json::object out{{"lines", tally_.lines},       {"accepted", tally_.accepted},
                   {"refused", tally_.refused},   {"not_understood", tally_.not_understood},
                   {"expected", tally_.expected}, {"otherwise", tally_.otherwise}};
  if (school_) {
    if (auto published = school_->ledger().publish(); !published) return published.refusal();
    const auto log = school_->ledger().snapshot();
    out["size"] = log->size();
    out["root"] = signing::to_hex(log->root().view());
  }
  return json::object{{"end", std::move(out)}};
}

}  // namespace letopis::script
