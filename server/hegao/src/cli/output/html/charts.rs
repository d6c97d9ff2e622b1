//! Small charts as inline SVG.

use super::{Reviewed, report, words};
use hegao_core::{Lang, Severity};
use plotters::prelude::*;

const WIDTH: u32 = 460;
const ROW: u32 = 26;
/// Reports in the second chart.
const MOST: usize = 10;

/// Findings by family.
pub(super) fn families(files: &[Reviewed], lang: Lang) -> String {
    let names = ["structure", "arithmetic", "reference", "period", "wording", "privacy"];
    let rows = names.map(|name| {
        let counts = counts(files, |finding| finding.family() == name);
        (words::family(name, lang).to_owned(), counts)
    });
    bars(&rows)
}

/// The reports with most errors and warnings.
pub(super) fn reports(files: &[Reviewed], _lang: Lang) -> String {
    let mut rows: Vec<(String, [u32; 3])> =
        files.iter().map(|file| (shorten(&report::title(file)), counts(std::slice::from_ref(file), |_| true))).collect();
    rows.sort_by_key(|(_, [errors, warnings, mild])| std::cmp::Reverse((*errors, *warnings, *mild)));
    rows.truncate(MOST);
    bars(&rows)
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
    let short: String = title.chars().take(12).collect();
    if short.len() < title.len() { short + "…" } else { short }
}

/// Horizontal bars, stacked by severity: errors, warnings, the rest.
fn bars(rows: &[(String, [u32; 3])]) -> String {
    let height = ROW * rows.len() as u32 + 8;
    let most = rows.iter().map(|(_, counts)| counts.iter().sum::<u32>()).max().unwrap_or(0).max(1);
    let mut svg = String::new();
    // Drawing into a string cannot fail; a chart that could not be drawn is left out rather than ending the review.
    let drawn = draw(&SVGBackend::with_string(&mut svg, (WIDTH, height)).into_drawing_area(), rows, most);
    if drawn.is_ok() { svg } else { String::new() }
}

type Area<'a> = DrawingArea<SVGBackend<'a>, plotters::coord::Shift>;

fn draw(area: &Area, rows: &[(String, [u32; 3])], most: u32) -> Result<(), Box<dyn std::error::Error>> {
    let label = TextStyle::from(("sans-serif", 13).into_font()).color(&RGBColor(40, 44, 52));
    let colors = [RGBColor(190, 40, 40), RGBColor(200, 130, 20), RGBColor(120, 140, 165)];
    let left = 190i32;
    let room = WIDTH as i32 - left - 40;
    for (index, (name, counts)) in rows.iter().enumerate() {
        let top = index as i32 * ROW as i32 + 6;
        area.draw(&Text::new(name.clone(), (4, top), label.clone()))?;
        let mut x = left;
        for (count, color) in counts.iter().zip(colors) {
            let width = (i64::from(room) * i64::from(*count) / i64::from(most)) as i32;
            if width > 0 {
                area.draw(&Rectangle::new([(x, top), (x + width, top + 15)], color.filled()))?;
            }
            x += width;
        }
        area.draw(&Text::new(counts.iter().sum::<u32>().to_string(), (x + 6, top), label.clone()))?;
    }
    area.present()?;
    Ok(())
}
