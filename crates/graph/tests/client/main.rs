//! The client against a server that says exactly what each story needs. No practice tenant here: the two must not
//! know each other.

#[cfg(test)]
mod all_guests;
#[cfg(test)]
mod changes;
#[cfg(test)]
mod claims;
#[cfg(test)]
mod escaping;
#[cfg(test)]
mod finding;
#[cfg(test)]
mod groups;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod large;
#[cfg(test)]
mod operations;
#[cfg(test)]
mod paging;
#[cfg(test)]
mod problems;
#[cfg(test)]
mod random_input;
#[cfg(test)]
mod resources;
#[cfg(test)]
mod retry;
#[cfg(test)]
mod secrets;
#[cfg(test)]
mod support;
#[cfg(test)]
mod surroundings;
#[cfg(test)]
mod transports;
