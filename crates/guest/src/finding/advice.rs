//! What to ask and to check besides: advice, and the checklist.

/// A question that anybody should ask before changing anything (Microsoft's support article: its first steps).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, serde::Deserialize, ts_rs::TS),
    serde(rename_all = "kebab-case")
)]
pub enum CheckKind {
    /// Is the guest a member of the group?
    Member,
    /// Is guest access to groups switched on?
    GuestAccess,
    /// Are new guests taken, by the organisation and by the chosen group?
    AddingGuests,
    /// Is the chosen group hidden from Outlook? Asked where a group is chosen.
    HiddenFromOutlook,
    /// Was the invitation accepted?
    Invitation,
    /// May the guest sign in?
    SignIn,
    /// Was the guest invited both from SharePoint and from the directory?
    InvitedTwice,
    /// Are the messages in the junk folder?
    JunkFolder,
    /// Does the guest's provider refuse them?
    Provider,
}

/// What is known of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, serde::Deserialize, ts_rs::TS),
    serde(rename_all = "kebab-case")
)]
pub enum CheckState {
    /// In order.
    Ok,
    /// In order: the group's rule makes them a member.
    ByRule,
    /// In order: they are in a group that is in this one.
    ThroughAnother,
    /// Not in order.
    Problem,
    /// Not as it usually is, and no reason why mail would not arrive.
    Note,
    /// Only the guest can tell.
    AskTheGuest,
    /// No group was chosen.
    #[cfg_attr(feature = "contract", serde(rename = "no-group"))]
    ChooseAGroup,
    /// Could not be read.
    Unknown,
}

/// One line of the checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Check {
    /// The question.
    pub kind: CheckKind,
    /// What is known of it.
    pub state: CheckState,
}

/// What somebody can do outside the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, serde::Deserialize, ts_rs::TS),
    serde(rename_all = "kebab-case")
)]
pub enum Advice {
    /// Choose which of the guests is meant.
    ChooseGuest,
    /// Search again: something was not answered.
    SearchAgain,
    /// An admin switches guest access to groups on.
    TurnGuestAccessOn,
    /// The owner of the dynamic group changes its rule.
    ChangeMembershipRule,
    /// An Exchange admin adds the guest to the list.
    AddInExchange,
    /// An admin on premises adds the guest to the group.
    AddOnPremises,
    /// An admin on premises changes this user.
    ChangeOnPremises,
    /// Ask whether the guest reads the main address.
    AskWhetherTheyReadIt,
    /// Find out why signing in is blocked before unblocking.
    AskWhyBlocked,
    /// An Exchange admin looks whether the guest is subscribed; Microsoft Graph cannot see it.
    CheckSubscription,
    /// Ask the guest to look in the junk folder, and the provider about refused mail.
    AskAboutJunkAndProvider,
    /// An admin sees in Entra Backup and Recovery, where the organisation has it, what the addresses were (Microsoft Entra:
    /// Backup and Recovery, supported properties: `Mail` and `OtherMail` are among them).
    SeeWhatItWas,
    /// Invite the guest: in the Entra admin center or in Outlook.
    InviteElsewhere,
    /// Restore the guest under "Deleted users" in the Entra admin center.
    RestoreElsewhere,
    /// Send the invitation again from the Entra admin center.
    ResendElsewhere,
}
