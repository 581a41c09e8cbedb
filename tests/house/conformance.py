"""docs/conformance.md lists no test that does not exist, and no requirement that a test names is
missing from it."""
import re

from house import close, existing_tests, own_sources, source_dir, text_of

TABLE = source_dir() / "docs" / "conformance.md"
RECORD = re.compile(r'RecordProperty\(\s*"requirement",\s*"([^"]*)"')

existing, named = existing_tests(), set()
for name in own_sources("cc", "h"):
    if name.parts[0] == "tests":
        for recorded in RECORD.findall(text_of(name)):
            named.update(re.findall(r"[A-Z]{3}-\d{2}", recorded))

table = TABLE.read_text() if TABLE.exists() else ""
found = []
for suite, test in re.findall(r"`\w+: ([\w/]+)\.([\w/]+)`", table):
    # A parameterised test is reported as Instance/Suite.Test/3.
    parts = suite.split("/")
    if not any(f"{part}.{test.split('/')[0]}" in existing for part in parts):
        found.append(f"docs/conformance.md lists {suite}.{test}, which does not exist")
for test, title in re.findall(r"`web (\w+): (.+)`$", table, re.MULTILINE):
    source = source_dir() / "tests" / "web" / f"{test}.test.ts"
    if not source.exists() or f'"{title}"' not in source.read_text():
        found.append(f"docs/conformance.md lists web {test}: {title}, which does not exist")
listed = set(re.findall(r"^\*\*([A-Z]{3}-\d{2})\*\*$", table, re.MULTILINE))
found += [f"docs/conformance.md lacks {one}, which a test shows" for one in sorted(named - listed)]
if found:
    found.append("run the tests, then scripts/conformance")
close(found)
