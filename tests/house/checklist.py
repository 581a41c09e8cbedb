"""docs/security-checklist.md has every requirement of level 2 once, in order, each with a verdict and
what shows it or why not; it names no test or file that does not exist, and counts right."""
import re

from house import close, existing_tests, source_dir, text_of

PAGE = "docs/security-checklist.md"
VERDICTS = ("held", "does not apply", "open")
# How many requirements each section of the standard has; deleted ones and those of level 3 left out.
SECTIONS = {
    "1.1": 7, "1.2": 4, "1.4": {1, 4, 5}, "1.5": 4, "1.6": 4, "1.7": 2, "1.8": 2, "1.9": 2, "1.10": 1,
    "1.11": 2, "1.12": {2}, "1.14": 6,
    "2.1": 12, "2.2": 3, "2.3": 3, "2.4": 5, "2.5": 7, "2.6": 3, "2.7": 6, "2.8": 7, "2.9": 3, "2.10": 4,
    "3.1": 1, "3.2": 4, "3.3": 4, "3.4": 5, "3.5": 3, "3.7": 1,
    "4.1": {1, 2, 3, 5}, "4.2": 2, "4.3": 3,
    "5.1": 5, "5.2": 8, "5.3": 10, "5.4": 3, "5.5": 4,
    "6.1": 3, "6.2": 6, "6.3": 2, "6.4": 2,
    "7.1": 4, "7.2": 2, "7.3": {1, 3, 4}, "7.4": 3,
    "8.1": 4, "8.2": 3, "8.3": 8,
    "9.1": 3, "9.2": 4,
    "10.2": 2, "10.3": 3,
    "11.1": 8,
    "12.1": 3, "12.2": 1, "12.3": 6, "12.4": 2, "12.5": 2, "12.6": 1,
    "13.1": {1, 3, 4, 5}, "13.2": {1, 2, 3, 5, 6}, "13.3": 2, "13.4": 2,
    "14.1": 4, "14.2": 6, "14.3": {2, 3}, "14.4": 7, "14.5": 4,
}  # fmt: skip
WANTED = [f"{section}.{number}" for section, numbers in SECTIONS.items()
          for number in (sorted(numbers) if isinstance(numbers, set) else range(1, numbers + 1))]

NAMED = re.compile(r"`([^`]+)`")
TEST_NAME = re.compile(r"[A-Z]\w*\.\w+")
PATH = re.compile(r"\.?[\w-]+(?:[/.][\w.-]+)+")
TESTS = existing_tests()


def exists(path):
    return (source_dir() / path).exists()


def is_path(word):
    return PATH.fullmatch(word) and exists(word.split("/")[0])


def is_test(word):
    return TEST_NAME.fullmatch(word) and not exists(word)


def missing(number, line):
    for word in NAMED.findall(line):
        if is_test(word):
            if word not in TESTS:
                yield f"{number}: there is no test {word}"
        elif is_path(word) and not exists(word):
            yield f"{number}: there is no file {word}"


def unfounded(number, verdict, how, shown):
    words = NAMED.findall(shown)
    shows = any(is_test(word) or word.startswith("tests/web/") for word in words)
    if verdict == "held" and not shows and not re.match(r"Read: \S+", shown):
        yield f"{number}: is held, and neither a test nor a place to read shows it"
    if verdict == "held" and how == "–":
        yield f"{number}: is held, and nothing says by what"
    if verdict == "does not apply" and len(shown.split()) < 3:
        yield f"{number}: does not apply, and nothing says why"
    if verdict == "open" and not re.match(r"(To mend|Stays): \S+ \S+", shown):
        yield f"{number}: is open, and nothing says what remains"


page = text_of(PAGE)
rows = [[cell.strip() for cell in line.strip().strip("|").split(" | ")]
        for line in page.splitlines() if re.match(r"\| \d+\.\d+\.\d+ \|", line)]
found = [f"{row[0]}: a line has five cells" for row in rows if len(row) != 5]
rows = [row for row in rows if len(row) == 5]

numbers = [row[0] for row in rows]
found += [f"{number}: is missing" for number in WANTED if number not in numbers]
found += [f"{number}: is not of level 2, or stands there twice" for number in set(numbers)
          if number not in WANTED or numbers.count(number) > 1]
if not found and numbers != WANTED:
    found.append("the numbers are out of order")
for number, verdict, asks, how, shown in rows:
    if verdict not in VERDICTS:
        found.append(f"{number}: '{verdict}' is no verdict")
    found += missing(number, " ".join((asks, how, shown)))
    found += unfounded(number, verdict, how, shown)

counted = {chapter: [int(count) for count in counts] for chapter, *counts in
           re.findall(r"^\| (V\d+|all)\b[^|]* \| (\d+) \| (\d+) \| (\d+) \|$", page, re.MULTILINE)}
for chapter in [f"V{number}" for number in range(1, 15)] + ["all"]:
    there = [sum(row[1] == verdict and chapter in ("all", "V" + row[0].split(".")[0]) for row in rows)
             for verdict in VERDICTS]
    if counted.get(chapter) != there:
        found.append(f"the count of {chapter} is {counted.get(chapter)}, and there are {there}")
close(found)
