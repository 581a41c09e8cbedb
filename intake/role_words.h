// What schools call the roles and relations of people, in Russian and English.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "events/words_people.h"

namespace letopis::intake {

// «Учитель математики» is a teacher, «социальный педагог» stands with the psychologist (ACC-01: and
// other teaching staff). Posts that have nothing to do with the journal are absent.
std::optional<events::Role> role_named(std::string_view text);

// «Классный руководитель 5А»: what stands after the words, empty iff nothing does; absent for other
// roles.
std::optional<std::string> after_class_teacher(std::string_view text);

// «мать», «отец», «опекун», «бабушка»: the last is other.
std::optional<events::Relation> relation_named(std::string_view text);

}  // namespace letopis::intake
