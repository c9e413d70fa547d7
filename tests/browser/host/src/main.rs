//! The development host: the page in an ordinary browser, on the real app and its practice organisation.
//!
//! It serves the page built for browsers under the shell's own policy, and its commands over HTTP on the loopback
//! interface. It is for tests and for working on the page; nothing of it is in the app that ships.
//!
//! ```text
//! browser-host --practice=reader
//! listening on http://127.0.0.1:40123
//! ```

#![allow(clippy::print_stdout, reason = "saying where it listens is how it is used")]

mod guard;
mod page;
mod serve;

use bridge::Language;
use clap::Parser;
use practice::{Behaviour, FaultFile, Tenant};
use practice_server::Access;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use tokio::net::TcpListener;

/// Serve the page and its commands to a browser on this machine.
#[derive(Debug, Parser)]
#[command(name = "browser-host")]
struct Arguments {
    /// Keep everything the app keeps in this folder
    #[arg(long, value_name = "DIR")]
    data_dir: PathBuf,
    /// Start in the practice organisation, signed in as PERSONA (user-admin when none is named)
    #[arg(long, value_name = "PERSONA", num_args = 0..=1, require_equals = true)]
    #[allow(clippy::option_option, reason = "absent, present, and present with a value are three things")]
    practice: Option<Option<String>>,
    /// The practice organisation of this file instead of the built-in one
    #[arg(long, value_name = "FILE")]
    tenant: Option<PathBuf>,
    /// Sign in to the organisation of this file
    #[arg(long, value_name = "FILE")]
    organisation: Option<PathBuf>,
    /// Follow this file as the machine's managed settings
    #[arg(long, value_name = "FILE")]
    managed: Option<PathBuf>,
    /// The language of the page
    #[arg(long)]
    lang: Option<Language>,
    /// Let the practice organisation misbehave as this fault file says
    #[arg(long, value_name = "FILE")]
    faults: Option<PathBuf>,
    /// No page can be opened to sign in: this computer has no browser
    #[arg(long)]
    no_browser: bool,
    /// Serve the same practice organisation to other clients as well, at an address of its own
    #[arg(long)]
    tenant_endpoint: bool,
    /// The page, as `npm run build:browser` made it
    #[arg(long, value_name = "DIR", default_value_os_t = page::built())]
    page: PathBuf,
}

/// Says which page would be opened, and opens none.
#[derive(Default)]
struct PrintingOpener {
    no_browser: bool,
}

impl bridge::Opener for PrintingOpener {
    fn open(&self, url: &str) -> Result<(), String> {
        println!("opened {url}");
        Ok(())
    }

    fn open_sign_in(&self, url: &str) -> Result<(), String> {
        if self.no_browser {
            return Err("there is no browser".to_owned());
        }
        println!("sign in at {url}");
        Ok(())
    }

    fn open_mail(&self, url: &str) -> Result<(), String> {
        println!("mail {url}");
        Ok(())
    }

    fn open_folder(&self, folder: &Path) -> Result<(), String> {
        println!("folder {}", folder.display());
        Ok(())
    }
}

/// Says how large the page would be drawn; the browser does that by itself.
struct PrintingWindow;

impl bridge::Window for PrintingWindow {
    fn come(&self) {}

    fn zoom(&self, percent: u16) {
        println!("zoom {percent}");
    }

    fn speaks(&self, _menu: bridge::MenuWords) {}

    fn webview(&self) -> Option<String> {
        None
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            println!("could not serve: {problem}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), Box<dyn std::error::Error>> {
    let organisation = match &arguments.tenant {
        Some(file) => practice::Organisation::read(&std::fs::read_to_string(file)?)?,
        None => Tenant::built_in()?,
    };
    let tenant = Tenant::start(organisation, Behaviour::default());
    if let Some(faults) = &arguments.faults {
        tenant.set_faults(FaultFile::read(&std::fs::read_to_string(faults)?)?);
    }
    // A keyring of its own, which is forgotten with this program: never the one of whoever runs the tests.
    let keyring: Arc<entra::KeyringStore> = keyring_core::mock::Store::new()?;
    let (clock, ids) = (Arc::new(clock::SystemClock), Arc::new(procedure::RandomIds));
    let internet = internet::Internet::new()?;
    let parts = bridge::Parts {
        tenant: tenant.clone(),
        clock,
        ids,
        internet,
        keyring: Some(keyring),
        azure_cli: None,
    };
    let app = compose(&arguments, parts)?;
    if arguments.tenant_endpoint {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        println!("tenant at http://{}", listener.local_addr()?);
        tokio::spawn(practice_server::serve(listener, tenant, Access::Open));
    }
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let host = serve::Host::new(app, &arguments.page, address)?;
    println!("listening on http://{address}");
    axum::serve(listener, serve::router(host)).await?;
    Ok(())
}

/// The app as it ships, on a practice organisation that others can reach and that lasts as long as this program.
fn compose(arguments: &Arguments, parts: bridge::Parts) -> Result<bridge::App, bridge::StartUpFailure> {
    let opener = PrintingOpener { no_browser: arguments.no_browser };
    // Never the settings of the machine the tests run on.
    let mut own = bridge::Options::in_folder(&arguments.data_dir, Arc::new(opener));
    let options = bridge::Options {
        practice: arguments.practice.clone(),
        organisation: arguments.organisation.clone(),
        managed: arguments.managed.clone().or(own.managed.take()),
        language: arguments.lang,
        window: Box::new(PrintingWindow),
        ..own
    };
    bridge::App::compose_with(options, |_| Ok(parts))
}
