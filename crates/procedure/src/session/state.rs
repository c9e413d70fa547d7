//! The state machine: who is signed in, and everything that begins and ends with it.

use std::sync::Arc;

use crate::problem::{ErrorKind, Problem};
use crate::signed_in::{Generation, SignedIn};

/// The session.
///
/// ```text
///              activate, without credentials
///   SignedOut ──────────────────────────────▶ Connected ───┐
///       ▲  │                                   │   ▲       │
///       │  │  activate, with credentials       ▼   │       │ deactivate
///       │  └──────────────────────────────▶ Authenticated ─┤
///       └──────────────────────────────────────────────────┘
/// ```
///
/// Each transition ends what belonged to the state before it: the device code, and the claims challenge.
///
/// Of the organisation `O`, the credentials `C` and the device code `D` it knows nothing but whether they are there.
pub(crate) struct Session<O, C, D> {
    state: State<C>,
    organisation: Option<O>,
    /// The sign-in that began last.
    newest: Generation,
    /// The newest sign-in that may sign nobody in any more: it did so, or somebody signed out after it began.
    settled: Generation,
    device_code: Option<(Generation, D)>,
    /// What the next sign-in must prove.
    challenge: Option<String>,
    /// A sign-in is stored on this computer and is not the one in force.
    stored: bool,
}

enum State<C> {
    SignedOut,
    /// To a connection that was handed in.
    Connected(Arc<SignedIn>),
    /// By the authority.
    Authenticated(Arc<SignedIn>, C),
}

impl<O, C, D> Default for Session<O, C, D> {
    fn default() -> Self {
        Self {
            state: State::SignedOut,
            organisation: None,
            newest: Generation(0),
            settled: Generation(0),
            device_code: None,
            challenge: None,
            stored: false,
        }
    }
}

impl<O, C, D: Clone> Session<O, C, D> {
    /// A sign-in begins.
    pub(crate) fn begin(&mut self) -> Generation {
        self.newest = Generation(self.newest.0 + 1);
        self.newest
    }

    /// A sign-in ends well: whoever it is takes the place of whoever was here. Refused when a later one did so already,
    /// or when somebody signed out since it began. `stored`: whether a sign-in is stored.
    pub(crate) fn activate(
        &mut self,
        signed_in: Arc<SignedIn>,
        credentials: Option<C>,
        stored: bool,
    ) -> Result<(), ErrorKind> {
        if self.is_superseded(signed_in.generation) {
            return Err(ErrorKind::Cancelled);
        }
        self.end();
        self.settled = signed_in.generation;
        self.device_code = None;
        self.challenge = None;
        (self.state, self.stored) = match credentials {
            Some(credentials) => (State::Authenticated(signed_in, credentials), false),
            None => (State::Connected(signed_in), stored),
        };
        Ok(())
    }

    /// Somebody signs out; sign-ins that are under way will sign nobody in.
    pub(crate) fn deactivate(&mut self) {
        self.supersede();
        self.end();
        self.challenge = None;
        self.state = State::SignedOut;
    }

    /// Ends what whoever is signed in asked for.
    fn end(&self) {
        if let Some(before) = self.signed_in() {
            before.ended.cancel();
        }
    }

    /// Sign-ins that are under way will sign nobody in: what they were for is no more.
    pub(crate) fn supersede(&mut self) {
        self.settled = self.newest;
        self.device_code = None;
    }

    fn is_superseded(&self, generation: Generation) -> bool {
        generation <= self.settled
    }

    /// Whether the authority let this one in, and nobody came or left since.
    pub(crate) fn is_authenticated_as(&self, generation: Generation) -> bool {
        matches!(&self.state, State::Authenticated(signed_in, _) if signed_in.generation == generation)
    }

    /// Who is signed in.
    pub(crate) fn signed_in(&self) -> Option<&Arc<SignedIn>> {
        match &self.state {
            State::SignedOut => None,
            State::Connected(signed_in) | State::Authenticated(signed_in, _) => Some(signed_in),
        }
    }

    /// What the authority holds of whoever is signed in.
    pub(crate) fn credentials(&self) -> Option<&C> {
        match &self.state {
            State::SignedOut | State::Connected(_) => None,
            State::Authenticated(_, credentials) => Some(credentials),
        }
    }

    /// Keeps a claims challenge until it is answered, if the problem is one. It must have met whoever is signed in, or
    /// a sign-in that may still end well: nobody is asked for what another was to prove.
    pub(crate) fn note(&mut self, generation: Generation, problem: &Problem) {
        let here = self.signed_in().is_some_and(|signed_in| signed_in.generation == generation);
        if let ErrorKind::StepUpRequired { claims } = &problem.kind
            && (here || !self.is_superseded(generation))
        {
            self.challenge = Some(claims.clone());
        }
    }

    /// The claims challenge that waits for an answer.
    pub(crate) fn challenge(&self) -> Option<String> {
        self.challenge.clone()
    }

    /// A device code is under way, unless the sign-in it is for was superseded meanwhile.
    pub(crate) fn put_device_code(&mut self, generation: Generation, code: D) {
        if !self.is_superseded(generation) {
            self.device_code = Some((generation, code));
        }
    }

    /// The device code under way, and the sign-in it was asked for by.
    pub(crate) fn device_code(&self) -> Option<(Generation, D)> {
        self.device_code.clone()
    }

    /// This sign-in's device code was used, or cannot be.
    pub(crate) fn drop_device_code(&mut self, of: Generation) {
        self.device_code.take_if(|(generation, _)| *generation == of);
    }

    /// The organisation one can sign in to.
    pub(crate) fn organisation(&self) -> Option<&O> {
        self.organisation.as_ref()
    }

    /// Another organisation from now on, or the same by another name.
    pub(crate) fn set_organisation(&mut self, organisation: Option<O>) {
        self.organisation = organisation;
    }

    /// Whether a sign-in is stored that can be resumed.
    pub(crate) fn is_stored(&self) -> bool {
        self.stored
    }

    /// What was found of it.
    pub(crate) fn set_stored(&mut self, stored: bool) {
        self.stored = stored;
    }
}

#[cfg(test)]
mod tests {
    use async_trait::async_trait;
    use azure_core::credentials::{AccessToken, TokenCredential, TokenRequestOptions};
    use graph::{Endpoint, Graph, TowerTransport};
    use practice::{Behaviour, Tenant};
    use tokio_util::sync::CancellationToken;

    use super::*;
    use crate::signed_in::Account;

    type Here = Session<&'static str, &'static str, &'static str>;

    #[derive(Debug)]
    struct Nobody;

    #[async_trait]
    impl TokenCredential for Nobody {
        async fn get_token(
            &self,
            _: &[&str],
            _: Option<TokenRequestOptions<'_>>,
        ) -> azure_core::Result<AccessToken> {
            unreachable!("the machine asks Graph nothing")
        }
    }

    fn signed_in(generation: Generation) -> Arc<SignedIn> {
        let tenant = Tenant::start(Tenant::built_in().unwrap(), Behaviour::default());
        let transport = Arc::new(TowerTransport::new(tenant));
        let clock = Arc::new(clock::SystemClock);
        let account = Account {
            user_id: String::new(),
            display_name: String::new(),
            user_name: String::new(),
            operator: guest::Operator::default(),
            tenant_id: String::new(),
            organisation: String::new(),
            kind: journal::OrganisationKind::Real,
            domains: guest::Known::Unknown,
        };
        let graph = Graph::new(transport, Arc::new(Nobody), Endpoint::global(), clock);
        Arc::new(SignedIn {
            graph,
            account,
            generation,
            refused: Arc::default(),
            read_groups: Arc::default(),
            ended: CancellationToken::new(),
        })
    }

    #[derive(Debug, Clone, Copy)]
    enum Step {
        /// The next sign-in begins.
        Begin,
        /// The sign-in of this number ends well, by the authority.
        In(u64),
        /// The sign-in of this number ends well, to a connection that was handed in.
        To(u64),
        Out,
        Supersede,
        /// The sign-in of this number, or who came by it, meets a claims challenge.
        Challenge(u64),
        /// A device code comes for the sign-in of this number.
        Code(u64),
        /// It was used.
        Used(u64),
    }
    use Step::{Begin, Challenge, Code, In, Out, Supersede, To, Used};

    fn after(steps: &[Step]) -> String {
        let mut session = Here::default();
        session.set_stored(true);
        for step in steps {
            match *step {
                Begin => _ = session.begin(),
                In(number) => _ = session.activate(signed_in(Generation(number)), Some("c"), true),
                To(number) => _ = session.activate(signed_in(Generation(number)), None, true),
                Out => session.deactivate(),
                Supersede => session.supersede(),
                Challenge(number) => {
                    let claims = number.to_string();
                    session.note(Generation(number), &ErrorKind::StepUpRequired { claims }.into());
                }
                Code(number) => session.put_device_code(Generation(number), "code"),
                Used(number) => session.drop_device_code(Generation(number)),
            }
        }
        let who = match session.signed_in().map(|signed_in| signed_in.generation.0) {
            None => "nobody".to_owned(),
            Some(number) if session.credentials().is_some() => format!("in {number}"),
            Some(number) => format!("to {number}"),
        };
        let challenge = session.challenge().map(|claims| format!("challenge {claims}"));
        let code = session.device_code().map(|(generation, _)| format!("code {}", generation.0));
        let stored = session.is_stored().then(|| "stored".to_owned());
        [Some(who), challenge, code, stored].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn every_transition_ends_what_belonged_to_the_state_before_it_and_nothing_more() {
        let table: [(&[Step], &str); 24] = [
            (&[], "nobody, stored"),
            (&[Begin], "nobody, stored"),
            (&[Begin, In(1)], "in 1"),
            (&[Begin, To(1)], "to 1, stored"),
            (&[Begin, In(1), Out], "nobody"),
            (&[Begin, To(1), Out], "nobody, stored"),
            (&[Begin, In(1), Begin], "in 1"),
            (&[Begin, In(1), Begin, In(2)], "in 2"),
            (&[Begin, In(1), Begin, To(2)], "to 2, stored"),
            (&[Begin, To(1), Begin, In(2)], "in 2"),
            // The later one counts.
            (&[Begin, Begin, In(2), In(1)], "in 2"),
            (&[Begin, Begin, In(1), In(2)], "in 2"),
            (&[Begin, Begin, To(2), In(1)], "to 2, stored"),
            // One that ended cannot end again.
            (&[Begin, In(1), Out, In(1)], "nobody"),
            // Signing out goes for those under way as well, and for none that begins after it.
            (&[Begin, Out, In(1)], "nobody, stored"),
            (&[Begin, Out, Begin, In(2)], "in 2"),
            (&[Begin, To(1), Begin, Code(2), Supersede, In(2)], "to 1, stored"),
            // Challenges are of whoever is here, or may still come.
            (&[Begin, Challenge(1)], "nobody, challenge 1, stored"),
            (&[Begin, Challenge(1), Begin, In(2)], "in 2"),
            (&[Begin, In(1), Challenge(1)], "in 1, challenge 1"),
            (&[Begin, In(1), Challenge(1), Out], "nobody"),
            (&[Begin, In(1), Begin, In(2), Challenge(1)], "in 2"),
            // Codes.
            (&[Begin, Code(1), Begin, Code(2), Used(1)], "nobody, code 2, stored"),
            (&[Begin, Code(1), Begin, To(2), Code(1)], "to 2, stored"),
        ];
        for (steps, expected) in table {
            assert_eq!(after(steps), expected, "{steps:?}");
        }
    }

    #[test]
    fn a_problem_that_is_no_challenge_leaves_the_one_that_waits() {
        let mut session = Here::default();
        let generation = session.begin();
        session.note(generation, &ErrorKind::StepUpRequired { claims: "wanted".to_owned() }.into());
        session.note(generation, &ErrorKind::Unreachable.into());
        assert_eq!(session.challenge().as_deref(), Some("wanted"));
    }

    #[test]
    fn only_whoever_the_authority_let_in_last_is_stored() {
        let mut session = Here::default();
        let (first, second) = (session.begin(), session.begin());
        session.activate(signed_in(first), Some("c"), false).unwrap();
        assert!(session.is_authenticated_as(first) && !session.is_authenticated_as(second));
        session.activate(signed_in(second), None, false).unwrap();
        assert!(!session.is_authenticated_as(first) && !session.is_authenticated_as(second));
    }
}
