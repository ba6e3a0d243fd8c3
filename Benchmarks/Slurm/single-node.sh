#!/usr/bin/env bash
# Starts Slurm with this machine as its only node, from a folder of its own and
# on the loopback address, runs a command, and stops what it has started.
#
#     single-node.sh COMMAND [ARGUMENT...]
#
# Needs Debian's slurm-wlm and munge, and to be root. Nothing outside a
# temporary folder is written, and no service of the system is touched.
set -euo pipefail

for program in munged slurmctld slurmd sbatch; do
  if ! command -v "$program" > /dev/null; then
    echo "single-node.sh: $program is missing; try: apt-get install slurm-wlm munge" >&2
    exit 69
  fi
done

home=$(mktemp -d /tmp/staffopt-slurm.XXXXXX)
chmod 755 "$home"
mkdir -m 700 "$home/munge"
mkdir "$home/state" "$home/spool"
daemons=()
stop() {
  for pid in "${daemons[@]}"; do kill "$pid" 2> /dev/null || true; done
  for pid in "${daemons[@]}"; do wait "$pid" 2> /dev/null || true; done
  rm -rf "$home"
}
trap stop EXIT

node=$(hostname -s)
cores=$(nproc)
cat > "$home/slurm.conf" << EOF
ClusterName=staffopt
SlurmctldHost=$node(127.0.0.1)
SlurmUser=root
SlurmctldPort=16817
SlurmdPort=16818
AuthType=auth/munge
AuthInfo=socket=$home/munge/socket
CryptoType=crypto/munge
StateSaveLocation=$home/state
SlurmdSpoolDir=$home/spool
SlurmctldPidFile=$home/slurmctld.pid
SlurmdPidFile=$home/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=sched_interval=1
ReturnToService=2
MpiDefault=none
JobAcctGatherType=jobacct_gather/none
NodeName=$node NodeAddr=127.0.0.1 CPUs=$cores State=UNKNOWN
PartitionName=sweep Nodes=$node Default=YES MaxTime=INFINITE State=UP
EOF
export SLURM_CONF="$home/slurm.conf"

head -c 1024 /dev/urandom > "$home/munge/key"
chmod 600 "$home/munge/key"
munged --foreground --force --key-file "$home/munge/key" --socket "$home/munge/socket" \
  --pid-file "$home/munge/pid" --log-file "$home/munge/log" --seed-file "$home/munge/seed" \
  > "$home/munged.out" 2>&1 &
daemons+=($!)
for _ in $(seq 50); do [ -S "$home/munge/socket" ] && break; sleep 0.1; done
slurmctld -D > "$home/slurmctld.log" 2>&1 &
daemons+=($!)
slurmd -D > "$home/slurmd.log" 2>&1 &
daemons+=($!)
for _ in $(seq 100); do
  case "$(sinfo --noheader --format=%T 2> /dev/null || true)" in
    idle*) break ;;
  esac
  sleep 0.2
done
if ! sinfo --noheader --format=%T | grep -q idle; then
  echo "single-node.sh: the node did not come up" >&2
  tail -5 "$home"/*.log "$home/munged.out" >&2
  exit 70
fi
sinfo
"$@"
