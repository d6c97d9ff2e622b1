use super::{Known, Renderer, SHIPPED, Style, TemplateKind, Templates, Text, parse};
use crate::Settings;
use crate::catalogue::IssuerKind;

fn render(text: &str, style: Style) -> String {
    let templates = Templates::load(&Settings::default());
    let mut renderer = Renderer::new(&templates, Known { year: Some(2025), ..Known::default() }, style);
    renderer.text(&Text::parse(text).expect("a text"));
    renderer.finish()
}

#[test]
fn every_shipped_row_can_be_read() {
    for text in SHIPPED {
        let rows = parse(text).unwrap_or_else(|error| panic!("{error}"));
        assert!(!rows.is_empty());
    }
}

#[test]
fn includes_lead_somewhere_in_every_year() {
    let templates = Templates::load(&Settings::default());
    for row in templates.all() {
        for piece in &row.text.pieces {
            if let super::syntax::Piece::Include(id) = piece {
                assert!(templates.get(id, None, Some(2025)).is_some(), "{}: {id}", row.id);
            }
        }
    }
}

#[test]
fn enough_topics_stand_ready() {
    let templates = Templates::load(&Settings::default());
    for year in [2024, 2025, 2026] {
        assert!(templates.fitting(TemplateKind::Topic, None, Some(year)).len() >= 26, "{year}");
    }
}

#[test]
fn fields_become_tab_stops_and_mirrors() {
    assert_eq!(
        render("{年}年{会议…}受理{受理}件，{受理}件中{县|市}办结{办结}件", Style::Snippet),
        "2025年${1:××（会议）}受理${2:××}件，$2件中${3|县,市|}办结${4:××}件$0"
    );
    assert_eq!(render("{下一年}年{会议…}受理{受理}件，{县|市}", Style::Plain), "2026年××（会议）受理××件，县");
}

#[test]
fn what_a_snippet_would_read_as_its_own_is_escaped() {
    assert_eq!(render("a$b\\c", Style::Snippet), "a\\$b\\\\c$0");
}

#[test]
fn departments_have_their_own_words() {
    let templates = Templates::load(&Settings::default());
    let heading = |kind| {
        let row = templates.get("section/leaders", kind, Some(2025)).expect("a section");
        let mut renderer = Renderer::new(&templates, Known::default(), Style::Plain);
        renderer.text(row.heading.as_ref().expect("a heading"));
        renderer.finish()
    };
    assert!(heading(None).contains("党政主要负责人") && heading(Some(IssuerKind::County)).contains("党政主要负责人"));
    assert!(!heading(Some(IssuerKind::Department)).contains("党政"));
}

#[test]
fn what_is_wrong_in_a_row_is_told_with_its_id() {
    let row = |text: &str, ties: &str| format!("[[template]]\nid = \"local/x\"\nname = \"x\"\ntext = \"{text}\"\nties = [{ties}]\n");
    for (text, ties, part) in [
        ("受理{受理", "", "never closed"),
        ("受理{受 理}件", "", "no field"),
        ("{甲}", "\"乙 <= 甲\"", "{乙}"),
        ("{甲}", "\"甲\"", "no tie"),
    ] {
        let error = parse(&row(text, ties)).expect_err("the row is wrong");
        assert!(error.contains("local/x") && error.contains(part), "{error}");
    }
}

#[test]
fn own_rows_come_first() {
    let own = "[[template]]\nid = \"topic/mediation\"\nname = \"本地调解\"\ntext = \"调解{件数}件。\"\n";
    let templates = Templates::load(&Settings { templates: Some(own.to_owned()), ..Settings::default() });
    assert_eq!(templates.get("topic/mediation", None, None).map(|row| row.name.as_str()), Some("本地调解"));
}
