// The side view as a plain tree: a checklist goes in, nodes come out. Only `view.ts` knows VS Code.

import type { Checklist, Figure, MandatedItem, Range, Reference, Relation, Verdict } from '../protocol';
import type { Translate } from '../text';

export interface Node {
  /** Stable over re-reviews of the same draft, so that what the reader unfolded stays unfolded. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly mark: Mark;
  readonly range?: Range;
  /** The other file that a click opens. */
  readonly file?: string;
  readonly children: readonly Node[];
  readonly open: boolean;
}

export type Mark =
  | 'ok'
  | 'note'
  | 'warning'
  | 'error'
  | 'unsure'
  | 'plain'
  | 'mandated'
  | 'ledger'
  | 'references'
  | 'lastYear';

export interface Shown {
  /** Leave out what was checked and found right. */
  readonly onlyProblems: boolean;
}

const VERDICT_MARK: Record<Verdict, Mark> = {
  holds: 'ok',
  rounding: 'note',
  broken: 'error',
  unsure: 'unsure',
  free: 'plain',
};

const MANDATED_MARK: Record<MandatedItem['state'], Mark> = {
  present: 'ok',
  hidden: 'note',
  empty: 'warning',
  missing: 'error',
};

const REFERENCE_MARK: Record<Reference['state'], Mark> = {
  current: 'ok',
  superseded: 'warning',
  repealed: 'warning',
  notYet: 'warning',
  unknown: 'plain',
};

/** States in the order in which a reviewer wants to see them. */
const REFERENCE_ORDER: readonly Reference['state'][] = [
  'repealed',
  'superseded',
  'notYet',
  'unknown',
  'current',
];

const PROBLEMS: ReadonlySet<Mark> = new Set<Mark>(['note', 'warning', 'error']);

/** The roots of the side view: mandated sections, figure ledger, references, last year's report. */
export function checklistNodes(list: Checklist, shown: Shown, t: Translate): Node[] {
  return [
    mandatedNode(list, shown, t),
    ledgerNode(list, shown, t),
    referencesNode(list, shown, t),
    lastYearNode(list, t),
  ].filter((node) => node !== undefined);
}

function wanted(node: Node, shown: Shown): boolean {
  return (
    !shown.onlyProblems || PROBLEMS.has(node.mark) || node.children.some((child) => wanted(child, shown))
  );
}

function mandatedNode(list: Checklist, shown: Shown, t: Translate): Node | undefined {
  if (list.mandated.length === 0) return undefined;
  const states: Record<MandatedItem['state'], string> = {
    present: t('present'),
    hidden: t('not under its own heading'),
    empty: t('empty'),
    missing: t('missing'),
  };
  const children = list.mandated
    .map((item): Node => ({
      id: `mandated/${item.id}`,
      label: item.title,
      description: states[item.state],
      tooltip: [item.title, item.note ?? states[item.state]].join('\n'),
      mark: MANDATED_MARK[item.state],
      ...place(item.range),
      children: [],
      open: false,
    }))
    .filter((node) => wanted(node, shown));
  const count = list.summary.mandated;
  return {
    id: 'mandated',
    label: t('Mandated sections'),
    description: count === null ? '' : `${count.present}/${count.total}`,
    mark: 'mandated',
    children,
    open: true,
  };
}

function ledgerNode(list: Checklist, shown: Shown, t: Translate): Node | undefined {
  if (list.figures.length === 0) return undefined;
  const sections = new Map<string, Figure[]>();
  for (const figure of list.figures) {
    const title = figure.section === '' ? t('Before the first heading') : figure.section;
    const figures = sections.get(title);
    if (figures === undefined) sections.set(title, [figure]);
    else figures.push(figure);
  }
  const children: Node[] = [];
  for (const [title, figures] of sections) {
    const nodes = numbered(figures, (figure) => `figure/${title}/${figure.label}/${figure.text}`)
      .map(([figure, id]) => figureNode(figure, id, t))
      .filter((node) => wanted(node, shown));
    if (nodes.length === 0) continue;
    const broken = figures.filter((figure) => figure.verdict === 'broken').length;
    children.push({
      id: `section/${title}`,
      label: title,
      description:
        broken === 0 ? t('{0} figures', figures.length) : t('{0} figures, {1} off', figures.length, broken),
      mark: broken === 0 ? 'plain' : 'error',
      children: nodes,
      open: broken > 0,
    });
  }
  const { holds, rounding, broken, unsure } = list.summary.relations;
  return {
    id: 'ledger',
    label: t('Figures and relations'),
    description: counted(
      [t('{0} relations', holds + rounding + broken), 1],
      [t('{0} off', broken), broken],
      [t('{0} rounding', rounding), rounding],
      [t('{0} unsure', unsure), unsure],
    ),
    mark: 'ledger',
    children,
    open: true,
  };
}

function figureNode(figure: Figure, id: string, t: Translate): Node {
  const children = numbered(figure.relations, (relation) => `${id}/${relation.kind}/${relation.formula}`).map(
    ([relation, relationId]) => relationNode(relation, relationId, t),
  );
  return {
    id,
    label: figure.text,
    description: figure.label,
    tooltip: [
      `${figure.label} ${figure.text}`.trim(),
      ...figure.relations.map((relation) => relation.formula),
    ].join('\n'),
    mark: VERDICT_MARK[figure.verdict],
    range: figure.range,
    children,
    open: figure.verdict === 'broken',
  };
}

function relationNode(relation: Relation, id: string, t: Translate): Node {
  return {
    id,
    label: relation.formula,
    description: `${kindName(relation.kind, t)} · ${verdictName(relation.verdict, t)}`,
    mark: VERDICT_MARK[relation.verdict],
    range: relation.range,
    children: [],
    open: false,
  };
}

function referencesNode(list: Checklist, shown: Shown, t: Translate): Node | undefined {
  if (list.references.length === 0) return undefined;
  const names = referenceStates(t);
  const children: Node[] = [];
  for (const state of REFERENCE_ORDER) {
    const nodes = numbered(
      list.references.filter((reference) => reference.state === state),
      (reference) => `reference/${reference.title}/${reference.number ?? ''}`,
    )
      .map(([reference, id]): Node => ({
        id,
        label: `《${reference.title.replace(/^《|》$/g, '')}》`,
        description: reference.number ?? '',
        tooltip: [reference.title, reference.number, names[state], reference.note]
          .filter((line) => line !== undefined && line !== null && line !== '')
          .join('\n'),
        mark: REFERENCE_MARK[state],
        range: reference.range,
        children: [],
        open: false,
      }))
      .filter((node) => wanted(node, shown));
    if (nodes.length === 0) continue;
    children.push({
      id: `references/${state}`,
      label: names[state],
      description: String(nodes.length),
      mark: REFERENCE_MARK[state],
      children: nodes,
      open: REFERENCE_MARK[state] === 'warning',
    });
  }
  const { total, outdated } = list.summary.references;
  return {
    id: 'references',
    label: t('References'),
    description: counted([t('{0} documents', total), 1], [t('{0} not in force', outdated), outdated]),
    mark: 'references',
    children,
    open: true,
  };
}

function lastYearNode(list: Checklist, t: Translate): Node | undefined {
  const past = list.lastYear;
  if (past === null) return undefined;
  return {
    id: 'lastYear',
    label: t("Last year's report"),
    description: past.name,
    tooltip: past.notes.join('\n'),
    mark: 'lastYear',
    file: past.uri,
    children: [],
    open: false,
  };
}

/** Joins the texts whose count is not zero. */
function counted(...parts: [text: string, count: number][]): string {
  return parts
    .filter(([, count]) => count > 0)
    .map(([text]) => text)
    .join(' · ');
}

/** Gives every item an id of its own, also where two items would have the same. */
function numbered<T>(items: readonly T[], key: (item: T) => string): [T, string][] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const base = key(item);
    const times = seen.get(base) ?? 0;
    seen.set(base, times + 1);
    return [item, times === 0 ? base : `${base}#${times}`];
  });
}

function place(range: Range | null | undefined): { range?: Range } {
  return range === null || range === undefined ? {} : { range };
}

function referenceStates(t: Translate): Record<Reference['state'], string> {
  return {
    repealed: t('Repealed'),
    superseded: t('Superseded'),
    notYet: t('Not yet in force'),
    unknown: t('Not in the catalogue'),
    current: t('In force'),
  };
}

function verdictName(verdict: Verdict, t: Translate): string {
  const names: Record<Verdict, string> = {
    holds: t('holds'),
    rounding: t('rounding'),
    broken: t('off'),
    unsure: t('unsure'),
    free: t('not tied'),
  };
  return names[verdict];
}

function kindName(kind: string, t: Translate): string {
  const names: Record<string, string> = {
    partition: t('parts and whole'),
    part: t('part of a whole'),
    flow: t('later and earlier stage'),
    balance: t('opening and closing balance'),
    rate: t('rate'),
    share: t('share'),
    change: t('change'),
    average: t('average'),
    tally: t('count of a list'),
    same: t('same figure twice'),
    limits: t('possible values'),
  };
  return names[kind] ?? kind;
}
