// The contract of this interface, api/openapi.yaml, as it was when the program was built.
#pragma once

#include <string>

namespace letopis::api {

std::string contract_text();

}  // namespace letopis::api
