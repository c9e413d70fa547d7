//! The table: one story for each way in which a rule holds, or does not.

mod account;
mod addresses;
mod groups;
mod rights;
mod search;

use guest::{CannotHelp, Doubt, Facts, FindingCode, Fit, NotNow, RemedyKind, Rule, Verdict};

/// Whether the operator can, in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Able {
    Can,
    After(String),
    Fixed(String),
    SwitchedOff,
    NotYou(String),
    Doubt(Doubt),
}

/// Whether a remedy can help, in short: what there is to choose has tests of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Suits {
    Fits,
    CannotHelp(CannotHelp),
    NotNow(NotNow),
}

impl From<&Fit> for Suits {
    fn from(fit: &Fit) -> Self {
        match fit {
            Fit::Fits(_) => Self::Fits,
            Fit::CannotHelp(why) => Self::CannotHelp(why.clone()),
            Fit::NotNow(why) => Self::NotNow(why.clone()),
        }
    }
}

/// One named guest: what is given, and what must be said.
#[derive(Debug, Clone)]
pub(crate) struct Story {
    pub(crate) name: &'static str,
    /// The rule the story is about.
    pub(crate) rule: Rule,
    pub(crate) facts: Facts,
    pub(crate) verdict: Verdict,
    pub(crate) findings: Vec<FindingCode>,
    pub(crate) recommended: Option<RemedyKind>,
    /// The remedies that somebody else must be asked for.
    pub(crate) asks_for: Vec<RemedyKind>,
    /// The fit of these remedies; None where one must be absent.
    pub(crate) fits: Vec<(RemedyKind, Option<Suits>)>,
    pub(crate) able: Vec<(RemedyKind, Option<Able>)>,
}

impl Story {
    fn new(rule: Rule, name: &'static str, facts: Facts, verdict: Verdict, findings: &[FindingCode]) -> Self {
        Self {
            name,
            rule,
            facts,
            verdict,
            findings: findings.to_vec(),
            recommended: None,
            asks_for: vec![],
            fits: vec![],
            able: vec![],
        }
    }

    fn recommends(self, kind: RemedyKind) -> Self {
        Self { recommended: Some(kind), ..self }
    }

    fn asks_for(self, kind: RemedyKind) -> Self {
        Self { recommended: None, asks_for: [self.asks_for, vec![kind]].concat(), ..self }
    }

    fn fits(self, kind: RemedyKind) -> Self {
        self.fit(kind, Some(Suits::Fits))
    }

    fn cannot_help(self, kind: RemedyKind, why: CannotHelp) -> Self {
        self.fit(kind, Some(Suits::CannotHelp(why)))
    }

    fn not_now(self, kind: RemedyKind, why: NotNow) -> Self {
        self.fit(kind, Some(Suits::NotNow(why)))
    }

    fn absent(self, kind: RemedyKind) -> Self {
        self.fit(kind, None)
    }

    fn fit(mut self, kind: RemedyKind, fit: Option<Suits>) -> Self {
        self.fits.push((kind, fit));
        self
    }

    fn able(mut self, kind: RemedyKind, able: Able) -> Self {
        self.able.push((kind, Some(able)));
        self
    }
}

pub(crate) fn all() -> Vec<Story> {
    [search::stories(), addresses::stories(), groups::stories(), rights::stories(), account::stories()]
        .concat()
}

/// The contact of the stories, which owns an address.
const OWNER: &str = "J. de Vries (Fabrikam)";

fn conflict_first(owner: &str) -> NotNow {
    NotNow::ConflictFirst { owner: owner.to_owned() }
}

fn conflict_stays(owner: &str) -> CannotHelp {
    CannotHelp::ConflictStays { owner: owner.to_owned() }
}
