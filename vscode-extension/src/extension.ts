// Where VS Code starts the extension: everything is put together here and nothing is decided.

import * as vscode from 'vscode';
import { ChecklistView } from './checklist/view';
import { Server } from './client';
import { check } from './commands/check';
import { exportReview } from './commands/exportReview';
import { newReport } from './commands/newReport';
import { StatusBar } from './statusBar';

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const started = new Server(context);
  server = started;
  const view = new ChecklistView(started);
  context.subscriptions.push(
    started,
    view,
    new StatusBar(started),
    vscode.commands.registerCommand('hegao.check', () => check(started, view)),
    vscode.commands.registerCommand('hegao.newReport', () => newReport(started, context.globalState)),
    vscode.commands.registerCommand('hegao.exportReview', () => exportReview(started)),
    vscode.commands.registerCommand('hegao.startServer', () => started.start()),
    vscode.commands.registerCommand('hegao.stopServer', () => started.stop()),
    vscode.commands.registerCommand('hegao.restartServer', () => started.restart()),
    vscode.commands.registerCommand('hegao.showOutput', () => started.output.show()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('hegao.path')) void started.restart();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void started.restart()),
  );
  void started.start();
}

/** VS Code waits for this, so that the server gets its `shutdown` before the window is gone. */
export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}
