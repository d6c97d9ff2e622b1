import assert from 'node:assert/strict';
import * as path from 'node:path';
import { describe, test } from 'node:test';
import { expandPath, findServer, type Lookup } from '../src/server';

const lookup = (files: readonly string[], given: Partial<Lookup> = {}): Lookup => ({
  configured: '',
  extensionPath: '/ext',
  workspaceFolder: '/draft',
  home: '/home/li',
  platform: 'linux',
  searchPath: ['/usr/bin', '/opt/bin'].join(path.delimiter),
  exists: (file) => files.includes(file),
  ...given,
});

describe('the server that is started', () => {
  test('is the configured one, also where others are there', () => {
    const files = ['/my/hegao', '/ext/server/hegao', '/usr/bin/hegao'];
    assert.deepEqual(findServer(lookup(files, { configured: ' /my/hegao ' })), {
      command: '/my/hegao',
      origin: 'configured',
    });
  });

  test('is none where the configured one is not there: another would be a surprise', () => {
    assert.deepEqual(findServer(lookup(['/ext/server/hegao'], { configured: '/my/hegao' })), {
      missing: 'configured',
      tried: '/my/hegao',
    });
  });

  test('is the bundled one, then the first on the search path', () => {
    assert.deepEqual(findServer(lookup(['/ext/server/hegao', '/usr/bin/hegao'])), {
      command: '/ext/server/hegao',
      origin: 'bundled',
    });
    assert.deepEqual(findServer(lookup(['/opt/bin/hegao'])), { command: '/opt/bin/hegao', origin: 'path' });
    assert.deepEqual(findServer(lookup([])), { missing: 'anywhere', tried: '/ext/server/hegao' });
  });

  test('has another name on Windows', () => {
    assert.deepEqual(findServer(lookup(['/ext/server/hegao.exe'], { platform: 'win32' })), {
      command: '/ext/server/hegao.exe',
      origin: 'bundled',
    });
  });
});

test('a configured path may start at home or in the workspace', () => {
  const where = { home: '/home/li', workspaceFolder: '/draft' };
  assert.equal(expandPath('~/bin/hegao', where), '/home/li/bin/hegao');
  assert.equal(expandPath('${workspaceFolder}/hegao', where), '/draft/hegao');
  assert.equal(expandPath('tools/hegao', where), '/draft/tools/hegao');
  assert.equal(expandPath('~li/hegao', { home: '/home/li', workspaceFolder: undefined }), '~li/hegao');
});
