//! Writes the TypeScript side of the contract: the one list of commands, and every type that is reached from it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ts_rs::{Config, TS, TypeVisitor};

#[allow(
    clippy::wildcard_imports,
    reason = "the one list of commands names every type that is asked with; naming them twice would only drift"
)]
use crate::view::*;
use crate::with_commands;

/// The whole of `ui/src/host/contract.ts`.
///
/// ```
/// assert!(window_contract::typescript().contains("export interface Commands"));
/// ```
#[must_use]
pub fn typescript() -> String {
    let mut types = Types::default();
    let mut commands = String::new();
    macro_rules! commands {
        ($( #[doc = $doc:literal] $name:ident : $ask:ident => $answer:ident ; )*) => {
            $(
                types.visit::<$ask>();
                types.visit::<$answer>();
                let _ = writeln!(
                    commands, "  /** {} */\n  {}: {{ ask: {}; answer: {} }};",
                    $doc.trim(), stringify!($name), stringify!($ask), stringify!($answer)
                );
            )*
        };
    }
    with_commands!(commands);
    // No command answers with it: every command may be refused with it.
    types.visit::<Problem>();

    let mut out = String::from(
        "// Made by `cargo xtask gen` from the one list of commands in crates/window-contract and the types it names.\n\
         // Do not edit: change the Rust side.\n\n",
    );
    for declaration in types.declared.values() {
        let _ = writeln!(out, "export {declaration}\n");
    }
    out.push_str("/** The one list of commands: what is asked with, and what is answered. */\nexport interface Commands {\n");
    out.push_str(&commands);
    out.push_str("}\n");
    out
}

/// Every type that was met, by its name: the order does not depend on who names whom first.
#[derive(Default)]
struct Types {
    declared: BTreeMap<String, String>,
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        let config = Config::default();
        // Only a type of our own has a declaration; a list or a text has none, and what is in a list is met by itself.
        let ours = T::output_path().is_some();
        if ours {
            let declaration = T::decl(&config);
            let before = self.declared.insert(T::ident(&config), declaration.clone());
            if let Some(before) = before {
                assert_eq!(before, declaration, "two types cross by one name");
                return;
            }
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_that_is_reached_from_a_command_is_declared_once_and_none_is_missing() {
        let text = typescript();
        let names: Vec<&str> = text
            .lines()
            .filter_map(|line| line.strip_prefix("export type "))
            .filter_map(|rest| rest.split([' ', '<']).next())
            .collect();
        let mut sorted = names.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(names, sorted, "in the order of their names, each once");
        // Reached through lists, options, boxes, other crates and what is flattened into a problem.
        for name in [
            "ChangeStarted",
            "Meaning",
            "OwnerView",
            "Problem",
            "Reference",
            "SignInReason",
            "StepParts",
            "Verdict",
        ] {
            assert!(names.contains(&name), "{name}");
        }
    }
}
