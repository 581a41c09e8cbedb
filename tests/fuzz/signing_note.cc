// Signed notes: what is read is printed the same; nobody's signature is found by chance.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "signing/note.h"

using namespace letopis;           // NOLINT(google-build-using-namespace)
using namespace letopis::signing;  // NOLINT(google-build-using-namespace)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::array<NoteVerifier, 1> trusted = {*NoteVerifier::admit(
      log_verifier_key("a", PrivateKey(Secret32::derive(bytes_of("fuzz"), "log")).public_key()))};
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  // The rare signs of a note's end stand ready in half of what is tried.
  const std::string as_line = "text\n\n\u2014 a " + std::string(input) + "AAAAAAAA\n";
  for (const std::string_view text : {input, std::string_view(as_line)}) {
    if (const auto note = parse_note(text)) INVARIANT(print_note(*note) == text);
    INVARIANT(!open_note(text, trusted));
  }
  return 0;
}
