#!/usr/bin/env bash
# Shows that a static Linux program asks for nothing of the system that it runs on: portable.sh BINARY
#
# It is started in a root folder that holds nothing but itself and a draft, which is less than any distribution has, old or new; and, where
# qemu's user emulation is installed (Debian: qemu-user-static), on processors of 2006 to 2010 and under a kernel that calls itself 3.10.
# Programs for arm64 run on x86-64 the same way. What could not be tried is said.
set -euo pipefail
binary="$(realpath "${1:?which program}")"
root="$(cd "$(dirname "$0")/../.." && pwd)"
bare="$(mktemp -d)"
trap 'rm -rf "$bare"' EXIT
cp "$binary" "$bare/hegao"
cp "$root/tests/examples/qinghe-2025.md" "$bare/draft.md"

case "$(readelf -h "$binary" | sed -n 's/ *Machine: *//p')" in
  *X86-64) machine=x86_64 cpus=(core2duo Nehalem Opteron_G1) ;;
  AArch64) machine=aarch64 cpus=(cortex-a53 cortex-a57) ;;
  *) echo "not a program for x86-64 or arm64" >&2; exit 1 ;;
esac

# The findings of the example as this machine's own program tells them decide whether a run is right: all runs must tell the same.
expected=""
judge() {
  local what="$1" status=0 said
  shift
  said="$("$@" 2> "$bare/errors")" || status=$?
  if [ "$status" != 1 ] || [ -z "$said" ]; then
    echo "$what: exit code $status" >&2
    cat "$bare/errors" >&2
    exit 1
  fi
  [ -n "$expected" ] || expected="$said"
  [ "$said" = "$expected" ] || { echo "$what: other findings" >&2; exit 1; }
  echo "$what: as it should be"
}

check=(check draft.md --format json)
cd "$bare"
if [ "$machine" = "$(uname -m)" ]; then
  judge "here" ./hegao "${check[@]}"
  isolated=(unshare --user --map-root-user)
  [ "$(id -u)" != 0 ] || isolated=()
  isolated+=(env -i PATH="$PATH" chroot "$bare")
  if "${isolated[@]}" /hegao --version > /dev/null 2>&1; then
    judge "a root folder with nothing else in it" "${isolated[@]}" /hegao "${check[@]}"
  else
    echo "a root folder with nothing else in it: NOT TRIED, chroot is not allowed here"
  fi
fi
if emulator="$(command -v "qemu-$machine-static" || command -v "qemu-$machine")"; then
  for cpu in "${cpus[@]}"; do
    judge "$machine processor $cpu, kernel 3.10" "$emulator" -cpu "$cpu" -r 3.10.0 ./hegao "${check[@]}"
  done
else
  echo "processors ${cpus[*]}: NOT TRIED, qemu-$machine is not installed"
fi
