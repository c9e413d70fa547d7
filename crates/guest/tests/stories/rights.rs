//! R11: who can repair. Never a verdict.

use guest::{
    CannotHelp, Doubt, Facts, FindingCode as F, Group, Known, Operator, RemedyKind as K, Rule, User,
    Verdict as V,
};

use super::{Able, Story};
use crate::people::{broken, chosen, found, guest, microsoft365, texts};

fn uma() -> User {
    broken("uma", "uma@wingtiptoys.com", &["uma@wingtiptoys.com", "uma@example.com"])
}

fn asked(operator: Operator) -> Facts {
    Facts { operator, ..found("uma@wingtiptoys.com", uma()) }
}

fn roles(roles: &[&str]) -> Operator {
    Operator { roles: texts(roles), ..Operator::default() }
}

fn told(name: &'static str, facts: Facts, and: &[F]) -> Story {
    let findings = [&[F::Misconfigured], and].concat();
    Story::new(Rule::Rights, name, facts, V::Misconfigured, &findings).recommends(K::SetMail)
}

pub(crate) fn stories() -> Vec<Story> {
    [the_operator(), the_guest()].concat()
}

fn the_operator() -> Vec<Story> {
    let admins = "User Administrator, Global Administrator";
    let fixed = Operator { scopes: texts(&["User.Read.All"]), ..roles(&["User Administrator"]) };
    let scopes = Operator { may_ask_permission: true, ..fixed.clone() };
    let perhaps = Operator { unseen_roles: true, ..roles(&[]) };
    let unseen = Operator { scopes: texts(&["User.Read.All"]), may_ask_permission: true, ..perhaps };
    let without = Operator { unseen_roles: false, ..unseen.clone() };
    let off = Operator { read_only: true, ..roles(&["Global Administrator"]) };
    let wide = Operator { scopes: texts(&["User.ReadWrite.All"]), ..scopes.clone() };
    let eligible = Operator { unseen_roles: true, ..roles(&[]) };
    let member = |owned: &[&str]| Facts {
        group: Some(chosen(microsoft365("sales"), Known::Is(true))),
        operator: Operator { owned_groups: texts(owned), ..roles(&[]) },
        ..found("uma@wingtiptoys.com", guest("uma", "uma@wingtiptoys.com"))
    };
    let healthy = |name, facts| Story::new(Rule::Rights, name, facts, V::Healthy, &[F::NoFaultFound]);
    vec![
        told("Uma, asked by a user administrator", asked(roles(&["User Administrator"])), &[])
            .able(K::SetMail, Able::Can)
            .able(K::KeepOneAddress, Able::Can)
            .able(K::RemoveAndInvite, Able::Can),
        told("Uma, asked by somebody without a role", asked(roles(&[])), &[])
            .asks_for(K::SetMail)
            .able(K::SetMail, Able::NotYou(admins.to_owned()))
            .fits(K::SetMail),
        told("Uma, asked by a helpdesk administrator", asked(roles(&["Helpdesk Administrator"])), &[])
            .asks_for(K::SetMail)
            .able(K::KeepOneAddress, Able::Can)
            .able(K::SetMail, Able::NotYou(admins.to_owned())),
        told("Uma, asked by somebody whose roles were not read", asked(Operator::default()), &[])
            .asks_for(K::SetMail)
            .able(K::SetMail, Able::Doubt(Doubt::RolesNotRead)),
        told("Uma, asked by somebody who may be eligible for a role", asked(eligible), &[])
            .asks_for(K::SetMail)
            .able(K::SetMail, Able::Doubt(Doubt::UnseenRoles)),
        told("Uma, before the app may write", asked(scopes), &[])
            .able(K::SetMail, Able::After("User.ReadWrite.All".to_owned()))
            .able(K::KeepOneAddress, Able::After("User-Mail.ReadWrite.All".to_owned())),
        told("Uma, before the app may write, by somebody whose roles do not show", asked(unseen), &[])
            .asks_for(K::SetMail)
            .able(K::SetMail, Able::Doubt(Doubt::UnseenRoles)),
        told("Uma, before the app may write, by somebody who certainly has no role", asked(without), &[])
            .asks_for(K::SetMail)
            .able(K::SetMail, Able::NotYou(admins.to_owned())),
        told("Uma, with a sign-in that cannot ask for more", asked(fixed), &[])
            .asks_for(K::SetMail)
            .able(K::SetMail, Able::Fixed("User.ReadWrite.All".to_owned())),
        told("Uma, where the organisation switched repairs off", asked(off), &[])
            .asks_for(K::SetMail)
            .able(K::SetMail, Able::SwitchedOff)
            .fits(K::SetMail),
        told("Uma, when a wider permission was given", asked(wide), &[])
            .able(K::SetMail, Able::Can)
            .able(K::KeepOneAddress, Able::Can)
            .able(K::RemoveAndInvite, Able::After("GroupMember.ReadWrite.All".to_owned())),
        healthy("Uma, asked by the owner of the group", member(&["sales"]))
            .able(K::RenewMembership, Able::Can),
        healthy("Uma, asked by the owner of another group", member(&["other"])).able(
            K::RenewMembership,
            Able::NotYou(
                "Group owner, Groups Administrator, Directory Writers, Identity Governance Administrator, \
                 User Administrator, Exchange Administrator, SharePoint Administrator, Teams Administrator, \
                 Yammer Administrator, Global Administrator"
                    .to_owned(),
            ),
        ),
    ]
}

fn the_guest() -> Vec<Story> {
    let high = "Privileged Authentication Administrator, Global Administrator";
    let admin = || asked(roles(&["User Administrator"]));
    let with =
        |user: User| Facts { operator: roles(&["User Administrator"]), ..found("uma@wingtiptoys.com", user) };
    let synced = with(User { on_premises_sync_enabled: Known::Is(Some(true)), ..uma() });
    let restricted = with(User { is_management_restricted: Known::Is(Some(true)), ..uma() });
    let restricted_for = |operator: Operator| Facts { operator, ..restricted.clone() };
    let unit = "Administrator of the unit";
    let role_group = Group { is_assignable_to_role: Known::Is(Some(true)), ..microsoft365("tier0") };
    vec![
        Story::new(
            Rule::Rights,
            "Uma, whom the directory on premises owns",
            synced,
            V::Misconfigured,
            &[F::Misconfigured, F::SyncedFromOnPremises],
        )
        .cannot_help(K::SetMail, CannotHelp::SyncedFromOnPremises)
        .cannot_help(K::KeepOneAddress, CannotHelp::SyncedFromOnPremises)
        .cannot_help(K::RemoveAndInvite, CannotHelp::SyncedFromOnPremises),
        told("Uma, in a restricted administrative unit", restricted.clone(), &[F::RestrictedManagement])
            .asks_for(K::SetMail)
            .able(K::SetMail, Able::Doubt(Doubt::RestrictedManagement)),
        told(
            "Uma, in a restricted administrative unit, asked by somebody without a role",
            restricted_for(roles(&[])),
            &[F::RestrictedManagement],
        )
        .asks_for(K::SetMail)
        .able(K::SetMail, Able::NotYou(unit.to_owned()))
        .able(K::KeepOneAddress, Able::NotYou(unit.to_owned()))
        .able(K::RemoveAndInvite, Able::NotYou(unit.to_owned())),
        told(
            "Uma, who holds a role",
            Facts { directory_roles: texts(&["Directory Readers"]), ..admin() },
            &[F::Privileged],
        )
        .able(K::KeepOneAddress, Able::NotYou(high.to_owned()))
        .able(K::RemoveAndInvite, Able::NotYou("Global Administrator".to_owned())),
        told(
            "Uma, in a group that can hold roles",
            Facts { memberships: Known::Is(vec![role_group]), ..admin() },
            &[F::Privileged],
        )
        .able(K::KeepOneAddress, Able::NotYou(high.to_owned())),
        told("Uma, whose roles were not read", Facts { directory_roles: Known::Unknown, ..admin() }, &[])
            .able(K::KeepOneAddress, Able::Doubt(Doubt::GuestRolesNotRead)),
    ]
}
