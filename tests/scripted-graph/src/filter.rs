//! The part of `$filter` that our client uses: any of some values in one property.

use serde_json::Value;

/// Whether one of the filter's clauses holds, letter case aside: `mail eq 'a'`, `mailEnabled eq true`,
/// `otherMails/any(x:x eq 'a')`, `startsWith(userPrincipalName,'a')`,
/// `identities/any(i:i/issuer eq 'mail' and i/issuerAssignedId eq 'a')`.
pub(crate) fn holds(filter: &str, object: &Value) -> bool {
    filter.split(" or ").any(|clause| clause_holds(clause, object))
}

fn clause_holds(clause: &str, object: &Value) -> bool {
    let (starts, rest) = match clause.strip_prefix("startsWith(") {
        Some(rest) => (true, rest),
        None => (false, clause),
    };
    let property: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
    if clause.ends_with(" eq true") {
        return object[&property] == true;
    }
    let wanted: Vec<String> = literals(clause).iter().map(|text| text.to_lowercase()).collect();
    texts(&object[&property]).iter().map(|text| text.to_lowercase()).any(|text| {
        wanted.iter().any(|wanted| if starts { text.starts_with(wanted.as_str()) } else { text == *wanted })
    })
}

/// The texts of a property: itself, its elements, or the ids that identities were given.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(all) => {
            all.iter().filter_map(|one| one.as_str().or_else(|| one["issuerAssignedId"].as_str())).collect()
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => Vec::new(),
    }
}

/// What stands in single quotes; an apostrophe is doubled there.
fn literals(filter: &str) -> Vec<String> {
    let undoubled = filter.replace("''", "\u{1}");
    undoubled.split('\'').skip(1).step_by(2).map(|text| text.replace('\u{1}', "'")).collect()
}
