//! Whatever is pasted is read or refused, and what was read is what it says it is.

#[cfg(test)]
mod random_input {
    use guest::{Address, Pasted};
    use random_input::read;

    const PIECES: &[&str] = &[
        "jan@fabrikam.nl",
        "jan_fabrikam.nl#EXT#@contoso.onmicrosoft.com",
        "7d1f0000-0000-4000-8000-00000000000a",
        "7d1f000000004000800000000000000a",
        "mailto:",
        "smtp:",
        "%40",
        "#EXT#@",
        "@",
        "<",
        ">",
        "\"",
        "[Jan](mailto:",
        ", ",
        "; ",
        "xn--",
        "bücher.example",
        "?subject=",
    ];

    #[test]
    fn pasted_text() {
        read("pasted-text", |input| {
            let text = input.text(PIECES);
            _ = Address::from_pasted(&text);
            if let Ok(address) = Address::parse(&text) {
                the_same_again(&address);
            }
            match Pasted::read(&text) {
                Ok(Pasted::Address(address)) => the_same_again(&address),
                Ok(Pasted::UserName(name)) => {
                    // What a name may stand for is guessed, and asked about: few questions, whatever it is made of.
                    assert!(name.addresses().len() <= 4, "{text:?}");
                    assert!(
                        name.prefixes().iter().all(|prefix| prefix.to_ascii_uppercase().ends_with("#EXT#")),
                        "{text:?}"
                    );
                }
                Ok(Pasted::ObjectId(id)) => {
                    assert!(
                        matches!(Pasted::read(id.as_str()), Ok(Pasted::ObjectId(again)) if again == id),
                        "{text:?}"
                    );
                }
                Err(_) => {}
            }
        });
    }

    /// What is searched for can be pasted, and is then what it was.
    fn the_same_again(address: &Address) {
        let again = Address::parse(address.as_str());
        assert!(again.as_ref().is_ok_and(|again| again.is(address.as_str())), "{address:?}: {again:?}");
    }
}
