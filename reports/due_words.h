// What duties are called on the screen and on paper, and what a line of the list says of them.
#pragma once

#include <string>
#include <string_view>

#include "projections/due.h"
#include "regulations/time_zone.h"
#include "terminal/text.h"

namespace letopis::reports {

// «записать урок», "record the lesson"; of the set-up and of appointments, which one.
std::string duty_phrase(const projections::Directory& directory, const regulations::TimeZone& zone,
                        terminal::Language language, const projections::DueItem& item);

// Of all duties of that kind together.
std::string kind_phrase(terminal::Language language, projections::DueKind kind);

// «администратор, классный руководитель».
std::string roles_phrase(terminal::Language language, const std::vector<events::Role>& roles);

// «5а, Математика», «1 четверть»; empty parts are left out.
std::string about_phrase(const projections::Directory& directory, terminal::Language language,
                         const projections::DueAbout& about, events::Day today);

}  // namespace letopis::reports
