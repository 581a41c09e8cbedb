// What duties are called on the screen, and what a line of the list says of them.
#pragma once

#include <string>
#include <string_view>

#include "projections/due.h"
#include "server/school.h"
#include "terminal/text.h"

namespace letopis::server {

// «записать урок», "record the lesson"; of the set-up and of appointments, which one.
std::string duty_phrase(const SchoolReader& school, terminal::Language language,
                        const projections::DueItem& item);

// Of all duties of that kind together.
std::string kind_phrase(terminal::Language language, projections::DueKind kind);

// «администратор, классный руководитель».
std::string roles_phrase(terminal::Language language, const std::vector<events::Role>& roles);

// «5а, Математика», «1 четверть»; empty parts are left out.
std::string about_phrase(const SchoolReader& school, terminal::Language language,
                         const projections::DueAbout& about, events::Day today);

}  // namespace letopis::server
