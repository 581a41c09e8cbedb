"""Nothing in the repository names the place where it was written: no path of a workplace, and the
folder of shared material beside the checkout only in tests, which skip when it is absent."""
import re

from house import close, own_files, source_dir

# In pieces, so that this file does not find itself.
WORKPLACE = re.compile("/" + "work/|/" + "farm/|/tmp/" + "studio|farm-" + "(bench|studio)|\\." +
                       "library")
SHARED = re.compile(r"\.\./" + "shared")
MAY_NAME_SHARED = {"tests", "cmake"}


def looked_at(name):
    content = (source_dir() / name).read_bytes()
    if b"\0" in content[:8192]:
        return
    for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), 1):
        if WORKPLACE.search(line):
            yield f"{name}:{number}: names a workplace"
        if SHARED.search(line) and name.parts[0] not in MAY_NAME_SHARED:
            yield f"{name}:{number}: only tests may name the shared folder"


close([line for name in own_files() for line in looked_at(name)])
