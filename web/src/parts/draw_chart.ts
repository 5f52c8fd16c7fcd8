// Puts a picture of figures on the page with uPlot, which comes over the network only when the
// first one is drawn; see docs/decisions/0027-pictures-of-figures.md.
import type UPlot from 'uplot';
import {
  dayAt, heightOf, lengthOf, placesAlong, rangeOf, type Along, type Band, type ChartSeries,
  type Limit,
} from '../lib/chart';
import type { Format } from '../lib/format';
import type { Tone } from '../lib/tone';

export type ChartKind = 'lines' | 'bars' | 'points';

/** All that one picture is drawn from. */
export interface Picture {
  readonly kind: ChartKind;
  readonly along: Along;
  readonly series: readonly ChartSeries[];
  readonly band: Band | undefined;
  readonly limits: readonly Limit[];
  readonly fromZero: boolean;
  readonly height: number;
  readonly format: Format;
}

/** A picture on the page. */
export interface Drawn {
  /** Shows where a place is; nowhere without one. */
  readonly point: (place: number | undefined) => void;
  readonly end: () => void;
}

const token: Readonly<Record<Tone, string>> = {
  good: '--chilca', info: '--indigo', wait: '--qolle', bad: '--cochineal',
};
/** Lines differ by more than their colour. */
const dashes: readonly (readonly number[])[] = [[], [7, 4], [2, 4], [10, 4, 2, 4]];

function seriesOf(
  { kind }: Picture, { name, tone }: ChartSeries, place: number, count: number,
  colour: (name: string) => string, bars: UPlot.Series.PathBuilderFactories['bars'],
): UPlot.Series {
  const stroke = colour(token[tone]);
  const common = { label: name, stroke, spanGaps: false };
  if (kind === 'points') {
    return { ...common, paths: () => null, points: { show: true, size: 7, fill: stroke } };
  }
  if (kind === 'lines') {
    return { ...common, width: 2, dash: [...(dashes[place % dashes.length] ?? [])],
      points: { size: 6, fill: stroke } };
  }
  const align = count === 1 ? 0 : place === 0 ? -1 : 1;
  return { ...common, fill: stroke, width: 0, points: { show: false },
    ...(bars ? { paths: bars({ size: [0.8 / count, 48], align }) } : {}) };
}

/** The area behind the lines: its two edges, and what lies between them in a soft colour. */
function areaOf(band: Band | undefined, colour: (name: string) => string) {
  if (!band) return { edges: [], bands: [], values: [] };
  const edge = { stroke: colour('--edge'), width: 1, points: { show: false } };
  return {
    edges: [edge, edge],
    bands: [{ series: [1, 2], fill: colour('--indigo-soft') } satisfies UPlot.Band],
    values: [band.high.values, band.low.values].map((values) => values.map(heightOf)),
  };
}

/** Draws the limits over the figures, each with its name at the right. */
function drawLimits(plot: UPlot, limits: readonly Limit[], colour: (name: string) => string) {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = colour('--ash');
  ctx.setLineDash([4, 4]);
  ctx.textAlign = 'right';
  ctx.font = `${12 * devicePixelRatio}px ${colour('--font')}`;
  for (const { name, value } of limits) {
    const height = plot.valToPos(heightOf(value) ?? 0, 'y', true);
    ctx.beginPath();
    ctx.moveTo(bbox.left, height);
    ctx.lineTo(bbox.left + bbox.width, height);
    ctx.stroke();
    ctx.fillText(name, bbox.left + bbox.width - 4, height - 5 * devicePixelRatio);
  }
  ctx.restore();
}

/** What stands under the picture: "15 jul.", a hamlet. */
function axisText({ along, format }: Picture, places: readonly number[]): string[] {
  if (lengthOf(along) === 0) return [];
  return places.map((place) => {
    if ('names' in along) return along.names[place] ?? '';
    const day = dayAt(place);
    return day ? format.date(day, 'brief') : '';
  });
}

/** Draws into the box, in the colours that it has now; `chosen` hears which place was pointed at.
 * Rejects when the library could not be fetched. */
export async function drawChart(
  box: HTMLElement, picture: Picture, chosen: (place: number) => void,
): Promise<Drawn> {
  const [{ default: Plot }] = await Promise.all([
    import('uplot'), import('uplot/dist/uPlot.min.css'),
  ]);
  const style = getComputedStyle(box);
  const colour = (name: string) => style.getPropertyValue(name);
  const { along, series, band, limits, height } = picture;
  const area = areaOf(band, colour);
  const places = placesAlong(along);
  const [least, most] = rangeOf(
    [...series, ...(band ? [band.low, band.high] : [])], limits, picture.fromZero);
  const axis = { stroke: colour('--ash'), font: `12px ${colour('--font')}`,
    ticks: { stroke: colour('--thread') } };
  const aside = picture.kind === 'bars' || places.length === 1 ? 0.6 : 0.2;
  const plot = new Plot({
    width: box.clientWidth, height, legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false } },
    scales: {
      x: { time: false, range: (_, first, last) => [first - aside, last + aside] },
      y: { range: [least, most] },
    },
    axes: [
      { ...axis, grid: { show: false }, size: 34, space: 70,
        incrs: [1, 2, 5, 7, 14, 30, 60, 90, 180, 365],
        values: (_, splits) => axisText(picture, splits) },
      { ...axis, grid: { stroke: colour('--thread') }, size: 64,
        values: (_, splits) => splits.map((split) => picture.format.count(split)) },
    ],
    bands: area.bands,
    series: [{}, ...area.edges, ...series.map((each, place) =>
      seriesOf(picture, each, place, series.length, colour, Plot.paths.bars))],
    hooks: {
      draw: [(drawn) => drawLimits(drawn, limits, colour)],
      setCursor: [({ cursor, over }) => {
        if (cursor.idx != null && over.matches(':hover')) chosen(cursor.idx);
      }],
    },
  }, [[...places], ...area.values, ...series.map(({ values }) => values.map(heightOf))], box);
  const resized = new ResizeObserver(() => plot.setSize({ width: box.clientWidth, height }));
  resized.observe(box);
  return {
    point: (place) => {
      const left = place === undefined ? -10 : plot.valToPos(places[place] ?? 0, 'x');
      plot.setCursor({ left, top: -10 });
    },
    end: () => {
      resized.disconnect();
      plot.destroy();
    },
  };
}
