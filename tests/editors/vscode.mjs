// A new user's path in VS Code, from installing the .vsix to a repaired draft, with keyboard and mouse in a real browser.
//   node tests/editors/vscode.mjs [file.vsix] [--pictures]
// Screenshots of every step land in tests/artifacts/vscode; `--pictures` renews those that the extension's README shows.
import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CodeServer } from './lib/codeServer.mjs';
import { Workbench } from './lib/workbench.mjs';

const here = import.meta.dirname;
const artifacts = path.resolve(here, '../artifacts/vscode');
const extension = path.resolve(here, '../../vscode-extension');
const scratch = await mkdtemp(path.join(tmpdir(), 'hegao-vscode-'));
const drafts = path.join(scratch, 'drafts');
const draft = path.join(drafts, 'draft.gongwen');

const pictures = path.join(extension, 'pictures');
const IN_README = ['quick-fix', 'checklist', 'completion'];

const server = new CodeServer(scratch);
let user;
let shots = 0;

async function step(title, run) {
  const started = Date.now();
  await run();
  console.log(`ok   ${title} (${Date.now() - started} ms)`);
}

async function shot(name) {
  shots += 1;
  const file = `${String(shots).padStart(2, '0')}-${name}.png`;
  await user.page.screenshot({ path: path.join(artifacts, file) });
  if (process.argv.includes('--pictures') && IN_README.includes(name)) {
    await cp(path.join(artifacts, file), path.join(pictures, `${name}.png`));
  }
}

const onDisk = async () => {
  await user.focusEditor();
  await user.save();
  return readFile(draft, 'utf8');
};

async function newUser() {
  await step('the .vsix installs', async () => server.install(await vsix()));

  await step('a draft opens with squiggles under what is wrong', async () => {
    user = await Workbench.open(await server.start(drafts), { language: 'zh-cn' });
    await user.openFile('draft.gongwen');
    await user.squiggles('error').first().waitFor({ timeout: 30_000 });
    await shot('squiggles');
  });

  await step('the status bar counts sections, relations and references', async () => {
    const text = await user.until('status bar', () => user.status(), (seen) => /法定内容/.test(seen));
    assert.match(text, /法定内容 3\/4 · 勾稽 \d+ ✗1 · 引用 1 ✗1/);
  });

  await step('the problems panel lists the wrong rate with its rule', async () => {
    await user.press('Control+Shift+m');
    const rows = user.page.locator('.markers-panel-container .monaco-list-row');
    const texts = await user.until('problems', () => rows.allInnerTexts(), (seen) => seen.length > 1);
    assert.ok(texts.some((text) => text.includes('97.89%') && text.includes('arithmetic/rate')), texts.join('\n'));
    await shot('problems');
    await user.press('Control+Shift+m');
  });

  await step('hovering over a figure shows the arithmetic', async () => {
    await user.goTo(...(await place('1231件')));
    await user.press('Control+k', 'Control+i');
    const hover = user.page.locator('.monaco-hover:visible');
    await user.until('hover', () => hover.allInnerTexts(), (texts) => texts.join().includes('1205 ÷ 1231'));
    await shot('hover');
    await user.press('Escape');
  });

  await step('a quick fix by keyboard repairs the rate', async () => {
    await user.goTo(...(await place('97.87%')));
    await user.press('Control+.');
    await user.menu();
    await shot('quick-fix');
    await user.choose(/97\.89%/);
    await user.until('the repaired draft', onDisk, (text) => text.includes('办结率97.89%'));
    await user.until('status bar', () => user.status(), (text) => /勾稽 \d+ ·/.test(text));
    await user.until('code lens', () => user.lens(), (text) => /勾稽关系 \d+ 项 ·/.test(text));
  });

  await step('the side view is filled, and a click goes to the place', async () => {
    // The icon lies below its badge, which takes the pointer.
    await user.page.locator('.activitybar .badge[aria-label*="核稿"]').click();
    const rows = await user.until('side view', () => user.rows(), (seen) => seen.length > 6);
    for (const wanted of [/^法定内容 ?3\/4/, /^数字与勾稽关系/, /^引用文件 ?1 件 · 1 件失效/]) {
      assert.ok(rows.some((row) => wanted.test(row)), `${wanted} in:\n${rows.join('\n')}`);
    }
    assert.ok(rows.some((row) => /缺少$/.test(row)), rows.join('\n'));
    await shot('checklist');
    const [line] = await place('二、存在的不足和原因');
    await user.page.locator('.sidebar .monaco-list-row', { hasText: '不足和原因' }).click();
    await user.until('cursor', () => user.cursor(), (text) => text.includes(`Ln ${line},`));
  });

  await step('the missing section is offered while typing, and fills in by Tab', async () => {
    const [line] = await place('三、2025年工作安排');
    await user.goTo(line, 1);
    await user.press('Enter', 'ArrowUp');
    await user.type('一');
    const suggestions = user.page.locator('.suggest-widget.visible .monaco-list-row');
    await user.until('suggestions', () => suggestions.allInnerTexts(), (texts) => /第一责任人/.test(texts[0] ?? ''));
    await shot('completion');
    await user.press('Enter');
    await user.press('Escape', 'Escape');
    await user.until('status bar', () => user.status(), (text) => /法定内容 4\/4/.test(text));
    await user.until('code lens', () => user.lens(), (text) => /法定内容 4\/4/.test(text));
    await user.until('side view', () => user.rows(), (seen) => /^法定内容 ?4\/4/.test(seen[0] ?? ''));
    await shot('completed');
  });

  await step('a stopped server is said, and a restarted one checks again', async () => {
    await user.command('核稿: 停止服务');
    await user.until('status bar', () => user.status(), (text) => /已停止/.test(text));
    await shot('stopped');
    await user.command('核稿: 启动服务');
    await user.until('status bar', () => user.status(), (text) => /法定内容/.test(text));
  });

  await step('the review sheet is exported beside the draft', async () => {
    await user.focusEditor();
    await user.command('核稿: 导出核稿单');
    await user.page.locator('.quick-input-widget .monaco-button', { hasText: 'OK' }).click();
    const name = await user.until(
      'exported file',
      async () => (await readdir(drafts)).find((file) => file.endsWith('.html')),
      Boolean,
    );
    assert.equal(name, 'draft.核稿单.html');
    const html = await readFile(path.join(drafts, name), 'utf8');
    assert.match(html, /<html/i);
    assert.match(html, /核稿/);
    assert.doesNotMatch(html, /(?:src|href)="https?:\/\/[^"]+\.(?:js|css|png)"/, 'self-contained');
  });

  await step('another text is left alone and says so; the command checks it all the same', async () => {
    await user.openFile('notes.md');
    await user.until('status bar', () => user.status(), (text) => /未检查/.test(text));
    await shot('not-a-report');
    await user.command('核稿: 检查当前文档');
    const toast = user.page.locator('.notification-toast', { hasText: '引用文件' });
    await toast.first().waitFor();
    await shot('checked-by-command');
  });

  await step("last year's report is found when it is put into the folder, and a finding leads into it", async () => {
    const report = (year, text) => `# 青山县人民政府${year}年法治政府建设年度报告\n\n一、主要举措和成效\n\n${text}\n`;
    await writeFile(path.join(drafts, '2024.md'), report(2024, '全县办理行政处罚案件1864件，比上年的1720件增长8.37%。'));
    await user.openFile('2024.md');
    await user.until('status bar', () => user.status(), (text) => /法定内容/.test(text));
    await writeFile(path.join(drafts, '2023.md'), report(2023, '全县办理行政处罚案件1702件。'));
    await user.command('核稿: 显示核稿清单');
    await user.until('side view', () => user.rows(), (seen) => seen.some((row) => /^上年报告 ?2023\.md/.test(row)));
    await user.press('Control+Shift+m');
    // The file has findings of its own, which come when they come: only the one that is meant stays in the list.
    await user.page.getByPlaceholder(/^Filter \(e\.g\./).fill('上年报告为1702件');
    const place = user.page.locator('.markers-panel-container .monaco-list-row', { hasText: '2023.md[Ln 5' });
    await place.first().waitFor();
    await shot('last-year');
    await place.first().dblclick();
    await user.until('cursor', () => user.cursor(), (text) => text.includes('Ln 5, Col 16 (5 selected)'));
    await shot('last-year-there');
    await user.press('Control+Shift+m');
  });

  await step('a new report opens from the template', async () => {
    await user.command('核稿: 新建报告');
    await user.page.locator('.quick-input-list .monaco-list-row', { hasText: '年度报告' }).first().waitFor();
    await user.press('Enter');
    await user.until('issuer asked', () => user.page.locator('.quick-input-title').innerText(), (text) => text.includes('2/4'));
    await user.page.keyboard.insertText('临江市司法局');
    await user.press('Enter');
    await user.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: '部门' }).waitFor();
    await shot('new-report');
    await user.press('Enter');
    await user.until('year asked', () => user.page.locator('.quick-input-title').innerText(), (text) => text.includes('4/4'));
    await user.page.keyboard.press('Control+a');
    await user.page.keyboard.insertText('2024');
    await user.press('Enter');
    const lines = user.page.locator('.editor-instance .view-line');
    const text = await user.until('the draft', () => lines.allInnerTexts(), (seen) => seen.join('').includes('临江市司法局'));
    assert.match(text.join('').replaceAll(' ', ' '), /^临江市司法局2024年.*法治政府建设.*报告.*主要举措/);
    await shot('new-draft');
  });

  await step('the walkthrough is there', async () => {
    await user.command('Welcome: Open Walkthrough...');
    await user.page.keyboard.insertText('核稿');
    await user.page.locator('.quick-input-list .monaco-list-row', { hasText: '核稿' }).first().waitFor();
    await user.press('Enter');
    await user.page.locator('.gettingStartedContainer', { hasText: '打开或新建文稿' }).first().waitFor();
    await user.page.waitForTimeout(500);
    await shot('walkthrough');
  });
}

/** Line and column, from 1, of a text in the draft on disk, one character into it. */
async function place(text) {
  const lines = (await readFile(draft, 'utf8')).split('\n');
  const line = lines.findIndex((candidate) => candidate.includes(text));
  assert.ok(line >= 0, `${text} is in the draft`);
  return [line + 1, lines[line].indexOf(text) + 2];
}

async function vsix() {
  const named = process.argv.slice(2).find((argument) => argument.endsWith('.vsix'));
  if (named !== undefined) return path.resolve(named);
  const packed = (await readdir(extension)).filter((name) => name.endsWith('.vsix'));
  assert.equal(packed.length, 1, 'one .vsix in vscode-extension: run `npm run package` there first');
  return path.join(extension, packed[0]);
}

await rm(artifacts, { recursive: true, force: true });
await mkdir(artifacts, { recursive: true });
await cp(path.join(here, 'fixtures'), drafts, { recursive: true });
try {
  await newUser();
  console.log(`all steps passed; ${shots} screenshots in tests/artifacts/vscode`);
} catch (error) {
  console.error(`FAILED ${error.stack ?? error}`);
  await user?.page.screenshot({ path: path.join(artifacts, 'failed.png') }).catch(() => undefined);
  process.exitCode = 1;
} finally {
  await user?.close();
  server.stop();
  await rm(scratch, { recursive: true, force: true });
}
