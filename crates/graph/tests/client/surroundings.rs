//! The second round: what surrounds a guest, again in one round trip.

use graph::{GraphProblemKind, GroupSetting};
use serde_json::{Value, json};

use crate::support::{GROUP, GUEST, Reply, Story, batch, found};

fn answer(url: &str, _: &str) -> Value {
    let path = url.split('?').next().unwrap();
    if path == format!("/users/{GUEST}/transitiveMemberOf") {
        found(&json!([{ "@odata.type": "#microsoft.graph.group", "id": "parent" }]))
    } else if path.ends_with("/microsoft.graph.group") {
        found(&json!([{ "id": GROUP, "displayName": "Sales NL", "groupTypes": ["Unified"] }]))
    } else if path.ends_with("/microsoft.graph.directoryRole") {
        found(&json!([]))
    } else if path == format!("/groups/{GROUP}") && url.contains("hideFromOutlookClients") {
        json!({ "status": 404, "body": { "error": { "code": "MailboxNotEnabledForRESTAPI", "message": "" } } })
    } else if path == format!("/groups/{GROUP}") {
        json!({ "status": 200, "body": { "id": GROUP, "mailEnabled": true, "membershipRule": null } })
    } else if path.ends_with("/settings") {
        found(
            &json!([{ "id": "s", "templateId": GroupSetting::GUEST, "values": [{ "name": "AllowToAddGuests", "value": "False" }] }]),
        )
    } else if path == "/contacts" {
        found(&json!([{ "id": "c1", "displayName": "J. de Vries" }]))
    } else {
        found(&json!([]))
    }
}

#[tokio::test]
async fn one_batch_tells_groups_roles_the_chosen_group_and_who_owns_the_addresses() {
    let story = Story::new([batch(answer)]);
    let others = ["jan@fabrikam.nl".to_owned(), "jan@contoso.com".to_owned()];
    let round = story.graph.guest_context(GUEST, &others, Some(GROUP), &[], &story.cancel).await.unwrap();
    assert_eq!((story.asked().len(), story.batched()[0].len()), (1, 14));

    assert_eq!(round.memberships.unwrap()[0].display_name.value().unwrap(), "Sales NL");
    assert_eq!(round.directory_roles, Ok(Vec::new()));
    let chosen = round.group.unwrap();
    let group = chosen.group.unwrap();
    assert!(group.membership_rule.is_null() && group.hide_from_outlook_clients.is_absent());
    assert_eq!(
        chosen.in_exchange.unwrap_err().kind,
        GraphProblemKind::NotFound,
        "what Exchange knows fails alone"
    );
    assert_eq!(chosen.settings.unwrap()[0].flag("allowtoaddguests"), Some(false));
    assert_eq!(chosen.transitive.unwrap()[0].id, "parent", "with the groups that hold theirs");
    assert!(round.owners.complete());
    assert_eq!(round.owners.contacts.objects().next().unwrap().id, "c1");
    assert!(round.owners.users.found.is_empty());
}

#[tokio::test]
async fn many_addresses_are_asked_in_several_batches_side_by_side_and_never_16_clauses_in_one_filter() {
    let others: Vec<String> = (0..250).map(|n| format!("jan{n}@fabrikam.nl")).collect();
    let story = Story::new((0..20).map(|_| batch(answer)));
    let round = story.graph.guest_context(GUEST, &others, Some(GROUP), &[], &story.cancel).await.unwrap();
    let batches = story.batched();
    assert!(batches.len() > 1 && batches.iter().all(|batch| batch.len() <= 20));
    let urls: Vec<String> = batches.concat();
    assert!(urls.iter().all(|url| url.matches("%20or%20").count() <= 14));
    for prefix in ["smtp", "SMTP"] {
        for address in [&others[0], &others[249]] {
            let encoded = format!("{prefix}:{}", address.replace('@', "%40"));
            assert_eq!(
                urls.iter().filter(|url| url.contains(&format!("'{encoded}'"))).count(),
                3,
                "{encoded}"
            );
        }
    }
    assert_eq!(round.owners.contacts.found.len(), 1, "the same contact in many answers is one contact");
}

#[tokio::test]
async fn batches_side_by_side_do_not_wait_for_each_other() {
    // The first batch is silent for ever; the others must have been sent all the same.
    let others: Vec<String> = (0..100).map(|n| format!("jan{n}@fabrikam.nl")).collect();
    let story = Story::new(std::iter::once(Reply::Silence).chain((0..20).map(|_| batch(answer))));
    let sent_all = async {
        while story.batched().len() < 3 {
            tokio::task::yield_now().await;
        }
        story.cancel.cancel();
    };
    let (_, ()) = tokio::join!(story.graph.guest_context(GUEST, &others, None, &[], &story.cancel), sent_all);
    assert!(story.batched().len() >= 3);
}

#[tokio::test]
async fn one_batch_of_several_that_fails_leaves_its_part_unknown() {
    let others: Vec<String> = (0..100).map(|n| format!("jan{n}@fabrikam.nl")).collect();
    let refused = crate::support::error(400, "BadRequest", "");
    let story = Story::new([batch(answer), refused].into_iter().chain((0..20).map(|_| batch(answer))));
    let round = story.graph.guest_context(GUEST, &others, None, &[], &story.cancel).await.unwrap();
    assert!(round.memberships.is_ok());
    assert!(!round.owners.complete());
}

fn of_contacts(url: &str, id: &str) -> Value {
    if url.starts_with("/contacts/c1/memberOf/microsoft.graph.group?") {
        found(&json!([{ "id": "list", "displayName": "Nieuwsbrief" }]))
    } else if url.starts_with("/contacts/c2/") {
        let body = json!({ "error": { "code": "Authorization_RequestDenied", "message": "no" } });
        json!({ "status": 403, "body": body })
    } else {
        answer(url, id)
    }
}

#[tokio::test]
async fn the_groups_of_contacts_are_asked_in_the_same_batch_of_five_at_most() {
    let story = Story::new([batch(of_contacts)]);
    let ids = ["c1", "c2", "c3", "c4", "c5", "c6"];
    let round = story.graph.guest_context(GUEST, &[], None, &ids, &story.cancel).await.unwrap();
    assert_eq!((story.asked().len(), story.batched()[0].len()), (1, 2 + 5));
    assert_eq!(round.contact_groups.len(), 5);
    let (id, groups) = &round.contact_groups[0];
    assert_eq!((id.as_str(), groups.as_ref().unwrap()[0].id.as_str()), ("c1", "list"));
    assert!(round.contact_groups[1].1.is_err(), "it fails alone");
    assert!(round.memberships.is_ok());
}

#[tokio::test]
async fn without_a_chosen_group_and_other_addresses_only_the_guest_is_asked_about() {
    let story = Story::new([batch(answer)]);
    let round = story.graph.guest_context(GUEST, &[], None, &[], &story.cancel).await.unwrap();
    assert_eq!(story.batched()[0].len(), 2);
    assert!(round.group.is_none() && round.owners.complete());
}
