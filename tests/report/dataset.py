"""Runs the same queries on a dataset of several communes in DuckDB and Polars, and prints the results as JSON.

    python dataset.py DATASET
"""

import json
import sys

import duckdb
import polars as pl

dataset = sys.argv[1]

# DuckDB: commune and quartier come from the names of the folders.
by_quartier = duckdb.sql(f"""
    SELECT commune, quartier, count(*) AS persons
    FROM read_parquet('{dataset}/persons/*/*/*.parquet', hive_partitioning = true)
    GROUP BY ALL ORDER BY ALL
""").fetchall()

# Children of one quartier without an act, two tables joined; only that quartier's files are read.
without = duckdb.sql(f"""
    SELECT p.commune, count(*) AS children, count(*) FILTER (b.person_id IS NULL) AS without
    FROM read_parquet('{dataset}/persons/*/*/*.parquet', hive_partitioning = true) p
    LEFT JOIN (SELECT DISTINCT commune, person_id
               FROM read_parquet('{dataset}/births/*/*/*.parquet', hive_partitioning = true)) b
      ON b.commune = p.commune AND b.person_id = p.person_id
    WHERE p.quartier = 'Boma' AND p.born_on >= DATE '2011-01-01' AND p.status = 'resident'
    GROUP BY ALL ORDER BY ALL
""").fetchall()

# Polars: the same rows, and the rate on time of each commune from the aggregates.
persons = pl.scan_parquet(f"{dataset}/persons/**/*.parquet", hive_partitioning=True)
polars = persons.group_by("commune", "quartier").len().sort("commune", "quartier").collect()
rates = pl.scan_parquet(f"{dataset}/aggregates/**/*.parquet", hive_partitioning=True)
rates = rates.filter(pl.col("indicator") == "rate_on_time", pl.col("area") == pl.col("commune"), pl.col("breakdown") == "all")
rates = rates.select("commune", "numerator", "denominator").sort("commune").collect()

print(json.dumps({"duckdb": by_quartier, "polars": polars.rows(), "without": without, "rates": rates.rows()}, ensure_ascii=False))
