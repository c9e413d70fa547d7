//! Running `az`: with limits, without a console, and as one group with whatever it starts, which ends with it.

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::io;
use std::process::{ExitStatus, Output, Stdio};
use std::time::Duration;

use async_trait::async_trait;
use azure_identity::Executor;
use process_wrap::tokio::{ChildWrapper, CommandWrap, KillOnDrop};
use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::process::Command;

/// The most that is read of each of its outputs, in bytes. A token of hundreds of groups is some kilobytes.
const LARGEST_OUTPUT: u64 = 1024 * 1024;
/// How long its outputs are still read once it has ended: what it wrote lies there already, and whatever it started
/// may hold them open for ever.
const AFTER_ITS_END: Duration = Duration::from_millis(500);

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
        let command = CommandWrap::with_new(program, |command: &mut Command| {
            command
                .args(args)
                .envs(self.environment.iter().map(|(name, value)| (name, value)))
                // Nobody could answer what it asks.
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .stderr(Stdio::piped());
        });
        let group = Group::start(command)?;
        let late = |_| io::Error::new(io::ErrorKind::TimedOut, "the Azure CLI did not answer");
        tokio::time::timeout(self.timeout, group.output()).await.map_err(late)?
    }
}

/// The program with everything that it starts. To drop it is to end them all: whoever cancels, or no longer waits,
/// does just that.
struct Group(Box<dyn ChildWrapper>);

impl Group {
    fn start(mut command: CommandWrap) -> io::Result<Self> {
        command.wrap(KillOnDrop);
        #[cfg(unix)]
        command.wrap(process_wrap::tokio::ProcessGroup::leader());
        #[cfg(windows)]
        {
            use windows::Win32::System::Threading::CREATE_NO_WINDOW;
            // A black window would flash up otherwise (Windows: "Process Creation Flags").
            command.wrap(process_wrap::tokio::CreationFlags(CREATE_NO_WINDOW));
            command.wrap(process_wrap::tokio::JobObject);
        }
        command.spawn().map(Self)
    }

    /// Waits until it ends, and for what it wrote until then.
    async fn output(mut self) -> io::Result<Output> {
        let outputs = (self.0.stdout().take(), self.0.stderr().take());
        let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
        let status = {
            let reading =
                async { tokio::try_join!(read(outputs.0, &mut stdout), read(outputs.1, &mut stderr)) };
            tokio::pin!(reading);
            tokio::select! {
                read = &mut reading => {
                    read?;
                    self.leader_ends().await?
                }
                ended = self.leader_ends() => {
                    let status = ended?;
                    if let Ok(read) = tokio::time::timeout(AFTER_ITS_END, &mut reading).await {
                        read?;
                    }
                    status
                }
            }
        };
        Ok(Output { status, stdout, stderr })
    }

    /// Waits for the program alone; of the others nobody waits.
    async fn leader_ends(&mut self) -> io::Result<ExitStatus> {
        self.0.inner_mut().wait().await
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        // A group that has ended already cannot be ended again, which is as well.
        _ = self.0.start_kill();
    }
}

async fn read(output: Option<impl AsyncRead + Unpin>, into: &mut Vec<u8>) -> io::Result<()> {
    let Some(output) = output else { return Ok(()) };
    let read = output.take(LARGEST_OUTPUT + 1).read_to_end(into).await?;
    if u64::try_from(read).is_ok_and(|read| read <= LARGEST_OUTPUT) {
        return Ok(());
    }
    Err(io::Error::new(io::ErrorKind::InvalidData, "the Azure CLI wrote more than a megabyte"))
}
