// Other people's programs, asked for their opinion of a file.
#pragma once

#include <string>

namespace letopis::documents {

// A file that goes with this object.
class HeldFile {
 public:
  explicit HeldFile(const std::string& bytes);
  ~HeldFile();
  HeldFile(const HeldFile&) = delete;
  HeldFile& operator=(const HeldFile&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

struct Said {
  int exit = -1;
  std::string out;  // with what it said to standard error
};

// By the shell.
Said run(const std::string& command);
bool is_installed(const std::string& program);
bool is_file(const std::string& path);

}  // namespace letopis::documents
