"""A library sees the headers of those it may use and of no other: a forbidden include does not
compile. Tried with the compiler and the include directories of this very build, for every pair."""
import json
import pathlib
import shlex
import subprocess
import tempfile

from house import MAY_SEE, build_dir, close, libraries, source_dir


def commands():
    """Library → the command that compiles one of its sources, without source and object."""
    found = {}
    for entry in json.loads((build_dir() / "compile_commands.json").read_text()):
        words = shlex.split(entry["command"])
        folder = pathlib.Path(entry["file"]).parent
        if folder.parent == source_dir() and folder.name not in found:
            cut = words.index("-o")
            found[folder.name] = words[:cut]
    return found


def seen_by(command):
    """The rooms, by name, among the include directories of a command."""
    rooms = build_dir() / "rooms"
    given = [pathlib.Path(word[2:]) for word in command if word.startswith("-I")]
    given += [pathlib.Path(path) for flag, path in zip(command, command[1:]) if flag == "-isystem"]
    return {path.name for path in given if path.parent == rooms}


def strays(command):
    """Include directories through which the sources themselves could be reached."""
    given = [pathlib.Path(word[2:]) for word in command if word.startswith("-I")]
    return [path for path in given
            if path.is_relative_to(source_dir()) and not path.is_relative_to(build_dir())]


def compiled(command, header, folder):
    unit = pathlib.Path(folder) / "unit.cc"
    unit.write_text(f'#include "{header}"\n')
    return subprocess.run([*command, "-fsyntax-only", str(unit)], capture_output=True, text=True,
                          env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"})


def smallest_header(library):
    headers = sorted((source_dir() / library).glob("*.h"), key=lambda path: path.stat().st_size)
    return f"{library}/{headers[0].name}" if headers else None


def rooms_hold_one_folder(found):
    for library in libraries():
        inside = [path.name for path in (build_dir() / "rooms" / library).iterdir()]
        if inside != [library]:
            found.append(f"the room of {library} holds {inside}")


def main():
    found, tried = [], 0
    rooms_hold_one_folder(found)
    by_library = commands()
    with tempfile.TemporaryDirectory() as folder:
        for library in libraries():
            if library not in MAY_SEE:
                found.append(f"{library}: no layer of this name; add it to house.py and the picture")
                continue
            command = by_library[library]
            found += [f"{library}: compiled with {path}" for path in strays(command)]
            seen = seen_by(command) - {library}
            found += [f"{library}: uses {name}, which it may not"
                      for name in sorted(seen - MAY_SEE[library])]
            for other in libraries():
                header = smallest_header(other)
                if other == library or header is None:
                    continue
                tried += 1
                run = compiled(command, header, folder)
                refused = run.returncode != 0 and "No such file" in run.stderr
                if other in seen and run.returncode != 0:
                    found.append(f"{library}: {header} should compile\n{run.stderr}")
                if other not in seen and not refused:
                    found.append(f"{library}: {header} should not be found, yet it was")
    if not found:
        print(f"{tried} pairs tried")
    close(found)


main()
