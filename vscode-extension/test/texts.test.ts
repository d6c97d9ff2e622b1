// Nothing that a user reads is left in one language only.

import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';

const root = process.cwd();
const read = (name: string) => fs.readFileSync(path.join(root, name), 'utf8');
const keys = (name: string) => JSON.parse(read(name)) as Record<string, string>;

/** The texts given to `t(…)` and `l10n.t(…)` in the sources. */
function translated(): Set<string> {
  const texts = new Set<string>();
  for (const name of fs.readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const source = ts.createSourceFile(name, read(path.join('src', name)), ts.ScriptTarget.ES2022, true);
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && /(^|\.)t$/.test(node.expression.getText(source))) {
        const [first] = node.arguments;
        if (first !== undefined && ts.isStringLiteralLike(first)) texts.add(first.text);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return texts;
}

const places = (text: string) => [...text.matchAll(/\{\d\}/g)].map(([place]) => place).sort();

test('every text of the program is translated, and no translation is left over', () => {
  const bundle = keys('l10n/bundle.l10n.zh-cn.json');
  const texts = translated();
  assert.ok(texts.size > 40);
  assert.deepEqual(
    [...texts].filter((text) => !(text in bundle)),
    [],
  );
  assert.deepEqual(
    Object.keys(bundle).filter((text) => !texts.has(text)),
    [],
  );
  for (const [english, chinese] of Object.entries(bundle))
    assert.deepEqual(places(chinese), places(english), english);
});

test('every text of the manifest is there in both languages, and none is left over', () => {
  const used = new Set([...read('package.json').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key));
  for (const name of ['package.nls.json', 'package.nls.zh-cn.json']) {
    assert.deepEqual(Object.keys(keys(name)).sort(), [...used].sort(), name);
  }
});

test('every command that the manifest names is registered', () => {
  const manifest = JSON.parse(read('package.json')) as { contributes: { commands: { command: string }[] } };
  const sources = ['extension.ts', 'checklist/view.ts'].map((name) => read(path.join('src', name))).join('');
  for (const { command } of manifest.contributes.commands) {
    assert.ok(new RegExp(`registerCommand\\(\\s*'${command.replaceAll('.', '\\.')}'`).test(sources), command);
  }
});
