"""The program that was built has the guards that CMakeLists.txt asks for, and the unit by which it is
served is one that systemd reads without complaint and calls well closed."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from house import close, source_dir

MOST_EXPOSED = 2.0  # by systemd's own count, 0 best and 10 worst
PROGRAMS = ("letopis", "letopis-verify")
UNIT = source_dir() / "packaging" / "letopis.service"
BUILD = pathlib.Path(sys.argv[2])


def said(*command):
    return subprocess.run(command, capture_output=True, text=True)


def is_guarded_build():
    cache = (BUILD / "CMakeCache.txt").read_text()
    return re.search(r"^LETOPIS_SANITIZE:\w+=$", cache, re.M) and "CMAKE_BUILD_TYPE:STRING=Debug" not in cache


def faults_of_program(program):
    dynamic = said("readelf", "--wide", "--dynamic", program).stdout
    segments = said("readelf", "--wide", "--segments", program).stdout
    symbols = said("readelf", "--wide", "--dyn-syms", program).stdout
    if not re.search(r"\bNOW\b", dynamic):
        yield "addresses of functions are looked up while it runs (-z now)"
    if "GNU_RELRO" not in segments:
        yield "its tables of addresses can be written to (-z relro)"
    if "PIE" not in dynamic:
        yield "it lies at a fixed address (PIE)"
    if re.search(r"GNU_STACK.*\bRWE\b", segments):
        yield "its stack can be executed"
    if program.name != "letopis":
        return
    if "__stack_chk_fail" not in symbols:
        yield "nothing guards its stack (-fstack-protector-strong)"
    if not re.search(r"__\w+_chk(@|\s)", symbols.replace("__stack_chk", "")):
        yield "copies are not checked (_FORTIFY_SOURCE)"


def faults_of_unit():
    if not shutil.which("systemd-analyze"):
        return
    program = next((BUILD / "bin" / name for name in PROGRAMS if (BUILD / "bin" / name).exists()), None)
    with tempfile.TemporaryDirectory() as folder:
        unit = pathlib.Path(folder) / UNIT.name
        unit.write_text(UNIT.read_text().replace("/usr/bin/letopis", str(program or "/bin/true")))
        verified = said("systemd-analyze", "verify", "--man=no", str(unit))
        for line in verified.stderr.splitlines():
            if UNIT.name in line:
                yield line
        told = said("systemd-analyze", "security", "--offline=true", "--no-pager", str(unit)).stdout
    exposure = re.search(r"exposure level for \S+: ([\d.]+)", told)
    if not exposure:
        yield "systemd does not tell how exposed it is"
    elif float(exposure[1]) > MOST_EXPOSED:
        yield f"exposed by {exposure[1]}, and at most {MOST_EXPOSED} is wanted"


faults = [f"{UNIT.name}: {fault}" for fault in faults_of_unit()]
if is_guarded_build():
    for name in PROGRAMS:
        if (BUILD / "bin" / name).exists():
            faults += [f"{name}: {fault}" for fault in faults_of_program(BUILD / "bin" / name)]
close(faults)
