#!/usr/bin/env bash
# Links three invented communes of N persons on the engine and on one machine, and compares the results.
#   measure.sh N FOLDER [PARTITIONS]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-$here/../../target/country/bin/python}
persons=$1 folder=$2 partitions=${3:-8}
mkdir -p "$folder" && cd "$folder"
timed() { local start=$SECONDS; "$@" >>log 2>&1; echo "$((SECONDS - start)) s: ${*:1:3}"; }
cat >list.toml <<'TOML'
id = "unique_id"
apart = "fiche"
[[comparison]]
kind = "name"
columns = ["nom", "postnom", "prenom"]
[[comparison]]
kind = "date"
columns = ["dob"]
[[comparison]]
kind = "category"
columns = ["sex"]
[[comparison]]
kind = "place"
name = "address"
columns = ["quartier", "avenue", "parcel"]
[[comparison]]
kind = "text"
columns = ["birth_place"]
TOML
: >log
bato synth --persons "$persons" --seed 11 --out made-a >>log
bato synth --persons "$persons" --seed 12 --shared-with 11 --out made-b >>log
bato synth --persons "$persons" --seed 13 --shared-with 11 --out made-c >>log
head -1 made-a/truth/flat.csv >all.csv
for commune in a b c; do
    cp made-$commune/truth/flat.csv $commune.csv
    # Ids and fiches are those of the commune. No field holds a comma.
    awk -F, -v OFS=, -v own=$commune 'NR > 1 { $1 = own "/" $1; $3 = own "/" $3; print }' $commune.csv >>all.csv
    timed bato link list.toml $commune.csv -o $commune.out.csv
done
bato model merge [abc].out.model.json -o country.model.json
for commune in a b c; do
    timed bato export keys --model country.model.json --list $commune.csv --commune $commune -o keys-$commune
done
timed "$python" "$here/country.py" --model country.model.json --out linked --partitions "$partitions" keys-a keys-b keys-c
timed bato cluster --model country.model.json --pairs linked/scored keys-{a,b,c}/persons.parquet -o parts.csv
timed bato link list.toml all.csv --model country.model.json --by-keys -o one.csv --truth person
tail -n +1 log | grep -E 'persons and .* keys|pairs of|Rows read' || true
du -cb keys-*/keys.parquet keys-*/persons.parquet | tail -1
cmp parts.pairs.csv one.pairs.csv && echo "the pairs are the same, with the same scores"
