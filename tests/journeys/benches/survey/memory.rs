//! How much memory the app takes while it reads every guest of a million. The organisation is in another process, behind
//! TLS and a sign-in: what it holds itself is not counted.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use journeys::RealHarness;
use practice::{Behaviour, Tenant};
use practice_server::{Access, Certificate, SignIn, SignInPlan};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::processor::time;
use crate::{FEW, Held, checked, organisation, runtime};

/// The word that makes of this program the other process.
pub(crate) const SERVE: &str = "serve-the-organisation";

/// How far the memory may rise above what it is after signing in, in megabytes.
const AT_MOST: u64 = 60;

/// How often it is looked at.
const LOOK: Duration = Duration::from_millis(10);

pub(crate) fn measure() -> Held {
    let server = Server::start();
    let runtime = runtime();
    let (_harness, app) = runtime.block_on(async {
        let harness = RealHarness::served_elsewhere(&server.address, &server.authority);
        let app = harness.start();
        app.ask("sign_in_browser", json!({})).await;
        (harness, app)
    });
    let Some(start) = resident() else {
        println!("memory: this system does not tell");
        return Held(true);
    };
    let watch = Watch::begin();
    let ((survey, _), took) =
        time(|| runtime.block_on(checked(|name, what| app.ask(name, what), "thorough")));
    let most = watch.end();
    let risen = most.saturating_sub(start);
    println!(
        "memory while {} guests are read over TLS ({:.2?}): {} MB after signing in, {} MB at most: {} MB more (at most \
         {AT_MOST})",
        survey["read"],
        took.wall,
        megabytes(start),
        megabytes(most),
        megabytes(risen)
    );
    Held(risen <= AT_MOST * 1024)
}

const fn megabytes(kilobytes: u64) -> u64 {
    kilobytes.div_ceil(1024)
}

/// The organisation in a process of its own; it ends with this.
struct Server {
    process: Child,
    address: String,
    authority: String,
}

impl Server {
    fn start() -> Self {
        let mut command = Command::new(std::env::current_exe().unwrap());
        let mut process = command.arg(SERVE).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let told: Value = serde_json::from_str(&line).unwrap();
        let text = |name: &str| told[name].as_str().unwrap().to_owned();
        Self { process, address: text("address"), authority: text("authority") }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Serves the organisation until it is killed. Its first line says where, and whom to trust.
pub(crate) fn serve() {
    runtime().block_on(async {
        let tenant = Tenant::start(organisation(FEW), Behaviour::default());
        let made = Certificate::for_this_machine().unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("https://localhost:{}", listener.local_addr().unwrap().port());
        let access = Access::SignIn(SignIn::new(tenant.clone(), SignInPlan::default()).unwrap());
        println!("{}", json!({ "address": address, "authority": made.authority }));
        let (certificate, key) = (made.certificate.as_bytes(), made.key.as_bytes());
        practice_server::serve_tls(listener, tenant, access, certificate, key).await.unwrap();
    });
}

/// Looks at this process's memory again and again.
struct Watch {
    ended: Arc<AtomicBool>,
    most: Arc<AtomicU64>,
    thread: std::thread::JoinHandle<()>,
}

impl Watch {
    fn begin() -> Self {
        let (ended, most) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
        let (until, seen) = (Arc::clone(&ended), Arc::clone(&most));
        let thread = std::thread::spawn(move || {
            while !until.load(Ordering::Acquire) {
                seen.fetch_max(resident().unwrap_or_default(), Ordering::AcqRel);
                std::thread::sleep(LOOK);
            }
        });
        Self { ended, most, thread }
    }

    fn end(self) -> u64 {
        self.ended.store(true, Ordering::Release);
        self.thread.join().unwrap();
        self.most.load(Ordering::Acquire)
    }
}

/// What of this process is in memory, in kilobytes (proc(5): status, `VmRSS`).
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.split_whitespace().next()?.parse().ok()
}
