// What a printed journal is worth beside the electronic one, and how it is bound and certified, as
// the regulation of the last of the days has it (the keys paper.*). PAP-03, PAP-06.
#pragma once

#include <string>

#include "reports/desk.h"

namespace letopis::reports {

// «Подлинником является электронный журнал (пункт 1.5 положения).»; where the regulation says
// nothing of a paper journal, that this is a printed copy.
std::string standing_of_paper(const Desk& desk);

// «пронумеровано, прошнуровано и внесено в реестр», with lines for the number of leaves.
std::string binding_of_paper(const Desk& desk);

// Those who certify a copy by the regulation; the director and the deputy where it is silent.
documents::Signatures certifying_signatures(const Desk& desk);

}  // namespace letopis::reports
