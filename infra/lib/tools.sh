# Shared by infra/run and infra/test: what is missing is installed, or named in one clear line.

# need COMMAND NAME
need() {
  command -v "$1" >/dev/null && return 0
  echo "Missing: $2 (command '$1'). Install it, then run this again." >&2
  return 1
}

# install_packages PACKAGE:PROBE ...   PROBE is a command, or an absolute path that the package brings.
install_packages() {
  local missing=() entry package probe
  for entry in "$@"; do
    package=${entry%%:*} probe=${entry#*:}
    case $probe in
      /*) [ -e "$probe" ] || missing+=("$package") ;;
      *) command -v "$probe" >/dev/null || missing+=("$package") ;;
    esac
  done
  [ ${#missing[@]} = 0 ] && return 0

  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "Missing: ${missing[*]}. Install with: sudo apt-get install ${missing[*]}" >&2
    return 1
  fi
  echo "== installing ${missing[*]}"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >/dev/null || {
    echo "Could not install: ${missing[*]}" >&2
    return 1
  }
}
