//! Letters with accents, which the directory does not keep before the `@`.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

use super::value::{Address, NotAnAddress};

/// Refuses an address with an accent before the `@`, and offers it without. Letters of other scripts, and those that
/// are no letter with something added (`ø`, `ß`), are left alone: of them Microsoft says nothing.
pub(super) fn without_accents(address: Address) -> Result<Address, NotAnAddress> {
    if address.name().is_ascii() {
        return Ok(address);
    }
    let mut letter = None;
    let mut plain = String::new();
    for it in DecomposingNormalizerBorrowed::new_nfd().normalize_iter(address.name().chars()) {
        match plain.chars().last().filter(char::is_ascii_alphabetic) {
            Some(base) if is_accent(it) => _ = letter.get_or_insert([base, it]),
            _ => plain.push(it),
        }
    }
    let Some(letter) = letter else { return Ok(address) };
    let composed = ComposingNormalizerBorrowed::new_nfc();
    Err(NotAnAddress::Accented {
        letter: composed.normalize_iter(letter.into_iter()).collect(),
        plain: Address::parse(&format!(
            "{}@{}",
            composed.normalize_iter(plain.chars()).collect::<String>(),
            address.domain()
        ))?,
    })
}

/// The combining marks that European letters carry (Unicode: Combining Diacritical Marks).
fn is_accent(it: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&it)
}
