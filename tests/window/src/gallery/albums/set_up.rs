//! The first start: welcome, who to be in practice, and setting up an organisation.

use super::Shot;

pub(super) const SHOTS: &[Shot] = &[
    Shot {
        name: "welcome",
        shows: "The question the app answers, in three steps, and the doors: set up, sign in, practise.",
        go: |on| on.window.await_element("practice"),
    },
    Shot {
        name: "who-to-be",
        shows: "The practice organisation's door is open: its people, with their role and what they may do.",
        go: |on| {
            on.window.click("practice")?;
            on.window.click("persona-user-admin")
        },
    },
    Shot {
        name: "set-up",
        shows: "Setting up, for an admin: the app is registered in steps whose values are copied by a button.",
        go: |on| {
            on.window.click("set-up")?;
            on.window.await_element("recipe")
        },
    },
    Shot {
        name: "set-up-script",
        shows: "The same by a script, which is read before it is run.",
        go: |on| {
            on.window.click("register-power-shell")?;
            on.window.await_element("registration-script")
        },
    },
    Shot {
        name: "set-up-values",
        shows: "Two values come back; what is wrong with one is said beside it.",
        go: |on| {
            on.window.click("set-up-step-values")?;
            on.window.type_into("field-name", "Contoso")?;
            on.window.type_into("field-tenant", "not a domain")?;
            on.window.click("make")?;
            on.window.await_element("wrong-tenant")
        },
    },
    Shot {
        name: "set-up-consent",
        shows: "What the app asks the organisation for, what for, and how to consent.",
        go: |on| {
            on.window.type_into("field-tenant", "contoso.onmicrosoft.com")?;
            on.window.type_into("field-clientId", "5d1f6f0a-7c1e-4a52-9c36-0b1a7d3e2c41")?;
            on.window.click("make")?;
            on.window.await_element("ask-consent")
        },
    },
    Shot {
        name: "set-up-hand-out",
        shows: "The file that is handed out to colleagues, so that nobody else needs to set anything up.",
        go: |on| {
            on.window.click("set-up-step-hand-out")?;
            on.window.await_element("save-organisation")
        },
    },
    Shot {
        name: "welcome-organisation",
        shows: "The first screen with an organisation: three ways to sign in, and who to ask for help.",
        go: |on| {
            on.window.click("back")?;
            on.window.await_element("sign-in-browser")
        },
    },
];
