//! `practice serve`: the practice tenant as a server on this machine.

use std::io::Write as _;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use practice::{Behaviour, FaultFile, Guests, Organisation, Tenant};
use practice_server::{Access, Certificate, SignIn, SignInPlan};

/// The practice tenant: an imitation of the used part of Entra ID and Microsoft Graph.
#[derive(Parser)]
#[command(name = "practice", version)]
struct Program {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve a tenant on this machine: over plain HTTP, or over TLS with sign-in.
    ///
    /// Prints one line, `listening on URL`, when it is ready. GET /practice/health answers 200.
    Serve(ServeOptions),
    /// Make a certificate for localhost, and an authority that signed it.
    ///
    /// Writes authority.pem (what clients are told to trust), certificate.pem and key.pem.
    Certificate {
        /// The folder to write to; it is made if it is not there.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
}

#[derive(Args)]
struct ServeOptions {
    /// Where to listen. Loopback addresses only; port 0 takes a free one.
    #[arg(long, value_name = "ADDRESS:PORT")]
    listen: SocketAddr,
    /// A tenant file instead of the built-in organisation.
    #[arg(long, value_name = "FILE")]
    tenant: Option<PathBuf>,
    /// Add this many synthetic guests; nothing is wrong with them.
    #[arg(long, value_name = "N", default_value_t = 0)]
    guests: u32,
    /// Make this many of them faulty, in each of eleven ways.
    #[arg(long, value_name = "N", default_value_t = 0, requires = "guests")]
    faulty_guests: u32,
    /// Which of them are faulty, and how: the same number makes the same guests.
    #[arg(long, value_name = "NUMBER", default_value_t = 0, requires = "faulty_guests")]
    seed: u64,
    /// A plan of faults.
    #[arg(long, value_name = "FILE")]
    faults: Option<PathBuf>,
    /// Accept `Authorization: Bearer practice.<persona>`.
    ///
    /// Without this option and without TLS no token is accepted; the health check answers all the same.
    #[arg(long)]
    open: bool,
    /// Keep the state in this file, and go on from it.
    #[arg(long, value_name = "FILE")]
    state: Option<PathBuf>,
    /// Serve over TLS, with this certificate (PEM), and offer sign-in.
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    tls_cert: Option<PathBuf>,
    /// The certificate's private key (PEM).
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    tls_key: Option<PathBuf>,
    /// A plan of sign-in: apps, consent, refusals on demand.
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    sign_in: Option<PathBuf>,
}

type Outcome = Result<(), Box<dyn std::error::Error>>;

#[tokio::main]
async fn main() -> ExitCode {
    let outcome = match Program::parse().command {
        Command::Serve(options) => serve(options).await,
        Command::Certificate { out } => certificate(&out),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "practice: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(options: ServeOptions) -> Outcome {
    if !options.listen.ip().is_loopback() {
        // Anybody who reaches this port can act as anybody in the tenant.
        return Err(format!(
            "{} is not a loopback address; this server is for this machine only",
            options.listen
        )
        .into());
    }
    let tenant = tenant(&options)?;
    let (Some(certificate), Some(key)) = (&options.tls_cert, &options.tls_key) else {
        let listener = listen(options.listen, "http").await?;
        let access = if options.open { Access::Open } else { Access::Closed };
        practice_server::serve(listener, tenant, access).await?;
        return Ok(());
    };
    let (certificate, key) = (text(certificate)?, text(key)?);
    let plan = match &options.sign_in {
        Some(path) => {
            SignInPlan::read(&text(path)?).map_err(|error| format!("{}: {error}", path.display()))?
        }
        None => SignInPlan::default(),
    };
    let sign_in = SignIn::new(tenant.clone(), plan)?;
    let sign_in = if options.open { sign_in.with_personas() } else { sign_in };
    let listener = listen(options.listen, "https").await?;
    let access = Access::SignIn(sign_in);
    practice_server::serve_tls(listener, tenant, access, certificate.as_bytes(), key.as_bytes()).await?;
    Ok(())
}

fn tenant(options: &ServeOptions) -> Result<Tenant, Box<dyn std::error::Error>> {
    let file = match &options.tenant {
        Some(path) => {
            Organisation::read(&text(path)?).map_err(|error| format!("{}: {error}", path.display()))?
        }
        None => Tenant::built_in()?,
    };
    let guests = Guests { count: options.guests, faulty: options.faulty_guests, seed: options.seed };
    if guests.faulty > guests.count {
        return Err(format!("{} of {} guests cannot be faulty", guests.faulty, guests.count).into());
    }
    let file = if guests.count > 0 { file.with_some_faulty(guests) } else { file };
    let tenant = match &options.state {
        Some(path) => Tenant::open(path, file, Behaviour::default())?,
        None => Tenant::start(file, Behaviour::default()),
    };
    if let Some(path) = &options.faults {
        tenant.set_faults(
            FaultFile::read(&text(path)?).map_err(|error| format!("{}: {error}", path.display()))?,
        );
    }
    Ok(tenant)
}

async fn listen(address: SocketAddr, scheme: &str) -> std::io::Result<tokio::net::TcpListener> {
    let listener = tokio::net::TcpListener::bind(address).await?;
    let mut out = std::io::stdout();
    writeln!(out, "listening on {scheme}://{}", listener.local_addr()?)?;
    out.flush()?;
    Ok(listener)
}

fn certificate(folder: &Path) -> Outcome {
    let made = Certificate::for_this_machine()?;
    std::fs::create_dir_all(folder)?;
    for (name, pem) in
        [("authority.pem", &made.authority), ("certificate.pem", &made.certificate), ("key.pem", &made.key)]
    {
        let path = folder.join(name);
        std::fs::write(&path, pem).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

fn text(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}
