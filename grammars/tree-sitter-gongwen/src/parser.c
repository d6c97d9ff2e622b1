#include "tree_sitter/parser.h"

#if defined(__GNUC__) || defined(__clang__)
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#endif

#define LANGUAGE_VERSION 14
#define STATE_COUNT 58
#define LARGE_STATE_COUNT 12
#define SYMBOL_COUNT 48
#define ALIAS_COUNT 1
#define TOKEN_COUNT 23
#define EXTERNAL_TOKEN_COUNT 0
#define FIELD_COUNT 1
#define MAX_ALIAS_SEQUENCE_LENGTH 3
#define PRODUCTION_ID_COUNT 3

enum ts_symbol_identifiers {
  sym__mark_1 = 1,
  sym__mark_2 = 2,
  sym__mark_3 = 3,
  sym__mark_4 = 4,
  sym_comment = 5,
  sym_suppression = 6,
  anon_sym_u300a = 7,
  anon_sym_u300b = 8,
  sym__title_text = 9,
  sym_document_number = 10,
  sym_placeholder = 11,
  sym_enumeration = 12,
  sym_date = 13,
  sym_percentage = 14,
  aux_sym_number_token1 = 15,
  aux_sym_number_token2 = 16,
  sym_unit = 17,
  sym_stop = 18,
  aux_sym__text_token1 = 19,
  aux_sym__text_token2 = 20,
  anon_sym_NULL = 21,
  sym__newline = 22,
  sym_draft = 23,
  sym_section_1 = 24,
  sym_section_2 = 25,
  sym_section_3 = 26,
  sym_section_4 = 27,
  sym_heading_1 = 28,
  sym_heading_2 = 29,
  sym_heading_3 = 30,
  sym_heading_4 = 31,
  sym__block = 32,
  sym_paragraph = 33,
  sym__line = 34,
  sym__inline = 35,
  sym_reference = 36,
  sym_figure = 37,
  sym_number = 38,
  sym__text = 39,
  sym__end = 40,
  aux_sym_draft_repeat1 = 41,
  aux_sym_draft_repeat2 = 42,
  aux_sym_section_1_repeat1 = 43,
  aux_sym_section_2_repeat1 = 44,
  aux_sym_section_3_repeat1 = 45,
  aux_sym__line_repeat1 = 46,
  aux_sym_reference_repeat1 = 47,
  alias_sym_nested_reference = 48,
};

static const char * const ts_symbol_names[] = {
  [ts_builtin_sym_end] = "end",
  [sym__mark_1] = "section_number",
  [sym__mark_2] = "section_number",
  [sym__mark_3] = "section_number",
  [sym__mark_4] = "section_number",
  [sym_comment] = "comment",
  [sym_suppression] = "suppression",
  [anon_sym_u300a] = "\u300a",
  [anon_sym_u300b] = "\u300b",
  [sym__title_text] = "title",
  [sym_document_number] = "document_number",
  [sym_placeholder] = "placeholder",
  [sym_enumeration] = "enumeration",
  [sym_date] = "date",
  [sym_percentage] = "percentage",
  [aux_sym_number_token1] = "number_token1",
  [aux_sym_number_token2] = "number_token2",
  [sym_unit] = "unit",
  [sym_stop] = "stop",
  [aux_sym__text_token1] = "_text_token1",
  [aux_sym__text_token2] = "_text_token2",
  [anon_sym_NULL] = "\0",
  [sym__newline] = "_newline",
  [sym_draft] = "draft",
  [sym_section_1] = "section_1",
  [sym_section_2] = "section_2",
  [sym_section_3] = "section_3",
  [sym_section_4] = "section_4",
  [sym_heading_1] = "heading_1",
  [sym_heading_2] = "heading_2",
  [sym_heading_3] = "heading_3",
  [sym_heading_4] = "heading_4",
  [sym__block] = "_block",
  [sym_paragraph] = "paragraph",
  [sym__line] = "_line",
  [sym__inline] = "_inline",
  [sym_reference] = "reference",
  [sym_figure] = "figure",
  [sym_number] = "number",
  [sym__text] = "_text",
  [sym__end] = "_end",
  [aux_sym_draft_repeat1] = "draft_repeat1",
  [aux_sym_draft_repeat2] = "draft_repeat2",
  [aux_sym_section_1_repeat1] = "section_1_repeat1",
  [aux_sym_section_2_repeat1] = "section_2_repeat1",
  [aux_sym_section_3_repeat1] = "section_3_repeat1",
  [aux_sym__line_repeat1] = "_line_repeat1",
  [aux_sym_reference_repeat1] = "reference_repeat1",
  [alias_sym_nested_reference] = "nested_reference",
};

static const TSSymbol ts_symbol_map[] = {
  [ts_builtin_sym_end] = ts_builtin_sym_end,
  [sym__mark_1] = sym__mark_1,
  [sym__mark_2] = sym__mark_1,
  [sym__mark_3] = sym__mark_1,
  [sym__mark_4] = sym__mark_1,
  [sym_comment] = sym_comment,
  [sym_suppression] = sym_suppression,
  [anon_sym_u300a] = anon_sym_u300a,
  [anon_sym_u300b] = anon_sym_u300b,
  [sym__title_text] = sym__title_text,
  [sym_document_number] = sym_document_number,
  [sym_placeholder] = sym_placeholder,
  [sym_enumeration] = sym_enumeration,
  [sym_date] = sym_date,
  [sym_percentage] = sym_percentage,
  [aux_sym_number_token1] = aux_sym_number_token1,
  [aux_sym_number_token2] = aux_sym_number_token2,
  [sym_unit] = sym_unit,
  [sym_stop] = sym_stop,
  [aux_sym__text_token1] = aux_sym__text_token1,
  [aux_sym__text_token2] = aux_sym__text_token2,
  [anon_sym_NULL] = anon_sym_NULL,
  [sym__newline] = sym__newline,
  [sym_draft] = sym_draft,
  [sym_section_1] = sym_section_1,
  [sym_section_2] = sym_section_2,
  [sym_section_3] = sym_section_3,
  [sym_section_4] = sym_section_4,
  [sym_heading_1] = sym_heading_1,
  [sym_heading_2] = sym_heading_2,
  [sym_heading_3] = sym_heading_3,
  [sym_heading_4] = sym_heading_4,
  [sym__block] = sym__block,
  [sym_paragraph] = sym_paragraph,
  [sym__line] = sym__line,
  [sym__inline] = sym__inline,
  [sym_reference] = sym_reference,
  [sym_figure] = sym_figure,
  [sym_number] = sym_number,
  [sym__text] = sym__text,
  [sym__end] = sym__end,
  [aux_sym_draft_repeat1] = aux_sym_draft_repeat1,
  [aux_sym_draft_repeat2] = aux_sym_draft_repeat2,
  [aux_sym_section_1_repeat1] = aux_sym_section_1_repeat1,
  [aux_sym_section_2_repeat1] = aux_sym_section_2_repeat1,
  [aux_sym_section_3_repeat1] = aux_sym_section_3_repeat1,
  [aux_sym__line_repeat1] = aux_sym__line_repeat1,
  [aux_sym_reference_repeat1] = aux_sym_reference_repeat1,
  [alias_sym_nested_reference] = alias_sym_nested_reference,
};

static const TSSymbolMetadata ts_symbol_metadata[] = {
  [ts_builtin_sym_end] = {
    .visible = false,
    .named = true,
  },
  [sym__mark_1] = {
    .visible = true,
    .named = true,
  },
  [sym__mark_2] = {
    .visible = true,
    .named = true,
  },
  [sym__mark_3] = {
    .visible = true,
    .named = true,
  },
  [sym__mark_4] = {
    .visible = true,
    .named = true,
  },
  [sym_comment] = {
    .visible = true,
    .named = true,
  },
  [sym_suppression] = {
    .visible = true,
    .named = true,
  },
  [anon_sym_u300a] = {
    .visible = true,
    .named = false,
  },
  [anon_sym_u300b] = {
    .visible = true,
    .named = false,
  },
  [sym__title_text] = {
    .visible = true,
    .named = true,
  },
  [sym_document_number] = {
    .visible = true,
    .named = true,
  },
  [sym_placeholder] = {
    .visible = true,
    .named = true,
  },
  [sym_enumeration] = {
    .visible = true,
    .named = true,
  },
  [sym_date] = {
    .visible = true,
    .named = true,
  },
  [sym_percentage] = {
    .visible = true,
    .named = true,
  },
  [aux_sym_number_token1] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_number_token2] = {
    .visible = false,
    .named = false,
  },
  [sym_unit] = {
    .visible = true,
    .named = true,
  },
  [sym_stop] = {
    .visible = true,
    .named = true,
  },
  [aux_sym__text_token1] = {
    .visible = false,
    .named = false,
  },
  [aux_sym__text_token2] = {
    .visible = false,
    .named = false,
  },
  [anon_sym_NULL] = {
    .visible = true,
    .named = false,
  },
  [sym__newline] = {
    .visible = false,
    .named = true,
  },
  [sym_draft] = {
    .visible = true,
    .named = true,
  },
  [sym_section_1] = {
    .visible = true,
    .named = true,
  },
  [sym_section_2] = {
    .visible = true,
    .named = true,
  },
  [sym_section_3] = {
    .visible = true,
    .named = true,
  },
  [sym_section_4] = {
    .visible = true,
    .named = true,
  },
  [sym_heading_1] = {
    .visible = true,
    .named = true,
  },
  [sym_heading_2] = {
    .visible = true,
    .named = true,
  },
  [sym_heading_3] = {
    .visible = true,
    .named = true,
  },
  [sym_heading_4] = {
    .visible = true,
    .named = true,
  },
  [sym__block] = {
    .visible = false,
    .named = true,
  },
  [sym_paragraph] = {
    .visible = true,
    .named = true,
  },
  [sym__line] = {
    .visible = false,
    .named = true,
  },
  [sym__inline] = {
    .visible = false,
    .named = true,
  },
  [sym_reference] = {
    .visible = true,
    .named = true,
  },
  [sym_figure] = {
    .visible = true,
    .named = true,
  },
  [sym_number] = {
    .visible = true,
    .named = true,
  },
  [sym__text] = {
    .visible = false,
    .named = true,
  },
  [sym__end] = {
    .visible = false,
    .named = true,
  },
  [aux_sym_draft_repeat1] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_draft_repeat2] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_section_1_repeat1] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_section_2_repeat1] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_section_3_repeat1] = {
    .visible = false,
    .named = false,
  },
  [aux_sym__line_repeat1] = {
    .visible = false,
    .named = false,
  },
  [aux_sym_reference_repeat1] = {
    .visible = false,
    .named = false,
  },
  [alias_sym_nested_reference] = {
    .visible = true,
    .named = true,
  },
};

enum ts_field_identifiers {
  field_heading = 1,
};

static const char * const ts_field_names[] = {
  [0] = NULL,
  [field_heading] = "heading",
};

static const TSFieldMapSlice ts_field_map_slices[PRODUCTION_ID_COUNT] = {
  [1] = {.index = 0, .length = 1},
};

static const TSFieldMapEntry ts_field_map_entries[] = {
  [0] =
    {field_heading, 0},
};

static const TSSymbol ts_alias_sequences[PRODUCTION_ID_COUNT][MAX_ALIAS_SEQUENCE_LENGTH] = {
  [0] = {0},
  [2] = {
    [0] = alias_sym_nested_reference,
  },
};

static const uint16_t ts_non_terminal_alias_map[] = {
  sym_reference, 2,
    sym_reference,
    alias_sym_nested_reference,
  0,
};

static const TSStateId ts_primary_state_ids[STATE_COUNT] = {
  [0] = 0,
  [1] = 1,
  [2] = 2,
  [3] = 3,
  [4] = 4,
  [5] = 5,
  [6] = 6,
  [7] = 7,
  [8] = 8,
  [9] = 9,
  [10] = 10,
  [11] = 11,
  [12] = 12,
  [13] = 13,
  [14] = 14,
  [15] = 15,
  [16] = 16,
  [17] = 17,
  [18] = 18,
  [19] = 19,
  [20] = 20,
  [21] = 21,
  [22] = 22,
  [23] = 23,
  [24] = 24,
  [25] = 25,
  [26] = 26,
  [27] = 27,
  [28] = 28,
  [29] = 29,
  [30] = 30,
  [31] = 31,
  [32] = 32,
  [33] = 33,
  [34] = 34,
  [35] = 35,
  [36] = 36,
  [37] = 37,
  [38] = 38,
  [39] = 39,
  [40] = 40,
  [41] = 41,
  [42] = 42,
  [43] = 43,
  [44] = 44,
  [45] = 45,
  [46] = 46,
  [47] = 46,
  [48] = 44,
  [49] = 49,
  [50] = 50,
  [51] = 51,
  [52] = 52,
  [53] = 53,
  [54] = 54,
  [55] = 29,
  [56] = 31,
  [57] = 57,
};

static TSCharacterRange sym_placeholder_character_set_1[] = {
  {'X', 'X'}, {'_', '_'}, {'x', 'x'}, {0xd7, 0xd7}, {0x25a1, 0x25a1}, {0x25cb, 0x25cb}, {0x2715, 0x2715}, {0x3010, 0x3010},
  {0xff0a, 0xff0a}, {0xff38, 0xff38}, {0xff58, 0xff58},
};

static TSCharacterRange sym_enumeration_character_set_1[] = {
  {0x4e00, 0x4e00}, {0x4e03, 0x4e03}, {0x4e09, 0x4e09}, {0x4e5d, 0x4e5d}, {0x4e8c, 0x4e8c}, {0x4e94, 0x4e94}, {0x516b, 0x516b}, {0x516d, 0x516d},
  {0x5341, 0x5341}, {0x56db, 0x56db},
};

static TSCharacterRange sym_unit_character_set_1[] = {
  {0x4e07, 0x4e07}, {0x4e2a, 0x4e2a}, {0x4ea9, 0x4ea9}, {0x4eba, 0x4eba}, {0x4ebf, 0x4ebf}, {0x4ef6, 0x4ef6}, {0x4efd, 0x4efd}, {0x4f4d, 0x4f4d},
  {0x4f8b, 0x4f8b}, {0x500d, 0x500d}, {0x5143, 0x5143}, {0x516c, 0x516c}, {0x518c, 0x518c}, {0x53f0, 0x53f0}, {0x540d, 0x540d}, {0x5428, 0x5428},
  {0x573a, 0x573a}, {0x5757, 0x5757}, {0x5904, 0x5904}, {0x5929, 0x5929}, {0x5957, 0x5957}, {0x5b97, 0x5b97}, {0x5bb6, 0x5bb6}, {0x5bf9, 0x5bf9},
  {0x5e45, 0x5e45}, {0x5e73, 0x5e74}, {0x5f20, 0x5f20}, {0x6237, 0x6237}, {0x6240, 0x6240}, {0x6279, 0x6279}, {0x652f, 0x652f}, {0x65e5, 0x65e5},
  {0x671f, 0x671f}, {0x672c, 0x672c}, {0x6761, 0x6761}, {0x680b, 0x680b}, {0x6b21, 0x6b21}, {0x79cd, 0x79cd}, {0x7bc7, 0x7bc7}, {0x7c7b, 0x7c7b},
  {0x7ec4, 0x7ec4}, {0x8258, 0x8258}, {0x8d77, 0x8d77}, {0x8f86, 0x8f86}, {0x90e8, 0x90e8}, {0x95f4, 0x95f4}, {0x9879, 0x9879},
};

static TSCharacterRange aux_sym__text_token1_character_set_1[] = {
  {0, '\t'}, {0x0b, '\f'}, {0x0e, '\''}, {')', '/'}, {':', ';'}, {'=', 'W'}, {'Y', 'Z'}, {'\\', '^'},
  {'`', 'w'}, {'y', 0xd6}, {0xd8, 0x25a0}, {0x25a2, 0x25ca}, {0x25cc, 0x2714}, {0x2716, 0x3001}, {0x3003, 0x3009}, {0x300c, 0x300f},
  {0x3011, 0x3013}, {0x3015, 0x4dff}, {0x4e01, 0x4e02}, {0x4e04, 0x4e08}, {0x4e0a, 0x4e5c}, {0x4e5e, 0x4e8b}, {0x4e8d, 0x4e93}, {0x4e95, 0x516a},
  {0x516c, 0x516c}, {0x516e, 0x5340}, {0x5342, 0x56da}, {0x56dc, 0x767d}, {0x767f, 0x7b2b}, {0x7b2d, 0xff07}, {0xff09, 0xff09}, {0xff0b, 0xff0f},
  {0xff1a, 0xff37}, {0xff39, 0xff3a}, {0xff3c, 0xff57}, {0xff59, 0x10ffff},
};

static bool ts_lex(TSLexer *lexer, TSStateId state) {
  START_LEXER();
  eof = lexer->eof(lexer);
  switch (state) {
    case 0:
      if (eof) ADVANCE(73);
      ADVANCE_MAP(
        0, 139,
        '\n', 221,
        '\r', 222,
        '#', 90,
        '1', 161,
        '2', 158,
        0x3002, 140,
        0x300a, 83,
        0x300b, 84,
        0x4e07, 104,
        0x4eba, 192,
        0x4ebf, 104,
        0x4ef6, 192,
        0x516c, 118,
        0x53f0, 192,
        0x573a, 192,
        0x5e73, 109,
        0x6237, 192,
        0x6279, 192,
        0x767e, 100,
        0x7b2c, 119,
        '(', 94,
        0xff08, 94,
        '\t', 85,
        ' ', 85,
        0x3000, 85,
        '[', 95,
        0x3010, 95,
        0x3014, 95,
        0xff3b, 95,
      );
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(164);
      if (set_contains(sym_enumeration_character_set_1, 10, lookahead)) ADVANCE(101);
      if ((0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(168);
      if (set_contains(sym_placeholder_character_set_1, 11, lookahead) ||
          lookahead == '<') ADVANCE(140);
      if (set_contains(sym_unit_character_set_1, 47, lookahead)) ADVANCE(191);
      if (lookahead != 0) ADVANCE(139);
      END_STATE();
    case 1:
      ADVANCE_MAP(
        0, 220,
        '\n', 221,
        '\r', 222,
        '1', 162,
        '2', 159,
        '<', 208,
        '_', 212,
        0x3002, 193,
        0x300a, 83,
        0x300b, 207,
        0x3010, 209,
        0x4e07, 201,
        0x4eba, 192,
        0x4ebf, 201,
        0x4ef6, 192,
        0x516c, 204,
        0x53f0, 192,
        0x573a, 192,
        0x5e73, 202,
        0x6237, 192,
        0x6279, 192,
        0x767e, 215,
        0x7b2c, 216,
        '\t', 195,
        ' ', 195,
        0x3000, 195,
        'X', 219,
        0xd7, 219,
        0xff38, 219,
        '(', 211,
        '[', 211,
        0x3014, 211,
        0xff08, 211,
        0xff3b, 211,
        'x', 218,
        0x25a1, 218,
        0x25cb, 218,
        0x2715, 218,
        0xff0a, 218,
        0xff58, 218,
      );
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(178);
      if (set_contains(sym_enumeration_character_set_1, 10, lookahead)) ADVANCE(217);
      if ((0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(182);
      if (set_contains(sym_unit_character_set_1, 47, lookahead)) ADVANCE(191);
      if (lookahead != 0) ADVANCE(206);
      END_STATE();
    case 2:
      ADVANCE_MAP(
        0, 220,
        '\n', 221,
        '\r', 222,
        '1', 162,
        '2', 159,
        '<', 208,
        '_', 212,
        0x3002, 193,
        0x300a, 83,
        0x300b, 207,
        0x3010, 209,
        0x767e, 215,
        0x7b2c, 216,
        '\t', 195,
        ' ', 195,
        0x3000, 195,
        'X', 219,
        0xd7, 219,
        0xff38, 219,
        '(', 211,
        '[', 211,
        0x3014, 211,
        0xff08, 211,
        0xff3b, 211,
        'x', 218,
        0x25a1, 218,
        0x25cb, 218,
        0x2715, 218,
        0xff0a, 218,
        0xff58, 218,
      );
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(178);
      if (set_contains(sym_enumeration_character_set_1, 10, lookahead)) ADVANCE(217);
      if ((0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(182);
      if (lookahead != 0) ADVANCE(206);
      END_STATE();
    case 3:
      ADVANCE_MAP(
        '#', 8,
        '(', 64,
        0xff08, 64,
        '\t', 3,
        ' ', 3,
        0x3000, 3,
        0x4e00, 25,
        0x4e03, 25,
        0x4e09, 25,
        0x4e5d, 25,
        0x4e8c, 25,
        0x4e94, 25,
        0x516b, 25,
        0x516d, 25,
        0x5341, 25,
        0x56db, 25,
        0x767e, 25,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(59);
      END_STATE();
    case 4:
      ADVANCE_MAP(
        '#', 53,
        '\t', 53,
        ' ', 53,
        '(', 64,
        0xff08, 64,
        0x4e00, 25,
        0x4e03, 25,
        0x4e09, 25,
        0x4e5d, 25,
        0x4e8c, 25,
        0x4e94, 25,
        0x516b, 25,
        0x516d, 25,
        0x5341, 25,
        0x56db, 25,
        0x767e, 25,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(59);
      END_STATE();
    case 5:
      ADVANCE_MAP(
        '#', 4,
        '\t', 53,
        ' ', 53,
        '(', 64,
        0xff08, 64,
        0x4e00, 25,
        0x4e03, 25,
        0x4e09, 25,
        0x4e5d, 25,
        0x4e8c, 25,
        0x4e94, 25,
        0x516b, 25,
        0x516d, 25,
        0x5341, 25,
        0x56db, 25,
        0x767e, 25,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(59);
      END_STATE();
    case 6:
      ADVANCE_MAP(
        '#', 5,
        '\t', 53,
        ' ', 53,
        '(', 64,
        0xff08, 64,
        0x4e00, 25,
        0x4e03, 25,
        0x4e09, 25,
        0x4e5d, 25,
        0x4e8c, 25,
        0x4e94, 25,
        0x516b, 25,
        0x516d, 25,
        0x5341, 25,
        0x56db, 25,
        0x767e, 25,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(59);
      END_STATE();
    case 7:
      ADVANCE_MAP(
        '#', 6,
        '\t', 53,
        ' ', 53,
        '(', 64,
        0xff08, 64,
        0x4e00, 25,
        0x4e03, 25,
        0x4e09, 25,
        0x4e5d, 25,
        0x4e8c, 25,
        0x4e94, 25,
        0x516b, 25,
        0x516d, 25,
        0x5341, 25,
        0x56db, 25,
        0x767e, 25,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(59);
      END_STATE();
    case 8:
      ADVANCE_MAP(
        '#', 7,
        '\t', 53,
        ' ', 53,
        '(', 64,
        0xff08, 64,
        0x4e00, 25,
        0x4e03, 25,
        0x4e09, 25,
        0x4e5d, 25,
        0x4e8c, 25,
        0x4e94, 25,
        0x516b, 25,
        0x516d, 25,
        0x5341, 25,
        0x56db, 25,
        0x767e, 25,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(59);
      END_STATE();
    case 9:
      if (lookahead == '-') ADVANCE(12);
      END_STATE();
    case 10:
      if (lookahead == '-') ADVANCE(24);
      if (lookahead != 0 &&
          lookahead != '\n') ADVANCE(12);
      END_STATE();
    case 11:
      if (lookahead == '-') ADVANCE(9);
      END_STATE();
    case 12:
      if (lookahead == '-') ADVANCE(10);
      if (lookahead != 0 &&
          lookahead != '\n') ADVANCE(12);
      END_STATE();
    case 13:
      if (lookahead == '0') ADVANCE(35);
      if (lookahead == 0x3011) ADVANCE(143);
      if (lookahead != 0 &&
          lookahead != '\n') ADVANCE(36);
      END_STATE();
    case 14:
      if (lookahead == '0') ADVANCE(55);
      if (lookahead == ')' ||
          lookahead == 0xff09) ADVANCE(80);
      if (('1' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(54);
      END_STATE();
    case 15:
      if (lookahead == '0') ADVANCE(62);
      END_STATE();
    case 16:
      if (lookahead == '0') ADVANCE(63);
      END_STATE();
    case 17:
      if (lookahead == '1') ADVANCE(20);
      if (lookahead == '2') ADVANCE(13);
      if (lookahead == 0x3011) ADVANCE(143);
      if (lookahead == '\t' ||
          lookahead == ' ') ADVANCE(17);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n') ADVANCE(36);
      END_STATE();
    case 18:
      if (lookahead == '1') ADVANCE(22);
      if (lookahead == '2') ADVANCE(15);
      if (lookahead == '\t' ||
          lookahead == ' ') ADVANCE(18);
      END_STATE();
    case 19:
      ADVANCE_MAP(
        '1', 23,
        '2', 16,
        '-', 19,
        '~', 19,
        0x2013, 19,
        0x2014, 19,
        0x81f3, 19,
        0xff0d, 19,
        0xff5e, 19,
      );
      END_STATE();
    case 20:
      if (lookahead == '9') ADVANCE(35);
      if (lookahead == 0x3011) ADVANCE(143);
      if (lookahead != 0 &&
          lookahead != '\n') ADVANCE(36);
      END_STATE();
    case 21:
      if (lookahead == '9') ADVANCE(55);
      if (lookahead == ')' ||
          lookahead == 0xff09) ADVANCE(80);
      if (('0' <= lookahead && lookahead <= '8') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(54);
      END_STATE();
    case 22:
      if (lookahead == '9') ADVANCE(62);
      END_STATE();
    case 23:
      if (lookahead == '9') ADVANCE(63);
      END_STATE();
    case 24:
      if (lookahead == '>') ADVANCE(81);
      if (lookahead != 0 &&
          lookahead != '\n') ADVANCE(12);
      END_STATE();
    case 25:
      ADVANCE_MAP(
        0x3001, 74,
        0x4e00, 25,
        0x4e03, 25,
        0x4e09, 25,
        0x4e5d, 25,
        0x4e8c, 25,
        0x4e94, 25,
        0x516b, 25,
        0x516d, 25,
        0x5341, 25,
        0x56db, 25,
        0x767e, 25,
      );
      END_STATE();
    case 26:
      if (lookahead == 0x300a) ADVANCE(83);
      if (lookahead == 0x300b) ADVANCE(84);
      if (lookahead != 0 &&
          lookahead != '\n') ADVANCE(140);
      END_STATE();
    case 27:
      if (lookahead == 0x3011) ADVANCE(143);
      if (lookahead == 0x53f7) ADVANCE(142);
      if (lookahead == '\t' ||
          lookahead == ' ') ADVANCE(28);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(27);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n') ADVANCE(36);
      END_STATE();
    case 28:
      if (lookahead == 0x3011) ADVANCE(143);
      if (lookahead == 0x53f7) ADVANCE(142);
      if (lookahead == '\t' ||
          lookahead == ' ') ADVANCE(28);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n') ADVANCE(36);
      END_STATE();
    case 29:
      if (lookahead == 0x3011) ADVANCE(143);
      if (lookahead == 0x5ffd) ADVANCE(30);
      if (lookahead != 0 &&
          lookahead != '\n') ADVANCE(36);
      END_STATE();
    case 30:
      if (lookahead == 0x3011) ADVANCE(143);
      if (lookahead == 0x7565) ADVANCE(38);
      if (lookahead != 0 &&
          lookahead != '\n') ADVANCE(36);
      END_STATE();
    case 31:
      if (lookahead == 0x3011) ADVANCE(143);
      if (lookahead == 0x7a3f) ADVANCE(29);
      if (lookahead != 0 &&
          lookahead != '\n') ADVANCE(36);
      END_STATE();
    case 32:
      if (lookahead == 0x3011) ADVANCE(143);
      if (lookahead == 0x7b2c) ADVANCE(33);
      if (lookahead == '\t' ||
          lookahead == ' ') ADVANCE(32);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(27);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n') ADVANCE(36);
      END_STATE();
    case 33:
      if (lookahead == 0x3011) ADVANCE(143);
      if (lookahead == '\t' ||
          lookahead == ' ') ADVANCE(33);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(27);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n') ADVANCE(36);
      END_STATE();
    case 34:
      if (lookahead == 0x3011) ADVANCE(143);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(37);
      if (lookahead != 0 &&
          lookahead != '\n') ADVANCE(36);
      END_STATE();
    case 35:
      if (lookahead == 0x3011) ADVANCE(143);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(34);
      if (lookahead != 0 &&
          lookahead != '\n') ADVANCE(36);
      END_STATE();
    case 36:
      if (lookahead == 0x3011) ADVANCE(143);
      if (lookahead != 0 &&
          lookahead != '\n') ADVANCE(36);
      END_STATE();
    case 37:
      ADVANCE_MAP(
        0x3011, 145,
        '\t', 37,
        ' ', 37,
        ')', 32,
        ']', 32,
        0x3015, 32,
        0xff09, 32,
        0xff3d, 32,
      );
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n') ADVANCE(36);
      END_STATE();
    case 38:
      if (lookahead == 0x3011) ADVANCE(82);
      if (lookahead != 0 &&
          lookahead != '\n') ADVANCE(38);
      END_STATE();
    case 39:
      if (lookahead == 0x4e4b) ADVANCE(65);
      END_STATE();
    case 40:
      if (lookahead == 0x5206) ADVANCE(48);
      END_STATE();
    case 41:
      if (lookahead == 0x53f7) ADVANCE(141);
      if (lookahead == '\t' ||
          lookahead == ' ') ADVANCE(41);
      END_STATE();
    case 42:
      if (lookahead == 0x53f7) ADVANCE(141);
      if (lookahead == '\t' ||
          lookahead == ' ') ADVANCE(41);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(42);
      END_STATE();
    case 43:
      if (lookahead == 0x5e74) ADVANCE(150);
      END_STATE();
    case 44:
      if (lookahead == 0x65e5) ADVANCE(148);
      END_STATE();
    case 45:
      if (lookahead == 0x65e5) ADVANCE(148);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(44);
      END_STATE();
    case 46:
      if (lookahead == 0x6708) ADVANCE(154);
      END_STATE();
    case 47:
      if (lookahead == 0x6708) ADVANCE(154);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(46);
      END_STATE();
    case 48:
      if (lookahead == 0x70b9) ADVANCE(155);
      END_STATE();
    case 49:
      if (lookahead == 0x767e) ADVANCE(40);
      END_STATE();
    case 50:
      if (lookahead == 0x7b2c) ADVANCE(51);
      if (lookahead == '\t' ||
          lookahead == ' ') ADVANCE(50);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(42);
      END_STATE();
    case 51:
      if (lookahead == '\t' ||
          lookahead == ' ') ADVANCE(51);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(42);
      END_STATE();
    case 52:
      ADVANCE_MAP(
        '\t', 52,
        ' ', 52,
        ')', 50,
        ']', 50,
        0x3011, 50,
        0x3015, 50,
        0xff09, 50,
        0xff3d, 50,
      );
      END_STATE();
    case 53:
      ADVANCE_MAP(
        '\t', 53,
        ' ', 53,
        '(', 64,
        0xff08, 64,
        0x4e00, 25,
        0x4e03, 25,
        0x4e09, 25,
        0x4e5d, 25,
        0x4e8c, 25,
        0x4e94, 25,
        0x516b, 25,
        0x516d, 25,
        0x5341, 25,
        0x56db, 25,
        0x767e, 25,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(59);
      END_STATE();
    case 54:
      if (lookahead == ')' ||
          lookahead == 0xff09) ADVANCE(80);
      END_STATE();
    case 55:
      if (lookahead == ')' ||
          lookahead == 0xff09) ADVANCE(80);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(60);
      END_STATE();
    case 56:
      if (lookahead == ')' ||
          lookahead == 0xff09) ADVANCE(80);
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(54);
      END_STATE();
    case 57:
      ADVANCE_MAP(
        ')', 76,
        0xff09, 76,
        0x4e00, 57,
        0x4e03, 57,
        0x4e09, 57,
        0x4e5d, 57,
        0x4e8c, 57,
        0x4e94, 57,
        0x516b, 57,
        0x516d, 57,
        0x5341, 57,
        0x56db, 57,
        0x767e, 57,
      );
      END_STATE();
    case 58:
      if (lookahead == '.' ||
          lookahead == 0x3001 ||
          lookahead == 0xff0e) ADVANCE(77);
      END_STATE();
    case 59:
      if (lookahead == '.' ||
          lookahead == 0x3001 ||
          lookahead == 0xff0e) ADVANCE(77);
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(58);
      END_STATE();
    case 60:
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(52);
      END_STATE();
    case 61:
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(43);
      END_STATE();
    case 62:
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(60);
      END_STATE();
    case 63:
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(61);
      END_STATE();
    case 64:
      ADVANCE_MAP(
        0x4e00, 57,
        0x4e03, 57,
        0x4e09, 57,
        0x4e5d, 57,
        0x4e8c, 57,
        0x4e94, 57,
        0x516b, 57,
        0x516d, 57,
        0x5341, 57,
        0x56db, 57,
        0x767e, 57,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(56);
      END_STATE();
    case 65:
      ADVANCE_MAP(
        0x4e00, 156,
        0x4e03, 156,
        0x4e09, 156,
        0x4e5d, 156,
        0x4e8c, 156,
        0x4e94, 156,
        0x516b, 156,
        0x516d, 156,
        0x5341, 156,
        0x56db, 156,
        0x70b9, 156,
        0x767e, 156,
        0x96f6, 156,
      );
      END_STATE();
    case 66:
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(190);
      END_STATE();
    case 67:
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(188);
      END_STATE();
    case 68:
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(184);
      END_STATE();
    case 69:
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(68);
      END_STATE();
    case 70:
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(69);
      END_STATE();
    case 71:
      if (eof) ADVANCE(73);
      ADVANCE_MAP(
        '\n', 221,
        '\r', 222,
        '#', 200,
        '1', 163,
        '2', 160,
        '<', 208,
        '_', 212,
        0x3002, 193,
        0x300a, 83,
        0x300b, 207,
        0x3010, 209,
        0x767e, 213,
        0x7b2c, 216,
        '(', 210,
        0xff08, 210,
        '\t', 194,
        ' ', 194,
        0x3000, 194,
        'X', 219,
        0xd7, 219,
        0xff38, 219,
        '[', 211,
        0x3014, 211,
        0xff3b, 211,
        'x', 218,
        0x25a1, 218,
        0x25cb, 218,
        0x2715, 218,
        0xff0a, 218,
        0xff58, 218,
      );
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(169);
      if (set_contains(sym_enumeration_character_set_1, 10, lookahead)) ADVANCE(214);
      if ((0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(173);
      if (lookahead != 0) ADVANCE(206);
      END_STATE();
    case 72:
      if (eof) ADVANCE(73);
      ADVANCE_MAP(
        '#', 8,
        '(', 64,
        0xff08, 64,
        '\t', 3,
        ' ', 3,
        0x3000, 3,
        0x4e00, 25,
        0x4e03, 25,
        0x4e09, 25,
        0x4e5d, 25,
        0x4e8c, 25,
        0x4e94, 25,
        0x516b, 25,
        0x516d, 25,
        0x5341, 25,
        0x56db, 25,
        0x767e, 25,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(59);
      END_STATE();
    case 73:
      ACCEPT_TOKEN(ts_builtin_sym_end);
      END_STATE();
    case 74:
      ACCEPT_TOKEN(sym__mark_1);
      END_STATE();
    case 75:
      ACCEPT_TOKEN(sym__mark_2);
      END_STATE();
    case 76:
      ACCEPT_TOKEN(sym__mark_2);
      if (lookahead == 0x3001) ADVANCE(75);
      END_STATE();
    case 77:
      ACCEPT_TOKEN(sym__mark_3);
      END_STATE();
    case 78:
      ACCEPT_TOKEN(sym__mark_3);
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(187);
      END_STATE();
    case 79:
      ACCEPT_TOKEN(sym__mark_3);
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(188);
      END_STATE();
    case 80:
      ACCEPT_TOKEN(sym__mark_4);
      END_STATE();
    case 81:
      ACCEPT_TOKEN(sym_comment);
      END_STATE();
    case 82:
      ACCEPT_TOKEN(sym_suppression);
      END_STATE();
    case 83:
      ACCEPT_TOKEN(anon_sym_u300a);
      END_STATE();
    case 84:
      ACCEPT_TOKEN(anon_sym_u300b);
      END_STATE();
    case 85:
      ACCEPT_TOKEN(sym__title_text);
      ADVANCE_MAP(
        '\n', 221,
        '\r', 222,
        '#', 90,
        '(', 132,
        0xff08, 132,
        '\t', 85,
        ' ', 85,
        0x3000, 85,
        0x4e00, 102,
        0x4e03, 102,
        0x4e09, 102,
        0x4e5d, 102,
        0x4e8c, 102,
        0x4e94, 102,
        0x516b, 102,
        0x516d, 102,
        0x5341, 102,
        0x56db, 102,
        0x767e, 102,
        '<', 140,
        'X', 140,
        '[', 140,
        '_', 140,
        'x', 140,
        0xd7, 140,
        0x25a1, 140,
        0x25cb, 140,
        0x2715, 140,
        0x3002, 140,
        0x3010, 140,
        0x3014, 140,
        0x7b2c, 140,
        0xff0a, 140,
        0xff38, 140,
        0xff3b, 140,
        0xff58, 140,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(126);
      if (lookahead != 0 &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(139);
      END_STATE();
    case 86:
      ACCEPT_TOKEN(sym__title_text);
      ADVANCE_MAP(
        '#', 120,
        '\t', 120,
        ' ', 120,
        '(', 132,
        0xff08, 132,
        0x4e00, 102,
        0x4e03, 102,
        0x4e09, 102,
        0x4e5d, 102,
        0x4e8c, 102,
        0x4e94, 102,
        0x516b, 102,
        0x516d, 102,
        0x5341, 102,
        0x56db, 102,
        0x767e, 102,
        '\r', 140,
        '<', 140,
        'X', 140,
        '[', 140,
        '_', 140,
        'x', 140,
        0xd7, 140,
        0x25a1, 140,
        0x25cb, 140,
        0x2715, 140,
        0x3002, 140,
        0x3010, 140,
        0x3014, 140,
        0x7b2c, 140,
        0xff0a, 140,
        0xff38, 140,
        0xff3b, 140,
        0xff58, 140,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(126);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(139);
      END_STATE();
    case 87:
      ACCEPT_TOKEN(sym__title_text);
      ADVANCE_MAP(
        '#', 86,
        '\t', 120,
        ' ', 120,
        '(', 132,
        0xff08, 132,
        0x4e00, 102,
        0x4e03, 102,
        0x4e09, 102,
        0x4e5d, 102,
        0x4e8c, 102,
        0x4e94, 102,
        0x516b, 102,
        0x516d, 102,
        0x5341, 102,
        0x56db, 102,
        0x767e, 102,
        '\r', 140,
        '<', 140,
        'X', 140,
        '[', 140,
        '_', 140,
        'x', 140,
        0xd7, 140,
        0x25a1, 140,
        0x25cb, 140,
        0x2715, 140,
        0x3002, 140,
        0x3010, 140,
        0x3014, 140,
        0x7b2c, 140,
        0xff0a, 140,
        0xff38, 140,
        0xff3b, 140,
        0xff58, 140,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(126);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(139);
      END_STATE();
    case 88:
      ACCEPT_TOKEN(sym__title_text);
      ADVANCE_MAP(
        '#', 87,
        '\t', 120,
        ' ', 120,
        '(', 132,
        0xff08, 132,
        0x4e00, 102,
        0x4e03, 102,
        0x4e09, 102,
        0x4e5d, 102,
        0x4e8c, 102,
        0x4e94, 102,
        0x516b, 102,
        0x516d, 102,
        0x5341, 102,
        0x56db, 102,
        0x767e, 102,
        '\r', 140,
        '<', 140,
        'X', 140,
        '[', 140,
        '_', 140,
        'x', 140,
        0xd7, 140,
        0x25a1, 140,
        0x25cb, 140,
        0x2715, 140,
        0x3002, 140,
        0x3010, 140,
        0x3014, 140,
        0x7b2c, 140,
        0xff0a, 140,
        0xff38, 140,
        0xff3b, 140,
        0xff58, 140,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(126);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(139);
      END_STATE();
    case 89:
      ACCEPT_TOKEN(sym__title_text);
      ADVANCE_MAP(
        '#', 88,
        '\t', 120,
        ' ', 120,
        '(', 132,
        0xff08, 132,
        0x4e00, 102,
        0x4e03, 102,
        0x4e09, 102,
        0x4e5d, 102,
        0x4e8c, 102,
        0x4e94, 102,
        0x516b, 102,
        0x516d, 102,
        0x5341, 102,
        0x56db, 102,
        0x767e, 102,
        '\r', 140,
        '<', 140,
        'X', 140,
        '[', 140,
        '_', 140,
        'x', 140,
        0xd7, 140,
        0x25a1, 140,
        0x25cb, 140,
        0x2715, 140,
        0x3002, 140,
        0x3010, 140,
        0x3014, 140,
        0x7b2c, 140,
        0xff0a, 140,
        0xff38, 140,
        0xff3b, 140,
        0xff58, 140,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(126);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(139);
      END_STATE();
    case 90:
      ACCEPT_TOKEN(sym__title_text);
      ADVANCE_MAP(
        '#', 89,
        '\t', 120,
        ' ', 120,
        '(', 132,
        0xff08, 132,
        0x4e00, 102,
        0x4e03, 102,
        0x4e09, 102,
        0x4e5d, 102,
        0x4e8c, 102,
        0x4e94, 102,
        0x516b, 102,
        0x516d, 102,
        0x5341, 102,
        0x56db, 102,
        0x767e, 102,
        '\r', 140,
        '<', 140,
        'X', 140,
        '[', 140,
        '_', 140,
        'x', 140,
        0xd7, 140,
        0x25a1, 140,
        0x25cb, 140,
        0x2715, 140,
        0x3002, 140,
        0x3010, 140,
        0x3014, 140,
        0x7b2c, 140,
        0xff0a, 140,
        0xff38, 140,
        0xff3b, 140,
        0xff58, 140,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(126);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(139);
      END_STATE();
    case 91:
      ACCEPT_TOKEN(sym__title_text);
      if (lookahead == '0') ADVANCE(122);
      if (lookahead == ')' ||
          lookahead == 0xff09) ADVANCE(80);
      if (('1' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(124);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 92:
      ACCEPT_TOKEN(sym__title_text);
      if (lookahead == '0') ADVANCE(130);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 93:
      ACCEPT_TOKEN(sym__title_text);
      if (lookahead == '0') ADVANCE(131);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 94:
      ACCEPT_TOKEN(sym__title_text);
      ADVANCE_MAP(
        '1', 97,
        '2', 91,
        '\t', 95,
        ' ', 95,
        0x4e00, 125,
        0x4e03, 125,
        0x4e09, 125,
        0x4e5d, 125,
        0x4e8c, 125,
        0x4e94, 125,
        0x516b, 125,
        0x516d, 125,
        0x5341, 125,
        0x56db, 125,
        0x767e, 125,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(123);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 95:
      ACCEPT_TOKEN(sym__title_text);
      if (lookahead == '1') ADVANCE(98);
      if (lookahead == '2') ADVANCE(92);
      if (lookahead == '\t' ||
          lookahead == ' ') ADVANCE(95);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 96:
      ACCEPT_TOKEN(sym__title_text);
      ADVANCE_MAP(
        '1', 99,
        '2', 93,
        '-', 96,
        '~', 96,
        0x2013, 96,
        0x2014, 96,
        0x81f3, 96,
        0xff0d, 96,
        0xff5e, 96,
      );
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 97:
      ACCEPT_TOKEN(sym__title_text);
      if (lookahead == '9') ADVANCE(122);
      if (lookahead == ')' ||
          lookahead == 0xff09) ADVANCE(80);
      if (('0' <= lookahead && lookahead <= '8') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(124);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 98:
      ACCEPT_TOKEN(sym__title_text);
      if (lookahead == '9') ADVANCE(130);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 99:
      ACCEPT_TOKEN(sym__title_text);
      if (lookahead == '9') ADVANCE(131);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 100:
      ACCEPT_TOKEN(sym__title_text);
      ADVANCE_MAP(
        0x3001, 74,
        0x5206, 103,
        0x4e00, 102,
        0x4e03, 102,
        0x4e09, 102,
        0x4e5d, 102,
        0x4e8c, 102,
        0x4e94, 102,
        0x516b, 102,
        0x516d, 102,
        0x5341, 102,
        0x56db, 102,
        0x767e, 102,
      );
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 101:
      ACCEPT_TOKEN(sym__title_text);
      ADVANCE_MAP(
        0x3001, 74,
        0x662f, 147,
        0x8981, 147,
        0x4e00, 102,
        0x4e03, 102,
        0x4e09, 102,
        0x4e5d, 102,
        0x4e8c, 102,
        0x4e94, 102,
        0x516b, 102,
        0x516d, 102,
        0x5341, 102,
        0x56db, 102,
        0x767e, 102,
      );
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 102:
      ACCEPT_TOKEN(sym__title_text);
      ADVANCE_MAP(
        0x3001, 74,
        0x4e00, 102,
        0x4e03, 102,
        0x4e09, 102,
        0x4e5d, 102,
        0x4e8c, 102,
        0x4e94, 102,
        0x516b, 102,
        0x516d, 102,
        0x5341, 102,
        0x56db, 102,
        0x767e, 102,
      );
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 103:
      ACCEPT_TOKEN(sym__title_text);
      if (lookahead == 0x4e4b) ADVANCE(133);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 104:
      ACCEPT_TOKEN(sym__title_text);
      if (lookahead == 0x5143) ADVANCE(191);
      if (set_contains(sym_placeholder_character_set_1, 11, lookahead) ||
          lookahead == '\r' ||
          lookahead == '(' ||
          ('0' <= lookahead && lookahead <= '9') ||
          lookahead == '<' ||
          lookahead == '[' ||
          lookahead == 0x3002 ||
          lookahead == 0x3014 ||
          lookahead == 0x4e00 ||
          lookahead == 0x4e03 ||
          lookahead == 0x4e09 ||
          lookahead == 0x4e5d ||
          lookahead == 0x4e8c ||
          lookahead == 0x4e94 ||
          lookahead == 0x516b ||
          lookahead == 0x516d ||
          lookahead == 0x5341 ||
          lookahead == 0x56db ||
          lookahead == 0x767e ||
          lookahead == 0x7b2c ||
          lookahead == 0xff08 ||
          (0xff10 <= lookahead && lookahead <= 0xff19) ||
          lookahead == 0xff3b) ADVANCE(140);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(139);
      END_STATE();
    case 105:
      ACCEPT_TOKEN(sym__title_text);
      if (lookahead == 0x5206) ADVANCE(114);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 106:
      ACCEPT_TOKEN(sym__title_text);
      if (lookahead == 0x53f7) ADVANCE(141);
      if (lookahead == '\t' ||
          lookahead == ' ') ADVANCE(107);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(106);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 107:
      ACCEPT_TOKEN(sym__title_text);
      if (lookahead == 0x53f7) ADVANCE(141);
      if (lookahead == '\t' ||
          lookahead == ' ') ADVANCE(107);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 108:
      ACCEPT_TOKEN(sym__title_text);
      if (lookahead == 0x5e74) ADVANCE(149);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 109:
      ACCEPT_TOKEN(sym__title_text);
      if (lookahead == 0x65b9) ADVANCE(117);
      if (set_contains(sym_placeholder_character_set_1, 11, lookahead) ||
          lookahead == '\r' ||
          lookahead == '(' ||
          ('0' <= lookahead && lookahead <= '9') ||
          lookahead == '<' ||
          lookahead == '[' ||
          lookahead == 0x3002 ||
          lookahead == 0x3014 ||
          lookahead == 0x4e00 ||
          lookahead == 0x4e03 ||
          lookahead == 0x4e09 ||
          lookahead == 0x4e5d ||
          lookahead == 0x4e8c ||
          lookahead == 0x4e94 ||
          lookahead == 0x516b ||
          lookahead == 0x516d ||
          lookahead == 0x5341 ||
          lookahead == 0x56db ||
          lookahead == 0x767e ||
          lookahead == 0x7b2c ||
          lookahead == 0xff08 ||
          (0xff10 <= lookahead && lookahead <= 0xff19) ||
          lookahead == 0xff3b) ADVANCE(140);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(139);
      END_STATE();
    case 110:
      ACCEPT_TOKEN(sym__title_text);
      if (lookahead == 0x65e5) ADVANCE(148);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(111);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 111:
      ACCEPT_TOKEN(sym__title_text);
      if (lookahead == 0x65e5) ADVANCE(148);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 112:
      ACCEPT_TOKEN(sym__title_text);
      if (lookahead == 0x6708) ADVANCE(153);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(113);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 113:
      ACCEPT_TOKEN(sym__title_text);
      if (lookahead == 0x6708) ADVANCE(153);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 114:
      ACCEPT_TOKEN(sym__title_text);
      if (lookahead == 0x70b9) ADVANCE(155);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 115:
      ACCEPT_TOKEN(sym__title_text);
      if (lookahead == 0x767e) ADVANCE(105);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 116:
      ACCEPT_TOKEN(sym__title_text);
      if (lookahead == 0x7b2c) ADVANCE(119);
      if (lookahead == '\t' ||
          lookahead == ' ') ADVANCE(116);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(106);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 117:
      ACCEPT_TOKEN(sym__title_text);
      if (lookahead == 0x7c73) ADVANCE(191);
      if (set_contains(sym_placeholder_character_set_1, 11, lookahead) ||
          lookahead == '\r' ||
          lookahead == '(' ||
          ('0' <= lookahead && lookahead <= '9') ||
          lookahead == '<' ||
          lookahead == '[' ||
          lookahead == 0x3002 ||
          lookahead == 0x3014 ||
          lookahead == 0x4e00 ||
          lookahead == 0x4e03 ||
          lookahead == 0x4e09 ||
          lookahead == 0x4e5d ||
          lookahead == 0x4e8c ||
          lookahead == 0x4e94 ||
          lookahead == 0x516b ||
          lookahead == 0x516d ||
          lookahead == 0x5341 ||
          lookahead == 0x56db ||
          lookahead == 0x767e ||
          lookahead == 0x7b2c ||
          lookahead == 0xff08 ||
          (0xff10 <= lookahead && lookahead <= 0xff19) ||
          lookahead == 0xff3b) ADVANCE(140);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(139);
      END_STATE();
    case 118:
      ACCEPT_TOKEN(sym__title_text);
      if (lookahead == 0x91cc) ADVANCE(191);
      if (set_contains(sym_placeholder_character_set_1, 11, lookahead) ||
          lookahead == '\r' ||
          lookahead == '(' ||
          ('0' <= lookahead && lookahead <= '9') ||
          lookahead == '<' ||
          lookahead == '[' ||
          lookahead == 0x3002 ||
          lookahead == 0x3014 ||
          lookahead == 0x4e00 ||
          lookahead == 0x4e03 ||
          lookahead == 0x4e09 ||
          lookahead == 0x4e5d ||
          lookahead == 0x4e8c ||
          lookahead == 0x4e94 ||
          lookahead == 0x516b ||
          lookahead == 0x516d ||
          lookahead == 0x5341 ||
          lookahead == 0x56db ||
          lookahead == 0x767e ||
          lookahead == 0x7b2c ||
          lookahead == 0xff08 ||
          (0xff10 <= lookahead && lookahead <= 0xff19) ||
          lookahead == 0xff3b) ADVANCE(140);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(139);
      END_STATE();
    case 119:
      ACCEPT_TOKEN(sym__title_text);
      if (lookahead == '\t' ||
          lookahead == ' ') ADVANCE(119);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(106);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 120:
      ACCEPT_TOKEN(sym__title_text);
      ADVANCE_MAP(
        '\t', 120,
        ' ', 120,
        '(', 132,
        0xff08, 132,
        0x4e00, 102,
        0x4e03, 102,
        0x4e09, 102,
        0x4e5d, 102,
        0x4e8c, 102,
        0x4e94, 102,
        0x516b, 102,
        0x516d, 102,
        0x5341, 102,
        0x56db, 102,
        0x767e, 102,
        '\r', 140,
        '<', 140,
        'X', 140,
        '[', 140,
        '_', 140,
        'x', 140,
        0xd7, 140,
        0x25a1, 140,
        0x25cb, 140,
        0x2715, 140,
        0x3002, 140,
        0x3010, 140,
        0x3014, 140,
        0x7b2c, 140,
        0xff0a, 140,
        0xff38, 140,
        0xff3b, 140,
        0xff58, 140,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(126);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(139);
      END_STATE();
    case 121:
      ACCEPT_TOKEN(sym__title_text);
      ADVANCE_MAP(
        '\t', 121,
        ' ', 121,
        ')', 116,
        ']', 116,
        0x3011, 116,
        0x3015, 116,
        0xff09, 116,
        0xff3d, 116,
      );
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 122:
      ACCEPT_TOKEN(sym__title_text);
      if (lookahead == ')' ||
          lookahead == 0xff09) ADVANCE(80);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(128);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 123:
      ACCEPT_TOKEN(sym__title_text);
      if (lookahead == ')' ||
          lookahead == 0xff09) ADVANCE(80);
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(124);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 124:
      ACCEPT_TOKEN(sym__title_text);
      if (lookahead == ')' ||
          lookahead == 0xff09) ADVANCE(80);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 125:
      ACCEPT_TOKEN(sym__title_text);
      ADVANCE_MAP(
        ')', 76,
        0xff09, 76,
        0x4e00, 125,
        0x4e03, 125,
        0x4e09, 125,
        0x4e5d, 125,
        0x4e8c, 125,
        0x4e94, 125,
        0x516b, 125,
        0x516d, 125,
        0x5341, 125,
        0x56db, 125,
        0x767e, 125,
      );
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 126:
      ACCEPT_TOKEN(sym__title_text);
      if (lookahead == '.' ||
          lookahead == 0x3001 ||
          lookahead == 0xff0e) ADVANCE(77);
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(127);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 127:
      ACCEPT_TOKEN(sym__title_text);
      if (lookahead == '.' ||
          lookahead == 0x3001 ||
          lookahead == 0xff0e) ADVANCE(77);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 128:
      ACCEPT_TOKEN(sym__title_text);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(121);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 129:
      ACCEPT_TOKEN(sym__title_text);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(108);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 130:
      ACCEPT_TOKEN(sym__title_text);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(128);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 131:
      ACCEPT_TOKEN(sym__title_text);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(129);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 132:
      ACCEPT_TOKEN(sym__title_text);
      ADVANCE_MAP(
        0x4e00, 125,
        0x4e03, 125,
        0x4e09, 125,
        0x4e5d, 125,
        0x4e8c, 125,
        0x4e94, 125,
        0x516b, 125,
        0x516d, 125,
        0x5341, 125,
        0x56db, 125,
        0x767e, 125,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(123);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 133:
      ACCEPT_TOKEN(sym__title_text);
      ADVANCE_MAP(
        0x4e00, 156,
        0x4e03, 156,
        0x4e09, 156,
        0x4e5d, 156,
        0x4e8c, 156,
        0x4e94, 156,
        0x516b, 156,
        0x516d, 156,
        0x5341, 156,
        0x56db, 156,
        0x70b9, 156,
        0x767e, 156,
        0x96f6, 156,
      );
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 134:
      ACCEPT_TOKEN(sym__title_text);
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(187);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 135:
      ACCEPT_TOKEN(sym__title_text);
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(183);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 136:
      ACCEPT_TOKEN(sym__title_text);
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(190);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 137:
      ACCEPT_TOKEN(sym__title_text);
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(135);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 138:
      ACCEPT_TOKEN(sym__title_text);
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(137);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 139:
      ACCEPT_TOKEN(sym__title_text);
      if (set_contains(sym_placeholder_character_set_1, 11, lookahead) ||
          lookahead == '\r' ||
          lookahead == '(' ||
          ('0' <= lookahead && lookahead <= '9') ||
          lookahead == '<' ||
          lookahead == '[' ||
          lookahead == 0x3002 ||
          lookahead == 0x3014 ||
          lookahead == 0x4e00 ||
          lookahead == 0x4e03 ||
          lookahead == 0x4e09 ||
          lookahead == 0x4e5d ||
          lookahead == 0x4e8c ||
          lookahead == 0x4e94 ||
          lookahead == 0x516b ||
          lookahead == 0x516d ||
          lookahead == 0x5341 ||
          lookahead == 0x56db ||
          lookahead == 0x767e ||
          lookahead == 0x7b2c ||
          lookahead == 0xff08 ||
          (0xff10 <= lookahead && lookahead <= 0xff19) ||
          lookahead == 0xff3b) ADVANCE(140);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(139);
      END_STATE();
    case 140:
      ACCEPT_TOKEN(sym__title_text);
      if (lookahead != 0 &&
          lookahead != '\n' &&
          lookahead != 0x300a &&
          lookahead != 0x300b) ADVANCE(140);
      END_STATE();
    case 141:
      ACCEPT_TOKEN(sym_document_number);
      END_STATE();
    case 142:
      ACCEPT_TOKEN(sym_document_number);
      if (lookahead == 0x3011) ADVANCE(143);
      if (lookahead != 0 &&
          lookahead != '\n') ADVANCE(36);
      END_STATE();
    case 143:
      ACCEPT_TOKEN(sym_placeholder);
      END_STATE();
    case 144:
      ACCEPT_TOKEN(sym_placeholder);
      if (lookahead == '_') ADVANCE(144);
      END_STATE();
    case 145:
      ACCEPT_TOKEN(sym_placeholder);
      if (lookahead == 0x7b2c) ADVANCE(51);
      if (lookahead == '\t' ||
          lookahead == ' ') ADVANCE(50);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(42);
      END_STATE();
    case 146:
      ACCEPT_TOKEN(sym_placeholder);
      ADVANCE_MAP(
        'X', 146,
        'x', 146,
        0xd7, 146,
        0x25a1, 146,
        0x25cb, 146,
        0x2715, 146,
        0xff0a, 146,
        0xff38, 146,
        0xff58, 146,
      );
      END_STATE();
    case 147:
      ACCEPT_TOKEN(sym_enumeration);
      END_STATE();
    case 148:
      ACCEPT_TOKEN(sym_date);
      END_STATE();
    case 149:
      ACCEPT_TOKEN(sym_date);
      if (lookahead == 0x5ea6) ADVANCE(148);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(112);
      END_STATE();
    case 150:
      ACCEPT_TOKEN(sym_date);
      if (lookahead == 0x5ea6) ADVANCE(148);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(47);
      END_STATE();
    case 151:
      ACCEPT_TOKEN(sym_date);
      if (lookahead == 0x4efd ||
          lookahead == 0x521d ||
          lookahead == 0x5e95) ADVANCE(148);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(110);
      END_STATE();
    case 152:
      ACCEPT_TOKEN(sym_date);
      if (lookahead == 0x4efd ||
          lookahead == 0x521d ||
          lookahead == 0x5e95) ADVANCE(148);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(45);
      END_STATE();
    case 153:
      ACCEPT_TOKEN(sym_date);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(110);
      END_STATE();
    case 154:
      ACCEPT_TOKEN(sym_date);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(45);
      END_STATE();
    case 155:
      ACCEPT_TOKEN(sym_percentage);
      END_STATE();
    case 156:
      ACCEPT_TOKEN(sym_percentage);
      ADVANCE_MAP(
        0x4e00, 156,
        0x4e03, 156,
        0x4e09, 156,
        0x4e5d, 156,
        0x4e8c, 156,
        0x4e94, 156,
        0x516b, 156,
        0x516d, 156,
        0x5341, 156,
        0x56db, 156,
        0x70b9, 156,
        0x767e, 156,
        0x96f6, 156,
      );
      END_STATE();
    case 157:
      ACCEPT_TOKEN(aux_sym_number_token1);
      END_STATE();
    case 158:
      ACCEPT_TOKEN(aux_sym_number_token1);
      ADVANCE_MAP(
        '0', 165,
        0x3001, 77,
        0x4e2a, 115,
        0x6708, 151,
        ',', 138,
        0xff0c, 138,
        '.', 78,
        0xff0e, 78,
        0x4f59, 157,
        0x591a, 157,
        '%', 155,
        0x2030, 155,
        0xff05, 155,
        0x4e07, 185,
        0x4ebf, 185,
        0x5343, 185,
        0x767e, 185,
      );
      if (('1' <= lookahead && lookahead <= '9')) ADVANCE(166);
      if ((0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(167);
      END_STATE();
    case 159:
      ACCEPT_TOKEN(aux_sym_number_token1);
      ADVANCE_MAP(
        '0', 179,
        0x4e2a, 49,
        0x6708, 152,
        ',', 70,
        0xff0c, 70,
        '.', 67,
        0xff0e, 67,
        0x4f59, 157,
        0x591a, 157,
        '%', 155,
        0x2030, 155,
        0xff05, 155,
        0x4e07, 185,
        0x4ebf, 185,
        0x5343, 185,
        0x767e, 185,
      );
      if (('1' <= lookahead && lookahead <= '9')) ADVANCE(180);
      if ((0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(182);
      END_STATE();
    case 160:
      ACCEPT_TOKEN(aux_sym_number_token1);
      ADVANCE_MAP(
        '0', 170,
        0x3001, 77,
        0x4e2a, 49,
        0x6708, 152,
        ',', 70,
        0xff0c, 70,
        '.', 79,
        0xff0e, 79,
        0x4f59, 157,
        0x591a, 157,
        '%', 155,
        0x2030, 155,
        0xff05, 155,
        0x4e07, 185,
        0x4ebf, 185,
        0x5343, 185,
        0x767e, 185,
      );
      if (('1' <= lookahead && lookahead <= '9')) ADVANCE(171);
      if ((0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(172);
      END_STATE();
    case 161:
      ACCEPT_TOKEN(aux_sym_number_token1);
      ADVANCE_MAP(
        '9', 165,
        0x3001, 77,
        0x4e2a, 115,
        0x6708, 151,
        ',', 138,
        0xff0c, 138,
        '.', 78,
        0xff0e, 78,
        0x4f59, 157,
        0x591a, 157,
        '%', 155,
        0x2030, 155,
        0xff05, 155,
        0x4e07, 185,
        0x4ebf, 185,
        0x5343, 185,
        0x767e, 185,
      );
      if (('0' <= lookahead && lookahead <= '8')) ADVANCE(166);
      if ((0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(167);
      END_STATE();
    case 162:
      ACCEPT_TOKEN(aux_sym_number_token1);
      ADVANCE_MAP(
        '9', 179,
        0x4e2a, 49,
        0x6708, 152,
        ',', 70,
        0xff0c, 70,
        '.', 67,
        0xff0e, 67,
        0x4f59, 157,
        0x591a, 157,
        '%', 155,
        0x2030, 155,
        0xff05, 155,
        0x4e07, 185,
        0x4ebf, 185,
        0x5343, 185,
        0x767e, 185,
      );
      if (('0' <= lookahead && lookahead <= '8')) ADVANCE(180);
      if ((0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(182);
      END_STATE();
    case 163:
      ACCEPT_TOKEN(aux_sym_number_token1);
      ADVANCE_MAP(
        '9', 170,
        0x3001, 77,
        0x4e2a, 49,
        0x6708, 152,
        ',', 70,
        0xff0c, 70,
        '.', 79,
        0xff0e, 79,
        0x4f59, 157,
        0x591a, 157,
        '%', 155,
        0x2030, 155,
        0xff05, 155,
        0x4e07, 185,
        0x4ebf, 185,
        0x5343, 185,
        0x767e, 185,
      );
      if (('0' <= lookahead && lookahead <= '8')) ADVANCE(171);
      if ((0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(172);
      END_STATE();
    case 164:
      ACCEPT_TOKEN(aux_sym_number_token1);
      ADVANCE_MAP(
        0x3001, 77,
        0x4e2a, 115,
        0x6708, 151,
        ',', 138,
        0xff0c, 138,
        '.', 78,
        0xff0e, 78,
        0x4f59, 157,
        0x591a, 157,
        '%', 155,
        0x2030, 155,
        0xff05, 155,
        0x4e07, 185,
        0x4ebf, 185,
        0x5343, 185,
        0x767e, 185,
      );
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(166);
      if ((0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(167);
      END_STATE();
    case 165:
      ACCEPT_TOKEN(aux_sym_number_token1);
      ADVANCE_MAP(
        0x3001, 77,
        0x4e2a, 115,
        0x6708, 151,
        ',', 138,
        0xff0c, 138,
        '.', 78,
        0xff0e, 78,
        0x4f59, 157,
        0x591a, 157,
        '%', 155,
        0x2030, 155,
        0xff05, 155,
        0x4e07, 185,
        0x4ebf, 185,
        0x5343, 185,
        0x767e, 185,
      );
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(175);
      if ((0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(176);
      END_STATE();
    case 166:
      ACCEPT_TOKEN(aux_sym_number_token1);
      ADVANCE_MAP(
        0x3001, 77,
        0x4e2a, 115,
        0x6708, 151,
        ',', 138,
        0xff0c, 138,
        '.', 78,
        0xff0e, 78,
        0x4f59, 157,
        0x591a, 157,
        '%', 155,
        0x2030, 155,
        0xff05, 155,
        0x4e07, 185,
        0x4ebf, 185,
        0x5343, 185,
        0x767e, 185,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(176);
      END_STATE();
    case 167:
      ACCEPT_TOKEN(aux_sym_number_token1);
      ADVANCE_MAP(
        0x3001, 77,
        0x4e2a, 115,
        ',', 138,
        0xff0c, 138,
        '.', 78,
        0xff0e, 78,
        0x4f59, 157,
        0x591a, 157,
        '%', 155,
        0x2030, 155,
        0xff05, 155,
        0x4e07, 185,
        0x4ebf, 185,
        0x5343, 185,
        0x767e, 185,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(176);
      END_STATE();
    case 168:
      ACCEPT_TOKEN(aux_sym_number_token1);
      ADVANCE_MAP(
        0x3001, 77,
        0x4e2a, 115,
        ',', 138,
        0xff0c, 138,
        '.', 78,
        0xff0e, 78,
        0x4f59, 157,
        0x591a, 157,
        '%', 155,
        0x2030, 155,
        0xff05, 155,
        0x4e07, 185,
        0x4ebf, 185,
        0x5343, 185,
        0x767e, 185,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(167);
      END_STATE();
    case 169:
      ACCEPT_TOKEN(aux_sym_number_token1);
      ADVANCE_MAP(
        0x3001, 77,
        0x4e2a, 49,
        0x6708, 152,
        ',', 70,
        0xff0c, 70,
        '.', 79,
        0xff0e, 79,
        0x4f59, 157,
        0x591a, 157,
        '%', 155,
        0x2030, 155,
        0xff05, 155,
        0x4e07, 185,
        0x4ebf, 185,
        0x5343, 185,
        0x767e, 185,
      );
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(171);
      if ((0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(172);
      END_STATE();
    case 170:
      ACCEPT_TOKEN(aux_sym_number_token1);
      ADVANCE_MAP(
        0x3001, 77,
        0x4e2a, 49,
        0x6708, 152,
        ',', 70,
        0xff0c, 70,
        '.', 79,
        0xff0e, 79,
        0x4f59, 157,
        0x591a, 157,
        '%', 155,
        0x2030, 155,
        0xff05, 155,
        0x4e07, 185,
        0x4ebf, 185,
        0x5343, 185,
        0x767e, 185,
      );
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(181);
      if ((0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(182);
      END_STATE();
    case 171:
      ACCEPT_TOKEN(aux_sym_number_token1);
      ADVANCE_MAP(
        0x3001, 77,
        0x4e2a, 49,
        0x6708, 152,
        ',', 70,
        0xff0c, 70,
        '.', 79,
        0xff0e, 79,
        0x4f59, 157,
        0x591a, 157,
        '%', 155,
        0x2030, 155,
        0xff05, 155,
        0x4e07, 185,
        0x4ebf, 185,
        0x5343, 185,
        0x767e, 185,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(182);
      END_STATE();
    case 172:
      ACCEPT_TOKEN(aux_sym_number_token1);
      ADVANCE_MAP(
        0x3001, 77,
        0x4e2a, 49,
        ',', 70,
        0xff0c, 70,
        '.', 79,
        0xff0e, 79,
        0x4f59, 157,
        0x591a, 157,
        '%', 155,
        0x2030, 155,
        0xff05, 155,
        0x4e07, 185,
        0x4ebf, 185,
        0x5343, 185,
        0x767e, 185,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(182);
      END_STATE();
    case 173:
      ACCEPT_TOKEN(aux_sym_number_token1);
      ADVANCE_MAP(
        0x3001, 77,
        0x4e2a, 49,
        ',', 70,
        0xff0c, 70,
        '.', 79,
        0xff0e, 79,
        0x4f59, 157,
        0x591a, 157,
        '%', 155,
        0x2030, 155,
        0xff05, 155,
        0x4e07, 185,
        0x4ebf, 185,
        0x5343, 185,
        0x767e, 185,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(172);
      END_STATE();
    case 174:
      ACCEPT_TOKEN(aux_sym_number_token1);
      ADVANCE_MAP(
        0x4e2a, 115,
        0x5e74, 149,
        ',', 138,
        0xff0c, 138,
        '.', 134,
        0xff0e, 134,
        0x4f59, 157,
        0x591a, 157,
        '%', 155,
        0x2030, 155,
        0xff05, 155,
        0x4e07, 185,
        0x4ebf, 185,
        0x5343, 185,
        0x767e, 185,
        '-', 96,
        '~', 96,
        0x2013, 96,
        0x2014, 96,
        0x81f3, 96,
        0xff0d, 96,
        0xff5e, 96,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(176);
      END_STATE();
    case 175:
      ACCEPT_TOKEN(aux_sym_number_token1);
      ADVANCE_MAP(
        0x4e2a, 115,
        ',', 138,
        0xff0c, 138,
        '.', 134,
        0xff0e, 134,
        0x4f59, 157,
        0x591a, 157,
        '%', 155,
        0x2030, 155,
        0xff05, 155,
        0x4e07, 185,
        0x4ebf, 185,
        0x5343, 185,
        0x767e, 185,
      );
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(174);
      if ((0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(176);
      END_STATE();
    case 176:
      ACCEPT_TOKEN(aux_sym_number_token1);
      ADVANCE_MAP(
        0x4e2a, 115,
        ',', 138,
        0xff0c, 138,
        '.', 134,
        0xff0e, 134,
        0x4f59, 157,
        0x591a, 157,
        '%', 155,
        0x2030, 155,
        0xff05, 155,
        0x4e07, 185,
        0x4ebf, 185,
        0x5343, 185,
        0x767e, 185,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(176);
      END_STATE();
    case 177:
      ACCEPT_TOKEN(aux_sym_number_token1);
      ADVANCE_MAP(
        0x4e2a, 49,
        0x5e74, 150,
        ',', 70,
        0xff0c, 70,
        '.', 67,
        0xff0e, 67,
        0x4f59, 157,
        0x591a, 157,
        '%', 155,
        0x2030, 155,
        0xff05, 155,
        0x4e07, 185,
        0x4ebf, 185,
        0x5343, 185,
        0x767e, 185,
        '-', 19,
        '~', 19,
        0x2013, 19,
        0x2014, 19,
        0x81f3, 19,
        0xff0d, 19,
        0xff5e, 19,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(182);
      END_STATE();
    case 178:
      ACCEPT_TOKEN(aux_sym_number_token1);
      ADVANCE_MAP(
        0x4e2a, 49,
        0x6708, 152,
        ',', 70,
        0xff0c, 70,
        '.', 67,
        0xff0e, 67,
        0x4f59, 157,
        0x591a, 157,
        '%', 155,
        0x2030, 155,
        0xff05, 155,
        0x4e07, 185,
        0x4ebf, 185,
        0x5343, 185,
        0x767e, 185,
      );
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(180);
      if ((0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(182);
      END_STATE();
    case 179:
      ACCEPT_TOKEN(aux_sym_number_token1);
      ADVANCE_MAP(
        0x4e2a, 49,
        0x6708, 152,
        ',', 70,
        0xff0c, 70,
        '.', 67,
        0xff0e, 67,
        0x4f59, 157,
        0x591a, 157,
        '%', 155,
        0x2030, 155,
        0xff05, 155,
        0x4e07, 185,
        0x4ebf, 185,
        0x5343, 185,
        0x767e, 185,
      );
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(181);
      if ((0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(182);
      END_STATE();
    case 180:
      ACCEPT_TOKEN(aux_sym_number_token1);
      ADVANCE_MAP(
        0x4e2a, 49,
        0x6708, 152,
        ',', 70,
        0xff0c, 70,
        '.', 67,
        0xff0e, 67,
        0x4f59, 157,
        0x591a, 157,
        '%', 155,
        0x2030, 155,
        0xff05, 155,
        0x4e07, 185,
        0x4ebf, 185,
        0x5343, 185,
        0x767e, 185,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(182);
      END_STATE();
    case 181:
      ACCEPT_TOKEN(aux_sym_number_token1);
      ADVANCE_MAP(
        0x4e2a, 49,
        ',', 70,
        0xff0c, 70,
        '.', 67,
        0xff0e, 67,
        0x4f59, 157,
        0x591a, 157,
        '%', 155,
        0x2030, 155,
        0xff05, 155,
        0x4e07, 185,
        0x4ebf, 185,
        0x5343, 185,
        0x767e, 185,
      );
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(177);
      if ((0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(182);
      END_STATE();
    case 182:
      ACCEPT_TOKEN(aux_sym_number_token1);
      ADVANCE_MAP(
        0x4e2a, 49,
        ',', 70,
        0xff0c, 70,
        '.', 67,
        0xff0e, 67,
        0x4f59, 157,
        0x591a, 157,
        '%', 155,
        0x2030, 155,
        0xff05, 155,
        0x4e07, 185,
        0x4ebf, 185,
        0x5343, 185,
        0x767e, 185,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(182);
      END_STATE();
    case 183:
      ACCEPT_TOKEN(aux_sym_number_token1);
      ADVANCE_MAP(
        ',', 138,
        0xff0c, 138,
        '.', 136,
        0xff0e, 136,
        0x4f59, 157,
        0x591a, 157,
        0x4e07, 185,
        0x4ebf, 185,
        0x5343, 185,
        0x767e, 185,
      );
      END_STATE();
    case 184:
      ACCEPT_TOKEN(aux_sym_number_token1);
      ADVANCE_MAP(
        ',', 70,
        0xff0c, 70,
        '.', 66,
        0xff0e, 66,
        0x4f59, 157,
        0x591a, 157,
        0x4e07, 185,
        0x4ebf, 185,
        0x5343, 185,
        0x767e, 185,
      );
      END_STATE();
    case 185:
      ACCEPT_TOKEN(aux_sym_number_token1);
      if (lookahead == 0x4f59 ||
          lookahead == 0x591a) ADVANCE(157);
      END_STATE();
    case 186:
      ACCEPT_TOKEN(aux_sym_number_token2);
      END_STATE();
    case 187:
      ACCEPT_TOKEN(aux_sym_number_token2);
      ADVANCE_MAP(
        0x4e2a, 115,
        0x4f59, 186,
        0x591a, 186,
        '%', 155,
        0x2030, 155,
        0xff05, 155,
        0x4e07, 189,
        0x4ebf, 189,
        0x5343, 189,
        0x767e, 189,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(187);
      END_STATE();
    case 188:
      ACCEPT_TOKEN(aux_sym_number_token2);
      ADVANCE_MAP(
        0x4e2a, 49,
        0x4f59, 186,
        0x591a, 186,
        '%', 155,
        0x2030, 155,
        0xff05, 155,
        0x4e07, 189,
        0x4ebf, 189,
        0x5343, 189,
        0x767e, 189,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(188);
      END_STATE();
    case 189:
      ACCEPT_TOKEN(aux_sym_number_token2);
      if (lookahead == 0x4f59 ||
          lookahead == 0x591a) ADVANCE(186);
      END_STATE();
    case 190:
      ACCEPT_TOKEN(aux_sym_number_token2);
      if (lookahead == 0x4f59 ||
          lookahead == 0x591a) ADVANCE(186);
      if (lookahead == 0x4e07 ||
          lookahead == 0x4ebf ||
          lookahead == 0x5343 ||
          lookahead == 0x767e) ADVANCE(189);
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(190);
      END_STATE();
    case 191:
      ACCEPT_TOKEN(sym_unit);
      END_STATE();
    case 192:
      ACCEPT_TOKEN(sym_unit);
      if (lookahead == 0x6b21) ADVANCE(191);
      END_STATE();
    case 193:
      ACCEPT_TOKEN(sym_stop);
      END_STATE();
    case 194:
      ACCEPT_TOKEN(aux_sym__text_token1);
      ADVANCE_MAP(
        '\n', 221,
        '\r', 222,
        '#', 200,
        '(', 64,
        0xff08, 64,
        '\t', 194,
        ' ', 194,
        0x3000, 194,
        0x4e00, 25,
        0x4e03, 25,
        0x4e09, 25,
        0x4e5d, 25,
        0x4e8c, 25,
        0x4e94, 25,
        0x516b, 25,
        0x516d, 25,
        0x5341, 25,
        0x56db, 25,
        0x767e, 25,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(59);
      if ((!eof && set_contains(aux_sym__text_token1_character_set_1, 36, lookahead))) ADVANCE(206);
      END_STATE();
    case 195:
      ACCEPT_TOKEN(aux_sym__text_token1);
      if (lookahead == '\n') ADVANCE(221);
      if (lookahead == '\r') ADVANCE(222);
      if (lookahead == '\t' ||
          lookahead == ' ' ||
          lookahead == 0x3000) ADVANCE(195);
      if ((!eof && set_contains(aux_sym__text_token1_character_set_1, 36, lookahead))) ADVANCE(206);
      END_STATE();
    case 196:
      ACCEPT_TOKEN(aux_sym__text_token1);
      ADVANCE_MAP(
        '#', 205,
        '\t', 205,
        ' ', 205,
        '(', 64,
        0xff08, 64,
        0x4e00, 25,
        0x4e03, 25,
        0x4e09, 25,
        0x4e5d, 25,
        0x4e8c, 25,
        0x4e94, 25,
        0x516b, 25,
        0x516d, 25,
        0x5341, 25,
        0x56db, 25,
        0x767e, 25,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(59);
      if ((!eof && set_contains(aux_sym__text_token1_character_set_1, 36, lookahead))) ADVANCE(206);
      END_STATE();
    case 197:
      ACCEPT_TOKEN(aux_sym__text_token1);
      ADVANCE_MAP(
        '#', 196,
        '\t', 205,
        ' ', 205,
        '(', 64,
        0xff08, 64,
        0x4e00, 25,
        0x4e03, 25,
        0x4e09, 25,
        0x4e5d, 25,
        0x4e8c, 25,
        0x4e94, 25,
        0x516b, 25,
        0x516d, 25,
        0x5341, 25,
        0x56db, 25,
        0x767e, 25,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(59);
      if ((!eof && set_contains(aux_sym__text_token1_character_set_1, 36, lookahead))) ADVANCE(206);
      END_STATE();
    case 198:
      ACCEPT_TOKEN(aux_sym__text_token1);
      ADVANCE_MAP(
        '#', 197,
        '\t', 205,
        ' ', 205,
        '(', 64,
        0xff08, 64,
        0x4e00, 25,
        0x4e03, 25,
        0x4e09, 25,
        0x4e5d, 25,
        0x4e8c, 25,
        0x4e94, 25,
        0x516b, 25,
        0x516d, 25,
        0x5341, 25,
        0x56db, 25,
        0x767e, 25,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(59);
      if ((!eof && set_contains(aux_sym__text_token1_character_set_1, 36, lookahead))) ADVANCE(206);
      END_STATE();
    case 199:
      ACCEPT_TOKEN(aux_sym__text_token1);
      ADVANCE_MAP(
        '#', 198,
        '\t', 205,
        ' ', 205,
        '(', 64,
        0xff08, 64,
        0x4e00, 25,
        0x4e03, 25,
        0x4e09, 25,
        0x4e5d, 25,
        0x4e8c, 25,
        0x4e94, 25,
        0x516b, 25,
        0x516d, 25,
        0x5341, 25,
        0x56db, 25,
        0x767e, 25,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(59);
      if ((!eof && set_contains(aux_sym__text_token1_character_set_1, 36, lookahead))) ADVANCE(206);
      END_STATE();
    case 200:
      ACCEPT_TOKEN(aux_sym__text_token1);
      ADVANCE_MAP(
        '#', 199,
        '\t', 205,
        ' ', 205,
        '(', 64,
        0xff08, 64,
        0x4e00, 25,
        0x4e03, 25,
        0x4e09, 25,
        0x4e5d, 25,
        0x4e8c, 25,
        0x4e94, 25,
        0x516b, 25,
        0x516d, 25,
        0x5341, 25,
        0x56db, 25,
        0x767e, 25,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(59);
      if ((!eof && set_contains(aux_sym__text_token1_character_set_1, 36, lookahead))) ADVANCE(206);
      END_STATE();
    case 201:
      ACCEPT_TOKEN(aux_sym__text_token1);
      if (lookahead == 0x5143) ADVANCE(191);
      if ((!eof && set_contains(aux_sym__text_token1_character_set_1, 36, lookahead))) ADVANCE(206);
      END_STATE();
    case 202:
      ACCEPT_TOKEN(aux_sym__text_token1);
      if (lookahead == 0x65b9) ADVANCE(203);
      if ((!eof && set_contains(aux_sym__text_token1_character_set_1, 36, lookahead))) ADVANCE(206);
      END_STATE();
    case 203:
      ACCEPT_TOKEN(aux_sym__text_token1);
      if (lookahead == 0x7c73) ADVANCE(191);
      if ((!eof && set_contains(aux_sym__text_token1_character_set_1, 36, lookahead))) ADVANCE(206);
      END_STATE();
    case 204:
      ACCEPT_TOKEN(aux_sym__text_token1);
      if (lookahead == 0x91cc) ADVANCE(191);
      if ((!eof && set_contains(aux_sym__text_token1_character_set_1, 36, lookahead))) ADVANCE(206);
      END_STATE();
    case 205:
      ACCEPT_TOKEN(aux_sym__text_token1);
      ADVANCE_MAP(
        '\t', 205,
        ' ', 205,
        '(', 64,
        0xff08, 64,
        0x4e00, 25,
        0x4e03, 25,
        0x4e09, 25,
        0x4e5d, 25,
        0x4e8c, 25,
        0x4e94, 25,
        0x516b, 25,
        0x516d, 25,
        0x5341, 25,
        0x56db, 25,
        0x767e, 25,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(59);
      if ((!eof && set_contains(aux_sym__text_token1_character_set_1, 36, lookahead))) ADVANCE(206);
      END_STATE();
    case 206:
      ACCEPT_TOKEN(aux_sym__text_token1);
      if ((!eof && set_contains(aux_sym__text_token1_character_set_1, 36, lookahead))) ADVANCE(206);
      END_STATE();
    case 207:
      ACCEPT_TOKEN(aux_sym__text_token2);
      END_STATE();
    case 208:
      ACCEPT_TOKEN(aux_sym__text_token2);
      if (lookahead == '!') ADVANCE(11);
      END_STATE();
    case 209:
      ACCEPT_TOKEN(aux_sym__text_token2);
      if (lookahead == '1') ADVANCE(20);
      if (lookahead == '2') ADVANCE(13);
      if (lookahead == 0x3011) ADVANCE(143);
      if (lookahead == 0x6838) ADVANCE(31);
      if (lookahead == '\t' ||
          lookahead == ' ') ADVANCE(17);
      if (lookahead != 0 &&
          lookahead != '\t' &&
          lookahead != '\n') ADVANCE(36);
      END_STATE();
    case 210:
      ACCEPT_TOKEN(aux_sym__text_token2);
      ADVANCE_MAP(
        '1', 21,
        '2', 14,
        '\t', 18,
        ' ', 18,
        0x4e00, 57,
        0x4e03, 57,
        0x4e09, 57,
        0x4e5d, 57,
        0x4e8c, 57,
        0x4e94, 57,
        0x516b, 57,
        0x516d, 57,
        0x5341, 57,
        0x56db, 57,
        0x767e, 57,
      );
      if (('0' <= lookahead && lookahead <= '9') ||
          (0xff10 <= lookahead && lookahead <= 0xff19)) ADVANCE(56);
      END_STATE();
    case 211:
      ACCEPT_TOKEN(aux_sym__text_token2);
      if (lookahead == '1') ADVANCE(22);
      if (lookahead == '2') ADVANCE(15);
      if (lookahead == '\t' ||
          lookahead == ' ') ADVANCE(18);
      END_STATE();
    case 212:
      ACCEPT_TOKEN(aux_sym__text_token2);
      if (lookahead == '_') ADVANCE(144);
      END_STATE();
    case 213:
      ACCEPT_TOKEN(aux_sym__text_token2);
      ADVANCE_MAP(
        0x3001, 74,
        0x5206, 39,
        0x4e00, 25,
        0x4e03, 25,
        0x4e09, 25,
        0x4e5d, 25,
        0x4e8c, 25,
        0x4e94, 25,
        0x516b, 25,
        0x516d, 25,
        0x5341, 25,
        0x56db, 25,
        0x767e, 25,
      );
      END_STATE();
    case 214:
      ACCEPT_TOKEN(aux_sym__text_token2);
      ADVANCE_MAP(
        0x3001, 74,
        0x662f, 147,
        0x8981, 147,
        0x4e00, 25,
        0x4e03, 25,
        0x4e09, 25,
        0x4e5d, 25,
        0x4e8c, 25,
        0x4e94, 25,
        0x516b, 25,
        0x516d, 25,
        0x5341, 25,
        0x56db, 25,
        0x767e, 25,
      );
      END_STATE();
    case 215:
      ACCEPT_TOKEN(aux_sym__text_token2);
      if (lookahead == 0x5206) ADVANCE(39);
      END_STATE();
    case 216:
      ACCEPT_TOKEN(aux_sym__text_token2);
      if (lookahead == '\t' ||
          lookahead == ' ') ADVANCE(51);
      if (('0' <= lookahead && lookahead <= '9')) ADVANCE(42);
      END_STATE();
    case 217:
      ACCEPT_TOKEN(aux_sym__text_token2);
      if (lookahead == 0x662f ||
          lookahead == 0x8981) ADVANCE(147);
      END_STATE();
    case 218:
      ACCEPT_TOKEN(aux_sym__text_token2);
      ADVANCE_MAP(
        'X', 146,
        'x', 146,
        0xd7, 146,
        0x25a1, 146,
        0x25cb, 146,
        0x2715, 146,
        0xff0a, 146,
        0xff38, 146,
        0xff58, 146,
      );
      END_STATE();
    case 219:
      ACCEPT_TOKEN(aux_sym__text_token2);
      ADVANCE_MAP(
        'X', 146,
        'x', 146,
        0xd7, 146,
        0x25a1, 146,
        0x25cb, 146,
        0x2715, 146,
        0xff0a, 146,
        0xff38, 146,
        0xff58, 146,
        '%', 143,
        0x4e2a, 143,
        0x4eba, 143,
        0x4ef6, 143,
        0x533a, 143,
        0x53bf, 143,
        0x53f7, 143,
        0x540d, 143,
        0x5c40, 143,
        0x5e02, 143,
        0x5e74, 143,
        0x65e5, 143,
        0x6708, 143,
        0x6b21, 143,
        0x7701, 143,
        0x9879, 143,
      );
      END_STATE();
    case 220:
      ACCEPT_TOKEN(anon_sym_NULL);
      END_STATE();
    case 221:
      ACCEPT_TOKEN(sym__newline);
      END_STATE();
    case 222:
      ACCEPT_TOKEN(sym__newline);
      if (lookahead == '\n') ADVANCE(221);
      END_STATE();
    default:
      return false;
  }
}

static const TSLexMode ts_lex_modes[STATE_COUNT] = {
  [0] = {.lex_state = 0},
  [1] = {.lex_state = 71},
  [2] = {.lex_state = 71},
  [3] = {.lex_state = 71},
  [4] = {.lex_state = 71},
  [5] = {.lex_state = 71},
  [6] = {.lex_state = 71},
  [7] = {.lex_state = 71},
  [8] = {.lex_state = 71},
  [9] = {.lex_state = 71},
  [10] = {.lex_state = 71},
  [11] = {.lex_state = 71},
  [12] = {.lex_state = 2},
  [13] = {.lex_state = 2},
  [14] = {.lex_state = 2},
  [15] = {.lex_state = 2},
  [16] = {.lex_state = 2},
  [17] = {.lex_state = 2},
  [18] = {.lex_state = 71},
  [19] = {.lex_state = 71},
  [20] = {.lex_state = 71},
  [21] = {.lex_state = 71},
  [22] = {.lex_state = 71},
  [23] = {.lex_state = 71},
  [24] = {.lex_state = 71},
  [25] = {.lex_state = 71},
  [26] = {.lex_state = 71},
  [27] = {.lex_state = 1},
  [28] = {.lex_state = 1},
  [29] = {.lex_state = 2},
  [30] = {.lex_state = 2},
  [31] = {.lex_state = 2},
  [32] = {.lex_state = 72},
  [33] = {.lex_state = 72},
  [34] = {.lex_state = 72},
  [35] = {.lex_state = 72},
  [36] = {.lex_state = 72},
  [37] = {.lex_state = 72},
  [38] = {.lex_state = 72},
  [39] = {.lex_state = 72},
  [40] = {.lex_state = 72},
  [41] = {.lex_state = 72},
  [42] = {.lex_state = 72},
  [43] = {.lex_state = 72},
  [44] = {.lex_state = 26},
  [45] = {.lex_state = 26},
  [46] = {.lex_state = 26},
  [47] = {.lex_state = 26},
  [48] = {.lex_state = 26},
  [49] = {.lex_state = 2},
  [50] = {.lex_state = 2},
  [51] = {.lex_state = 2},
  [52] = {.lex_state = 26},
  [53] = {.lex_state = 2},
  [54] = {.lex_state = 2},
  [55] = {.lex_state = 26},
  [56] = {.lex_state = 26},
  [57] = {.lex_state = 0},
};

static const uint16_t ts_parse_table[LARGE_STATE_COUNT][SYMBOL_COUNT] = {
  [0] = {
    [ts_builtin_sym_end] = ACTIONS(1),
    [sym__mark_1] = ACTIONS(1),
    [sym__mark_2] = ACTIONS(1),
    [sym__mark_3] = ACTIONS(1),
    [sym__mark_4] = ACTIONS(1),
    [anon_sym_u300a] = ACTIONS(1),
    [anon_sym_u300b] = ACTIONS(1),
    [sym__title_text] = ACTIONS(1),
    [sym_document_number] = ACTIONS(1),
    [sym_enumeration] = ACTIONS(1),
    [sym_date] = ACTIONS(1),
    [sym_percentage] = ACTIONS(1),
    [aux_sym_number_token1] = ACTIONS(1),
    [aux_sym_number_token2] = ACTIONS(1),
    [sym_unit] = ACTIONS(1),
    [sym_stop] = ACTIONS(1),
    [aux_sym__text_token1] = ACTIONS(1),
    [aux_sym__text_token2] = ACTIONS(1),
    [anon_sym_NULL] = ACTIONS(1),
    [sym__newline] = ACTIONS(1),
  },
  [1] = {
    [sym_draft] = STATE(57),
    [sym_section_1] = STATE(32),
    [sym_section_2] = STATE(32),
    [sym_section_3] = STATE(32),
    [sym_section_4] = STATE(32),
    [sym_heading_1] = STATE(3),
    [sym_heading_2] = STATE(6),
    [sym_heading_3] = STATE(7),
    [sym_heading_4] = STATE(9),
    [sym__block] = STATE(2),
    [sym_paragraph] = STATE(2),
    [sym__line] = STATE(53),
    [sym__inline] = STATE(17),
    [sym_reference] = STATE(17),
    [sym_figure] = STATE(17),
    [sym_number] = STATE(28),
    [sym__text] = STATE(17),
    [aux_sym_draft_repeat1] = STATE(2),
    [aux_sym_draft_repeat2] = STATE(32),
    [aux_sym__line_repeat1] = STATE(17),
    [ts_builtin_sym_end] = ACTIONS(3),
    [sym__mark_1] = ACTIONS(5),
    [sym__mark_2] = ACTIONS(7),
    [sym__mark_3] = ACTIONS(9),
    [sym__mark_4] = ACTIONS(11),
    [sym_comment] = ACTIONS(13),
    [sym_suppression] = ACTIONS(13),
    [anon_sym_u300a] = ACTIONS(15),
    [sym_document_number] = ACTIONS(17),
    [sym_placeholder] = ACTIONS(17),
    [sym_enumeration] = ACTIONS(13),
    [sym_date] = ACTIONS(13),
    [sym_percentage] = ACTIONS(13),
    [aux_sym_number_token1] = ACTIONS(19),
    [aux_sym_number_token2] = ACTIONS(19),
    [sym_stop] = ACTIONS(13),
    [aux_sym__text_token1] = ACTIONS(17),
    [aux_sym__text_token2] = ACTIONS(17),
    [sym__newline] = ACTIONS(21),
  },
  [2] = {
    [sym_section_1] = STATE(34),
    [sym_section_2] = STATE(34),
    [sym_section_3] = STATE(34),
    [sym_section_4] = STATE(34),
    [sym_heading_1] = STATE(3),
    [sym_heading_2] = STATE(6),
    [sym_heading_3] = STATE(7),
    [sym_heading_4] = STATE(9),
    [sym__block] = STATE(11),
    [sym_paragraph] = STATE(11),
    [sym__line] = STATE(53),
    [sym__inline] = STATE(17),
    [sym_reference] = STATE(17),
    [sym_figure] = STATE(17),
    [sym_number] = STATE(28),
    [sym__text] = STATE(17),
    [aux_sym_draft_repeat1] = STATE(11),
    [aux_sym_draft_repeat2] = STATE(34),
    [aux_sym__line_repeat1] = STATE(17),
    [ts_builtin_sym_end] = ACTIONS(23),
    [sym__mark_1] = ACTIONS(5),
    [sym__mark_2] = ACTIONS(7),
    [sym__mark_3] = ACTIONS(9),
    [sym__mark_4] = ACTIONS(11),
    [sym_comment] = ACTIONS(13),
    [sym_suppression] = ACTIONS(13),
    [anon_sym_u300a] = ACTIONS(15),
    [sym_document_number] = ACTIONS(17),
    [sym_placeholder] = ACTIONS(17),
    [sym_enumeration] = ACTIONS(13),
    [sym_date] = ACTIONS(13),
    [sym_percentage] = ACTIONS(13),
    [aux_sym_number_token1] = ACTIONS(19),
    [aux_sym_number_token2] = ACTIONS(19),
    [sym_stop] = ACTIONS(13),
    [aux_sym__text_token1] = ACTIONS(17),
    [aux_sym__text_token2] = ACTIONS(17),
    [sym__newline] = ACTIONS(25),
  },
  [3] = {
    [sym_section_2] = STATE(36),
    [sym_section_3] = STATE(36),
    [sym_section_4] = STATE(36),
    [sym_heading_2] = STATE(6),
    [sym_heading_3] = STATE(7),
    [sym_heading_4] = STATE(9),
    [sym__block] = STATE(4),
    [sym_paragraph] = STATE(4),
    [sym__line] = STATE(53),
    [sym__inline] = STATE(17),
    [sym_reference] = STATE(17),
    [sym_figure] = STATE(17),
    [sym_number] = STATE(28),
    [sym__text] = STATE(17),
    [aux_sym_draft_repeat1] = STATE(4),
    [aux_sym_section_1_repeat1] = STATE(36),
    [aux_sym__line_repeat1] = STATE(17),
    [ts_builtin_sym_end] = ACTIONS(27),
    [sym__mark_1] = ACTIONS(27),
    [sym__mark_2] = ACTIONS(7),
    [sym__mark_3] = ACTIONS(9),
    [sym__mark_4] = ACTIONS(11),
    [sym_comment] = ACTIONS(13),
    [sym_suppression] = ACTIONS(13),
    [anon_sym_u300a] = ACTIONS(15),
    [sym_document_number] = ACTIONS(17),
    [sym_placeholder] = ACTIONS(17),
    [sym_enumeration] = ACTIONS(13),
    [sym_date] = ACTIONS(13),
    [sym_percentage] = ACTIONS(13),
    [aux_sym_number_token1] = ACTIONS(19),
    [aux_sym_number_token2] = ACTIONS(19),
    [sym_stop] = ACTIONS(13),
    [aux_sym__text_token1] = ACTIONS(17),
    [aux_sym__text_token2] = ACTIONS(17),
    [sym__newline] = ACTIONS(29),
  },
  [4] = {
    [sym_section_2] = STATE(37),
    [sym_section_3] = STATE(37),
    [sym_section_4] = STATE(37),
    [sym_heading_2] = STATE(6),
    [sym_heading_3] = STATE(7),
    [sym_heading_4] = STATE(9),
    [sym__block] = STATE(11),
    [sym_paragraph] = STATE(11),
    [sym__line] = STATE(53),
    [sym__inline] = STATE(17),
    [sym_reference] = STATE(17),
    [sym_figure] = STATE(17),
    [sym_number] = STATE(28),
    [sym__text] = STATE(17),
    [aux_sym_draft_repeat1] = STATE(11),
    [aux_sym_section_1_repeat1] = STATE(37),
    [aux_sym__line_repeat1] = STATE(17),
    [ts_builtin_sym_end] = ACTIONS(31),
    [sym__mark_1] = ACTIONS(31),
    [sym__mark_2] = ACTIONS(7),
    [sym__mark_3] = ACTIONS(9),
    [sym__mark_4] = ACTIONS(11),
    [sym_comment] = ACTIONS(13),
    [sym_suppression] = ACTIONS(13),
    [anon_sym_u300a] = ACTIONS(15),
    [sym_document_number] = ACTIONS(17),
    [sym_placeholder] = ACTIONS(17),
    [sym_enumeration] = ACTIONS(13),
    [sym_date] = ACTIONS(13),
    [sym_percentage] = ACTIONS(13),
    [aux_sym_number_token1] = ACTIONS(19),
    [aux_sym_number_token2] = ACTIONS(19),
    [sym_stop] = ACTIONS(13),
    [aux_sym__text_token1] = ACTIONS(17),
    [aux_sym__text_token2] = ACTIONS(17),
    [sym__newline] = ACTIONS(25),
  },
  [5] = {
    [sym_section_3] = STATE(39),
    [sym_section_4] = STATE(39),
    [sym_heading_3] = STATE(7),
    [sym_heading_4] = STATE(9),
    [sym__block] = STATE(11),
    [sym_paragraph] = STATE(11),
    [sym__line] = STATE(53),
    [sym__inline] = STATE(17),
    [sym_reference] = STATE(17),
    [sym_figure] = STATE(17),
    [sym_number] = STATE(28),
    [sym__text] = STATE(17),
    [aux_sym_draft_repeat1] = STATE(11),
    [aux_sym_section_2_repeat1] = STATE(39),
    [aux_sym__line_repeat1] = STATE(17),
    [ts_builtin_sym_end] = ACTIONS(33),
    [sym__mark_1] = ACTIONS(33),
    [sym__mark_2] = ACTIONS(33),
    [sym__mark_3] = ACTIONS(9),
    [sym__mark_4] = ACTIONS(11),
    [sym_comment] = ACTIONS(13),
    [sym_suppression] = ACTIONS(13),
    [anon_sym_u300a] = ACTIONS(15),
    [sym_document_number] = ACTIONS(17),
    [sym_placeholder] = ACTIONS(17),
    [sym_enumeration] = ACTIONS(13),
    [sym_date] = ACTIONS(13),
    [sym_percentage] = ACTIONS(13),
    [aux_sym_number_token1] = ACTIONS(19),
    [aux_sym_number_token2] = ACTIONS(19),
    [sym_stop] = ACTIONS(13),
    [aux_sym__text_token1] = ACTIONS(17),
    [aux_sym__text_token2] = ACTIONS(17),
    [sym__newline] = ACTIONS(25),
  },
  [6] = {
    [sym_section_3] = STATE(38),
    [sym_section_4] = STATE(38),
    [sym_heading_3] = STATE(7),
    [sym_heading_4] = STATE(9),
    [sym__block] = STATE(5),
    [sym_paragraph] = STATE(5),
    [sym__line] = STATE(53),
    [sym__inline] = STATE(17),
    [sym_reference] = STATE(17),
    [sym_figure] = STATE(17),
    [sym_number] = STATE(28),
    [sym__text] = STATE(17),
    [aux_sym_draft_repeat1] = STATE(5),
    [aux_sym_section_2_repeat1] = STATE(38),
    [aux_sym__line_repeat1] = STATE(17),
    [ts_builtin_sym_end] = ACTIONS(35),
    [sym__mark_1] = ACTIONS(35),
    [sym__mark_2] = ACTIONS(35),
    [sym__mark_3] = ACTIONS(9),
    [sym__mark_4] = ACTIONS(11),
    [sym_comment] = ACTIONS(13),
    [sym_suppression] = ACTIONS(13),
    [anon_sym_u300a] = ACTIONS(15),
    [sym_document_number] = ACTIONS(17),
    [sym_placeholder] = ACTIONS(17),
    [sym_enumeration] = ACTIONS(13),
    [sym_date] = ACTIONS(13),
    [sym_percentage] = ACTIONS(13),
    [aux_sym_number_token1] = ACTIONS(19),
    [aux_sym_number_token2] = ACTIONS(19),
    [sym_stop] = ACTIONS(13),
    [aux_sym__text_token1] = ACTIONS(17),
    [aux_sym__text_token2] = ACTIONS(17),
    [sym__newline] = ACTIONS(37),
  },
  [7] = {
    [sym_section_4] = STATE(41),
    [sym_heading_4] = STATE(9),
    [sym__block] = STATE(8),
    [sym_paragraph] = STATE(8),
    [sym__line] = STATE(53),
    [sym__inline] = STATE(17),
    [sym_reference] = STATE(17),
    [sym_figure] = STATE(17),
    [sym_number] = STATE(28),
    [sym__text] = STATE(17),
    [aux_sym_draft_repeat1] = STATE(8),
    [aux_sym_section_3_repeat1] = STATE(41),
    [aux_sym__line_repeat1] = STATE(17),
    [ts_builtin_sym_end] = ACTIONS(39),
    [sym__mark_1] = ACTIONS(39),
    [sym__mark_2] = ACTIONS(39),
    [sym__mark_3] = ACTIONS(41),
    [sym__mark_4] = ACTIONS(11),
    [sym_comment] = ACTIONS(13),
    [sym_suppression] = ACTIONS(13),
    [anon_sym_u300a] = ACTIONS(15),
    [sym_document_number] = ACTIONS(17),
    [sym_placeholder] = ACTIONS(17),
    [sym_enumeration] = ACTIONS(13),
    [sym_date] = ACTIONS(13),
    [sym_percentage] = ACTIONS(13),
    [aux_sym_number_token1] = ACTIONS(19),
    [aux_sym_number_token2] = ACTIONS(19),
    [sym_stop] = ACTIONS(13),
    [aux_sym__text_token1] = ACTIONS(17),
    [aux_sym__text_token2] = ACTIONS(17),
    [sym__newline] = ACTIONS(43),
  },
  [8] = {
    [sym_section_4] = STATE(43),
    [sym_heading_4] = STATE(9),
    [sym__block] = STATE(11),
    [sym_paragraph] = STATE(11),
    [sym__line] = STATE(53),
    [sym__inline] = STATE(17),
    [sym_reference] = STATE(17),
    [sym_figure] = STATE(17),
    [sym_number] = STATE(28),
    [sym__text] = STATE(17),
    [aux_sym_draft_repeat1] = STATE(11),
    [aux_sym_section_3_repeat1] = STATE(43),
    [aux_sym__line_repeat1] = STATE(17),
    [ts_builtin_sym_end] = ACTIONS(45),
    [sym__mark_1] = ACTIONS(45),
    [sym__mark_2] = ACTIONS(45),
    [sym__mark_3] = ACTIONS(47),
    [sym__mark_4] = ACTIONS(11),
    [sym_comment] = ACTIONS(13),
    [sym_suppression] = ACTIONS(13),
    [anon_sym_u300a] = ACTIONS(15),
    [sym_document_number] = ACTIONS(17),
    [sym_placeholder] = ACTIONS(17),
    [sym_enumeration] = ACTIONS(13),
    [sym_date] = ACTIONS(13),
    [sym_percentage] = ACTIONS(13),
    [aux_sym_number_token1] = ACTIONS(19),
    [aux_sym_number_token2] = ACTIONS(19),
    [sym_stop] = ACTIONS(13),
    [aux_sym__text_token1] = ACTIONS(17),
    [aux_sym__text_token2] = ACTIONS(17),
    [sym__newline] = ACTIONS(25),
  },
  [9] = {
    [sym__block] = STATE(10),
    [sym_paragraph] = STATE(10),
    [sym__line] = STATE(53),
    [sym__inline] = STATE(17),
    [sym_reference] = STATE(17),
    [sym_figure] = STATE(17),
    [sym_number] = STATE(28),
    [sym__text] = STATE(17),
    [aux_sym_draft_repeat1] = STATE(10),
    [aux_sym__line_repeat1] = STATE(17),
    [ts_builtin_sym_end] = ACTIONS(49),
    [sym__mark_1] = ACTIONS(49),
    [sym__mark_2] = ACTIONS(49),
    [sym__mark_3] = ACTIONS(51),
    [sym__mark_4] = ACTIONS(49),
    [sym_comment] = ACTIONS(13),
    [sym_suppression] = ACTIONS(13),
    [anon_sym_u300a] = ACTIONS(15),
    [sym_document_number] = ACTIONS(17),
    [sym_placeholder] = ACTIONS(17),
    [sym_enumeration] = ACTIONS(13),
    [sym_date] = ACTIONS(13),
    [sym_percentage] = ACTIONS(13),
    [aux_sym_number_token1] = ACTIONS(19),
    [aux_sym_number_token2] = ACTIONS(19),
    [sym_stop] = ACTIONS(13),
    [aux_sym__text_token1] = ACTIONS(17),
    [aux_sym__text_token2] = ACTIONS(17),
    [sym__newline] = ACTIONS(53),
  },
  [10] = {
    [sym__block] = STATE(11),
    [sym_paragraph] = STATE(11),
    [sym__line] = STATE(53),
    [sym__inline] = STATE(17),
    [sym_reference] = STATE(17),
    [sym_figure] = STATE(17),
    [sym_number] = STATE(28),
    [sym__text] = STATE(17),
    [aux_sym_draft_repeat1] = STATE(11),
    [aux_sym__line_repeat1] = STATE(17),
    [ts_builtin_sym_end] = ACTIONS(55),
    [sym__mark_1] = ACTIONS(55),
    [sym__mark_2] = ACTIONS(55),
    [sym__mark_3] = ACTIONS(57),
    [sym__mark_4] = ACTIONS(55),
    [sym_comment] = ACTIONS(13),
    [sym_suppression] = ACTIONS(13),
    [anon_sym_u300a] = ACTIONS(15),
    [sym_document_number] = ACTIONS(17),
    [sym_placeholder] = ACTIONS(17),
    [sym_enumeration] = ACTIONS(13),
    [sym_date] = ACTIONS(13),
    [sym_percentage] = ACTIONS(13),
    [aux_sym_number_token1] = ACTIONS(19),
    [aux_sym_number_token2] = ACTIONS(19),
    [sym_stop] = ACTIONS(13),
    [aux_sym__text_token1] = ACTIONS(17),
    [aux_sym__text_token2] = ACTIONS(17),
    [sym__newline] = ACTIONS(25),
  },
  [11] = {
    [sym__block] = STATE(11),
    [sym_paragraph] = STATE(11),
    [sym__line] = STATE(53),
    [sym__inline] = STATE(17),
    [sym_reference] = STATE(17),
    [sym_figure] = STATE(17),
    [sym_number] = STATE(28),
    [sym__text] = STATE(17),
    [aux_sym_draft_repeat1] = STATE(11),
    [aux_sym__line_repeat1] = STATE(17),
    [ts_builtin_sym_end] = ACTIONS(59),
    [sym__mark_1] = ACTIONS(59),
    [sym__mark_2] = ACTIONS(59),
    [sym__mark_3] = ACTIONS(61),
    [sym__mark_4] = ACTIONS(59),
    [sym_comment] = ACTIONS(63),
    [sym_suppression] = ACTIONS(63),
    [anon_sym_u300a] = ACTIONS(66),
    [sym_document_number] = ACTIONS(69),
    [sym_placeholder] = ACTIONS(69),
    [sym_enumeration] = ACTIONS(63),
    [sym_date] = ACTIONS(63),
    [sym_percentage] = ACTIONS(63),
    [aux_sym_number_token1] = ACTIONS(72),
    [aux_sym_number_token2] = ACTIONS(72),
    [sym_stop] = ACTIONS(63),
    [aux_sym__text_token1] = ACTIONS(69),
    [aux_sym__text_token2] = ACTIONS(69),
    [sym__newline] = ACTIONS(75),
  },
};

static const uint16_t ts_small_parse_table[] = {
  [0] = 9,
    ACTIONS(15), 1,
      anon_sym_u300a,
    STATE(22), 1,
      sym__end,
    STATE(28), 1,
      sym_number,
    STATE(54), 1,
      sym__line,
    ACTIONS(19), 2,
      aux_sym_number_token1,
      aux_sym_number_token2,
    ACTIONS(78), 2,
      anon_sym_NULL,
      sym__newline,
    ACTIONS(17), 4,
      sym_document_number,
      sym_placeholder,
      aux_sym__text_token1,
      aux_sym__text_token2,
    STATE(17), 5,
      sym__inline,
      sym_reference,
      sym_figure,
      sym__text,
      aux_sym__line_repeat1,
    ACTIONS(13), 6,
      sym_comment,
      sym_suppression,
      sym_enumeration,
      sym_date,
      sym_percentage,
      sym_stop,
  [42] = 9,
    ACTIONS(15), 1,
      anon_sym_u300a,
    STATE(23), 1,
      sym__end,
    STATE(28), 1,
      sym_number,
    STATE(51), 1,
      sym__line,
    ACTIONS(19), 2,
      aux_sym_number_token1,
      aux_sym_number_token2,
    ACTIONS(80), 2,
      anon_sym_NULL,
      sym__newline,
    ACTIONS(17), 4,
      sym_document_number,
      sym_placeholder,
      aux_sym__text_token1,
      aux_sym__text_token2,
    STATE(17), 5,
      sym__inline,
      sym_reference,
      sym_figure,
      sym__text,
      aux_sym__line_repeat1,
    ACTIONS(13), 6,
      sym_comment,
      sym_suppression,
      sym_enumeration,
      sym_date,
      sym_percentage,
      sym_stop,
  [84] = 9,
    ACTIONS(15), 1,
      anon_sym_u300a,
    STATE(19), 1,
      sym__end,
    STATE(28), 1,
      sym_number,
    STATE(50), 1,
      sym__line,
    ACTIONS(19), 2,
      aux_sym_number_token1,
      aux_sym_number_token2,
    ACTIONS(82), 2,
      anon_sym_NULL,
      sym__newline,
    ACTIONS(17), 4,
      sym_document_number,
      sym_placeholder,
      aux_sym__text_token1,
      aux_sym__text_token2,
    STATE(17), 5,
      sym__inline,
      sym_reference,
      sym_figure,
      sym__text,
      aux_sym__line_repeat1,
    ACTIONS(13), 6,
      sym_comment,
      sym_suppression,
      sym_enumeration,
      sym_date,
      sym_percentage,
      sym_stop,
  [126] = 9,
    ACTIONS(15), 1,
      anon_sym_u300a,
    STATE(18), 1,
      sym__end,
    STATE(28), 1,
      sym_number,
    STATE(49), 1,
      sym__line,
    ACTIONS(19), 2,
      aux_sym_number_token1,
      aux_sym_number_token2,
    ACTIONS(84), 2,
      anon_sym_NULL,
      sym__newline,
    ACTIONS(17), 4,
      sym_document_number,
      sym_placeholder,
      aux_sym__text_token1,
      aux_sym__text_token2,
    STATE(17), 5,
      sym__inline,
      sym_reference,
      sym_figure,
      sym__text,
      aux_sym__line_repeat1,
    ACTIONS(13), 6,
      sym_comment,
      sym_suppression,
      sym_enumeration,
      sym_date,
      sym_percentage,
      sym_stop,
  [168] = 7,
    ACTIONS(89), 1,
      anon_sym_u300a,
    STATE(28), 1,
      sym_number,
    ACTIONS(95), 2,
      aux_sym_number_token1,
      aux_sym_number_token2,
    ACTIONS(98), 2,
      anon_sym_NULL,
      sym__newline,
    ACTIONS(92), 4,
      sym_document_number,
      sym_placeholder,
      aux_sym__text_token1,
      aux_sym__text_token2,
    STATE(16), 5,
      sym__inline,
      sym_reference,
      sym_figure,
      sym__text,
      aux_sym__line_repeat1,
    ACTIONS(86), 6,
      sym_comment,
      sym_suppression,
      sym_enumeration,
      sym_date,
      sym_percentage,
      sym_stop,
  [204] = 7,
    ACTIONS(15), 1,
      anon_sym_u300a,
    STATE(28), 1,
      sym_number,
    ACTIONS(19), 2,
      aux_sym_number_token1,
      aux_sym_number_token2,
    ACTIONS(104), 2,
      anon_sym_NULL,
      sym__newline,
    ACTIONS(102), 4,
      sym_document_number,
      sym_placeholder,
      aux_sym__text_token1,
      aux_sym__text_token2,
    STATE(16), 5,
      sym__inline,
      sym_reference,
      sym_figure,
      sym__text,
      aux_sym__line_repeat1,
    ACTIONS(100), 6,
      sym_comment,
      sym_suppression,
      sym_enumeration,
      sym_date,
      sym_percentage,
      sym_stop,
  [240] = 2,
    ACTIONS(108), 7,
      sym__mark_3,
      sym_document_number,
      sym_placeholder,
      aux_sym_number_token1,
      aux_sym_number_token2,
      aux_sym__text_token1,
      aux_sym__text_token2,
    ACTIONS(106), 12,
      ts_builtin_sym_end,
      sym__mark_1,
      sym__mark_2,
      sym__mark_4,
      sym_comment,
      sym_suppression,
      anon_sym_u300a,
      sym_enumeration,
      sym_date,
      sym_percentage,
      sym_stop,
      sym__newline,
  [264] = 2,
    ACTIONS(112), 7,
      sym__mark_3,
      sym_document_number,
      sym_placeholder,
      aux_sym_number_token1,
      aux_sym_number_token2,
      aux_sym__text_token1,
      aux_sym__text_token2,
    ACTIONS(110), 12,
      ts_builtin_sym_end,
      sym__mark_1,
      sym__mark_2,
      sym__mark_4,
      sym_comment,
      sym_suppression,
      anon_sym_u300a,
      sym_enumeration,
      sym_date,
      sym_percentage,
      sym_stop,
      sym__newline,
  [288] = 2,
    ACTIONS(116), 7,
      sym__mark_3,
      sym_document_number,
      sym_placeholder,
      aux_sym_number_token1,
      aux_sym_number_token2,
      aux_sym__text_token1,
      aux_sym__text_token2,
    ACTIONS(114), 12,
      ts_builtin_sym_end,
      sym__mark_1,
      sym__mark_2,
      sym__mark_4,
      sym_comment,
      sym_suppression,
      anon_sym_u300a,
      sym_enumeration,
      sym_date,
      sym_percentage,
      sym_stop,
      sym__newline,
  [312] = 2,
    ACTIONS(120), 7,
      sym__mark_3,
      sym_document_number,
      sym_placeholder,
      aux_sym_number_token1,
      aux_sym_number_token2,
      aux_sym__text_token1,
      aux_sym__text_token2,
    ACTIONS(118), 12,
      ts_builtin_sym_end,
      sym__mark_1,
      sym__mark_2,
      sym__mark_4,
      sym_comment,
      sym_suppression,
      anon_sym_u300a,
      sym_enumeration,
      sym_date,
      sym_percentage,
      sym_stop,
      sym__newline,
  [336] = 2,
    ACTIONS(124), 7,
      sym__mark_3,
      sym_document_number,
      sym_placeholder,
      aux_sym_number_token1,
      aux_sym_number_token2,
      aux_sym__text_token1,
      aux_sym__text_token2,
    ACTIONS(122), 12,
      ts_builtin_sym_end,
      sym__mark_1,
      sym__mark_2,
      sym__mark_4,
      sym_comment,
      sym_suppression,
      anon_sym_u300a,
      sym_enumeration,
      sym_date,
      sym_percentage,
      sym_stop,
      sym__newline,
  [360] = 2,
    ACTIONS(128), 7,
      sym__mark_3,
      sym_document_number,
      sym_placeholder,
      aux_sym_number_token1,
      aux_sym_number_token2,
      aux_sym__text_token1,
      aux_sym__text_token2,
    ACTIONS(126), 12,
      ts_builtin_sym_end,
      sym__mark_1,
      sym__mark_2,
      sym__mark_4,
      sym_comment,
      sym_suppression,
      anon_sym_u300a,
      sym_enumeration,
      sym_date,
      sym_percentage,
      sym_stop,
      sym__newline,
  [384] = 2,
    ACTIONS(132), 7,
      sym__mark_3,
      sym_document_number,
      sym_placeholder,
      aux_sym_number_token1,
      aux_sym_number_token2,
      aux_sym__text_token1,
      aux_sym__text_token2,
    ACTIONS(130), 12,
      ts_builtin_sym_end,
      sym__mark_1,
      sym__mark_2,
      sym__mark_4,
      sym_comment,
      sym_suppression,
      anon_sym_u300a,
      sym_enumeration,
      sym_date,
      sym_percentage,
      sym_stop,
      sym__newline,
  [408] = 2,
    ACTIONS(136), 7,
      sym__mark_3,
      sym_document_number,
      sym_placeholder,
      aux_sym_number_token1,
      aux_sym_number_token2,
      aux_sym__text_token1,
      aux_sym__text_token2,
    ACTIONS(134), 12,
      ts_builtin_sym_end,
      sym__mark_1,
      sym__mark_2,
      sym__mark_4,
      sym_comment,
      sym_suppression,
      anon_sym_u300a,
      sym_enumeration,
      sym_date,
      sym_percentage,
      sym_stop,
      sym__newline,
  [432] = 2,
    ACTIONS(140), 7,
      sym__mark_3,
      sym_document_number,
      sym_placeholder,
      aux_sym_number_token1,
      aux_sym_number_token2,
      aux_sym__text_token1,
      aux_sym__text_token2,
    ACTIONS(138), 12,
      ts_builtin_sym_end,
      sym__mark_1,
      sym__mark_2,
      sym__mark_4,
      sym_comment,
      sym_suppression,
      anon_sym_u300a,
      sym_enumeration,
      sym_date,
      sym_percentage,
      sym_stop,
      sym__newline,
  [456] = 2,
    ACTIONS(144), 6,
      sym_document_number,
      sym_placeholder,
      aux_sym_number_token1,
      aux_sym_number_token2,
      aux_sym__text_token1,
      aux_sym__text_token2,
    ACTIONS(142), 10,
      sym_comment,
      sym_suppression,
      anon_sym_u300a,
      sym_enumeration,
      sym_date,
      sym_percentage,
      sym_unit,
      sym_stop,
      anon_sym_NULL,
      sym__newline,
  [477] = 3,
    ACTIONS(150), 1,
      sym_unit,
    ACTIONS(148), 6,
      sym_document_number,
      sym_placeholder,
      aux_sym_number_token1,
      aux_sym_number_token2,
      aux_sym__text_token1,
      aux_sym__text_token2,
    ACTIONS(146), 9,
      sym_comment,
      sym_suppression,
      anon_sym_u300a,
      sym_enumeration,
      sym_date,
      sym_percentage,
      sym_stop,
      anon_sym_NULL,
      sym__newline,
  [500] = 2,
    ACTIONS(154), 6,
      sym_document_number,
      sym_placeholder,
      aux_sym_number_token1,
      aux_sym_number_token2,
      aux_sym__text_token1,
      aux_sym__text_token2,
    ACTIONS(152), 9,
      sym_comment,
      sym_suppression,
      anon_sym_u300a,
      sym_enumeration,
      sym_date,
      sym_percentage,
      sym_stop,
      anon_sym_NULL,
      sym__newline,
  [520] = 2,
    ACTIONS(158), 6,
      sym_document_number,
      sym_placeholder,
      aux_sym_number_token1,
      aux_sym_number_token2,
      aux_sym__text_token1,
      aux_sym__text_token2,
    ACTIONS(156), 9,
      sym_comment,
      sym_suppression,
      anon_sym_u300a,
      sym_enumeration,
      sym_date,
      sym_percentage,
      sym_stop,
      anon_sym_NULL,
      sym__newline,
  [540] = 2,
    ACTIONS(162), 6,
      sym_document_number,
      sym_placeholder,
      aux_sym_number_token1,
      aux_sym_number_token2,
      aux_sym__text_token1,
      aux_sym__text_token2,
    ACTIONS(160), 9,
      sym_comment,
      sym_suppression,
      anon_sym_u300a,
      sym_enumeration,
      sym_date,
      sym_percentage,
      sym_stop,
      anon_sym_NULL,
      sym__newline,
  [560] = 10,
    ACTIONS(5), 1,
      sym__mark_1,
    ACTIONS(7), 1,
      sym__mark_2,
    ACTIONS(11), 1,
      sym__mark_4,
    ACTIONS(23), 1,
      ts_builtin_sym_end,
    ACTIONS(164), 1,
      sym__mark_3,
    STATE(3), 1,
      sym_heading_1,
    STATE(6), 1,
      sym_heading_2,
    STATE(7), 1,
      sym_heading_3,
    STATE(9), 1,
      sym_heading_4,
    STATE(33), 5,
      sym_section_1,
      sym_section_2,
      sym_section_3,
      sym_section_4,
      aux_sym_draft_repeat2,
  [595] = 10,
    ACTIONS(166), 1,
      ts_builtin_sym_end,
    ACTIONS(168), 1,
      sym__mark_1,
    ACTIONS(171), 1,
      sym__mark_2,
    ACTIONS(174), 1,
      sym__mark_3,
    ACTIONS(177), 1,
      sym__mark_4,
    STATE(3), 1,
      sym_heading_1,
    STATE(6), 1,
      sym_heading_2,
    STATE(7), 1,
      sym_heading_3,
    STATE(9), 1,
      sym_heading_4,
    STATE(33), 5,
      sym_section_1,
      sym_section_2,
      sym_section_3,
      sym_section_4,
      aux_sym_draft_repeat2,
  [630] = 10,
    ACTIONS(5), 1,
      sym__mark_1,
    ACTIONS(7), 1,
      sym__mark_2,
    ACTIONS(11), 1,
      sym__mark_4,
    ACTIONS(164), 1,
      sym__mark_3,
    ACTIONS(180), 1,
      ts_builtin_sym_end,
    STATE(3), 1,
      sym_heading_1,
    STATE(6), 1,
      sym_heading_2,
    STATE(7), 1,
      sym_heading_3,
    STATE(9), 1,
      sym_heading_4,
    STATE(33), 5,
      sym_section_1,
      sym_section_2,
      sym_section_3,
      sym_section_4,
      aux_sym_draft_repeat2,
  [665] = 8,
    ACTIONS(184), 1,
      sym__mark_2,
    ACTIONS(187), 1,
      sym__mark_3,
    ACTIONS(190), 1,
      sym__mark_4,
    STATE(6), 1,
      sym_heading_2,
    STATE(7), 1,
      sym_heading_3,
    STATE(9), 1,
      sym_heading_4,
    ACTIONS(182), 2,
      ts_builtin_sym_end,
      sym__mark_1,
    STATE(35), 4,
      sym_section_2,
      sym_section_3,
      sym_section_4,
      aux_sym_section_1_repeat1,
  [694] = 8,
    ACTIONS(7), 1,
      sym__mark_2,
    ACTIONS(11), 1,
      sym__mark_4,
    ACTIONS(164), 1,
      sym__mark_3,
    STATE(6), 1,
      sym_heading_2,
    STATE(7), 1,
      sym_heading_3,
    STATE(9), 1,
      sym_heading_4,
    ACTIONS(31), 2,
      ts_builtin_sym_end,
      sym__mark_1,
    STATE(35), 4,
      sym_section_2,
      sym_section_3,
      sym_section_4,
      aux_sym_section_1_repeat1,
  [723] = 8,
    ACTIONS(7), 1,
      sym__mark_2,
    ACTIONS(11), 1,
      sym__mark_4,
    ACTIONS(164), 1,
      sym__mark_3,
    STATE(6), 1,
      sym_heading_2,
    STATE(7), 1,
      sym_heading_3,
    STATE(9), 1,
      sym_heading_4,
    ACTIONS(193), 2,
      ts_builtin_sym_end,
      sym__mark_1,
    STATE(35), 4,
      sym_section_2,
      sym_section_3,
      sym_section_4,
      aux_sym_section_1_repeat1,
  [752] = 6,
    ACTIONS(11), 1,
      sym__mark_4,
    ACTIONS(164), 1,
      sym__mark_3,
    STATE(7), 1,
      sym_heading_3,
    STATE(9), 1,
      sym_heading_4,
    ACTIONS(33), 3,
      ts_builtin_sym_end,
      sym__mark_1,
      sym__mark_2,
    STATE(40), 3,
      sym_section_3,
      sym_section_4,
      aux_sym_section_2_repeat1,
  [775] = 6,
    ACTIONS(11), 1,
      sym__mark_4,
    ACTIONS(164), 1,
      sym__mark_3,
    STATE(7), 1,
      sym_heading_3,
    STATE(9), 1,
      sym_heading_4,
    ACTIONS(195), 3,
      ts_builtin_sym_end,
      sym__mark_1,
      sym__mark_2,
    STATE(40), 3,
      sym_section_3,
      sym_section_4,
      aux_sym_section_2_repeat1,
  [798] = 6,
    ACTIONS(199), 1,
      sym__mark_3,
    ACTIONS(202), 1,
      sym__mark_4,
    STATE(7), 1,
      sym_heading_3,
    STATE(9), 1,
      sym_heading_4,
    ACTIONS(197), 3,
      ts_builtin_sym_end,
      sym__mark_1,
      sym__mark_2,
    STATE(40), 3,
      sym_section_3,
      sym_section_4,
      aux_sym_section_2_repeat1,
  [821] = 4,
    ACTIONS(11), 1,
      sym__mark_4,
    STATE(9), 1,
      sym_heading_4,
    STATE(42), 2,
      sym_section_4,
      aux_sym_section_3_repeat1,
    ACTIONS(45), 4,
      ts_builtin_sym_end,
      sym__mark_1,
      sym__mark_2,
      sym__mark_3,
  [838] = 4,
    ACTIONS(207), 1,
      sym__mark_4,
    STATE(9), 1,
      sym_heading_4,
    STATE(42), 2,
      sym_section_4,
      aux_sym_section_3_repeat1,
    ACTIONS(205), 4,
      ts_builtin_sym_end,
      sym__mark_1,
      sym__mark_2,
      sym__mark_3,
  [855] = 4,
    ACTIONS(11), 1,
      sym__mark_4,
    STATE(9), 1,
      sym_heading_4,
    STATE(42), 2,
      sym_section_4,
      aux_sym_section_3_repeat1,
    ACTIONS(210), 4,
      ts_builtin_sym_end,
      sym__mark_1,
      sym__mark_2,
      sym__mark_3,
  [872] = 5,
    ACTIONS(212), 1,
      anon_sym_u300a,
    ACTIONS(214), 1,
      anon_sym_u300b,
    ACTIONS(216), 1,
      sym__title_text,
    STATE(45), 1,
      aux_sym_reference_repeat1,
    STATE(52), 1,
      sym_reference,
  [888] = 5,
    ACTIONS(218), 1,
      anon_sym_u300a,
    ACTIONS(221), 1,
      anon_sym_u300b,
    ACTIONS(223), 1,
      sym__title_text,
    STATE(45), 1,
      aux_sym_reference_repeat1,
    STATE(52), 1,
      sym_reference,
  [904] = 5,
    ACTIONS(212), 1,
      anon_sym_u300a,
    ACTIONS(226), 1,
      anon_sym_u300b,
    ACTIONS(228), 1,
      sym__title_text,
    STATE(44), 1,
      aux_sym_reference_repeat1,
    STATE(52), 1,
      sym_reference,
  [920] = 5,
    ACTIONS(212), 1,
      anon_sym_u300a,
    ACTIONS(230), 1,
      anon_sym_u300b,
    ACTIONS(232), 1,
      sym__title_text,
    STATE(48), 1,
      aux_sym_reference_repeat1,
    STATE(52), 1,
      sym_reference,
  [936] = 5,
    ACTIONS(212), 1,
      anon_sym_u300a,
    ACTIONS(216), 1,
      sym__title_text,
    ACTIONS(234), 1,
      anon_sym_u300b,
    STATE(45), 1,
      aux_sym_reference_repeat1,
    STATE(52), 1,
      sym_reference,
  [952] = 2,
    STATE(21), 1,
      sym__end,
    ACTIONS(236), 2,
      anon_sym_NULL,
      sym__newline,
  [960] = 2,
    STATE(24), 1,
      sym__end,
    ACTIONS(238), 2,
      anon_sym_NULL,
      sym__newline,
  [968] = 2,
    STATE(25), 1,
      sym__end,
    ACTIONS(240), 2,
      anon_sym_NULL,
      sym__newline,
  [976] = 1,
    ACTIONS(242), 3,
      anon_sym_u300a,
      anon_sym_u300b,
      sym__title_text,
  [982] = 2,
    STATE(20), 1,
      sym__end,
    ACTIONS(244), 2,
      anon_sym_NULL,
      sym__newline,
  [990] = 2,
    STATE(26), 1,
      sym__end,
    ACTIONS(246), 2,
      anon_sym_NULL,
      sym__newline,
  [998] = 1,
    ACTIONS(152), 3,
      anon_sym_u300a,
      anon_sym_u300b,
      sym__title_text,
  [1004] = 1,
    ACTIONS(160), 3,
      anon_sym_u300a,
      anon_sym_u300b,
      sym__title_text,
  [1010] = 1,
    ACTIONS(248), 1,
      ts_builtin_sym_end,
};

static const uint32_t ts_small_parse_table_map[] = {
  [SMALL_STATE(12)] = 0,
  [SMALL_STATE(13)] = 42,
  [SMALL_STATE(14)] = 84,
  [SMALL_STATE(15)] = 126,
  [SMALL_STATE(16)] = 168,
  [SMALL_STATE(17)] = 204,
  [SMALL_STATE(18)] = 240,
  [SMALL_STATE(19)] = 264,
  [SMALL_STATE(20)] = 288,
  [SMALL_STATE(21)] = 312,
  [SMALL_STATE(22)] = 336,
  [SMALL_STATE(23)] = 360,
  [SMALL_STATE(24)] = 384,
  [SMALL_STATE(25)] = 408,
  [SMALL_STATE(26)] = 432,
  [SMALL_STATE(27)] = 456,
  [SMALL_STATE(28)] = 477,
  [SMALL_STATE(29)] = 500,
  [SMALL_STATE(30)] = 520,
  [SMALL_STATE(31)] = 540,
  [SMALL_STATE(32)] = 560,
  [SMALL_STATE(33)] = 595,
  [SMALL_STATE(34)] = 630,
  [SMALL_STATE(35)] = 665,
  [SMALL_STATE(36)] = 694,
  [SMALL_STATE(37)] = 723,
  [SMALL_STATE(38)] = 752,
  [SMALL_STATE(39)] = 775,
  [SMALL_STATE(40)] = 798,
  [SMALL_STATE(41)] = 821,
  [SMALL_STATE(42)] = 838,
  [SMALL_STATE(43)] = 855,
  [SMALL_STATE(44)] = 872,
  [SMALL_STATE(45)] = 888,
  [SMALL_STATE(46)] = 904,
  [SMALL_STATE(47)] = 920,
  [SMALL_STATE(48)] = 936,
  [SMALL_STATE(49)] = 952,
  [SMALL_STATE(50)] = 960,
  [SMALL_STATE(51)] = 968,
  [SMALL_STATE(52)] = 976,
  [SMALL_STATE(53)] = 982,
  [SMALL_STATE(54)] = 990,
  [SMALL_STATE(55)] = 998,
  [SMALL_STATE(56)] = 1004,
  [SMALL_STATE(57)] = 1010,
};

static const TSParseActionEntry ts_parse_actions[] = {
  [0] = {.entry = {.count = 0, .reusable = false}},
  [1] = {.entry = {.count = 1, .reusable = false}}, RECOVER(),
  [3] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_draft, 0, 0, 0),
  [5] = {.entry = {.count = 1, .reusable = true}}, SHIFT(15),
  [7] = {.entry = {.count = 1, .reusable = true}}, SHIFT(13),
  [9] = {.entry = {.count = 1, .reusable = false}}, SHIFT(12),
  [11] = {.entry = {.count = 1, .reusable = true}}, SHIFT(14),
  [13] = {.entry = {.count = 1, .reusable = true}}, SHIFT(17),
  [15] = {.entry = {.count = 1, .reusable = true}}, SHIFT(46),
  [17] = {.entry = {.count = 1, .reusable = false}}, SHIFT(17),
  [19] = {.entry = {.count = 1, .reusable = false}}, SHIFT(27),
  [21] = {.entry = {.count = 1, .reusable = true}}, SHIFT(2),
  [23] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_draft, 1, 0, 0),
  [25] = {.entry = {.count = 1, .reusable = true}}, SHIFT(11),
  [27] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_section_1, 1, 0, 1),
  [29] = {.entry = {.count = 1, .reusable = true}}, SHIFT(4),
  [31] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_section_1, 2, 0, 1),
  [33] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_section_2, 2, 0, 1),
  [35] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_section_2, 1, 0, 1),
  [37] = {.entry = {.count = 1, .reusable = true}}, SHIFT(5),
  [39] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_section_3, 1, 0, 1),
  [41] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_section_3, 1, 0, 1),
  [43] = {.entry = {.count = 1, .reusable = true}}, SHIFT(8),
  [45] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_section_3, 2, 0, 1),
  [47] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_section_3, 2, 0, 1),
  [49] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_section_4, 1, 0, 1),
  [51] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_section_4, 1, 0, 1),
  [53] = {.entry = {.count = 1, .reusable = true}}, SHIFT(10),
  [55] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_section_4, 2, 0, 1),
  [57] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_section_4, 2, 0, 1),
  [59] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_draft_repeat1, 2, 0, 0),
  [61] = {.entry = {.count = 1, .reusable = false}}, REDUCE(aux_sym_draft_repeat1, 2, 0, 0),
  [63] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_draft_repeat1, 2, 0, 0), SHIFT_REPEAT(17),
  [66] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_draft_repeat1, 2, 0, 0), SHIFT_REPEAT(46),
  [69] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym_draft_repeat1, 2, 0, 0), SHIFT_REPEAT(17),
  [72] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym_draft_repeat1, 2, 0, 0), SHIFT_REPEAT(27),
  [75] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_draft_repeat1, 2, 0, 0), SHIFT_REPEAT(11),
  [78] = {.entry = {.count = 1, .reusable = true}}, SHIFT(22),
  [80] = {.entry = {.count = 1, .reusable = true}}, SHIFT(23),
  [82] = {.entry = {.count = 1, .reusable = true}}, SHIFT(19),
  [84] = {.entry = {.count = 1, .reusable = true}}, SHIFT(18),
  [86] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym__line_repeat1, 2, 0, 0), SHIFT_REPEAT(16),
  [89] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym__line_repeat1, 2, 0, 0), SHIFT_REPEAT(46),
  [92] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__line_repeat1, 2, 0, 0), SHIFT_REPEAT(16),
  [95] = {.entry = {.count = 2, .reusable = false}}, REDUCE(aux_sym__line_repeat1, 2, 0, 0), SHIFT_REPEAT(27),
  [98] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym__line_repeat1, 2, 0, 0),
  [100] = {.entry = {.count = 1, .reusable = true}}, SHIFT(16),
  [102] = {.entry = {.count = 1, .reusable = false}}, SHIFT(16),
  [104] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym__line, 1, 0, 0),
  [106] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_heading_1, 2, 0, 0),
  [108] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_heading_1, 2, 0, 0),
  [110] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_heading_4, 2, 0, 0),
  [112] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_heading_4, 2, 0, 0),
  [114] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_paragraph, 2, 0, 0),
  [116] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_paragraph, 2, 0, 0),
  [118] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_heading_1, 3, 0, 0),
  [120] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_heading_1, 3, 0, 0),
  [122] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_heading_3, 2, 0, 0),
  [124] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_heading_3, 2, 0, 0),
  [126] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_heading_2, 2, 0, 0),
  [128] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_heading_2, 2, 0, 0),
  [130] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_heading_4, 3, 0, 0),
  [132] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_heading_4, 3, 0, 0),
  [134] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_heading_2, 3, 0, 0),
  [136] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_heading_2, 3, 0, 0),
  [138] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_heading_3, 3, 0, 0),
  [140] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_heading_3, 3, 0, 0),
  [142] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_number, 1, 0, 0),
  [144] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_number, 1, 0, 0),
  [146] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_figure, 1, 0, 0),
  [148] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_figure, 1, 0, 0),
  [150] = {.entry = {.count = 1, .reusable = true}}, SHIFT(30),
  [152] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_reference, 2, 0, 0),
  [154] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_reference, 2, 0, 0),
  [156] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_figure, 2, 0, 0),
  [158] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_figure, 2, 0, 0),
  [160] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_reference, 3, 0, 0),
  [162] = {.entry = {.count = 1, .reusable = false}}, REDUCE(sym_reference, 3, 0, 0),
  [164] = {.entry = {.count = 1, .reusable = true}}, SHIFT(12),
  [166] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_draft_repeat2, 2, 0, 0),
  [168] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_draft_repeat2, 2, 0, 0), SHIFT_REPEAT(15),
  [171] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_draft_repeat2, 2, 0, 0), SHIFT_REPEAT(13),
  [174] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_draft_repeat2, 2, 0, 0), SHIFT_REPEAT(12),
  [177] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_draft_repeat2, 2, 0, 0), SHIFT_REPEAT(14),
  [180] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_draft, 2, 0, 0),
  [182] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_section_1_repeat1, 2, 0, 0),
  [184] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_section_1_repeat1, 2, 0, 0), SHIFT_REPEAT(13),
  [187] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_section_1_repeat1, 2, 0, 0), SHIFT_REPEAT(12),
  [190] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_section_1_repeat1, 2, 0, 0), SHIFT_REPEAT(14),
  [193] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_section_1, 3, 0, 1),
  [195] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_section_2, 3, 0, 1),
  [197] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_section_2_repeat1, 2, 0, 0),
  [199] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_section_2_repeat1, 2, 0, 0), SHIFT_REPEAT(12),
  [202] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_section_2_repeat1, 2, 0, 0), SHIFT_REPEAT(14),
  [205] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_section_3_repeat1, 2, 0, 0),
  [207] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_section_3_repeat1, 2, 0, 0), SHIFT_REPEAT(14),
  [210] = {.entry = {.count = 1, .reusable = true}}, REDUCE(sym_section_3, 3, 0, 1),
  [212] = {.entry = {.count = 1, .reusable = true}}, SHIFT(47),
  [214] = {.entry = {.count = 1, .reusable = true}}, SHIFT(31),
  [216] = {.entry = {.count = 1, .reusable = true}}, SHIFT(45),
  [218] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_reference_repeat1, 2, 0, 0), SHIFT_REPEAT(47),
  [221] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_reference_repeat1, 2, 0, 0),
  [223] = {.entry = {.count = 2, .reusable = true}}, REDUCE(aux_sym_reference_repeat1, 2, 0, 0), SHIFT_REPEAT(45),
  [226] = {.entry = {.count = 1, .reusable = true}}, SHIFT(29),
  [228] = {.entry = {.count = 1, .reusable = true}}, SHIFT(44),
  [230] = {.entry = {.count = 1, .reusable = true}}, SHIFT(55),
  [232] = {.entry = {.count = 1, .reusable = true}}, SHIFT(48),
  [234] = {.entry = {.count = 1, .reusable = true}}, SHIFT(56),
  [236] = {.entry = {.count = 1, .reusable = true}}, SHIFT(21),
  [238] = {.entry = {.count = 1, .reusable = true}}, SHIFT(24),
  [240] = {.entry = {.count = 1, .reusable = true}}, SHIFT(25),
  [242] = {.entry = {.count = 1, .reusable = true}}, REDUCE(aux_sym_reference_repeat1, 1, 0, 2),
  [244] = {.entry = {.count = 1, .reusable = true}}, SHIFT(20),
  [246] = {.entry = {.count = 1, .reusable = true}}, SHIFT(26),
  [248] = {.entry = {.count = 1, .reusable = true}},  ACCEPT_INPUT(),
};

#ifdef __cplusplus
extern "C" {
#endif
#ifdef TREE_SITTER_HIDE_SYMBOLS
#define TS_PUBLIC
#elif defined(_WIN32)
#define TS_PUBLIC __declspec(dllexport)
#else
#define TS_PUBLIC __attribute__((visibility("default")))
#endif

TS_PUBLIC const TSLanguage *tree_sitter_gongwen(void) {
  static const TSLanguage language = {
    .version = LANGUAGE_VERSION,
    .symbol_count = SYMBOL_COUNT,
    .alias_count = ALIAS_COUNT,
    .token_count = TOKEN_COUNT,
    .external_token_count = EXTERNAL_TOKEN_COUNT,
    .state_count = STATE_COUNT,
    .large_state_count = LARGE_STATE_COUNT,
    .production_id_count = PRODUCTION_ID_COUNT,
    .field_count = FIELD_COUNT,
    .max_alias_sequence_length = MAX_ALIAS_SEQUENCE_LENGTH,
    .parse_table = &ts_parse_table[0][0],
    .small_parse_table = ts_small_parse_table,
    .small_parse_table_map = ts_small_parse_table_map,
    .parse_actions = ts_parse_actions,
    .symbol_names = ts_symbol_names,
    .field_names = ts_field_names,
    .field_map_slices = ts_field_map_slices,
    .field_map_entries = ts_field_map_entries,
    .symbol_metadata = ts_symbol_metadata,
    .public_symbol_map = ts_symbol_map,
    .alias_map = ts_non_terminal_alias_map,
    .alias_sequences = &ts_alias_sequences[0][0],
    .lex_modes = ts_lex_modes,
    .lex_fn = ts_lex,
    .primary_state_ids = ts_primary_state_ids,
  };
  return &language;
}
#ifdef __cplusplus
}
#endif
