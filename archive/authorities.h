// The certificates and lists of revocations that a volume carries, as far as whoever checks it
// trusts them.
#pragma once

#include "archive/trust.h"
#include "archive/volume_folder.h"
#include "pki/signature_check.h"

namespace letopis::archive {

struct Authorities {
  pki::Trust trust;
  // The trust file names authorities, and only these count. False: the volume's own count, and show
  // no more than that its signatures agree with themselves.
  bool vouched = false;
};

// What cannot be read is a finding under "keys".
Authorities read_authorities(VolumeFolder& folder, const Trust* trust, audit::Findings& findings);

}  // namespace letopis::archive
