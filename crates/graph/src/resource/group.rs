//! Groups and their settings.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::resource;

resource! {
    /// A group of any kind (Microsoft Graph: group resource).
    Group {
        /// Name shown to people.
        display_name: String = "displayName",
        /// Description.
        description: String = "description",
        /// Main address.
        mail: String = "mail",
        /// Mail alias.
        mail_nickname: String = "mailNickname",
        /// Addresses that mail is delivered at.
        proxy_addresses: Vec<String> = "proxyAddresses",
        /// Contains `Unified` for a Microsoft 365 group, `DynamicMembership` when a rule decides on the members.
        group_types: Vec<String> = "groupTypes",
        /// Whether it takes mail.
        mail_enabled: bool = "mailEnabled",
        /// Whether it grants access.
        security_enabled: bool = "securityEnabled",
        /// The rule of a dynamic group.
        membership_rule: String = "membershipRule",
        /// `On` or `Paused`.
        membership_rule_processing_state: String = "membershipRuleProcessingState",
        /// True when it comes from an on-premises directory: membership is then written there.
        on_premises_sync_enabled: bool = "onPremisesSyncEnabled",
        /// Whether directory roles can be given to it.
        is_assignable_to_role: bool = "isAssignableToRole",
        /// True in a restricted management administrative unit.
        is_management_restricted: bool = "isManagementRestricted",
        /// `Public`, `Private` or `HiddenMembership`.
        visibility: String = "visibility",
        /// When it was made.
        created_date_time: Timestamp = "createdDateTime",
    } besides {
        /// Whether Outlook hides it, and with it the ways to subscribe.
        hide_from_outlook_clients: bool = "hideFromOutlookClients",
        /// Whether address lists hide it.
        hide_from_address_lists: bool = "hideFromAddressLists",
        /// Whether people outside may write to it.
        allow_external_senders: bool = "allowExternalSenders",
        /// Whether new internal members are subscribed. Guests always are.
        auto_subscribe_new_members: bool = "autoSubscribeNewMembers",
    }
}

impl Group {
    /// Properties that live in Exchange: only with `$select` on a single group, and a group without a mailbox may
    /// answer 404 to them (Microsoft Graph: group resource). Asked apart, so that this fails alone.
    pub const IN_EXCHANGE: &'static [&'static str] = &[
        "id",
        "hideFromOutlookClients",
        "hideFromAddressLists",
        "allowExternalSenders",
        "autoSubscribeNewMembers",
    ];
}

resource! {
    /// A set of settings, of the organisation or of one group (Microsoft Graph: groupSetting resource). None at all
    /// means that the defaults are in force.
    GroupSetting {
        /// Name of the template.
        display_name: String = "displayName",
        /// Which template: `Group.Unified` or `Group.Unified.Guest`.
        template_id: String = "templateId",
        /// Names and values.
        values: Vec<SettingValue> = "values",
    } besides {}
}

impl GroupSetting {
    /// Template `Group.Unified`, of the organisation (Entra: group settings cmdlets).
    pub const ORGANISATION: &'static str = "62375ab9-6b52-47ed-826b-58e47e0e304b";
    /// Template `Group.Unified.Guest`, of one group (Entra: group settings cmdlets).
    pub const GUEST: &'static str = "08d542b9-071f-4e16-94b0-74abb372e3d9";

    /// The value of a setting as a yes or no. Values are texts, written `true` or `True`. `None` when the set does
    /// not carry it or it is neither.
    #[must_use]
    pub fn flag(&self, name: &str) -> Option<bool> {
        let values = self.values.value()?;
        let named =
            |value: &&SettingValue| value.name.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(name));
        let value = values.iter().find(named)?.value.as_deref()?;
        match value.trim() {
            text if text.eq_ignore_ascii_case("true") => Some(true),
            text if text.eq_ignore_ascii_case("false") => Some(false),
            _ => None,
        }
    }
}

/// One setting (Microsoft Graph: settingValue resource).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SettingValue {
    /// Name.
    pub name: Option<String>,
    /// Value, always a text.
    pub value: Option<String>,
}
