// 核稿：检查当前文档. Also reviews a document that was not recognised as a report.

import * as vscode from 'vscode';
import type { ChecklistView } from '../checklist/view';
import { SELECTOR, type Server } from '../client';
import { CHECK_DOCUMENT_COMMAND, type Checklist } from '../protocol';

export async function check(server: Server, view: ChecklistView): Promise<void> {
  const document = draftInEditor();
  if (document === undefined) return;
  const checklist = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Checking') },
    () =>
      server.request<Checklist>('workspace/executeCommand', {
        command: CHECK_DOCUMENT_COMMAND,
        arguments: [server.uri(document)],
      }),
  );
  // The server could not be started, which has been said already.
  if (checklist === undefined) return;
  if (checklist === null) {
    void vscode.window.showWarningMessage(vscode.l10n.t('This document could not be checked.'));
    return;
  }
  view.present(document, checklist);
  await vscode.commands.executeCommand('hegao.checklist.focus');
  void report(checklist);
}

async function report(checklist: Checklist): Promise<void> {
  const { findings, relations, references } = checklist.summary;
  const problems = findings.errors + findings.warnings;
  const checked = vscode.l10n.t(
    '{0} relations between figures and {1} references were checked.',
    relations.holds + relations.rounding + relations.broken,
    references.total,
  );
  if (problems === 0) {
    void vscode.window.showInformationMessage(sentences(vscode.l10n.t('No errors or warnings.'), checked));
    return;
  }
  const show = vscode.l10n.t('Show Problems');
  const counts = vscode.l10n.t('{0} errors, {1} warnings.', findings.errors, findings.warnings);
  const choice = await vscode.window.showWarningMessage(sentences(counts, checked), show);
  if (choice === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
}

/** Two sentences in a row: Chinese has no blank between them. */
function sentences(first: string, second: string): string {
  return vscode.l10n.t('{0} {1}', first, second);
}

/** The draft in the active editor; says why there is none. */
export function draftInEditor(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a draft first.'));
    return undefined;
  }
  if (vscode.languages.match(SELECTOR, document) === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Only drafts in the languages gongwen, Markdown and plain text are checked here.'),
    );
    return undefined;
  }
  return document;
}
