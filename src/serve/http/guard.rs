//! Who is answered, and with which headers.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::Context;

/// On every answer. No other site may read or frame it, nothing is kept, and a file is what it is said to be.
const HEADERS: [(HeaderName, HeaderValue); 5] = [
    (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    (
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    ),
    (
        header::X_FRAME_OPTIONS,
        HeaderValue::from_static("SAMEORIGIN"),
    ),
    (
        header::REFERRER_POLICY,
        HeaderValue::from_static("no-referrer"),
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    ),
];

pub(super) async fn guard(
    State(context): State<Arc<Context>>,
    request: Request,
    next: Next,
) -> Response {
    let bound = context.address.ip();
    let mut response =
        if !is_called_by_its_name(request.headers(), request.uri().authority(), bound) {
            refusal(
                StatusCode::FORBIDDEN,
                &format!(
                    "Cette adresse n’est pas servie ; ouvrez http://{}/",
                    context.address
                ),
            )
        } else if ![Method::GET, Method::HEAD].contains(request.method()) {
            let mut response = refusal(
                StatusCode::METHOD_NOT_ALLOWED,
                "Ce site ne fait que se lire.",
            );
            let allowed = HeaderValue::from_static("GET, HEAD");
            response.headers_mut().insert(header::ALLOW, allowed);
            response
        } else {
            next.run(request).await
        };
    response.headers_mut().extend(HEADERS);
    response
}

fn refusal(status: StatusCode, text: &str) -> Response {
    (status, text.to_owned()).into_response()
}

/// Whether every name that a request gives the server is one of its own.
fn is_called_by_its_name(headers: &HeaderMap, target: Option<&Authority>, bound: IpAddr) -> bool {
    let mut hosts = headers.get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        return false;
    };
    let host = host.to_str().ok().and_then(|host| host.parse().ok());
    host.is_some_and(|host| is_own(&host, bound))
        && target.is_none_or(|target| is_own(target, bound))
}

fn is_own(authority: &Authority, bound: IpAddr) -> bool {
    let host = authority.host();
    if authority.as_str().contains('@') {
        return false;
    }
    let digits = host.trim_start_matches('[').trim_end_matches(']');
    match digits.parse::<IpAddr>() {
        // Any address of the computer, where it listens to all; what lures a browser is a name, never an address.
        Ok(address) => {
            address == bound
                || address == Ipv4Addr::LOCALHOST
                || address == Ipv6Addr::LOCALHOST
                || bound.is_unspecified()
        }
        Err(_) => host.eq_ignore_ascii_case("localhost"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_server() {
        let here = IpAddr::from(Ipv4Addr::LOCALHOST);
        let card = IpAddr::from([192, 168, 1, 20]);
        let all = IpAddr::from(Ipv4Addr::UNSPECIFIED);
        for (host, bound, is_ours) in [
            ("localhost", here, true),
            ("LOCALHOST:1111", here, true),
            ("127.0.0.1:1111", here, true),
            ("[::1]:1111", here, true),
            ("192.168.1.20:1111", card, true),
            ("192.168.1.20:1111", all, true),
            ("192.168.1.20:1111", here, false),
            ("example.org", here, false),
            ("example.org", all, false),
            ("localhost.example.org", here, false),
            ("localhost@example.org", here, false),
            ("example.org@localhost", here, false),
            ("127.0.0.1.example.org", here, false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, host.parse().unwrap());
            assert_eq!(
                is_called_by_its_name(&headers, None, bound),
                is_ours,
                "{host}"
            );
        }
        assert!(!is_called_by_its_name(&HeaderMap::new(), None, here));
    }
}
