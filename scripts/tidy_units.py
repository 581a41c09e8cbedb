"""Several sources of one library as one text, so that the headers they share are read once.

Nearly all that a checker of C++ does for one file it does for the headers which that file includes.
Sources put after one another cost their headers once. What would meet there and does not in the
program — names that two files have each in a nameless namespace of its own — is renamed in the text
(`run` becomes `run_zz3`) and named rightly again in what the checker says.
"""
import re

# A line that opens or closes the nameless namespace; our sources do not indent what is inside.
OPENS, CLOSES = "namespace {", "}  // namespace"
TYPE = re.compile(r"^(?:struct|class|enum class|enum|union) (\w+)")
ALIAS = re.compile(r"^using (\w+) =")
VARIABLE = re.compile(r"^(?:const|constexpr|constinit|static|thread_local)\b"
                      r"[^()]*?\b(k\w+)\s*[\[={]")
FUNCTION = re.compile(r"^(?!(?:using|namespace|template|return) |static_assert)"
                      r"\w[^()={;]*?[\s&*](\w+)\(")
TAKES_FUNCTION = re.compile(r"^using (?:\w+::)+[a-z_]+;", re.M)
STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
MARK = re.compile(r"_?[zZ]z\d+\b")


def declared(lines):
    for line in lines:
        for shape in (TYPE, ALIAS, VARIABLE, FUNCTION):
            if found := shape.match(line):
                yield found.group(1)
                break


def hidden_names(source):
    """What the file has in nameless namespaces and can be renamed there without being misread."""
    lines, inside = [], False
    text = source.read_text()
    for line in text.splitlines():
        if line in (OPENS, CLOSES):
            inside = line == OPENS
        elif inside:
            lines.append(line)
    # One more overload of what a header declares, or the namesake of a member, keeps its name.
    shared = {name for header in source.parent.glob("*.h")
              for name in declared(header.read_text().splitlines())}
    members = set(re.findall(r"(?:\.|->)(\w+)", STRING.sub("", text)))
    return set(declared(lines)) - shared - members


def renamed(text, names, number):
    if not names:
        return text
    # Neither what stands in a directive nor a member nor a name of another namespace is meant.
    shape = re.compile(r"^#.*$|(?<![\w.:])(?<!->)(%s)\b" % "|".join(sorted(names)), re.M)

    def marked(found):
        name = found.group(1)
        if name is None:
            return found.group()
        return f"{name}_zz{number}" if name.islower() else f"{name}Zz{number}"

    return shape.sub(marked, text)


class Unit:
    """The text of some sources, and where each of its lines comes from."""

    def __init__(self, sources):
        # A function taken from another namespace would hide one of ours from all that follows it.
        self.sources = sorted(sources, key=lambda one: bool(TAKES_FUNCTION.search(one.read_text())))
        texts = [source.read_text().rstrip("\n") + "\n" for source in self.sources]
        words = [set(re.findall(r"\w+", text)) for text in texts]
        hidden = [hidden_names(source) for source in self.sources]
        self.text, self.first_lines, line = "", [], 1
        for number, text in enumerate(texts):
            others = set().union(*words[:number], *words[number + 1:])
            self.text += renamed(text, hidden[number] & others, number)
            self.first_lines.append(line)
            line += text.count("\n")

    def place(self, line):
        """The source and the line in it that became this line."""
        index = max(i for i, first in enumerate(self.first_lines) if first <= line)
        return self.sources[index], line - self.first_lines[index] + 1

    def told(self, path, words):
        """What was said about the text, said about the sources; and the sources with errors."""
        broken = set()

        def moved(found):
            source, line = self.place(int(found.group(1)))
            if found.group(3) == "error" and "[clang-diagnostic-error]" in found.group(4):
                broken.add(source)
            return f"{source}:{line}:{found.group(2)}: {found.group(3)}:{found.group(4)}"

        place = rf"^{re.escape(str(path))}:(\d+):(\d+): (\w+):(.*)$"
        return MARK.sub("", re.sub(place, moved, words, flags=re.M)), broken


def grouped(sources, flags, most_lines):
    """The sources in groups, each of one set of flags and of about MOST_LINES lines."""
    alike = {}
    for source in sorted(sources):
        alike.setdefault(tuple(flags[source]), []).append(source)
    for some in alike.values():
        lines = {source: source.read_text().count("\n") for source in some}
        groups = [[] for _ in range(sum(lines.values()) // most_lines + 1)]
        for source in sorted(some, key=lambda one: -lines[one]):
            min(groups, key=lambda group: sum(lines[one] for one in group)).append(source)
        yield from filter(None, groups)
