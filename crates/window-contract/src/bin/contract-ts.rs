//! Prints the TypeScript contract; `cargo xtask gen` puts it where the window finds it.

#![allow(clippy::print_stdout, reason = "printing is what this program is for")]

fn main() {
    print!("{}", window_contract::typescript());
}
