//! A virtual display and a driver, for one window at a time.

use crate::dialog::Display;
use crate::driver::Driver;
use crate::process::Group;
use crate::screen_reader::{LAUNCHER, SESSION_BUS};
use crate::{ScreenReader, Trouble, Window};
use reqwest::Method;
use serde_json::{Value, json};
use std::ffi::OsString;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

/// How long a display or a driver may take to be there. Generous: two cores may be busy compiling.
pub(crate) const SET_UP: Duration = Duration::from_secs(30);

/// The file in which the address of the session's bus stands.
const BUS: &str = "session-bus";

/// The program to drive: `GUEST_MAIL_DOCTOR`, or else what the last build of this workspace made.
#[must_use]
pub fn program() -> PathBuf {
    std::env::var_os("GUEST_MAIL_DOCTOR").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/debug/guest-mail-doctor"),
        PathBuf::from,
    )
}

/// How the program is started.
#[derive(Debug, Clone)]
pub struct Launch {
    data: PathBuf,
    arguments: Vec<OsString>,
}

impl Launch {
    /// With everything it keeps in this folder.
    #[must_use]
    pub fn new(data: &Path) -> Self {
        Self { data: data.to_owned(), arguments: vec!["--data-dir".into(), data.into()] }
    }

    /// With one more word on its command line.
    #[must_use]
    pub fn with(mut self, word: &str) -> Self {
        self.arguments.push(word.into());
        self
    }
}

/// A virtual display with a driver on it. Dropping it ends both, and the window with them.
#[derive(Debug)]
pub struct Harness {
    logs: PathBuf,
    driver: Driver,
    // In this order: the driver (and the window it started) ends before its display does.
    driver_group: Group,
    display: u32,
    _display: Group,
}

impl Harness {
    /// Sets a stage; the logs of its programs go to `logs`.
    pub fn set(logs: &Path) -> Result<Self, Trouble> {
        Self::set_with(logs, &[])
    }

    /// Sets a stage whose programs see these environment variables too, e.g. a theme.
    pub fn set_with(logs: &Path, environment: &[(&str, &str)]) -> Result<Self, Trouble> {
        Self::set_on(Command::new("WebKitWebDriver"), logs, environment)
    }

    /// Sets a stage that has a keyring, unlocked, as on a desktop; it is kept in `logs`.
    pub fn with_keyring(logs: &Path, environment: &[(&str, &str)]) -> Result<Self, Trouble> {
        const SCRIPT: &str = "printf %s of-the-harness | gnome-keyring-daemon --unlock --components=secrets >&2; \
                              exec WebKitWebDriver \"$@\"";
        let mut session = Command::new("dbus-run-session");
        session.args(["--", "bash", "-c", SCRIPT, "driver"]).env("XDG_DATA_HOME", logs.join("keyrings"));
        Self::set_on(session, logs, environment)
    }

    /// Sets a stage on which somebody listens: a session bus of its own with the bus of accessibility on it, kept in
    /// `logs`.
    pub fn with_screen_reader(logs: &Path) -> Result<Self, Trouble> {
        let services = logs.join("services");
        let configuration = logs.join("session.conf");
        let write = |path: &Path, text: &str| {
            std::fs::write(path, text).map_err(|problem| Trouble::file(path, &problem))
        };
        std::fs::create_dir_all(&services).map_err(|problem| Trouble::file(&services, &problem))?;
        let launcher = std::fs::read_to_string(LAUNCHER)
            .map_err(|problem| Trouble::file(LAUNCHER.as_ref(), &problem))?;
        write(&services.join("org.a11y.Bus.service"), &launcher)?;
        write(&configuration, &SESSION_BUS.replace("FOLDER", &logs.to_string_lossy()))?;
        let mut session = Command::new("dbus-run-session");
        session
            .arg("--config-file")
            .arg(configuration)
            .args([
                "--",
                "sh",
                "-c",
                "printf %s \"$DBUS_SESSION_BUS_ADDRESS\" >\"$0\"; exec WebKitWebDriver \"$@\"",
            ])
            .arg(logs.join(BUS))
            // The bus of accessibility and its launcher keep their sockets and settings there.
            .env("XDG_RUNTIME_DIR", logs)
            .env("GSETTINGS_BACKEND", "memory");
        Self::set_on(session, logs, &[])
    }

    /// Who listens, where [`Self::with_screen_reader`] set the stage.
    pub fn screen_reader(&self) -> Result<ScreenReader, Trouble> {
        ScreenReader::on(&self.logs.join(BUS))
    }

    fn set_on(mut driver: Command, logs: &Path, environment: &[(&str, &str)]) -> Result<Self, Trouble> {
        std::fs::create_dir_all(logs).map_err(|problem| Trouble::file(logs, &problem))?;
        let (display, number) = display(logs)?;
        let port = free_port()?;
        let mut driver_group = Group::start(
            driver
                .args([format!("--port={port}"), "--host=127.0.0.1".to_owned()])
                .env("DISPLAY", format!(":{number}"))
                // The program opens its window to the driver only when this is set.
                .env("TAURI_WEBVIEW_AUTOMATION", "true")
                // With this set, WebKitGTK 2.50 never answers when asked for a picture.
                .env_remove("WEBKIT_DISABLE_DMABUF_RENDERER")
                // Mesa draws in one thread: with several, WebKit's compositor was seen to crash in it.
                .env("LP_NUM_THREADS", "0")
                .env("GDK_BACKEND", "x11")
                // WebKit keeps what the page stores there, and does not tidy up.
                .env("TMPDIR", logs)
                .env_remove("WAYLAND_DISPLAY")
                .envs(environment.iter().copied()),
            &logs.join("driver.log"),
        )?;
        let driver = Driver::on(port)?;
        let begun = Instant::now();
        loop {
            match driver.ask(Method::GET, "/status", None) {
                Ok(_) => break,
                Err(problem) if begun.elapsed() > SET_UP || driver_group.has_ended() => {
                    let what = "WebKitWebDriver".to_owned();
                    return Err(Trouble::NotInTime {
                        what,
                        waited: begun.elapsed(),
                        seen: problem.to_string(),
                    });
                }
                Err(_) => std::thread::sleep(Duration::from_millis(50)),
            }
        }
        Ok(Self { logs: logs.to_owned(), driver, driver_group, display: number, _display: display })
    }

    /// Opens the program's window. One at a time: a driver holds one session.
    pub fn open(&self, launch: &Launch) -> Result<Window<'_>, Trouble> {
        let program = program();
        let program = program.canonicalize().map_err(|problem| Trouble::file(&program, &problem))?;
        let arguments: Vec<String> =
            launch.arguments.iter().map(|word| word.to_string_lossy().into_owned()).collect();
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "webkitgtk:browserOptions": { "binary": program, "args": arguments },
        } } });
        let session = self.driver.ask(Method::POST, "/session", Some(&wanted)).map_err(|trouble| {
            // A program that ends at once leaves the driver waiting: what it said is in the driver's log.
            let said = std::fs::read_to_string(self.logs.join("driver.log")).unwrap_or_default();
            Trouble::Otherwise(format!("{trouble}; the program said: {said}"))
        })?;
        match &session["sessionId"] {
            Value::String(id) => Window::of(&self.driver, id, launch.data.join("lock")),
            other
            @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_)) => {
                Err(Trouble::NoAnswer { what: "a new session".to_owned(), words: other.to_string() })
            }
        }
    }

    /// Starts the program once more, beside the window, and waits until that start has ended.
    pub fn start_again(&self, launch: &Launch) -> Result<Output, Trouble> {
        let program = program();
        Command::new(&program)
            .args(&launch.arguments)
            .env("DISPLAY", format!(":{}", self.display))
            .env_remove("WAYLAND_DISPLAY")
            .output()
            .map_err(|source| Trouble::NotStarted { program: program.display().to_string(), source })
    }

    /// The display it is on, for what no driver reaches.
    pub fn display(&self) -> Result<Display, Trouble> {
        Display::of(self.display)
    }

    /// Whether the driver is still there.
    pub fn stands(&mut self) -> bool {
        !self.driver_group.has_ended()
    }
}

/// Starts a virtual display on the first number that is free.
fn display(logs: &Path) -> Result<(Group, u32), Trouble> {
    let number_file = logs.join("display");
    let log = logs.join("display.log");
    // Xvfb chooses a free number itself and writes it to a descriptor: choosing one beforehand would be a race
    // between tests that run side by side. The shell is there to give it that descriptor.
    let mut group = Group::start(
        Command::new("sh")
            .args(["-c", "exec Xvfb -displayfd 3 -screen 0 1280x1000x24 -nolisten tcp 3>\"$0\""])
            .arg(&number_file),
        &log,
    )?;
    let begun = Instant::now();
    loop {
        let written = std::fs::read_to_string(&number_file).unwrap_or_default();
        if let Some(number) = written.strip_suffix('\n').and_then(|text| text.parse().ok()) {
            return Ok((group, number));
        }
        if begun.elapsed() > SET_UP || group.has_ended() {
            let seen = std::fs::read_to_string(&log).unwrap_or_default();
            return Err(Trouble::NotInTime {
                what: "display by Xvfb".to_owned(),
                waited: begun.elapsed(),
                seen,
            });
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A port nobody listens on now.
pub(crate) fn free_port() -> Result<u16, Trouble> {
    TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|source| Trouble::NotStarted {
            program: "a listener on the loopback interface".to_owned(),
            source,
        })
}
