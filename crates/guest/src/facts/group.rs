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
#[cfg_attr(feature = "contract", derive(serde::Serialize, ts_rs::TS), serde(rename_all = "kebab-case"))]
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
    /// Not everything that decides was read.
    Unknown,
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
