//! The practice tenant as a server of its own, over TLS: what stands in for Microsoft while the app knows only hosts.

use crate::Trouble;
use crate::harness::SET_UP;
use crate::process::Group;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// The application (client) id that `practice serve` knows when nothing else is said (`practice serve --help`).
const CLIENT: &str = "5d1f6f0a-7c1e-4a52-9c36-0b1a7d3e2c41";

/// A server, its own certificate authority, and the organisation file that leads to it.
#[derive(Debug)]
pub struct TenantServer {
    folder: PathBuf,
    host: String,
    _group: Group,
}

impl TenantServer {
    /// Starts it, with these further words on its command line.
    pub fn start(folder: &Path, words: &[&str]) -> Result<Self, Trouble> {
        std::fs::create_dir_all(folder).map_err(|problem| Trouble::file(folder, &problem))?;
        let certificate = folder.join("certificate");
        let made = Command::new(program()).args(["certificate", "--out"]).arg(&certificate).output();
        let made = made.map_err(|source| Trouble::NotStarted { program: "practice".to_owned(), source })?;
        if !made.status.success() {
            return Err(Trouble::Otherwise(String::from_utf8_lossy(&made.stderr).into_owned()));
        }
        let log = folder.join("practice.log");
        let mut group = Group::start(
            Command::new(program())
                .args(["serve", "--listen", "127.0.0.1:0"])
                .arg("--tls-cert")
                .arg(certificate.join("certificate.pem"))
                .arg("--tls-key")
                .arg(certificate.join("key.pem"))
                .args(words),
            &log,
        )?;
        let begun = Instant::now();
        let port = loop {
            let said = std::fs::read_to_string(&log).unwrap_or_default();
            let line = said.lines().find_map(|line| line.strip_prefix("listening on https://"));
            if let Some(port) = line.and_then(|at| at.rsplit(':').next()) {
                break port.trim_end_matches('/').to_owned();
            }
            if begun.elapsed() > SET_UP || group.has_ended() {
                let what = "practice server".to_owned();
                return Err(Trouble::NotInTime { what, waited: begun.elapsed(), seen: said });
            }
            std::thread::sleep(Duration::from_millis(30));
        };
        let host = format!("https://localhost:{port}");
        let server = Self { folder: folder.to_owned(), host, _group: group };
        let file = server.organisation();
        std::fs::write(&file, organisation(&server.host).to_string())
            .map_err(|problem| Trouble::file(&file, &problem))?;
        Ok(server)
    }

    /// The organisation file that leads here.
    #[must_use]
    pub fn organisation(&self) -> PathBuf {
        self.folder.join("contoso.json")
    }

    /// The authority that vouches for this server; a system that trusts it names it in `SSL_CERT_FILE`.
    #[must_use]
    pub fn authority(&self) -> PathBuf {
        self.folder.join("certificate").join("authority.pem")
    }

    /// Somebody with another app changes this user meanwhile. The server must have been started with `--open`.
    pub fn change_user(&self, persona: &str, user: &str, change: &Value) -> Result<(), Trouble> {
        let body = Some(change.to_string());
        self.ask(reqwest::Method::PATCH, persona, &format!("/users/{user}"), body).map(drop)
    }

    /// What stands at this path, as somebody with another app reads it. The server must have been started with `--open`.
    pub fn read(&self, persona: &str, path: &str) -> Result<Value, Trouble> {
        let text = self.ask(reqwest::Method::GET, persona, path, None)?;
        serde_json::from_str(&text)
            .map_err(|_| Trouble::NoAnswer { what: format!("GET {path}"), words: text })
    }

    fn ask(
        &self,
        method: reqwest::Method,
        persona: &str,
        path: &str,
        body: Option<String>,
    ) -> Result<String, Trouble> {
        let what = format!("{method} {path}");
        let no_answer = |words: String| Trouble::NoAnswer { what: what.clone(), words };
        let pem =
            std::fs::read(self.authority()).map_err(|problem| Trouble::file(&self.authority(), &problem))?;
        let send = async {
            let client = reqwest::Client::builder()
                .add_root_certificate(reqwest::Certificate::from_pem(&pem)?)
                // The server is on this machine: a proxy from the environment has no business between.
                .no_proxy()
                .timeout(SET_UP)
                .build()?;
            let request = client.request(method, format!("{}/v1.0{path}", self.host));
            let request = request.bearer_auth(format!("practice.{persona}"));
            let request = request.header("content-type", "application/json").body(body.unwrap_or_default());
            request.send().await?.error_for_status()?.text().await
        };
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|problem| no_answer(problem.to_string()))?;
        runtime.block_on(send).map_err(|problem| no_answer(problem.to_string()))
    }
}

fn organisation(host: &str) -> Value {
    json!({
        "version": 1,
        "name": "Contoso",
        "tenant": "contoso.onmicrosoft.com",
        "clientId": CLIENT,
        "cloud": { "login": host, "graph": host },
        "help": "servicedesk@contoso.com",
    })
}

/// The program: `PRACTICE`, or else what the last build of this workspace made.
fn program() -> PathBuf {
    std::env::var_os("PRACTICE").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/debug/practice"),
        PathBuf::from,
    )
}
