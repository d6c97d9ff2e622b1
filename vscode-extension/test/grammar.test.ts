// The TextMate grammar against grammars/tests/gongwen.cases.txt, with the very engine that VS Code uses.

import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { before, describe, test } from 'node:test';
import * as oniguruma from 'vscode-oniguruma';
import * as textmate from 'vscode-textmate';

const GRAMMARS = path.resolve(process.cwd(), '../grammars');

interface Case {
  readonly group: string;
  readonly line: number;
  readonly source: string;
  readonly expected: { readonly piece: string; readonly scope: string }[];
}

describe('gongwen.tmLanguage.json', () => {
  let grammar: textmate.IGrammar;

  before(async () => {
    const wasm = fs.readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
    await oniguruma.loadWASM(wasm);
    const registry = new textmate.Registry({
      onigLib: Promise.resolve({
        createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
        createOnigString: (text) => new oniguruma.OnigString(text),
      }),
      loadGrammar: () => {
        const file = path.join(GRAMMARS, 'gongwen.tmLanguage.json');
        return Promise.resolve(textmate.parseRawGrammar(fs.readFileSync(file, 'utf8'), file));
      },
    });
    const loaded = await registry.loadGrammar('text.gongwen');
    assert.ok(loaded, 'the grammar loads');
    grammar = loaded;
  });

  for (const { group, line, source, expected } of readCases()) {
    test(`${group}: ${source} (line ${line})`, () => {
      const { tokens } = grammar.tokenizeLine(source, textmate.INITIAL);
      let from = 0;
      for (const { piece, scope } of expected) {
        const at = source.indexOf(piece, from);
        assert.ok(at >= 0, `the case's own text holds ${piece}`);
        from = at + piece.length;
        const own = tokens
          .filter((token) => token.startIndex < from && token.endIndex > at)
          .map((token) => token.scopes.slice(1));
        if (scope === '') {
          assert.deepEqual(own.flat(), [], `${piece} has no scope`);
        } else {
          for (const scopes of own) assert.ok(scopes.includes(scope), `${piece}: ${scopes.join(' ')}`);
        }
      }
    });
  }
});

function readCases(): Case[] {
  const cases: Case[] = [];
  let group = '';
  const lines = fs.readFileSync(path.join(GRAMMARS, 'tests/gongwen.cases.txt'), 'utf8').split('\n');
  for (const [index, line] of lines.entries()) {
    if (line === '' || /^#( |$)/.test(line)) continue;
    const title = /^## ([A-Z][^、]*)$/.exec(line);
    const expectation = /^ {4}(.+?) ⇒ ?(\S*)$/.exec(line);
    if (title !== null) group = title[1] ?? '';
    else if (expectation === null) cases.push({ group, line: index + 1, source: line, expected: [] });
    else cases.at(-1)?.expected.push({ piece: expectation[1] ?? '', scope: expectation[2] ?? '' });
  }
  assert.ok(cases.length > 20, 'the cases were read');
  for (const { source, expected } of cases)
    assert.ok(expected.length > 0, `something is expected of ${source}`);
  return cases;
}
