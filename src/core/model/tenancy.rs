//! What a team may have and do: its plan, its quotas, its switches.

use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use super::{CallLimit, CallLimits, PlanName};

/// Something of which a team may have so much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Servers.
    Servers,
    /// Members.
    Members,
    /// Calls at the same time.
    Concurrent,
    /// Calls a minute.
    PerMinute,
    /// Calls an hour.
    PerHour,
    /// Calls a day.
    PerDay,
    /// Sessions of one user that serve what the team has.
    SessionsPerUser,
}

impl From<CallLimit> for Limit {
    fn from(limit: CallLimit) -> Self {
        match limit {
            CallLimit::PerMinute => Self::PerMinute,
            CallLimit::PerHour => Self::PerHour,
            CallLimit::PerDay => Self::PerDay,
            CallLimit::Concurrency => Self::Concurrent,
        }
    }
}

impl Limit {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Servers,
        Self::Members,
        Self::Concurrent,
        Self::PerMinute,
        Self::PerHour,
        Self::PerDay,
        Self::SessionsPerUser,
    ];

    /// Its name in the store, in settings and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Servers => "max_servers",
            Self::Members => "max_members",
            Self::Concurrent => "max_concurrent",
            Self::PerMinute => "per_minute",
            Self::PerHour => "per_hour",
            Self::PerDay => "per_day",
            Self::SessionsPerUser => "max_sessions_per_user",
        }
    }

    /// The limit of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|limit| limit.name() == text)
    }
}

/// How much of each a team may have; `None`: as much as everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Quota([Option<u32>; Limit::ALL.len()]);

impl Quota {
    /// How much of it.
    pub fn get(&self, limit: Limit) -> Option<u32> {
        self.0[limit as usize]
    }

    /// From now on so much of it.
    pub fn set(&mut self, limit: Limit, most: Option<u32>) {
        self.0[limit as usize] = most;
    }

    /// The same, and what `other` says where this says nothing.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        let mut both = self;
        for limit in Limit::ALL {
            both.set(limit, self.get(limit).or(other.get(limit)));
        }
        both
    }
}

impl Quota {
    /// What of it is about calls.
    pub fn calls(&self) -> CallLimits {
        CallLimits {
            per_minute: self.get(Limit::PerMinute),
            per_hour: self.get(Limit::PerHour),
            per_day: self.get(Limit::PerDay),
            concurrency: self.get(Limit::Concurrent),
        }
    }
}

impl Serialize for Quota {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(Limit::ALL.len()))?;
        for limit in Limit::ALL {
            map.serialize_entry(limit.name(), &self.get(limit))?;
        }
        map.end()
    }
}

/// Something that a team may do or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Switch {
    /// Have servers that run as processes here.
    Stdio,
    /// Have servers elsewhere.
    Remote,
    /// Have servers ask the client's model.
    Sampling,
    /// Have public servers.
    Public,
    /// Have an own provider of single sign-on.
    Sso,
}

impl Switch {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Stdio, Self::Remote, Self::Sampling, Self::Public, Self::Sso];

    /// Its name in the store and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stdio => "stdio",
            Self::Remote => "remote",
            Self::Sampling => "sampling",
            Self::Public => "public",
            Self::Sso => "sso",
        }
    }
}

/// What a team may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Switches([bool; Switch::ALL.len()]);

impl Default for Switches {
    fn default() -> Self {
        Self([true; Switch::ALL.len()])
    }
}

impl Switches {
    /// Whether it may.
    pub fn has(self, switch: Switch) -> bool {
        self.0[switch as usize]
    }

    /// From now on it may, or not.
    pub fn set(&mut self, switch: Switch, on: bool) {
        self.0[switch as usize] = on;
    }
}

impl Serialize for Switches {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(Switch::ALL.len()))?;
        for switch in Switch::ALL {
            map.serialize_entry(switch.name(), &self.has(switch))?;
        }
        map.end()
    }
}

/// What a team may have and do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tenancy {
    /// The template that its quotas follow where it has none of its own.
    pub plan: Option<PlanName>,
    /// Its own quotas.
    pub quota: Quota,
    /// What it may do.
    pub switches: Switches,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_team_s_own_quota_goes_before_its_plan_s() {
        let (mut own, mut plan) = (Quota::default(), Quota::default());
        own.set(Limit::Servers, Some(3));
        plan.set(Limit::Servers, Some(9));
        plan.set(Limit::PerDay, Some(100));
        let both = own.or(plan);
        assert_eq!((both.get(Limit::Servers), both.get(Limit::PerDay)), (Some(3), Some(100)));
        assert_eq!(both.get(Limit::Members), None);
    }

    #[test]
    fn every_limit_and_switch_has_its_own_place() {
        for limit in Limit::ALL {
            let mut quota = Quota::default();
            quota.set(limit, Some(0));
            let set = Limit::ALL.into_iter().filter(|other| quota.get(*other).is_some());
            assert_eq!(set.collect::<Vec<_>>(), [limit]);
            assert_eq!(Limit::parse(limit.name()), Some(limit));
        }
        for switch in Switch::ALL {
            let mut switches = Switches::default();
            switches.set(switch, false);
            let off = Switch::ALL.into_iter().filter(|other| !switches.has(*other));
            assert_eq!(off.collect::<Vec<_>>(), [switch]);
        }
    }
}
