//! The engine where it stands: driven through its public methods, on a directory that does what each story says
//! (`scripted-graph`), with a real journal, a clock that jumps and ids that count.
//!
//! What is checked is what was sent, what stands in the journal, and what is reported. How Microsoft Graph behaves is
//! none of these stories' business: that is the practice tenant's, in `tests/journeys`.

#[cfg(test)]
mod at_once;
#[cfg(test)]
mod batch_previews;
#[cfg(test)]
mod batches;
#[cfg(test)]
mod belongings;
#[cfg(test)]
mod deleting;
#[cfg(test)]
mod fields;
#[cfg(test)]
mod finding;
#[cfg(test)]
mod group_gone;
mod inviting;
#[cfg(test)]
mod membership;
mod mistaken;
#[cfg(test)]
mod my_groups;
#[cfg(test)]
mod newcomers;
#[cfg(test)]
mod plans;
#[cfg(test)]
mod random_input;
#[cfg(test)]
mod recording;
#[cfg(test)]
mod refused;
#[cfg(test)]
mod remembering;
#[cfg(test)]
mod renewing;
#[cfg(test)]
mod replacing;
#[cfg(test)]
mod resending;
#[cfg(test)]
mod resetting;
mod restoring;
#[cfg(test)]
mod retention;
#[cfg(test)]
mod seeking;
#[cfg(test)]
mod sequences;
#[cfg(test)]
mod sessions;
#[cfg(test)]
mod support;
#[cfg(test)]
mod testing;
mod undoing;
#[cfg(test)]
mod ways;
#[cfg(test)]
mod whatever_happens;
