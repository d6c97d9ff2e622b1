use super::{ColumnKind, Table, read};
use crate::text::{Folded, Span};

fn tables(source: &str) -> Vec<(Table, String)> {
    let folded = Folded::new(source);
    let span = Span::new(0, folded.text().len());
    read(&folded, span).into_iter().map(|table| (table, folded.text().to_owned())).collect()
}

/// The table as text: heads joined by `/`, cells by `,`.
fn shown(source: &str) -> Vec<String> {
    tables(source)
        .iter()
        .map(|(table, text)| {
            let heads = table.columns.iter().map(|column| column.heads.iter().map(|head| head.of(text)).collect::<Vec<_>>().join("/"));
            let rows = table.rows.iter().map(|row| row.cells.iter().map(|cell| cell.span.of(text)).collect::<Vec<_>>().join(","));
            std::iter::once(heads.collect::<Vec<_>>().join(",")).chain(rows).collect::<Vec<_>>().join("; ")
        })
        .collect()
}

#[test]
fn markdown_and_bare_bars_and_tabs_are_rows() {
    let expected = ["类别,受理数,办结数; 甲类,12,10; 合计,12,10"];
    assert_eq!(shown("| 类别 | 受理数 | 办结数 |\n|---|---:|---:|\n| 甲类 | 12 | 10 |\n| 合计 | 12 | 10 |\n"), expected);
    assert_eq!(shown("类别 | 受理数 | 办结数 |\n甲类 | 12 | 10 |\n合 计 | 12 | 10 |\n"), expected);
    assert_eq!(shown("类别\t受理数\t办结数\n甲类\t12\t10\n合计\t12\t10\n"), expected);
}

#[test]
fn a_cell_a_line_is_a_table_where_the_rows_repeat() {
    let source = "序号\n\n方式\n\n数量\n\n比例\n\n1\n\n维持\n\n30\n\n75%\n\n2\n\n撤销\n\n10\n\n25%\n\n二、其他情况\n";
    assert_eq!(shown(source), ["序号,方式,数量,比例; 1,维持,30,75%; 2,撤销,10,25%"]);
    let barred = "月份 |\n热线 |\n平台 |\n1月 |\n20 |\n30 |\n2月 |\n25 |\n31 |\n";
    assert_eq!(shown(barred), ["月份,热线,平台; 1月,20,30; 2月,25,31"]);
    // Rows that do not repeat are not guessed.
    assert!(shown("甲\n乙\n12\n丙\n13\n14\n15\n丁\n16\n").is_empty());
}

#[test]
fn merged_cells_on_the_left_leave_rows_short() {
    let source = "类型 | 本月 | 上月 |\n总数 | 30 | 20 |\n多发事项 | 噪声 | 12 | 8 |\n占道 | 10 | 9 |\n";
    assert_eq!(shown(source), [",类型,本月,上月; ,总数,30,20; 多发事项,噪声,12,8; ,占道,10,9"]);
    let padded = "大类 |\n小类 |\n数量 |\n商品 |\n食品 |\n12 |\n服装 |\n8 |\n|\n服务 |\n餐饮 |\n5 |\n";
    assert_eq!(shown(padded), ["大类,小类,数量; 商品,食品,12; ,服装,8; 服务,餐饮,5"]);
}

#[test]
fn nested_heads_are_told_where_only_one_layout_fits() {
    let source = "单位 | 本月情况 | 上月完成数 | 增减 |\n任务数 | 完成数 | 完成率 | (件) | 幅度 |\n\
                  甲局 | 100 | 110 | 110.00% | 100 | 10 | 10.00% |\n乙局 | 200 | 150 | 75.00% | 200 | -50 | -25.00% |\n";
    assert_eq!(
        shown(source)[0].split(';').next(),
        Some("单位,本月情况/任务数,本月情况/完成数,本月情况/完成率,上月完成数,增减/(件),增减/幅度")
    );
}

#[test]
fn tables_side_by_side_are_stacked_or_apart() {
    let stacked = "单位 | 收案数 | 单位 | 收案数 |\n甲局 | 12 | 乙局 | 8 |\n丙局 | 5 | 合计 | 25 |\n";
    assert_eq!(shown(stacked), ["单位,收案数; 甲局,12; 丙局,5; 乙局,8; 合计,25"]);
    let apart = "来源 | 数量 | 类型 | 数量 |\n电话 | 12 | 咨询 | 15 |\n网站 | 8 | 投诉 | 5 |\n";
    assert_eq!(shown(apart), ["来源,数量; 电话,12; 网站,8", "类型,数量; 咨询,15; 投诉,5"]);
}

#[test]
fn codes_and_counters_are_no_figures() {
    let (table, _) = &tables("序号 | 单位 | 数量 |\n1 | 甲局 | 12 |\n2 | 乙局 | 8 |\n")[0];
    assert_eq!(
        table.columns.iter().map(|column| column.kind).collect::<Vec<_>>(),
        [ColumnKind::Index, ColumnKind::Words, ColumnKind::Amount]
    );
    assert_eq!(table.figures().count(), 2);
}

#[test]
fn lines_with_bars_and_no_numbers_are_prose() {
    assert!(shown("索引号: | 信息分类: | 其他 |\n发布机构: | 生成日期: | 公告 |\n").is_empty());
    assert!(shown("第一部分 | 概况\n本局职能\n").is_empty());
}

#[test]
fn rows_that_fit_no_column_are_counted() {
    let (table, _) = &tables("单位 | 甲 | 乙 | 丙 |\n一局 | 1 | 2 | 3 |\n二局 | 4 | 5 | 6 |\n三局 | 7 | 8 |\n")[0];
    assert_eq!((table.rows.len(), table.unread), (2, 1));
}
