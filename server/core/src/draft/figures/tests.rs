use super::*;
use crate::text::Folded;

fn figures(text: &str) -> Vec<(String, String, Role)> {
    let folded = Folded::new(text);
    let span = Span::new(0, folded.text().len());
    let (figures, _) = read(&folded, span, &Outline::default(), &[]);
    let text = folded.text();
    figures.iter().map(|figure| (figure.span.of(text).to_owned(), figure.label(text).to_owned(), figure.role)).collect()
}

fn words(text: &str) -> Vec<String> {
    figures(text).into_iter().map(|(written, ..)| written).collect()
}

#[test]
fn figures_with_their_labels_and_roles() {
    let read = figures("全年共收到复议申请320件,受理298件,同比增长12.5%,增加33件;办结率98%,占总数的一成。");
    let expected = [
        ("320件", "收到复议申请", Role::Count),
        ("298件", "受理", Role::Count),
        ("12.5%", "同比增长", Role::Change),
        ("33件", "增加", Role::Delta),
        ("98%", "办结率", Role::Rate),
    ];
    for (figure, expected) in read.iter().zip(expected) {
        assert_eq!((figure.0.as_str(), figure.1.as_str(), figure.2), expected);
    }
}

#[test]
fn numbers_that_are_no_figures() {
    assert_eq!(
        words(
            "2023年3月5日,依据国办发〔2018〕37号和《2021-2025年规划》,“八五”普法、“1+N”机制、12345热线、5G网络,第三次会议,1至9月,电话0718-1234567。"
        ),
        Vec::<String>::new()
    );
    assert_eq!(words("1.强化统筹。完成12项。\n(2)办理30件。"), ["12项", "30件"]);
}

#[test]
fn a_label_may_follow_and_figures_may_touch() {
    let read = figures("受理案件97件134人,3件正在办理。");
    assert_eq!(read[1].0, "134人");
    assert_eq!(read[2].1, "正在办理");
}

#[test]
fn bounds_ranges_and_stray_blanks() {
    assert_eq!(words("处理50%以上,立案1 5起,每家3至5人,收集线索4 598条"), ["50%以上", "1 5起", "3至5人", "4 598条"]);
    assert_eq!(words("产业结构为7.6:44.8:47.6。"), ["7.6", "44.8", "47.6"]);
    assert_eq!(words("抓好七项重点工作,两家律所,组建3个小组,十余次"), ["七项", "两家", "3个", "十余次"]);
}

#[test]
fn brackets_may_nest_deeper_than_a_figure_tells() {
    let text = format!("{}受理12件{}，办结10件。", "（".repeat(300), "）".repeat(300));
    crate::Engine::new(crate::Settings::default()).review(&text);
}
