//! The keys of `hegao.toml`, in one table: what is checked, and what the JSON schema is made from.

/// What a value has to be.
#[derive(Clone, Copy, Debug)]
pub(super) enum Type {
    /// Any text.
    Text,
    /// `true` or `false`.
    Flag,
    /// One of some words.
    Choice(&'static [&'static str]),
    /// `2025`, `"2025"` or `"2025-H1"`.
    Period,
    /// A day, `"2025-03-01"`.
    Date,
    /// A text with something in it.
    Words,
    /// The address of a page.
    Page,
    /// A list of texts.
    Texts,
    /// A list of patterns for paths.
    Globs,
    /// A list of rules and families.
    Rules,
    /// Rules and families with their severity.
    Severities,
    /// A list of tables with these keys.
    Tables(&'static [Key]),
}

/// A key.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    pub(super) name: &'static str,
    pub(super) kind: Type,
    pub(super) required: bool,
    /// What it is for (Chinese, English).
    pub(super) about: [&'static str; 2],
}

const fn key(name: &'static str, kind: Type, zh: &'static str, en: &'static str) -> Key {
    Key { name, kind, required: false, about: [zh, en] }
}

const fn required(name: &'static str, kind: Type, zh: &'static str, en: &'static str) -> Key {
    Key { name, kind, required: true, about: [zh, en] }
}

/// The severities of `[rules]`.
pub(super) const SEVERITIES: &[&str] = &["off", "hint", "information", "warning", "error"];

/// The keys at the top of the file.
pub(super) const KEYS: &[Key] = &[
    key("profile", Type::Choice(PROFILES), "文种；不写则从标题判断", "The profile; read from the title where not given"),
    key("period", Type::Period, "报告时段，如 2025 或 \"2025-H1\"", "The period, such as 2025 or \"2025-H1\""),
    key("issuer", Type::Text, "发文机关全称", "The full name of the issuer"),
    key("lang", Type::Choice(&["zh", "en"]), "提示语言", "The language of messages"),
    key("dictionary", Type::Texts, "本地专名，引用和用语规则不标", "Local names that reference and wording rules leave alone"),
    key("exclude", Type::Globs, "完全不审核的文件", "Files that are not reviewed at all"),
    key("rules", Type::Severities, "规则或规则类别的级别，off 为关闭", "The severity of rules and families; off switches them off"),
    key("ignore", Type::Tables(IGNORE), "在部分文件中关闭的规则", "Rules that are off in some files"),
    key("references", Type::Tables(REFERENCES), "本地法规和文件", "Local regulations and documents"),
    key("rates", Type::Tables(RATES), "本地的率及其算法", "Local rates and how they are computed"),
    key("templates", Type::Tables(TEMPLATES), "本单位的段落模板", "Templates of your own"),
];

const PROFILES: &[&str] = &["annual-report", "half-year-report", "work-summary"];

const IGNORE: &[Key] = &[
    required("paths", Type::Globs, "文件，写法同 .gitignore", "The files, as in .gitignore"),
    required("rules", Type::Rules, "规则或规则类别", "Rules or families"),
    required("reason", Type::Words, "理由", "The reason"),
];

const REFERENCES: &[Key] = &[
    required("title", Type::Text, "全称，不带书名号", "The full title without 《》"),
    key("aliases", Type::Texts, "简称", "Other names"),
    key("number", Type::Text, "发文字号", "The document number"),
    key("issuer", Type::Text, "发文机关", "Who issued it"),
    key("promulgated", Type::Date, "印发或公布日期", "When it was issued"),
    key("from", Type::Date, "施行日期", "When it came into force"),
    key("to", Type::Date, "失效日期", "When it ceased to be in force"),
    key("replaced_by", Type::Text, "取代它的文件", "What replaced it"),
    key("url", Type::Page, "官方页面的网址，编辑器中可点击打开", "The address of its official page, which editors can open"),
];

const RATES: &[Key] = &[
    required("name", Type::Texts, "率的名称，如 调解成功率", "The names of the rate"),
    required("part", Type::Texts, "分子的说法", "Words for the part"),
    required("whole", Type::Texts, "分母的说法", "Words for the whole"),
    key("with", Type::Texts, "分母是分子与这些数之和", "The whole is the part with these added"),
    key("carry", Type::Flag, "分母可能含上年结转", "The whole may hold what was carried over"),
    key("sum", Type::Flag, "分子是所列各数之和", "The part is the sum of all figures that its words name"),
    required("example", Type::Text, "能读出并成立的例句", "A sentence in which it holds"),
];

const TEMPLATES: &[Key] = &[
    required("id", Type::Text, "编号，如 local/party", "The id"),
    required("name", Type::Text, "名称，补全时显示", "The name that completion shows"),
    key("heading", Type::Text, "标题，不带序号", "The heading without its number"),
    key("keywords", Type::Texts, "也可用来找到它的词", "Other words to find it by"),
    required(
        "text",
        Type::Text,
        "正文，{受理} 是数字，{会议…} 是文字，{A|B} 是选择",
        "The text: {受理} a figure, {会议…} words, {A|B} a choice",
    ),
    key("ties", Type::Texts, "数字之间的关系，如 办结率 = 办结 / 受理", "How its figures are tied, such as 办结率 = 办结 / 受理"),
];
