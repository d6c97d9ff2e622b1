//! Text files keep their encoding, their line ends and every byte that is not changed; any bytes are read or refused.

use crate::draft::draft;
use hegao_formats::{Encoding, LineEnding, Replacement, decode_text, encode_text, read, rewrite_text};
use properties::files;
use proptest::prelude::*;
use proptest::sample::select;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_draft_in_any_encoding_is_read_and_changed_in_place(
        draft in draft(),
        end in select(vec!["\n", "\r\n", "\r"]),
        encoding in select(vec![("UTF-8", false), ("UTF-8", true), ("UTF-16LE", true), ("UTF-16BE", true), ("gb18030", false)]),
        place in any::<prop::sample::Index>(),
    ) {
        let text = draft.text(end);
        let encoding = Encoding { name: encoding.0, bom: encoding.1 };
        let bytes = encode_text(&text, &encoding).unwrap();
        // Without a mark, a short text in GB18030 may be taken for another encoding: the text is long enough here.
        let (read, told) = decode_text(&bytes).unwrap();
        prop_assert_eq!(&read, &text);
        prop_assert_eq!(LineEnding::of(&read), LineEnding::of(&text));
        let stops: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let at = stops[place.index(stops.len())];
        let edit = Replacement { range: at..at, text: "核".to_owned() };
        let new = rewrite_text(&bytes, &[edit]).unwrap();
        let head = encode_text(&text[..at], &told).unwrap();
        let tail = encode_text(&text[at..], &Encoding { bom: false, ..told }).unwrap();
        prop_assert!(new.starts_with(&head) && new.ends_with(&tail), "only the place of the edit changes");
    }

    #[test]
    fn any_bytes_are_read_or_refused(kind in any::<u8>(), data in prop::collection::vec(any::<u8>(), 0..400)) {
        files::bytes(&[&[kind], data.as_slice()].concat());
        let _ = read(&data, None);
    }

    #[test]
    fn any_page_is_read(html in "(<(table|tr|td|td colspan=9|td rowspan=3|p|div|ul|li|a href=1|pre|br|b|/table|/td|/p|/div)>|[甲乙12 \\n&;]{1,4}){0,40}") {
        files::page(html.as_bytes());
    }
}
