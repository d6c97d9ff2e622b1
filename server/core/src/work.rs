//! What relating figures costs, counted and not timed: a test on counts cannot flake, and fails when something quadratic comes in.
//!
//! Counted are the questions that kinds of relation ask of the view, and the bytes of the words that it gives them. Work that is done
//! without the view is not seen here; `cargo xtask bench` times such shapes.

use crate::{Engine, Settings};
use std::cell::Cell;

thread_local! {
    static WORK: Cell<u64> = const { Cell::new(0) };
}

/// Counts work.
pub(crate) fn add(amount: usize) {
    WORK.set(WORK.get() + amount as u64);
}

/// The work of reviewing a text, all of it on one thread.
fn of(engine: &Engine, text: &str) -> u64 {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool of one thread");
    pool.install(|| {
        WORK.set(0);
        engine.review(text);
        WORK.get()
    })
}

/// How many times as long the longer text is.
const LONGER: usize = 4;

/// A shape and its piece number so and so.
type Shape = (&'static str, fn(usize) -> String);

const SHAPES: &[Shape] = &[
    ("sentences", |n| format!("全年受理申请{}件，审结{n}件，审结率89.84%；其中撤销69件，占审结总数的6%。\n", n + 120)),
    ("one line", |n| format!("全年受理申请{}件，审结{n}件，审结率89.84%；其中撤销69件，占审结总数的6%。", n + 120)),
    ("one sentence", |n| format!("受理{}件，同比增长5.2%，审结率8.8%，", n * 7)),
    ("figures", |n| format!("甲类{n}件、")),
    ("equal figures", |_| "甲类12件、".to_owned()),
    ("totals", |n| format!("合计{n}人，其中{n}人；")),
    ("nested brackets", |n| format!("（其中{n}件")),
];

#[test]
fn work_grows_as_the_text_does() {
    let engine = Engine::new(Settings::default());
    for (name, piece) in SHAPES {
        // Beyond every window in which figures and words are looked for.
        let count = 500;
        let text = |count: usize| (1..=count).map(piece).collect::<String>();
        let (short, long) = (text(count), text(count * LONGER));
        assert!(of(&engine, &short) > 0, "{name}: nothing was counted");
        // Numbers have more digits later in the text.
        let longer = long.len() as f64 / short.len() as f64;
        let growth = of(&engine, &long) as f64 / of(&engine, &short) as f64 / longer;
        assert!(growth <= 1.5, "{name}: {longer:.1} times the text takes {growth:.2} times the work per character");
    }
}
