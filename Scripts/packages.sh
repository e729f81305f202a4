# SPDX-License-Identifier: Apache-2.0
#
# Sourced by the other scripts: finds Swift and installs the system packages that Warsha needs.

# Debian package and the pkg-config name that proves it is there.
readonly packages=("libicu-dev icu-i18n" "libedit-dev libedit" "libsqlite3-dev sqlite3"
  "libxml2-dev libxml-2.0")
readonly needed_swift="6.2"

say() { printf '%s\n' "$*" >&2; }
fail() {
  say "error: $*"
  exit 1
}

# Ends with a message when Swift is missing or too old.
require_swift() {
  command -v swift >/dev/null ||
    fail "swift is not on the PATH. Install Swift $needed_swift or newer: https://www.swift.org/install/linux/"
  local version
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1)
  [[ -n $version ]] || fail "swift --version tells no version. Is $(command -v swift) a whole toolchain?"
  [[ $(printf '%s\n' "$needed_swift" "$version" | sort -V | head -n 1) == "$needed_swift" ]] ||
    fail "Swift $version is too old; $needed_swift or newer is needed: https://www.swift.org/install/linux/"
}

# Prints the Debian packages that are missing, a line each.
missing_packages() {
  if ! command -v pkg-config >/dev/null; then
    printf 'pkg-config\n'
  fi
  local entry
  for entry in "${packages[@]}"; do
    pkg-config --exists "${entry#* }" 2>/dev/null || printf '%s\n' "${entry% *}"
  done
}

# Installs what is missing with apt-get; says what it does.
install_packages() {
  local missing as_root=()
  mapfile -t missing < <(missing_packages)
  ((${#missing[@]})) || return 0
  local names="${missing[*]}"
  command -v apt-get >/dev/null ||
    fail "missing: $names. There is no apt-get here; install the packages of your system that give" \
      "pkg-config and its modules icu-i18n, libedit, sqlite3 and libxml-2.0, then call this again."
  if ((EUID != 0)); then
    command -v sudo >/dev/null ||
      fail "missing: $names. Neither root nor sudo: ask an administrator for apt-get install $names"
    as_root=(sudo)
  fi
  say "Installing what Warsha needs: $names"
  local log
  log=$(mktemp)
  if ! { "${as_root[@]}" apt-get update &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
      "${missing[@]}"; } >"$log" 2>&1 </dev/null; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    fail "apt-get could not install $names (its last lines are above)." \
      "Install them by hand, then call this again."
  fi
  rm -f "$log"
  mapfile -t missing < <(missing_packages)
  ((${#missing[@]} == 0)) ||
    fail "apt-get ended well, yet pkg-config does not find: ${missing[*]}. Check PKG_CONFIG_PATH."
}

# Runs a command; shows its output on standard error only when it fails.
quietly() {
  local log status=0
  log=$(mktemp)
  "$@" >"$log" 2>&1 </dev/null || status=$?
  ((status == 0)) || cat "$log" >&2
  rm -f "$log"
  return "$status"
}

# Whether a source is newer than the stamp of the last build. Folders count: a deleted file shows in
# its folder only. Tables, manifests and prose are read at run time and need no build.
is_stale() {
  local root=$1 stamp=$2
  [[ -e $stamp ]] || return 0
  [[ -n $(find "$root/Package.swift" "$root/Sources" "$root/Plugins" \
    \( -name .build -o -name Tests -o -name Data -o -name '.*.sw?' \) -prune -o \
    \( -type d -o -name '*.swift' -o -name '*.[ch]' -o -name '*.modulemap' \) \
    -newer "$stamp" -print -quit) ]]
}

# Builds the release configuration of the checkout $1 when it is stale.
# Not `swift run`: that leaves the plugins unbuilt.
build_release() {
  local root=$1 stamp="$1/.build/release-built" begun
  [[ -x $root/.build/release/warsha ]] && ! is_stale "$root" "$stamp" && return 0
  require_swift
  install_packages
  mkdir -p "$root/.build"
  # Of before the build: what is edited meanwhile is newer. One per call: two may build at a time.
  begun=$(mktemp)
  if [[ -x $root/.build/release/warsha ]]; then
    say "Rebuilding Warsha: a source has changed."
  else
    say "Building Warsha (release); the first time this takes some minutes."
  fi
  if ! quietly swift build -c release --package-path "$root"; then
    rm -f "$begun"
    fail "the build failed; what the compiler said is above."
  fi
  mv "$begun" "$stamp"
}
