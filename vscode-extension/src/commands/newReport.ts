// 新建报告: asks for profile, issuer and year, then opens a draft from the server's template.

import * as vscode from 'vscode';
import type { Server } from '../client';
import { guessIssuerKind, ISSUER_KINDS, isYear, proposedYear, type IssuerKind } from '../issuer';
import { NEW_DRAFT_REQUEST, type NewDraft, type NewDraftParams } from '../protocol';

const LAST_ISSUER = 'hegao.lastIssuer';

export async function newReport(server: Server, memory: vscode.Memento): Promise<void> {
  const params = await ask(memory);
  if (params === undefined) return;
  await memory.update(LAST_ISSUER, params.issuer);
  const draft = await server.request<NewDraft>(NEW_DRAFT_REQUEST, params);
  if (draft === undefined) return;
  if (draft === null) {
    void vscode.window.showErrorMessage(vscode.l10n.t('There is no template for this kind of report.'));
    return;
  }
  const document = await vscode.workspace.openTextDocument({ language: 'gongwen' });
  const editor = await vscode.window.showTextDocument(document);
  const body = draft.snippet
    ? new vscode.SnippetString(draft.text)
    : new vscode.SnippetString().appendText(draft.text);
  await editor.insertSnippet(body, new vscode.Position(0, 0));
}

async function ask(memory: vscode.Memento): Promise<NewDraftParams | undefined> {
  const title = vscode.l10n.t('New report');
  const profile = await vscode.window.showQuickPick(profiles(), {
    title: `${title} (1/4)`,
    placeHolder: vscode.l10n.t('Kind of report'),
  });
  if (profile === undefined) return undefined;

  const issuer = await vscode.window.showInputBox({
    title: `${title} (2/4)`,
    prompt: vscode.l10n.t('Issuing body, with its full name, such as 青山县人民政府'),
    value: memory.get(LAST_ISSUER, ''),
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.trim() === '' ? vscode.l10n.t('The name is needed for the title.') : undefined,
  });
  if (issuer === undefined) return undefined;

  const kind = await vscode.window.showQuickPick(issuerKinds(guessIssuerKind(issuer)), {
    title: `${title} (3/4)`,
    placeHolder: vscode.l10n.t('Kind of issuing body'),
    ignoreFocusOut: true,
  });
  if (kind === undefined) return undefined;

  const year = await vscode.window.showInputBox({
    title: `${title} (4/4)`,
    prompt: vscode.l10n.t('Year that the report is about'),
    value: String(proposedYear(new Date())),
    ignoreFocusOut: true,
    validateInput: (text) =>
      isYear(text) ? undefined : vscode.l10n.t('A year with four digits, such as 2024'),
  });
  if (year === undefined) return undefined;
  return { profile: profile.id, issuer: issuer.trim(), issuerKind: kind.id, year: Number(year) };
}

function profiles(): (vscode.QuickPickItem & { id: string })[] {
  return [
    { id: 'annual-report', label: vscode.l10n.t('Yearly report'), description: '法治政府建设年度报告' },
    { id: 'half-year-report', label: vscode.l10n.t('Half-year report'), description: '法治政府建设半年报告' },
    { id: 'work-summary', label: vscode.l10n.t('Work summary'), description: '依法行政工作总结' },
  ];
}

/** The likely kind comes first, so that Enter takes it. */
function issuerKinds(likely: IssuerKind | undefined): (vscode.QuickPickItem & { id: IssuerKind })[] {
  const names: Record<IssuerKind, string> = {
    province: vscode.l10n.t('Province'),
    city: vscode.l10n.t('City'),
    county: vscode.l10n.t('County'),
    department: vscode.l10n.t('Department'),
    zone: vscode.l10n.t('Functional zone'),
    township: vscode.l10n.t('Township'),
    subdistrict: vscode.l10n.t('Subdistrict'),
  };
  const items = ISSUER_KINDS.map((id) => ({ id, label: names[id] }));
  return [...items.filter(({ id }) => id === likely), ...items.filter(({ id }) => id !== likely)];
}
