import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reviewStatus, serverStatus } from '../src/status';
import { CHECKLIST, plain } from './sample';

test('the status bar counts sections, relations and references', () => {
  const { text, severity, tooltip } = reviewStatus(CHECKLIST.summary, plain);
  assert.equal(text, '$(checklist) Sections 2/4 · Figures 2 ✗1 · References 3 ✗1');
  assert.equal(severity, 'error');
  assert.match(tooltip, /1 hold, 0 rounding, 1 off, 1 unsure/);
});

test('a draft without errors is calm, and one without mandated sections does not count them', () => {
  const calm = {
    mandated: null,
    relations: { holds: 5, rounding: 1, broken: 0, unsure: 2 },
    references: { total: 4, outdated: 0 },
    findings: { errors: 0, warnings: 0, information: 3, hints: 2 },
  };
  assert.deepEqual(
    [reviewStatus(calm, plain).text, reviewStatus(calm, plain).severity],
    ['$(checklist) Figures 6 · References 4', 'none'],
  );
  const warned = { ...calm, findings: { ...calm.findings, warnings: 1 } };
  assert.equal(reviewStatus(warned, plain).severity, 'warning');
});

test('a server that does not run is never shown as calm', () => {
  for (const state of ['stopped', 'failed'] as const) {
    assert.notEqual(serverStatus(state, plain).severity, 'none');
    assert.match(serverStatus(state, plain).tooltip, /nothing is checked/);
  }
});
