//! Words that say how a figure stands to others: 其中, 占, 同比, 共, 分别 …, found in one pass over the text.

use crate::text::{Finder, Found, Span};
use std::sync::LazyLock;

/// What a word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Cue {
    /// 其中: what follows is part of what stood before.
    Among,
    /// 包括, 分为: what follows makes up what stood before.
    Include,
    /// 分别, 依次: values follow in the order of what stood before.
    Each,
    /// 共, 合计: all of something.
    Total,
    /// 两项合计: the sum of what stood before.
    Sum,
    /// 其余, 其他: what is left.
    Rest,
    /// 占: a share.
    Share,
    /// 同比, 较上年: compared with another period.
    Compare,
    /// 增长, 上升.
    Up,
    /// 下降, 减少.
    Down,
    /// 增至, 下降到: the new value follows.
    To,
    /// 由, 从: the old value follows.
    From,
    /// 持平.
    Flat,
    /// 平均, 人均: divided by a number.
    Mean,
    /// 力争, 计划: no fact.
    Target,
    /// 去年同期, 上年: another period's value follows.
    Before,
    /// 结转, 旧存: carried over from another period.
    Carry,
    /// 累计, 以来: over a longer time.
    Since,
    /// 率, 占比, 比重 and kin: the name of a quotient.
    Rate,
    /// 等: the list before it is not complete.
    Open,
    /// 贡献率, 年均, 可比价: a growth or quotient that the figures around do not give.
    Other,
    /// 均: all of them.
    All,
    /// 完成预算的, 完成计划的: a quotient against a plan.
    Against,
    /// 第…位, 排名: a rank.
    Rank,
}

const WORDS: &[(&str, Cue)] = &[
    ("其中", Cue::Among),
    ("包括", Cue::Include),
    ("包含", Cue::Include),
    ("分为", Cue::Include),
    ("分成", Cue::Include),
    ("涵盖", Cue::Include),
    ("分别", Cue::Each),
    ("依次", Cue::Each),
    ("共", Cue::Total),
    ("总", Cue::Total),
    ("全部", Cue::Total),
    ("公共", Cue::Open),
    ("共同", Cue::Open),
    ("共享", Cue::Open),
    ("合计", Cue::Sum),
    ("总计", Cue::Sum),
    ("共计", Cue::Total),
    ("其余", Cue::Rest),
    ("其他", Cue::Rest),
    ("其它", Cue::Rest),
    ("剩余", Cue::Rest),
    ("占", Cue::Share),
    ("占比", Cue::Share),
    ("比重", Cue::Share),
    ("占用", Cue::Open),
    ("占地", Cue::Open),
    ("同比", Cue::Compare),
    ("环比", Cue::Compare),
    ("较上", Cue::Compare),
    ("比上", Cue::Compare),
    ("较去年", Cue::Compare),
    ("比去年", Cue::Compare),
    ("较前", Cue::Compare),
    ("比前", Cue::Compare),
    ("较20", Cue::Compare),
    ("比20", Cue::Compare),
    ("比年初", Cue::Compare),
    ("较年初", Cue::Compare),
    ("相比", Cue::Compare),
    ("与上", Cue::Compare),
    ("与去年", Cue::Compare),
    ("增长", Cue::Up),
    ("增加值", Cue::Open),
    ("增加", Cue::Up),
    ("上升", Cue::Up),
    ("提高", Cue::Up),
    ("提升", Cue::Up),
    ("上涨", Cue::Up),
    ("增幅", Cue::Up),
    ("升幅", Cue::Up),
    ("涨幅", Cue::Up),
    ("增收", Cue::Up),
    ("增支", Cue::Up),
    ("增产", Cue::Up),
    ("多收", Cue::Up),
    ("净增", Cue::Up),
    ("下降", Cue::Down),
    ("减少量", Cue::Open),
    ("减少", Cue::Down),
    ("降低", Cue::Down),
    ("降幅", Cue::Down),
    ("下滑", Cue::Down),
    ("回落", Cue::Down),
    ("减收", Cue::Down),
    ("减支", Cue::Down),
    ("减产", Cue::Down),
    ("下跌", Cue::Down),
    ("压减", Cue::Down),
    ("缩短", Cue::Down),
    ("增至", Cue::To),
    ("升至", Cue::To),
    ("降至", Cue::To),
    ("增加至", Cue::To),
    ("增加到", Cue::To),
    ("增长至", Cue::To),
    ("增长到", Cue::To),
    ("上升至", Cue::To),
    ("上升到", Cue::To),
    ("提高至", Cue::To),
    ("提高到", Cue::To),
    ("提升至", Cue::To),
    ("提升到", Cue::To),
    ("下降至", Cue::To),
    ("下降到", Cue::To),
    ("减少至", Cue::To),
    ("减少到", Cue::To),
    ("降低至", Cue::To),
    ("降低到", Cue::To),
    ("降到", Cue::To),
    ("压减至", Cue::To),
    ("压减到", Cue::To),
    ("缩短至", Cue::To),
    ("缩短到", Cue::To),
    ("回落至", Cue::To),
    ("由", Cue::From),
    ("从", Cue::From),
    ("持平", Cue::Flat),
    ("平均", Cue::Mean),
    ("人均", Cue::Mean),
    ("户均", Cue::Mean),
    ("日均", Cue::Mean),
    ("月均", Cue::Mean),
    ("件均", Cue::Mean),
    ("案均", Cue::Mean),
    ("力争", Cue::Target),
    ("确保", Cue::Target),
    ("控制在", Cue::Target),
    ("目标", Cue::Target),
    ("预期", Cue::Target),
    ("拟", Cue::Target),
    ("不低于", Cue::Target),
    ("不少于", Cue::Target),
    ("不高于", Cue::Target),
    ("不超过", Cue::Target),
    ("下一步", Cue::Target),
    ("去年同期", Cue::Before),
    ("上年同期", Cue::Before),
    ("去年为", Cue::Before),
    ("上年为", Cue::Before),
    ("上月", Cue::Before),
    ("上年度", Cue::Before),
    ("结转", Cue::Carry),
    ("旧存", Cue::Carry),
    ("存案", Cue::Carry),
    ("遗留", Cue::Carry),
    ("上年未结", Cue::Carry),
    ("往年", Cue::Carry),
    ("新收", Cue::Carry),
    ("累计", Cue::Since),
    ("以来", Cue::Since),
    ("率", Cue::Rate),
    ("自然增长率", Cue::Rate),
    ("覆盖面", Cue::Rate),
    ("评查面", Cue::Rate),
    ("增长面", Cue::Rate),
    ("抽查面", Cue::Rate),
    ("等", Cue::Open),
    ("贡献率", Cue::Other),
    ("年均", Cue::Other),
    ("可比", Cue::Other),
    ("不变价", Cue::Other),
    ("同口径", Cue::Other),
    ("拉动", Cue::Other),
    ("实际增长", Cue::Other),
    ("名义", Cue::Other),
    ("均", Cue::All),
    ("完成预算", Cue::Against),
    ("完成年初预算", Cue::Against),
    ("完成全年预算", Cue::Against),
    ("完成调整预算", Cue::Against),
    ("为预算的", Cue::Against),
    ("为年初预算的", Cue::Against),
    ("为调整预算的", Cue::Against),
    ("完成全年目标", Cue::Against),
    ("完成年度目标", Cue::Against),
    ("完成目标", Cue::Against),
    ("完成年度计划", Cue::Against),
    ("完成计划", Cue::Against),
    ("排名", Cue::Rank),
    ("位居", Cue::Rank),
    ("位列", Cue::Rank),
    ("列第", Cue::Rank),
    ("居第", Cue::Rank),
];

static FINDER: LazyLock<Finder> = LazyLock::new(|| Finder::new(WORDS.iter().map(|(word, _)| word)));

/// A set of cues.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cues(u32);

impl Cues {
    /// Whether it holds a cue.
    pub fn has(self, cue: Cue) -> bool {
        self.0 & (1 << cue as u8) != 0
    }

    /// Whether it holds one of several.
    pub fn any(self, cues: &[Cue]) -> bool {
        cues.iter().any(|&cue| self.has(cue))
    }

    /// Adds a cue.
    pub fn insert(&mut self, cue: Cue) {
        self.0 |= 1 << cue as u8;
    }

    /// What is in one or the other.
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// A cue in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its word.
    pub span: Span,
    /// What it says.
    pub cue: Cue,
}

/// The cues of a part of the text in order.
pub fn find(text: &str, span: Span) -> impl Iterator<Item = Hit> + '_ {
    let base = span.start as usize;
    let found = FINDER.longest(span.of(text));
    found.map(move |Found { start, end, word }| Hit { span: Span::new(base + start, base + end), cue: WORDS[word].1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_wins() {
        let text = "同比增加到12件,占比上升,公共服务";
        let cues: Vec<_> = find(text, Span::new(0, text.len())).map(|hit| hit.cue).collect();
        assert_eq!(cues, [Cue::Compare, Cue::To, Cue::Share, Cue::Up, Cue::Open]);
    }
}
