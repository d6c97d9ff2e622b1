// Looks at the review page in a real browser: what a reader sees, prints and reaches with the keyboard.
//
//   node tests/review/page.mjs PROGRAM [FILE...]    checks the page of the shipped examples (or of FILE...), writes to tests/artifacts
//   node tests/review/page.mjs PROGRAM --picture    writes docs/review.png from the shipped example
//
// Needs chromium; playwright-core comes from tests/editors.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../..");
const { chromium } = createRequire(join(root, "tests/editors/package.json"))("playwright-core");

const [program, ...rest] = process.argv.slice(2);
const picture = rest[0] === "--picture";
const named = picture ? [] : rest;
const example = "tests/examples/qinghe-2025.md";
const artifacts = join(root, "tests/artifacts/review");
mkdirSync(artifacts, { recursive: true });
const scratch = mkdtempSync(join(tmpdir(), "hegao-review-"));

// A page of a run; the exit code 2 is that of a file that could not be reviewed.
function review(name, files) {
  const page = join(scratch, `${name}.html`);
  const done = spawnSync(resolve(program), ["check", ...files, "--format", "html", "--output", page], { cwd: root, encoding: "utf8" });
  assert.ok([0, 1, 2].includes(done.status), done.stderr);
  return pathToFileURL(page).href;
}

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });

async function open(url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 1400 }, locale: "zh-CN", ...options });
  const page = await context.newPage();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("pageerror", (error) => assert.fail(error));
  await page.goto(url);
  return { context, page, asked };
}

// How well the words of an element can be told from what lies behind them (WCAG 2.2, 1.4.3).
function poorContrast() {
  const channels = (color) => color.match(/[\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => {
    const linear = [r, g, b].map((c) => (c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const background = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = channels(getComputedStyle(at).backgroundColor);
      if (color.length < 4 || color[3] > 0) return color;
    }
    return [255, 255, 255];
  };
  const poor = [];
  for (const element of document.querySelectorAll("body *")) {
    if (element.closest("svg, script, .skip")) continue;
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())) continue;
    const [one, other] = [luminance(channels(getComputedStyle(element).color)), luminance(background(element))];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (ratio < 4.5) poor.push(`${element.tagName}.${element.className} ${ratio.toFixed(2)} ${element.textContent.slice(0, 20)}`);
  }
  return poor;
}

// What a reader with a screen reader or a keyboard depends on.
function faults() {
  const found = [];
  const levels = [...document.querySelectorAll("h1, h2, h3, h4")].map((heading) => Number(heading.tagName[1]));
  if (levels.filter((level) => level === 1).length !== 1) found.push("one h1");
  if (levels.some((level, index) => index > 0 && level > levels[index - 1] + 1)) found.push(`heading levels ${levels}`);
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  if (new Set(ids).size !== ids.length) found.push("an id twice");
  for (const link of document.querySelectorAll('a[href^="#"]')) if (!ids.includes(link.hash.slice(1))) found.push(`no ${link.hash}`);
  for (const table of document.querySelectorAll("table")) {
    if (!table.tHead) found.push("a table without head");
    if ([...table.tHead.querySelectorAll("th")].some((cell) => cell.scope !== "col")) found.push("a head without scope");
  }
  for (const labelled of document.querySelectorAll("[aria-labelledby]"))
    if (!ids.includes(labelled.getAttribute("aria-labelledby"))) found.push(`no label ${labelled.getAttribute("aria-labelledby")}`);
  if (!document.documentElement.lang) found.push("no language");
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) found.push("wider than the window");
  return found;
}

async function sound(url, name, words) {
  for (const colorScheme of ["light", "dark"]) {
    const { context, page, asked } = await open(url, { colorScheme });
    assert.deepEqual(asked, [url], "the page asks for nothing but itself");
    assert.deepEqual(await page.evaluate(faults), []);
    assert.deepEqual(await page.evaluate(poorContrast), [], `${colorScheme}: contrast`);
    await page.screenshot({ path: join(artifacts, `${name}-${colorScheme}.png`), fullPage: true });
    await context.close();
  }
  // Nothing of it needs a script.
  const { context, page } = await open(url, { javaScriptEnabled: false });
  const text = await page.locator("body").innerText();
  for (const word of words) assert.ok(text.includes(word), `${name}: ${word} is not to be read without scripts`);
  await context.close();
  // A narrow window, as on a telephone.
  const narrow = await open(url, { viewport: { width: 390, height: 800 } });
  assert.deepEqual(await narrow.page.evaluate(faults), []);
  await narrow.context.close();
  await print(url, name);
}

// On paper: pages of A4, the first line of a table on each of its pages, every report on a page of its own.
async function print(url, name) {
  const { context, page } = await open(url);
  const path = join(artifacts, `${name}.pdf`);
  await page.pdf({ path, preferCSSPageSize: true, printBackground: true });
  const articles = await page.locator("article").count();
  await context.close();
  const about = execFileSync("pdfinfo", [path], { encoding: "utf8" });
  assert.match(about, /Page size:\s+59\d(\.\d+)? x 84\d(\.\d+)? pts \(A4\)/);
  const pages = Number(about.match(/Pages:\s+(\d+)/)[1]);
  assert.ok(pages >= articles, `${pages} pages for ${articles} reports`);
  const printed = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
  assert.ok(printed.includes("核稿人"), "a line to sign on");
  assert.match(printed, new RegExp(`${pages} ?/ ?${pages}\\s`), "pages are numbered");
  return printed;
}

async function sorting(url) {
  const { context, page } = await open(url);
  const head = page.locator("#overview thead th", { hasText: "错误" });
  const column = () => page.locator("#overview tbody tr td:nth-child(3)").allInnerTexts();
  const before = (await column()).map(Number);
  // By the keyboard alone: the button is reached with Tab and pressed with Enter.
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press("Tab");
    if (await head.locator("button").evaluate((button) => button === document.activeElement)) break;
  }
  const outline = await head.locator("button").evaluate((button) => getComputedStyle(button).outlineStyle);
  assert.notEqual(outline, "none", "the focus is seen");
  await page.keyboard.press("Enter");
  assert.equal(await head.getAttribute("aria-sort"), "descending");
  assert.deepEqual((await column()).map(Number), [...before].sort((a, b) => b - a));
  await page.keyboard.press("Enter");
  assert.equal(await head.getAttribute("aria-sort"), "ascending");
  assert.deepEqual((await column()).map(Number), [...before].sort((a, b) => a - b));
  assert.ok((await page.locator("figure svg[role=img][aria-label]").count()) === 2, "two charts that say what they show");
  await context.close();
}

try {
  if (picture) {
    const { page } = await open(review("example", [example]), { deviceScaleFactor: 1 });
    await page.screenshot({ path: join(root, "docs/review.png") });
  } else if (named.length > 0) {
    await sound(review("named", named), "named", ["核稿人"]);
  } else {
    await sound(review("one", [example]), "one", ["须修改", "1352 ÷ 1386 = 97.55%", "缺少的法定内容", "核稿人"]);
    const drafts = join(scratch, "两篇.md");
    const whole = readFileSync(join(root, example), "utf8").replace(/^# /, "");
    writeFileSync(drafts, `【篇一】\n\n${whole}\n\n【篇二】\n\n${whole.replaceAll("青禾县", "白河县")}`);
    writeFileSync(join(scratch, "坏.docx"), "PK\u0003\u0004");
    const many = review("many", [example, "tests/examples/qinghe-2025-final.md", drafts, join(scratch, "坏.docx")]);
    await sound(many, "many", ["未能审核", "坏.docx", "须修改", "本文件有 2 篇", "白河县"]);
    await sorting(many);
  }
  console.log(`review page: all right, pictures in ${artifacts}`);
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}
