// Draws media/icon.png: a page with lines and a check mark on seal red. Kept as a program so that the picture has a
// source; run it with `npm run icon` after changing the shapes.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

const SIZE = 256;
const SAMPLES = 4;

const RED = [166, 28, 28];
const PAGE = [255, 252, 245];
const FOLD = [226, 205, 190];
const LINE = [196, 178, 168];

// Shapes are signed distances in the unit square; the first that contains a point gives its colour.
const box = (x, y, left, top, right, bottom, radius) => {
  const dx = Math.abs(x - (left + right) / 2) - (right - left) / 2 + radius;
  const dy = Math.abs(y - (top + bottom) / 2) - (bottom - top) / 2 + radius;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
};
const stroke = (x, y, points, width) => {
  let nearest = Infinity;
  for (let i = 1; i < points.length; i += 1) {
    const [ax, ay] = points[i - 1];
    const [bx, by] = points[i];
    const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
    const at = Math.min(1, Math.max(0, along));
    nearest = Math.min(nearest, Math.hypot(x - ax - at * (bx - ax), y - ay - at * (by - ay)));
  }
  return nearest - width / 2;
};
const cornerCut = (x, y) => x - y > 0.48;
const colourAt = (x, y) => {
  if (
    stroke(
      x,
      y,
      [
        [0.4, 0.66],
        [0.54, 0.8],
        [0.84, 0.42],
      ],
      0.15,
    ) < 0
  ) {
    return stroke(
      x,
      y,
      [
        [0.4, 0.66],
        [0.54, 0.8],
        [0.84, 0.42],
      ],
      0.09,
    ) < 0
      ? RED
      : PAGE;
  }
  if (box(x, y, 0.22, 0.14, 0.72, 0.86, 0.03) < 0 && !cornerCut(x, y)) {
    for (const [top, right] of [
      [0.3, 0.56],
      [0.41, 0.62],
      [0.52, 0.62],
      [0.63, 0.36],
      [0.74, 0.36],
    ]) {
      if (box(x, y, 0.3, top, right, top + 0.035, 0.017) < 0) return LINE;
    }
    return PAGE;
  }
  if (box(x, y, 0.62, 0.14, 0.74, 0.24, 0) < 0 && cornerCut(x, y) && x - y < 0.52 && x < 0.72) return FOLD;
  return box(x, y, 0.02, 0.02, 0.98, 0.98, 0.2) < 0 ? RED : undefined;
};

const rows = Buffer.alloc(SIZE * (SIZE * 4 + 1));
for (let row = 0; row < SIZE; row += 1) {
  for (let column = 0; column < SIZE; column += 1) {
    const sum = [0, 0, 0];
    let hits = 0;
    for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
      const x = (column + ((sample % SAMPLES) + 0.5) / SAMPLES) / SIZE;
      const y = (row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / SIZE;
      const colour = colourAt(x, y);
      if (colour === undefined) continue;
      hits += 1;
      for (const channel of [0, 1, 2]) sum[channel] += colour[channel];
    }
    const at = row * (SIZE * 4 + 1) + 1 + column * 4;
    for (const channel of [0, 1, 2]) rows[at + channel] = hits === 0 ? 0 : Math.round(sum[channel] / hits);
    rows[at + 3] = Math.round((255 * hits) / SAMPLES ** 2);
  }
}

const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
};
const header = Buffer.alloc(13);
header.writeUInt32BE(SIZE, 0);
header.writeUInt32BE(SIZE, 4);
header.set([8, 6, 0, 0, 0], 8);
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk('IHDR', header),
  chunk('IDAT', deflateSync(rows, { level: 9 })),
  chunk('IEND', Buffer.alloc(0)),
]);
await writeFile(path.resolve(import.meta.dirname, '../media/icon.png'), png);
