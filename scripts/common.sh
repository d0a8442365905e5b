# Shared by ./run and ./test; sourced. Everything that is not the result goes to standard error.
ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 2; }

# --- what the machine must have ---

require_dotnet() {
  command -v dotnet >/dev/null || die "The .NET SDK is missing. Install .NET SDK 10.0 (package dotnet-sdk-10.0) and start again."
  # Run where global.json is, so that the SDK itself says whether it is new enough.
  (cd "$ROOT" && dotnet --version >/dev/null 2>&1) || die "The .NET SDK is too old. Install .NET SDK 10.0 (package dotnet-sdk-10.0) and start again."
}

require_node() {
  command -v node >/dev/null && command -v npm >/dev/null || die "Node.js is missing. Install Node.js 20.19 or later, with npm, and start again."
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
    die "Node.js $(node --version) is too old. Install Node.js 20.19 or later and start again."
}

# has COMMAND or has LIBRARY.so.N  Libraries as the dynamic loader lists them; its tool is not in everybody's PATH.
has() {
  case "$1" in
    *.so.*) { PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null || true; } | grep -F "$1 " >/dev/null ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

# require_apt COMMAND:PACKAGE LIBRARY.so.N:PACKAGE...  Installs the packages whose command or library is missing.
require_apt() {
  local pair packages=()
  for pair in "$@"; do has "${pair%%:*}" || packages+=("${pair##*:}"); done
  [ ${#packages[@]} -gt 0 ] || return 0
  local manual="apt-get install ${packages[*]}"
  command -v apt-get >/dev/null || die "Missing: ${packages[*]}. Install it with your system's package tool and start again."
  local become=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || die "Missing: ${packages[*]}. Run as root: $manual"
    become=(sudo)
    # Without a terminal nobody can type a password.
    [ -t 0 ] || become=(sudo -n)
  fi
  say "Installing ${packages[*]}"
  { "${become[@]}" apt-get update -q && "${become[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "${packages[@]}"; } >&2 ||
    die "Installing failed. Run as root: $manual"
}

# --- building only what is stale ---

# fingerprint PATH...  Of names and contents, without what is built.
fingerprint() {
  (cd "$ROOT" && find "$@" \( -name node_modules -o -name dist -o -name bin -o -name obj \) -prune -o -type f -print0 2>/dev/null |
    LC_ALL=C sort -z | xargs -0 -r sha256sum | sha256sum | cut -d' ' -f1)
}

# once NAME FINGERPRINT PRODUCT COMMAND...  Runs the command unless it has run for this fingerprint and its product is still there.
once() {
  local stamp="$ROOT/artifacts/stamps/$1" fingerprint="$2" product="$3"
  shift 3
  if [ -e "$product" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$fingerprint" ]; then return 0; fi
  rm -f "$stamp"
  "$@" >&2 || { say "Failed: $*"; exit 1; }
  stamp "$(basename "$stamp")" "$fingerprint"
}

# stamp NAME FINGERPRINT  That much is built.
stamp() { mkdir -p "$ROOT/artifacts/stamps" && printf '%s' "$2" >"$ROOT/artifacts/stamps/$1"; }

# quietly WORDS COMMAND...  What the command prints is shown only when it fails.
quietly() {
  local output
  say "$1"
  output="$("${@:2}" 2>&1)" || { say "$output"; return 1; }
}

npm_in() { (cd "$ROOT/$1" && shift && npm "$@"); }

# build_node FOLDER  Packages and bundle of the page or of a plugin's frames.
build_node() {
  local folder="$1" name="${1//\//-}"
  once "$name-packages" "$(node --version) $(fingerprint "$folder/package.json" "$folder/package-lock.json")" "$ROOT/$folder/node_modules" \
    npm_in "$folder" ci --no-audit --no-fund --loglevel=error
  once "$name-bundle" "$(node --version) $(fingerprint "$folder" src/Plugin.Sdk/ui)" "$ROOT/$folder/dist" npm_in "$folder" run --silent build
}

node_folders() {
  (cd "$ROOT" && for file in web/package.json plugins/*/ui/package.json; do [ -e "$file" ] && dirname "$file"; done)
}

dotnet_build() { (cd "$ROOT" && dotnet build "$1" -c Release --nologo -v quiet -clp:NoSummary --disable-build-servers); }

# build_app  The page, the host, the worker and the bundled plugins.
build_app() {
  local folder
  for folder in $(node_folders); do build_node "$folder"; done
  local products
  mapfile -t products < <(bundled_manifests)
  drop_stamp_if_missing app "$ROOT/artifacts/bin/Worker/release/PluginRoom.Worker.dll" "${products[@]}"
  once app "$(dotnet --version) $(fingerprint src plugins scripts/app.proj Directory.Build.props Directory.Packages.props global.json) $(bundles)" \
    "$ROOT/artifacts/bin/Host/release/PluginRoom.Host.dll" dotnet_build scripts/app.proj
  stamp host "$(host_fingerprint)"
  mkdir -p "$ROOT/artifacts/plugins"
  copy_scripts
  once bundled "$(cat "$ROOT/artifacts/stamps/app") $(fingerprint scripts/integrity.mjs)" "$ROOT/$BUNDLED" list_bundled
}

# The host takes the plugins that were built with it by this list, without signatures; only a build writes it.
BUNDLED=artifacts/bin/Host/release/bundled-plugins.json

list_bundled() {
  local manifest folder folders=()
  for manifest in "$ROOT"/plugins/*/plugin.json; do
    folder="$(dirname "$manifest")"
    # What is built lies where the build put it; a script is its folder.
    compgen -G "$folder/*.csproj" >/dev/null && folder="$ROOT/artifacts/plugins/$(basename "$folder")"
    folders+=("$folder")
  done
  node "$ROOT/scripts/integrity.mjs" --list "${folders[@]}" >"$ROOT/$BUNDLED.new" && mv "$ROOT/$BUNDLED.new" "$ROOT/$BUNDLED"
}

# build_host  The host and the worker alone: what the commands of ./pluginroom need. Nothing where ./run has built the same.
build_host() {
  drop_stamp_if_missing host "$ROOT/artifacts/bin/Worker/release/PluginRoom.Worker.dll"
  once host "$(host_fingerprint)" "$ROOT/artifacts/bin/Host/release/PluginRoom.Host.dll" quietly "Building the host" dotnet_build scripts/host.proj
}

host_fingerprint() {
  echo "$(dotnet --version) $(fingerprint src scripts/host.proj Directory.Build.props Directory.Packages.props global.json)"
}

# Where the host finds the rest, unless the environment says so already.
host_environment() {
  export PLUGINROOM_PLUGINS="${PLUGINROOM_PLUGINS:-$ROOT/artifacts/plugins}"
  export PLUGINROOM_DATA="${PLUGINROOM_DATA:-$ROOT/data}"
  export PLUGINROOM_WEB="${PLUGINROOM_WEB:-$ROOT/web/dist}"
  export PLUGINROOM_WORKER="${PLUGINROOM_WORKER:-$ROOT/artifacts/bin/Worker/release/PluginRoom.Worker.dll}"
}

# A plugin in JavaScript is its folder, as it stands. Only what differs is written, so that a running host does not reload for nothing.
copy_scripts() {
  local manifest folder file target
  for manifest in "$ROOT"/plugins/*/plugin.json; do
    folder="$(dirname "$manifest")"
    compgen -G "$folder/*.csproj" >/dev/null && continue
    while IFS= read -r -d '' file; do
      target="$ROOT/artifacts/plugins/$(basename "$folder")/$file"
      cmp -s "$folder/$file" "$target" || { mkdir -p "$(dirname "$target")" && cp "$folder/$file" "$target"; }
    done < <(cd "$folder" && find . -type f -printf '%P\0')
  done
}

# offer_javascript [yes]  JavaScript plugins need a library that the host itself does not; asks on a terminal, and elsewhere says how.
offer_javascript() {
  local answer="${1:-}"
  has libjavascriptcoregtk-4.1.so.0 && return 0
  if [ -z "$answer" ] && [ -t 0 ] && [ -t 2 ]; then
    read -r -p "Plugins in JavaScript need libjavascriptcoregtk-4.1-0 (about 100 MB). Install it now? [y/N] " answer || answer=""
  fi
  case "$answer" in
    y* | Y*) require_apt libjavascriptcoregtk-4.1.so.0:libjavascriptcoregtk-4.1-0 ;;
    *) say "Plugins in JavaScript wait for libjavascriptcoregtk-4.1-0. To have them: ./run --with-javascript" ;;
  esac
}

# Somebody may have deleted a part of what was built.
drop_stamp_if_missing() {
  local name="$1" product
  shift
  for product in "$@"; do [ -e "$product" ] || rm -f "$ROOT/artifacts/stamps/$name"; done
}

bundled_manifests() {
  local project
  for project in "$ROOT"/plugins/*/*.csproj; do [ -e "$project" ] && echo "$ROOT/artifacts/plugins/$(basename "$project" .csproj)/plugin.json"; done
}

# What the plugins' frames were built to becomes part of their folders.
bundles() {
  (cd "$ROOT" && find plugins/*/ui/dist -type f -print0 2>/dev/null | LC_ALL=C sort -z | xargs -0 -r sha256sum | sha256sum | cut -d' ' -f1)
}
