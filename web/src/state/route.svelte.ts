// Where the reader is: all of it stands in the address, so that a link, the back button and a
// reload lead to the same page.
import { address } from '../api/client';

type Parameters = Readonly<Record<string, string | number | undefined>>;

class Route {
  path = $state(location.pathname);
  query = $state.raw(new URLSearchParams(location.search));
  /** Raised whenever the reader goes to another page, so that its title takes the focus. */
  moves = $state(0);

  /** An address of this application; the organisation stays the one that was chosen. */
  to(path: string, parameters: Parameters = {}): string {
    const organisation = this.query.get('organisation') ?? undefined;
    return address(path, { organisation, ...parameters });
  }

  go(href: string, replace = false): void {
    if (replace) history.replaceState(null, '', href);
    else history.pushState(null, '', href);
    this.#arrive();
    if (!replace) scrollTo(0, 0);
  }

  /** Changes a part of what stands behind the "?" without leaving the page. */
  set(parameters: Parameters, replace = true): void {
    const kept = Object.fromEntries(this.query);
    const href = address(this.path, { ...kept, ...parameters });
    if (replace) history.replaceState(null, '', href);
    else history.pushState(null, '', href);
    this.query = new URLSearchParams(location.search);
  }

  #arrive(): void {
    if (this.path !== location.pathname) this.moves += 1;
    this.path = location.pathname;
    this.query = new URLSearchParams(location.search);
  }

  /** Follows links inside the application and the back button, until the page is left. */
  listen(): void {
    addEventListener('popstate', () => this.#arrive());
    addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link || !isOurs(link) || event.defaultPrevented || event.button !== 0) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (link.href !== location.href) this.go(link.href);
    });
  }
}

/** Whether a link leads to a page, and not to a file, a part of this page or another site. */
function isOurs(link: HTMLAnchorElement): boolean {
  return link.origin === location.origin && !link.target && !link.hasAttribute('download') &&
    !link.hash && !link.pathname.startsWith('/files/');
}

export const route = new Route();
