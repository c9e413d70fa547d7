//! The types of the imitated part of Microsoft Graph, as tables: which property exists, which comes without
//! `$select`, and which filter operators it supports.
//! Sources: CSDL of Microsoft Graph v1.0; the property descriptions of the user, group and orgContact
//! resources ("Returned by default", "Returned only on $select", "Supports $filter (…)").

use serde_json::{Value, json};

use crate::Object;

/// Filter operators, as bits.
pub(crate) const EQ: u16 = 1;
pub(crate) const NE: u16 = 2;
pub(crate) const NOT: u16 = 4;
pub(crate) const GE: u16 = 8;
pub(crate) const LE: u16 = 16;
pub(crate) const IN: u16 = 32;
pub(crate) const STARTS: u16 = 64;
pub(crate) const ENDS: u16 = 128;
/// `eq null`
pub(crate) const NULL: u16 = 256;
/// `/$count eq 0` and `/$count ne 0`
pub(crate) const COUNT: u16 = 512;

const EQUAL: u16 = EQ | NE | NOT | IN;
const RANGE: u16 = EQUAL | GE | LE;
const TEXT: u16 = RANGE | STARTS | NULL;

/// What a property holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Holds {
    /// One value: text, number, date or a complex value.
    One,
    /// A truth value.
    Flag,
    /// A collection; absent means empty.
    Many,
    /// The collection of objectIdentity, which has filter rules of its own.
    Identities,
}

/// When a property is in an answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Returned {
    Always,
    OnSelect,
    /// Only on `$select` in a GET of one object (group resource: "Supported only on the Get group API").
    OnSelectOfOne,
}

/// One row of a type's table.
#[derive(Debug)]
pub(crate) struct Property {
    pub(crate) name: &'static str,
    pub(crate) holds: Holds,
    pub(crate) returned: Returned,
    pub(crate) ops: u16,
}

const fn one(name: &'static str, returned: Returned, ops: u16) -> Property {
    Property { name, holds: Holds::One, returned, ops }
}
const fn flag(name: &'static str, returned: Returned, ops: u16) -> Property {
    Property { name, holds: Holds::Flag, returned, ops }
}
const fn many(name: &'static str, returned: Returned, ops: u16) -> Property {
    Property { name, holds: Holds::Many, returned, ops }
}

use Returned::{Always, OnSelect, OnSelectOfOne};

const USER: &[Property] = &[
    many("businessPhones", Always, EQ | NOT | GE | LE | STARTS),
    one("displayName", Always, TEXT),
    one("givenName", Always, TEXT),
    one("jobTitle", Always, TEXT),
    one("mail", Always, TEXT | ENDS),
    one("mobilePhone", Always, TEXT),
    one("officeLocation", Always, TEXT),
    one("preferredLanguage", Always, TEXT),
    one("surname", Always, TEXT),
    one("userPrincipalName", Always, RANGE | STARTS | ENDS),
    one("id", Always, EQ | NE | NOT | IN),
    one("aboutMe", OnSelect, 0),
    flag("accountEnabled", OnSelect, EQUAL),
    one("ageGroup", OnSelect, EQUAL),
    many("assignedLicenses", OnSelect, COUNT),
    many("assignedPlans", OnSelect, 0),
    one("authorizationInfo", OnSelect, 0),
    one("birthday", OnSelect, 0),
    one("city", OnSelect, TEXT),
    one("companyName", OnSelect, TEXT),
    one("consentProvidedForMinor", OnSelect, EQUAL),
    one("country", OnSelect, TEXT),
    one("createdDateTime", OnSelect, RANGE),
    one("creationType", OnSelect, EQUAL),
    one("customSecurityAttributes", OnSelect, 0),
    one("deletedDateTime", OnSelect, 0),
    one("department", OnSelect, RANGE | NULL),
    one("employeeHireDate", OnSelect, RANGE),
    one("employeeId", OnSelect, TEXT),
    one("employeeLeaveDateTime", OnSelect, RANGE),
    one("employeeOrgData", OnSelect, 0),
    one("employeeType", OnSelect, RANGE | STARTS),
    one("externalUserState", OnSelect, EQUAL),
    one("externalUserStateChangeDateTime", OnSelect, EQUAL),
    one("faxNumber", OnSelect, TEXT),
    one("hireDate", OnSelect, 0),
    Property { name: "identities", holds: Holds::Identities, returned: OnSelect, ops: EQ },
    many("imAddresses", OnSelect, EQ | NOT | GE | LE | STARTS),
    many("interests", OnSelect, 0),
    flag("isManagementRestricted", OnSelect, 0),
    flag("isResourceAccount", OnSelect, 0),
    one("lastPasswordChangeDateTime", OnSelect, 0),
    one("legalAgeGroupClassification", OnSelect, 0),
    many("licenseAssignmentStates", OnSelect, 0),
    one("mailNickname", OnSelect, TEXT),
    one("mySite", OnSelect, 0),
    one("onPremisesDistinguishedName", OnSelect, 0),
    one("onPremisesDomainName", OnSelect, 0),
    one("onPremisesExtensionAttributes", OnSelect, 0),
    one("onPremisesImmutableId", OnSelect, RANGE),
    one("onPremisesLastSyncDateTime", OnSelect, RANGE),
    many("onPremisesProvisioningErrors", OnSelect, 0),
    one("onPremisesSamAccountName", OnSelect, RANGE | STARTS),
    one("onPremisesSecurityIdentifier", OnSelect, EQ | NULL),
    flag("onPremisesSyncEnabled", OnSelect, EQUAL | NULL),
    one("onPremisesUserPrincipalName", OnSelect, RANGE | STARTS),
    many("otherMails", OnSelect, EQ | NOT | GE | LE | IN | STARTS | ENDS | COUNT),
    one("passwordPolicies", OnSelect, NE | NOT | NULL),
    one("passwordProfile", OnSelect, 0),
    many("pastProjects", OnSelect, 0),
    one("postalCode", OnSelect, TEXT),
    one("preferredDataLocation", OnSelect, 0),
    one("preferredName", OnSelect, 0),
    many("provisionedPlans", OnSelect, 0),
    many("proxyAddresses", OnSelect, EQ | NOT | GE | LE | STARTS | ENDS | COUNT),
    many("responsibilities", OnSelect, 0),
    many("schools", OnSelect, 0),
    one("securityIdentifier", OnSelect, EQ | NOT | GE | LE | STARTS),
    many("serviceProvisioningErrors", OnSelect, 0),
    flag("showInAddressList", OnSelect, 0),
    one("signInActivity", OnSelect, 0),
    one("signInSessionsValidFromDateTime", OnSelect, 0),
    many("skills", OnSelect, 0),
    one("state", OnSelect, TEXT),
    one("streetAddress", OnSelect, TEXT),
    one("usageLocation", OnSelect, TEXT),
    one("userType", OnSelect, EQUAL | NULL),
];

const GROUP: &[Property] = &[
    one("id", Always, EQ | NE | NOT | IN),
    one("deletedDateTime", Always, 0),
    one("classification", Always, EQ | NE | NOT | GE | LE | STARTS),
    one("createdDateTime", Always, 0),
    one("description", Always, EQ | NE | NOT | GE | LE | STARTS),
    one("displayName", Always, TEXT),
    one("expirationDateTime", Always, RANGE),
    many("groupTypes", Always, EQ | NOT),
    flag("isAssignableToRole", Always, EQ | NE | NOT),
    one("mail", Always, TEXT),
    flag("mailEnabled", Always, EQ | NE | NOT),
    one("mailNickname", Always, TEXT),
    one("membershipRule", Always, EQ | NE | NOT | GE | LE | STARTS),
    one("membershipRuleProcessingState", Always, EQUAL),
    one("onPremisesDomainName", Always, 0),
    one("onPremisesLastSyncDateTime", Always, RANGE),
    one("onPremisesNetBiosName", Always, 0),
    many("onPremisesProvisioningErrors", Always, EQ | NOT),
    one("onPremisesSamAccountName", Always, RANGE | STARTS),
    one("onPremisesSecurityIdentifier", Always, EQ | NULL),
    flag("onPremisesSyncEnabled", Always, EQUAL | NULL),
    one("preferredDataLocation", Always, 0),
    one("preferredLanguage", Always, TEXT),
    many("proxyAddresses", Always, EQ | NOT | GE | LE | STARTS | ENDS | COUNT),
    one("renewedDateTime", Always, RANGE),
    flag("securityEnabled", Always, EQUAL),
    one("securityIdentifier", Always, 0),
    one("theme", Always, 0),
    one("visibility", Always, 0),
    many("assignedLabels", OnSelect, 0),
    many("assignedLicenses", OnSelect, 0),
    flag("hasMembersWithLicenseErrors", OnSelect, 0),
    flag("isArchived", OnSelect, 0),
    flag("isManagementRestricted", OnSelect, 0),
    one("licenseProcessingState", OnSelect, 0),
    many("resourceBehaviorOptions", OnSelect, 0),
    many("resourceProvisioningOptions", OnSelect, 0),
    many("serviceProvisioningErrors", OnSelect, 0),
    one("uniqueName", OnSelect, 0),
    flag("allowExternalSenders", OnSelectOfOne, 0),
    flag("autoSubscribeNewMembers", OnSelectOfOne, 0),
    flag("hideFromAddressLists", OnSelectOfOne, 0),
    flag("hideFromOutlookClients", OnSelectOfOne, 0),
    flag("isSubscribedByMail", OnSelectOfOne, 0),
    one("unseenCount", OnSelectOfOne, 0),
];

/// The advanced-queries page gives orgContact the operators of the user's properties of the same name.
const CONTACT: &[Property] = &[
    one("id", Always, EQ | NE | NOT | IN),
    one("deletedDateTime", Always, 0),
    many("addresses", Always, 0),
    one("companyName", Always, TEXT),
    one("department", Always, TEXT),
    one("displayName", Always, TEXT),
    one("givenName", Always, TEXT),
    one("jobTitle", Always, TEXT),
    one("mail", Always, TEXT),
    one("mailNickname", Always, TEXT),
    one("onPremisesLastSyncDateTime", Always, RANGE),
    many("onPremisesProvisioningErrors", Always, 0),
    flag("onPremisesSyncEnabled", Always, EQUAL | NULL),
    many("phones", Always, 0),
    many("proxyAddresses", Always, EQ | NOT | GE | LE | STARTS | ENDS | COUNT),
    many("serviceProvisioningErrors", OnSelect, 0),
    one("surname", Always, TEXT),
];

const ROLE: &[Property] = &[
    one("id", Always, 0),
    one("deletedDateTime", Always, 0),
    one("description", Always, 0),
    one("displayName", Always, EQ),
    one("roleTemplateId", Always, EQ),
];

const ORGANIZATION: &[Property] = &[
    one("id", Always, 0),
    one("deletedDateTime", Always, 0),
    many("assignedPlans", Always, 0),
    many("businessPhones", Always, 0),
    one("city", Always, 0),
    one("country", Always, 0),
    one("countryLetterCode", Always, 0),
    one("createdDateTime", Always, 0),
    one("defaultUsageLocation", Always, 0),
    one("displayName", Always, 0),
    many("marketingNotificationEmails", Always, 0),
    one("onPremisesLastSyncDateTime", Always, 0),
    flag("onPremisesSyncEnabled", Always, 0),
    one("partnerTenantType", Always, 0),
    one("postalCode", Always, 0),
    one("preferredLanguage", Always, 0),
    one("privacyProfile", Always, 0),
    many("provisionedPlans", Always, 0),
    many("securityComplianceNotificationMails", Always, 0),
    many("securityComplianceNotificationPhones", Always, 0),
    one("state", Always, 0),
    one("street", Always, 0),
    many("technicalNotificationMails", Always, 0),
    one("tenantType", Always, 0),
    many("verifiedDomains", Always, 0),
    // Structural in the contract, seldom filled.
    one("mobileDeviceManagementAuthority", OnSelect, 0),
];

const SETTING: &[Property] = &[
    one("id", Always, 0),
    one("displayName", Always, 0),
    one("templateId", Always, 0),
    many("values", Always, 0),
];

const POLICY: &[Property] = &[
    one("id", Always, 0),
    one("allowInvitesFrom", Always, 0),
    flag("allowedToSignUpEmailBasedSubscriptions", Always, 0),
    flag("allowedToUseSSPR", Always, 0),
    flag("allowEmailVerifiedUsersToJoinOrganization", Always, 0),
    flag("allowUserConsentForRiskyApps", Always, 0),
    flag("blockMsolPowerShell", Always, 0),
    one("defaultUserRolePermissions", Always, 0),
    one("guestUserRoleId", Always, 0),
    one("description", Always, 0),
    one("displayName", Always, 0),
    one("deletedDateTime", OnSelect, 0),
];

const ASSIGNMENT: &[Property] = &[
    one("id", Always, 0),
    one("deletedDateTime", Always, 0),
    one("appRoleId", Always, 0),
    one("createdDateTime", Always, 0),
    one("principalDisplayName", Always, 0),
    one("principalId", Always, 0),
    one("principalType", Always, 0),
    one("resourceDisplayName", Always, 0),
    one("resourceId", Always, EQ),
];

/// exchangeMessageTrace resource. That `subject` supports contains, startsWith and endsWith is not imitated.
const MESSAGE_TRACE: &[Property] = &[
    one("id", Always, EQ),
    one("senderAddress", Always, EQ),
    one("recipientAddress", Always, EQ),
    one("messageId", Always, EQ),
    one("receivedDateTime", Always, GE | LE),
    one("subject", Always, 0),
    one("size", Always, EQ),
    one("fromIP", Always, EQ),
    one("toIP", Always, EQ),
    one("status", Always, EQ),
];

/// A type of Microsoft Graph that the practice tenant knows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, PartialOrd, Ord)]
pub(crate) enum Kind {
    User,
    Group,
    Contact,
    Role,
    Organization,
    Setting,
    Policy,
    Assignment,
    MessageTrace,
}

impl Kind {
    /// The type's name without its namespace.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::User => "user",
            Kind::Group => "group",
            Kind::Contact => "orgContact",
            Kind::Role => "directoryRole",
            Kind::Organization => "organization",
            Kind::Setting => "groupSetting",
            Kind::Policy => "authorizationPolicy",
            Kind::Assignment => "appRoleAssignment",
            Kind::MessageTrace => "exchangeMessageTrace",
        }
    }

    /// The type's rows.
    pub(crate) fn table(self) -> &'static [Property] {
        match self {
            Kind::User => USER,
            Kind::Group => GROUP,
            Kind::Contact => CONTACT,
            Kind::Role => ROLE,
            Kind::Organization => ORGANIZATION,
            Kind::Setting => SETTING,
            Kind::Policy => POLICY,
            Kind::Assignment => ASSIGNMENT,
            Kind::MessageTrace => MESSAGE_TRACE,
        }
    }

    /// The row of a property.
    pub(crate) fn property(self, name: &str) -> Option<&'static Property> {
        self.table().iter().find(|row| row.name == name)
    }

    /// Whether the list may be ordered by this property (user, group and orgContact resources: "Supports
    /// $orderby"; orgContact allows displayName).
    pub(crate) fn orders_by(self, name: &str) -> bool {
        matches!((self, name), (Kind::User | Kind::Group | Kind::Contact, "displayName"))
            || (self == Kind::User && name == "userPrincipalName")
    }

    /// The `@odata.type` value.
    pub(crate) fn odata_type(self) -> String {
        format!("#microsoft.graph.{}", self.name())
    }
}

/// The four kinds of directory object that a polymorphic list can hold here.
pub(crate) const DIRECTORY_OBJECTS: [Kind; 4] = [Kind::User, Kind::Group, Kind::Contact, Kind::Role];

/// The part of an object that an answer shows. With `select` exactly what was asked for: not selected is
/// absent; selected and unset is null, or `[]` for a collection.
/// Names that only another type has are skipped (polymorphic lists).
pub(crate) fn project(kind: Kind, object: &Object, select: Option<&[String]>, polymorphic: bool) -> Value {
    let mut shown = Object::new();
    if polymorphic {
        shown.insert("@odata.type".into(), json!(kind.odata_type()));
        // The type and the id are what makes a member of a polymorphic list usable (memberOf sample).
        shown.insert("id".into(), object.get("id").cloned().unwrap_or(Value::Null));
    }
    let mut put = |row: &Property| {
        let set = object.get(row.name).filter(|value| !value.is_null()).cloned();
        let value = set.unwrap_or_else(|| match row.name {
            _ if matches!(row.holds, Holds::Many | Holds::Identities) => json!([]),
            // CSDL: these two are not nullable; the earliest date stands for none.
            "birthday" | "hireDate" => json!("0001-01-01T00:00:00Z"),
            _ => Value::Null,
        });
        shown.insert(row.name.into(), value);
    };
    match select {
        Some(names) => names.iter().filter_map(|name| kind.property(name)).for_each(&mut put),
        None => kind.table().iter().filter(|row| row.returned == Always).for_each(&mut put),
    }
    Value::Object(shown)
}
