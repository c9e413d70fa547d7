//! The sealed file's bytes. Everything readable lives in buffers that are wiped.

use std::borrow::Cow;

use chacha20poly1305::aead::{AeadInOut as _, Generate as _, KeyInit as _};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::disk::LARGEST;
use super::error::VaultError;
use super::keyring::Key;
use crate::stored::{SignInMethod, StoredSession};

/// The version this program writes, and the newest it reads.
const VERSION: u64 = 1;

/// The first line is short; a file without one so soon is not ours.
const LONGEST_HEADER: usize = 512;

const NONCE: usize = 24;

/// Why a file was not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OpenError {
    /// A newer version of the app wrote it.
    Newer { found: u64 },
    /// It was changed, cut off, exchanged, or sealed with another key. The cipher does not tell which.
    Damaged,
}

impl OpenError {
    /// Nothing to say, unless it is newer: that must be left alone.
    pub(super) fn unless_newer(self) -> Result<(), VaultError> {
        match self {
            Self::Newer { found } => Err(VaultError::Newer { found }),
            Self::Damaged => Ok(()),
        }
    }
}

/// The readable line at the beginning.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header<'a> {
    version: u64,
    #[serde(borrow)]
    tenant: Cow<'a, str>,
}

/// What is sealed. Exists only here, between the vault and its file.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Record<'a> {
    #[serde(rename = "way")]
    method: Cow<'a, str>,
    client_id: Uuid,
    tenant_id: Cow<'a, str>,
    user_name: Option<Cow<'a, str>>,
    scopes: Vec<Cow<'a, str>>,
    #[serde(borrow)]
    refresh_token: Cow<'a, str>,
}

/// A key from the system's source of randomness.
pub(super) fn new_key() -> Key {
    Zeroizing::new(chacha20poly1305::Key::generate().into())
}

/// Seals it; an error when it is too large to be read again.
pub(super) fn seal(key: &Key, label: &str, session: &StoredSession) -> Result<Vec<u8>, ()> {
    let header = Header { version: VERSION, tenant: Cow::Borrowed(&session.tenant_id) };
    let mut file = serde_json::to_vec(&header).map_err(drop)?;
    file.push(b'\n');
    if file.len() > LONGEST_HEADER {
        return Err(());
    }
    let mut sealed = encode(session)?;
    let nonce = XNonce::generate();
    let associated_data = associated_data(label, &file);
    XChaCha20Poly1305::new(key_of(key))
        .encrypt_in_place(&nonce, &associated_data, &mut *sealed)
        .map_err(drop)?;
    file.extend_from_slice(&nonce);
    file.extend_from_slice(&sealed);
    if file.len() > LARGEST { Err(()) } else { Ok(file) }
}

/// Opens what was sealed with this key for this vault.
pub(super) fn open(key: &Key, label: &str, file: &[u8]) -> Result<StoredSession, OpenError> {
    let (head, rest) = header(file)?;
    let (nonce, sealed) = rest.split_first_chunk::<NONCE>().ok_or(OpenError::Damaged)?;
    let mut sealed = Zeroizing::new(sealed.to_vec());
    XChaCha20Poly1305::new(key_of(key))
        .decrypt_in_place(nonce.into(), &associated_data(label, head), &mut *sealed)
        .map_err(|_| OpenError::Damaged)?;
    let record: Record<'_> = serde_json::from_slice(&sealed).map_err(|_| OpenError::Damaged)?;
    Ok(StoredSession {
        method: method_named(&record.method).ok_or(OpenError::Damaged)?,
        client_id: record.client_id,
        tenant_id: record.tenant_id.into_owned(),
        user_name: record.user_name.map(Cow::into_owned),
        scopes: record.scopes.into_iter().map(Cow::into_owned).collect(),
        refresh_token: SecretString::from(record.refresh_token.into_owned()),
    })
}

/// The first line, with its end, and what follows it; when this program reads files of its version.
pub(super) fn header(file: &[u8]) -> Result<(&[u8], &[u8]), OpenError> {
    let end = file.iter().take(LONGEST_HEADER).position(|&byte| byte == b'\n').ok_or(OpenError::Damaged)?;
    let (head, rest) = file.split_at(end + 1);
    // The version first: a newer form may have other fields.
    let fields: serde_json::Value = serde_json::from_slice(head).map_err(|_| OpenError::Damaged)?;
    match fields.get("version").and_then(serde_json::Value::as_u64) {
        Some(VERSION) => {}
        Some(found) if found > VERSION => return Err(OpenError::Newer { found }),
        _ => return Err(OpenError::Damaged),
    }
    match serde_json::from_slice::<Header<'_>>(head) {
        Ok(_) => Ok((head, rest)),
        Err(_) => Err(OpenError::Damaged),
    }
}

/// The associated data of the cipher, sealed in without standing there (RFC 5116): whose file it is, and its first
/// line.
fn associated_data(label: &str, head: &[u8]) -> Vec<u8> {
    [label.as_bytes(), b"\n", head].concat()
}

fn key_of(key: &Key) -> &chacha20poly1305::Key {
    (&**key).into()
}

/// Written into a buffer that never has to grow: growing would leave a copy behind that is not wiped.
fn encode(session: &StoredSession) -> Result<Zeroizing<Vec<u8>>, ()> {
    let token = session.refresh_token.expose_secret();
    let texts = [session.tenant_id.as_str(), session.user_name.as_deref().unwrap_or_default(), token];
    let length: usize =
        texts.into_iter().chain(session.scopes.iter().map(String::as_str)).map(|text| text.len() + 8).sum();
    // JSON writes a character of one byte with six at most (RFC 8259, section 7); the rest is names of fields.
    let mut buffer = Zeroizing::new(Vec::with_capacity(length * 6 + 512));
    let record = Record {
        method: Cow::Borrowed(method_name(session.method)),
        client_id: session.client_id,
        tenant_id: Cow::Borrowed(&session.tenant_id),
        user_name: session.user_name.as_deref().map(Cow::Borrowed),
        scopes: session.scopes.iter().map(|scope| Cow::Borrowed(scope.as_str())).collect(),
        refresh_token: Cow::Borrowed(token),
    };
    serde_json::to_writer(&mut *buffer, &record).map_err(drop)?;
    Ok(buffer)
}

fn method_name(method: SignInMethod) -> &'static str {
    match method {
        SignInMethod::Browser => "browser",
        SignInMethod::DeviceCode => "device-code",
        SignInMethod::AzureCli => "azure-cli",
    }
}

fn method_named(name: &str) -> Option<SignInMethod> {
    [SignInMethod::Browser, SignInMethod::DeviceCode, SignInMethod::AzureCli]
        .into_iter()
        .find(|&method| method_name(method) == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_of_the_fields_are_those_that_files_on_disks_have() {
        let session = StoredSession {
            method: SignInMethod::DeviceCode,
            client_id: Uuid::from_u128(7),
            tenant_id: "tenant".to_owned(),
            user_name: None,
            scopes: vec!["User.Read.All".to_owned()],
            refresh_token: SecretString::from("token"),
        };
        let written = encode(&session).unwrap();
        let expected = r#"{"way":"device-code","clientId":"00000000-0000-0000-0000-000000000007","tenantId":"tenant","userName":null,"scopes":["User.Read.All"],"refreshToken":"token"}"#;
        assert_eq!(std::str::from_utf8(&written).unwrap(), expected);
    }
}
