#!/usr/bin/env bash
# A Slurm array job over a file of scenarios: sbatch docs/sweeps/slurm.sh scenarios.ndjson summaries
# Afterwards: cat summaries/part-* > summaries.ndjson, line for line as the scenarios.
#SBATCH --job-name=rainier-sweep
#SBATCH --array=0-63
#SBATCH --cpus-per-task=1
#SBATCH --mem=1G
#SBATCH --time=01:00:00
set -euo pipefail
scenarios=$1
summaries=$2
index=$SLURM_ARRAY_TASK_ID
count=$SLURM_ARRAY_TASK_COUNT
part=$(printf '%s/part-%05d' "$summaries" "$index")
mkdir -p "$summaries"
# Whole lines only; a part that was broken off leaves no file of its own name and can be run again.
split -n "l/$((index + 1))/$count" "$scenarios" | npm run -s simulate -- step --lines >"$part.tmp"
mv "$part.tmp" "$part"
