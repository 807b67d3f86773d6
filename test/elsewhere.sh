#!/usr/bin/env bash
# What might hang on the day or the place, tested on two other days, each in another place: `npm run test:elsewhere [FILES]`.
# The clock of the whole process is shifted, its children and Chromium with it, so that no reading of it escapes.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v faketime >/dev/null || { echo 'faketime is not there: apt-get install faketime' >&2; exit 1; }

files=("$@")
elsewhere() {
  echo "== $*"
  env "$@" npx vitest run --config vitest.elsewhere.config.ts "${files[@]}"
}
elsewhere TZ=Asia/Tokyo LC_ALL=tr_TR.UTF-8 faketime -f +400d
elsewhere TZ=America/Los_Angeles faketime -f -200d
