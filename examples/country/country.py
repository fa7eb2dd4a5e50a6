"""Links the persons of several communes on an engine with the dialect of Spark: pairs by shared keys, scores by `bato score`.

    python country.py --model country.model.json --out linked lemba/ kimbanseke/ ...

Each folder is what `bato export keys` wrote for a commune. The engine is Sail on this machine, or any Spark with
`--remote sc://host:port` or `--remote spark` (the session that spark-submit gives). README.md beside this file explains
the steps. The result in OUT/scored is the input of `bato cluster`.
"""

import argparse
import json
import subprocess
from pathlib import Path

RETRIES = 3
SCORED = "person_a string, person_b string, match_weight double, match_probability double"


class Scorer:
    """A process `bato score`, one batch at a time. If it dies, another one scores the batch again."""

    def __init__(self, bato, model, schema):
        self.words, self.schema, self.process = [bato, "score", "--model", model], schema, None

    def start(self):
        import pyarrow as pa

        self.process = subprocess.Popen(self.words, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.writer = pa.ipc.new_stream(self.process.stdin, self.schema)
        self.reader = None

    def answer(self, batch):
        """Returns the scores of a batch from the running process."""
        import pyarrow as pa

        self.writer.write_batch(batch)
        self.process.stdin.flush()
        if self.reader is None:
            self.reader = pa.ipc.open_stream(self.process.stdout)
        return self.reader.read_next_batch()

    def score(self, batch):
        for attempt in range(RETRIES):
            try:
                if self.process is None:
                    self.start()
                scored = self.answer(batch)
                break
            except Exception:
                # The process died, or a pipe broke. A batch that no process can score is an error.
                self.stop()
                if attempt + 1 == RETRIES:
                    raise
        if scored.num_rows != batch.num_rows or scored.column(0).to_pylist() != batch.column("person_a").to_pylist():
            raise RuntimeError("the pairs that came back are not those that went out")
        return scored

    def stop(self):
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process.stdin = self.process.stdout = None
            self.process = None

    def finish(self):
        """Ends the stream and checks that the process ended well."""
        if self.process is None:
            return
        self.writer.close()
        self.process.stdin.close()
        if self.reader is not None:
            try:
                self.reader.read_next_batch()
                raise RuntimeError("more pairs came back than went out")
            except StopIteration:
                pass
        if self.process.wait() != 0:
            raise RuntimeError(f"bato score ended with status {self.process.returncode}")
        self.process = None


def score_with(bato, model):
    """Returns the function that scores the batches of a partition."""

    def score_partition(batches):
        scorer = None
        try:
            for batch in batches:
                if batch.num_rows == 0:
                    continue
                scorer = scorer or Scorer(bato, model, batch.schema)
                yield scorer.score(batch)
            if scorer is not None:
                scorer.finish()
        finally:
            if scorer is not None:
                scorer.stop()

    return score_partition


def candidate_pairs(keys, most):
    """Returns the distinct pairs of persons that share a key. A key that more than `most` persons bear is left out."""
    from pyspark.sql import functions as f

    # Counting is done on each machine first: a name that millions bear is no heavy partition.
    borne = keys.groupBy("key").agg(f.count("*").alias("n")).where(f.col("n").between(2, most)).select("key")
    shared = keys.join(borne, "key", "left_semi")
    a = shared.select("key", f.col("person").alias("person_a"))
    b = shared.select("key", f.col("person").alias("person_b"))
    return a.join(b, "key").where("person_a < person_b").select("person_a", "person_b").distinct()


def with_values(pairs, persons):
    """Returns the pairs with the values of both persons. Two rows of one household are no pair."""
    for side in ("_a", "_b"):
        own = persons.select([persons[name].alias(name + side) for name in persons.columns])
        pairs = pairs.join(own, "person" + side)
    if "apart" in persons.columns:
        pairs = pairs.where("apart_a <> apart_b or apart_a = ''").drop("apart_a", "apart_b")
    return pairs


def link(spark, bato, model, folders, partitions, out):
    settings = json.loads(Path(model).read_text(encoding="utf-8"))["settings"]
    keys = spark.read.parquet(*[str(folder / "keys.parquet") for folder in folders])
    persons = spark.read.parquet(*[str(folder / "persons.parquet") for folder in folders])
    pairs = with_values(candidate_pairs(keys, settings["max_block"]), persons)
    if partitions:
        pairs = pairs.repartition(partitions)
    scored = pairs.mapInArrow(score_with(bato, model), SCORED)
    # Pairs below the review threshold are in no result.
    scored = scored.where(f"match_probability >= {settings['review']}")
    scored.write.mode("overwrite").parquet(str(out / "scored"))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path, help="what `bato export keys` wrote, one folder a commune")
    parser.add_argument("--model", required=True, help="the model; every machine must find it at this path")
    parser.add_argument("--out", required=True, type=Path, help="folder of the result")
    parser.add_argument("--bato", default="bato", help="the program; every machine must find it at this path")
    parser.add_argument("--partitions", type=int, help="parts that are scored apart (otherwise: as the engine chooses)")
    parser.add_argument("--remote", default="sail", help="sail, sc://host:port or spark")
    args = parser.parse_args()

    from pyspark.sql import SparkSession

    server = None
    if args.remote == "sail":
        from pysail.spark import SparkConnectServer

        server = SparkConnectServer("127.0.0.1", 0)
        server.start(background=True)
        args.remote = "sc://{}:{}".format(*server.listening_address)
    builder = SparkSession.builder
    spark = (builder if args.remote == "spark" else builder.remote(args.remote)).getOrCreate()
    try:
        folders = [folder.resolve() for folder in args.folders]
        link(spark, args.bato, str(Path(args.model).resolve()), folders, args.partitions, args.out.resolve())
    finally:
        spark.stop()
        if server is not None:
            server.stop()


if __name__ == "__main__":
    main()
