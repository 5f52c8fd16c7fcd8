/** What stands in the places of a pattern: "/settlement/:number" over "/settlement/3". */
export type Parameters = Readonly<Partial<Record<
  'number' | 'supplier' | 'code' | 'report' | 'statement' | 'order', string>>>;

const parts = (path: string) => path.split('/').filter((part) => part !== '');

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** The parameters of a path, or undefined when the pattern does not fit. */
export function parametersOf(pattern: string, path: string): Parameters | undefined {
  const wanted = parts(pattern);
  const given = parts(path);
  if (wanted.length !== given.length) return undefined;
  const found: Record<string, string> = {};
  for (const [place, want] of wanted.entries()) {
    const part = decoded(given[place] ?? '');
    if (part === undefined) return undefined;
    if (want.startsWith(':')) found[want.slice(1)] = part;
    else if (want !== part) return undefined;
  }
  return found;
}
