// What is another than it was, as far as there are words for both: "computed → approved".

type Words = Readonly<Record<string, unknown>>;
type Pair = readonly [string, string];
const MOST = 5;

const isObject = (json: unknown): json is Words => typeof json === 'object' && json !== null;

/** The texts that changed their value between two answers to the same question. */
export function changedTexts(before: unknown, after: unknown): readonly Pair[] {
  if (typeof before === 'string' && typeof after === 'string') {
    return before === after ? [] : [[before, after]];
  }
  if (!isObject(before) || !isObject(after)) return [];
  const isOther = Array.isArray(before) && Array.isArray(after) && before.length !== after.length;
  if (isOther) return [];
  return Object.keys(before).flatMap((name) => changedTexts(before[name], after[name]));
}

/** Such changes in words; what has no words (an amount, a time) is seen on the page. */
export function changesInWords(pairs: readonly Pair[], words: Words): readonly string[] {
  const said = pairs.flatMap(([before, after]) => {
    const known = Object.values(words).find((group) =>
      isObject(group) && typeof group[before] === 'string' && typeof group[after] === 'string');
    return isObject(known) ? [`${String(known[before])} → ${String(known[after])}`] : [];
  });
  return [...new Set(said)].slice(0, MOST);
}
