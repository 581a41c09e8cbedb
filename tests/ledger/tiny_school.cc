#include "ledger/tiny_school.h"

#include <stdlib.h>

#include <fstream>
#include <iterator>

#include "events/codec.h"
#include "ledger/tiny_views.h"

namespace letopis::ledger {

TemporaryDirectory::TemporaryDirectory() {
  // In memory where there is room: what these tests show does not hang on a slow disk.
  const std::filesystem::path memory = "/dev/shm";
  std::error_code none;
  const auto room = std::filesystem::space(memory, none);
  const bool fits = !none && room.available > (1u << 30);
  const auto where = fits ? memory : std::filesystem::temp_directory_path();
  std::string pattern = (where / "letopis-XXXXXX").string();
  INVARIANT(mkdtemp(pattern.data()) != nullptr);
  path_ = pattern;
}

TemporaryDirectory::~TemporaryDirectory() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

signing::PrivateKey trial_key(std::string_view purpose) {
  return signing::PrivateKey(signing::Secret32::derive(bytes_of("tests of the ledger"), purpose));
}

TinySchool::TinySchool(SchoolOptions options) {
  if (options.directory.empty()) {
    temporary_ = std::make_unique<TemporaryDirectory>();
    options.directory = temporary_->path() / "data";
  }
  settings = {options.directory, kOrigin, options.trial, options.background};
  Resources wanted;
  wanted.env = options.env;
  wanted.background_threads = 0;
  resources = make_resources(wanted);
  parts.admit = [this](std::span<const events::Event> command,
                       std::span<const events::PrivateText> texts, const events::ViewReader& views,
                       events::Instant now) -> Outcome {
    if (admit) return admit(command, texts, views, now);
    return Done{};
  };
  parts.projections = tiny_views();
}

Outcome TinySchool::create() {
  auto made = Ledger::create(settings, parts, resources, clock, log_key());
  if (!made) return made.refusal();
  log_ = std::move(*made);
  return Done{};
}

Outcome TinySchool::open() {
  auto opened = Ledger::open(settings, parts, resources, clock, log_key());
  if (!opened) return opened.refusal();
  log_ = std::move(*opened);
  return Done{};
}

Command TinySchool::started() {
  return sign({&founder, {events::LogStarted{kOrigin, settings.trial, founder.key.public_key()}}});
}

void TinySchool::found() {
  if (auto made = create(); !made) throw std::runtime_error(made.refusal().says.en);
  for (const auto& command :
       {started(),
        sign({&founder, {enrolled(director), enrolled(teacher), enrolled(colleague)}})}) {
    if (auto taken = log().append(command); !taken) {
      throw std::runtime_error(taken.refusal().says.en);
    }
  }
}

Command TinySchool::sign(const Wish& wish) {
  Command command;
  command.texts = wish.texts;
  std::map<events::Stream, std::uint32_t> versions;
  const auto now = log_->snapshot();
  const events::CommandId command_id{1, wish.id.value_or(++last_id_)};
  for (const auto& fact : wish.facts) {
    events::Event event;
    event.log = wish.log.value_or(id);
    event.stream = events::stream_of(fact);
    const auto [version, fresh] = versions.try_emplace(event.stream, 0);
    if (fresh) version->second = static_cast<std::uint32_t>(now->stream(event.stream).size());
    event.version = ++version->second;
    if (command.events.empty() && wish.version) event.version = *wish.version;
    event.command = command_id;
    event.index = static_cast<std::uint16_t>(command.events.size());
    event.count = static_cast<std::uint16_t>(wish.facts.size());
    event.author = wish.author->number;
    event.stated = wish.stated.value_or(clock.now());
    event.fact = fact;
    const auto bytes = events::encode(event);
    command.events.push_back(events::sign_event(bytes, wish.key ? *wish.key : wish.author->key));
  }
  return command;
}

Verdict TinySchool::verify() const {
  return verify_store({settings.directory, kOrigin, log_key().public_key()}, parts.projections,
                      resources, {});
}

events::MarkGiven mark(std::uint32_t lesson, std::uint32_t pupil, events::MarkValue value) {
  events::MarkGiven given;
  given.lesson = {lesson};
  given.pupil = {pupil};
  given.day = {20'332};
  given.ordinal = 1;
  given.value = value;
  return given;
}

events::KeyEnrolled enrolled(const Person& person) {
  events::KeyEnrolled fact;
  fact.person = person.number;
  fact.public_key = person.key.public_key();
  return fact;
}

events::PrivateText text_about(std::uint32_t person, std::string text) {
  events::PrivateText made{{person}, {}, std::move(text)};
  signing::fill_random(made.salt);
  return made;
}

events::PersonChanged changed(const events::PrivateText& text) {
  return {text.about, {{events::PersonField::kFamilyName, events::commit(text)}}};
}

events::PersonErased erased(std::uint32_t person) {
  return {{person}, {"17-од", {20'400}}, "152-ФЗ"};
}

events::ClockConfirmed clock_confirmed() { return {{1}, {2}}; }

events::Stream cell(std::uint32_t lesson, std::uint32_t pupil) {
  return {events::StreamKind::kCell, lesson, pupil, 0};
}

std::string read_bytes(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_bytes(const std::filesystem::path& file, std::string_view bytes) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  INVARIANT(out.good());
}

std::map<std::string, std::string> files_below(const std::filesystem::path& directory) {
  std::map<std::string, std::string> files;
  for (const auto& item : std::filesystem::recursive_directory_iterator(directory)) {
    const auto name = item.path().filename().string();
    if (!item.is_regular_file() || name == "LOCK" || name.starts_with("LOG")) continue;
    files[std::filesystem::relative(item.path(), directory).string()] = read_bytes(item.path());
  }
  return files;
}

}  // namespace letopis::ledger
