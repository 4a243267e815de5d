//! What stands at an address.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::file::{self, Asked};
use super::media::{in_utf8, is_text, media_type};
use super::{Context, inject, pages, target};
use crate::files::{self, FileError};

/// Asks for the page that keeps a PDF in view.
const PREVIEW: &str = "apercu";

/// At most 4 MiB in a page that gets the script, or a text that is said to be UTF-8: no page of a site is so large.
const HELD_WHOLE: u64 = 4 << 20;

pub(super) async fn answer(State(context): State<Arc<Context>>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let is_preview = request.uri().query() == Some(PREVIEW);
    let (head, _) = request.into_parts();
    let asked = Asked {
        method: head.method,
        headers: head.headers,
    };
    // The disk may be slow, and others wait.
    let looking = tokio::task::spawn_blocking(move || context.look(&path, is_preview, &asked));
    let found = looking.await;
    found.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

impl Context {
    fn look(&self, path: &str, is_preview: bool, asked: &Asked) -> Response {
        let Some(named) = target::named(&self.output, path) else {
            return self.missing(&self.output);
        };
        // Before the file is read: what changes from here on is another version.
        let version = self.version_of(&named);
        let found = target::found(&self.output, &named);
        if is_preview && is_a(&named, "pdf") {
            return html(
                StatusCode::OK,
                pages::preview(path, found.is_some(), &version),
            );
        }
        match found {
            Some(folder) if files::is_folder(&folder) => {
                let whole = format!("{path}/");
                (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, whole)]).into_response()
            }
            Some(file) => file_at(asked, &file, &named, &version).unwrap_or_else(|error| {
                (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response()
            }),
            None if path == "/" => html(StatusCode::OK, pages::start(&self.listed(), &version)),
            None => self.missing(&named),
        }
    }

    /// The site's own page for what is not there, or ours.
    fn missing(&self, named: &Path) -> Response {
        let version = self.version_of(named);
        let page = self.output.join("404.html");
        let own = target::found(&self.output, &page).and_then(|page| files::read(&page).ok());
        match own {
            Some(bytes) => content(StatusCode::NOT_FOUND, &page, bytes, &version),
            None => html(StatusCode::NOT_FOUND, pages::missing(&version)),
        }
    }

    fn version_of(&self, file: &Path) -> String {
        self.state.borrow().version_of(file)
    }

    /// The addresses of the records whose page is there, the latest first.
    fn listed(&self) -> Vec<String> {
        let addresses = self.state.borrow().addresses.clone();
        let page = |address: &String| -> PathBuf { self.output.join(address).join("index.html") };
        let is_there = |address: &String| files::is_file(&page(address));
        addresses.into_iter().rev().filter(is_there).collect()
    }
}

fn is_a(file: &Path, extension: &str) -> bool {
    file.extension()
        .is_some_and(|own| own.eq_ignore_ascii_case(extension))
}

/// A file: a page gets the script, a text is said to be UTF-8 where it is, all else is sent as it is, in parts if that is asked for.
fn file_at(asked: &Asked, file: &Path, named: &Path, version: &str) -> Result<Response, FileError> {
    let kind = media_type(named);
    let (opened, length) = files::open(file)?;
    if length <= HELD_WHOLE && is_text(kind) {
        let bytes = files::read(file)?;
        return Ok(content(StatusCode::OK, named, bytes, version));
    }
    Ok(file::sent(asked, opened, length, kind, version))
}

/// A page with the script, or another text as it is.
fn content(status: StatusCode, file: &Path, bytes: Vec<u8>, version: &str) -> Response {
    let kind = media_type(file);
    let (kind, bytes) = match String::from_utf8(bytes) {
        Ok(page) if is_a(file, "html") => (
            in_utf8(kind),
            inject::into_page(&page, version).into_bytes(),
        ),
        Ok(text) => (in_utf8(kind), text.into_bytes()),
        Err(other) => (kind.to_owned(), other.into_bytes()),
    };
    (status, [(header::CONTENT_TYPE, kind)], bytes).into_response()
}

/// A page of the server's own.
fn html(status: StatusCode, page: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_SECURITY_POLICY, pages::POLICY),
    ];
    (status, headers, page).into_response()
}
