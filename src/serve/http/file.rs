//! A file that is sent piece by piece, and never held whole: whoever asks for a film takes no more memory than who asks for a line.

use std::io::{self, Read, Seek, SeekFrom};

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::stream;

use super::range::{Part, part};
use crate::files::Opened;

/// So much of a file is in memory at once.
const PIECE: u64 = 64 << 10;

/// What a request asks of a file, as far as it concerns the sending.
pub(super) struct Asked {
    pub(super) method: Method,
    pub(super) headers: HeaderMap,
}

/// The file, or the part of it that is asked for. `version` changes whenever the file does.
pub(super) fn sent(
    asked: &Asked,
    mut file: Opened,
    length: u64,
    kind: &'static str,
    version: &str,
) -> Response {
    let tag = format!("\"{version}\"");
    let part = part(&asked.method, &asked.headers, length, &tag);
    let (status, range) = match &part {
        Part::Whole => (StatusCode::OK, 0..length),
        Part::Bytes(range) => (StatusCode::PARTIAL_CONTENT, range.clone()),
        Part::Beyond => return beyond(length),
    };
    if let Err(error) = file.seek(SeekFrom::Start(range.start)) {
        return (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response();
    }
    let size = range.end - range.start;
    let mut response = (status, pieces(file, size)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CONTENT_LENGTH, size.into());
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    insert(headers, header::ETAG, &tag);
    if part != Part::Whole {
        let last = range.end - 1;
        let told = format!("bytes {}-{last}/{length}", range.start);
        insert(headers, header::CONTENT_RANGE, &told);
    }
    response
}

fn beyond(length: u64) -> Response {
    let mut response = StatusCode::RANGE_NOT_SATISFIABLE.into_response();
    let told = format!("bytes */{length}");
    insert(response.headers_mut(), header::CONTENT_RANGE, &told);
    response
}

fn insert(headers: &mut HeaderMap, name: header::HeaderName, text: &str) {
    if let Ok(value) = HeaderValue::from_str(text) {
        headers.insert(name, value);
    }
}

/// So many bytes of a file from where it stands. One that ends before breaks the answer off: half a file must not pass for one.
fn pieces(file: Opened, size: u64) -> Body {
    Body::from_stream(stream::try_unfold(
        (file, size),
        |(file, left)| async move {
            if left == 0 {
                return Ok::<_, io::Error>(None);
            }
            // The disk may be slow, and others wait.
            let read = tokio::task::spawn_blocking(move || piece(file, left));
            let (file, piece) = read.await.map_err(io::Error::other)??;
            let left = left - piece.len() as u64;
            Ok(Some((piece, (file, left))))
        },
    ))
}

fn piece(mut file: Opened, left: u64) -> io::Result<(Opened, Vec<u8>)> {
    let mut piece = Vec::new();
    file.by_ref()
        .take(left.min(PIECE))
        .read_to_end(&mut piece)?;
    match piece.is_empty() {
        true => Err(io::ErrorKind::UnexpectedEof.into()),
        false => Ok((file, piece)),
    }
}
