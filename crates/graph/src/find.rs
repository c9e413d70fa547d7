//! Who has this address: every place an address can stand, asked in one round trip.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};
use tokio_util::sync::CancellationToken;

use crate::batch::Item;
use crate::client::{Call, Graph};
use crate::deleted::select_deleted;
use crate::odata;
use crate::operations::Operation;
use crate::page::MOST_OBJECTS;
use crate::problem::GraphProblem;
use crate::resource::{Contact, Group, GroupSetting, Resource, User};

/// The most `or` clauses of one filter. Sixteen are refused with `Request_UnsupportedQuery`, "Max allowed: 15"
/// (microsoftgraph/microsoft-graph-docs-contrib issue 1238).
const MOST_CLAUSES: usize = 15;

/// The most objects that one lookup may find. An address stands in a handful of objects; a server that finds more is
/// not answering our question, and what it says of the rest is not looked at.
const MOST_HITS: usize = 500;

/// One place an address can stand. Asked one by one, so that a failure stays alone and the answer tells which
/// property matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lookup {
    /// A user's `otherMails`.
    UserByOtherMails,
    /// A user's `mail`.
    UserByMail,
    /// A user's `proxyAddresses`, as `smtp:`. Whether the server folds the case of the prefix is not documented.
    UserBySecondaryProxy,
    /// A user's `proxyAddresses`, as `SMTP:`.
    UserByPrimaryProxy,
    /// A guest's `userPrincipalName`, which begins with the address they were first invited at.
    UserByUserName,
    /// A user's `userPrincipalName`, being the address itself: an account of the organisation.
    UserByOwnName,
    /// A user's identity with issuer `mail`.
    UserByIdentity,
    /// A contact's `mail`.
    ContactByMail,
    /// A contact's `proxyAddresses`, both prefixes.
    ContactByProxy,
    /// A group's `mail`.
    GroupByMail,
    /// A group's `proxyAddresses`, both prefixes.
    GroupByProxy,
    /// A deleted user's `mail`.
    DeletedByMail,
    /// A deleted user's `otherMails`.
    DeletedByOtherMails,
    /// A deleted user's `proxyAddresses`, both prefixes.
    DeletedByProxy,
}

/// An object, and where the address stands in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Match<T> {
    /// The object.
    pub object: T,
    /// Which lookups found it.
    pub matched: BTreeSet<Lookup>,
}

/// The answer of several lookups for one kind of object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lookups<T> {
    /// Every object once, in the order found.
    pub found: Vec<Match<T>>,
    /// Which lookups were asked.
    pub asked: BTreeSet<Lookup>,
    /// Which of them failed, and how.
    pub failed: BTreeMap<Lookup, GraphProblem>,
}

impl<T> Lookups<T> {
    /// Whether everything that was asked was answered: only then does "not found" mean "not there".
    #[must_use]
    pub fn complete(&self) -> bool {
        self.failed.is_empty()
    }

    /// The objects alone.
    pub fn objects(&self) -> impl Iterator<Item = &T> {
        self.found.iter().map(|hit| &hit.object)
    }
}

// Not derived: that would ask `T: Default` for no reason.
impl<T> Default for Lookups<T> {
    fn default() -> Self {
        Self { found: Vec::new(), asked: BTreeSet::new(), failed: BTreeMap::new() }
    }
}

/// What the search found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchAnswer {
    /// Users who have the address.
    pub users: Lookups<User>,
    /// Deleted users who had it.
    pub deleted_users: Lookups<User>,
    /// Contacts that own it.
    pub contacts: Lookups<Contact>,
    /// Groups that own it.
    pub groups: Lookups<Group>,
    /// The organisation's settings for groups; an empty list means that the defaults are in force.
    pub group_settings: Result<Vec<GroupSetting>, GraphProblem>,
}

impl Graph {
    /// Everything that has this address, and the organisation's settings, in one round trip (nextLinks and
    /// throttling aside).
    ///
    /// `spellings`: the address in every form it may stand in. `ext_prefixes`: the beginnings that a guest's user
    /// name may have, such as `jan_fabrikam.nl#EXT#`. `Err` when the question as a whole got no answer; a lookup that
    /// failed alone stands in [`Lookups::failed`].
    pub async fn search(
        &self,
        spellings: &[String],
        ext_prefixes: &[String],
        cancel: &CancellationToken,
    ) -> Result<SearchAnswer, GraphProblem> {
        if spellings.iter().all(|spelling| spelling.trim().is_empty()) {
            return Err(GraphProblem::bad_input(Operation::ListUsers, "address"));
        }
        let mut questions = address_batch(spellings)?;
        questions.add(Lookup::UserByOtherMails, &clauses(spellings, |a| odata::has("otherMails", a)))?;
        questions.add(
            Lookup::UserByUserName,
            &clauses(ext_prefixes, |p| odata::starts_with("userPrincipalName", p)),
        )?;
        questions.add(Lookup::UserByIdentity, &clauses(spellings, odata::has_mail_identity))?;
        questions.add(Lookup::DeletedByMail, &clauses(spellings, |a| odata::equals("mail", a)))?;
        questions.add(Lookup::DeletedByOtherMails, &clauses(spellings, |a| odata::has("otherMails", a)))?;
        questions.add(Lookup::DeletedByProxy, &proxies(spellings))?;

        let mut calls = questions.calls.clone();
        calls.push(Call::new(Operation::ListGroupSettings, &[])?);
        let mut items = self.batch(calls, cancel).await?;
        let settings = items.split_off(questions.calls.len());

        let mut answers = Answers::new(questions, items);
        Ok(SearchAnswer {
            users: self.collect(&mut answers, Operation::ListUsers, cancel).await,
            deleted_users: self.collect(&mut answers, Operation::ListDeletedUsers, cancel).await,
            contacts: self.collect(&mut answers, Operation::ListContacts, cancel).await,
            groups: self.collect(&mut answers, Operation::ListGroups, cancel).await,
            group_settings: self
                .list_item(Operation::ListGroupSettings, &[], settings.into_iter().next(), cancel)
                .await,
        })
    }

    /// The answers to all lookups of one kind, each object once.
    pub(crate) async fn collect<T: Resource>(
        &self,
        answers: &mut Answers,
        operation: Operation,
        cancel: &CancellationToken,
    ) -> Lookups<T> {
        let mut lookups = Lookups::default();
        let mut places = HashMap::new();
        for (lookup, item) in answers.take(operation) {
            lookups.asked.insert(lookup);
            match self.hits::<T>(operation, item, cancel).await {
                Ok(objects) => {
                    for object in objects {
                        lookups.add(lookup, object, &mut places);
                    }
                }
                Err(problem) => {
                    tracing::warn!(?lookup, %problem, "a lookup failed; what it would have found is unknown");
                    lookups.failed.insert(lookup, problem);
                }
            }
        }
        lookups
    }

    /// What one lookup found.
    async fn hits<T: Resource>(
        &self,
        operation: Operation,
        item: Item,
        cancel: &CancellationToken,
    ) -> Result<Vec<T>, GraphProblem> {
        self.list_from(operation, &[], &item?, MOST_HITS, cancel).await
    }

    /// A list that came as an item of a batch, asked for with these ids, with its further pages.
    pub(crate) async fn list_item<T: Resource>(
        &self,
        operation: Operation,
        ids: &[&str],
        item: Option<Item>,
        cancel: &CancellationToken,
    ) -> Result<Vec<T>, GraphProblem> {
        match item {
            Some(item) => self.list_from(operation, ids, &item?, MOST_OBJECTS, cancel).await,
            None => Err(GraphProblem::malformed(operation, crate::ServerDetails::default())),
        }
    }
}

impl<T: Resource> Lookups<T> {
    /// `places`: where among those found each id stands.
    fn add(&mut self, lookup: Lookup, object: T, places: &mut HashMap<String, usize>) {
        if let Some(hit) = places.get(object.id()).and_then(|place| self.found.get_mut(*place)) {
            hit.matched.insert(lookup);
            return;
        }
        places.insert(object.id().to_owned(), self.found.len());
        self.found.push(Match { object, matched: BTreeSet::from([lookup]) });
    }
}

impl Lookup {
    /// What is listed, and with which properties.
    fn asks(self) -> (Operation, Vec<&'static str>) {
        match self {
            Self::UserByOtherMails
            | Self::UserByMail
            | Self::UserBySecondaryProxy
            | Self::UserByPrimaryProxy
            | Self::UserByUserName
            | Self::UserByOwnName
            | Self::UserByIdentity => (Operation::ListUsers, User::SELECT.to_vec()),
            Self::ContactByMail | Self::ContactByProxy => (Operation::ListContacts, Contact::SELECT.to_vec()),
            Self::GroupByMail | Self::GroupByProxy => (Operation::ListGroups, Group::SELECT.to_vec()),
            Self::DeletedByMail | Self::DeletedByOtherMails | Self::DeletedByProxy => {
                (Operation::ListDeletedUsers, select_deleted())
            }
        }
    }

    fn operation(self) -> Operation {
        self.asks().0
    }
}

/// Lookups and the calls that make them, side by side.
#[derive(Default)]
pub(crate) struct BatchBuilder {
    pub(crate) calls: Vec<Call>,
    lookups: Vec<Lookup>,
}

impl BatchBuilder {
    /// Asks for objects that fulfil any of these clauses; in several calls when one filter cannot hold them.
    fn add(&mut self, lookup: Lookup, clauses: &[String]) -> Result<(), GraphProblem> {
        for clauses in clauses.chunks(MOST_CLAUSES) {
            let filter = clauses.join(" or ");
            let (operation, select) = lookup.asks();
            let call =
                Call::new(operation, &[])?.query(&[("$select", select.join(",")), ("$filter", filter)]);
            self.calls.push(call);
            self.lookups.push(lookup);
        }
        Ok(())
    }
}

/// The lookups for who *owns* an address: `mail` and `proxyAddresses` of live objects; and for who has it as user name,
/// and may own it.
pub(crate) fn address_batch(addresses: &[String]) -> Result<BatchBuilder, GraphProblem> {
    let mut questions = BatchBuilder::default();
    questions.add(Lookup::UserByMail, &clauses(addresses, |a| odata::equals("mail", a)))?;
    questions.add(Lookup::UserBySecondaryProxy, &clauses(addresses, |a| proxy("smtp:", a)))?;
    questions.add(Lookup::UserByPrimaryProxy, &clauses(addresses, |a| proxy("SMTP:", a)))?;
    questions.add(Lookup::UserByOwnName, &clauses(addresses, |a| odata::equals("userPrincipalName", a)))?;
    questions.add(Lookup::ContactByMail, &clauses(addresses, |a| odata::equals("mail", a)))?;
    questions.add(Lookup::ContactByProxy, &proxies(addresses))?;
    questions.add(Lookup::GroupByMail, &clauses(addresses, |a| odata::equals("mail", a)))?;
    questions.add(Lookup::GroupByProxy, &proxies(addresses))?;
    Ok(questions)
}

fn clauses(texts: &[String], clause: impl Fn(&str) -> String) -> Vec<String> {
    texts.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).map(clause).collect()
}

fn proxy(prefix: &str, address: &str) -> String {
    odata::has("proxyAddresses", &format!("{prefix}{address}"))
}

fn proxies(addresses: &[String]) -> Vec<String> {
    let mut both = clauses(addresses, |a| proxy("smtp:", a));
    both.extend(clauses(addresses, |a| proxy("SMTP:", a)));
    both
}

/// The items of a batch, each with the lookup it answers.
pub(crate) struct Answers {
    items: Vec<(Lookup, Item)>,
}

impl Answers {
    pub(crate) fn new(questions: BatchBuilder, items: Vec<Item>) -> Self {
        Self { items: questions.lookups.into_iter().zip(items).collect() }
    }

    fn take(&mut self, operation: Operation) -> Vec<(Lookup, Item)> {
        self.items.extract_if(.., |(lookup, _)| lookup.operation() == operation).collect()
    }
}
