//! Every place that a review names lies on character boundaries within the text.

use hegao_core::Review;
use hegao_core::text::{Encoding, LineIndex, Span};

/// Every span of a review in its own text, with what it belongs to.
pub fn all(review: &Review) -> Vec<(&'static str, Span)> {
    let mut spans = Vec::new();
    let suppressed = review.suppressed.iter().map(|entry| &entry.finding);
    for finding in review.findings.iter().chain(suppressed) {
        spans.push((finding.rule, finding.span));
        let here = finding.related.iter().filter(|related| related.path.is_none());
        spans.extend(here.map(|related| (finding.rule, related.span)));
        spans.extend(finding.fix.iter().flat_map(|fix| &fix.edits).map(|edit| (finding.rule, edit.span)));
    }
    spans.extend(review.suppressed.iter().map(|entry| ("comment", entry.comment)));
    for draft in &review.drafts {
        spans.push(("draft", draft.span));
        spans.extend(draft.title.map(|span| ("title", span)));
        spans.extend(draft.date_line.map(|(_, span)| ("date line", span)));
        for heading in &draft.outline {
            spans.extend([("marker", heading.marker), ("heading", heading.title), ("section", heading.section)]);
        }
        for item in &draft.mandated {
            spans.extend(item.span.map(|span| ("mandated", span)));
            spans.extend(item.insert_at.map(|at| ("insertion", Span::at(at as usize))));
        }
        spans.extend(draft.figures.iter().map(|figure| ("figure", figure.span)));
        spans.extend(draft.relations.iter().flat_map(|relation| &relation.operands).map(|operand| ("operand", operand.span)));
        spans.extend(draft.references.iter().map(|reference| ("reference", reference.span)));
    }
    spans
}

/// Every span in last year's report that a review leads to, with the rule that does.
pub fn elsewhere(review: &Review) -> Vec<(&'static str, Span)> {
    let related = review.findings.iter().flat_map(|finding| finding.related.iter().map(|related| (finding.rule, related)));
    related.filter(|(_, related)| related.path.is_some()).map(|(rule, related)| (rule, related.span)).collect()
}

/// Checks one span against its text, and that its ends survive the way to lines and columns and back in every encoding.
pub fn check(text: &str, lines: &LineIndex, what: &str, span: Span) {
    assert!(span.start <= span.end, "{what}: {span:?} ends before it starts");
    assert!(text.get(span.range()).is_some(), "{what}: {span:?} does not fit a text of {} bytes", text.len());
    for offset in [span.start as usize, span.end as usize] {
        let inside = text[..offset].ends_with('\r') && text[offset..].starts_with('\n');
        // Inside a CRLF the place is that of the line's end.
        let wanted = offset - usize::from(inside);
        for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
            let position = lines.position(text, offset, encoding);
            assert_eq!(lines.offset(text, position, encoding), wanted, "{what}: {offset} as {position:?} in {encoding:?}");
        }
    }
}

/// Checks every span of a review.
pub fn check_all(text: &str, review: &Review) {
    let lines = LineIndex::new(text);
    let mut spans = all(review);
    // Many stand for several things: an operand is a figure, and one figure is an operand of several relations.
    spans.sort_by_key(|&(_, span)| span);
    spans.dedup_by_key(|&mut (_, span)| span);
    for (what, span) in spans {
        check(text, &lines, what, span);
    }
}
