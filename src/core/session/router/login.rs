//! A session whose login is over: its person is asked to log in at a page (MCP 2025-11-25, `client/elicitation`, URL mode).

use serde_json::{Value, json};

use super::call::cancelled_params;
use super::effect::Origin;
use super::state::Router;
use crate::core::model::{LoginPage, Notice};
use crate::core::wire::{RpcError, notification_frame, request_frame};

/// What the person is asked.
const QUESTION: &str = "mcpgw: your login is over. Log in again on this machine, to go on with your servers?";

/// How far the client was asked.
#[derive(Debug, Default)]
pub(super) struct LoginAsked {
    /// The `elicitationId` that it knows.
    id: Option<String>,
    /// Our request that it has not answered.
    open: Option<u64>,
}

impl LoginAsked {
    /// Takes the answer to our request of this number, if there is one. Whatever it is: a person who doesn't want to now is not asked
    /// again.
    pub(super) fn is_answered(&mut self, number: u64) -> bool {
        self.open.take_if(|open| *open == number).is_some()
    }
}

impl Router {
    /// From now on the client is told this of why nothing is served.
    pub fn set_notice(&mut self, notice: Option<Notice>) {
        let before = std::mem::replace(&mut self.config.notice, notice);
        if page(before.as_ref()) != page(self.config.notice.as_ref()) {
            self.login_asked_no_more();
        }
        self.ask_login();
    }

    /// Whether the client has its person open a URL where they are asked to.
    pub fn client_opens_urls(&self) -> bool {
        self.client.opens_urls()
    }

    /// Has the person asked to log in, once, if there is a page for that.
    pub(super) fn ask_login(&mut self) {
        let Some(page) = page(self.config.notice.as_ref()) else { return };
        if !self.client.listens || !self.client.opens_urls() || self.login_asked.id.is_some() {
            return;
        }
        let (params, id) = (elicitation(page).to_string(), page.id.clone());
        let number = self.number();
        self.login_asked = LoginAsked { id: Some(id), open: Some(number) };
        let frame = request_frame(&self.own_token(number), "elicitation/create", Some(params.as_bytes()));
        self.tell_client(Origin::Control, frame);
    }

    /// The page is not there any more: they are logged in, or can't any more.
    fn login_asked_no_more(&mut self) {
        let LoginAsked { id, open } = std::mem::take(&mut self.login_asked);
        if let Some(number) = open {
            let params = cancelled_params(&self.own_token(number), "this is settled");
            self.tell_client(Origin::Control, notification_frame("notifications/cancelled", Some(&params)));
        }
        if let Some(id) = id {
            let params = json!({ "elicitationId": id }).to_string();
            let frame = notification_frame("notifications/elicitation/complete", Some(params.as_bytes()));
            self.tell_client(Origin::Control, frame);
        }
    }

    /// `error`, with why nothing is served, and what the person can do about it.
    pub(super) fn noticed(&mut self, mut error: RpcError) -> RpcError {
        let Some(notice) = &self.config.notice else { return error };
        error.message = format!("{} ({})", error.message, notice.text);
        if let Some(page) = notice.page.as_ref().filter(|_| self.client.opens_urls()) {
            error.code = RpcError::URL_ELICITATION_REQUIRED;
            error.data = Some(json!({ "elicitations": [elicitation(page)] }).to_string());
            self.login_asked.id = Some(page.id.clone());
        }
        error
    }
}

fn page(notice: Option<&Notice>) -> Option<&LoginPage> {
    notice?.page.as_ref()
}

/// The `params` of `elicitation/create`.
fn elicitation(page: &LoginPage) -> Value {
    json!({ "mode": "url", "elicitationId": page.id, "url": page.url, "message": QUESTION })
}
