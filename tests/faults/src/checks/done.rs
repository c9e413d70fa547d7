//! What was said to be done: that it is.

use std::collections::BTreeSet;

use procedure::{ChangeStatus, Outcome, PropertyChange, Purpose, Realisation};

use super::{Finding, finding};
use crate::evidence::Run;
use crate::somebody::Somebody;
use crate::truth::Account;

/// What was said to be seen of a property stands in an account of the guest.
pub(super) fn values_after_are_true(run: &Run) -> Vec<Finding> {
    let deed = run.last();
    let Some(result) = deed.result().filter(|result| result.made == Realisation::Seen) else {
        return Vec::new();
    };
    if !matches!(result.outcome, Outcome::Done) || !run.alone() {
        return Vec::new();
    }
    let mut accounts = run.new_accounts();
    accounts.push(&run.guest);
    let live: Vec<&Account> = accounts.iter().filter_map(|id| deed.after.live.get(*id)).collect();
    let stands = |change: &&PropertyChange| live.iter().any(|account| stands(change, account, &run.group));
    let missing = result.changes.iter().filter(|change| !stands(change));
    missing
        .map(|change| {
            let words = format!("{} is said to be {:?}, and is not", change.property, change.after);
            (change.property.to_owned(), words)
        })
        .collect()
}

/// Whether an account has what a change says of it.
pub(crate) fn stands(change: &PropertyChange, account: &Account, group: &str) -> bool {
    let Some(after) = &change.after else { return true };
    // Of the groups only the one that is changed is told, and by its name, which others may have too.
    if change.property == "memberOf" {
        return after.is_empty() != account.groups.contains(group);
    }
    let said: BTreeSet<String> = after.iter().map(|value| value.to_lowercase()).collect();
    let small = |values: &BTreeSet<String>| values.iter().map(|value| value.to_lowercase()).collect();
    let now: BTreeSet<String> = match change.property {
        "mail" => account.mail.iter().map(|mail| mail.to_lowercase()).collect(),
        "otherMails" => small(&account.other_mails),
        "externalUserState" => account.state.iter().map(|state| state.to_lowercase()).collect(),
        _ => small(&account.proxies),
    };
    said == now
}

/// What is done leaves the guest one account, and no second one.
pub(super) fn one_account_is_left(run: &Run) -> Vec<Finding> {
    let deed = run.last();
    let done = deed.result().is_some_and(|result| result.outcome == Outcome::Done);
    if !done || !run.alone() {
        return Vec::new();
    }
    let original = usize::from(deed.after.live.contains_key(&run.guest));
    let new = run.new_accounts().len();
    // Of somebody new nothing is left once that was taken back: `back_is_back` looks.
    let purpose = deed.change.and_then(|change| run.purpose_of(change));
    let back = matches!(purpose, Some(Purpose::Undo | Purpose::PutBack));
    if original + new == 1 || back && run.original().is_none() {
        return Vec::new();
    }
    finding(
        format!("{original}+{new}"),
        format!("done, with {original} original and {new} new accounts alive"),
    )
}

/// Undone, or put back: the original is there as it was, and no account of ours beside it.
pub(super) fn back_is_back(run: &Run) -> Vec<Finding> {
    let deed = run.last();
    let (Some(result), Some(change)) = (deed.result(), deed.change) else { return Vec::new() };
    let back = matches!(run.purpose_of(change), Some(Purpose::Undo | Purpose::PutBack));
    if !back || result.outcome != Outcome::Done {
        return Vec::new();
    }
    differences(run).into_iter().map(|what| (what.clone(), format!("done, and {what}"))).collect()
}

/// What the history calls undone is.
pub(super) fn undone_is_undone(run: &Run) -> Vec<Finding> {
    let undone = run.last().history.iter().any(|entry| entry.status == ChangeStatus::Undone);
    if !undone {
        return Vec::new();
    }
    let told = |what: String| (what.clone(), format!("the history says undone, and {what}"));
    differences(run).into_iter().map(told).collect()
}

/// What is not as it was before the first act, apart from what somebody else changed.
pub(super) fn differences(run: &Run) -> Vec<String> {
    let mut all = Vec::new();
    let new = run.new_accounts().len();
    if new > 0 {
        all.push(format!("{new} new account is there"));
    }
    let somebody = |did: Somebody| run.meanwhile.contains(&did);
    let Some(was) = run.original() else { return all };
    let Some(is) = run.last().after.live.get(&run.guest) else {
        if !somebody(Somebody::DeletesGuest) && !somebody(Somebody::Purges) {
            all.push("the original is not there".to_owned());
        }
        return all;
    };
    if !somebody(Somebody::ChangesAddresses) && !addresses_are_back(was, is) {
        all.push("the addresses are not as they were".to_owned());
    }
    let groups_changed = somebody(Somebody::RemovesGroup) || somebody(Somebody::MakesDynamic);
    if !groups_changed && was.groups != is.groups {
        all.push("the groups are not as they were".to_owned());
    }
    if was.sponsors != is.sponsors {
        all.push("the sponsors are not as they were".to_owned());
    }
    if was.apps != is.apps {
        all.push("the apps are not as they were".to_owned());
    }
    if was.profile != is.profile {
        all.push("the profile is not as it was".to_owned());
    }
    if was.state != is.state {
        all.push("the invitation is not as it was".to_owned());
    }
    all
}

/// A former main address stays as a second one: `proxyAddresses` cannot be written.
fn addresses_are_back(was: &Account, is: &Account) -> bool {
    let primary = |account: &Account| -> BTreeSet<String> {
        account.proxies.iter().filter(|proxy| proxy.starts_with("SMTP:")).cloned().collect()
    };
    was.mail == is.mail && was.other_mails == is.other_mails && primary(was) == primary(is)
}
