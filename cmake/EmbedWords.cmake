# Writes the source that holds the words that passwords are tried with as a text:
# cmake -DOUT=… -DFILE=… -P this.
file(READ ${FILE} contents)
file(WRITE ${OUT} "// Made by cmake/EmbedWords.cmake from the file named below.\n#include \"accounts/tried_first_words.h\"\n\nnamespace letopis::accounts {\nstd::string_view tried_first_words() {\n  return R\"LETOPIS(${contents})LETOPIS\";\n}\n}  // namespace letopis::accounts\n")
