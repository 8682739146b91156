#!/usr/bin/env bash
# Build the web page into web/dist when web/ changed. Node comes from .venv/bin. `--tools` only installs its tools.
set -euo pipefail
cd "$(dirname "$0")/../web"
PATH="$PWD/../.venv/bin:$PATH"
export NODE_USE_SYSTEM_CA=1 # companies and their proxies sign with certificates of their own
installed=node_modules/.installed_for
built=dist/.built_from

# Return a sum over the files' names and contents, so that a checkout with new dates builds nothing anew.
sum_of() { find "$@" -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum; }

exec 9>../.venv/.page_lock  # two makes at once: one builds, the other finds it done
command -v flock >/dev/null && flock 9

locked=$(sum_of package.json package-lock.json)
if [ "$(cat $installed 2>/dev/null)" != "$locked" ]; then
  echo "准备网页工具(npm)…… / Fetching what builds the web page (npm) …" >&2
  if ! said=$(npm ci --loglevel=error 2>&1); then
    echo "$said" | tail -n 5 >&2
    if grep -qE "ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network" <<<"$said"; then
      echo "连不上 npm 源,网页没有生成;联网后再试即可,终端对话(make chat)不受影响。" >&2
      echo "The npm registry cannot be reached, so the web page was not built. Try again online; make chat works without it." >&2
    else
      echo "网页工具没有装好,原因见上。 / The tools of the web page could not be installed; the reason stands above." >&2
    fi
    exit 1
  fi
  echo "$locked" >$installed
fi
[ "${1:-}" != --tools ] || exit 0

sources=$(sum_of index.html package-lock.json vite.config.ts tsconfig.json public src)
if [ "$(cat $built 2>/dev/null)" != "$sources" ]; then
  echo "生成网页…… / Building the web page …" >&2
  if ! said=$(npx --no-install vite build --logLevel warn --outDir dist.new --emptyOutDir 2>&1); then
    echo "$said" >&2
    exit 1
  fi
  echo "$sources" >dist.new/.built_from
  rm -rf dist
  mv dist.new dist
fi
