//! The names of the rules, and which of them apply.

/// Names each rule once, with the id that docs/diagnosis.md explains it under.
macro_rules! rules {
    ($( $(#[$doc:meta])* $rule:ident = $id:literal; )*) => {
        /// The rules of the diagnosis, as docs/diagnosis.md explains them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "contract", derive(serde::Serialize, ts_rs::TS))]
        pub enum Rule {
            $( $(#[$doc])* #[cfg_attr(feature = "contract", serde(rename = $id))] $rule, )*
        }

        impl Rule {
            /// Every rule, by its id.
            pub const ALL: &'static [Self] = &[ $( Self::$rule, )* ];

            /// Its id, `R0` to `R17`: what people quote, whatever the rule is called.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $( Self::$rule => $id, )* }
            }
        }
    };
}

rules! {
    /// No sign of a guest.
    NotAGuest = "R0";
    /// Not found anywhere.
    NotFound = "R1";
    /// Only a deleted user.
    Deleted = "R2";
    /// Several guests.
    SeveralGuests = "R3";
    /// Another object owns one of the guest's addresses.
    AddressOwned = "R4";
    /// No main address and several other addresses.
    Misconfigured = "R5";
    /// No main address in any other way.
    NoAddress = "R6";
    /// Several other addresses and a main address.
    SeveralAddresses = "R7";
    /// The main address is another one than the one searched for.
    MailElsewhere = "R8";
    /// Not a member of the chosen group.
    NotMember = "R9";
    /// Guests may not use groups.
    GuestAccess = "R10";
    /// Who can repair.
    Rights = "R11";
    /// Blocked or not yet accepted.
    AccountState = "R12";
    /// Nothing found.
    NoFaultFound = "R13";
    /// `mail` and the `SMTP:` entry are different addresses.
    MainAddressesDiffer = "R14";
    /// The chosen group hides its members.
    MembersHidden = "R15";
    /// Licences or an Exchange plan on the account.
    MoreThanAGuest = "R16";
    /// Typed Guest, never invited.
    InternalGuest = "R17";
}

/// Which rules are applied: all of them about one who is searched for, outside tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleSet(u32);

impl RuleSet {
    /// These rules and no others: for what tells less than a search.
    pub(crate) const fn only(rules: &[Rule]) -> Self {
        let (mut all, mut at) = (0, 0);
        while at < rules.len() {
            all |= 1 << rules[at] as u16;
            at += 1;
        }
        Self(all)
    }

    /// Every rule but one.
    #[must_use]
    pub const fn without(self, rule: Rule) -> Self {
        Self(self.0 & !(1 << rule as u16))
    }

    /// Whether the rule applies.
    #[must_use]
    pub const fn has(self, rule: Rule) -> bool {
        self.0 & (1 << rule as u16) != 0
    }
}

impl Default for RuleSet {
    fn default() -> Self {
        Self(u32::MAX)
    }
}
