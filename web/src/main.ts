import { mount } from 'svelte';
import App from './App.svelte';
import './tokens.css';
import { askAhead } from './api/ahead';
import { startWorker } from './lib/worker';
import { speech } from './state/language.svelte';
import { route } from './state/route.svelte';

const target = document.getElementById('app');
if (target) {
  askAhead();
  route.listen();
  if (import.meta.env.PROD) startWorker();
  void speech.begin().catch(() => undefined).then(() => mount(App, { target }));
}
