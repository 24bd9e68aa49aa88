#!/usr/bin/env bash
# Eight sessions, twenty servers, every fault and every change of the store, for SECONDS (900 by default). With the same
# SEED the same things are asked and done, in the same order in each session.
#
#   tests/soak.sh [SECONDS [SEED]]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export MCPGW_SOAK_SECONDS="${1:-900}" MCPGW_SOAK_SEED="${2:-$RANDOM}"
cargo build --quiet --example mirror
exec cargo test --quiet --test it -- --ignored --nocapture mirror::soak
