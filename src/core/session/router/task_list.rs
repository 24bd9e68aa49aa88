//! `tasks/list` of the client: every server's tasks in one list.

use std::time::{Duration, Instant};

use super::call::OpenCall;
use super::effect::Origin;
use super::fetch::Purpose;
use super::peer::Phase;
use super::route::Incoming;
use super::state::Router;
use crate::core::catalog::Cursor;
use crate::core::era::Call;
use crate::core::model::CallOutcome;
use crate::core::wire::{
    Edits, Envelope, Field, IdKey, RpcError, elements, find_member, is_readable, result_frame, unquote,
};

/// The most pages and bytes that one list is read of. What came until then is the list.
const MAX_PAGES: usize = 1_000;
const MAX_BYTES: usize = 16 * 1024 * 1024;
/// How long servers are waited for at least: what they don't say at once is known from nowhere else.
const LEAST: Duration = Duration::from_secs(1);

/// A list that is being gathered.
#[derive(Debug)]
pub(super) struct TaskGathering {
    pub key: IdKey,
    /// Servers that have not said everything.
    waiting: usize,
    pages: usize,
    bytes: usize,
    /// What has not come by then is left out.
    until: Instant,
    /// (server, task as the client sees it)
    tasks: Vec<(usize, Vec<u8>)>,
}

/// Lists that a client may be in the middle of.
#[derive(Debug, Default)]
pub(super) struct TaskPages {
    state: u64,
    lists: [(u64, Vec<Vec<u8>>); 2],
}

impl Router {
    /// Takes `tasks/list` of a session with several servers.
    pub(super) fn client_task_list(&mut self, incoming: Incoming<'_>) {
        let id = incoming.key.to_token();
        let cursor = incoming.envelope.get(Field::Cursor).map(|span| span.of(&incoming.bytes));
        if let Some(token) = cursor.filter(|token| *token != b"null") {
            return match unquote(token).as_deref().and_then(Cursor::parse) {
                Some(cursor) => self.answer_task_page(&id, cursor),
                None => self.refuse(Some(&id), &RpcError::new(RpcError::INVALID_PARAMS, "unknown cursor")),
            };
        }
        // One that is still to come may list some, and one that was there may again.
        if self.active().all(|peer| peer.is_settled() && !peer.lists_tasks()) {
            self.calls.remove(&incoming.key);
            let error = RpcError::new(RpcError::METHOD_NOT_FOUND, "method not found: tasks/list");
            return self.refuse(Some(&id), &error);
        }
        if self.now < incoming.patience.claims && self.wake_those_with_tasks() {
            return self.park(incoming, &[]);
        }
        self.gather_tasks(incoming.key);
    }

    /// Starts servers that may know tasks of an earlier time. `false`: none is to be waited for.
    fn wake_those_with_tasks(&mut self) -> bool {
        let asleep = |&child: &usize| {
            let peer = &self.peers[child];
            peer.lists_tasks() && !peer.is_ready() && !peer.is_down()
        };
        let asleep: Vec<_> = self.order.iter().copied().filter(asleep).collect();
        for &child in &asleep {
            if self.peers[child].phase == Phase::Idle {
                self.start(child);
            }
        }
        !asleep.is_empty()
    }

    fn gather_tasks(&mut self, key: IdKey) {
        let children: Vec<_> =
            self.ready_children().into_iter().filter(|&child| self.peers[child].lists_tasks()).collect();
        self.calls.insert(key.clone(), OpenCall::unrouted(Call::TaskList, self.now));
        let number = self.number();
        let gathering = TaskGathering {
            key,
            waiting: children.len(),
            pages: 0,
            bytes: 0,
            until: self.now + self.config.list_hold.max(LEAST),
            tasks: Vec::new(),
        };
        self.arm(gathering.until);
        self.gatherings.insert(number, gathering);
        for child in children {
            self.ask(child, Purpose::Tasks(number), Call::TASKS_LIST, None);
        }
        self.finish_gathering(number);
    }

    /// Takes one page of a child's tasks; without a result the child has no more to say.
    pub(super) fn take_tasks(&mut self, child: usize, number: u64, page: Option<(&[u8], &Envelope)>) {
        let result = page.and_then(|(frame, envelope)| Some((frame, envelope.get(Field::Result)?)));
        let mut next = None;
        if let Some((frame, result)) = result {
            let tasks = find_member(frame, result, "tasks");
            let shown = tasks.into_iter().flat_map(|tasks| elements(frame, tasks));
            // They go into one list with those of others.
            let shown = shown.filter(|task| is_readable(task.of(frame))).map(|task| {
                let mut edits = Edits::none();
                self.label_task(child, frame, task, &mut edits);
                let mut shown = Vec::with_capacity(edits.length(task.len()));
                edits.append(frame, task, &mut shown);
                (child, shown)
            });
            let shown: Vec<_> = shown.collect();
            let Some(gathering) = self.gatherings.get_mut(&number) else { return };
            gathering.tasks.extend(shown);
            gathering.pages += 1;
            gathering.bytes += frame.len();
            let more =
                gathering.pages < MAX_PAGES && gathering.bytes < MAX_BYTES && self.now < gathering.until;
            let cursor = find_member(frame, result, "nextCursor").map(|cursor| cursor.of(frame));
            next = cursor.filter(|cursor| cursor[0] == b'"' && more).map(<[u8]>::to_vec);
        }
        if let Some(cursor) = next {
            let params = [b"{\"cursor\":", cursor.as_slice(), b"}"].concat();
            return self.ask(child, Purpose::Tasks(number), Call::TASKS_LIST, Some(&params));
        }
        if let Some(gathering) = self.gatherings.get_mut(&number) {
            gathering.waiting -= 1;
        }
        self.finish_gathering(number);
    }

    /// Answers the lists that have waited for their servers for as long as any list does.
    pub(super) fn expire_gatherings(&mut self) {
        let now = self.now;
        let due = self.gatherings.iter().filter(|(_, gathering)| gathering.until <= now);
        for number in due.map(|(&number, _)| number).collect::<Vec<_>>() {
            self.finish_gathering(number);
        }
        if let Some(next) = self.gatherings.values().map(|gathering| gathering.until).min() {
            self.arm(next);
        }
    }

    fn finish_gathering(&mut self, number: u64) {
        let now = self.now;
        let goes_on = |gathering: &TaskGathering| gathering.waiting > 0 && now < gathering.until;
        if self.gatherings.get(&number).is_none_or(goes_on) {
            return;
        }
        let Some(mut gathering) = self.gatherings.remove(&number) else { return };
        if self.close(&gathering.key, CallOutcome::Ok).is_none_or(|call| call.cancelled.is_some()) {
            return;
        }
        gathering.tasks.sort_by_key(|(child, _)| *child);
        let pages = &mut self.task_pages;
        pages.state += 1;
        let state = pages.state;
        pages.lists.swap(0, 1);
        pages.lists[0] = (state, gathering.tasks.into_iter().map(|(_, task)| task).collect());
        self.answer_task_page(&gathering.key.to_token(), Cursor { state, offset: 0 });
    }

    fn answer_task_page(&mut self, id: &[u8], cursor: Cursor) {
        let Some((_, tasks)) =
            self.task_pages.lists.iter().find(|(state, _)| *state == cursor.state && *state > 0)
        else {
            return self.refuse(Some(id), &RpcError::new(RpcError::INVALID_PARAMS, "unknown cursor"));
        };
        let start = cursor.offset.min(tasks.len());
        let end = start.saturating_add(self.config.page_size.max(1)).min(tasks.len());
        let mut result = [b"{\"tasks\":[".as_slice(), &tasks[start..end].join(&b','), b"]"].concat();
        if end < tasks.len() {
            let next = Cursor { offset: end, ..cursor }.to_text();
            result.extend_from_slice(format!(",\"nextCursor\":\"{next}\"").as_bytes());
        }
        result.push(b'}');
        self.answer(Origin::Control, Some(id), result_frame(id, &result));
    }
}
