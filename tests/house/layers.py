"""A library sees the headers of those it may use and of no other: a forbidden include does not
compile. Tried with the compiler and the include directories of this very build: for every pair
whether the one's header is found from the other, and for each library whether what it sees compiles."""
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
            # Up to the object, and without headers that the build precompiles for all.
            cut = words.index("-include" if "-include" in words else "-o")
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


def run(command, flag, text, folder):
    """The compiler of this command on a source of this text: its status and words."""
    unit = pathlib.Path(folder) / "unit.cc"
    unit.write_text(text)
    done = subprocess.run([*command, flag, str(unit)], capture_output=True, text=True,
                          env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"})
    return done.returncode, done.stdout, done.stderr


def found_by(command, headers, folder):
    """The libraries, by name, whose header the compiler finds; None where it says nothing."""
    text = "".join(f'#if __has_include("{header}")\nfound {other}\n#endif\n'
                   for other, header in headers.items())
    status, told, _ = run(command, "-E", text, folder)
    return None if status else {line.split()[1] for line in told.splitlines()
                                if line.startswith("found ")}


def smallest_header(library):
    headers = sorted((source_dir() / library).glob("*.h"), key=lambda path: path.stat().st_size)
    return f"{library}/{headers[0].name}" if headers else None


def rooms_hold_one_folder(found):
    for library in libraries():
        inside = [path.name for path in (build_dir() / "rooms" / library).iterdir()]
        if inside != [library]:
            found.append(f"the room of {library} holds {inside}")


def main():
    wrong, tried = [], 0
    rooms_hold_one_folder(wrong)
    by_library = commands()
    smallest = {library: smallest_header(library) for library in libraries()}
    with tempfile.TemporaryDirectory() as folder:
        for library in libraries():
            if library not in MAY_SEE:
                wrong.append(f"{library}: no layer of this name; add it to house.py and the picture")
                continue
            command = by_library[library]
            wrong += [f"{library}: compiled with {path}" for path in strays(command)]
            seen = seen_by(command) - {library}
            wrong += [f"{library}: uses {name}, which it may not"
                      for name in sorted(seen - MAY_SEE[library])]
            others = {other: header for other, header in smallest.items()
                      if header is not None and other != library}
            tried += len(others)
            found = found_by(command, others, folder)
            if found is None:
                wrong.append(f"{library}: the compiler read nothing")
                continue
            wrong += [f"{library}: {others[name]} should not be found, yet it was"
                      for name in sorted(found - seen)]
            wrong += [f"{library}: {others[name]} should be found"
                      for name in sorted((seen & others.keys()) - found)]
            may = "".join(f'#include "{others[name]}"\n' for name in sorted(found & seen))
            status, _, words = run(command, "-fsyntax-only", may, folder)
            if status != 0:
                wrong.append(f"{library}: what it may see does not compile\n{words}")
    if not wrong:
        print(f"{tried} pairs tried")
    close(wrong)


main()
