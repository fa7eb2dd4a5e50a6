"""Measures the cost of `bato link` by number of rows, and of Splink, if installed, on the same rows in the same session.

    python benches/people.py [--sizes 100000,200000,400000,1000000] [--seed 1] [--file PEOPLE.csv] [--bato PATH]

Prints a JSON line for each run: wall and CPU seconds (with child processes), peak resident memory, and F1 of the pairs
that share a cluster. --file takes an existing list instead of making one.
"""

import argparse
import collections
import csv
import json
import os
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
parser = argparse.ArgumentParser()
parser.add_argument("--sizes", default="100000,200000,400000,1000000")
parser.add_argument("--seed", default="1")
parser.add_argument("--file")
parser.add_argument("--bato", default=os.path.join(HERE, "..", "target", "release", "bato"))
parser.add_argument("--splink", metavar="FILE", help=argparse.SUPPRESS)
args = parser.parse_args()


def pairs(labels):
    return sum(n * (n - 1) // 2 for n in collections.Counter(labels).values())


def splink(path, out):
    """Links with Splink, with settings like those of its demos: name levels, date levels, one comparison for the address."""
    import duckdb
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    con = duckdb.connect(":memory:")
    con.execute(f"create table input as select * from read_csv('{path}', header=true, all_varchar=true, nullstr='')")
    con.execute("alter table input add column name_concat varchar")
    con.execute("update input set name_concat = first_name || ' ' || surname")
    level = lambda sql, label: {"sql_condition": sql, "label_for_charts": label}
    place = {
        "output_column_name": "address",
        "comparison_levels": [
            level("street_l is null and postcode_l is null or street_r is null and postcode_r is null", "null")
            | {"is_null_level": True},
            level("street_l = street_r and street_number_l = street_number_r", "street and number"),
            level("jaro_winkler_similarity(street_l, street_r) >= 0.9 and postcode_l = postcode_r", "street~, postcode"),
            level("postcode_l = postcode_r", "postcode"),
            level("city_l = city_r", "city"),
            {"sql_condition": "ELSE", "label_for_charts": "else"},
        ],
    }
    settings = SettingsCreator(
        unique_id_column_name="rec_id",
        link_type="dedupe_only",
        comparisons=[
            cl.ForenameSurnameComparison("first_name", "surname", forename_surname_concat_col_name="name_concat"),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.ExactMatch("sex"),
            place,
        ],
        blocking_rules_to_generate_predictions=[
            block_on("first_name", "surname"), block_on("surname", "dob"), block_on("first_name", "dob"),
            block_on("postcode", "dob"), block_on("postcode", "first_name"), block_on("street", "first_name"),
            block_on("street", "dob"), "l.first_name = r.surname and l.surname = r.first_name",
            block_on("substr(first_name,1,3)", "substr(surname,1,3)", "substr(dob,1,4)"),
            block_on("postcode", "street_number", "substr(dob,1,4)"),
        ],
        retain_intermediate_calculation_columns=False,
    )
    db = DuckDBAPI(connection=con)
    import splink as package

    new = int(package.__version__.split(".")[0]) >= 5
    linker = Linker(db.register(con.table("input")), settings, log_level=None) if new else Linker("input", settings, db)
    same = [block_on("first_name", "surname", "dob"), block_on("surname", "dob", "postcode", "sex")]
    linker.training.estimate_probability_two_random_records_match(same, recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e7, seed=1)
    for rule in (block_on("first_name", "surname"), block_on("dob", "postcode")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    predicted = linker.inference.predict(threshold_match_probability=0.01)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold_match_probability=0.95)
    con.execute(f"copy (select rec_id as id, cluster_id as cluster from {clusters.physical_name}) to '{out}' (header)")


if args.splink:
    splink(args.splink, args.splink + ".splink.csv")
    sys.exit()


def measured(name, command, path, out):
    start = time.time()
    with tempfile.TemporaryFile() as said:
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        wall = time.time() - start
        if child.returncode:
            said.seek(0)
            print(json.dumps({"system": name, "failed": said.read().decode(errors="replace")[-400:]}))
            return
    with open(path, encoding="utf-8") as f:
        true = {row["rec_id"]: row["cluster"] for row in csv.DictReader(f)}
    with open(out, encoding="utf-8") as f:
        found = {row["id"]: row["cluster"] for row in csv.DictReader(f)}
    n_found, n_true = pairs(found.values()), pairs(true.values())
    both = pairs((found[key], true[key]) for key in true)
    cpu = used.ru_utime + used.ru_stime
    print(
        json.dumps(
            {
                "system": name, "rows": len(true), "wall_s": round(wall, 2), "cpu_s": round(cpu, 2),
                "peak_rss_mib": used.ru_maxrss // 1024, "precision": round(both / max(n_found, 1), 4),
                "recall": round(both / n_true, 4), "f1": round(2 * both / (n_found + n_true), 4),
            }
        ),
        flush=True,
    )


with tempfile.TemporaryDirectory() as folder:
    lists = []
    if args.file:
        lists.append(os.path.abspath(args.file))
    else:
        for size in args.sizes.split(","):
            lists.append(os.path.join(folder, f"people_{size}.csv"))
            subprocess.run([sys.executable, os.path.join(HERE, "make_people.py"), size, args.seed, lists[-1]], check=True)
    out = os.path.join(folder, "out.csv")
    for path in lists:
        settings = os.path.join(HERE, "people.toml")
        measured("bato", [args.bato, "link", settings, path, "-o", out], path, out)
    try:
        import splink as _  # noqa: F401
    except ImportError:
        print(json.dumps({"system": "splink", "skipped": "not installed: pip install splink duckdb"}))
        sys.exit()
    for path in lists:
        copy = os.path.join(folder, "splink-input.csv")
        with open(path, "rb") as source, open(copy, "wb") as target:
            target.write(source.read())
        measured("splink", [sys.executable, os.path.abspath(__file__), "--splink", copy], path, copy + ".splink.csv")
