"""Includes are from the root and never through `..`; each library takes only the third-party
libraries that its job needs, so that what a layer must never know stays out of it."""
import re

from house import MAY_SEE, close, own_sources, text_of

# How a header's name tells whose it is; the first that fits.
OWNERS = [
    ("capnp", r"(capnp|kj)/"), ("openssl", r"openssl/"), ("sodium", r"sodium(\.h|/)"),
    ("rocksdb", r"rocksdb/"), ("fmt", r"fmt/"), ("date", r"date/"), ("pugixml", r"pugixml\.hpp"),
    ("toml", r"toml\+\+/"),
    ("zip", r"zip\.h"), ("xlsxwriter", r"xlsxwriter\.h"),
    ("pango", r"(pango/|cairo|glib\.h|fontconfig/)"), ("qpdf", r"qpdf/"),
    ("curl", r"curl/"), ("qrencode", r"qrencode\.h"), ("zlib", r"zlib\.h"),
    ("spdlog", r"spdlog/"), ("prometheus", r"prometheus/"),
    ("boost", r"boost/"), ("cli11", r"CLI/"), ("gtest", r"(gtest|gmock)/"),
    ("rapidcheck", r"rapidcheck(\.h|/)"), ("benchmark", r"benchmark/"),
    ("system", r"(sys/.*|linux/.*|unistd|fcntl|signal|poll|dlfcn|arpa/inet|time|termios|dirent|semaphore|malloc|stdlib|spawn)(\.h)?$"), ("std", r"[a-z_0-9]+$"),
]
MAY_TAKE = {
    "outcome": set(),
    "documents": {"fmt", "xlsxwriter", "pango", "qpdf", "qrencode", "system"},
    "http": {"boost", "openssl", "zlib"},
    "signing": {"openssl", "sodium"},
    "pki": {"openssl", "system"},
    "witness": {"fmt", "system"},
    "events": {"capnp", "fmt"},
    "audit": set(),
    "regulations": {"date", "toml"},
    "projections": {"fmt"},
    "rules": {"fmt"},
    "intake": {"fmt", "pugixml", "zip"},
    "wishes": {"fmt", "boost"},
    "ledger": {"rocksdb", "sodium", "fmt", "system"},
    "archive": {"fmt", "system"},
    "trial": {"fmt", "date", "pugixml"},
    "terminal": {"fmt", "boost", "cli11", "system"},
    "pages": {"fmt"},
    "reports": {"fmt"},
    "verifier": {"fmt", "boost"},
    "shelf": {"openssl", "rocksdb"},
    "accounts": {"fmt", "openssl", "sodium", "system"},
    "trace": {"fmt"},
    "mail": {"fmt", "boost", "curl"},
    "hosting": {"fmt", "boost", "sodium"},
    "api": {"fmt", "boost"},
    "office": {"fmt", "boost", "system"},
    "reading": {"fmt"},
    "inspection": {"fmt", "boost"},
    "script": {"fmt", "boost"},
    "notary": {"fmt"},
    "archivist": {"fmt", "boost"},
    "cosigning": {"fmt"},
    "certifying": {"fmt", "boost"},
    "demo": {"fmt", "boost", "system"},
    "bench": {"openssl", "fmt", "boost", "system"},
    "shelf": {"rocksdb", "openssl"},
    "accounts": {"fmt", "openssl", "sodium", "system"},
    "trace": {"fmt"},
    "hosting": {"fmt", "boost", "sodium"},
    "api": {"fmt", "boost"},
    "netschool": {"fmt", "boost", "openssl"},
    "calendar": {"fmt", "boost"},
    "server": {"fmt", "boost", "spdlog", "prometheus", "system"},
    "tests": {owner for owner, _ in OWNERS},
}


def owner_of(header):
    for owner, pattern in OWNERS:
        if re.match(pattern, header):
            return owner
    return None


def looked_at(name):
    library = name.parts[0]
    for number, line in enumerate(text_of(name).splitlines(), 1):
        include = re.match(r'\s*#\s*include\s+(["<])([^">]+)[">]', line)
        if not include:
            continue
        quote, header = include.groups()
        where = f"{name}:{number}: {header}"
        if quote == '"':
            folder = header.split("/")[0]
            if ".." in header:
                yield f"{where}: an include goes through .."
            elif "/" not in header or (folder not in MAY_SEE and library != "tests"):
                yield f"{where}: an include of ours is from the root, folder first"
            continue
        owner = owner_of(header)
        if owner is None:
            yield f"{where}: whose header is this? Name its owner in includes.py"
        elif owner != "std" and owner not in MAY_TAKE.get(library, set()):
            yield f"{where}: {library} may not take {owner}"


def own_header_first(name):
    if name.suffix != ".cc" or name.parts[0] == "tests":
        return
    header = name.with_suffix(".h")
    includes = re.findall(r'^#include ["<]([^">]+)', text_of(name), re.MULTILINE)
    if str(header) in includes and includes[0] != str(header):
        yield f"{name}: its own header is not the first include"


close([line for name in own_sources()
       for line in [*looked_at(name), *own_header_first(name)]])
