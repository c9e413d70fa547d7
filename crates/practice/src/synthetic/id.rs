//! Ids that tell whose they are, so that nothing need be kept to find an object by its id.

/// A synthetic object: a guest, or what owns the address of the guest with this number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Synthetic {
    Guest(u32),
    Owner(u32),
}

impl Synthetic {
    /// The object id: a version-4-shaped GUID made of the number.
    pub(crate) fn id(self) -> String {
        let (n, variant) = match self {
            Self::Guest(n) => (n, 8),
            Self::Owner(n) => (n, 9),
        };
        let spread = spread(n);
        format!(
            "{:08x}-{:04x}-4{:03x}-{variant}{:03x}-{n:012x}",
            spread >> 32,
            (spread >> 16) & 0xffff,
            (spread >> 4) & 0xfff,
            spread & 0xfff
        )
    }

    /// Whose id this is, in lower case.
    pub(crate) fn read(id: &str) -> Option<Self> {
        let n = u32::from_str_radix(id.get(24..)?, 16).ok()?;
        [Self::Guest(n), Self::Owner(n)].into_iter().find(|it| it.id() == id)
    }

    /// Orders as the ids do.
    pub(super) fn key(self) -> (u64, bool) {
        match self {
            Self::Guest(n) => (spread(n), false),
            Self::Owner(n) => (spread(n), true),
        }
    }
}

/// Spread by a fixed odd factor, so that ids do not come in the order of the names.
fn spread(n: u32) -> u64 {
    u64::from(n).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// The number in a synthetic address or user name: what follows the last dot before `@`, `_` or `#`. None where no such
/// end is there, because more digits may follow.
pub(super) fn number(value: &str) -> Option<u32> {
    let end = value.find(['@', '_', '#'])?;
    value[..end].rsplit('.').next()?.parse().ok()
}
