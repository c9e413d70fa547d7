//! The app on a folder of a test, with a keyring of the test's own: never the one of whoever runs it.
#![allow(dead_code, reason = "each test program uses its own part")]

use std::any::Any;
use std::collections::HashMap;
use std::sync::Arc;

use bridge::{App, Opener, Options, StartUpFailure};
use entra::KeyringStore;
use keyring_core::api::CredentialStoreApi;
use keyring_core::{Entry, Error};

pub(crate) struct NoBrowser;

impl Opener for NoBrowser {
    fn open(&self, _url: &str) -> Result<(), String> {
        Err("there is no browser".to_owned())
    }

    fn open_sign_in(&self, url: &str) -> Result<(), String> {
        self.open(url)
    }

    fn open_mail(&self, url: &str) -> Result<(), String> {
        self.open(url)
    }

    fn open_folder(&self, folder: &std::path::Path) -> Result<(), String> {
        Err(format!("no window of files in a test for {}", folder.display()))
    }
}

pub(crate) fn new_keyring() -> Arc<KeyringStore> {
    keyring_core::mock::Store::new().unwrap()
}

/// The app as it is shipped, but for its keyring.
pub(crate) fn compose(options: Options, keyring: &Arc<KeyringStore>) -> Result<App, StartUpFailure> {
    App::compose_with_keyring(options, Some(Arc::clone(keyring)))
}

/// A computer without a keyring.
#[derive(Debug)]
pub(crate) struct NoKeyring;

impl CredentialStoreApi for NoKeyring {
    fn vendor(&self) -> String {
        "none".to_owned()
    }

    fn id(&self) -> String {
        "none".to_owned()
    }

    fn build(&self, _: &str, _: &str, _: Option<&HashMap<&str, &str>>) -> Result<Entry, Error> {
        Err(Error::NoDefaultStore)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}
