//! The router alone, driven through generated interleavings of frames, deaths, full queues and time.

mod acts;
mod book;
mod client;
mod frames;
mod server;
mod session;
mod subscribed;
