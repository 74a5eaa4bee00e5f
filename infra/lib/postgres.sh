# A throwaway PostgreSQL cluster for the tests: random port, loopback only, stopped by its pid.

postgres_home=""

# start_postgres FOLDER   sets DGCC_TEST_POSTGRES
start_postgres() {
  local bin port user=""
  bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
  [ -n "$bin" ] || { echo "Missing: postgresql. Install with: sudo apt-get install postgresql" >&2; return 1; }
  postgres_home=$(mktemp -d)
  # The server refuses to run as root.
  if [ "$(id -u)" = 0 ]; then user="runuser -u postgres --"; chown postgres "$postgres_home"; fi
  port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])' 2>/dev/null || node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
  (cd "$postgres_home" && $user "$bin/initdb" -D "$postgres_home/data" -A trust -U dgcc --locale=C.UTF-8 -E UTF8 >"$1/initdb" 2>&1) || { cat "$1/initdb" >&2; return 1; }
  # Durability is tested on the embedded database; here the disk is spared.
  (cd "$postgres_home" && $user "$bin/pg_ctl" -D "$postgres_home/data" -w -t 60 -l "$postgres_home/log" start \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=400 -c fsync=off -c full_page_writes=off" >"$1/pg_ctl" 2>&1) || { cat "$1/pg_ctl" >&2; return 1; }
  export DGCC_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=dgcc;Database=postgres"
}

stop_postgres() {
  [ -n "$postgres_home" ] || return 0
  if [ -f "$postgres_home/data/postmaster.pid" ]; then
    local pid; pid=$(head -1 "$postgres_home/data/postmaster.pid")
    kill -INT "$pid" 2>/dev/null
    for _ in $(seq 50); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
  fi
  rm -rf "$postgres_home"
}
