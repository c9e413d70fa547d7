//! Every script that is made, read by a parser of somebody else's: tree-sitter's grammar of PowerShell, and shlex for the
//! shell. Each value that is filled in, whatever it is, is found as one literal, and nothing of it anywhere else.

#![allow(clippy::unwrap_used, reason = "what fails here is a failed test")]

use tree_sitter::{Node, Parser};
use words::{
    CloudNames, ConflictFacts, Language, ListFacts, ListsFacts, OwnerKind, RegistrationFacts,
    RegistrationKind, ScriptWay, exchange_script, lists_script, main_address_question, registration_script,
};

const WAYS: [(ScriptWay, OwnerKind); 7] = [
    (ScriptWay::AnotherAddress, OwnerKind::CloudContact),
    (ScriptWay::AnotherAddressHidden, OwnerKind::CloudContact),
    (ScriptWay::Remove, OwnerKind::CloudContact),
    (ScriptWay::OnPremisesAddress, OwnerKind::SyncedContact),
    (ScriptWay::OnPremisesRemove, OwnerKind::SyncedContact),
    (ScriptWay::TakeOffMailbox, OwnerKind::User),
    (ScriptWay::TakeOffGroup, OwnerKind::Group),
];

/// What somebody might call a contact, so that a script does something else.
const HOSTILE: [&str; 14] = [
    "jan@fabrikam.nl",
    "o'neil@fabrikam.nl",
    "'; Remove-Mailbox boss; '",
    "’; Remove-Mailbox boss #",
    "‘x‛‚",
    "\"$(Remove-Mailbox boss)\"",
    "`n`r$env:PATH",
    "a\r\nRemove-Mailbox boss\n",
    "a\u{2028}Remove-Mailbox boss",
    "#> Remove-Mailbox boss <#",
    "@'\nhere\n'@",
    "José Ünïcødé 漢字 😀",
    "' + (Remove-Mailbox boss) + '",
    "",
];

struct Script(String);

impl Script {
    /// Reads it, and holds the parser to have understood every byte.
    fn read<T>(&self, look: impl FnOnce(Node<'_>) -> T) -> T {
        let mut parser = Parser::new();
        parser.set_language(&tree_sitter_powershell::LANGUAGE.into()).unwrap();
        let tree = parser.parse(&self.0, None).unwrap();
        assert!(!tree.root_node().has_error(), "{}\n{}", tree.root_node().to_sexp(), self.0);
        look(tree.root_node())
    }

    fn text(&self, node: Node<'_>) -> &str {
        &self.0[node.byte_range()]
    }

    /// The names of the commands it runs.
    fn commands(&self) -> Vec<String> {
        self.read(|root| {
            every(root, "command_name").into_iter().map(|node| self.text(node).to_owned()).collect()
        })
    }

    /// The values of its literals, in order: what stands between apostrophes, and what is joined to it.
    fn literals(&self) -> Vec<String> {
        self.read(|root| {
            let mut found = Vec::new();
            self.collect(root, &mut found);
            found
        })
    }

    fn collect(&self, node: Node<'_>, found: &mut Vec<String>) {
        if node.kind() == "verbatim_string_characters" {
            found.push(verbatim(self.text(node)));
            return;
        }
        if node.kind() == "parenthesized_expression"
            && let Some(joined) = self.joined(node)
        {
            found.push(joined);
            return;
        }
        let mut cursor = node.walk();
        for child in node.children(&mut cursor) {
            self.collect(child, found);
        }
    }

    /// The value of `('a' + [char]0x00E9 + 'b')`; nothing where anything else stands between the parentheses.
    fn joined(&self, node: Node<'_>) -> Option<String> {
        let mut units: Vec<u16> = Vec::new();
        let mut leaves = Vec::new();
        leaves_of(node, &mut leaves);
        let texts: Vec<&str> = leaves.iter().map(|leaf| self.text(*leaf)).collect();
        let mut rest = texts.strip_prefix(&["("])?.strip_suffix(&[")"])?;
        loop {
            match rest {
                ["[", "char", "]", number, more @ ..] => {
                    units.push(u16::from_str_radix(number.strip_prefix("0x")?, 16).ok()?);
                    rest = more;
                }
                [string, more @ ..] if string.starts_with('\'') => {
                    units.extend(verbatim(string).encode_utf16());
                    rest = more;
                }
                _ => return None,
            }
            match rest {
                [] => return String::from_utf16(&units).ok(),
                ["+", more @ ..] => rest = more,
                _ => return None,
            }
        }
    }
}

fn verbatim(source: &str) -> String {
    source.strip_prefix('\'').unwrap().strip_suffix('\'').unwrap().replace("''", "'")
}

fn every<'tree>(node: Node<'tree>, kind: &str) -> Vec<Node<'tree>> {
    let mut found = if node.kind() == kind { vec![node] } else { Vec::new() };
    let mut cursor = node.walk();
    for child in node.children(&mut cursor) {
        found.extend(every(child, kind));
    }
    found
}

/// What has no parts, a string being one.
fn leaves_of<'tree>(node: Node<'tree>, leaves: &mut Vec<Node<'tree>>) {
    if node.child_count() == 0 || node.kind() == "verbatim_string_characters" {
        leaves.push(node);
        return;
    }
    let mut cursor = node.walk();
    for child in node.children(&mut cursor) {
        leaves_of(child, leaves);
    }
}

fn facts(way: ScriptWay, owner_kind: OwnerKind, value: &str) -> ConflictFacts {
    ConflictFacts {
        address: value.to_owned(),
        owner_kind,
        owner_name: Some(value.to_owned()),
        owner_id: format!("{value}-id"),
        parking_name: format!("{value}-parked"),
        way,
    }
}

fn list_facts(value: &str) -> ListsFacts {
    let list = |mail: Option<String>, synced| ListFacts { name: format!("{value}-name"), mail, synced };
    ListsFacts {
        address: value.to_owned(),
        owner_id: format!("{value}-id"),
        lists: vec![list(Some(format!("{value}-mail")), false), list(None, false), list(None, true)],
    }
}

/// Holds that a script has the same commands as with a harmless value, and each of these values as one literal.
fn holds(harmless: &Script, script: &Script, values: &[String]) {
    assert_eq!(script.commands(), harmless.commands(), "{}", script.0);
    let literals = script.literals();
    for value in values {
        assert!(literals.contains(value), "{value:?} is none of {literals:?}\n{}", script.0);
    }
    assert_eq!(literals.len(), harmless.literals().len(), "{}", script.0);
}

#[test]
fn every_value_of_an_exchange_script_is_one_literal_to_a_parser_of_powershell() {
    for language in Language::ALL {
        for (way, kind) in WAYS {
            let script = |value: &str| Script(exchange_script(language, &facts(way, kind, value)));
            let harmless = script("jan@fabrikam.nl");
            for value in HOSTILE {
                let mut values = vec![value.to_owned(), format!("{value}-id")];
                values.push(format!("EmailAddresses -eq 'smtp:{}'", value.replace('\'', "''")));
                if matches!(way, ScriptWay::AnotherAddress | ScriptWay::AnotherAddressHidden) {
                    values.push(format!("{value}-parked"));
                }
                holds(&harmless, &script(value), &values);
            }
        }
    }
}

#[test]
fn the_line_that_puts_it_back_is_one_command_after_another_with_its_two_values() {
    for (way, hidden) in [(ScriptWay::AnotherAddress, false), (ScriptWay::AnotherAddressHidden, true)] {
        for value in HOSTILE {
            let script = exchange_script(Language::Nl, &facts(way, OwnerKind::CloudContact, value));
            let lines: Vec<_> =
                script.lines().filter_map(|line| line.strip_prefix("# Get-MailContact ")).collect();
            assert_eq!(lines.len(), 1, "{script}");
            let back = Script(format!("Get-MailContact {}\n", lines[0]));
            assert_eq!(back.commands(), ["Get-MailContact", "Where-Object", "Set-MailContact"]);
            assert_eq!(back.literals(), [format!("{value}-id"), value.to_owned()], "{}", back.0);
            assert_eq!(back.0.contains("-HiddenFromAddressListsEnabled $false"), hidden);
        }
    }
}

#[test]
fn every_value_of_the_script_for_lists_is_one_literal_to_a_parser_of_powershell() {
    for language in Language::ALL {
        let script = |value: &str| Script(lists_script(language, &list_facts(value)).unwrap());
        let harmless = script("jan@fabrikam.nl");
        for value in HOSTILE {
            let values = ["id", "mail", "name"].map(|end| format!("{value}-{end}"));
            holds(&harmless, &script(value), &values);
        }
    }
}

/// A Windows console has no glyph for the narrow no-break space that French has before some signs.
#[test]
fn a_script_says_nothing_while_it_runs_that_a_windows_console_cannot_show() {
    let value = "jan@fabrikam.nl";
    for language in Language::ALL {
        let of_conflicts = WAYS.map(|(way, kind)| exchange_script(language, &facts(way, kind, value)));
        let others = [
            lists_script(language, &list_facts(value)).unwrap(),
            registration_script(language, RegistrationKind::PowerShell, &registration(value)),
        ];
        for script in of_conflicts.into_iter().chain(others).map(Script) {
            let said = script.literals();
            assert!(said.len() > 3, "{}", script.0);
            assert!(!said.iter().any(|text| text.contains('\u{202F}')), "{language:?} {said:?}");
        }
    }
}

#[test]
fn the_question_about_two_main_addresses_is_one_literal_and_two_commands() {
    for value in HOSTILE {
        let line = Script(main_address_question(value));
        assert_eq!(line.commands(), ["Get-MailUser", "Format-List"]);
        assert_eq!(line.literals(), [value]);
    }
}

fn registration(value: &str) -> RegistrationFacts {
    RegistrationFacts {
        redirect: value.to_owned(),
        permissions: vec![format!("{value}-permission")],
        cloud: Some(CloudNames { azure_cli: "AzureCloud", graph_powershell: "Global" }),
    }
}

#[test]
fn every_value_of_the_registration_script_is_one_literal_to_a_parser_of_powershell() {
    for language in Language::ALL {
        let script =
            |value| Script(registration_script(language, RegistrationKind::PowerShell, &registration(value)));
        let harmless = script("http://localhost");
        for value in HOSTILE {
            holds(&harmless, &script(value), &[value.to_owned(), format!("{value}-permission")]);
        }
    }
}

/// shlex reads words, not commands: so the script is as many words, and each value is one of them.
#[test]
fn every_value_of_the_registration_script_is_one_word_to_a_parser_of_the_shell() {
    let words = |language, value| {
        let script = registration_script(language, RegistrationKind::AzureCli, &registration(value));
        let code: Vec<_> = script.lines().filter(|line| !line.starts_with("# ")).collect();
        shlex::split(&code.join("\n")).unwrap_or_else(|| panic!("cannot be read: {script}"))
    };
    for language in Language::ALL {
        let harmless = words(language, "http://localhost").len();
        for value in HOSTILE {
            // A terminal would act on them: they are replaced.
            let typed: String = value
                .chars()
                .map(|it| if it.is_control() { char::REPLACEMENT_CHARACTER } else { it })
                .collect();
            let found = words(language, value);
            assert_eq!(found.len(), harmless, "{found:?}");
            assert!(found.contains(&typed), "{typed:?} is none of {found:?}");
            // The loop's list ends with a semicolon.
            assert!(found.contains(&format!("{typed}-permission;")), "{found:?}");
        }
    }
}
