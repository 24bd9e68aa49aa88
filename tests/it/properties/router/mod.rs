//! The router alone, driven through generated interleavings of frames, deaths, full queues and time.

mod acts;
mod book;
mod carry;
mod client;
mod frames;
mod said;
mod server;
mod session;
mod subscribed;
