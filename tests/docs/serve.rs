//! `greffier serve` in a document: it is run, asked for a page as a browser would, and ended as a user would.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// The port that the documents show; the test takes one that is free.
const SHOWN: &str = "127.0.0.1:1111";

/// The code, and all that the program says until it is ended: its result, then its messages.
pub(crate) fn serve(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_greffier"))
        .args(arguments)
        .args(["--port", "0"])
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdout = BufReader::new(program.stdout.take().unwrap());
    let mut said = String::new();
    stdout.read_line(&mut said).unwrap();
    let address = said.trim_end().strip_prefix("http://").unwrap();
    let address = address.trim_end_matches('/').to_owned();
    let since = Instant::now();
    while !get(&address).contains("<h1>") {
        assert!(since.elapsed() < Duration::from_secs(60), "no page");
        thread::sleep(Duration::from_millis(50));
    }
    end(&mut program);
    let mut messages = String::new();
    let mut stderr = program.stderr.take().unwrap();
    stderr.read_to_string(&mut messages).unwrap();
    let code = program.wait().unwrap().code();
    let said = said.replace(&address, SHOWN) + &messages;
    if cfg!(unix) {
        let said = said.strip_suffix("Arrêté. Les pages restent dans le dossier output.\n");
        return (code, said.expect("the last word").trim_end().to_owned());
    }
    (Some(0), said.trim_end().to_owned())
}

/// The start page, whole.
fn get(address: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(
        stream,
        "GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    answer
}

/// ^C, where it can be sent.
fn end(program: &mut std::process::Child) {
    if cfg!(unix) {
        let id = program.id().to_string();
        let sent = Command::new("kill").args(["-INT", &id]).status().unwrap();
        assert!(sent.success());
    } else {
        program.kill().unwrap();
    }
}
