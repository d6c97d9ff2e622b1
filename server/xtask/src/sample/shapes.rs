//! Texts that punish whatever is not linear. Each is at least so many characters long.

use super::numeral::numeral;
use super::table;
use fastrand::Rng;

/// A name and what makes the text.
pub(crate) type Shape = (&'static str, fn(usize) -> String);

/// All shapes.
pub(crate) const SHAPES: &[Shape] = &[
    ("sentences", sentences),
    ("line", line),
    ("headings", headings),
    ("nested", nested),
    ("table", table),
    ("figures", figures),
    ("brackets", brackets),
    ("title", title),
];

const SENTENCE: &str = "全年受理行政复议申请1280件，审结1150件，审结率89.84%；其中撤销69件，占审结总数的6%。";

fn sentences(chars: usize) -> String {
    repeat(chars, |_| format!("{SENTENCE}\n"))
}

fn line(chars: usize) -> String {
    repeat(chars, |_| SENTENCE.to_owned())
}

fn headings(chars: usize) -> String {
    repeat(chars, |number| format!("（{}）规范执法行为\n", numeral(number % 9999 + 1)))
}

fn nested(chars: usize) -> String {
    const LEVELS: [&str; 6] = ["一、总体情况\n", "（一）执法监督\n", "1. 案卷评查\n", "（1）评查方式\n", "①抽查\n", "一是逐卷核对。"];
    repeat(chars, |number| LEVELS[(number - 1) % LEVELS.len()].to_owned())
}

fn table(chars: usize) -> String {
    // A row is about 20 characters long.
    table::rows(&mut Rng::with_seed(1), chars / 18)
}

fn figures(chars: usize) -> String {
    repeat(chars, |number| format!("甲类{number}件、"))
}

fn brackets(chars: usize) -> String {
    repeat(chars, |_| "（其中：《〔".to_owned())
}

fn title(chars: usize) -> String {
    format!("《{}", repeat(chars, |_| "关于进一步规范行政执法工作的意见和办法".to_owned()))
}

fn repeat(chars: usize, piece: impl Fn(usize) -> String) -> String {
    let (mut text, mut count) = (String::new(), 0);
    for number in 1.. {
        if count >= chars {
            break;
        }
        let piece = piece(number);
        count += piece.chars().count();
        text += &piece;
    }
    text
}
