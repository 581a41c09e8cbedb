# Writes the source that holds the schema's files as texts: cmake -DOUT=… -DFILES=a;b -P this.
set(body "// Made by cmake/EmbedSchema.cmake from the files named below.\n#include \"archive/schema_files.h\"\n\nnamespace letopis::archive {\nnamespace {\nconstexpr SchemaFile kFiles[] = {\n")
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME)
  file(READ ${file} contents)
  string(APPEND body "    {\"${name}\", R\"LETOPIS(${contents})LETOPIS\"},\n")
endforeach()
string(APPEND body "};\n}  // namespace\nstd::span<const SchemaFile> schema_files() { return kFiles; }\n}  // namespace letopis::archive\n")
file(WRITE ${OUT} "${body}")
