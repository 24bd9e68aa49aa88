//! Subscriptions to resources (MCP `server/resources`), counted by the form of the URI that the client used.

use super::call::UriForms;
use super::effect::{Effect, Origin};
use super::fetch::Purpose;
use super::state::Router;
use crate::core::era::Call;
use crate::core::wire::{Edits, Envelope, Field, Span, quote, unquote};

impl Router {
    /// Remembers what a child has agreed to.
    pub(super) fn count_subscription(&mut self, child: usize, call: Call, uri: UriForms) {
        let subscriptions = &mut self.peers[child].subscriptions;
        match call {
            Call::Subscribe => drop(subscriptions.entry(uri.child).or_default().insert(uri.client)),
            Call::Unsubscribe => {
                let Some(forms) = subscriptions.get_mut(&uri.child) else { return };
                forms.remove(&uri.client);
                if forms.is_empty() {
                    subscriptions.remove(&uri.child);
                } else {
                    // The client subscribed with another form after it had sent this: the child is to go on.
                    self.subscribe(child, &uri.child);
                }
            }
            _ => {}
        }
    }

    /// Takes back one form, if the child must not be told: another one is still subscribed with.
    pub(super) fn drop_subscription(&mut self, child: usize, uri: &UriForms) -> bool {
        let Some(forms) = self.peers[child].subscriptions.get_mut(&uri.child) else { return false };
        if forms.iter().all(|form| *form == uri.client) {
            return false;
        }
        forms.remove(&uri.client);
        true
    }

    /// Subscribes at a child on the client's behalf.
    pub(super) fn subscribe(&mut self, child: usize, uri: &str) {
        let params = [b"{\"uri\":".as_slice(), &quote(uri), b"}"].concat();
        self.ask(child, Purpose::Told, "resources/subscribe", Some(&params));
    }

    /// An update goes to a client that subscribed at this child, in each form that it subscribed with. It may name a part
    /// of what was subscribed to, so the child's word is taken for which.
    pub(super) fn child_updated(&mut self, child: usize, frame: &[u8], envelope: &Envelope) {
        let subscriptions = &self.peers[child].subscriptions;
        if subscriptions.is_empty() {
            return self.child_dropped(child, "an update that nobody subscribed to");
        }
        let span = envelope.once(Field::Uri);
        let uri = span.and_then(|span| unquote(span.of(frame)));
        let forms = uri.as_ref().and_then(|uri| subscriptions.get(uri.as_ref()));
        let (Some(span), Some(uri), Some(forms)) = (span, &uri, forms) else {
            let edits = envelope.get(Field::Params).map(|params| self.wrapped.edits(child, frame, params));
            return self.effects.push(Effect::RelayToClient { child, edits: edits.unwrap_or_default() });
        };
        let mut forms: Vec<_> = forms.iter().cloned().collect();
        forms.sort_unstable();
        for form in forms {
            let edits = if form == uri.as_ref() { Edits::none() } else { Edits::one(span, quote(&form)) };
            let mut copy = Vec::with_capacity(edits.length(frame.len()));
            edits.append(frame, Span::new(0, frame.len()), &mut copy);
            self.tell_client(Origin::Child(child), copy);
        }
    }
}
