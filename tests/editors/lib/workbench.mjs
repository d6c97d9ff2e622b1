// A user's hands and eyes on the workbench: keyboard and mouse in, visible text out.
import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export class Workbench {
  /** `language` is the display language that extensions are told, such as zh-cn. */
  static async open(address, { language, size = { width: 1360, height: 820 } }) {
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [...FLAGS, '--lang=zh-CN'],
    });
    const context = await browser.newContext({ viewport: size, locale: 'zh-CN' });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    // The language pack of the workbench itself comes from a marketplace; extensions bring their own texts, and
    // choose them by this value.
    await page.addInitScript((value) => (globalThis._VSCODE_NLS_LANGUAGE = value), language);
    await page.goto(address);
    await page.waitForSelector('.monaco-workbench .explorer-viewlet', { timeout: 60_000 });
    return new Workbench(browser, page);
  }

  constructor(browser, page) {
    this.browser = browser;
    this.page = page;
  }

  close() {
    return this.browser.close();
  }

  press(...keys) {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  type(text) {
    return this.page.keyboard.type(text, { delay: 15 });
  }

  async openFile(name) {
    await this.press('Control+Shift+e');
    await this.page.locator('.explorer-viewlet .monaco-list-row', { hasText: name }).first().dblclick();
    await this.page.waitForSelector(`.tab.active[aria-label^="${name}"]`);
    await this.page.waitForSelector('.editor-instance .view-line');
    await this.focusEditor();
  }

  focusEditor() {
    return this.press('Control+1');
  }

  /** Puts the cursor at a place counted from 1. */
  async goTo(line, column) {
    await this.focusEditor();
    await this.press('Control+g');
    await this.page.waitForSelector('.quick-input-widget input');
    await this.type(`${line}:${column}`);
    await this.press('Enter');
    await this.page.waitForSelector('.quick-input-widget', { state: 'hidden' });
  }

  /** Runs a command by its name in the palette. */
  async command(name) {
    await this.press('F1');
    await this.page.waitForSelector('.quick-input-widget input');
    await this.page.keyboard.insertText(name);
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name.split(': ').at(-1) }).waitFor();
    await this.press('Enter');
  }

  async save() {
    await this.press('Control+s');
    await this.page.waitForSelector('.tab.active.dirty', { state: 'detached' });
  }

  /** Texts of the entries of the lightbulb's menu, once it is open. */
  async menu() {
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }

  /** Moves through the open lightbulb menu by keyboard until the entry is the chosen one, and takes it. */
  async choose(pattern) {
    const entries = await this.menu();
    const focused = this.page.locator('.action-widget .monaco-list-row.action.focused');
    for (let step = 0; step <= entries.length; step += 1) {
      if ((await focused.count()) > 0 && pattern.test(await focused.first().innerText())) return this.press('Enter');
      await this.press('ArrowDown');
    }
    throw new Error(`no entry ${pattern} in:\n${entries.join('\n')}`);
  }

  squiggles(severity) {
    return this.page.locator(`.editor-instance .squiggly-${severity}`);
  }

  /** Texts of the rows of a tree in the side bar, top to bottom. */
  async rows() {
    const texts = await this.page.locator('.sidebar .pane-body .monaco-list-row').allInnerTexts();
    return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim());
  }

  status() {
    return this.page.locator('.statusbar-item[id*="hegao.status"]').innerText();
  }

  /** The text of the code lens above the title. VS Code asks for it when the hand has rested for a moment. */
  lens() {
    return this.page.locator('.editor-instance .codelens-decoration').first().innerText();
  }

  cursor() {
    return this.page.locator('#status\\.editor\\.selection').innerText();
  }

  /** Waits until what is read satisfies the condition; says what was read last when it never does. */
  async until(what, read, condition, timeout = 15_000) {
    const end = Date.now() + timeout;
    for (;;) {
      const last = await read();
      if (condition(last)) return last;
      if (Date.now() > end) throw new Error(`${what}: last seen ${JSON.stringify(last, undefined, 1)}`);
      await this.page.waitForTimeout(100);
    }
  }
}
