# Writes the source that holds the contract as a text: cmake -DOUT=… -DFILE=… -P this. In pieces, for
# a compiler need not take longer literals than 65 536 characters.
file(READ ${FILE} contents)
set(body "// Made by cmake/EmbedContract.cmake from the file named below.\n#include \"api/contract.h\"\n\n#include <string_view>\n\nnamespace letopis::api {\nnamespace {\nconstexpr std::string_view kPieces[] = {\n")
string(LENGTH "${contents}" length)
set(at 0)
while(at LESS length)
  string(SUBSTRING "${contents}" ${at} 8000 piece)
  string(APPEND body "    R\"LETOPIS(${piece})LETOPIS\",\n")
  math(EXPR at "${at} + 8000")
endwhile()
string(APPEND body "};\n}  // namespace\nstd::string contract_text() {\n  std::string text;\n  for (const auto piece : kPieces) text += piece;\n  return text;\n}\n}  // namespace letopis::api\n")
file(WRITE ${OUT} "${body}")
