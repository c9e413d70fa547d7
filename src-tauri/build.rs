//! Makes the permissions of the one list of commands, so that a command nobody listed cannot be called.

include!("../crates/window-contract/src/commands.rs");

macro_rules! command_names {
    ($( $(#[$doc:meta])* $name:ident : $ask:ident => $answer:ident ; )*) => {
        const COMMANDS: &[&str] = &[$(stringify!($name)),*];
    };
}
with_commands!(command_names);

#[allow(clippy::print_stderr, reason = "Cargo shows what a failed build script wrote to stderr")]
fn main() {
    println!("cargo:rerun-if-changed=../crates/window-contract/src/commands.rs");
    // The page is embedded when this crate is compiled: a newer page must compile it anew.
    println!("cargo:rerun-if-changed=../ui/dist");
    if !std::path::Path::new("../ui/dist/index.html").exists() && std::env::var_os("TAURI_CONFIG").is_none() {
        eprintln!(
            "the page is not built yet: `npm ci && npm run build` in ui/, or `cargo xtask start` does it all"
        );
        std::process::exit(1);
    }
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    if let Err(problem) = tauri_build::try_build(attributes) {
        eprintln!("{problem:#}");
        std::process::exit(1);
    }
}
