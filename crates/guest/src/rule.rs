//! The names of the rules, and which of them apply.

/// The rules of the diagnosis, as docs/diagnosis.md explains them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "contract", derive(serde::Serialize, serde::Deserialize, ts_rs::TS))]
pub enum Rule {
    /// No sign of a guest.
    R0,
    /// Not found anywhere.
    R1,
    /// Only a deleted user.
    R2,
    /// Several guests.
    R3,
    /// Another object owns one of his addresses.
    R4,
    /// No main address and several other addresses.
    R5,
    /// No main address in any other way.
    R6,
    /// Several other addresses and a main address.
    R7,
    /// The main address is another one than the one searched for.
    R8,
    /// Not a member of the chosen group.
    R9,
    /// Guests may not use groups.
    R10,
    /// Who can repair.
    R11,
    /// Blocked or not yet accepted.
    R12,
    /// Nothing found.
    R13,
}

impl Rule {
    /// Every rule, in order.
    pub const ALL: [Self; 14] = [
        Self::R0,
        Self::R1,
        Self::R2,
        Self::R3,
        Self::R4,
        Self::R5,
        Self::R6,
        Self::R7,
        Self::R8,
        Self::R9,
        Self::R10,
        Self::R11,
        Self::R12,
        Self::R13,
    ];
}

/// Which rules a diagnosis applies: all of them, outside tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleSet(u16);

impl RuleSet {
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
        Self(u16::MAX)
    }
}
