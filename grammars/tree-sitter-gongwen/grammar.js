/// <reference types="tree-sitter-cli/dsl" />
// Official report drafts: an outline of four numbered levels over lines of prose, in which figures, references,
// document numbers, dates and placeholders are told apart. Every text parses: what is nothing else is `text`.

const HAN_DIGITS = '一二三四五六七八九十百';
const DIGIT = '[0-9０-９]';
const UNITS =
  '人次|场次|户次|件次|批次|台次|公里|平方米|万元|亿元|元|件|起|宗|个|项|份|次|名|人|家|户|场|台|部|本|条|期|篇|批|所|处|支|间|幅|块|套|张|册|例|类|种|倍|天|日|年|位|组|对|辆|艘|栋|亩|吨';
// Level marks win over prose at a line's start; elsewhere they cannot stand.
const MARK = 5;
const SPECIAL = 3;

const indented = (mark) => token(prec(MARK, new RegExp(`[ \\t　]*(#{1,6}[ \\t]*)?${mark}`)));

module.exports = grammar({
  name: 'gongwen',

  extras: () => [],

  rules: {
    draft: ($) => seq(repeat($._block), repeat(choice($.section_1, $.section_2, $.section_3, $.section_4))),

    section_1: ($) =>
      prec.right(
        seq(
          field('heading', $.heading_1),
          repeat($._block),
          repeat(choice($.section_2, $.section_3, $.section_4)),
        ),
      ),
    section_2: ($) =>
      prec.right(seq(field('heading', $.heading_2), repeat($._block), repeat(choice($.section_3, $.section_4)))),
    section_3: ($) => prec.right(seq(field('heading', $.heading_3), repeat($._block), repeat($.section_4))),
    section_4: ($) => prec.right(seq(field('heading', $.heading_4), repeat($._block))),

    heading_1: ($) => prec.right(seq(alias($._mark_1, $.section_number), optional($._line), $._end)),
    heading_2: ($) => prec.right(seq(alias($._mark_2, $.section_number), optional($._line), $._end)),
    heading_3: ($) => prec.right(seq(alias($._mark_3, $.section_number), optional($._line), $._end)),
    heading_4: ($) => prec.right(seq(alias($._mark_4, $.section_number), optional($._line), $._end)),

    _mark_1: () => indented(`[${HAN_DIGITS}]+、`),
    _mark_2: () => indented(`[（(][${HAN_DIGITS}]+[）)]、?`),
    _mark_3: () => indented(`${DIGIT}${DIGIT}?([.．]|、)`),
    _mark_4: () => indented(`[（(]${DIGIT}${DIGIT}?[）)]`),

    _block: ($) => choice($.paragraph, $._newline),
    paragraph: ($) => prec.right(seq($._line, $._end)),

    _line: ($) => prec.right(repeat1($._inline)),
    _inline: ($) =>
      choice(
        $.comment,
        $.suppression,
        $.reference,
        $.document_number,
        $.placeholder,
        $.enumeration,
        $.date,
        $.percentage,
        $.figure,
        $.stop,
        $._text,
      ),

    comment: () => token(prec(SPECIAL, /<!--([^-\n]|-[^-\n]|--[^>\n])*-->/)),
    suppression: () => token(prec(SPECIAL + 1, /【核稿忽略[^】\n]*】/)),

    reference: ($) =>
      seq('《', repeat(choice(alias($.reference, $.nested_reference), alias($._title_text, $.title))), '》'),
    _title_text: () => token(prec(1, /[^《》\n]+/)),

    document_number: () =>
      token(
        prec(
          SPECIAL,
          /([〔\[［【（(][ \t]*(19|20)[0-9][0-9][ \t]*[〕\]］】）)][ \t]*第?[ \t]*[0-9]+[ \t]*号)|(第[ \t]*[0-9]+[ \t]*号)/,
        ),
      ),

    placeholder: () =>
      token(prec(SPECIAL, /[xXｘＸ×✕＊○□][xXｘＸ×✕＊○□]+|__+|【[^】\n]*】|[×ＸX][年月日市县区省局件个人项次名号%]/)),

    enumeration: () => token(prec(SPECIAL, /[一二三四五六七八九十][是要]/)),

    date: () =>
      token(
        prec(
          SPECIAL,
          /(19|20)[0-9][0-9]([-—－–~～至]+(19|20)[0-9][0-9])?年([0-9][0-9]?月([0-9][0-9]?日)?|度)?|[0-9][0-9]?月([0-9][0-9]?日|份|底|初)?/,
        ),
      ),

    percentage: () =>
      token(prec(MARK + 1, /[0-9０-９]+([.．][0-9０-９]+)?([%％‰]|个百分点)|百分之[零一二三四五六七八九十百点]+/)),

    figure: ($) => prec.right(seq($.number, optional($.unit))),
    number: () =>
      choice(
        token(prec(2, /[0-9０-９]+([,，][0-9０-９][0-9０-９][0-9０-９])*[百千万亿]?[余多]?/)),
        // A decimal at a line's start is no mark of the third level.
        token(prec(MARK + 1, /[0-9０-９]+([,，][0-9０-９][0-9０-９][0-9０-９])*[.．][0-9０-９]+[百千万亿]?[余多]?/)),
      ),
    unit: () => token(prec(2, new RegExp(UNITS))),

    stop: () => '。',

    // Runs that cannot begin anything else, and single characters that could have but did not.
    _text: () =>
      choice(
        token(prec(-1, /[^\r\n0-9０-９一二三四五六七八九十百第《》〔\[［【（(xXｘＸ×✕＊○□_<。]+/)),
        token(prec(-2, /[^\r\n0-9０-９。]/)),
      ),
    // A line ends at its break, the last one at the end of the text: marks of a level stand nowhere else.
    _end: ($) => choice($._newline, '\0'),
    _newline: () => token(prec(MARK, /[ \t　]*(\r\n|\n|\r)/)),
  },
});
