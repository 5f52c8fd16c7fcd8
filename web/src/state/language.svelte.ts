// The language of the page: the reader's own once he is known, until then that of his browser.
import { untrack } from 'svelte';
import type { Language } from '../api/generated';
import { Format } from '../lib/format';
import { es, type House } from '../lib/i18n/es';
import { rooms, type Furnished, type Room, type Texts } from '../lib/i18n/rooms';
import { choiceFrom } from '../lib/validation/validate';

const formats: Record<Language, Format> = { es: new Format(es.locale), en: new Format('en') };

/** Spanish is always there; another language comes once it is chosen. */
const house: Record<Language, () => Promise<House>> = {
  es: () => Promise.resolve(es),
  en: async () => (await import('../lib/i18n/en')).en,
};

export const languages: readonly Language[] = ['es', 'en'];

class Speech {
  language = $state<Language>('es');
  #said = $state.raw<House & Partial<Furnished>>(es);
  readonly #rooms = new Set<Room>();
  readonly #furnished: Record<Language, Partial<Furnished>> = { es: {}, en: {} };
  /** The language of the page, or the one that is coming. */
  #wanted: Language = 'es';
  /** The texts of the house and of every room that was asked for: a page is shown once the rooms
   * that its route names are there. */
  readonly t: Texts = $derived(this.#said as Texts);
  readonly format: Format = $derived(formats[this.language]);

  /** Speaks the browser's language, if it is one of ours. */
  begin(): Promise<void> {
    return this.speak(choiceFrom(languages, navigator.language.slice(0, 2)) ?? 'es');
  }

  /** Switches the page once the words are there. Rejects when they could not be fetched. */
  async speak(language: Language): Promise<void> {
    this.#wanted = language;
    try {
      const said = await house[language]();
      const furnished = this.#furnished[language];
      // Rooms may be opened while the words of others are on their way.
      while ([...this.#rooms].some((room) => furnished[room] === undefined)) {
        await this.#bring(language, [...this.#rooms]);
      }
      if (this.#wanted !== language) return;
      this.#said = { ...said, ...furnished };
    } catch (error) {
      this.#giveUp(language);
      throw error;
    }
    this.language = language;
    document.documentElement.lang = language;
    const name = language === 'es' ? 'manifest' : `manifest.${language}`;
    document.querySelector('link[rel="manifest"]')?.setAttribute('href', `/${name}.webmanifest`);
  }

  /** Fetches the texts of rooms, in the language that is coming if one is. Rejects when they could
   * not be fetched. */
  async furnish(wanted: readonly Room[]): Promise<void> {
    const language = this.#wanted;
    // Who waits for the words of his page must not wait again for those of others.
    const isThere = untrack(() => language === this.language
      && wanted.every((room) => this.#said[room] !== undefined));
    if (isThere) return;
    try {
      await this.#bring(language, wanted);
      wanted.forEach((room) => this.#rooms.add(room));
      await this.speak(this.#wanted);
    } catch (error) {
      if (language === this.language) throw error;
      this.#giveUp(language);
      await this.furnish(wanted);
    }
  }

  /** Without the words of one language the other goes on serving. */
  #giveUp(language: Language): void {
    if (this.#wanted === language) this.#wanted = this.language;
  }

  async #bring(language: Language, wanted: readonly Room[]): Promise<void> {
    const furnished = this.#furnished[language];
    const missing = wanted.filter((room) => furnished[room] === undefined);
    const texts = await Promise.all(missing.map(async (room) =>
      [room, (await rooms[room][language]()).texts] as const));
    Object.assign(furnished, Object.fromEntries(texts));
  }
}

export const speech = new Speech();
