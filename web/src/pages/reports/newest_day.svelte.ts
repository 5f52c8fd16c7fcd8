// The newest day of which the books have an entry: a report that is asked for no days ends on it.
import { ask } from '../../api/client';
import type { IsoDate } from '../../api/generated';
import { plusDays, todayIn } from '../../lib/dates';
import { session } from '../../state/session.svelte';

/** An entry may be of an earlier day than the one before it, so that the last is asked again for
 * what is newer; each answer is a later day. */
async function newestDay(organisation: number, signal: AbortSignal): Promise<IsoDate | undefined> {
  let newest: IsoDate | undefined;
  for (;;) {
    const asked = {
      organisation, limit: 1, ...(newest ? { first: plusDays(newest, 1) } : {}),
    };
    const found = await ask('journal', asked, signal);
    if (!found.ok || found.value.total === 0) return newest;
    const last = await ask('journal', { ...asked, offset: found.value.total - 1 }, signal);
    const day = last.ok ? last.value.entries.at(-1)?.date : undefined;
    if (!day || day === newest) return newest;
    newest = day;
  }
}

/** Asked once for each page. Must be made while a component is; `wanted` says whether the address
 * leaves a day out. */
export class NewestDay {
  day = $state.raw<IsoDate>();

  constructor(wanted: () => boolean) {
    $effect(() => {
      const { organisation } = session;
      if (!organisation || !wanted()) return undefined;
      const running = new AbortController();
      const today = todayIn(new Date(), organisation.time_zone);
      newestDay(organisation.id, running.signal)
        .then((day) => (this.day = day ?? today), () => undefined);
      return () => running.abort();
    });
  }
}
