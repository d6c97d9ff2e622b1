//! Made reports: the text that benchmarks and the soak run on. The same length and seed give the same text.
//!
//! A made report has what a real one has, in about the same measure: headings of three levels, prose without figures, some three ties
//! between figures in a thousand characters, references to what was in force, a table every few pages, and the four mandated sections.
//! All figures hold, so a finding on a made report is a fault of hegao or of this file.

mod numeral;
pub(crate) mod shapes;
mod table;
mod ties;
mod words;

use fastrand::Rng;
use hegao_core::Settings;
use hegao_core::catalogue::Catalogue;
use hegao_core::catalogue::references::{Confidence, EntryKind};
use hegao_core::draft::Date;
use numeral::numeral;
use words::{AIMS, AREAS, BODIES, DEEDS, FIRST, MEASURES, MEETINGS, RESULTS, SECOND, TOWNS};

/// The year that made reports report on.
const YEAR: i16 = 2025;

/// Characters under one heading of the second level, on average.
const SECTION: usize = 1200;

/// A report of at least so many characters; it is longer by a section at most. Below some 1,500 there is only the skeleton.
pub(crate) fn report(chars: usize, seed: u64) -> String {
    Writer::new(seed).report(chars)
}

/// Writes reports.
struct Writer {
    rng: Rng,
    titles: Vec<String>,
    out: String,
    /// Characters written.
    chars: usize,
}

impl Writer {
    fn new(seed: u64) -> Self {
        Self { rng: Rng::with_seed(seed), titles: titles(), out: String::new(), chars: 0 }
    }

    fn report(mut self, chars: usize) -> String {
        let place = self.place("县");
        self.line(&format!("{place}人民政府关于{YEAR}年法治政府建设情况的报告"));
        self.line("市委、市政府，县委、县人大常委会：");
        self.line(&format!(
            "{YEAR}年，{place}人民政府深入学习贯彻习近平法治思想，认真落实《法治政府建设与责任落实督察工作规定》，扎实推进依法行政各项工作。现将有关情况报告如下："
        ));
        self.line(&format!("一、{YEAR}年法治政府建设的主要举措和成效"));
        // What stands behind the first section has at least so many characters in every report, so that none is too short.
        let behind = 300;
        for number in 1.. {
            if number > 3 && self.chars + behind >= chars {
                break;
            }
            self.section(number);
        }
        self.line("二、存在的不足和原因");
        self.line("对照法治政府建设的要求，仍存在一些不足。一是基层执法力量薄弱，主要原因是编制总量有限、专业人才引进难。二是普法的针对性有待增强，个别单位重形式、轻效果。");
        self.line(&format!("三、{YEAR}年党政主要负责人履行推进法治建设第一责任人职责的情况"));
        self.line("县委、县政府主要负责人认真履行推进法治建设第一责任人职责，坚持重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办，并将履职情况列入年终述职内容。");
        self.line(&format!("四、{}年法治政府建设的主要安排", YEAR + 1));
        self.line("持续加强理论武装，不断提升执法质效，有效化解行政争议，扎实做好普法工作，努力开创法治政府建设新局面。");
        self.line(&format!("{place}人民政府"));
        self.line(&format!("{}年2月26日", YEAR + 1));
        self.out
    }

    /// A heading of the second level and what stands under it; now and then in items, now and then with a table.
    fn section(&mut self, number: usize) {
        let heading = format!("（{}）{}，{}。", numeral(number), self.pick(MEASURES), self.pick(RESULTS));
        let end = self.chars + SECTION / 2 + self.rng.usize(0..SECTION);
        let first = self.paragraph();
        self.line(&format!("{heading}{first}"));
        let items = self.rng.u8(0..4) == 0;
        for item in 1.. {
            if self.chars >= end {
                break;
            }
            let text = self.paragraph();
            let text = if items { format!("{item}. {}。{text}", self.pick(MEASURES)) } else { text };
            self.line(&text);
        }
        if self.rng.u8(0..8) == 0 {
            let place = self.place("乡");
            let table = table::table(&mut self.rng);
            let area = self.pick(AREAS);
            self.line(&format!("{place}{area}情况见下表："));
            self.line(&table);
        }
    }

    /// Three to six sentences: prose, ties between figures, references.
    fn paragraph(&mut self) -> String {
        (0..self.rng.usize(3..7))
            .map(|_| match self.rng.u8(0..20) {
                0 => {
                    let town = *self.rng.choice(TOWNS).unwrap_or(&"镇");
                    let place = self.place(town);
                    ties::sentence(&mut self.rng, &place)
                }
                1 => self.reference(),
                2 => format!("{}{}，{}。", self.pick(DEEDS), self.pick(AREAS), self.pick(MEETINGS)),
                _ => self.prose(),
            })
            .collect()
    }

    fn prose(&mut self) -> String {
        let parts = [self.pick(BODIES), self.pick(DEEDS), self.pick(AREAS)].concat();
        match self.rng.u8(0..3) {
            0 => format!("{parts}，{}，{}。", self.pick(MEASURES), self.pick(AIMS)),
            1 => format!("{parts}，{}。", self.pick(AIMS)),
            _ => format!("{}，{parts}，{}，{}。", self.pick(MEASURES), self.pick(MEASURES), self.pick(RESULTS)),
        }
    }

    fn reference(&mut self) -> String {
        let (deed, aim) = (self.pick(DEEDS), self.pick(AIMS));
        let area = self.pick(AREAS);
        let title = self.rng.choice(&self.titles).map_or("中华人民共和国行政处罚法", String::as_str);
        format!("贯彻实施《{title}》，{deed}{area}，{aim}。")
    }

    /// A name that hardly comes twice, so that figures of different places are not one figure with two values.
    fn place(&mut self, kind: &str) -> String {
        format!("{}{}{kind}", self.pick(FIRST), self.pick(SECOND))
    }

    fn pick(&mut self, words: &'static [&'static str]) -> &'static str {
        self.rng.choice(words).copied().unwrap_or_default()
    }

    /// A paragraph and the empty line behind it.
    fn line(&mut self, text: &str) {
        self.out += text;
        self.out += "\n\n";
        self.chars += text.chars().count() + 2;
    }
}

/// Titles that may be cited in a report on [`YEAR`]: laws and regulations in force for a year before its end, well attested.
fn titles() -> Vec<String> {
    let (begin, end) = (Date { year: YEAR, month: 1, day: 1 }, Date { year: YEAR + 1, month: 12, day: 31 });
    let catalogue = Catalogue::load(&Settings::default());
    let entries = catalogue.references.entries().iter();
    let cited = entries.filter(|entry| matches!(entry.kind, EntryKind::Law | EntryKind::Regulation));
    let cited = cited.filter(|entry| entry.confidence == Confidence::High && entry.in_force(begin) && entry.in_force(end));
    cited.map(|entry| entry.title.to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::report;
    use hegao_core::{Engine, Settings, Severity};

    #[test]
    fn a_made_report_has_its_length_and_no_fault() {
        let engine = Engine::new(Settings::default());
        for seed in 0..4 {
            let text = report(30_000, seed);
            let length = text.chars().count();
            assert!((30_000..33_000).contains(&length), "{length}");
            assert_eq!(text, report(30_000, seed));
            let review = engine.review(&text);
            assert!(review.recognised());
            assert!(review.relations().count() > 40, "{}", review.relations().count());
            let found: Vec<_> = review.findings.iter().filter(|finding| finding.severity < Severity::Information).collect();
            assert!(found.is_empty(), "{found:#?}");
        }
    }
}
