//! Addresses that another object owns, as far as the behaviour says that it does.
//! Sources: user resource ("mail and proxyAddresses"); docs-contrib issue 8421; `O365Troubleshooters` issue 215.

use super::context::RequestContext;
use crate::Object;
use crate::behaviour::{Allowed, UserNames};
use crate::error::ErrorResponse;
use crate::organisation::{text, texts};
use crate::ownership::{has_address, has_name, smtp};
use crate::schema::Kind;

/// Who owns an address, apart from one object.
pub(super) fn owners(context: &RequestContext<'_>, address: &str, but: &str) -> Vec<(Kind, String)> {
    let mut owners = context.state.owners_of(address, but);
    if context.behaviour.user_names == UserNames::OwnNothing {
        owners.retain(|(kind, id)| {
            *kind != Kind::User
                || context.state.users.latest(id).is_some_and(|user| has_address(&user, address))
        });
    }
    owners
}

/// The refusal of an address that this object has.
pub(super) fn taken(property: &str, (kind, owner): &(Kind, String)) -> ErrorResponse {
    let kind = match kind {
        Kind::Group => "Group",
        Kind::Contact => "Contact",
        // Of the kinds that own an address, the third.
        Kind::User
        | Kind::Role
        | Kind::Organization
        | Kind::Setting
        | Kind::Policy
        | Kind::Assignment
        | Kind::MessageTrace => "User",
    };
    ErrorResponse::conflict(property, &format!("{kind}_{owner}"))
}

/// Refuses in `otherMails` what is somebody else's user name, if the behaviour says that names own that much. What
/// stood there before is not given, but kept.
pub(super) fn check_other_mails(
    context: &RequestContext<'_>,
    id: &str,
    user: &Object,
    mails: &[&str],
) -> Result<(), ErrorResponse> {
    if context.behaviour.user_names != UserNames::OwnAllAddresses {
        return Ok(());
    }
    let kept = texts(user.get("otherMails"));
    let given = mails.iter().filter(|mail| !kept.iter().any(|known| known.eq_ignore_ascii_case(mail)));
    for mail in given {
        let is_name = |(_, id): &(Kind, String)| {
            context.state.users.latest(id).is_some_and(|user| has_name(&user, mail))
        };
        if let Some(owner) = context.state.owners_of(mail, id).iter().find(|owner| is_name(owner)) {
            return Err(taken("otherMails", owner));
        }
    }
    Ok(())
}

/// Refuses a change that would leave a user in conflict, if the behaviour says so: whatever was changed, the refusal is
/// about the addresses (source: msgraph-sdk-powershell issue 1640). A change that ends the conflict is accepted.
pub(super) fn check_conflict(
    context: &RequestContext<'_>,
    id: &str,
    user: &Object,
) -> Result<(), ErrorResponse> {
    if context.behaviour.changes_in_conflict == Allowed::Yes {
        return Ok(());
    }
    let mut addresses: Vec<&str> = text(user, "mail").into_iter().collect();
    addresses.extend(texts(user.get("proxyAddresses")).into_iter().filter_map(smtp));
    if addresses.is_empty() {
        // So a conflict leaves the guest whom it met at the invitation (azure-docs pull request 74908).
        addresses = texts(user.get("otherMails"));
    }
    match addresses.into_iter().find_map(|address| owners(context, address, id).into_iter().next()) {
        Some(owner) => Err(taken("proxyAddresses", &owner)),
        None => Ok(()),
    }
}
