//! What belongs to the guest: groups, sponsors, apps, profile. Nothing is lost without a word, and nothing is said to be
//! lost that is there.

use std::collections::BTreeSet;

use procedure::{Outcome, Purpose, Unrestored};
use serde_json::Value;

use super::{Finding, finding};
use crate::evidence::Run;
use crate::truth::{Account, PROFILE};

/// Something that belongs to a guest.
struct Belonging {
    /// The word under which it is said to be left, and words for all of its sort.
    sort: &'static str,
    all: &'static [&'static str],
    /// Its id; of the profile, the property's name.
    id: String,
}

/// What the original had and the new account has not.
fn lost(was: &Account, is: &Account) -> Vec<Belonging> {
    let belonging = |sort, all, id: &str| Belonging { sort, all, id: id.to_owned() };
    let groups = was.groups.difference(&is.groups);
    let sponsors = was.sponsors.difference(&is.sponsors);
    let apps = was.apps.difference(&is.apps);
    // Of somebody new nothing was known: what their account is called says nothing of a loss.
    let known = !was.profile.is_empty();
    let profile = PROFILE.iter().filter(|name| known && was.profile.get(*name) != is.profile.get(*name));
    groups
        .map(|id| belonging("group", &["memberOf", "member-of", "groups"][..], id))
        .chain(sponsors.map(|id| belonging("sponsor", &["sponsors"][..], id)))
        .chain(
            apps.map(|(id, _)| {
                belonging("app", &["appRoleAssignments", "app-role-assignments", "apps"][..], id)
            }),
        )
        .chain(profile.map(|name| belonging("profile", &["profile"][..], name)))
        .collect()
}

/// What was said to be left, as it goes to the window.
fn said(unrestored: &[Unrestored]) -> Vec<Value> {
    unrestored.iter().map(|left| serde_json::to_value(left).unwrap()).collect()
}

impl Belonging {
    /// Whether it is said to be left: itself, or everything of its sort.
    fn is_among(&self, left: &[Value]) -> bool {
        left.iter().any(|left| {
            // `profile-not-seen` is of the profile, too.
            let (what, text) = (left["what"].as_str().unwrap_or_default(), left.to_string());
            let itself = what.trim_end_matches("-not-seen") == self.sort
                && (text.contains(&self.id) || self.sort == "profile");
            itself || what != self.sort && self.all.iter().any(|word| text.contains(&format!("\"{word}\"")))
        })
    }
}

/// When a new account took the original's place, what it has not was not chosen, or is said to be left.
pub(super) fn nothing_is_lost_without_a_word(run: &Run) -> Vec<Finding> {
    let deed = run.last();
    let (Some(result), Some(change)) = (deed.result(), deed.change) else { return Vec::new() };
    let ended = matches!(result.outcome, Outcome::Done | Outcome::NotYetVisible);
    let (was, new) = (run.due(), run.new_accounts());
    if !ended || !run.alone() || run.purpose_of(change) != Some(Purpose::Apply) {
        return Vec::new();
    }
    let [new] = new[..] else { return Vec::new() };
    if deed.after.live.contains_key(&run.guest) {
        return Vec::new();
    }
    let left = said(&result.unrestored);
    let mut lost = lost(&was, &deed.after.live[new]);
    lost.retain(|one| !one.is_among(&left) && !run.not_chosen.contains(&one.id));
    let told = |one: &Belonging| {
        let words = format!("{:?}, and without a word the {} {} is lost", result.outcome, one.sort, one.id);
        let sort = if one.sort == "profile" { format!("profile {}", one.id) } else { one.sort.to_owned() };
        (sort, words)
    };
    lost.iter().map(told).collect()
}

/// What is said to be left is not there. That something could not be read says nothing of the kind.
pub(super) fn what_is_left_is_not_there(run: &Run) -> Vec<Finding> {
    let deed = run.last();
    let Some(result) = deed.result().filter(|result| !result.unrestored.is_empty()) else {
        return Vec::new();
    };
    let new = run.new_accounts();
    let [new] = new[..] else { return Vec::new() };
    if !run.alone() {
        return Vec::new();
    }
    let lost = lost(&run.due(), &deed.after.live[new]);
    let is_there = |left: &&Value| !lost.iter().any(|one| one.is_among(std::slice::from_ref(*left)));
    let told = |left: &Value| {
        (
            left["what"].as_str().unwrap_or_default().to_owned(),
            format!("{left} is said to be left, and is there"),
        )
    };
    let says_so = |left: &&Value| !left["what"].as_str().is_some_and(|what| what.ends_with("not-seen"));
    said(&result.unrestored).iter().filter(says_so).filter(is_there).map(told).collect()
}

/// Of a guest who was deleted before the app did anything, and came back: what of their addresses and groups did not is
/// told, and what is told to be missing is. That something could not be read says nothing of the kind.
pub(super) fn what_did_not_come_back_is_told(run: &Run) -> Vec<Finding> {
    let deed = run.last();
    let Some(result) = deed.result().filter(|result| result.outcome == Outcome::Done) else {
        return Vec::new();
    };
    if !run.began_deleted() || !run.alone() {
        return Vec::new();
    }
    let Some(was) = run.original() else { return Vec::new() };
    let Some(is) = deed.after.live.get(&run.guest) else {
        return finding("not there", "done, and the guest is still deleted".to_owned());
    };
    let addresses = |account: &Account| -> BTreeSet<String> {
        let plain = |proxy: &String| proxy.to_lowercase().trim_start_matches("smtp:").to_owned();
        let proxies = account.proxies.iter().map(plain);
        let mail = account.mail.iter().map(|mail| mail.to_lowercase());
        account.other_mails.iter().cloned().chain(mail).chain(proxies).collect()
    };
    let gone: BTreeSet<String> = addresses(was).difference(&addresses(is)).cloned().collect();
    let told = result.unrestored.iter().filter_map(|left| match left {
        Unrestored::Address { address } => Some(address.to_lowercase()),
        _ => None,
    });
    let told: BTreeSet<String> = told.collect();
    let groups_told = result.unrestored.iter().any(|left| matches!(left, Unrestored::NotSeen { .. }));
    let mut found: Vec<Finding> = gone
        .difference(&told)
        .map(|one| ("address".to_owned(), format!("{one} did not come back, and nothing is said of it")))
        .collect();
    let there = told.difference(&gone).filter(|one| addresses(is).contains(*one));
    found.extend(there.map(|one| ("said".to_owned(), format!("{one} is said to be missing, and is there"))));
    if was.groups != is.groups && !groups_told {
        found.push(("groups".to_owned(), "the groups are others, and nothing is said of it".to_owned()));
    }
    found
}

/// An account that somebody else invited is as they made it.
pub(super) fn nobody_elses_account_is_touched(run: &Run) -> Vec<Finding> {
    let touched = run.foreign.iter().find(|(id, made)| run.last().after.live.get(*id) != made.as_ref());
    let Some((id, _)) = touched else { return Vec::new() };
    let what = if run.last().after.live.contains_key(id) { "changed" } else { "deleted" };
    finding(what, format!("the account {id}, which somebody else invited, was {what}"))
}
