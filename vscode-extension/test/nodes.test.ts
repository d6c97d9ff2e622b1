import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checklistNodes, type Node } from '../src/checklist/nodes';
import type { Checklist } from '../src/protocol';
import { at, CHECKLIST, plain } from './sample';

const EVERYTHING = { onlyProblems: false };

function drawn(nodes: readonly Node[], indent = ''): string {
  return nodes
    .map(
      ({ mark, label, description, children }) =>
        `${indent}${mark}: ${label} | ${description ?? ''}\n${drawn(children, `${indent}  `)}`,
    )
    .join('');
}

describe('the side view', () => {
  test('shows sections, ledger and references in the order of a review', () => {
    assert.equal(
      drawn(checklistNodes(CHECKLIST, EVERYTHING, plain)),
      `\
mandated: Mandated sections | 2/4
  ok: 主要举措和成效 | present
  note: 存在的不足和原因 | not under its own heading
  error: 第一责任人履职情况 | missing
  warning: 下一年度安排 | empty
ledger: Figures and relations | 2 relations · 1 off · 1 unsure
  error: 一、主要举措 | 3 figures, 1 off
    error: 1231件 | 行政复议 受理
      error: 1205 ÷ 1231 = 97.89%，文中 97.87% | rate · off
    ok: 12件 | 规范性文件 备案
      ok: 12 = 7 + 5 | parts and whole · holds
    plain: 12件 | 规范性文件 备案
  plain: Before the first heading | 1 figures
    unsure: 3项 | 任务
references: References | 3 documents · 1 not in force
  warning: Repealed | 1
    warning: 《旧办法》 | 国办发〔2010〕1号
  plain: Not in the catalogue | 1
    plain: 《地方规定》 | 
  ok: In force | 1
    ok: 《法治政府建设实施纲要（2021—2025年）》 | 
`,
    );
  });

  test("names last year's report, says what the comparison came to, and a click opens it", () => {
    const uri = 'file:///reports/2023.md';
    const list = {
      ...CHECKLIST,
      lastYear: { uri, name: '2023.md', notes: ['12 figures', '1 contradicted'] },
    };
    const node = checklistNodes(list, { onlyProblems: true }, plain).at(-1);
    assert.equal(drawn(node === undefined ? [] : [node]), "lastYear: Last year's report | 2023.md\n");
    assert.deepEqual([node?.file, node?.tooltip], [uri, '12 figures\n1 contradicted']);
  });

  test('leaves out what is right when only problems are asked for', () => {
    assert.equal(
      drawn(checklistNodes(CHECKLIST, { onlyProblems: true }, plain)),
      `\
mandated: Mandated sections | 2/4
  note: 存在的不足和原因 | not under its own heading
  error: 第一责任人履职情况 | missing
  warning: 下一年度安排 | empty
ledger: Figures and relations | 2 relations · 1 off · 1 unsure
  error: 一、主要举措 | 3 figures, 1 off
    error: 1231件 | 行政复议 受理
      error: 1205 ÷ 1231 = 97.89%，文中 97.87% | rate · off
references: References | 3 documents · 1 not in force
  warning: Repealed | 1
    warning: 《旧办法》 | 国办发〔2010〕1号
`,
    );
  });

  test('gives every node an id of its own', () => {
    const ids: string[] = [];
    const collect = (nodes: readonly Node[]): void => {
      for (const node of nodes) {
        ids.push(node.id);
        collect(node.children);
      }
    };
    collect(checklistNodes(CHECKLIST, EVERYTHING, plain));
    assert.equal(new Set(ids).size, ids.length);
  });

  test('keeps the ids when the draft moves, so that unfolded nodes stay unfolded', () => {
    const moved: Checklist = {
      ...CHECKLIST,
      figures: CHECKLIST.figures.map((figure) => ({
        ...figure,
        range: at(figure.range.start.line + 7, 0, 1),
      })),
    };
    const ids = (list: Checklist) =>
      checklistNodes(list, EVERYTHING, plain).flatMap((root) => root.children.map((node) => node.id));
    assert.deepEqual(ids(moved), ids(CHECKLIST));
  });

  test('leads to the place where there is one', () => {
    const [mandated] = checklistNodes(CHECKLIST, EVERYTHING, plain);
    assert.deepEqual(
      mandated?.children.map((node) => node.range?.start.line),
      [2, 9, undefined, 20],
    );
  });

  test('has no group for what the kind of report does not have', () => {
    const summary = { ...CHECKLIST.summary, mandated: null };
    const bare: Checklist = { ...CHECKLIST, summary, mandated: [], references: [] };
    assert.deepEqual(
      checklistNodes(bare, EVERYTHING, plain).map((node) => node.id),
      ['ledger'],
    );
  });
});
