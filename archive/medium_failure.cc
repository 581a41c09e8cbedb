#include "archive/medium_failure.h"

#include <fmt/format.h>

#include <system_error>
#include <utility>

namespace letopis::archive {
namespace {

MediumFailure::Kind kind_of(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT: return MediumFailure::Kind::kNoRoom;
    case EROFS: return MediumFailure::Kind::kReadOnly;
    case EIO:
    case ENODEV:
    case ENXIO:
    case ENOMEDIUM:
    case ESTALE:
    case ENOTCONN:
    case ESHUTDOWN: return MediumFailure::Kind::kGone;
    default: return MediumFailure::Kind::kOther;
  }
}

std::string words_of(int error) { return std::generic_category().message(error); }

}  // namespace

MediumFailure::MediumFailure(int error, std::filesystem::path path)
    : std::runtime_error(fmt::format("{}: {}", path.string(), words_of(error))),
      kind_(kind_of(error)),
      error_(error),
      path_(std::move(path)) {}

Refusal MediumFailure::refusal() const {
  const auto path = path_.string();
  switch (kind_) {
    case Kind::kNoRoom:
      return {"media.full",
              {fmt::format("на носителе кончилось место: {}", path),
               fmt::format("the medium is full: {}", path)},
              {},
              {"Освободите место или возьмите носитель большего объёма.",
               "Make room, or take a larger medium."}};
    case Kind::kReadOnly:
      return {"media.read_only",
              {fmt::format("носитель доступен только для чтения: {}", path),
               fmt::format("the medium can only be read: {}", path)},
              {},
              {"Снимите защиту от записи и подключите носитель снова. Если защиты нет, диск мог "
               "отказать: проверьте его.",
               "Lift the write protection and mount the medium again. If there is none, the disk "
               "may have failed: check it."}};
    case Kind::kGone:
      return {
          "media.torn_off",
          {fmt::format("носитель отключился или неисправен: {} ({})", path, words_of(error_)),
           fmt::format("the medium was torn off or is broken: {} ({})", path, words_of(error_))},
          {},
          {"Подключите носитель снова и повторите.", "Plug the medium in and try again."}};
    case Kind::kOther: break;
  }
  return {"media.failed",
          {fmt::format("файловая система носителя отказала: {} ({})", path, words_of(error_)),
           fmt::format("the medium's file system failed: {} ({})", path, words_of(error_))}};
}

void fail_on(const std::filesystem::path& path, int error) { throw MediumFailure(error, path); }

}  // namespace letopis::archive
