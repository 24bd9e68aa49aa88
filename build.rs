//! Has the linker pack the binary's relocations where the C library can unpack them: 300 KiB that every session would have in
//! memory, and has to work through before it begins.

#![expect(clippy::disallowed_methods, reason = "this is how Cargo speaks to build scripts")]

use std::env::var;
use std::process::Command;

/// The first C library that knows packed relocations (glibc 2.36, `DT_RELR`).
const FIRST: (u32, u32) = (2, 36);

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    // What is built here for elsewhere may meet an older one.
    let is_native = var("HOST").is_ok_and(|host| var("TARGET").is_ok_and(|target| host == target));
    if is_native && var("CARGO_CFG_TARGET_ENV").is_ok_and(|env| env == "gnu") && glibc() >= Some(FIRST) {
        println!("cargo:rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}

/// The version of this system's C library, where it is glibc.
fn glibc() -> Option<(u32, u32)> {
    let output = Command::new("getconf").arg("GNU_LIBC_VERSION").output().ok()?;
    let printed = String::from_utf8(output.stdout).ok()?;
    let mut numbers = printed.trim().strip_prefix("glibc ")?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}
