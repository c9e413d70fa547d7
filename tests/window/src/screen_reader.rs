//! What a screen reader gets from the window: the tree of AT-SPI, asked for over its bus as Orca asks for it.

use crate::Trouble;
use atspi::proxy::accessible::AccessibleProxy;
use atspi::proxy::bus::BusProxy;
use atspi::zbus::proxy::CacheProperties;
use atspi::zbus::zvariant::OwnedObjectPath;
use atspi::zbus::{self, Connection, connection};
use atspi::{Role, State, StateSet};
use std::collections::HashMap;
use std::future::Future;
use std::path::Path;
use std::pin::Pin;

/// A session bus on which nothing can be started but the launcher of the bus of accessibility: the person's own keyring
/// and settings are no business of a test.
pub(crate) const SESSION_BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=FOLDER</listen>
  <auth>EXTERNAL</auth>
  <servicedir>FOLDER/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

/// Where Debian, and others with it, say how the launcher is started.
pub(crate) const LAUNCHER: &str = "/usr/share/dbus-1/services/org.a11y.Bus.service";

/// Something in the tree.
#[derive(Debug, Clone)]
pub struct Accessible {
    /// What it is.
    pub role: Role,
    /// What it is called.
    pub name: String,
    /// What is said of it beside its name.
    pub description: String,
    /// How it is.
    pub states: StateSet,
    /// What the page says besides: `id`, `level`, `live`, …
    pub attributes: HashMap<String, String>,
    /// What is in it.
    pub children: Vec<Self>,
}

impl Accessible {
    /// Whether it is so.
    #[must_use]
    pub fn is(&self, state: State) -> bool {
        self.states.contains(state)
    }

    /// Itself and everything in it, in the order of reading.
    #[must_use]
    pub fn all(&self) -> Vec<&Self> {
        let mut all = vec![self];
        all.extend(self.children.iter().flat_map(Self::all));
        all
    }
}

/// Somebody who listens, on the bus of a [`crate::Harness::with_screen_reader`].
#[derive(Debug)]
pub struct ScreenReader {
    runtime: tokio::runtime::Runtime,
    bus: Connection,
}

impl ScreenReader {
    /// Connects by the address of the session's bus, which stands in this file.
    pub(crate) fn on(address: &Path) -> Result<Self, Trouble> {
        let address = std::fs::read_to_string(address).map_err(|problem| Trouble::file(address, &problem))?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|problem| no_answer(&problem))?;
        let bus =
            runtime.block_on(accessibility_bus(address.trim())).map_err(|problem| no_answer(&problem))?;
        Ok(Self { runtime, bus })
    }

    /// The tree of everything that is on the bus now.
    pub fn tree(&self) -> Result<Accessible, Trouble> {
        let root = Place {
            bus: "org.a11y.atspi.Registry".to_owned(),
            path: "/org/a11y/atspi/accessible/root".to_owned(),
        };
        self.runtime.block_on(read(&self.bus, root)).map_err(|problem| no_answer(&problem))
    }
}

fn no_answer(problem: &dyn std::fmt::Display) -> Trouble {
    Trouble::NoAnswer { what: "the tree of a screen reader".to_owned(), words: problem.to_string() }
}

async fn accessibility_bus(session: &str) -> zbus::Result<Connection> {
    let session = connection::Builder::address(session)?.build().await?;
    let address = BusProxy::new(&session).await?.get_address().await?;
    connection::Builder::address(address.as_str())?.build().await
}

struct Place {
    bus: String,
    path: String,
}

/// Reads one and what is in it. Its children are asked for by their number, as Orca's library does: at the seam between
/// window and page the bridge of GTK 3 lists none. They are told by a name of the bus that need not be a number, which
/// the crate's own type does not take. The name of a role is never asked for: WebKitGTK 2.50 ends at the one of a column
/// header.
fn read(bus: &Connection, at: Place) -> Pin<Box<dyn Future<Output = zbus::Result<Accessible>> + '_>> {
    Box::pin(async move {
        let proxy = AccessibleProxy::builder(bus)
            .destination(at.bus)?
            .path(at.path)?
            .cache_properties(CacheProperties::No)
            .build()
            .await?;
        let mut children = Vec::new();
        for number in 0..proxy.child_count().await? {
            let (bus_name, path): (String, OwnedObjectPath) =
                proxy.inner().call("GetChildAtIndex", &(number)).await?;
            // What went meanwhile.
            if !path.ends_with("/null") {
                children.push(read(bus, Place { bus: bus_name, path: path.to_string() }).await?);
            }
        }
        Ok(Accessible {
            role: proxy.get_role().await?,
            name: proxy.name().await?,
            description: proxy.description().await?,
            states: proxy.get_state().await?,
            attributes: proxy.get_attributes().await?,
            children,
        })
    })
}
