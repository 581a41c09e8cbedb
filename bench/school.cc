#include "bench/school.h"

#include <chrono>
#include <thread>

#include "events/codec.h"
#include "office/school.h"
#include "regulations/civil_day.h"

namespace letopis::bench {

using namespace office;

namespace {

constexpr std::uint32_t kPupils = BenchSchool::kCellsOfLesson;
constexpr std::uint32_t kBellsADay = 6;
constexpr std::uint32_t kSchoolWeek = 5;
constexpr std::size_t kFactsAtOnce = 2'000;
constexpr unsigned kQuietLooks = 5;  // in a row: then nothing is left to do
constexpr auto kBetweenLooks = std::chrono::milliseconds(50);
constexpr std::string_view kOrigin = "letopis.example/bench";

events::Day first_day() { return regulations::day_of({2025, 9, 1}); }
events::Day last_day() { return regulations::day_of({2026, 5, 26}); }

// Persons: the director, the administrator, then the teachers, then the pupils.
constexpr events::PersonNumber kFounder{0};
constexpr events::PersonNumber kDirector{1};
constexpr events::PersonNumber kAdministrator{2};
constexpr std::uint32_t kFirstTeacher = 3;

// A lesson's number counts through the teachers, each of whom has the next place of the week.
struct Lesson {
  events::LessonNumber number;
  std::uint32_t teacher = 0;  // from 0
  events::Day day;
  std::uint16_t bell = 0;
};

Lesson lesson_of(std::uint32_t index, std::uint32_t teachers) {
  const std::uint32_t place = index / teachers;
  const std::uint32_t school_day = place / kBellsADay;
  const std::uint32_t days = school_day / kSchoolWeek * 7 + school_day % kSchoolWeek;
  return {{index + 1},
          index % teachers,
          regulations::plus_days(first_day(), static_cast<int>(days)),
          static_cast<std::uint16_t>(place % kBellsADay + 1)};
}

events::KeyEnrolled enrolled(events::PersonNumber person, const signing::PrivateKey& key) {
  events::KeyEnrolled fact;
  fact.person = person;
  fact.public_key = key.public_key();
  fact.holder = events::KeyHolder::kServer;
  return fact;
}

// A new person with an office, and a key.
void add_staff(std::vector<events::Fact>& facts, events::PersonNumber person, events::Role role,
               const signing::PrivateKey& key) {
  facts.emplace_back(events::PersonRegistered{person, {}});
  facts.emplace_back(events::RoleGiven{person, role, {}, {}, first_day(), {}});
  facts.emplace_back(events::AccountOpened{person});
  facts.emplace_back(events::CredentialIssued{person, events::SlipMedium::kPaper, false});
  facts.emplace_back(enrolled(person, key));
}

}  // namespace

BenchSchool::BenchSchool(const BenchSchoolSettings& settings)
    : settings_(settings),
      lessons_(static_cast<std::uint32_t>(settings.cells / kPupils + 1)),
      log_{signing::sha256(seed_.reveal())} {
  for (unsigned i = 0; i < kFirstTeacher + settings.teachers; ++i) {
    keys_.push_back(signing::PrivateKey::generate());
  }
}

Result<std::unique_ptr<BenchSchool>> BenchSchool::create(const BenchSchoolSettings& settings) {
  std::unique_ptr<BenchSchool> school(new BenchSchool(settings));
  if (auto opened = school->open(true); !opened) return opened.refusal();
  if (auto founded = school->found(); !founded) return founded.refusal();
  return school;
}

Result<std::unique_ptr<BenchSchool>> BenchSchool::create_served(
    const BenchSchoolSettings& settings) {
  std::unique_ptr<BenchSchool> school(new BenchSchool(settings));
  const SchoolProfile profile{std::string(kOrigin), std::nullopt};
  auto files = create_school_files(settings.directory, profile, school->seed_);
  if (!files) return files.refusal();
  if (auto opened = school->open(true); !opened) return opened.refusal();
  if (auto founded = school->found(); !founded) return founded.refusal();
  return school;
}

Outcome BenchSchool::fill(std::uint64_t cells) {
  for (std::uint64_t first = 0; first < cells; first += kCellsOfLesson) {
    const auto count = std::min<std::uint64_t>(kCellsOfLesson, cells - first);
    const auto accepted = ledger_->append(own_marks(first, static_cast<std::uint16_t>(count)));
    if (!accepted) return accepted.refusal();
  }
  return ledger_->publish();
}

events::PersonNumber BenchSchool::teacher(unsigned which) const { return {kFirstTeacher + which}; }

const signing::PublicKey& BenchSchool::teachers_key(unsigned which) const {
  return keys_[kFirstTeacher + which].public_key();
}

std::uint64_t BenchSchool::cell_of(unsigned teacher, std::uint64_t n, std::uint64_t first) const {
  // Lessons count through the teachers; the next one of this teacher's that begins after `first`.
  const std::uint64_t begun = (first + kCellsOfLesson - 1) / kCellsOfLesson;
  const std::uint64_t round = (begun + settings_.teachers - 1) / settings_.teachers;
  const std::uint64_t lesson = (round + n / kCellsOfLesson) * settings_.teachers + teacher;
  return lesson * kCellsOfLesson + n % kCellsOfLesson;
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
  if (auto done = found_offices(); !done) return done;
  if (auto done = found_teaching(); !done) return done;
  return hold_lessons();
}

Outcome BenchSchool::found_offices() {
  auto done =
      append(kFounder, {events::LogStarted{std::string(kOrigin), false, keys_[0].public_key()}});
  if (!done) return done;
  std::vector<events::Fact> facts;
  add_staff(facts, kDirector, events::Role::kDirector, keys_[1]);
  done = append(kFounder, facts);
  if (!done) return done;
  facts = {events::SchoolDescribed{"Школа для замеров", "Замеры", "Europe/Moscow", kSchoolWeek},
           events::YearOpened{{1}, 2025, first_day(), last_day(), {}},
           events::PeriodDeclared{
               {1}, {1}, events::PeriodKind::kQuarter, 1, first_day(), last_day(), 1, 11},
           events::ClassOpened{{1}, {1}, 5, "а"}};
  add_staff(facts, kAdministrator, events::Role::kAdministrator, keys_[2]);
  return append(kDirector, facts);
}

// One class, and each teacher with a subject of their own in it.
Outcome BenchSchool::found_teaching() {
  std::vector<events::Fact> facts;
  for (std::uint32_t teacher = 0; teacher < settings_.teachers; ++teacher) {
    const std::string name = "Предмет " + std::to_string(teacher + 1);
    const events::PersonNumber number{kFirstTeacher + teacher};
    const events::SubjectNumber subject{teacher + 1};
    add_staff(facts, number, events::Role::kTeacher, keys_[number.value]);
    facts.emplace_back(events::SubjectRegistered{subject, name, name, false});
    facts.emplace_back(events::LoadAssigned{
        {teacher + 1}, number, subject, events::ClassNumber{1}, {}, 500, first_day(), last_day()});
  }
  for (std::uint32_t pupil = 0; pupil < kPupils; ++pupil) {
    const events::PersonNumber number{kFirstTeacher + settings_.teachers + pupil};
    facts.emplace_back(events::PersonRegistered{number, {}});
    facts.emplace_back(events::PupilEnrolled{number, {1}, first_day(), {"1", first_day()}});
  }
  return append(kAdministrator, facts);
}

Outcome BenchSchool::hold_lessons() {
  for (std::uint32_t index = 0; index < lessons_; ++index) {
    const Lesson lesson = lesson_of(index, settings_.teachers);
    events::LessonHeld held;
    held.lesson = lesson.number;
    held.load = {lesson.teacher + 1};
    held.teacher = {kFirstTeacher + lesson.teacher};
    held.day = lesson.day;
    held.bell = lesson.bell;
    if (auto done = append(held.teacher, {held}); !done) return done;
  }
  return Done{};
}

const signing::PrivateKey& BenchSchool::key_for(std::uint64_t cell) const {
  const auto index = static_cast<std::uint32_t>(cell / kPupils);
  return keys_[kFirstTeacher + lesson_of(index, settings_.teachers).teacher];
}

events::Event BenchSchool::mark_event(std::uint64_t cell) const {
  const Lesson lesson = lesson_of(static_cast<std::uint32_t>(cell / kPupils), settings_.teachers);
  events::MarkGiven mark;
  mark.lesson = lesson.number;
  mark.pupil = {kFirstTeacher + settings_.teachers + static_cast<std::uint32_t>(cell % kPupils)};
  mark.day = lesson.day;
  mark.ordinal = 1;
  mark.value = events::MarkValue::kFour;
  events::Event event;
  event.log = log_;
  event.author = {kFirstTeacher + lesson.teacher};
  event.stated = clock_.now();
  event.command = {static_cast<std::uint64_t>(event.stated.milliseconds) << 16, cell};
  event.version = 1;
  event.fact = mark;
  event.stream = events::stream_of(event.fact);
  return event;
}

ledger::Command BenchSchool::mark(std::uint64_t cell) const {
  ledger::Command command;
  command.events.push_back(events::sign_event(events::encode(mark_event(cell)), key_for(cell)));
  return command;
}

ledger::OwnCommand BenchSchool::own_mark(std::uint64_t cell) const {
  ledger::OwnCommand command;
  command.add(mark_event(cell), key_for(cell));
  return command;
}

ledger::OwnCommand BenchSchool::own_marks(std::uint64_t first, std::uint16_t count) const {
  ledger::OwnCommand command;
  const auto together = mark_event(first);
  for (std::uint16_t i = 0; i < count; ++i) {
    auto event = mark_event(first + i);
    event.command = together.command;
    event.stated = together.stated;
    event.index = i;
    event.count = count;
    command.add(event, key_for(first + i));
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

}  // namespace letopis::bench
