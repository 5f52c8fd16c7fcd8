// The page that is shown, once it has come over the network.
import { isOutdated } from '../lib/worker';
import { fetchPages, pageAt, type Ready } from '../routes';
import { route } from './route.svelte';

class Shown {
  page = $state.raw<Ready>();
  failed = $state(false);
  #path = '';

  /** Fetches the page of the address already, while there is something else to wait for. */
  prepare(): void {
    // What is waited for goes first.
    setTimeout(() => {
      void pageAt(route.path === '/enter' ? '/' : route.path).catch(() => undefined);
    });
  }

  /** Shows the page of the address; the one before goes at once. */
  async show(): Promise<void> {
    const { path } = route;
    if (path !== this.#path) this.page = undefined;
    this.#path = path;
    this.failed = false;
    try {
      const page = await pageAt(path);
      if (this.#path === path) this.page = page;
      setTimeout(() => void fetchPages(), 1500);
    } catch {
      // The server has a newer version, and no longer this page of ours; what is typed is kept.
      if (await isOutdated()) location.reload();
      this.failed = this.#path === path;
    }
  }
}

export const shown = new Shown();
