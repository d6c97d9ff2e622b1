// Builds the server in release mode and packs it with the extension into a .vsix for one platform.
//   npm run package [-- --target linux-x64]
//
// HEGAO_BINARY names a program that is built already (CI builds it once for all jobs).
// CARGO_BUILD_TARGET, when set, is where cargo puts the program of a cross build.
import { spawnSync } from 'node:child_process';
import { chmod, copyFile, mkdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';

const here = path.resolve(import.meta.dirname, '..');
const repository = path.resolve(here, '..');

const TARGETS = [
  'linux-x64',
  'linux-arm64',
  'linux-armhf',
  'alpine-x64',
  'alpine-arm64',
  'darwin-x64',
  'darwin-arm64',
  'win32-x64',
  'win32-arm64',
];

const target = argument('--target') ?? `${process.platform}-${process.arch}`;
if (!TARGETS.includes(target)) {
  console.error(`unknown target ${target}; one of: ${TARGETS.join(', ')}`);
  process.exit(2);
}
const program = target.startsWith('win32') ? 'hegao.exe' : 'hegao';

const binary = process.env.HEGAO_BINARY ?? buildServer();
const folder = path.join(here, 'server');
await rm(folder, { recursive: true, force: true });
await mkdir(folder);
await copyFile(binary, path.join(folder, program));
await chmod(path.join(folder, program), 0o755);

// The licences of the repository go into the package; the repository keeps them once.
for (const licence of ['LICENSE-MIT', 'LICENSE-APACHE']) {
  const source = path.join(repository, licence);
  if (await stat(source).catch(() => undefined)) await copyFile(source, path.join(here, licence));
}

const { name, version } = JSON.parse(await readFile(path.join(here, 'package.json'), 'utf8'));
const packed = path.join(here, `${name}-${target}-${version}.vsix`);
run(path.join(here, 'node_modules/.bin/vsce'), [
  'package',
  '--no-dependencies',
  '--skip-license',
  '--target',
  target,
  '--out',
  packed,
]);
console.log(packed);

function argument(flag) {
  const at = process.argv.indexOf(flag);
  return at < 0 ? undefined : process.argv[at + 1];
}

function buildServer() {
  run('cargo', ['build', '--release', '-p', 'hegao'], repository);
  const built = process.env.CARGO_TARGET_DIR ?? path.join(repository, 'target');
  return path.join(path.resolve(repository, built), process.env.CARGO_BUILD_TARGET ?? '', 'release', program);
}

function run(command, args, cwd = here) {
  const { status, error } = spawnSync(command, args, {
    cwd,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error !== undefined || status !== 0) {
    console.error(`${command} ${args.join(' ')} failed${error === undefined ? '' : `: ${error.message}`}`);
    process.exit(1);
  }
}
