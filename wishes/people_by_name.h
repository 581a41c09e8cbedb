// People whom somebody calls by name: «Смирнова», «Смирнова Анна».
#pragma once

#include <string_view>

#include "wishes/desk.h"
#include "wishes/reference_search.h"

namespace letopis::wishes {

// Names are private: only those of people whom the author may see are compared, and told. Fits
// whose family name, or first names after it, are the same, however they are typed. Of `there`
// nobody is told: a school has too many.
Candidates people_named(std::string_view name, const Desk& desk);

}  // namespace letopis::wishes
