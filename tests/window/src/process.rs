//! Programs started for a stage, each in its own group, so that ending one ends what it started and nothing else.

use crate::Trouble;
use std::fs::File;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A running program and everything it starts. Dropping it ends them all.
#[derive(Debug)]
pub(crate) struct Group {
    leader: Child,
}

impl Group {
    /// Starts a program with its output in a file: a pipe held open by an orphan would hang its reader.
    pub(crate) fn start(command: &mut Command, log: &Path) -> Result<Self, Trouble> {
        let program = command.get_program().to_string_lossy().into_owned();
        let output = File::create(log).map_err(|problem| Trouble::file(log, &problem))?;
        let errors = output.try_clone().map_err(|problem| Trouble::file(log, &problem))?;
        let leader = command
            .stdin(Stdio::null())
            .stdout(output)
            .stderr(errors)
            .process_group(0)
            .spawn()
            .map_err(|source| Trouble::NotStarted { program, source })?;
        Ok(Self { leader })
    }

    /// Whether the leader has ended by itself.
    pub(crate) fn has_ended(&mut self) -> bool {
        matches!(self.leader.try_wait(), Ok(Some(_)))
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        // A negative id names the whole group. The shell's own `kill` spares us an unsafe call.
        let group = format!("-{}", self.leader.id());
        for signal in ["-TERM", "-KILL"] {
            let _ = Command::new("kill").args([signal, "--", &group]).stderr(Stdio::null()).status();
            for _ in 0..20 {
                if self.has_ended() {
                    break;
                }
                std::thread::sleep(std::time::Duration::from_millis(25));
            }
        }
        let _ = self.leader.wait();
    }
}
