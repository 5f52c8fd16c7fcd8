import type { texts as es } from '../es/quality';
import { pluralIn } from '../plural';

const plural = pluralIn('en');

export const texts: typeof es = {
  title: 'Quality',
  lead: 'What the analyses that count found: how it goes, how it is spread and what stands out.',
  supplier: 'Supplier',
  hamlet: 'Hamlet',
  no_hamlet: 'Without a hamlet',
  only_hamlet: (name) => `Only the hamlet ${name}`,
  only_supplier: (name) => `Only ${name}`,
  show_all: 'See everybody\'s',
  attribute: 'What was measured',
  by: 'In groups',
  group: { none: 'All together', hamlet: 'By hamlet', supplier: 'By supplier' },
  none: 'There are no analyses in this period.',
  none_text: 'Change the dates, import a file of the laboratory or write down the analyses. What ' +
    'was measured when the milk was taken stands in Deliveries.',
  samples: 'Samples',
  median: 'Median',
  middle_half: 'Middle half',
  span: 'Smallest and largest',
  from_to: (from, to) => `${from} to ${to}`,
  outliers: 'Outliers',
  trend: 'Day by day',
  trend_text: (name) => `${name} day by day: the median, and between which values the middle ` +
    'half lies',
  trend_single: (name) => `${name} day by day`,
  low_quartile: 'First quartile',
  high_quartile: 'Third quartile',
  distribution: 'How it is spread',
  distribution_text: (name) => `How many samples lie in each class of ${name}`,
  class: 'Class',
  class_from: (from) => `${from} or more`,
  class_to: (to) => `${to} or less`,
  class_span: (from, to) => `${from}–${to}`,
  groups: { hamlet: 'Hamlet by hamlet', supplier: 'Supplier by supplier' },
  groups_text: 'The box goes from the first to the third quartile, and its bar is the median; ' +
    'the line goes from the smallest to the largest, and a tip says that it goes on. All on one ' +
    'scale.',
  least: 'Smallest',
  most: 'Largest',
  box: 'Picture',
  box_text: (least, low, middle, high, most) =>
    `from ${least} to ${most}; the middle half from ${low} to ${high}; median ${middle}`,
  outliers_title: 'Outliers',
  outliers_count: plural({
    one: '# sample of those seen here stands out',
    other: '# samples of those seen here stand out',
  }),
  outliers_text: (limits, unit) =>
    `${`An outlier is what lies ${limits.join(' or ')} ${unit}`.trim()}.`,
  outliers_stay: 'Nothing is left out: they are counted in all numbers and pictures of this ' +
    'page, and in what is paid. It may be an error of the laboratory or a sick cow: worth a look.',
  no_outliers: 'No sample stands out from the others.',
  day: 'Day',
  value: 'Reading',
  limit: 'Crosses the fence',
  below: (fence) => `below ${fence}`,
  above: (fence) => `above ${fence}`,
  by_how_much: 'By how much',
  to_delivery: 'See the delivery',
  to_delivery_of: (supplier, day) => `See the delivery of ${supplier} on ${day}`,
};
