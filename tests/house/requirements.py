"""A test says which requirement it shows by an id that exists in the list of requirements."""
import re
import sys

from house import SKIPPED, close, own_sources, source_dir, text_of

LISTED = source_dir().parent / "shared" / "requirements.md"
RECORD = re.compile(r'RecordProperty\(\s*"requirement",\s*"([^"]*)"')

if not LISTED.exists():
    print(f"skipped: {LISTED} is not here")
    sys.exit(SKIPPED)

known = set(re.findall(r"^\| ([A-Z]{3}-\d{2}) \|", LISTED.read_text(), re.MULTILINE))
found = []
for name in own_sources("cc", "h"):
    if name.parts[0] != "tests":
        continue
    for recorded in RECORD.findall(text_of(name)):
        ids = recorded.replace(",", " ").split()
        found += [f"{name}: no requirement is called '{one}'" for one in ids if one not in known]
        if not ids:
            found.append(f"{name}: names no requirement")
close(found)
