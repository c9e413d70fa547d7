//! Plans for the remedies: each from a fresh look, so that a preview never shows what somebody changed since.

use std::collections::HashSet;

use guest::plan::{NoChoice, keep_one, remove_and_invite, set_mail};
use guest::{Ability, Address, Fit, RemedyKind, User};
use tokio_util::sync::CancellationToken;

use super::{DependentCounts, Origin, Plan, PlanKind, PropertyChange, Selections, Shown, steps_of};
use crate::examination::Examination;
use crate::problem::{ErrorKind, Problem};
use crate::signed_in::SignedIn;
use crate::work::{Addresses, AppAssignment, NamedGroup, Profile, Replacement, Work};

/// The language of an invitation when the guest has none: English is what Microsoft falls back to as well
/// (Microsoft Graph: invitedUserMessageInfo resource, messageLanguage).
const FALLBACK_LANGUAGE: &str = "en-US";

/// A plan for this remedy, from what was just seen.
pub(crate) async fn for_remedy(
    signed_in: &SignedIn,
    look: &Examination,
    remedy: RemedyKind,
    chosen: &Selections,
    cancel: &CancellationToken,
) -> Result<Plan, Problem> {
    let user = look.guest()?;
    let offered = look
        .diagnosis
        .remedies
        .iter()
        .find(|offer| offer.kind == remedy)
        .ok_or(ErrorKind::NotForThisGuest)?;
    if offered.fit != Fit::Fits {
        return Err(no_fit(look, remedy));
    }
    signed_in.may(remedy)?;
    // Only when every role can be seen is "not you" certain; then nothing is begun that the server must refuse.
    if matches!(offered.ability, Ability::NotYou { .. }) {
        return Err(ErrorKind::MissingRight.into());
    }
    let (work, changes, shown) = match remedy {
        RemedyKind::KeepOneAddress => keep_one(look, user, chosen)?,
        RemedyKind::SetMail => set_mail(look, user, chosen)?,
        RemedyKind::RemoveAndInvite => remove_and_invite(signed_in, look, user, chosen, cancel).await?,
        _ => return Err(ErrorKind::NotForThisGuest.into()),
    };
    let confirm_text = match &shown {
        Shown::RemoveAndInvite { choices, .. } => Some(choices.confirm.as_str().to_owned()),
        _ => None,
    };
    let name = user.display_name.value().cloned();
    Ok(Plan {
        id: None,
        kind: PlanKind::Remedy(remedy),
        guest_name: name.unwrap_or_else(|| look.facts.searched.as_str().to_owned()),
        given_name: user.given_name.value().cloned(),
        searched: look.facts.searched.clone(),
        group: look.facts.group.as_ref().map(|group| group.id.clone()),
        steps: work.as_ref().map(steps_of).unwrap_or_default(),
        work,
        changes,
        shown,
        confirm_text,
        undo: offered.undo.clone(),
        origin: Origin::New,
    })
}

type Draft = (Option<Work>, Vec<PropertyChange>, Shown);

/// Why a remedy that does not fit is refused. A conflict has words of its own.
fn no_fit(look: &Examination, remedy: RemedyKind) -> Problem {
    let conflict =
        look.diagnosis.findings.iter().find(|finding| finding.code == guest::FindingCode::Conflict);
    match conflict.and_then(|finding| finding.owner.as_ref()) {
        Some(owner) if matches!(remedy, RemedyKind::SetMail | RemedyKind::RemoveAndInvite) => {
            ErrorKind::AddressConflict {
                address: owner.address.as_str().to_owned(),
                owner: owner.display_name.clone(),
            }
            .into()
        }
        _ => ErrorKind::NotForThisGuest.into(),
    }
}

fn no_choice(why: NoChoice) -> Problem {
    match why {
        NoChoice::NoGuest => ErrorKind::GuestGone,
        NoChoice::ConflictStands
        | NoChoice::NotKnown
        | NoChoice::NothingToRemove
        | NoChoice::NoAddress
        | NoChoice::SyncedFromOnPremises => ErrorKind::NotForThisGuest,
    }
    .into()
}

/// The address that is chosen among those offered: as picked, or as preselected when nothing was picked.
fn pick<'a, T>(
    offered: &'a [T],
    of: impl Fn(&T) -> &Address,
    preselected: Option<&Address>,
    chosen: &Selections,
) -> Result<Option<&'a T>, Problem> {
    match (&chosen.address, preselected) {
        (Some(picked), _) => {
            let found = offered.iter().find(|offer| of(offer).is(picked));
            found.map(Some).ok_or_else(|| ErrorKind::ChoiceInvalid("address").into())
        }
        (None, Some(preselected)) => Ok(offered.iter().find(|offer| of(offer) == preselected)),
        (None, None) => Ok(None),
    }
}

fn keep_one(look: &Examination, user: &User, chosen: &Selections) -> Result<Draft, Problem> {
    let choices = keep_one::choices(&look.facts, &look.diagnosis).map_err(no_choice)?;
    let pick = pick(&choices.choices, |it| &it.address, choices.preselected.as_ref(), chosen)?.cloned();
    let before = user.other_mails.get().cloned().unwrap_or_default();
    let after = pick.as_ref().map(|pick| vec![pick.address.as_str().to_owned()]);
    let work = after.clone().map(|after| Work::WriteOtherMails {
        guest: user.id.clone(),
        before: before.clone(),
        after,
    });
    let changes = vec![PropertyChange { property: "otherMails", before, after: after.unwrap_or_default() }];
    Ok((work, changes, Shown::KeepOne { choices, chosen: pick }))
}

fn set_mail(look: &Examination, user: &User, chosen: &Selections) -> Result<Draft, Problem> {
    let choices = set_mail::choices(&look.facts, &look.diagnosis).map_err(no_choice)?;
    let pick = pick(&choices.choices, |it| it, choices.preselected.as_ref(), chosen)?.cloned();
    let before = user.mail.value().cloned();
    let work = pick.as_ref().map(|pick| Work::WriteMail {
        guest: user.id.clone(),
        before: before.clone(),
        proxies_before: user.proxy_addresses.get().cloned().unwrap_or_default(),
        after: pick.as_str().to_owned(),
    });
    let after = pick.iter().map(|pick| pick.as_str().to_owned()).collect();
    let changes = vec![PropertyChange { property: "mail", before: before.into_iter().collect(), after }];
    Ok((work, changes, Shown::SetMail { choices, chosen: pick }))
}

async fn remove_and_invite(
    signed_in: &SignedIn,
    look: &Examination,
    user: &User,
    chosen: &Selections,
    cancel: &CancellationToken,
) -> Result<Draft, Problem> {
    let choices = remove_and_invite::choices(&look.facts, &look.diagnosis).map_err(no_choice)?;
    let pick = pick(&choices.choices, |it| &it.address, choices.preselected.as_ref(), chosen)?.cloned();
    let groups = chosen_groups(&choices, chosen)?;
    let language = chosen
        .language
        .clone()
        .or_else(|| choices.language.clone())
        .unwrap_or_else(|| FALLBACK_LANGUAGE.to_owned());
    let send = chosen.send.unwrap_or(choices.send);
    let around = Dependents::of(signed_in, &user.id, cancel).await;
    let work = pick.as_ref().map(|pick| {
        Work::Replace(Box::new(Replacement {
            guest: user.id.clone(),
            user_name: user.user_principal_name.value().cloned(),
            addresses: addresses(user),
            invite: pick.address.as_str().to_owned(),
            language: language.clone(),
            send,
            groups: groups.clone(),
            member_of: choices.groups.iter().map(|group| group.id.clone()).collect(),
            profile: profile(&choices.replayed),
            sponsors: around.sponsors.clone().unwrap_or_default(),
            apps: around.apps.clone().unwrap_or_default(),
        }))
    });
    let shown = Shown::RemoveAndInvite {
        choices: Box::new(choices),
        chosen: pick,
        groups: groups.into_iter().map(|group| group.id).collect(),
        language,
        send,
        around: around.counted(),
    };
    Ok((work, Vec::new(), shown))
}

/// The groups he is added to again: those picked, each of which must be one that can be; or all that can be.
fn chosen_groups(
    choices: &remove_and_invite::Choices,
    chosen: &Selections,
) -> Result<Vec<NamedGroup>, Problem> {
    let restorable = choices.groups.iter().filter(|group| group.why_not.is_none());
    let named = |group: &remove_and_invite::GroupAgain| NamedGroup {
        id: group.id.clone(),
        name: group.display_name.clone().unwrap_or_else(|| group.id.clone()),
    };
    let Some(picked) = &chosen.groups else { return Ok(restorable.map(named).collect()) };
    let picked: HashSet<&str> = picked.iter().map(String::as_str).collect();
    let found: Vec<NamedGroup> =
        restorable.filter(|group| picked.contains(group.id.as_str())).map(named).collect();
    if found.len() == picked.len() { Ok(found) } else { Err(ErrorKind::ChoiceInvalid("groups").into()) }
}

/// What surrounds the account. What could not be read is not known, and said so.
struct Dependents {
    apps: Option<Vec<AppAssignment>>,
    sponsors: Option<Vec<String>>,
    owned: Option<usize>,
}

impl Dependents {
    async fn of(signed_in: &SignedIn, guest: &str, cancel: &CancellationToken) -> Self {
        let (apps, sponsors, owned) = tokio::join!(
            signed_in.graph.app_role_assignments(guest, cancel),
            signed_in.graph.sponsors(guest, cancel),
            signed_in.graph.owned_objects(guest, cancel),
        );
        let direct = |all: Vec<graph::AppRoleAssignment>| {
            all.iter().filter_map(|one| assignment(one, guest)).collect()
        };
        Self {
            apps: apps.ok().map(direct),
            sponsors: sponsors.ok().map(|all| all.into_iter().map(|sponsor| sponsor.id).collect()),
            owned: owned.ok().map(|all| all.len()),
        }
    }

    fn counted(&self) -> DependentCounts {
        DependentCounts {
            apps: self.apps.as_ref().map(Vec::len),
            sponsors: self.sponsors.as_ref().map(Vec::len),
            owned: self.owned,
        }
    }
}

/// An assignment of his own; one that comes through a group comes back with the group (Microsoft Graph:
/// appRoleAssignment resource, principalId).
fn assignment(one: &graph::AppRoleAssignment, guest: &str) -> Option<AppAssignment> {
    let own = one.principal_id.value().is_none_or(|principal| principal == guest);
    let resource_id = one.resource_id.value().filter(|_| own)?.clone();
    Some(AppAssignment {
        name: one.resource_display_name.value().cloned().unwrap_or_else(|| resource_id.clone()),
        app_role_id: one.app_role_id.value()?.clone(),
        resource_id,
    })
}

/// The three fields, as they were read.
pub(crate) fn addresses(user: &User) -> Addresses {
    Addresses {
        mail: user.mail.value().cloned(),
        other_mails: user.other_mails.get().cloned().unwrap_or_default(),
        proxy_addresses: user.proxy_addresses.get().cloned().unwrap_or_default(),
    }
}

fn profile(replayed: &remove_and_invite::Replayed) -> Profile {
    Profile {
        display_name: replayed.display_name.clone(),
        given_name: replayed.given_name.clone(),
        surname: replayed.surname.clone(),
        company_name: replayed.company_name.clone(),
        job_title: replayed.job_title.clone(),
        department: replayed.department.clone(),
        user_type: replayed.user_type.clone(),
    }
}
