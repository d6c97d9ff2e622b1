//! Throughput of the arithmetic alone: figures read, related and judged, on texts of a megabyte and more. Run with `cargo bench -p hegao-core`.

use hegao_core::Settings;
use hegao_core::catalogue::Catalogue;
use hegao_core::draft::{self, Outline, figures};
use hegao_core::relations;
use hegao_core::text::{Folded, Span};
use std::hint::black_box;
use std::time::Instant;

/// Sentences as reports have them: few figures among many words, and passages dense with figures.
const PLAIN: &str = "全面推行行政执法公示制度，及时将执法主体、权限、依据、程序和救济渠道向社会公布，组织开展执法案卷评查，提升行政执法质量和效能。加强行政复议规范化建设，健全案件审理机制，依法纠正违法和不当的行政行为，切实维护群众合法权益。";
const DENSE: &str = "全年共受理行政复议申请1280件，同比增长6.67%，增加80件；其中，依法受理1190件、不予受理90件。审结1150件，审结率96.64%，撤销69件，占审结总数的6%。排查矛盾纠纷3260件，化解3195件，化解成功率98.01%。\n";

fn main() {
    // Cargo passes `--bench`; a test run passes nothing and wants no numbers.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let mixed = format!("{}{DENSE}", PLAIN.repeat(4));
    for (name, sentence, sizes) in
        [("mixed", mixed.as_str(), [1, 4]), ("dense", DENSE, [1, 4]), ("one line", &DENSE.replace('\n', ""), [1, 10])]
    {
        for megabytes in sizes {
            let text = sentence.repeat(megabytes * 1_000_000 / sentence.len() + 1);
            println!("{name:>9} {megabytes:>3} MB  {:>7.1} MB/s", measure(&text));
        }
    }
}

/// Megabytes a second, the best of three runs.
fn measure(text: &str) -> f64 {
    let catalogue = Catalogue::load(&Settings::default());
    let folded = Folded::new(text);
    let span = Span::new(0, folded.text().len());
    let whole = draft::read(&Folded::new(""), &catalogue, &Settings::default()).remove(0);
    (0..3)
        .map(|_| {
            let start = Instant::now();
            let (figures, others) = figures::read(&folded, span, &Outline::default(), &[]);
            let draft = draft::Draft { span, figures, others, ..whole.clone() };
            black_box(relations::relate(&folded, &draft, &catalogue));
            text.len() as f64 / 1e6 / start.elapsed().as_secs_f64()
        })
        .fold(0.0, f64::max)
}
