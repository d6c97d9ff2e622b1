//! A generator of drafts: headings, figures, tables, references, mixed scripts, soft breaks, every kind of line end.

use proptest::prelude::*;
use proptest::sample::select;

/// A draft as a list of paragraphs, written with a line end of one's choice.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) paragraphs: Vec<String>,
}

impl Draft {
    /// The text with a line end behind each paragraph.
    pub(crate) fn text(&self, end: &str) -> String {
        self.paragraphs.iter().map(|paragraph| paragraph.replace('\n', end) + end).collect()
    }
}

/// A count as drafts write it.
fn count() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => (0u32..3000).prop_map(|n| n.to_string()),
        1 => (1000u32..90_000).prop_map(|n| format!("{},{:03}", n / 1000, n % 1000)),
        1 => (1u32..99, 0u32..99).prop_map(|(a, b)| format!("{a}.{b:02}万")),
        1 => (0u32..3000).prop_map(|n| format!("{n}余")),
        1 => (1u32..900).prop_map(|n| n.to_string().chars().map(|c| char::from_u32(c as u32 + 0xFEE0).unwrap()).collect()),
        1 => select(vec!["三千余", "两", "百余", "十二", "近百", "0"]).prop_map(str::to_owned),
    ]
}

fn percent() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => (0u32..13_000).prop_map(|n| format!("{}.{:02}%", n / 100, n % 100)),
        1 => (0u32..110).prop_map(|n| format!("{n}％")),
        1 => select(vec!["百分之九十", "八成", "3‰", "百分之百"]).prop_map(str::to_owned),
    ]
}

fn sentence() -> impl Strategy<Value = String> {
    let case = select(vec!["行政复议案件", "行政应诉案件", "矛盾纠纷", "信访事项", "行政處罰案件", "法律援助案件"]);
    let unit = select(vec!["件", "起", "人次", "场", "个"]);
    prop_oneof![
        (case.clone(), count(), count(), percent(), unit.clone())
            .prop_map(|(case, a, b, p, u)| format!("全年受理{case}{a}{u}，办结{b}{u}，办结率{p}。")),
        (case.clone(), count(), count(), count(), unit.clone())
            .prop_map(|(case, a, b, c, u)| format!("办理{case}{a}{u}，其中：维持{b}{u}、其他{c}{u}。")),
        (case.clone(), count(), percent(), count(), unit.clone())
            .prop_map(|(case, a, p, b, u)| format!("{case}{a}{u}，同比增长{p}（上年{b}{u}）。")),
        (case, count(), count(), unit, count())
            .prop_map(|(case, a, b, u, c)| format!("上年结转{case}{a}{u}，新收{b}{u}，办结{c}{u}，未结{a}{u}。")),
        reference().prop_map(|reference| format!("认真贯彻{reference}，推进依法行政。")),
        select(vec![
            "截止6月底，法制宣传 有序 开展。",
            "联系人：张某，电话13800138000。",
            "出台xx制度，完善【】机制。",
            "会议讨论通过了《关于「放管服」改革的意见》。",
            "一是抓学习，二是强落实，三是重实效，以上四方面成效明显。",
            "附件：",
            "😀𠮷家庄法治宣传点👨‍👩‍👧建成。",
            "《未合上的书名，〈又一层。",
            "（（（括号不配对）。",
            "第一责任人切实履职,统筹 推进.",
        ])
        .prop_map(str::to_owned),
    ]
}

fn reference() -> impl Strategy<Value = String> {
    prop_oneof![
        select(vec![
            "《信访条例》",
            "《中华人民共和国行政处罚法》",
            "《法治政府建设实施纲要（2015—2020年）》",
            "《法治政府建设实施纲要（2021—2025年）》（以下简称《纲要》）",
            "《重大行政决策程序暂行条例》",
            "《中华人民共和国行政複議法》",
        ])
        .prop_map(str::to_owned),
        (
            select(vec!["国办发", "国发", "青政发"]),
            2010u32..2026,
            1u32..99,
            select(vec![("〔", "〕"), ("[", "]"), ("（", "）"), ("【", "】")])
        )
            .prop_map(|(code, year, number, (open, close))| format!("《关于加强执法工作的意见》（{code}{open}{year}{close}{number}号）")),
    ]
}

/// Sentences in one paragraph; now and then a blank or a line break stands inside, as in text copied from a page.
fn prose() -> impl Strategy<Value = String> {
    (prop::collection::vec(sentence(), 1..4), any::<prop::sample::Index>(), select(vec!["", "", "", " ", "\n", "\u{3000}", "\u{200B}"]))
        .prop_map(|(sentences, place, inside)| {
            let mut text = sentences.concat();
            let stops: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            text.insert_str(stops[place.index(stops.len())], inside);
            text
        })
}

fn heading() -> impl Strategy<Value = String> {
    let number = prop_oneof![
        select(vec!["一", "二", "三", "五"]).prop_map(|n| format!("{n}、")),
        select(vec!["一", "二", "四"]).prop_map(|n| format!("（{n}）")),
        (1u32..6).prop_map(|n| format!("{n}.")),
        Just("## ".to_owned()),
    ];
    let title = select(vec!["主要举措和成效", "存在的不足和原因", "党政主要负责人履行第一责任人职责情况", "下一步工作安排", "其他"]);
    (number, title).prop_map(|(number, title)| number + title)
}

fn table() -> impl Strategy<Value = String> {
    (2usize..4, prop::collection::vec(prop::collection::vec(count(), 3), 1..4)).prop_map(|(columns, rows)| {
        let line = |cells: &[String]| format!("| {} |", cells.join(" | "));
        let mut out = vec![line(&["项目".into(), "受理".into(), "办结".into(), "合计".into()][..=columns])];
        out.push(format!("|{}", " --- |".repeat(columns + 1)));
        for (index, row) in rows.iter().enumerate() {
            let mut cells = vec![["甲县", "乙区", "合计", "丙镇"][index].to_owned()];
            cells.extend(row.iter().take(columns).cloned());
            out.push(line(&cells));
        }
        out.join("\n")
    })
}

fn title() -> impl Strategy<Value = String> {
    (
        select(vec!["青岚市", "青岚市雁浦区", "雁浦区司法局", "青嵐市"]),
        2016u32..2026,
        select(vec!["年法治政府建设年度报告", "年上半年法治政府建设工作报告", "年依法行政工作总结", "年法治政府建设情况的报告"]),
    )
        .prop_map(|(place, year, kind)| format!("{place}{year}{kind}"))
}

/// A draft.
pub(crate) fn draft() -> impl Strategy<Value = Draft> {
    let block = prop_oneof![
        3 => heading(),
        6 => prose(),
        1 => table(),
        1 => select(vec!["<!-- 核稿忽略 arithmetic：已核 -->", "<!-- 核稿忽略开始 全部：已核 -->", "【核稿忽略 结束】", "【篇一】", "附件：", "", "青岚市人民政府", "2025年2月30日"])
            .prop_map(str::to_owned),
    ];
    (title(), prop::collection::vec(block, 0..10)).prop_map(|(title, blocks)| {
        let mut paragraphs = vec![title];
        paragraphs.extend(blocks);
        Draft { paragraphs }
    })
}
