//! The names in `$select`, `$filter` and `$orderby`: a property that is misspelt there is misspelt in the request.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::document::Contract;

/// Words of the filter language (OData 4.01, part 2: URL conventions, `$filter`).
const WORDS: [&str; 19] = [
    "and",
    "or",
    "not",
    "eq",
    "ne",
    "gt",
    "ge",
    "lt",
    "le",
    "in",
    "has",
    "true",
    "false",
    "null",
    "startswith",
    "endswith",
    "contains",
    "any",
    "all",
];

/// The names in a list of names that the schema does not know.
pub(crate) fn unknown_in_list(contract: &Contract, object: &Value, list: &str) -> Vec<String> {
    let known = contract.properties(object);
    let first_word = |name: &str| name.split_whitespace().next().unwrap_or_default().to_owned();
    list.split(',').map(first_word).filter(|name| !known.contains(name.as_str())).collect()
}

/// The names in a filter that the schema does not know.
pub(crate) fn unknown_in_filter(contract: &Contract, object: &Value, filter: &str) -> Vec<String> {
    let known = contract.properties(object);
    // What a name such as `x` in `otherMails/any(x:x eq 'a')` stands for.
    let mut elements: BTreeMap<&str, Option<BTreeSet<&str>>> = BTreeMap::new();
    let mut collection = "";
    let mut unknown = Vec::new();
    let texts_blanked = without_texts(filter);
    let is_part = |c: char| c.is_alphanumeric() || "_./@$-".contains(c);
    let mut rest = texts_blanked.as_str();
    while let Some(start) = rest.find(is_part) {
        let word = &rest[start..];
        let end = word.find(|c: char| !is_part(c)).unwrap_or(word.len());
        let (word, after) = word.split_at(end);
        rest = after;
        let (name, part) = word.split_once('/').unwrap_or((word, ""));
        if WORDS.iter().any(|it| it.eq_ignore_ascii_case(word))
            || word.starts_with(|c: char| !c.is_alphabetic())
        {
            continue;
        }
        if after.starts_with(':') {
            let element = contract.elements(object, collection);
            elements.insert(word, element.map(|element| contract.properties(element)));
        } else if let Some(of_element) = elements.get(name) {
            let known = of_element.as_ref().is_some_and(|known| part.is_empty() || known.contains(part));
            if !known {
                unknown.push(word.to_owned());
            }
        } else {
            collection = name;
            if !known.contains(name) {
                unknown.push(name.to_owned());
            }
        }
    }
    unknown
}

/// The filter with every text in it blanked out; a doubled apostrophe belongs to the text.
fn without_texts(filter: &str) -> String {
    let mut inside = false;
    filter
        .chars()
        .map(|c| {
            if c == '\'' {
                inside = !inside;
                return ' ';
            }
            if inside { ' ' } else { c }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_name_that_is_misspelt_is_found_wherever_it_stands_in_a_filter() {
        let contract = Contract::new(json!({ "x-operations": [], "$defs": {} })).unwrap();
        let identity = json!({ "properties": { "issuer": {}, "issuerAssignedId": {} } });
        let user = json!({ "properties": {
            "mail": {}, "otherMails": { "items": { "type": "string" } }, "identities": { "items": identity },
        } });
        let cases: [(&str, &[&str]); 6] = [
            ("mail eq 'x' or otherMails/any(x:x eq 'it''s mial')", &[]),
            ("mial eq 'x'", &["mial"]),
            ("startsWith(mial,'x') and not (mail eq null)", &["mial"]),
            ("otherMail/any(x:x eq 'a')", &["otherMail", "x"]),
            ("identities/any(i:i/issuer eq 'mail' and i/issuerAssignedId eq 'a')", &[]),
            ("identities/any(i:i/isuer eq 'mail')", &["i/isuer"]),
        ];
        for (filter, unknown) in cases {
            assert_eq!(unknown_in_filter(&contract, &user, filter), unknown, "{filter}");
        }
        assert_eq!(unknown_in_list(&contract, &user, "mail,otherMail"), ["otherMail"]);
        assert_eq!(unknown_in_list(&contract, &user, "mail desc"), [""; 0]);
    }
}
