//! What has to be there before anything can be built: the system's packages and the page's.

use crate::place::root;
use crate::run::{Failure, answers, finish, npm, program, step};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Debian packages to build the app. The rest of WebKitGTK's and GTK's development files come with the first.
const TO_BUILD: &[&str] = &["libwebkit2gtk-4.1-dev", "build-essential", "pkg-config"];
/// To drive its window without a display, with letters to read on it, and to hear of it what a screen reader hears.
const TO_DRIVE: &[&str] =
    &["webkit2gtk-driver", "xvfb", "fonts-dejavu-core", "fonts-noto-core", "dbus", "at-spi2-core"];
/// To test the page in a browser.
const TO_BROWSE: &[&str] = &["chromium", "chromium-driver"];
/// For a system's keyring without a desktop, certificates of a server that is not ours, and clients of Microsoft's in
/// Python.
const TO_SIGN_IN: &[&str] = &["gnome-keyring", "openssl", "python3-venv"];

/// How long another program may hold the package system's locks.
const LOCKED: Duration = Duration::from_mins(10);

/// What the app needs, to be started.
pub(crate) fn to_start() -> Result<(), Failure> {
    node()?;
    let mut packages = TO_BUILD.to_vec();
    if start_needs_virtual_display() {
        packages.extend(TO_DRIVE);
    }
    system(&packages)?;
    node_modules("ui")
}

/// What the tests need.
pub(crate) fn to_test() -> Result<(), Failure> {
    node()?;
    system(&[TO_BUILD, TO_DRIVE, TO_BROWSE, TO_SIGN_IN].concat())?;
    node_modules("ui")?;
    node_modules("tests/browser")?;
    node_modules("tests/sign-in")
}

/// Whether this is a system with X or Wayland, and no display of either is there.
pub(crate) fn start_needs_virtual_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(target_os = "linux") && !set("DISPLAY") && !set("WAYLAND_DISPLAY")
}

fn node() -> Result<(), Failure> {
    let fit =
        "const [a,b]=process.versions.node.split('.').map(Number);process.exit(a>20||(a==20&&b>=19)?0:1)";
    if answers("node", &["-e", fit]) {
        Ok(())
    } else {
        Err(Failure("Node 20.19 or newer is needed (`node`): https://nodejs.org".to_owned()))
    }
}

fn system(packages: &[&str]) -> Result<(), Failure> {
    if !cfg!(target_os = "linux") {
        // Windows and macOS bring the webview; what is missing (WebView2, Xcode's tools) the build names itself.
        return Ok(());
    }
    if !Path::new("/etc/debian_version").exists() {
        println!(
            "this is not Debian: nothing is installed. What is needed is called there {}",
            packages.join(" ")
        );
        return Ok(());
    }
    let missing = missing(packages);
    if missing.is_empty() {
        return Ok(());
    }
    step(&format!("install {}", missing.join(" ")), || install(&missing))
}

fn missing<'a>(packages: &[&'a str]) -> Vec<&'a str> {
    let installed = |package: &str| {
        let output = program("dpkg-query").args(["-W", "-f=${db:Status-Status}", package]).output();
        output.is_ok_and(|output| output.stdout == b"installed")
    };
    packages.iter().copied().filter(|package| !installed(package)).collect()
}

fn install(packages: &[&str]) -> Result<(), Failure> {
    let by_sudo = if answers("sh", &["-c", "test \"$(id -u)\" = 0"]) {
        false
    } else if answers("sudo", &["-n", "true"]) {
        true
    } else {
        return Err(Failure(format!(
            "these packages are missing, and only an administrator may install them:\n  \
             sudo apt-get update && sudo apt-get install -y --no-install-recommends {}",
            packages.join(" ")
        )));
    };
    update(by_sudo)?;
    let timeout = format!("DPkg::Lock::Timeout={}", LOCKED.as_secs());
    let words = ["-o", &timeout, "install", "-y", "--no-install-recommends"];
    finish(apt(by_sudo).args(words).args(packages))
}

fn apt(by_sudo: bool) -> Command {
    let mut command = program(if by_sudo { "sudo" } else { "env" });
    if by_sudo {
        command.args(["-n", "env"]);
    }
    command.args(["DEBIAN_FRONTEND=noninteractive", "LC_ALL=C", "apt-get"]);
    command
}

/// Reads the lists of packages anew. Their lock has no time-out of its own, so another program's update is
/// waited for here.
fn update(by_sudo: bool) -> Result<(), Failure> {
    let begun = Instant::now();
    loop {
        let output = apt(by_sudo)
            .arg("update")
            .stdout(Stdio::inherit())
            .output()
            .map_err(|problem| Failure(format!("apt-get could not be started: {problem}")))?;
        let words = String::from_utf8_lossy(&output.stderr);
        if output.status.success() {
            return Ok(());
        }
        if !words.contains("Could not get lock") || begun.elapsed() > LOCKED {
            return Err(Failure(format!("apt-get update ended with {}:\n{words}", output.status)));
        }
        println!("another program holds the lock of the package lists: waiting");
        std::thread::sleep(Duration::from_secs(5));
    }
}

/// Installs the packages of the lock file, unless that was done since the lock file last changed.
fn node_modules(folder: &str) -> Result<(), Failure> {
    let folder_path = root().join(folder);
    let changed = |file: &str| folder_path.join(file).metadata().and_then(|data| data.modified()).ok();
    let lock = changed("package-lock.json")
        .ok_or_else(|| Failure(format!("{folder}/package-lock.json is not there")))?;
    // npm writes this file last: it is there only after an installation that was finished.
    if changed("node_modules/.package-lock.json").is_some_and(|installed| installed >= lock) {
        return Ok(());
    }
    step(&format!("npm ci in {folder}"), || {
        // No package of ours needs a script of its own at installation, so none may run one.
        npm(folder, &["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_that_does_not_exist_is_missing() {
        assert_eq!(missing(&["no-such-package-of-ours"]), ["no-such-package-of-ours"]);
    }
}
