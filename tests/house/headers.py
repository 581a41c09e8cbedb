"""Every header opens with a comment that states what it promises, and is guarded by #pragma once.
That each compiles alone is the build's doing."""
import re

from house import close, own_sources, text_of

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


close([line for name in own_sources("h") for line in looked_at(name)])
