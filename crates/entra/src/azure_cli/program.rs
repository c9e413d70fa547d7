//! Running `az`: with a limit, without a console, and never past our own end.

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::io;
use std::process::{Output, Stdio};
use std::time::Duration;

use async_trait::async_trait;
use azure_identity::Executor;
use tokio::process::Command;

/// Runs the shell that `AzureCliCredential` finds `az` with.
pub(super) struct Program {
    environment: Vec<(OsString, OsString)>,
    timeout: Duration,
}

impl Program {
    pub(super) fn new(environment: Vec<(OsString, OsString)>, timeout: Duration) -> Self {
        Self { environment, timeout }
    }
}

/// The environment may hold what is nobody's business.
impl fmt::Debug for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Program").finish_non_exhaustive()
    }
}

#[async_trait]
impl Executor for Program {
    async fn run(&self, program: &OsStr, args: &[&OsStr]) -> io::Result<Output> {
        let mut command = Command::new(program);
        command
            .args(args)
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            // Nobody could answer what it asks.
            .stdin(Stdio::null())
            // Whoever cancels drops this: the shell ends with it. `az`, which the shell started, ends by itself.
            .kill_on_drop(true);
        #[cfg(windows)]
        {
            /// A black window would flash up otherwise (Windows: "Process Creation Flags").
            const CREATE_NO_WINDOW: u32 = 0x0800_0000;
            command.creation_flags(CREATE_NO_WINDOW);
        }
        let late = |_| io::Error::new(io::ErrorKind::TimedOut, "the Azure CLI did not answer");
        tokio::time::timeout(self.timeout, command.output()).await.map_err(late)?
    }
}
