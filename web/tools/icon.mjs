// The mark as pictures of points, for telephones that take no drawing as the icon of a program.
import { crc32, deflateSync } from 'node:zlib';

const UNITS = 48;

/** The corners of a path of straight lines ("M4 4h30v10H24z"). */
export function cornersOf(path) {
  let [x, y] = [0, 0];
  return [...path.matchAll(/([MhvHVz])([^MhvHVz]*)/g)].flatMap(([, command, rest]) => {
    const [first = 0, second = 0] = rest.trim().split(/[ ,]+/).map(Number);
    if (command === 'z') return [];
    if (command === 'M') [x, y] = [first, second];
    else if (command === 'h') x += first;
    else if (command === 'v') y += first;
    else if (command === 'H') x = first;
    else y = first;
    return [[x, y]];
  });
}

const isInside = (corners, x, y) => corners.reduce((inside, [x1, y1], place) => {
  const [x2, y2] = corners[(place + 1) % corners.length];
  return (y1 > y) !== (y2 > y) && x < x1 + ((x2 - x1) * (y - y1)) / (y2 - y1) ? !inside : inside;
}, false);

const bytesOf = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

function chunk(name, data) {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [size, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, check]);
}

/** A square PNG of the mark, `share` of its side wide, on a ground ("#fbf8f2"). */
export function icon(svg, side, share, ground) {
  const shapes = [...svg.matchAll(/fill="(#\w{6})" d="([^"]+)"/g)].map(([, colour, path]) =>
    ({ colour: bytesOf(colour), corners: cornersOf(path) }));
  const unit = (at) => ((at + 0.5 - side / 2) / (side * share)) * UNITS + UNITS / 2;
  const rows = Array.from({ length: side }, (_row, y) => Buffer.from([0, ...Array.from(
    { length: side },
    (_point, x) => shapes.find(({ corners }) => isInside(corners, unit(x), unit(y)))?.colour
      ?? bytesOf(ground),
  ).flat()]));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })), chunk('IEND', Buffer.alloc(0)),
  ]);
}
