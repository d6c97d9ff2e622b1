use super::super::Verdict;
use crate::{Engine, Review, Settings};

fn review(source: &str) -> Review {
    Engine::new(Settings::default()).review(source)
}

/// The relations of a text: kind, verdict, formula, and what a broken one would have to say.
fn relations(source: &str) -> Vec<String> {
    let review = review(source);
    let shown = review.relations().map(|relation| {
        let culprit = relation.operands[relation.culprit].span.of(source);
        let fix = relation.expected.as_ref().map_or(String::new(), |value| format!(" ({culprit}: {value})"));
        format!("{} {:?} {}{fix}", relation.kind.name(), relation.verdict, relation.formula)
    });
    let mut shown: Vec<String> = shown.collect();
    shown.sort();
    shown
}

fn broken(source: &str) -> Vec<String> {
    relations(source).into_iter().filter(|relation| relation.contains("Broken")).collect()
}

#[test]
fn a_total_row_is_the_sum_of_its_rows() {
    assert_eq!(
        relations("单位 | 受理 | 办结 |\n甲局 | 12 | 10 |\n乙局 | 8 | 7 |\n合 计 | 20 | 17 |\n"),
        ["partition Holds 10 + 7 = 17", "partition Holds 12 + 8 = 20"]
    );
    assert_eq!(
        broken("单位 | 受理 | 办结 |\n甲局 | 12 | 10 |\n乙局 | 8 | 7 |\n合计 | 20 | 18 |\n"),
        ["partition Broken 10 + 7 = 17 (18: 17)"]
    );
    // Subtotals stand for their rows.
    assert!(broken("单位 | 数量 |\n甲局 | 12 |\n乙局 | 8 |\n小计 | 20 |\n丙镇 | 5 |\n丁镇 | 6 |\n小计 | 11 |\n总计 | 31 |\n").is_empty());
    // Parts named apart are not added again.
    assert!(broken("单位 | 数量 |\n甲局 | 12 |\n其中:网上 | 4 |\n乙局 | 8 |\n合计 | 20 |\n").is_empty());
}

#[test]
fn a_table_whose_rows_are_no_parts_is_left_alone() {
    let source = "项目 | 甲 | 乙 | 丙 |\n总人数 | 90 | 80 | 70 |\n男 | 50 | 50 | 40 |\n女 | 40 | 30 | 30 |\n合计 | 90 | 80 | 70 |\n";
    assert!(broken(source).is_empty());
    assert!(review(source).relations().any(|relation| relation.verdict == Verdict::Unsure));
}

#[test]
fn a_total_column_is_the_sum_of_the_columns_beside_it() {
    let table = |last: &str| {
        format!(
            "单位 | 投诉 | 举报 | 受理总数 | 办结 |\n甲局 | 12 | 3 | 15 | 9 |\n乙局 | 20 | 7 | 27 | 20 |\n丙局 | 8 | 1 | {last} | 8 |\n"
        )
    };
    assert_eq!(relations(&table("9")).len(), 3);
    assert_eq!(broken(&table("10")), ["partition Broken 8 + 1 = 9 (10: 9)"]);
    let first = "科目 | 合计 | 基本支出 | 项目支出 |\n甲类 | 30 | 20 | 10 |\n乙类 | 45 | 25 | 20 |\n丙类 | 7 | 5 | 2 |\n";
    assert_eq!(relations(first).iter().filter(|relation| relation.starts_with("partition Holds")).count(), 3);
}

#[test]
fn numbered_rows_are_summed_by_level_and_balanced() {
    let table = |carried: &str| {
        format!(
            "事项 | 个人 | 单位 | 总计\n一、本年新收申请数量 | 30 | 5 | 35\n二、上年结转申请数量 | 2 | 1 | 3\n三、办理结果 | (一)予以公开 | 10 | 2 | 12\n\
             (二)不予公开 | 1.国家秘密 | 4 | 0 | 4\n2.其他 | 6 | 1 | 7\n(三)无法提供 | 8 | 1 | 9\n(四)总计 | 28 | 4 | 32\n四、结转下年度继续办理 | 4 | 2 | {carried}\n"
        )
    };
    let good = relations(&table("6"));
    assert_eq!(good.iter().filter(|relation| relation.starts_with("balance Holds")).count(), 3);
    assert!(good.iter().any(|relation| relation == "partition Holds 10 + 4 + 6 + 8 = 28"));
    assert!(good.iter().all(|relation| !relation.contains("Broken")));
    // The row and the balance both point at the cell.
    assert_eq!(broken(&table("7")).len(), 2);
}

#[test]
fn a_wrong_part_is_named_where_row_and_column_agree() {
    let source = "单位 | 投诉 | 举报 | 合计 |\n甲局 | 12 | 3 | 15 |\n乙局 | 29 | 7 | 27 |\n丙局 | 8 | 1 | 9 |\n合计 | 40 | 11 | 51 |\n";
    let broken = broken(source);
    assert_eq!(broken.len(), 2);
    assert!(broken.iter().all(|relation| relation.contains("(29: 20)")), "{broken:?}");
}

#[test]
fn changes_in_columns() {
    let table = |last: &str| {
        format!("类型 | 本月(件) | 上月(件) | 环比(%) |\n甲 | 110 | 100 | ↑10.00% |\n乙 | 90 | 120 | ↓25.00% |\n丙 | 66 | 60 | {last} |\n")
    };
    assert_eq!(relations(&table("↑10.00%")).len(), 3);
    assert_eq!(broken(&table("↓10.00%")).len(), 1);
    assert_eq!(broken(&table("↑9.10%")), ["change Broken (66 - 60) ÷ 60 = 10.00% (↑9.10%: ↑10.00%)"]);
    let amounts = "类别 | 本月 | 上月 | 增减 |\n甲 | 14 | 16 | -2 |\n乙 | 36 | 35 | 1 |\n丙 | 23 | 31 | -9 |\n";
    assert_eq!(broken(amounts), ["change Broken 23 - 31 = -8 (-9: -8)"]);
}

#[test]
fn rates_in_columns() {
    let table = |last: &str| {
        format!("单位 | 任务数 | 完成数 | 完成率 |\n甲 | 200 | 150 | 75.00% |\n乙 | 300 | 100 | 33.33% |\n丙 | 400 | 100 | {last} |\n")
    };
    assert_eq!(relations(&table("25.00%")).len(), 3);
    assert_eq!(broken(&table("26.00%")), ["rate Broken 100 ÷ 400 = 25.00% (26.00%: 25.00%)"]);
    // Cut off instead of rounded is no error.
    let cut = "单位 | 任务数 | 完成数 | 完成率 |\n甲 | 200 | 150 | 75.00% |\n乙 | 300 | 100 | 33.33% |\n丙 | 300 | 200 | 66.66% |\n";
    assert!(relations(cut).iter().any(|relation| relation.starts_with("rate Rounding")));
}

#[test]
fn shares_of_the_total_row_or_of_a_figure_that_spans_the_rows() {
    let table = "类型 | 数量 | 占比 |\n甲 | 30 | 30.0% |\n乙 | 50 | 51.0% |\n丙 | 20 | 20.0% |\n合计 | 100 | 100% |\n";
    assert_eq!(broken(table), ["share Broken 50 ÷ 100 = 50.0% (51.0%: 50.0%)"]);
    let spanning = "总量 |\n来源 |\n数量 |\n占比 |\n200 |\n电话 |\n120 |\n60.0% |\n网站 |\n50 |\n25.0% |\n|\n来信 |\n30 |\n15.0% |\n|\n";
    assert_eq!(relations(spanning).iter().filter(|relation| relation.starts_with("share Holds")).count(), 3);
    assert!(relations(spanning).contains(&"partition Holds 120 + 50 + 30 = 200".to_owned()));
}

#[test]
fn a_long_table_takes_time_in_proportion() {
    let row = "甲局 | 12 | 3 | 15 |\n";
    let source = format!("单位 | 投诉 | 举报 | 合计 |\n{}", row.repeat(2_000));
    assert_eq!(review(&source).relations().count(), 2_000);
}

#[test]
fn shares_of_a_figure_that_only_the_text_gives() {
    let source = "全年受理投诉400件,其中商品类240件。前三类如下表:\n类别 | 数量 | 占商品类比 |\n食品 | 96 | 40.00% |\n服装 | 60 | 25.00% |\n家具 | 36 | 15.00% |\n家电 | 12 | 6.00% |\n";
    assert_eq!(broken(source), ["share Broken 12 ÷ 240 = 5.00% (6.00%: 5.00%)"]);
}

#[test]
fn a_total_that_the_text_gives_too() {
    let source = |closed: u32| {
        format!(
            "全年投诉量为40件,举报量为60件,办结数量为{closed}件。\n单位 | 投诉数量 | 举报数量 | 办结件数 |\n甲局 | 18 | 20 | 30 |\n乙局 | 22 | 40 | 58 |\n合计 | 40 | 60 | 88 |\n"
        )
    };
    assert_eq!(relations(&source(88)).iter().filter(|relation| relation.starts_with("same Holds")).count(), 3);
    assert_eq!(broken(&source(86)), ["same Broken 88 = 86"]);
}
