"""Recounts the figures of a report's pages from the exported tables and compares them cell by cell.

    python3 tests/report/recompute.py EXPORTS REPORTS REFERENCE

Plain Python without packages. It shares no code with the program: it counts rows of CSV. The commune's own report is exact:
each cell must be the number in the format of the page's language. The last line is the number of cells compared.
"""

import collections
import csv
import datetime
import difflib
import html.parser
import json
import pathlib
import re
import sys
import unicodedata

EXPORTS, REPORTS, REFERENCE = map(pathlib.Path, sys.argv[1:4])
Counter = collections.Counter


def table(name):
    with open(EXPORTS / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def reference(name):
    with open(REFERENCE / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


class Page(html.parser.HTMLParser):
    """The tables of a page: id -> row code -> cell texts."""

    def __init__(self, text):
        super().__init__()
        self.tables, self.waiting, self.rows, self.cells, self.text = {}, {}, None, None, None
        self.skip = False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "caption":
            self.rows = self.tables.setdefault(attrs["id"], {})
        elif tag == "tr" and "data-code" in attrs:
            self.cells = self.rows.setdefault(attrs["data-code"], [])
        elif tag == "td":
            self.text = ""
        elif tag == "span" and attrs.get("class") == "vh":
            self.skip = True

    def handle_endtag(self, tag):
        if tag == "td":
            self.cells.append(self.text)
            self.text = None
        elif tag == "span":
            self.skip = False
        elif tag == "tr":
            self.cells = None

    def handle_data(self, data):
        if self.text is not None and not self.skip:
            self.text += data


class Language:
    def __init__(self, code):
        self.code = code
        self.group, self.point = {"fr": ("\u202f", ","), "nl": (".", ","), "en": (",", ".")}[code]

    def count(self, n):
        return f"{n:,}".replace(",", self.group)

    def decimal(self, n, places):
        # Rounded half away from zero, like the page. The sign is U+2212; zero has no sign.
        whole, _, rest = f"{abs(n):.{places}f}".partition(".")
        shown = self.count(int(whole)) + (self.point + rest if rest else "")
        return ("\u2212" if n < 0 and any(c in "123456789" for c in whole + rest) else "") + shown

    def share(self, n):
        return self.decimal(100 * n, 1) + ("%" if self.code == "en" else "\u00a0%")

    def change(self, n):
        return ("+" if n > 0 else "") + self.decimal(n, 0)


class Check:
    def __init__(self, language, tables):
        self.language, self.tables, self.n = language, tables, 0

    def row(self, name, code, cells):
        """Compares a row. Each of `cells` is the expected text, or None if it is not recounted."""
        shown = self.tables[name].pop(code)
        assert len(shown) == len(cells), (name, code, shown, cells)
        for own, seen in zip(cells, shown):
            if own is None:
                continue
            assert seen == own, f"{self.language.code} {name} {code}: page {seen!r}, recounted {own!r}"
            self.n += 1

    def none_left(self, name, codes=()):
        assert set(self.tables[name]) <= set(codes), (name, sorted(self.tables[name]))


persons, households, births = table("persons"), table("households"), table("births")
lineage, findings, events = table("lineage"), table("findings"), table("events")
links, residences = table("links"), table("residences")
published = reference("births-published.csv")
populations = reference("population.csv")
quartiers = [row["name"] for row in reference("quartiers.csv")]

# The column of the mother in each birth register, by its heading.
mother_column = collections.defaultdict(set)
for row in table("columns"):
    if row["field"] == "mother":
        mother_column[row["file"]] |= {row["column"], row["heading"]}

home = {person["person_id"]: person["quartier"] for person in persons}
for act in births:
    # An act without a quartier is counted in that of the child.
    act["home"] = act["quartier"] or home[act["person_id"]]
acts = [act for act in births if not act["duplicate_of"]]
present = [person for person in persons if person["status"] not in ("deceased", "departed")]
residents = [person for person in present if person["status"] == "resident"]
households = [household for household in households if int(household["n_members"]) > 0]
# A round covers a quartier if it lists half of its residents, and a tenth of the median quartier.
listed, residents_of = collections.defaultdict(Counter), Counter()
for household in households:
    if household["quartier"]:
        n = int(household["n_members"])
        residents_of[household["quartier"]] += n
        for year in {int(household[k]) for k in ("first_seen", "last_seen") if household[k]}:
            listed[household["quartier"]][year] += n
median = sorted(residents_of.values())[len(residents_of) // 2]
rounds = collections.defaultdict(set)
for name, own in listed.items():
    for year, n in own.items():
        if n >= 0.5 * residents_of[name] and n >= 0.1 * median:
            rounds[name].add(year)
last_round = max(year for years in rounds.values() for year in years)

# The years of registers read: those with a twentieth of the acts of the busiest year. A year in which only births of other
# years were declared has no register, unless that holds for all.
declared_in = Counter(int(act["declared_on"][:4]) for act in acts if act["declared_on"])
window = {year for year, n in declared_in.items() if n >= 0.05 * max(declared_in.values())}
own_births = {
    int(act["declared_on"][:4])
    for act in acts
    if act["declared_on"] and (act["born_on_precision"] != "day" or act["born_on"][:4] == act["declared_on"][:4])
}
window = window & own_births or window
# The last day of which there are several declarations in a month.
days = sorted(d for d in (datetime.date.fromisoformat(act["declared_on"]) for act in acts if act["declared_on"]) if d.year in window)
needed = max(2, -(-sum(day.year == max(window) for day in days) // 200)) if len(days) >= 12 else 1
as_of = next(last for last in reversed(days) if sum((last - day).days < 31 for day in days if day <= last) >= needed)


def born_year(person):
    return int(person["born_on"][:4]) if person["born_on"] else None


def census_age(person):
    if person["census_age"]:
        return int(person["census_age"])
    year = person["census_year"] or (person["last_seen"] if person["status"] == "resident" else "")
    return int(year) - born_year(person) if year and person["born_on"] else None


def timeliness(check, name, code, own):
    language = check.language
    n = Counter(act["timeliness"] for act in own)
    judged = n["on_time"] + n["late"]
    rate = language.share(n["on_time"] / judged) if judged else "–"
    delayed = sum(act["timeliness"] == "late" and int(act["delay_days"]) > 365 for act in own)
    counts = [language.count(k) for k in (n["on_time"], n["late"], delayed, judged)]
    ends = [language.share(end) for end in wilson(n["on_time"], judged)] if judged else ["–"] * 2
    extra = [None] * (len(check.tables[name][code]) - 8)
    check.row(name, code, counts + [rate, *ends, language.count(n["unknown"])] + extra)


def by(rows, key):
    groups = collections.defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return groups


def of_births(check):
    day = lambda act: act["born_on"] if act["born_on_precision"] == "day" else ""
    first = min(window)

    def born(act):
        year = int(day(act)[:4]) if day(act) else None
        return "unknown" if year is None else f"before_{first}" if year < first else str(year)

    def born_quarter(act):
        year = born(act)
        return f"{year}-T{(int(day(act)[5:7]) - 1) // 3 + 1}" if year.isdigit() else year

    def part_of_year(act, months, letter):
        day = act["declared_on"]
        return f"{day[:4]}-{letter}{(int(day[5:7]) - 1) // months + 1}" if day else "unknown"

    buckets = ["0-7", "8-30", "31-60", "61-90", "91-180", "181-365", "366-730", "731-1826", "1827-6574", "6575+"]

    def delay(act):
        if not act["delay_days"]:
            return "unknown"
        days = int(act["delay_days"])
        starts = [int(bucket.split("-")[0].rstrip("+")) for bucket in buckets]
        return buckets[max(k for k, start in enumerate(starts) if start <= days)] if days >= 0 else "unknown"

    kinds = {
        "t-declared-year": lambda act: act["declared_on"][:4] or "unknown",
        "t-quarter": lambda act: part_of_year(act, 3, "T"),
        "t-half": lambda act: part_of_year(act, 6, "S"),
        "t-born-year": born,
        "t-born-quarter": born_quarter,
        "t-delay": delay,
        "t-category": lambda act: act["category"],
        "t-sex": lambda act: act["sex"] or "unknown",
        "t-month": lambda act: act["declared_on"][5:7] or "unknown",
        "t-quartier-births": lambda act: act["home"] or "unknown",
    }
    for name, key in kinds.items():
        groups = by(acts, key)
        for code in list(check.tables[name]):
            timeliness(check, name, code, acts if code == "all" else groups.pop(code, []))
        assert not groups, (name, groups.keys())

    language, held = check.language, by(acts, kinds["t-declared-year"])
    for year in published:
        n = Counter(act["timeliness"] for act in held.get(year["year"], []))
        on_time, late = int(year["in_legal_time"]), int(year["out_of_legal_time"])
        check.row(
            "t-published",
            year["year"],
            [language.count(on_time), language.count(n["on_time"]), language.change(n["on_time"] - on_time)]
            + [language.count(late), language.count(n["late"]), language.change(n["late"] - late)]
            + [language.share(on_time / (on_time + late))],
        )
    check.none_left("t-published")

    mothers(check)
    cohorts(check)
    of_pages(check, kinds["t-quartier-births"])

    # The other rule: 30 days for births until 14 July 2016, 90 days since.
    def other(act):
        born_on, declared = (datetime.date.fromisoformat(text) for text in (day(act), act["declared_on"]))
        assert declared >= born_on
        return (declared - born_on).days <= (90 if born_on >= datetime.date(2016, 7, 15) else 30)

    judged = [act for act in acts if act["timeliness"] != "unknown"]
    groups = by(judged, kinds["t-declared-year"])
    groups["all"] = judged
    for code in list(check.tables["t-other-rule"]):
        own = groups[code]
        applied = sum(act["timeliness"] == "on_time" for act in own) / len(own)
        under = sum(map(other, own)) / len(own)
        # The difference of the rates as they are shown.
        points = language.decimal(round(100 * under, 1) - round(100 * applied, 1), 1)
        check.row("t-other-rule", code, [language.count(len(own)), language.share(applied), language.share(under), points])


def age_at(day, born, precision):
    """Whole years; a year alone counts from 1 July."""
    day, born = map(datetime.date.fromisoformat, (day, born))
    if precision in ("year", "about"):
        born = datetime.date(born.year, 7, 1)
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def mothers(check):
    """The mother's age and the birth order, and what the table of births says of the mother against persons and typed rows."""
    count, of_id = check.language.count, {person["person_id"]: person for person in persons}
    typed = {(row["file"], row["sheet"], row["row"]): json.loads(row["typed"] or "{}") for row in lineage if row["kind"] == "birth"}
    plain = lambda text: "".join(c for c in unicodedata.normalize("NFKD", text.upper()) if c.isascii())
    n_known, ranks = 0, collections.defaultdict(set)
    for act in births:
        mother = of_id[act["mother_id"]] if act["mother_id"] else None
        if mother is None:
            assert not act["mother_age"] and not act["birth_order"], act
            continue
        assert mother["sex"] == "F" and mother["person_id"] != act["person_id"], act
        age = age_at(act["born_on"], mother["born_on"], mother["born_on_precision"]) if mother["born_on"] and act["born_on_precision"] == "day" else None
        assert act["mother_age"] == (str(age) if age is not None and 12 <= age <= 54 else ""), (act, mother)
        if act["birth_order"]:
            ranks[act["mother_id"]].add((int(act["birth_order"]), of_id[act["person_id"]]["born_on"], act["person_id"]))
        # The row of the act, as typed, names her or nobody.
        own = typed[act["file"], act["sheet"], act["row"]]
        named = [str(text) for column, text in own.items() if column in mother_column[act["file"]]]
        words = set(re.findall(r"[A-Z]{3,}", plain(" ".join(named))))
        noms = re.findall(r"[A-Z]{3,}", plain(f"{mother['nom']} {mother['postnom']}"))
        close = lambda a, b: a == b or difflib.SequenceMatcher(None, a, b).ratio() >= 0.6
        if words:
            n_known += 1
            assert any(close(a, b) for a in words for b in noms), (named, noms)
    # Ranks of one mother follow the dates of birth, and no two children have one.
    for own in ranks.values():
        ordered = sorted(own)
        assert [k for k, _, _ in ordered] == sorted({k for k, _, _ in ordered}), ordered
        assert [born for _, born, _ in ordered] == sorted(born for _, born, _ in ordered), ordered
    assert n_known > 0, "no mother was compared with the name on her act"
    orders = [*"12345", "6+", ""]

    def order(act):
        n = act["birth_order"]
        return "6+" if n and int(n) >= 6 else n

    def band(act):
        first = int(act["mother_age"]) // 5 * 5 if act["mother_age"] else None
        return "unknown" if first is None else f"{first}-{first + 4}"

    groups = by(acts, band)
    groups["all"] = acts
    for code in list(check.tables["t-mothers"]):
        own = groups.pop(code, [])
        n = Counter(map(order, own))
        check.row("t-mothers", code, [count(n[k]) for k in orders] + [count(len(own))])
    assert not groups, groups.keys()


def wilson(part, whole):
    z = 1.959963984540054
    p = part / whole
    middle, half = p + z * z / (2 * whole), z * (p * (1 - p) / whole + z * z / (4 * whole * whole)) ** 0.5
    return [max(0, (middle - half) / (1 + z * z / whole)), min(1, (middle + half) / (1 + z * z / whole))]


def of_pages(check, quartier):
    """The first page and that of the registrar."""
    language = check.language
    judged = [act for act in acts if act["timeliness"] != "unknown"]
    groups = by(judged, quartier)
    for code in list(check.tables["t-tiles"]):
        own = groups[code]
        n = sum(act["timeliness"] == "on_time" for act in own)
        shares = [language.share(x) for x in [n / len(own)] + wilson(n, len(own))] if own else ["–"] * 3
        check.row("t-tiles", code, [language.count(len(own)), *shares, None])
    groups = by(judged, lambda act: f"{quartier(act)} {act['declared_on'][:4]}")
    for code in list(check.tables["t-quartier-years"]):
        own, year = groups[code], code.rsplit(" ", 1)[1]
        n = sum(act["timeliness"] == "on_time" for act in own)
        shares = [language.share(x) for x in [n / len(own)] + wilson(n, len(own))] if own else ["–"] * 3
        # An incomplete year bears a mark.
        seen = check.tables["t-quartier-years"][code][0]
        assert seen in (year, year + "*"), seen
        check.row("t-quartier-years", code, [None, language.count(len(own))] + shares)
    # Places of delivery: accents and case make no difference; those of few acts are together.
    plain = lambda text: "".join(c for c in unicodedata.normalize("NFKD", text.upper()) if not unicodedata.combining(c))
    fold = lambda text: re.sub(r"[\W_]+", " ", plain(text)).strip()
    groups = by(acts, lambda act: fold(act["birth_place"]))
    # The usual spelling heads a row.
    usual = lambda own: min(Counter(act["birth_place"] for act in own).items(), key=lambda pair: (-pair[1], pair[0]))[0]
    named = {usual(own): own for place, own in groups.items() if place and len(own) >= 10}
    named["other"] = [act for place, own in groups.items() if place and len(own) < 10 for act in own]
    named["unknown"] = groups[""]
    for code, own in named.items():
        if own:
            proxy = sum(act["category"] == "proxy" for act in own)
            check.row("t-places", code, [language.count(len(own)), language.count(proxy), language.share(proxy / len(own))])
    check.none_left("t-places")
    late = [act for act in acts if act["timeliness"] == "late"]
    irregular = [act for act in late if act["category"] in ("direct", "proxy")]
    with_act = {quartier(act) for act in acts}
    found = Counter(finding["rule"] for finding in findings)
    values = {
        "late-without-judgment": len(irregular),
        "judgment-on-time": sum(act["timeliness"] == "on_time" and act["category"] == "judgment" for act in acts),
        "quartiers-without-act": sum(name not in with_act for name in quartiers),
    }
    for code in list(check.tables["t-registrar"]):
        check.row("t-registrar", code, [language.count(values.get(code, found[code]))])
    for code in list(check.tables["t-irregular"]):
        is_own = lambda act: code == "all" or act["declared_on"].startswith(code)
        own, all_ = sum(map(is_own, irregular)), sum(map(is_own, late))
        not_known = sum(is_own(act) and act["category"] == "unknown" for act in late)
        share = language.share(own / (all_ - not_known)) if all_ > not_known else "–"
        check.row("t-irregular", code, [language.count(k) for k in (all_, not_known, own)] + [share])


def cohorts(check):
    """The acts still to come of each year of birth, by the product-limit estimator of the reverse-time hazard."""
    language, horizon, own = check.language, 3650, []
    for act in acts:
        if act["timeliness"] != "unknown":
            born, declared = (datetime.date.fromisoformat(act[k]) for k in ("born_on", "declared_on"))
            if born.year in window and declared <= as_of:
                own.append((born, (declared - born).days, (as_of - born).days, act["timeliness"] == "on_time"))
    shown = [delay for delay in own if delay[1] <= horizon]
    at = Counter(days for _, days, _, _ in shown)
    share, declared_by = 1.0, {horizon: 1.0}
    for days in range(horizon, 0, -1):
        if at[days]:
            share *= 1 - at[days] / sum(seen <= days <= most for _, seen, most, _ in shown)
        declared_by[days - 1] = share
    limit = lambda day: 90 if day >= datetime.date(2009, 1, 10) else 30
    for code in list(check.tables["t-cohorts"]):
        year, so_far, end = int(code), [0, 0], [0.0, 0.0]
        months = []
        for month in range(1, 13):
            days = [day for day in (datetime.date(year, month, 1) + datetime.timedelta(n) for n in range(31)) if day.month == month and day <= as_of]
            # A month under way is counted with the one before.
            if months and 0 < len(days) < 28:
                months[-1] += days
            elif days:
                months.append(days)
        for days in months:
            up_to = lambda n: declared_by[min(n, horizon)]
            mean = lambda f: sum(map(f, days)) / len(days)
            of_month = [delay for delay in own if days[0] <= delay[0] <= days[-1]]
            all_, on_time = mean(lambda d: up_to((as_of - d).days)), mean(lambda d: min(1, up_to((as_of - d).days) / up_to(limit(d))))
            n = sum(delay[1] <= horizon for delay in of_month)
            so_far[0] += len(of_month)
            so_far[1] += sum(delay[3] for delay in of_month)
            end[0] += n / all_ + len(of_month) - n
            end[1] += sum(delay[3] for delay in of_month) / on_time
        expected = round(max(end))
        cells = [language.count(so_far[0]), language.count(max(0, expected - so_far[0])), language.count(expected), None, None]
        cells += [language.share(so_far[1] / so_far[0]), language.share(min(1, end[1] / end[0])), None, None]
        check.row("t-cohorts", code, cells)


def interval(own, quartier, act_probability, doubtful, named, everyone):
    """The 95 % interval of the share without an act."""
    z, missed_share = 1.959963984540054, 0.01
    found = wrong = missed = variance = 0.0
    leave, come = [0, 0], [0, 0]
    without = sum(person["person_id"] not in act_probability for person in own)
    for person in own:
        has = person["person_id"] in act_probability
        p = act_probability[person["person_id"]] if has else doubtful.get(person["person_id"], 0.0)
        variance += p * (1 - p)
        if has:
            found, wrong = found + 1, wrong + 1 - p
        else:
            missed += p
        if quartier and named[person["person_id"]] - {quartier}:
            leave[not has] += 1
    for person in everyone if quartier else []:
        if person["quartier"] != quartier and quartier in named[person["person_id"]]:
            come[person["person_id"] not in act_probability] += 1
    untraced = missed_share / (1 - missed_share) * found
    low = without - missed - untraced - z * (variance + untraced) ** 0.5
    high = without + wrong + z * variance**0.5
    low = (low - leave[1]) / max(1, len(own) - leave[1] + come[0])
    high = (high + come[1]) / max(1, len(own) - leave[0] + come[1])
    return max(0.0, low), min(1.0, high)


minors = [person for person in residents if person["born_on"] and last_round - 18 < born_year(person) <= last_round]
children = [person for person in minors if born_year(person) in window]
under_five = [child for child in children if census_age(child) is not None and 0 <= census_age(child) < 5]


def of_children(check):
    language = check.language
    act_probability = {act["person_id"]: 0.0 for act in births}
    person_of = {}
    for row in lineage:
        person_of[row["file"], row["sheet"], row["row"]] = row
        if row["kind"] == "birth" and row["person_id"] in act_probability:
            own = float(row["match_probability"] or 1.0)
            act_probability[row["person_id"]] = max(act_probability[row["person_id"]], own)
    doubtful = {}
    for link in links:
        if link["kept"] == "0" and link["decided_by"] == "score":
            sides = [person_of.get((link["file_" + k], link["sheet_" + k], link["row_" + k])) for k in "ab"]
            sides = [side for side in sides if side and side["person_id"]]
            if any(side["kind"] == "birth" for side in sides):
                for side in sides:
                    if side["kind"] != "birth":
                        best = doubtful.get(side["person_id"], 0.0)
                        doubtful[side["person_id"]] = max(best, float(link["match_probability"]))
    named = collections.defaultdict(set)
    for residence in residences:
        if residence["why"] == "same-round" and residence["quartier"]:
            named[residence["person_id"]].add(residence["quartier"])

    uncovered = Counter(str(born_year(person)) for person in minors if born_year(person) not in window)
    for year in range(last_round - 17, last_round + 1):
        if year not in window:
            check.row("t-children", str(year), ["–", "–", language.count(uncovered[str(year)]), "–", "–", "–"])
    of_quartier = lambda p: p["quartier"] or "unknown"
    for name, key, everyone in (
        ("t-children", lambda p: str(born_year(p)), children),
        ("t-children-quartier", of_quartier, children),
        ("t-under-five", lambda p: p["sex"] or "unknown", under_five),
        ("t-under-five-quartier", of_quartier, under_five),
    ):
        groups = by(everyone, key)
        groups["all"] = everyone
        for code in list(check.tables[name]):
            own = groups[code]
            without = sum(person["person_id"] not in act_probability for person in own)
            cells = [language.count(n) for n in (len(own) - without, without, len(own))]
            if own:
                # A child of two quartiers widens the intervals of the quartiers alone.
                quartier = code if key is of_quartier and code != "all" else None
                low, high = interval(own, quartier, act_probability, doubtful, named, everyone)
                shares = (without / len(own), low, high)
                if everyone is under_five:
                    shares = (1 - shares[0], 1 - high, 1 - low)
                cells += [language.share(x) for x in shares]
            else:
                cells += ["–"] * 3
            check.row(name, code, cells + [None] * (len(check.tables[name][code]) - len(cells)))

    born = Counter(act["born_on"][:4] for act in acts if act["timeliness"] != "unknown")
    printed = {row["year"]: int(row["in_legal_time"]) + int(row["out_of_legal_time"]) for row in published}
    by_rate = lambda population: population * 41.6 / 1000
    of_commune = [row for row in populations if not row.get("quartier")]
    rows = [(row["year"], row["id"], int(row["population"]), by_rate(int(row["population"])), row["source"]) for row in of_commune]
    women = sum(p["sex"] == "F" and census_age(p) is not None and 15 <= census_age(p) < 50 for p in residents)
    last_rounds = [max(years) for years in rounds.values()]
    for year in range(max(last_rounds) - 5, min(last_rounds)):
        ages = [census_age(p) for p in residents if born_year(p) == year and census_age(p) is not None]
        # Levels 17 and 18 of the model life table West, between which 104 of 1,000 die before five years.
        below, above = [0.9208, 0.9067, 0.898, 0.8925, 0.8891], [0.9322, 0.9212, 0.9142, 0.9097, 0.9069]
        part = (0.896 - below[4]) / (above[4] - below[4])
        survivors = {age: low + part * (high - low) for age, low, high in zip(range(1, 6), below, above)}
        rows.append((str(year), "census-children", len(ages), sum(1 / survivors.get(age, 1) for age in ages), None))
        rows.append((str(year), "census-women", women, women * 4.2 / 35, None))
        rows.append((str(year), "register", len(present), by_rate(len(present)), None))
    recent = (as_of - datetime.timedelta(days=90)).year
    # A way to expect births by which fewer are expected than acts are there in a whole year has no class.
    whole = lambda year: int(year) in window and int(year) < recent
    left_out = {code for year, code, _, expected, _ in rows if whole(year) and born[year] > round(expected)}
    for year, code, population, expected, source in rows:
        expected = round(expected)
        # Far more births than expected are those of other persons.
        apart = {"fr": "pas comparable", "nl": "niet vergelijkbaar", "en": "not comparable"}[language.code]
        share = lambda n: language.share(n / expected) if n / expected <= 1.1 else apart
        cells = [source, language.count(population), language.count(expected)]
        cells += [language.count(printed[year]), share(printed[year])] if year in printed else ["–", "–"]
        held = int(year) in window
        cells += [language.count(born[year]), share(born[year])] if held else ["–", "–"]
        known = whole(year) and code not in left_out
        cells.append(("C" if born[year] / expected >= 0.9 else "U") if known else "–")
        check.row("t-coverage", f"{year} {code}", cells)
    check.none_left("t-coverage")


def of_population(check):
    language = check.language
    count = language.count

    def sexes(name, code, own, extra=()):
        n = Counter(person["sex"] for person in own)
        check.row(name, code, [count(k) for k in (n["M"], n["F"], n[""], len(own))] + list(extra))

    def band(person):
        age = census_age(person)
        if age is None or age < 0:
            return "unknown"
        first = min(age // 5 * 5, 85)
        return "85+" if first == 85 else f"{first}-{first + 4}"

    groups = by(residents, band)
    groups["all"] = residents
    for code in list(check.tables["t-age"]):
        sexes("t-age", code, groups[code])
    groups, homes = by(present, lambda p: p["quartier"] or "unknown"), by(households, lambda h: h["quartier"] or "unknown")
    groups["all"], homes["all"] = present, households
    for code in list(check.tables["t-quartiers"]):
        own = homes[code]
        mean = language.decimal(sum(int(h["n_members"]) for h in own) / len(own), 1) if own else "–"
        sexes("t-quartiers", code, groups[code], [count(len(own)), mean])

    # Men, women, boys and girls of the census, and the census against the population that sources state.
    def group(person):
        age, sex = census_age(person), person["sex"]
        if age is None or age < 0 or not sex:
            return "unknown"
        return {"M": ("boys", "men"), "F": ("girls", "women")}[sex][age >= 18]

    groups = by(residents, lambda p: p["quartier"] or "unknown")
    groups["all"] = residents
    for code in list(check.tables["t-groups"]):
        n = Counter(map(group, groups[code]))
        check.row("t-groups", code, [count(n[kind]) for kind in ("men", "women", "boys", "girls", "unknown")] + [count(len(groups[code]))])
    for row in populations:
        if not row.get("quartier"):
            n = int(row["population"])
            cells = [count(len(residents)), count(n), language.share(len(residents) / n), row["year"], row["source"]]
            check.row("t-census-coverage", row["id"], cells)
    check.none_left("t-census-coverage")
    for code in list(check.tables["t-census-coverage-quartier"]):
        stated = [row for row in populations if (row.get("quartier") or "").lower() == code.lower()]
        cells = [count(len(groups[code])) if rounds.get(code) else "–"]
        if stated:
            last = max(stated, key=lambda row: int(row["year"]))
            share = language.share(len(groups[code]) / int(last["population"])) if rounds.get(code) else "–"
            cells += [count(int(last["population"])), share, last["year"], last["source"]]
        else:
            cells += ["–"] * 4
        check.row("t-census-coverage-quartier", code, cells)
    sizes = Counter("12+" if int(h["n_members"]) >= 12 else h["n_members"] for h in households)
    sizes["all"] = len(households)
    for code in list(check.tables["t-sizes"]):
        check.row("t-sizes", code, [count(sizes[code]), language.share(sizes[code] / len(households))])
    standing = Counter(person["status"] for person in persons)
    standing["all"], standing["likely_dead"] = len(present), len(table("likely_dead"))
    for code in list(check.tables["t-status"]):
        # Without a list of events nobody is known to have died or left, or from events alone.
        is_known = "t-events" in check.tables or code not in ("deceased", "departed", "event_only")
        check.row("t-status", code, [count(standing[code]) if is_known else "–"])
    if "t-events" in check.tables:
        counted = [event for event in events if event["effect"] != "repeated"]
        groups = by(counted, lambda event: event["event_on"][:4] or "unknown")
        groups["all"] = counted
        for code in list(check.tables["t-events"]):
            n = Counter(event["event"] for event in groups[code])
            kinds = ("death", "departure", "arrival", "move", "marriage")
            check.row("t-events", code, [count(n[kind]) for kind in kinds] + [count(len(groups[code]))])


def of_quality(check):
    language = check.language
    count = language.count
    outcome = collections.defaultdict(Counter)
    for row in lineage:
        for kind in ({"census": "census", "birth": "births", "event": "events"}[row["kind"] or "census"], "all"):
            outcome[kind][row["outcome"]] += 1
    for code in list(check.tables["t-rows"]):
        n = outcome[code]
        kinds = ("ignored", "quarantined", "registered", "merged")
        check.row("t-rows", code, [count(sum(n.values()))] + [count(n[kind]) for kind in kinds])

    quartier_of = {h["household_id"]: h["quartier"] for h in households}
    sheets = collections.defaultdict(lambda: [Counter(), 0, 0])
    for row in lineage:
        if row["kind"] == "census" and (row["person_id"] or row["outcome"] == "quarantined"):
            sheet = sheets[row["file"], row["sheet"]]
            sheet[2 if row["outcome"] == "quarantined" else 1] += 1
            if quartier_of.get(row["household_id"]):
                sheet[0][quartier_of[row["household_id"]]] += 1
    progress = collections.defaultdict(lambda: [0, 0, 0])
    for votes, in_register, quarantined in sheets.values():
        most = max(votes, key=lambda name: (votes[name], -quartiers.index(name))) if votes else "unknown"
        for code in (most, "all"):
            progress[code] = [a + b for a, b in zip(progress[code], (1, in_register, quarantined))]
    for kind, name in (("birth", "births"), ("event", "events")):
        n = outcome[name]
        own = (n["registered"] + n["merged"], n["quarantined"])
        progress[kind] = [None, *own]
        progress["all"] = [progress["all"][0], progress["all"][1] + own[0], progress["all"][2] + own[1]]
    for code in list(check.tables["t-progress"]):
        n_sheets, in_register, quarantined = progress[code]
        rows = in_register + quarantined
        share = language.share(in_register / rows) if rows else "–"
        cells = ["–" if n_sheets is None else count(n_sheets), count(rows), count(in_register), count(quarantined), share]
        last = max(listed[code]) if listed.get(code) else None
        cells.append("–" if last is None else language.share(listed[code][last] / residents_of[code]))
        check.row("t-progress", code, [None] + cells)
    for code in list(check.tables["t-censused"]):
        n = sum(any(year <= int(code) for year in years) for years in rounds.values())
        check.row("t-censused", code, [count(n), language.share(n / len(quartiers))])

    kind_of = {row["file"]: row["kind"] for row in lineage if row["kind"]}
    found = collections.defaultdict(Counter)
    for finding in findings:
        found[f"{finding['rule']} {finding['severity']}"][kind_of.get(finding["file"], finding["file"].split("/")[0].rstrip("s"))] += 1
    for code in list(check.tables["t-findings"]):
        n = found.pop(code)
        check.row("t-findings", code, [None] + [count(n[k]) for k in ("census", "birth", "event")] + [count(sum(n.values()))])
    assert not found, found.keys()

    ages = Counter(census_age(person) for person in residents if census_age(person) is not None)
    of_digit = lambda digit, tens: sum(ages[10 * ten + digit] for ten in tens)
    blended = [(d + 1) * of_digit(d, range(1, 8)) + (9 - d) * of_digit(d, range(2, 9)) for d in range(10)]
    for digit in range(10):
        share = blended[digit] / sum(blended)
        check.row("t-digits", str(digit), [language.share(share), language.decimal(100 * (share - 0.1), 1)])
    heaped, base = sum(ages[a] for a in range(25, 61, 5)), sum(ages[a] for a in range(23, 63))
    text = check.page
    assert language.decimal(500 * heaped / base, 1) in text and language.count(heaped) in text, "Whipple"
    assert language.decimal(50 * sum(abs(n / sum(blended) - 0.1) for n in blended), 1) in text, "Myers"

    def ratio(own):
        m, f = sum(p["sex"] == "M" for p in own), sum(p["sex"] == "F" for p in own)
        if not f:
            return [count(m), count(f), "–", "–", "–"]
        z, n = 1.959963984540054, m + f
        p = m / n
        middle, half = p + z * z / (2 * n), z * (p * (1 - p) / n + z * z / (4 * n * n)) ** 0.5
        low, high = ((middle + sign * half) / (1 + z * z / n) for sign in (-1, 1))
        return [count(m), count(f)] + [language.decimal(x, 1) for x in (100 * m / f, 100 * low / (1 - low), 100 * high / (1 - high))]

    groups = by(residents, lambda p: census_age(p) // 5 * 5 if census_age(p) is not None else None)
    for code in list(check.tables["t-sex-ratio"]):
        if code == "acts":
            own = acts
        elif code == "all":
            own = residents
        else:
            first = int(code.split("-")[0].rstrip("+"))
            own = groups[first] if first < 85 else [p for k, rows in groups.items() if k is not None and k >= 85 for p in rows]
        check.row("t-sex-ratio", code, ratio(own))

    merged = Counter(row["kind"] for row in lineage if row["outcome"] == "merged")
    pairs = Counter()
    # Two persons whom a ruling keeps apart are no pair to review, whichever of their rows it names.
    person_of = {(row["file"], row["sheet"], row["row"]): row["person_id"] for row in lineage}
    persons = lambda link: frozenset(person_of[link["file_" + k], link["sheet_" + k], link["row_" + k]] for k in "ab")
    ruled_apart = {persons(link) for link in links if link["decided_by"] == "person" and link["kept"] == "0"}
    for link in links:
        if link["decided_by"] == "person":
            pairs["ruled-same" if link["kept"] == "1" else "ruled-different"] += 1
        elif link["kept"] == "0" and persons(link) not in ruled_apart:
            n_acts = sum(kind_of[link["file_" + k]] == "birth" for k in "ab")
            pairs[("review-census", "review-act-census", "review-acts")[n_acts]] += 1
    pairs["merged-census"], pairs["merged-births"] = merged["census"], merged["birth"]
    pairs["acts-twice"] = len(births) - len(acts)
    for code in list(check.tables["t-duplicates"]):
        check.row("t-duplicates", code, [count(pairs[code])])


def of_indicators(check):
    language = check.language
    by_year = by([act for act in acts if act["timeliness"] != "unknown"], lambda act: act["declared_on"][:4])
    # A year with the mark is incomplete: it has no change, and the indicator is that of the last whole year.
    before, last_whole = None, None
    for year in sorted(check.tables["t-trend-births-on-time"]):
        rate = sum(act["timeliness"] == "on_time" for act in by_year[year]) / len(by_year[year])
        is_whole = year not in incomplete
        change = "–" if before is None or not is_whole else language.decimal(round(100 * rate, 1) - round(100 * before, 1), 1)
        check.row("t-trend-births-on-time", year, [language.share(rate), "–", change])
        before = rate if is_whole else None
        last_whole = rate if is_whole else last_whole
    data = [row for row in lineage if row["outcome"] != "ignored"]
    values = {
        "births-on-time": rate if last_whole is None else last_whole,
        "sdg-16-9-1": sum(child["person_id"] in {act["person_id"] for act in births} for child in under_five) / len(under_five),
        "quartiers-censused": sum(bool(years) for years in rounds.values()) / len(quartiers),
        "rows-without-loss": 1.0,
        "rows-in-register": sum(row["outcome"] in ("registered", "merged") for row in data) / len(data),
        "register-up-to-date": sum(max(years) >= last_known - 1 for years in rounds.values()) / len(quartiers),
    }
    for code, value in values.items():
        check.row("t-indicators", code, [None, language.share(value), None, None, None])


last_known = max(last_round, as_of.year)
total = 0
for code in ("fr", "nl", "en"):
    text = (REPORTS / f"interne.{code}.html").read_text(encoding="utf-8")
    page = Page(text)
    incomplete = set(re.findall(r'data-code="(\d{4})"><th scope="row">\1\*<', text.split('id="t-declared-year"')[1].split("</table>")[0]))
    check = Check(Language(code), page.tables)
    check.page = text
    names = set(page.tables)
    for part in (of_births, of_children, of_population, of_quality, of_indicators):
        part(check)
    left = {name for name, rows in page.tables.items() if rows and name not in ("t-un-tables", "t-indicators", "t-trend-quartiers-censused", "t-trend-deaths-registered")}
    assert not left, f"tables not recounted: {left}"
    print(f"{code}: {len(names)} tables, {check.n} cells recounted")
    total += check.n
print(total)
