// The status bar item: 法定内容 · 勾稽 · 引用 of the active draft.

import * as vscode from 'vscode';
import { SELECTOR, type Server } from './client';
import type { Status } from './protocol';
import { pendingStatus, reviewStatus, serverStatus, unrecognisedStatus, type StatusText } from './status';

const BACKGROUND: Record<StatusText['severity'], vscode.ThemeColor | undefined> = {
  none: undefined,
  warning: new vscode.ThemeColor('statusBarItem.warningBackground'),
  error: new vscode.ThemeColor('statusBarItem.errorBackground'),
};

export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'hegao.status',
    vscode.StatusBarAlignment.Left,
    10,
  );
  private readonly reviews = new Map<string, Status>();
  private readonly disposables: readonly { dispose(): unknown }[];

  constructor(private readonly server: Server) {
    this.item.name = vscode.l10n.t('Hegao');
    this.disposables = [
      this.item,
      server.onStatus((status) => {
        this.reviews.set(status.uri, status);
        this.update();
      }),
      server.onDidChangeState((state) => {
        if (state !== 'running') this.reviews.clear();
        this.update();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
      vscode.workspace.onDidCloseTextDocument((document) => this.reviews.delete(server.uri(document))),
    ];
    this.update();
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  private update(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || vscode.languages.match(SELECTOR, document) === 0) {
      this.item.hide();
      return;
    }
    const { text, tooltip, severity, command } = this.describe(document);
    this.item.text = text;
    this.item.tooltip = tooltip;
    this.item.backgroundColor = BACKGROUND[severity];
    this.item.command = command;
    this.item.show();
  }

  private describe(document: vscode.TextDocument): StatusText & { command: string } {
    const t = (text: string, ...values: (string | number)[]) => vscode.l10n.t(text, ...values);
    const { state } = this.server;
    if (state !== 'running') {
      const command = state === 'stopped' ? 'hegao.startServer' : 'hegao.restartServer';
      return { ...serverStatus(state, t), command };
    }
    const status = this.reviews.get(this.server.uri(document));
    if (status === undefined) return { ...pendingStatus(t), command: 'hegao.showOutput' };
    if (!status.recognised || status.summary === null) {
      return { ...unrecognisedStatus(t), command: 'hegao.check' };
    }
    return { ...reviewStatus(status.summary, t), command: 'hegao.showChecklist' };
  }
}
