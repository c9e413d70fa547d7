//! A group, what kind it is and whether its members can be changed through Microsoft Graph.

use crate::known::Known;

/// A group (Microsoft Graph: group resource).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Group {
    /// `id`: the object id.
    pub id: String,
    /// `displayName`.
    pub display_name: Known<Option<String>>,
    /// `mail`.
    pub mail: Known<Option<String>>,
    /// `proxyAddresses`.
    pub proxy_addresses: Known<Vec<String>>,
    /// `groupTypes`: may hold `Unified` and `DynamicMembership`.
    pub group_types: Known<Vec<String>>,
    /// `mailEnabled`.
    pub mail_enabled: Known<Option<bool>>,
    /// `securityEnabled`.
    pub security_enabled: Known<Option<bool>>,
    /// `onPremisesSyncEnabled`.
    pub on_premises_sync_enabled: Known<Option<bool>>,
    /// `isAssignableToRole`.
    pub is_assignable_to_role: Known<Option<bool>>,
    /// `membershipRule`: of a dynamic group.
    pub membership_rule: Known<Option<String>>,
    /// `visibility`: `Public`, `Private` or `HiddenMembership`.
    pub visibility: Known<Option<String>>,
    /// `AllowToAddGuests` of the group's own settings; none of its own means true (Microsoft Entra: "Cmdlets for
    /// configuring group settings"). Read where it matters: for the chosen group, and before an account is made anew.
    pub takes_guests: Known<bool>,
    /// `hideFromOutlookClients`: read for a single group only.
    pub hide_from_outlook_clients: Known<Option<bool>>,
}

/// What kind of group it is (Microsoft Graph: "Working with groups in Microsoft Graph").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GroupKind {
    /// A Microsoft 365 group with assigned members.
    Microsoft365,
    /// A Microsoft 365 group whose members follow from a rule.
    DynamicMicrosoft365,
    /// A distribution list.
    DistributionList,
    /// A security group with an address.
    MailEnabledSecurity,
    /// A security group with assigned members.
    Security,
    /// A security group whose members follow from a rule.
    DynamicSecurity,
    /// Not everything that decides was read.
    Unknown,
}

/// Why the members of a group cannot be changed by the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "contract",
    derive(serde::Serialize, serde::Deserialize, ts_rs::TS),
    serde(rename_all = "kebab-case")
)]
pub enum WhyNot {
    /// Members follow from a rule: the rule is what to change.
    Dynamic,
    /// The directory on premises decides.
    OnPremises,
    /// A distribution list: changed in Exchange.
    DistributionList,
    /// A mail-enabled security group: changed in Exchange.
    MailEnabledSecurity,
    /// Members can be given roles: needs Privileged Role Administrator and a permission that the app does not ask for.
    RoleAssignable,
    /// The group, or the organisation, is set not to take new guests (`AllowToAddGuests`).
    TakesNoGuests,
    /// Not everything that decides was read.
    Unknown,
}

/// A property with an address that a rule of a dynamic group can read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AddressProperty {
    /// `mail`.
    Mail,
    /// `otherMails`.
    OtherMails,
    /// `proxyAddresses`.
    ProxyAddresses,
}

impl AddressProperty {
    const ALL: &'static [Self] = &[Self::Mail, Self::OtherMails, Self::ProxyAddresses];

    /// As a rule names it.
    const fn in_rule(self) -> &'static str {
        match self {
            Self::Mail => "user.mail",
            Self::OtherMails => "user.otherMails",
            Self::ProxyAddresses => "user.proxyAddresses",
        }
    }
}

impl Group {
    /// What kind of group it is.
    #[must_use]
    pub fn kind(&self) -> GroupKind {
        let Some(types) = self.group_types.get() else { return GroupKind::Unknown };
        let has = |kind: &str| types.iter().any(|it| it.eq_ignore_ascii_case(kind));
        let dynamic = has("DynamicMembership");
        if has("Unified") {
            return if dynamic { GroupKind::DynamicMicrosoft365 } else { GroupKind::Microsoft365 };
        }
        match (self.mail_enabled.value(), self.security_enabled.value()) {
            (Some(true), Some(true)) => GroupKind::MailEnabledSecurity,
            (Some(true), Some(false)) => GroupKind::DistributionList,
            (Some(false), _) if dynamic => GroupKind::DynamicSecurity,
            (Some(false), _) => GroupKind::Security,
            _ => GroupKind::Unknown,
        }
    }

    /// Whether the app can change who is a member, and if not, why.
    pub fn membership_writable(&self) -> Result<(), WhyNot> {
        if self.on_premises_sync_enabled.value() == Some(&true) {
            return Err(WhyNot::OnPremises);
        }
        match self.kind() {
            GroupKind::DynamicMicrosoft365 | GroupKind::DynamicSecurity => Err(WhyNot::Dynamic),
            GroupKind::DistributionList => Err(WhyNot::DistributionList),
            GroupKind::MailEnabledSecurity => Err(WhyNot::MailEnabledSecurity),
            GroupKind::Unknown => Err(WhyNot::Unknown),
            GroupKind::Microsoft365 | GroupKind::Security => {
                if self.is_assignable_to_role.value() == Some(&true) {
                    Err(WhyNot::RoleAssignable)
                } else {
                    Ok(())
                }
            }
        }
    }

    /// Its name, or its id when it has none that was read.
    #[must_use]
    pub fn name(&self) -> String {
        self.display_name.value().unwrap_or(&self.id).clone()
    }

    /// Whether the group shows its members only to those with a permission of their own (Microsoft Graph: "List group
    /// members": `Member.Read.Hidden`). To everybody else it looks empty, without an error.
    #[must_use]
    pub fn hides_members(&self) -> bool {
        self.visibility.value().is_some_and(|kind| kind.eq_ignore_ascii_case("HiddenMembership"))
    }

    /// The properties with an address that the rule of a dynamic group reads (Microsoft Entra: "Manage rules for
    /// dynamic membership groups"), by Microsoft's names.
    #[must_use]
    pub fn addresses_in_rule(&self) -> Vec<AddressProperty> {
        let Some(rule) = self.membership_rule.value() else { return Vec::new() };
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_');
        let names: Vec<&str> = rule.split(|c: char| !is_part(c)).collect();
        AddressProperty::ALL
            .iter()
            .filter(|property| names.iter().any(|name| name.eq_ignore_ascii_case(property.in_rule())))
            .copied()
            .collect()
    }

    /// Whether the group sends mail to its members.
    #[must_use]
    pub fn has_mail(&self) -> Known<bool> {
        match self.kind() {
            GroupKind::Unknown => Known::Unknown,
            GroupKind::Security | GroupKind::DynamicSecurity => Known::Is(false),
            GroupKind::Microsoft365
            | GroupKind::DynamicMicrosoft365
            | GroupKind::DistributionList
            | GroupKind::MailEnabledSecurity => Known::Is(true),
        }
    }
}
