// What another tab did is seen in this one: who is there, the language, what was done.
import { hear } from '../lib/tabs';
import { speech } from './language.svelte';
import { network } from './network.svelte';
import { session } from './session.svelte';

/** Something was done elsewhere while nobody looked at this tab. */
let isOld = false;

async function renew(): Promise<void> {
  isOld = document.hidden;
  if (!isOld) await network.again();
}

export function hearTabs(): void {
  hear((told) => {
    if (told.kind === 'left') void session.gone();
    else if (told.kind === 'entered') void session.begin();
    else if (told.kind === 'done') void renew();
    else void speech.speak(told.language).catch(() => undefined);
  });
  addEventListener('visibilitychange', () => {
    if (isOld) void renew();
  });
  addEventListener('online', () => {
    if (network.oldest) void session.begin();
  });
}
