//! What is done elsewhere, as long as this version cannot do it.

use guest::Advice;

use super::carries_out;
use crate::examination::Examination;

impl Examination {
    /// What can be done outside the app: where to do the recommended remedy, as long as this version cannot, and the rest.
    #[must_use]
    pub fn advice(&self) -> Vec<Advice> {
        let elsewhere = self.diagnosis.recommended().filter(|offer| !carries_out(offer.kind));
        let elsewhere = elsewhere.and_then(|offer| offer.kind.remedy().elsewhere);
        elsewhere.into_iter().chain(self.diagnosis.advice.iter().copied()).collect()
    }
}
