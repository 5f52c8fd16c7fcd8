// The rules of the server, compiled for the page: what other terms would have paid, to the last
// céntimo, without asking again. Fetched where it is used and only there; see
// docs/decisions/0025-the-rules-in-the-page.md.
import address from '../../../build/wasm/core.wasm?url';
import type { OffersView, PastMilk, PriceTerms, WaterfallTerms } from '../api/generated';
import type { Problems } from './problems';
import type { Entered } from './validation/brand';
import type { Result } from './validation/validate';

/** One to four offers, each with its waterfall, or none with one. */
export interface TermsTrial {
  readonly offers: readonly Entered<PriceTerms>[];
  readonly waterfalls?: readonly Entered<WaterfallTerms>[];
}

export interface Core {
  /** The answer that `compare_offers` gives of the same days. A refusal has the server's codes and
   * paths without its words. Throws when a rule is broken, which is a fault of ours: load anew. */
  tryTerms(milk: PastMilk, trial: TermsTrial): Result<OffersView, Problems>;
}

/** What src/wasm/core.cpp exports. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly _initialize: () => void;
  readonly room: (bytes: number) => number;
  readonly set_milk: (bytes: number) => void;
  readonly try_terms: (bytes: number) => void;
  readonly answer: () => number;
  readonly answer_size: () => number;
}
type Told<T> = { readonly value: T } | { readonly problems: Problems };

/** The calls over a module that was compiled. */
export function coreOf(module: WebAssembly.Module): Core {
  const core = new WebAssembly.Instance(module).exports as unknown as Exports;
  core._initialize();
  let known: PastMilk | undefined;

  function ask<T>(what: 'set_milk' | 'try_terms', input: unknown): Result<T, Problems> {
    const text = new TextEncoder().encode(JSON.stringify(input));
    const place = core.room(text.length) >>> 0;
    new Uint8Array(core.memory.buffer, place, text.length).set(text);
    core[what](text.length);
    const said = new Uint8Array(core.memory.buffer, core.answer() >>> 0, core.answer_size());
    const told = JSON.parse(new TextDecoder().decode(said)) as Told<T>;
    return 'value' in told
      ? { ok: true, value: told.value }
      : { ok: false, error: told.problems.map((problem) => ({ ...problem, text: '' })) };
  }

  return {
    tryTerms(milk, trial) {
      if (milk !== known) {
        known = undefined;
        const taken = ask<true>('set_milk', milk);
        if (!taken.ok) return taken;
        known = milk;
      }
      return ask<OffersView>('try_terms', trial);
    },
  };
}

let compiled: Promise<WebAssembly.Module> | undefined;

/** Rejects where it cannot be fetched; the next call tries again. */
export async function loadCore(): Promise<Core> {
  compiled ??= WebAssembly.compileStreaming(fetch(address));
  try {
    return coreOf(await compiled);
  } catch (error) {
    compiled = undefined;
    throw error;
  }
}
