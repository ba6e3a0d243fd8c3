#!/usr/bin/env bash
# Runs the job array of levels.sbatch for real, with this machine as Slurm's
# only node, interrupts one task on the way, joins the parts and compares them
# byte by byte with one run.
#
#     Benchmarks/Slurm/try-levels.sh [PROGRAM]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
program=$(realpath "${1:-.build/release/staffopt}")
if [ -z "${SLURM_CONF:-}" ]; then
  exec "$here/single-node.sh" "$here/try-levels.sh" "$program"
fi

work=$(mktemp -d /tmp/staffopt-levels.XXXXXX)
trap 'rm -rf "$work"' EXIT
export STAFFOPT=$program PLAN=$PWD/Data/understaffed STAFF=7...14 STEP=1 PARTS=$work/parts
export WORK=${WORK:-2000} SHARES=4
options=(--parsable --wait --chdir "$work" --output "$work/task-%a.log" --open-mode append)

echo "== a job array of $SHARES tasks, the third one left out as if its machine had failed"
sbatch "${options[@]}" --array=1,2,4 "$here/levels.sbatch"
squeue --noheader
ls "$PARTS"
echo "== joining too early"
"$program" merge "$PARTS"/*.json || echo "exit status $?"
echo "== the task that is missing, given again; and one that has nothing left to do"
sbatch "${options[@]}" --array=3,4 "$here/levels.sbatch"
tail -n 2 "$work"/task-*.log
echo "== joined"
"$program" merge "$PARTS"/*.json --out "$work/joined"
echo "== one run on one machine"
"$program" levels "$PLAN" --staff "$STAFF" --step "$STEP" --solver search --work "$WORK" \
  --shard 1/1 --out "$work/one" 2> /dev/null
"$program" merge "$work/one"/*.json --out "$work/whole" > /dev/null
for file in levels.csv levels.json levels.html; do
  cmp "$work/joined/$file" "$work/whole/$file" && echo "$file: the same bytes"
done
