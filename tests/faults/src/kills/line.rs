//! The connection between the app's process and whoever may kill it: a line of JSON each way, on the loopback. The app
//! waits for each answer, so that nothing of it goes on while it is decided whether it lives.

use std::io::{self, BufRead, BufReader, Write as _};
use std::net::TcpStream;
use std::sync::Mutex;
use std::time::Duration;

use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::checks::Violation;
use crate::evidence::Way;
use crate::place::locked;
use crate::schedule::purpose;
use crate::somebody::Names;

/// What the app's process says.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum FromApp {
    /// A request leaves.
    Leaves(Leaving),
    /// A row was committed; its hash is not kept apart yet.
    Row,
    /// It has started on what was there, and this is what it says of it.
    Started(Stood),
    /// An act has ended: it asks how the directory stands.
    Ended,
    /// What is said after that act.
    Says(Stood),
}

/// What it hears.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum ToApp {
    /// What it is about; the first word.
    Task(Box<Task>),
    /// It goes on.
    GoOn,
    /// The answer to a request.
    Answer(Answer),
    /// Perform this act, with the change that offers it.
    Act(String),
    /// What came of the act; the accounts that we invited, and everything that has a name, by now.
    Past(Box<Past>, Vec<String>, Names),
    /// It is over.
    Enough,
}

/// A request, as it leaves.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Leaving {
    pub(crate) method: String,
    pub(crate) uri: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
    /// What the app's clock says.
    pub(crate) now: Timestamp,
}

/// What came of a request.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Answer {
    Came { status: u16, headers: Vec<(String, String)>, body: String },
    NotSent,
    Lost,
    TooLarge,
}

/// What a process is started for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Task {
    /// The remedy and the guest.
    pub(crate) subject: String,
    /// The guest's object id, and the address they are searched for by.
    pub(crate) guest: (String, String),
    /// Object id of the group that is asked about.
    pub(crate) group: Option<String>,
    pub(crate) names: Names,
    /// The directory at the beginning.
    pub(crate) start: Value,
    /// What was done before, by processes that are gone.
    pub(crate) past: Vec<Past>,
    /// Accounts that we invited.
    pub(crate) ours: Vec<String>,
    /// Groups that the plan of the first act did not choose.
    pub(crate) not_chosen: Vec<String>,
    /// Which process this is, counted from 0.
    pub(crate) number: u32,
    pub(crate) now: Timestamp,
}

/// An act of a process that is gone.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Past {
    /// The act and what went wrong in it.
    pub(crate) act: String,
    /// The change that offered it.
    pub(crate) offered_by: Option<Uuid>,
    /// The changes that the history had before it.
    pub(crate) known: Vec<Uuid>,
    /// The change that it is written into, once that is known.
    pub(crate) change: Option<Uuid>,
    /// What it asked to be changed, by name, and whether the directory did it.
    pub(crate) asked: Vec<(String, bool)>,
    /// The directory after it.
    pub(crate) after: Value,
}

/// What a process says of how things stand, judged by itself against how the directory stands.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Stood {
    /// What does not hold: check, sort, words.
    pub(crate) violations: Vec<(String, String, String)>,
    /// Every way that is offered: word, which of them, and its change.
    pub(crate) ways: Vec<(String, usize, Uuid)>,
    /// Everything that decides how it goes on.
    pub(crate) state: u64,
    /// The changes of the history.
    pub(crate) known: Vec<Uuid>,
    /// The change of the last act.
    pub(crate) change: Option<Uuid>,
    /// What was said, in words.
    pub(crate) said: String,
}

impl Stood {
    pub(crate) fn ways(&self) -> Vec<Way> {
        let way = |(word, nth, change): &(String, usize, Uuid)| {
            purpose(word).map(|purpose| Way { purpose, nth: *nth, change: *change })
        };
        self.ways.iter().filter_map(way).collect()
    }

    pub(crate) fn violations(&self) -> impl Iterator<Item = Violation> {
        self.violations.iter().map(|(check, sort, words)| Violation::told(check, sort, words))
    }
}

/// One end of the connection.
pub(crate) struct Line(Mutex<Ends>);

struct Ends {
    reading: BufReader<TcpStream>,
    writing: TcpStream,
}

impl Line {
    pub(crate) fn on(stream: TcpStream) -> io::Result<Self> {
        stream.set_nodelay(true)?;
        let reading = BufReader::new(stream.try_clone()?);
        Ok(Self(Mutex::new(Ends { reading, writing: stream })))
    }

    /// Says something.
    pub(crate) fn say(&self, word: &impl Serialize) -> io::Result<()> {
        locked(&self.0).say(word)
    }

    /// Hears something; an error when nothing comes within this time.
    pub(crate) fn hear<T: DeserializeOwned>(&self, within: Option<Duration>) -> io::Result<T> {
        locked(&self.0).hear(within)
    }

    /// Says something and hears the answer, whoever else wants to say something meanwhile.
    pub(crate) fn ask<T: DeserializeOwned>(&self, word: &impl Serialize) -> io::Result<T> {
        let mut ends = locked(&self.0);
        ends.say(word)?;
        ends.hear(None)
    }
}

impl Ends {
    fn say(&mut self, word: &impl Serialize) -> io::Result<()> {
        let mut line = serde_json::to_vec(word)?;
        line.push(b'\n');
        self.writing.write_all(&line)
    }

    fn hear<T: DeserializeOwned>(&mut self, within: Option<Duration>) -> io::Result<T> {
        self.writing.set_read_timeout(within)?;
        let mut line = String::new();
        if self.reading.read_line(&mut line)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(serde_json::from_str(&line)?)
    }
}
