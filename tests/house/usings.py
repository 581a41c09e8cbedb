"""What a source takes from another namespace, or gives another name, it uses."""
import re

from house import close, own_sources, text_of

TAKEN = re.compile(r"^\s*(?:using (?:\w*::)+(\w+)|(?:using|namespace) (\w+) = .*);$", re.M)


def looked_at(name):
    text = text_of(name)
    for found in TAKEN.finditer(text):
        word = found.group(1) or found.group(2)
        if len(re.findall(rf"\b{word}\b", text)) == 1:
            line = text[:found.start(found.lastindex)].count("\n") + 1
            yield f"{name}:{line}: nothing here uses '{word}'"


close([line for name in own_sources("cc") for line in looked_at(name)])
