//! All objects of one kind: the written ones, and the synthetic ones that are made when looked at.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map;
use std::ops::Bound;
use std::sync::Arc;

use crate::Object;
use crate::index::{Index, fold};
use crate::organisation::text;
use crate::schema::Kind;
use crate::synthetic::{Population, Synthetic};
use crate::versions::{Mark, Versions, View};

/// What stands under an id that was written, or changed since the tenant began.
#[derive(Debug, Clone)]
enum StoredObject {
    Written(Object),
    /// A synthetic one, before it was changed.
    Untouched(Synthetic),
    Removed,
}

/// All objects of one kind. Of a synthetic one nothing is kept but its place: a million guests would otherwise fill the
/// memory.
#[derive(Debug, Default)]
pub(crate) struct ObjectStore {
    items: BTreeMap<String, Versions<StoredObject>>,
    index: Index,
    synthetic: Option<Made>,
}

/// The synthetic objects of this kind.
#[derive(Debug)]
struct Made {
    population: Arc<Population>,
    kind: Kind,
    /// In the order of their ids.
    order: Vec<Synthetic>,
}

/// An object as it is found in passing: a synthetic one is not made yet.
#[derive(Clone, Copy)]
pub(crate) enum Entry<'a> {
    Written(&'a Object),
    Synthetic(Synthetic),
}

impl ObjectStore {
    /// A store with the synthetic objects of a kind.
    pub(crate) fn with(population: Arc<Population>, kind: Kind) -> Self {
        let order = population.all(kind);
        let synthetic = (!order.is_empty()).then_some(Made { population, kind, order });
        Self { synthetic, ..Self::default() }
    }

    /// What a reader sees under this id. Ids compare without regard to case, as GUIDs do.
    pub(crate) fn get(&self, id: &str, view: View) -> Option<Cow<'_, Object>> {
        let id = fold(id);
        match self.items.get(&id) {
            Some(item) => item.get(view).and_then(|stored| self.show(stored)),
            None => self.untouched(&id).filter(|_| view.shows(Mark::START)).and_then(|it| self.make(it)),
        }
    }

    /// The truth under this id.
    pub(crate) fn latest(&self, id: &str) -> Option<Cow<'_, Object>> {
        let id = fold(id);
        match self.items.get(&id) {
            Some(item) => item.latest().and_then(|stored| self.show(stored)),
            None => self.untouched(&id).and_then(|it| self.make(it)),
        }
    }

    /// Ids of objects whose property may have this value.
    pub(crate) fn equal(&self, property: &str, value: &str) -> Vec<String> {
        let mut ids = self.index.equal(property, value);
        ids.extend(self.with_address(value).unwrap_or_default());
        ids
    }

    /// Ids of objects whose property may start with this value; `None` if every synthetic one may.
    pub(crate) fn starting(&self, property: &str, value: &str) -> Option<Vec<String>> {
        let synthetic = self.with_address(value)?;
        let mut ids = self.index.starting(property, value);
        ids.extend(synthetic);
        Some(ids)
    }

    fn with_address(&self, value: &str) -> Option<Vec<String>> {
        let Some(made) = &self.synthetic else { return Some(vec![]) };
        let found = made.population.with_address(made.kind, value)?;
        Some(found.into_iter().map(Synthetic::id).collect())
    }

    /// Whether the object under this id is a synthetic one, and nobody changed it.
    pub(crate) fn is_untouched(&self, id: &str) -> bool {
        let id = fold(id);
        !self.items.contains_key(&id) && self.untouched(&id).is_some()
    }

    fn untouched(&self, id: &str) -> Option<Synthetic> {
        let made = self.synthetic.as_ref()?;
        Synthetic::read(id).filter(|it| made.population.has(made.kind, *it))
    }

    /// The synthetic object.
    pub(crate) fn make(&self, synthetic: Synthetic) -> Option<Cow<'_, Object>> {
        self.synthetic.as_ref().map(|made| Cow::Owned(made.population.make(synthetic)))
    }

    /// What all synthetic objects come from, if there are any here.
    pub(crate) fn population(&self) -> Option<&Population> {
        self.synthetic.as_ref().map(|made| &*made.population)
    }

    fn show<'a>(&self, stored: &'a StoredObject) -> Option<Cow<'a, Object>> {
        match stored {
            StoredObject::Written(object) => Some(Cow::Borrowed(object)),
            StoredObject::Untouched(synthetic) => {
                self.make(*synthetic).map(|object| Cow::Owned(object.into_owned()))
            }
            StoredObject::Removed => None,
        }
    }

    /// All that a reader sees after one id, in the order of ids.
    pub(crate) fn entries_after(&self, after: Option<&str>, view: View) -> Entries<'_> {
        let order = self.synthetic.as_ref().map_or(&[][..], |made| &made.order);
        let after = after.map(fold);
        let start = after.as_ref().map_or(Bound::Unbounded, |after| Bound::Excluded(after.as_str()));
        let mut written = self.items.range::<str, _>((start, Bound::Unbounded));
        let order = match &after {
            Some(after) => &order[order.partition_point(|it| it.id() <= *after)..],
            None => order,
        };
        let (next, run) = next_item(&mut written, order);
        Entries { written, next, order, run, view }
    }

    /// All that a reader sees, in the order of ids.
    pub(crate) fn visible(&self, view: View) -> impl Iterator<Item = Cow<'_, Object>> {
        self.entries_after(None, view).filter_map(|entry| self.object(entry))
    }

    /// The object that was found in passing.
    pub(crate) fn object<'a>(&'a self, entry: Entry<'a>) -> Option<Cow<'a, Object>> {
        match entry {
            Entry::Written(object) => Some(Cow::Borrowed(object)),
            Entry::Synthetic(synthetic) => self.make(synthetic),
        }
    }

    pub(crate) fn write(&mut self, object: Object, mark: Mark, view: View) {
        self.index.add(&object);
        let id = text(&object, "id").unwrap_or_default().to_owned();
        self.put(&id, StoredObject::Written(object), mark, view);
    }

    pub(crate) fn remove(&mut self, id: &str, mark: Mark, view: View) {
        self.put(id, StoredObject::Removed, mark, view);
    }

    fn put(&mut self, id: &str, stored: StoredObject, mark: Mark, view: View) {
        let id = fold(id);
        // What was there before this change stays visible to whoever does not see the change yet.
        let before = self.untouched(&id).filter(|_| mark.seq > Mark::START.seq);
        match self.items.entry(id) {
            btree_map::Entry::Occupied(mut item) => item.get_mut().push(mark, stored, view),
            btree_map::Entry::Vacant(place) => {
                if let Some(before) = before {
                    place
                        .insert(Versions::new(Mark::START, StoredObject::Untouched(before)))
                        .push(mark, stored, view);
                } else {
                    place.insert(Versions::new(mark, stored));
                }
            }
        }
    }

    /// The objects that were written or changed, as they are.
    pub(crate) fn written(&self) -> impl Iterator<Item = Object> + '_ {
        self.items.values().filter_map(Versions::latest).filter_map(|stored| match stored {
            StoredObject::Written(object) => Some(object.clone()),
            StoredObject::Untouched(_) | StoredObject::Removed => None,
        })
    }

    /// Ids of synthetic objects that are no longer there.
    pub(crate) fn synthetic_gone(&self) -> impl Iterator<Item = String> + '_ {
        let gone = self.items.iter().filter(|(id, item)| {
            matches!(item.latest(), Some(StoredObject::Removed)) && self.untouched(id).is_some()
        });
        gone.map(|(id, _)| id.clone())
    }
}

/// Goes through a store in the order of ids.
pub(crate) struct Entries<'a> {
    written: Written<'a>,
    /// The next written one.
    next: Option<(&'a String, &'a Versions<StoredObject>)>,
    /// The synthetic ones that are still to come.
    order: &'a [Synthetic],
    /// How many of them come before the next written one.
    run: usize,
    view: View,
}

type Written<'a> = btree_map::Range<'a, String, Versions<StoredObject>>;

/// The next written one, and how many synthetic ones come before it.
fn next_item<'a>(
    written: &mut Written<'a>,
    order: &[Synthetic],
) -> (Option<(&'a String, &'a Versions<StoredObject>)>, usize) {
    let next = written.next();
    let run = next.map_or(order.len(), |(id, _)| order.partition_point(|it| it.id() < *id));
    (next, run)
}

impl<'a> Iterator for Entries<'a> {
    type Item = Entry<'a>;

    fn next(&mut self) -> Option<Entry<'a>> {
        loop {
            if self.run > 0 {
                let (first, rest) = self.order.split_first()?;
                (self.order, self.run) = (rest, self.run - 1);
                if self.view.shows(Mark::START) {
                    return Some(Entry::Synthetic(*first));
                }
                continue;
            }
            let (id, item) = self.next?;
            // A synthetic one that was changed stands here, and no longer in its place.
            if self.order.first().is_some_and(|it| it.id() == *id) {
                self.order = &self.order[1..];
            }
            (self.next, self.run) = next_item(&mut self.written, self.order);
            match item.get(self.view) {
                Some(StoredObject::Written(object)) => return Some(Entry::Written(object)),
                Some(StoredObject::Untouched(synthetic)) => return Some(Entry::Synthetic(*synthetic)),
                Some(StoredObject::Removed) | None => {}
            }
        }
    }
}
