/** The titles of a file that the server could not find its columns in, to choose them by hand. It
 * reads the first line only; what the rows hold is the server's to judge. */
export function titlesOf(bytes: Uint8Array): readonly string[] {
  const text = new TextDecoder().decode(bytes.subarray(0, 8192));
  const [first = '', second = ''] = text.split(/\r\n|\n|\r/, 2);
  // A spreadsheet may name the delimiter on a line of its own.
  const named = /^sep=([,;\t])$/i.exec(first)?.[1];
  const line = named ? second : first;
  const counts = [',', ';', '\t', '|'].map((each) => ({ each, count: line.split(each).length }));
  const best = counts.reduce((one, other) => (other.count > one.count ? other : one));
  const titles = line.split(named ?? best.each)
    .map((title) => title.trim().replace(/^"(.*)"$/, '$1'));
  // As the server does it: a title that stands twice is told apart by its place.
  return titles
    .map((title, place) => {
      const before = titles.slice(0, place)
        .filter((other) => other.toLowerCase() === title.toLowerCase()).length;
      return before > 0 ? `${title} (${before + 1})` : title;
    })
    .filter((_, place) => titles[place] !== '');
}
