//! Small charts as inline SVG. The overview's table says the same in numbers.

use super::{Reviewed, report};
use hegao_core::words::{self, counted};
use hegao_core::{Lang, Severity, say};
use plotters::prelude::*;

const WIDTH: u32 = 460;
const ROW: u32 = 26;
/// Where the bars begin; the names stand before it.
const LEFT: i32 = 176;
/// Reports in the second chart.
const MOST: usize = 10;
/// Characters of a report's name.
const NAME: usize = 12;
/// The least width, in pixels, in which a number can be read inside a bar.
const READABLE: i32 = 16;

const COLORS: [RGBColor; 3] = [RGBColor(176, 30, 23), RGBColor(201, 135, 22), RGBColor(120, 146, 180)];

/// Findings by family.
pub(super) fn families(files: &[Reviewed], lang: Lang) -> String {
    let names = ["structure", "arithmetic", "reference", "period", "wording", "privacy"];
    let rows = names.map(|name| {
        let counts = counts(files, |finding| finding.family() == name);
        (words::family(name, lang).to_owned(), counts)
    });
    bars(&rows, lang)
}

/// The reports with most errors and warnings.
pub(super) fn reports(files: &[Reviewed], lang: Lang) -> String {
    let mut rows: Vec<(String, [u32; 3])> =
        files.iter().map(|file| (shorten(&report::title(file)), counts(std::slice::from_ref(file), |_| true))).collect();
    rows.sort_by_key(|(_, [errors, warnings, mild])| std::cmp::Reverse((*errors, *warnings, *mild)));
    rows.truncate(MOST);
    bars(&rows, lang)
}

fn counts(files: &[Reviewed], wanted: impl Fn(&hegao_core::Finding) -> bool) -> [u32; 3] {
    let mut counts = [0; 3];
    for finding in files.iter().flat_map(|file| &file.review.findings).filter(|finding| wanted(finding)) {
        counts[match finding.severity {
            Severity::Error => 0,
            Severity::Warning => 1,
            Severity::Information | Severity::Hint => 2,
        }] += 1;
    }
    counts
}

fn shorten(title: &str) -> String {
    let short: String = title.chars().take(NAME).collect();
    if short.len() < title.len() { short + "…" } else { short }
}

/// Horizontal bars, stacked by severity: errors, warnings, the rest, each with its number.
fn bars(rows: &[(String, [u32; 3])], lang: Lang) -> String {
    let height = ROW * (rows.len() as u32 + 1) + 8;
    let most = rows.iter().map(|(_, counts)| counts.iter().sum::<u32>()).max().unwrap_or(0).max(1);
    let mut svg = String::new();
    // Drawing into a string cannot fail; a chart that could not be drawn is left out rather than ending the review.
    let drawn = draw(&SVGBackend::with_string(&mut svg, (WIDTH, height)).into_drawing_area(), rows, most, lang);
    if drawn.is_err() {
        return String::new();
    }
    let told: Vec<String> = rows
        .iter()
        .map(|(name, [errors, warnings, mild])| {
            let [e, w, m] =
                [(*errors, "error"), (*warnings, "warning"), (*mild, "note")].map(|(number, word)| counted(number as usize, word));
            say!(lang, "{name}：错误{errors}、警告{warnings}、提示{mild}", "{name}: {e}, {w}, {m}")
        })
        .collect();
    let label = told.join(lang.pick("；", "; ")).replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    // The namespace is that of the page already; without it the file names no address at all.
    let svg = svg.replacen(" xmlns=\"http://www.w3.org/2000/svg\"", "", 1);
    svg.replacen("<svg ", &format!("<svg role=\"img\" aria-label=\"{label}\" "), 1)
}

type Area<'a> = DrawingArea<SVGBackend<'a>, plotters::coord::Shift>;

fn draw(area: &Area, rows: &[(String, [u32; 3])], most: u32, lang: Lang) -> Result<(), Box<dyn std::error::Error>> {
    let label = TextStyle::from(("sans-serif", 13).into_font()).color(&RGBColor(29, 33, 40));
    let inside = [&WHITE, &BLACK, &BLACK].map(|color| TextStyle::from(("sans-serif", 11).into_font()).color(color));
    let names = [["错误", "errors"], ["警告", "warnings"], ["提示、建议", "notes"]];
    let mut x = LEFT;
    for (name, color) in names.iter().zip(COLORS) {
        area.draw(&Rectangle::new([(x, 8), (x + 11, 19)], color.filled()))?;
        area.draw(&Text::new(name[lang as usize], (x + 16, 6), label.clone()))?;
        x += 84;
    }
    let room = WIDTH as i32 - LEFT - 40;
    for (index, (name, counts)) in rows.iter().enumerate() {
        let top = (index as i32 + 1) * ROW as i32 + 6;
        area.draw(&Text::new(name.clone(), (4, top), label.clone()))?;
        let mut x = LEFT;
        for ((count, color), inside) in counts.iter().zip(COLORS).zip(&inside) {
            let width = (i64::from(room) * i64::from(*count) / i64::from(most)) as i32;
            if width > 0 {
                area.draw(&Rectangle::new([(x, top), (x + width, top + 16)], color.filled()))?;
            }
            if width >= READABLE {
                area.draw(&Text::new(count.to_string(), (x + 4, top + 2), inside.clone()))?;
            }
            x += width;
        }
        area.draw(&Text::new(counts.iter().sum::<u32>().to_string(), (x + 6, top), label.clone()))?;
    }
    area.present()?;
    Ok(())
}
