"""Every header opens with a comment that states what it promises, and is guarded by #pragma once.
A source includes its own header first, so
that the header stands alone; headers without a source are compiled alone by the build."""
import re

from house import close, own_sources, source_dir, text_of

SHORTEST_CONTRACT = 20  # characters: a name repeated is no contract


def looked_at(name):
    lines = text_of(name).splitlines()
    opening = []
    for line in lines:
        if not line.startswith("//"):
            break
        opening.append(line.lstrip("/ "))
    if len(" ".join(opening)) < SHORTEST_CONTRACT:
        yield f"{name}: does not open with a comment that states its contract"
    code = [line for line in lines if line.strip() and not line.startswith("//")]
    if not code or code[0] != "#pragma once":
        yield f"{name}: its first line of code is not #pragma once"
    if any(re.match(r"\s*using namespace", line) for line in lines):
        yield f"{name}: a header opens a namespace to everyone"


def starts_with_its_header(name):
    """A header with a source of its name stands alone because that source includes it first."""
    if not (source_dir() / name.with_suffix(".h")).exists():
        return
    included = re.findall(r'^#include ["<](.*)[">]', text_of(name), re.MULTILINE)
    own = str(name.with_suffix(".h"))
    if included[:1] not in ([own], [own.removeprefix("tests/")]):
        yield f"{name}: does not include its own header first"


close([line for name in own_sources("h") for line in looked_at(name)] +
      [line for name in own_sources("cc") for line in starts_with_its_header(name)])
