#include "trace/entry.h"

#include <algorithm>

#include "outcome/invariant.h"
#include "shelf/row.h"
#include "shelf/shelf.h"

namespace letopis::trace {
namespace {

using events::PersonNumber;
using shelf::RowReader;
using shelf::RowWriter;

constexpr std::uint8_t kFormat = 1;
constexpr std::int64_t kHourMs = 3'600'000;

Refusal malformed() {
  return {"trace.malformed",
          {"это не запись журнала доступа", "this is no entry of the log of access"}};
}

std::uint32_t number(const std::optional<PersonNumber>& person) {
  return person ? person->value : 0;
}

struct Body {
  RowWriter& row;
  void operator()(const SignedIn& one) const { row.u32(one.person.value).bytes(one.address); }
  void operator()(const SignInFailed& one) const { row.u32(number(one.person)).bytes(one.address); }
  void operator()(const Refused& one) const {
    row.u32(one.person.value).u32(number(one.child)).u8(static_cast<std::uint8_t>(one.view));
  }
  void operator()(const Read& one) const {
    row.u32(one.reader.value).u32(one.child.value).u8(static_cast<std::uint8_t>(one.view));
  }
  void operator()(const ReadNews& one) const { row.u32(one.reader.value).u32(one.post); }
  void operator()(const CredentialChanged& one) const {
    row.u32(one.person.value).u8(static_cast<std::uint8_t>(one.what)).bytes(one.address);
  }
};

// The fields of a body; whether each may be what it is, is looked at when all are there.
struct Fields {
  RowReader& row;
  bool sound = true;

  PersonNumber person() {
    const PersonNumber taken{row.u32()};
    sound = sound && taken.value != 0;
    return taken;
  }
  std::optional<PersonNumber> perhaps() {
    const auto taken = row.u32();
    return taken == 0 ? std::nullopt : std::optional(PersonNumber{taken});
  }
  AddressMark address() {
    AddressMark mark{};
    const auto bytes = bytes_of(row.bytes(mark.size()));
    std::copy(bytes.begin(), bytes.end(), mark.begin());
    return mark;
  }
  View view() {
    const auto taken = row.u8();
    sound = sound && taken >= 1 && taken <= kViews;
    return static_cast<View>(taken);
  }
  Credential credential() {
    const auto taken = row.u8();
    sound = sound && taken >= 1 && taken <= kCredentials;
    return static_cast<Credential>(taken);
  }
};

bool read_body(std::uint8_t kind, RowReader& row, Entry& entry) {
  Fields fields{row};
  // Named one after the other: the order in which they are taken is the order of the bytes.
  if (kind == 1) {
    SignedIn one{fields.person(), {}};
    one.address = fields.address();
    entry.what = one;
  } else if (kind == 2) {
    SignInFailed one{fields.perhaps(), {}};
    one.address = fields.address();
    entry.what = one;
  } else if (kind == 3) {
    Refused one{fields.person(), {}, {}};
    one.child = fields.perhaps();
    one.view = fields.view();
    entry.what = one;
  } else if (kind == 4) {
    Read one{fields.person(), {}, {}};
    one.child = fields.person();
    one.view = fields.view();
    entry.what = one;
  } else if (kind == 5) {
    ReadNews one{fields.person(), 0};
    one.post = row.u32();
    entry.what = one;
  } else if (kind == 6) {
    CredentialChanged one{fields.person(), {}, {}};
    one.what = fields.credential();
    one.address = fields.address();
    entry.what = one;
  } else {
    return false;
  }
  return fields.sound && row.at_end();
}

}  // namespace

std::string_view name_of(View view) {
  switch (view) {
    case View::kJournal: return "journal";
    case View::kDiary: return "diary";
    case View::kAttendance: return "attendance";
    case View::kTotals: return "totals";
    case View::kPersonalData: return "personal_data";
    case View::kReport: return "report";
    case View::kMessages: return "messages";
    case View::kLog: return "log";
  }
  INVARIANT(false);
}

std::string print(const Entry& entry) {
  RowWriter row;
  row.u8(kFormat).u8(static_cast<std::uint8_t>(entry.what.index() + 1)).i64(entry.at.milliseconds);
  std::visit(Body{row}, entry.what);
  return row.take();
}

Result<Entry> parse_entry(Bytes bytes) {
  try {
    RowReader row(text_of(bytes));
    if (row.u8() != kFormat) return malformed();
    const auto kind = row.u8();
    Entry entry;
    entry.at.milliseconds = row.i64();
    if (entry.at.milliseconds < 0 || !read_body(kind, row, entry)) return malformed();
    return entry;
  } catch (const shelf::ShelfFailure&) {
    return malformed();  // the bytes end too early
  }
}

std::uint32_t hour_of(events::Instant at) {
  INVARIANT(at.milliseconds >= 0 && at.milliseconds / kHourMs <= 0xffff'ffffLL);
  return static_cast<std::uint32_t>(at.milliseconds / kHourMs);
}

}  // namespace letopis::trace
