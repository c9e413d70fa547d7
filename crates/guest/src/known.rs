//! What is known, and what is not.

/// A fact that was read, or one that was not.
///
/// A property that was not selected, or whose lookup failed, is [`Known::Unknown`] and never empty: Microsoft Graph
/// leaves a property that was not selected out of its answer, which is not the same as `null`
/// (Microsoft Graph: "Use query parameters to customize responses").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Known<T> {
    /// Not selected, not answered, or the lookup failed.
    #[default]
    Unknown,
    /// Read from the directory.
    Is(T),
}

impl<T> Known<T> {
    /// Whether the fact was read.
    pub const fn is_known(&self) -> bool {
        matches!(self, Self::Is(_))
    }

    /// The fact, when it was read.
    pub const fn get(&self) -> Option<&T> {
        match self {
            Self::Is(value) => Some(value),
            Self::Unknown => None,
        }
    }

    /// The fact by reference, keeping what is not known unknown.
    pub const fn as_ref(&self) -> Known<&T> {
        match self {
            Self::Is(value) => Known::Is(value),
            Self::Unknown => Known::Unknown,
        }
    }

    /// Changes the fact, keeping what is not known unknown.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Known<U> {
        match self {
            Self::Is(value) => Known::Is(change(value)),
            Self::Unknown => Known::Unknown,
        }
    }

    /// This fact, or the other when this one was not read.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        if self.is_known() { self } else { other }
    }

    /// Whether the fact was read and the test holds for it.
    pub fn is_and(&self, test: impl FnOnce(&T) -> bool) -> bool {
        self.get().is_some_and(test)
    }
}

impl<T> Known<Option<T>> {
    /// The value, when the property was read and is not null.
    pub fn value(&self) -> Option<&T> {
        self.get().and_then(Option::as_ref)
    }

    /// Whether the property was read and is null.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Is(None))
    }
}

/// Three-valued "and": false as soon as one is known to be false.
pub(crate) fn both(left: Known<bool>, right: Known<bool>) -> Known<bool> {
    match (left, right) {
        (Known::Is(false), _) | (_, Known::Is(false)) => Known::Is(false),
        (Known::Is(true), Known::Is(true)) => Known::Is(true),
        _ => Known::Unknown,
    }
}

/// Three-valued "or": true as soon as one is known to be true.
pub(crate) fn either(left: Known<bool>, right: Known<bool>) -> Known<bool> {
    both(left.map(|it| !it), right.map(|it| !it)).map(|it| !it)
}
