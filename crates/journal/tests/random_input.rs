//! Whatever became of the file on the disk, and whatever somebody wrote into its rows: it opens and says what stands
//! there, or says that it cannot. A row that was altered is noticed.

#[cfg(test)]
mod common;

#[cfg(test)]
mod random_input {
    use std::fs;
    use std::path::Path;

    use journal::{Chain, ChangeFilter, Journal, JournalError, Outcome};
    use random_input::{Input, read};
    use rusqlite::params;
    use temporary_folder::TemporaryFolder;

    use crate::common::{
        CONTOSO, acknowledged, all_the_way, finished, id, intended, keep_one_address, not_yet_visible,
        past_the_journal, refused, sent, undo_of, unknown, verified, write,
    };

    const LATER: [&str; 6] = ["sent", "acknowledged", "verified", "finished", "abandoned", "no-such-kind"];

    fn in_runtime<T>(future: impl Future<Output = T>) -> T {
        tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(future)
    }

    /// A journal of four changes, closed.
    fn a_journal() -> (TemporaryFolder, Vec<u8>) {
        let folder = temporary_folder::temporary_folder();
        let path = folder.path().join("journal.db");
        let journal = Journal::open(&path).unwrap();
        in_runtime(async {
            write(&journal, keep_one_address(1), all_the_way()).await;
            write(&journal, undo_of(1, 2), all_the_way()).await;
            write(&journal, keep_one_address(3), vec![intended(), sent("patch"), unknown("patch")]).await;
            let lagging =
                [acknowledged("patch"), not_yet_visible(), finished(Outcome::NotYetVisible), verified()];
            write(
                &journal,
                keep_one_address(4),
                [vec![intended(), sent("patch"), refused("x")], lagging.to_vec()].concat(),
            )
            .await;
        });
        drop(journal);
        let bytes = fs::read(&path).unwrap();
        (folder, bytes)
    }

    /// Everything that can be asked of it. Not one answer may be a panic of the thread that writes.
    async fn everything(journal: &Journal) -> Result<Chain, JournalError> {
        let all = journal.changes(ChangeFilter { tenant: None, limit: 100 }).await;
        let some = journal.changes(ChangeFilter { tenant: Some(CONTOSO.into()), limit: 2 }).await.map(drop);
        let open = journal.open_changes(CONTOSO).await.map(drop);
        let mut answers = vec![all.map(drop), some, open];
        for number in 1..=4 {
            answers.push(journal.change(id(number)).await.map(drop));
        }
        for answer in answers {
            assert!(!matches!(answer, Err(JournalError::Closed)), "the thread that writes is gone");
        }
        journal.verify_chain().await
    }

    #[test]
    fn journal_file() {
        let (folder, good) = a_journal();
        let path = folder.path().join("journal.db");
        read("journal-file", |input| {
            fs::write(&path, damaged(input, &good)).unwrap();
            for beside in ["journal.db-wal", "journal.db-shm"] {
                let beside = folder.path().join(beside);
                _ = fs::remove_file(&beside);
                if input.once_in(6) {
                    fs::write(&beside, input.bytes(5_000)).unwrap();
                }
            }
            if let Ok(journal) = Journal::open(&path) {
                let chain = in_runtime(everything(&journal));
                assert!(!matches!(chain, Err(JournalError::Closed)), "the thread that writes is gone");
            }
        });
    }

    /// One page of it with mistakes, or the end cut off.
    fn damaged(input: &mut Input<'_, '_>, good: &[u8]) -> Vec<u8> {
        const PAGE: usize = 4096;
        if input.once_in(6) {
            return good[..input.below(good.len())].to_vec();
        }
        let page = input.below(good.len() / PAGE) * PAGE;
        // The header of a page, or of the file, is where its structure stands.
        let (from, to) = if input.once_in(2) { (page, page + 128) } else { (page, page + PAGE) };
        let mut altered = input.with_mistakes(&good[from..to]);
        if !input.once_in(6) {
            altered.resize(to - from, 0);
        }
        [&good[..from], &altered, &good[to..]].concat()
    }

    #[test]
    fn journal_rows() {
        let (folder, good) = a_journal();
        let path = folder.path().join("journal.db");
        read("journal-rows", |input| {
            fs::write(&path, &good).unwrap();
            let altered = alter_a_row(input, &path);
            let Ok(journal) = Journal::open(&path) else { panic!("only its rows were altered") };
            let chain = in_runtime(everything(&journal));
            let broken = matches!(chain, Ok(Chain::Broken { .. }));
            assert_eq!(broken, altered, "{chain:?}");
        });
    }

    /// Past the journal, and past its triggers. Whether there is a difference now.
    fn alter_a_row(input: &mut Input<'_, '_>, path: &Path) -> bool {
        let connection = past_the_journal(path);
        connection.execute_batch("DROP TRIGGER entry_is_never_changed;").unwrap();
        let count: u32 = connection.query_row("SELECT count(*) FROM entry", [], |row| row.get(0)).unwrap();
        let row = 1 + (input.number() % u64::from(count)).cast_signed();
        let before: (String, String, String) = connection
            .query_row("SELECT at, kind, body FROM entry WHERE seq = ?1", params![row], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })
            .unwrap();
        let (mut at, mut kind, mut body) = before.clone();
        match input.below(5) {
            0 => at = input.text(&[&before.0, "9999-12-31T23:59:59Z", "-009999-01-01T00:00:00Z"]),
            1 => kind = (*input.one_of(&LATER)).to_owned(),
            _ => body = input.altered(&serde_json::from_str(&before.2).unwrap()).to_string(),
        }
        let update = "UPDATE OR IGNORE entry SET at = ?1, kind = ?2, body = ?3 WHERE seq = ?4";
        let done = connection.execute(update, params![at, kind, body, row]).unwrap_or_default();
        done == 1 && (at, kind, body) != before
    }
}
