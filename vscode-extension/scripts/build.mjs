// Bundles the extension and copies what is kept elsewhere in the repository.
//   node scripts/build.mjs [--production] [--watch]
import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { context } from 'esbuild';

const here = path.resolve(import.meta.dirname, '..');
const repository = path.resolve(here, '..');
const production = process.argv.includes('--production');

await mkdir(path.join(here, 'syntaxes'), { recursive: true });
await copyFile(
  path.join(repository, 'grammars/gongwen.tmLanguage.json'),
  path.join(here, 'syntaxes/gongwen.tmLanguage.json'),
);

const bundle = await context({
  absWorkingDir: here,
  entryPoints: ['src/extension.ts'],
  outfile: 'dist/extension.js',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
});
if (process.argv.includes('--watch')) {
  await bundle.watch();
} else {
  await bundle.rebuild();
  await bundle.dispose();
}
