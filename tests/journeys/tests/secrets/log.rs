//! Everything that is written while a story runs, at the finest level of every library: the app writes warnings and
//! worse, but somebody may one day turn more on.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use journeys::SERVER_THREAD;
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt::format::FmtSpan;

/// The log of this test program.
#[derive(Clone, Default)]
pub(crate) struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    /// From now on everything is heard: `tracing` and `log`, and what a panic says.
    pub(crate) fn begin() -> Self {
        static LOG: OnceLock<Log> = OnceLock::new();
        LOG.get_or_init(|| {
            let log = Self::default();
            let writer = log.clone();
            let subscriber = tracing_subscriber::fmt()
                .with_max_level(LevelFilter::TRACE)
                .with_span_events(FmtSpan::FULL)
                .with_writer(move || writer.clone())
                .finish();
            tracing::subscriber::set_global_default(subscriber).unwrap();
            log::set_boxed_logger(Box::new(log.clone())).unwrap();
            log::set_max_level(log::LevelFilter::Trace);
            let panics = log.clone();
            let usual = std::panic::take_hook();
            std::panic::set_hook(Box::new(move |panic| {
                panics.add(&format!("{panic}\n"));
                usual(panic);
            }));
            log
        })
        .clone()
    }

    /// What was heard so far.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Forgets what was heard from there on.
    pub(crate) fn cut(&self, length: usize) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).truncate(length);
    }

    fn add(&self, text: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(text.as_bytes());
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl log::Log for Log {
    /// The keyring of these stories prints what is in it; a system's prints names.
    fn enabled(&self, of: &log::Metadata<'_>) -> bool {
        std::thread::current().name() != Some(SERVER_THREAD) && !of.target().starts_with("keyring_core")
    }

    fn log(&self, record: &log::Record<'_>) {
        if self.enabled(record.metadata()) {
            self.add(&format!("{} {}\n", record.target(), record.args()));
        }
    }

    fn flush(&self) {}
}
