#!/usr/bin/env bash
# Counts between two invented communes of N persons that share 2 % of their households, for several seeds: how often the
# interval covers the truth, and the precision and recall of the pairs.
#   rounds.sh N FOLDER [SEEDS]
set -euo pipefail
persons=$1 folder=$2 seeds=${3:-10}
mkdir -p "$folder" && cd "$folder"
for office in a b; do [ -e $office.secret ] || bato keys --new-secret $office.secret >/dev/null; done
for seed in $(seq "$seeds"); do
    rm -rf Lemba Matete keys-* counts
    bato synth --persons "$persons" --seed "10$seed" --out Lemba --quiet
    bato synth --persons "$persons" --seed "20$seed" --shared-with "10$seed" --shared 0.02 --out Matete --quiet
    for commune in Lemba Matete; do
        place=(--raw $commune/data-raw --clean $commune/data-clean --why measure --quiet)
        bato run "${place[@]}" >/dev/null 2>&1 || [ $? = 1 ]
        bato keys --round "r$seed" --secret a.secret --secret b.secret --commune $commune \
            --truth $commune/truth -o keys-$commune "${place[@]}" >/dev/null
    done
    bato overlap keys-Lemba keys-Matete -o counts --json \
        --truth keys-Lemba/commune/numbers.csv --truth keys-Matete/commune/numbers.csv |
        tr -d ' \n' | sed -E 's/.*"found":([0-9]+).*"low":([0-9]+),"estimate":([0-9]+),"high":([0-9]+),"truth":\{(.*)\}.*/found \1, \2 to \4, about \3; \5/'
    echo
done | tee result.txt
echo "covered: $(grep -c '"is_covered":true' result.txt) of $seeds"
