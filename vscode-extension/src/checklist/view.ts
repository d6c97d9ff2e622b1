// The side view 核稿清单: follows the active draft and is filled from `hegao/checklist`.

import * as vscode from 'vscode';
import { SELECTOR, type Server } from '../client';
import { CHECKLIST_REQUEST, type Checklist, type Range } from '../protocol';
import { checklistNodes, type Mark, type Node } from './nodes';

/** Typing changes the review many times a second; the view follows when the hand rests. */
const REFRESH_DELAY_MS = 150;

export class ChecklistView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly tree: vscode.TreeView<Node>;
  private readonly changed = new vscode.EventEmitter<undefined>();
  private readonly disposables: { dispose(): unknown }[] = [];
  readonly onDidChangeTreeData = this.changed.event;

  private document: vscode.TextDocument | undefined;
  private checklist: Checklist | undefined;
  private roots: Node[] = [];
  private onlyProblems = false;
  private timer: NodeJS.Timeout | undefined;
  private running: vscode.CancellationTokenSource | undefined;

  constructor(private readonly server: Server) {
    this.tree = vscode.window.createTreeView('hegao.checklist', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.disposables.push(
      this.tree,
      this.changed,
      vscode.window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document === this.document) this.clear();
      }),
      server.onDidChangeState((state) => {
        if (state === 'running') this.refresh();
        else if (state !== 'starting') this.fill(undefined);
      }),
      server.onStatus((status) => {
        if (this.document !== undefined && status.uri === server.uri(this.document)) this.refresh();
      }),
      vscode.commands.registerCommand('hegao.reveal', (uri: vscode.Uri, range: Range) => reveal(uri, range)),
      vscode.commands.registerCommand('hegao.showChecklist', () =>
        vscode.commands.executeCommand('hegao.checklist.focus'),
      ),
      vscode.commands.registerCommand('hegao.checklist.onlyProblems', () => this.show(true)),
      vscode.commands.registerCommand('hegao.checklist.everything', () => this.show(false)),
    );
    this.follow(vscode.window.activeTextEditor);
  }

  getChildren(node?: Node): Node[] {
    return node === undefined ? this.roots : [...node.children];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const item = new vscode.TreeItem(node.label, collapsible(node));
    item.id = node.id;
    if (node.description !== undefined) item.description = node.description;
    if (node.tooltip !== undefined) item.tooltip = node.tooltip;
    item.iconPath = icon(node.mark);
    if (node.file !== undefined) {
      item.command = {
        command: 'vscode.open',
        title: vscode.l10n.t('Open the file'),
        arguments: [vscode.Uri.parse(node.file)],
      };
    } else if (node.range !== undefined && this.document !== undefined) {
      item.command = {
        command: 'hegao.reveal',
        title: vscode.l10n.t('Go to the place'),
        arguments: [this.document.uri, node.range],
      };
    }
    return item;
  }

  /** Shows a checklist that was obtained otherwise, such as by checking a document that was not recognised. */
  present(document: vscode.TextDocument, checklist: Checklist): void {
    this.document = document;
    this.fill(checklist);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.running?.cancel();
    for (const disposable of this.disposables) disposable.dispose();
  }

  private follow(editor: vscode.TextEditor | undefined): void {
    // The output panel and other non-drafts take the focus for a moment; the last draft stays in view.
    if (editor === undefined || vscode.languages.match(SELECTOR, editor.document) === 0) return;
    if (editor.document === this.document) return;
    this.document = editor.document;
    this.refresh();
  }

  private refresh(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.fetch(), REFRESH_DELAY_MS);
  }

  private async fetch(): Promise<void> {
    const document = this.document;
    if (document === undefined || this.server.state !== 'running') return;
    this.running?.cancel();
    const source = new vscode.CancellationTokenSource();
    this.running = source;
    try {
      const checklist = await this.server.request<Checklist>(
        CHECKLIST_REQUEST,
        { textDocument: { uri: this.server.uri(document) } },
        source.token,
      );
      if (!source.token.isCancellationRequested && document === this.document)
        this.fill(checklist ?? undefined);
    } catch (error) {
      if (!source.token.isCancellationRequested) this.server.output.warn(String(error));
    } finally {
      source.dispose();
      if (this.running === source) this.running = undefined;
    }
  }

  private fill(checklist: Checklist | undefined): void {
    this.checklist = checklist?.recognised === true ? checklist : undefined;
    this.roots =
      this.checklist === undefined
        ? []
        : checklistNodes(this.checklist, { onlyProblems: this.onlyProblems }, (text, ...values) =>
            vscode.l10n.t(text, ...values),
          );
    void vscode.commands.executeCommand('setContext', 'hegao.hasReview', this.checklist !== undefined);
    this.tree.description = [this.checklist?.title, this.checklist?.period].filter(Boolean).join(' · ');
    this.tree.badge = badge(this.checklist);
    this.changed.fire(undefined);
  }

  private clear(): void {
    this.document = undefined;
    this.running?.cancel();
    this.fill(undefined);
  }

  private show(onlyProblems: boolean): void {
    this.onlyProblems = onlyProblems;
    void vscode.commands.executeCommand('setContext', 'hegao.onlyProblems', onlyProblems);
    this.fill(this.checklist);
  }
}

function badge(checklist: Checklist | undefined): vscode.ViewBadge | undefined {
  if (checklist === undefined) return undefined;
  const { errors, warnings } = checklist.summary.findings;
  if (errors + warnings === 0) return undefined;
  return { value: errors + warnings, tooltip: vscode.l10n.t('{0} errors, {1} warnings', errors, warnings) };
}

function collapsible(node: Node): vscode.TreeItemCollapsibleState {
  if (node.children.length === 0) return vscode.TreeItemCollapsibleState.None;
  return node.open ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}

const ICONS: Record<Mark, readonly [name: string, color?: string]> = {
  ok: ['pass', 'testing.iconPassed'],
  note: ['info', 'editorInfo.foreground'],
  warning: ['warning', 'editorWarning.foreground'],
  error: ['error', 'editorError.foreground'],
  unsure: ['question', 'descriptionForeground'],
  plain: ['circle-small'],
  mandated: ['law'],
  ledger: ['symbol-numeric'],
  references: ['references'],
  lastYear: ['history'],
};

function icon(mark: Mark): vscode.ThemeIcon {
  const [name, color] = ICONS[mark];
  return color === undefined
    ? new vscode.ThemeIcon(name)
    : new vscode.ThemeIcon(name, new vscode.ThemeColor(color));
}

async function reveal(uri: vscode.Uri, range: Range): Promise<void> {
  const selection = new vscode.Range(
    range.start.line,
    range.start.character,
    range.end.line,
    range.end.character,
  );
  const editor = await vscode.window.showTextDocument(uri, { selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
