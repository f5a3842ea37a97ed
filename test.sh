#!/usr/bin/env bash
# Runs every test. Usage: ./test.sh [--no-build] [part of a project's name ...]
# The last line is "N passed, N failed"; the exit code is 0 only when nothing failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1 TERM=dumb

build=yes
wanted=()
for argument in "$@"; do
  case "$argument" in
    --no-build) build=no ;;
    -*) echo "Unknown option $argument. Usage: ./test.sh [--no-build] [part of a project's name ...]" >&2; exit 64 ;;
    *) wanted+=("$argument") ;;
  esac
done

command -v dotnet >/dev/null || {
  echo "The .NET 10 SDK is missing: see https://dotnet.microsoft.com/download/dotnet/10.0" >&2
  echo "0 passed, 1 failed"
  exit 1
}

if [ "$build" = yes ] && ! dotnet build FlowBuilder.sln -v quiet </dev/null; then
  echo "The build failed, so no test ran."
  echo "0 passed, 1 failed"
  exit 1
fi

# One project after the other: some start the whole program, and two cores are soon full. Long ones have more time.
passed=0 failed=0 broken=()
output=$(mktemp) faults=$(mktemp)
trap 'rm -f "$output" "$faults"' EXIT

number() { grep -aE "^ *$1: [0-9]+" "$output" | tail -n 1 | grep -oE '[0-9]+' | head -n 1; }

wants() {
  [ ${#wanted[@]} -eq 0 ] && return 0
  local part
  for part in "${wanted[@]}"; do [[ "$1" == *"$part"* ]] && return 0; done
  return 1
}

for project in tests/*.Tests tests/FlowBuilder.Faults e2e/FlowBuilder.E2E; do
  name=$(basename "$project")
  wants "$name" || continue
  started=$SECONDS
  timeout --kill-after=30 "${TEST_PROJECT_TIMEOUT:-1500}" dotnet "$project/bin/Debug/net10.0/$name.dll" --progress off --no-ansi </dev/null >"$output" 2>&1
  code=$?
  ok=$(number succeeded) bad=$(number failed)
  ok=${ok:-0} bad=${bad:-0}
  # 8 says that the project has no test; any other code without a failed test means that the run itself broke.
  if [ $code -ne 0 ] && [ $code -ne 8 ] && [ "$bad" -eq 0 ]; then bad=1; broken+=("$name: exit code $code"); fi
  if [ "$bad" -ne 0 ]; then
    tail -n "${TEST_LINES:-400}" "$output"
    grep -aE -A "${TEST_FAULT_LINES:-40}" '^failed ' "$output" | cut -c1-400 >>"$faults"
  fi
  echo "$name: $ok passed, $bad failed, $((SECONDS - started)) s"
  # Seeds and measurements that a test wants to be seen although it passed.
  grep -a '^\[figures\]' "$output" | cut -c1-300
  passed=$((passed + ok)) failed=$((failed + bad))
done

# What failed stands once more at the end, where it is read first.
if [ -s "$faults" ]; then printf '\nWhat failed:\n'; cat "$faults"; fi
for line in "${broken[@]:-}"; do [ -n "$line" ] && echo "The run broke: $line"; done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
