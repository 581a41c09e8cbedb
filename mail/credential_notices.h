// Notices of one's own doors: a password changed, a sign-in from a browser that was not known. They
// follow from the log of access, go to whoever has an address, and are no matter of choice.
#pragma once

#include <optional>

#include "mail/notice.h"
#include "mail/wording.h"

namespace letopis::mail {

// Empty iff nobody is told of such an entry. What may come often is told once a day.
std::optional<Notice> notice_of(const trace::Entry& entry, std::uint64_t index,
                                const regulations::TimeZone& zone);

// Whether these words are for it.
bool is_of_credentials(NoticeKind kind);

// Without greeting and end. Empty iff the log of access has no such entry.
std::optional<Words> credential_words(const Notice& notice, const Sources& from);

}  // namespace letopis::mail
