//! Running other programs, and saying how long it took.

use crate::place::root;
use crate::temporary;
use std::ffi::OsStr;
use std::fmt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Why a task did not succeed, in words for whoever typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure(pub(crate) String);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Failure {
    /// A file that could not be read or written.
    pub(crate) fn file(path: &Path, problem: &std::io::Error) -> Self {
        Self(format!("{}: {problem}", path.display()))
    }
}

/// A program, to be run in the workspace.
pub(crate) fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root());
    temporary::give(&mut command);
    command
}

/// Runs a program in the workspace; its output is shown as it comes.
pub(crate) fn run(name: &str, words: &[&str]) -> Result<(), Failure> {
    finish(program(name).args(words))
}

/// Runs a script of an npm package.
pub(crate) fn npm(folder: &str, words: &[&str]) -> Result<(), Failure> {
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    finish(program(npm).current_dir(root().join(folder)).args(words))
}

/// Runs a command to its end; anything but success is a failure that names it.
pub(crate) fn finish(command: &mut Command) -> Result<(), Failure> {
    let said = said(command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure(format!("`{said}` ended with {status}"))),
        Err(problem) => Err(Failure(format!("`{said}` could not be started: {problem}"))),
    }
}

/// Runs a command and answers what it wrote; its errors are shown as they come.
pub(crate) fn read(command: &mut Command) -> Result<String, Failure> {
    let said = said(command);
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|problem| Failure(format!("`{said}` could not be started: {problem}")))?;
    if !output.status.success() {
        return Err(Failure(format!("`{said}` ended with {}", output.status)));
    }
    String::from_utf8(output.stdout).map_err(|_| Failure(format!("`{said}` wrote something that is no text")))
}

/// Whether a program is there and answers.
pub(crate) fn answers(name: &str, words: &[&str]) -> bool {
    let quiet = program(name).args(words).stdout(Stdio::null()).stderr(Stdio::null()).status();
    quiet.is_ok_and(|status| status.success())
}

/// Does a step and prints one line with its time.
pub(crate) fn step<T>(name: &str, work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    println!("--- {name}");
    let begun = Instant::now();
    let outcome = work();
    let result = if outcome.is_ok() { "done" } else { "FAILED" };
    println!("--- {name}: {result} in {}", seconds(begun.elapsed()));
    outcome
}

/// A length of time, to be read.
pub(crate) fn seconds(time: Duration) -> String {
    let all = time.as_secs();
    if all < 60 {
        format!("{:.1} s", time.as_secs_f32())
    } else {
        format!("{} min {:02} s", all / 60, all % 60)
    }
}

fn said(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_that_fails_is_named() {
        let failure = run("cargo", &["no-such-task-of-ours"]).unwrap_err();
        assert!(failure.0.starts_with("`cargo no-such-task-of-ours` ended with"), "{failure}");
        assert!(run("no-such-program-of-ours", &[]).unwrap_err().0.contains("could not be started"));
    }

    #[test]
    fn times_are_readable() {
        assert_eq!(seconds(Duration::from_millis(1_250)), "1.2 s");
        assert_eq!(seconds(Duration::from_secs(125)), "2 min 05 s");
    }
}
