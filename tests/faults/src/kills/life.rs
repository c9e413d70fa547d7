//! The life of one process, from outside: it is started, its requests are taken to the directory, and it is killed at
//! the moment that is due.

use std::io;
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use bytes::Bytes;
use graph::{Transport as _, TransportError};
use procedure::Purpose;
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use tokio::runtime::{Builder, Runtime};
use uuid::Uuid;

use super::line::{Answer, FromApp, Leaving, Line, Past, Stood, ToApp};
use super::moments::Event;
use super::standing::{Scene, Standing};
use crate::fault::Fault;
use crate::place::locked;
use crate::schedule::{Act, Place};
use crate::wire::Wire;

/// A process that says nothing for so long says nothing any more, however busy the computer is.
const SILENT_FOR_EVER: Duration = Duration::from_mins(1);

/// So long it has to come from an answer to the row that it cannot write. Coming less far is a moment before that row
/// too, with nothing else done: no outcome hangs on it.
const TO_THE_ROW: Duration = Duration::from_millis(5);

/// What it is to do next.
pub(crate) struct Next {
    pub(crate) act: Act,
    /// The change that offers it.
    pub(crate) offered_by: Option<Uuid>,
    /// How many requests it asks before it is killed, where it is killed before a row.
    pub(crate) requests: usize,
}

/// How it ended.
pub(crate) enum End {
    /// It said how things stand, and was asked for nothing.
    Content,
    /// It was killed at the moment that was planned.
    Killed,
    /// It came to the end of its act, and says so.
    Ended(Box<Stood>),
    /// It went otherwise than it may: in words.
    Failed(String),
}

impl End {
    /// In words.
    pub(crate) fn word(&self) -> &str {
        match self {
            Self::Content => "asked for nothing",
            Self::Killed => "killed",
            Self::Ended(_) => "ended",
            Self::Failed(why) => why,
        }
    }
}

/// What one process did.
pub(crate) struct Lived {
    /// What it said when it had started.
    pub(crate) stood: Option<Stood>,
    pub(crate) end: End,
    /// What its act did.
    pub(crate) events: Vec<Event>,
}

/// The process. Whatever becomes of us, it does not stay behind: it ends when the line does, and here at the latest.
struct Running(Child);

impl Running {
    /// SIGKILL, and it is gone when this returns.
    fn kill(&mut self) {
        // One that has ended already is as dead as can be.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Starts the app on what is there, and has it do what `choose` says when it has told how things stand.
pub(crate) fn live(
    scene: &Scene<'_>,
    standing: &mut Standing,
    choose: impl FnOnce(&Stood) -> Option<Next>,
) -> Lived {
    let mut life = match Life::begin(scene, standing) {
        Ok(life) => life,
        Err(error) => return Lived { stood: None, end: End::Failed(error.to_string()), events: Vec::new() },
    };
    let mut choose = Some(choose);
    let mut stood = None;
    let end = loop {
        let word = match life.hear() {
            Ok(word) => word,
            Err(end) => break end,
        };
        let done = match word {
            FromApp::Started(said) => {
                let next = choose.take().and_then(|choose| choose(&said));
                let done = life.go_on(next, &said);
                // What an act before was written into is known by now.
                if let Some(past) = standing.past.last_mut() {
                    past.change = said.change;
                }
                stood = Some(said);
                done
            }
            FromApp::Leaves(leaving) => life.take(leaving),
            FromApp::Row => life.row(),
            FromApp::Ended => life.past(),
            FromApp::Says(said) => life.over(said),
        };
        match done {
            Ok(None) => {}
            Ok(Some(end)) => break end,
            Err(error) => break End::Failed(error.to_string()),
        }
    };
    life.end(standing, end, stood)
}

/// A process that lives.
struct Life {
    running: Running,
    line: Line,
    wire: Wire,
    runtime: Runtime,
    folder: std::path::PathBuf,
    act: Option<(Next, Vec<Uuid>)>,
    events: Vec<Event>,
    rows: usize,
    requests: usize,
    /// Held, so that the process cannot write the row before which it is killed.
    held: Option<Connection>,
}

type Done = io::Result<Option<End>>;

impl Life {
    fn begin(scene: &Scene<'_>, standing: &Standing) -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?.to_string();
        let mut command = Command::new(scene.program);
        command.arg("--app").arg(address).arg("--folder").arg(standing.folder()).stdin(Stdio::null());
        let mut running = Running(command.spawn()?);
        let line = connected(&listener, &mut running)?;
        line.say(&ToApp::Task(Box::new(standing.task(scene))))?;
        Ok(Self {
            running,
            line,
            wire: standing.wire(),
            runtime: Builder::new_current_thread().enable_time().build()?,
            folder: standing.folder().to_owned(),
            act: None,
            events: Vec::new(),
            rows: 0,
            requests: 0,
            held: None,
        })
    }

    /// The next word. Before the row that it cannot write it says none.
    fn hear(&mut self) -> Result<FromApp, End> {
        let asked_enough = self.act.as_ref().is_some_and(|(next, _)| self.requests >= next.requests);
        let at_the_row = self.held.is_some() && asked_enough;
        let within = if at_the_row { TO_THE_ROW } else { SILENT_FOR_EVER };
        self.line.hear(Some(within)).map_err(|error| match error.kind() {
            io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut if at_the_row => {
                self.running.kill();
                End::Killed
            }
            kind => {
                let status = self.running.0.try_wait();
                End::Failed(format!("the app says nothing any more: {kind}, {status:?}"))
            }
        })
    }

    fn go_on(&mut self, next: Option<Next>, said: &Stood) -> Done {
        let Some(next) = next else {
            self.line.say(&ToApp::Enough)?;
            self.running.0.wait()?;
            return Ok(Some(End::Content));
        };
        locked(&self.wire.injector).begin(&next.act.faults);
        let act = next.act.to_string();
        self.act = Some((next, said.known.clone()));
        self.hold_where_due();
        self.line.say(&ToApp::Act(act))?;
        Ok(None)
    }

    fn is_due(&self, row: usize, fault: Fault) -> bool {
        let mut planned = self.act.iter().flat_map(|(next, _)| &next.act.faults);
        planned.any(|planned| planned.place == Place::Row(row) && planned.fault == fault)
    }

    /// From here on nobody else writes into the journal, when the next row is the one.
    fn hold_where_due(&mut self) {
        if !self.is_due(self.rows + 1, Fault::KillBefore) {
            return;
        }
        let connection = Connection::open(self.folder.join("journal.db")).unwrap();
        // The log stays as the process leaves it.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).unwrap();
        connection.execute_batch("BEGIN IMMEDIATE").unwrap();
        self.held = Some(connection);
    }

    /// A request, to the directory and back; none when it is killed over it.
    fn take(&mut self, leaving: Leaving) -> Done {
        let ahead = leaving.now.duration_since(self.wire.clock.now());
        if ahead.is_positive() {
            self.wire.clock.pass(ahead.unsigned_abs());
        }
        let wire = &self.wire;
        let request = request(leaving)?;
        let answer = self.runtime.block_on(async {
            tokio::select! {
                biased;
                answer = wire.send(request) => Some(answer),
                () = wire.killed.notified() => None,
            }
        });
        let Some(answer) = answer else {
            self.running.kill();
            let endless = locked(&self.wire.injector).is_endless();
            return Ok(Some(if endless { End::Failed("it asks and asks".to_owned()) } else { End::Killed }));
        };
        if self.act.is_some() {
            self.requests += 1;
            let injector = locked(&self.wire.injector);
            let seen = injector.trace.last();
            self.events.extend(seen.map(|seen| Event::Request {
                label: seen.label.clone(),
                nth: seen.nth,
                changes: seen.changes,
            }));
        }
        self.line.say(&ToApp::Answer(told(answer)))?;
        Ok(None)
    }

    /// A row is on the disk.
    fn row(&mut self) -> Done {
        if self.act.is_some() {
            self.rows += 1;
            self.events.push(Event::Row);
            if self.is_due(self.rows, Fault::KillAfter) {
                self.running.kill();
                return Ok(Some(End::Killed));
            }
            self.hold_where_due();
        }
        self.line.say(&ToApp::GoOn)?;
        Ok(None)
    }

    fn past(&mut self) -> Done {
        let Some(past) = self.past_act() else { return Ok(Some(End::Failed("no act".to_owned()))) };
        let ours = locked(&self.wire.invited).ours.clone();
        let names = locked(&self.wire.injector).names.clone();
        self.line.say(&ToApp::Past(Box::new(past), ours, names))?;
        Ok(None)
    }

    /// What came of its act so far, as far as it is known here.
    fn past_act(&self) -> Option<Past> {
        let (next, known) = self.act.as_ref()?;
        let injector = locked(&self.wire.injector);
        let changing = injector.trace.iter().filter(|seen| seen.changes);
        Some(Past {
            act: next.act.to_string(),
            offered_by: next.offered_by,
            known: known.clone(),
            change: next.offered_by.filter(|_| next.act.purpose == Purpose::Continue),
            asked: changing.map(|seen| (seen.label.clone(), seen.acted)).collect(),
            after: self.wire.directory.tenant().snapshot(),
        })
    }

    fn over(&mut self, said: Stood) -> Done {
        self.line.say(&ToApp::Enough)?;
        self.running.0.wait()?;
        Ok(Some(End::Ended(Box::new(said))))
    }

    /// It is gone: what it leaves.
    fn end(mut self, standing: &mut Standing, end: End, stood: Option<Stood>) -> Lived {
        self.running.kill();
        self.held = None;
        if let Some(mut past) = self.past_act() {
            if let End::Ended(said) = &end {
                past.change = said.change;
            }
            standing.past.push(past);
        }
        standing.left_by(&self.wire);
        Lived { stood, end, events: self.events }
    }
}

/// The process calls as soon as it runs.
fn connected(listener: &TcpListener, running: &mut Running) -> io::Result<Line> {
    listener.set_nonblocking(true)?;
    let began = Instant::now();
    loop {
        match listener.accept() {
            Ok((stream, _)) => {
                stream.set_nonblocking(false)?;
                return Line::on(stream);
            }
            Err(error) if error.kind() != io::ErrorKind::WouldBlock => return Err(error),
            Err(_) => {}
        }
        if let Some(status) = running.0.try_wait()? {
            return Err(io::Error::other(format!("the app ended before it began: {status}")));
        }
        if began.elapsed() > SILENT_FOR_EVER {
            return Err(io::ErrorKind::TimedOut.into());
        }
        sleep(Duration::from_micros(200));
    }
}

fn request(leaving: Leaving) -> io::Result<http::Request<Bytes>> {
    let mut request = http::Request::builder().method(leaving.method.as_str()).uri(leaving.uri);
    for (name, value) in leaving.headers {
        request = request.header(name, value);
    }
    request.body(Bytes::from(leaving.body)).map_err(io::Error::other)
}

fn told(answer: Result<http::Response<Bytes>, TransportError>) -> Answer {
    match answer {
        Ok(response) => Answer::Came {
            status: response.status().as_u16(),
            headers: (response.headers().iter())
                .map(|(name, value)| (name.to_string(), value.to_str().unwrap_or_default().to_owned()))
                .collect(),
            body: String::from_utf8_lossy(response.body()).into_owned(),
        },
        Err(TransportError::NotSent { .. }) => Answer::NotSent,
        Err(TransportError::TooLarge) => Answer::TooLarge,
        Err(_) => Answer::Lost,
    }
}
