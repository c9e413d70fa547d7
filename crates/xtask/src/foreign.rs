//! Judges that nobody here wrote: servers and clients of others against our sign-in and our practice tenant.

use crate::generate;
use crate::place::built;
use crate::run::{Failure, finish, npm, program, run, step};

/// What is small enough for every run: a certified OAuth server, and Microsoft's sign-in libraries.
pub(crate) fn all() -> Result<(), Failure> {
    step("build the programs", generate::build)?;
    let python = step("Microsoft's sign-in library for Python (msal)", || {
        finish(program("python3").args(["tests/foreign/python/run.py", "--practice"]).arg(built("practice")))
    });
    let node = step("Microsoft's sign-in library for Node (@azure/msal-node)", || {
        finish(program("node").args(["tests/foreign/node/run.mjs", "--practice"]).arg(built("practice")))
    });
    let server = step("a certified OAuth server (oidc-provider)", || {
        // By itself: beside the tests it would be built with what they may trust and the app may not.
        run("cargo", &["build", "--package", "sign-in-client", "--locked"])?;
        npm("tests/sign-in", &["test", "--silent"])
    });
    python.and(node).and(server)
}

/// The large ones: Microsoft's Graph and identity libraries for Python, and the Azure CLI. What ran, and with what
/// result, is written down by hand in docs/fidelity.md.
pub(crate) fn witness() -> Result<(), Failure> {
    step("build the programs", generate::build)?;
    step("azure-identity, msgraph-sdk and the Azure CLI", || {
        finish(program("python3").args(["tests/witness/run.py", "--practice"]).arg(built("practice")))
    })
}
