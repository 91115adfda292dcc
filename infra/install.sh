#!/bin/sh
# Puts this folder on a machine with systemd and nginx, as root, or brings that machine this version:
#
#     sh infra/install.sh HOST [--node]
#
# Makes the user, the folders, the settings with their secrets, the unit, the command `faire` and nginx's file. What is there
# stays as it is; where another version runs, the database is backed up first. Starts nothing. --node: Node 24 from nodejs.org,
# its hash checked, where the machine has none. ROOT: a folder in place of /, in which no user is made and nothing is reloaded.
set -eu
umask 022
ROOT=${ROOT:-}
HERE=$(cd "$(dirname "$0")/.." && pwd)
HOST=
NODE=
for word in "$@"; do
  case $word in
    --node) NODE=yes ;;
    -*) echo "install.sh knows no $word." >&2; exit 2 ;;
    *) HOST=$word ;;
  esac
done
fail() { echo "$1" >&2; exit 1; }
settings=$ROOT/etc/faire/faire.env
current=$ROOT/srv/faire/current

[ -n "$ROOT" ] || [ "$(id -u)" = 0 ] || fail 'Run it as root.'
[ -f "$HERE/dist/index.js" ] || fail "$HERE: nothing was built here. Unpack the release, or npm run build."
[ -n "$HOST" ] || [ -f "$settings" ] || fail 'Give the public host name: sh infra/install.sh faire.example.fr'
case $HOST in *[!a-z0-9.-]*) fail "$HOST: give a host name in lower case, without https:// or a path." ;; esac

has_node() { node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 24 || (a === 24 && b >= 15) ? 0 : 1)' 2>/dev/null; }

get_node() {
  case $(uname -m) in aarch64) arch=arm64 ;; *) arch=x64 ;; esac
  work=$(mktemp -d)
  from=https://nodejs.org/dist/latest-v24.x
  curl -fsS "$from/SHASUMS256.txt" -o "$work/SHASUMS256.txt"
  file=$(grep -o "node-v24[0-9.]*-linux-$arch.tar.xz" "$work/SHASUMS256.txt")
  curl -fsS "$from/$file" -o "$work/$file"
  (cd "$work" && grep -F "$file" SHASUMS256.txt | sha256sum --check --quiet)
  tar -xJf "$work/$file" -C /opt --no-same-owner
  for each in node npm npx; do ln -sfn "/opt/${file%.tar.xz}/bin/$each" "/usr/bin/$each"; done
  rm -r "$work"
  echo "Node: /opt/${file%.tar.xz}"
}

if ! has_node; then
  [ -n "$NODE" ] && [ -z "$ROOT" ] || fail 'Node 24.15 or later is needed as /usr/bin/node: install it, or add --node, which takes it from nodejs.org.'
  get_node
fi

if [ -z "$ROOT" ]; then
  id faire >/dev/null 2>&1 || useradd --system --home-dir /var/lib/faire --shell /usr/sbin/nologin faire
  own='-o faire -g faire' group='-g faire'
else
  own='' group=''
fi
mkdir -p "$ROOT/etc/faire" "$ROOT/etc/systemd/system" "$ROOT/usr/local/sbin" "$ROOT/srv/faire" "$ROOT/var/lib"
install -d $own -m 0750 "$ROOT/var/lib/faire"
install -d $own "$HERE/appPackage/build"

# Written line by line by the shell alone: a secret stands in no list of processes.
secret() { head -c 27 /dev/urandom | base64; }
if [ ! -f "$settings" ]; then
  install $group -m 0640 /dev/null "$settings"
  while IFS= read -r line; do
    case $line in
      PUBLIC_URL=*) line="PUBLIC_URL=https://$HOST" ;;
      LINK_SECRET=*) line="LINK_SECRET=$(secret)" ;;
      BALLOT_SECRET=*) line="BALLOT_SECRET=$(secret)" ;;
      DATABASE_URL=*) line="DATABASE_URL=file:$ROOT/var/lib/faire/programme.sqlite" ;;
      BACKUP_FOLDER=*) line="BACKUP_FOLDER=$ROOT/var/lib/faire/backups" ;;
    esac
    printf '%s\n' "$line"
  done <"$HERE/infra/faire.env.example" >"$settings"
  echo "Settings: $settings, with new secrets; put both into your vault."
fi

cp "$HERE/infra/systemd/faire@.service" "$ROOT/etc/systemd/system/"
install -m 0755 "$HERE/infra/systemd/faire" "$ROOT/usr/local/sbin/faire"
[ -n "$ROOT" ] || ! [ -d /run/systemd/system ] || systemctl daemon-reload

# The last of several counts, as it does for the server; quotes are no part of it.
set_to() { sed -n -e "s/^$1=//p" "$settings" | tail -n 1 | sed -e 's/^"\(.*\)"$/\1/' -e "s/^'\(.*\)'$/\1/"; }

has_database() {
  case $(set_to DATABASE_URL) in
    file:*) [ -f "$(set_to DATABASE_URL | sed -e 's/^file:\(\/\/\)\{0,1\}//')" ] ;;
    *) true ;;
  esac
}

if [ -e "$current" ] && [ "$(readlink -f "$current")" != "$HERE" ]; then
  backups=$(set_to BACKUP_FOLDER)
  backups=${backups:-$ROOT/var/lib/faire/backups}
  if has_database; then ROOT=$ROOT "$ROOT/usr/local/sbin/faire" db backup "${backups%/}/"; fi
  # Tabs that are open load what they have not loaded yet from the version that they began with.
  cp -n "$current"/dist-tabs/assets/* "$HERE/dist-tabs/assets/"
fi
ln -sfn "$HERE" "$current"
echo "Version: $HERE"

proxy=$ROOT/etc/nginx/conf.d/faire.conf
if [ -d "$ROOT/etc/nginx/conf.d" ] && [ ! -f "$proxy" ]; then
  install -d -m 0750 "$ROOT/etc/ssl/faire"
  sed -e "s/faire\.example\.org/$HOST/" -e '/127\.0\.0\.1:3979/d' "$HERE/infra/nginx/faire.conf" >"$proxy"
  [ -e /proc/net/if_inet6 ] || sed -i '/listen \[::\]/d' "$proxy"
  main=$ROOT/etc/nginx/nginx.conf
  grep -q worker_rlimit_nofile "$main" || sed -i -e '1i worker_rlimit_nofile 32768;' -e 's/worker_connections .*/worker_connections 16384;/' "$main"
  echo "nginx: $proxy, which waits for fullchain.pem and privkey.pem in $ROOT/etc/ssl/faire."
fi
