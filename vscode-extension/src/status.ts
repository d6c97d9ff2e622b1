// The status bar item as plain data.

import type { Summary } from './protocol';
import type { Translate } from './text';

export interface StatusText {
  readonly text: string;
  readonly tooltip: string;
  readonly severity: 'none' | 'warning' | 'error';
}

export type ServerState = 'starting' | 'running' | 'stopped' | 'failed';

/** What the status bar says about a document that was reviewed. */
export function reviewStatus(summary: Summary, t: Translate): StatusText {
  const { mandated, relations, references, findings } = summary;
  const checked = relations.holds + relations.rounding + relations.broken;
  const parts: string[] = [];
  if (mandated !== null) parts.push(t('Sections {0}/{1}', mandated.present, mandated.total));
  parts.push(t('Figures {0}', checked) + off(relations.broken));
  parts.push(t('References {0}', references.total) + off(references.outdated));
  const lines = [
    ...(mandated === null
      ? []
      : [t('Mandated sections: {0} of {1} present', mandated.present, mandated.total)]),
    t(
      'Relations between figures: {0} hold, {1} rounding, {2} off, {3} unsure',
      relations.holds,
      relations.rounding,
      relations.broken,
      relations.unsure,
    ),
    t('References: {0}, of which {1} not in force', references.total, references.outdated),
    t(
      'Findings: {0} errors, {1} warnings, {2} information, {3} hints',
      findings.errors,
      findings.warnings,
      findings.information,
      findings.hints,
    ),
  ];
  return {
    text: `$(checklist) ${parts.join(' · ')}`,
    tooltip: lines.join('\n\n'),
    severity: findings.errors > 0 ? 'error' : findings.warnings > 0 ? 'warning' : 'none',
  };
}

/** A document that the server has said nothing about yet: it is no more right than wrong. */
export function pendingStatus(t: Translate): StatusText {
  return { text: `$(sync~spin) ${t('Hegao: checking')}`, tooltip: '', severity: 'none' };
}

/** A text file that was not taken for a report: said, since silence would look like success. */
export function unrecognisedStatus(t: Translate): StatusText {
  return {
    text: `$(circle-slash) ${t('Hegao: not checked')}`,
    tooltip: t(
      'This file was not recognised as a report and is not checked. Click to check it all the same.',
    ),
    severity: 'none',
  };
}

export function serverStatus(state: Exclude<ServerState, 'running'>, t: Translate): StatusText {
  switch (state) {
    case 'starting':
      return { text: `$(sync~spin) ${t('Hegao: starting')}`, tooltip: '', severity: 'none' };
    case 'stopped':
      return {
        text: `$(debug-disconnect) ${t('Hegao: stopped')}`,
        tooltip: t('The server was stopped; nothing is checked. Click to start it.'),
        severity: 'warning',
      };
    case 'failed':
      return {
        text: `$(error) ${t('Hegao: not running')}`,
        tooltip: t(
          'The server could not be started or ended unexpectedly; nothing is checked. Click to restart it.',
        ),
        severity: 'error',
      };
  }
}

function off(count: number): string {
  return count === 0 ? '' : ` ✗${count}`;
}
