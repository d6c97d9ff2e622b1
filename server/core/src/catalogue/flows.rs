//! Words of procedures: which step cannot count more than which, and which two leave nothing out.

use super::word_set::Finder;
use serde::Deserialize;
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../data/flows.toml");

/// The table of flows.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flows {
    /// Steps in order: a later one never counts more than an earlier one.
    pub flow: Vec<Flow>,
    /// Pairs of words that exclude each other and leave nothing out.
    pub complement: Vec<Complement>,
    /// Three words and more that exclude each other and leave nothing out.
    pub closed: Vec<Closed>,
    /// Divisions of which a thing belongs to one class only.
    pub exclusive: Vec<Exclusive>,
    /// What the four figures of a balance are called.
    pub balance: Balance,
}

/// A procedure.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flow {
    /// What the first step is called.
    pub earlier: Vec<String>,
    /// What the second step is called.
    pub later: Vec<String>,
    /// Whether the later step may count cases of an earlier period.
    #[serde(default)]
    pub carry: bool,
    /// Whether the two steps count in units of their own: 访问量 in 次, 访客 in 人.
    #[serde(default)]
    pub units: bool,
    /// A sentence in which the flow is read and holds.
    pub example: String,
}

/// Classes of one division: what is of one is of no other.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exclusive {
    /// What each class is called.
    pub classes: Vec<Vec<String>>,
}

impl Exclusive {
    /// The class that a label names: that of the longest word in it, where no second one stands in it beside.
    fn class(&self, label: &str) -> Option<usize> {
        let words = self.classes.iter().enumerate().flat_map(|(class, words)| words.iter().map(move |word| (class, word.as_str())));
        let (class, longest) = words.clone().filter(|(_, word)| label.contains(word)).max_by_key(|(_, word)| word.len())?;
        let alone = words.filter(|&(other, word)| other != class && label.contains(word)).all(|(_, word)| longest.contains(word));
        alone.then_some(class)
    }
}

/// Whether each of several labels names a class of its own in one division.
pub fn exclusive(labels: &[&str]) -> bool {
    labels.len() >= 2
        && FLOWS.exclusive.iter().any(|division| {
            let mut seen: Vec<usize> = Vec::with_capacity(labels.len());
            labels.iter().all(|label| {
                let class = division.class(label).filter(|class| !seen.contains(class));
                seen.extend(class);
                class.is_some()
            })
        })
}

/// The words of 收结存: opening + received = done + closing.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Balance {
    /// What was carried in.
    pub opening: Vec<String>,
    /// What came in during the period.
    pub received: Vec<String>,
    /// What was closed.
    pub done: Vec<String>,
    /// What is carried out.
    pub closing: Vec<String>,
    /// A sentence in which all four are read and balance.
    pub example: String,
}

/// Two words that leave nothing out.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Complement {
    /// What one part is called.
    pub one: Vec<String>,
    /// What the other part is called.
    pub other: Vec<String>,
}

/// Words that leave nothing out together.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closed {
    /// What each part is called.
    pub members: Vec<String>,
    /// The law or standard that names them.
    pub source: String,
}

/// The built-in table.
pub static FLOWS: LazyLock<Flows> = LazyLock::new(|| toml::from_str(TABLE).expect("the built-in table of flows is checked by its test"));

/// On which sides of which complements a label stands: a bit for each pair of words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sides {
    one: u64,
    other: u64,
}

impl Sides {
    /// The sides of a label: one pass over it for all words.
    pub fn of(label: &str) -> Self {
        let mut sides = Self::default();
        WORDS.finder.each(label, |word| {
            let side = WORDS.sides[word];
            sides = Self { one: sides.one | side.one, other: sides.other | side.other };
        });
        sides
    }

    /// Whether two labels stand on the two sides of a complement, and neither on both.
    pub fn complement(self, other: Self) -> bool {
        let (left, right) = (self.one & !self.other, self.other & !self.one);
        left & (other.other & !other.one) != 0 || right & (other.one & !other.other) != 0
    }
}

/// The words of all complements.
struct Words {
    finder: Finder,
    sides: Vec<Sides>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let (mut words, mut sides): (Vec<&str>, Vec<Sides>) = (Vec::new(), Vec::new());
    for (at, pair) in FLOWS.complement.iter().enumerate() {
        let bit = 1u64.checked_shl(at as u32).expect("there are no more than 64 complements");
        words.extend(pair.one.iter().chain(&pair.other).map(String::as_str));
        sides.extend(pair.one.iter().map(|_| Sides { one: bit, other: 0 }));
        sides.extend(pair.other.iter().map(|_| Sides { one: 0, other: bit }));
    }
    Words { finder: Finder::new(words), sides }
});

/// Whether two labels are called by words that leave nothing out.
pub fn complements(one: &str, other: &str) -> bool {
    Sides::of(one).complement(Sides::of(other))
}

/// Whether labels are called by the members of a closed set, each once.
pub fn closed<'t>(labels: impl Iterator<Item = &'t str> + Clone) -> bool {
    FLOWS.closed.iter().any(|set| {
        let mut seen = vec![false; set.members.len()];
        let each = labels.clone().all(|label| {
            let mut named = (0..seen.len()).filter(|&at| label.contains(set.members[at].as_str()));
            match (named.next(), named.next()) {
                (Some(at), None) => !std::mem::replace(&mut seen[at], true),
                _ => false,
            }
        });
        each && seen.into_iter().all(|seen| seen)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_flow_is_read_in_its_example() {
        let engine = crate::Engine::new(crate::Settings::default());
        for flow in &FLOWS.flow {
            let review = engine.review(&flow.example);
            let read = review
                .relations()
                .any(|relation| relation.kind == crate::relations::Kind::Flow && relation.verdict == crate::relations::Verdict::Holds);
            assert!(read, "{}: {:?}", flow.example, review.relations().collect::<Vec<_>>());
        }
        let review = engine.review(&FLOWS.balance.example);
        let balanced = |relation: &&crate::relations::Relation| relation.kind == crate::relations::Kind::Balance;
        assert!(review.relations().find(balanced).is_some_and(|relation| relation.verdict == crate::relations::Verdict::Holds));
    }

    #[test]
    fn the_built_in_table_is_read() {
        assert!(toml::from_str::<Flows>(TABLE).is_ok());
        assert!(complements("城镇居民", "乡村居民"));
        assert!(!complements("城镇居民", "农村户籍的城镇居民"));
        assert!(exclusive(&["受理刑事案件", "民商事案件", "行政案件"]));
        assert!(exclusive(&["营利性服务业增加值", "非营利性服务业增加值"]), "the longer word counts");
        assert!(!exclusive(&["刑事案件", "民事案件", "未成年人刑事案件"]), "two of one class may overlap");
        assert!(!exclusive(&["高中", "留守儿童"]));
    }
}
