// A checklist as the server sends it, for a draft that has a bit of everything.

import type { Checklist, Range } from '../src/protocol';

export const at = (line: number, from: number, to: number): Range => ({
  start: { line, character: from },
  end: { line, character: to },
});

export const CHECKLIST: Checklist = {
  version: 3,
  recognised: true,
  profile: 'annual-report',
  period: '2024',
  issuer: '青山县人民政府',
  title: '青山县2024年法治政府建设年度报告',
  summary: {
    mandated: { present: 2, total: 4 },
    relations: { holds: 1, rounding: 0, broken: 1, unsure: 1 },
    references: { total: 3, outdated: 1 },
    findings: { errors: 2, warnings: 1, information: 0, hints: 1 },
  },
  lastYear: null,
  mandated: [
    { id: 'measures', title: '主要举措和成效', state: 'present', range: at(2, 0, 10) },
    {
      id: 'problems',
      title: '存在的不足和原因',
      state: 'hidden',
      range: at(9, 0, 4),
      note: '写在“主要举措”中',
    },
    { id: 'leader', title: '第一责任人履职情况', state: 'missing' },
    { id: 'plan', title: '下一年度安排', state: 'empty', range: at(20, 0, 8) },
  ],
  figures: [
    {
      section: '一、主要举措',
      text: '1231件',
      label: '行政复议 受理',
      range: at(3, 5, 10),
      verdict: 'broken',
      relations: [
        {
          kind: 'rate',
          verdict: 'broken',
          formula: '1205 ÷ 1231 = 97.89%，文中 97.87%',
          range: at(3, 20, 26),
        },
      ],
    },
    {
      section: '一、主要举措',
      text: '12件',
      label: '规范性文件 备案',
      range: at(4, 2, 5),
      verdict: 'holds',
      relations: [{ kind: 'partition', verdict: 'holds', formula: '12 = 7 + 5', range: at(4, 2, 5) }],
    },
    {
      section: '一、主要举措',
      text: '12件',
      label: '规范性文件 备案',
      range: at(5, 2, 5),
      verdict: 'free',
      relations: [],
    },
    { section: '', text: '3项', label: '任务', range: at(0, 2, 4), verdict: 'unsure', relations: [] },
  ],
  references: [
    { title: '法治政府建设实施纲要（2021—2025年）', state: 'current', range: at(3, 0, 2) },
    {
      title: '旧办法',
      number: '国办发〔2010〕1号',
      state: 'repealed',
      range: at(6, 0, 5),
      note: '2019年废止',
    },
    { title: '地方规定', state: 'unknown', range: at(7, 0, 6) },
  ],
};

/** English, unchanged, with its values filled in. */
export const plain = (text: string, ...values: (string | number)[]): string =>
  text.replace(/\{(\d+)\}/g, (_, index) => String(values[Number(index)]));
