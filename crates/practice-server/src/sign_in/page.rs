//! The pages: plain HTML forms, no script, nothing of a request but what is escaped. The ids (`username`, `next`,
//! `accept`, `cancel`, `approve`, …) and the names of the fields are for programs that fill them in; they stay.

use std::sync::LazyLock;

use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use practice::Account;

use super::refusal::{Refusal, Trace};
use super::scope::{OFFLINE, Scopes, permission};

const STYLE: &str = "\
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}\
body{margin:0;min-height:100vh;display:grid;place-items:center;background:Canvas;color:CanvasText}\
main{width:min(27rem,calc(100vw - 4rem));padding:2rem;margin:2rem 0;border:1px solid GrayText;border-radius:.5rem}\
h1{font-size:1.4rem;margin:.25rem 0 1rem}h2{font-size:1rem;margin:1.5rem 0 .5rem}p,ul,dl{margin:.5rem 0}ul{padding-left:1.25rem}\
.org{color:GrayText;margin:0}.word{border-left:.25rem solid #c50f1f;padding:.25rem .75rem}\
label{display:block;margin:.75rem 0 .25rem}input[type=text],textarea{font:inherit;width:100%;box-sizing:border-box;\
padding:.5rem}button{font:inherit;padding:.5rem 1rem;margin:.75rem .5rem 0 0;cursor:pointer}\
.account{display:block;width:100%;text-align:left;margin:.25rem 0}.account small{display:block}\
dt{font-weight:600}dd{margin:0 0 .5rem;overflow-wrap:anywhere}:focus-visible{outline:3px solid Highlight}";

static STYLE_HASH: LazyLock<String> =
    LazyLock::new(|| STANDARD.encode(digest(&SHA256, STYLE.as_bytes()).as_ref()));

/// For the page's policy: the only style it may have.
pub(super) fn style_hash() -> &'static str {
    &STYLE_HASH
}

/// A page.
pub(super) struct Page {
    /// What it is, for programs: `<main data-page="…">`.
    kind: &'static str,
    title: String,
    body: String,
    /// Where its form may lead beside back here.
    pub(super) leads_to: Vec<String>,
}

/// What the pages of one sign-in have in common.
pub(super) struct PageContext {
    pub(super) action: String,
    pub(super) ticket: String,
    pub(super) organisation: String,
    pub(super) app: String,
    pub(super) user_name: Option<String>,
    pub(super) leads_to: Vec<String>,
}

impl Page {
    pub(super) fn html(&self) -> String {
        let (kind, title, body) = (self.kind, escape(&self.title), &self.body);
        format!(
            "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <title>{title}</title><style>{STYLE}</style></head>\n\
             <body><main data-page=\"{kind}\">{body}</main></body></html>\n"
        )
    }
}

impl PageContext {
    fn page(&self, kind: &'static str, title: &str, inner: &str) -> Page {
        let user_name = self.user_name.as_deref().map(|name| format!("<p id=\"who\">{}</p>", escape(name)));
        let body = format!(
            "<p class=\"org\">{} &middot; practice sign-in</p>{}<h1>{}</h1>{inner}",
            escape(&self.organisation),
            user_name.unwrap_or_default(),
            escape(title),
        );
        Page { kind, title: title.to_owned(), body, leads_to: self.leads_to.clone() }
    }

    fn form(&self, inner: &str) -> String {
        format!(
            "<form method=\"post\" action=\"{}\"><input type=\"hidden\" name=\"ticket\" value=\"{}\">{inner}</form>",
            escape(&self.action),
            escape(&self.ticket)
        )
    }
}

/// Text in HTML, also inside an attribute's quotes.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(letter),
        }
    }
    safe
}

/// Text as one segment of a path.
pub(super) fn in_path(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}

fn button(id: &str, label: &str) -> String {
    format!("<button type=\"submit\" id=\"{id}\" name=\"go\" value=\"{id}\">{}</button>", escape(label))
}

fn error_box(refusal: &Refusal, trace: &Trace) -> String {
    let rows =
        trace.rows().map(|(name, value)| format!("<dt>{name}</dt><dd>{}</dd>", escape(&value))).concat();
    format!(
        "<div class=\"word\" role=\"alert\" id=\"error\"><p><strong>AADSTS{}</strong>: {}</p></div><dl>{rows}</dl>",
        refusal.aadsts,
        escape(&refusal.text)
    )
}

/// Which account? The personas of the tenant file as a list, and a field for everybody else.
pub(super) fn account(
    context: &PageContext,
    accounts: &[Account],
    login_hint: Option<&str>,
    problem: Option<(&Refusal, &Trace)>,
) -> Page {
    let problem = problem.map(|(refusal, trace)| error_box(refusal, trace)).unwrap_or_default();
    let typed = context.form(&format!(
        "<label for=\"username\">User name</label>\
         <input type=\"text\" id=\"username\" name=\"username\" value=\"{}\" autocomplete=\"username\" \
         autocapitalize=\"none\" spellcheck=\"false\" autofocus>{}{}",
        escape(login_hint.unwrap_or_default()),
        button("next", "Next"),
        button("cancel", "Cancel"),
    ));
    let rows = accounts.iter().enumerate().map(|(n, account)| {
        format!(
            "<button type=\"submit\" class=\"account\" id=\"account-{n}\" name=\"username\" value=\"{}\">{}\
             <small>{}</small></button>",
            escape(&account.user_name),
            escape(&account.display_name),
            escape(&account.user_name)
        )
    });
    let list = format!("<input type=\"hidden\" name=\"go\" value=\"next\">{}", rows.collect::<String>());
    let inner = format!(
        "{problem}<p>to continue to {}. No password is asked for here.</p>{typed}<h2>Or choose</h2>{}",
        escape(&context.app),
        context.form(&list)
    );
    context.page("account", "Sign in", &inner)
}

/// The second factor.
pub(super) fn multi_factor(context: &PageContext) -> Page {
    let inner = format!(
        "<p>In Microsoft's place you would now find a request on your phone. Here you approve it yourself.</p>{}",
        context.form(&format!("{}{}", button("approve", "Approve"), button("cancel", "Cancel")))
    );
    context.page("proof", "Approve sign-in request", &inner)
}

/// Before a device gets in.
pub(super) fn confirm(context: &PageContext) -> Page {
    let inner = format!(
        "<p>Continue only if you started this yourself and got the code from {}, not from somebody else.</p>{}",
        escape(&context.app),
        context.form(&format!("{}{}", button("accept", "Continue"), button("cancel", "Cancel")))
    );
    context.page("confirm", &format!("Are you trying to sign in to {}?", context.app), &inner)
}

fn permissions(names: &[&str]) -> String {
    let row = |name: &&str| {
        let shown = permission(name).map_or("", |known| known.shown);
        format!("<li>{} <code>{}</code></li>", escape(shown), escape(name))
    };
    names.iter().map(row).collect()
}

/// Asks for consent. `everybody` is whether it can be given for the whole organisation; `None` if that is what it
/// is given for.
pub(super) fn consent(
    context: &PageContext,
    names: &[&str],
    scopes: &Scopes,
    everybody: Option<bool>,
) -> Page {
    let openid_scopes = [
        (scopes.asks_for("profile"), "View your basic profile", "profile"),
        (scopes.asks_for(OFFLINE), "Maintain access to data you have given it access to", "offline_access"),
    ];
    let openid_scopes = openid_scopes
        .iter()
        .filter(|(asked, ..)| *asked)
        .map(|(_, shown, name)| format!("<li>{shown} <code>{name}</code></li>"));
    let list =
        format!("<ul id=\"permissions\">{}{}</ul>", permissions(names), openid_scopes.collect::<String>());
    let for_all = match everybody {
        Some(true) => {
            "<label for=\"organisation\"><input type=\"checkbox\" id=\"organisation\" name=\"organisation\" \
             value=\"yes\"> Consent on behalf of your organization</label>"
        }
        Some(false) => "",
        None => "<p>If you accept, this app gets the permissions for all users in your organization.</p>",
    };
    let inner = format!(
        "<p><strong>{}</strong> would like to:</p>{list}{}",
        escape(&context.app),
        context.form(&format!("{for_all}{}{}", button("accept", "Accept"), button("cancel", "Cancel")))
    );
    let title = if everybody.is_some() {
        "Permissions requested"
    } else {
        "Permissions requested: review for your organization"
    };
    context.page("consent", title, &inner)
}

/// What this account cannot grant.
pub(super) fn admin(context: &PageContext, names: &[&str], refusal: &Refusal, workflow: bool) -> Page {
    let (title, ask) = if workflow {
        let ask = format!(
            "<label for=\"reason\">Enter justification for requesting this app</label>\
             <textarea id=\"reason\" name=\"reason\" rows=\"3\"></textarea>{}",
            button("request", "Request approval")
        );
        ("Approval required", ask)
    } else {
        ("Need admin approval", String::new())
    };
    let inner = format!(
        "<div class=\"word\" id=\"error\"><p><strong>AADSTS{}</strong>: {}</p></div><ul id=\"permissions\">{}</ul>{}",
        refusal.aadsts,
        escape(&refusal.text),
        permissions(names),
        context.form(&format!(
            "{ask}{}{}",
            button("switch", "Have an admin account? Sign in with that account"),
            button("cancel", "Return to the application without granting consent"),
        ))
    );
    context.page("approval", title, &inner)
}

/// The admins were asked.
pub(super) fn requested(context: &PageContext) -> Page {
    let inner = format!(
        "<p>Your request was sent to your administrators. You get a message when they have decided.</p>{}",
        context.form(&button("cancel", "Back to the application"))
    );
    context.page("requested", "Request sent", &inner)
}

/// A refusal that the app does not hear of.
pub(super) fn refusal(refusal: &Refusal, trace: &Trace, user_name: &str) -> Page {
    let who =
        if user_name.is_empty() { String::new() } else { format!("<p id=\"who\">{}</p>", escape(user_name)) };
    let body =
        format!("{who}<h1>Sorry, but we're having trouble signing you in</h1>{}", error_box(refusal, trace));
    Page { kind: "error", title: "Sign in to your account".to_owned(), body, leads_to: vec![] }
}

/// Where the code of a device is typed in.
pub(super) fn device_code(problem: Option<(&Refusal, &Trace)>) -> Page {
    let problem = problem.map(|(refusal, trace)| error_box(refusal, trace)).unwrap_or_default();
    let body = format!(
        "<h1>Enter code to allow access</h1>{problem}<form method=\"post\" action=\"/devicelogin\">\
         <label for=\"user_code\">Code shown on your app or device</label>\
         <input type=\"text\" id=\"user_code\" name=\"user_code\" autocomplete=\"off\" autocapitalize=\"characters\" \
         spellcheck=\"false\" autofocus>{}</form>",
        button("next", "Next")
    );
    Page { kind: "code", title: "Enter code".to_owned(), body, leads_to: vec![] }
}

/// The end for whoever has a device.
pub(super) fn device_done(context: &PageContext, approved: bool) -> Page {
    if approved {
        let inner = format!(
            "<p>You have signed in to the {} application on your device. You may now close this window.</p>",
            escape(&context.app)
        );
        context.page("done", "Signed in", &inner)
    } else {
        context.page("declined", "Not signed in", "<p>You declined. You may now close this window.</p>")
    }
}

pub(super) fn signed_out() -> Page {
    let body = "<h1>You signed out of your account</h1><p>It's a good idea to close all browser windows.</p>";
    Page { kind: "signed-out", title: "Signed out".to_owned(), body: body.to_owned(), leads_to: vec![] }
}

/// `response_mode=form_post` (OAuth 2.0 Form Post Response Mode), with a button in the place of a script.
pub(super) fn post_back(address: &str, origin: &str, parameters: &[(&str, &str)]) -> Page {
    let rows = parameters.iter().map(|(name, value)| {
        format!("<input type=\"hidden\" name=\"{}\" value=\"{}\">", escape(name), escape(value))
    });
    let body = format!(
        "<h1>Back to the application</h1><form method=\"post\" action=\"{}\">{}\
         <button type=\"submit\" id=\"next\">Continue</button></form>",
        escape(address),
        rows.collect::<String>()
    );
    Page { kind: "post-back", title: "Back".to_owned(), body, leads_to: vec![origin.to_owned()] }
}
