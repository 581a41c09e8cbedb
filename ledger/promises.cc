#include "ledger/promises.h"

#include "events/codec.h"
#include "events/entry.h"
#include "ledger/restore.h"

namespace letopis::ledger {
namespace {

constexpr std::uint64_t kReportEvery = 4096;

}  // namespace

void Promises::note(const events::Event& event) {
  for (const auto& text : events::promised_texts(event.fact, event.author)) texts.insert(text);
  if (const auto* gone = std::get_if<events::PersonErased>(&event.fact)) {
    erased.insert(gone->person);
  }
}

Result<Promises> promises_in(const Store& store, const Progress& progress) {
  Promises promises;
  const std::uint64_t all = store.size();
  std::uint64_t position = 0;
  const auto rows = store.rows(Family::kEntries);
  for (rows->SeekToFirst(); rows->Valid(); rows->Next(), ++position) {
    const auto parts = events::cut_entry(bytes_of(view_of(rows->value())));
    if (!parts) return not_restored(position, parts.refusal());
    const auto event = events::decode_form_unchecked(parts->event);
    if (!event) return not_restored(position, event.refusal());
    promises.note(*event);
    if (progress && position % kReportEvery == 0) progress(position, all);
  }
  require(rows->status());
  return promises;
}

}  // namespace letopis::ledger
