"""Recounts the figures of a report's pages from the exported tables and compares them cell by cell.

    python3 tests/report/recompute.py EXPORTS REPORTS REFERENCE

Plain Python without packages. It shares no code with the program: it counts rows of CSV. A hidden cell ("…") agrees with any
count; a shown one must be the exact number in the format of the page's language. The last line is the number of cells compared.
"""

import collections
import csv
import datetime
import html.parser
import pathlib
import sys

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
        self.language, self.tables, self.n, self.n_hidden = language, tables, 0, 0

    def row(self, name, code, cells):
        """Compares a row. Each of `cells` is the expected text, or None if it is not recounted."""
        shown = self.tables[name].pop(code)
        assert len(shown) == len(cells), (name, code, shown, cells)
        for own, seen in zip(cells, shown):
            if own is None:
                continue
            if seen == "…":
                self.n_hidden += 1
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

acts = [act for act in births if not act["duplicate_of"]]
present = [person for person in persons if person["status"] not in ("deceased", "departed")]
residents = [person for person in present if person["status"] == "resident"]
rounds = collections.defaultdict(set)
for household in households:
    if household["quartier"]:
        rounds[household["quartier"]] |= {int(household[k]) for k in ("first_seen", "last_seen") if household[k]}
last_round = max(year for years in rounds.values() for year in years)


def born_year(person):
    return int(person["born_on"][:4]) if person["born_on"] else None


def timeliness(check, name, code, own):
    language = check.language
    n = Counter(act["timeliness"] for act in own)
    judged = n["on_time"] + n["late"]
    rate = language.share(n["on_time"] / judged) if judged else "–"
    counts = [language.count(k) for k in (n["on_time"], n["late"], judged)]
    extra = [None] * (len(check.tables[name][code]) - 5)
    check.row(name, code, counts + [rate, language.count(n["unknown"])] + extra)


def by(rows, key):
    groups = collections.defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return groups


def of_births(check):
    day = lambda act: act["born_on"] if act["born_on_precision"] == "day" else ""
    first = min(int(act["declared_on"][:4]) for act in acts if act["declared_on"])

    def born(act):
        year = int(day(act)[:4]) if day(act) else None
        return "unknown" if year is None else f"before_{first}" if year < first else str(year)

    buckets = ["0-7", "8-30", "31-60", "61-90", "91-180", "181-365", "366-730", "731-1826", "1827-6574", "6575+"]

    def delay(act):
        if not act["delay_days"]:
            return "unknown"
        days = int(act["delay_days"])
        starts = [int(bucket.split("-")[0].rstrip("+")) for bucket in buckets]
        return buckets[max(k for k, start in enumerate(starts) if start <= days)] if days >= 0 else "unknown"

    kinds = {
        "t-declared-year": lambda act: act["declared_on"][:4] or "unknown",
        "t-born-year": born,
        "t-delay": delay,
        "t-category": lambda act: act["category"],
        "t-sex": lambda act: act["sex"] or "unknown",
        "t-month": lambda act: act["declared_on"][5:7] or "unknown",
        "t-quartier-births": lambda act: act["quartier"] or "unknown",
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

    # The other rule: 30 days for births until 14 July 2016, 90 days since.
    def other(act):
        born_on, declared = (datetime.date.fromisoformat(text) for text in (day(act), act["declared_on"]))
        return (declared - born_on).days <= (90 if born_on >= datetime.date(2016, 7, 15) else 30)

    judged = [act for act in acts if act["timeliness"] != "unknown"]
    groups = by(judged, kinds["t-declared-year"])
    groups["all"] = judged
    for code in list(check.tables["t-other-rule"]):
        own = groups[code]
        applied = sum(act["timeliness"] == "on_time" for act in own) / len(own)
        under = sum(map(other, own)) / len(own)
        points = language.decimal(100 * (under - applied), 1)
        check.row("t-other-rule", code, [language.count(len(own)), language.share(applied), language.share(under), points])


def interval(own, quartier, act_probability, doubtful, named):
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
    for person in children if quartier else []:
        if person["quartier"] != quartier and quartier in named[person["person_id"]]:
            come[person["person_id"] not in act_probability] += 1
    untraced = missed_share / (1 - missed_share) * found
    low = without - missed - untraced - z * (variance + untraced) ** 0.5
    high = without + wrong + z * variance**0.5
    low = (low - leave[1]) / max(1, len(own) - leave[1] + come[0])
    high = (high + come[1]) / max(1, len(own) - leave[0] + come[1])
    return max(0.0, low), min(1.0, high)


children = [person for person in residents if person["born_on"] and last_round - 18 < born_year(person) <= last_round]


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

    for name, key in (("t-children", lambda p: str(born_year(p))), ("t-children-quartier", lambda p: p["quartier"] or "unknown")):
        groups = by(children, key)
        groups["all"] = children
        for code in list(check.tables[name]):
            own = groups[code]
            without = sum(person["person_id"] not in act_probability for person in own)
            cells = [language.count(n) for n in (len(own) - without, without, len(own))]
            if own:
                quartier = code if name == "t-children-quartier" and code != "all" else None
                low, high = interval(own, quartier, act_probability, doubtful, named)
                cells += [language.share(x) for x in (without / len(own), low, high)]
            else:
                cells += ["–"] * 3
            check.row(name, code, cells + [None] * (len(check.tables[name][code]) - len(cells)))

    born = Counter(act["born_on"][:4] for act in acts if act["timeliness"] != "unknown")
    printed = {row["year"]: int(row["in_legal_time"]) + int(row["out_of_legal_time"]) for row in published}
    rows = [(row["year"], row["id"], int(row["population"]), row["source"]) for row in populations]
    rows.append((str(last_round), "register", len(present), None))
    for year, code, population, source in rows:
        expected = round(population * 41.6 / 1000)
        share = lambda n: language.share(n / expected)
        cells = [source, language.count(population), language.count(expected)]
        cells += [language.count(printed[year]), share(printed[year])] if year in printed else ["–", "–"]
        check.row("t-coverage", f"{year} {code}", cells + [language.count(born[year]), share(born[year])])
    check.none_left("t-coverage")


def of_population(check):
    language = check.language
    count = language.count

    def sexes(name, code, own, extra=()):
        n = Counter(person["sex"] for person in own)
        check.row(name, code, [count(k) for k in (n["M"], n["F"], n[""], len(own))] + list(extra))

    def band(person):
        year = born_year(person)
        if year is None or year > last_round:
            return "unknown"
        first = min((last_round - year) // 5 * 5, 85)
        return "85+" if first == 85 else f"{first}-{first + 4}"

    groups = by(present, band)
    groups["all"] = present
    for code in list(check.tables["t-age"]):
        sexes("t-age", code, groups[code])
    groups, homes = by(present, lambda p: p["quartier"] or "unknown"), by(households, lambda h: h["quartier"] or "unknown")
    groups["all"], homes["all"] = present, households
    for code in list(check.tables["t-quartiers"]):
        own = homes[code]
        mean = language.decimal(sum(int(h["n_members"]) for h in own) / len(own), 1) if own else "–"
        sexes("t-quartiers", code, groups[code], [count(len(own)), mean])
    sizes = Counter("12+" if int(h["n_members"]) >= 12 else h["n_members"] for h in households)
    sizes["all"] = len(households)
    for code in list(check.tables["t-sizes"]):
        check.row("t-sizes", code, [count(sizes[code]), language.share(sizes[code] / len(households))])
    standing = Counter(person["status"] for person in persons)
    standing["all"], standing["likely_dead"] = len(present), len(table("likely_dead"))
    for code in list(check.tables["t-status"]):
        check.row("t-status", code, [count(standing[code])])
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

    ages = Counter(last_round - born_year(person) for person in residents if person["born_on"])
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

    groups = by(present, lambda p: (last_round - born_year(p)) // 5 * 5 if p["born_on"] else None)
    for code in list(check.tables["t-sex-ratio"]):
        if code == "acts":
            own = acts
        elif code == "all":
            own = present
        else:
            first = int(code.split("-")[0].rstrip("+"))
            own = groups[first] if first < 85 else [p for k, rows in groups.items() if k is not None and k >= 85 for p in rows]
        check.row("t-sex-ratio", code, ratio(own))

    merged = Counter(row["kind"] for row in lineage if row["outcome"] == "merged")
    pairs = Counter()
    for link in links:
        if link["decided_by"] == "person":
            pairs["ruled-same" if link["kept"] == "1" else "ruled-different"] += 1
        elif link["kept"] == "0":
            n_acts = sum(kind_of[link["file_" + k]] == "birth" for k in "ab")
            pairs[("review-census", "review-act-census", "review-acts")[n_acts]] += 1
    pairs["merged-census"], pairs["merged-births"] = merged["census"], merged["birth"]
    pairs["acts-twice"] = len(births) - len(acts)
    for code in list(check.tables["t-duplicates"]):
        check.row("t-duplicates", code, [count(pairs[code])])


def of_indicators(check):
    language = check.language
    by_year = by([act for act in acts if act["timeliness"] != "unknown"], lambda act: act["declared_on"][:4])
    before = None
    for year in sorted(check.tables["t-trend-births-on-time"]):
        rate = sum(act["timeliness"] == "on_time" for act in by_year[year]) / len(by_year[year])
        change = "–" if before is None else language.decimal(100 * (rate - before), 1)
        check.row("t-trend-births-on-time", year, [language.share(rate), "–", change])
        before = rate
    data = [row for row in lineage if row["outcome"] != "ignored"]
    values = {
        "births-on-time": rate,
        "quartiers-censused": sum(bool(years) for years in rounds.values()) / len(quartiers),
        "rows-without-loss": 1.0,
        "rows-in-register": sum(row["outcome"] in ("registered", "merged") for row in data) / len(data),
        "register-up-to-date": sum(max(years) >= last_seen - 1 for years in rounds.values()) / len(quartiers),
    }
    for code, value in values.items():
        check.row("t-indicators", code, [None, language.share(value), None, None, None])


last_seen = max(int(person["last_seen"]) for person in persons if person["last_seen"])
total = 0
for code in ("fr", "nl", "en"):
    text = (REPORTS / f"rapport.{code}.html").read_text(encoding="utf-8")
    page = Page(text)
    check = Check(Language(code), page.tables)
    check.page = text
    names = set(page.tables)
    for part in (of_births, of_children, of_population, of_quality, of_indicators):
        part(check)
    left = {name for name, rows in page.tables.items() if rows and name not in ("t-indicators", "t-trend-quartiers-censused", "t-trend-deaths-registered")}
    assert not left, f"tables not recounted: {left}"
    print(f"{code}: {len(names)} tables, {check.n} cells recounted, {check.n_hidden} hidden")
    total += check.n
print(total)
