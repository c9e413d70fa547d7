//! R9 and R10: membership, and what the organisation allows.

use guest::{
    CannotHelp, ChosenGroup, Contact, Facts, FindingCode as F, Group, Known, Lookup, Operator, Organisation,
    RemedyKind as K, Rule, Verdict as V, WhyNot,
};

use super::Story;
use crate::people::{broken, chosen, contact, dynamic, found, guest, microsoft365, some, texts};

const SAM: &str = "sam@fabrikam.nl";

pub(crate) fn stories() -> Vec<Story> {
    [
        membership(),
        lists_in_lists(),
        address_missing_too(),
        hidden_members(),
        rules_that_read_addresses(),
        settings(),
    ]
    .concat()
}

fn asked(group: Group, is_member: Known<bool>) -> Facts {
    Facts {
        group: Some(chosen(group, is_member)),
        ..found("sam@fabrikam.nl", guest("sam", "sam@fabrikam.nl"))
    }
}

fn list() -> Group {
    Group { group_types: texts(&[]), ..microsoft365("list") }
}

/// A group that does not list the guest, who may be in a group in it.
fn chosen_through(group: Group, is_nested: Known<bool>) -> ChosenGroup {
    ChosenGroup { is_nested, ..chosen(group, Known::Is(false)) }
}

fn nested(group: Group, is_nested: Known<bool>) -> Facts {
    Facts { group: Some(chosen_through(group, is_nested)), ..found(SAM, guest("sam", SAM)) }
}

/// Exchange expands the groups in a list, and no others.
fn lists_in_lists() -> Vec<Story> {
    vec![
        Story::new(
            Rule::NotMember,
            "Sam, who is in the list through another list",
            nested(list(), Known::Is(true)),
            V::Healthy,
            &[F::MemberThroughAnother, F::NoFaultFound],
        ),
        Story::new(
            Rule::NotMember,
            "Sam, of whom it was not read whether they are in the list through another",
            nested(list(), Known::Unknown),
            V::CannotTell,
            &[F::CannotTell],
        ),
        Story::new(
            Rule::NotMember,
            "Sam, in a group of the group, where no such groups are expanded",
            nested(microsoft365("sales"), Known::Is(true)),
            V::NotMember,
            &[F::NotMember],
        )
        .recommends(K::AddToGroup),
        Story::new(
            Rule::NotMember,
            "Sam, in a group of something of which nothing was read",
            Facts {
                group: Some(ChosenGroup { group: Known::Unknown, ..chosen_through(list(), Known::Is(true)) }),
                ..found(SAM, guest("sam", SAM))
            },
            V::CannotTell,
            &[F::CannotTell],
        ),
    ]
}

fn membership() -> Vec<Story> {
    let out = |name, group, why| {
        Story::new(Rule::NotMember, name, asked(group, Known::Is(false)), V::NotMember, &[F::NotMember])
            .cannot_help(K::AddToGroup, CannotHelp::Group { why })
    };
    let synced = Group { on_premises_sync_enabled: Known::Is(Some(true)), ..microsoft365("sales") };
    let by_memberships =
        Facts { memberships: Known::Is(vec![]), ..asked(microsoft365("sales"), Known::Unknown) };
    let other = Facts {
        memberships: Known::Is(vec![microsoft365("other")]),
        ..asked(microsoft365("sales"), Known::Unknown)
    };
    let listed = Facts {
        memberships: Known::Is(vec![microsoft365("other"), microsoft365("sales")]),
        ..asked(microsoft365("sales"), Known::Unknown)
    };
    let unread = Facts { memberships: Known::Unknown, ..asked(microsoft365("sales"), Known::Unknown) };
    let broken_too = Facts {
        group: Some(chosen(microsoft365("sales"), Known::Is(false))),
        ..found("sam@fabrikam.nl", broken("sam", "sam@fabrikam.nl", &["sam@fabrikam.nl"]))
    };
    vec![
        Story::new(
            Rule::NotMember,
            "Sam, who is not in the group",
            asked(microsoft365("sales"), Known::Is(false)),
            V::NotMember,
            &[F::NotMember],
        )
        .recommends(K::AddToGroup)
        .absent(K::RenewMembership),
        Story::new(
            Rule::NotMember,
            "Sam, who is in the group",
            asked(microsoft365("sales"), Known::Is(true)),
            V::Healthy,
            &[F::NoFaultFound],
        )
        .absent(K::AddToGroup)
        .fits(K::RenewMembership),
        out("Sam, whom the rule of a dynamic group leaves out", dynamic("all"), WhyNot::Dynamic),
        out("Sam and a synced group", synced.clone(), WhyNot::OnPremises),
        Story::new(
            Rule::NotMember,
            "Sam, whom a synced group lists",
            asked(synced, Known::Is(true)),
            V::Healthy,
            &[F::NoFaultFound],
        )
        .cannot_help(K::RenewMembership, CannotHelp::Group { why: WhyNot::OnPremises }),
        out("Sam and a distribution list", list(), WhyNot::DistributionList),
        Story::new(
            Rule::NotMember,
            "Sam, whom a dynamic group lists",
            asked(dynamic("all"), Known::Is(true)),
            V::Healthy,
            &[F::NoFaultFound],
        )
        .cannot_help(K::RenewMembership, CannotHelp::Group { why: WhyNot::Dynamic }),
        Story::new(
            Rule::NotMember,
            "Sam, in none of whose groups it is",
            by_memberships,
            V::NotMember,
            &[F::NotMember],
        )
        .recommends(K::AddToGroup),
        Story::new(
            Rule::NotMember,
            "Sam, who is in another group only",
            other,
            V::NotMember,
            &[F::NotMember],
        )
        .recommends(K::AddToGroup),
        Story::new(Rule::NotMember, "Sam, one of whose groups it is", listed, V::Healthy, &[F::NoFaultFound]),
        Story::new(
            Rule::NotMember,
            "Sam, of whom membership was not read",
            unread,
            V::CannotTell,
            &[F::CannotTell],
        ),
        Story::new(
            Rule::NotMember,
            "Sam, not in the group and without address",
            broken_too,
            V::NotMember,
            &[F::NotMember, F::NoAddress],
        )
        .recommends(K::AddToGroup)
        .fits(K::SetMail),
    ]
}

/// Two faults: whoever cannot repair them asks for both at once, and is asked for neither that they can repair.
fn address_missing_too() -> Vec<Story> {
    let by = |roles: &[&str], owned: &[&str], contacts: &[Contact], others: &[&str]| Facts {
        group: Some(chosen(microsoft365("sales"), Known::Is(false))),
        operator: Operator { roles: texts(roles), owned_groups: texts(owned), ..Operator::default() },
        contacts: Lookup::complete(contacts.to_vec()),
        ..found(SAM, broken("sam", SAM, others))
    };
    let conflict = |roles: &[&str], owned: &[&str]| by(roles, owned, &[contact("sams", SAM)], &[SAM]);
    let told = |name, facts, fault: &[F]| {
        Story::new(Rule::NotMember, name, facts, V::NotMember, &[&[F::NotMember], fault].concat())
    };
    let owned = &[F::Conflict, F::NoAddress];
    vec![
        told("Sam, out of the group and in conflict, by somebody without a role", conflict(&[], &[]), owned)
            .asks_for(K::ResolveConflict)
            .asks_for(K::AddToGroup),
        told("Sam, out of the group and in conflict, by its owner", conflict(&[], &["sales"]), owned)
            .asks_for(K::ResolveConflict)
            .recommends(K::AddToGroup),
        told(
            "Sam, out of the group and in conflict, by an admin",
            conflict(&["User Administrator"], &[]),
            owned,
        )
        .recommends(K::AddToGroup)
        .fits(K::ResolveConflict),
        told(
            "Sam, out of the group and with two addresses, by somebody without a role",
            by(&[], &[], &[], &[SAM, "sam@example.com"]),
            &[F::Misconfigured],
        )
        .asks_for(K::AddToGroup)
        .asks_for(K::SetMail),
    ]
}

/// Microsoft Graph, "List group members": without a permission of its own such a group looks empty.
fn hidden_members() -> Vec<Story> {
    let hidden = || Group { visibility: some("HiddenMembership"), ..microsoft365("board") };
    let seeing = |scopes: &[&str], is_member| Facts {
        operator: Operator { scopes: texts(scopes), ..asked(hidden(), is_member).operator },
        ..asked(hidden(), is_member)
    };
    let all = ["User.Read.All", "User.ReadWrite.All"];
    let told = |name, facts, verdict, findings: &[F]| {
        Story::new(Rule::MembersHidden, name, facts, verdict, findings).absent(K::AddToGroup)
    };
    let open = &[F::MembersHidden];
    vec![
        told("Sam, not among the members that show", asked(hidden(), Known::Is(false)), V::CannotTell, open),
        told(
            "Sam, whose permissions were read, and do not show them",
            seeing(&all, Known::Is(false)),
            V::CannotTell,
            open,
        ),
        told(
            "Sam, who is listed all the same",
            asked(hidden(), Known::Is(true)),
            V::Healthy,
            &[F::NoFaultFound],
        ),
        Story::new(
            Rule::MembersHidden,
            "Sam, looked for with the permission to see them",
            seeing(&["Member.Read.Hidden", "GroupMember.ReadWrite.All"], Known::Is(false)),
            V::NotMember,
            &[F::NotMember],
        )
        .recommends(K::AddToGroup),
    ]
}

/// A rule that reads an address which is missing explains why somebody is no member; one that reads others does not.
fn rules_that_read_addresses() -> Vec<Story> {
    let rule = |rule: &str| Group { membership_rule: Known::Is(Some(rule.to_owned())), ..dynamic("all") };
    let without_address = |rule_text: &str| Facts {
        live_users: Lookup::complete(vec![broken("sam", SAM, &[SAM])]),
        ..asked(rule(rule_text), Known::Is(false))
    };
    let told = |name, facts, findings: &[F]| Story::new(Rule::NotMember, name, facts, V::NotMember, findings);
    let both = &[F::NotMember, F::NoAddress];
    let owned = Facts {
        contacts: Lookup::complete(vec![contact("c", SAM)]),
        ..without_address("(user.mail -match \".*@fabrikam.nl\")")
    };
    vec![
        told(
            "Sam, whom a rule over user.mail misses",
            without_address("(user.mail -match \".*@fabrikam.nl\")"),
            both,
        )
        .recommends(K::SetMail),
        told(
            "Sam, whom a rule over user.proxyAddresses misses",
            without_address("user.PROXYADDRESSES -any (_ -contains \"fabrikam\")"),
            both,
        )
        .recommends(K::SetMail),
        told(
            "Sam, and a rule that reads mailNickname",
            without_address("user.mailNickname -eq \"sam\""),
            both,
        ),
        told(
            "Sam, and a rule that reads otherMails, which setting mail does not fill",
            without_address("user.otherMails -any (_ -eq \"x\")"),
            both,
        ),
        told(
            "Sam, whom a rule misses because a contact has the address",
            owned,
            &[F::NotMember, F::Conflict, F::NoAddress],
        )
        .recommends(K::ResolveConflict),
    ]
}

fn settings() -> Vec<Story> {
    let organisation = |access, add| Organisation {
        guests_may_access_groups: access,
        may_add_guests: add,
        ..Organisation::default()
    };
    let sam = |organisation| Facts { organisation, ..asked(microsoft365("sales"), Known::Is(true)) };
    let off = || organisation(Known::Is(false), Known::Is(true));
    let hidden = Group { hide_from_outlook_clients: Known::Is(Some(true)), ..microsoft365("sales") };
    let closed = Group { takes_guests: Known::Is(false), ..microsoft365("sales") };
    let both = Facts { organisation: off(), ..asked(microsoft365("sales"), Known::Is(false)) };
    vec![
        Story::new(
            Rule::GuestAccess,
            "Sam, whose organisation shuts guests out",
            sam(off()),
            V::GuestAccessOff,
            &[F::GuestAccessOff],
        ),
        Story::new(
            Rule::GuestAccess,
            "Sam, shut out and not in the group",
            both,
            V::GuestAccessOff,
            &[F::GuestAccessOff, F::NotMember],
        ),
        Story::new(
            Rule::GuestAccess,
            "Sam, whose organisation was not read",
            sam(organisation(Known::Unknown, Known::Unknown)),
            V::Healthy,
            &[F::NoFaultFound],
        )
        .fits(K::RenewMembership),
        Story::new(
            Rule::GuestAccess,
            "Sam, where only admins add guests",
            sam(organisation(Known::Is(true), Known::Is(false))),
            V::Healthy,
            &[F::AddingGuestsOff, F::NoFaultFound],
        )
        .cannot_help(K::RenewMembership, CannotHelp::Group { why: WhyNot::TakesNoGuests }),
        Story::new(
            Rule::GuestAccess,
            "Sam, whose group takes no new guests",
            asked(closed, Known::Is(true)),
            V::Healthy,
            &[F::GroupTakesNoGuests, F::NoFaultFound],
        )
        .cannot_help(K::RenewMembership, CannotHelp::Group { why: WhyNot::TakesNoGuests }),
        Story::new(
            Rule::GuestAccess,
            "Sam and a group that Outlook hides",
            asked(hidden, Known::Is(true)),
            V::Healthy,
            &[F::GroupHidden, F::NoFaultFound],
        ),
    ]
}
