#include "mail/notice.h"

#include "shelf/row.h"

namespace letopis::mail {

std::string key_of(const Notice& notice) {
  return shelf::RowWriter()
      .u8(static_cast<std::uint8_t>(notice.kind))
      .u32(notice.to.value)
      .u32(notice.about)
      .u32(static_cast<std::uint32_t>(notice.day.value))
      .take();
}

Notice notice_of(std::string_view key) {
  shelf::RowReader reader(key);
  Notice notice;
  notice.kind = static_cast<NoticeKind>(reader.u8());
  notice.to.value = reader.u32();
  notice.about = reader.u32();
  notice.day.value = static_cast<std::int32_t>(reader.u32());
  return notice;
}

}  // namespace letopis::mail
