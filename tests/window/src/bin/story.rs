//! Does the main job in the real window, tells each step, and leaves pictures: `story FOLDER-FOR-PICTURES`.

#![allow(clippy::print_stdout, reason = "telling is what this program is for")]

#[cfg(unix)]
fn main() -> std::process::ExitCode {
    use std::process::ExitCode;
    let Some(pictures) = std::env::args_os().nth(1) else {
        println!("usage: story FOLDER-FOR-PICTURES");
        return ExitCode::from(2);
    };
    match tell(std::path::Path::new(&pictures)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble @ window::Trouble::Lost { .. }) => {
            println!("{trouble}");
            ExitCode::from(window::LOST)
        }
        Err(trouble) => {
            println!("the story went otherwise: {trouble}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(unix)]
fn tell(pictures: &std::path::Path) -> Result<(), window::Trouble> {
    let scratch = tempfile::tempdir()
        .map_err(|source| window::Trouble::NotStarted { program: "a temporary folder".to_owned(), source })?;
    let say = |words: &str| println!("  {words}");
    let mut teller = window::story::Teller::new(pictures, &say)?;
    window::story::tell(&mut teller, scratch.path())
}

#[cfg(not(unix))]
fn main() {
    println!("the story is told on systems with X only; start the app itself");
}
