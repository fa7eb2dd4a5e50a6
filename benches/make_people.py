"""Makes a list of invented persons, some of them more than once, with the truth in the column `cluster`.

    python benches/make_people.py N SEED FILE

The list is deterministic: all draws come from random.Random(SEED).random(). A third of the persons share surname and
address with the person before them. For every 100 persons there are 18 further rows of persons already listed. Each kind of
error in them has its own probability: a typo, swapped names, a new surname, a wrong digit or a wrong order in the date, the
first of January, a move, blank cells.
"""

import csv
import random
import sys

N, SEED, FILE = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
draw = random.Random(SEED).random
CONSONANTS = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "mb", "nd", "ng", "tsh", "ny", "mw"]
VOWELS = ["a", "e", "i", "o", "u", "ie", "ua"]


def pick(things):
    return things[int(draw() * len(things))]


def words(n, most):
    made = set()
    while len(made) < n:
        made.add("".join(pick(CONSONANTS) + pick(VOWELS) for _ in range(2 + int(draw() * (most - 1)))))
    return sorted(made)


def skewed(things):
    """Picks from a skewed distribution: few values are common, many are rare."""
    return things[int(len(things) * draw() ** 2.2)]


def slip(text):
    if len(text) < 3:
        return text
    at, kind = int(draw() * (len(text) - 1)), int(draw() * 4)
    if kind == 0:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    if kind == 1:
        return text[:at] + text[at + 1 :]
    letter = chr(97 + int(draw() * 26))
    return text[:at] + letter + text[at + (kind == 2) :]


FIRST = {sex: words(1500, 3) for sex in "fm"}
LAST, STREETS, CITIES = words(6000, 4), words(5000, 4), words(400, 4)


def address():
    city = skewed(range(400))
    return [CITIES[city], f"{1000 + city * 20 + int(draw() * 20)}", skewed(STREETS) + " road", str(1 + int(draw() * 200))]


def date():
    return [1930 + int(draw() * 90), 1 + int(draw() * 12), 1 + int(draw() * 28)]


def written(day):
    return "" if day is None else "%04d-%02d-%02d" % tuple(day)


people, home = [], None
for number in range(N):
    sex = pick("fm")
    if home is None or draw() > 0.34:
        home = (skewed(LAST), address())
    people.append([skewed(FIRST[sex]), home[0], sex, date(), *home[1]])

rows = [(number, person[:3] + [written(person[3])] + person[4:]) for number, person in enumerate(people)]
for number in (int(draw() * N) for _ in range(N * 18 // 100)):
    first, last, sex, day, *home = people[number]
    day, home = list(day), list(home)
    first = slip(first) if draw() < 0.2 else first
    last = slip(last) if draw() < 0.2 else last
    if draw() < 0.04:
        last = skewed(LAST)
    if draw() < 0.05:
        first, last = last, first
    kind = draw()
    if kind < 0.06:
        day[int(draw() * 3)] += 1
    elif kind < 0.12:
        day[1], day[2] = (day[2], day[1]) if day[2] <= 12 else (day[1], day[2])
    elif kind < 0.18:
        day[1], day[2] = 1, 1
    if draw() < 0.14:
        home = address()
    home[2] = slip(home[2]) if draw() < 0.1 else home[2]
    row = [first, last, sex, written(day)] + home
    for column, chance in ((0, 0.02), (1, 0.02), (2, 0.04), (3, 0.05), (5, 0.1), (6, 0.08), (7, 0.05)):
        row[column] = "" if draw() < chance else row[column]
    rows.append((number, row))
for last in range(len(rows) - 1, 0, -1):
    other = int(draw() * (last + 1))
    rows[last], rows[other] = rows[other], rows[last]

with open(FILE, "w", newline="", encoding="utf-8") as f:
    out = csv.writer(f, lineterminator="\n")
    out.writerow("rec_id cluster first_name surname sex dob city postcode street street_number".split())
    out.writerows([place, number, *row] for place, (number, row) in enumerate(rows))
