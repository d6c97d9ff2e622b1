//! A whole report for the examples of rules that need one.

/// A yearly report in which one part may be replaced.
macro_rules! sample {
    (measures: $measures:literal) => { sample!($measures, "二、存在的不足和原因\n一是基层执法人员不足，原因是编制偏紧。二是法治宣传形式不够丰富，原因是投入不够。\n", "三", "四、2024年主要安排", "青山县人民政府\n2024年2月20日\n") };
    (problems: $problems:literal) => { sample!("一、2023年推进法治政府建设的主要举措和成效", $problems, "三", "四、2024年主要安排", "青山县人民政府\n2024年2月20日\n") };
    (leaders: $number:literal) => { sample!("一、2023年推进法治政府建设的主要举措和成效", "二、存在的不足和原因\n一是基层执法人员不足，原因是编制偏紧。二是法治宣传形式不够丰富，原因是投入不够。\n", $number, "四、2024年主要安排", "青山县人民政府\n2024年2月20日\n") };
    (plan: $plan:literal) => { sample!("一、2023年推进法治政府建设的主要举措和成效", "二、存在的不足和原因\n一是基层执法人员不足，原因是编制偏紧。二是法治宣传形式不够丰富，原因是投入不够。\n", "三", $plan, "青山县人民政府\n2024年2月20日\n") };
    (tail: $tail:literal) => { sample!("一、2023年推进法治政府建设的主要举措和成效", "二、存在的不足和原因\n一是基层执法人员不足，原因是编制偏紧。二是法治宣传形式不够丰富，原因是投入不够。\n", "三", "四、2024年主要安排", $tail) };
    ($measures:literal, $problems:literal, $number:literal, $plan:literal, $tail:literal) => {
        concat!(
            "青山县人民政府2023年度法治政府建设情况报告\n2023年，全县扎实推进法治政府建设。现将2023年度有关情况报告如下：\n",
            $measures,
            "\n健全重大行政决策程序，规范行政执法行为，依法办理行政复议案件，各项工作取得新的进展，依法行政水平进一步提高。\n",
            $problems,
            $number,
            "、党政主要负责人履行推进法治建设第一责任人职责情况\n县政府主要负责人专题听取工作汇报，研究解决重点难点，带头学法用法，推动各项任务落实到位。\n",
            $plan,
            "\n加强行政执法监督，完善行政复议工作机制，开展法治宣传教育，推动基层法治建设取得更大成效。\n",
            $tail,
        )
    };
}

pub(crate) use sample;
