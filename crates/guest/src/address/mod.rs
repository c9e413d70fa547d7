//! E-mail addresses: the value, and the reader of what people paste.

mod accents;
mod object_id;
mod paste;
mod value;

pub use object_id::ObjectId;
pub use paste::Pasted;
pub use value::{Address, LONGEST_ADDRESS, NotAnAddress};
