#include "documents/workbook_file.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <ctime>
#include <new>
#include <system_error>
#include <utility>

#include "documents/moment.h"
#include "outcome/invariant.h"

namespace letopis::documents {
namespace {

int fresh_file() {
  const int file = memfd_create("workbook", MFD_CLOEXEC);
  if (file < 0) throw std::system_error(errno, std::generic_category(), "memfd_create");
  return file;
}

// The library takes 0 for "now".
std::time_t seconds(const Moment& moment) {
  const std::int64_t minutes = days_since_1970(moment.day) * 24 * 60 + moment.hour * 60 +
                               moment.minute - moment.offset_minutes;
  const std::int64_t all = minutes * 60 + moment.second;
  return all == 0 ? 1 : all;
}

}  // namespace

void expect_written(lxw_error error) {
  if (error == LXW_ERROR_MEMORY_MALLOC_FAILED) throw std::bad_alloc();
  INVARIANT(error == LXW_NO_ERROR);
}

WorkbookFile::WorkbookFile(const Document& document)
    : file_(fresh_file()), workbook_(workbook_new(fmt::format("/proc/self/fd/{}", file_).c_str())) {
  if (workbook_ == nullptr) throw std::bad_alloc();
  const auto moment = parse_moment(document.made);
  INVARIANT(moment);
  std::string title = document.title;  // the library asks for texts that it could change
  std::string author = document.author;
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.author = author.data();
  properties.created = seconds(*moment);
  expect_written(workbook_set_properties(workbook_, &properties));
}

WorkbookFile::~WorkbookFile() {
  if (workbook_ != nullptr) workbook_close(workbook_);
  close(file_);
}

std::string WorkbookFile::take() {
  expect_written(workbook_close(std::exchange(workbook_, nullptr)));
  const off_t size = lseek(file_, 0, SEEK_END);
  INVARIANT(size > 0);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t read =
        pread(file_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
    if (read <= 0) throw std::system_error(errno, std::generic_category(), "pread");
    done += static_cast<std::size_t>(read);
  }
  return bytes;
}

}  // namespace letopis::documents
