//! Servers that listen at a port, which mcpgw calls and does not start.

use std::io::{BufRead as _, BufReader, Read as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// How long a server may take to listen.
const DEADLINE: Duration = Duration::from_mins(1);

/// How the server under test is reached.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Transport {
    Stdio,
    StreamableHttp,
    Sse,
}

/// Where a server is to listen, and how it is told and called.
pub(super) struct Port {
    number: u16,
    /// What has the program listen, besides `PORT` in its environment.
    arguments: Vec<String>,
    /// The path of the URL that it is called at.
    path: &'static str,
    /// Options of `mcpgw server add` besides the URL.
    options: &'static [&'static str],
    /// What it says on stderr when it listens.
    ready: &'static str,
}

impl Port {
    /// A free one.
    pub(super) fn new(arguments: &[&str], path: &'static str, ready: &'static str) -> Self {
        let arguments = arguments.iter().map(|&argument| argument.to_owned()).collect();
        Self { number: free_port(), arguments, path, options: &[], ready }
    }

    /// The same, called with these options of `mcpgw server add` besides the URL.
    pub(super) fn called_with(self, options: &'static [&'static str]) -> Self {
        Self { options, ..self }
    }

    /// What `mcpgw server add` needs to know.
    pub(super) fn options(&self) -> Vec<String> {
        let url = ["--url".to_owned(), format!("http://127.0.0.1:{}{}", self.number, self.path)];
        url.into_iter().chain(self.options.iter().map(|&option| option.to_owned())).collect()
    }

    /// Starts a server here, and waits until it listens.
    pub(super) fn listen(&self, mut command: Command) -> Listening {
        command.args(&self.arguments).env("PORT", self.number.to_string());
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).process_group(0);
        Listening { child: Some(start(&mut command, self.ready)), command, ready: self.ready }
    }
}

pub(super) fn everything_over_streamable_http() -> Port {
    Port::new(&["streamableHttp"], "/mcp", "listening on port")
}

pub(super) fn everything_over_sse() -> Port {
    Port::new(&["sse"], "/sse", "running on port")
}

/// A server that listens. It is killed with everything that it started.
pub(super) struct Listening {
    command: Command,
    ready: &'static str,
    /// None while it is stopped.
    child: Option<Child>,
}

impl Listening {
    /// Starts the server anew at the same port: nothing of what it knew is left.
    pub(super) fn restart(&mut self) {
        self.stop();
        self.child = Some(start(&mut self.command, self.ready));
    }

    pub(super) fn stop(&mut self) {
        if let Some(mut child) = self.child.take() {
            kill(&mut child);
        }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.stop();
    }
}

fn start(command: &mut Command, ready: &'static str) -> Child {
    let mut child = command.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let stderr = BufReader::new(child.stderr.take().expect("stderr is a pipe"));
    let (sender, said) = mpsc::channel();
    // Whatever it says is read for as long as it lives: one that can't say it stands still.
    std::thread::spawn(move || {
        stderr.lines().map_while(Result::ok).for_each(|line| drop(sender.send(line)));
    });
    let (deadline, mut all) = (Instant::now() + DEADLINE, Vec::new());
    while !all.iter().any(|line: &String| line.contains(ready)) {
        match said.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(line) => all.push(line),
            Err(error) => {
                kill(&mut child);
                panic!("{command:?} does not listen ({error}); it said {all:#?}");
            }
        }
    }
    child
}

fn kill(child: &mut Child) {
    let group = rustix::process::Pid::from_child(child);
    let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    let _ = child.wait();
}

/// A port that the system gives to nobody for a while, unless they ask for it by its number: a connection to it has ended just
/// now, and the side that ended it was its own.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("its address");
    let mut caller = TcpStream::connect(address).expect("a connection");
    let (called, _) = listener.accept().expect("its other end");
    called.shutdown(Shutdown::Both).expect("a connection can be ended");
    let _ = caller.read(&mut [0]);
    address.port()
}
