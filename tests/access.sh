#!/usr/bin/env bash
# Compares decisions, and what sessions serve, with their specification in WORLDS generated worlds (1,000,000 by default).
#
#   tests/access.sh [WORLDS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export MCPGW_ACCESS_WORLDS="${1:-1000000}"
exec cargo test --quiet --test it -- --nocapture properties::access
