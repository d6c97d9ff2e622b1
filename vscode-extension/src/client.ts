// The life of the language server: found, started, watched, stopped.

import * as fs from 'node:fs';
import * as os from 'node:os';
import * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn, State } from 'vscode-languageclient/node';
import { CHECK_DOCUMENT_COMMAND, STATUS_NOTIFICATION, type Status } from './protocol';
import { findServer } from './server';
import type { ServerState } from './status';

/** What is sent to the server; it leaves alone whatever it does not recognise as a report. */
const LANGUAGES = ['gongwen', 'markdown', 'plaintext'];
const SCHEMES = ['file', 'untitled'];

export const SELECTOR = LANGUAGES.flatMap((language) => SCHEMES.map((scheme) => ({ language, scheme })));

/** The settings show their own errors, and count while they are being written. */
const SETTINGS = { scheme: 'file', pattern: '**/hegao.toml' };

export class Server implements vscode.Disposable {
  private client: LanguageClient | undefined;
  /** Starting and stopping wait for each other, whatever order commands and settings ask for them in. */
  private queue: Promise<void> = Promise.resolve();
  private current: ServerState = 'stopped';
  private readonly stateChanged = new vscode.EventEmitter<ServerState>();
  private readonly statusReceived = new vscode.EventEmitter<Status>();
  readonly onDidChangeState = this.stateChanged.event;
  readonly onStatus = this.statusReceived.event;
  readonly output = vscode.window.createOutputChannel(vscode.l10n.t('Hegao'), { log: true });

  constructor(private readonly context: vscode.ExtensionContext) {}

  get state(): ServerState {
    return this.current;
  }

  start(): Promise<void> {
    return this.enqueue(() => this.launch());
  }

  stop(): Promise<void> {
    return this.enqueue(() => this.shutDown());
  }

  restart(): Promise<void> {
    return this.enqueue(async () => {
      await this.shutDown();
      await this.launch();
    });
  }

  /** Sends a request of our own, starting the server first if it was stopped; `undefined` where it is not to be had. */
  async request<T>(
    method: string,
    params: object,
    token?: vscode.CancellationToken,
  ): Promise<T | null | undefined> {
    if (this.current !== 'running') await this.start();
    if (this.client?.state !== State.Running) return undefined;
    // An undefined token would be taken for a second parameter.
    return token === undefined
      ? this.client.sendRequest<T | null>(method, params)
      : this.client.sendRequest<T | null>(method, params, token);
  }

  /** The address of a document as the server knows it. */
  uri(document: vscode.TextDocument): string {
    return this.client?.code2ProtocolConverter.asUri(document.uri) ?? document.uri.toString();
  }

  dispose(): void {
    void this.stop();
    this.stateChanged.dispose();
    this.statusReceived.dispose();
    this.output.dispose();
  }

  private enqueue(step: () => Promise<void>): Promise<void> {
    const next = this.queue.then(step);
    this.queue = next.catch(() => undefined);
    return next;
  }

  private async launch(): Promise<void> {
    if (this.client?.state === State.Running) return;
    const command = this.locate();
    if (command === undefined) {
      this.change('failed');
      return;
    }
    this.change('starting');
    this.output.info(vscode.l10n.t('Starting {0}', command));
    const client = this.createClient(command);
    this.client = client;
    client.onDidChangeState((event) => {
      if (this.client !== client) return;
      if (event.newState === State.Running) this.change('running');
      // The client starts a crashed server again by itself; only when it gives up is this the last state.
      else if (event.newState === State.Stopped) this.change('failed');
    });
    client.onNotification(STATUS_NOTIFICATION, (status: Status) => this.statusReceived.fire(status));
    try {
      await client.start();
    } catch (error) {
      this.change('failed');
      this.offerOutput(vscode.l10n.t('The Hegao server could not be started: {0}', String(error)));
    }
  }

  private async shutDown(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    if (client?.state === State.Running) {
      // A server that does not answer `shutdown` in time is ended by the client.
      await client.stop().catch((error: unknown) => this.output.warn(String(error)));
    }
    await client?.dispose().catch(() => undefined);
    this.change('stopped');
  }

  private createClient(command: string): LanguageClient {
    const run = { command, args: ['lsp'] };
    return new LanguageClient(
      'hegao',
      vscode.l10n.t('Hegao'),
      { run, debug: run },
      {
        documentSelector: [...SELECTOR, SETTINGS],
        outputChannel: this.output,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        initializationOptions: { statusNotifications: true },
        markdown: { supportHtml: false },
        middleware: {
          // The code lens above the title runs this command: besides the review it opens the view that shows it.
          executeCommand: async (name, args, next) => {
            const result: unknown = await next(name, args);
            if (name === CHECK_DOCUMENT_COMMAND) {
              await vscode.commands.executeCommand('hegao.checklist.focus');
            }
            return result;
          },
        },
      },
    );
  }

  private locate(): string | undefined {
    const found = findServer({
      configured: vscode.workspace.getConfiguration('hegao').get('path', ''),
      extensionPath: this.context.extensionPath,
      workspaceFolder: vscode.workspace.workspaceFolders?.[0]?.uri.fsPath,
      home: os.homedir(),
      platform: process.platform,
      searchPath: process.env.PATH ?? '',
      exists: (file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false,
    });
    if ('command' in found) {
      if (found.origin === 'bundled') makeExecutable(found.command);
      return found.command;
    }
    if (found.missing === 'configured') {
      const open = vscode.l10n.t('Open Settings');
      const message = vscode.l10n.t('hegao.path names no file: {0}', found.tried);
      void vscode.window.showErrorMessage(message, open).then((choice) => {
        if (choice === open)
          void vscode.commands.executeCommand('workbench.action.openSettings', 'hegao.path');
      });
    } else {
      this.offerOutput(
        vscode.l10n.t('No hegao program was found, neither at {0} nor on the search path.', found.tried),
      );
    }
    return undefined;
  }

  /** Not awaited: the message may stay open for as long as the user likes. */
  private offerOutput(message: string): void {
    this.output.error(message);
    const open = vscode.l10n.t('Show Output');
    void vscode.window.showErrorMessage(message, open).then((choice) => {
      if (choice === open) this.output.show();
    });
  }

  private change(state: ServerState): void {
    if (state === this.current) return;
    this.current = state;
    void vscode.commands.executeCommand('setContext', 'hegao.server', state);
    this.stateChanged.fire(state);
  }
}

/** A package that was unpacked by a tool without file modes leaves the program without its executable bit. */
function makeExecutable(file: string): void {
  if (process.platform === 'win32') return;
  const mode = fs.statSync(file).mode;
  if ((mode & 0o111) === 0o111) return;
  try {
    fs.chmodSync(file, mode | 0o755);
  } catch {
    // A read-only installation: starting the server will say what is wrong.
  }
}
