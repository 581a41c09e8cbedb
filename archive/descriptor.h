// A file descriptor that is closed with its owner.
#pragma once

#include <unistd.h>

namespace letopis::archive {

// Owns `number`, or nothing iff it is negative: check that before use.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  explicit operator bool() const { return number_ >= 0; }
  int number() const { return number_; }

 private:
  int number_;
};

}  // namespace letopis::archive
