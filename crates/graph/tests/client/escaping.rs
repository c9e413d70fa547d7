//! An address comes out at the server as it went in.

use graph::Lookup;
use proptest::prelude::*;
use serde_json::json;

use crate::support::{Story, batch, found};

/// Decodes a query value as a server does, `+` for a blank included; written apart from the client's encoder.
fn decode(value: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => {
                let digits = [rest.next().unwrap(), rest.next().unwrap()];
                bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap());
            }
            byte => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).unwrap()
}

/// The value of a query parameter, as a server reads a url.
fn parameter(url: &str, name: &str) -> Option<String> {
    let without_fragment = url.split('#').next()?;
    let (_, query) = without_fragment.split_once('?')?;
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, v)| decode(v))
}

/// The string literals of a filter, as a server reads them.
fn literals(filter: &str) -> Vec<String> {
    let mut literals = Vec::new();
    let mut characters = filter.chars().peekable();
    while let Some(character) = characters.next() {
        if character != '\'' {
            continue;
        }
        let mut literal = String::new();
        while let Some(character) = characters.next() {
            match character {
                '\'' if characters.peek() == Some(&'\'') => {
                    characters.next();
                    literal.push('\'');
                }
                '\'' => break,
                other => literal.push(other),
            }
        }
        literals.push(literal);
    }
    literals
}

/// Searches for the text and reads back what the server would compare with.
fn received(address: &str) -> Vec<(Lookup, String)> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let story = Story::new([batch(|_, _| found(&json!([])))]);
        story.graph.search(&[address.to_owned()], &[address.to_owned()], &story.cancel).await.unwrap();
        let filters: Vec<String> =
            story.batched()[0].iter().filter_map(|url| parameter(url, "$filter")).collect();
        let of = |start: &str, at: usize| {
            let filter = filters.iter().find(|filter| filter.starts_with(start)).unwrap();
            literals(filter).swap_remove(at)
        };
        vec![
            (Lookup::UserByMail, of("mail eq", 0)),
            (Lookup::UserByOtherMails, of("otherMails/any(x:x eq", 0)),
            (Lookup::UserBySecondaryProxy, of("proxyAddresses/any(x:x eq 'smtp:", 0)),
            (Lookup::UserByPrimaryProxy, of("proxyAddresses/any(x:x eq 'SMTP:", 0)),
            (Lookup::UserByUserName, of("startsWith(userPrincipalName,", 0)),
            (Lookup::UserByOwnName, of("userPrincipalName eq", 0)),
            (Lookup::UserByIdentity, of("identities/any(", 1)),
        ]
    })
}

fn assert_survives(address: &str) {
    for (lookup, literal) in received(address) {
        let prefixes = [(Lookup::UserBySecondaryProxy, "smtp:"), (Lookup::UserByPrimaryProxy, "SMTP:")];
        let prefix = prefixes.into_iter().find(|(it, _)| *it == lookup).map_or("", |(_, prefix)| prefix);
        let expected = format!("{prefix}{address}");
        assert_eq!(literal, expected, "{lookup:?}");
    }
}

#[test]
fn nasty_addresses_survive() {
    for address in [
        "jan@fabrikam.nl",
        "o'neil+x@contoso.com",
        "a#b&c%d/e?f=g@contoso.com",
        "100%25@contoso.com",
        "two words@contoso.com",
        "''@contoso.com",
        "') or mail ne ('@contoso.com",
        "jörg.müller@bücher.example",
        "用户@例子.example",
        "jan_fabrikam.nl#EXT#",
        "\\\"@contoso.com",
    ] {
        assert_survives(address);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_text_survives(text in "\\PC{1,40}") {
        prop_assume!(!text.trim().is_empty());
        assert_survives(text.trim());
    }

    #[test]
    fn addresses_made_of_trouble_survive(text in "['+#&%/ ?=$@a-c\\\\\"();:,é]{1,20}") {
        prop_assume!(!text.trim().is_empty());
        assert_survives(text.trim());
    }
}
