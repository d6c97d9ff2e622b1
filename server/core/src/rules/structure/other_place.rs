use super::profile;
use super::sample::sample;
use crate::rules::{Context, Report, Rule};
use crate::text::{Finder, Span, is_han};
use crate::{Severity, say};
use std::sync::LazyLock;

/// Another county speaks where the issuer should.
pub(super) static OTHER_PLACE: Rule = Rule {
    id: "structure/other-place",
    severity: Severity::Warning,
    what: ["正文里以另一个县的名义写工作，疑为他县文稿的残留。", "The body speaks in the name of another county: left from its report?"],
    why: [
        "报告写本机关的工作。以同级的另一县作主语、印发另一县的文件、“结合”另一县的实际，只会是套用他县文稿时漏改；学习考察、联合协作等语境不报。",
        "A report is on the issuer's own work. Another county as its subject, as the maker of its documents, can only be left from that county's text. Visits and joint work are left alone.",
    ],
    bad: sample!(tail: "结合白水县实际，印发《白水县行政执法监督办法》。\n\n青山县人民政府\n2024年2月20日\n"),
    good: sample!(tail: "赴白水县学习考察，与白水县司法局建立协作机制。\n\n青山县人民政府\n2024年2月20日\n"),
    check,
};

/// Ends of the names of counties; 区 also ends zones, wards and kinds of ground.
const COUNTY: [char; 2] = ['县', '旗'];

/// Words directly in front of a place that is the writer's own.
const OWN: [&str; 16] = [
    "结合",
    "立足",
    "推动",
    "推进",
    "全面推进",
    "提升",
    "加快",
    "建设",
    "印发《",
    "制定《",
    "出台《",
    "印发了《",
    "制定了《",
    "出台了《",
    "制定出台《",
    "研究制定《",
];

/// What follows a place behind a verb of [`OWN`] that is not a title.
const OWN_MATTERS: [&str; 6] = ["实际", "法治", "依法", "政府职能", "行政执法", "优化营商"];

/// Organs that are the subject of a sentence.
const ORGANS: [&str; 7] = ["人民政府", "政府", "委、县政府", "委依法治县", "司法局", "委全面依法治县", "依法行政"];

/// Characters that stand in no name of a county.
const GENERAL: [char; 26] = [
    '全', '我', '各', '本', '该', '市', '省', '区', '州', '乡', '镇', '某', '的', '在', '和', '级', '治', '法', '强', '大', '小', '美',
    '新', '老', '贫', '富',
];

/// Words of a sentence that tells of another place.
const ELSEWHERE: [&str; 28] = [
    "学习", "考察", "交流", "调研", "协作", "联合", "合作", "共建", "互", "毗邻", "相邻", "接壤", "周边", "跨", "对口", "支援", "帮扶",
    "结对", "异地", "移送", "来访", "来我", "赴", "借鉴", "会同", "原", "合并", "案",
];

static ELSEWHERE_NAMED: LazyLock<Finder> = LazyLock::new(|| Finder::new(ELSEWHERE));

fn check(cx: &mut Context) {
    let (Some(_), Some(issuer)) = (profile(cx), &cx.draft.meta.issuer) else { return };
    let text = cx.text();
    let in_title = cx.draft.meta.title.is_some_and(|title| title.of(text).contains(issuer.name.as_str()));
    // Only a county that the title names is certainly the writer's own; 我县 may be any.
    let Some(own) = county(&issuer.name).filter(|_| in_title) else { return };
    let (name, stem) = (issuer.name.clone(), own.trim_end_matches(COUNTY).to_owned());
    let lang = cx.lang();
    let base = cx.draft.span.start as usize;
    let found: Vec<(Span, String)> = {
        let words = cx.draft.span.of(text);
        let body = &words[..(cx.draft.meta.body_end as usize).saturating_sub(base).min(words.len())];
        let places = COUNTY.iter().flat_map(|end| cx.places(end.encode_utf8(&mut [0; 4]))).filter(|&at| at < body.len());
        places
            .filter_map(|at| foreign(body, at))
            .filter(|(_, other)| !name.contains(other.trim_end_matches(COUNTY)) && !other.contains(&stem))
            .collect()
    };
    let mut told: Vec<&str> = Vec::new();
    for (span, other) in &found {
        if told.contains(&other.as_str()) {
            continue;
        }
        told.push(other);
        let message = say!(
            lang,
            "报告机关是“{name}”，这里以“{other}”的名义写，疑为他县文稿残留",
            "The report is by “{name}”, this speaks for “{other}”: left from its report?"
        );
        let at = |span: Span| Span::new(base + span.start as usize, base + span.end as usize);
        let mut report = Report::new(at(*span), message);
        for (place, _) in found.iter().filter(|(place, same)| same == other && place != span) {
            report = report.related(at(*place), say!(lang, "另一处", "Another place"));
        }
        cx.report(&OTHER_PLACE, report);
    }
}

/// The county in the name of a body: 白水市青山县人民政府.
fn county(name: &str) -> Option<&str> {
    let end = name.rfind(COUNTY)?;
    let head = &name[..end];
    let from = head.rfind(['省', '市', '州', '盟', '区']).map_or(0, |at| at + '市'.len_utf8());
    let own = &name[from..end + '县'.len_utf8()];
    (3..=8).contains(&own.chars().count()).then_some(own)
}

/// The county whose name ends at a place, where the words around speak in its name.
fn foreign(text: &str, at: usize) -> Option<(Span, String)> {
    let end = at + '县'.len_utf8();
    let (head, after) = (&text[..at], &text[end..]);
    // 全县, 我县, 各乡镇县 and the like name no county.
    if head.ends_with(GENERAL) {
        return None;
    }
    let sentence_from = head.rfind(['。', '\n', ';']).map_or(0, |at| at + head[at..].chars().next().map_or(1, char::len_utf8));
    let clause_from = sentence_from
        + text[sentence_from..at]
            .rfind([',', '、', ':', '“', '(', ' '])
            .map_or(0, |at| at + text[sentence_from + at..].chars().next().map_or(1, char::len_utf8));
    let before = &text[clause_from..at];
    let verb = OWN.iter().filter(|verb| before.contains(**verb)).max_by_key(|verb| before.rfind(**verb).map(|at| at + verb.len()));
    let from = match verb {
        Some(verb) => {
            let from = clause_from + before.rfind(verb)? + verb.len();
            let titled = verb.ends_with('《');
            (titled || OWN_MATTERS.iter().any(|matter| after.starts_with(matter))).then_some(from)?
        }
        // The subject of the sentence: its first word, and an organ or 将 behind it.
        None => (clause_from == sentence_from && ORGANS.iter().any(|organ| after.starts_with(organ))).then_some(clause_from)?,
    };
    let stem = &text[from..at];
    let plain = (2..=3).contains(&stem.chars().count()) && stem.chars().all(is_han);
    if !plain || stem.contains(GENERAL) {
        return None;
    }
    let sentence = &text[sentence_from..end + after.find(['。', '\n', ';']).unwrap_or(after.len())];
    let elsewhere = ELSEWHERE_NAMED.any(sentence);
    (!elsewhere).then(|| (Span::new(from, end), text[from..end].to_owned()))
}

#[cfg(test)]
mod tests {
    use crate::{Engine, Settings};

    fn told(title: &str, sentence: &str) -> bool {
        let text = format!("{title}\n一、主要举措和成效\n（一）工作推进\n{sentence}\n");
        Engine::new(Settings::default()).review(&text).findings.iter().any(|finding| finding.rule == "structure/other-place")
    }

    #[test]
    fn only_what_speaks_in_another_countys_name_is_told() {
        let own = "青禾县2023年法治政府建设情况报告";
        for sentence in [
            "结合丰泽县实际，制定年度工作要点。",
            "印发《丰泽县行政执法监督办法》，规范执法。",
            "丰泽县人民政府常务会议听取汇报4次。",
            "推进丰泽县法治政府建设再上新台阶。",
        ] {
            assert!(told(own, sentence), "{sentence}");
            assert!(told("青禾县司法局2023年法治政府建设情况报告", sentence), "{sentence}");
        }
        for sentence in [
            "赴丰泽县学习考察2次。",
            "与丰泽县司法局建立执法协作机制。",
            "丰泽县人民政府与我县签订跨区域协作协议。",
            "结合全县实际，印发《青禾县行政执法监督办法》。",
            "丰泽县人民法院异地管辖行政案件12件。",
            "获评全国法治政府建设示范县，建设法治强县。",
            "推进依法治县法治建设。",
            "对标丰泽县经验做法。",
        ] {
            assert!(!told(own, sentence), "{sentence}");
        }
        // A city speaks of its counties.
        assert!(!told("某阳市2023年法治政府建设情况报告", "印发《丰泽县行政执法监督办法》，规范执法。"));
        assert!(!told("某阳市青禾县2023年法治政府建设情况报告", "结合青禾县实际，制定年度工作要点。"));
    }
}
