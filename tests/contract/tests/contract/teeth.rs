//! The check must bite: whatever is misspelt on purpose is found.

use std::collections::BTreeSet;

use contract::Contract;
use practice::Exchange;
use serde_json::{Map, Value, json};

use crate::{stories, the_contract};

/// The first exchange of this method and this path (`*` stands for one segment).
fn exchange<'a>(conversation: &'a mut [Exchange], method: &str, path: &str) -> &'a mut Exchange {
    let wanted: Vec<&str> = path.split('/').collect();
    let fits = |exchange: &&mut Exchange| {
        let sent =
            exchange.path_and_query.strip_prefix("/v1.0").unwrap().split('?').next().unwrap().to_owned();
        let sent: Vec<&str> = sent.split('/').collect();
        exchange.method == method
            && sent.len() == wanted.len()
            && wanted.iter().zip(sent).all(|(want, have)| *want == "*" || *want == have)
    };
    conversation.iter_mut().find(fits).unwrap_or_else(|| panic!("no {method} {path} was recorded"))
}

fn rename(object: &mut Value, from: &str, to: &str) {
    let object = object.as_object_mut().unwrap();
    let value = object.remove(from).unwrap_or_else(|| panic!("there is no {from} in {object:?}"));
    object.insert(to.to_owned(), value);
}

/// The first item of a batch whose url begins like this.
fn item<'a>(batch: &'a mut Exchange, url: &str) -> &'a mut Value {
    let requests = batch.body["requests"].as_array_mut().unwrap();
    requests.iter_mut().find(|item| item["url"].as_str().unwrap().starts_with(url)).unwrap()
}

/// The first user that an item of the batch was answered with.
fn user_in_batch(batch: &mut Exchange) -> &mut Value {
    let answers = batch.answer_body["responses"].as_array_mut().unwrap();
    let mut first = answers.iter_mut().filter_map(|answer| answer["body"]["value"].get_mut(0));
    first.find(|object| object["userPrincipalName"].is_string()).unwrap()
}

type Misspelling = (&'static str, &'static str, &'static str, fn(&mut Exchange));

fn text(value: &mut Value, from: &str, to: &str) {
    let before = value.as_str().unwrap();
    let after = before.replacen(from, to, 1);
    assert_ne!(before, after);
    *value = json!(after);
}

fn target(exchange: &mut Exchange, from: &str, to: &str) {
    assert!(exchange.path_and_query.contains(from), "{}", exchange.path_and_query);
    exchange.path_and_query = exchange.path_and_query.replacen(from, to, 1);
}

const MISSPELLINGS: [Misspelling; 24] = [
    ("a field of a request", "PATCH", "/users/*", |it| rename(&mut it.body, "otherMails", "otherMials")),
    ("a field of an invitation", "POST", "/invitations", |it| {
        rename(&mut it.body, "invitedUserEmailAddress", "invitedUserEmailAdress");
    }),
    ("a reference", "POST", "/groups/*/members/$ref", |it| rename(&mut it.body, "@odata.id", "@odata.ID")),
    ("a field of an assignment", "POST", "/users/*/appRoleAssignments", |it| {
        rename(&mut it.body, "principalId", "principleId");
    }),
    ("a field of an answer", "GET", "/me", |it| rename(&mut it.answer_body, "displayName", "dispalyName")),
    ("a field of a list", "GET", "/organization", |it| {
        rename(&mut it.answer_body["value"][0], "displayName", "dispalyName");
    }),
    ("a field inside a field", "GET", "/organization", |it| {
        rename(&mut it.answer_body["value"][0]["verifiedDomains"][0], "name", "nmae");
    }),
    ("a batch", "POST", "/$batch", |it| rename(&mut it.body, "requests", "request")),
    ("an item of a batch", "POST", "/$batch", |it| rename(item(it, "/users"), "url", "uri")),
    ("an answer in a batch", "POST", "/$batch", |it| rename(user_in_batch(it), "mail", "mial")),
    ("the packing of an answer", "POST", "/$batch", |it| {
        rename(&mut it.answer_body["responses"][0], "status", "statsu");
    }),
    ("an id that was not asked", "POST", "/$batch", |it| it.answer_body["responses"][0]["id"] = json!("x")),
    ("a property in $select", "GET", "/me", |it| target(it, "otherMails", "otherMials")),
    ("a property in $select in a batch", "POST", "/$batch", |it| {
        text(&mut item(it, "/contacts")["url"], "proxyAddresses", "proxyAdresses");
    }),
    ("a property in $filter in a batch", "POST", "/$batch", |it| {
        text(&mut item(it, "/groups")["url"], "$filter=mail", "$filter=mial");
    }),
    ("a query option", "GET", "/me", |it| target(it, "$select", "$slect")),
    ("a query option in a batch", "POST", "/$batch", |it| {
        text(&mut item(it, "/users")["url"], "$filter", "$filtre");
    }),
    ("a page token of one's own", "GET", "/users/*/ownedObjects", |it| {
        target(it, "$top=999", "$skiptoken=1");
    }),
    ("a path", "GET", "/organization", |it| target(it, "/organization", "/organisation")),
    ("a path in a batch", "POST", "/$batch", |it| {
        text(&mut item(it, "/contacts")["url"], "/contacts", "/contact");
    }),
    ("a reference forgotten", "POST", "/groups/*/members/$ref", |it| target(it, "/$ref", "")),
    ("a method", "PATCH", "/users/*", |it| "PUT".clone_into(&mut it.method)),
    ("a status", "PATCH", "/users/*", |it| it.status = 200),
    ("a header", "GET", "/me", |it| it.headers.push(("Consistency-Level".to_owned(), "eventual".to_owned()))),
];

async fn recorded() -> Vec<Exchange> {
    let mut conversation = stories::addresses_are_repaired().await;
    conversation.extend(stories::sofie_is_invited_again().await);
    conversation
}

#[tokio::test]
#[ignore = "needs CONTRACT_DIR: Microsoft's contract is no part of this repository"]
async fn whatever_is_misspelt_is_found() {
    let contract = the_contract();
    let conversation = recorded().await;
    assert_eq!(contract.violations(&conversation), []);
    for (what, method, path, misspell) in MISSPELLINGS {
        let mut one = vec![exchange(&mut conversation.clone(), method, path).clone()];
        assert_eq!(contract.violations(&one), [], "{what}");
        misspell(&mut one[0]);
        assert_ne!(contract.violations(&one), [], "{what} was misspelt, and nothing was found");
    }
}

#[tokio::test]
#[ignore = "needs CONTRACT_DIR: Microsoft's contract is no part of this repository"]
async fn an_error_that_has_another_shape_is_found() {
    let contract = the_contract();
    let conversation = stories::some_are_refused().await;
    let refused = |exchange: &&Exchange| exchange.status == 403;
    let mut one = conversation.iter().find(refused).cloned().into_iter().collect::<Vec<_>>();
    if one.is_empty() {
        // The guest's refusals come inside a batch.
        one = conversation
            .iter()
            .filter(|exchange| exchange.answer_body.to_string().contains("403"))
            .cloned()
            .collect();
    }
    assert_eq!(contract.violations(&one), []);
    let text = serde_json::to_string(&one[0].answer_body).unwrap();
    for (from, to) in
        [("\"message\":", "\"mesage\":"), ("\"innerError\":", "\"innerEror\":"), ("\"code\":", "\"kode\":")]
    {
        let mut wrong = one[0].clone();
        wrong.answer_body = serde_json::from_str(&text.replacen(from, to, 1)).unwrap();
        assert_ne!(contract.violations(&[wrong]), [], "{from}");
    }
}

/// The body of one side of an exchange.
type Body = fn(&mut Exchange) -> &mut Value;

/// Every name in every body, one after the other: no place where a misspelling would go unnoticed.
#[tokio::test]
#[ignore = "needs CONTRACT_DIR: Microsoft's contract is no part of this repository"]
async fn there_is_no_field_that_could_be_misspelt_unnoticed() {
    let contract = the_contract();
    let (mut seen, mut tried) = (BTreeSet::new(), 0);
    for exchange in recorded().await {
        let sides: [(&str, Body); 2] = [("request", |it| &mut it.body), ("answer", |it| &mut it.answer_body)];
        for (side, body) in sides {
            for pointer in names(body(&mut exchange.clone()), "") {
                // The same place in the same kind of message is tried once.
                let place =
                    format!("{} {} {side} {}", exchange.method, kind(&exchange), without_numbers(&pointer));
                if is_free(&pointer) || !seen.insert(place.clone()) {
                    continue;
                }
                let mut wrong = exchange.clone();
                let (parent, name) = pointer.rsplit_once('/').unwrap();
                let name = name.replace("~1", "/").replace("~0", "~");
                rename(body(&mut wrong).pointer_mut(parent).unwrap(), &name, &format!("{name}x"));
                assert!(bites(&contract, &wrong), "{place} was misspelt, and nothing was found");
                tried += 1;
            }
        }
    }
    println!("{tried} names were misspelt, one by one, and each was found");
    assert!(tried > 100, "only {tried} names were tried");
}

fn bites(contract: &Contract, wrong: &Exchange) -> bool {
    !contract.violations(std::slice::from_ref(wrong)).is_empty()
}

/// Headers are free text to the contract, and `innerError` is open on purpose.
fn is_free(pointer: &str) -> bool {
    pointer.contains("/headers/") || pointer.contains("/innerError/")
}

fn kind(exchange: &Exchange) -> String {
    without_numbers(exchange.path_and_query.split('?').next().unwrap())
}

/// Ids and positions do not make another place.
fn without_numbers(path: &str) -> String {
    let is_number = |part: &&str| part.parse::<usize>().is_ok() || part.len() == 36;
    path.split('/').map(|part| if is_number(&part) { "*" } else { part }).collect::<Vec<_>>().join("/")
}

/// JSON pointers to every name in a value.
fn names(value: &Value, at: &str) -> Vec<String> {
    let of_object = |object: &Map<String, Value>| {
        object
            .iter()
            .flat_map(|(name, value)| {
                let own = format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
                let mut all = names(value, &own);
                all.push(own);
                all
            })
            .collect()
    };
    match value {
        Value::Object(object) => of_object(object),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .flat_map(|(number, value)| names(value, &format!("{at}/{number}")))
            .collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => vec![],
    }
}
