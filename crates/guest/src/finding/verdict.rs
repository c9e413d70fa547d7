//! What it comes to, in one word.

/// Names each verdict once.
macro_rules! verdicts {
    ($( $(#[$doc:meta])* $verdict:ident; )*) => {
        /// The one answer.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[cfg_attr(
            feature = "contract",
            derive(serde::Serialize, serde::Deserialize, ts_rs::TS),
            serde(rename_all = "kebab-case")
        )]
        pub enum Verdict { $( $(#[$doc])* $verdict, )* }

        impl Verdict {
            /// Every verdict.
            pub const ALL: &'static [Self] = &[ $( Self::$verdict, )* ];
        }
    };
}

verdicts! {
    /// Several guests have the address; the operator chooses one.
    Ambiguous;
    /// Only a deleted user has the address.
    Deleted;
    /// A user, but no sign of a guest.
    NotAGuest;
    /// Something that decides could not be read.
    CannotTell;
    /// Nobody has the address.
    NotFound;
    /// The organisation does not let guests use groups.
    GuestAccessOff;
    /// Not a member of the chosen group.
    NotMember;
    /// Another object owns one of the guest's addresses: the usual cause.
    Conflict;
    /// No main address and several other addresses.
    Misconfigured;
    /// No main address in another way.
    NoAddress;
    /// Mail goes to another address.
    MailElsewhere;
    /// Signing in is blocked.
    Blocked;
    /// The invitation was not accepted yet.
    Pending;
    /// No fault found in the directory.
    Healthy;
}
