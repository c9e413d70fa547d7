//! Judges that nobody here wrote: servers and clients of others against our sign-in and our practice tenant.

use crate::generate;
use crate::place::{built, root};
use crate::run::{Failure, finish, program, step};

/// What is small enough for every run: a certified OAuth server, and Microsoft's sign-in libraries.
pub(crate) fn all() -> Result<(), Failure> {
    step("build the programs", generate::build)?;
    let server = step("a certified OAuth server (oidc-provider)", || {
        let client = built("sign-in-client");
        finish(program("node").args(["--test", "tests/sign-in/"]).env("SIGN_IN_CLIENT", client))
    });
    let python = step("Microsoft's sign-in library for Python (msal)", || {
        finish(program("python3").arg("tests/foreign/python/run.py").arg("--practice").arg(built("practice")))
    });
    let node = step("Microsoft's sign-in library for Node (@azure/msal-node)", || {
        finish(program("node").args(["--test", "tests/foreign/node/"]).env("PRACTICE", built("practice")))
    });
    server.and(python).and(node)
}

/// The large ones: Microsoft's Graph and identity libraries for Python, and the Azure CLI. What ran, and with what
/// result, is written down by hand in docs/fidelity.md.
pub(crate) fn witness() -> Result<(), Failure> {
    step("build the programs", generate::build)?;
    step("azure-identity, msgraph-sdk and the Azure CLI", || {
        finish(
            program("python3")
                .current_dir(root())
                .arg("tests/witness/run.py")
                .arg("--practice")
                .arg(built("practice")),
        )
    })
}
