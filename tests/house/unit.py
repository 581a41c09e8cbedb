"""The unit by which schools are served is one that systemd reads without complaint and calls well closed."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from house import SKIPPED, close, source_dir

MOST_EXPOSED = 2.0  # by systemd's own count, 0 best and 10 worst
UNIT = source_dir() / "packaging" / "letopis.service"


def said(*command):
    return subprocess.run(command, capture_output=True, text=True)


def faults():
    with tempfile.TemporaryDirectory() as folder:
        unit = pathlib.Path(folder) / UNIT.name
        # Where it is not installed, systemd would miss the program; any other will do for its eyes.
        unit.write_text(UNIT.read_text().replace("/usr/bin/letopis", "/bin/true"))
        for line in said("systemd-analyze", "verify", "--man=no", str(unit)).stderr.splitlines():
            if UNIT.name in line:
                yield line
        told = said("systemd-analyze", "security", "--offline=true", "--no-pager", str(unit)).stdout
    exposure = re.search(r"exposure level for \S+: ([\d.]+)", told)
    if not exposure:
        yield "systemd does not tell how exposed it is"
    elif float(exposure[1]) > MOST_EXPOSED:
        yield f"exposed by {exposure[1]}, and at most {MOST_EXPOSED} is wanted"


if not shutil.which("systemd-analyze"):
    sys.exit(SKIPPED)
close([f"{UNIT.name}: {fault}" for fault in faults()])
