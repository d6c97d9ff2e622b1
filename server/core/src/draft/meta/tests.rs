use crate::{DraftReview, Engine, Settings};

fn read(source: &str) -> (DraftReview, String) {
    let review = Engine::new(Settings::default()).review(source);
    let draft = review.drafts.into_iter().next().unwrap();
    let title = draft.title.map(|span| span.of(source).to_owned()).unwrap_or_default();
    (draft, title)
}

/// Profile, period, issuer, kind, title.
fn facts(source: &str) -> [String; 5] {
    let (draft, title) = read(source);
    let (name, kind) = draft.issuer.map(|issuer| (issuer.name, format!("{:?}", issuer.kind))).unwrap_or_default();
    [draft.profile.unwrap_or_default(), draft.period.map(|period| period.to_string()).unwrap_or_default(), name, kind, title]
}

#[test]
fn titles_with_what_surrounds_them() {
    for (source, wanted) in [
        (
            "青山县人民政府2023年度法治政府建设工作情况报告\n2023年，全县推进依法行政。\n一、主要举措和成效\n甲。",
            ["annual-report", "2023", "青山县人民政府", "Some(County)", "青山县人民政府2023年度法治政府建设工作情况报告"],
        ),
        (
            "青山市2022年上半年法治政府建设工作报告 发布日期：2022-08-01 字号：[ ]\n\n一、主要举措\n甲。",
            ["half-year-report", "2022-H1", "青山市", "Some(City)", "青山市2022年上半年法治政府建设工作报告"],
        ),
        (
            "03.05 清河园区管理委员会关于2019年法治政府建设情况的报告\n\n一、主要举措\n甲。",
            ["annual-report", "2019", "清河园区管理委员会", "Some(Zone)", "清河园区管理委员会关于2019年法治政府建设情况的报告"],
        ),
        (
            "清河县司法局\n关于二〇二一年度法治政府建设情况的报告\n\n一、主要举措\n甲。",
            ["annual-report", "2021", "清河县司法局", "Some(Department)", "清河县司法局\n关于二〇二一年度法治政府建设情况的报告"],
        ),
        (
            "2022年柳树街道法治政府建设年度报告\n一、主要举措\n甲。",
            ["annual-report", "2022", "柳树街道", "Some(Subdistrict)", "2022年柳树街道法治政府建设年度报告"],
        ),
    ] {
        assert_eq!(facts(source), wanted);
    }
}

#[test]
fn other_documents_have_no_profile() {
    for source in [
        "青山县2024年政府工作报告\n一、2023年工作回顾\n推进法治政府建设。",
        "青山县2023年国民经济和社会发展统计公报\n一、综合\n甲。",
        "日前发布的法治政府建设年度报告显示，全年办结案件10件。",
        "",
    ] {
        assert_eq!(read(source).0.profile, None);
    }
}

#[test]
fn a_report_without_a_title() {
    let source = "2020年，我区推进法治政府建设，法治政府建设取得进展，落实法治政府建设部署，依法行政水平提高。\n一、法治政府建设落实情况\n甲。\n二、存在问题\n乙。\n三、下步工作计划\n丙。\n主办：清河市高新技术开发区 技术支持：某公司";
    assert_eq!(facts(source), ["annual-report", "2020", "清河市高新技术开发区", "Some(Zone)", ""]);
}

#[test]
fn signature_and_date_line() {
    let source = "青山县2023年法治政府建设情况报告\n一、主要举措\n甲。\n\n青山县人民政府\n二〇二四年二月二十八日\n分享到：";
    let (draft, _) = read(source);
    let (date, span) = draft.date_line.unwrap();
    assert_eq!((date.to_string().as_str(), span.of(source)), ("2024-02-28", "二〇二四年二月二十八日"));
    assert_eq!(draft.outline[0].section.of(source).trim_end(), "一、主要举措\n甲。");
}

#[test]
fn the_body_decides_against_a_title_left_from_last_year() {
    let source = "青山县2022年法治政府建设情况报告\n2023年，全县推进依法行政，2023年办结案件，2023年开展培训，取得新的进展和新的成效，各项任务全面完成。\n一、2023年主要举措和成效\n2023年修订。\n二、2024年安排\n甲。";
    assert_eq!(facts(source)[1], "2023");
}

#[test]
fn several_drafts_in_one_file() {
    let body = "各单位按照要求开展自查并逐项整改到位。".repeat(60);
    let source = format!("2018年依法行政工作总结二篇\n【篇一】\n一、做法\n{body}\n【篇二】\n一、情况\n{body}");
    let drafts = Engine::new(Settings::default()).review(&source).drafts;
    assert_eq!(drafts.len(), 2);
    assert!(drafts.iter().all(|draft| draft.profile.as_deref() == Some("work-summary")));
    let source = format!("青山县2021年法治政府建设情况报告\n一、做法\n{body}\n青山县2022年法治政府建设情况报告\n一、情况\n{body}");
    let periods: Vec<_> = Engine::new(Settings::default()).review(&source).drafts.iter().map(|draft| draft.period.unwrap().year).collect();
    assert_eq!(periods, [2021, 2022]);
}

#[test]
fn the_settings_win() {
    let settings = Settings {
        profile: Some("annual-report".into()),
        period: "2021".parse().ok(),
        issuer: Some("柳树镇人民政府".into()),
        ..Settings::default()
    };
    let draft = Engine::new(settings).review("工作情况\n一、做法").drafts.remove(0);
    assert_eq!((draft.profile.as_deref(), draft.period.map(|period| period.year)), (Some("annual-report"), Some(2021)));
    assert_eq!(draft.issuer.and_then(|issuer| issuer.kind), Some(crate::catalogue::IssuerKind::Township));
}

#[test]
fn short_drafts_behind_each_others_date_lines_have_their_own_periods() {
    let draft = |year: u16| {
        format!(
            "青禾县{year}年法治政府建设情况报告\n\n一、{year}年主要举措和成效\n执行《合同法》审查合同。{}\n二、存在的不足和原因\n乙。\n\n青禾县人民政府\n{}年2月20日\n",
            "规范行政执法行为，依法办理行政复议案件。".repeat(4),
            year + 1
        )
    };
    let text = [draft(2019), draft(2023)].join("\n");
    let review = Engine::new(Settings::default()).review(&text);
    let periods: Vec<_> = review.drafts.iter().filter_map(|draft| draft.period).map(|period| period.year).collect();
    assert_eq!(periods, [2019, 2023]);
    let over: Vec<_> = review.findings.iter().filter(|finding| finding.rule == "reference/superseded").collect();
    assert_eq!(over.len(), 1, "{over:?}");
    assert!(over[0].span.start as usize > text.rfind("青禾县2023年").unwrap());
    // Links to other reports with their dates are no drafts.
    let links =
        format!("{}\n青禾县2022年法治政府建设情况报告\n2023年3月1日\n青禾县2021年法治政府建设情况报告\n2022年3月1日\n", draft(2023));
    assert_eq!(Engine::new(Settings::default()).review(&links).drafts.len(), 1);
}
