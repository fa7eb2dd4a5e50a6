"""Measures other programs on a synthetic commune.

    commune_peers.py read_excel DATA-RAW
    commune_peers.py splink|splink_wide FLAT.csv

Prints one JSON line.
`read_excel`: Polars reads every workbook with every column as text, so that no cell is lost. It finds no table and cleans nothing.
`splink`: Splink links the rows of a perfect reader, with name levels and term frequencies, and clusters at 0.95.
`splink_wide`: the same with wider blocking rules, as for a small commune: each pair of names, each day, each name with a year.
"""

import glob
import json
import os
import sys


def read_excel(raw):
    import polars

    paths = sorted(glob.glob(os.path.join(raw, "census", "*.xlsx")) + glob.glob(os.path.join(raw, "births", "*.xlsx")))
    rows = 0
    for path in paths:
        # No schema inference: every column is text.
        rows += polars.read_excel(path, engine="calamine", has_header=False, infer_schema_length=0).height
    return {"polars": polars.__version__, "files": len(paths), "rows": rows}


def splink_wide(path):
    return splink(path, is_wide=True)


def splink(path, is_wide=False):
    import duckdb
    import pandas
    import splink as package
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    rows = pandas.read_csv(path, dtype=str)
    names = ["nom", "postnom", "prenom"]
    for name in names:
        plain = rows[name].str.upper().str.normalize("NFKD").str.encode("ascii", "ignore").str.decode("ascii")
        rows[name] = plain.replace("", None)
    rows["day"] = rows["dob"].where(rows["dob"].str.len() == 10)
    rows["year"] = rows["dob"].str[:4]
    near = [cl.JaroWinklerAtThresholds(name, [0.92, 0.8]).configure(term_frequency_adjustments=True) for name in names]
    # No name or day alone: a frequent value would give more pairs than fit in memory.
    narrow = [
        block_on("nom", "postnom", "year"), block_on("nom", "prenom", "year"), block_on("postnom", "prenom", "year"),
        block_on("nom", "day"), block_on("postnom", "day"), block_on("prenom", "day"),
        block_on("nom", "postnom", "prenom"), "l.nom = r.postnom and l.day = r.day",
    ]
    wide = [
        block_on("nom", "postnom"), block_on("nom", "prenom"), block_on("postnom", "prenom"), block_on("day"),
        block_on("nom", "year"), block_on("prenom", "year"), block_on("postnom", "year"),
        "l.nom = r.postnom and l.year = r.year",
    ]
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            *near, cl.DateOfBirthComparison("day", input_is_string=True), cl.ExactMatch("sex"),
            cl.ExactMatch("quartier"), cl.ExactMatch("birth_place").configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=wide if is_wide else narrow,
        retain_intermediate_calculation_columns=False,
    )
    db = DuckDBAPI(connection=duckdb.connect())
    new = int(package.__version__.split(".")[0]) >= 5
    linker = Linker(db.register(rows), settings, log_level=None) if new else Linker(rows, settings, db)
    training = linker.training
    training.estimate_probability_two_random_records_match([block_on("nom", "postnom", "prenom", "day")], recall=0.6)
    training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in (block_on("nom", "postnom", "prenom"), block_on("nom", "day")):
        training.estimate_parameters_using_expectation_maximisation(rule)
    predicted = linker.inference.predict(threshold_match_probability=0.01)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold_match_probability=0.95)
    found = clusters.as_pandas_dataframe() if hasattr(clusters, "as_pandas_dataframe") else clusters.as_duckdbpyrelation().df()
    found = found[["cluster_id", "unique_id"]].astype({"unique_id": str})
    joined = rows.merge(found, on="unique_id")
    pairs = lambda keys: int((lambda n: (n * (n - 1) // 2).sum())(joined.groupby(keys).size()))
    n_found, n_true, n_both = pairs("cluster_id"), pairs("person"), pairs(["cluster_id", "person"])
    f1 = round(2 * n_both / (n_found + n_true), 4)
    return {"splink": package.__version__, "rows": len(rows), "f1": f1}


what, where = sys.argv[1:]
print(json.dumps({"read_excel": read_excel, "splink": splink, "splink_wide": splink_wide}[what](where)))
