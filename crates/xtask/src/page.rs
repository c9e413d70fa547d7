//! Building the page, and how large it may be.

use crate::place::root;
use crate::run::{Failure, npm, program, read, step};

/// How much script the page may have, in bytes after gzip (docs: design budget, 60 kB).
const BUDGET: u64 = 60_000;

/// The page for the app's window.
pub(crate) fn build() -> Result<(), Failure> {
    npm("ui", &["run", "--silent", "build"])
}

/// The page for a browser, where the browser tests meet it.
pub(crate) fn build_for_browser() -> Result<(), Failure> {
    npm("ui", &["run", "--silent", "build:browser"])
}

/// Builds the page if it was never built: the shell embeds it and does not compile without.
pub(crate) fn ensure() -> Result<(), Failure> {
    if root().join("ui/dist/index.html").exists() { Ok(()) } else { step("build the page", build) }
}

/// Fails when the page's script has outgrown its budget.
pub(crate) fn weigh() -> Result<(), Failure> {
    // Node has gzip at hand, and is needed for the page anyway.
    let script = "const fs=require('fs'),path=require('path'),zlib=require('zlib');\
                  const all=d=>fs.readdirSync(d,{withFileTypes:true}).flatMap(e=>\
                  e.isDirectory()?all(path.join(d,e.name)):[path.join(d,e.name)]);\
                  console.log(all('ui/dist').filter(f=>f.endsWith('.js'))\
                  .reduce((sum,f)=>sum+zlib.gzipSync(fs.readFileSync(f)).length,0))";
    let answer = read(program("node").args(["-e", script]))?;
    let bytes: u64 = answer.trim().parse().map_err(|_| Failure(format!("no size of the page: {answer}")))?;
    println!("script: {bytes} bytes after gzip, of {BUDGET}");
    match bytes {
        0 => Err(Failure("ui/dist has no script at all".to_owned())),
        1..=BUDGET => Ok(()),
        _ => Err(Failure(format!("the page's script is {bytes} bytes after gzip, more than {BUDGET}"))),
    }
}
