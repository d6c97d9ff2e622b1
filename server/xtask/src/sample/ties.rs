//! Sentences whose figures are tied, and hold.

use fastrand::Rng;

/// What is handled, with its classifier.
const CASES: &[(&str, &str)] = &[
    ("行政复议案件", "件"),
    ("群众诉求", "件"),
    ("矛盾纠纷", "件"),
    ("法律援助案件", "件"),
    ("政务服务事项", "件"),
    ("公证事项", "件"),
    ("信访事项", "件"),
];

/// What is made up of parts.
const WHOLES: &[(&str, &str, [&str; 3])] = &[
    ("审查行政规范性文件", "件", ["农业类", "住建类", "民政类"]),
    ("评查执法案卷", "卷", ["优秀", "合格", "不合格"]),
    ("培训执法人员", "人次", ["市场监管", "应急管理", "自然资源"]),
    ("办理行政处罚案件", "件", ["简易程序", "普通程序", "移送其他单位"]),
    ("新办理经营主体登记", "户", ["企业", "个体工商户", "农民专业合作社"]),
];

/// What is compared with last year.
const COUNTS: &[(&str, &str)] =
    &[("开展普法宣传", "场次"), ("发放宣传资料", "份"), ("检查经营主体", "户"), ("出具法律意见书", "份"), ("开展联合抽查", "次")];

/// A sentence about a place.
pub(super) fn sentence(rng: &mut Rng, place: &str) -> String {
    match rng.u8(0..4) {
        0 => rate(rng, place),
        1 => partition(rng, place),
        2 => change(rng, place),
        _ => share(rng, place),
    }
}

fn rate(rng: &mut Rng, place: &str) -> String {
    let (case, unit) = *rng.choice(CASES).unwrap_or(&CASES[0]);
    let accepted = rng.u64(120..3000);
    let closed = accepted - rng.u64(0..accepted / 8);
    format!("{place}全年受理{case}{accepted}{unit}，办结{closed}{unit}，办结率{}%。", percent(closed, accepted))
}

fn partition(rng: &mut Rng, place: &str) -> String {
    let (deed, unit, names) = *rng.choice(WHOLES).unwrap_or(&WHOLES[0]);
    let parts = [rng.u64(20..900), rng.u64(20..400), rng.u64(3..90)];
    let [a, b, c] = names;
    let [x, y, z] = parts;
    format!("{place}全年{deed}{}{unit}，其中{a}{x}{unit}、{b}{y}{unit}、{c}{z}{unit}。", x + y + z)
}

fn change(rng: &mut Rng, place: &str) -> String {
    let (deed, unit) = *rng.choice(COUNTS).unwrap_or(&COUNTS[0]);
    let before = rng.u64(100..2000);
    let more = rng.u64(1..before / 2);
    format!("{place}全年{deed}{}{unit}，比上年的{before}{unit}增加{more}{unit}，增长{}%。", before + more, percent(more, before))
}

fn share(rng: &mut Rng, place: &str) -> String {
    let (case, unit) = *rng.choice(CASES).unwrap_or(&CASES[0]);
    let whole = rng.u64(200..4000);
    let part = rng.u64(10..whole / 2);
    format!("{place}全年办结{case}{whole}{unit}，其中网上办结{part}{unit}，占比{}%。", percent(part, whole))
}

/// A share in per cent, rounded to two places, without zeros at the end.
fn percent(part: u64, whole: u64) -> String {
    let hundredths = (part * 20_000 / whole).div_ceil(2);
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
