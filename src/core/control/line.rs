//! One line, read or written without a buffer that somebody else can make grow.

use std::io;

use tokio::net::UnixStream;

/// What is read at once, bytes.
const CHUNK: usize = 4 * 1024;

/// Reads up to the first line end, which is dropped with what follows. Fails at the end of the stream, and with a line of
/// more than `longest` bytes.
pub(super) async fn read(stream: &UnixStream, longest: usize) -> io::Result<Vec<u8>> {
    let mut line = Vec::new();
    let mut chunk = vec![0; CHUNK];
    loop {
        stream.readable().await?;
        let count = match stream.try_read(&mut chunk) {
            Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => continue,
            Err(error) => return Err(error),
        };
        let end = memchr::memchr(b'\n', &chunk[..count]);
        line.extend_from_slice(&chunk[..end.unwrap_or(count)]);
        if line.len() > longest {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        if end.is_some() {
            return Ok(line);
        }
    }
}

/// Writes all of `bytes`.
pub(super) async fn write(stream: &UnixStream, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        stream.writable().await?;
        match stream.try_write(bytes) {
            Ok(count) => bytes = &bytes[count..],
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
