// Opens a draft in VS Code's workbench with a server at `HOME/bin/hegao` that writes down what the editor says of itself.
//   node record-vscode.mjs SCRATCH FOLDER     (`npm run package` in vscode-extension first)
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { CodeServer } from './lib/codeServer.mjs';
import { Workbench } from './lib/workbench.mjs';

const [scratch, folder] = process.argv.slice(2);
const extension = path.resolve(import.meta.dirname, '../../vscode-extension');
const packed = (await readdir(extension)).find((name) => name.endsWith('.vsix'));
const server = new CodeServer(path.join(scratch, 'code'), { 'hegao.path': path.join(scratch, 'bin/hegao') });
let user;
try {
  await server.install(path.join(extension, packed));
  user = await Workbench.open(await server.start(folder), { language: 'zh-cn' });
  await user.openFile('draft.gongwen');
  await user.squiggles('error').first().waitFor();
} finally {
  await user?.close();
  server.stop();
}
