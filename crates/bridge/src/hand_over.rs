//! The hand-over file: what a group owner gives to an admin. No token, no secret, and nothing that confirms or chooses
//! anything: it says who is meant, and what was found when. Whoever opens it reads everything afresh.
//!
//! It is untrusted input. What does not have the form of one is refused, and nothing of it reaches a request but an
//! address that is parsed like one that was typed, and object ids.

use std::collections::BTreeMap;

use guest::{RemedyKind, Verdict};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use words::Language;

use crate::form::object_id;
use crate::view::{PropertyView, ThenRow, UnreadableHandOver, ValueView};

/// What the file's name ends with.
pub(crate) const END: &str = ".guesthandover";

/// The version of a file about one guest, which every version of this program opens.
const VERSION: u64 = 1;

/// The version of a file about several, and the newest this program reads.
const OF_SEVERAL: u64 = 2;

/// The most guests that are handed over at once: an admin looks at each.
pub(crate) const MOST_GUESTS: usize = 20;

/// What it calls itself.
const KIND: &str = "hand-over";

/// The most bytes such a file may have.
pub(crate) const LARGEST: usize = 256 * 1024;

/// The most characters of a name or an address; the directory's own names have at most 256.
const LONGEST_NAME: usize = 320;

/// The most characters of what the asker noticed: a sentence or two.
pub(crate) const LONGEST_NOTE: usize = 200;

/// The most properties, values of one, and characters of a value: far more than a table has.
const MOST: usize = 100;
const LONGEST_VALUE: usize = 1_000;

/// The file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct HandOver {
    pub(crate) version: u64,
    pub(crate) kind: String,
    pub(crate) made_at: Timestamp,
    pub(crate) organisation: OfOrganisation,
    pub(crate) from: Asker,
    pub(crate) guest: OfGuest,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) group: Option<OfGroup>,
    pub(crate) found: Found,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) recommended: Option<RemedyKind>,
    pub(crate) language: Language,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) note: Option<String>,
}

/// The file about several guests: what each has in common stands once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct OfSeveral {
    version: u64,
    kind: String,
    made_at: Timestamp,
    organisation: OfOrganisation,
    from: Asker,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    group: Option<OfGroup>,
    guests: Vec<OneOfSeveral>,
    language: Language,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

/// One of the guests in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct OneOfSeveral {
    guest: OfGuest,
    found: Found,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    recommended: Option<RemedyKind>,
}

impl OfSeveral {
    /// Each of the guests as a file of its own would say it.
    fn apart(self) -> Vec<HandOver> {
        let Self { made_at, organisation, from, group, guests, language, note, .. } = self;
        let apart = guests.into_iter().map(|one| HandOver {
            group: group.clone(),
            recommended: one.recommended,
            note: note.clone(),
            ..HandOver::new(made_at, organisation.clone(), from.clone(), one.guest, one.found, language)
        });
        apart.collect()
    }
}

/// The text of one file about all of these, which one person made in one organisation; None when it were too large, or
/// about too many or nobody.
pub(crate) fn together(files: Vec<HandOver>) -> Option<String> {
    if files.len() > MOST_GUESTS {
        return None;
    }
    let first = files.first()?.clone();
    let guests = files.into_iter().map(|it| OneOfSeveral {
        guest: it.guest,
        found: it.found,
        recommended: it.recommended,
    });
    let file = OfSeveral {
        version: OF_SEVERAL,
        kind: first.kind,
        made_at: first.made_at,
        organisation: first.organisation,
        from: first.from,
        group: first.group,
        guests: guests.collect(),
        language: first.language,
        note: first.note,
    };
    let text = serde_json::to_string_pretty(&file).ok()?;
    (text.len() <= LARGEST).then_some(text)
}

/// Of which organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct OfOrganisation {
    /// The tenant's id.
    pub(crate) tenant: String,
    pub(crate) name: String,
    /// The cloud's name, as in the organisation file.
    pub(crate) cloud: String,
}

/// Who asks. A claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Asker {
    pub(crate) name: String,
    /// The user name.
    pub(crate) address: String,
}

/// Who is meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct OfGuest {
    pub(crate) typed: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) id: Option<String>,
}

/// In which group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct OfGroup {
    pub(crate) id: String,
    pub(crate) name: String,
}

/// What was found when it was made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Found {
    pub(crate) verdict: Verdict,
    /// The rows that matter, by the property's name. What could not be read is not there.
    pub(crate) properties: BTreeMap<String, Value>,
}

impl HandOver {
    /// A new one of this version.
    pub(crate) fn new(
        made_at: Timestamp,
        organisation: OfOrganisation,
        from: Asker,
        guest: OfGuest,
        found: Found,
        language: Language,
    ) -> Self {
        let kind = KIND.to_owned();
        let (group, recommended, note) = (None, None, None);
        Self {
            version: VERSION,
            kind,
            made_at,
            organisation,
            from,
            guest,
            group,
            found,
            recommended,
            language,
            note,
        }
    }

    /// As text, to be read by people too.
    pub(crate) fn to_json(&self) -> String {
        format!("{self:#}")
    }

    /// Reads a file, of one guest or of several: at least one.
    ///
    /// # Errors
    /// What it is instead.
    pub(crate) fn parse(text: &str) -> Result<Vec<Self>, UnreadableHandOver> {
        use UnreadableHandOver::{Damaged, Newer, NotOne, TooLarge};
        if text.len() > LARGEST {
            return Err(TooLarge);
        }
        // Windows' own editor puts one before what it saves.
        let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|_| NotOne)?;
        if value["kind"] != KIND {
            return Err(NotOne);
        }
        // Before its form: a newer one may have another.
        let version = value["version"].as_u64().ok_or(Damaged)?;
        if version > OF_SEVERAL {
            return Err(Newer);
        }
        let read = if version == OF_SEVERAL {
            let several: OfSeveral = serde_json::from_value(value).map_err(|_| Damaged)?;
            several.apart()
        } else {
            vec![serde_json::from_value(value).map_err(|_| Damaged)?]
        };
        let is_sound = (1..=MOST_GUESTS).contains(&read.len()) && read.iter().all(Self::is_sound);
        is_sound.then_some(read).ok_or(Damaged)
    }

    /// Whether every value is one that we could have written.
    fn is_sound(&self) -> bool {
        let named = [
            &self.organisation.tenant,
            &self.organisation.name,
            &self.organisation.cloud,
            &self.from.name,
            &self.from.address,
        ];
        let ids = [self.guest.id.as_deref(), self.group.as_ref().map(|group| group.id.as_str())];
        let properties = &self.found.properties;
        self.version == VERSION
            && named.iter().all(|text| is_within(text, LONGEST_NAME))
            && self.group.as_ref().is_none_or(|group| is_within(&group.name, LONGEST_NAME))
            && is_within(&self.guest.typed, LONGEST_VALUE)
            && ids.into_iter().flatten().all(|id| object_id(id).is_ok())
            && self.note.as_ref().is_none_or(|note| is_within(note, LONGEST_NOTE))
            && properties.len() <= MOST
            && properties.iter().all(|(name, value)| is_within(name, LONGEST_NAME) && is_value(value))
    }
}

impl std::fmt::Display for HandOver {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = serde_json::to_string_pretty(self).map_err(|_| std::fmt::Error)?;
        f.write_str(&text)
    }
}

fn is_within(text: &str, most: usize) -> bool {
    // No character has more than four bytes, so that most texts need no counting.
    text.len() <= most * 4 && text.chars().count() <= most
}

fn is_value(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(_) => true,
        Value::String(text) => is_within(text, LONGEST_VALUE),
        Value::Array(texts) => {
            let text = |it: &Value| it.as_str().is_some_and(|text| is_within(text, LONGEST_VALUE));
            texts.len() <= MOST && texts.iter().all(text)
        }
        Value::Number(_) | Value::Object(_) => false,
    }
}

/// What stands in the rows that matter, as the file says it.
pub(crate) fn properties(rows: &[PropertyView]) -> BTreeMap<String, Value> {
    let matter: Vec<_> = rows.iter().filter(|row| row.matters).collect();
    let names = matter.iter().map(|row| &row.name);
    names.filter_map(|name| Some((name.clone(), written(&matter, name)?))).collect()
}

/// What the file says of a property that may have several rows, as that of who owns an address has; none for what could
/// not be read, which is never said to be empty.
fn written(rows: &[&PropertyView], name: &str) -> Option<Value> {
    let rows = rows.iter().filter(|row| row.name == name);
    let mut values = rows.map(|row| one_written(&row.value)).collect::<Option<Vec<_>>>()?;
    if values.len() == 1 { values.pop() } else { Some(values.into()) }
}

fn one_written(value: &ValueView) -> Option<Value> {
    match value {
        ValueView::Empty => Some(Value::Null),
        ValueView::Unknown => None,
        ValueView::Texts { texts } => Some(texts.clone().into()),
        ValueView::Truth { truth } => Some((*truth).into()),
        ValueView::Moment { at } => Some(at.clone().into()),
        ValueView::Redemption { state, .. } => Some(state.clone().into()),
        ValueView::Owner { owner } => Some(owner.display_name.clone().into()),
    }
}

/// A value of the file, to be shown beside a value of today.
fn shown(value: &Value, today: Option<&PropertyView>) -> ValueView {
    let text = |it: &Value| it.as_str().unwrap_or_default().to_owned();
    match (value, today.map(|row| &row.value)) {
        (value, Some(now)) if one_written(now).as_ref() == Some(value) => now.clone(),
        (Value::String(state), Some(ValueView::Redemption { .. })) => {
            ValueView::Redemption { state: state.clone(), at: None }
        }
        (Value::String(at), Some(ValueView::Moment { .. })) if at.parse::<Timestamp>().is_ok() => {
            ValueView::Moment { at: at.clone() }
        }
        (Value::Bool(truth), _) => ValueView::Truth { truth: *truth },
        (Value::Array(texts), _) => ValueView::Texts { texts: texts.iter().map(text).collect() },
        (Value::String(_), _) => ValueView::Texts { texts: vec![text(value)] },
        (Value::Null | Value::Number(_) | Value::Object(_), _) => ValueView::Empty,
    }
}

/// All that the file says of the guest's properties: first in today's order, then what has no row today.
pub(crate) fn then(file: &BTreeMap<String, Value>, today: &[PropertyView]) -> Vec<ThenRow> {
    let has_row = |name: &str| today.iter().any(|row| row.name == name);
    let named = today.iter().map(|row| &row.name).chain(file.keys().filter(|name| !has_row(name)));
    let mut rows: Vec<ThenRow> = Vec::new();
    for name in named {
        let Some(value) = file.get(name).filter(|_| rows.iter().all(|row| row.name != *name)) else {
            continue;
        };
        let value = shown(value, today.iter().find(|row| row.name == *name));
        rows.push(ThenRow { name: name.clone(), value });
    }
    rows
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::view::OwnerView;

    fn one() -> Value {
        json!({
            "version": 1, "kind": "hand-over", "madeAt": "2026-11-25T22:40:00Z",
            "organisation": { "tenant": "t", "name": "Contoso", "cloud": "global" },
            "from": { "name": "Bram Visser", "address": "bram.visser@contoso.example" },
            "guest": { "typed": "jan@fabrikam.example", "id": "11111111-aaaa-4aaa-8aaa-111111111111" },
            "group": { "id": "22222222-aaaa-4aaa-8aaa-111111111111", "name": "Sales NL" },
            "found": { "verdict": "conflict", "properties": { "mail": null, "otherMails": ["jan@fabrikam.example"] } },
            "recommended": "resolve-conflict", "language": "nl", "note": "Since October.",
        })
    }

    fn with(path: &str, value: Value) -> String {
        let mut file = one();
        match file.pointer_mut(path) {
            Some(place) => *place = value,
            None => file[path] = value,
        }
        file.to_string()
    }

    #[test]
    fn what_is_written_is_read_again() {
        let read = HandOver::parse(&one().to_string()).unwrap();
        let text = read[0].to_json();
        assert_eq!(HandOver::parse(&text), Ok(read.clone()));
        assert_eq!(HandOver::parse(&format!("\u{feff}{text}")), Ok(read));
    }

    #[test]
    fn what_is_none_or_is_damaged_too_large_or_newer_is_refused_for_what_it_is() {
        use UnreadableHandOver::{Damaged, Newer, NotOne, TooLarge};
        let whole = one().to_string();
        for (text, why) in [
            (String::new(), NotOne),
            ("[]".to_owned(), NotOne),
            (whole[..whole.len() / 2].to_owned(), NotOne),
            (r#"{"version":1,"name":"Contoso"}"#.to_owned(), NotOne),
            (with("/kind", json!("organisation")), NotOne),
            (format!("{whole}{}", " ".repeat(LARGEST)), TooLarge),
            (json!({ "version": 3, "kind": "hand-over", "of another form": true }).to_string(), Newer),
            (with("/version", json!(2)), Damaged),
            (with("/version", json!(0)), Damaged),
            (with("/version", json!("1")), Damaged),
            (with("confirm", json!(true)), Damaged),
            (with("/guest/id", json!("../users")), Damaged),
            (with("/group/id", json!("")), Damaged),
            (with("/found/verdict", json!("all is well")), Damaged),
            (with("/found/properties", json!({ "mail": { "$ref": "x" } })), Damaged),
            (with("/recommended", json!("format-the-disk")), Damaged),
            (with("/madeAt", json!("yesterday")), Damaged),
            (with("/note", json!("x".repeat(LONGEST_NOTE + 1))), Damaged),
            (with("/from/name", json!("x".repeat(LONGEST_NAME + 1))), Damaged),
        ] {
            assert_eq!(HandOver::parse(&text).unwrap_err(), why, "{text:.120}");
        }
        assert!(
            HandOver::parse(&with("/note", json!("漢".repeat(LONGEST_NOTE)))).is_ok(),
            "characters, not bytes"
        );
    }

    /// A file about as many.
    fn several(count: usize) -> Value {
        let one = HandOver::parse(&one().to_string()).unwrap().remove(0);
        let guests = (0..count).map(|nth| {
            let typed = format!("guest-{nth}@fabrikam.example");
            HandOver { guest: OfGuest { typed, id: one.guest.id.clone() }, ..one.clone() }
        });
        serde_json::from_str(&together(guests.collect()).unwrap()).unwrap()
    }

    #[test]
    fn a_file_about_several_says_of_each_what_one_of_its_own_would_say() {
        for count in [1, 2, MOST_GUESTS] {
            let file = several(count);
            assert_eq!(file["version"], 2);
            for once in ["guest", "found", "recommended"] {
                assert!(file.get(once).is_none(), "{once}");
            }
            let read = HandOver::parse(&file.to_string()).unwrap();
            assert_eq!(read.len(), count);
            let alone = HandOver::parse(&one().to_string()).unwrap().remove(0);
            for (nth, read) in read.into_iter().enumerate() {
                assert_eq!(read.guest.typed, format!("guest-{nth}@fabrikam.example"));
                assert_eq!(HandOver { guest: alone.guest.clone(), ..read }, alone);
            }
        }
    }

    #[test]
    fn nobody_too_many_and_too_much_make_no_file() {
        let one = HandOver::parse(&one().to_string()).unwrap().remove(0);
        assert_eq!(together(Vec::new()), None);
        assert_eq!(together(vec![one.clone(); MOST_GUESTS + 1]), None);
        let mut long = one;
        for nth in 0..MOST {
            let texts = vec!["x".repeat(LONGEST_VALUE); 9];
            long.found.properties.insert(format!("property-{nth}"), texts.into());
        }
        assert_eq!(together(vec![long]), None, "one that would not be opened is not made");
    }

    #[test]
    fn a_file_about_several_is_refused_as_a_whole_for_what_is_wrong_with_one() {
        use UnreadableHandOver::{Damaged, NotOne, TooLarge};
        let changed = |change: fn(&mut Value)| {
            let mut file = several(3);
            change(&mut file);
            file.to_string()
        };
        let whole = several(3).to_string();
        for (text, why) in [
            (whole[..whole.len() - 9].to_owned(), NotOne),
            (format!("{whole}{}", " ".repeat(LARGEST)), TooLarge),
            (changed(|file| file["guests"] = json!([])), Damaged),
            (changed(|file| file["guests"] = json!({})), Damaged),
            (
                changed(|file| {
                    let one = file["guests"][0].clone();
                    file["guests"] = vec![one; MOST_GUESTS + 1].into();
                }),
                Damaged,
            ),
            (changed(|file| file["version"] = json!(1)), Damaged),
            (changed(|file| file["guest"] = file["guests"][0]["guest"].clone()), Damaged),
            (changed(|file| file["guests"][1]["confirm"] = json!(true)), Damaged),
            (changed(|file| file["guests"][1]["guest"]["id"] = json!("../users")), Damaged),
            (changed(|file| file["guests"][2]["guest"]["typed"] = json!("x".repeat(1_001))), Damaged),
            (changed(|file| file["guests"][2]["found"]["verdict"] = json!("all is well")), Damaged),
            (changed(|file| file["guests"][2]["recommended"] = json!("format-the-disk")), Damaged),
            (changed(|file| file["guests"][0]["note"] = json!("one of its own")), Damaged),
            (changed(|file| file["group"]["id"] = json!("x")), Damaged),
        ] {
            assert_eq!(HandOver::parse(&text).unwrap_err(), why, "{text:.160}");
        }
        assert!(
            HandOver::parse(&changed(|file| drop(file.as_object_mut().unwrap().remove("group")))).is_ok()
        );
    }

    #[test]
    fn what_was_not_known_is_not_written_and_what_was_is_said_whatever_there_is_today() {
        let file = properties(&[row("mail", ValueView::Empty), row("otherMails", ValueView::Unknown)]);
        assert_eq!(file, BTreeMap::from([("mail".to_owned(), Value::Null)]));
        let texts = || ValueView::Texts { texts: vec!["a@example.com".to_owned()] };
        let mail = || vec![ThenRow { name: "mail".to_owned(), value: ValueView::Empty }];
        let today = [row("mail", texts()), row("otherMails", texts()), row("city", ValueView::Empty)];
        assert_eq!(then(&file, &today), mail());
        // What has no row today stands there all the same.
        assert_eq!(then(&file, &[]), mail());
    }

    fn owner(name: &str) -> PropertyView {
        let owner = OwnerView {
            id: name.to_owned(),
            kind: crate::view::OwnerKind::Contact,
            display_name: name.to_owned(),
            address: "jan@fabrikam.example".to_owned(),
        };
        row("contact", ValueView::Owner { owner })
    }

    fn row(name: &str, value: ValueView) -> PropertyView {
        let (severity, state) = (guest::Severity::Info, crate::view::RowState::Info);
        PropertyView { name: name.to_owned(), matters: true, severity, state, value, meaning: None }
    }

    #[test]
    fn a_file_says_the_same_of_what_is_the_same_whatever_kind_of_value_it_is() {
        let at = "2026-11-25T22:40:00Z".to_owned();
        let rows = [
            row("mail", ValueView::Empty),
            row("otherMails", ValueView::Texts { texts: vec!["a@b.example".to_owned()] }),
            row("accountEnabled", ValueView::Truth { truth: true }),
            row("createdDateTime", ValueView::Moment { at: at.clone() }),
            row("externalUserState", ValueView::Redemption { state: "Accepted".to_owned(), at: Some(at) }),
            owner("J. de Vries"),
        ];
        let then = then(&properties(&rows), &rows);
        let pairs =
            then.iter().zip(&rows).map(|(then, row)| (&then.name, &then.value, &row.name, &row.value));
        for (name, value, of, now) in pairs {
            assert_eq!((name, value), (of, now));
        }
        assert_eq!(then.len(), rows.len());
    }

    #[test]
    fn of_several_who_own_an_address_none_is_forgotten_and_what_was_not_read_is_not_said() {
        let rows = [owner("J. de Vries"), owner("Jan"), row("mail", ValueView::Unknown)];
        let file = properties(&rows);
        assert_eq!(json!(file), json!({ "contact": ["J. de Vries", "Jan"] }));
        let both = ValueView::Texts { texts: vec!["J. de Vries".to_owned(), "Jan".to_owned()] };
        assert_eq!(then(&file, &rows), [ThenRow { name: "contact".to_owned(), value: both }]);
    }

    #[test]
    fn a_value_of_another_form_than_todays_is_shown_as_the_text_it_is() {
        let today = [row("createdDateTime", ValueView::Moment { at: "2026-11-25T22:40:00Z".to_owned() })];
        let file = BTreeMap::from([("createdDateTime".to_owned(), json!("yesterday"))]);
        let text = ValueView::Texts { texts: vec!["yesterday".to_owned()] };
        assert_eq!(then(&file, &today)[0].value, text);
    }
}
