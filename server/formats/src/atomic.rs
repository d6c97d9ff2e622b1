//! Writing a file all at once or not at all.

use std::io::Write;
use std::path::Path;

use crate::WriteError;

/// Writes a file by way of a temporary one in the same folder, so that a reader sees the old content or the new, never half.
///
/// A symbolic link is kept and the file behind it replaced; permissions of an existing file are kept; a read-only file is
/// left alone. Use [`write_atomic_within`] where the file must not lie outside a folder.
pub fn write_atomic(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    write_atomic_with(path, |file| file.write_all(bytes))
}

/// [`write_atomic`] for what is written piece by piece: if `write` fails, the old file stays and nothing is left beside it.
///
/// What is no file, such as a pipe or a terminal, cannot be replaced and is written to as it is.
pub fn write_atomic_with(path: &Path, write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) -> Result<(), WriteError> {
    let io = |e: std::io::Error| WriteError::Io(e.to_string());
    // A link is resolved first: renaming over it would turn the link into a file.
    let target = match std::fs::canonicalize(path) {
        Ok(target) => target,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => path.to_owned(),
        Err(e) => return Err(io(e)),
    };
    let old = std::fs::metadata(&target).ok();
    if old.as_ref().is_some_and(|m| !m.is_file() && !m.is_dir()) {
        let mut out = std::fs::File::options().write(true).open(&target).map_err(io)?;
        return write(&mut out).map_err(io);
    }
    if old.as_ref().is_some_and(|m| m.permissions().readonly()) {
        return Err(WriteError::ReadOnly);
    }
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".hegao-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // A new file gets what any new file gets; the umask takes its part away.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder).map_err(io)?;
    let mut buffer = std::io::BufWriter::with_capacity(1 << 16, file.as_file_mut());
    write(&mut buffer).and_then(|()| buffer.flush()).map_err(io)?;
    drop(buffer);
    if let Some(old) = old {
        let permissions = old.permissions();
        file.as_file().set_permissions(permissions).map_err(io)?;
    }
    file.as_file().sync_all().map_err(io)?;
    file.persist(&target).map_err(|e| io(e.error))?;
    Ok(())
}

/// [`write_atomic`], but only if the file, with every symbolic link followed, lies below `root`.
pub fn write_atomic_within(root: &Path, path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let io = |e: std::io::Error| WriteError::Io(e.to_string());
    let root = std::fs::canonicalize(root).map_err(io)?;
    let real = match std::fs::canonicalize(path) {
        Ok(real) => real,
        Err(_) => {
            let folder = path.parent().filter(|p| !p.as_os_str().is_empty());
            std::fs::canonicalize(folder.unwrap_or(Path::new("."))).map_err(io)?
        }
    };
    if !real.starts_with(&root) {
        return Err(WriteError::Outside);
    }
    write_atomic(path, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_whole_files_and_leaves_nothing_beside() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("报告.txt");
        write_atomic(&path, b"one").unwrap();
        write_atomic(&path, b"two").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_fails_half_way_leaves_the_old_file() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("核稿单.html");
        write_atomic(&path, b"old").unwrap();
        let failed = write_atomic_with(&path, |file| {
            file.write_all(&[b'x'; 1 << 20])?;
            Err(std::io::Error::other("stopped"))
        });
        assert_eq!(failed, Err(WriteError::Io("stopped".to_owned())));
        assert_eq!(std::fs::read(&path).unwrap(), b"old");
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn keeps_links_and_permissions_and_respects_read_only() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let dir = tempfile::tempdir().unwrap();
        let (inside, outside) = (dir.path().join("in"), dir.path().join("out"));
        std::fs::create_dir(&inside).unwrap();
        std::fs::write(&outside, b"old").unwrap();
        std::fs::set_permissions(&outside, PermissionsExt::from_mode(0o640)).unwrap();
        let link = inside.join("link");
        symlink(&outside, &link).unwrap();
        assert_eq!(write_atomic_within(&inside, &link, b"x"), Err(WriteError::Outside));
        write_atomic_within(dir.path(), &link, b"new").unwrap();
        assert_eq!(std::fs::read(&outside).unwrap(), b"new");
        assert!(link.symlink_metadata().unwrap().is_symlink());
        let mode = std::fs::metadata(&outside).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
        std::fs::set_permissions(&outside, PermissionsExt::from_mode(0o440)).unwrap();
        assert_eq!(write_atomic(&link, b"no"), Err(WriteError::ReadOnly));
        assert_eq!(std::fs::read(&outside).unwrap(), b"new");
    }
}
