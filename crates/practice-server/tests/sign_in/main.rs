//! Signing in at the practice tenant, over TLS on loopback, by a browser that fills in the forms.
#![allow(clippy::unwrap_used, reason = "a failed unwrap here is a failed test")]
#![allow(clippy::needless_pass_by_value, reason = "json!() is written where it is used")]

mod claims;
mod code;
#[path = "../../../practice/tests/common/mod.rs"]
mod common;
mod consent;
mod device;
mod discovery;
mod harness;
mod pages;
mod plan;
mod refresh;
