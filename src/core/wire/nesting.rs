//! The brackets that are open, a bit each: no depth can exhaust the stack.

#![expect(clippy::inline_always, reason = "the crate is built for size, and every frame comes through here")]

/// Open containers, innermost last.
#[derive(Debug, Clone, Default)]
pub(super) struct Nesting {
    /// The innermost up to 64: an object is 1, an array is 0.
    bits: u64,
    depth: usize,
    outer: Vec<u64>,
}

impl Nesting {
    /// How many are open.
    #[inline(always)]
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    #[inline(always)]
    pub(super) fn push(&mut self, object: bool) {
        if self.depth > 0 && self.depth.is_multiple_of(64) {
            self.outer.push(self.bits);
        }
        self.bits = self.bits << 1 | u64::from(object);
        self.depth += 1;
    }

    /// Whether the innermost is an object.
    #[inline(always)]
    pub(super) fn top(&self) -> Option<bool> {
        (self.depth > 0).then_some(self.bits & 1 == 1)
    }

    #[inline(always)]
    pub(super) fn pop(&mut self) {
        self.bits >>= 1;
        self.depth -= 1;
        if self.depth > 0
            && self.depth.is_multiple_of(64)
            && let Some(bits) = self.outer.pop()
        {
            self.bits = bits;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_in_comes_out_in_reverse() {
        let kind = |n: usize| n.is_multiple_of(3);
        let mut open = Nesting::default();
        (0..1000).for_each(|n| open.push(kind(n)));
        for n in (0..1000).rev() {
            assert_eq!((open.depth(), open.top()), (n + 1, Some(kind(n))));
            open.pop();
        }
        assert_eq!(open.top(), None);
    }
}
