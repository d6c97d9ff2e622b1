// VS Code's own workbench and extension host, served to a browser: installing, starting, stopping.
import { spawn, spawnSync } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';

const editors = path.resolve(import.meta.dirname, '..');
const cache = process.env.HEGAO_EDITOR_CACHE ?? path.resolve(editors, '../.cache');

/** Settings of the test's user: nothing but what keeps unrelated dialogs away. */
const SETTINGS = {
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'editor.fontFamily': "'Noto Sans Mono CJK SC', monospace",
  'window.autoDetectColorScheme': false,
  'workbench.colorTheme': 'Default Light Modern',
  'files.simpleDialog.enable': true,
};

export class CodeServer {
  /** `home` is a scratch folder; everything that is written lies below it. `settings` come on top of the test's own. */
  constructor(home, settings = {}) {
    this.home = home;
    this.settings = { ...SETTINGS, ...settings };
    this.log = '';
  }

  async install(vsix) {
    await mkdir(path.join(this.home, 'data/User'), { recursive: true });
    await writeFile(path.join(this.home, 'data/User/settings.json'), JSON.stringify(this.settings, undefined, 2));
    const run = spawnSync(process.execPath, [await entry(), ...this.#folders(), '--install-extension', vsix], {
      env: this.#environment(),
      encoding: 'utf8',
    });
    if (run.status !== 0) throw new Error(`the extension was not installed:\n${run.stdout}${run.stderr}`);
    const installed = await readdir(path.join(this.home, 'extensions'));
    if (!installed.some((name) => name.startsWith('hegao.hegao'))) throw new Error(`not among ${installed.join(' ')}`);
  }

  async start(folder) {
    const port = await freePort();
    const flags = ['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`];
    const quiet = ['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'];
    this.process = spawn(process.execPath, [await entry(), ...this.#folders(), ...flags, ...quiet, folder], {
      env: this.#environment(),
    });
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream.on('data', (data) => (this.log += data));
    }
    const address = `http://127.0.0.1:${port}`;
    for (let tries = 0; tries < 200; tries += 1) {
      if (this.process.exitCode !== null) break;
      const answer = await fetch(`${address}/healthz`).catch(() => undefined);
      if (answer?.ok) return `${address}/?folder=${encodeURIComponent(folder)}`;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`code-server did not start:\n${this.log}`);
  }

  stop() {
    this.process?.kill();
  }

  #folders() {
    return ['--user-data-dir', path.join(this.home, 'data'), '--extensions-dir', path.join(this.home, 'extensions')];
  }

  #environment() {
    return { ...process.env, XDG_CONFIG_HOME: path.join(this.home, 'config'), VSCODE_IPC_HOOK_CLI: '' };
  }
}

async function entry() {
  const versions = (await readdir(cache).catch(() => [])).filter((name) => name.startsWith('code-server-')).sort();
  if (versions.length === 0) throw new Error('code-server is not there: run tests/editors/setup.sh vscode');
  return path.join(cache, versions.at(-1), 'node_modules/code-server/out/node/entry.js');
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
