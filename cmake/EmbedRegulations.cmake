# Writes the source that holds the regulations as texts, and the customary terms of keeping:
# cmake -DOUT=… -DFILES=a;b -DKEEPING=c -P this.
set(body "// Made by cmake/EmbedRegulations.cmake from the files named below.\n#include \"regulations/bundled_regulations.h\"\n\nnamespace letopis::regulations {\nnamespace {\nconstexpr BundledRegulation kFiles[] = {\n")
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME_WE)
  file(READ ${file} contents)
  string(APPEND body "    {\"${name}\", R\"LETOPIS(${contents})LETOPIS\"},\n")
endforeach()
file(READ ${KEEPING} contents)
string(APPEND body "};\nconstexpr BundledRegulation kKeeping{\"keeping\", R\"LETOPIS(${contents})LETOPIS\"};\n}  // namespace\nstd::span<const BundledRegulation> bundled_regulations() { return kFiles; }\nconst BundledRegulation& customary_keeping() { return kKeeping; }\n}  // namespace letopis::regulations\n")
file(WRITE ${OUT} "${body}")
