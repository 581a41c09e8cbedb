"""Every C++ file is laid out as .clang-format says."""
import subprocess

from house import close, own_sources, source_dir

names = [str(source_dir() / name) for name in own_sources()]
checked = subprocess.run(["clang-format", "--dry-run", "--Werror", *names], capture_output=True,
                         text=True)
differing = sorted({line.split(":")[0] for line in checked.stderr.splitlines()
                    if "-Wclang-format-violations" in line})
if checked.returncode != 0 and not differing:
    differing = [checked.stderr]
close([f"{name}: not as .clang-format says; run scripts/format" for name in differing])
