//! JSON that is nearly right.

use serde_json::{Number, Value, json};

use crate::Input;

/// Numbers at the edges of what somebody may keep them in, as they are written.
pub(crate) const NUMBERS: &[&str] = &[
    "0",
    "-1",
    "1",
    "1e400",
    "-0.0",
    "1.5",
    "255",
    "65536",
    "2147483648",
    "4294967296",
    "9007199254740993",
    "9223372036854775807",
    "-9223372036854775808",
    "18446744073709551615",
    "18446744073709551616",
    "1e308",
];

/// Texts that are read further: dates, ids, links, and what stands for nothing.
const TEXTS: &[&str] = &[
    "",
    "null",
    "2026-11-22T19:00:00Z",
    "0000-00-00T00:00:00Z",
    "9999-12-31T23:59:59.9999999Z",
    "-009999-01-01T00:00:00Z",
    "11111111-2222-4333-8444-555555555555",
    "SMTP:jan@fabrikam.nl",
    "smtp:",
    "jan@fabrikam.nl",
    "jan_fabrikam.nl#EXT#@",
    "https://graph.microsoft.com/v1.0/users?$skiptoken=x",
    "https://evil.example/",
    "#microsoft.graph.user",
    "../..",
];

/// Changes one part of it, somewhere.
pub(crate) fn alter(input: &mut Input<'_, '_>, value: &mut Value) {
    let deeper = !input.once_in(4);
    match value {
        Value::Object(fields) if deeper && !fields.is_empty() => {
            let key = fields.keys().nth(input.below(fields.len())).cloned().unwrap_or_default();
            match input.below(8) {
                0 => drop(fields.remove(&key)),
                1 => {
                    let renamed = input.text(&[&key, "@odata.", "odata"]);
                    let held = fields.remove(&key).unwrap_or_default();
                    fields.insert(renamed, held);
                }
                _ => alter(input, &mut fields[&key]),
            }
        }
        Value::Array(items) if deeper && !items.is_empty() => {
            let at = input.below(items.len());
            match input.below(8) {
                0 => drop(items.remove(at)),
                1 => {
                    let again = vec![items[at].clone(); input.below(40)];
                    items.extend(again);
                }
                _ => alter(input, &mut items[at]),
            }
        }
        Value::Null
        | Value::Bool(_)
        | Value::Number(_)
        | Value::String(_)
        | Value::Array(_)
        | Value::Object(_) => *value = something(input, value),
    }
}

/// Something else in its place.
fn something(input: &mut Input<'_, '_>, instead_of: &Value) -> Value {
    let before = instead_of.as_str().unwrap_or("value").to_owned();
    match input.below(10) {
        0 => Value::Null,
        1 => Value::Bool(input.once_in(2)),
        2 => json!([]),
        3 => json!({}),
        4 => json!([instead_of]),
        5 => input.one_of(NUMBERS).parse::<Number>().map_or(Value::Null, Value::Number),
        6 => json!(input.one_of(TEXTS)),
        7 => json!(input.number()),
        _ => json!(input.text(&[&before, "jan@fabrikam.nl", "\u{202e}"])),
    }
}

/// Very deep, and not always closed.
pub(crate) fn deep(input: &mut Input<'_, '_>) -> Vec<u8> {
    let (depth, closed) = (input.below(20_000), input.once_in(2));
    let (open, close) = *input.one_of(&[("[", "]"), ("{\"value\":", "}"), ("[{\"error\":", "}]")]);
    let end = if closed { close.repeat(depth) } else { String::new() };
    format!("{}0{end}", open.repeat(depth)).into_bytes()
}
