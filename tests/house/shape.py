"""No file is longer than 400 lines, and no folder or file is named for nothing in particular."""
import re

from house import close, own_files, own_sources, text_of

LONGEST = 400
EMPTY_NAME = re.compile(r"(utils?|common|helpers?|misc|managers?)", re.IGNORECASE)


def too_long(name):
    lines = text_of(name).count("\n")
    if "golden" not in name.parts and lines > LONGEST:
        yield f"{name}: {lines} lines; split it by idea"


def named_for_nothing(name):
    for part in name.parts:
        if EMPTY_NAME.fullmatch(part.split(".")[0]):
            yield f"{name}: '{part}' does not say what is inside"


close([line for name in own_sources("h", "cc", "capnp", "py", "ts", "svelte")
       for line in too_long(name)] +
      [line for name in own_files() for line in named_for_nothing(name)])
