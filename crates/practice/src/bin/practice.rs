//! `practice serve`: the practice tenant as a server on this machine.

use std::io::Write as _;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use practice::{Behaviour, Door, FaultFile, Organisation, Tenant};

/// The practice tenant: an imitation of the used part of Entra ID and Microsoft Graph.
#[derive(Parser)]
#[command(name = "practice", version)]
struct Program {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Serve a tenant over plain HTTP on this machine.
    ///
    /// Prints one line, `listening on URL`, when it is ready. GET /practice/health answers 200.
    Serve(Serve),
}

#[derive(Args)]
struct Serve {
    /// Where to listen. Loopback addresses only; port 0 takes a free one.
    #[arg(long, value_name = "ADDRESS:PORT")]
    listen: SocketAddr,
    /// A tenant file instead of the built-in organisation.
    #[arg(long, value_name = "FILE")]
    tenant: Option<PathBuf>,
    /// Add this many healthy synthetic guests.
    #[arg(long, value_name = "N", default_value_t = 0)]
    guests: u32,
    /// A plan of faults.
    #[arg(long, value_name = "FILE")]
    faults: Option<PathBuf>,
    /// Accept `Authorization: Bearer practice.<persona>`.
    ///
    /// Without this option no token is accepted yet: the sign-in endpoints are not built. The health check
    /// answers all the same.
    #[arg(long)]
    open: bool,
    /// Keep the state in this file, and go on from it.
    #[arg(long, value_name = "FILE")]
    state: Option<PathBuf>,
}

#[tokio::main]
async fn main() -> ExitCode {
    let What::Serve(wishes) = Program::parse().what;
    match run(wishes).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "practice: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(wishes: Serve) -> Result<(), Box<dyn std::error::Error>> {
    if !wishes.listen.ip().is_loopback() {
        // Anybody who reaches this port can act as any persona.
        return Err(format!(
            "{} is not a loopback address; this server is for this machine only",
            wishes.listen
        )
        .into());
    }
    let file = match &wishes.tenant {
        Some(path) => {
            Organisation::read(&text(path)?).map_err(|error| format!("{}: {error}", path.display()))?
        }
        None => Tenant::built_in()?,
    };
    let file = if wishes.guests > 0 { file.with_guests(wishes.guests) } else { file };
    let tenant = match &wishes.state {
        Some(path) => Tenant::open(path, file, Behaviour::default())?,
        None => Tenant::start(file, Behaviour::default()),
    };
    if let Some(path) = &wishes.faults {
        tenant.set_faults(
            FaultFile::read(&text(path)?).map_err(|error| format!("{}: {error}", path.display()))?,
        );
    }
    let listener = tokio::net::TcpListener::bind(wishes.listen).await?;
    let mut out = std::io::stdout();
    writeln!(out, "listening on http://{}", listener.local_addr()?)?;
    out.flush()?;
    let door = if wishes.open { Door::Open } else { Door::Closed };
    practice::serve(listener, tenant, door).await?;
    Ok(())
}

fn text(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}
