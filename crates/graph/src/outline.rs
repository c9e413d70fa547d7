//! The outline of an account: what is looked at before the rest of it is read.

use std::borrow::Cow;

use serde::Deserialize;

/// The few properties that show of nearly every account of a list whether the rest is needed: borrowed from the answer,
/// and nothing else of it is kept. What is null and what was not answered are one here.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct UserOutline<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    mail: Option<Text<'a>>,
    #[serde(borrow)]
    proxy_addresses: Option<Vec<Text<'a>>>,
    account_enabled: Option<bool>,
    #[serde(borrow)]
    external_user_state: Option<Text<'a>>,
}

/// Within another type serde borrows a text only where it has a type of its own.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

impl UserOutline<'_> {
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// `mail`.
    #[must_use]
    pub fn mail(&self) -> Option<&str> {
        self.mail.as_ref().map(|text| &*text.0)
    }

    /// `proxyAddresses`.
    pub fn proxy_addresses(&self) -> impl Iterator<Item = &str> {
        self.proxy_addresses.iter().flatten().map(|text| &*text.0)
    }

    /// `accountEnabled`.
    #[must_use]
    pub fn account_enabled(&self) -> Option<bool> {
        self.account_enabled
    }

    /// `externalUserState`.
    #[must_use]
    pub fn external_user_state(&self) -> Option<&str> {
        self.external_user_state.as_ref().map(|text| &*text.0)
    }
}
