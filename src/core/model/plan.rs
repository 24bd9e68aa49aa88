//! Plans: quotas under a name, for teams to follow.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

use super::{Limit, Quota, Tenancy};

/// Why a plan's name was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a plan's name is 1 to 32 of a-z 0-9 - and starts with a letter, not {0:?}")]
pub struct InvalidPlan(String);

/// What a plan is called: `[a-z][a-z0-9-]{0,31}`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct PlanName(String);

impl PlanName {
    /// Checks `text` against the rule above.
    pub fn parse(text: &str) -> Result<Self, InvalidPlan> {
        let inner = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        let starts = text.bytes().next().is_some_and(|b| b.is_ascii_lowercase());
        if text.len() <= 32 && starts && text.bytes().all(inner) {
            Ok(Self(text.to_owned()))
        } else {
            Err(InvalidPlan(text.to_owned()))
        }
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PlanName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// All plans. As text: `free max_servers=3 max_members=5; pro max_servers=50`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plans(BTreeMap<PlanName, Quota>);

impl Plans {
    /// Reads the text above; nothing: it is none.
    pub fn parse(text: &str) -> Option<Self> {
        let mut plans = BTreeMap::new();
        for plan in text.split(';').map(str::trim).filter(|plan| !plan.is_empty()) {
            let mut words = plan.split_whitespace();
            let name = PlanName::parse(words.next()?).ok()?;
            let mut quota = Quota::default();
            for word in words {
                let (limit, most) = word.split_once('=')?;
                let limit = Limit::parse(limit)?;
                if quota.get(limit).is_some() {
                    return None;
                }
                quota.set(limit, Some(most.parse().ok()?));
            }
            if plans.insert(name, quota).is_some() {
                return None;
            }
        }
        Some(Self(plans))
    }

    /// Whether there is a plan of that name.
    pub fn has(&self, name: &PlanName) -> bool {
        self.0.contains_key(name)
    }

    /// The quotas that hold for a team: its own, else its plan's. `Err`: there is no such plan, so nothing is known of them.
    pub fn quota_of<'a>(&self, tenancy: &'a Tenancy) -> Result<Quota, &'a PlanName> {
        match &tenancy.plan {
            None => Ok(tenancy.quota),
            Some(name) => self.0.get(name).map(|plan| tenancy.quota.or(*plan)).ok_or(name),
        }
    }
}

impl fmt::Display for Plans {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, (name, quota)) in self.0.iter().enumerate() {
            write!(f, "{}{name}", if place == 0 { "" } else { "; " })?;
            for limit in Limit::ALL {
                if let Some(most) = quota.get(limit) {
                    write!(f, " {}={most}", limit.name())?;
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plans_are_read_as_they_are_written() {
        let text = "free max_servers=3 max_members=5; pro";
        let plans = Plans::parse(text).expect("plans");
        assert_eq!(plans.to_string(), text);
        let tenancy =
            |plan| Tenancy { plan: Some(PlanName::parse(plan).expect("a name")), ..Tenancy::default() };
        assert_eq!(plans.quota_of(&tenancy("free")).expect("known").get(Limit::Members), Some(5));
        assert!(plans.quota_of(&tenancy("gone")).is_err(), "what is not known limits nothing by itself");
        assert_eq!(Plans::parse(""), Some(Plans::default()));
        for text in
            ["!", "free max=3", "free max_servers", "free max_servers=-1", "a; a", "a per_day=1 per_day=2"]
        {
            assert_eq!(Plans::parse(text), None, "{text}");
        }
    }
}
