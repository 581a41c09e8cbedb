#include "server/bench_school.h"

#include <chrono>
#include <thread>

#include "events/codec.h"
#include "regulations/civil_day.h"
#include "server/school.h"

namespace letopis::server {
namespace {

constexpr std::uint32_t kPupils = 1'000;
constexpr std::size_t kFactsAtOnce = 2'000;
constexpr unsigned kQuietLooks = 5;  // in a row: then nothing is left to do
constexpr auto kBetweenLooks = std::chrono::milliseconds(50);
constexpr std::string_view kOrigin = "letopis.example/bench";

events::Day first_day() { return regulations::day_of({2025, 9, 1}); }
events::Day last_day() { return regulations::day_of({2026, 5, 26}); }

// Persons: 1 is the director, then the teachers, then the pupils.
events::PersonNumber teacher_number(unsigned teacher) { return {2 + teacher}; }

events::KeyEnrolled enrolled(events::PersonNumber person, const signing::PrivateKey& key) {
  events::KeyEnrolled fact;
  fact.person = person;
  fact.public_key = key.public_key();
  fact.holder = events::KeyHolder::kServer;
  return fact;
}

events::PersonRegistered registered(events::PersonNumber person) { return {person, {}}; }

}  // namespace

BenchSchool::BenchSchool(const BenchSchoolSettings& settings)
    : settings_(settings),
      lessons_(static_cast<std::uint32_t>(settings.cells / kPupils + 1)),
      log_{signing::sha256(seed_.reveal())} {
  for (unsigned i = 0; i < 2 + settings.teachers; ++i) {
    keys_.push_back(signing::PrivateKey::generate());
  }
}

Result<std::unique_ptr<BenchSchool>> BenchSchool::create(const BenchSchoolSettings& settings) {
  std::unique_ptr<BenchSchool> school(new BenchSchool(settings));
  if (auto opened = school->open(true); !opened) return opened.refusal();
  if (auto founded = school->found(); !founded) return founded.refusal();
  return school;
}

Outcome BenchSchool::open(bool create) {
  const auto settings = ledger_settings(settings_.directory, {std::string(kOrigin), std::nullopt});
  auto opened = create ? ledger::Ledger::create(settings, ledger_parts(), resources_, clock_,
                                                signing::PrivateKey(seed_))
                       : ledger::Ledger::open(settings, ledger_parts(), resources_, clock_,
                                              signing::PrivateKey(seed_));
  if (!opened) return opened.refusal();
  ledger_ = std::move(*opened);
  return Done{};
}

Outcome BenchSchool::append(events::PersonNumber author, const std::vector<events::Fact>& facts) {
  for (std::size_t first = 0; first < facts.size(); first += kFactsAtOnce) {
    const std::size_t count = std::min(kFactsAtOnce, facts.size() - first);
    events::Event event;
    event.log = log_;
    event.command = {static_cast<std::uint64_t>(clock_.now().milliseconds) << 16, ++commands_};
    event.count = static_cast<std::uint16_t>(count);
    event.author = author;
    event.stated = clock_.now();
    ledger::OwnCommand command;
    for (std::size_t i = 0; i < count; ++i) {
      event.index = static_cast<std::uint16_t>(i);
      event.fact = facts[first + i];
      event.stream = events::stream_of(event.fact);
      event.version = ++versions_[event.stream];
      command.add(event, keys_[author.value]);
    }
    if (const auto accepted = ledger_->append(command); !accepted) return accepted.refusal();
  }
  return Done{};
}

Outcome BenchSchool::found() {
  const events::PersonNumber founder{0};
  const events::PersonNumber director{1};
  auto done =
      append(founder, {events::LogStarted{std::string(kOrigin), false, keys_[0].public_key()}});
  if (!done) return done;
  done = append(founder, {registered(director), enrolled(director, keys_[1])});
  if (!done) return done;
  std::vector<events::Fact> facts{
      events::SchoolDescribed{"Школа для замеров", "Замеры", "Europe/Moscow", 5},
      events::YearOpened{{1}, 2025, first_day(), last_day(), {}},
      events::PeriodDeclared{
          {1}, {1}, events::PeriodKind::kQuarter, 1, first_day(), last_day(), 1, 11},
      events::SubjectRegistered{{1}, "Математика", "Матем.", false},
      events::ClassOpened{{1}, {1}, 5, "а"}};
  for (unsigned teacher = 0; teacher < settings_.teachers; ++teacher) {
    facts.emplace_back(registered(teacher_number(teacher)));
    facts.emplace_back(enrolled(teacher_number(teacher), keys_[2 + teacher]));
  }
  for (std::uint32_t pupil = 0; pupil < kPupils; ++pupil) {
    const events::PersonNumber number{2 + settings_.teachers + pupil};
    facts.emplace_back(registered(number));
    facts.emplace_back(events::PupilEnrolled{number, {1}, first_day(), {"1", first_day()}});
  }
  facts.emplace_back(events::LoadAssigned{
      {1}, teacher_number(0), {1}, events::ClassNumber{1}, {}, 500, first_day(), last_day()});
  for (std::uint32_t lesson = 1; lesson <= lessons_; ++lesson) {
    events::LessonHeld held;
    held.lesson = events::LessonNumber{lesson};
    held.load = {1};
    held.teacher = teacher_number(0);
    held.day = regulations::plus_days(first_day(), static_cast<int>(lesson % 250));
    held.bell = 1;
    facts.emplace_back(held);
  }
  return append(director, facts);
}

events::Event BenchSchool::mark_event(std::uint64_t cell, unsigned teacher) const {
  const auto lesson = static_cast<std::uint32_t>(cell / kPupils + 1);
  events::MarkGiven mark;
  mark.lesson = events::LessonNumber{lesson};
  mark.pupil = {2 + settings_.teachers + static_cast<std::uint32_t>(cell % kPupils)};
  mark.day = regulations::plus_days(first_day(), static_cast<int>(lesson % 250));
  mark.ordinal = 1;
  mark.value = events::MarkValue::kFour;
  events::Event event;
  event.log = log_;
  event.author = teacher_number(teacher);
  event.stated = clock_.now();
  event.command = {static_cast<std::uint64_t>(event.stated.milliseconds) << 16, cell};
  event.version = 1;
  event.fact = mark;
  event.stream = events::stream_of(event.fact);
  return event;
}

ledger::Command BenchSchool::mark(std::uint64_t cell, unsigned teacher) const {
  ledger::Command command;
  command.events.push_back(
      events::sign_event(events::encode(mark_event(cell, teacher)), keys_[2 + teacher]));
  return command;
}

ledger::OwnCommand BenchSchool::own_mark(std::uint64_t cell, unsigned teacher) const {
  ledger::OwnCommand command;
  command.add(mark_event(cell, teacher), keys_[2 + teacher]);
  return command;
}

ledger::OwnCommand BenchSchool::own_marks(std::uint64_t first, std::uint16_t count,
                                          unsigned teacher) const {
  ledger::OwnCommand command;
  const auto together = mark_event(first, teacher);
  for (std::uint16_t i = 0; i < count; ++i) {
    auto event = mark_event(first + i, teacher);
    event.command = together.command;
    event.stated = together.stated;
    event.index = i;
    event.count = count;
    command.add(event, keys_[2 + teacher]);
  }
  return command;
}

Result<double> BenchSchool::reopen() {
  ledger_.reset();
  const auto began = std::chrono::steady_clock::now();
  if (auto opened = open(false); !opened) return opened.refusal();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

Result<double> BenchSchool::settle() {
  ledger_.reset();
  const auto began = std::chrono::steady_clock::now();
  {
    const ledger::Store store(settings_.directory / "store", resources_,
                              ledger::OpenMode::kExisting);
    for (unsigned quiet = 0; quiet < kQuietLooks; ++quiet) {
      std::this_thread::sleep_for(kBetweenLooks);
      for (std::size_t i = 0; i < ledger::kFamilies; ++i) {
        for (const char* property :
             {"rocksdb.mem-table-flush-pending", "rocksdb.compaction-pending",
              "rocksdb.num-running-flushes", "rocksdb.num-running-compactions"}) {
          std::uint64_t at_work = 0;
          store.db().GetIntProperty(store.family(static_cast<ledger::Family>(i)), property,
                                    &at_work);
          if (at_work > 0) quiet = 0;
        }
      }
    }
  }
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  if (auto opened = open(false); !opened) return opened.refusal();
  return seconds;
}

Result<std::uint64_t> BenchSchool::bytes_on_disk() {
  ledger_.reset();
  std::uint64_t bytes = 0;
  {
    const ledger::Store store(settings_.directory / "store", resources_,
                              ledger::OpenMode::kExisting);
    for (std::size_t i = 0; i < ledger::kFamilies; ++i) {
      auto* family = store.family(static_cast<ledger::Family>(i));
      ledger::require(store.db().Flush({}, family));
      std::uint64_t of_family = 0;
      if (store.db().GetIntProperty(family, "rocksdb.live-sst-files-size", &of_family)) {
        bytes += of_family;
      }
    }
  }
  if (auto opened = open(false); !opened) return opened.refusal();
  return bytes;
}

}  // namespace letopis::server
