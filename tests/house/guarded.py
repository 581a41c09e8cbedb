"""The programs that were built have the guards that CMakeLists.txt asks for."""
import pathlib
import re
import subprocess
import sys

from house import close

PROGRAMS = ("letopis", "letopis-verify")
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


faults = []
if is_guarded_build():
    for name in PROGRAMS:
        if (BUILD / "bin" / name).exists():
            faults += [f"{name}: {fault}" for fault in faults_of_program(BUILD / "bin" / name)]
close(faults)
