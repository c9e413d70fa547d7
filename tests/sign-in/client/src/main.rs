//! Signs in as the app does, with `entra`'s public API, and tells in lines of JSON what happens: for tests against
//! sign-in servers that nobody here wrote. It trusts what the app trusts: the system's authorities, to which an
//! administrator may have added one (`SSL_CERT_FILE`). A token is never printed.
//!
//! ```text
//! $ sign-in-client --organisation contoso.json browser
//! {"open":"https://..."}
//! {"signedIn":{"scopes":["User.Read.All"],"user":"anna@contoso.example",...}}
//! ```
//!
//! Lines on its standard input are commands: `resume` goes on with the sign-in as after a restart, `cancel` ends what is
//! under way. It ends when its input does.

#![allow(clippy::print_stdout, reason = "its lines are what it is for")]

mod events;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use entra::{
    ClosingPages, ConfigSource, Organisation, Session, SignIn, SignInError, SignInErrorKind, SignInRequest,
};
use internet::Internet;
use serde_json::json;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;
use url::Url;

use crate::events::{emit, problem, signed_in};

/// Sign in and tell what happens
#[derive(Debug, Parser)]
struct Arguments {
    /// The organisation to sign in to
    #[arg(long, value_name = "FILE")]
    organisation: PathBuf,
    /// The language of the page the browser ends on
    #[arg(long, default_value = "en")]
    lang: words::Language,
    /// A permission to ask for; may be given several times
    #[arg(long = "scope", value_name = "NAME", default_values = ["User.Read.All", "GroupMember.Read.All"])]
    scopes: Vec<String>,
    /// With what
    way: Way,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Way {
    /// The browser whose address is told
    Browser,
    /// A code that is typed elsewhere
    Code,
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let cancel = CancellationToken::new();
    let commands = commands(cancel.clone());
    match run(&arguments, &cancel, commands).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            emit(&json!({ "failed": why }));
            ExitCode::FAILURE
        }
    }
}

/// The lines of the standard input. `cancel` and the end of the input end what is under way at once; the others
/// wait until it is done.
fn commands(cancel: CancellationToken) -> mpsc::Receiver<String> {
    let (send, receive) = mpsc::channel(8);
    // A thread of its own: reading the standard input cannot be broken off.
    std::thread::spawn(move || {
        for line in std::io::stdin().lines().map_while(Result::ok) {
            if line == "cancel" {
                cancel.cancel();
            } else if send.blocking_send(line).is_err() {
                return;
            }
        }
        cancel.cancel();
    });
    receive
}

async fn run(
    arguments: &Arguments,
    cancel: &CancellationToken,
    mut commands: mpsc::Receiver<String>,
) -> Result<(), String> {
    let text = std::fs::read_to_string(&arguments.organisation).map_err(|error| error.to_string())?;
    let organisation = Organisation::parse(&text, ConfigSource::Launch).map_err(|error| error.to_string())?;
    let internet = Internet::new().map_err(|error| error.to_string())?;
    let entering = async {
        let sign_in = SignIn::discover(internet, &organisation, cancel).await?;
        let session = begin(arguments, &sign_in, cancel).await?;
        Ok::<_, SignInError>((sign_in, session))
    };
    let (sign_in, mut session) = match entering.await {
        Ok(entered) => entered,
        Err(trouble) => {
            emit(&problem(&trouble));
            return Ok(());
        }
    };
    emit(&signed_in("signedIn", &session));
    while let Some(command) = commands.recv().await {
        if command != "resume" {
            return Err(format!("no such command: {command}"));
        }
        match resumed(&sign_in, &session, cancel).await {
            Ok(newer) => {
                session = newer;
                emit(&signed_in("resumed", &session));
            }
            Err(trouble) => emit(&problem(&trouble)),
        }
    }
    Ok(())
}

async fn begin(
    arguments: &Arguments,
    sign_in: &SignIn,
    cancel: &CancellationToken,
) -> Result<Session, SignInError> {
    let open = |address: &Url| {
        emit(&json!({ "open": address.as_str() }));
        Ok(())
    };
    let scopes = &arguments.scopes;
    match arguments.way {
        Way::Browser => {
            let request = SignInRequest { scopes, claims: None, login_hint: None, expect_user: None };
            sign_in.with_browser(request, pages(arguments.lang), &open, cancel).await
        }
        Way::Code => {
            let code = sign_in.request_device_code(scopes, cancel).await?;
            emit(&json!({ "type": { "code": code.user_code, "page": code.page.as_str() } }));
            sign_in.with_device_code(&code, cancel).await
        }
    }
}

/// What a restart of the app does: nothing is left of the session but what the vault keeps.
async fn resumed(
    sign_in: &SignIn,
    session: &Session,
    cancel: &CancellationToken,
) -> Result<Session, SignInError> {
    let none = || SignInError::from(SignInErrorKind::NotUnderstood("no refresh token came".to_owned()));
    sign_in.resume(session.to_stored().ok_or_else(none)?, cancel).await
}

/// The app's own words.
fn pages(language: words::Language) -> ClosingPages {
    let words = words::closing_pages(language);
    ClosingPages {
        language_tag: words.language_tag,
        done_title: words.done_title,
        done_text: words.done_text,
        failed_title: words.failed_title,
        failed_text: words.failed_text,
    }
}
