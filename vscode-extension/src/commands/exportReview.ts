// 导出核稿单: writes the review of the active draft as one self-contained HTML file.

import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Server } from '../client';
import { EXPORT_REVIEW_REQUEST } from '../protocol';
import { draftInEditor } from './check';

export async function exportReview(server: Server): Promise<void> {
  const document = draftInEditor();
  if (document === undefined) return;
  const review = await server.request<{ readonly html: string }>(EXPORT_REVIEW_REQUEST, {
    textDocument: { uri: server.uri(document) },
  });
  if (review === undefined) return;
  if (review === null) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'This file was not recognised as a report. Check it first, then export its review sheet.',
      ),
    );
    return;
  }
  const target = await vscode.window.showSaveDialog({
    defaultUri: proposedTarget(document.uri),
    filters: { HTML: ['html'] },
    title: vscode.l10n.t('Export review sheet'),
  });
  if (target === undefined) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(review.html));
  const open = vscode.l10n.t('Open');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('Review sheet written: {0}', path.basename(target.path)),
    open,
  );
  if (choice === open) await vscode.env.openExternal(target);
}

/** Beside the draft, under its name. */
function proposedTarget(draft: vscode.Uri): vscode.Uri {
  const name = `${path.posix.basename(draft.path, path.posix.extname(draft.path))}.核稿单.html`;
  if (draft.scheme === 'file') return vscode.Uri.joinPath(draft, '..', name);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder === undefined ? vscode.Uri.file(name) : vscode.Uri.joinPath(folder, name);
}
