//! The documents, word for word, and what must hold of them whatever is filled in.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what fails here is a failed test")]

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use proptest::prelude::*;
use words::{CloudNames, RegistrationFacts, RegistrationKind, registration_script};
use words::{ConflictFacts, Language, OwnerKind, StartUpFailure, exchange_script, start_up_failure};

const KINDS: [OwnerKind; 4] =
    [OwnerKind::CloudContact, OwnerKind::SyncedContact, OwnerKind::User, OwnerKind::Group];

fn facts(owner_kind: OwnerKind) -> ConflictFacts {
    ConflictFacts {
        address: "o'neil@fabrikam.nl".into(),
        owner_kind,
        owner_name: Some("Zoë O'Neil".into()),
        owner_id: "5f4b8f5e-0000-4000-8000-000000000001".into(),
    }
}

fn failures() -> Vec<StartUpFailure> {
    let path = || "/home/anna/doctor".to_owned();
    vec![
        StartUpFailure::AlreadyRunning { path: path() },
        StartUpFailure::DataFolder { path: path() },
        StartUpFailure::NewerData { path: path() },
        StartUpFailure::DamagedData { path: path() },
        StartUpFailure::ManagedSettings { path: path() },
        StartUpFailure::WebView,
        StartUpFailure::Internal { reference: "7F3A".into() },
    ]
}

fn every_failure(language: Language) -> String {
    let texts: Vec<_> = failures().iter().map(|failure| start_up_failure(language, failure)).collect();
    texts.join("\n\n") + "\n"
}

#[test]
fn the_exchange_script_is_word_for_word_what_was_reviewed() {
    let table = [
        (Language::English, OwnerKind::CloudContact, include_str!("expected/en-cloud-contact.ps1")),
        (Language::English, OwnerKind::SyncedContact, include_str!("expected/en-synced-contact.ps1")),
        (Language::English, OwnerKind::User, include_str!("expected/en-user.ps1")),
        (Language::English, OwnerKind::Group, include_str!("expected/en-group.ps1")),
        (Language::Dutch, OwnerKind::CloudContact, include_str!("expected/nl-cloud-contact.ps1")),
        (Language::Dutch, OwnerKind::SyncedContact, include_str!("expected/nl-synced-contact.ps1")),
        (Language::Dutch, OwnerKind::User, include_str!("expected/nl-user.ps1")),
        (Language::Dutch, OwnerKind::Group, include_str!("expected/nl-group.ps1")),
    ];
    for (language, kind, expected) in table {
        assert_eq!(exchange_script(language, &facts(kind)), expected, "{language:?} {kind:?}");
    }
}

#[test]
fn what_is_said_when_the_app_cannot_start_is_word_for_word_what_was_reviewed() {
    assert_eq!(every_failure(Language::English), include_str!("expected/en-start-up.txt"));
    assert_eq!(every_failure(Language::Dutch), include_str!("expected/nl-start-up.txt"));
}

fn registration() -> RegistrationFacts {
    RegistrationFacts {
        redirect: "http://localhost".into(),
        permissions: vec!["User.Read.All".into(), "User-Mail.ReadWrite.All".into()],
        cloud: Some(CloudNames { azure_cli: "AzureCloud", graph_powershell: "Global" }),
    }
}

const REGISTRATIONS: [(RegistrationKind, &str); 2] =
    [(RegistrationKind::AzureCli, "registration.sh"), (RegistrationKind::PowerShell, "registration.ps1")];

#[test]
fn the_registration_scripts_are_word_for_word_what_was_reviewed() {
    let expected = [
        [include_str!("expected/en-registration.sh"), include_str!("expected/en-registration.ps1")],
        [include_str!("expected/nl-registration.sh"), include_str!("expected/nl-registration.ps1")],
    ];
    for (language, expected) in Language::ALL.into_iter().zip(expected) {
        for ((kind, name), expected) in REGISTRATIONS.into_iter().zip(expected) {
            assert_eq!(registration_script(language, kind, &registration()), expected, "{language:?} {name}");
        }
    }
}

#[test]
fn an_owner_without_a_name_is_said_to_have_none() {
    for owner_name in [None, Some("  ".to_owned())] {
        let script =
            exchange_script(Language::Dutch, &ConflictFacts { owner_name, ..facts(OwnerKind::Group) });
        assert!(script.contains("de groep (zonder naam) (5f4b8f5e-"), "{script}");
    }
}

#[test]
fn a_systems_language_tag_chooses_the_language_and_english_is_for_everybody_else() {
    for tag in ["nl", "nl-NL", "nl-BE", "NL_nl.UTF-8", " nl@euro"] {
        assert_eq!(Language::from_tag(tag), Language::Dutch, "{tag}");
    }
    for tag in ["en", "en-GB", "de-DE", "nld", "C", "POSIX", "", "-nl"] {
        assert_eq!(Language::from_tag(tag), Language::English, "{tag}");
    }
    for language in Language::ALL {
        assert_eq!(Language::from_tag(language.tag()), language);
    }
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_variables_and_no_mistake() {
    let english = messages(include_str!("../../../ui/locales/en/documents.ftl"));
    let dutch = messages(include_str!("../../../ui/locales/nl/documents.ftl"));
    assert!(english.len() > 20, "{english:?}");
    assert_eq!(english, dutch);
}

#[test]
fn every_message_is_used_and_every_message_used_is_there() {
    let sources = [
        include_str!("../src/exchange.rs"),
        include_str!("../src/start_up.rs"),
        include_str!("../src/registration.rs"),
        include_str!("../src/closing.rs"),
    ]
    .concat();
    let used: BTreeSet<_> =
        sources.split('"').filter(|text| text.starts_with("document-")).map(str::to_owned).collect();
    let there: BTreeSet<_> =
        messages(include_str!("../../../ui/locales/en/documents.ftl")).into_keys().collect();
    assert_eq!(used, there);
}

/// Every message with the variables it uses.
fn messages(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource = fluent_syntax::parser::parse(source).expect("no mistake in it");
    let message = |entry: &Entry<&str>| match entry {
        Entry::Message(message) => {
            let value = message.value.as_ref().expect("a text");
            Some((message.id.name.to_owned(), variables(value)))
        }
        Entry::Term(_)
        | Entry::Comment(_)
        | Entry::GroupComment(_)
        | Entry::ResourceComment(_)
        | Entry::Junk { .. } => None,
    };
    let found: Vec<_> = resource.body.iter().filter_map(message).collect();
    let count = found.len();
    let by_name = BTreeMap::from_iter(found);
    assert_eq!(by_name.len(), count, "no message twice");
    by_name
}

fn variables(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let variable = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { .. } => None,
        PatternElement::Placeable {
            expression: Expression::Inline(InlineExpression::VariableReference { id }),
        } => Some(id.name.to_owned()),
        PatternElement::Placeable { expression } => panic!("teach this test about {expression:?}"),
    };
    pattern.elements.iter().filter_map(variable).collect()
}

/// The lines that PowerShell runs.
fn code(script: &str) -> Vec<&str> {
    script.split(['\r', '\n']).filter(|line| !line.is_empty() && !line.starts_with("# ")).collect()
}

#[test]
fn nothing_is_changed_or_removed_without_a_question() {
    let mut acts = 0;
    for kind in KINDS {
        let script = exchange_script(Language::English, &facts(kind));
        for line in code(&script) {
            let acting = ["Remove-", "Set-", "New-", "Add-", "Disable-", "Update-", "Start-"];
            if acting.iter().any(|verb| line.contains(verb)) {
                acts += 1;
                assert!(line.starts_with("    ") && line.ends_with(" -Confirm"), "{line}");
            }
        }
    }
    assert_eq!(acts, 5, "contact; mailbox or mail user; Microsoft 365 group or distribution group");
}

fn anything() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "'",
        "’",
        "‘",
        "‛",
        "\"",
        "`",
        "$(Remove-Item x)",
        "\n",
        "\r",
        "\u{2028}",
        "\u{85}",
        "\u{202E}",
        "#",
        "<#",
        "#>",
        ";",
        "|",
        "}",
        "Б",
        "é",
        "{ $id }",
        "{",
        "*)(",
        "Remove-Mailbox x\n",
        "jan@fabrikam.nl",
    ]);
    prop_oneof![prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat()), any::<String>()]
}

proptest! {
    #[test]
    fn no_permission_or_address_adds_a_command_to_a_registration_script(
        (kind, _) in prop::sample::select(REGISTRATIONS.to_vec()),
        language in prop::sample::select(Language::ALL.to_vec()),
        redirect in anything(),
        permission in anything(),
        named in any::<bool>(),
    ) {
        let cloud = registration().cloud.filter(|_| named);
        let harmless = registration_script(language, kind, &RegistrationFacts { cloud, ..registration() });
        let facts = RegistrationFacts { redirect, permissions: vec![permission], cloud };
        let script = registration_script(language, kind, &facts);

        let (expected, found) = (code(&harmless), code(&script));
        prop_assert_eq!(expected.len(), found.len());
        let takes_values = ["for permission in ", "--public-client-redirect-uris ", "foreach ($permission", "-PublicClient "];
        for (expected, found) in expected.into_iter().zip(found) {
            if !takes_values.iter().any(|taking| expected.contains(taking)) {
                prop_assert_eq!(expected, found);
            }
        }
    }

    #[test]
    fn no_name_address_or_id_adds_a_command_or_alters_one(
        kind in prop::sample::select(KINDS.to_vec()),
        language in prop::sample::select(Language::ALL.to_vec()),
        address in anything(),
        owner_name in prop::option::of(anything()),
        owner_id in anything(),
    ) {
        let harmless = exchange_script(language, &facts(kind));
        let script = exchange_script(language, &ConflictFacts { address, owner_kind: kind, owner_name, owner_id });

        let (expected, found) = (code(&harmless), code(&script));
        prop_assert_eq!(expected.len(), found.len());
        let takes_values = ["$address = ", "$ownerId = ", "$filter = ", "Get-ADObject -LDAPFilter "];
        for (expected, found) in expected.into_iter().zip(found) {
            if let Some(start) = takes_values.iter().find(|start| expected.starts_with(**start)) {
                prop_assert!(found.starts_with(start));
                prop_assert!(found.bytes().all(|byte| (b' '..=b'~').contains(&byte)), "{}", found);
            } else {
                prop_assert_eq!(expected, found);
            }
        }
        let misleading = script.contains(['\u{202E}', '\u{2028}', '\u{2068}', '\r']);
        prop_assert!(!misleading);
    }
}

#[test]
#[ignore = "writes what the documents say now; read every difference before keeping it"]
fn write_down_the_documents() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expected");
    for language in Language::ALL {
        let names = ["cloud-contact", "synced-contact", "user", "group"];
        for (name, kind) in names.into_iter().zip(KINDS) {
            let file = folder.join(format!("{}-{name}.ps1", language.tag()));
            std::fs::write(file, exchange_script(language, &facts(kind))).unwrap();
        }
        for (kind, name) in REGISTRATIONS {
            let file = folder.join(format!("{}-{name}", language.tag()));
            std::fs::write(file, registration_script(language, kind, &registration())).unwrap();
        }
        let file = folder.join(format!("{}-start-up.txt", language.tag()));
        std::fs::write(file, every_failure(language)).unwrap();
    }
}
