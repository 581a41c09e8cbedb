"""What every rule of the house needs: the files it reads, and how it says what it found."""
import os
import pathlib
import re
import sys

SKIPPED = 77
TEST = re.compile(r"\b(?:TEST|TEST_F|TEST_P|TYPED_TEST|TYPED_TEST_P|RC_GTEST_PROP|RC_GTEST_FIXTURE_PROP)"
                  r"\(\s*(\w+)\s*,\s*(\w+)")
NOT_OURS = {"build", ".git", ".cache", "node_modules", "__pycache__", "compile_commands.json"}

# The libraries from the ground up, and whose headers each may see: the picture in ARCHITECTURE.md.
MAY_SEE = {
    "outcome": set(),
    "documents": {"outcome"},
    "http": {"outcome"},
    "signing": {"outcome"},
    "pki": {"outcome", "signing"},
    "witness": {"outcome", "http", "signing"},
    "events": {"outcome", "signing"},
    "audit": {"outcome", "signing", "events"},
    "regulations": {"outcome", "signing", "events"},
    "projections": {"outcome", "signing", "events", "regulations"},
    "rules": {"outcome", "signing", "events", "regulations", "projections"},
    "wishes": {"outcome", "signing", "events", "regulations", "projections", "rules"},
    "intake": {"outcome", "signing", "events", "regulations"},
    "ledger": {"outcome", "signing", "events", "audit"},
    "archive": {"outcome", "signing", "events", "audit", "pki"},
    "trial": {"outcome", "signing", "events", "regulations"},
    "shelf": {"outcome", "signing"},
    "accounts": {"outcome", "signing", "events", "shelf"},
    "trace": {"outcome", "signing", "events", "shelf"},
    "terminal": {"outcome", "signing", "events", "regulations"},
    "pages": {"outcome", "http", "signing", "events", "regulations", "terminal"},
    "mail": {"outcome", "signing", "events", "regulations", "projections", "terminal", "shelf", "trace"},
    "reports": {"outcome", "documents", "signing", "events", "regulations", "projections", "rules",
                "terminal"},
    "verifier": {"outcome", "signing", "events", "audit", "regulations", "pki", "archive",
                 "terminal"},
    "office": {"outcome", "documents", "signing", "pki", "events", "audit", "regulations",
               "projections", "rules", "wishes", "ledger", "archive", "trial", "terminal",
               "reports"},
    "reading": {"outcome", "documents", "signing", "pki", "events", "audit", "regulations",
                "projections", "rules", "wishes", "ledger", "archive", "trial", "terminal",
                "reports", "office"},
    "inspection": {"outcome", "documents", "signing", "pki", "events", "audit", "regulations",
                   "projections", "rules", "wishes", "ledger", "archive", "trial", "terminal",
                   "reports", "office"},
    "script": {"outcome", "documents", "signing", "pki", "events", "audit", "regulations",
               "projections", "rules", "intake", "wishes", "ledger", "archive", "trial", "terminal",
               "reports", "office"},
    "notary": {"outcome", "http", "documents", "signing", "pki", "witness", "events", "audit",
               "regulations", "projections", "rules", "wishes", "ledger", "archive", "trial",
               "terminal", "reports", "office"},
    "archivist": {"outcome", "http", "documents", "signing", "pki", "witness", "events", "audit",
                  "regulations", "projections", "rules", "wishes", "ledger", "archive", "trial",
                  "terminal", "reports", "verifier", "office",
                  "shelf", "trace", "reading", "notary"},
    "cosigning": {"outcome", "http", "documents", "signing", "pki", "witness", "events", "audit",
                  "regulations", "projections", "rules", "wishes", "ledger", "archive", "trial",
                  "terminal", "reports", "verifier", "office",
                  "shelf", "trace", "reading", "notary", "archivist"},
    "certifying": {"outcome", "http", "documents", "signing", "pki", "witness", "events", "audit",
                   "regulations", "projections", "rules", "wishes", "ledger", "archive", "trial",
                   "terminal", "reports", "verifier", "office",
                   "shelf", "trace", "reading", "notary", "archivist",
                   "cosigning"},
    "demo": {"outcome", "http", "documents", "signing", "pki", "witness", "events", "audit",
             "regulations", "projections", "rules", "wishes", "ledger", "archive", "trial",
             "terminal", "reports", "verifier", "office", "reading", "inspection", "notary",
             "archivist", "script", "intake", "shelf", "accounts", "trace"},
    "bench": {"outcome", "http", "documents", "signing", "pki", "witness", "events", "audit",
              "regulations", "projections", "rules", "wishes", "ledger", "archive", "trial",
              "terminal", "reports", "verifier", "office", "reading", "inspection", "notary",
              "archivist", "demo", "script", "intake", "shelf", "accounts", "trace", "hosting",
              "api", "mail"},
    "hosting": {"outcome", "documents", "signing", "shelf", "pki", "events", "accounts", "trace",
                "audit", "regulations", "projections", "rules", "wishes", "ledger", "archive",
                "trial", "terminal", "reports", "office", "mail"},
    "api": {"outcome", "http", "documents", "signing", "shelf", "pki", "events", "accounts",
            "trace", "audit", "regulations", "projections", "rules", "wishes", "ledger", "archive",
            "trial", "terminal", "reports", "office", "hosting", "mail"},
    "netschool": {"outcome", "http", "documents", "signing", "shelf", "pki", "events", "accounts",
                  "trace", "audit", "regulations", "projections", "rules", "wishes", "ledger",
                  "archive", "trial", "terminal", "reports", "office", "hosting", "api", "mail"},
    "calendar": {"outcome", "http", "documents", "signing", "shelf", "pki", "events", "accounts",
                  "trace", "audit", "regulations", "projections", "rules", "wishes", "ledger",
                  "archive", "trial", "terminal", "reports", "office", "hosting", "api", "mail"},
    "server": {"outcome", "http", "documents", "signing", "shelf", "pki", "witness", "events",
               "accounts", "trace", "audit", "regulations", "projections", "rules", "intake",
               "wishes", "ledger", "archive", "trial", "terminal", "reports", "verifier", "office",
               "reading", "inspection", "script", "notary", "archivist", "cosigning", "certifying",
               "demo", "bench", "hosting", "api", "netschool", "calendar", "mail",
               "pages"},
}


def source_dir():
    return pathlib.Path(sys.argv[1])


def build_dir():
    return pathlib.Path(sys.argv[2])


def libraries():
    """The folders that are libraries of this build."""
    return [path.parent.name for path in sorted(source_dir().glob("*/CMakeLists.txt"))
            if path.parent.name != "tests"]


def own_files():
    """Every file of the project, relative to its root: all but what .gitignore leaves out."""
    names = []
    for folder, folders, files in os.walk(source_dir()):
        folders[:] = [name for name in folders if name not in NOT_OURS]
        inside = pathlib.Path(folder).relative_to(source_dir())
        names += [inside / name for name in files if name not in NOT_OURS]
    return sorted(names)


def own_sources(*endings):
    return [name for name in own_files() if name.suffix.lstrip(".") in (endings or ("h", "cc"))]


def text_of(name):
    return (source_dir() / name).read_text(encoding="utf-8")


def existing_tests():
    """The names of all tests of C++, as "Suite.Name"."""
    return {".".join(name) for file in own_sources() if file.parts[0] == "tests"
            for name in TEST.findall(text_of(file))}


def close(found):
    """Prints what was found and ends: well iff nothing was."""
    for line in found:
        print(line)
    sys.exit(1 if found else 0)
