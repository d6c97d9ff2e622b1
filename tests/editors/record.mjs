#!/usr/bin/env node
// Stands between an editor and the server, passes every byte on, and writes down what the editor says of itself in
// `initialize`. What belongs to the machine is taken out: the folder becomes ROOT, process ids go.
//
//   HEGAO_BINARY=…/hegao HEGAO_RECORD=initialize.json HEGAO_ROOT=/folder record.mjs lsp …
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const { HEGAO_BINARY, HEGAO_RECORD, HEGAO_ROOT } = process.env;
const server = spawn(HEGAO_BINARY, process.argv.slice(2), { stdio: ['pipe', 'pipe', 'inherit'] });
server.stdout.pipe(process.stdout);
server.on('exit', (code) => process.exit(code ?? 1));
process.stdin.on('end', () => server.stdin.end());

let seen = Buffer.alloc(0);
process.stdin.on('data', (data) => {
  server.stdin.write(data);
  if (seen === undefined) return;
  seen = Buffer.concat([seen, data]);
  const end = seen.indexOf('\r\n\r\n');
  const length = Number(/content-length: *(\d+)/i.exec(seen.subarray(0, Math.max(end, 0)).toString())?.[1]);
  if (end < 0 || seen.length < end + 4 + length) return;
  const { method, params } = JSON.parse(seen.subarray(end + 4, end + 4 + length).toString());
  seen = undefined;
  if (method === 'initialize') writeFileSync(HEGAO_RECORD, `${JSON.stringify(scrub(params), undefined, 2)}\n`);
});

function scrub(params) {
  const uri = pathToFileURL(HEGAO_ROOT).href;
  const clean = (value) => {
    if (typeof value === 'string') return value.replaceAll(uri, 'ROOT').replaceAll(HEGAO_ROOT, 'ROOT');
    if (Array.isArray(value)) return value.map(clean);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]));
  };
  return { ...clean(params), processId: null, rootPath: null };
}
