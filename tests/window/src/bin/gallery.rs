//! Photographs every screen and state in the real window: `gallery FOLDER` takes the whole gallery and writes its list,
//! `gallery FOLDER --only NAME...` some of it;
//! `gallery FOLDER KEPT` takes the best of it, and says which differ from those that are kept.

#![allow(clippy::print_stdout, reason = "telling is what this program is for")]

#[cfg(unix)]
fn main() -> std::process::ExitCode {
    use std::process::ExitCode;
    let folders: Vec<std::path::PathBuf> = std::env::args_os().skip(1).map(Into::into).collect();
    let done = match folders.as_slice() {
        [folder] => whole(folder, &[]),
        [folder, only, names @ ..] if only.as_os_str() == "--only" && !names.is_empty() => {
            let names: Vec<String> = names.iter().map(|name| name.display().to_string()).collect();
            whole(folder, &names)
        }
        [folder, kept] => best(folder, kept),
        _ => {
            println!("usage: gallery FOLDER [KEPT | --only NAME...]");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble @ window::Trouble::Lost { .. }) => {
            println!("{trouble}");
            ExitCode::from(window::LOST)
        }
        Err(trouble) => {
            println!("the gallery is not complete: {trouble}");
            ExitCode::FAILURE
        }
    }
}

/// Every picture in every look, or those of these names, two looks at a time; then the list.
#[cfg(unix)]
fn whole(folder: &std::path::Path, only: &[String]) -> Result<(), window::Trouble> {
    use window::gallery::{ALBUMS, LOOKS, list};
    let shots = || ALBUMS.iter().flat_map(|album| album.shots);
    if let Some(unknown) = only.iter().find(|name| shots().all(|shot| shot.name != name.as_str())) {
        return Err(window::Trouble::Otherwise(format!("no picture is called {unknown}")));
    }
    if only.is_empty() {
        empty(folder)?;
    }
    let wanted = |shot: &window::gallery::Shot| only.is_empty() || only.iter().any(|name| name == shot.name);
    for pair in LOOKS.chunks(2) {
        let taken: Vec<_> = std::thread::scope(|scope| {
            let threads: Vec<_> =
                pair.iter().map(|look| scope.spawn(|| take_all(folder, *look, &wanted))).collect();
            threads.into_iter().map(std::thread::ScopedJoinHandle::join).collect()
        });
        for one in taken {
            one.map_err(|_| window::Trouble::Otherwise("taking the pictures ended in a panic".to_owned()))??;
        }
    }
    let readme = folder.join("README.md");
    std::fs::write(&readme, list()).map_err(|problem| window::Trouble::file(&readme, &problem))
}

/// The best, in the first look, each compared with the one that is kept.
#[cfg(unix)]
fn best(folder: &std::path::Path, kept: &std::path::Path) -> Result<(), window::Trouble> {
    use window::gallery::{BEST, LOOKS, compare};
    empty(folder)?;
    for picture in take_all(folder, LOOKS[0], &|shot| BEST.contains(&shot.name))? {
        let compared = compare(&picture, kept)?;
        let name = picture.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if compared.more_than_a_little() {
            println!("LOOK AT {}: {compared}", picture.display());
        } else {
            println!("{name}: {compared}");
        }
    }
    Ok(())
}

#[cfg(unix)]
fn take_all(
    folder: &std::path::Path,
    look: window::gallery::Look,
    wanted: &dyn Fn(&window::gallery::Shot) -> bool,
) -> Result<Vec<std::path::PathBuf>, window::Trouble> {
    let mut taken = Vec::new();
    for album in window::gallery::ALBUMS {
        // Each album begins with an app that nobody used yet.
        let scratch = tempfile::tempdir().map_err(|source| window::Trouble::NotStarted {
            program: "a temporary folder".to_owned(),
            source,
        })?;
        let files = window::gallery::take(album, look, wanted, folder, scratch.path())?;
        if !files.is_empty() {
            println!("{} ({look}): {} pictures", album.title, files.len());
        }
        taken.extend(files);
    }
    Ok(taken)
}

#[cfg(unix)]
fn empty(folder: &std::path::Path) -> Result<(), window::Trouble> {
    if folder.exists() {
        std::fs::remove_dir_all(folder).map_err(|problem| window::Trouble::file(folder, &problem))?;
    }
    std::fs::create_dir_all(folder).map_err(|problem| window::Trouble::file(folder, &problem))
}

#[cfg(not(unix))]
fn main() {
    println!("the pictures are taken on systems with X only");
}
