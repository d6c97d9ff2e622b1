// Runs the unit tests under node's own test runner; esbuild strips the types first.
import { spawnSync } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const here = path.resolve(import.meta.dirname, '..');
const out = path.join(here, 'out');
const tests = (await readdir(path.join(here, 'test'))).filter((name) => name.endsWith('.test.ts'));

await rm(out, { recursive: true, force: true });
await build({
  absWorkingDir: here,
  entryPoints: tests.map((name) => `test/${name}`),
  outdir: out,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode-oniguruma', 'vscode-textmate', 'typescript'],
  sourcemap: 'inline',
  logLevel: 'warning',
});
const files = tests.map((name) => path.join(out, name.replace(/\.ts$/, '.js')));
const run = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...files], {
  cwd: here,
  stdio: 'inherit',
});
process.exit(run.status ?? 1);
