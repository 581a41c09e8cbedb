// Whether two places of keeping can be lost by one accident to a disk (ARC-03). That the media lie
// in different rooms no program can see; the log says who vouches for it.
#pragma once

#include "archive/physical_disk.h"
#include "outcome/result.h"

namespace letopis::archive {

// A place where something is kept, and what a person calls it: "носитель 1 (/mnt/a)". The server's
// own is the directory where the log lives.
struct Kept {
  Whereabouts where;
  Sentence name;
  bool servers_own = false;
};

// Refuses media.memory iff a medium is memory that a power cut wipes, media.servers_disk iff a
// medium shares a disk with the server's own place, and media.same_disk iff two media share one.
// Where all disks are the server's own nothing is refused.
Outcome stand_apart(const Kept& one, const Kept& other);

}  // namespace letopis::archive
