//! The documents, word for word, and what must hold of them whatever is filled in.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what fails here is a failed test")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use plain_text::Kind;
use proptest::prelude::*;
use words::{CloudNames, RegistrationFacts, RegistrationKind, registration_script};
use words::{
    ConflictFacts, Language, OwnerKind, ScriptWay, StartUpFailure, exchange_script, start_up_failure,
};
use words::{ListFacts, ListsFacts, lists_script};

/// Every way, and whose it is.
const WAYS: [(ScriptWay, OwnerKind, &str); 7] = [
    (ScriptWay::AnotherAddress, OwnerKind::CloudContact, "another-address.ps1"),
    (ScriptWay::AnotherAddressHidden, OwnerKind::CloudContact, "another-address-hidden.ps1"),
    (ScriptWay::Remove, OwnerKind::CloudContact, "remove.ps1"),
    (ScriptWay::OnPremisesAddress, OwnerKind::SyncedContact, "on-premises-address.ps1"),
    (ScriptWay::OnPremisesRemove, OwnerKind::SyncedContact, "on-premises-remove.ps1"),
    (ScriptWay::TakeOffMailbox, OwnerKind::User, "mailbox.ps1"),
    (ScriptWay::TakeOffGroup, OwnerKind::Group, "group.ps1"),
];
const LISTS: &str = "lists.ps1";
const START_UP: &str = "start-up.txt";

fn facts(way: ScriptWay, owner_kind: OwnerKind) -> ConflictFacts {
    ConflictFacts {
        address: "o'neil@fabrikam.nl".into(),
        owner_kind,
        owner_name: Some("Zoë O'Neil".into()),
        owner_id: "5f4b8f5e-0000-4000-8000-000000000001".into(),
        parking_name: "parked-5f4b8f5e".into(),
        way,
    }
}

fn lists() -> ListsFacts {
    let list = |name: &str, mail: Option<&str>, synced| ListFacts {
        name: name.into(),
        mail: mail.map(Into::into),
        synced,
    };
    ListsFacts {
        address: "o'neil@fabrikam.nl".into(),
        owner_id: "5f4b8f5e-0000-4000-8000-000000000001".into(),
        lists: vec![
            list("Nieuwsbrief Klanten", Some("nieuwsbrief@contoso.nl"), false),
            list("Café’s & co", None, false),
            list("Storingen", Some("storingen@contoso.nl"), true),
        ],
    }
}

fn failures() -> Vec<StartUpFailure> {
    let path = || "/home/anna/doctor".to_owned();
    vec![
        StartUpFailure::AlreadyRunning { path: path() },
        StartUpFailure::DataFolder { path: path() },
        StartUpFailure::NotYourOwn { path: path() },
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

/// What was reviewed, of one language.
fn expected(language: Language, name: &str) -> String {
    let file = expected_folder().join(format!("{}-{name}", language.tag()));
    std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn expected_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expected")
}

#[test]
fn the_exchange_script_is_word_for_word_what_was_reviewed() {
    for language in Language::ALL {
        for (way, kind, name) in WAYS {
            let script = exchange_script(language, &facts(way, kind));
            assert_eq!(script, expected(language, name), "{language:?} {name}");
        }
        assert_eq!(lists_script(language, &lists()).unwrap(), expected(language, LISTS), "{language:?}");
    }
}

#[test]
fn what_is_said_when_the_app_cannot_start_is_word_for_word_what_was_reviewed() {
    for language in Language::ALL {
        assert_eq!(every_failure(language), expected(language, START_UP), "{language:?}");
    }
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
    for language in Language::ALL {
        for (kind, name) in REGISTRATIONS {
            let script = registration_script(language, kind, &registration());
            assert_eq!(script, expected(language, name), "{language:?} {name}");
        }
    }
}

#[test]
fn an_owner_without_a_name_is_said_to_have_none() {
    for owner_name in [None, Some("  ".to_owned())] {
        let script = exchange_script(
            Language::Nl,
            &ConflictFacts { owner_name, ..facts(ScriptWay::TakeOffGroup, OwnerKind::Group) },
        );
        assert!(script.contains("de groep (zonder naam) (5f4b8f5e-"), "{script}");
    }
}

#[test]
fn a_systems_language_tag_chooses_the_language_and_english_is_for_everybody_else() {
    for tag in ["nl", "nl-NL", "nl-BE", "NL_nl.UTF-8", " nl@euro"] {
        assert_eq!(Language::from_tag(tag), Language::Nl, "{tag}");
    }
    for (tag, language) in [("de_AT.UTF-8", Language::De), ("fr-CA", Language::Fr)] {
        assert_eq!(Language::from_tag(tag), language, "{tag}");
    }
    for tag in ["en", "en-GB", "tlh-001", "nld", "C", "POSIX", "", "-nl"] {
        assert_eq!(Language::from_tag(tag), Language::En, "{tag}");
    }
    for language in Language::ALL {
        assert_eq!(Language::from_tag(language.tag()), language);
    }
}

#[test]
fn a_tag_that_was_written_down_on_purpose_is_one_of_the_list_or_none() {
    for language in Language::ALL {
        assert_eq!(language.tag().parse(), Ok(language));
    }
    for tag in ["nl-NL", "NL", " nl", "klingon", ""] {
        let refused = tag.parse::<Language>().unwrap_err().to_string();
        assert!(Language::ALL.iter().all(|language| refused.contains(language.tag())), "{tag}: {refused}");
    }
}

#[test]
fn all_languages_have_the_same_messages_with_the_same_variables_and_no_mistake() {
    let first = messages(&documents(Language::default()));
    assert!(first.len() > 20, "{first:?}");
    for language in Language::ALL {
        assert_eq!(messages(&documents(language)), first, "{language:?}");
    }
}

/// The sentences that documents are made of.
fn documents(language: Language) -> String {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/locales");
    std::fs::read_to_string(locales.join(language.tag()).join("documents.ftl")).unwrap()
}

#[test]
fn every_message_is_used_and_every_message_used_is_there() {
    let sources = [
        include_str!("../src/exchange/mod.rs"),
        include_str!("../src/exchange/act.rs"),
        include_str!("../src/exchange/lists.rs"),
        include_str!("../src/start_up.rs"),
        include_str!("../src/registration.rs"),
        include_str!("../src/closing.rs"),
        include_str!("../src/guest_list.rs"),
        include_str!("../src/history.rs"),
        include_str!("../src/menu.rs"),
        include_str!("../src/survey.rs"),
    ]
    .concat();
    let used: BTreeSet<_> =
        sources.split('"').filter(|text| text.starts_with("document-")).map(str::to_owned).collect();
    let there: BTreeSet<_> = messages(&documents(Language::default())).into_keys().collect();
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
    let scripts = WAYS.map(|(way, kind, _)| exchange_script(Language::En, &facts(way, kind)));
    let mut acts = 0;
    for script in scripts.into_iter().chain(lists_script(Language::En, &lists())) {
        let mut asked = false;
        for line in code(&script) {
            let acting = ["Remove-", "Set-", "New-", "Add-", "Disable-", "Update-", "Start-"];
            if acting.iter().any(|verb| line.contains(verb)) {
                acts += 1;
                assert!(line.starts_with("    ") && line.ends_with(" -Confirm"), "{line}");
            }
            // Its `-Confirm` is Microsoft's own: the question stands before it.
            asked |= line.starts_with("$answer = Read-Host ");
            if line.contains("Invoke-Provisioning") {
                assert!(asked && line.starts_with("    "), "{line}");
            }
        }
    }
    assert_eq!(acts, 11, "two and two for another address, removing, two and two to take off, two for lists");
}

#[test]
fn the_gentle_ways_keep_the_contact_and_say_how_to_put_the_address_back() {
    for (way, _, _) in WAYS.into_iter().filter(|(_, kind, _)| *kind == OwnerKind::CloudContact) {
        let script = exchange_script(Language::En, &facts(way, OwnerKind::CloudContact));
        let removes = script.contains("Remove-MailContact");
        assert_eq!(removes, way == ScriptWay::Remove);
        let back = script.lines().find(|line| line.starts_with("# Get-MailContact "));
        assert_eq!(back.is_some(), !removes, "{way:?}");
        if let Some(back) = back {
            assert!(back.contains("-ExternalEmailAddress 'o''neil@fabrikam.nl'"), "{back}");
            assert_eq!(
                back.contains("-HiddenFromAddressListsEnabled $false"),
                way != ScriptWay::AnotherAddress
            );
        }
        // What Microsoft Graph does not tell is printed before anything is changed.
        let shown = script.find("LegacyExchangeDN, HiddenFromAddressListsEnabled").unwrap();
        let changed = script.find("-Confirm").unwrap();
        assert!(shown < changed, "{way:?}");
    }
}

#[test]
fn of_lists_that_exchange_cannot_change_there_is_no_script() {
    let synced = |facts: ListsFacts| ListsFacts {
        lists: facts.lists.into_iter().map(|list| ListFacts { synced: true, ..list }).collect(),
        ..facts
    };
    assert_eq!(lists_script(Language::En, &synced(lists())), None);
    assert_eq!(lists_script(Language::En, &ListsFacts { lists: vec![], ..lists() }), None);
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
        "\u{2069}",
        "\u{200B}",
        "\u{3164}",
        "\u{E0041}",
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
        (way, kind, _) in prop::sample::select(WAYS.to_vec()),
        language in prop::sample::select(Language::ALL.to_vec()),
        address in anything(),
        owner_name in prop::option::of(anything()),
        owner_id in anything(),
        parking_name in anything(),
    ) {
        let harmless = exchange_script(language, &facts(way, kind));
        let facts = ConflictFacts { address, owner_name, owner_id, parking_name, ..facts(way, kind) };
        let script = exchange_script(language, &facts);

        let takes_values = ["$address = ", "$ownerId = ", "$filter = ", "$name = ", "Get-ADObject -LDAPFilter "];
        same_but_for(&takes_values, &harmless, &script)?;
    }

    #[test]
    fn no_list_adds_a_command_or_alters_one(
        language in prop::sample::select(Language::ALL.to_vec()),
        address in anything(),
        owner_id in anything(),
        name in anything(),
        mail in prop::option::of(anything()),
    ) {
        let facts = lists();
        let harmless = lists_script(language, &facts).unwrap();
        let mut all = facts.lists.clone();
        all[0] = ListFacts { name: name.clone(), mail, synced: false };
        all[2].name = name;
        let script = lists_script(language, &ListsFacts { address, owner_id, lists: all }).unwrap();
        same_but_for(&["$ownerId = ", "$filter = ", "    'nieuwsbrief@"], &harmless, &script)?;
    }
}

/// Line for line the same commands, but for the lines that take a value: those are one line of printable ASCII.
fn same_but_for(takes_values: &[&str], harmless: &str, script: &str) -> Result<(), TestCaseError> {
    let (expected, found) = (code(harmless), code(script));
    prop_assert_eq!(expected.len(), found.len());
    for (expected, found) in expected.into_iter().zip(found) {
        if takes_values.iter().any(|start| expected.starts_with(*start)) {
            prop_assert_eq!(&found[..4], &expected[..4]);
            prop_assert!(found.bytes().all(|byte| (b' '..=b'~').contains(&byte)), "{}", found);
        } else {
            prop_assert_eq!(expected, found);
        }
    }
    // Joiners and selectors belong to the spelling of names; a script of ours has ends of lines.
    let misleads =
        |it| !matches!(plain_text::kind(it), None | Some(Kind::Joiner | Kind::Selector)) && it != '\n';
    prop_assert!(!script.contains(misleads), "{:?}", script);
    Ok(())
}

#[test]
#[ignore = "writes what the documents say now; read every difference before keeping it"]
fn write_down_the_documents() {
    let write = |language: Language, name: &str, text: String| {
        std::fs::write(expected_folder().join(format!("{}-{name}", language.tag())), text).unwrap();
    };
    for language in Language::ALL {
        for (way, kind, name) in WAYS {
            write(language, name, exchange_script(language, &facts(way, kind)));
        }
        write(language, LISTS, lists_script(language, &lists()).unwrap());
        for (kind, name) in REGISTRATIONS {
            write(language, name, registration_script(language, kind, &registration()));
        }
        write(language, START_UP, every_failure(language));
    }
}
