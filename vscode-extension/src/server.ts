// Finding the language server's program. Free of VS Code, so that the rules can be tested as they are.

import * as path from 'node:path';

export interface Lookup {
  /** The setting `hegao.path`; empty where none is set. */
  readonly configured: string;
  readonly extensionPath: string;
  readonly workspaceFolder: string | undefined;
  readonly home: string;
  readonly platform: NodeJS.Platform;
  /** The environment's search path. */
  readonly searchPath: string;
  readonly exists: (file: string) => boolean;
}

export type Found =
  | { readonly command: string; readonly origin: 'configured' | 'bundled' | 'path' }
  | { readonly missing: 'configured' | 'anywhere'; readonly tried: string };

/** The program to start: the one that is configured, else the bundled one, else one on the search path. */
export function findServer(lookup: Lookup): Found {
  const configured = lookup.configured.trim();
  if (configured !== '') {
    const command = expandPath(configured, lookup);
    // A setting that points nowhere is said so; starting another program in its place would be a surprise.
    return lookup.exists(command)
      ? { command, origin: 'configured' }
      : { missing: 'configured', tried: command };
  }
  const program = lookup.platform === 'win32' ? 'hegao.exe' : 'hegao';
  const bundled = path.join(lookup.extensionPath, 'server', program);
  if (lookup.exists(bundled)) return { command: bundled, origin: 'bundled' };
  for (const folder of lookup.searchPath.split(path.delimiter)) {
    if (folder === '') continue;
    const command = path.join(folder, program);
    if (lookup.exists(command)) return { command, origin: 'path' };
  }
  return { missing: 'anywhere', tried: bundled };
}

/** Expands `~` and `${workspaceFolder}`; a relative path is taken from the workspace folder. */
export function expandPath(configured: string, lookup: Pick<Lookup, 'home' | 'workspaceFolder'>): string {
  let expanded = configured;
  if (expanded === '~' || expanded.startsWith('~/') || expanded.startsWith('~\\')) {
    expanded = path.join(lookup.home, expanded.slice(1));
  }
  if (lookup.workspaceFolder !== undefined) {
    expanded = expanded.replaceAll('${workspaceFolder}', lookup.workspaceFolder);
    if (!path.isAbsolute(expanded)) expanded = path.join(lookup.workspaceFolder, expanded);
  }
  return expanded;
}
