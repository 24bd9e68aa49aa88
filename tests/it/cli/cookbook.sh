# From nothing to a script that has a credential for just what it does. No terminal, no network.
set -eu
umask 077

# An admin, a team, and a server that the team has.
printf '%s\n' "$PASSWORD" | mcpgw user create admin@example.org --admin --password-stdin
printf '%s\n' "$PASSWORD" | mcpgw login --user admin@example.org --password-stdin
mcpgw team create web
mcpgw server add clock --team web -- mcpgw __example time

# A token for one tool of it, that lives a day.
mcpgw token create --name ci --team web --tool clock__now --expires 1d --field token > "$TOKENS/ci"

# The script has nothing else: no login, and what it is not for is not there.
export XDG_STATE_HOME="$TOKENS/state"
mcpgw --token-file "$TOKENS/ci" tool call clock__now
mcpgw --token-file "$TOKENS/ci" tool list --field name
if mcpgw --token-file "$TOKENS/ci" tool call clock__list_zones; then exit 90; fi
if mcpgw tool list; then exit 91; fi

# What it did is counted: one call, as the other tool is nothing that it knows of.
unset XDG_STATE_HOME
if [ "$(mcpgw token usage ci --field total.calls)" != 1 ]; then exit 93; fi

# Another one takes its place; both work for a while.
mcpgw token rotate ci --grace 5m --field token > "$TOKENS/next"
MCPGW_TOKEN_FILE="$TOKENS/ci" mcpgw tool call clock__now
MCPGW_TOKEN="$(cat "$TOKENS/next")" mcpgw tool call clock__now

mcpgw usage report --by token --since 1h
if [ "$(mcpgw usage report --user me --field total.outcomes.ok)" != 3 ]; then exit 94; fi

# Told to stop, it stops.
mcpgw token revoke --all --user me
if mcpgw --token-file "$TOKENS/next" whoami; then exit 92; fi
mcpgw audit verify
