//! How everything stands between two processes: the data folder, the directory, and what was done.

use std::fs;
use std::path::Path;

use jiff::Timestamp;
use practice::Organisation;
use procedure::Purpose;
use scripted_graph::JumpingClock;
use serde_json::Value;
use temporary_folder::{TemporaryFolder, temporary_folder};

use super::line::{Past, Task};
use crate::place::{Directory, locked};
use crate::schedule::{Act, Schedule, Subject};
use crate::somebody::{About, Names};
use crate::wire::{Invited, Wire};
use crate::world::{Beginning, Guest, play};

/// Whose changes they are, and how everything begins.
pub(crate) struct Scene<'a> {
    /// The program that is started as the app.
    pub(crate) program: &'a Path,
    pub(crate) beginning: &'a Beginning,
    pub(crate) subject: &'a Subject,
    pub(crate) guest: &'a Guest,
    /// The directory before anything was done.
    pub(crate) start: Value,
    /// Groups that the plan of the first act does not choose.
    pub(crate) not_chosen: Vec<String>,
}

impl<'a> Scene<'a> {
    /// For this guest; what is chosen by itself, the engine is asked in this process.
    pub(crate) fn of(
        program: &'a Path,
        beginning: &'a Beginning,
        subject: &'a Subject,
        guest: &'a Guest,
    ) -> Self {
        let clock = JumpingClock::default();
        let start = Directory::start(&beginning.organisation, &clock).tenant().snapshot();
        let apply = Schedule { subject: subject.clone(), acts: vec![Act::of(Purpose::Apply)] };
        let not_chosen = play(beginning, guest, &apply).not_chosen.into_iter().collect();
        Self { program, beginning, subject, guest, start, not_chosen }
    }
}

/// What is there when no process runs.
pub(crate) struct Standing {
    folder: TemporaryFolder,
    directory: Value,
    names: Names,
    about: About,
    ours: Vec<String>,
    pub(crate) past: Vec<Past>,
    number: u32,
    now: Timestamp,
}

impl Standing {
    /// Nothing was done yet.
    pub(crate) fn at_first(scene: &Scene<'_>) -> Self {
        Self {
            folder: temporary_folder(),
            directory: scene.start.clone(),
            names: scene.beginning.names_with(scene.guest),
            about: scene.beginning.about(scene.guest),
            ours: Vec::new(),
            past: Vec::new(),
            number: 0,
            now: JumpingClock::default().now(),
        }
    }

    /// The same once more, so that two processes can go on from it. Every file is copied as it is, the journal's log and
    /// its index too.
    pub(crate) fn again(&self) -> Self {
        let folder = temporary_folder();
        for entry in fs::read_dir(self.folder.path()).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
        }
        Self {
            folder,
            directory: self.directory.clone(),
            names: self.names.clone(),
            about: self.about.clone(),
            ours: self.ours.clone(),
            past: self.past.clone(),
            number: self.number,
            now: self.now,
        }
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// What the next process is told.
    pub(crate) fn task(&self, scene: &Scene<'_>) -> Task {
        Task {
            subject: scene.subject.to_string(),
            guest: (scene.guest.id.clone(), scene.guest.address.clone()),
            group: scene.guest.group.clone(),
            names: self.names.clone(),
            start: scene.start.clone(),
            past: self.past.clone(),
            ours: self.ours.clone(),
            not_chosen: scene.not_chosen.clone(),
            number: self.number,
            now: self.now,
        }
    }

    /// The way to the directory, for the next process.
    pub(crate) fn wire(&self) -> Wire {
        let clock = JumpingClock::default();
        clock.pass(self.now.duration_since(clock.now()).unsigned_abs());
        let organisation = Organisation::read(&self.directory.to_string()).unwrap();
        let directory = Directory::go_on(&organisation, &clock, self.number);
        let wire = Wire::new(directory, &clock, self.about.clone(), None);
        locked(&wire.injector).names = self.names.clone();
        *locked(&wire.invited) = Invited { ours: self.ours.clone(), foreign: Vec::new() };
        wire
    }

    /// The process is gone.
    pub(crate) fn left_by(&mut self, wire: &Wire) {
        self.directory = wire.directory.tenant().snapshot();
        self.names = locked(&wire.injector).names.clone();
        self.about = locked(&wire.about).clone();
        self.ours.clone_from(&locked(&wire.invited).ours);
        self.number += 1;
        self.now = wire.clock.now();
    }
}
