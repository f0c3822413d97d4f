#!/usr/bin/env bash
# What one child of an AWS Batch array job runs: aws-batch.sh s3://bucket/scenarios.ndjson s3://bucket/summaries COUNT
# COUNT is the array's size, which Batch does not tell its children.
set -euo pipefail
scenarios=$1
summaries=$2
count=$3
index=$AWS_BATCH_JOB_ARRAY_INDEX
part=$(printf 'part-%05d' "$index")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
aws s3 cp "$scenarios" "$work/scenarios.ndjson"
split -n "l/$((index + 1))/$count" "$work/scenarios.ndjson" |
  npm run -s simulate -- step --lines >"$work/$part"
aws s3 cp "$work/$part" "$summaries/$part"
