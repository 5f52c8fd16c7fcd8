/** The word for a name that users may give too: ours, never what every object inherits. */
export const ownWord = (words: object, name: string): string | undefined =>
  Object.hasOwn(words, name) ? (words as Record<string, string>)[name] : undefined;
